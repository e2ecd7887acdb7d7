//! A real CPython of the release that Ouro follows, where the machine has one. Nothing installs it.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::process::{command, find, output, stated_version};

/// The release that everything is compared with.
pub const RELEASE: &str = "3.13.0";

/// The interpreter that OURO_PYTHON names, else CPython 3.13.0 from pyenv or PATH.
pub fn cpython() -> Option<PathBuf> {
    if let Some(named) = env::var_os("OURO_PYTHON") {
        return Some(named.into());
    }
    let prefix = find("pyenv").and_then(|pyenv| output(command(pyenv).args(["prefix", RELEASE])).ok());
    let from_pyenv = prefix.map(|folder| Path::new(&folder).join("bin/python3.13"));
    let fits = |python: &PathBuf| stated_version(python).as_deref() == Some(RELEASE);
    [from_pyenv, find("python3.13"), find("python3"), find("python")].into_iter().flatten().find(fits)
}

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
    env::var_os("OURO_PYTHON").map(PathBuf::from).or_else(|| cpython_of(RELEASE))
}

/// CPython of a release such as `3.12.1`, from pyenv or PATH.
pub fn cpython_of(release: &str) -> Option<PathBuf> {
    let minor = release.rsplit_once('.').map_or(release, |(minor, _)| minor);
    let command_name = format!("python{minor}");
    let prefix = find("pyenv").and_then(|pyenv| output(command(pyenv).args(["prefix", release])).ok());
    let from_pyenv = prefix.map(|folder| Path::new(&folder).join("bin").join(&command_name));
    let fits = |python: &PathBuf| stated_version(python).as_deref() == Some(release);
    [from_pyenv, find(&command_name), find("python3"), find("python")].into_iter().flatten().find(fits)
}

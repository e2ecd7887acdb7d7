//! A real CPython of the release that Ouro follows, where the machine has one. Nothing installs it.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::process::{command, find, output, stated_version};

/// The release that everything is compared with.
pub const RELEASE: &str = "3.13.0";

/// The releases that Ouro follows, as `--python` names them, and the interpreters that they are compared with.
pub const RELEASES: [(&str, &str); 4] = [("3.12", "3.12.1"), ("3.13", RELEASE), ("3.14", "3.14.8"), ("3.15", "3.15.0")];

/// The variable that names an interpreter of a release such as `3.12`: OURO_PYTHON_3_12.
pub fn variable(name: &str) -> String {
    format!("OURO_PYTHON_{}", name.replace('.', "_"))
}

/// The interpreter of a release such as `3.12` that its variable names, else the one of pyenv or PATH.
pub fn cpython_named(name: &str) -> Option<PathBuf> {
    let (_, release) = RELEASES.iter().find(|(short, _)| *short == name)?;
    env::var_os(variable(name)).map(PathBuf::from).or_else(|| cpython_of(release))
}

/// The interpreter that OURO_PYTHON names, else CPython 3.13.0 from pyenv or PATH.
pub fn cpython() -> Option<PathBuf> {
    env::var_os("OURO_PYTHON").map(PathBuf::from).or_else(|| cpython_of(RELEASE))
}

/// CPython of a release such as `3.12.1`, from pyenv or PATH.
fn cpython_of(release: &str) -> Option<PathBuf> {
    let minor = release.rsplit_once('.').map_or(release, |(minor, _)| minor);
    let command_name = format!("python{minor}");
    let prefix = find("pyenv").and_then(|pyenv| output(command(pyenv).args(["prefix", release])).ok());
    let from_pyenv = prefix.map(|folder| Path::new(&folder).join("bin").join(&command_name));
    let fits = |python: &PathBuf| stated_version(python).as_deref() == Some(release);
    [from_pyenv, find(&command_name), find("python3"), find("python")].into_iter().flatten().find(fits)
}

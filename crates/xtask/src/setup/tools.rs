//! Trunk and the wasm-bindgen CLI, each at the one version that fits, and wasm-opt.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{packages, wasm_target};
use crate::{
    Result,
    process::{cargo, command, find, path_with, root, run, stated_version},
};

/// A program that `cargo install` can build.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    options: &'static [&'static str],
    minutes: u32,
}

/// What a build of the page runs.
pub struct WebTools {
    trunk: PathBuf,
    path: OsString,
}

impl WebTools {
    /// A command that runs Trunk with every tool that Trunk looks for on its PATH.
    pub fn trunk(&self) -> Command {
        let mut trunk = command(&self.trunk);
        // Trunk refuses the value that some environments give this variable ("1").
        trunk.env("PATH", &self.path).env_remove("NO_COLOR");
        trunk
    }
}

/// Finds or installs all that a build of the page needs.
pub fn web_tools() -> Result<WebTools> {
    wasm_target()?;
    packages()?;
    // Trunk, told to download nothing, tells cargo the same.
    run(cargo().args(["fetch", "--quiet"]))?;
    let bindgen = find_or_install(&Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_version(&root().join("Cargo.lock"), "wasm-bindgen")?,
        // Not --locked: its lock file can name versions of crates that were withdrawn.
        options: &[],
        minutes: 2,
    })?;
    let trunk = find_or_install(&Tool {
        package: "trunk",
        program: "trunk",
        version: trunk_version(&root().join("Trunk.toml"))?,
        // --locked: with newer versions of its own dependencies Trunk does not compile. Without default features it
        // neither asks for updates nor downloads tools, and builds in less than half the time.
        options: &["--locked", "--no-default-features"],
        minutes: 4,
    })?;
    let folder = |program: &Path| program.parent().map(Path::to_path_buf).unwrap_or_default();
    let path = path_with(&[root().join("www/node_modules/.bin"), folder(&bindgen)])?;
    Ok(WebTools { trunk, path })
}

fn find_or_install(tool: &Tool) -> Result<PathBuf> {
    let Tool { package, program, version, options, minutes } = tool;
    let home = root().join(".tools");
    let own = home.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    let fits = |file: &PathBuf| stated_version(file).as_deref() == Some(version.as_str());
    if let Some(found) = [Some(own.clone()), find(program)].into_iter().flatten().find(fits) {
        return Ok(found);
    }
    eprintln!("Building {package} {version} into .tools/, once (about {minutes} minutes on two cores).");
    let build = home.join("build");
    let mut install = cargo();
    install.args(["install", package, "--version", &format!("={version}"), "--debug"]).args(*options);
    install.arg("--root").arg(&home).arg("--target-dir").arg(&build);
    // Nobody debugs it, and without the tables it builds faster.
    install.env("CARGO_PROFILE_DEV_DEBUG", "0");
    run(&mut install)?;
    fs::remove_dir_all(&build)?;
    if fits(&own) { Ok(own) } else { Err(format!("{program} {version} was built, but is not in .tools/bin").into()) }
}

/// The version of a package in a Cargo.lock.
fn locked_version(lock: &Path, package: &str) -> Result<String> {
    let text = fs::read_to_string(lock)?;
    let name = format!("name = \"{package}\"");
    let after = text.lines().skip_while(|line| *line != name).nth(1);
    let version = after.and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| format!("Cargo.lock names no version of {package}").into())
}

/// The version in `trunk-version = "=X.Y.Z"`.
fn trunk_version(config: &Path) -> Result<String> {
    let text = fs::read_to_string(config)?;
    let version = text.lines().find_map(|line| line.strip_prefix("trunk-version = \"=")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| "Trunk.toml has no line trunk-version = \"=X.Y.Z\"".into())
}

//! Node and the npm packages of www/.

use std::{fs, path::PathBuf, time::SystemTime};

use crate::{
    Result,
    process::{command, output, require, root, run},
};

/// The oldest Node that works, as (major, minor).
const OLDEST_NODE: (u32, u32) = (20, 11);

/// The path of Node, or an error that says which one to install.
pub fn node() -> Result<PathBuf> {
    let (major, minor) = OLDEST_NODE;
    let advice = format!("install Node {major}.{minor} or newer");
    let node = require("node", &advice)?;
    let version = output(command(&node).arg("--version"))?;
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(a), Some(b)) if (a, b) >= OLDEST_NODE => Ok(node),
        _ => Err(format!("Node {version} is too old: {advice}").into()),
    }
}

/// Installs the npm packages where the lock file is newer than what is installed.
pub fn packages() -> Result {
    node()?;
    let www = root().join("www");
    let changed = |file: PathBuf| fs::metadata(file).and_then(|data| data.modified()).ok();
    // npm writes this copy of the lock file at the end of every installation.
    let installed: Option<SystemTime> = changed(www.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(www.join("package-lock.json")) {
        return Ok(());
    }
    eprintln!("Installing the npm packages of www/ (about 10 seconds).");
    let npm = require("npm", "it comes with Node")?;
    run(command(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(www))
}

//! `cargo xtask build`: the static site, in dist/.

use std::fs;

use crate::{
    Result,
    process::{root, run as run_command},
    setup::{WebTools, web_tools},
    stages::Stages,
};

/// Takes no arguments.
pub fn run(_arguments: &[String]) -> Result {
    let mut stages = Stages::default();
    let tools = stages.run("set-up", web_tools)?;
    stages.run("web build", || site(&tools))?;
    stages.report();
    Ok(())
}

/// Builds the page and the engine, optimised, into dist/.
pub fn site(tools: &WebTools) -> Result {
    // Trunk empties dist/ itself, but leaves the last build there where this one fails.
    let dist = root().join("dist");
    if dist.is_dir() {
        fs::remove_dir_all(&dist)?;
    }
    run_command(tools.trunk().arg("build"))
}

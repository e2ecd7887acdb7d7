//! `cargo xtask setup`: installs what the other commands need, so that they start at once.

use crate::{Result, setup, stages::Stages};

/// Takes no arguments.
pub fn run(_arguments: &[String]) -> Result {
    let mut stages = Stages::default();
    stages.run("Rust components", setup::lint_components)?;
    stages.run("tools of the web build", || setup::web_tools().map(drop))?;
    let chromium = stages.run("Chromium", setup::chromium)?;
    eprintln!("Chromium: {}", chromium.display());
    stages.report();
    Ok(())
}

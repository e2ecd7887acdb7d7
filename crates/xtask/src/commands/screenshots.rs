//! `cargo xtask screenshots [FOLDER]`: pictures of the page, to be looked at.

use crate::{
    Result,
    process::{command, root, run as run_command},
    setup,
};

/// Takes the folder to save to.
pub fn run(arguments: &[String]) -> Result {
    if !root().join("dist/index.html").is_file() {
        return Err("there is no page in dist/ yet: run `cargo xtask build` first".into());
    }
    setup::packages()?;
    setup::chinese_fonts()?;
    let chromium = setup::chromium()?;
    let folder = arguments.first().map_or("screenshots", String::as_str);
    run_command(command(setup::node()?).args(["www/tests/screenshots.js", folder]).env("CHROME", chromium))
}

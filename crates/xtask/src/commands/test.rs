//! `cargo xtask test`: every check there is, from formatting to the page in a real browser.

use std::{fs, path::PathBuf};

use crate::{
    Result,
    commands::build,
    process::{cargo, command, root, run as run_command},
    setup,
    stages::Stages,
};

const STAGES: [&str; 4] = ["lint", "rust", "build", "browser"];

/// Takes names of stages, and runs them all where none is named.
pub fn run(arguments: &[String]) -> Result {
    if let Some(unknown) = arguments.iter().find(|name| !STAGES.contains(&name.as_str())) {
        return Err(format!("there is no stage {unknown:?}: {}", STAGES.join(", ")).into());
    }
    let wanted = |stage: &str| arguments.is_empty() || arguments.iter().any(|name| name == stage);
    let mut stages = Stages::default();
    let outcome = stages_wanted(&mut stages, wanted);
    stages.report();
    outcome
}

fn stages_wanted(stages: &mut Stages, wanted: impl Fn(&str) -> bool) -> Result {
    if wanted("lint") {
        stages.run("set-up for lints", || {
            setup::lint_components()?;
            setup::wasm_target()
        })?;
        stages.run("rustfmt", || run_command(cargo().args(["fmt", "--all", "--check"])))?;
        stages.run("clippy", || {
            run_command(cargo().args(["clippy", "--workspace", "--all-targets"]).args(DENY_WARNINGS))
        })?;
        stages.run("clippy for wasm32", || {
            let only_there = ["clippy", "--target", "wasm32-unknown-unknown", "-p", "ouro-ui", "-p", "ouro-engine"];
            run_command(cargo().args(only_there).args(DENY_WARNINGS))
        })?;
    }
    if wanted("rust") {
        stages.run("Rust tests", rust_tests)?;
    }
    if wanted("build") {
        let tools = stages.run("set-up for the web build", setup::web_tools)?;
        stages.run("web build", || build::site(&tools))?;
    }
    if wanted("browser") {
        let chromium = stages.run("set-up for browser tests", || {
            setup::packages()?;
            setup::chromium()
        })?;
        stages.run("browser tests", || browser_tests(&chromium))?;
    }
    Ok(())
}

const DENY_WARNINGS: [&str; 3] = ["--", "--deny", "warnings"];

/// Runs the tests of all crates; those that compare with CPython skip that where OURO_PYTHON is not set.
fn rust_tests() -> Result {
    let mut tests = cargo();
    tests.args(["test", "--workspace"]);
    match setup::cpython() {
        Some(python) => drop(tests.env("OURO_PYTHON", python)),
        None => eprintln!("No CPython {} was found: nothing is compared with it.", setup::PYTHON_RELEASE),
    }
    run_command(&mut tests)
}

/// Runs www/tests/*.test.js against dist/.
fn browser_tests(chromium: &PathBuf) -> Result {
    let folder = root().join("www/tests");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let file = entry?.path();
        if file.to_string_lossy().ends_with(".test.js") {
            files.push(file);
        }
    }
    files.sort();
    let mut node = command(setup::node()?);
    node.args(["--test", "--test-reporter=spec", "--test-timeout=600000"]).args(files).env("CHROME", chromium);
    run_command(&mut node)
}

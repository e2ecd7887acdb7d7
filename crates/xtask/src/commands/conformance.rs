//! `cargo xtask conformance`: the programs of crates/python/tests/conformance, compared with CPython or recorded from it.

use std::env;

use crate::{
    Result,
    process::{cargo, root, run as run_command},
    setup,
};

/// The variables that name interpreters for recording, each with its release.
const INTERPRETERS: [(&str, &str); 2] = [("OURO_PYTHON_3_12", "3.12.1"), ("OURO_PYTHON_3_13", setup::PYTHON_RELEASE)];

/// Takes `--bless` and names of topics, or of programs as TOPIC/NAME.
pub fn run(arguments: &[String]) -> Result {
    let programs = root().join("crates/python/tests/conformance");
    for argument in arguments.iter().filter(|argument| *argument != "--bless") {
        if !programs.join(argument).is_dir() && !programs.join(format!("{argument}.py")).is_file() {
            return Err(format!("there is no topic or program {argument:?} in {}", programs.display()).into());
        }
    }
    let mut test = cargo();
    test.args(["test", "--quiet", "-p", "ouro-python", "--test", "conformance", "--"]).args(arguments);
    for (variable, release) in INTERPRETERS.iter().filter(|(variable, _)| env::var_os(variable).is_none()) {
        if let Some(python) = setup::cpython_of(release) {
            test.env(variable, python);
        }
    }
    run_command(&mut test)
}

//! `cargo xtask conformance`: the programs of crates/python/tests/{conformance,memory}, compared with CPython or recorded from
//! it.

use std::env;

use crate::{
    Result,
    process::{cargo, root, run as run_command},
    setup,
};

/// The variables that name interpreters for recording, each with its release.
const INTERPRETERS: [(&str, &str); 4] = [
    ("OURO_PYTHON_3_12", "3.12.1"),
    ("OURO_PYTHON_3_13", setup::PYTHON_RELEASE),
    ("OURO_PYTHON_3_14", "3.14.8"),
    ("OURO_PYTHON_3_15", "3.15.0"),
];

/// Takes `--bless` and names of topics, or of programs as TOPIC/NAME.
pub fn run(arguments: &[String]) -> Result {
    let tests = root().join("crates/python/tests");
    for argument in arguments.iter().filter(|argument| *argument != "--bless") {
        // A topic of memory/ is called memory/TOPIC.
        let places = [tests.join("conformance").join(argument), tests.join(argument)];
        if !places.iter().any(|place| place.is_dir() || place.with_extension("py").is_file()) {
            return Err(format!("there is no topic or program {argument:?} in {}", tests.display()).into());
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

//! `cargo xtask conformance`: the programs of crates/python/tests/{conformance,memory}, compared with CPython or recorded from
//! it.

use crate::{
    Result,
    process::{cargo, root, run as run_command},
    setup,
};

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
    for (name, _) in setup::PYTHON_RELEASES {
        if let Some(python) = setup::cpython_named(name) {
            test.env(setup::variable(name), python);
        }
    }
    run_command(&mut test)
}

//! `cargo xtask differential`: random programs on Ouro and on CPython (crates/differential).

use crate::{
    Result,
    process::{cargo, root, run as run_command},
    setup,
};

/// The releases that can be compared, with the interpreters they are compared with.
const RELEASES: [(&str, &str); 4] =
    [("3.12", "3.12.1"), ("3.13", setup::PYTHON_RELEASE), ("3.14", "3.14.8"), ("3.15", "3.15.0")];

/// Finds CPython, and hands the arguments on.
pub fn run(arguments: &[String]) -> Result {
    let chosen = arguments.iter().position(|argument| argument == "--python").and_then(|at| arguments.get(at + 1));
    let interpreter = match chosen {
        None => setup::cpython(),
        Some(name) => {
            let release = RELEASES.iter().find(|(short, _)| short == name);
            let (_, release) = release.ok_or_else(|| format!("there is no release {name} to compare with"))?;
            setup::cpython_of(release)
        }
    };
    let interpreter = interpreter.ok_or("no CPython of that release was found (OURO_PYTHON can name one)")?;
    let folder = root().join("target/differential");
    let mut comparison = cargo();
    // Not `--release`, where a panic ends the process and sums overflow unseen.
    comparison.args(["run", "--quiet", "-p", "ouro-differential", "--"]);
    comparison.arg("--interpreter").arg(interpreter).arg("--folder").arg(folder).args(arguments);
    run_command(&mut comparison)
}

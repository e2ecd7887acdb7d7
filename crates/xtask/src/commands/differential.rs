//! `cargo xtask differential`: random programs on Ouro and on CPython (crates/differential).

use crate::{
    Result,
    process::{cargo, root, run as run_command},
    setup,
};

/// Finds CPython, and hands the arguments on.
pub fn run(arguments: &[String]) -> Result {
    let chosen = arguments.iter().position(|argument| argument == "--python").and_then(|at| arguments.get(at + 1));
    let interpreter = match chosen {
        None => setup::cpython(),
        Some(name) => setup::cpython_named(name),
    };
    let interpreter = interpreter.ok_or(
        "no CPython of that release was found (OURO_PYTHON, or OURO_PYTHON_3_14 for --python 3.14, can name one)",
    )?;
    let folder = root().join("target/differential");
    let mut comparison = cargo();
    // Not `--release`, where a panic ends the process and sums overflow unseen.
    comparison.args(["run", "--quiet", "-p", "ouro-differential", "--"]);
    comparison.arg("--interpreter").arg(interpreter).arg("--folder").arg(folder).args(arguments);
    run_command(&mut comparison)
}

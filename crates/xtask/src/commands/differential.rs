//! `cargo xtask differential`: random programs on Ouro and on CPython (crates/differential).

use crate::{
    Result,
    process::{cargo, root, run as run_command},
    setup,
};

/// Finds CPython, and hands the arguments on.
pub fn run(arguments: &[String]) -> Result {
    let chosen = arguments.iter().position(|argument| argument == "--python").and_then(|at| arguments.get(at + 1));
    let (interpreter, variable) = match chosen {
        None => (setup::cpython(), "OURO_PYTHON".to_owned()),
        Some(name) => {
            let names = setup::PYTHON_RELEASES.map(|(name, _)| name);
            if !names.contains(&name.as_str()) {
                return Err(format!("no release {name}; there are {}", names.join(", ")).into());
            }
            (setup::cpython_named(name), setup::variable(name))
        }
    };
    let interpreter =
        interpreter.ok_or_else(|| format!("no CPython of that release was found ({variable} can name one)"))?;
    let folder = root().join("target/differential");
    let mut comparison = cargo();
    // Not `--release`, where a panic ends the process and sums overflow unseen.
    comparison.args(["run", "--quiet", "-p", "ouro-differential", "--"]);
    comparison.arg("--interpreter").arg(interpreter).arg("--folder").arg(folder).args(arguments);
    run_command(&mut comparison)
}

//! Parts of the Rust toolchain.

use std::path::Path;

use crate::{
    Result,
    process::{cargo, command, output, run, succeeds},
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target where the toolchain lacks it.
pub fn wasm_target() -> Result {
    let folder = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    eprintln!("Adding the {TARGET} target to the Rust toolchain (a download of about 25 MB).");
    run(command("rustup").args(["target", "add", TARGET]))
}

/// Adds rustfmt and clippy where the toolchain lacks them.
pub fn lint_components() -> Result {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !succeeds(cargo().args([subcommand, "--version"])) {
            eprintln!("Adding {component} to the Rust toolchain.");
            run(command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

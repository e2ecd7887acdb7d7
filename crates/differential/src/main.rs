//! `ouro-differential`: see [`ouro_differential::session::Options`].

use std::process::ExitCode;

use ouro_differential::session;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match session::Options::parse(&arguments).and_then(session::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("differential: {error}");
            ExitCode::FAILURE
        }
    }
}

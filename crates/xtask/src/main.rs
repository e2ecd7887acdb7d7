//! `cargo xtask COMMAND`: what a developer of Ouro does every day. Each command sets up what it needs.

mod commands;
mod process;
mod setup;
mod stages;

use std::process::ExitCode;

/// What went wrong, for the developer to read.
pub type Error = Box<dyn std::error::Error>;
/// The outcome of a step.
pub type Result<T = ()> = std::result::Result<T, Error>;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [TRUNK OPTIONS]  Build the page, serve it on this machine, rebuild it on every change
  build                             Write the static site to dist/
  test [STAGE...]                   Run the checks: lint, rust, build, browser (all of them by default)
  conformance [--bless] [TOPIC...]  Compare small programs and their memory with recordings of CPython (--bless: record)
  bench [--json]                    Print a table: speed against CPython, and what the page weighs
  differential [--count N] [--seed S] [--python RELEASE] [--jobs N] [--print] [FILE...]
                                    Compare N random programs, seeds from S on, with CPython (1000 from 1 by default)
  screenshots [FOLDER]              Save pictures of the page in dist/ to FOLDER (screenshots/ by default)
  setup                             Install what the other commands need, and nothing else
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let outcome = match command {
        "serve" => commands::serve::run(rest),
        "build" => commands::build::run(rest),
        "test" => commands::test::run(rest),
        "conformance" => commands::conformance::run(rest),
        "bench" => commands::bench::run(rest),
        "differential" => commands::differential::run(rest),
        "screenshots" => commands::screenshots::run(rest),
        "setup" => commands::setup::run(rest),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        unknown => Err(format!("there is no command {unknown:?}\n\n{USAGE}").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

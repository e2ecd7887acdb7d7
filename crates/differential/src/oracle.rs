//! Runs programs under the heap oracle (`oracle/`), one process each, and on Ouro with the same records.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use ouro_python::{version::Version, vm::Limits};
use ouro_trace::{Program, Value};

use crate::{
    Result,
    comparison::{Outcome, without_addresses, without_library_lines},
    ouro,
    session::Reference,
};

/// Where the oracle is.
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../oracle/oracle.py");
/// Where its observer is kept, compiled.
const CACHE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/oracle");

/// What ends a program that does not end by itself: few steps, as all their records are kept.
const LIMITS: Limits = Limits { steps: 2_000, ..ouro::LIMITS };
/// After how many seconds of the processor's time CPython is ended.
const SECONDS: &str = "1";

/// A CPython under the heap oracle.
pub struct Oracle {
    interpreter: PathBuf,
    program: PathBuf,
    running: Option<Child>,
}

impl Oracle {
    /// Programs will run on `interpreter`; `folder` is the oracle's own and holds the program that it runs.
    pub fn new(interpreter: &Path, folder: &Path) -> Result<Oracle> {
        fs::create_dir_all(folder)?;
        let program = std::path::absolute(folder.join("program.py"))?;
        Ok(Oracle { interpreter: interpreter.to_owned(), program, running: None })
    }
}

impl Reference for Oracle {
    fn program(&self) -> &Path {
        &self.program
    }

    fn begin(&mut self, text: &str) -> Result {
        fs::write(&self.program, text)?;
        let mut command = Command::new(&self.interpreter);
        command
            .args([SCRIPT, "--cache", CACHE, "--seconds", SECONDS, "--python"])
            .arg(&self.interpreter)
            .arg(&self.program);
        self.running = Some(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?);
        Ok(())
    }

    fn outcome(&mut self) -> Result<Outcome> {
        let output = self.running.take().ok_or("no program runs")?.wait_with_output()?;
        if !output.status.success() {
            return Err(format!("the heap oracle failed: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        outcome_of(ouro_trace::parse(&String::from_utf8_lossy(&output.stdout))?)
    }
}

/// Runs a program on Ouro, with its records.
pub fn run(version: &Version, file: &Path, text: &str) -> Outcome {
    ouro::guarded(|| {
        let mut records = Vec::new();
        let file = file.display().to_string();
        let program = Program { file: &file, source: text, version: version.clone(), limits: Some(&LIMITS) };
        let vm = ouro_trace::trace(&program, |record| records.push(record));
        let cut_short = vm.is_aborted();
        match outcome_of(records) {
            Ok(outcome) => Outcome { cut_short, ..outcome },
            Err(error) => Outcome { faults: vec![error.to_string()], cut_short, ..Outcome::default() },
        }
    })
}

/// What a program did, as its records say.
fn outcome_of(records: Vec<Value>) -> Result<Outcome> {
    let closing = ouro_trace::closing(&records).ok_or("the records have no end")?;
    let status = closing.exit.unwrap_or(-1) as i32;
    let stdout = without_addresses(&closing.stdout);
    let stderr = without_library_lines(&without_addresses(&closing.stderr));
    Ok(Outcome { status, stdout, stderr, records, faults: Vec::new(), cut_short: status < 0 })
}

//! CPython, for recording.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use ouro_python::version::Version;

use crate::{Kind, Outcome, Program, release_name};

/// An interpreter of the release that a version follows.
pub struct Interpreter {
    /// Its release, as recordings name it.
    pub release: String,
    command: String,
}

impl Interpreter {
    /// The interpreter that OURO_PYTHON_3_13 (and so on) names, else `python3.13` on PATH; an error where its release is
    /// another.
    pub fn find(version: &Version) -> Result<Interpreter, String> {
        let variable = format!("OURO_PYTHON_{}", version.name.replace('.', "_"));
        let command = std::env::var(&variable).unwrap_or_else(|_| format!("python{}", version.name));
        let release = release_name(version);
        let output = Command::new(&command).arg("--version").output();
        let output = output.map_err(|error| format!("{command}: {error} ({variable} names CPython {release})"))?;
        let stated = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if stated != format!("Python {release}") {
            return Err(format!("{command} is {stated:?}, not CPython {release}: {variable} can name it"));
        }
        Ok(Interpreter { release, command })
    }

    /// What the program does here, twice the same.
    pub fn run(&self, program: &Program) -> Result<Outcome, String> {
        let run = || match program.kind {
            Kind::Output | Kind::History => self.run_once(program),
            Kind::Memory => self.observe_once(program),
        };
        let first = run()?;
        if first != run()? {
            return Err(format!("two runs on {} differ", self.release));
        }
        first.check()?;
        Ok(first)
    }

    fn run_once(&self, program: &Program) -> Result<Outcome, String> {
        let failed = |error: std::io::Error| format!("{}: {error}", self.command);
        // Programs may write files: they get a folder of their own.
        let unique = format!("ouro-conformance-{}-{:?}", std::process::id(), std::thread::current().id());
        let folder = std::env::temp_dir().join(unique.replace(['(', ')'], ""));
        std::fs::create_dir_all(&folder).map_err(failed)?;
        // Without the program's folder on the path, no program of a topic is a module for another; caches are as new.
        let mut child = Command::new(&self.command)
            .args(["-P", "-s", "-B", "-X", "utf8"])
            .arg(&program.path)
            .current_dir(&folder)
            .env("PYTHONHASHSEED", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            // A program that does not read its input is no error.
            let _ = stdin.write_all(program.stdin.as_bytes());
        }
        let output = child.wait_with_output().map_err(failed)?;
        std::fs::remove_dir_all(&folder).map_err(failed)?;
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).map_err(|_| "its output is not UTF-8".to_owned())?;
            Ok::<_, String>(program.without_folder(&text))
        };
        let stderr = text(output.stderr)?;
        Ok(Outcome {
            status: output.status.code().ok_or("a signal ended it")?,
            stdout: text(output.stdout)?,
            stderr: program.reduced_stderr(&stderr),
            records: Vec::new(),
        })
    }

    /// Under the heap oracle.
    fn observe_once(&self, program: &Program) -> Result<Outcome, String> {
        let oracle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../oracle/oracle.py");
        let output = Command::new(&self.command)
            .arg(oracle)
            .args(["--python", &self.command])
            .arg(&program.path)
            .output()
            .map_err(|error| format!("{}: {error}", self.command))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let lines = String::from_utf8(output.stdout).map_err(|_| "its records are not UTF-8".to_owned())?;
        program.outcome_of(ouro_trace::parse(&lines).map_err(|error| error.to_string())?)
    }
}

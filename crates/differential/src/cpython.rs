//! Runs programs on a real CPython, many in one process (`sitecustomize.py`).

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use super::comparison::{Outcome, without_addresses, without_library_lines};
use crate::{Result, session::Reference};

const DRIVER: &str = include_str!("sitecustomize.py");

/// A CPython that waits for programs.
pub struct CPython {
    process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
    program: PathBuf,
}

impl CPython {
    /// Starts `interpreter`; `folder` is its own and holds the program that it runs.
    pub fn start(interpreter: &Path, folder: &Path) -> Result<CPython> {
        let driver = folder.join("driver");
        fs::create_dir_all(&driver)?;
        fs::write(driver.join("sitecustomize.py"), DRIVER)?;
        let program = std::path::absolute(folder.join("program.py"))?;
        let mut process = Command::new(interpreter)
            .args(["-s", "-B"])
            .arg(&program)
            .env("PYTHONPATH", std::path::absolute(&driver)?)
            .env("PYTHONHASHSEED", "0")
            .env("PYTHONUTF8", "1")
            .env("NO_COLOR", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let requests = process.stdin.take().ok_or("CPython has no standard input")?;
        let answers = BufReader::new(process.stdout.take().ok_or("CPython has no standard output")?);
        Ok(CPython { process, requests, answers, program })
    }
}

impl Reference for CPython {
    fn program(&self) -> &Path {
        &self.program
    }

    fn begin(&mut self, text: &str) -> Result {
        write!(self.requests, "{}\n{text}", text.len())?;
        self.requests.flush()?;
        Ok(())
    }

    fn outcome(&mut self) -> Result<Outcome> {
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        let mut numbers = head.split_whitespace();
        let mut number = || numbers.next().ok_or_else(|| format!("CPython answers {head:?}"));
        let status: i32 = number()?.parse()?;
        let (out, err): (usize, usize) = (number()?.parse()?, number()?.parse()?);
        let mut text = |length: usize| -> Result<String> {
            let mut bytes = vec![0; length];
            self.answers.read_exact(&mut bytes)?;
            Ok(without_addresses(&String::from_utf8_lossy(&bytes)))
        };
        let (stdout, stderr) = (text(out)?, text(err)?);
        let stderr = without_library_lines(&stderr);
        Ok(Outcome { status, stdout, stderr, cut_short: status < 0, ..Outcome::default() })
    }
}

impl Drop for CPython {
    fn drop(&mut self) {
        // It ends by itself when nobody asks any more, but not while a program runs.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

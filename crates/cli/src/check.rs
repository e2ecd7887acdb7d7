//! `ouro check`: a program on Ouro and on a CPython of this machine, under the heap oracle, and what differs.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use ouro_library::Library;
use ouro_python::compiler::{self, Mode, Options};
use ouro_python::output::Stream;
use ouro_python::version::Version;
use ouro_python::vm::Vm;
use ouro_trace::{Closing, Program, Value, differences};

/// The oracle's files, so that the command needs nothing of the repository.
const ORACLE: [(&str, &str); 2] = [
    ("oracle.py", include_str!("../../../oracle/oracle.py")),
    ("observer.c", include_str!("../../../oracle/observer.c")),
];
/// The oracle's exit status where it cannot observe: no compiler, or no headers.
const NO_OBSERVER: i32 = 3;
/// Differences that are shown; more of them mostly follow from these.
const SHOWN: usize = 20;

/// What a program did.
#[derive(PartialEq, Eq)]
struct Outcome {
    stdout: String,
    stderr: String,
    exit: i64,
}

/// A folder that is removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> std::io::Result<Folder> {
        let path = std::env::temp_dir().join(format!("ouro-check-{}", std::process::id()));
        std::fs::create_dir(&path)?;
        Ok(Folder(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed stays in the system's temporary folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Prints what differs. Exit status 0: nothing does; 1: something does; 2: the program could not be run.
pub(crate) fn check(interpreter: Option<&str>, file: &str, source: &str) -> ExitCode {
    match compare(interpreter, file, source) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(message) => {
            eprintln!("ouro: {message}");
            ExitCode::from(2)
        }
    }
}

/// How many differences there are.
fn compare(interpreter: Option<&str>, file: &str, source: &str) -> Result<usize, String> {
    let interpreter = interpreter.unwrap_or(if cfg!(windows) { "python" } else { "python3" });
    let release = release_of(interpreter)?;
    let version = version_of(&release)?;
    let folder = Folder::new().map_err(|error| format!("no temporary folder: {error}"))?;
    let (major, minor, micro) = version.number;
    println!("CPython {release} ({interpreter}) and Ouro as {}, checked against {major}.{minor}.{micro}", version.name);

    let (told, cpython, ouro) = match records(interpreter, file, &folder.0)? {
        Ok(expected) => {
            let program = Program { file, source, version, limits: None };
            let mut found = Vec::new();
            ouro_trace::trace(&program, |record| found.push(record));
            let told = tell_differences(&expected, &found);
            (told, closing(&expected)?, closing(&found)?)
        }
        Err(reason) => {
            println!("output alone is compared: {reason}");
            (0, run_alone(interpreter, file, &folder.0)?, run_here(version, file, source))
        }
    };
    let count = told + tell_output(&cpython, &ouro);
    if count == 0 {
        println!("no difference");
    }
    Ok(count)
}

/// Asks an interpreter for its release, such as `3.13.0`.
fn release_of(interpreter: &str) -> Result<String, String> {
    let code = "import platform, sys; print(platform.python_version(), sys.implementation.name)";
    let output = Command::new(interpreter).args(["-I", "-c", code]).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("cannot run {interpreter}: {error} (--interpreter names another)"))?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match text.split_once(' ') {
        Some((release, "cpython")) => Ok(release.to_owned()),
        _ => Err(format!("{interpreter} is no CPython")),
    }
}

fn version_of(release: &str) -> Result<Version, String> {
    let series = release.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    Version::named(release).or_else(|| Version::named(&series)).ok_or_else(|| {
        let names: Vec<&str> = Version::all().iter().map(|version| version.name).collect();
        format!("CPython {release} is no release that Ouro follows: those are {}", names.join(", "))
    })
}

/// The records of a program under the oracle; the reason where this interpreter cannot be observed.
fn records(interpreter: &str, file: &str, folder: &Path) -> Result<Result<Vec<Value>, String>, String> {
    for (name, text) in ORACLE {
        std::fs::write(folder.join(name), text).map_err(|error| format!("{name}: {error}"))?;
    }
    let output = Command::new(interpreter)
        .arg(folder.join("oracle.py"))
        .args(["--python", interpreter, "--cache"])
        .arg(folder.join("cache"))
        .arg(file)
        .output()
        .map_err(|error| format!("cannot run {interpreter}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let last = said.lines().last().unwrap_or("it says nothing").trim_start_matches("oracle: ").to_owned();
    match output.status.code() {
        Some(0) => {}
        Some(NO_OBSERVER) => return Ok(Err(last)),
        _ => return Err(format!("the heap oracle failed: {last}")),
    }
    let records = ouro_trace::parse(&String::from_utf8_lossy(&output.stdout));
    records.map(Ok).map_err(|error| format!("the heap oracle's records: {error}"))
}

fn closing(records: &[Value]) -> Result<Outcome, String> {
    let Closing { stdout, stderr, exit } = ouro_trace::closing(records).ok_or("the records have no end")?;
    Ok(Outcome { stdout, stderr, exit: exit.unwrap_or(-1) })
}

/// As `python FILE` runs it.
fn run_alone(interpreter: &str, file: &str, folder: &Path) -> Result<Outcome, String> {
    let output = Command::new(interpreter)
        .args(["-P", "-s", "-B", "-X", "utf8"])
        .arg(file)
        .current_dir(folder)
        .env("PYTHONHASHSEED", "0")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cannot run {interpreter}: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let exit = i64::from(output.status.code().unwrap_or(-1));
    Ok(Outcome { stdout: text(&output.stdout), stderr: text(&output.stderr), exit })
}

fn run_here(version: Version, file: &str, source: &str) -> Outcome {
    let options = Options::of(&version);
    let mut vm = Vm::new(version);
    vm.library = Library::EMBEDDED;
    match compiler::compile_with(source, file, Mode::Exec, options) {
        Ok(code) => {
            vm.load(&code, source);
            vm.run(u32::MAX, u64::MAX);
        }
        Err(error) => drop(vm.raise_syntax_error(&error, file)),
    }
    let exit = i64::from(vm.finalize() & 0xFF);
    Outcome { stdout: vm.output.text(Stream::Stdout), stderr: vm.output.text(Stream::Stderr), exit }
}

fn tell_differences(cpython: &[Value], ouro: &[Value]) -> usize {
    let found = differences(cpython, ouro);
    for difference in found.iter().take(SHOWN) {
        println!("{difference}");
    }
    if found.len() > SHOWN {
        println!("... and {} more", found.len() - SHOWN);
    }
    if found.is_empty() {
        println!("memory is the same at {} lines", ouro.len().saturating_sub(2));
    }
    found.len()
}

fn tell_output(cpython: &Outcome, ouro: &Outcome) -> usize {
    let mut count = 0;
    for (stream, expected, found) in
        [("output", &cpython.stdout, &ouro.stdout), ("standard error", &cpython.stderr, &ouro.stderr)]
    {
        if expected != found {
            let (mut left, mut right) = (expected.lines(), found.lines());
            let line = (1..).find_map(|number| match (left.next(), right.next()) {
                (None, None) => Some((number, "(its end)", "(its end)")),
                (a, b) if a == b => None,
                (a, b) => Some((number, a.unwrap_or("(its end)"), b.unwrap_or("(its end)"))),
            });
            if let Some((number, a, b)) = line {
                println!("line {number} of its {stream}:\n    CPython: {a}\n    Ouro:    {b}");
            }
            count += 1;
        }
    }
    if cpython.exit != ouro.exit {
        println!("exit status: CPython {}, Ouro {}", cpython.exit, ouro.exit);
        count += 1;
    }
    count
}

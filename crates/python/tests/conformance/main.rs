//! Small programs by topic, whose recorded output and memory on releases of CPython Ouro has to reproduce. The README beside
//! this file says how they are written and recorded. `cargo xtask conformance` and `cargo test` both run this.

mod interpreter;
mod machine;
mod outcome;
mod records;
mod report;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use ouro_python::version::Version;
use ouro_trace::Value;

use crate::interpreter::Interpreter;
use crate::outcome::{Expectation, Outcome};
use crate::report::Verdict;

/// Deep programs need a deep stack, as in `ouro run`.
const STACK_BYTES: usize = 512 << 20;

/// What of a program is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What it prints, and its exit status.
    Output,
    /// Also the state of its memory before every line.
    Memory,
    /// What it prints, in releases that are history.
    History,
}

impl Kind {
    /// Where programs of this kind are: the folder, what comes before a topic's name, and the extension of recordings.
    fn place(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Kind::Output => ("tests/conformance", "", "expected"),
            Kind::Memory => ("tests/memory", "memory/", "records"),
            Kind::History => ("tests/history", "history/", "expected"),
        }
    }

    /// The releases that programs of this kind are recorded for.
    fn recorded_versions(self) -> Vec<Version> {
        match self {
            Kind::Output | Kind::Memory => all_versions(false),
            Kind::History => all_versions(true),
        }
    }
}

/// A program of the suite.
pub struct Program {
    /// What is compared.
    pub kind: Kind,
    /// The folder that it is in.
    pub topic: String,
    /// Its file's name without the extension.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// Its text.
    pub source: String,
    /// What it reads from standard input.
    pub stdin: String,
}

impl Program {
    /// Whether a line of the program that begins like this names a release; nothing if there is no such line.
    fn names(&self, beginning: &str, version: &Version) -> Option<bool> {
        let names = self.source.lines().find_map(|line| line.strip_prefix(beginning))?;
        Some(names.split(", ").any(|name| name == version.name))
    }

    /// Whether a release is recorded: it is for programs of this kind, unless the program says that it is for others only.
    fn records(&self, version: &Version) -> bool {
        self.kind.recorded_versions().contains(version)
            && self.names("# conformance: only as ", version).unwrap_or(true)
    }

    /// Whether a release is compared: it is recorded, and the program does not say that Ouro does not follow the release in
    /// it yet.
    fn compares(&self, version: &Version) -> bool {
        self.records(version) && !self.names("# conformance: not yet as ", version).unwrap_or(false)
    }

    fn expectation_path(&self) -> PathBuf {
        self.path.with_extension(self.kind.place().2)
    }

    /// A text that the program's folder is cut from: Ouro knows the program by its name alone.
    pub fn without_folder(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.path.parent().unwrap_or(Path::new("")).display()), "")
    }

    /// What the records say that it did.
    pub fn outcome_of(&self, mut records: Vec<Value>) -> Result<Outcome, String> {
        let closing = ouro_trace::closing(&records).ok_or("it has no closing record")?;
        records.pop();
        let status = closing.exit.and_then(|status| status.try_into().ok()).ok_or("it has no exit status")?;
        let stderr = self.reduced_stderr(&self.without_folder(&closing.stderr));
        Ok(Outcome { status, stdout: self.without_folder(&closing.stdout), stderr, records })
    }

    /// What a release wrote to standard error, as far as it is recorded.
    pub fn reduced_stderr(&self, stderr: &str) -> String {
        if self.source.lines().any(|line| line == "# conformance: whole stderr") {
            return stderr.to_owned();
        }
        let speaks = |line: &&str| line.contains(|c: char| !" |+-".contains(c));
        stderr.lines().rev().find(speaks).unwrap_or_default().to_owned()
    }
}

/// The releases that are history, or those that are not.
fn all_versions(history: bool) -> Vec<Version> {
    Version::all().into_iter().filter(|version| version.history.is_some() == history).collect()
}

/// As releases are named in recordings: `3.13.0`.
pub fn release_name(version: &Version) -> String {
    let (major, minor, micro) = version.number;
    format!("{major}.{minor}.{micro}")
}

fn main() -> ExitCode {
    let (options, filters): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with('-'));
    let outcome = programs(&filters).and_then(|programs| {
        if options.iter().any(|option| option == "--bless") { bless(&programs) } else { Ok(check(&programs)) }
    });
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("conformance: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The programs of topics, or programs given as `TOPIC/NAME`; all if nothing is given.
fn programs(filters: &[String]) -> Result<Vec<Program>, String> {
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let entries = |folder: &Path| -> Result<Vec<PathBuf>, String> {
        let listing = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut paths: Vec<PathBuf> = listing.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        Ok(paths)
    };
    let stem = |path: &Path| path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut found = Vec::new();
    for kind in [Kind::Output, Kind::Memory, Kind::History] {
        let (folder, prefix, _) = kind.place();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for folder in entries(&root)?.into_iter().filter(|path| path.is_dir()) {
            let topic = format!("{prefix}{}", stem(&folder));
            for path in entries(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "py")) {
                let name = stem(&path);
                let whole = format!("{topic}/{name}");
                let wanted = |filter: &String| {
                    let rest = whole.strip_prefix(filter.as_str());
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                };
                if !filters.is_empty() && !filters.iter().any(wanted) {
                    continue;
                }
                let source = read(&path)?;
                let answers = path.with_extension("stdin");
                let stdin = if answers.exists() { read(&answers)? } else { String::new() };
                found.push(Program { kind, topic: topic.clone(), name, path, source, stdin });
            }
        }
    }
    Ok(found)
}

/// Gives every program to a function, on as many threads as there are processors; results are in the programs' order.
fn for_each<T: Send>(programs: &[Program], work: impl Fn(&Program) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            let worker = || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(program) = programs.get(index) else { break };
                    let result = work(program);
                    results.lock().expect("no worker panics").insert(index, result);
                }
            };
            std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, worker).expect("a thread");
        }
    });
    results.into_inner().expect("no worker panics").into_values().collect()
}

/// Runs programs on Ouro and prints the table. True if all pass.
fn check(programs: &[Program]) -> bool {
    machine::keep_panics_quiet();
    let versions = Version::all();
    let verdicts = for_each(programs, |program| {
        let expectation = std::fs::read_to_string(program.expectation_path())
            .map_err(|_| "it has no recording: cargo xtask conformance --bless".to_owned())
            .and_then(|text| Expectation::parse(&text));
        let verdict = |version: &Version| -> Verdict {
            let expected = expectation.as_ref().map_err(Clone::clone)?.of(&release_name(version))?;
            let found = machine::run(program, version.clone())?;
            report::compare(expected, &found)
        };
        versions.iter().map(|version| program.compares(version).then(|| verdict(version))).collect::<Vec<_>>()
    });
    report::print(programs, &versions, &verdicts)
}

/// Records what CPython does. True if everything could be recorded. Where an interpreter is not installed, the recording of
/// its release stays.
fn bless(programs: &[Program]) -> Result<bool, String> {
    let interpreters: Vec<_> = Version::all().into_iter().map(|v| (Interpreter::find(&v), v)).collect();
    let record = |program: &Program| -> Result<Expectation, String> {
        let before = std::fs::read_to_string(program.expectation_path()).unwrap_or_default();
        let before = Expectation::parse(&before).ok();
        let outcome = |(interpreter, version): &(Result<Interpreter, String>, Version)| {
            let release = release_name(version);
            let outcome = match (interpreter, before.as_ref().and_then(|before| before.of(&release).ok())) {
                (Ok(interpreter), _) => interpreter.run(program)?,
                (Err(_), Some(outcome)) => outcome.clone(),
                (Err(message), None) => return Err(message.clone()),
            };
            Ok((release, outcome))
        };
        let wanted = interpreters.iter().filter(|(_, version)| program.records(version));
        Ok(Expectation::of_releases(wanted.map(outcome).collect::<Result<_, String>>()?))
    };
    let recorded = for_each(programs, |program| -> Result<bool, String> {
        let text = record(program)?.to_string();
        let path = program.expectation_path();
        if std::fs::read_to_string(&path).is_ok_and(|before| before == text) {
            return Ok(false);
        }
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(true)
    });
    let mut changed = 0;
    let mut failed = 0;
    for (program, result) in programs.iter().zip(recorded) {
        match result {
            Ok(true) => changed += 1,
            Ok(false) => {}
            Err(message) => {
                failed += 1;
                eprintln!("{}/{}: {message}", program.topic, program.name);
            }
        }
    }
    println!("{} programs, {changed} recordings changed, {failed} failed", programs.len());
    Ok(failed == 0)
}

//! Compares many programs, and keeps what shows a difference.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::Instant,
};

use ouro_python::version::Version;

use crate::{
    Result,
    comparison::{Difference, Outcome, Verdict},
    cpython::CPython,
    generator,
    oracle::{self, Oracle},
    ouro,
    shrink::shrink,
};

/// A CPython that runs programs.
pub trait Reference {
    /// The file name that tracebacks show.
    fn program(&self) -> &Path;
    /// Hands over a program; `outcome` waits for its end.
    fn begin(&mut self, text: &str) -> Result;
    /// What the program did that was handed over.
    fn outcome(&mut self) -> Result<Outcome>;
}

/// What the command line asks for: `--interpreter FILE [--count N] [--seed S] [--python RELEASE] [--jobs N]
/// [--stop-after N] [--folder FOLDER] [--heap]` compares N programs, with the seeds from S on; with names of files it
/// compares those; with `--heap` also the state of memory before every line; `--print` only prints. Random programs that
/// meet a limit do not count: there are as many more.
pub struct Options {
    /// A CPython of the release.
    interpreter: PathBuf,
    /// Where differences are written down.
    folder: PathBuf,
    count: u64,
    seed: u64,
    jobs: usize,
    version: Version,
    /// How many differences are enough.
    stop_after: usize,
    /// Programs to compare in place of random ones.
    files: Vec<PathBuf>,
    /// Compare the state of memory before every line, too.
    heap: bool,
    /// Print the programs and run nothing.
    print: bool,
}

impl Options {
    /// Reads a command line.
    pub fn parse(arguments: &[String]) -> Result<Options> {
        let jobs = thread::available_parallelism().map_or(1, usize::from);
        let mut options = Options {
            interpreter: "python3".into(),
            folder: "target/differential".into(),
            count: 1000,
            seed: 1,
            jobs,
            version: Version::v3_13(),
            stop_after: 100,
            files: Vec::new(),
            heap: false,
            print: false,
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--interpreter" => options.interpreter = value()?.into(),
                "--folder" => options.folder = value()?.into(),
                "--count" => options.count = value()?.parse()?,
                "--seed" => options.seed = value()?.parse()?,
                "--jobs" => options.jobs = value()?.parse::<usize>()?.max(1),
                "--python" => {
                    let name = value()?;
                    options.version = Version::named(name).ok_or_else(|| format!("there is no release {name}"))?;
                }
                "--stop-after" => options.stop_after = value()?.parse()?,
                "--heap" => options.heap = true,
                "--print" => options.print = true,
                file if !file.starts_with('-') => options.files.push(file.into()),
                unknown => return Err(format!("there is no option {unknown}").into()),
            }
        }
        if !options.files.is_empty() {
            (options.seed, options.count) = (0, options.files.len() as u64);
        }
        Ok(options)
    }

    /// The programs, each with its name.
    fn program(&self, number: u64) -> Result<(String, String)> {
        match self.files.get(number as usize) {
            Some(file) => {
                let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                Ok((name, fs::read_to_string(file)?))
            }
            None => {
                let seed = self.seed + number;
                Ok((format!("seed-{seed}"), generator::program(seed)))
            }
        }
    }
}

/// Compares the programs; fails where one shows a difference.
pub fn run(options: Options) -> Result {
    if options.print {
        for number in 0..options.count {
            print!("{}", options.program(number)?.1);
        }
        return Ok(());
    }
    if options.folder.exists() {
        fs::remove_dir_all(&options.folder)?;
    }
    let start = Instant::now();
    let session = Session { options, progress: Mutex::default() };
    // What a panic says is reported with the program.
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = session.run_all();
    drop(std::panic::take_hook());
    outcome?;
    session.report(start)
}

/// A comparison of many programs by several threads.
struct Session {
    options: Options,
    progress: Mutex<Progress>,
}

/// How far a session is.
#[derive(Default)]
struct Progress {
    /// The number of the next program.
    next: u64,
    /// Differences by the program's name.
    found: BTreeMap<String, String>,
    /// Names of programs that a limit ended.
    cut_short: Vec<String>,
}

impl Session {
    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of a program that nobody has compared yet, while there has to be one.
    fn next(&self) -> Option<u64> {
        let mut progress = self.progress();
        let number = progress.next;
        let more = if self.options.files.is_empty() { progress.cut_short.len() as u64 } else { 0 };
        if number >= self.options.count + more || progress.found.len() >= self.options.stop_after {
            return None;
        }
        if number > 0 && number.is_multiple_of(1000) {
            eprintln!("{number} programs");
        }
        progress.next += 1;
        Some(number)
    }

    fn run_all(&self) -> Result {
        thread::scope(|scope| {
            let mut workers = Vec::new();
            for worker in 0..self.options.jobs {
                let work = move || self.work(worker).map_err(|error| error.to_string());
                workers.push(thread::Builder::new().stack_size(ouro::STACK_BYTES).spawn_scoped(scope, work)?);
            }
            for worker in workers {
                worker.join().map_err(|_| "a worker panicked")??;
            }
            Ok(())
        })
    }

    fn work(&self, worker: usize) -> Result {
        let (interpreter, folder) = (&self.options.interpreter, self.options.folder.join(format!("worker-{worker}")));
        let mut reference: Box<dyn Reference> = match self.options.heap {
            true => Box::new(Oracle::new(interpreter, &folder)?),
            false => Box::new(CPython::start(interpreter, &folder)?),
        };
        while let Some(number) = self.next() {
            let (name, text) = self.options.program(number)?;
            let (verdict, theirs, ours) = self.compare(&mut *reference, &text)?;
            match verdict {
                Verdict::Equal => {}
                Verdict::CutShort => self.progress().cut_short.push(name),
                Verdict::Differs(kind) => {
                    let described = self.keep(&mut *reference, &name, &text, kind, (&theirs, &ours))?;
                    eprintln!("{name}: {described}");
                    self.progress().found.insert(name, described);
                }
            }
        }
        Ok(())
    }

    fn compare(&self, reference: &mut dyn Reference, text: &str) -> Result<(Verdict, Outcome, Outcome)> {
        reference.begin(text)?;
        let run = if self.options.heap { oracle::run } else { ouro::run };
        let ours = run(&self.options.version, reference.program(), text);
        let theirs = reference.outcome()?;
        Ok((Difference::between(&theirs, &ours), theirs, ours))
    }

    /// Writes down a program that shows a difference, and, but for states of memory, the smallest one that still does; says
    /// what it is.
    fn keep(
        &self,
        reference: &mut dyn Reference,
        name: &str,
        text: &str,
        kind: Difference,
        (theirs, ours): (&Outcome, &Outcome),
    ) -> Result<String> {
        let folder = self.options.folder.join(name);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("program.py"), text)?;
        write_outcomes(&folder, "program", theirs, ours)?;
        if self.options.heap {
            // Runs under the oracle are too slow for that, and the difference names its line.
            return Ok(kind.describe(theirs, ours));
        }
        let invalid = |outcome: &Outcome| {
            ["SyntaxError: ", "IndentationError: "].iter().any(|error| outcome.stderr.contains(error))
        };
        let was_invalid = invalid(theirs);
        let mut failure = None;
        let small = shrink(text, |candidate| match self.compare(reference, candidate) {
            Ok((verdict, theirs, _)) => verdict == Verdict::Differs(kind) && invalid(&theirs) == was_invalid,
            Err(error) => {
                failure.get_or_insert(error);
                false
            }
        });
        if let Some(error) = failure {
            return Err(error);
        }
        fs::write(folder.join("small.py"), &small)?;
        Ok(match self.compare(reference, &small)? {
            (Verdict::Differs(kind), theirs, ours) => {
                write_outcomes(&folder, "small", &theirs, &ours)?;
                kind.describe(&theirs, &ours)
            }
            _ => kind.describe(theirs, ours),
        })
    }

    fn report(&self, start: Instant) -> Result {
        let Progress { next, found, cut_short } = &*self.progress();
        let (compared, different) = (next - cut_short.len() as u64, found.len());
        let (seed, seconds) = (self.options.seed, start.elapsed().as_secs_f64());
        let last = seed + next.saturating_sub(1);
        println!(
            "{compared} programs compared (seeds {seed} to {last}), {different} with a difference, {seconds:.0} s"
        );
        if !cut_short.is_empty() {
            println!("{} not compared to the end, as a limit was met: {}", cut_short.len(), cut_short.join(", "));
        }
        if different > 0 {
            return Err(format!("see {}", self.options.folder.display()).into());
        }
        Ok(())
    }
}

fn write_outcomes(folder: &Path, name: &str, theirs: &Outcome, ours: &Outcome) -> Result {
    for (interpreter, outcome) in [("cpython", theirs), ("ouro", ours)] {
        let Outcome { status, stdout, stderr, faults, .. } = outcome;
        let faults: String = faults.iter().map(|fault| format!("fault: {fault}\n")).collect();
        let text = format!("{stdout}--- stderr\n{stderr}--- exit status {status}\n{faults}");
        fs::write(folder.join(format!("{name}.{interpreter}.txt")), text)?;
    }
    Ok(())
}

//! `ouro run FILE`, `ouro trace FILE` and `ouro check FILE`: the engine in a terminal, for tests, benchmarks and the curious.

mod check;
mod run;

use std::io::Write;
use std::process::ExitCode;

use ouro_python::version::Version;
use ouro_trace::Program;

const USAGE: &str = "\
usage: ouro run [--python VERSION] [--] FILE     run a program as `python FILE` does
       ouro trace [--python VERSION] [--] FILE   print the state of its memory before every line, as JSON lines
       ouro check [--interpreter PYTHON] [--] FILE
                                                 run it here and on a CPython (python3 if none is named), and compare
       ouro versions                             print the releases that can be followed";

/// What the command line asks for.
struct Command {
    verb: String,
    version: Version,
    interpreter: Option<String>,
    file: String,
}

fn parse(mut args: impl Iterator<Item = String>) -> Result<Command, String> {
    let verb = args.next().ok_or_else(|| USAGE.to_owned())?;
    let mut version = Version::v3_13();
    let mut interpreter = None;
    let mut file = None;
    let mut only_files = false;
    while let Some(arg) = args.next() {
        if !only_files && arg == "--" {
            only_files = true;
        } else if !only_files && (arg == "--python" || arg.starts_with("--python=")) {
            let name = match arg.strip_prefix("--python=") {
                Some(name) => name.to_owned(),
                None => args.next().ok_or("--python needs a version, such as 3.13")?,
            };
            version = Version::named(&name).ok_or_else(|| {
                let names: Vec<&str> = Version::all().iter().map(|v| v.name).collect();
                format!("no release {name}; there are {}", names.join(", "))
            })?;
        } else if !only_files && (arg == "--interpreter" || arg.starts_with("--interpreter=")) {
            interpreter = match arg.strip_prefix("--interpreter=") {
                Some(path) => Some(path.to_owned()),
                None => Some(args.next().ok_or("--interpreter needs a program, such as python3.13")?),
            };
        } else if !only_files && arg.starts_with('-') {
            return Err(format!("unknown option {arg}\n{USAGE}"));
        } else if file.replace(arg).is_some() {
            return Err(format!("one file, please\n{USAGE}"));
        }
    }
    let file = file.unwrap_or_default();
    if file.is_empty() && verb != "versions" {
        return Err(USAGE.to_owned());
    }
    Ok(Command { verb, version, interpreter, file })
}

/// Deep programs need a deep stack: each level of Python called from Rust takes a few kilobytes of it.
const STACK_BYTES: usize = 512 << 20;

fn main() -> ExitCode {
    let command = match parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let worker = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || execute(command));
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_)) => ExitCode::from(70),
        Err(error) => {
            eprintln!("ouro: no thread to run in: {error}");
            ExitCode::from(71)
        }
    }
}

fn execute(command: Command) -> ExitCode {
    if command.verb == "versions" {
        for version in Version::all() {
            let (major, minor, micro) = version.number;
            println!("{} (checked against {major}.{minor}.{micro})", version.name);
        }
        return ExitCode::SUCCESS;
    }
    let source = match std::fs::read_to_string(&command.file) {
        Ok(source) => source,
        Err(error) => {
            eprintln!("ouro: can't open file '{}': {error}", command.file);
            return ExitCode::from(2);
        }
    };
    // As CPython does since 3.9: tracebacks name the program by its absolute path.
    let file = std::path::absolute(&command.file).map_or(command.file, |path| path.display().to_string());
    match command.verb.as_str() {
        "run" => run::run(command.version, &file, &source),
        "trace" => {
            let program = Program { file: &file, source: &source, version: command.version, limits: None };
            let mut output = std::io::stdout().lock();
            let mut written = Ok(());
            ouro_trace::trace(&program, |record| {
                // Nobody may want the rest, as behind `| head`.
                if written.is_ok() {
                    written = writeln!(output, "{record}");
                }
            });
            if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        "check" => check::check(command.interpreter.as_deref(), &file, &source),
        verb => {
            eprintln!("unknown command {verb}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

//! `ouro run`: standard output, standard error and exit status as `python FILE` gives them.

use std::io::Write;
use std::process::ExitCode;

use ouro_library::Library;
use ouro_python::compiler::{self, Mode, Options, SyntaxError};
use ouro_python::output::Stream;
use ouro_python::version::Version;
use ouro_python::vm::{Abort, Status, Vm};

/// How many instructions run before output is passed on.
const SLICE: u64 = 200_000;

/// Passes on what the program has written since the last time.
pub(crate) struct Terminal {
    chunk: usize,
    offset: usize,
}

impl Terminal {
    pub(crate) fn new() -> Terminal {
        Terminal { chunk: 0, offset: 0 }
    }

    /// A closed pipe ends nothing: the program runs on, as it does when nobody reads.
    pub(crate) fn flush(&mut self, vm: &Vm) {
        let chunks = vm.output.chunks();
        while let Some(chunk) = chunks.get(self.chunk) {
            let text = chunk.text.get(self.offset..).unwrap_or("");
            let written = match chunk.stream {
                Stream::Stdout => std::io::stdout().write_all(text.as_bytes()),
                Stream::Stderr => {
                    let _ = std::io::stdout().flush();
                    std::io::stderr().write_all(text.as_bytes())
                }
            };
            let _ = written;
            self.offset = chunk.text.len();
            if self.chunk + 1 == chunks.len() {
                break;
            }
            self.chunk += 1;
            self.offset = 0;
        }
        let _ = std::io::stdout().flush();
    }
}

/// Prints a syntax error as CPython prints it.
pub(crate) fn report(version: Version, error: &SyntaxError, file: &str) -> ExitCode {
    let mut vm = Vm::new(version);
    let _ = vm.raise_syntax_error(error, file);
    let status = vm.finalize();
    Terminal::new().flush(&vm);
    ExitCode::from(status as u8)
}

/// Runs a program.
pub(crate) fn run(version: Version, file: &str, source: &str) -> ExitCode {
    let code = match compiler::compile_with(source, file, Mode::Exec, Options::of(&version)) {
        Ok(code) => code,
        Err(error) => return report(version, &error, file),
    };
    let mut vm = Vm::new(version);
    vm.library = Library::EMBEDDED;
    vm.load(&code, source);
    let mut terminal = Terminal::new();
    let status = loop {
        let status = vm.run(u32::MAX, SLICE);
        terminal.flush(&vm);
        if status != Status::Slice {
            break status;
        }
    };
    let exit = match status {
        Status::Aborted(Abort::Limit(limit)) => {
            eprintln!("ouro: a limit was reached: {limit:?}");
            1
        }
        _ => vm.finalize(),
    };
    terminal.flush(&vm);
    ExitCode::from((exit & 0xFF) as u8)
}

//! `ouro run`: standard output, standard error and exit status as `python FILE` gives them.

use std::cell::RefCell;
use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::rc::Rc;

use ouro_library::Library;
use ouro_python::compiler::{self, Mode, Options, SyntaxError};
use ouro_python::output::{Output, Stream};
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
    pub(crate) fn flush(&mut self, output: &Output) {
        let chunks = output.chunks();
        while let Some(chunk) = chunks.get(self.chunk) {
            let text = chunk.text.get(self.offset..).unwrap_or("");
            let written = match chunk.stream {
                Stream::Stdout => std::io::stdout().write_all(text.as_bytes()),
                // The terminal has shown it already.
                Stream::Stdin => Ok(()),
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

/// A line of standard input with its end; `None` at the end of it.
fn read_line() -> Option<String> {
    let mut bytes = Vec::new();
    let count = std::io::stdin().lock().read_until(b'\n', &mut bytes).ok()?;
    (count > 0).then(|| String::from_utf8_lossy(&bytes).into_owned())
}

/// Prints a syntax error as CPython prints it.
pub(crate) fn report(version: Version, error: &SyntaxError, file: &str) -> ExitCode {
    let mut vm = Vm::new(version);
    let _ = vm.raise_syntax_error(error, file);
    let status = vm.finalize();
    Terminal::new().flush(&vm.output);
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
    let terminal = Rc::new(RefCell::new(Terminal::new()));
    let asking = Rc::clone(&terminal);
    vm.input.set_source(Box::new(move |output| {
        // The prompt is seen before the answer is typed.
        asking.borrow_mut().flush(output);
        read_line()
    }));
    let status = loop {
        let status = vm.run(u32::MAX, SLICE);
        terminal.borrow_mut().flush(&vm.output);
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
    terminal.borrow_mut().flush(&vm.output);
    ExitCode::from((exit & 0xFF) as u8)
}

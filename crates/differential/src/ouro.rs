//! Runs a program on Ouro, in this process, with everything checked that can be checked without CPython.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use ouro_library::Library;
use ouro_python::{
    compiler::{self, Mode, Options},
    output::Stream,
    version::Version,
    vm::{Limits, Status, Vm},
};

use super::comparison::{Outcome, without_addresses, without_library_lines};

/// Each level of Python called from Rust takes a few kilobytes of stack.
pub const STACK_BYTES: usize = 1 << 30;

/// What ends a program that does not end by itself.
pub const LIMITS: Limits = Limits { steps: 300_000, instructions: 2_000_000, bytes: 1 << 30, output: 10 << 20 };

/// Runs a program under the name that tracebacks show, to the end of the interpreter.
pub fn run(version: &Version, file: &Path, text: &str) -> Outcome {
    guarded(|| run_unguarded(version.clone(), file, text))
}

/// What `run` says, or the panic that ended it.
pub fn guarded(run: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        let words = words.or_else(|| panic.downcast_ref::<&str>().map(|&words| words.to_owned()));
        Outcome { faults: vec![format!("panic: {}", words.unwrap_or_default())], ..Outcome::default() }
    })
}

fn run_unguarded(version: Version, file: &Path, text: &str) -> Outcome {
    let options = Options::of(&version);
    let mut vm = Vm::new(version);
    vm.library = Library::EMBEDDED;
    vm.set_limits(&LIMITS);
    let name = file.display().to_string();
    let mut faults = Vec::new();
    let mut cut_short = false;
    let mut loaded = false;
    match compiler::compile_with(text, &name, Mode::Exec, options) {
        Err(error) => drop(vm.raise_syntax_error(&error, &name)),
        Ok(code) => {
            vm.load(&code, text);
            loaded = true;
            cut_short = matches!(vm.run(u32::MAX, u64::MAX), Status::Aborted(_));
            check_counts(&vm, "before the end", &mut faults);
        }
    }
    let mut status = 1;
    if !cut_short {
        status = vm.finalize();
        cut_short = vm.is_aborted();
    }
    if !cut_short {
        check_counts(&vm, "after the end", &mut faults);
        let left = if loaded { vm.leaked() } else { Vec::new() };
        let left: Vec<String> = left.into_iter().map(|id| vm.type_name(id).to_string()).collect();
        if !left.is_empty() {
            faults.push(format!("left over: {}", left.join(", ")));
        }
    }
    let written = |stream| without_addresses(&vm.output.text(stream));
    Outcome {
        status: status & 0xFF,
        stdout: written(Stream::Stdout),
        stderr: without_library_lines(&written(Stream::Stderr)),
        faults,
        cut_short,
        records: Vec::new(),
    }
}

fn check_counts(vm: &Vm, when: &str, faults: &mut Vec<String>) {
    for wrong in vm.heap.audit(|visit| vm.visit_roots(visit)) {
        let class = vm.type_name(wrong.id);
        faults.push(format!("{when}: a {class} counts {}, has {}", wrong.counted, wrong.found));
    }
}

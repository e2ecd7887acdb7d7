//! Ouro: runs a program to the interpreter's end and counts every reference.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};

use ouro_library::Library;
use ouro_python::compiler::{self, Mode, Options};
use ouro_python::output::Stream;
use ouro_python::version::Version;
use ouro_python::vm::{Limits, Status, Vm};

use crate::{Kind, Outcome, Program};

/// No program needs as much.
const LIMITS: Limits = Limits { steps: u32::MAX, instructions: 50_000_000, bytes: 512 << 20, output: 1 << 20 };

thread_local! {
    /// Where this thread panicked last, and with which message.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps a panic's message for the report instead of printing it.
pub fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|info| PANIC.with_borrow_mut(|message| *message = info.to_string())));
}

/// What a program does on Ouro. An error for a panic, a count that is wrong, or an object that is left over.
pub fn run(program: &Program, version: Version) -> Result<Outcome, String> {
    let run = AssertUnwindSafe(|| match program.kind {
        Kind::Output | Kind::History => run_unguarded(program, version),
        Kind::Memory => trace_unguarded(program, version),
    });
    catch_unwind(run).unwrap_or_else(|_| Err(PANIC.with_borrow(|message| message.replace('\n', " "))))
}

fn run_unguarded(program: &Program, version: Version) -> Result<Outcome, String> {
    let file = format!("{}.py", program.name);
    let options = Options::of(&version);
    let mut vm = Vm::new(version);
    vm.library = Library::EMBEDDED;
    vm.set_limits(&LIMITS);
    let mut lines: VecDeque<String> = program.stdin.split_inclusive('\n').map(str::to_owned).collect();
    vm.input.set_source(Box::new(move |_| lines.pop_front()));
    let compiled = compiler::compile_with(&program.source, &file, Mode::Exec, options);
    let loaded = compiled.is_ok();
    match compiled {
        Ok(code) => {
            vm.load(&code, &program.source);
            if let Status::Aborted(abort) = vm.run(u32::MAX, u64::MAX) {
                return Err(format!("it was given up: {abort:?}"));
            }
        }
        Err(error) => drop(vm.raise_syntax_error(&error, &file)),
    }
    audit(&vm, "when the program is over")?;
    let status = vm.finalize() & 0xFF;
    audit(&vm, "after the interpreter's end")?;
    // Where nothing was loaded there is no program whose objects could be told from the interpreter's.
    if loaded {
        nothing_left(&vm)?;
    }
    let stderr = program.reduced_stderr(&vm.output.text(Stream::Stderr));
    Ok(Outcome { status, stdout: vm.output.text(Stream::Stdout), stderr, records: Vec::new() })
}

fn trace_unguarded(program: &Program, version: Version) -> Result<Outcome, String> {
    let file = format!("{}.py", program.name);
    let traced = ouro_trace::Program { file: &file, source: &program.source, version, limits: Some(&LIMITS) };
    let mut records = Vec::new();
    let vm = ouro_trace::trace(&traced, |record| records.push(record));
    audit(&vm, "after the interpreter's end")?;
    nothing_left(&vm)?;
    program.outcome_of(records)
}

fn nothing_left(vm: &Vm) -> Result<(), String> {
    let mut left = BTreeMap::new();
    for id in vm.leaked() {
        *left.entry(vm.type_name(id).to_string()).or_insert(0u32) += 1;
    }
    if left.is_empty() { Ok(()) } else { Err(format!("objects are left over: {left:?}")) }
}

fn audit(vm: &Vm, when: &str) -> Result<(), String> {
    let wrong = vm.heap.audit(|visit| vm.visit_roots(visit));
    if wrong.is_empty() { Ok(()) } else { Err(format!("counts {when}: {wrong:?}")) }
}

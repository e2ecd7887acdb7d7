//! The state of a program's memory before every line, in the records that the heap oracle (`oracle/` in the repository)
//! writes for a real CPython, and the comparison of the two.

mod compare;
mod records;
mod tracer;

use std::cell::RefCell;
use std::rc::Rc;

use ouro_library::Library;
use ouro_python::compiler::{self, Mode, Options};
use ouro_python::output::Stream;
use ouro_python::version::Version;
use ouro_python::vm::{Limits, Status, Vm};
pub use serde_json::Value;
use serde_json::json;

pub use compare::{Difference, differences, first_difference};
pub use records::{Closing, closing, parse};
use tracer::Tracer;

/// A program to be traced.
pub struct Program<'a> {
    /// The name of its file, for tracebacks.
    pub file: &'a str,
    /// Its text.
    pub source: &'a str,
    /// The release whose behaviour it gets.
    pub version: Version,
    /// Where it is given up; nowhere if absent.
    pub limits: Option<&'a Limits>,
}

/// Runs a program to the interpreter's end and hands out its records: one for each line, `end`, and the closing record
/// with the output. Returns the machine as it is then.
pub fn trace(program: &Program, mut emit: impl FnMut(Value)) -> Vm {
    let mut vm = Vm::new(program.version.clone());
    vm.library = Library::EMBEDDED;
    if let Some(limits) = program.limits {
        vm.set_limits(limits);
    }
    let options = Options::of(&program.version);
    match compiler::compile_with(program.source, program.file, Mode::Exec, options) {
        Ok(code) => {
            vm.load(&code, program.source);
            // Cells of the program itself are made before its first line.
            vm.run(0, u64::MAX / 2);
            vm.freeze_startup();
            run(&mut vm, &mut emit);
        }
        Err(error) => drop(vm.raise_syntax_error(&error, program.file)),
    }
    let exit = vm.finalize() & 0xFF;
    emit(json!({
        "ev": "stdout",
        "text": vm.output.text(Stream::Stdout),
        "stderr": vm.output.text(Stream::Stderr),
        "exit": exit,
    }));
    vm
}

fn run(vm: &mut Vm, emit: &mut impl FnMut(Value)) {
    let tracer = Rc::new(RefCell::new(Tracer::default()));
    // Lines inside calls from Rust, such as those of a sort's key function, cannot pause the machine: the probe sees them.
    let probing = Rc::clone(&tracer);
    vm.set_probe(Some(Box::new(move |vm| {
        probing.borrow_mut().record(vm, "line");
        Some(vm.steps + 1)
    })));
    let mut step = 0;
    loop {
        let status = vm.run(step.max(vm.steps), u64::MAX / 2);
        match status {
            Status::AtStep => {
                tracer.borrow_mut().record(vm, "line");
                step = vm.steps + 1;
            }
            Status::Finished | Status::Raised => tracer.borrow_mut().record(vm, "end"),
            Status::Slice | Status::Aborted(_) => {}
        }
        tracer.borrow_mut().records.drain(..).for_each(&mut *emit);
        if matches!(status, Status::Finished | Status::Raised | Status::Aborted(_)) {
            break;
        }
    }
    vm.set_probe(None);
}

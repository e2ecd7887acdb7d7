//! The module `_traceback`: what `traceback` and `linecache` need of the machine, so that they print what it prints.

use ouro_heap::Id;

use super::ModuleSpec;
use crate::bytecode::{Code, Const};
use crate::data::Traceback;
use crate::native::{Args, Native};
use crate::object::Data;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `_traceback`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_traceback",
        functions: const {
            &[
                Native::new("source_lines", 1, 1, source_lines),
                Native::new("entries", 1, 1, entries),
                Native::new("exception_lines", 1, 1, exception_lines),
                Native::new("last_line", 1, 1, last_line),
            ]
        },
        init: None,
    }
}

/// The lines of a source text that the machine has compiled, with their ends, or None.
fn source_lines(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let Some(file) = vm.str_text(args.pos[0]) else { return Ok(Singletons::NONE) };
    let lines: Vec<String> = match vm.source(&file) {
        Some(text) => text.split_inclusive('\n').map(str::to_owned).collect(),
        None => return Ok(Singletons::NONE),
    };
    let lines: Vec<Id> = lines.into_iter().map(|line| vm.new_str(line)).collect();
    Ok(vm.new_list(lines))
}

/// The entries of a traceback: (file, line, end line, column, end column, name, text). Numbers that are not known are
/// None, columns count from 0.
fn entries(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let mut rows = Vec::new();
    let mut cursor = Some(args.pos[0]);
    while let Some(entry) = cursor.and_then(|id| vm.native::<Traceback>(id)).cloned() {
        cursor = entry.next;
        let Some((file, place, name, text)) = vm.traceback_entry(&entry) else { continue };
        let number = |vm: &mut Vm, n: u32| match n {
            0 => Singletons::NONE,
            n => vm.new_int(i64::from(n)),
        };
        let column = |vm: &mut Vm, n: u32| match n {
            0 => Singletons::NONE,
            n => vm.new_int(i64::from(n) - 1),
        };
        let row = [
            vm.intern(&file),
            number(vm, place.line),
            number(vm, place.end_line),
            column(vm, place.column),
            column(vm, place.end_column),
            vm.intern(&name),
            vm.new_str(text),
        ];
        rows.push(vm.new_tuple(row));
    }
    Ok(vm.new_list(rows))
}

/// The lines that end the report of an exception.
fn exception_lines(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    if !vm.is_exception(args.pos[0]) {
        return Err(vm.type_error_for(args.pos[0], "expected an exception, not {}"));
    }
    let lines = vm.exception_lines(args.pos[0]);
    let lines: Vec<Id> = lines.into_iter().map(|line| vm.new_str(line)).collect();
    Ok(vm.new_list(lines))
}

/// The last line that code has instructions for, with the functions in it.
fn last_line(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    fn last(code: &Code) -> u32 {
        let own = code.locations.iter().map(|place| place.line.max(place.end_line));
        let inner = code.consts.iter().map(|constant| match constant {
            Const::Code(code) => last(code),
            _ => 0,
        });
        own.chain(inner).max().unwrap_or(0)
    }
    let line = match vm.heap.get(args.pos[0]) {
        Data::Code(code) => last(&code.code),
        _ => return Err(vm.type_error_for(args.pos[0], "expected a code object, not {}")),
    };
    Ok(vm.new_int(i64::from(line)))
}

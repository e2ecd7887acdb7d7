//! `bool` (CPython 3.13 boolobject.c).

use ouro_heap::Id;

use super::int;
use crate::native::{Args, BinaryFn, NO_SLOTS, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `bool`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            new: Some(new),
            and: Some(|vm, a, b| bitwise(vm, a, b, |x, y| x & y, int::and)),
            or: Some(|vm, a, b| bitwise(vm, a, b, |x, y| x | y, int::or)),
            xor: Some(|vm, a, b| bitwise(vm, a, b, |x, y| x ^ y, int::xor)),
            ..NO_SLOTS
        },
        ..TypeSpec::new("bool")
    }
}

/// A bool of two bools; otherwise what ints give.
fn bitwise(vm: &mut Vm, a: Id, b: Id, f: fn(bool, bool) -> bool, otherwise: BinaryFn) -> R<Id> {
    if vm.class_of(a) == TypeTable::BOOL && vm.class_of(b) == TypeTable::BOOL {
        return Ok(Singletons::bool(f(a == Singletons::TRUE, b == Singletons::TRUE)));
    }
    otherwise(vm, a, b)
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(vm.intern(if this == Singletons::TRUE { "True" } else { "False" }))
}

fn new(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("bool() takes no keyword arguments"));
    }
    match args.pos {
        [] => Ok(Singletons::FALSE),
        &[object] => Ok(Singletons::bool(vm.is_true(object)?)),
        more => Err(vm.type_error(format!("bool expected at most 1 argument, got {}", more.len()))),
    }
}

//! `bool` (CPython 3.13 boolobject.c).

use ouro_heap::Id;

use super::int;
use crate::native::{Args, BinaryFn, NO_SLOTS, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
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
            invert: Some(invert),
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

/// Deprecated (bool_invert).
fn invert(vm: &mut Vm, this: Id) -> R<Id> {
    let removal = if vm.version.number >= (3, 13, 0) { " and will be removed in Python 3.16" } else { "" };
    let message = format!(
        "Bitwise inversion '~' on bool is deprecated{removal}. This returns the bitwise inversion of the underlying int \
         object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation \
         or ~int(x) if you really want the bitwise inversion of the underlying int."
    );
    vm.warn(Exceptions::DEPRECATION_WARNING, &message, None)?;
    int::invert(vm, this)
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

//! What the slot wrappers of builtin types do: `int.__add__`, `list.__len__` (typeobject.c, wrap_binaryfunc and its kin).

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{
    Args, BinaryFn, BoolFn, CompareFn, ContainsFn, DescrGetFn, HashFn, InitFn, LenFn, NativeFn, NextFn, SetFn, UnaryFn,
};
use crate::vm::{R, Singletons, Vm};

/// typeobject.c, check_num_args
fn one(vm: &mut Vm, args: &Args) -> R<Id> {
    match args.pos {
        &[arg] => Ok(arg),
        other => Err(vm.type_error(format!("expected 1 argument, got {}", other.len()))),
    }
}

fn none(vm: &mut Vm, args: &Args) -> R<()> {
    match args.pos.len() {
        0 => Ok(()),
        given => Err(vm.type_error(format!("expected 0 arguments, got {given}"))),
    }
}

fn two(vm: &mut Vm, args: &Args) -> R<(Id, Id)> {
    match args.pos {
        &[a, b] => Ok((a, b)),
        other => Err(vm.type_error(format!("expected 2 arguments, got {}", other.len()))),
    }
}

fn nothing(done: R<()>) -> R<Id> {
    done.map(|()| Singletons::NONE)
}

pub(super) fn unary(vm: &mut Vm, slot: UnaryFn, this: Id, args: &Args) -> R<Id> {
    none(vm, args)?;
    slot(vm, this)
}

pub(super) fn binary(vm: &mut Vm, slot: BinaryFn, this: Id, args: &Args) -> R<Id> {
    let other = one(vm, args)?;
    slot(vm, this, other)
}

pub(super) fn getattribute(vm: &mut Vm, slot: BinaryFn, this: Id, args: &Args) -> R<Id> {
    let name = one(vm, args)?;
    vm.check_attribute_name(name)?;
    slot(vm, this, name)
}

pub(super) fn reflected(vm: &mut Vm, slot: BinaryFn, this: Id, args: &Args) -> R<Id> {
    let other = one(vm, args)?;
    slot(vm, other, this)
}

pub(super) fn power(vm: &mut Vm, slot: BinaryFn, this: Id, args: &Args) -> R<Id> {
    match args.pos {
        &[other] | &[other, Singletons::NONE] => slot(vm, this, other),
        &[other, modulus] => {
            let pow = vm.intern("pow");
            match vm.dict_get_name(vm.builtins, pow) {
                Some(pow) => vm.call(pow, &[this, other, modulus]),
                None => Ok(Singletons::NOT_IMPLEMENTED),
            }
        }
        other => {
            let bound = if other.is_empty() { "at least 1 argument" } else { "at most 2 arguments" };
            Err(vm.type_error(format!("expected {bound}, got {}", other.len())))
        }
    }
}

pub(super) fn reflected_power(vm: &mut Vm, slot: BinaryFn, this: Id, args: &Args) -> R<Id> {
    match args.pos.first() {
        Some(&other) => slot(vm, other, this),
        None => Err(vm.type_error("expected at least 1 argument, got 0")),
    }
}

pub(super) fn hash(vm: &mut Vm, slot: HashFn, this: Id, args: &Args) -> R<Id> {
    none(vm, args)?;
    let hash = slot(vm, this)?;
    Ok(vm.new_int(hash))
}

pub(super) fn len(vm: &mut Vm, slot: LenFn, this: Id, args: &Args) -> R<Id> {
    none(vm, args)?;
    let len = slot(vm, this)?;
    Ok(vm.new_int(len as i64))
}

pub(super) fn bool(vm: &mut Vm, slot: BoolFn, this: Id, args: &Args) -> R<Id> {
    none(vm, args)?;
    slot(vm, this).map(Singletons::bool)
}

pub(super) fn contains(vm: &mut Vm, slot: ContainsFn, this: Id, args: &Args) -> R<Id> {
    let item = one(vm, args)?;
    slot(vm, this, item).map(Singletons::bool)
}

pub(super) fn next(vm: &mut Vm, slot: NextFn, this: Id, args: &Args) -> R<Id> {
    none(vm, args)?;
    match slot(vm, this)? {
        Some(item) => Ok(item),
        None => Err(vm.stop_iteration(None)),
    }
}

pub(super) fn call(vm: &mut Vm, slot: NativeFn, this: Id, args: &Args) -> R<Id> {
    slot(vm, this, args)
}

/// `__new__` is a static method of its own (`types::type_`); the table names it for its slot.
pub(super) fn new(vm: &mut Vm, slot: NativeFn, this: Id, args: &Args) -> R<Id> {
    slot(vm, this, args)
}

pub(super) fn init(vm: &mut Vm, slot: InitFn, this: Id, args: &Args) -> R<Id> {
    nothing(slot(vm, this, args))
}

pub(super) fn finalize(vm: &mut Vm, slot: fn(&mut Vm, Id), this: Id, args: &Args) -> R<Id> {
    none(vm, args)?;
    slot(vm, this);
    Ok(Singletons::NONE)
}

pub(super) fn setattr(vm: &mut Vm, slot: SetFn, this: Id, args: &Args) -> R<Id> {
    let (name, value) = two(vm, args)?;
    vm.check_attribute_name(name)?;
    nothing(slot(vm, this, name, Some(value)))
}

pub(super) fn delattr(vm: &mut Vm, slot: SetFn, this: Id, args: &Args) -> R<Id> {
    let name = one(vm, args)?;
    vm.check_attribute_name(name)?;
    nothing(slot(vm, this, name, None))
}

pub(super) fn setitem(vm: &mut Vm, slot: SetFn, this: Id, args: &Args) -> R<Id> {
    let (key, value) = two(vm, args)?;
    nothing(slot(vm, this, key, Some(value)))
}

pub(super) fn delitem(vm: &mut Vm, slot: SetFn, this: Id, args: &Args) -> R<Id> {
    let key = one(vm, args)?;
    nothing(slot(vm, this, key, None))
}

pub(super) fn descr_get(vm: &mut Vm, slot: DescrGetFn, this: Id, args: &Args) -> R<Id> {
    let given = |id: Id| (id != Singletons::NONE).then_some(id);
    let (object, class) = match args.pos {
        &[object] => (given(object), None),
        &[object, class] => (given(object), given(class)),
        other => {
            let bound = if other.is_empty() { "at least 1 argument" } else { "at most 2 arguments" };
            return Err(vm.type_error(format!(" expected {bound}, got {}", other.len())));
        }
    };
    if object.is_none() && class.is_none() {
        return Err(vm.type_error("__get__(None, None) is invalid"));
    }
    slot(vm, this, object, class)
}

pub(super) fn descr_set(vm: &mut Vm, slot: SetFn, this: Id, args: &Args) -> R<Id> {
    let (object, value) = two(vm, args)?;
    nothing(slot(vm, this, object, Some(value)))
}

pub(super) fn descr_delete(vm: &mut Vm, slot: SetFn, this: Id, args: &Args) -> R<Id> {
    let object = one(vm, args)?;
    nothing(slot(vm, this, object, None))
}

macro_rules! comparisons {
    ($($function:ident $op:ident,)+) => {
        $(pub(super) fn $function(vm: &mut Vm, slot: CompareFn, this: Id, args: &Args) -> R<Id> {
            let other = one(vm, args)?;
            slot(vm, this, other, Comparison::$op)
        })+
    };
}

comparisons! { less Lt, less_equal Le, equal Eq, not_equal Ne, greater Gt, greater_equal Ge, }

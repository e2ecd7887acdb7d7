//! Weak proxies: every operation goes to the target while it lives (CPython 3.13 weakrefobject.c).

use ouro_heap::Id;

use crate::bytecode::{BinaryOperator, Comparison};
use crate::native::{Args, Native, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Vm, hash_not_implemented};

/// The declaration of `ProxyType`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "weakref",
        slots: SLOTS,
        methods: const { &[Native::new("__bytes__", 0, 0, bytes), Native::new("__reversed__", 0, 0, reversed)] },
        ..TypeSpec::new("ProxyType")
    }
}

/// The declaration of `CallableProxyType`.
pub(crate) fn callable_spec() -> TypeSpec {
    TypeSpec {
        module: "weakref",
        slots: TypeSlots { call: Some(call), ..SLOTS },
        methods: const { &[Native::new("__bytes__", 0, 0, bytes), Native::new("__reversed__", 0, 0, reversed)] },
        ..TypeSpec::new("CallableProxyType")
    }
}

/// What a weak reference points at, unless it is dead or about to be freed: borrowed.
pub(crate) fn live_target(vm: &Vm, weakref: Id) -> Option<Id> {
    vm.heap.weakref_target(weakref).filter(|&target| vm.heap.refcount(target) > 0)
}

/// The target of a proxy, held while the running operation lasts; anything else as it is.
fn unwrap(vm: &mut Vm, object: Id) -> R<Id> {
    if !matches!(vm.class_of(object), TypeTable::WEAK_PROXY | TypeTable::WEAK_CALLABLE_PROXY) {
        return Ok(object);
    }
    match live_target(vm, object) {
        Some(target) => Ok(target),
        None => Err(vm.raise(Exceptions::REFERENCE_ERROR, "weakly-referenced object no longer exists")),
    }
}

/// Does something with the target of a proxy, which cannot die meanwhile.
fn with<T>(vm: &mut Vm, proxy: Id, action: impl FnOnce(&mut Vm, Id) -> R<T>) -> R<T> {
    let target = unwrap(vm, proxy)?;
    vm.incref(target);
    let result = action(vm, target);
    vm.decref(target);
    result
}

macro_rules! binary {
    ($($slot:ident $operator:ident,)+) => {
        $(fn $slot(vm: &mut Vm, left: Id, right: Id) -> R<Id> {
            with(vm, left, |vm, left| with(vm, right, |vm, right| vm.binary_op(BinaryOperator::$operator, left, right)))
        })+
    };
}

binary! {
    add Add, subtract Subtract, multiply Multiply, matrix_multiply MatrixMultiply, true_divide TrueDivide,
    floor_divide FloorDivide, remainder Remainder, power Power, left_shift LeftShift, right_shift RightShift,
    and And, xor Xor, or Or, inplace_add InplaceAdd, inplace_subtract InplaceSubtract,
    inplace_multiply InplaceMultiply, inplace_matrix_multiply InplaceMatrixMultiply,
    inplace_true_divide InplaceTrueDivide, inplace_floor_divide InplaceFloorDivide,
    inplace_remainder InplaceRemainder, inplace_power InplacePower, inplace_left_shift InplaceLeftShift,
    inplace_right_shift InplaceRightShift, inplace_and InplaceAnd, inplace_xor InplaceXor, inplace_or InplaceOr,
}

const SLOTS: TypeSlots = TypeSlots {
    repr: Some(repr),
    str: Some(|vm, this| with(vm, this, |vm, target| vm.str(target))),
    hash: Some(hash_not_implemented),
    richcompare: Some(richcompare),
    iter: Some(|vm, this| with(vm, this, |vm, target| vm.iter(target))),
    next: Some(next),
    getattr: Some(|vm, this, name| with(vm, this, |vm, target| vm.getattr(target, name))),
    setattr: Some(|vm, this, name, value| with(vm, this, |vm, target| vm.setattr_slot(target, name, value))),
    bool: Some(|vm, this| with(vm, this, |vm, target| vm.is_true(target))),
    len: Some(|vm, this| with(vm, this, |vm, target| vm.len(target))),
    getitem: Some(|vm, this, key| with(vm, this, |vm, target| vm.getitem(target, key))),
    setitem: Some(setitem),
    contains: Some(|vm, this, item| with(vm, this, |vm, target| vm.contains(target, item))),
    add: Some(add),
    subtract: Some(subtract),
    multiply: Some(multiply),
    matrix_multiply: Some(matrix_multiply),
    true_divide: Some(true_divide),
    floor_divide: Some(floor_divide),
    remainder: Some(remainder),
    divmod: Some(divmod),
    power: Some(power),
    left_shift: Some(left_shift),
    right_shift: Some(right_shift),
    and: Some(and),
    xor: Some(xor),
    or: Some(or),
    inplace_add: Some(inplace_add),
    inplace_subtract: Some(inplace_subtract),
    inplace_multiply: Some(inplace_multiply),
    inplace_matrix_multiply: Some(inplace_matrix_multiply),
    inplace_true_divide: Some(inplace_true_divide),
    inplace_floor_divide: Some(inplace_floor_divide),
    inplace_remainder: Some(inplace_remainder),
    inplace_power: Some(inplace_power),
    inplace_left_shift: Some(inplace_left_shift),
    inplace_right_shift: Some(inplace_right_shift),
    inplace_and: Some(inplace_and),
    inplace_xor: Some(inplace_xor),
    inplace_or: Some(inplace_or),
    negative: Some(|vm, this| with(vm, this, |vm, target| vm.negative(target))),
    positive: Some(|vm, this| with(vm, this, |vm, target| vm.positive(target))),
    invert: Some(|vm, this| with(vm, this, |vm, target| vm.invert(target))),
    absolute: Some(|vm, this| with(vm, this, |vm, target| call_builtin(vm, "abs", &[target]))),
    int: Some(|vm, this| with(vm, this, |vm, target| vm.call(TypeTable::INT, &[target]))),
    float: Some(|vm, this| with(vm, this, |vm, target| vm.call(TypeTable::FLOAT, &[target]))),
    index: Some(|vm, this| with(vm, this, |vm, target| vm.index_object(target))),
    ..crate::native::NO_SLOTS
};

fn call_builtin(vm: &mut Vm, name: &str, args: &[Id]) -> R<Id> {
    let name = vm.intern(name);
    match vm.dict_get_name(vm.builtins, name) {
        Some(function) => vm.call(function, args),
        None => Err(vm.raise(Exceptions::NAME_ERROR, "a builtin function is missing")),
    }
}

fn divmod(vm: &mut Vm, left: Id, right: Id) -> R<Id> {
    with(vm, left, |vm, left| with(vm, right, |vm, right| call_builtin(vm, "divmod", &[left, right])))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let here = vm.address(this);
    let text = match live_target(vm, this) {
        Some(target) => {
            let class = vm.class_of(target);
            let kind = vm.full_class_name(class);
            format!("<weakproxy at {here:#x}; to '{kind}' at {:#x}>", vm.address(target))
        }
        None => format!("<weakproxy at {here:#x}; dead>"),
    };
    Ok(vm.new_str(text))
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    with(vm, this, |vm, this| with(vm, other, |vm, other| vm.compare(this, other, op)))
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    with(vm, this, |vm, target| {
        if vm.class(vm.class_of(target)).slots.next.is_none() {
            return Err(vm.type_error_for(target, "Weakref proxy referenced a non-iterator '{}' object"));
        }
        vm.next_or_stop(target)
    })
}

fn setitem(vm: &mut Vm, this: Id, key: Id, value: Option<Id>) -> R<()> {
    with(vm, this, |vm, target| match value {
        Some(value) => vm.setitem(target, key, value),
        None => vm.delitem(target, key),
    })
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    with(vm, this, |vm, target| vm.call_args(target, args))
}

fn bytes(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    with(vm, this, |vm, target| vm.call_method(target, Names::BYTES, &[]))
}

fn reversed(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    with(vm, this, |vm, target| vm.call_method(target, Names::REVERSED, &[]))
}

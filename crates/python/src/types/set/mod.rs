//! `set` (CPython 3.13 setobject.c), and what it shares with `frozenset`.

mod methods;
pub(crate) mod operations;

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::data::Set;
use crate::native::{Args, Layout, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::types::{TypeTable, class_getitem};
use crate::vm::{R, Singletons, Vm, hash_not_implemented};

pub(super) use methods::SHARED as SHARED_METHODS;

/// The declaration of `set`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            hash: Some(hash_not_implemented),
            new: Some(new),
            init: Some(init),
            inplace_subtract: Some(methods::inplace_subtract),
            inplace_and: Some(methods::inplace_and),
            inplace_xor: Some(methods::inplace_xor),
            inplace_or: Some(methods::inplace_or),
            ..SHARED_SLOTS
        },
        methods: methods::OF_SET,
        subclassable: true,
        weakrefable: true,
        layout: Layout::Other,
        ..TypeSpec::new("set")
    }
}

/// Slots of sets and frozensets.
pub(super) const SHARED_SLOTS: TypeSlots = TypeSlots {
    repr: Some(repr),
    richcompare: Some(richcompare),
    iter: Some(super::set_iterator::over),
    len: Some(len),
    contains: Some(operations::contains),
    subtract: Some(methods::subtract),
    and: Some(methods::and),
    xor: Some(methods::xor),
    or: Some(methods::or),
    ..NO_SLOTS
};

/// Methods of both types beside those of `methods::SHARED`.
pub(super) const CLASS_GETITEM: Native = Native::new("__class_getitem__", 1, 1, class_getitem).class_method();

pub(super) fn length(vm: &Vm, this: Id) -> usize {
    vm.set(this).map_or(0, Set::len)
}

fn len(vm: &mut Vm, this: Id) -> R<usize> {
    Ok(length(vm, this))
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    Ok(vm.alloc_instance(class, Data::Set(Box::new(Set::new(true)))))
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    vm.expect_positional("set", args, 0, 1)?;
    operations::clear(vm, this);
    match args.get(0) {
        // Nobody else has a set that `set(iterable)` just made.
        Some(iterable) if vm.class_of(this) == TypeTable::SET && vm.heap.refcount(this) == 1 => {
            operations::fill(vm, this, |vm| vm.set_update(this, iterable))
        }
        Some(iterable) => vm.set_update(this, iterable),
        None => Ok(()),
    }
}

/// set_repr_internal
fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let class = vm.class_of(this);
    let name = vm.type_name(this);
    if vm.enter_repr(this) {
        return Ok(vm.new_str(format!("{name}(...)")));
    }
    let mut text = if class == TypeTable::SET { String::from("{") } else { format!("{name}({{") };
    let result = repr_items(vm, this, &mut text);
    vm.leave_repr(this);
    if !result? {
        return Ok(vm.new_str(format!("{name}()")));
    }
    text.push_str(if class == TypeTable::SET { "}" } else { "})" });
    Ok(vm.new_str(text))
}

/// False if there is no item.
fn repr_items(vm: &mut Vm, this: Id, text: &mut String) -> R<bool> {
    let keys = vm.collect(this)?;
    if keys.is_empty() {
        return Ok(false);
    }
    // They are in a list meanwhile (setobject.c, set_repr).
    let list = vm.new_list(keys);
    let (mut i, mut result) = (0, Ok(()));
    while let (Ok(()), Some(&key)) = (&result, vm.list_items(list).and_then(|items| items.get(i))) {
        if i > 0 {
            text.push_str(", ");
        }
        let held = vm.version.reprs_hold_items.then(|| vm.incref(key));
        result = vm.append_repr(key, text);
        vm.decref_slot(held);
        i += 1;
    }
    vm.decref(list);
    result.map(|()| true)
}

/// set_richcompare
fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    let (Some(left), Some(right)) = (vm.set(a), vm.set(b)) else { return Ok(Singletons::NOT_IMPLEMENTED) };
    let different = left.len() != right.len() || matches!((left.hash, right.hash), (Some(x), Some(y)) if x != y);
    let (smaller, greater) = (left.len() < right.len(), left.len() > right.len());
    let result = match op {
        Comparison::Eq | Comparison::Ne => (!different && operations::is_subset(vm, a, b)?) == (op == Comparison::Eq),
        Comparison::Le => operations::is_subset(vm, a, b)?,
        Comparison::Ge => operations::is_subset(vm, b, a)?,
        Comparison::Lt => smaller && operations::is_subset(vm, a, b)?,
        Comparison::Gt => greater && operations::is_subset(vm, b, a)?,
    };
    Ok(Singletons::bool(result))
}

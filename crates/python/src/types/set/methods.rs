//! Methods and operators of sets and frozensets.

use ouro_heap::Id;

use super::{CLASS_GETITEM, length, operations};
use crate::native::{Args, Native};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

const MANY: u8 = u8::MAX;

const COPY: Native = Native::new("copy", 0, 0, copy);
const DIFFERENCE: Native =
    Native::new("difference", 0, MANY, |vm, this, args| operations::difference_from_all(vm, this, args.pos))
        .fastcall_since((3, 14));
const INTERSECTION: Native =
    Native::new("intersection", 0, MANY, |vm, this, args| operations::intersection_of_all(vm, this, args.pos))
        .fastcall_since((3, 14));
const ISDISJOINT: Native = Native::new("isdisjoint", 1, 1, |vm, this, args| {
    Ok(Singletons::bool(operations::is_disjoint(vm, this, args.pos[0])?))
});
const ISSUBSET: Native = Native::new("issubset", 1, 1, issubset);
const ISSUPERSET: Native = Native::new("issuperset", 1, 1, issuperset);
const SYMMETRIC_DIFFERENCE: Native =
    Native::new("symmetric_difference", 1, 1, |vm, this, args| operations::symmetric_difference(vm, this, args.pos[0]));
const UNION: Native =
    Native::new("union", 0, MANY, |vm, this, args| operations::union(vm, this, args.pos)).fastcall_since((3, 14));

/// Methods of `frozenset`.
pub(in crate::types) const SHARED: &[Native] =
    &[COPY, DIFFERENCE, INTERSECTION, ISDISJOINT, ISSUBSET, ISSUPERSET, SYMMETRIC_DIFFERENCE, UNION, CLASS_GETITEM];

/// Methods of `set`.
pub(super) const OF_SET: &[Native] = &[
    Native::new("add", 1, 1, add),
    Native::new("clear", 0, 0, clear),
    COPY,
    Native::new("discard", 1, 1, discard),
    DIFFERENCE,
    Native::new("difference_update", 0, MANY, difference_update).fastcall_since((3, 14)),
    INTERSECTION,
    Native::new("intersection_update", 0, MANY, intersection_update).fastcall_since((3, 14)),
    ISDISJOINT,
    ISSUBSET,
    ISSUPERSET,
    Native::new("pop", 0, 0, pop),
    Native::new("remove", 1, 1, remove),
    SYMMETRIC_DIFFERENCE,
    Native::new("symmetric_difference_update", 1, 1, symmetric_difference_update),
    UNION,
    Native::new("update", 0, MANY, update).fastcall_since((3, 14)),
    CLASS_GETITEM,
];

fn copy(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    if vm.class_of(this) == TypeTable::FROZENSET { Ok(vm.incref(this)) } else { operations::copy(vm, this) }
}

fn issubset(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let other = args.pos[0];
    if vm.set(other).is_some() {
        return Ok(Singletons::bool(operations::is_subset(vm, this, other)?));
    }
    let common = operations::intersection(vm, this, other)?;
    let result = length(vm, common) == length(vm, this);
    vm.decref(common);
    Ok(Singletons::bool(result))
}

fn issuperset(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let other = args.pos[0];
    if vm.set(other).is_some() {
        return Ok(Singletons::bool(operations::is_subset(vm, other, this)?));
    }
    let mut all = true;
    vm.for_each(other, |vm, item| {
        let found = operations::contains(vm, this, item);
        vm.decref(item);
        all = found?;
        Ok(all)
    })?;
    Ok(Singletons::bool(all))
}

fn add(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    vm.set_add(this, args.pos[0])?;
    Ok(Singletons::NONE)
}

fn clear(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    operations::clear(vm, this);
    Ok(Singletons::NONE)
}

fn discard(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    operations::discard(vm, this, args.pos[0])?;
    Ok(Singletons::NONE)
}

fn remove(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    if operations::discard(vm, this, args.pos[0])? { Ok(Singletons::NONE) } else { Err(vm.key_error(args.pos[0])) }
}

fn pop(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let item = vm.set_mut(this).and_then(|set| set.pop());
    item.ok_or_else(|| vm.raise(Exceptions::KEY_ERROR, "pop from an empty set"))
}

fn update(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    for &other in args.pos {
        vm.set_update(this, other)?;
    }
    Ok(Singletons::NONE)
}

fn difference_update(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    for &other in args.pos {
        operations::difference_update(vm, this, other)?;
    }
    Ok(Singletons::NONE)
}

fn intersection_update(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let common = operations::intersection_of_all(vm, this, args.pos)?;
    operations::replace_items(vm, this, common);
    Ok(Singletons::NONE)
}

fn symmetric_difference_update(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    operations::symmetric_difference_update(vm, this, args.pos[0])?;
    Ok(Singletons::NONE)
}

/// Operators take sets only, unlike the methods.
fn are_sets(vm: &Vm, a: Id, b: Id) -> bool {
    vm.set(a).is_some() && vm.set(b).is_some()
}

pub(super) fn subtract(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if are_sets(vm, a, b) { operations::difference(vm, a, b) } else { Ok(Singletons::NOT_IMPLEMENTED) }
}

pub(super) fn and(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if are_sets(vm, a, b) { operations::intersection(vm, a, b) } else { Ok(Singletons::NOT_IMPLEMENTED) }
}

pub(super) fn xor(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if are_sets(vm, a, b) { operations::symmetric_difference(vm, a, b) } else { Ok(Singletons::NOT_IMPLEMENTED) }
}

pub(super) fn or(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if are_sets(vm, a, b) { operations::or(vm, a, b) } else { Ok(Singletons::NOT_IMPLEMENTED) }
}

/// An in-place operator: the set itself, after `change`.
fn in_place(vm: &mut Vm, this: Id, other: Id, change: impl FnOnce(&mut Vm) -> R<()>) -> R<Id> {
    if vm.set(other).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    change(vm)?;
    Ok(vm.incref(this))
}

pub(super) fn inplace_subtract(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    in_place(vm, this, other, |vm| operations::difference_update(vm, this, other))
}

pub(super) fn inplace_and(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    in_place(vm, this, other, |vm| {
        let common = operations::intersection(vm, this, other)?;
        operations::replace_items(vm, this, common);
        Ok(())
    })
}

pub(super) fn inplace_xor(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    in_place(vm, this, other, |vm| operations::symmetric_difference_update(vm, this, other))
}

pub(super) fn inplace_or(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    in_place(vm, this, other, |vm| vm.set_update(this, other))
}

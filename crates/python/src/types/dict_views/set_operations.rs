//! Views of keys and items as sets.

use ouro_heap::Id;

use super::{is_set_view, length, viewed};
use crate::bytecode::Comparison;
use crate::native::Args;
use crate::types::TypeTable;
use crate::types::set::operations as sets;
use crate::vm::{R, Singletons, Vm};

pub(super) fn keys_contains(vm: &mut Vm, this: Id, key: Id) -> R<bool> {
    match viewed(vm, this) {
        Some(dict) => Ok(vm.dict_get(dict, key)?.is_some()),
        None => Ok(false),
    }
}

pub(super) fn items_contains(vm: &mut Vm, this: Id, item: Id) -> R<bool> {
    let (Some(dict), Some(&[key, value])) = (viewed(vm, this), vm.tuple_items(item)) else { return Ok(false) };
    match vm.dict_get(dict, key)? {
        Some(found) => vm.item_equals(found, value),
        None => Ok(false),
    }
}

/// A new set of what a view, or whatever stands beside one, holds (dictviews_to_set).
fn to_set(vm: &mut Vm, operand: Id) -> R<Id> {
    let source = match viewed(vm, operand) {
        Some(dict) if vm.class_of(operand) == TypeTable::DICT_KEYS && vm.class_of(dict) == TypeTable::DICT => dict,
        _ => operand,
    };
    sets::from_iterable(vm, TypeTable::SET, Some(source))
}

/// Runs `change` on a new set of the left operand.
fn on_set(vm: &mut Vm, left: Id, change: impl FnOnce(&mut Vm, Id) -> R<()>) -> R<Id> {
    let set = to_set(vm, left)?;
    match change(vm, set) {
        Ok(()) => Ok(set),
        Err(raised) => {
            vm.decref(set);
            Err(raised)
        }
    }
}

pub(super) fn subtract(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    on_set(vm, a, |vm, set| sets::difference_update(vm, set, b))
}

pub(super) fn or(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    on_set(vm, a, |vm, set| vm.set_update(set, b))
}

pub(super) fn xor(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    on_set(vm, a, |vm, set| sets::symmetric_difference_update(vm, set, b))
}

/// _PyDictView_Intersect
pub(super) fn and(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let (mut view, mut other) = if is_set_view(vm, a) { (a, b) } else { (b, a) };
    let class = vm.class_of(other);
    if class == TypeTable::SET || class == TypeTable::FROZENSET {
        let count = vm.set(other).map_or(0, |set| set.len());
        if length(vm, view) <= count {
            return sets::intersection(vm, other, view);
        }
    }
    if is_set_view(vm, other) && length(vm, other) > length(vm, view) {
        std::mem::swap(&mut view, &mut other);
    }
    let result = vm.new_set();
    let filled = vm.for_each(other, |vm, item| {
        let added = match contains(vm, view, item) {
            Ok(true) => vm.set_add(result, item).map(|_| true),
            other => other.map(|_| true),
        };
        vm.decref(item);
        added
    });
    match filled {
        Ok(()) => Ok(result),
        Err(raised) => {
            vm.decref(result);
            Err(raised)
        }
    }
}

fn contains(vm: &mut Vm, view: Id, item: Id) -> R<bool> {
    if vm.is_subclass(vm.class_of(view), TypeTable::DICT_KEYS) {
        keys_contains(vm, view, item)
    } else {
        items_contains(vm, view, item)
    }
}

/// dictviews_isdisjoint
pub(super) fn isdisjoint(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let mut other = args.pos[0];
    if this == other {
        return Ok(Singletons::bool(length(vm, this) == 0));
    }
    let mut view = this;
    let is_set = vm.set(other).is_some();
    if (is_set || is_set_view(vm, other)) && vm.len(other)? > length(vm, view) {
        std::mem::swap(&mut view, &mut other);
    }
    let mut disjoint = true;
    vm.for_each(other, |vm, item| {
        let found = vm.contains(view, item);
        vm.decref(item);
        disjoint = !found?;
        Ok(disjoint)
    })?;
    Ok(Singletons::bool(disjoint))
}

/// dictview_richcompare
pub(super) fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    if vm.set(b).is_none() && !is_set_view(vm, b) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (left, right) = (vm.len(a)?, vm.len(b)?);
    let result = match op {
        Comparison::Eq | Comparison::Ne => (left == right && all_contained(vm, a, b)?) == (op == Comparison::Eq),
        Comparison::Lt => left < right && all_contained(vm, a, b)?,
        Comparison::Le => left <= right && all_contained(vm, a, b)?,
        Comparison::Gt => left > right && all_contained(vm, b, a)?,
        Comparison::Ge => left >= right && all_contained(vm, b, a)?,
    };
    Ok(Singletons::bool(result))
}

/// all_contained_in
fn all_contained(vm: &mut Vm, part: Id, whole: Id) -> R<bool> {
    let mut all = true;
    vm.for_each(part, |vm, item| {
        let found = vm.contains(whole, item);
        vm.decref(item);
        all = found?;
        Ok(all)
    })?;
    Ok(all)
}

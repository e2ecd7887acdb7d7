//! Operations on sets, with the order of the resulting tables as setobject.c leaves it.

use ouro_heap::Id;

use super::length;
use crate::data::Set;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Vm};

impl Vm {
    /// Adds all items of an iterable to a set (set_update_internal).
    pub fn set_update(&mut self, set: Id, iterable: Id) -> R<()> {
        if self.set(iterable).is_some() {
            return merge(self, set, iterable);
        }
        if self.class_of(iterable) == TypeTable::DICT {
            let count = self.dict(iterable).map_or(0, |d| d.len());
            if let Some(target) = self.set_mut(set) {
                target.reserve_for_merge(count);
            }
            return for_each_key(self, iterable, |vm, key, hash| vm.set_add_held(set, key, hash).map(|_| true));
        }
        self.for_each(iterable, |vm, item| {
            let added = vm.set_add(set, item);
            vm.decref(item);
            added.map(|_| true)
        })
    }
}

/// Calls `each` with the keys of an exact dict and their hashes, held meanwhile, until it returns false.
fn for_each_key(vm: &mut Vm, dict: Id, mut each: impl FnMut(&mut Vm, Id, i64) -> R<bool>) -> R<()> {
    let mut position = 0;
    while let Some((at, &entry)) = vm.dict(dict).and_then(|d| d.next_entry(position)) {
        position = at + 1;
        vm.heap.incref(entry.key);
        let result = each(vm, entry.key, entry.hash);
        vm.decref(entry.key);
        if !result? {
            break;
        }
    }
    Ok(())
}

/// Calls `each` with the items of a set and their hashes, held meanwhile, until it returns false.
fn for_each_item(vm: &mut Vm, set: Id, mut each: impl FnMut(&mut Vm, Id, i64) -> R<bool>) -> R<()> {
    let mut position = 0;
    while let Some((at, hash, key)) = vm.set(set).and_then(|s| s.next_item(position)) {
        position = at + 1;
        vm.heap.incref(key);
        let result = each(vm, key, hash);
        vm.decref(key);
        if !result? {
            break;
        }
    }
    Ok(())
}

/// A new set of a class, with the items of an iterable (make_new_set).
pub(crate) fn from_iterable(vm: &mut Vm, class: Id, iterable: Option<Id>) -> R<Id> {
    let mutable = vm.is_subclass(class, TypeTable::SET);
    let set = vm.alloc_instance(class, Data::Set(Box::new(Set::new(mutable))));
    let Some(iterable) = iterable else { return Ok(set) };
    filled(vm, set, |vm, set| vm.set_update(set, iterable))
}

/// Fills a new set: from 3.14 on the collector does not see it before it is whole (setobject.c, make_new_set).
pub(super) fn fill<T>(vm: &mut Vm, set: Id, fill: impl FnOnce(&mut Vm) -> T) -> T {
    let waits = vm.version.sets_tracked_when_whole && vm.heap.is_tracked(set);
    if waits {
        vm.heap.untrack(set);
    }
    let result = fill(vm);
    if waits {
        vm.heap.track(set);
    }
    result
}

/// `set` or `frozenset`, whichever a set is of.
fn base_class(vm: &Vm, set: Id) -> Id {
    if vm.set(set).is_some_and(Set::is_mutable) { TypeTable::SET } else { TypeTable::FROZENSET }
}

/// set_copy
pub(super) fn copy(vm: &mut Vm, set: Id) -> R<Id> {
    let class = base_class(vm, set);
    from_iterable(vm, class, Some(set))
}

/// Releases all items, in the table's order.
pub(super) fn clear(vm: &mut Vm, set: Id) {
    if let Some(items) = vm.set_mut(set) {
        let items = items.take();
        vm.decref_all(items);
    }
}

/// set_merge
fn merge(vm: &mut Vm, set: Id, other: Id) -> R<()> {
    let count = length(vm, other);
    if set == other || count == 0 {
        return Ok(());
    }
    if let Some(target) = vm.set_mut(set) {
        target.reserve_for_merge(count);
    }
    if vm.set(set).is_some_and(|s| s.fill == 0) {
        let Some(source) = vm.set(other).cloned() else { return Ok(()) };
        source.iter().for_each(|(_, key)| vm.heap.incref(key));
        if let Some(target) = vm.set_mut(set) {
            target.fill_from(&source);
        }
        return Ok(());
    }
    for_each_item(vm, other, |vm, key, hash| vm.set_add_held(set, key, hash).map(|_| true))
}

/// Removes an item: false if it was not there.
fn discard_hashed(vm: &mut Vm, set: Id, key: Id, hash: i64) -> R<bool> {
    let Some(position) = vm.set_find(set, key, hash)? else { return Ok(false) };
    let removed = vm.set_mut(set).and_then(|s| s.remove(position));
    vm.decref_slot(removed);
    Ok(true)
}

/// Runs `action` with a key and its hash. An unhashable set stands for the frozenset of its items.
fn with_hash<T>(vm: &mut Vm, key: Id, action: impl FnOnce(&mut Vm, Id, i64) -> R<T>) -> R<T> {
    match vm.hash_for(key, "set element") {
        Ok(hash) => action(vm, key, hash),
        Err(raised) if vm.set(key).is_some() => {
            vm.expect_raised(raised, Exceptions::TYPE_ERROR)?;
            let frozen = from_iterable(vm, TypeTable::FROZENSET, Some(key))?;
            let result = match vm.hash(frozen) {
                Ok(hash) => action(vm, frozen, hash),
                Err(raised) => Err(raised),
            };
            vm.decref(frozen);
            result
        }
        Err(raised) => Err(raised),
    }
}

/// `item in set`
pub(crate) fn contains(vm: &mut Vm, set: Id, item: Id) -> R<bool> {
    with_hash(vm, item, |vm, key, hash| Ok(vm.set_find(set, key, hash)?.is_some()))
}

/// Removes an item: false if it was not there.
pub(super) fn discard(vm: &mut Vm, set: Id, item: Id) -> R<bool> {
    with_hash(vm, item, |vm, key, hash| discard_hashed(vm, set, key, hash))
}

/// Fills `result`, a new set, and returns it, or releases it if that fails.
fn filled(vm: &mut Vm, result: Id, fill_in: impl FnOnce(&mut Vm, Id) -> R<()>) -> R<Id> {
    let done = fill(vm, result, |vm| fill_in(vm, result));
    unless_failed(vm, result, done)
}

fn unless_failed(vm: &mut Vm, result: Id, done: R<()>) -> R<Id> {
    match done {
        Ok(()) => Ok(result),
        Err(raised) => {
            vm.decref(result);
            Err(raised)
        }
    }
}

/// set_intersection
pub(crate) fn intersection(vm: &mut Vm, set: Id, other: Id) -> R<Id> {
    if set == other {
        return copy(vm, set);
    }
    let class = base_class(vm, set);
    let result = from_iterable(vm, class, None)?;
    filled(vm, result, |vm, result| {
        if vm.set(other).is_some() {
            let (searched, walked) = if length(vm, other) > length(vm, set) { (other, set) } else { (set, other) };
            return for_each_item(vm, walked, |vm, key, hash| {
                if vm.set_find(searched, key, hash)?.is_some() {
                    vm.set_add_hashed(result, key, hash)?;
                }
                Ok(true)
            });
        }
        vm.for_each(other, |vm, key| {
            let more = keep_common(vm, set, result, key);
            vm.decref(key);
            more
        })
    })
}

/// Adds a key to `result` if it is in `set`: false once all of the set's are there.
fn keep_common(vm: &mut Vm, set: Id, result: Id, key: Id) -> R<bool> {
    let hash = vm.hash_for(key, "set element")?;
    if vm.set_find(set, key, hash)?.is_some() {
        vm.set_add_hashed(result, key, hash)?;
        return Ok(length(vm, result) < length(vm, set));
    }
    Ok(true)
}

/// set_intersection_multi
pub(super) fn intersection_of_all(vm: &mut Vm, set: Id, others: &[Id]) -> R<Id> {
    let Some((&first, rest)) = others.split_first() else { return copy(vm, set) };
    let mut result = intersection(vm, set, first)?;
    for &other in rest {
        let next = intersection(vm, result, other);
        vm.decref(result);
        result = next?;
    }
    Ok(result)
}

/// set_difference_update_internal
pub(crate) fn difference_update(vm: &mut Vm, set: Id, other: Id) -> R<()> {
    if set == other {
        clear(vm, set);
        return Ok(());
    }
    if vm.set(other).is_some() {
        // Far fewer items are left to look up in what both have in common.
        let walked =
            if length(vm, other) >> 3 > length(vm, set) { intersection(vm, set, other)? } else { vm.incref(other) };
        let result = for_each_item(vm, walked, |vm, key, hash| discard_hashed(vm, set, key, hash).map(|_| true));
        vm.decref(walked);
        result?;
    } else {
        vm.for_each(other, |vm, key| {
            let removed = discard(vm, set, key);
            vm.decref(key);
            removed.map(|_| true)
        })?;
    }
    if let Some(items) = vm.set_mut(set) {
        items.drop_dummies();
    }
    Ok(())
}

/// set_difference
pub(super) fn difference(vm: &mut Vm, set: Id, other: Id) -> R<Id> {
    let count = if vm.set(other).is_some() {
        Some(length(vm, other))
    } else if vm.class_of(other) == TypeTable::DICT {
        vm.dict(other).map(|d| d.len())
    } else {
        None
    };
    if count.is_none_or(|count| length(vm, set) >> 2 > count) {
        let result = copy(vm, set)?;
        return filled(vm, result, |vm, result| difference_update(vm, result, other));
    }
    let class = base_class(vm, set);
    let result = from_iterable(vm, class, None)?;
    filled(vm, result, |vm, result| {
        for_each_item(vm, set, |vm, key, hash| {
            let found = match vm.set(other) {
                Some(_) => vm.set_find(other, key, hash)?,
                None => vm.dict_find(other, key, hash)?,
            };
            if found.is_none() {
                vm.set_add_hashed(result, key, hash)?;
            }
            Ok(true)
        })
    })
}

/// set_difference_multi
pub(super) fn difference_from_all(vm: &mut Vm, set: Id, others: &[Id]) -> R<Id> {
    let Some((&first, rest)) = others.split_first() else { return copy(vm, set) };
    let result = difference(vm, set, first)?;
    filled(vm, result, |vm, result| {
        for &other in rest {
            difference_update(vm, result, other)?;
        }
        Ok(())
    })
}

/// Removes what is there and adds what is not.
fn toggle(vm: &mut Vm, set: Id, key: Id, hash: i64) -> R<bool> {
    if !discard_hashed(vm, set, key, hash)? {
        vm.set_add_hashed(set, key, hash)?;
    }
    Ok(true)
}

/// set_symmetric_difference_update
pub(crate) fn symmetric_difference_update(vm: &mut Vm, set: Id, other: Id) -> R<()> {
    if set == other {
        clear(vm, set);
        return Ok(());
    }
    if vm.class_of(other) == TypeTable::DICT {
        return for_each_key(vm, other, |vm, key, hash| toggle(vm, set, key, hash));
    }
    let other = if vm.set(other).is_some() {
        vm.incref(other)
    } else {
        let class = base_class(vm, set);
        from_iterable(vm, class, Some(other))?
    };
    let result = for_each_item(vm, other, |vm, key, hash| toggle(vm, set, key, hash));
    vm.decref(other);
    result
}

/// set_symmetric_difference
pub(super) fn symmetric_difference(vm: &mut Vm, set: Id, other: Id) -> R<Id> {
    let class = base_class(vm, set);
    let result = from_iterable(vm, class, Some(other))?;
    filled(vm, result, |vm, result| symmetric_difference_update(vm, result, set))
}

/// set_union
pub(super) fn union(vm: &mut Vm, set: Id, others: &[Id]) -> R<Id> {
    let result = copy(vm, set)?;
    filled(vm, result, |vm, result| {
        for &other in others {
            if other != set {
                vm.set_update(result, other)?;
            }
        }
        Ok(())
    })
}

/// set_or: the copy is tracked before it gets the other's items.
pub(super) fn or(vm: &mut Vm, set: Id, other: Id) -> R<Id> {
    let result = copy(vm, set)?;
    let done = if other == set { Ok(()) } else { vm.set_update(result, other) };
    unless_failed(vm, result, done)
}

/// Replaces a set's items by those of a new set, whose reference is taken over.
pub(super) fn replace_items(vm: &mut Vm, set: Id, new: Id) {
    let taken = vm.set_mut(new).map(|s| std::mem::replace(s, Set::new(true)));
    if let Some(mut taken) = taken {
        if let Some(target) = vm.set_mut(set) {
            target.swap_items(&mut taken);
        }
        if let Some(place) = vm.set_mut(new) {
            *place = taken;
        }
    }
    vm.decref(new);
}

/// Whether all items of a set are in another set (set_issubset).
pub(crate) fn is_subset(vm: &mut Vm, set: Id, other: Id) -> R<bool> {
    if length(vm, set) > length(vm, other) {
        return Ok(false);
    }
    let mut all = true;
    for_each_item(vm, set, |vm, key, hash| {
        all = vm.set_find(other, key, hash)?.is_some();
        Ok(all)
    })?;
    Ok(all)
}

/// set_isdisjoint
pub(super) fn is_disjoint(vm: &mut Vm, set: Id, other: Id) -> R<bool> {
    if set == other {
        return Ok(length(vm, set) == 0);
    }
    let mut disjoint = true;
    let class = vm.class_of(other);
    if class == TypeTable::SET || class == TypeTable::FROZENSET {
        let (searched, walked) = if length(vm, other) > length(vm, set) { (other, set) } else { (set, other) };
        for_each_item(vm, walked, |vm, key, hash| {
            disjoint = vm.set_find(searched, key, hash)?.is_none();
            Ok(disjoint)
        })?;
        return Ok(disjoint);
    }
    vm.for_each(other, |vm, key| {
        let found = contains(vm, set, key);
        vm.decref(key);
        disjoint = !found?;
        Ok(disjoint)
    })?;
    Ok(disjoint)
}

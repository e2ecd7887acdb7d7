//! Iterators over lists and tuples (CPython 3.13 listobject.c, tupleobject.c).

use ouro_heap::Id;

use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::vm::{R, Vm};

/// Iterates over a list or tuple, which it holds until it is exhausted.
#[derive(Clone)]
pub(crate) struct ItemIterator {
    /// The list or tuple: owned.
    pub(crate) sequence: Slot,
    /// Index of the next item.
    pub(crate) index: usize,
}

impl NativeData for ItemIterator {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.sequence.into_iter().for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.sequence, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    native_data_boilerplate!();
}

/// Iterates over a list from its end.
#[derive(Clone)]
pub(crate) struct ReverseItemIterator {
    sequence: Slot,
    /// One more than the index of the next item.
    remaining: usize,
}

impl NativeData for ReverseItemIterator {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.sequence.into_iter().for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.sequence, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    native_data_boilerplate!();
}

/// A new iterator of a class over a list or tuple.
pub(super) fn over(vm: &mut Vm, class: Id, sequence: Id) -> Id {
    vm.heap.incref(sequence);
    vm.new_native(class, ItemIterator { sequence: Some(sequence), index: 0 })
}

/// A new iterator over a list from its end.
pub(super) fn reversed_over(vm: &mut Vm, class: Id, sequence: Id, len: usize) -> Id {
    vm.heap.incref(sequence);
    vm.new_native(class, ReverseItemIterator { sequence: Some(sequence), remaining: len })
}

/// `iter(iterator)`: the iterator itself.
pub(crate) fn itself(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(vm.incref(this))
}

const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, length_hint)];

/// The declaration of `list_iterator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { slots: slots(next), methods: METHODS, ..TypeSpec::new("list_iterator") }
}

/// The declaration of `list_reverseiterator`.
pub(crate) fn reverse_spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, reverse_length_hint)];
    TypeSpec { slots: slots(reverse_next), methods: METHODS, ..TypeSpec::new("list_reverseiterator") }
}

/// The declaration of `tuple_iterator`.
pub(crate) fn tuple_spec() -> TypeSpec {
    TypeSpec { slots: slots(next), methods: METHODS, ..TypeSpec::new("tuple_iterator") }
}

/// The slots of an iterator.
pub(super) const fn slots(next: fn(&mut Vm, Id) -> R<Option<Id>>) -> TypeSlots {
    TypeSlots { iter: Some(itself), next: Some(next), ..NO_SLOTS }
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&ItemIterator { sequence: Some(sequence), index, .. }) = vm.native(this) else { return Ok(None) };
    let item = vm.sequence_item(sequence, index);
    let Some(iterator) = vm.native_mut::<ItemIterator>(this) else { return Ok(None) };
    match item {
        Some(item) => {
            iterator.index += 1;
            Ok(Some(vm.incref(item)))
        }
        None => {
            iterator.sequence = None;
            vm.decref(sequence);
            Ok(None)
        }
    }
}

fn length_hint(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let left = match vm.native(this) {
        Some(&ItemIterator { sequence: Some(sequence), index, .. }) => {
            vm.sequence_items(sequence).map_or(0, <[Id]>::len).saturating_sub(index)
        }
        _ => 0,
    };
    Ok(vm.new_int(left as i64))
}

fn reverse_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&ReverseItemIterator { sequence: Some(sequence), remaining }) = vm.native(this) else { return Ok(None) };
    let item = remaining.checked_sub(1).and_then(|index| vm.sequence_item(sequence, index));
    let Some(iterator) = vm.native_mut::<ReverseItemIterator>(this) else { return Ok(None) };
    match item {
        Some(item) => {
            iterator.remaining -= 1;
            Ok(Some(vm.incref(item)))
        }
        None => {
            iterator.sequence = None;
            vm.decref(sequence);
            Ok(None)
        }
    }
}

fn reverse_length_hint(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let left = match vm.native(this) {
        Some(&ReverseItemIterator { sequence: Some(sequence), remaining })
            if vm.sequence_items(sequence).is_some_and(|items| items.len() >= remaining) =>
        {
            remaining
        }
        _ => 0,
    };
    Ok(vm.new_int(left as i64))
}

//! The iterator over sets (CPython 3.13 setobject.c).

use ouro_heap::Id;

use super::list_iterator::slots;
use crate::data::Set;
use crate::native::{Args, Native, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Vm};

/// Iterates over a set in the table's order, and holds it until it is exhausted.
#[derive(Clone)]
pub(crate) struct SetIterator {
    set: Slot,
    /// Length of the set at the start; `None` once it was found to have changed.
    used: Option<usize>,
    /// Position in the table from which to look.
    position: usize,
    /// Items to come.
    remaining: usize,
}

impl NativeData for SetIterator {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.set.into_iter().for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.set, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        64
    }

    native_data_boilerplate!();
}

/// The declaration of `set_iterator`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, length_hint)];
    TypeSpec { slots: slots(next), methods: METHODS, ..TypeSpec::new("set_iterator") }
}

/// A new iterator over a set.
pub(super) fn over(vm: &mut Vm, set: Id) -> R<Id> {
    let len = vm.set(set).map_or(0, Set::len);
    vm.heap.incref(set);
    let iterator = SetIterator { set: Some(set), used: Some(len), position: 0, remaining: len };
    Ok(vm.new_native(TypeTable::SET_ITERATOR, iterator))
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&SetIterator { set: Some(set), used, position, .. }) = vm.native(this) else { return Ok(None) };
    let Some(items) = vm.set(set) else { return Ok(None) };
    let changed = used != Some(items.len());
    let found = items.next_item(position);
    let Some(iterator) = vm.native_mut::<SetIterator>(this) else { return Ok(None) };
    if changed {
        iterator.used = None;
        return Err(vm.raise(Exceptions::RUNTIME_ERROR, "Set changed size during iteration"));
    }
    match found {
        Some((at, _, key)) => {
            iterator.position = at + 1;
            iterator.remaining = iterator.remaining.saturating_sub(1);
            Ok(Some(vm.incref(key)))
        }
        None => {
            iterator.set = None;
            vm.decref(set);
            Ok(None)
        }
    }
}

fn length_hint(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let left = match vm.native(this) {
        Some(&SetIterator { set: Some(set), used, remaining, .. })
            if vm.set(set).is_some_and(|s| Some(s.len()) == used) =>
        {
            remaining
        }
        _ => 0,
    };
    Ok(vm.new_int(left as i64))
}

use ouro_heap::Id;

use super::deque::{item, length, mutated, state};
use crate::native::{Args, Native, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::list_iterator::slots;
use crate::vm::{R, Vm};

/// Iterates over a deque from either end.
#[derive(Clone)]
struct DequeIterator {
    deque: Slot,
    /// The deque's state at the start.
    state: u64,
    /// Items to come.
    remaining: usize,
    backward: bool,
}

crate::native_data_of_slots!(DequeIterator, |_this| 72, visit deque, release deque, clearable false);

const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, length_hint)];

/// The declaration of `_deque_iterator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { module: "collections", slots: slots(next), methods: METHODS, ..TypeSpec::new("_deque_iterator") }
}

/// The declaration of `_deque_reverse_iterator`.
pub(crate) fn reverse_spec() -> TypeSpec {
    TypeSpec { module: "collections", slots: slots(next), methods: METHODS, ..TypeSpec::new("_deque_reverse_iterator") }
}

/// A new iterator over a deque.
pub(super) fn over(vm: &mut Vm, deque: Id, backward: bool) -> Id {
    let class = if backward { TypeTable::DEQUE_REVERSE_ITERATOR } else { TypeTable::DEQUE_ITERATOR };
    let (state, remaining) = (state(vm, deque), length(vm, deque));
    vm.heap.incref(deque);
    vm.new_native(class, DequeIterator { deque: Some(deque), state, remaining, backward })
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&DequeIterator { deque: Some(deque), state: start, remaining, backward }) = vm.native(this) else {
        return Ok(None);
    };
    if state(vm, deque) != start {
        if let Some(iterator) = vm.native_mut::<DequeIterator>(this) {
            iterator.remaining = 0;
        }
        return Err(mutated(vm, Exceptions::RUNTIME_ERROR));
    }
    let Some(left) = remaining.checked_sub(1) else { return Ok(None) };
    let at = if backward { left } else { length(vm, deque) - remaining };
    if let Some(iterator) = vm.native_mut::<DequeIterator>(this) {
        iterator.remaining = left;
    }
    Ok(item(vm, deque, at).map(|item| vm.incref(item)))
}

fn length_hint(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let remaining = vm.native::<DequeIterator>(this).map_or(0, |iterator| iterator.remaining);
    Ok(vm.new_int(remaining as i64))
}

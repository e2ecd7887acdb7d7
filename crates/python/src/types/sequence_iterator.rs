//! The iterators that `iter()` makes by itself: over objects with `__getitem__`, and over the results of a function
//! (CPython 3.13 iterobject.c).

use ouro_heap::Id;

use super::list_iterator::slots;
use crate::bytecode::Comparison;
use crate::native::{Args, Native, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// Asks an object for the items 0, 1, 2, ...
#[derive(Clone)]
struct SequenceIterator {
    sequence: Slot,
    index: i64,
}

impl NativeData for SequenceIterator {
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

/// Calls a function until it returns the sentinel.
#[derive(Clone)]
struct CallableIterator {
    callable: Slot,
    sentinel: Slot,
}

impl NativeData for CallableIterator {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.callable.into_iter().chain(self.sentinel).for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.callable, released);
        take_slot(&mut self.sentinel, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    native_data_boilerplate!();
}

impl Vm {
    /// An iterator over an object that has `__getitem__` only.
    pub fn new_sequence_iterator(&mut self, object: Id) -> Id {
        self.heap.incref(object);
        self.new_native(TypeTable::SEQUENCE_ITERATOR, SequenceIterator { sequence: Some(object), index: 0 })
    }

    /// `iter(callable, sentinel)`
    pub(crate) fn new_callable_iterator(&mut self, callable: Id, sentinel: Id) -> Id {
        self.heap.incref(callable);
        self.heap.incref(sentinel);
        let iterator = CallableIterator { callable: Some(callable), sentinel: Some(sentinel) };
        self.new_native(TypeTable::CALLABLE_ITERATOR, iterator)
    }
}

/// The declaration of `iterator`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, length_hint)];
    TypeSpec { slots: slots(next), methods: METHODS, ..TypeSpec::new("iterator") }
}

/// The declaration of `callable_iterator`.
pub(crate) fn callable_spec() -> TypeSpec {
    TypeSpec { slots: slots(callable_next), ..TypeSpec::new("callable_iterator") }
}

/// iter_iternext
fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&SequenceIterator { sequence: Some(sequence), index }) = vm.native(this) else { return Ok(None) };
    let key = vm.new_int(index);
    let item = vm.getitem(sequence, key);
    vm.decref(key);
    match item {
        Ok(item) => {
            if let Some(iterator) = vm.native_mut::<SequenceIterator>(this) {
                iterator.index += 1;
            }
            Ok(Some(item))
        }
        Err(raised) => {
            if !vm.is_raised(&raised, Exceptions::INDEX_ERROR) {
                vm.expect_raised(raised, Exceptions::STOP_ITERATION)?;
            } else {
                vm.expect_raised(raised, Exceptions::INDEX_ERROR)?;
            }
            let held = vm.native_mut::<SequenceIterator>(this).and_then(|iterator| iterator.sequence.take());
            vm.decref_slot(held);
            Ok(None)
        }
    }
}

fn length_hint(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let Some(&SequenceIterator { sequence: Some(sequence), index }) = vm.native(this) else {
        return Ok(vm.new_int(0));
    };
    if vm.class(vm.class_of(sequence)).slots.len.is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let left = vm.len(sequence)? as i64 - index;
    Ok(vm.new_int(left.max(0)))
}

/// calliter_iternext
fn callable_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&CallableIterator { callable: Some(callable), .. }) = vm.native(this) else { return Ok(None) };
    let result = match vm.call(callable, &[]) {
        Ok(result) => result,
        Err(raised) => {
            vm.expect_raised(raised, Exceptions::STOP_ITERATION)?;
            finish(vm, this);
            return Ok(None);
        }
    };
    let Some(&CallableIterator { sentinel: Some(sentinel), .. }) = vm.native(this) else {
        vm.decref(result);
        return Ok(None);
    };
    match vm.compare_held(sentinel, result, Comparison::Eq) {
        Ok(false) => Ok(Some(result)),
        Ok(true) => {
            finish(vm, this);
            vm.decref(result);
            Ok(None)
        }
        Err(raised) => {
            vm.decref(result);
            Err(raised)
        }
    }
}

fn finish(vm: &mut Vm, this: Id) {
    if let Some(iterator) = vm.native_mut::<CallableIterator>(this) {
        let (callable, sentinel) = (iterator.callable.take(), iterator.sentinel.take());
        vm.decref_slot(callable);
        vm.decref_slot(sentinel);
    }
}

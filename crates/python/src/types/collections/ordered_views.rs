//! `OrderedDict.keys()`, `values()`, `items()` and the iterator over all of them (CPython 3.13 odictobject.c).

use ouro_heap::Id;

use crate::native::{NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
pub(super) use crate::types::dict_views::view;
use crate::types::dict_views::{Part, viewed};
use crate::types::exceptions::Exceptions;
use crate::types::list_iterator::slots;
use crate::vm::{R, Vm};

/// Iterates over an ordered dict, which it holds until it is exhausted.
#[derive(Clone)]
struct OrderedIterator {
    dict: Slot,
    part: Part,
    backward: bool,
    /// The dict's version of its keys at the start.
    version: u32,
    /// Position of the next item.
    next: Option<usize>,
    /// The tuple given out last.
    result: Slot,
}

crate::native_data_of_slots!(OrderedIterator, |_this| 80, visit dict result, release dict result, clearable false);

/// The declaration of `odict_iterator`.
pub(crate) fn iterator_spec() -> TypeSpec {
    TypeSpec { slots: slots(next), ..TypeSpec::new("odict_iterator") }
}

/// The declaration of `odict_keys`.
pub(crate) fn keys_spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__reversed__", 0, 0, |vm, this, _| over(vm, this, Part::Key, true))];
    view_spec("odict_keys", |vm, this| over(vm, this, Part::Key, false), METHODS)
}

/// The declaration of `odict_values`.
pub(crate) fn values_spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__reversed__", 0, 0, |vm, this, _| over(vm, this, Part::Value, true))];
    view_spec("odict_values", |vm, this| over(vm, this, Part::Value, false), METHODS)
}

/// The declaration of `odict_items`.
pub(crate) fn items_spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__reversed__", 0, 0, |vm, this, _| over(vm, this, Part::Item, true))];
    view_spec("odict_items", |vm, this| over(vm, this, Part::Item, false), METHODS)
}

fn view_spec(name: &'static str, iter: fn(&mut Vm, Id) -> R<Id>, methods: &'static [Native]) -> TypeSpec {
    TypeSpec { slots: TypeSlots { iter: Some(iter), ..NO_SLOTS }, methods, ..TypeSpec::new(name) }
}

fn over(vm: &mut Vm, view: Id, part: Part, backward: bool) -> R<Id> {
    match viewed(vm, view) {
        Some(dict) => Ok(iterate(vm, dict, part, backward)),
        None => Err(vm.type_error_for(view, "'{}' object is not iterable")),
    }
}

/// A new iterator over an ordered dict.
pub(super) fn iterate(vm: &mut Vm, dict: Id, part: Part, backward: bool) -> Id {
    let mut version = vm.next_version;
    let (mut current, mut next) = (0, None);
    if let Some(data) = vm.dict_mut(dict) {
        current = data.keys_version(&mut version);
        next = if backward { data.previous_entry(usize::MAX) } else { data.next_entry(0) }.map(|(at, _)| at);
    }
    vm.next_version = version;
    let result = part.first_result(vm);
    vm.heap.incref(dict);
    let iterator = OrderedIterator { dict: Some(dict), part, backward, version: current, next, result };
    vm.new_native(TypeTable::ODICT_ITERATOR, iterator)
}

/// odictiter_nextkey: the end is known before it is asked for, so that changes after the last item go unnoticed.
fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&OrderedIterator { dict: Some(dict), part, backward, version, next, result }) = vm.native(this) else {
        return Ok(None);
    };
    let Some(at) = next else {
        finish(vm, this);
        return Ok(None);
    };
    let found = vm.dict(dict).filter(|data| data.current_keys_version() == version).and_then(|data| {
        let following = if backward { data.previous_entry(at) } else { data.next_entry(at + 1) };
        Some((*data.entry(at)?, following.map(|(at, _)| at)))
    });
    let Some((entry, following)) = found else {
        finish(vm, this);
        return Err(vm.raise(Exceptions::RUNTIME_ERROR, "OrderedDict mutated during iteration"));
    };
    if let Some(iterator) = vm.native_mut::<OrderedIterator>(this) {
        iterator.next = following;
    }
    Ok(Some(part.of(vm, entry, result)))
}

fn finish(vm: &mut Vm, this: Id) {
    let dict = vm.native_mut::<OrderedIterator>(this).and_then(|iterator| iterator.dict.take());
    vm.decref_slot(dict);
}

use ouro_heap::Id;

use crate::data::Entry;
use crate::native::{Args, Native, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::list_iterator::slots;
use crate::vm::{R, Singletons, Vm};

/// What an iterator gives of each item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The key.
    Key,
    /// The value.
    Value,
    /// A tuple of both.
    Item,
}

impl Part {
    /// The tuple that an iterator starts with, if it gives tuples.
    pub fn first_result(self, vm: &mut Vm) -> Slot {
        (self == Part::Item).then(|| vm.pack_tuple([Singletons::NONE; 2]))
    }

    /// This part of an entry, a new reference: the tuple given out last is used again if nobody kept it.
    pub fn of(self, vm: &mut Vm, entry: Entry, result: Slot) -> Id {
        match self {
            Part::Key => vm.incref(entry.key),
            Part::Value => vm.incref(entry.value),
            Part::Item => {
                vm.heap.incref(entry.key);
                vm.heap.incref(entry.value);
                match result {
                    Some(last) => vm.recycle_pair(last, entry.key, entry.value),
                    None => vm.new_pair(entry.key, entry.value),
                }
            }
        }
    }
}

/// Iterates over a dict, which it holds until it is exhausted.
#[derive(Clone)]
pub(crate) struct DictIterator {
    dict: Slot,
    part: Part,
    backward: bool,
    /// Length of the dict at the start; `None` once it was found to have changed.
    used: Option<usize>,
    /// Position of the next item, or backward one more than that.
    position: usize,
    /// Items to come.
    remaining: usize,
    /// The tuple given out last.
    result: Slot,
}

impl NativeData for DictIterator {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.dict.into_iter().chain(self.result).for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.dict, released);
        take_slot(&mut self.result, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        72
    }

    native_data_boilerplate!();
}

/// A new iterator over a dict.
pub(crate) fn iterate(vm: &mut Vm, dict: Id, part: Part, backward: bool) -> Id {
    let (len, positions) = vm.dict(dict).map_or((0, 0), |d| (d.len(), d.positions()));
    let class = match (part, backward) {
        (Part::Key, false) => TypeTable::DICT_KEY_ITERATOR,
        (Part::Value, false) => TypeTable::DICT_VALUE_ITERATOR,
        (Part::Item, false) => TypeTable::DICT_ITEM_ITERATOR,
        (Part::Key, true) => TypeTable::DICT_REVERSE_KEY_ITERATOR,
        (Part::Value, true) => TypeTable::DICT_REVERSE_VALUE_ITERATOR,
        (Part::Item, true) => TypeTable::DICT_REVERSE_ITEM_ITERATOR,
    };
    let result = part.first_result(vm);
    vm.heap.incref(dict);
    let position = if backward { positions } else { 0 };
    let iterator = DictIterator { dict: Some(dict), part, backward, used: Some(len), position, remaining: len, result };
    vm.new_native(class, iterator)
}

const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, length_hint)];

fn iterator_spec(name: &'static str) -> TypeSpec {
    TypeSpec { slots: slots(next), methods: METHODS, ..TypeSpec::new(name) }
}

/// The declaration of `dict_keyiterator`.
pub(crate) fn key_iterator_spec() -> TypeSpec {
    iterator_spec("dict_keyiterator")
}

/// The declaration of `dict_valueiterator`.
pub(crate) fn value_iterator_spec() -> TypeSpec {
    iterator_spec("dict_valueiterator")
}

/// The declaration of `dict_itemiterator`.
pub(crate) fn item_iterator_spec() -> TypeSpec {
    iterator_spec("dict_itemiterator")
}

/// The declaration of `dict_reversekeyiterator`.
pub(crate) fn reverse_key_iterator_spec() -> TypeSpec {
    iterator_spec("dict_reversekeyiterator")
}

/// The declaration of `dict_reversevalueiterator`.
pub(crate) fn reverse_value_iterator_spec() -> TypeSpec {
    iterator_spec("dict_reversevalueiterator")
}

/// The declaration of `dict_reverseitemiterator`.
pub(crate) fn reverse_item_iterator_spec() -> TypeSpec {
    iterator_spec("dict_reverseitemiterator")
}

/// dictiter_iternextkey_lock_held and its kin
fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&DictIterator { dict: Some(dict), part, backward, used, position, remaining, result }) = vm.native(this)
    else {
        return Ok(None);
    };
    let Some(data) = vm.dict(dict) else { return Ok(None) };
    if used != Some(data.len()) {
        if let Some(iterator) = vm.native_mut::<DictIterator>(this) {
            iterator.used = None;
        }
        return Err(vm.raise(Exceptions::RUNTIME_ERROR, "dictionary changed size during iteration"));
    }
    let found = if backward { data.previous_entry(position) } else { data.next_entry(position) };
    let Some((at, &entry)) = found else {
        finish(vm, this, dict);
        return Ok(None);
    };
    if remaining == 0 && !backward {
        let raised = vm.raise(Exceptions::RUNTIME_ERROR, "dictionary keys changed during iteration");
        finish(vm, this, dict);
        return Err(raised);
    }
    if let Some(iterator) = vm.native_mut::<DictIterator>(this) {
        iterator.position = if backward { at } else { at + 1 };
        iterator.remaining = remaining.saturating_sub(1);
    }
    Ok(Some(part.of(vm, entry, result)))
}

fn finish(vm: &mut Vm, this: Id, dict: Id) {
    if let Some(iterator) = vm.native_mut::<DictIterator>(this) {
        iterator.dict = None;
        vm.decref(dict);
    }
}

fn length_hint(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let left = match vm.native(this) {
        Some(&DictIterator { dict: Some(dict), used, remaining, .. })
            if vm.dict(dict).is_some_and(|d| Some(d.len()) == used) =>
        {
            remaining
        }
        _ => 0,
    };
    Ok(vm.new_int(left as i64))
}

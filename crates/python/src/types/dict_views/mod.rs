//! `dict.keys()`, `dict.values()`, `dict.items()` and the iterators over dicts (CPython 3.13 dictobject.c).

mod iterators;
mod set_operations;

use ouro_heap::Id;

use crate::data::Dict;
use crate::native::{GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::{R, Vm, hash_not_implemented};

pub(crate) use iterators::{
    Part, item_iterator_spec, iterate, key_iterator_spec, reverse_item_iterator_spec, reverse_key_iterator_spec,
    reverse_value_iterator_spec, value_iterator_spec,
};

/// A view of a dict.
#[derive(Clone)]
pub(crate) struct DictView {
    dict: Slot,
}

impl NativeData for DictView {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.dict.into_iter().for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.dict, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        40
    }

    native_data_boilerplate!();
}

/// A new view of a dict.
pub(crate) fn view(vm: &mut Vm, class: Id, dict: Id) -> Id {
    vm.heap.incref(dict);
    vm.new_native(class, DictView { dict: Some(dict) })
}

/// The dict of a view: borrowed.
pub(crate) fn viewed(vm: &Vm, view: Id) -> Option<Id> {
    vm.native::<DictView>(view)?.dict
}

/// The declaration of `dict_keys`.
pub(crate) fn keys_spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("isdisjoint", 1, 1, set_operations::isdisjoint),
        Native::new("__reversed__", 0, 0, |vm, this, _| reversed(vm, this, Part::Key)),
    ];
    TypeSpec {
        slots: TypeSlots {
            iter: Some(|vm, this| forward(vm, this, Part::Key)),
            contains: Some(set_operations::keys_contains),
            ..SET_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        ..TypeSpec::new("dict_keys")
    }
}

/// The declaration of `dict_values`.
pub(crate) fn values_spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__reversed__", 0, 0, |vm, this, _| reversed(vm, this, Part::Value))];
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            len: Some(len),
            iter: Some(|vm, this| forward(vm, this, Part::Value)),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        ..TypeSpec::new("dict_values")
    }
}

/// The declaration of `dict_items`.
pub(crate) fn items_spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("isdisjoint", 1, 1, set_operations::isdisjoint),
        Native::new("__reversed__", 0, 0, |vm, this, _| reversed(vm, this, Part::Item)),
    ];
    TypeSpec {
        slots: TypeSlots {
            iter: Some(|vm, this| forward(vm, this, Part::Item)),
            contains: Some(set_operations::items_contains),
            ..SET_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        ..TypeSpec::new("dict_items")
    }
}

const GETSET: &[GetSet] = &[GetSet::get("mapping", mapping)];

/// What keys and items have in common: they are sets.
const SET_SLOTS: TypeSlots = TypeSlots {
    repr: Some(repr),
    len: Some(len),
    hash: Some(hash_not_implemented),
    richcompare: Some(set_operations::richcompare),
    subtract: Some(set_operations::subtract),
    and: Some(set_operations::and),
    or: Some(set_operations::or),
    xor: Some(set_operations::xor),
    ..NO_SLOTS
};

fn length(vm: &Vm, this: Id) -> usize {
    viewed(vm, this).and_then(|dict| vm.dict(dict)).map_or(0, Dict::len)
}

fn len(vm: &mut Vm, this: Id) -> R<usize> {
    Ok(length(vm, this))
}

fn forward(vm: &mut Vm, this: Id, part: Part) -> R<Id> {
    over(vm, this, part, false)
}

fn reversed(vm: &mut Vm, this: Id, part: Part) -> R<Id> {
    over(vm, this, part, true)
}

fn over(vm: &mut Vm, this: Id, part: Part, backward: bool) -> R<Id> {
    match viewed(vm, this) {
        Some(dict) => Ok(iterate(vm, dict, part, backward)),
        None => Err(vm.type_error_for(this, "'{}' object is not iterable")),
    }
}

fn mapping(vm: &mut Vm, this: Id) -> R<Id> {
    match viewed(vm, this) {
        Some(dict) => Ok(vm.new_mapping_proxy(dict)),
        None => Err(vm.type_error_for(this, "'{}' object is not a mapping")),
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    if vm.enter_repr(this) {
        return Ok(vm.new_str("..."));
    }
    let list = vm.list_from(this);
    let mut text = format!("{}(", vm.type_name(this));
    let result = match list {
        Ok(list) => {
            let result = vm.append_repr(list, &mut text);
            vm.decref(list);
            result
        }
        Err(raised) => Err(raised),
    };
    vm.leave_repr(this);
    result?;
    text.push(')');
    Ok(vm.new_str(text))
}

/// Whether an object is a view that is a set: keys or items.
fn is_set_view(vm: &Vm, object: Id) -> bool {
    let class = vm.class_of(object);
    [TypeTable::DICT_KEYS, TypeTable::DICT_ITEMS].iter().any(|&view| vm.is_subclass(class, view))
}

//! `dict` (CPython 3.13 dictobject.c).

use ouro_heap::Id;

use super::dict_views::{self, Part};
use crate::bytecode::Comparison;
use crate::data::{Dict, Entry};
use crate::native::{Args, Layout, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, free_list};
use crate::types::TypeTable;
use crate::types::class_getitem;
use crate::types::exceptions::Exceptions;
use crate::version::InlineValues;
use crate::vm::{R, Singletons, Vm, hash_not_implemented};

/// The declaration of `dict`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("get", 1, 2, get),
        Native::new("setdefault", 1, 2, setdefault),
        Native::new("pop", 1, 2, pop),
        Native::new("popitem", 0, 0, popitem),
        Native::new("keys", 0, 0, keys),
        Native::new("items", 0, 0, items),
        Native::new("values", 0, 0, values),
        Native::any("update", update).fastcall_since(NEVER),
        Native::new("fromkeys", 1, 2, fromkeys).class_method(),
        Native::new("clear", 0, 0, clear),
        Native::new("copy", 0, 0, copy),
        Native::new("__reversed__", 0, 0, reversed),
        Native::new("__class_getitem__", 1, 1, class_getitem).class_method(),
    ];
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash_not_implemented),
            richcompare: Some(richcompare),
            iter: Some(iter),
            new: Some(new),
            init: Some(init),
            len: Some(len),
            getitem: Some(getitem),
            setitem: Some(setitem),
            contains: Some(contains),
            or: Some(or),
            inplace_or: Some(inplace_or),
            ..NO_SLOTS
        },
        methods: METHODS,
        subclassable: true,
        layout: Layout::Other,
        ..TypeSpec::new("dict")
    }
}

fn length(vm: &Vm, this: Id) -> usize {
    vm.dict(this).map_or(0, Dict::len)
}

fn len(vm: &mut Vm, this: Id) -> R<usize> {
    Ok(length(vm, this))
}

/// Subclasses are tracked from the start; a dict itself once it holds something that is tracked.
fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if class == TypeTable::DICT {
        vm.expect_count("dict", args.pos.len(), 0, 1)?;
        return Ok(vm.new_dict_by_class());
    }
    Ok(vm.alloc_instance(class, Data::Dict(Box::default())))
}

pub(super) fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    update_from_arguments(vm, "dict", this, args)
}

/// dict_update_common
fn update_from_arguments(vm: &mut Vm, name: &str, this: Id, args: &Args) -> R<()> {
    vm.expect_count(name, args.pos.len(), 0, 1)?;
    if let Some(argument) = args.get(0) {
        vm.dict_update_from(this, argument)?;
    }
    for &(key, value) in args.kw {
        vm.dict_set(this, key, value)?;
    }
    Ok(())
}

pub(super) fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    if vm.enter_repr(this) {
        return Ok(vm.new_str("{...}"));
    }
    let text = repr_items(vm, this);
    vm.leave_repr(this);
    let text = text?;
    Ok(vm.new_str(text))
}

fn repr_items(vm: &mut Vm, this: Id) -> R<String> {
    let mut text = String::from("{");
    let mut position = 0;
    while let Some((at, &Entry { key, value, .. })) = vm.dict(this).and_then(|d| d.next_entry(position)) {
        position = at + 1;
        if text.len() > 1 {
            text.push_str(", ");
        }
        vm.heap.incref(key);
        vm.heap.incref(value);
        let result = vm.append_repr(key, &mut text).and_then(|()| {
            text.push_str(": ");
            vm.append_repr(value, &mut text)
        });
        vm.decref(key);
        vm.decref(value);
        result?;
    }
    text.push('}');
    Ok(text)
}

pub(super) fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    if vm.dict(a).is_none() || vm.dict(b).is_none() || !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let equal = equal(vm, a, b)?;
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

/// dict_equal
fn equal(vm: &mut Vm, a: Id, b: Id) -> R<bool> {
    if length(vm, a) != length(vm, b) {
        return Ok(false);
    }
    let mut position = 0;
    while let Some((at, &Entry { hash, key, value })) = vm.dict(a).and_then(|d| d.next_entry(position)) {
        position = at + 1;
        vm.heap.incref(key);
        vm.heap.incref(value);
        let result = match vm.dict_find(b, key, hash) {
            Ok(found) => match found.and_then(|p| vm.dict(b)?.entry(p)).map(|e| e.value) {
                Some(other) => {
                    vm.heap.incref(other);
                    let result = vm.compare_bool(value, other, Comparison::Eq);
                    vm.decref(other);
                    result
                }
                None => Ok(false),
            },
            Err(raised) => Err(raised),
        };
        vm.decref(key);
        vm.decref(value);
        if !result? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(dict_views::iterate(vm, this, Part::Key, false))
}

fn reversed(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    Ok(dict_views::iterate(vm, this, Part::Key, true))
}

fn keys(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    Ok(dict_views::view(vm, TypeTable::DICT_KEYS, this))
}

fn values(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    Ok(dict_views::view(vm, TypeTable::DICT_VALUES, this))
}

fn items(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    Ok(dict_views::view(vm, TypeTable::DICT_ITEMS, this))
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    vm.dict_subscript(this, key)
}

fn setitem(vm: &mut Vm, this: Id, key: Id, value: Option<Id>) -> R<()> {
    match value {
        Some(value) => vm.dict_set(this, key, value),
        None => match vm.dict_remove(this, key)? {
            Some(old) => {
                vm.decref(old);
                Ok(())
            }
            None => Err(vm.key_error(key)),
        },
    }
}

fn contains(vm: &mut Vm, this: Id, key: Id) -> R<bool> {
    Ok(vm.dict_get(this, key)?.is_some())
}

fn or(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if vm.dict(a).is_none() || vm.dict(b).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let result = vm.dict_copy(a)?;
    match vm.dict_update_from(result, b) {
        Ok(()) => Ok(result),
        Err(raised) => {
            vm.decref(result);
            Err(raised)
        }
    }
}

fn inplace_or(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    vm.dict_update_from(this, other)?;
    Ok(vm.incref(this))
}

fn get(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    match vm.dict_get(this, args.pos[0])? {
        Some(value) => Ok(vm.incref(value)),
        None => Ok(vm.default_or_none(args.get(1))),
    }
}

pub(super) fn setdefault(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let key = args.pos[0];
    let hash = vm.hash_for(key, "dict key")?;
    let position = vm.dict_find(this, key, hash)?;
    match position.and_then(|p| vm.dict(this)?.entry(p)).map(|e| e.value) {
        Some(value) => Ok(vm.incref(value)),
        None => {
            let value = vm.default_or_none(args.get(1));
            vm.heap.incref(value);
            vm.dict_insert(this, key, hash, value);
            Ok(value)
        }
    }
}

fn pop(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let value = if length(vm, this) == 0 { None } else { vm.dict_remove(this, args.pos[0])? };
    match (value, args.get(1)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(vm.incref(default)),
        (None, None) => Err(vm.key_error(args.pos[0])),
    }
}

fn popitem(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    match vm.dict_mut(this).and_then(Dict::pop_last) {
        Some(Entry { key, value, .. }) => {
            if vm.dict(this).is_some_and(Dict::is_ordered) {
                vm.decref(key);
            }
            Ok(vm.new_tuple(vec![key, value]))
        }
        None => {
            // The pair is made before there is something to put into it (dictobject.c, dict_popitem_impl).
            vm.heap.count_temporary(free_list::TUPLE + 1);
            Err(vm.raise(Exceptions::KEY_ERROR, "popitem(): dictionary is empty"))
        }
    }
}

fn update(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    update_from_arguments(vm, "update", this, args)?;
    Ok(Singletons::NONE)
}

fn clear(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    if let Some(dict) = vm.dict_mut(this) {
        let ordered = dict.is_ordered();
        let shared = dict.shares_keys_of();
        // Values that are inside an instance stay there (dictobject.c, clear_embedded_values).
        let embedded = dict.embedded_in();
        let items = dict.take();
        for Entry { key, value, .. } in items {
            if ordered {
                vm.decref(key);
            }
            vm.decref(key);
            vm.decref(value);
        }
        if let Some(class) = shared
            && embedded.is_some_and(|instance| vm.own_dict(instance) == Some(this))
            && vm.version.inline_values != InlineValues::OfPlainBases
            && vm.dict(this).is_some_and(Dict::is_empty)
        {
            vm.share_keys(this, class);
        }
    }
    Ok(Singletons::NONE)
}

fn copy(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    vm.dict_copy(this)
}

/// `dict.fromkeys(iterable, value=None)` (_PyDict_FromKeys)
pub(super) fn fromkeys(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let (iterable, value) = (args.pos[0], args.get(1).unwrap_or(Singletons::NONE));
    let dict = vm.call(class, &[])?;
    let dict = vm.keep(dict);
    let exact = vm.class_of(dict) == TypeTable::DICT;
    if exact && length(vm, dict) == 0 {
        let kind = vm.class_of(iterable);
        // Of a set's items it is not known whether they are strs.
        let mut general = true;
        let count = if kind == TypeTable::DICT {
            general = vm.dict(iterable).is_some_and(Dict::is_general);
            length(vm, iterable)
        } else if kind == TypeTable::SET || kind == TypeTable::FROZENSET {
            vm.set(iterable).map_or(0, |set| set.len())
        } else {
            0
        };
        if (count > 0 || kind == TypeTable::SET || kind == TypeTable::FROZENSET)
            && let fits = vm.version.tables_fit
            && let Some(data) = vm.dict_mut(dict)
        {
            data.reserve_total(count, fits);
            data.set_general(general);
        }
    }
    if exact && let Some(items) = vm.hashed_items(iterable) {
        let mut result = Ok(());
        for (hash, key) in items {
            result = result.and_then(|()| vm.dict_set_hashed(dict, key, hash, value));
            vm.decref(key);
        }
        return result.map(|()| vm.incref(dict));
    }
    vm.for_each(iterable, |vm, key| {
        let result = if exact { vm.dict_set(dict, key, value) } else { vm.setitem(dict, key, value) };
        vm.decref(key);
        result.map(|()| true)
    })?;
    Ok(vm.incref(dict))
}

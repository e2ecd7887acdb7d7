//! `collections.OrderedDict` (CPython 3.13 odictobject.c). The order is the dict's own, which moving an item changes too.

use ouro_heap::Id;

use super::ordered_views::{self, iterate};
use crate::bytecode::Comparison;
use crate::data::{Dict, Entry};
use crate::native::{Args, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, free_list};
use crate::types::dict_views::Part;
use crate::types::exceptions::Exceptions;
use crate::types::{TypeTable, dict, object};
use crate::vm::{Names, Parameters, R, Singletons, Vm, hash_not_implemented};

/// The declaration of `OrderedDict`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::any("fromkeys", from_keys).class_method(),
        Native::any("setdefault", set_default),
        Native::any("pop", pop),
        Native::any("popitem", pop_item),
        Native::any("move_to_end", move_to_end),
        Native::any("update", |vm, this, args| update(vm, this, args).map(|()| Singletons::NONE)).fastcall_since(NEVER),
        Native::new("copy", 0, 0, copy),
        Native::new("keys", 0, 0, |vm, this, _| Ok(ordered_views::view(vm, TypeTable::ODICT_KEYS, this))),
        Native::new("values", 0, 0, |vm, this, _| Ok(ordered_views::view(vm, TypeTable::ODICT_VALUES, this))),
        Native::new("items", 0, 0, |vm, this, _| Ok(ordered_views::view(vm, TypeTable::ODICT_ITEMS, this))),
        Native::new("__reversed__", 0, 0, |vm, this, _| Ok(iterate(vm, this, Part::Key, true))),
        Native::new("__reduce__", 0, 0, reduce),
    ];
    TypeSpec {
        module: "collections",
        slots: TypeSlots {
            new: Some(new),
            init: Some(init),
            repr: Some(repr),
            hash: Some(hash_not_implemented),
            richcompare: Some(richcompare),
            iter: Some(|vm, this| Ok(iterate(vm, this, Part::Key, false))),
            or: Some(or),
            inplace_or: Some(inplace_or),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: const { &[object::DICT_GETSET] },
        subclassable: true,
        weakrefable: true,
        has_dict: true,
        ..TypeSpec::new("OrderedDict")
    }
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    Ok(vm.alloc_with_dict(class, Data::Dict(Box::new(Dict::new_ordered()))))
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    let given = args.pos.len();
    if given > 1 {
        return Err(vm.type_error(format!("expected at most 1 arguments, got {given}")));
    }
    update(vm, this, args)
}

/// mutablemapping_update: through the class's own `__setitem__`.
fn update(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    let given = args.pos.len();
    if given > 1 {
        return Err(vm.type_error(format!("update() takes at most 1 positional argument ({given} given)")));
    }
    if let Some(argument) = args.get(0) {
        update_from(vm, this, argument)?;
    }
    set_pairs(vm, this, args.kw)
}

/// Sets items, which CPython has in a list of tuples meanwhile (PyDict_Items).
fn set_pairs(vm: &mut Vm, this: Id, pairs: &[(Id, Id)]) -> R<()> {
    if pairs.is_empty() {
        return Ok(());
    }
    let mut tuples = Vec::with_capacity(pairs.len());
    for &(key, value) in pairs {
        vm.heap.incref(key);
        vm.heap.incref(value);
        tuples.push(vm.new_tuple(vec![key, value]));
    }
    let list = vm.new_list(tuples);
    vm.keep(list);
    for &(key, value) in pairs {
        vm.setitem(this, key, value)?;
    }
    Ok(())
}

/// mutablemapping_update_arg
fn update_from(vm: &mut Vm, this: Id, argument: Id) -> R<()> {
    if vm.class_of(argument) == TypeTable::DICT {
        let items: Vec<(Id, Id)> =
            vm.dict(argument).into_iter().flat_map(Dict::iter).map(|entry| (entry.key, entry.value)).collect();
        return set_pairs(vm, this, &items);
    }
    if let Some(method) = vm.getattr_opt(argument, Names::KEYS)? {
        vm.keep(method);
        let keys = vm.call(method, &[])?;
        vm.keep(keys);
        return vm.for_each(keys, |vm, key| {
            let result = vm.getitem(argument, key).and_then(|value| {
                let result = vm.setitem(this, key, value);
                vm.decref(value);
                result
            });
            vm.decref(key);
            result.map(|()| true)
        });
    }
    let name = vm.intern("items");
    let pairs = match vm.getattr_opt(argument, name)? {
        Some(method) => {
            vm.keep(method);
            let items = vm.call(method, &[])?;
            vm.keep(items)
        }
        None => argument,
    };
    vm.for_each(pairs, |vm, pair| {
        match vm.class_of(pair) {
            TypeTable::TUPLE => vm.heap.count_temporary(free_list::TUPLE_ITERATOR),
            TypeTable::LIST => vm.heap.count_temporary(free_list::LIST_ITERATOR),
            _ => {}
        }
        let items = vm.collect(pair);
        vm.decref(pair);
        let items = items?;
        let result = match *items {
            [key, value] => vm.setitem(this, key, value),
            [] => Err(vm.value_error("need more than 0 values to unpack")),
            [_] => Err(vm.value_error("need more than 1 value to unpack")),
            _ => Err(vm.value_error("too many values to unpack (expected 2)")),
        };
        vm.decref_all(items);
        result.map(|()| true)
    })
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.bare_type_name(this);
    if vm.dict(this).is_none_or(Dict::is_empty) {
        return Ok(vm.new_str(format!("{name}()")));
    }
    if vm.enter_repr(this) {
        return Ok(vm.new_str("..."));
    }
    let text = plain_copy(vm, this).and_then(|plain| {
        let text = vm.repr_text(plain);
        vm.decref(plain);
        text
    });
    vm.leave_repr(this);
    let text = text?;
    Ok(vm.new_str(format!("{name}({text})")))
}

/// A dict with the items in order: as they are, for a subclass those of its `items()`.
fn plain_copy(vm: &mut Vm, this: Id) -> R<Id> {
    if vm.class_of(this) == TypeTable::ORDERED_DICT {
        let plain = vm.new_dict();
        let items: Vec<Entry> = vm.dict(this).into_iter().flat_map(Dict::iter).copied().collect();
        for Entry { key, hash, value } in items {
            vm.heap.incref(value);
            vm.dict_insert(plain, key, hash, value);
        }
        return Ok(plain);
    }
    let name = vm.intern("items");
    let items = vm.call_method(this, name, &[])?;
    let plain = vm.call(TypeTable::DICT, &[items]);
    vm.decref(items);
    plain
}

/// Two of them are equal in the same order only (odict_richcompare).
fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    let equal = dict::richcompare(vm, a, b, Comparison::Eq)?;
    if equal == Singletons::NOT_IMPLEMENTED || !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let mut equal = equal == Singletons::TRUE;
    if equal && vm.is_subclass(vm.class_of(b), TypeTable::ORDERED_DICT) {
        equal = same_order(vm, a, b)?;
    }
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

fn same_order(vm: &mut Vm, a: Id, b: Id) -> R<bool> {
    let keys = |vm: &Vm, this: Id| -> Vec<Id> {
        vm.dict(this).into_iter().flat_map(Dict::iter).map(|entry| entry.key).collect()
    };
    let pairs: Vec<(Id, Id)> = keys(vm, a).into_iter().zip(keys(vm, b)).collect();
    for &(x, y) in &pairs {
        for id in [x, y] {
            vm.heap.incref(id);
            vm.keep(id);
        }
    }
    for (x, y) in pairs {
        if !vm.compare_bool(x, y, Comparison::Eq)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn or(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let is_ordered = |vm: &Vm, id: Id| vm.is_subclass(vm.class_of(id), TypeTable::ORDERED_DICT);
    if vm.dict(a).is_none() || vm.dict(b).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let class = vm.class_of(if is_ordered(vm, a) { a } else { b });
    let joined = vm.call(class, &[a])?;
    match update_from(vm, joined, b) {
        Ok(()) => Ok(joined),
        Err(raised) => {
            vm.decref(joined);
            Err(raised)
        }
    }
}

fn inplace_or(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    update_from(vm, this, other)?;
    Ok(vm.incref(this))
}

fn from_keys(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "value"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("fromkeys", args, &PARAMETERS)?;
    let all = [bound[0].unwrap_or(Singletons::NONE), bound[1].unwrap_or(Singletons::NONE)];
    dict::fromkeys(vm, class, &Args::positional(&all))
}

fn set_default(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["key", "default"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("setdefault", args, &PARAMETERS)?;
    let (key, default) = (bound[0].unwrap_or(Singletons::NONE), bound[1].unwrap_or(Singletons::NONE));
    if vm.class_of(this) != TypeTable::ORDERED_DICT {
        if vm.contains(this, key)? {
            return vm.getitem(this, key);
        }
        vm.setitem(this, key, default)?;
        return Ok(vm.incref(default));
    }
    dict::setdefault(vm, this, &Args::positional(&[key, default]))
}

fn pop(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["key", "default"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("pop", args, &PARAMETERS)?;
    let key = bound[0].unwrap_or(Singletons::NONE);
    match (vm.dict_remove(this, key)?, bound[1]) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(vm.incref(default)),
        (None, None) => Err(vm.key_error(key)),
    }
}

fn pop_item(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters { names: &["last"], positional_only: 0, positional: 1, required: 0 };
    let bound = vm.bind_args("popitem", args, &PARAMETERS)?;
    let last = bound[0].map_or(Ok(true), |last| vm.is_true(last))?;
    let position = vm.dict(this).and_then(|dict| {
        let end = if last { dict.previous_entry(usize::MAX) } else { dict.next_entry(0) };
        end.map(|(position, _)| position)
    });
    let entry = position.and_then(|position| vm.dict_take(this, position));
    match entry {
        Some(Entry { key, value, .. }) => Ok(vm.pack_tuple(vec![key, value])),
        None => Err(vm.raise(Exceptions::KEY_ERROR, "dictionary is empty")),
    }
}

fn move_to_end(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["key", "last"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("move_to_end", args, &PARAMETERS)?;
    let last = bound[1].map_or(Ok(true), |last| vm.is_true(last))?;
    let key = bound[0].unwrap_or(Singletons::NONE);
    let hash = vm.hash_for(key, "dict key")?;
    let Some(position) = vm.dict_find(this, key, hash)? else { return Err(vm.key_error(key)) };
    if let Some(dict) = vm.dict_mut(this) {
        dict.move_to_end(position, last);
    }
    Ok(Singletons::NONE)
}

/// odict_copy: a subclass is called, and its own methods read and set the items.
fn copy(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let class = vm.class_of(this);
    let copy = if class == TypeTable::ORDERED_DICT { new(vm, class, &Args::default())? } else { vm.call(class, &[])? };
    vm.keep(copy);
    let keys: Vec<Id> = vm.dict(this).into_iter().flat_map(Dict::iter).map(|entry| entry.key).collect();
    for &key in &keys {
        vm.heap.incref(key);
        vm.keep(key);
    }
    for key in keys {
        let value = vm.getitem(this, key)?;
        let result = vm.setitem(copy, key, value);
        vm.decref(value);
        result?;
    }
    Ok(vm.incref(copy))
}

fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let dict = vm.instance_dict(this).filter(|&dict| vm.dict(dict).is_some_and(|d| !d.is_empty()));
    let state = vm.or_none(dict);
    vm.keep(state);
    let name = vm.intern("items");
    let items = vm.call_method(this, name, &[])?;
    vm.keep(items);
    let iterator = vm.iter(items)?;
    let class = vm.class_of(this);
    vm.heap.incref(class);
    vm.heap.incref(state);
    Ok(vm.new_tuple(vec![class, Singletons::EMPTY_TUPLE, state, Singletons::NONE, iterator]))
}

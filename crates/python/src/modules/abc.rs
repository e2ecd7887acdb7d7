//! Module `_abc`: what `abc.ABCMeta` stands on (CPython 3.13 _abc.c).

use ouro_heap::{Id, WeakKind};

use super::ModuleSpec;
use crate::native::{Args, Native};
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::types::abc_data::AbcData;
use crate::types::exceptions::Exceptions;
use crate::types::weak_proxy::live_target;
use crate::types::weakref::new_weakref;
use crate::vm::{Names, R, Singletons, Vm};

/// Py_TPFLAGS_SEQUENCE
const SEQUENCE: i64 = 1 << 5;
/// Py_TPFLAGS_MAPPING
const MAPPING: i64 = 1 << 6;

/// Takes a class out of a set when it has died: bound to a weak reference to the set.
static DESTROY: Native = Native::new("_destroy", 1, 1, destroy);

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_abc",
        functions: const {
            &[
                Native::new("_abc_init", 1, 1, init),
                Native::new("_abc_register", 2, 2, register),
                Native::new("_abc_instancecheck", 2, 2, instance_check),
                Native::new("_abc_subclasscheck", 2, 2, subclass_check),
                Native::new("_get_dump", 1, 1, dump),
                Native::new("_reset_registry", 1, 1, reset_registry),
                Native::new("_reset_caches", 1, 1, reset_caches),
                Native::new("get_cache_token", 0, 0, |vm, _, _| Ok(vm.new_int(vm.abc_cache_token as i64))),
            ]
        },
        init: None,
    }
}

/// Which of the sets.
type Place = fn(&mut AbcData) -> &mut Slot;

const REGISTRY: Place = |data| &mut data.registry;
const CACHE: Place = |data| &mut data.cache;
const NEGATIVE: Place = |data| &mut data.negative_cache;

fn destroy(vm: &mut Vm, set_reference: Id, args: &Args) -> R<Id> {
    if let Some(set) = live_target(vm, set_reference) {
        vm.heap.incref(set);
        vm.keep(set);
        let hash = vm.hash(args.pos[0])?;
        let position = vm.set_find(set, args.pos[0], hash)?;
        let removed = position.and_then(|p| vm.set_mut(set)?.remove(p));
        vm.decref_slot(removed);
    }
    Ok(Singletons::NONE)
}

/// The data of an abstract class: borrowed, held by the class.
fn data_of(vm: &mut Vm, class: Id) -> R<Id> {
    let name = vm.intern("_abc_impl");
    let data = vm.getattr(class, name)?;
    vm.keep(data);
    if vm.native::<AbcData>(data).is_none() {
        return Err(vm.type_error("_abc_impl is set to a wrong type"));
    }
    Ok(data)
}

fn set_of(vm: &mut Vm, data: Id, place: Place) -> Slot {
    vm.native_mut::<AbcData>(data).and_then(|data| *place(data))
}

/// _in_weak_set
fn is_in(vm: &mut Vm, data: Id, place: Place, object: Id) -> R<bool> {
    let Some(set) = set_of(vm, data, place) else { return Ok(false) };
    if vm.set(set).is_none_or(|set| set.is_empty()) || !vm.class(vm.class_of(object)).flags.weakrefable {
        return Ok(false);
    }
    let reference = vm.plain_weakref(object);
    let found = vm.set_contains(set, reference);
    vm.decref(reference);
    found
}

/// _add_to_weak_set
fn add(vm: &mut Vm, data: Id, place: Place, object: Id) -> R<()> {
    let set = match set_of(vm, data, place) {
        Some(set) => set,
        None => {
            let set = vm.new_set();
            if let Some(data) = vm.native_mut::<AbcData>(data) {
                *place(data) = Some(set);
            }
            set
        }
    };
    let set_reference = vm.plain_weakref(set);
    let callback = vm.alloc(TypeTable::BUILTIN, Data::Builtin(&DESTROY, Some(set_reference)));
    let reference = new_weakref(vm, TypeTable::WEAKREF, WeakKind::Ref, object, Some(callback));
    vm.decref(callback);
    let reference = reference?;
    let added = vm.set_add(set, reference);
    vm.decref(reference);
    added.map(|_| ())
}

/// Whether a value says that it is abstract.
fn is_abstract(vm: &mut Vm, value: Id) -> R<bool> {
    let Some(answer) = vm.getattr_opt(value, Names::ISABSTRACT)? else { return Ok(false) };
    let truth = vm.is_true(answer);
    vm.decref(answer);
    truth
}

/// compute_abstract_methods: those of the class itself, and those inherited that nothing took the place of.
fn compute_abstract_methods(vm: &mut Vm, class: Id) -> R<()> {
    let namespace = vm.getattr(class, Names::DICT)?;
    vm.decref(namespace);
    let abstracts = vm.new_list(Vec::new());
    vm.keep(abstracts);
    let own: Vec<(Id, Id)> = vm
        .class(class)
        .dict
        .and_then(|dict| vm.dict(dict))
        .into_iter()
        .flat_map(|d| d.iter())
        .map(|e| (e.key, e.value))
        .collect();
    for &(key, value) in &own {
        for id in [key, value] {
            vm.heap.incref(id);
            vm.keep(id);
        }
    }
    for (key, value) in own {
        if is_abstract(vm, value)? {
            append(vm, abstracts, key);
        }
    }
    for base in vm.bases(class) {
        let Some(names) = vm.getattr_opt(base, Names::ABSTRACTMETHODS)? else { continue };
        vm.keep(names);
        for name in vm.collect(names)? {
            vm.keep(name);
            vm.check_attribute_name(name)?;
            let Some(value) = vm.getattr_opt(class, name)? else { continue };
            vm.keep(value);
            if is_abstract(vm, value)? {
                append(vm, abstracts, name);
            }
        }
    }
    let names = vm.call(TypeTable::FROZENSET, &[abstracts])?;
    vm.keep(names);
    vm.setattr(class, Names::ABSTRACTMETHODS, names)
}

fn append(vm: &mut Vm, list: Id, item: Id) {
    vm.heap.incref(item);
    if let Some(items) = vm.list_items_mut(list) {
        items.push(item);
    }
}

fn init(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let class = args.pos[0];
    compute_abstract_methods(vm, class)?;
    let version = vm.abc_cache_token;
    let data = vm.new_native(TypeTable::ABC_DATA, AbcData { negative_version: version, ..AbcData::default() });
    vm.keep(data);
    let name = vm.intern("_abc_impl");
    vm.setattr(class, name, data)?;
    let name = vm.intern("__abc_tpflags__");
    if let Some(flags) = vm.class_own(class, name) {
        let flags = vm.int_value(flags).unwrap_or(0) & (SEQUENCE | MAPPING);
        if flags == SEQUENCE | MAPPING {
            return Err(vm.type_error("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING"));
        }
        vm.set_class_item(class, name, None);
        if let Some(class) = vm.class_mut(class) {
            class.flags.sequence |= flags & SEQUENCE != 0;
            class.flags.mapping |= flags & MAPPING != 0;
        }
    }
    Ok(Singletons::NONE)
}

fn register(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let (class, subclass) = (args.pos[0], args.pos[1]);
    if !vm.is_class(subclass) {
        return Err(vm.type_error("Can only register classes"));
    }
    if vm.object_is_subclass(subclass, class)? {
        return Ok(vm.incref(subclass));
    }
    if vm.object_is_subclass(class, subclass)? {
        return Err(vm.raise(Exceptions::RUNTIME_ERROR, "Refusing to create an inheritance cycle"));
    }
    let data = data_of(vm, class)?;
    add(vm, data, REGISTRY, subclass)?;
    vm.abc_cache_token += 1;
    let flags = vm.class(class).flags;
    if flags.sequence || flags.mapping {
        set_collection_flags(vm, subclass, flags.sequence, flags.mapping);
    }
    Ok(vm.incref(subclass))
}

/// set_collection_flag_recursive: which patterns instances match.
fn set_collection_flags(vm: &mut Vm, class: Id, sequence: bool, mapping: bool) {
    let mut pending = vec![class];
    while let Some(class) = pending.pop() {
        match vm.class_mut(class) {
            Some(c) if c.flags.mutable && (c.flags.sequence, c.flags.mapping) != (sequence, mapping) => {
                (c.flags.sequence, c.flags.mapping) = (sequence, mapping);
            }
            _ => continue,
        }
        pending.extend(vm.subclasses(class));
    }
}

fn instance_check(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let (class, instance) = (args.pos[0], args.pos[1]);
    let data = data_of(vm, class)?;
    let claimed = vm.getattr(instance, Names::CLASS)?;
    vm.keep(claimed);
    if is_in(vm, data, CACHE, claimed)? {
        return Ok(Singletons::TRUE);
    }
    let real = vm.class_of(instance);
    if real == claimed {
        let current = vm.native::<AbcData>(data).is_some_and(|d| d.negative_version == vm.abc_cache_token);
        if current && is_in(vm, data, NEGATIVE, claimed)? {
            return Ok(Singletons::FALSE);
        }
        return vm.call_method(class, Names::SUBCLASSCHECK, &[claimed]);
    }
    let result = vm.call_method(class, Names::SUBCLASSCHECK, &[claimed])?;
    match vm.is_true(result) {
        Ok(true) => return Ok(result),
        Ok(false) => vm.decref(result),
        Err(raised) => {
            vm.decref(result);
            return Err(raised);
        }
    }
    vm.call_method(class, Names::SUBCLASSCHECK, &[real])
}

fn subclass_check(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let (class, subclass) = (args.pos[0], args.pos[1]);
    if !vm.is_class(subclass) {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    }
    let data = data_of(vm, class)?;
    if is_in(vm, data, CACHE, subclass)? {
        return Ok(Singletons::TRUE);
    }
    let token = vm.abc_cache_token;
    if vm.native::<AbcData>(data).is_some_and(|d| d.negative_version < token) {
        clear(vm, data, NEGATIVE);
        if let Some(data) = vm.native_mut::<AbcData>(data) {
            data.negative_version = token;
        }
    } else if is_in(vm, data, NEGATIVE, subclass)? {
        return Ok(Singletons::FALSE);
    }
    let answer = vm.call_method(class, Names::SUBCLASSHOOK, &[subclass])?;
    vm.keep(answer);
    if answer == Singletons::TRUE {
        add(vm, data, CACHE, subclass)?;
        return Ok(answer);
    }
    if answer == Singletons::FALSE {
        add(vm, data, NEGATIVE, subclass)?;
        return Ok(answer);
    }
    if answer != Singletons::NOT_IMPLEMENTED {
        let message = "__subclasshook__ must return either False, True, or NotImplemented";
        return Err(vm.raise(Exceptions::ASSERTION_ERROR, message));
    }
    if vm.is_subclass(subclass, class) {
        add(vm, data, CACHE, subclass)?;
        return Ok(Singletons::TRUE);
    }
    if is_in(vm, data, REGISTRY, subclass)? {
        return Ok(Singletons::TRUE);
    }
    let mut others = registered(vm, data);
    let name = vm.intern("__subclasses__");
    let subclasses = vm.call_method(class, name, &[])?;
    vm.keep(subclasses);
    match vm.list_items(subclasses) {
        Some(items) => others.extend(items.iter()),
        None => return Err(vm.type_error("__subclasses__() must return a list")),
    }
    for other in others {
        if vm.object_is_subclass(subclass, other)? {
            add(vm, data, CACHE, subclass)?;
            return Ok(Singletons::TRUE);
        }
    }
    add(vm, data, NEGATIVE, subclass)?;
    Ok(Singletons::FALSE)
}

/// The registered classes that live, kept until the running function returns.
fn registered(vm: &mut Vm, data: Id) -> Vec<Id> {
    let Some(set) = set_of(vm, data, REGISTRY) else { return Vec::new() };
    let references: Vec<Id> = vm.set(set).into_iter().flat_map(|set| set.iter()).map(|(_, key)| key).collect();
    let classes: Vec<Id> = references.into_iter().filter_map(|reference| live_target(vm, reference)).collect();
    for &class in &classes {
        vm.heap.incref(class);
        vm.keep(class);
    }
    classes
}

fn clear(vm: &mut Vm, data: Id, place: Place) {
    if let Some(set) = set_of(vm, data, place)
        && let Some(items) = vm.set_mut(set).map(|set| set.take())
    {
        vm.decref_all(items);
    }
}

/// Copies of the sets, and the version, for debugging.
fn dump(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let data = data_of(vm, args.pos[0])?;
    let mut items = Vec::new();
    for place in [REGISTRY, CACHE, NEGATIVE] {
        let set = set_of(vm, data, place);
        let arguments: &[Id] = set.as_slice();
        match vm.call(TypeTable::SET, arguments) {
            Ok(copy) => items.push(copy),
            Err(raised) => {
                vm.decref_all(items);
                return Err(raised);
            }
        }
    }
    let version = vm.native::<AbcData>(data).map_or(0, |d| d.negative_version);
    items.push(vm.new_int(version as i64));
    Ok(vm.new_tuple(items))
}

fn reset_registry(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let data = data_of(vm, args.pos[0])?;
    clear(vm, data, REGISTRY);
    Ok(Singletons::NONE)
}

fn reset_caches(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let data = data_of(vm, args.pos[0])?;
    clear(vm, data, CACHE);
    clear(vm, data, NEGATIVE);
    Ok(Singletons::NONE)
}

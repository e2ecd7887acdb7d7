use ouro_heap::Id;

use crate::bytecode::BinaryOperator;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::types::exceptions::Exceptions;
use crate::types::{TypeTable, class_getitem, object};
use crate::vm::{R, Singletons, Vm};

/// A function with some of its arguments.
#[derive(Clone)]
struct Partial {
    function: Slot,
    /// A tuple.
    args: Slot,
    /// A dict.
    keywords: Slot,
}

crate::native_data_of_slots!(Partial, |_this| 80, visit function args keywords,
    release function args keywords, clearable true);

/// The declaration of `partial`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("__reduce__", 0, 0, reduce),
        Native::new("__setstate__", 1, 1, set_state),
        Native::new("__class_getitem__", 1, 1, class_getitem).class_method(),
    ];
    TypeSpec {
        module: "functools",
        slots: TypeSlots { new: Some(new), call: Some(call), repr: Some(repr), descr_get: Some(get), ..NO_SLOTS },
        methods: METHODS,
        getset: const {
            &[
                GetSet::new("func", |vm, this| Ok(part(vm, this, |p| p.function)), read_only),
                GetSet::new("args", |vm, this| Ok(part(vm, this, |p| p.args)), read_only),
                GetSet::new("keywords", |vm, this| Ok(part(vm, this, |p| p.keywords)), read_only),
                object::DICT_GETSET,
            ]
        },
        subclassable: true,
        weakrefable: true,
        has_dict: true,
        ..TypeSpec::new("partial")
    }
}

fn part(vm: &mut Vm, this: Id, field: impl Fn(&Partial) -> Slot) -> Id {
    let value = vm.native::<Partial>(this).and_then(field);
    vm.or_none(value)
}

fn read_only(vm: &mut Vm, _this: Id, _value: Option<Id>) -> R<()> {
    Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "readonly attribute"))
}

/// partial_new: a partial of a partial without attributes takes over what that one holds.
fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if class == TypeTable::PARTIAL {
        vm.hold_arguments(&Args::positional(args.pos));
    }
    let Some((&given, rest)) = args.pos.split_first() else {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    };
    let mut function = given;
    let mut inherited = None;
    if let Some(&Partial { function: Some(inner), args: Some(first), keywords: Some(keywords) }) = vm.native(given)
        && vm.own_dict(given).is_none()
    {
        function = inner;
        inherited = Some((first, keywords));
    }
    if vm.class(vm.class_of(function)).slots.call.is_none() {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let given = (!args.kw.is_empty()).then(|| vm.new_dict());
    for &(name, value) in args.kw {
        if let Some(given) = given {
            vm.heap.incref(value);
            vm.dict_set_name(given, name, value);
        }
    }
    vm.heap.incref(function);
    let state = Partial { function: Some(function), args: None, keywords: None };
    let partial = vm.alloc_with_dict(class, Data::Native(Box::new(state)));
    vm.keep(partial);
    let mut positional = vm.pack_arguments(rest);
    if let Some((first, _)) = inherited {
        vm.keep(positional);
        positional = vm.binary_op(BinaryOperator::Add, first, positional)?;
    }
    let inherited = inherited.map(|(_, keywords)| keywords).filter(|&k| vm.dict(k).is_some_and(|k| !k.is_empty()));
    let keywords = match (inherited, given) {
        (Some(inherited), _) => vm.dict_copy(inherited)?,
        (None, Some(given)) => given,
        (None, None) => vm.new_dict(),
    };
    if let (Some(_), Some(given)) = (inherited, given) {
        let merged = vm.dict_update(keywords, given);
        vm.decref(given);
        merged?;
    }
    if let Some(state) = vm.native_mut::<Partial>(partial) {
        state.args = Some(positional);
        state.keywords = Some(keywords);
    }
    Ok(vm.incref(partial))
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let Some(&Partial { function: Some(function), args: Some(first), keywords: Some(keywords) }) = vm.native(this)
    else {
        return Ok(Singletons::NONE);
    };
    // They may be set anew while the call runs.
    for id in [function, first, keywords] {
        vm.heap.incref(id);
        vm.keep(id);
    }
    let mut pos: Vec<Id> = vm.tuple_items(first).unwrap_or_default().to_vec();
    pos.extend_from_slice(args.pos);
    let mut kw: Vec<(Id, Id)> = Vec::new();
    if let Some(dict) = vm.dict(keywords) {
        kw.extend(dict.iter().map(|entry| (entry.key, entry.value)));
    }
    for &(name, value) in args.kw {
        let text = vm.str_text(name);
        let same = kw.iter().position(|&(other, _)| other == name || vm.str_text(other).as_deref() == text.as_deref());
        match same {
            Some(at) => kw[at].1 = value,
            None => kw.push((name, value)),
        }
    }
    // What the dict of keywords holds could change during the call, too.
    for &(name, value) in &kw {
        for id in [name, value] {
            vm.heap.incref(id);
            vm.keep(id);
        }
    }
    vm.call_kw(function, &pos, &kw)
}

fn get(vm: &mut Vm, this: Id, instance: Option<Id>, _class: Option<Id>) -> R<Id> {
    if vm.version.number >= (3, 13, 0) && instance.is_some_and(|id| id != Singletons::NONE) {
        let message = "functools.partial will be a method descriptor in future Python versions; \
                       wrap it in staticmethod() if you want to preserve the old behavior";
        vm.warn(Exceptions::FUTURE_WARNING, message, None)?;
    }
    Ok(vm.incref(this))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    if vm.enter_repr(this) {
        return Ok(vm.new_str("..."));
    }
    let text = repr_parts(vm, this);
    vm.leave_repr(this);
    let text = text?;
    Ok(vm.new_str(text))
}

fn repr_parts(vm: &mut Vm, this: Id) -> R<String> {
    let Some(&Partial { function: Some(function), args: Some(args), keywords: Some(keywords) }) = vm.native(this)
    else {
        return Ok(String::new());
    };
    let class = vm.class_of(this);
    let mut text = if vm.version.number >= (3, 13, 0) || class == TypeTable::PARTIAL {
        vm.qualified_class_name(class)
    } else {
        vm.type_name(this).to_string()
    };
    for id in [function, args, keywords] {
        vm.heap.incref(id);
        vm.keep(id);
    }
    text.push('(');
    vm.append_repr(function, &mut text)?;
    for item in vm.tuple_items(args).unwrap_or_default().to_vec() {
        text.push_str(", ");
        vm.append_repr(item, &mut text)?;
    }
    let items: Vec<(Id, Id)> =
        vm.dict(keywords).map(|d| d.iter().map(|entry| (entry.key, entry.value)).collect()).unwrap_or_default();
    for (name, value) in items {
        let name = vm.display_text(name)?;
        text.push_str(&format!(", {name}="));
        vm.append_repr(value, &mut text)?;
    }
    text.push(')');
    Ok(text)
}

fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let class = vm.class_of(this);
    let dict = vm.own_dict(this);
    let function = part(vm, this, |p| p.function);
    let (args, keywords) = (part(vm, this, |p| p.args), part(vm, this, |p| p.keywords));
    let dict = vm.or_none(dict);
    vm.heap.incref(function);
    let made_from = vm.new_tuple(vec![function]);
    let state = vm.new_tuple(vec![function, args, keywords, dict]);
    vm.heap.incref(class);
    Ok(vm.new_tuple(vec![class, made_from, state]))
}

/// `__setstate__((function, args, keywords, dict))`
fn set_state(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let parts = vm.tuple_items(args.pos[0]).map(<[Id]>::to_vec);
    let Some([function, positional, keywords, dict]) = parts.as_deref().and_then(|p| <[Id; 4]>::try_from(p).ok())
    else {
        return Err(vm.type_error("invalid partial state"));
    };
    let callable = vm.class(vm.class_of(function)).slots.call.is_some();
    let has_keywords = keywords == Singletons::NONE || vm.dict(keywords).is_some();
    if !callable || vm.tuple_items(positional).is_none() || !has_keywords {
        return Err(vm.type_error("invalid partial state"));
    }
    let keywords = if keywords == Singletons::NONE { vm.new_dict() } else { vm.dict_copy(keywords)? };
    vm.heap.incref(function);
    vm.heap.incref(positional);
    let new = Partial { function: Some(function), args: Some(positional), keywords: Some(keywords) };
    let old = match vm.native_mut::<Partial>(this) {
        Some(state) => std::mem::replace(state, new),
        None => new,
    };
    for slot in [old.function, old.args, old.keywords] {
        vm.decref_slot(slot);
    }
    if dict != Singletons::NONE {
        object::set_dict(vm, this, Some(dict))?;
    }
    Ok(Singletons::NONE)
}

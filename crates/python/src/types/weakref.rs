//! Weak references as objects (CPython 3.13 weakrefobject.c).

use ouro_heap::{Id, WeakKind};

use super::weak_proxy::live_target;
use crate::bytecode::Comparison;
use crate::data::Weakref;
use crate::native::{Args, GetSet, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::types::TypeTable;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of `ReferenceType`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "weakref",
        slots: TypeSlots {
            new: Some(new),
            init: Some(init),
            call: Some(call),
            hash: Some(hash),
            repr: Some(repr),
            richcompare: Some(richcompare),
            ..crate::native::NO_SLOTS
        },
        methods: const { &[Native::new("__class_getitem__", 1, 1, class_getitem).class_method()] },
        getset: const { &[GetSet::get("__callback__", get_callback)] },
        subclassable: true,
        ..TypeSpec::new("ReferenceType")
    }
}

fn data(vm: &mut Vm, id: Id) -> Option<&mut Weakref> {
    match vm.heap.get_mut(id) {
        Data::Weakref(weakref) => Some(weakref),
        _ => None,
    }
}

/// A weak reference or proxy to `target`; without a callback, the one that there is already
/// (weakrefobject.c, get_or_create_weakref).
pub(crate) fn new_weakref(vm: &mut Vm, class: Id, kind: WeakKind, target: Id, callback: Option<Id>) -> R<Id> {
    if !vm.class(vm.class_of(target)).flags.weakrefable {
        return Err(vm.type_error_for(target, "cannot create weak reference to '{}' object"));
    }
    let shared = callback.is_none() && TypeTable::is_static(class);
    if shared && let Some(weakref) = vm.heap.shared_weakref(target, kind) {
        return Ok(vm.incref(weakref));
    }
    if let Some(callback) = callback {
        vm.incref(callback);
    }
    let then = vm.heap.allocations();
    let data = Weakref { callback, hash: None, values: Box::default() };
    let weakref = vm.alloc_instance(class, Data::Weakref(Box::new(data)));
    vm.heap.link_weakref(weakref, target, kind, callback, shared);
    // The one to a builtin class is there from the start, in its base's table of subclasses.
    if shared && kind == WeakKind::Ref && TypeTable::is_static(target) && target != TypeTable::OBJECT {
        vm.heap.freeze_since(then);
        vm.incref(weakref);
        vm.class_weakrefs.push(weakref);
    }
    Ok(weakref)
}

/// The target and the callback of a call of the type; the callback None counts as none.
fn parse(vm: &mut Vm, function: &str, args: &Args) -> R<(Id, Option<Id>)> {
    let given = args.pos.len();
    match *args.pos {
        [target] => Ok((target, None)),
        [target, callback] => Ok((target, Some(callback).filter(|&c| c != Singletons::NONE))),
        [] => Err(vm.type_error(format!("{function} expected at least 1 argument, got 0"))),
        _ => Err(vm.type_error(format!("{function} expected at most 2 arguments, got {given}"))),
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if class == TypeTable::WEAKREF && !args.kw.is_empty() {
        return Err(vm.type_error("ref() takes no keyword arguments"));
    }
    let (target, callback) = parse(vm, "__new__", args)?;
    new_weakref(vm, class, WeakKind::Ref, target, callback)
}

fn init(vm: &mut Vm, _this: Id, args: &Args) -> R<()> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("ref() takes no keyword arguments"));
    }
    parse(vm, "__init__", args).map(|_| ())
}

fn class_getitem(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    Ok(vm.new_generic_alias(class, args.pos[0]))
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("weakref() takes no keyword arguments"));
    }
    if !args.pos.is_empty() {
        return Err(vm.type_error(format!("weakref expected 0 arguments, got {}", args.pos.len())));
    }
    let target = live_target(vm, this).unwrap_or(Singletons::NONE);
    Ok(vm.incref(target))
}

/// The target's hash, remembered: it outlives the target.
fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    if let Some(hash) = data(vm, this).and_then(|w| w.hash) {
        return Ok(hash);
    }
    let Some(target) = live_target(vm, this) else { return Err(vm.type_error("weak object has gone away")) };
    vm.incref(target);
    let hash = vm.hash(target);
    vm.decref(target);
    let hash = hash?;
    if let Some(weakref) = data(vm, this) {
        weakref.hash = Some(hash);
    }
    Ok(hash)
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let here = vm.address(this);
    let Some(target) = live_target(vm, this) else {
        return Ok(vm.new_str(format!("<weakref at {here:#x}; dead>")));
    };
    vm.incref(target);
    vm.keep(target);
    let name = match vm.getattr_opt(target, Names::NAME) {
        Ok(name) => name,
        Err(raised) => {
            vm.discard(raised);
            None
        }
    };
    let suffix = name.and_then(|n| vm.str_text(n)).map(|n| format!(" ({n})")).unwrap_or_default();
    vm.decref_slot(name);
    let class = vm.class_of(target);
    let kind = vm.full_class_name(class);
    let there = vm.address(target);
    Ok(vm.new_str(format!("<weakref at {here:#x}; to '{kind}' at {there:#x}{suffix}>")))
}

/// Living references compare as their targets do, dead ones by identity.
fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let comparable = matches!(op, Comparison::Eq | Comparison::Ne)
        && vm.is_instance(this, TypeTable::WEAKREF)
        && vm.is_instance(other, TypeTable::WEAKREF);
    if !comparable {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (Some(left), Some(right)) = (live_target(vm, this), live_target(vm, other)) else {
        return Ok(Singletons::bool((this == other) == (op == Comparison::Eq)));
    };
    vm.incref(left);
    vm.incref(right);
    let result = vm.compare(left, right, op);
    vm.decref(left);
    vm.decref(right);
    result
}

fn get_callback(vm: &mut Vm, this: Id) -> R<Id> {
    let callback = vm.heap.weakref_callback(this).unwrap_or(Singletons::NONE);
    Ok(vm.incref(callback))
}

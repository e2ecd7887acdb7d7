use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `builtin_function_or_method`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            call: Some(Vm::call_args),
            ..NO_SLOTS
        },
        getset: const {
            &[
                GetSet::get("__name__", function_name),
                GetSet::get("__qualname__", qualname),
                GetSet::get("__self__", receiver),
                GetSet::get("__module__", module),
                GetSet::get("__doc__", |_, _| Ok(Singletons::NONE)),
                GetSet::get("__text_signature__", |_, _| Ok(Singletons::NONE)),
            ]
        },
        weakrefable: true,
        ..TypeSpec::new("builtin_function_or_method")
    }
}

/// The declaration of `method_descriptor`.
pub(crate) fn method_descriptor_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(descriptor_repr),
            call: Some(Vm::call_args),
            descr_get: Some(descriptor_get),
            ..NO_SLOTS
        },
        getset: DESCRIPTOR_GETSET,
        ..TypeSpec::new("method_descriptor")
    }
}

/// The declaration of `classmethod_descriptor`.
pub(crate) fn classmethod_descriptor_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(descriptor_repr),
            call: Some(Vm::call_args),
            descr_get: Some(class_descriptor_get),
            ..NO_SLOTS
        },
        getset: DESCRIPTOR_GETSET,
        ..TypeSpec::new("classmethod_descriptor")
    }
}

const DESCRIPTOR_GETSET: &[GetSet] = &[
    GetSet::get("__name__", name),
    GetSet::get("__qualname__", qualname),
    GetSet::member("__objclass__", owner),
    GetSet::get("__doc__", |_, _| Ok(Singletons::NONE)),
    GetSet::get("__text_signature__", |_, _| Ok(Singletons::NONE)),
];

/// The function, and its receiver or class.
fn parts(vm: &Vm, this: Id) -> Option<(&'static Native, Slot)> {
    match *vm.data(this) {
        Data::Builtin(native, receiver) => Some((native, receiver)),
        Data::MethodDescriptor(native, class) => Some((native, Some(class))),
        _ => None,
    }
}

/// The object that a bound method belongs to; functions of modules belong to none.
fn bound_to(vm: &Vm, receiver: Slot) -> Slot {
    receiver.filter(|&r| r != Singletons::NONE && !matches!(vm.data(r), Data::Module(_)))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let Some((native, receiver)) = parts(vm, this) else { return Ok(Singletons::EMPTY_STR) };
    let text = match bound_to(vm, receiver) {
        None => format!("<built-in function {}>", native.name),
        Some(receiver) => format!(
            "<built-in method {} of {} object at {:#x}>",
            native.name,
            vm.type_name(receiver),
            vm.address(receiver)
        ),
    };
    Ok(vm.new_str(text))
}

/// methodobject.c, meth_hash
fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let Some((native, receiver)) = parts(vm, this) else { return Ok(0) };
    let receiver = match receiver {
        Some(receiver) => crate::types::object::hash(vm, receiver)?,
        None => 0,
    };
    let hash = receiver ^ crate::data::hash_bytes(native.name.as_bytes());
    Ok(if hash == -1 { -2 } else { hash })
}

/// Equal where receiver and function are the same (methodobject.c, meth_richcompare).
fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let (Data::Builtin(a, a_receiver), Data::Builtin(b, b_receiver)) = (vm.data(this), vm.data(other)) else {
        return Ok(Singletons::NOT_IMPLEMENTED);
    };
    let equal = a_receiver == b_receiver && std::ptr::eq(*a, *b);
    match op {
        Comparison::Eq => Ok(Singletons::bool(equal)),
        Comparison::Ne => Ok(Singletons::bool(!equal)),
        _ => Ok(Singletons::NOT_IMPLEMENTED),
    }
}

fn name(vm: &mut Vm, this: Id) -> R<Id> {
    let name = parts(vm, this).map_or("", |(native, _)| native.name);
    Ok(vm.intern(name))
}

/// Made at each access (methodobject.c, meth_get__name__).
fn function_name(vm: &mut Vm, this: Id) -> R<Id> {
    let name = parts(vm, this).map_or("", |(native, _)| native.name);
    Ok(vm.new_str(name))
}

fn qualname(vm: &mut Vm, this: Id) -> R<Id> {
    let Some((native, receiver)) = parts(vm, this) else { return Ok(Singletons::EMPTY_STR) };
    let text = vm.builtin_qualname(native.name, receiver);
    Ok(vm.new_str(text))
}

fn receiver(vm: &mut Vm, this: Id) -> R<Id> {
    let receiver = parts(vm, this).and_then(|(_, receiver)| receiver);
    Ok(vm.or_none(receiver))
}

fn owner(vm: &mut Vm, this: Id) -> R<Id> {
    receiver(vm, this)
}

fn module(vm: &mut Vm, this: Id) -> R<Id> {
    let Some((_, receiver)) = parts(vm, this) else { return Ok(Singletons::NONE) };
    match receiver.map(|r| vm.data(r)) {
        Some(Data::Module(module)) => {
            let name = module.name.clone();
            Ok(vm.intern(&name))
        }
        None => Ok(vm.intern("builtins")),
        Some(_) => Ok(Singletons::NONE),
    }
}

fn descriptor_repr(vm: &mut Vm, this: Id) -> R<Id> {
    let Some((native, Some(class))) = parts(vm, this) else { return Ok(Singletons::EMPTY_STR) };
    let text = format!("<method '{}' of '{}' objects>", native.name, vm.class(class).name);
    Ok(vm.new_str(text))
}

fn descriptor_get(vm: &mut Vm, this: Id, object: Option<Id>, _class: Option<Id>) -> R<Id> {
    let Some(object) = object else { return Ok(vm.incref(this)) };
    let Some((native, Some(class))) = parts(vm, this) else { return Ok(vm.incref(this)) };
    vm.check_descriptor_receiver(this, class, object)?;
    vm.heap.incref(object);
    Ok(vm.alloc(TypeTable::BUILTIN, Data::Builtin(native, Some(object))))
}

/// descrobject.c, classmethod_get
fn class_descriptor_get(vm: &mut Vm, this: Id, object: Option<Id>, class: Option<Id>) -> R<Id> {
    let Some((native, Some(owner))) = parts(vm, this) else { return Ok(vm.incref(this)) };
    let class = class.or_else(|| object.map(|o| vm.class_of(o))).unwrap_or(owner);
    if !vm.is_class(class) || !vm.is_subclass(class, owner) {
        let owner = vm.class(owner).name.clone();
        let given = if vm.is_class(class) { vm.class(class).name.clone() } else { vm.type_name(class) };
        return Err(vm.type_error(format!(
            "descriptor '{}' requires a subtype of '{owner}' but received '{given}'",
            native.name
        )));
    }
    vm.heap.incref(class);
    Ok(vm.alloc(TypeTable::BUILTIN, Data::Builtin(native, Some(class))))
}

impl Vm {
    /// `__qualname__` of a native function: with its receiver's class, unless that is a module.
    pub(crate) fn builtin_qualname(&self, name: &str, receiver: Slot) -> String {
        match bound_to(self, receiver) {
            None => name.to_owned(),
            Some(receiver) if self.is_class(receiver) => format!("{}.{name}", self.class(receiver).name),
            Some(receiver) => format!("{}.{name}", self.type_name(receiver)),
        }
    }
}

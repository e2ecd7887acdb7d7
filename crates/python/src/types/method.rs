use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::data::BoundMethod;
use crate::native::{Args, GetSet, NO_SLOTS, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of `method`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            call: Some(Vm::call_args),
            getattr: Some(getattr),
            descr_get: Some(|vm, this, _, _| Ok(vm.incref(this))),
            new: Some(new),
            ..NO_SLOTS
        },
        getset: const {
            &[
                GetSet::member("__func__", |vm, this| Ok(part(vm, this, |m| m.function))),
                GetSet::member("__self__", |vm, this| Ok(part(vm, this, |m| m.receiver))),
                GetSet::get("__doc__", doc),
            ]
        },
        weakrefable: true,
        ..TypeSpec::new("method")
    }
}

fn method(vm: &Vm, this: Id) -> Option<BoundMethod> {
    match vm.data(this) {
        Data::Method(method) => Some(*method),
        _ => None,
    }
}

fn part(vm: &mut Vm, this: Id, field: impl Fn(BoundMethod) -> Id) -> Id {
    let value = method(vm, this).map(field);
    vm.or_none(value)
}

fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    let &[function, receiver] = args.pos else {
        let given = args.pos.len();
        return Err(vm.type_error(format!("method expected 2 arguments, got {given}")));
    };
    if vm.class(vm.class_of(function)).slots.call.is_none() {
        return Err(vm.type_error("first argument must be callable"));
    }
    if receiver == Singletons::NONE {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(vm.new_method(function, receiver))
}

/// `<bound method A.f of <...>>` (classobject.c, method_repr)
fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(method) = method(vm, this) else { return Ok(Singletons::EMPTY_STR) };
    let mut name = None;
    for attribute in [Names::QUALNAME, Names::NAME] {
        if name.is_none()
            && let Some(found) = vm.getattr_opt(method.function, attribute)?
        {
            name = vm.str_text(found).map(|t| t.to_string());
            vm.decref(found);
        }
    }
    let receiver = vm.repr_text(method.receiver)?;
    let name = name.unwrap_or_else(|| "?".to_owned());
    Ok(vm.new_str(format!("<bound method {name} of {receiver}>")))
}

/// By the identity of the receiver (classobject.c, method_hash).
fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let Some(method) = method(vm, this) else { return Ok(0) };
    let receiver = crate::types::object::hash(vm, method.receiver)?;
    let hash = receiver ^ vm.hash(method.function)?;
    Ok(if hash == -1 { -2 } else { hash })
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let (Some(a), Some(b)) = (method(vm, this), method(vm, other)) else { return Ok(Singletons::NOT_IMPLEMENTED) };
    let equal = match op {
        Comparison::Eq | Comparison::Ne => {
            vm.compare_bool(a.function, b.function, Comparison::Eq)? && a.receiver == b.receiver
        }
        _ => return Ok(Singletons::NOT_IMPLEMENTED),
    };
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

/// Attributes of the type, then those of the function (classobject.c, method_getattro).
fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    let class = vm.class_of(this);
    if let Some(attribute) = vm.type_lookup(class, name) {
        return vm.bind(attribute, this, class);
    }
    let Some(method) = method(vm, this) else { return Err(vm.attribute_error(this, name)) };
    vm.getattr(method.function, name)
}

fn doc(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(method) = method(vm, this) else { return Ok(Singletons::NONE) };
    vm.getattr(method.function, Names::DOC)
}

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, TypeSlots, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Parameters, R, Singletons, Vm};

/// What `cmp_to_key` returns, and the keys that calling it makes.
#[derive(Clone)]
struct KeyWrapper {
    compare: Slot,
    /// What a key stands for.
    object: Slot,
}

crate::native_data_of_slots!(KeyWrapper, |_this| 48, visit compare object, release compare object, clearable true);

/// The declaration of `KeyWrapper`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "functools",
        slots: TypeSlots { richcompare: Some(richcompare), call: Some(call), ..NO_SLOTS },
        getset: const { &[GetSet::new("obj", object, set_object)] },
        ..TypeSpec::new("KeyWrapper")
    }
}

/// `functools.cmp_to_key(mycmp)`
pub(crate) fn cmp_to_key(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters { names: &["mycmp"], positional_only: 0, positional: 1, required: 1 };
    let bound = vm.bind_args("cmp_to_key", args, &PARAMETERS)?;
    let compare = bound[0].map(|id| vm.incref(id));
    Ok(vm.new_native(TypeTable::KEY_WRAPPER, KeyWrapper { compare, object: None }))
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters { names: &["obj"], positional_only: 0, positional: 1, required: 1 };
    let bound = vm.bind_args("K", args, &PARAMETERS)?;
    let compare = vm.native::<KeyWrapper>(this).and_then(|key| key.compare);
    compare.iter().chain(&bound[0]).for_each(|&id| vm.heap.incref(id));
    Ok(vm.new_native(TypeTable::KEY_WRAPPER, KeyWrapper { compare, object: bound[0] }))
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let Some(&KeyWrapper { compare: Some(compare), object: left }) = vm.native(this) else {
        return Ok(Singletons::NOT_IMPLEMENTED);
    };
    let Some(&KeyWrapper { object: right, .. }) = vm.native(other) else {
        return Err(vm.type_error("other argument must be K instance"));
    };
    let (Some(left), Some(right)) = (left, right) else {
        return Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "object"));
    };
    let order = vm.call(compare, &[left, right])?;
    let zero = vm.new_int(0);
    let answer = vm.compare(order, zero, op);
    vm.decref(order);
    answer
}

fn object(vm: &mut Vm, this: Id) -> R<Id> {
    let object = vm.native::<KeyWrapper>(this).and_then(|key| key.object);
    Ok(vm.or_none(object))
}

fn set_object(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    value.iter().for_each(|&id| vm.heap.incref(id));
    let old = match vm.native_mut::<KeyWrapper>(this) {
        Some(key) => std::mem::replace(&mut key.object, value),
        None => value,
    };
    vm.decref_slot(old);
    Ok(())
}

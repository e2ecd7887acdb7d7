use ouro_heap::Id;

use crate::native::{Args, NO_SLOTS, TypeSlots, TypeSpec};
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `NoneType`.
pub(crate) fn none_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(|vm, _| Ok(vm.new_str("None"))),
            bool: Some(|_, _| Ok(false)),
            new: Some(|vm, _, args| single(vm, "NoneType", Singletons::NONE, args)),
            // object.c, none_hash: the same in every process since 3.12.
            hash: Some(|_, _| Ok(0xFCA8_6420)),
            ..NO_SLOTS
        },
        ..TypeSpec::new("NoneType")
    }
}

/// The declaration of `ellipsis`.
pub(crate) fn ellipsis_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(|vm, _| Ok(vm.new_str("Ellipsis"))),
            new: Some(|vm, _, args| single(vm, "EllipsisType", Singletons::ELLIPSIS, args)),
            ..NO_SLOTS
        },
        ..TypeSpec::new("ellipsis")
    }
}

/// The declaration of `NotImplementedType`.
pub(crate) fn not_implemented_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(|vm, _| Ok(vm.new_str("NotImplemented"))),
            bool: Some(|vm, _| {
                let message = "NotImplemented should not be used in a boolean context";
                if !vm.version.not_implemented_has_truth {
                    return Err(vm.type_error(message));
                }
                vm.warn(Exceptions::DEPRECATION_WARNING, message, None).map(|()| true)
            }),
            new: Some(|vm, _, args| single(vm, "NotImplementedType", Singletons::NOT_IMPLEMENTED, args)),
            ..NO_SLOTS
        },
        ..TypeSpec::new("NotImplementedType")
    }
}

fn single(vm: &mut Vm, name: &str, object: Id, args: &Args) -> R<Id> {
    if args.pos.is_empty() && args.kw.is_empty() {
        return Ok(object);
    }
    Err(vm.type_error(format!("{name} takes no arguments")))
}

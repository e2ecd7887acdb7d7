//! `typing.TypeVarTuple`

use ouro_heap::Id;

use super::parameter::{self, Parameter, checked_name};
use super::{call_typing, typing_attribute};
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// The declaration of `typing.TypeVarTuple`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "typing",
        slots: TypeSlots { repr: Some(parameter::name), iter: Some(iter), new: Some(new), ..NO_SLOTS },
        methods: const {
            &[
                Native::new("__typing_subst__", 1, 1, |vm, _, _| {
                    Err(vm.type_error("Substitution of bare TypeVarTuple is not supported"))
                }),
                Native::new("__typing_prepare_subst__", 2, 2, |vm, this, args| {
                    call_typing(vm, "_typevartuple_prepare_subst", &[this, args.pos[0], args.pos[1]])
                }),
                parameter::REDUCE,
                parameter::HAS_DEFAULT,
                parameter::MRO_ENTRIES,
            ]
        },
        getset: const { &[parameter::NAME, parameter::DEFAULT] },
        weakrefable: true,
        has_dict: true,
        heap_type: true,
        ..TypeSpec::new("TypeVarTuple")
    }
}

/// `TypeVarTuple(name, *, default=NoDefault)`
fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let names: &[&str] = if vm.version.number >= (3, 13, 0) { &["name", "default"] } else { &["name"] };
    let parameters = Parameters { names, positional_only: 0, positional: 1, required: 1 };
    let bound = vm.bind_args("typevartuple", args, &parameters)?;
    let name = checked_name(vm, "typevartuple", bound[0].unwrap_or(Singletons::NONE))?;
    let made = Parameter {
        name: Some(name),
        default: parameter::given_default(vm, bound.get(1).copied().flatten()),
        size: super::parameter_size(TypeTable::TYPE_VAR_TUPLE),
        ..Parameter::default()
    };
    Ok(made.made_by_call(vm, class))
}

/// `Unpack[Ts]`: a new reference.
pub(super) fn unpacked(vm: &mut Vm, this: Id) -> R<Id> {
    let unpack = typing_attribute(vm, "Unpack")?;
    vm.getitem(unpack, this)
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    let item = unpacked(vm, this)?;
    let tuple = vm.new_tuple([item]);
    vm.keep(tuple);
    vm.iter(tuple)
}

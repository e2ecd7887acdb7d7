//! `typing.TypeVar`

use ouro_heap::Id;

use super::lazy::Lazy;
use super::parameter::{self, Given, Parameter, parameter};
use super::{call_typing, make_union};
use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `typing.TypeVar`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "typing",
        slots: TypeSlots { repr: Some(parameter::repr), or: Some(make_union), new: Some(new), ..NO_SLOTS },
        methods: const {
            &[
                Native::new("__typing_subst__", 1, 1, |vm, this, args| {
                    call_typing(vm, "_typevar_subst", &[this, args.pos[0]])
                }),
                Native::new("__typing_prepare_subst__", 2, 2, prepare_subst),
                parameter::REDUCE,
                parameter::HAS_DEFAULT,
                parameter::MRO_ENTRIES,
            ]
        },
        getset: const {
            &[
                parameter::NAME,
                parameter::BOUND,
                GetSet::get("__constraints__", constraints),
                parameter::COVARIANT,
                parameter::CONTRAVARIANT,
                parameter::INFER_VARIANCE,
                parameter::DEFAULT,
            ]
        },
        weakrefable: true,
        has_dict: true,
        heap_type: true,
        ..TypeSpec::new("TypeVar")
    }
}

/// `TypeVar(name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)`
fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let (first, constraints) = args.pos.split_at(args.pos.len().min(1));
    let given = Given::new(vm, "typevar", &Args { pos: first, kw: args.kw }, false)?;
    if constraints.len() == 1 {
        return Err(vm.type_error("A single constraint is not allowed"));
    }
    if given.bound.is_some() && !constraints.is_empty() {
        return Err(vm.type_error("Constraints cannot be combined with bound=..."));
    }
    let constraints = if constraints.is_empty() {
        None
    } else {
        constraints.iter().for_each(|&c| {
            vm.incref(c);
        });
        Some(vm.new_tuple(constraints))
    };
    let made = given.parameter(vm, TypeTable::TYPE_VAR);
    let made = Parameter { constraints: Lazy::known(constraints), ..made };
    Ok(made.made_by_call(vm, class))
}

fn constraints(vm: &mut Vm, this: Id) -> R<Id> {
    let lazy = parameter(vm, this).constraints;
    let value = lazy.get(vm, |vm, value| vm.native_mut::<Parameter>(this)?.constraints.value.replace(value))?;
    Ok(value.unwrap_or(Singletons::EMPTY_TUPLE))
}

/// Arguments for an alias, with this parameter's default where one is missing (typevar_typing_prepare_subst_impl).
fn prepare_subst(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (alias, arguments) = (args.pos[0], args.pos[1]);
    let name = vm.intern("__parameters__");
    let parameters = vm.getattr(alias, name)?;
    vm.keep(parameters);
    let parameters = vm.tuple_items(parameters).unwrap_or_default().to_vec();
    let mut index = None;
    for (i, parameter) in parameters.into_iter().enumerate() {
        if vm.compare_bool(parameter, this, Comparison::Eq)? {
            index = Some(i);
            break;
        }
    }
    let given = vm.tuple_items(arguments).unwrap_or_default().to_vec();
    if index != Some(given.len()) {
        return Ok(vm.incref(arguments));
    }
    let default = parameter::default(vm, this)?;
    // The alias says itself that there are too few.
    if default == Singletons::NO_DEFAULT {
        return Ok(vm.incref(arguments));
    }
    for &item in &given {
        vm.incref(item);
    }
    Ok(vm.new_tuple([given, vec![default]].concat()))
}

//! `typing.ParamSpec`, and `P.args` and `P.kwargs`.

use ouro_heap::Id;

use super::parameter::{self, Given};
use super::{call_typing, make_union};
use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// The declaration of `typing.ParamSpec`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "typing",
        slots: TypeSlots { repr: Some(parameter::repr), or: Some(make_union), new: Some(new), ..NO_SLOTS },
        methods: const {
            &[
                Native::new("__typing_subst__", 1, 1, |vm, this, args| {
                    call_typing(vm, "_paramspec_subst", &[this, args.pos[0]])
                }),
                Native::new("__typing_prepare_subst__", 2, 2, |vm, this, args| {
                    call_typing(vm, "_paramspec_prepare_subst", &[this, args.pos[0], args.pos[1]])
                }),
                parameter::REDUCE,
                parameter::HAS_DEFAULT,
                parameter::MRO_ENTRIES,
            ]
        },
        getset: const {
            &[
                parameter::NAME,
                parameter::BOUND,
                parameter::COVARIANT,
                parameter::CONTRAVARIANT,
                parameter::INFER_VARIANCE,
                parameter::DEFAULT,
                GetSet::get("args", |vm, this| Ok(part(vm, TypeTable::PARAM_SPEC_ARGS, this))),
                GetSet::get("kwargs", |vm, this| Ok(part(vm, TypeTable::PARAM_SPEC_KWARGS, this))),
            ]
        },
        weakrefable: true,
        has_dict: true,
        heap_type: true,
        ..TypeSpec::new("ParamSpec")
    }
}

/// `ParamSpec(name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)`
fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let made = Given::new(vm, "paramspec", args, true)?.parameter(vm, TypeTable::PARAM_SPEC);
    Ok(made.made_by_call(vm, class))
}

/// `P.args` or `P.kwargs`
#[derive(Clone, Default)]
struct Part {
    origin: Slot,
}

impl NativeData for Part {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.origin.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.origin, released);
    }

    fn size(&self) -> usize {
        56
    }

    crate::native_data_boilerplate!();
}

fn part(vm: &mut Vm, class: Id, origin: Id) -> Id {
    vm.incref(origin);
    vm.new_native(class, Part { origin: Some(origin) })
}

const ORIGIN: &[GetSet] = &[GetSet::new(
    "__origin__",
    |vm, this| {
        let origin = vm.native::<Part>(this).and_then(|part| part.origin);
        Ok(vm.or_none(origin))
    },
    parameter::read_only,
)];

/// The declaration of `typing.ParamSpecArgs`.
pub(crate) fn args_spec() -> TypeSpec {
    TypeSpec {
        module: "typing",
        slots: TypeSlots {
            repr: Some(|vm, this| repr(vm, this, "args")),
            richcompare: Some(compare),
            new: Some(|vm, class, args| new_part(vm, class, args, "paramspecargs")),
            ..NO_SLOTS
        },
        methods: const { &[parameter::MRO_ENTRIES] },
        getset: ORIGIN,
        weakrefable: true,
        heap_type: true,
        ..TypeSpec::new("ParamSpecArgs")
    }
}

/// The declaration of `typing.ParamSpecKwargs`.
pub(crate) fn kwargs_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(|vm, this| repr(vm, this, "kwargs")),
            new: Some(|vm, class, args| new_part(vm, class, args, "paramspeckwargs")),
            ..args_spec().slots
        },
        name: "ParamSpecKwargs",
        ..args_spec()
    }
}

fn new_part(vm: &mut Vm, class: Id, args: &Args, function: &str) -> R<Id> {
    let parameters = Parameters { names: &["origin"], positional_only: 0, positional: 1, required: 1 };
    let bound = vm.bind_args(function, args, &parameters)?;
    Ok(part(vm, class, bound[0].unwrap_or(Singletons::NONE)))
}

fn repr(vm: &mut Vm, this: Id, suffix: &str) -> R<Id> {
    let origin = vm.native::<Part>(this).and_then(|part| part.origin).unwrap_or(Singletons::NONE);
    let name = if vm.class_of(origin) == TypeTable::PARAM_SPEC {
        let name = parameter::name(vm, origin)?;
        vm.keep(name);
        vm.display_text(name)?
    } else {
        vm.repr_text(origin)?
    };
    Ok(vm.new_str(format!("{name}.{suffix}")))
}

fn compare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    if vm.class_of(this) != vm.class_of(other) || !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let origin = |vm: &Vm, id: Id| vm.native::<Part>(id).and_then(|part| part.origin).unwrap_or(Singletons::NONE);
    let (a, b) = (origin(vm, this), origin(vm, other));
    vm.compare(a, b, op)
}

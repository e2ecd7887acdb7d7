//! The types of `typing` that CPython has in C: type parameters, aliases and `Generic` (CPython 3.13 typevarobject.c).
//! What else they need is Python: functions of the module `typing`, imported when first asked for.

use ouro_heap::Id;

use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

mod alias;
mod lazy;
mod param_spec;
mod parameter;
mod type_var;
mod type_var_tuple;

pub(crate) use alias::spec as alias_spec;
pub(crate) use param_spec::{args_spec, kwargs_spec, spec as param_spec_spec};
pub(crate) use type_var::spec as type_var_spec;
pub(crate) use type_var_tuple::spec as type_var_tuple_spec;

/// The declaration of `typing.Generic`.
pub(crate) fn generic_spec() -> TypeSpec {
    TypeSpec {
        module: "typing",
        slots: TypeSlots { new: Some(crate::types::object::new), ..NO_SLOTS },
        methods: const {
            &[
                Native::any("__class_getitem__", |vm, class, args| {
                    with_class(vm, "_generic_class_getitem", class, args)
                })
                .class_method(),
                Native::any("__init_subclass__", |vm, class, args| {
                    with_class(vm, "_generic_init_subclass", class, args)
                })
                .class_method(),
            ]
        },
        subclassable: true,
        heap_type: true,
        layout: crate::native::Layout::Object,
        ..TypeSpec::new("Generic")
    }
}

/// The declaration of the type of `typing.NoDefault`.
pub(crate) fn no_default_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(|vm, _| Ok(vm.new_str("typing.NoDefault"))),
            new: Some(|vm, _, args| {
                if !args.pos.is_empty() || !args.kw.is_empty() {
                    return Err(vm.type_error("NoDefaultType takes no arguments"));
                }
                Ok(Singletons::NO_DEFAULT)
            }),
            ..NO_SLOTS
        },
        methods: const { &[Native::new("__reduce__", 0, 0, |vm, _, _| Ok(vm.intern("NoDefault")))] },
        ..TypeSpec::new("NoDefaultType")
    }
}

fn with_class(vm: &mut Vm, function: &str, class: Id, args: &Args) -> R<Id> {
    let mut all = vec![class];
    all.extend_from_slice(args.pos);
    let function = typing_attribute(vm, function)?;
    vm.call_kw(function, &all, args.kw)
}

/// An attribute of the module `typing`: borrowed, kept while the running native function runs.
fn typing_attribute(vm: &mut Vm, name: &str) -> R<Id> {
    let module = vm.intern("typing");
    let module = vm.import_module(module)?;
    vm.keep(module);
    let name = vm.intern(name);
    let attribute = vm.getattr(module, name)?;
    Ok(vm.keep(attribute))
}

/// Calls a function of the module `typing`.
fn call_typing(vm: &mut Vm, function: &str, args: &[Id]) -> R<Id> {
    let function = typing_attribute(vm, function)?;
    vm.call(function, args)
}

/// `X | Y` where one side is a type parameter.
fn make_union(vm: &mut Vm, left: Id, right: Id) -> R<Id> {
    call_typing(vm, "_make_union", &[left, right])
}

/// A type as an argument of a constructor: None stands for its type (type_check).
fn check_type(vm: &mut Vm, argument: Id, message: &str) -> R<Id> {
    if argument == Singletons::NONE {
        return Ok(TypeTable::NONE_TYPE);
    }
    let message = vm.new_str(message);
    vm.keep(message);
    call_typing(vm, "_type_check", &[argument, message])
}

/// The name of the module whose code is running: borrowed.
fn calling_module(vm: &Vm) -> Slot {
    vm.dict_get_name(vm.frames().last()?.globals, crate::vm::Names::NAME)
}

/// Type parameters with those that stand for many unpacked: a new reference (unpack_typevartuples).
fn unpack_parameters(vm: &mut Vm, parameters: Id) -> R<Id> {
    let mut items = vm.tuple_items(parameters).unwrap_or_default().to_vec();
    for item in &mut items {
        if vm.class_of(*item) == TypeTable::TYPE_VAR_TUPLE {
            *item = type_var_tuple::unpacked(vm, *item)?;
            vm.keep(*item);
        }
    }
    for &item in &items {
        vm.incref(item);
    }
    Ok(vm.new_tuple(items))
}

impl Vm {
    /// `Generic[T, ...]`, the last base of a class with type parameters (_Py_subscript_generic).
    pub(crate) fn subscript_generic(&mut self, parameters: Id) -> R<Id> {
        let parameters = unpack_parameters(self, parameters)?;
        self.keep(parameters);
        call_typing(self, "_GenericAlias", &[TypeTable::GENERIC, parameters])
    }

    /// The types of the module `_typing`, by name.
    pub(crate) fn typing_types(&self) -> Vec<(&'static str, Id)> {
        let mut types = vec![
            ("TypeVar", TypeTable::TYPE_VAR),
            ("ParamSpec", TypeTable::PARAM_SPEC),
            ("ParamSpecArgs", TypeTable::PARAM_SPEC_ARGS),
            ("ParamSpecKwargs", TypeTable::PARAM_SPEC_KWARGS),
            ("TypeVarTuple", TypeTable::TYPE_VAR_TUPLE),
            ("TypeAliasType", TypeTable::TYPE_ALIAS),
            ("Generic", TypeTable::GENERIC),
        ];
        if self.version.number >= (3, 13, 0) {
            types.push(("NoDefault", Singletons::NO_DEFAULT));
        }
        types
    }
}

/// `sys.getsizeof` of a type parameter.
fn parameter_size(class: Id) -> u8 {
    match class {
        TypeTable::TYPE_VAR => 112,
        TypeTable::PARAM_SPEC => 88,
        _ => 72,
    }
}

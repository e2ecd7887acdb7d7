//! `typing.TypeAliasType`: what a `type` statement makes.

use ouro_heap::Id;

use super::lazy::Lazy;
use super::parameter::{checked_name, read_only};
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// A type alias.
#[derive(Clone, Copy, Default)]
struct Alias {
    name: Slot,
    /// A tuple, if there are any.
    parameters: Slot,
    value: Lazy,
    /// The module that made it, for an alias that does not come from a statement.
    module: Slot,
}

impl NativeData for Alias {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.name.iter().chain(&self.parameters).for_each(|&id| visit(id));
        self.value.compute.iter().chain(&self.value.value).chain(&self.module).for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.name, released);
        take_slot(&mut self.parameters, released);
        self.value.clear(released);
        take_slot(&mut self.module, released);
    }

    fn size(&self) -> usize {
        72
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `typing.TypeAliasType`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "typing",
        slots: TypeSlots {
            repr: Some(name),
            getitem: Some(getitem),
            or: Some(crate::types::union_type::or),
            new: Some(new),
            ..NO_SLOTS
        },
        methods: const { &[Native::new("__reduce__", 0, 0, |vm, this, _| name(vm, this))] },
        getset: const {
            &[
                GetSet::new("__name__", name, read_only),
                GetSet::get("__module__", module),
                GetSet::get("__type_params__", |vm, this| {
                    let parameters = alias(vm, this).parameters.unwrap_or(Singletons::EMPTY_TUPLE);
                    Ok(vm.incref(parameters))
                }),
                GetSet::get("__parameters__", |vm, this| {
                    let parameters = alias(vm, this).parameters.unwrap_or(Singletons::EMPTY_TUPLE);
                    super::unpack_parameters(vm, parameters)
                }),
                GetSet::get("__value__", value),
            ]
        },
        ..TypeSpec::new("TypeAliasType")
    }
}

/// `TypeAliasType(name, value, *, type_params=())`
fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["name", "value", "type_params"], positional_only: 0, positional: 2, required: 2 };
    let bound = vm.bind_args("typealias", args, &PARAMETERS)?;
    let parameters = bound[2];
    let name = checked_name(vm, "typealias", bound[0].unwrap_or(Singletons::NONE))?;
    vm.keep(name);
    if parameters.is_some_and(|p| vm.tuple_items(p).is_none()) {
        return Err(vm.type_error("type_params must be a tuple"));
    }
    let parameters = parameters.filter(|&p| p != Singletons::EMPTY_TUPLE).map(|p| vm.incref(p));
    let module = super::calling_module(vm).map(|module| vm.incref(module));
    let made = Alias {
        name: Some(vm.incref(name)),
        parameters,
        value: Lazy::known(bound[1].map(|value| vm.incref(value))),
        module,
    };
    Ok(vm.new_native(class, made))
}

fn alias(vm: &Vm, this: Id) -> Alias {
    vm.native::<Alias>(this).copied().unwrap_or_default()
}

fn name(vm: &mut Vm, this: Id) -> R<Id> {
    let name = alias(vm, this).name;
    Ok(vm.or_none(name))
}

fn module(vm: &mut Vm, this: Id) -> R<Id> {
    let alias = alias(vm, this);
    let of_function = |vm: &Vm, function: Id| match vm.heap.get(function) {
        Data::Function(function) => function.module,
        _ => None,
    };
    let module = alias.module.or(alias.value.compute.and_then(|function| of_function(vm, function)));
    Ok(vm.or_none(module))
}

fn value(vm: &mut Vm, this: Id) -> R<Id> {
    let lazy = alias(vm, this).value;
    let value = lazy.get(vm, |vm, value| vm.native_mut::<Alias>(this)?.value.value.replace(value))?;
    Ok(value.unwrap_or(Singletons::NONE))
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    if alias(vm, this).parameters.is_none() {
        return Err(vm.type_error("Only generic type aliases are subscriptable"));
    }
    Ok(vm.new_generic_alias(this, key))
}

impl Vm {
    /// The alias of a `type` statement: takes the references to its name, its parameters (a tuple, or None) and the
    /// function that gives its value (_Py_make_typealias).
    pub(crate) fn new_type_alias(&mut self, name: Id, parameters: Id, function: Id) -> Id {
        let parameters = Some(parameters).filter(|&p| p != Singletons::NONE);
        let made = Alias { name: Some(name), parameters, value: Lazy::computed_by(function), module: None };
        self.new_native(TypeTable::TYPE_ALIAS, made)
    }
}

//! What TypeVar, ParamSpec and TypeVarTuple have in common.

use ouro_heap::Id;

use super::lazy::Lazy;
use crate::native::{Args, GetSet, Native};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// A type parameter.
#[derive(Clone, Default)]
pub(super) struct Parameter {
    pub name: Slot,
    pub bound: Lazy,
    pub constraints: Lazy,
    pub default: Lazy,
    /// `__dict__`: `__module__` is in there, if the constructor was called.
    pub dict: Slot,
    pub covariant: bool,
    pub contravariant: bool,
    pub infer_variance: bool,
    /// What `sys.getsizeof` gives.
    pub size: u8,
}

impl NativeData for Parameter {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.name.iter().for_each(|&id| visit(id));
        self.bound.visit(visit);
        self.constraints.visit(visit);
        self.default.visit(visit);
        self.dict.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        self.bound.clear(released);
        self.constraints.clear(released);
        self.default.clear(released);
        take_slot(&mut self.dict, released);
        take_slot(&mut self.name, released);
    }

    fn size(&self) -> usize {
        self.size.into()
    }

    fn dict(&self) -> Slot {
        self.dict
    }

    fn set_dict(&mut self, dict: Id) -> bool {
        self.dict = Some(dict);
        true
    }

    crate::native_data_boilerplate!();
}

impl Parameter {
    /// What a call of the type makes: remembers the module that called, if it has a name.
    pub fn made_by_call(self, vm: &mut Vm, class: Id) -> Id {
        let id = vm.new_native(class, self);
        if let Some(module) = super::calling_module(vm) {
            vm.set_instance_attribute(id, Names::MODULE, Some(module));
        }
        id
    }
}

pub(super) fn parameter(vm: &Vm, this: Id) -> Parameter {
    vm.native::<Parameter>(this).cloned().unwrap_or_default()
}

fn flag(vm: &mut Vm, this: Id, field: fn(&Parameter) -> bool) -> R<Id> {
    Ok(Singletons::bool(field(&parameter(vm, this))))
}

pub(super) const NAME: GetSet = GetSet::new("__name__", name, read_only);
pub(super) const BOUND: GetSet = GetSet::get("__bound__", bound);
pub(super) const COVARIANT: GetSet =
    GetSet::new("__covariant__", |vm, this| flag(vm, this, |p| p.covariant), read_only);
pub(super) const CONTRAVARIANT: GetSet =
    GetSet::new("__contravariant__", |vm, this| flag(vm, this, |p| p.contravariant), read_only);
pub(super) const INFER_VARIANCE: GetSet =
    GetSet::new("__infer_variance__", |vm, this| flag(vm, this, |p| p.infer_variance), read_only);
pub(super) const DEFAULT: GetSet = GetSet::get("__default__", default);
pub(super) const REDUCE: Native = Native::new("__reduce__", 0, 0, |vm, this, _| name(vm, this));
pub(super) const HAS_DEFAULT: Native = Native::new("has_default", 0, 0, has_default);
pub(super) const MRO_ENTRIES: Native = Native::new("__mro_entries__", 1, 1, mro_entries);

/// A member that cannot be written (structmember.c).
pub(super) fn read_only(vm: &mut Vm, _this: Id, _value: Option<Id>) -> R<()> {
    Err(vm.raise(crate::types::exceptions::Exceptions::ATTRIBUTE_ERROR, "readonly attribute"))
}

pub(super) fn name(vm: &mut Vm, this: Id) -> R<Id> {
    let name = parameter(vm, this).name;
    Ok(vm.or_none(name))
}

pub(super) fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let parameter = parameter(vm, this);
    let text = parameter.name.and_then(|name| vm.str_text(name)).map(|t| t.to_string()).unwrap_or_default();
    let sign = match parameter {
        Parameter { infer_variance: true, .. } => "",
        Parameter { covariant: true, .. } => "+",
        Parameter { contravariant: true, .. } => "-",
        _ => "~",
    };
    Ok(vm.new_str(format!("{sign}{text}")))
}

fn bound(vm: &mut Vm, this: Id) -> R<Id> {
    let lazy = parameter(vm, this).bound;
    let value = lazy.get(vm, |vm, value| vm.native_mut::<Parameter>(this)?.bound.value.replace(value))?;
    Ok(value.unwrap_or(Singletons::NONE))
}

pub(super) fn default(vm: &mut Vm, this: Id) -> R<Id> {
    let lazy = parameter(vm, this).default;
    let value = lazy.get(vm, |vm, value| vm.native_mut::<Parameter>(this)?.default.value.replace(value))?;
    Ok(value.unwrap_or(Singletons::NO_DEFAULT))
}

fn has_default(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let lazy = parameter(vm, this).default;
    Ok(Singletons::bool(lazy.compute.is_some() || lazy.value.is_some_and(|value| value != Singletons::NO_DEFAULT)))
}

fn mro_entries(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let name = vm.bare_type_name(this);
    Err(vm.type_error(format!("Cannot subclass an instance of {name}")))
}

/// The `name` argument of a constructor: a new reference.
pub(super) fn checked_name(vm: &mut Vm, function: &str, name: Id) -> R<Id> {
    if vm.str_data(name).is_some() {
        return Ok(vm.incref(name));
    }
    Err(vm.type_error_for(name, &format!("{function}() argument 'name' must be str, not {{}}")))
}

/// What calls of TypeVar and ParamSpec are given alike, checked: the objects are kept until the call is over.
pub(super) struct Given {
    name: Id,
    pub bound: Slot,
    default: Slot,
    covariant: bool,
    contravariant: bool,
    infer_variance: bool,
}

impl Given {
    /// `name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False`: a bound that
    /// is given as None is one, if `none_bounds`.
    pub fn new(vm: &mut Vm, function: &str, args: &Args, none_bounds: bool) -> R<Given> {
        const NAMES: &[&str] = &["name", "bound", "covariant", "contravariant", "infer_variance", "default"];
        let names = if vm.version.number >= (3, 13, 0) { NAMES } else { &NAMES[..5] };
        let given =
            vm.bind_args(function, args, &Parameters { names, positional_only: 0, positional: 1, required: 1 })?;
        let name = checked_name(vm, function, given[0].unwrap_or(Singletons::NONE))?;
        vm.keep(name);
        let mut flags = [false; 3];
        for (flag, value) in flags.iter_mut().zip(&given[2..5]) {
            *flag = value.map_or(Ok(false), |value| vm.is_true(value))?;
        }
        let [covariant, contravariant, infer_variance] = flags;
        if covariant && contravariant {
            return Err(vm.value_error("Bivariant types are not supported."));
        }
        if infer_variance && (covariant || contravariant) {
            return Err(vm.value_error("Variance cannot be specified with infer_variance."));
        }
        let bound = match given[1].filter(|&bound| none_bounds || bound != Singletons::NONE) {
            Some(bound) => {
                let bound = super::check_type(vm, bound, "Bound must be a type.")?;
                Some(vm.keep(bound))
            }
            None => None,
        };
        let default = given.get(5).copied().flatten();
        Ok(Given { name, bound, default, covariant, contravariant, infer_variance })
    }

    /// A parameter of a builtin type made of it.
    pub fn parameter(self, vm: &mut Vm, of: Id) -> Parameter {
        Parameter {
            name: Some(vm.incref(self.name)),
            bound: Lazy::known(self.bound.map(|bound| vm.incref(bound))),
            default: given_default(vm, self.default),
            covariant: self.covariant,
            contravariant: self.contravariant,
            infer_variance: self.infer_variance,
            size: super::parameter_size(of),
            ..Parameter::default()
        }
    }
}

/// A `default` argument: absent where it is `NoDefault`.
pub(super) fn given_default(vm: &mut Vm, value: Slot) -> Lazy {
    Lazy::known(value.filter(|&v| v != Singletons::NO_DEFAULT).map(|v| vm.incref(v)))
}

impl Vm {
    /// A type parameter of a `def`, `class` or `type` statement: takes the reference to its name.
    pub(crate) fn new_type_parameter(&mut self, class: Id, name: Id) -> Id {
        let size = super::parameter_size(class);
        // TypeVarTuple is shown by its bare name, whatever it was made by.
        self.new_native(class, Parameter { name: Some(name), infer_variance: true, size, ..Parameter::default() })
    }

    /// The same, with a function (owned) that gives its bound.
    pub(crate) fn new_bound_type_var(&mut self, name: Id, function: Id, constraints: bool) -> Id {
        let id = self.new_type_parameter(TypeTable::TYPE_VAR, name);
        if let Some(parameter) = self.native_mut::<Parameter>(id) {
            let field = if constraints { &mut parameter.constraints } else { &mut parameter.bound };
            *field = Lazy::computed_by(function);
        }
        id
    }

    /// Gives a type parameter the function (owned) that gives its default.
    pub(crate) fn set_type_parameter_default(&mut self, id: Id, function: Id) {
        match self.native_mut::<Parameter>(id) {
            Some(parameter) => parameter.default = Lazy::computed_by(function),
            None => self.decref(function),
        }
    }
}

use ouro_heap::Id;

use crate::native::{Args, GetSet, Layout, NO_SLOTS, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

/// What `@classmethod` and `@staticmethod` make: the function, and the attributes taken over from it.
#[derive(Clone, Default)]
struct Wrapped {
    function: Slot,
    dict: Slot,
}

impl NativeData for Wrapped {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.function.iter().chain(&self.dict).for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.dict, released);
        take_slot(&mut self.function, released);
    }

    fn dict(&self) -> Slot {
        self.dict
    }

    fn set_dict(&mut self, dict: Id) -> bool {
        self.dict = Some(dict);
        true
    }

    fn size(&self) -> usize {
        48
    }

    crate::native_data_boilerplate!();
}

const GETSET: &[GetSet] = &[
    GetSet::member("__func__", wrapped),
    GetSet::member("__wrapped__", wrapped),
    GetSet::get("__isabstractmethod__", is_abstract),
    super::object::DICT_GETSET,
];

/// The declaration of `classmethod`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(|vm, this| repr(vm, this, "classmethod")),
            new: Some(new),
            init: Some(|vm, this, args| init(vm, this, args, "classmethod")),
            descr_get: Some(class_get),
            getattr: Some(getattr),
            ..NO_SLOTS
        },
        getset: GETSET,
        subclassable: true,
        has_dict: true,
        layout: Layout::Other,
        ..TypeSpec::new("classmethod")
    }
}

/// The declaration of `staticmethod`.
pub(crate) fn static_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(|vm, this| repr(vm, this, "staticmethod")),
            call: Some(static_call),
            new: Some(new),
            init: Some(|vm, this, args| init(vm, this, args, "staticmethod")),
            descr_get: Some(static_get),
            getattr: Some(getattr),
            ..NO_SLOTS
        },
        getset: GETSET,
        subclassable: true,
        has_dict: true,
        layout: Layout::Other,
        ..TypeSpec::new("staticmethod")
    }
}

fn function(vm: &Vm, this: Id) -> Slot {
    vm.native::<Wrapped>(this)?.function
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    Ok(vm.alloc_instance(class, Data::Native(Box::new(Wrapped::default()))))
}

fn init(vm: &mut Vm, this: Id, args: &Args, name: &str) -> R<()> {
    if !args.kw.is_empty() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let &[function] = args.pos else {
        let given = args.pos.len();
        return Err(vm.type_error(format!("{name} expected 1 argument, got {given}")));
    };
    vm.heap.incref(function);
    if let Some(wrapped) = vm.native_mut::<Wrapped>(this) {
        let old = wrapped.function.replace(function);
        vm.decref_slot(old);
    }
    vm.copy_function_attributes(this, function)
}

fn repr(vm: &mut Vm, this: Id, name: &str) -> R<Id> {
    let text = match function(vm, this) {
        Some(function) => vm.repr_text(function)?,
        None => String::new(),
    };
    Ok(vm.new_str(format!("<{name}({text})>")))
}

fn wrapped(vm: &mut Vm, this: Id) -> R<Id> {
    let function = function(vm, this);
    Ok(vm.or_none(function))
}

fn is_abstract(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(function) = function(vm, this) else { return Ok(Singletons::FALSE) };
    match vm.getattr_opt(function, Names::ISABSTRACT)? {
        Some(flag) => {
            let truth = vm.is_true(flag);
            vm.decref(flag);
            truth.map(Singletons::bool)
        }
        None => Ok(Singletons::FALSE),
    }
}

/// The function's annotations, unless it has some of its own (funcobject.c, cm_get___annotations__).
fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    let has_own = |vm: &Vm| vm.own_dict(this).is_some_and(|dict| vm.dict_get_name(dict, name).is_some());
    match function(vm, this) {
        Some(function) if name == Names::ANNOTATIONS && !has_own(vm) => {
            let annotations = vm.getattr(function, name)?;
            vm.set_instance_attribute(this, name, Some(annotations));
            Ok(annotations)
        }
        _ => vm.generic_getattr(this, name),
    }
}

/// Binds the class (funcobject.c, cm_descr_get).
fn class_get(vm: &mut Vm, this: Id, object: Option<Id>, class: Option<Id>) -> R<Id> {
    let Some(function) = function(vm, this) else {
        return Err(vm.raise(Exceptions::RUNTIME_ERROR, "uninitialized classmethod object"));
    };
    let class = class.or_else(|| object.map(|o| vm.class_of(o))).unwrap_or(TypeTable::OBJECT);
    if vm.version.number < (3, 13, 0)
        && !matches!(vm.data(function), Data::Function(_))
        && let Some(get) = vm.class(vm.class_of(function)).slots.descr_get
    {
        return get(vm, function, Some(class), Some(class));
    }
    Ok(vm.new_method(function, class))
}

fn static_get(vm: &mut Vm, this: Id, _object: Option<Id>, _class: Option<Id>) -> R<Id> {
    match function(vm, this) {
        Some(function) => Ok(vm.incref(function)),
        None => Err(vm.raise(Exceptions::RUNTIME_ERROR, "uninitialized staticmethod object")),
    }
}

fn static_call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    match function(vm, this) {
        Some(function) => vm.call_kw(function, args.pos, args.kw),
        None => Err(vm.raise(Exceptions::RUNTIME_ERROR, "uninitialized staticmethod object")),
    }
}

impl Vm {
    /// `classmethod(function)` or `staticmethod(function)`, as classes make them by themselves: the function is borrowed.
    pub(crate) fn new_method_wrapper_of(&mut self, class: Id, function: Id) -> Id {
        self.heap.incref(function);
        self.new_native(class, Wrapped { function: Some(function), dict: None })
    }

    /// funcobject.c, functools_wraps
    pub(crate) fn copy_function_attributes(&mut self, this: Id, function: Id) -> R<()> {
        for name in [Names::MODULE, Names::NAME, Names::QUALNAME, Names::DOC, Names::ANNOTATIONS] {
            let deferred = name == Names::ANNOTATIONS && self.version.deferred_annotations;
            if deferred {
                break;
            }
            let Some(value) = self.getattr_opt(function, name)? else { continue };
            if let Some(dict) = self.instance_dict(this) {
                self.dict_set_name(dict, name, value);
            }
        }
        Ok(())
    }
}

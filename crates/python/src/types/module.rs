use ouro_heap::Id;

use crate::native::{Args, GetSet, Layout, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of `module`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            getattr: Some(getattr),
            setattr: Some(Vm::generic_setattr),
            new: Some(new),
            init: Some(init),
            ..NO_SLOTS
        },
        methods: const { &[Native::new("__dir__", 0, 0, dir)] },
        getset: const {
            &[
                GetSet::get("__dict__", dict),
                GetSet::new("__annotations__", annotations, set_annotations),
                GetSet::new("__annotate__", annotate, set_annotate),
            ]
        },
        subclassable: true,
        weakrefable: true,
        has_dict: true,
        layout: Layout::Other,
        ..TypeSpec::new("module")
    }
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    let dict = vm.new_dict();
    if vm.version.module_dicts_start_tracked {
        vm.heap.track(dict);
    }
    let module = crate::data::Module { name: "".into(), dict: Some(dict) };
    Ok(vm.alloc_instance(class, Data::Module(Box::new(module))))
}

/// `types.ModuleType(name, doc=None)` (moduleobject.c, module___init___impl)
fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    const PARAMETERS: crate::vm::Parameters =
        crate::vm::Parameters { names: &["name", "doc"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("module", args, &PARAMETERS)?;
    let Some(name) = bound[0] else { return Ok(()) };
    let text = vm.expect_str(name, "module() argument 'name'")?;
    let dict = match vm.data_mut(this) {
        Data::Module(module) => {
            module.name = std::rc::Rc::from(&*text);
            module.dict
        }
        _ => None,
    };
    let Some(dict) = dict else { return Ok(()) };
    let none = Singletons::NONE;
    let values = [
        (Names::NAME, name),
        (Names::DOC, bound[1].unwrap_or(none)),
        (Names::PACKAGE, none),
        (Names::LOADER, none),
        (Names::SPEC, none),
    ];
    for (key, value) in values {
        vm.heap.incref(value);
        vm.dict_set_name(dict, key, value);
    }
    Ok(())
}

fn own_name(vm: &Vm, this: Id) -> Option<String> {
    let dict = vm.own_dict(this)?;
    let name = vm.dict_get_name(dict, Names::NAME)?;
    vm.str_text(name).map(|t| t.to_string())
}

/// importlib._bootstrap._module_repr, for modules that are built in or come from a file.
fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = match own_name(vm, this) {
        Some(name) => name,
        None => "?".to_owned(),
    };
    let file = vm.own_dict(this).and_then(|d| vm.dict_get_name(d, Names::FILE));
    let text = match file {
        Some(file) => {
            let file = vm.repr_text(file)?;
            format!("<module '{name}' from {file}>")
        }
        None if name == "__main__" || vm.is_builtin_module(&name) => format!("<module '{name}' (built-in)>"),
        None => format!("<module '{name}'>"),
    };
    Ok(vm.new_str(text))
}

/// Then `__getattr__` of the module (moduleobject.c, _Py_module_getattro_impl).
fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    if let Some(value) = getattr_opt(vm, this, name)? {
        return Ok(value);
    }
    let text = vm.name_text(name);
    let message = match own_name(vm, this) {
        Some(module) => format!("module '{module}' has no attribute '{text}'"),
        None => format!("module has no attribute '{text}'"),
    };
    Err(vm.raise_attribute_error(message, this, name))
}

/// As [`getattr`], `None` where there is no such attribute.
pub(crate) fn getattr_opt(vm: &mut Vm, this: Id, name: Id) -> R<Option<Id>> {
    if let Some(value) = vm.module_attribute(this, name) {
        return Ok(Some(vm.incref(value)));
    }
    match vm.generic_getattr_opt(this, name) {
        Ok(None) => {}
        Ok(found) => return Ok(found),
        Err(raised) => vm.expect_raised(raised, crate::types::exceptions::Exceptions::ATTRIBUTE_ERROR)?,
    }
    let hook = vm.own_dict(this).and_then(|d| vm.dict_get_name(d, Names::GETATTR));
    if let Some(hook) = hook {
        vm.heap.incref(hook);
        let result = vm.call(hook, &[name]);
        vm.decref(hook);
        return result.map(Some);
    }
    Ok(None)
}

fn dict(vm: &mut Vm, this: Id) -> R<Id> {
    let dict = vm.own_dict(this);
    Ok(vm.or_none(dict))
}

fn annotations(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(dict) = vm.own_dict(this) else { return Ok(Singletons::NONE) };
    if let Some(annotations) = vm.dict_get_name(dict, Names::ANNOTATIONS) {
        return Ok(vm.incref(annotations));
    }
    let annotate = vm.intern("__annotate__");
    let annotate = vm.dict_get_name(dict, annotate).filter(|_| vm.version.deferred_annotations);
    let annotations = vm.compute_annotations(annotate.unwrap_or(Singletons::NONE))?;
    vm.heap.incref(annotations);
    vm.dict_set_name(dict, Names::ANNOTATIONS, annotations);
    Ok(annotations)
}

/// moduleobject.c, module_get_annotate
fn annotate(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.intern("__annotate__");
    let Some(dict) = vm.own_dict(this) else { return Ok(Singletons::NONE) };
    let annotate = vm.dict_get_name(dict, name);
    if annotate.is_none() {
        vm.dict_set_name(dict, name, Singletons::NONE);
    }
    Ok(vm.or_none(annotate))
}

/// moduleobject.c, module_set_annotate
fn set_annotate(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let annotate = vm.check_annotate(value)?;
    let name = vm.intern("__annotate__");
    let Some(dict) = vm.own_dict(this) else { return Ok(()) };
    let stored = annotate.unwrap_or(Singletons::NONE);
    vm.heap.incref(stored);
    vm.dict_set_name(dict, name, stored);
    if annotate.is_some() {
        vm.dict_remove_name(dict, Names::ANNOTATIONS);
    }
    Ok(())
}

fn set_annotations(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(dict) = vm.own_dict(this) else { return Ok(()) };
    match value {
        Some(value) => {
            vm.heap.incref(value);
            vm.dict_set_name(dict, Names::ANNOTATIONS, value);
        }
        None => {
            vm.dict_remove_name(dict, Names::ANNOTATIONS);
        }
    }
    Ok(())
}

fn dir(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let hook = vm.own_dict(this).and_then(|d| vm.dict_get_name(d, Names::DIR));
    if let Some(hook) = hook {
        return vm.call(hook, &[]);
    }
    let names = vm.own_attributes(this).into_iter().map(|(name, _)| name).collect();
    Ok(vm.new_name_list(names))
}

impl Vm {
    /// An attribute in a module's dict that no data descriptor of its class hides: borrowed.
    fn module_attribute(&mut self, module: Id, name: Id) -> Option<Id> {
        if self.class_of(module) != crate::types::TypeTable::MODULE
            || self.type_lookup(crate::types::TypeTable::MODULE, name).is_some()
        {
            return None;
        }
        self.dict_get_name(self.own_dict(module)?, name)
    }

    /// Whether a module is one of the machine's own.
    fn is_builtin_module(&self, name: &str) -> bool {
        name == "builtins" || ["sys", "gc"].contains(&name)
    }
}

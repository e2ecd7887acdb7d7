use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::format::object_format;
use crate::native::{Args, GetSet, Layout, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Kind};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of `object`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            str: Some(Vm::repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            getattr: Some(Vm::generic_getattr),
            setattr: Some(Vm::generic_setattr),
            new: Some(new),
            init: Some(init),
            ..NO_SLOTS
        },
        methods: const {
            &[
                Native::new("__format__", 1, 1, object_format),
                Native::new("__dir__", 0, 0, dir),
                Native::new("__sizeof__", 0, 0, sizeof),
                Native::any("__init_subclass__", init_subclass).class_method(),
                Native::any("__subclasshook__", |_, _, _| Ok(Singletons::NOT_IMPLEMENTED))
                    .fastcall_since((3, 13))
                    .class_method(),
            ]
        },
        getset: const { &[GetSet::new("__class__", class, set_class)] },
        subclassable: true,
        layout: Layout::Object,
        ..TypeSpec::new("object")
    }
}

/// `__dict__` of the instances of a class that adds it (typeobject.c, subtype_getsets_full).
pub(crate) const DICT_GETSET: GetSet = GetSet::new("__dict__", dict, set_dict);

/// `__weakref__` of the instances of a class that adds it.
pub(crate) const WEAKREF_GETSET: GetSet = GetSet::get("__weakref__", weakref);

/// typeobject.c, object_repr
pub(crate) fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let class = vm.class_of(this);
    let name = vm.qualified_class_name(class);
    let text = format!("<{name} object at {:#x}>", vm.address(this));
    Ok(vm.new_str(text))
}

/// By identity (pyhash.c, _Py_HashPointer).
pub(crate) fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    Ok(vm.address(this).rotate_right(4) as i64)
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    match op {
        Comparison::Eq if this == other => Ok(Singletons::TRUE),
        // By default `!=` is the contrary of `==`.
        Comparison::Ne => {
            let Some(compare) = vm.class(vm.class_of(this)).slots.richcompare else {
                return Ok(Singletons::NOT_IMPLEMENTED);
            };
            let equal = compare(vm, this, other, Comparison::Eq)?;
            if equal == Singletons::NOT_IMPLEMENTED {
                return Ok(equal);
            }
            let truth = vm.is_true(equal);
            vm.decref(equal);
            Ok(Singletons::bool(!truth?))
        }
        _ => Ok(Singletons::NOT_IMPLEMENTED),
    }
}

/// Whether a class defines `__new__` or `__init__` above `object`.
fn overrides(vm: &mut Vm, class: Id, name: Id) -> bool {
    vm.type_lookup(class, name) != vm.class_own(TypeTable::OBJECT, name)
}

/// typeobject.c, object_new
pub(crate) fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if !(args.pos.is_empty() && args.kw.is_empty()) {
        if overrides(vm, class, Names::NEW) {
            return Err(vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if !overrides(vm, class, Names::INIT) {
            let name = vm.class(class).name.clone();
            return Err(vm.type_error(format!("{name}() takes no arguments")));
        }
    }
    if vm.class(class).flags.is_abstract {
        return Err(vm.abstract_error(class)?);
    }
    Ok(vm.alloc_instance(class, Data::Bare))
}

/// typeobject.c, object_init
fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    if args.pos.is_empty() && args.kw.is_empty() {
        return Ok(());
    }
    let class = vm.class_of(this);
    if overrides(vm, class, Names::INIT) {
        return Err(vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    if !overrides(vm, class, Names::NEW) {
        let name = vm.class(class).name.clone();
        return Err(vm.type_error(format!("{name}.__init__() takes exactly one argument (the instance to initialize)")));
    }
    Ok(())
}

/// typeobject.c, object___dir___impl: names of the object, its class and their bases.
fn dir(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let own = vm.getattr_opt(this, Names::DICT)?.unwrap_or(Singletons::NONE);
    vm.keep(own);
    let names = if vm.dict(own).is_some() { vm.dict_copy(own)? } else { vm.new_dict() };
    vm.keep(names);
    vm.merge_class_names(names, vm.class_of(this))?;
    vm.list_from(names)
}

fn sizeof(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let head = if vm.heap.is_container(this) { vm.head_size(this) } else { 0 };
    let size = vm.size_of(this).saturating_sub(head);
    Ok(vm.new_int(size as i64))
}

fn init_subclass(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    if args.pos.is_empty() && args.kw.is_empty() {
        return Ok(Singletons::NONE);
    }
    let name = vm.str_text(vm.class(this).qualname).map(|name| name.to_string()).unwrap_or_default();
    if !args.kw.is_empty() {
        return Err(vm.type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
    }
    let given = args.pos.len();
    Err(vm.type_error(format!("{name}.__init_subclass__() takes no arguments ({given} given)")))
}

fn class(vm: &mut Vm, this: Id) -> R<Id> {
    let class = vm.class_of(this);
    Ok(vm.incref(class))
}

/// typeobject.c, object_set_class
fn set_class(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(new) = value else { return Err(vm.type_error("can't delete __class__ attribute")) };
    if !vm.is_class(new) {
        let given = vm.type_name(new);
        return Err(vm.type_error(format!("__class__ must be set to a class, not '{given}' object")));
    }
    let old = vm.class_of(this);
    if !vm.class(old).flags.heap_type || !vm.class(new).flags.heap_type {
        return Err(vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    }
    if !vm.same_layout(old, new) {
        let (new_name, old_name) = (vm.class(new).name.clone(), vm.class(old).name.clone());
        return Err(
            vm.type_error(format!("__class__ assignment: '{new_name}' object layout differs from '{old_name}'"))
        );
    }
    // Values stand by the old class's keys: the attributes move into a dict.
    if vm.class(old).flags.has_dict
        && let Some(dict) = vm.instance_dict(this)
    {
        detach(vm, dict, this);
    }
    vm.heap.incref(new);
    vm.heap.set_kind(this, Kind::of(new));
    vm.decref(old);
    Ok(())
}

/// typeobject.c, subtype_dict
fn dict(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.instance_dict(this) {
        Some(dict) => Ok(vm.incref(dict)),
        None => {
            let name = vm.type_name(this);
            let dict = Names::DICT;
            Err(vm.raise_attribute_error(format!("'{name}' object has no attribute '__dict__'"), this, dict))
        }
    }
}

/// The values of an instance's `__dict__`, if it is this one, are no longer inside the instance.
fn detach(vm: &mut Vm, dict: Id, instance: Id) {
    if let Some(dict) = vm.dict_mut(dict)
        && dict.embedded_in() == Some(instance)
    {
        dict.embed(None);
    }
}

/// typeobject.c, subtype_setdict
pub(crate) fn set_dict(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    if let Some(new) = value {
        if vm.dict(new).is_none() {
            let given = vm.type_name(new);
            return Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{given}'")));
        }
        vm.incref(new);
        detach(vm, new, this);
    }
    if let Some(old) = vm.own_dict(this) {
        detach(vm, old, this);
    }
    if vm.instance_values(this).is_some() {
        vm.replace_values(this, value);
        return Ok(());
    }
    let own = match vm.heap.get_mut(this) {
        Data::Exception(exception) => &mut exception.dict,
        Data::Function(function) => &mut function.dict,
        Data::Module(module) => &mut module.dict,
        Data::Native(native) if value.is_some() => {
            let old = native.dict();
            value.map(|new| native.set_dict(new));
            vm.decref_slot(old);
            return Ok(());
        }
        _ => {
            vm.decref_slot(value);
            return Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "This object has no __dict__"));
        }
    };
    if value.is_none() {
        return Err(vm.type_error("cannot delete __dict__"));
    }
    let old = std::mem::replace(own, value);
    vm.decref_slot(old);
    Ok(())
}

/// The first weak reference to an object (typeobject.c, subtype_getweakref).
fn weakref(vm: &mut Vm, this: Id) -> R<Id> {
    let first = vm.heap.weakrefs(this).first().copied();
    Ok(vm.or_none(first))
}

impl Vm {
    /// A class's name with its module, unless that is builtins: as `repr` of instances shows it.
    pub(crate) fn qualified_class_name(&self, class: Id) -> String {
        let qualname = self.str_text(self.class(class).qualname).map(|t| t.to_string()).unwrap_or_default();
        match self.class_module(class) {
            Some(module) if module != "builtins" => format!("{module}.{qualname}"),
            _ => qualname,
        }
    }

    /// `__module__` of a class as a text, if it is one.
    pub(crate) fn class_module(&self, class: Id) -> Option<String> {
        let data = self.class(class);
        if !data.flags.heap_type {
            return Some(data.module.to_owned());
        }
        let module = self.class_own(class, Names::MODULE)?;
        self.str_text(module).map(|t| t.to_string())
    }

    /// Adds what a class and its bases have to a dict (typeobject.c, merge_class_dict).
    pub(crate) fn merge_class_names(&mut self, names: Id, class: Id) -> R<()> {
        let classes = self.mro(class);
        for &class in &classes {
            self.incref(class);
            self.keep(class);
        }
        for class in classes {
            let proxy = self.getattr(class, Names::DICT)?;
            let merged = self.dict_update(names, proxy);
            self.decref(proxy);
            merged?;
        }
        Ok(())
    }

    /// A list of names, each once, in order of first appearance; takes no references over.
    pub(crate) fn new_name_list(&mut self, names: Vec<Id>) -> Id {
        let mut seen = hashbrown::HashSet::new();
        let mut items = Vec::with_capacity(names.len());
        for name in names {
            let fresh = match self.str_text(name) {
                Some(text) => seen.insert(text.to_string()),
                None => true,
            };
            if fresh {
                self.heap.incref(name);
                items.push(name);
            }
        }
        self.new_list(items)
    }
}

use ouro_heap::Id;

use crate::native::{Args, GetSet, Layout, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// A property: its functions, its text, and the name it has in its class.
#[derive(Clone, Default)]
struct Property {
    get: Slot,
    set: Slot,
    delete: Slot,
    doc: Slot,
    name: Slot,
    doc_from_getter: bool,
}

impl NativeData for Property {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        for slot in [self.get, self.set, self.delete, self.doc, self.name] {
            slot.iter().for_each(|&id| visit(id));
        }
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        for slot in [&mut self.get, &mut self.set, &mut self.delete, &mut self.doc, &mut self.name] {
            take_slot(slot, released);
        }
    }

    fn size(&self) -> usize {
        80
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `property`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            new: Some(new),
            init: Some(init),
            descr_get: Some(descr_get),
            descr_set: Some(descr_set),
            ..NO_SLOTS
        },
        methods: const {
            &[
                Native::new("getter", 1, 1, |vm, this, args| copy(vm, this, 0, args)),
                Native::new("setter", 1, 1, |vm, this, args| copy(vm, this, 1, args)),
                Native::new("deleter", 1, 1, |vm, this, args| copy(vm, this, 2, args)),
                Native::new("__set_name__", 2, 2, set_name).fastcall_since(NEVER),
            ]
        },
        getset: const {
            &[
                GetSet::member("fget", |vm, this| read(vm, this, |p| p.get)),
                GetSet::member("fset", |vm, this| read(vm, this, |p| p.set)),
                GetSet::member("fdel", |vm, this| read(vm, this, |p| p.delete)),
                GetSet::new("__doc__", |vm, this| read(vm, this, |p| p.doc), set_doc),
                GetSet::new("__name__", name, set_own_name),
                GetSet::get("__isabstractmethod__", is_abstract),
            ]
        },
        subclassable: true,
        layout: Layout::Other,
        ..TypeSpec::new("property")
    }
}

fn property(vm: &Vm, this: Id) -> Property {
    vm.native::<Property>(this).cloned().unwrap_or_default()
}

fn read(vm: &mut Vm, this: Id, field: impl Fn(&Property) -> Slot) -> R<Id> {
    let value = vm.native::<Property>(this).and_then(field);
    Ok(vm.or_none(value))
}

fn write(vm: &mut Vm, this: Id, value: Slot, field: impl Fn(&mut Property) -> &mut Slot) {
    if let Some(value) = value {
        vm.heap.incref(value);
    }
    if let Some(p) = vm.native_mut::<Property>(this) {
        let old = std::mem::replace(field(p), value);
        vm.decref_slot(old);
    }
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    Ok(vm.alloc_instance(class, Data::Native(Box::new(Property::default()))))
}

/// descrobject.c, property_init_impl
fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    const PARAMETERS: Parameters =
        Parameters { names: &["fget", "fset", "fdel", "doc"], positional_only: 0, positional: 4, required: 0 };
    let bound = vm.bind_args("property", args, &PARAMETERS)?;
    let given = |i: usize| bound[i].filter(|&v| v != Singletons::NONE);
    write(vm, this, given(0), |p| &mut p.get);
    write(vm, this, given(1), |p| &mut p.set);
    write(vm, this, given(2), |p| &mut p.delete);
    write(vm, this, bound[3], |p| &mut p.doc);
    if given(3).is_none()
        && let Some(get) = given(0)
        && let Some(doc) = vm.getattr_opt(get, Names::DOC)?
    {
        if doc != Singletons::NONE {
            write(vm, this, Some(doc), |p| &mut p.doc);
            if let Some(p) = vm.native_mut::<Property>(this) {
                p.doc_from_getter = true;
            }
        }
        vm.decref(doc);
    }
    Ok(())
}

/// `x.setter(f)` and its kin: a copy with one function replaced (property_copy).
fn copy(vm: &mut Vm, this: Id, which: usize, args: &Args) -> R<Id> {
    let p = property(vm, this);
    let given = args.get(0).filter(|&v| v != Singletons::NONE);
    let mut functions = [p.get, p.set, p.delete];
    if let Some(given) = given {
        functions[which] = Some(given);
    }
    let none = Singletons::NONE;
    let doc = if p.doc_from_getter { None } else { p.doc };
    let all =
        [functions[0].unwrap_or(none), functions[1].unwrap_or(none), functions[2].unwrap_or(none), doc.unwrap_or(none)];
    let class = vm.class_of(this);
    let made = vm.call(class, &all)?;
    write(vm, made, p.name, |p| &mut p.name);
    Ok(made)
}

fn set_name(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    write(vm, this, args.get(1), |p| &mut p.name);
    Ok(Singletons::NONE)
}

fn set_doc(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    write(vm, this, value, |p| &mut p.doc);
    Ok(())
}

fn set_own_name(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    write(vm, this, value, |p| &mut p.name);
    Ok(())
}

fn name(vm: &mut Vm, this: Id) -> R<Id> {
    let p = property(vm, this);
    if let Some(name) = p.name {
        return Ok(vm.incref(name));
    }
    if let Some(get) = p.get
        && let Some(name) = vm.getattr_opt(get, Names::NAME)?
    {
        return Ok(name);
    }
    Err(vm.attribute_error(this, Names::NAME))
}

fn is_abstract(vm: &mut Vm, this: Id) -> R<Id> {
    let p = property(vm, this);
    for function in [p.get, p.set, p.delete].into_iter().flatten() {
        if let Some(flag) = vm.getattr_opt(function, Names::ISABSTRACT)? {
            let truth = vm.is_true(flag);
            vm.decref(flag);
            if truth? {
                return Ok(Singletons::TRUE);
            }
        }
    }
    Ok(Singletons::FALSE)
}

/// AttributeError "property 'x' of 'A' object has no setter".
fn missing(vm: &mut Vm, this: Id, object: Id, what: &str) -> R<crate::vm::Raised> {
    let mut name = property(vm, this).name.map(|n| vm.incref(n));
    if name.is_none()
        && let Some(get) = property(vm, this).get
    {
        name = vm.getattr_opt(get, Names::NAME)?;
    }
    let class = vm.class_of(object);
    let qualname = vm.class(class).qualname;
    let class_text = vm.repr_text(qualname)?;
    let message = match name {
        Some(name) => {
            let name_text = vm.repr_text(name);
            vm.decref(name);
            let name_text = name_text?;
            format!("property {name_text} of {class_text} object has no {what}")
        }
        None => format!("property of {class_text} object has no {what}"),
    };
    Ok(vm.raise(Exceptions::ATTRIBUTE_ERROR, message))
}

fn descr_get(vm: &mut Vm, this: Id, object: Option<Id>, _class: Option<Id>) -> R<Id> {
    let Some(object) = object else { return Ok(vm.incref(this)) };
    match vm.native::<Property>(this).and_then(|p| p.get) {
        Some(get) => {
            vm.heap.incref(get);
            let result = vm.call(get, &[object]);
            vm.decref(get);
            result
        }
        None => Err(missing(vm, this, object, "getter")?),
    }
}

fn descr_set(vm: &mut Vm, this: Id, object: Id, value: Option<Id>) -> R<()> {
    let p = property(vm, this);
    let function = if value.is_some() { p.set } else { p.delete };
    let Some(function) = function else {
        return Err(missing(vm, this, object, if value.is_some() { "setter" } else { "deleter" })?);
    };
    vm.heap.incref(function);
    let result = match value {
        Some(value) => vm.call(function, &[object, value]),
        None => vm.call(function, &[object]),
    };
    vm.decref(function);
    result.map(|done| vm.decref(done))
}

impl Vm {
    /// The getter of an exact property: borrowed.
    pub(crate) fn property_getter(&self, property: Id) -> Slot {
        self.native::<Property>(property)?.get
    }
}

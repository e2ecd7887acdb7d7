use ouro_heap::Id;

use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Derived};
use crate::types::{TypeTable, dict};
use crate::vm::{R, Singletons, Vm};

/// Which of the instance's slots the factory is.
const FACTORY: usize = 0;

/// The declaration of `defaultdict`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("__missing__", 1, 1, missing),
        Native::new("copy", 0, 0, |vm, this, _| copy(vm, this)),
        Native::new("__copy__", 0, 0, |vm, this, _| copy(vm, this)),
        Native::new("__reduce__", 0, 0, reduce),
    ];
    TypeSpec {
        module: "collections",
        slots: TypeSlots { new: Some(new), init: Some(init), repr: Some(repr), or: Some(or), ..NO_SLOTS },
        methods: METHODS,
        getset: const { &[GetSet::new("default_factory", |vm, this| Ok(factory(vm, this)), set_factory)] },
        members: &["default_factory"],
        subclassable: true,
        ..TypeSpec::new("defaultdict")
    }
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    if class == TypeTable::DEFAULTDICT {
        let values = Box::new([None, None]);
        return Ok(vm.alloc(class, Data::Derived(Box::new(Derived { base: Data::Dict(Box::default()), values }))));
    }
    Ok(vm.alloc_instance(class, Data::Dict(Box::default())))
}

/// The factory, or None: a new reference.
fn factory(vm: &mut Vm, this: Id) -> Id {
    let factory = vm.slot(this, FACTORY).copied().flatten();
    vm.or_none(factory)
}

fn set_factory(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    if let Some(value) = value {
        vm.heap.incref(value);
    }
    let old = match vm.slot_mut(this, FACTORY) {
        Some(place) => std::mem::replace(place, value),
        None => value,
    };
    vm.decref_slot(old);
    Ok(())
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    let mut rest = args.pos;
    if let Some((&factory, others)) = args.pos.split_first() {
        if factory != Singletons::NONE && vm.class(vm.class_of(factory)).slots.call.is_none() {
            return Err(vm.type_error("first argument must be callable or None"));
        }
        rest = others;
        set_factory(vm, this, Some(factory))?;
    } else {
        set_factory(vm, this, None)?;
    }
    dict::init(vm, this, &Args { pos: rest, kw: args.kw })
}

fn missing(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let factory = factory(vm, this);
    vm.keep(factory);
    if factory == Singletons::NONE {
        return Err(vm.key_error(args.pos[0]));
    }
    let value = vm.call(factory, &[])?;
    match vm.setitem(this, args.pos[0], value) {
        Ok(()) => Ok(value),
        Err(raised) => {
            vm.decref(value);
            Err(raised)
        }
    }
}

/// Another of the same class with the same factory and the items of a mapping.
fn like(vm: &mut Vm, this: Id, items: Id) -> R<Id> {
    let factory = factory(vm, this);
    vm.keep(factory);
    vm.call(vm.class_of(this), &[factory, items])
}

fn copy(vm: &mut Vm, this: Id) -> R<Id> {
    like(vm, this, this)
}

fn or(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let is_default = |vm: &Vm, id: Id| vm.is_subclass(vm.class_of(id), TypeTable::DEFAULTDICT);
    let (this, other) = if is_default(vm, a) { (a, b) } else { (b, a) };
    if !is_default(vm, this) || vm.dict(other).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let joined = like(vm, this, a)?;
    match vm.dict_update_from(joined, b) {
        Ok(()) => Ok(joined),
        Err(raised) => {
            vm.decref(joined);
            Err(raised)
        }
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let factory = factory(vm, this);
    vm.keep(factory);
    let items = dict::repr(vm, this)?;
    vm.keep(items);
    let factory = if factory == Singletons::NONE {
        String::from("None")
    } else if vm.enter_repr(factory) {
        String::from("...")
    } else {
        let text = vm.repr_text(factory);
        vm.leave_repr(factory);
        text?
    };
    let (name, items) = (vm.bare_type_name(this), vm.display_text(items)?);
    Ok(vm.new_str(format!("{name}({factory}, {items})")))
}

fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let factory = factory(vm, this);
    let arguments = if factory == Singletons::NONE { Singletons::EMPTY_TUPLE } else { vm.new_tuple(vec![factory]) };
    vm.keep(arguments);
    let name = vm.intern("items");
    let items = vm.call_method(this, name, &[])?;
    vm.keep(items);
    let iterator = vm.iter(items)?;
    let class = vm.class_of(this);
    vm.heap.incref(class);
    vm.heap.incref(arguments);
    Ok(vm.new_tuple(vec![class, arguments, Singletons::NONE, Singletons::NONE, iterator]))
}

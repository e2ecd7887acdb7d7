use ouro_heap::Id;

use super::{only_argument, repr_with, tuple_of};
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::vm::{R, Vm};

/// Reads attributes, dotted names included.
#[derive(Clone)]
struct AttrGetter {
    /// A tuple of strs, and of tuples of strs for dotted names.
    names: Slot,
}

crate::native_data_of_slots!(AttrGetter, |_this| 56, visit names, release names, clearable true);

/// The declaration of `attrgetter`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "operator",
        slots: TypeSlots { new: Some(new), call: Some(call), repr: Some(repr), ..NO_SLOTS },
        methods: const { &[Native::new("__reduce__", 0, 0, reduce)] },
        ..TypeSpec::new("attrgetter")
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("attrgetter() takes no keyword arguments"));
    }
    vm.expect_count("attrgetter", args.pos.len().min(1), 1, 1)?;
    if args.pos.iter().any(|&name| vm.str_data(name).is_none()) {
        return Err(vm.type_error("attribute name must be a string"));
    }
    let names = args.pos.iter().map(|&name| {
        let text = vm.name_text(name);
        if !text.contains('.') {
            return vm.interned_name(name);
        }
        let parts: Vec<Id> = text.split('.').map(|part| vm.intern_mortal(part)).collect();
        vm.new_tuple(parts)
    });
    let names: Vec<Id> = names.collect();
    // Dotted names are new; a name that was there before is held once more.
    for &name in &names {
        if vm.str_data(name).is_some() {
            vm.heap.incref(name);
        }
    }
    let names = vm.new_tuple(names);
    Ok(vm.alloc_instance(class, Data::Native(Box::new(AttrGetter { names: Some(names) }))))
}

fn names(vm: &Vm, this: Id) -> Vec<Id> {
    let names = vm.native::<AttrGetter>(this).and_then(|getter| getter.names);
    names.and_then(|names| vm.tuple_items(names)).unwrap_or_default().to_vec()
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let object = only_argument(vm, "attrgetter", args)?;
    match *names(vm, this) {
        [name] => get(vm, object, name),
        ref names => tuple_of(vm, names, |vm, name| get(vm, object, name)),
    }
}

/// dotted_getattr
fn get(vm: &mut Vm, object: Id, name: Id) -> R<Id> {
    let Some(parts) = vm.tuple_items(name).map(<[Id]>::to_vec) else { return vm.getattr(object, name) };
    vm.heap.incref(object);
    let mut at = object;
    for part in parts {
        let next = vm.getattr(at, part);
        vm.decref(at);
        at = next?;
    }
    Ok(at)
}

/// The names as they were given.
fn arguments(vm: &mut Vm, this: Id) -> Vec<Id> {
    let names = names(vm, this).into_iter().map(|name| match vm.tuple_items(name).map(<[Id]>::to_vec) {
        None => vm.incref(name),
        Some(parts) => {
            let parts: Vec<String> = parts.iter().map(|&part| vm.name_text(part)).collect();
            vm.new_str(parts.join("."))
        }
    });
    names.collect()
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let arguments = arguments(vm, this);
    for &argument in &arguments {
        vm.keep(argument);
    }
    repr_with(vm, this, &arguments, &[])
}

fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let arguments = arguments(vm, this);
    let arguments = vm.new_tuple(arguments);
    let class = vm.class_of(this);
    vm.heap.incref(class);
    Ok(vm.new_tuple(vec![class, arguments]))
}

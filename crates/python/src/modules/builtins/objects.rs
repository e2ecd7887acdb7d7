//! Builtin functions about objects, attributes and classes (CPython 3.13 bltinmodule.c).

use ouro_heap::Id;

use crate::native::{Args, Native, ONLY_3_12};
use crate::vm::{Names, R, Singletons, Vm};

/// `__build_class__`, `callable`, `delattr`, `dir`, `getattr`, `globals`, `hasattr`, `hash`, `id`, `isinstance`,
/// `issubclass`, `locals`, `setattr`, `vars`
pub(crate) const FUNCTIONS: &[Native] = &[
    Native::any("__build_class__", |vm, _, args| vm.build_class(args)),
    Native::new("callable", 1, 1, callable),
    Native::new("delattr", 2, 2, delattr),
    Native::new("dir", 0, 1, dir).fastcall_since(ONLY_3_12),
    Native::new("getattr", 2, 3, getattr),
    Native::new("globals", 0, 0, globals),
    Native::new("hasattr", 2, 2, hasattr),
    Native::new("hash", 1, 1, hash),
    Native::new("id", 1, 1, id),
    Native::new("isinstance", 2, 2, isinstance),
    Native::new("issubclass", 2, 2, issubclass),
    Native::new("locals", 0, 0, locals),
    Native::new("setattr", 3, 3, setattr),
    Native::new("vars", 0, 1, vars).fastcall_since(ONLY_3_12),
];

fn callable(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let callable = args.get(0).is_some_and(|object| vm.class(vm.class_of(object)).slots.call.is_some());
    Ok(Singletons::bool(callable))
}

fn getattr(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[object, name, ref default @ ..] = args.pos else { return Ok(Singletons::NONE) };
    vm.check_attribute_name(name)?;
    match default {
        &[default] => match vm.getattr_opt(object, name)? {
            Some(value) => Ok(value),
            None => Ok(vm.incref(default)),
        },
        _ => vm.getattr(object, name),
    }
}

fn hasattr(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[object, name] = args.pos else { return Ok(Singletons::NONE) };
    vm.check_attribute_name(name)?;
    let found = vm.getattr_opt(object, name)?;
    vm.decref_slot(found);
    Ok(Singletons::bool(found.is_some()))
}

fn setattr(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[object, name, value] = args.pos else { return Ok(Singletons::NONE) };
    vm.check_attribute_name(name)?;
    vm.setattr(object, name, value)?;
    Ok(Singletons::NONE)
}

fn delattr(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[object, name] = args.pos else { return Ok(Singletons::NONE) };
    vm.check_attribute_name(name)?;
    vm.delattr(object, name)?;
    Ok(Singletons::NONE)
}

fn hash(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let hash = vm.hash(args.get(0).unwrap_or(Singletons::NONE))?;
    Ok(vm.new_int(hash))
}

fn id(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let address = vm.address(args.get(0).unwrap_or(Singletons::NONE));
    Ok(vm.new_int(address as i64))
}

fn isinstance(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[object, class] = args.pos else { return Ok(Singletons::NONE) };
    vm.object_is_instance(object, class).map(Singletons::bool)
}

fn issubclass(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let &[class, of] = args.pos else { return Ok(Singletons::NONE) };
    vm.object_is_subclass(class, of).map(Singletons::bool)
}

fn globals(vm: &mut Vm, _: Id, _: &Args) -> R<Id> {
    let globals = vm.frames().last().map(|f| f.globals);
    Ok(vm.or_none(globals))
}

fn locals(vm: &mut Vm, _: Id, _: &Args) -> R<Id> {
    vm.current_locals()
}

/// `object.__dict__`, or `locals()`.
fn vars(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let Some(object) = args.get(0) else { return vm.current_locals() };
    match vm.getattr_opt(object, Names::DICT)? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

/// What `__dir__` gives, sorted; or the names of the running frame.
fn dir(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let list = match args.get(0) {
        None => {
            let locals = vm.current_locals()?;
            vm.keep(locals);
            vm.list_from(locals)?
        }
        Some(object) => {
            if vm.type_lookup(vm.class_of(object), Names::DIR).is_none() {
                return Err(vm.type_error("object does not provide __dir__"));
            }
            let method = vm.bind_special(object, Names::DIR)?;
            vm.keep(method);
            let names = vm.call(method, &[])?;
            vm.keep(names);
            vm.list_from(names)?
        }
    };
    vm.keep(list);
    let names = vm.list_items(list).map(|items| items.to_vec()).unwrap_or_default();
    let mut keyed = Vec::with_capacity(names.len());
    for name in names {
        let Some(text) = vm.str_text(name) else {
            return Err(vm.type_error("'<' not supported between instances of names that are no str"));
        };
        keyed.push((text.to_string(), name));
    }
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    if let Some(items) = vm.list_items_mut(list) {
        for (place, (_, name)) in items.iter_mut().zip(keyed) {
            *place = name;
        }
    }
    Ok(vm.incref(list))
}

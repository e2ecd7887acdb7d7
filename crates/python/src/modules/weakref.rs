//! Module `_weakref` (CPython 3.13 _weakref.c).

use ouro_heap::{Id, WeakKind};

use super::ModuleSpec;
use crate::native::{Args, Native};
use crate::types::TypeTable;
use crate::types::{weak_proxy, weakref};
use crate::vm::{R, Singletons, Vm};

/// The declaration of `_weakref`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_weakref",
        functions: const {
            &[
                Native::new("getweakrefcount", 1, 1, getweakrefcount),
                Native::new("getweakrefs", 1, 1, getweakrefs),
                Native::new("proxy", 1, 2, proxy),
                Native::new("_remove_dead_weakref", 2, 2, remove_dead_weakref),
            ]
        },
        init: Some(init),
    }
}

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    for (name, class) in [
        ("ref", TypeTable::WEAKREF),
        ("ReferenceType", TypeTable::WEAKREF),
        ("ProxyType", TypeTable::WEAK_PROXY),
        ("CallableProxyType", TypeTable::WEAK_CALLABLE_PROXY),
    ] {
        vm.dict_set_text(dict, name, class);
    }
    Ok(())
}

fn getweakrefcount(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let count = vm.heap.weakrefs(args.pos[0]).len();
    Ok(vm.new_int(count as i64))
}

fn getweakrefs(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let refs = vm.heap.weakrefs(args.pos[0]).to_vec();
    for &weakref in &refs {
        vm.incref(weakref);
    }
    Ok(vm.new_list(refs))
}

fn proxy(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let target = args.pos[0];
    let class = if vm.class(vm.class_of(target)).slots.call.is_some() {
        TypeTable::WEAK_CALLABLE_PROXY
    } else {
        TypeTable::WEAK_PROXY
    };
    let callback = args.get(1).filter(|&c| c != Singletons::NONE);
    weakref::new_weakref(vm, class, WeakKind::Proxy, target, callback)
}

/// Removes a key of a dict whose value is a dead weak reference.
fn remove_dead_weakref(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let (dict, key) = (args.pos[0], args.pos[1]);
    if vm.dict(dict).is_none() {
        return Err(vm.type_error_for(dict, "_remove_dead_weakref() argument 1 must be dict, not {}"));
    }
    if let Some(value) = vm.dict_get(dict, key)?
        && vm.heap.is_weakref(value)
        && weak_proxy::live_target(vm, value).is_none()
        && let Some(removed) = vm.dict_remove(dict, key)?
    {
        vm.decref(removed);
    }
    Ok(Singletons::NONE)
}

//! The weak references of a program.

use hashbrown::HashMap;
use ouro_heap::{Id, WeakKind as HeapKind};
use ouro_protocol::{WeakKind, WeakrefView};
use ouro_python::object::Data;
use ouro_python::vm::Vm;

use crate::text::short_repr;

/// How long a target's or callback's text is at most, in characters.
const TEXT: usize = 40;

/// All weak references that the program made and that are alive, in order of creation. `holders` says which name or
/// container leads to an object.
pub(crate) fn weakrefs(vm: &Vm, holders: &HashMap<Id, String>) -> Vec<WeakrefView> {
    let mut found: Vec<Id> = vm
        .heap
        .ids()
        .filter(|&id| vm.is_own(id))
        .filter(|&id| matches!(vm.heap.get(id), Data::Weakref(_)))
        .filter(|&id| !vm.heap.weakref_target(id).is_some_and(|t| matches!(vm.heap.get(t), Data::Class(_))))
        .collect();
    found.sort_by_key(|&id| vm.heap.serial(id));
    found.into_iter().map(|id| weakref(vm, id, holders)).collect()
}

fn weakref(vm: &Vm, id: Id, holders: &HashMap<Id, String>) -> WeakrefView {
    let target = vm.heap.weakref_target(id);
    let callback = match vm.heap.get(id) {
        Data::Weakref(data) => data.callback,
        _ => None,
    };
    WeakrefView {
        id: vm.heap.serial(id),
        kind: match vm.heap.weakref_kind(id) {
            Some(HeapKind::Proxy) => WeakKind::Proxy,
            _ => WeakKind::Ref,
        },
        target: target.map(|t| vm.heap.serial(t)),
        target_value: target.map(|t| short_repr(vm, t, TEXT)).unwrap_or_default(),
        callback: callback.map(|c| short_repr(vm, c, TEXT)),
        holder: holders.get(&id).cloned(),
    }
}

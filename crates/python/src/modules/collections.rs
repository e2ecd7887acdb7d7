//! Module `_collections` (CPython 3.13 _collectionsmodule.c).

use ouro_heap::Id;

use super::ModuleSpec;
use crate::bytecode::BinaryOperator;
use crate::native::{Args, Native};
use crate::types::TypeTable;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_collections",
        functions: const { &[Native::new("_count_elements", 2, 2, count_elements)] },
        init: Some(init),
    }
}

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    for class in [
        TypeTable::DEQUE,
        TypeTable::DEQUE_ITERATOR,
        TypeTable::DEQUE_REVERSE_ITERATOR,
        TypeTable::DEFAULTDICT,
        TypeTable::ORDERED_DICT,
        TypeTable::TUPLEGETTER,
    ] {
        let name = vm.class(class).name.clone();
        vm.dict_set_text(dict, &name, class);
    }
    Ok(())
}

/// Counts items in a mapping; a dict that reads and writes as dicts do is filled directly.
fn count_elements(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let (mapping, iterable) = (args.pos[0], args.pos[1]);
    let class = vm.class_of(mapping);
    let get = vm.intern("get");
    let plain = vm.dict(mapping).is_some()
        && [get, Names::SETITEM]
            .iter()
            .all(|&name| vm.type_lookup(class, name) == vm.type_lookup(TypeTable::DICT, name));
    let (zero, one) = (vm.new_int(0), vm.new_int(1));
    let bound = if plain { None } else { Some(vm.getattr(mapping, get)?) };
    if let Some(bound) = bound {
        vm.keep(bound);
    }
    vm.for_each(iterable, |vm, key| {
        vm.keep(key);
        let Some(bound) = bound else {
            let hash = vm.hash_for(key, "dict key")?;
            let position = vm.dict_find(mapping, key, hash)?;
            let old = position.and_then(|p| vm.dict(mapping)?.entry(p)).map_or(zero, |entry| entry.value);
            let new = vm.binary_op(BinaryOperator::Add, old, one)?;
            let result = vm.dict_set_hashed(mapping, key, hash, new);
            vm.decref(new);
            return result.map(|()| true);
        };
        let old = vm.call(bound, &[key, zero])?;
        let new = vm.binary_op(BinaryOperator::Add, old, one);
        vm.decref(old);
        let new = new?;
        let result = vm.setitem(mapping, key, new);
        vm.decref(new);
        result.map(|()| true)
    })?;
    Ok(Singletons::NONE)
}

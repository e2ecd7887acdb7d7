//! Module `_functools` (CPython 3.13 _functoolsmodule.c).

use ouro_heap::Id;

use super::ModuleSpec;
use crate::native::{Args, NEVER, Native};
use crate::object::Data;
use crate::types::exceptions::Exceptions;
use crate::types::{TypeTable, functools};
use crate::vm::{R, Singletons, Vm};

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_functools",
        functions: const {
            &[Native::any("reduce", reduce).fastcall_since(NEVER), Native::any("cmp_to_key", functools::cmp_to_key)]
        },
        init: Some(init),
    }
}

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    vm.dict_set_text(dict, "partial", TypeTable::PARTIAL);
    vm.dict_set_text(dict, "_lru_cache_wrapper", TypeTable::LRU_CACHE);
    Ok(())
}

/// `reduce(function, iterable[, initial])`. Both operands are in a tuple during a call, as in CPython, which uses the same
/// tuple again.
fn reduce(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    vm.expect_positional("reduce", args, 2, 3)?;
    let iterator = match vm.iter(args.pos[1]) {
        Ok(iterator) => iterator,
        Err(raised) => {
            vm.expect_raised(raised, Exceptions::TYPE_ERROR)?;
            return Err(vm.type_error("reduce() arg 2 must support iteration"));
        }
    };
    vm.keep(iterator);
    let mut total = args.get(2).map(|initial| vm.incref(initial));
    let mut operands = vm.new_tuple(vec![Singletons::NONE, Singletons::NONE]);
    let result = loop {
        let item = match vm.step(iterator) {
            Ok(Some(item)) => item,
            Ok(None) => break Ok(()),
            Err(raised) => break Err(raised),
        };
        let Some(left) = total.take() else {
            total = Some(item);
            continue;
        };
        if vm.heap.refcount(operands) > 1 {
            vm.decref(operands);
            operands = vm.new_tuple(vec![Singletons::NONE, Singletons::NONE]);
        }
        let old = match vm.data_mut(operands) {
            Data::Tuple(items) => std::mem::replace(items, Box::new([left, item])),
            _ => Box::default(),
        };
        vm.decref_all(old);
        match vm.call(args.pos[0], &[left, item]) {
            Ok(result) => total = Some(result),
            Err(raised) => break Err(raised),
        }
    };
    vm.decref(operands);
    match (result, total) {
        (Ok(()), Some(total)) => Ok(total),
        (Ok(()), None) => Err(vm.type_error("reduce() of empty iterable with no initial value")),
        (Err(raised), total) => {
            vm.decref_slot(total);
            Err(raised)
        }
    }
}

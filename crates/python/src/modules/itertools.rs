//! Module `itertools` (CPython 3.13 itertoolsmodule.c).

use ouro_heap::Id;

use super::ModuleSpec;
use crate::native::Native;
use crate::types::{TypeTable, itertools};
use crate::vm::{R, Vm};

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec { name: "itertools", functions: const { &[Native::new("tee", 1, 2, itertools::tee)] }, init: Some(init) }
}

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    for class in [
        TypeTable::ACCUMULATE,
        TypeTable::BATCHED,
        TypeTable::CHAIN,
        TypeTable::COMBINATIONS,
        TypeTable::COMBINATIONS_WITH_REPLACEMENT,
        TypeTable::COMPRESS,
        TypeTable::COUNT_ITERATOR,
        TypeTable::CYCLE,
        TypeTable::DROPWHILE,
        TypeTable::FILTERFALSE,
        TypeTable::GROUPBY,
        TypeTable::GROUPER,
        TypeTable::ISLICE,
        TypeTable::PAIRWISE,
        TypeTable::PERMUTATIONS,
        TypeTable::PRODUCT,
        TypeTable::REPEAT,
        TypeTable::STARMAP,
        TypeTable::TAKEWHILE,
        TypeTable::TEE,
        TypeTable::TEE_DATA,
        TypeTable::ZIP_LONGEST,
    ] {
        let name = vm.class(class).name.clone();
        vm.dict_set_text(dict, &name, class);
    }
    Ok(())
}

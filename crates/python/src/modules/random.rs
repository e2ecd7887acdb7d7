//! Module `_random` (CPython 3.13 _randommodule.c).

use super::ModuleSpec;
use crate::types::TypeTable;

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_random",
        functions: &[],
        init: Some(|vm, dict| {
            vm.dict_set_text(dict, "Random", TypeTable::RANDOM);
            Ok(())
        }),
    }
}

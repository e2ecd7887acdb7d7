//! Module `_sha2`, of which `random.seed` needs `sha512` for texts (CPython 3.13 sha2module.c).

use super::ModuleSpec;
use crate::native::Native;
use crate::types::{TypeTable, sha512};

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_sha2",
        functions: const { &[Native::new("sha512", 0, 1, sha512::sha512)] },
        init: Some(|vm, dict| {
            vm.dict_set_text(dict, "SHA512Type", TypeTable::SHA512);
            Ok(())
        }),
    }
}

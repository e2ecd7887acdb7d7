//! Module `_typing`: what `typing` has in Rust (CPython 3.13 _typingmodule.c).

use super::ModuleSpec;
use crate::native::Native;

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_typing",
        functions: const { &[Native::new("_idfunc", 1, 1, |vm, _, args| Ok(vm.incref(args.pos[0])))] },
        init: Some(|vm, dict| {
            for (name, object) in vm.typing_types() {
                vm.dict_set_text(dict, name, object);
            }
            Ok(())
        }),
    }
}

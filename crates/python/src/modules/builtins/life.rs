//! Builtins that end a program or load a module.

use ouro_heap::Id;

use crate::native::{Args, Native};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Parameters, R, Singletons, Vm};

/// The functions of this concern.
pub(super) const FUNCTIONS: &[Native] =
    &[Native::any("__import__", import), Native::new("exit", 0, 1, exit), Native::new("quit", 0, 1, exit)];

fn import(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let parameters = Parameters {
        names: &["name", "globals", "locals", "fromlist", "level"],
        positional_only: 0,
        positional: 5,
        required: 1,
    };
    let bound = vm.bind_args("__import__", args, &parameters)?;
    let name = bound[0].unwrap_or(Singletons::NONE);
    if vm.class_of(name) != TypeTable::STR {
        return Err(vm.type_error("module name must be a string"));
    }
    let zero = vm.new_int(0);
    vm.import_name(
        name,
        bound[1].filter(|&g| vm.dict(g).is_some()),
        bound[3].unwrap_or(Singletons::NONE),
        bound[4].unwrap_or(zero),
    )
}

/// `exit()` and `quit()` of the module `site`.
fn exit(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    Err(vm.raise_with(Exceptions::SYSTEM_EXIT, &[args.get(0).unwrap_or(Singletons::NONE)]))
}

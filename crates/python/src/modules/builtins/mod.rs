//! The builtin functions, by concern, and the module that they are in.

use ouro_heap::Id;

use crate::native::Native;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

pub(crate) mod dynamic;
mod iteration;
mod life;
pub(crate) mod numbers;
mod objects;
mod text;

/// The functions of each concern.
const FUNCTIONS: &[&[Native]] = &[
    dynamic::FUNCTIONS,
    iteration::FUNCTIONS,
    life::FUNCTIONS,
    numbers::FUNCTIONS,
    objects::FUNCTIONS,
    text::FUNCTIONS,
];

/// Types that are names in `builtins`.
const TYPES: &[Id] = &[
    TypeTable::OBJECT,
    TypeTable::TYPE,
    TypeTable::INT,
    TypeTable::BOOL,
    TypeTable::FLOAT,
    TypeTable::COMPLEX,
    TypeTable::STR,
    TypeTable::BYTES,
    TypeTable::BYTEARRAY,
    TypeTable::LIST,
    TypeTable::TUPLE,
    TypeTable::DICT,
    TypeTable::SET,
    TypeTable::FROZENSET,
    TypeTable::SLICE,
    TypeTable::RANGE,
    TypeTable::PROPERTY,
    TypeTable::CLASSMETHOD,
    TypeTable::STATICMETHOD,
    TypeTable::SUPER,
    TypeTable::REVERSED,
    TypeTable::ENUMERATE,
    TypeTable::ZIP,
    TypeTable::MAP,
    TypeTable::FILTER,
    TypeTable::MEMORYVIEW,
];

/// Fills the namespace of the module `builtins`, whose functions are bound to the module.
pub(crate) fn fill(vm: &mut Vm, module: Id, dict: Id) -> R<()> {
    for function in FUNCTIONS.iter().copied().flatten() {
        vm.add_function(module, dict, function);
    }
    for (name, value) in [
        ("None", Singletons::NONE),
        ("True", Singletons::TRUE),
        ("False", Singletons::FALSE),
        ("Ellipsis", Singletons::ELLIPSIS),
        ("NotImplemented", Singletons::NOT_IMPLEMENTED),
    ] {
        vm.dict_set_text(dict, name, value);
    }
    for &class in TYPES {
        let name = vm.class(class).name.clone();
        vm.dict_set_text(dict, &name, class);
    }
    let since_3_13 = |name: &str| matches!(name, "PythonFinalizationError" | "_IncompleteInputError");
    for (number, (name, _)) in Exceptions::TABLE.iter().enumerate() {
        if vm.version.number < (3, 13, 0) && since_3_13(name) {
            continue;
        }
        let class = Id::from_index((TypeTable::COUNT + number + 1) as u32);
        vm.dict_set_text(dict, name, class);
    }
    for (alias, class) in [("EnvironmentError", Exceptions::OS_ERROR), ("IOError", Exceptions::OS_ERROR)] {
        vm.dict_set_text(dict, alias, class);
    }
    vm.dict_set_name(dict, Names::DOC, Singletons::NONE);
    vm.dict_set_text(dict, "__debug__", Singletons::TRUE);
    Ok(())
}

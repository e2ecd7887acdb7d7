//! The module `_io`, which `io` rests on.

use ouro_heap::Id;

use super::ModuleSpec;
use crate::types::TypeTable;
use crate::types::io;
use crate::vm::{R, Vm};

/// The declaration of `_io`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec { name: "_io", functions: &[], init: Some(init) }
}

const TYPES: &[Id] = &[
    TypeTable::STRING_IO,
    TypeTable::BYTES_IO,
    TypeTable::TEXT_IO,
    TypeTable::BUFFERED_READER,
    TypeTable::BUFFERED_WRITER,
    TypeTable::BUFFERED_RANDOM,
    TypeTable::FILE_IO,
];

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    let name = vm.intern("open");
    if let Some(open) = vm.dict_get_name(vm.builtins, name) {
        vm.incref(open);
        vm.dict_set_name(dict, name, open);
    }
    for &class in TYPES {
        let name = vm.class(class).name.clone();
        vm.dict_set_text(dict, &name, class);
    }
    for (name, value) in
        [("DEFAULT_BUFFER_SIZE", io::BUFFER_SIZE as i64), ("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2)]
    {
        let value = vm.new_int(value);
        vm.dict_set_text(dict, name, value);
    }
    let unsupported = io::new_unsupported_operation(vm)?;
    vm.dict_set_text(dict, "UnsupportedOperation", unsupported);
    Ok(())
}

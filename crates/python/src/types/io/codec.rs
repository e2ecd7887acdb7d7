//! The objects between text and bytes that CPython makes for a text file. They only show that they are there: the
//! work is done by `text::codec`.

use ouro_heap::Id;

use crate::native::TypeSpec;
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::Vm;

/// The declaration of `encodings.utf_8.IncrementalDecoder`.
pub(crate) fn decoder_spec() -> TypeSpec {
    TypeSpec { module: "encodings.utf_8", weakrefable: true, ..TypeSpec::new("IncrementalDecoder") }
}

/// The declaration of `encodings.utf_8.IncrementalEncoder`.
pub(crate) fn encoder_spec() -> TypeSpec {
    TypeSpec { module: "encodings.utf_8", weakrefable: true, ..TypeSpec::new("IncrementalEncoder") }
}

/// The declaration of `_io.IncrementalNewlineDecoder`.
pub(crate) fn newline_decoder_spec() -> TypeSpec {
    TypeSpec { module: "_io", ..TypeSpec::new("IncrementalNewlineDecoder") }
}

/// One of them.
#[derive(Clone)]
struct Codec {
    /// The decoder that a newline decoder reads from.
    inner: Slot,
    size: usize,
}

impl NativeData for Codec {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.inner.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.inner, released);
    }

    fn size(&self) -> usize {
        self.size
    }

    native_data_boilerplate!();
}

/// What decodes a text file: with newlines translated or recognised, two objects.
pub(super) fn new_decoder(vm: &mut Vm, universal: bool) -> Id {
    let decoder = vm.new_native(TypeTable::INCREMENTAL_DECODER, Codec { inner: None, size: 48 });
    match universal {
        true => vm.new_native(TypeTable::NEWLINE_DECODER, Codec { inner: Some(decoder), size: 56 }),
        false => decoder,
    }
}

/// What encodes a text file.
pub(super) fn new_encoder(vm: &mut Vm) -> Id {
    vm.new_native(TypeTable::INCREMENTAL_ENCODER, Codec { inner: None, size: 48 })
}

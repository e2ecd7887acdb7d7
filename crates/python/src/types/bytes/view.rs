//! Reading bytes out of bytes, bytearrays and memoryviews.

use std::ops::Deref;
use std::rc::Rc;

use ouro_heap::Id;

use crate::object::Data;
use crate::types::memoryview::MemoryView;
use crate::vm::{R, Vm};

/// The bytes of a bytes-like object: holding them borrows nothing.
#[derive(Clone, Debug)]
pub(crate) enum Bytes {
    /// Those of a bytes.
    Shared(Rc<[u8]>),
    /// A copy.
    Copied(Vec<u8>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Bytes::Shared(bytes) => bytes,
            Bytes::Copied(bytes) => bytes,
        }
    }
}

impl Vm {
    /// The bytes of a bytes, bytearray or memoryview that was not released.
    pub(crate) fn bytes_like(&self, id: Id) -> Option<Bytes> {
        match self.data(id) {
            Data::Bytes(bytes) => Some(Bytes::Shared(bytes.clone())),
            Data::ByteArray(array) => Some(Bytes::Copied(array.bytes.clone())),
            Data::Native(_) => self.native::<MemoryView>(id)?.bytes(self).map(Bytes::Copied),
            _ => None,
        }
    }

    /// The bytes of an argument, or TypeError.
    pub(crate) fn expect_bytes(&mut self, id: Id) -> R<Bytes> {
        match self.bytes_like(id) {
            Some(bytes) => Ok(bytes),
            None => Err(self.type_error_for(id, "a bytes-like object is required, not '{}'")),
        }
    }

    /// The bytes of a bytes or bytearray, without a copy.
    pub(crate) fn byte_slice(&self, id: Id) -> Option<&[u8]> {
        match self.data(id) {
            Data::Bytes(bytes) => Some(bytes),
            Data::ByteArray(array) => Some(&array.bytes),
            _ => None,
        }
    }

    /// One byte of a bytes-like object.
    pub(crate) fn byte_at(&self, id: Id, position: usize) -> Option<u8> {
        self.byte_slice(id)?.get(position).copied()
    }

    /// A number that is a byte, or TypeError or ValueError; `what` is "byte" or "bytes".
    pub(crate) fn expect_byte(&mut self, id: Id, what: &str) -> R<u8> {
        let value = match self.int_value(id) {
            Some(value) => value,
            None => self.big_index(id)?.try_into().unwrap_or(-1),
        };
        match u8::try_from(value) {
            Ok(byte) => Ok(byte),
            Err(_) => Err(self.value_error(format!("{what} must be in range(0, 256)"))),
        }
    }

    /// What `find`, `count` and `in` look for: a byte or bytes; `or` is the TypeError for anything else.
    pub(crate) fn expect_part(&mut self, id: Id, or: &str) -> R<Bytes> {
        if let Some(bytes) = self.bytes_like(id) {
            return Ok(bytes);
        }
        if !self.has_index(id) {
            return Err(self.type_error_for(id, or));
        }
        Ok(Bytes::Copied(vec![self.expect_byte(id, "byte")?]))
    }
}

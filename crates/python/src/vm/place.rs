//! Loops over lists, tuples, strs and bytes without iterators (CPython 3.15 bytecodes.c, GET_ITER): the object itself is
//! on the stack, and above it how far the loop has come, which CPython has as a number that is no object.

use ouro_heap::Id;

use super::{FrameFlags, R, Vm};
use crate::bytecode::StoreNote;
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot};
use crate::types::TypeTable;

/// How far a loop has come.
#[derive(Clone)]
struct Place {
    /// Where the next item begins: its index, of a str in bytes.
    at: usize,
    /// Whether the reference to the object does not count: to a constant, or of a local that does not count.
    borrowed: bool,
}

impl NativeData for Place {
    fn is_container(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        0
    }

    native_data_boilerplate!();
}

impl Vm {
    /// Whether this is no object for CPython.
    pub fn is_place(&self, id: Id) -> bool {
        self.native::<Place>(id).is_some()
    }

    /// Whether this is a loop's place in an object whose reference does not count.
    pub(super) fn is_place_in_borrowed(&self, slot: Slot) -> bool {
        slot.and_then(|id| self.native::<Place>(id)).is_some_and(|place| place.borrowed)
    }

    /// `GetIter` with a place: puts an iterator with null onto the stack, or the object itself with its place.
    pub(super) fn push_iterator_and_place(&mut self) -> R<()> {
        let iterable = self.top();
        let place = match self.class_of(iterable) {
            TypeTable::LIST | TypeTable::TUPLE | TypeTable::STR | TypeTable::BYTES => {
                let is_constant = self.borrowed_arguments(self.stack.len() - 1, 1, FrameFlags::default()) != 0;
                let borrowed = is_constant || self.is_store_borrowed(StoreNote::AsLoaded as u16);
                Some(self.new_native(TypeTable::INT, Place { at: 0, borrowed }))
            }
            _ => {
                let iterator = self.scoped(|vm| vm.iter(iterable))?;
                self.replace_top(iterator);
                self.decref(iterable);
                None
            }
        };
        self.stack.push(place);
        Ok(())
    }

    /// The next item, a new reference.
    pub(super) fn next_at(&mut self, iterable: Id, place: Id) -> Slot {
        let at = self.native::<Place>(place).map_or(0, |place| place.at);
        let mut width = 1;
        let item = match self.class_of(iterable) {
            TypeTable::STR => {
                let c = self.str_data(iterable).and_then(|text| text.as_str().get(at..)?.chars().next())?;
                width = c.len_utf8();
                self.new_char(c)
            }
            TypeTable::BYTES => {
                let byte = self.byte_at(iterable, at)?;
                self.new_int(i64::from(byte))
            }
            _ => {
                let item = self.sequence_item(iterable, at)?;
                self.incref(item)
            }
        };
        if let Some(place) = self.native_mut::<Place>(place) {
            place.at += width;
        }
        Some(item)
    }
}

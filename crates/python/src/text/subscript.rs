//! What a key between brackets names in a str or in bytes, and the operators that all sequences share.

use num_traits::ToPrimitive;
use ouro_heap::Id;

use crate::object::Data;
use crate::vm::{R, Vm, adjust_slice, saturating_count, slice_length};

/// Positions that a slice names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Positions {
    /// The first.
    pub start: i64,
    /// How far to the next.
    pub step: i64,
    /// How many there are.
    pub count: usize,
}

impl Positions {
    /// All of them, in order.
    pub(crate) fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |i| (self.start + i * self.step) as usize)
    }
}

/// A key between brackets.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subscript {
    /// One position; `usize::MAX` if it lies before the first.
    Index(usize),
    /// A slice, within the sequence.
    Slice(Positions),
}

impl Vm {
    /// Reads a key for a sequence of this length. `None` if it is neither an index nor a slice.
    pub(crate) fn subscript(&mut self, key: Id, length: usize) -> R<Option<Subscript>> {
        if matches!(self.data(key), Data::Slice(_)) {
            let (start, stop, step) = self.slice_unpack(key)?;
            let (start, stop) = adjust_slice(length, start, stop, step);
            let count = slice_length(start, stop, step);
            return Ok(Some(Subscript::Slice(Positions { start, step, count })));
        }
        if !self.has_index(key) {
            return Ok(None);
        }
        let index = self.subscript_index(key)?;
        let index = if index < 0 { index.saturating_add(length as i64) } else { index };
        Ok(Some(Subscript::Index(usize::try_from(index).unwrap_or(usize::MAX))))
    }

    /// How often to repeat a sequence, 0 for a negative factor; `None` for what is no factor.
    pub(crate) fn repeat_count(&mut self, factor: Id) -> R<Option<usize>> {
        if !self.has_index(factor) {
            return Ok(None);
        }
        match self.big_index(factor)?.to_i64() {
            Some(factor) => Ok(Some(saturating_count(factor))),
            None => {
                let name = self.type_name(factor);
                Err(self.overflow_error(format!("cannot fit '{name}' into an index-sized integer")))
            }
        }
    }
}

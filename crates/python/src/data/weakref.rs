use ouro_heap::Id;

use crate::object::{Slot, take_slot, visit_values};

/// A weak reference or proxy as an object. What it points at is the heap's: `Heap::weakref_target`.
#[derive(Clone, Debug, Default)]
pub struct Weakref {
    /// The callback: an owned reference; the heap's table knows it too.
    pub callback: Slot,
    /// The target's hash, once computed.
    pub hash: Option<i64>,
    /// Attributes of an instance of a subclass, as in `Data::Instance`.
    pub values: Box<[Slot]>,
}

impl Weakref {
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        visit_values(&self.values, visit);
        self.callback.iter().for_each(|&id| visit(id));
    }

    pub(crate) fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.callback, released);
        self.values.iter_mut().for_each(|slot| take_slot(slot, released));
    }
}

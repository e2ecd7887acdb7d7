use std::rc::Rc;

use ouro_heap::Id;

use crate::object::{Slot, take_slot};

/// A module.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name when it was made, for messages.
    pub name: Rc<str>,
    /// `__dict__`: an owned reference.
    pub dict: Slot,
}

impl Module {
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.dict.iter().for_each(|&id| visit(id));
    }

    /// moduleobject.c: `tp_clear` leaves the dict.
    pub(crate) fn clear(&mut self, all: bool, released: &mut Vec<Id>) {
        if all {
            take_slot(&mut self.dict, released);
        }
    }
}

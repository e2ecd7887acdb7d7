use std::rc::Rc;

use ouro_heap::Id;

use super::CodeObject;
use crate::object::{Slot, take_slot};

/// A frame as an object. While the frame runs, its locals are on the machine's stack; when it ends and the object is
/// still referred to, the object takes them over (CPython 3.13 frame.c, take_ownership).
#[derive(Clone, Debug)]
pub struct FrameObject {
    /// The running frame's number, as long as it runs.
    pub running: Option<u32>,
    /// The generator that holds the frame until it ends: borrowed.
    pub generator: Slot,
    /// Its code.
    pub code: Rc<CodeObject>,
    /// The function, or the code that runs without one: an owned reference, taken over at the end. While the frame runs
    /// or belongs to a generator its object holds nothing, as it is not tracked.
    pub function: Slot,
    /// The code as an object: an owned reference, taken over at the end.
    pub code_object: Slot,
    /// The namespace of a module or class: an owned reference, taken over at the end.
    pub namespace: Slot,
    /// What was stored in `f_locals` and is no variable of the code: a dict, owned (f_extra_locals).
    pub extra: Slot,
    /// Locals, and of a generator that ended without running its operands, taken over at the end.
    pub locals: Vec<Slot>,
    /// `f_back`, taken over at the end.
    pub back: Slot,
    /// Index of the instruction it stands at.
    pub instr: u32,
    /// The line it stands at.
    pub line: u32,
}

impl FrameObject {
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        for slot in [self.back, self.namespace, self.extra, self.function, self.code_object] {
            slot.iter().for_each(|&id| visit(id));
        }
        self.locals.iter().flatten().for_each(|&id| visit(id));
    }

    /// frameobject.c, frame_tp_clear and frame_dealloc: `tp_clear` takes the locals.
    pub(crate) fn clear(&mut self, all: bool, released: &mut Vec<Id>) {
        if all {
            take_slot(&mut self.function, released);
            take_slot(&mut self.code_object, released);
            take_slot(&mut self.namespace, released);
        }
        let locals = self.locals.iter_mut().filter_map(Option::take);
        if self.code.releases_in_reverse {
            released.extend(locals.rev());
        } else {
            released.extend(locals);
        }
        if all {
            for slot in [&mut self.back, &mut self.extra] {
                take_slot(slot, released);
            }
        }
    }
}

use ouro_heap::Id;

use crate::object::{Slot, take_slot, visit_values};

/// An exception. Every id is an owned reference.
#[derive(Clone, Debug)]
pub struct Exception {
    /// `args`: a tuple.
    pub args: Slot,
    /// `__dict__`, once there is one.
    pub dict: Slot,
    /// `__notes__` live in the dict; the traceback here: a traceback object.
    pub traceback: Slot,
    /// `__cause__`
    pub cause: Slot,
    /// `__context__`
    pub context: Slot,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// What some types add, by the order of their attributes: `value` of StopIteration; `name`, `obj` of AttributeError
    /// and NameError; `name`, `path`, `name_from` of ImportError; `errno`, `strerror`, `filename` of OSError; `code` of
    /// SystemExit; `message`, `exceptions` of groups; the parts of SyntaxError.
    pub fields: Vec<Slot>,
    /// `__slots__` of subclasses, as in `Data::Instance` from index 1 on.
    pub values: Box<[Slot]>,
}

impl Exception {
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        visit_values(&self.values, visit);
        self.visit_own(visit);
    }

    /// What the builtin type holds (exceptions.c, StopIteration_traverse and its like, BaseException_traverse).
    pub(crate) fn visit_own(&self, visit: &mut dyn FnMut(Id)) {
        let common = [self.dict, self.args, self.traceback, self.cause, self.context];
        self.fields.iter().chain(&common).flatten().for_each(|&id| visit(id));
    }

    /// exceptions.c, BaseException_clear
    pub(crate) fn clear(&mut self, released: &mut Vec<Id>) {
        self.fields.iter_mut().chain(self.values.iter_mut()).for_each(|slot| take_slot(slot, released));
        for slot in [&mut self.dict, &mut self.args, &mut self.traceback, &mut self.cause, &mut self.context] {
            take_slot(slot, released);
        }
    }
}

/// One line of a traceback (`Data::Native`). Every id is an owned reference.
#[derive(Clone, Debug)]
pub struct Traceback {
    /// `tb_next`
    pub next: Slot,
    /// `tb_frame`
    pub frame: Slot,
    /// Index of the instruction that raised or called.
    pub instr: u32,
    /// `tb_lineno`
    pub line: u32,
}

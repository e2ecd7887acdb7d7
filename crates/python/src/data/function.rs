use ouro_heap::Id;

use crate::object::{Slot, take_slot};

/// A function written in Python. Every id is an owned reference.
#[derive(Clone, Debug)]
pub struct Function {
    /// `__code__`
    pub code: Id,
    /// `__globals__`: a dict.
    pub globals: Id,
    /// `__builtins__`: a dict.
    pub builtins: Id,
    /// `__module__`
    pub module: Slot,
    /// `__name__`
    pub name: Id,
    /// `__qualname__`
    pub qualname: Id,
    /// `__doc__`
    pub doc: Slot,
    /// `__defaults__`: a tuple.
    pub defaults: Slot,
    /// `__kwdefaults__`: a dict.
    pub kwdefaults: Slot,
    /// `__annotations__`: a dict, or before anyone asks a tuple of names and values alternately.
    pub annotations: Slot,
    /// `__annotate__`: what computes them.
    pub annotate: Slot,
    /// `__closure__`: a tuple of cells.
    pub closure: Slot,
    /// `__type_params__`: a tuple.
    pub type_params: Slot,
    /// `__dict__`, once there is one.
    pub dict: Slot,
}

impl Function {
    /// funcobject.c, func_traverse
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        visit(self.code);
        visit(self.globals);
        visit(self.builtins);
        self.module.iter().for_each(|&id| visit(id));
        self.defaults.iter().for_each(|&id| visit(id));
        self.kwdefaults.iter().for_each(|&id| visit(id));
        self.doc.iter().for_each(|&id| visit(id));
        visit(self.name);
        self.dict.iter().for_each(|&id| visit(id));
        self.closure.iter().for_each(|&id| visit(id));
        self.annotations.iter().chain(&self.annotate).for_each(|&id| visit(id));
        self.type_params.iter().for_each(|&id| visit(id));
        visit(self.qualname);
    }

    /// funcobject.c, func_clear and func_dealloc. `tp_clear` leaves the names and the code.
    pub(crate) fn clear(&mut self, all: bool, released: &mut Vec<Id>) {
        if all {
            released.extend([self.globals, self.builtins]);
        }
        for slot in [
            &mut self.module,
            &mut self.defaults,
            &mut self.kwdefaults,
            &mut self.doc,
            &mut self.dict,
            &mut self.closure,
            &mut self.annotations,
            &mut self.annotate,
            &mut self.type_params,
        ] {
            take_slot(slot, released);
        }
        if all {
            released.extend([self.code, self.name, self.qualname]);
        }
    }
}

/// A method bound to its receiver. Both ids are owned references.
#[derive(Clone, Copy, Debug)]
pub struct BoundMethod {
    /// `__func__`
    pub function: Id,
    /// `__self__`
    pub receiver: Id,
}

//! Attributes and methods of operands, and their inline caches.

use ouro_heap::Id;

use super::eval::Flow;
use super::{FrameFlags, Names, R, Singletons, Vm};
use crate::bytecode::Instr;
use crate::data::{Cache, CodeObject};
use crate::object::{Data, Slot};
use crate::types::TypeTable;

impl Vm {
    #[inline(always)]
    pub(super) fn cached_attribute(&self, code: &CodeObject, instr: Instr) -> Option<Id> {
        let owner = self.top();
        match self.cache(code, instr) {
            Cache::Value { class, version, index } => {
                if self.class_of(owner) != class || self.class(class).version != version {
                    return None;
                }
                match self.heap.get(owner) {
                    Data::Instance(values) if values[0].is_none() => *values.get(index as usize)?,
                    _ => None,
                }
            }
            Cache::Module { version, position } => match self.heap.get(owner) {
                Data::Module(module) => {
                    Some(self.dict_with_version(module.dict?, version)?.entry(position as usize)?.value)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Remembers where an attribute of an instance is, if it is among its values and nothing on the class comes first.
    pub(super) fn remember_attribute(&mut self, code: &CodeObject, instr: Instr, owner: Id) {
        let name = code.names[instr.a as usize];
        let class = self.class_of(owner);
        match self.heap.get(owner) {
            Data::Instance(values) if values.first().is_some_and(Option::is_none) => {
                if !self.has_generic_getattr(class) || self.type_lookup(class, name).is_some() {
                    return;
                }
                let version = self.class_version(class);
                let c = self.class(class);
                if let Some(index) = c.keys.get(name) {
                    let index = (1 + c.slot_names.len() + index) as u32;
                    self.set_cache(code, instr, Cache::Value { class, version, index });
                }
            }
            Data::Module(module) => {
                let Some(dict) = module.dict else { return };
                if let Some(position) = self.name_position(dict, name) {
                    let version = self.keys_version(dict);
                    self.set_cache(code, instr, Cache::Module { version, position: position as u32 });
                }
            }
            _ => {}
        }
    }

    pub(in crate::vm) fn has_generic_getattr(&self, class: Id) -> bool {
        self.class(class).slots.getattr.map(|f| f as usize)
            == self.class(TypeTable::OBJECT).slots.getattr.map(|f| f as usize)
    }

    pub(super) fn op_load_attr(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let owner = self.top();
        if let Some(getter) = self.property_function(owner, code.names[instr.a as usize]) {
            // The first time CPython holds the property meanwhile.
            let property = self.type_lookup(self.class_of(owner), code.names[instr.a as usize]);
            return self.push_operand_call(getter, 1, property);
        }
        if let Some(function) = self.getattribute_function(owner) {
            let name = code.names[instr.a as usize];
            self.heap.incref(name);
            self.push(name);
            return self.push_operand_call(function, 2, None);
        }
        let mark = self.temps.len();
        let result = self.getattr(owner, code.names[instr.a as usize]);
        self.release_kept(mark);
        let result = result?;
        self.remember_attribute(code, instr, owner);
        let owner = self.replace_top(result);
        self.decref(owner);
        Ok(Flow::Next)
    }

    /// The getter of a property of the object's class, where it is a function that a frame of this loop can run
    /// (specialize.c, LOAD_ATTR_PROPERTY): borrowed.
    pub(super) fn property_function(&mut self, owner: Id, name: Id) -> Slot {
        let class = self.class_of(owner);
        if TypeTable::is_static(class) || !self.has_generic_getattr(class) {
            return None;
        }
        let attribute = self.type_lookup(class, name)?;
        if self.class_of(attribute) != TypeTable::PROPERTY {
            return None;
        }
        let getter = self.property_getter(attribute)?;
        self.takes_exactly(getter, 1).then_some(getter)
    }

    /// `__getitem__` of the container's class, likewise (specialize.c, BINARY_SUBSCR_GETITEM).
    pub(super) fn getitem_function(&mut self, container: Id) -> Slot {
        let class = self.class_of(container);
        if TypeTable::is_static(class) {
            return None;
        }
        let function = self.type_lookup(class, Names::GETITEM)?;
        self.takes_exactly(function, 2).then_some(function)
    }

    /// `__getattribute__` of the object's class, likewise (specialize.c, LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN): not where
    /// there is a `__getattr__` too.
    fn getattribute_function(&mut self, owner: Id) -> Slot {
        let class = self.class_of(owner);
        if TypeTable::is_static(class) || self.has_generic_getattr(class) {
            return None;
        }
        let function = self.type_lookup(class, Names::GETATTRIBUTE)?;
        (self.takes_exactly(function, 2) && self.type_lookup(class, Names::GETATTR).is_none()).then_some(function)
    }

    /// What of the two computes an object's attribute, and how many arguments it takes.
    fn accessor(&mut self, owner: Id, name: Id) -> Option<(Id, usize)> {
        match self.property_function(owner, name) {
            Some(getter) => Some((getter, 1)),
            None => Some((self.getattribute_function(owner)?, 2)),
        }
    }

    /// Whether a function has nothing but positional parameters.
    pub(super) fn has_simple_code(&self, function: Id) -> bool {
        match self.heap.get(function) {
            Data::Function(f) => matches!(self.heap.get(f.code), Data::Code(code) if code.simple),
            _ => false,
        }
    }

    /// Whether an object is a function with so many positional parameters and nothing else to bind.
    pub(super) fn takes_exactly(&self, function: Id, count: u32) -> bool {
        match self.heap.get(function) {
            Data::Function(f) => match self.heap.get(f.code) {
                Data::Code(code) => code.simple && code.code.arg_count == count,
                _ => false,
            },
            _ => false,
        }
    }

    /// Runs a function in place of the instruction, with the top `count` operands as arguments; its result takes their
    /// place. Where that is not specialised they stay on the stack until it ends, and `held_too` with them.
    pub(super) fn push_operand_call(&mut self, function: Id, count: usize, held_too: Slot) -> R<Flow> {
        let floor = self.stack.len() - count;
        let class = self.stack[floor].map_or(Singletons::NONE, |operand| self.class_of(operand));
        let held = self.is_cold(class, true);
        if held {
            if let Some(id) = held_too {
                self.heap.incref(id);
                self.push(id);
            }
            for i in floor..floor + count {
                let operand = self.stack[i];
                operand.iter().for_each(|&id| self.heap.incref(id));
                self.stack.push(operand);
            }
        }
        self.instructions += 1;
        self.heap.incref(function);
        self.push_call(function, floor, count, FrameFlags { held, ..FrameFlags::default() })?;
        Ok(Flow::Switch)
    }

    /// As `LoadAttr`, but a method is not bound: it goes below its receiver.
    pub(super) fn op_load_method(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let owner = self.top();
        let class = self.class_of(owner);
        let name = code.names[instr.a as usize];
        if let Cache::Method { class: cached, version, function } = self.cache(code, instr)
            && cached == class
            && self.class(class).version == version
            && !self.shadows(owner)
        {
            self.heap.incref(function);
            let owner = self.replace_top(function);
            self.push(owner);
            return Ok(Flow::Next);
        }
        if let Some(method) = self.unbound_method(owner, name) {
            let version = self.class_version(class);
            // An instance attribute of the same name would come first: remembered only where there can be none.
            if self.class(class).keys.get(name).is_none() {
                self.set_cache(code, instr, Cache::Method { class, version, function: method });
            }
            self.heap.incref(method);
            let owner = self.replace_top(method);
            self.push(owner);
            return Ok(Flow::Next);
        }
        if self.version.methods_run_accessors
            && let Some((function, count)) = self.accessor(owner, name)
            && !self.is_cold(class, true)
        {
            // The owner becomes the argument.
            let floor = self.stack.len() - 1;
            if count == 2 {
                self.heap.incref(name);
                self.push(name);
            }
            self.heap.incref(function);
            self.push_call(function, floor, count, FrameFlags { entry: true, ..FrameFlags::default() })?;
            let result = self.run_entry()?;
            self.push(result);
            self.stack.push(None);
            return Ok(Flow::Next);
        }
        let mark = self.temps.len();
        let result = self.getattr(owner, name);
        self.release_kept(mark);
        let result = result?;
        let owner = self.replace_top(result);
        self.stack.push(None);
        self.decref(owner);
        Ok(Flow::Next)
    }

    /// The method of an object's class that a call by this name can run without binding it (object.c, _PyObject_GetMethod):
    /// borrowed.
    pub(super) fn unbound_method(&mut self, owner: Id, name: Id) -> Slot {
        let class = self.class_of(owner);
        if !self.has_generic_getattr(class) {
            return None;
        }
        let method = self.type_lookup(class, name)?;
        (self.binds_as_method(method) && self.instance_attribute(owner, name).is_none()).then_some(method)
    }

    /// Whether an object's own attributes could hide a method of its class that has no shared key of that name.
    pub(super) fn shadows(&self, owner: Id) -> bool {
        match self.heap.get(owner) {
            Data::Instance(values) => values.first().is_some_and(Option::is_some),
            Data::Derived(derived) => derived.values.first().is_some_and(Option::is_some),
            Data::List(_) | Data::Str(_) | Data::Dict(_) | Data::Tuple(_) | Data::Set(_) | Data::Int(_) => false,
            _ => self.own_dict(owner).is_some() || matches!(self.heap.get(owner), Data::Class(_)),
        }
    }

    pub(super) fn op_store_attr(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let (value, owner) = self.top_two();
        if let Cache::Value { class, version, index } = self.cache(code, instr)
            && self.class_of(owner) == class
            && self.class(class).version == version
            && let Data::Instance(values) = self.heap.get_mut(owner)
            && values[0].is_none()
            && let Some(rest) = values.get_mut(index as usize..)
            && let Some((slot, later)) = rest.split_first_mut()
            // An attribute that is new and not the last by its key has to be remembered as such.
            && (slot.is_some() || (later.iter().all(Option::is_none) && self.attribute_orders.is_empty()))
        {
            let old = slot.replace(value);
            self.stack.truncate(self.stack.len() - 2);
            self.decref_slot(old);
            self.decref(owner);
            return Ok(Flow::Next);
        }
        let name = code.names[instr.a as usize];
        let mark = self.temps.len();
        let result = self.setattr(owner, name, value);
        self.release_kept(mark);
        result?;
        let class = self.class_of(owner);
        if self.class(class).slots.setattr.map(|f| f as usize)
            == self.class(TypeTable::OBJECT).slots.setattr.map(|f| f as usize)
        {
            self.remember_attribute(code, instr, owner);
        }
        self.drop_operands(2);
        Ok(Flow::Next)
    }
}

//! Names: globals, builtins and namespaces, and the inline caches that remember where they were.

use ouro_heap::Id;

use super::eval::Flow;
use super::{R, Raised, Vm};
use crate::bytecode::Instr;
use crate::data::{Cache, CodeObject};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

impl Vm {
    #[inline(always)]
    pub(super) fn cache(&self, code: &CodeObject, instr: Instr) -> Cache {
        match self.caches.get(code.cache_base as usize + instr.b as usize) {
            Some(cache) if instr.b != u16::MAX => *cache,
            _ => Cache::Empty,
        }
    }

    pub(super) fn set_cache(&mut self, code: &CodeObject, instr: Instr, cache: Cache) {
        if instr.b != u16::MAX
            && let Some(slot) = self.caches.get_mut(code.cache_base as usize + instr.b as usize)
        {
            *slot = cache;
        }
    }

    #[inline(always)]
    pub(super) fn dict_with_version(&self, dict: Id, version: u32) -> Option<&crate::data::Dict> {
        match self.heap.get(dict) {
            Data::Dict(d) if d.current_keys_version() == version => Some(d),
            _ => None,
        }
    }

    #[inline(always)]
    pub(super) fn cached_global(&self, code: &CodeObject, instr: Instr) -> Option<Id> {
        match self.cache(code, instr) {
            Cache::Global { version, position } => {
                let globals = self.frames.last()?.globals;
                Some(self.dict_with_version(globals, version)?.entry(position as usize)?.value)
            }
            Cache::Builtin { globals, builtins, position } => {
                let frame = self.frames.last()?;
                self.dict_with_version(frame.globals, globals)?;
                Some(self.dict_with_version(frame.builtins, builtins)?.entry(position as usize)?.value)
            }
            _ => None,
        }
    }

    pub(super) fn name_position(&self, dict: Id, name: Id) -> Option<usize> {
        let hash = self.str_data(name)?.hash();
        self.dict(dict)?.find_str(&self.heap, name, hash)
    }

    pub(super) fn keys_version(&mut self, dict: Id) -> u32 {
        let mut next = self.next_version;
        let version = self.dict_mut(dict).map_or(0, |d| d.keys_version(&mut next));
        self.next_version = next;
        version
    }

    /// Looks a name up in globals, then builtins, and remembers where it was: borrowed.
    pub(super) fn lookup_global(&mut self, code: &CodeObject, instr: Instr) -> Option<Id> {
        let name = code.names[instr.a as usize];
        let (globals, builtins) = self.frames.last().map(|f| (f.globals, f.builtins))?;
        if let Some(position) = self.name_position(globals, name) {
            let version = self.keys_version(globals);
            self.set_cache(code, instr, Cache::Global { version, position: position as u32 });
            return self.dict(globals)?.entry(position).map(|e| e.value);
        }
        let position = self.name_position(builtins, name)?;
        let (globals, in_builtins) = (self.keys_version(globals), self.keys_version(builtins));
        self.set_cache(code, instr, Cache::Builtin { globals, builtins: in_builtins, position: position as u32 });
        self.dict(builtins)?.entry(position).map(|e| e.value)
    }

    pub(super) fn op_load_global(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        match self.lookup_global(code, instr) {
            Some(id) => {
                self.heap.incref(id);
                self.push(id);
                Ok(Flow::Next)
            }
            None => Err(self.name_error(code.names[instr.a as usize])),
        }
    }

    pub(super) fn op_store_name(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let name = code.names[instr.a as usize];
        let value = self.top();
        let Some(namespace) = self.frames.last().and_then(|f| f.namespace) else {
            return Err(self.raise(Exceptions::SYSTEM_ERROR, "no locals when storing a name"));
        };
        // While the old value dies, the new one is on the stack still, and counted twice (PyDict_SetItem).
        if let Cache::Global { version, position } = self.cache(code, instr)
            && self.dict_with_version(namespace, version).is_some()
        {
            self.heap.incref(value);
            self.dict_maintain_tracking(namespace, name, value);
            if let Some(old) = self.dict_mut(namespace).and_then(|d| d.replace(position as usize, value)) {
                self.decref(old);
            }
        } else if self.class_of(namespace) == TypeTable::DICT {
            self.heap.incref(value);
            self.dict_set_name(namespace, name, value);
            if let Some(position) = self.name_position(namespace, name) {
                let version = self.keys_version(namespace);
                self.set_cache(code, instr, Cache::Global { version, position: position as u32 });
            }
        } else {
            self.setitem(namespace, name, value)?;
        }
        let value = self.pop();
        self.decref(value);
        Ok(Flow::Next)
    }

    pub(super) fn op_load_name(&mut self, code: &CodeObject, instr: Instr) -> R<Flow> {
        let name = code.names[instr.a as usize];
        let Some((namespace, globals)) = self.frames.last().map(|f| (f.namespace, f.globals)) else {
            return Err(self.name_error(name));
        };
        if let Some(namespace) = namespace
            && (namespace != globals || self.class_of(namespace) != TypeTable::DICT)
        {
            let found = if self.class_of(namespace) == TypeTable::DICT {
                self.dict_get_name(namespace, name).map(|id| self.incref(id))
            } else {
                self.mapping_get(namespace, name)?
            };
            if let Some(value) = found {
                self.push(value);
                return Ok(Flow::Next);
            }
        } else if let Some(value) = self.cached_global(code, instr) {
            self.heap.incref(value);
            self.push(value);
            return Ok(Flow::Next);
        }
        self.op_load_global(code, instr)
    }

    /// `mapping[key]`, `None` for KeyError.
    pub(crate) fn mapping_get(&mut self, mapping: Id, key: Id) -> R<Option<Id>> {
        if self.class_of(mapping) == TypeTable::DICT && self.class_of(key) == TypeTable::STR {
            let found = self.dict_get_name(mapping, key);
            return Ok(found.map(|value| self.incref(value)));
        }
        match self.getitem(mapping, key) {
            Ok(value) => Ok(Some(value)),
            Err(raised) => {
                self.expect_raised(raised, Exceptions::KEY_ERROR)?;
                Ok(None)
            }
        }
    }

    #[cold]
    pub(crate) fn name_error(&mut self, name: Id) -> Raised {
        let text = self.name_text(name);
        self.raise_name_error(Exceptions::NAME_ERROR, format!("name '{text}' is not defined"), name)
    }

    #[cold]
    pub(super) fn unbound_local(&mut self, code: &CodeObject, index: u32) -> Raised {
        let name = code.locals[index as usize];
        let text = self.name_text(name);
        let message = format!("cannot access local variable '{text}' where it is not associated with a value");
        // It does not remember the name: only NameError itself does (ceval.c, _PyEval_FormatExcCheckArg).
        self.raise(Exceptions::UNBOUND_LOCAL_ERROR, message)
    }

    #[cold]
    pub(super) fn unbound_free(&mut self, code: &CodeObject, index: u32) -> Raised {
        let is_free = index as usize >= code.locals.len() - code.code.free_count as usize;
        if !is_free {
            return self.unbound_local(code, index);
        }
        let name = code.locals[index as usize];
        let text = self.name_text(name);
        let message =
            format!("cannot access free variable '{text}' where it is not associated with a value in enclosing scope");
        self.raise_name_error(Exceptions::NAME_ERROR, message, name)
    }

    /// NameError, which remembers the name.
    #[cold]
    pub(crate) fn raise_name_error(&mut self, class: Id, message: String, name: Id) -> Raised {
        let text = self.new_str(message);
        let args = self.pack_tuple(vec![text]);
        let exception = self.new_exception(class, args);
        self.heap.incref(name);
        if let Data::Exception(e) = self.heap.get_mut(exception) {
            e.fields = vec![Some(name)];
        }
        self.raise_object(exception)
    }
}

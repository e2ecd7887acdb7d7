//! The table of interned strs: one of each text (CPython 3.13 unicodeobject.c, intern_common). The references that the
//! table has to them do not count.

use std::rc::Rc;

use ouro_heap::Id;

use super::Vm;
use crate::data::Str;
use crate::object::Data;
use crate::types::TypeTable;

impl Vm {
    /// The interned str with this text, made immortal: the parser's names, and the machine's own
    /// (_PyUnicode_InternImmortal).
    pub fn intern(&mut self, text: &str) -> Id {
        if let Some(&id) = self.interned.get(text) {
            if !self.heap.is_immortal(id) {
                self.heap.immortalize(id);
            }
            return id;
        }
        let id = self.intern_new(text);
        self.heap.immortalize(id);
        id
    }

    /// The interned str with this text, a new reference: mortal where the release has such (PyUnicode_InternFromString).
    pub(crate) fn intern_mortal(&mut self, text: &str) -> Id {
        match self.interned.get(text) {
            Some(&id) => self.incref(id),
            None => self.intern_new(text),
        }
    }

    fn intern_new(&mut self, text: &str) -> Id {
        let id = self.alloc_str(Str::new(text));
        self.add_interned(text, id);
        id
    }

    fn add_interned(&mut self, text: &str, id: Id) {
        if let Data::Str(data) = self.heap.get(id) {
            data.set_interned();
        }
        let mut chars = text.chars();
        let shared = chars.next().is_some_and(|c| (c as u32) < 256) && chars.next().is_none();
        if shared || self.version.interning_immortalizes {
            self.heap.immortalize(id);
        }
        self.interned.insert(Rc::from(text), id);
    }

    /// Interns a str, itself if there is none with its text yet (PyUnicode_InternInPlace): borrowed.
    pub fn interned_name(&mut self, name: Id) -> Id {
        if self.heap.is_immortal(name) {
            return name;
        }
        let Some(text) = self.str_text(name) else { return name };
        if let Some(&twin) = self.interned.get(&*text) {
            return twin;
        }
        if self.class_of(name) != TypeTable::STR {
            return self.intern(&text);
        }
        self.add_interned(&text, name);
        name
    }

    /// The interned str with a str's text, if there is one: borrowed.
    #[inline]
    pub fn interned_twin(&self, name: Id) -> Option<Id> {
        if self.heap.is_immortal(name) {
            return Some(name);
        }
        self.interned.get(self.str_data(name)?.as_str()).copied()
    }

    /// Takes a str that dies out of the table.
    pub(crate) fn forget_interned(&mut self, id: Id) {
        let Some(text) = self.str_text(id) else { return };
        if self.interned.get(&*text) == Some(&id) {
            self.interned.remove(&*text);
        }
    }
}

use std::rc::Rc;

use hashbrown::HashMap;
use ouro_heap::Id;

use crate::native::{Layout, TypeSlots};
use crate::object::{Slot, take_slot};

/// Properties of a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassFlags {
    /// Made by a class statement or `type()`, not one of the machine's own (Py_TPFLAGS_HEAPTYPE).
    pub heap_type: bool,
    /// Can be subclassed (Py_TPFLAGS_BASETYPE).
    pub subclassable: bool,
    /// Attributes can be set on the class itself.
    pub mutable: bool,
    /// Instances can have a `__dict__`.
    pub has_dict: bool,
    /// Weak references can point at instances.
    pub weakrefable: bool,
    /// Instances match sequence patterns (Py_TPFLAGS_SEQUENCE).
    pub sequence: bool,
    /// Instances match mapping patterns (Py_TPFLAGS_MAPPING).
    pub mapping: bool,
    /// Has abstract methods left (Py_TPFLAGS_IS_ABSTRACT).
    pub is_abstract: bool,
}

/// The names of the attributes of a class's instances: instances keep only values, by these indices (PEP 412; inline
/// values since CPython 3.11).
#[derive(Clone, Debug)]
pub struct SharedKeys {
    /// Names: str objects, interned. Owned references.
    pub names: Vec<Id>,
    index: HashMap<Id, u32>,
    /// For each name, how many others some instance had assigned before it, once one has assigned it.
    ranks: Vec<Option<u8>>,
    /// How many more names there is room for (dk_usable).
    usable: u8,
}

/// dictobject.c, SHARED_KEYS_MAX_SIZE
const SHARED_KEYS_MAX: u8 = 30;

impl Default for SharedKeys {
    fn default() -> SharedKeys {
        SharedKeys { names: Vec::new(), index: HashMap::new(), ranks: Vec::new(), usable: SHARED_KEYS_MAX }
    }
}

impl SharedKeys {
    /// For how many values there is room (dictobject.c, shared_keys_usable_size).
    pub fn room(&self) -> usize {
        self.names.len() + self.usable as usize
    }

    /// How many bytes an instance needs for them (pycore_object.h, _PyInlineValuesSize): a head, a byte and a reference for
    /// each.
    pub fn values_size(&self) -> usize {
        8 + self.room().next_multiple_of(8) + 8 * self.room()
    }

    /// There is one more instance: room for one value less, as long as there is room for another name
    /// (dictobject.c, init_inline_values).
    pub fn add_instance(&mut self) {
        if self.usable > 1 {
            self.usable -= 1;
        }
    }

    /// A name's place in the order in which instances usually assign their attributes, from now on at least.
    pub fn rank(&mut self, index: usize) -> u8 {
        let next = self.ranks.iter().flatten().count() as u8;
        self.ranks.get_mut(index).map_or(next, |rank| *rank.get_or_insert(next))
    }

    /// The indices of the names in that order.
    pub fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.names.len()).filter(|&i| self.ranks[i].is_some()).collect();
        order.sort_unstable_by_key(|&i| self.ranks[i]);
        order
    }

    /// The index of a name's value.
    #[inline]
    pub fn get(&self, name: Id) -> Option<usize> {
        self.index.get(&name).map(|&i| i as usize)
    }

    /// The index of a name's value, after adding the name if there is room.
    pub fn get_or_add(&mut self, name: Id) -> Option<usize> {
        if let Some(index) = self.get(name) {
            return Some(index);
        }
        self.usable = self.usable.checked_sub(1)?;
        self.ranks.push(None);
        self.index.insert(name, self.names.len() as u32);
        self.names.push(name);
        Some(self.names.len() - 1)
    }
}

/// A class. Every id is an owned reference, except where said.
#[derive(Clone)]
pub struct Class {
    /// `__name__`
    pub name: Rc<str>,
    /// `__qualname__`: a str.
    pub qualname: Id,
    /// `__module__` of a builtin type; a class written in Python has it in its dict.
    pub module: &'static str,
    /// `__base__`: the base whose layout it extends. `None` only for `object`. Owned beside `bases` (tp_base).
    pub base: Slot,
    /// `__bases__`: a tuple.
    pub bases: Slot,
    /// `__mro__`: a tuple, the class itself first.
    pub mro: Slot,
    /// The namespace: a dict.
    pub dict: Slot,
    /// Weak references to direct subclasses, in order of creation: a dict with their addresses as keys, once there is
    /// one (tp_subclasses).
    pub subclasses: Slot,
    /// What `bases` holds, borrowed: to say goodbye to them when the class dies.
    pub direct_bases: Box<[Id]>,
    /// Properties.
    pub flags: ClassFlags,
    /// What instances are made of.
    pub layout: Layout,
    /// The builtin type whose data instances carry (`object` for plain classes): the nearest base of the machine's own. Borrowed.
    pub native_base: Id,
    /// Operations, inherited ones included.
    pub slots: TypeSlots,
    /// Names of `__slots__`, inherited ones first: index in `Data::Instance` is one more.
    pub slot_names: Vec<Rc<str>>,
    /// Names of the other attributes of instances.
    pub keys: SharedKeys,
    /// Changes whenever an attribute of the class or of a base does; 0 while nobody depends on it (tp_version_tag).
    pub version: u32,
    /// `__init__` as it was found at a version: borrowed.
    pub init: (u32, Slot),
    /// A tuple of the names of the slots that `__slots__` declared (ht_slots): it stands on the collector's lists.
    pub slot_tuple: Slot,
}

impl Class {
    /// typeobject.c, type_traverse. What cannot be part of a cycle is not visited: see [`Class::visit_unseen`].
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        for slot in [self.dict, self.mro, self.bases, self.base] {
            slot.iter().for_each(|&id| visit(id));
        }
    }

    /// The references that the collector does not see, for counting them: the name, and the table of
    /// subclasses.
    pub(crate) fn visit_unseen(&self, visit: &mut dyn FnMut(Id)) {
        visit(self.qualname);
        self.slot_tuple.iter().chain(&self.subclasses).chain(&self.keys.names).for_each(|&id| visit(id));
    }

    /// typeobject.c, type_clear and type_dealloc.
    pub(crate) fn clear(&mut self, all: bool, released: &mut Vec<Id>) {
        if !self.flags.heap_type && !all {
            return;
        }
        if all {
            take_slot(&mut self.base, released);
        }
        take_slot(&mut self.dict, released);
        if all {
            take_slot(&mut self.bases, released);
        }
        take_slot(&mut self.mro, released);
        if all {
            take_slot(&mut self.subclasses, released);
            take_slot(&mut self.slot_tuple, released);
            released.push(self.qualname);
            released.append(&mut self.keys.names);
        }
    }
}

//! Sets whose items are compared as Python compares them.

use ouro_heap::Id;

use super::{R, Vm};
use crate::bytecode::Comparison;
use crate::data::Set;
use crate::object::Data;

impl Vm {
    /// What a set or frozenset, or an instance of a subclass, holds.
    pub fn set(&self, id: Id) -> Option<&Set> {
        match self.data(id) {
            Data::Set(set) => Some(set),
            _ => None,
        }
    }

    /// As [`Vm::set`], to change it.
    pub fn set_mut(&mut self, id: Id) -> Option<&mut Set> {
        match self.data_mut(id) {
            Data::Set(set) => Some(set),
            _ => None,
        }
    }

    /// Position of an item, or `None`. Comparing may run code.
    pub fn set_find(&mut self, set: Id, key: Id, hash: i64) -> R<Option<usize>> {
        'again: loop {
            let Some(data) = self.set(set) else { return Ok(None) };
            let mut asks = false;
            let found = data.find(hash, |other| self.same_key(other, key, &mut asks));
            if !asks {
                return Ok(found);
            }
            for position in data.candidates(hash) {
                let Some(other) = self.set(set).and_then(|s| s.key_at(position)) else { continue 'again };
                if other == key {
                    return Ok(Some(position));
                }
                self.heap.incref(other);
                let equal = self.compare_bool(other, key, Comparison::Eq);
                let same = self.set(set).and_then(|s| s.key_at(position)) == Some(other);
                self.decref(other);
                let equal = equal?;
                if !same {
                    continue 'again;
                }
                if equal {
                    return Ok(Some(position));
                }
            }
            return Ok(None);
        }
    }

    /// Untracks a new frozenset of items at hand in releases that do, if it holds no container (CPython 3.15 setobject.c,
    /// make_new_frozenset).
    pub(crate) fn untrack_frozenset(&mut self, set: Id) {
        let holds_container = |items: &Set| items.iter().any(|(_, id)| self.heap.may_be_tracked(id));
        if self.version.frozensets_start_untracked && self.set(set).is_some_and(|items| !holds_container(items)) {
            self.heap.untrack(set);
        }
    }

    /// Adds an item (borrowed) unless an equal one is there: true if it was added.
    pub fn set_add(&mut self, set: Id, key: Id) -> R<bool> {
        let hash = self.hash_for(key, "set element")?;
        self.set_add_hashed(set, key, hash)
    }

    /// As [`Vm::set_add`], with the item's hash at hand. The set takes its reference before it looks for an equal item
    /// (setobject.c, set_add_entry).
    pub fn set_add_hashed(&mut self, set: Id, key: Id, hash: i64) -> R<bool> {
        self.heap.incref(key);
        let result = self.set_add_held(set, key, hash);
        self.decref(key);
        result
    }

    /// Adds an item of which CPython hands the reference over that its caller has (setobject.c, _PySet_AddTakeRef); until
    /// 3.13 there is no such.
    pub(crate) fn set_add_taken(&mut self, set: Id, key: Id) -> R<bool> {
        let hash = self.hash_for(key, "set element")?;
        match self.version.displays_take_items {
            true => self.set_add_held(set, key, hash),
            false => self.set_add_hashed(set, key, hash),
        }
    }

    /// As [`Vm::set_add_hashed`], for an item that the caller holds a reference of its own to meanwhile.
    pub(crate) fn set_add_held(&mut self, set: Id, key: Id, hash: i64) -> R<bool> {
        if self.set_find(set, key, hash)?.is_some() {
            return Ok(false);
        }
        self.heap.incref(key);
        if let Some(s) = self.set_mut(set) {
            s.insert_new(hash, key);
        }
        Ok(true)
    }

    /// Whether an equal item is there.
    pub fn set_contains(&mut self, set: Id, key: Id) -> R<bool> {
        let hash = self.hash_for(key, "set element")?;
        Ok(self.set_find(set, key, hash)?.is_some())
    }
}

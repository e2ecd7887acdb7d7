//! Dicts whose keys are compared as Python compares them: comparing may run code, which may raise, or change the dict.

use ouro_heap::Id;

use super::{R, Vm};
use crate::bytecode::Comparison;
use crate::data::{Dict, Entry};
use crate::object::Data;
use crate::types::TypeTable;

impl Vm {
    /// What a dict, or an instance of a subclass, holds.
    #[inline]
    pub fn dict(&self, id: Id) -> Option<&Dict> {
        match self.data(id) {
            Data::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// As [`Vm::dict`], to change it.
    #[inline]
    pub fn dict_mut(&mut self, id: Id) -> Option<&mut Dict> {
        match self.data_mut(id) {
            Data::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// Position of a key, or `None`. Comparing may run code (dictobject.c, _Py_dict_lookup).
    pub fn dict_find(&mut self, dict: Id, key: Id, hash: i64) -> R<Option<usize>> {
        'again: loop {
            let Some(data) = self.dict(dict) else { return Ok(None) };
            let mut asks = false;
            let found = data.find(hash, |other| self.same_key(other, key, &mut asks));
            if !asks {
                return Ok(found);
            }
            let mut candidates: smallvec::SmallVec<[usize; 4]> = data.candidates(hash).collect();
            // Keys with the same hash are probed in the order of their insertion.
            candidates.sort_unstable();
            for position in candidates {
                let Some(entry) = self.dict(dict).and_then(|d| d.entry(position)) else { continue 'again };
                let other = entry.key;
                if other == key {
                    return Ok(Some(position));
                }
                self.heap.incref(other);
                let equal = self.compare_bool(other, key, Comparison::Eq);
                let same =
                    self.dict(dict).and_then(|d| d.entry(position)).is_some_and(|e| e.key == other && e.hash == hash);
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

    /// Whether two keys are known to be the same without asking them; sets `asks` where they have to be asked.
    #[inline]
    pub(crate) fn same_key(&self, other: Id, key: Id, asks: &mut bool) -> bool {
        other == key
            || self.compare_fast(other, key, Comparison::Eq).unwrap_or_else(|| {
                *asks = true;
                false
            })
    }

    /// The value of a key: borrowed. Raises TypeError for an unhashable key.
    pub fn dict_get(&mut self, dict: Id, key: Id) -> R<Option<Id>> {
        let hash = self.hash_for(key, "dict key")?;
        let position = self.dict_find(dict, key, hash)?;
        Ok(position.and_then(|p| self.dict(dict)?.entry(p)).map(|e| e.value))
    }

    /// Stores an item: key and value are borrowed; the dict takes references of its own, before the key is asked for its
    /// hash (dictobject.c, PyDict_SetItem).
    pub fn dict_set(&mut self, dict: Id, key: Id, value: Id) -> R<()> {
        self.heap.incref(key);
        let result = self.dict_set_taken(dict, key, value);
        self.decref(key);
        result
    }

    /// The same with the key's hash at hand (dictobject.c, _PyDict_SetItem_KnownHash).
    pub fn dict_set_hashed(&mut self, dict: Id, key: Id, hash: i64, value: Id) -> R<()> {
        self.heap.incref(key);
        let result = self.dict_set_found(dict, key, hash, value);
        self.decref(key);
        result
    }

    /// As [`Vm::dict_set`], where CPython hands the references over that its caller has (_PyDict_SetItem_Take2).
    pub(crate) fn dict_set_taken(&mut self, dict: Id, key: Id, value: Id) -> R<()> {
        let hash = self.hash_for(key, "dict key")?;
        self.dict_set_found(dict, key, hash, value)
    }

    fn dict_set_found(&mut self, dict: Id, key: Id, hash: i64, value: Id) -> R<()> {
        let position = self.dict_find(dict, key, hash)?;
        self.heap.incref(value);
        match position {
            Some(position) => {
                self.dict_maintain_tracking(dict, key, value);
                if let Some(old) = self.dict_mut(dict).and_then(|d| d.replace(position, value)) {
                    self.decref(old);
                }
            }
            None => self.dict_insert(dict, key, hash, value),
        }
        Ok(())
    }

    /// Adds an item whose key is not there yet; key borrowed, the value's reference taken over.
    pub(crate) fn dict_insert(&mut self, dict: Id, key: Id, hash: i64, value: Id) {
        self.dict_maintain_tracking(dict, key, value);
        let key_is_str = self.class_of(key) == TypeTable::STR;
        let fits = self.version.tables_fit;
        let mut place = None;
        if key_is_str && let Some(class) = self.dict(dict).and_then(Dict::shares_keys_of) {
            let key = self.interned_name(key);
            place = self.shared_key(class, key);
            if place.is_none() {
                self.end_key_sharing(dict);
            }
        }
        let Some(data) = self.dict_mut(dict) else { return };
        data.insert_new(hash, key, value, key_is_str, fits);
        if let Some(place) = place {
            data.set_last_place(place);
        }
        let ordered = data.is_ordered();
        self.heap.incref(key);
        if ordered {
            self.heap.incref(key);
        }
    }

    /// Takes the item at a position out: the caller gets one reference to the key, and that to the value.
    pub(crate) fn dict_take(&mut self, dict: Id, position: usize) -> Option<Entry> {
        let data = self.dict_mut(dict)?;
        let entry = data.remove(position)?;
        if data.is_ordered() {
            self.decref(entry.key);
        }
        Some(entry)
    }

    /// Removes a key: its value as a new reference, or `None`.
    pub fn dict_remove(&mut self, dict: Id, key: Id) -> R<Option<Id>> {
        let hash = self.hash_for(key, "dict key")?;
        let Some(position) = self.dict_find(dict, key, hash)? else { return Ok(None) };
        let Some(entry) = self.dict_take(dict, position) else { return Ok(None) };
        self.decref(entry.key);
        Ok(Some(entry.value))
    }

    /// The value of an exact str key: borrowed. Runs no code where all keys are strs, as in namespaces; a key of
    /// another type is never equal here.
    #[inline]
    pub fn dict_get_name(&self, dict: Id, name: Id) -> Option<Id> {
        let data = self.dict(dict)?;
        let hash = self.str_data(name)?.hash();
        let position = data.find_str(&self.heap, name, hash)?;
        data.entry(position).map(|e| e.value)
    }

    /// Stores under a name in a namespace. The name is borrowed; the value's reference is taken over.
    pub fn dict_set_name(&mut self, dict: Id, name: Id, value: Id) {
        let Some(hash) = self.str_data(name).map(|s| s.hash()) else { return };
        self.dict_maintain_tracking(dict, name, value);
        let position = self.dict(dict).and_then(|d| d.find_str(&self.heap, name, hash));
        match position {
            Some(position) => {
                if let Some(old) = self.dict_mut(dict).and_then(|d| d.replace(position, value)) {
                    self.decref(old);
                }
            }
            None => self.dict_insert(dict, name, hash, value),
        }
    }

    /// Stores under a text in a namespace. The value's reference is taken over.
    pub fn dict_set_text(&mut self, dict: Id, name: &str, value: Id) {
        let name = self.intern(name);
        self.dict_set_name(dict, name, value);
    }

    /// Removes a name from a namespace: false if it is not there.
    pub fn dict_remove_name(&mut self, dict: Id, name: Id) -> bool {
        let Some(hash) = self.str_data(name).map(|s| s.hash()) else { return false };
        let Some(position) = self.dict(dict).and_then(|d| d.find_str(&self.heap, name, hash)) else { return false };
        let Some(entry) = self.dict_take(dict, position) else { return false };
        self.decref(entry.key);
        self.decref(entry.value);
        true
    }

    /// Tracks a dict once it holds what may be tracked (dictobject.c, MAINTAIN_TRACKING).
    #[inline]
    pub fn dict_maintain_tracking(&mut self, dict: Id, key: Id, value: Id) {
        if !self.heap.is_tracked(dict) && (self.heap.may_be_tracked(value) || self.heap.may_be_tracked(key)) {
            self.heap.track(dict);
        }
    }
}

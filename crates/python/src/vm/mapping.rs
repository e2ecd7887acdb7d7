//! Filling dicts from mappings, iterables and keyword arguments (CPython 3.13 dictobject.c).

use ouro_heap::Id;

use super::{Names, R, Raised, Singletons, Vm, block};
use crate::data::{Dict, Entry};
use crate::object::{Data, Kind};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// What to do with a key that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Merge {
    /// The new value takes its place.
    Replace,
    /// KeyError.
    Refuse,
}

impl Vm {
    /// Whether an object is a dict that is iterated as dicts are: it can be read without calling its methods.
    pub(crate) fn is_plain_dict(&mut self, object: Id) -> bool {
        let class = self.class_of(object);
        class == TypeTable::DICT
            || self.dict(object).is_some()
                && self.type_lookup(class, Names::ITER) == self.type_lookup(TypeTable::DICT, Names::ITER)
    }

    /// An empty dict that comes from no free list.
    pub(crate) fn new_dict_by_class(&mut self) -> Id {
        self.new_dict_by_class_from(Dict::default())
    }

    /// A dict that comes from no free list. It takes the references of its items.
    fn new_dict_by_class_from(&mut self, dict: Dict) -> Id {
        let dict = self.heap.alloc_by_class(Kind::of(TypeTable::DICT), Data::Dict(Box::new(dict)), block::DICT);
        if self.version.dicts_start_tracked {
            self.heap.track(dict);
        }
        dict
    }

    /// An exact dict with the items of a dict or of an instance of a subclass: a new reference (PyDict_Copy).
    pub(crate) fn dict_copy(&mut self, dict: Id) -> R<Id> {
        let plain = self.is_plain_dict(dict);
        let copy = match self.dict(dict) {
            Some(data) if plain && !data.is_empty() && data.copies_table() => Some(data.copy_table()),
            _ => None,
        };
        if let Some(copy) = copy {
            for entry in copy.iter() {
                self.heap.incref(entry.key);
                self.heap.incref(entry.value);
            }
            let tracked = self.heap.is_tracked(dict);
            // One that shares its keys comes from no free list.
            let copy = match copy.shares_keys_of() {
                Some(_) => self.new_dict_by_class_from(copy),
                None => self.new_dict_from(copy),
            };
            if tracked {
                self.heap.track(copy);
            }
            return Ok(copy);
        }
        let copy = if self.version.copies_made_by_class { self.new_dict_by_class() } else { self.new_dict() };
        match self.dict_merge(copy, dict, Merge::Replace) {
            Ok(()) => Ok(copy),
            Err(raised) => {
                self.decref(copy);
                Err(raised)
            }
        }
    }

    /// Adds the items of a mapping to a dict (dict_merge). The mapping has `keys`, or AttributeError.
    pub(crate) fn dict_merge(&mut self, dict: Id, mapping: Id, merge: Merge) -> R<()> {
        if self.is_plain_dict(mapping) {
            self.merge_dict(dict, mapping, merge)
        } else {
            self.merge_mapping(dict, mapping, merge)
        }
    }

    fn merge_dict(&mut self, dict: Id, other: Id, merge: Merge) -> R<()> {
        let Some(source) = self.dict(other) else { return Ok(()) };
        if dict == other || source.is_empty() {
            return Ok(());
        }
        let (count, general) = (source.len(), source.is_general());
        let was_empty = self.dict(dict).is_some_and(|d| d.is_empty() && !d.is_ordered());
        if was_empty && source.merges_table() {
            let copy = source.copy_table();
            for entry in copy.iter() {
                self.heap.incref(entry.key);
                self.heap.incref(entry.value);
            }
            if self.heap.is_tracked(other) && !self.heap.is_tracked(dict) {
                self.heap.track(dict);
            }
            if let Some(target) = self.dict_mut(dict) {
                *target = copy;
            }
            return Ok(());
        }
        let fits = self.version.tables_fit;
        if let Some(target) = self.dict_mut(dict) {
            target.reserve_for_merge(count, general, fits);
        }
        let mut position = 0;
        let positions = self.dict(other).map_or(0, |d| d.positions());
        while let Some((at, &Entry { hash, key, value })) = self.dict(other).and_then(|d| d.next_entry(position)) {
            position = at + 1;
            self.heap.incref(key);
            self.heap.incref(value);
            let result = self.merge_item(dict, key, hash, value, merge);
            self.decref(key);
            self.decref(value);
            result?;
            if self.dict(other).is_none_or(|d| d.positions() != positions) {
                return Err(self.raise(Exceptions::RUNTIME_ERROR, "dict mutated during update"));
            }
        }
        Ok(())
    }

    fn merge_item(&mut self, dict: Id, key: Id, hash: i64, value: Id, merge: Merge) -> R<()> {
        if merge == Merge::Refuse && self.dict_find(dict, key, hash)?.is_some() {
            return Err(self.key_error(key));
        }
        self.dict_set_hashed(dict, key, hash, value)
    }

    /// The list that `keys` of a mapping gives, or one of what it gives: a new reference (PyMapping_Keys).
    fn mapping_keys(&mut self, mapping: Id) -> R<Id> {
        let keys = self.vectorcall_method(mapping, Names::KEYS, &[])?;
        if self.class_of(keys) == TypeTable::LIST {
            return Ok(keys);
        }
        let iterator = self.iter(keys);
        self.decref(keys);
        let iterator = iterator?;
        let keys = self.list_from(iterator);
        self.decref(iterator);
        keys
    }

    fn merge_mapping(&mut self, dict: Id, mapping: Id, merge: Merge) -> R<()> {
        let keys = self.mapping_keys(mapping)?;
        let iterator = self.iter(keys);
        self.decref(keys);
        let iterator = iterator?;
        let result = loop {
            let key = match self.step(iterator) {
                Ok(Some(key)) => key,
                Ok(None) => break Ok(()),
                Err(raised) => break Err(raised),
            };
            let result = self.merge_key(dict, mapping, key, merge);
            self.decref(key);
            if result.is_err() {
                break result;
            }
        };
        self.decref(iterator);
        result
    }

    fn merge_key(&mut self, dict: Id, mapping: Id, key: Id, merge: Merge) -> R<()> {
        let hash = self.hash_for(key, "dict key")?;
        if merge == Merge::Refuse && self.dict_find(dict, key, hash)?.is_some() {
            return Err(self.key_error(key));
        }
        let value = self.getitem(mapping, key)?;
        let result = self.dict_set_hashed(dict, key, hash, value);
        self.decref(value);
        result
    }

    /// Adds the items of a mapping to a dict, or TypeError "'int' object is not a mapping": `{**mapping}`.
    pub fn dict_update(&mut self, dict: Id, mapping: Id) -> R<()> {
        match self.dict_merge(dict, mapping, Merge::Replace) {
            Err(raised) if self.abort.is_none() && self.is_raised(&raised, Exceptions::ATTRIBUTE_ERROR) => {
                self.discard(raised);
                Err(self.type_error_for(mapping, "'{}' object is not a mapping"))
            }
            result => result,
        }
    }

    /// Adds the items of a mapping to the keyword arguments of a call of `function`: TypeError for what is no mapping,
    /// and for an argument given before (ceval.c, format_kwargs_error).
    pub fn dict_merge_kwargs(&mut self, dict: Id, mapping: Id, function: Id) -> R<()> {
        let Err(raised) = self.dict_merge(dict, mapping, Merge::Refuse) else { return Ok(()) };
        if self.abort.is_some() {
            return Err(raised);
        }
        if self.is_raised(&raised, Exceptions::ATTRIBUTE_ERROR) {
            self.discard(raised);
            let name = self.function_text(function);
            let given = self.type_name(mapping);
            return Err(self.type_error(format!("{name} argument after ** must be a mapping, not {given}")));
        }
        if self.is_raised(&raised, Exceptions::KEY_ERROR) {
            return Err(self.repeated_keyword(raised, function));
        }
        Err(raised)
    }

    fn repeated_keyword(&mut self, raised: Raised, function: Id) -> Raised {
        let Some(exception) = self.catch(raised) else {
            return self.type_error("keywords must be strings");
        };
        let exception = self.keep(exception);
        let key = match self.heap.get(exception) {
            crate::object::Data::Exception(data) => data.args.and_then(|args| self.sequence_item(args, 0)),
            _ => None,
        };
        let Some(key) = key.and_then(|key| self.str_text(key)) else {
            return self.type_error("keywords must be strings");
        };
        let name = self.function_text(function);
        self.type_error(format!("{name} got multiple values for keyword argument '{key}'"))
    }

    /// What `dict(argument)` and `dict.update(argument)` add: a mapping's items, or pairs (dict_update_arg).
    pub(crate) fn dict_update_from(&mut self, dict: Id, argument: Id) -> R<()> {
        if self.class_of(argument) == TypeTable::DICT {
            return self.dict_merge(dict, argument, Merge::Replace);
        }
        match self.getattr_opt(argument, Names::KEYS)? {
            Some(keys) => {
                self.decref(keys);
                self.dict_merge(dict, argument, Merge::Replace)
            }
            None => self.dict_merge_pairs(dict, argument),
        }
    }

    /// The items of a set or the keys of a dict with their hashes, which are not asked for again then: new references.
    /// `None` for anything else, subclasses included.
    pub(crate) fn hashed_items(&mut self, iterable: Id) -> Option<Vec<(i64, Id)>> {
        let items: Vec<(i64, Id)> = match self.heap.get(iterable) {
            Data::Dict(dict) => dict.iter().map(|entry| (entry.hash, entry.key)).collect(),
            Data::Set(set) => set.iter().collect(),
            _ => return None,
        };
        items.iter().for_each(|&(_, key)| self.heap.incref(key));
        Some(items)
    }

    /// dictobject.c, merge_from_seq2_lock_held
    fn dict_merge_pairs(&mut self, dict: Id, pairs: Id) -> R<()> {
        let mut number = 0usize;
        self.for_each(pairs, |vm, pair| {
            let result = vm.dict_merge_pair(dict, pair, number);
            vm.decref(pair);
            number += 1;
            result.map(|()| true)
        })
    }

    fn dict_merge_pair(&mut self, dict: Id, pair: Id, number: usize) -> R<()> {
        let items = match self.collect(pair) {
            Ok(items) => items,
            Err(raised) => {
                self.expect_raised(raised, Exceptions::TYPE_ERROR)?;
                let message = format!("annot convert dictionary update sequence element #{number} to a sequence");
                if self.version.pairs_fail_with_note {
                    let raised = self.type_error("object is not iterable");
                    return Err(self.add_note(raised, format!("C{message}")));
                }
                return Err(self.type_error(format!("c{message}")));
            }
        };
        let result = match items[..] {
            [key, value] => self.dict_set(dict, key, value),
            _ => Err(self.value_error(format!(
                "dictionary update sequence element #{number} has length {}; 2 is required",
                items.len()
            ))),
        };
        self.decref_all(items);
        result
    }

    /// The items of an exact dict, its keys view, values view or items view as `list.extend` takes them over: new
    /// references; `None` for anything else.
    pub(crate) fn dict_view_items(&mut self, view: Id) -> Option<Vec<Id>> {
        let class = self.class_of(view);
        let dict = crate::types::dict_views::viewed(self, view)?;
        let entries: Vec<Entry> = self.dict(dict)?.iter().copied().collect();
        let mut items = Vec::with_capacity(entries.len());
        for Entry { key, value, .. } in entries {
            items.push(if self.is_subclass(class, TypeTable::DICT_KEYS) {
                self.incref(key)
            } else if self.is_subclass(class, TypeTable::DICT_VALUES) {
                self.incref(value)
            } else {
                self.heap.incref(key);
                self.heap.incref(value);
                self.pack_tuple(vec![key, value])
            });
        }
        Some(items)
    }

    /// The value of a key, or the result of `__missing__`, or KeyError: `dict[key]` (dict_subscript).
    pub(crate) fn dict_subscript(&mut self, dict: Id, key: Id) -> R<Id> {
        if let Some(value) = self.dict_get(dict, key)? {
            return Ok(self.incref(value));
        }
        let class = self.class_of(dict);
        if class != TypeTable::DICT && self.type_lookup(class, Names::MISSING).is_some() {
            return self.call_method(dict, Names::MISSING, &[key]);
        }
        Err(self.key_error(key))
    }

    /// What a method returns for "there is none": a new reference to the default, or None.
    pub(crate) fn default_or_none(&mut self, default: Option<Id>) -> Id {
        self.incref(default.unwrap_or(Singletons::NONE))
    }
}

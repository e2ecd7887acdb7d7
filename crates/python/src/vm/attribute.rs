//! Attributes (CPython 3.13 object.c, PyObject_GenericGetAttr and its kin; typeobject.c, _PyType_Lookup).

use std::rc::Rc;

use ouro_heap::Id;
use smallvec::SmallVec;

use super::{Names, R, Singletons, Vm};
use crate::data::{Dict, SharedKeys};
use crate::native::NativeKind;
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::version::{InlineValues, RememberedAttributes};

impl Vm {
    /// An attribute of a class or of one of its bases, as it stands in their dicts: borrowed.
    #[inline]
    pub fn type_lookup(&mut self, class: Id, name: Id) -> Option<Id> {
        let version = self.class_version(class);
        if let Some(&found) = self.method_cache.get(&(version, name)) {
            return found;
        }
        let found = self.type_lookup_uncached(class, name);
        // The entry has a reference to its name (MCACHE_CACHEABLE_NAME).
        if self.class_of(name) != TypeTable::STR || self.str_data(name).is_some_and(|name| name.char_count() > 100) {
            return found;
        }
        // Entries of old versions are never asked for again; a bound keeps them from piling up.
        if self.method_cache.len() >= 1 << 14 {
            self.clear_method_cache();
        }
        if self.method_cache.insert((version, name), found).is_none() {
            self.heap.incref(name);
        }
        found
    }

    /// Forgets what lookups found, and lets go of their names.
    pub(crate) fn clear_method_cache(&mut self) {
        let mut names: Vec<Id> = self.method_cache.drain().map(|((_, name), _)| name).collect();
        names.sort();
        self.decref_all(names);
    }

    fn type_lookup_uncached(&self, class: Id, name: Id) -> Option<Id> {
        let mro = self.class(class).mro?;
        for &base in self.tuple_items(mro)? {
            if let Some(dict) = self.class(base).dict
                && let Some(found) = self.dict_get_name(dict, name)
            {
                return Some(found);
            }
        }
        None
    }

    /// The class's version: a number that changes when an attribute of it or of a base changes.
    #[inline]
    pub fn class_version(&mut self, class: Id) -> u32 {
        let version = self.class(class).version;
        if version != 0 {
            return version;
        }
        self.assign_class_version(class)
    }

    #[cold]
    fn assign_class_version(&mut self, class: Id) -> u32 {
        // A base without a version would not know that its subclasses depend on it (assign_version_tag).
        let bases: Vec<Id> = match self.class(class).bases.and_then(|b| self.tuple_items(b)) {
            Some(bases) => bases.to_vec(),
            None => Vec::new(),
        };
        for base in bases {
            self.class_version(base);
        }
        self.next_version = self.next_version.wrapping_add(1).max(1);
        let version = self.next_version;
        if let Some(c) = self.class_mut(class) {
            c.version = version;
        }
        version
    }

    /// Whether a class attribute becomes a method of an instance by binding it as first argument: no object has to be
    /// made for the call (Py_TPFLAGS_METHOD_DESCRIPTOR).
    #[inline]
    pub fn binds_as_method(&self, attribute: Id) -> bool {
        match self.heap.get(attribute) {
            Data::Function(_) => true,
            Data::MethodDescriptor(native, _) => native.kind == NativeKind::Method,
            _ => [TypeTable::SLOT_WRAPPER, TypeTable::LRU_CACHE].contains(&self.class_of(attribute)),
        }
    }

    /// `object.name`
    pub fn getattr(&mut self, object: Id, name: Id) -> R<Id> {
        match self.class(self.class_of(object)).slots.getattr {
            Some(getattr) => getattr(self, object, name),
            None => self.generic_getattr(object, name),
        }
    }

    /// `object.name`, or `None` where that is an AttributeError. Where the lookup is an object's, a class's or a module's
    /// own, no exception is made (object.c, PyObject_GetOptionalAttr).
    pub fn getattr_opt(&mut self, object: Id, name: Id) -> R<Option<Id>> {
        let lookup_of = |class: Id| self.class(class).slots.getattr.map(|lookup| lookup as usize);
        let lookup = lookup_of(self.class_of(object));
        let result = if lookup.is_none() || lookup == lookup_of(TypeTable::OBJECT) {
            self.generic_getattr_opt(object, name)
        } else if lookup == lookup_of(TypeTable::TYPE) {
            crate::types::type_::getattr_opt(self, object, name)
        } else if lookup == lookup_of(TypeTable::MODULE) {
            crate::types::module::getattr_opt(self, object, name)
        } else {
            self.getattr(object, name).map(Some)
        };
        match result {
            Ok(value) => Ok(value),
            Err(raised) => {
                self.expect_raised(raised, Exceptions::ATTRIBUTE_ERROR)?;
                Ok(None)
            }
        }
    }

    /// `object.name = value`
    pub fn setattr(&mut self, object: Id, name: Id, value: Id) -> R<()> {
        self.setattr_slot(object, name, Some(value))
    }

    /// `del object.name`
    pub fn delattr(&mut self, object: Id, name: Id) -> R<()> {
        self.setattr_slot(object, name, None)
    }

    /// Sets an attribute, or deletes it.
    pub fn setattr_slot(&mut self, object: Id, name: Id, value: Slot) -> R<()> {
        match self.class(self.class_of(object)).slots.setattr {
            Some(setattr) => setattr(self, object, name, value),
            None => self.generic_setattr(object, name, value),
        }
    }

    /// PyObject_GenericGetAttr
    pub fn generic_getattr(&mut self, object: Id, name: Id) -> R<Id> {
        match self.generic_getattr_opt(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.attribute_error(object, name)),
        }
    }

    /// As [`Vm::generic_getattr`], `None` where there is no such attribute.
    pub(crate) fn generic_getattr_opt(&mut self, object: Id, name: Id) -> R<Option<Id>> {
        let class = self.class_of(object);
        let attribute = self.type_lookup(class, name);
        let mut get = None;
        if let Some(attribute) = attribute {
            let slots = &self.class(self.class_of(attribute)).slots;
            get = slots.descr_get;
            if let Some(get) = get
                && slots.descr_set.is_some()
            {
                self.heap.incref(attribute);
                let result = get(self, attribute, Some(object), Some(class));
                self.decref(attribute);
                return result.map(Some);
            }
        }
        if let Some(value) = self.instance_attribute(object, name) {
            return Ok(Some(self.incref(value)));
        }
        match (attribute, get) {
            (Some(attribute), Some(get)) => {
                self.heap.incref(attribute);
                let result = get(self, attribute, Some(object), Some(class));
                self.decref(attribute);
                result.map(Some)
            }
            (Some(attribute), None) => Ok(Some(self.incref(attribute))),
            (None, _) => Ok(None),
        }
    }

    /// AttributeError "'A' object has no attribute 'x'", which remembers the name and the object.
    #[cold]
    pub fn attribute_error(&mut self, object: Id, name: Id) -> super::Raised {
        let text = match self.str_text(name) {
            Some(text) => text.to_string(),
            None => String::new(),
        };
        let message = self.no_attribute(object, &text);
        self.raise_attribute_error(message, object, name)
    }

    fn no_attribute(&self, object: Id, name: &str) -> String {
        match self.heap.get(object) {
            Data::Class(class) => format!("type object '{}' has no attribute '{name}'", class.name),
            _ => format!("'{}' object has no attribute '{name}'", self.type_name(object)),
        }
    }

    /// AttributeError with a message of its own.
    #[cold]
    pub fn raise_attribute_error(&mut self, message: String, object: Id, name: Id) -> super::Raised {
        let text = self.new_str(message);
        let args = self.pack_tuple(vec![text]);
        let exception = self.new_exception(Exceptions::ATTRIBUTE_ERROR, args);
        self.heap.incref(name);
        self.heap.incref(object);
        if let Data::Exception(e) = self.heap.get_mut(exception) {
            e.fields = vec![Some(name), Some(object)];
        }
        self.raise_object(exception)
    }

    /// An attribute in the object's own values or dict: borrowed.
    pub fn instance_attribute(&self, object: Id, name: Id) -> Slot {
        let class = self.class(self.class_of(object));
        if let Some(values) = self.instance_values(object) {
            return match values.first().copied().flatten() {
                Some(dict) => self.dict_get_name(dict, name),
                None => {
                    let index = class.keys.get(self.interned_twin(name)?)?;
                    values.get(1 + class.slot_names.len() + index).copied().flatten()
                }
            };
        }
        self.dict_get_name(self.own_dict(object)?, name)
    }

    /// The `__dict__` of an object that keeps it apart: borrowed. Instances of classes written in Python have values
    /// instead until somebody asks.
    pub fn own_dict(&self, object: Id) -> Slot {
        match self.heap.get(object) {
            Data::Instance(values) => values.first().copied().flatten(),
            Data::Derived(derived) => derived.values.first().copied().flatten(),
            Data::Weakref(weakref) => weakref.values.first().copied().flatten(),
            Data::Exception(exception) => exception.dict,
            Data::Function(function) => function.dict,
            Data::Module(module) => module.dict,
            Data::Native(native) => native.dict(),
            _ => None,
        }
    }

    /// The values of an instance that has them: `__dict__`, slots, attributes.
    #[inline]
    pub fn instance_values(&self, object: Id) -> Option<&[Slot]> {
        match self.heap.get(object) {
            Data::Instance(values) => Some(values),
            Data::Derived(derived) => Some(&derived.values),
            Data::Weakref(weakref) if !weakref.values.is_empty() => Some(&weakref.values),
            _ => None,
        }
    }

    /// As [`Vm::instance_values`], to change or extend them.
    pub fn instance_values_mut(&mut self, object: Id) -> Option<&mut Box<[Slot]>> {
        match self.heap.get_mut(object) {
            Data::Instance(values) => Some(values),
            Data::Derived(derived) => Some(&mut derived.values),
            Data::Weakref(weakref) if !weakref.values.is_empty() => Some(&mut weakref.values),
            _ => None,
        }
    }

    /// PyObject_GenericSetAttr: deletes for `None`.
    pub fn generic_setattr(&mut self, object: Id, name: Id, value: Slot) -> R<()> {
        let class = self.class_of(object);
        let attribute = self.type_lookup(class, name);
        if let Some(attribute) = attribute
            && let Some(set) = self.class(self.class_of(attribute)).slots.descr_set
        {
            // The class is held as well (object.c, _PyObject_GenericSetAttrWithDict).
            self.heap.incref(attribute);
            self.heap.incref(class);
            let result = set(self, attribute, object, value);
            self.decref(attribute);
            self.decref(class);
            return result;
        }
        let release = self.version.remembered_attributes;
        let (message, remembered) = match self.set_instance_attribute(object, name, value) {
            Some(true) => return Ok(()),
            Some(false) => {
                let among_values = self.keeps_inline_values(class);
                let message = self.no_attribute(object, &self.name_text(name));
                (message, release > RememberedAttributes::AllButValues || !among_values)
            }
            None => {
                let text = self.name_text(name);
                let class_name = self.type_name(object);
                let message = if attribute.is_some() {
                    format!("'{class_name}' object attribute '{text}' is read-only")
                } else if self.version.number >= (3, 13, 0) && !self.overrides_setattr(class) {
                    format!(
                        "'{class_name}' object has no attribute '{text}' and no __dict__ for setting new attributes"
                    )
                } else {
                    format!("'{class_name}' object has no attribute '{text}'")
                };
                (message, attribute.is_none())
            }
        };
        Err(match remembered && release > RememberedAttributes::Read {
            true => self.raise_attribute_error(message, object, name),
            false => self.raise(Exceptions::ATTRIBUTE_ERROR, message),
        })
    }

    /// Whether a class has a `__setattr__` or `__delattr__` written in Python.
    fn overrides_setattr(&mut self, class: Id) -> bool {
        [Names::SETATTR, Names::DELATTR].into_iter().any(|name| {
            let method = self.type_lookup(class, name);
            method.is_some_and(|method| self.class_of(method) != TypeTable::SLOT_WRAPPER)
        })
    }

    /// Sets an attribute among the object's own (value borrowed), or deletes it. `Some(false)` if there was none to
    /// delete, `None` if the object has no room for attributes.
    pub fn set_instance_attribute(&mut self, object: Id, name: Id, value: Slot) -> Option<bool> {
        let class = self.class_of(object);
        if !self.class(class).flags.has_dict {
            return None;
        }
        if let Some(dict) = self.own_dict(object) {
            let untracked = !self.heap.is_tracked(dict);
            let done = self.set_in_dict(dict, name, value);
            // It goes past the dict, to where the values are (3.13.0 dictobject.c, store_instance_attr_lock_held).
            if untracked && self.heap.shares_values(object).is_some() && self.heap.is_tracked(dict) {
                self.heap.untrack(dict);
            }
            return Some(done);
        }
        if self.keeps_inline_values(class) && self.instance_values(object).is_some() && !self.gave_values_up(object) {
            let base = 1 + self.class(class).slot_names.len();
            let name = self.interned_name(name);
            if value.is_none() {
                let Some(index) = self.class(class).keys.get(name).map(|i| base + i) else { return Some(false) };
                if values_get(self.instance_values(object)?, index).is_none() {
                    return Some(false);
                }
                let old = self.instance_values_mut(object)?.get_mut(index)?.take();
                if let Some(order) = self.attribute_orders.get_mut(&object) {
                    order.retain(|&i| i as usize != index - base);
                }
                self.decref_slot(old);
                return Some(true);
            }
            if let Some(index) = self.shared_key(class, name) {
                self.note_attribute_order(object, class, base, index);
                let index = base + index;
                let values = self.instance_values_mut(object)?;
                if index >= values.len() {
                    let mut longer = std::mem::take(values).into_vec();
                    longer.resize(index + 1, None);
                    *values = longer.into_boxed_slice();
                }
                let old = std::mem::replace(&mut values[index], value);
                if let Some(value) = value {
                    self.heap.incref(value);
                }
                self.decref_slot(old);
                return Some(true);
            }
        }
        // Also to find that there is nothing to delete (dictobject.c, _PyObjectDict_SetItem).
        let ends_sharing = self.keeps_inline_values(class) && !self.gave_values_up(object);
        let dict = self.instance_dict(object)?;
        if ends_sharing {
            self.end_key_sharing(dict);
        }
        Some(self.set_in_dict(dict, name, value))
    }

    /// The index of a name's value in instances of a class, after adding the name to the shared keys if there is room.
    pub(crate) fn shared_key(&mut self, class: Id, name: Id) -> Option<usize> {
        let keys = &mut self.class_mut(class)?.keys;
        let known = keys.names.len();
        let index = keys.get_or_add(name)?;
        if index == known {
            self.heap.incref(name);
        }
        Some(index)
    }

    /// Makes an instance's empty `__dict__` one that shares its keys with others.
    pub(crate) fn share_keys(&mut self, dict: Id, class: Id) {
        if let Some(dict) = self.dict_mut(dict) {
            dict.share_keys(class);
        }
    }

    pub(super) fn end_key_sharing(&mut self, dict: Id) {
        let fits = self.version.tables_fit;
        if let Some(dict) = self.dict_mut(dict) {
            dict.end_sharing(fits);
        }
    }

    /// Remembers that an attribute is set that was not there, if others that usually come later were there before it
    /// (dictobject.c, _PyDictValues_AddToInsertionOrder).
    fn note_attribute_order(&mut self, object: Id, class: Id, base: usize, index: usize) {
        let values = self.instance_values(object).and_then(|v| v.get(base..)).unwrap_or(&[]);
        if values.get(index).copied().flatten().is_some() {
            return;
        }
        let set: SmallVec<[usize; 8]> = (0..values.len()).filter(|&i| values[i].is_some()).collect();
        let known = self.attribute_orders.get_mut(&object);
        let Data::Class(class) = self.heap.get_mut(class) else { return };
        let rank = class.keys.rank(index);
        if let Some(known) = known {
            known.push(index as u8);
        } else if set.iter().any(|&i| class.keys.rank(i) > rank) {
            let usual = class.keys.in_order();
            let before = usual.into_iter().filter(|i| set.contains(i));
            let order = before.chain([index]).map(|i| i as u8).collect();
            self.attribute_orders.insert(object, order);
        }
    }

    /// Whether an instance has had a `__dict__` that was deleted: it keeps no values again.
    fn gave_values_up(&self, object: Id) -> bool {
        self.attribute_orders.get(&object).is_some_and(|order| order[..] == GAVE_VALUES_UP)
    }

    /// Gives an instance another `__dict__`, or none: what it had as values or as a dict is released (dictobject.c,
    /// _PyObject_SetManagedDict). The new one's reference is taken over.
    pub(crate) fn replace_values(&mut self, object: Id, new: Slot) {
        let class = self.class_of(object);
        let base = 1 + self.class(class).slot_names.len();
        if self.version.values_become_a_dict && self.keeps_inline_values(class) && !self.gave_values_up(object) {
            self.instance_dict(object);
        }
        let Some(values) = self.instance_values_mut(object) else { return };
        let inline = values.get_mut(base..).unwrap_or_default();
        let mut released: SmallVec<[Id; 8]> = inline.iter_mut().filter_map(Option::take).collect();
        if let Some(slot) = values.first_mut() {
            released.extend(std::mem::replace(slot, new));
        }
        self.attribute_orders.insert(object, GAVE_VALUES_UP.to_vec());
        released.into_iter().for_each(|id| self.decref(id));
    }

    /// The indices of an instance's keys in the order in which its attributes were set.
    fn attribute_order(&self, object: Id, keys: &SharedKeys) -> Vec<usize> {
        match self.attribute_orders.get(&object) {
            Some(order) => order.iter().map(|&i| i as usize).collect(),
            None => keys.in_order(),
        }
    }

    /// Whether instances keep attributes as values by their class's keys until somebody asks for their `__dict__`
    /// (Py_TPFLAGS_INLINE_VALUES); others get a dict at once.
    pub(crate) fn keeps_inline_values(&self, class: Id) -> bool {
        let c = self.class(class);
        let plain = c.native_base == TypeTable::OBJECT;
        c.flags.has_dict
            && c.flags.heap_type
            && match self.version.inline_values {
                InlineValues::OfPlainBases => plain,
                InlineValues::Alone => plain && c.slot_names.is_empty(),
                InlineValues::OfFixedSize => {
                    plain || !(self.class(c.native_base).flags.has_dict || self.has_items(c.native_base))
                }
            }
    }

    fn set_in_dict(&mut self, dict: Id, name: Id, value: Slot) -> bool {
        match value {
            Some(value) => {
                self.heap.incref(value);
                self.dict_set_name(dict, name, value);
                true
            }
            None => self.dict_remove_name(dict, name),
        }
    }

    /// The object's `__dict__`, made if there is none yet: borrowed. `None` for objects that cannot have one.
    /// An instance's values move into it (dictobject.c, make_dict_from_instance_attributes).
    pub fn instance_dict(&mut self, object: Id) -> Slot {
        if let Some(dict) = self.own_dict(object) {
            return Some(dict);
        }
        let class = self.class_of(object);
        if !self.class(class).flags.has_dict {
            return None;
        }
        let dict = self.new_dict();
        if self.class(class).flags.heap_type && !self.class(self.class(class).native_base).flags.has_dict {
            self.share_keys(dict, class);
            if self.keeps_inline_values(class)
                && !self.gave_values_up(object)
                && let Some(dict) = self.dict_mut(dict)
            {
                dict.embed(Some(object));
            }
        }
        if let Some(values) = self.instance_values_mut(object) {
            let first = values.first_mut()?;
            *first = Some(dict);
            let base = 1 + self.class(class).slot_names.len();
            let names = self.class(class).keys.names.clone();
            let order = self.attribute_order(object, &self.class(class).keys);
            self.attribute_orders.remove(&object);
            for i in order {
                let Some(&name) = names.get(i) else { continue };
                let taken = self.instance_values_mut(object).and_then(|v| v.get_mut(base + i)).and_then(Option::take);
                if let Some(value) = taken {
                    self.dict_set_name(dict, name, value);
                }
            }
            return Some(dict);
        }
        match self.heap.get_mut(object) {
            Data::Exception(exception) => exception.dict = Some(dict),
            Data::Function(function) => function.dict = Some(dict),
            Data::Module(module) => module.dict = Some(dict),
            Data::Native(native) => {
                if !native.set_dict(dict) {
                    self.decref(dict);
                    return None;
                }
            }
            _ => {
                self.decref(dict);
                return None;
            }
        }
        Some(dict)
    }

    /// The names and values of an object's own attributes, in order, borrowed, without making a `__dict__`.
    pub fn own_attributes(&self, object: Id) -> Vec<(Id, Id)> {
        if let Some(dict) = self.own_dict(object) {
            return self.dict(dict).into_iter().flat_map(Dict::iter).map(|e| (e.key, e.value)).collect();
        }
        let Some(values) = self.instance_values(object) else { return Vec::new() };
        let class = self.class(self.class_of(object));
        let inline = values.get(1 + class.slot_names.len()..).unwrap_or(&[]);
        let order = self.attribute_order(object, &class.keys);
        order.into_iter().filter_map(|i| Some((*class.keys.names.get(i)?, (*inline.get(i)?)?))).collect()
    }

    /// The names and values of an object's `__slots__` in the order of their places, borrowed.
    pub fn slot_values(&self, object: Id) -> Vec<(Rc<str>, Id)> {
        let Some(values) = self.instance_values(object) else { return Vec::new() };
        let names = &self.class(self.class_of(object)).slot_names;
        let slots = values.get(1..).unwrap_or_default().iter().take(names.len());
        names.iter().rev().zip(slots).filter_map(|(name, value)| Some((name.clone(), (*value)?))).collect()
    }

    /// `object.__doc__` and the like on a class's dict: borrowed, the class itself only.
    pub fn class_own(&self, class: Id, name: Id) -> Slot {
        self.dict_get_name(self.class(class).dict?, name)
    }

    /// The truth of `__class__` and `type()` agreeing: what `isinstance` looks at first.
    pub fn class_attribute(&mut self, object: Id) -> R<Id> {
        Ok(self.getattr_opt(object, Names::CLASS)?.unwrap_or(Singletons::NONE))
    }
}

/// Stands in the place of an order of attributes: no instance has so many.
const GAVE_VALUES_UP: [u8; 1] = [u8::MAX];

fn values_get(values: &[Slot], index: usize) -> Slot {
    values.get(index).copied().flatten()
}

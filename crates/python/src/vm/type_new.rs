//! Making classes (CPython 3.13 typeobject.c, type_new).

use std::rc::Rc;

use ouro_heap::Id;

use super::{Names, R, Singletons, Vm};
use crate::data::{Class, ClassFlags, SharedKeys};
use crate::native::{Args, Layout, NO_SLOTS};
use crate::object::{Data, Kind};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// What a class statement asks for, checked.
struct NewClass {
    metaclass: Id,
    name: Id,
    /// A tuple, kept.
    bases: Id,
    /// The base whose layout it extends.
    base: Id,
    /// A copy of the namespace given to `type()`, kept.
    dict: Id,
    slots: super::layout::NewSlots,
}

impl Vm {
    /// `type.__new__(metaclass, name, bases, namespace, **keywords)`
    pub(crate) fn type_new(&mut self, metaclass: Id, args: &Args) -> R<Id> {
        let &[name, bases, namespace] = args.pos else {
            let given = args.pos.len();
            return Err(self.type_error(format!("type.__new__() takes exactly 3 arguments ({given} given)")));
        };
        for (i, (id, wanted, fits)) in [
            (name, "str", matches!(self.data(name), Data::Str(_))),
            (bases, "tuple", matches!(self.data(bases), Data::Tuple(_))),
            (namespace, "dict", matches!(self.data(namespace), Data::Dict(_))),
        ]
        .into_iter()
        .enumerate()
        {
            if !fits {
                let given = self.type_name(id);
                return Err(self.type_error(format!("type.__new__() argument {} must be {wanted}, not {given}", i + 1)));
            }
        }
        if self.str_text(name).is_some_and(|text| text.contains('\0')) {
            return Err(self.value_error("type name must not contain null characters"));
        }
        let (winner, base, bases) = self.new_class_bases(metaclass, bases)?;
        if winner != metaclass
            && let Some(new) = self.class(winner).slots.new
            && !std::ptr::fn_addr_eq(new, crate::types::type_::new as crate::native::NativeFn)
        {
            return new(self, winner, args);
        }
        let dict = self.copy_namespace(namespace)?;
        let slots = self.new_slots(name, base, bases, namespace)?;
        let class = self.make_class(NewClass { metaclass: winner, name, bases, base, dict, slots })?;
        self.call_set_names(class)?;
        self.call_init_subclass(class, args.kw)?;
        self.heap.incref(class);
        Ok(class)
    }

    /// The metaclass, the base that gives the layout, and the bases as a tuple (type_new_get_bases).
    fn new_class_bases(&mut self, metaclass: Id, bases: Id) -> R<(Id, Id, Id)> {
        let items = self.tuple_items(bases).unwrap_or_default().to_vec();
        if items.is_empty() {
            let bases = self.new_tuple(vec![TypeTable::OBJECT]);
            self.keep(bases);
            return Ok((metaclass, TypeTable::OBJECT, bases));
        }
        for &base in &items {
            if !self.is_class(base)
                && let Some(entries) = self.getattr_opt(base, Names::MRO_ENTRIES)?
            {
                self.decref(entries);
                return Err(self.type_error("type() doesn't support MRO entry resolution; use types.new_class()"));
            }
        }
        let winner = self.calculate_metaclass(metaclass, bases)?;
        let base = self.best_base(&items)?;
        Ok((winner, base, bases))
    }

    /// The namespace of a new class: kept until the native function returns.
    fn copy_namespace(&mut self, namespace: Id) -> R<Id> {
        let entries: Vec<(Id, Id, i64)> =
            self.dict(namespace).into_iter().flat_map(|d| d.iter()).map(|e| (e.key, e.value, e.hash)).collect();
        let dict = self.new_dict_from(crate::data::Dict::with_capacity(entries.len(), self.version.tables_fit));
        self.keep(dict);
        for (key, value, hash) in entries {
            self.dict_set_hashed(dict, key, hash, value)?;
        }
        Ok(dict)
    }

    fn make_class(&mut self, new: NewClass) -> R<Id> {
        let NewClass { metaclass, name, bases, base, dict, slots } = new;
        let name_text: Rc<str> = self.str_text(name).map(|t| Rc::from(&*t)).unwrap_or_default();
        let base_class = self.class(base);
        let mut flags =
            ClassFlags { heap_type: true, subclassable: true, mutable: true, is_abstract: false, ..base_class.flags };
        let (native_base, inherited_slots) = (base_class.native_base, base_class.slots);
        let mut slot_names = base_class.slot_names.clone();
        for other in self.tuple_items(bases).unwrap_or_default() {
            let other = self.class(*other).flags;
            flags.sequence |= other.sequence;
            flags.mapping |= other.mapping;
        }
        flags.has_dict |= slots.add_dict;
        flags.weakrefable |= slots.add_weakref;
        let first_slot = slot_names.len();
        // From the last to the first, as they are kept (see `Vm::slot_place`).
        slot_names.extend(slots.names.iter().rev().cloned());
        let qualname = match self.dict_get_name(dict, Names::QUALNAME) {
            Some(qualname) if self.str_data(qualname).is_none() => {
                let given = self.type_name(qualname);
                return Err(self.type_error(format!("type __qualname__ must be a str, not {given}")));
            }
            Some(qualname) => self.incref(qualname),
            None => self.incref(name),
        };
        self.dict_remove_name(dict, Names::QUALNAME);
        let slot_tuple = if slots.declared {
            let names: Vec<Id> = slots.names.iter().map(|name| self.intern_mortal(name)).collect();
            let list = self.new_list(Vec::new());
            self.decref(list);
            Some(self.pack_tuple(names))
        } else {
            None
        };
        let direct_bases: Box<[Id]> = self.tuple_items(bases).unwrap_or_default().into();
        for id in [base, bases, dict, metaclass] {
            self.heap.incref(id);
        }
        let class = Class {
            name: name_text,
            qualname,
            module: "",
            base: Some(base),
            bases: Some(bases),
            mro: None,
            dict: Some(dict),
            subclasses: None,
            direct_bases,
            flags,
            layout: Layout::Object,
            native_base,
            slots: NO_SLOTS,
            slot_names,
            keys: SharedKeys::default(),
            version: 0,
            init: (0, None),
            slot_tuple,
        };
        let data = Data::Class(Box::new(class));
        let size = self.size_class(metaclass, &data);
        let class = self.heap.alloc_tracked(Kind::of(metaclass), data, size);
        self.keep(class);
        self.set_class_attributes(class, dict)?;
        let mro = self.compute_mro(class)?;
        if let Some(c) = self.class_mut(class) {
            c.mro = Some(mro);
            c.slots.new = inherited_slots.new;
        }
        for (i, text) in slots.names.iter().enumerate() {
            let number = first_slot + slots.names.len() - 1 - i;
            let member = self.new_member_descriptor(class, text, number);
            let name = self.intern_mortal(text);
            self.dict_set_name(dict, name, member);
            self.decref(name);
        }
        if slots.add_dict {
            self.add_instance_getset(class, dict, &crate::types::object::DICT_GETSET);
        }
        if slots.add_weakref {
            self.add_instance_getset(class, dict, &crate::types::object::WEAKREF_GETSET);
        }
        if self.dict_get_name(dict, Names::DOC).is_none() {
            self.dict_set_name(dict, Names::DOC, Singletons::NONE);
        }
        if self.dict_get_name(dict, Names::EQ).is_some() && self.dict_get_name(dict, Names::HASH).is_none() {
            self.dict_set_name(dict, Names::HASH, Singletons::NONE);
        }
        self.add_to_bases(class);
        self.fix_slots(class);
        self.share_static_attributes(class, dict);
        self.set_class_cell(class, dict)?;
        if self.dict_get_name(dict, Names::ABSTRACTMETHODS).is_some() {
            self.update_abstract(class);
        }
        Ok(class)
    }

    /// Gives the attributes that a class's methods assign the first places among its instances' values
    /// (dictobject.c, _PyDict_NewKeysForClass).
    fn share_static_attributes(&mut self, class: Id, dict: Id) {
        if !self.version.keys_of_static_attributes || !self.class(class).flags.has_dict {
            return;
        }
        let name = self.intern("__static_attributes__");
        let names = self.dict_get_name(dict, name).and_then(|names| self.tuple_items(names)).map(<[Id]>::to_vec);
        for name in names.unwrap_or_default() {
            if self.str_data(name).is_some() {
                let name = self.interned_name(name);
                self.shared_key(class, name);
            }
        }
    }

    fn add_instance_getset(&mut self, class: Id, dict: Id, getset: &'static crate::native::GetSet) {
        if self.dict_get_name(dict, self.interned.get(getset.name).copied().unwrap_or(Names::DICT)).is_none() {
            let descriptor = match self.instance_descriptors.iter().find(|(name, _)| *name == getset.name) {
                Some(&(_, shared)) => self.incref(shared),
                None => self.new_getset_descriptor(class, getset),
            };
            self.dict_set_text(dict, getset.name, descriptor);
        }
    }

    /// `__module__`, and methods that are static or class methods without being told (type_new_set_attrs).
    fn set_class_attributes(&mut self, class: Id, dict: Id) -> R<()> {
        if self.dict_get_name(dict, Names::MODULE).is_none()
            && let Some(globals) = self.frames.last().map(|f| f.globals)
            && let Some(module) = self.dict_get_name(globals, Names::NAME)
        {
            self.heap.incref(module);
            self.dict_set_name(dict, Names::MODULE, module);
        }
        for (name, wrapper) in [
            (Names::NEW, TypeTable::STATICMETHOD),
            (Names::INIT_SUBCLASS, TypeTable::CLASSMETHOD),
            (Names::CLASS_GETITEM, TypeTable::CLASSMETHOD),
        ] {
            if let Some(function) = self.dict_get_name(dict, name)
                && matches!(self.heap.get(function), Data::Function(_))
            {
                let wrapped = self.new_method_wrapper_of(wrapper, function);
                if self.version.implicit_wrappers_copy {
                    self.copy_function_attributes(wrapped, function)?;
                }
                self.dict_set_name(dict, name, wrapped);
            }
        }
        let _ = class;
        Ok(())
    }

    /// Puts the class into the cell that its methods know as `__class__`, and its namespace into the one that annotations
    /// know (type_new_set_classcell, type_new_set_classdictcell).
    fn set_class_cell(&mut self, class: Id, dict: Id) -> R<()> {
        let namespace_cell = self.intern("__classdictcell__");
        if let Some(cell) = self.dict_get_name(dict, namespace_cell) {
            if let Data::Cell(content) = self.heap.get_mut(cell) {
                let old = content.replace(dict);
                self.heap.incref(dict);
                self.decref_slot(old);
            }
            self.dict_remove_name(dict, namespace_cell);
        }
        let Some(cell) = self.dict_get_name(dict, Names::CLASSCELL) else { return Ok(()) };
        if !matches!(self.heap.get(cell), Data::Cell(_)) {
            let given = self.class_of(cell);
            let text = self.repr_text(given)?;
            return Err(self.type_error(format!("__classcell__ must be a nonlocal cell, not {text}")));
        }
        self.heap.incref(class);
        if let Data::Cell(content) = self.heap.get_mut(cell) {
            let old = content.replace(class);
            self.decref_slot(old);
        }
        self.dict_remove_name(dict, Names::CLASSCELL);
        Ok(())
    }

    /// type_new_set_names
    fn call_set_names(&mut self, class: Id) -> R<()> {
        let Some(dict) = self.class(class).dict else { return Ok(()) };
        // A copy, since `__set_name__` may change the class; it counts as an object.
        let mark = self.temps.len();
        let names = self.new_dict();
        self.keep(names);
        let entries: Vec<(Id, Id, i64)> =
            self.dict(dict).into_iter().flat_map(|d| d.iter()).map(|e| (e.key, e.value, e.hash)).collect();
        for &(name, value, hash) in &entries {
            self.dict_set_hashed(names, name, hash, value)?;
        }
        for (name, value, _) in entries {
            let value_class = self.class_of(value);
            if self.type_lookup(value_class, Names::SET_NAME).is_none() {
                continue;
            }
            match self.call_special(value, Names::SET_NAME, &[class, name]) {
                Ok(result) => self.decref_slot(result),
                Err(raised) => {
                    let owner = self.class(class).name.clone();
                    let value_name = self.type_name(value);
                    let name_text = self.repr_text(name)?;
                    let note =
                        format!("Error calling __set_name__ on '{value_name}' instance {name_text} in '{owner}'");
                    return Err(self.add_note(raised, note));
                }
            }
        }
        self.release_kept(mark);
        Ok(())
    }

    /// `super(class, class).__init_subclass__(**keywords)` (type_new_init_subclass).
    fn call_init_subclass(&mut self, class: Id, kw: &[(Id, Id)]) -> R<()> {
        let method = self.super_getattr(class, class, Names::INIT_SUBCLASS)?;
        let result = self.call_with_dict(method, &Args { pos: &[], kw });
        self.decref(method);
        let result = result?;
        self.decref(result);
        Ok(())
    }

    /// Whether any abstract method is left (type_set_abstractmethods).
    pub(crate) fn update_abstract(&mut self, class: Id) {
        let names = self.class_own(class, Names::ABSTRACTMETHODS);
        let is_abstract = match names {
            Some(names) => self.is_true(names).unwrap_or_else(|raised| {
                self.discard(raised);
                false
            }),
            None => false,
        };
        if let Some(c) = self.class_mut(class) {
            c.flags.is_abstract = is_abstract;
        }
    }

    /// TypeError of `object.__new__` for a class with abstract methods.
    pub(crate) fn abstract_error(&mut self, class: Id) -> R<super::Raised> {
        let names = match self.class_own(class, Names::ABSTRACTMETHODS) {
            Some(names) => self.collect(names)?,
            None => Vec::new(),
        };
        let mut texts: Vec<String> =
            names.iter().filter_map(|&n| self.str_text(n)).map(|t| format!("'{}'", &*t)).collect();
        self.decref_all(names);
        texts.sort();
        let name = self.class(class).name.clone();
        let plural = if texts.len() > 1 { "s" } else { "" };
        let list = texts.join(", ");
        Ok(self.raise(
            Exceptions::TYPE_ERROR,
            format!(
                "Can't instantiate abstract class {name} without an implementation for abstract method{plural} {list}"
            ),
        ))
    }
}

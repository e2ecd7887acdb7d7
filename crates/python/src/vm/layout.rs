//! What instances of a class are made of: the base that counts, and `__slots__` (CPython 3.13 typeobject.c, best_base,
//! type_new_slots).

use std::rc::Rc;

use ouro_heap::Id;

use super::{Names, R, Vm};
use crate::native::Layout;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// What a class adds to its base's instances.
#[derive(Default)]
pub(crate) struct NewSlots {
    /// Names of new slots, mangled, in the order of the layout.
    pub names: Vec<Rc<str>>,
    /// Whether there is a `__slots__`.
    pub declared: bool,
    /// Whether instances get a `__dict__` that those of the base have not.
    pub add_dict: bool,
    /// Whether instances can be weakly referenced that those of the base cannot.
    pub add_weakref: bool,
}

impl Vm {
    /// The base whose layout a class extends.
    pub(crate) fn best_base(&mut self, bases: &[Id]) -> R<Id> {
        let mut best: Option<(Id, Id)> = None;
        for &base in bases {
            if !self.is_class(base) {
                return Err(self.type_error("bases must be types"));
            }
            if !self.class(base).flags.subclassable {
                let name = self.class_name(base);
                return Err(self.type_error(format!("type '{name}' is not an acceptable base type")));
            }
            let candidate = self.solid_base(base);
            match best {
                None => best = Some((base, candidate)),
                Some((_, winner)) if self.is_subclass(winner, candidate) => {}
                Some((_, winner)) if self.is_subclass(candidate, winner) => best = Some((base, candidate)),
                Some(_) => return Err(self.type_error("multiple bases have instance lay-out conflict")),
            }
        }
        Ok(best.map_or(TypeTable::OBJECT, |(base, _)| base))
    }

    /// The nearest class on the way to `object` that adds something to the layout.
    pub(crate) fn solid_base(&self, class: Id) -> Id {
        let mut at = class;
        loop {
            let Some(base) = self.class(at).base else { return at };
            if self.extends_layout(at, base) {
                return at;
            }
            at = base;
        }
    }

    fn extends_layout(&self, class: Id, base: Id) -> bool {
        if !TypeTable::is_static(class) {
            return self.class(class).slot_names.len() > self.class(base).slot_names.len();
        }
        if self.is_subclass(class, Exceptions::BASE_EXCEPTION) {
            return [
                Exceptions::BASE_EXCEPTION,
                Exceptions::BASE_EXCEPTION_GROUP,
                Exceptions::ATTRIBUTE_ERROR,
                Exceptions::IMPORT_ERROR,
                Exceptions::NAME_ERROR,
                Exceptions::OS_ERROR,
                Exceptions::STOP_ITERATION,
                Exceptions::SYNTAX_ERROR,
                Exceptions::SYSTEM_EXIT,
                Exceptions::UNICODE_DECODE_ERROR,
                Exceptions::UNICODE_ENCODE_ERROR,
                Exceptions::UNICODE_TRANSLATE_ERROR,
            ]
            .contains(&class);
        }
        class != TypeTable::BOOL && self.class(class).layout != Layout::Object
    }

    /// Whether instances have a part of variable length (tp_itemsize): they have no room for slots and weak references.
    pub(crate) fn has_items(&self, class: Id) -> bool {
        let native = self.class(class).native_base;
        [TypeTable::INT, TypeTable::BOOL, TypeTable::TUPLE, TypeTable::BYTES, TypeTable::TYPE].contains(&native)
    }

    /// Reads `__slots__` of a namespace.
    pub(crate) fn new_slots(&mut self, class_name: Id, base: Id, bases: Id, namespace: Id) -> R<NewSlots> {
        let flags = self.class(base).flags;
        let has_items = self.has_items(base);
        let may_add_dict = !flags.has_dict;
        let may_add_weakref = !flags.weakrefable && !has_items;
        let Some(declared) = self.dict_get_name(namespace, Names::SLOTS) else {
            return Ok(NewSlots {
                names: Vec::new(),
                declared: false,
                add_dict: may_add_dict,
                add_weakref: may_add_weakref,
            });
        };
        self.heap.incref(declared);
        self.keep(declared);
        let items = if self.str_data(declared).is_some() {
            for _ in 0..2 {
                self.heap.incref(declared);
            }
            let tuple = self.new_tuple(vec![declared]);
            self.keep(tuple);
            vec![declared]
        } else {
            self.collect(declared)?
        };
        for &item in &items {
            self.keep(item);
        }
        if !items.is_empty() && has_items {
            let name = self.class(base).name.clone();
            return Err(self.type_error(format!("nonempty __slots__ not supported for subtype of '{name}'")));
        }
        let mut new = NewSlots { declared: true, ..NewSlots::default() };
        let class_name = self.name_text(class_name);
        for item in items {
            let Some(text) = self.str_text(item) else {
                let given = self.type_name(item);
                return Err(self.type_error(format!("__slots__ items must be strings, not '{given}'")));
            };
            if !is_identifier(&text) {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            match &*text {
                "__dict__" if !may_add_dict || new.add_dict => {
                    return Err(self.type_error("__dict__ slot disallowed: we already got one"));
                }
                "__dict__" => new.add_dict = true,
                "__weakref__" if !may_add_weakref || new.add_weakref => {
                    return Err(self.type_error("__weakref__ slot disallowed: we already got one"));
                }
                "__weakref__" => new.add_weakref = true,
                _ => {
                    let mangled = mangle(&class_name, &text);
                    let key = self.intern_mortal(&mangled);
                    self.keep(key);
                    if self.dict_get_name(namespace, key).is_some()
                        && !["__qualname__", "__classcell__", "__classdictcell__"].contains(&&*mangled)
                    {
                        let text = self.repr_text(item)?;
                        return Err(self.value_error(format!("{text} in __slots__ conflicts with class variable")));
                    }
                    new.names.push(Rc::from(mangled));
                }
            }
        }
        new.names.sort();
        self.slots_of_other_bases(base, bases, &mut new, may_add_dict, may_add_weakref);
        Ok(new)
    }

    /// A second base may bring a `__dict__` or weak references along (type_new_slots_bases).
    fn slots_of_other_bases(&self, base: Id, bases: Id, new: &mut NewSlots, may_add_dict: bool, may_add_weakref: bool) {
        for &other in self.tuple_items(bases).unwrap_or_default() {
            if other == base {
                continue;
            }
            let flags = self.class(other).flags;
            new.add_dict |= may_add_dict && flags.has_dict;
            new.add_weakref |= may_add_weakref && flags.weakrefable;
        }
    }

    /// Whether an object is a class.
    #[inline]
    pub fn is_class(&self, object: Id) -> bool {
        matches!(self.heap.get(object), Data::Class(_))
    }

    /// Whether `__class__` of an instance may change from one class to the other (compatible_for_assignment).
    pub(crate) fn same_layout(&self, a: Id, b: Id) -> bool {
        let (a, b) = (self.class(a), self.class(b));
        a.native_base == b.native_base
            && a.slot_names == b.slot_names
            && a.flags.has_dict == b.flags.has_dict
            && a.flags.weakrefable == b.flags.weakrefable
    }
}

fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic()) && chars.all(|c| c == '_' || c.is_alphanumeric())
}

/// Name mangling of private names (compile.c, _Py_Mangle).
fn mangle(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || class.is_empty() {
        return name.to_owned();
    }
    format!("_{class}{name}")
}

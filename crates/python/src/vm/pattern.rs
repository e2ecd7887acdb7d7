//! What `match` asks of a subject (CPython 3.13 ceval.c, match_keys and match_class).

use ouro_heap::Id;

use super::{Names, R, Singletons, Vm};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

impl Vm {
    /// A tuple of the values of `keys` in the subject, or None if one is missing: a new reference.
    pub(crate) fn match_keys(&mut self, subject: Id, keys: Id) -> R<Id> {
        let keys: Vec<Id> = self.tuple_items(keys).unwrap_or(&[]).to_vec();
        let seen = self.new_set();
        self.keep(seen);
        let count = keys.len();
        let mut values = Vec::with_capacity(count);
        for key in keys {
            if !self.set_add(seen, key)? {
                let text = self.repr(key)?;
                self.keep(text);
                let text = self.name_text(text);
                return Err(self.value_error(format!("mapping pattern checks duplicate key ({text})")));
            }
            let found = match self.dict(subject) {
                Some(_) if self.class_of(subject) == TypeTable::DICT => {
                    self.dict_get(subject, key)?.map(|v| self.incref(v))
                }
                _ => self.mapping_get(subject, key)?,
            };
            match found {
                Some(value) => {
                    values.push(self.keep(value));
                }
                None => {
                    // There was a tuple for them already.
                    let tuple = self.new_tuple(vec![Singletons::NONE; count]);
                    self.decref(tuple);
                    return Ok(Singletons::NONE);
                }
            }
        }
        for &value in &values {
            self.heap.incref(value);
        }
        Ok(self.pack_tuple(values))
    }

    /// TypeError for an attribute that the pattern names a second time (ceval.c, match_class_attr).
    fn match_attribute_once(&mut self, class_name: &str, name: Id, seen: &mut Vec<String>) -> R<()> {
        let text = self.name_text(name);
        if seen.contains(&text) {
            let repr = self.repr_text(name)?;
            return Err(self.type_error(format!("{class_name}() got multiple sub-patterns for attribute {repr}")));
        }
        seen.push(text);
        Ok(())
    }

    /// A tuple of the attributes that a class pattern asks for, or None if the subject does not match: a new reference.
    pub(crate) fn match_class(&mut self, subject: Id, class: Id, positional: usize, names: Id) -> R<Id> {
        let Data::Class(data) = self.heap.get(class) else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        let class_name = data.name.clone();
        let native_base = data.native_base;
        if !self.object_is_instance(subject, class)? {
            return Ok(Singletons::NONE);
        }
        // What is found goes into a list and a set (ceval.c, _PyEval_MatchClass).
        if self.version.matches_into_tuple {
            let count = positional + self.tuple_items(names).map_or(0, <[Id]>::len);
            let tuple = self.new_tuple(vec![Singletons::NONE; count]);
            self.decref(tuple);
        } else {
            let list = self.new_list(Vec::new());
            self.keep(list);
        }
        let set = self.alloc(TypeTable::SET, Data::Set(Box::new(crate::data::Set::new(false))));
        self.keep(set);
        let mut values = Vec::new();
        let mut seen = Vec::new();
        if positional > 0 {
            let match_args = self.getattr_opt(class, Names::MATCH_ARGS)?.map(|match_args| self.keep(match_args));
            // A few builtin types match themselves (Py_TPFLAGS_MATCH_SELF).
            let matches_self = match_args.is_none() && MATCH_SELF.contains(&native_base);
            let allowed = match match_args {
                Some(args) => match self.tuple_items(args) {
                    Some(items) => items.len(),
                    None => {
                        let given = self.type_name(args);
                        return Err(
                            self.type_error(format!("{class_name}.__match_args__ must be a tuple (got {given})"))
                        );
                    }
                },
                None => usize::from(matches_self),
            };
            if positional > allowed {
                let plural = super::args::plural(allowed);
                return Err(self.type_error(format!(
                    "{class_name}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"
                )));
            }
            if matches_self {
                self.heap.incref(subject);
                values.push(self.keep(subject));
            } else {
                let attributes: Vec<Id> = match_args.and_then(|a| self.tuple_items(a)).unwrap_or(&[]).to_vec();
                for &name in attributes.iter().take(positional) {
                    if self.class_of(name) != TypeTable::STR {
                        return Err(self.type_error_for(name, "__match_args__ elements must be strings (got {})"));
                    }
                    self.match_attribute_once(&class_name, name, &mut seen)?;
                    match self.matched_attribute(subject, name)? {
                        Some(value) => values.push(self.keep(value)),
                        None => return Ok(Singletons::NONE),
                    }
                }
            }
        }
        for name in self.tuple_items(names).unwrap_or(&[]).to_vec() {
            self.match_attribute_once(&class_name, name, &mut seen)?;
            match self.matched_attribute(subject, name)? {
                Some(value) => values.push(self.keep(value)),
                None => return Ok(Singletons::NONE),
            }
        }
        for &value in &values {
            self.heap.incref(value);
        }
        Ok(self.pack_tuple(values))
    }
}

impl Vm {
    /// ceval.c, match_class_attr
    fn matched_attribute(&mut self, subject: Id, name: Id) -> R<Option<Id>> {
        if !self.version.matching_makes_errors {
            return self.getattr_opt(subject, name);
        }
        match self.getattr(subject, name) {
            Ok(value) => Ok(Some(value)),
            Err(raised) => self.expect_raised(raised, Exceptions::ATTRIBUTE_ERROR).map(|()| None),
        }
    }
}

const MATCH_SELF: [Id; 11] = [
    TypeTable::BOOL,
    TypeTable::BYTEARRAY,
    TypeTable::BYTES,
    TypeTable::DICT,
    TypeTable::FLOAT,
    TypeTable::FROZENSET,
    TypeTable::INT,
    TypeTable::LIST,
    TypeTable::SET,
    TypeTable::STR,
    TypeTable::TUPLE,
];

//! The class statement (CPython 3.13 bltinmodule.c, builtin___build_class__).

use ouro_heap::Id;

use super::{Names, R, Vm};
use crate::native::Args;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

impl Vm {
    /// `__build_class__(function, name, *bases, metaclass=None, **keywords)`
    pub(crate) fn build_class(&mut self, args: &Args) -> R<Id> {
        let (function, name, written_bases) = match args.pos {
            [function, name, bases @ ..] => (*function, *name, bases),
            _ => return Err(self.type_error("__build_class__: not enough arguments")),
        };
        if !matches!(self.heap.get(function), Data::Function(_)) {
            return Err(self.type_error("__build_class__: func must be a function"));
        }
        if self.str_data(name).is_none() {
            return Err(self.type_error("__build_class__: name is not a string"));
        }
        for &base in written_bases {
            self.heap.incref(base);
        }
        let original = self.new_tuple(written_bases);
        self.keep(original);
        let bases = self.resolve_bases(original)?;
        if bases != original {
            self.keep(bases);
        }
        if !args.kw.is_empty() {
            self.hold_arguments(&Args { pos: &[], kw: args.kw });
        }
        let mut metaclass = None;
        let mut keywords: Vec<(Id, Id)> = Vec::with_capacity(args.kw.len());
        for &(key, value) in args.kw {
            if self.str_text(key).is_some_and(|t| &*t == "metaclass") {
                metaclass = Some(value);
            } else {
                keywords.push((key, value));
            }
        }
        let metaclass = match metaclass {
            Some(given) if !self.is_class(given) => given,
            given => {
                let first = self.tuple_items(bases).and_then(|b| b.first().copied());
                let start = given.unwrap_or_else(|| first.map_or(TypeTable::TYPE, |b| self.class_of(b)));
                self.calculate_metaclass(start, bases)?
            }
        };
        let namespace = match self.getattr_opt(metaclass, Names::PREPARE)? {
            None => self.new_dict(),
            Some(prepare) => {
                let namespace = self.call_kw(prepare, &[name, bases], &keywords);
                self.decref(prepare);
                namespace?
            }
        };
        self.keep(namespace);
        if self.class(self.class_of(namespace)).slots.getitem.is_none() {
            let name = if self.is_class(metaclass) { self.class(metaclass).name.clone() } else { "<metaclass>".into() };
            let given = self.type_name(namespace);
            return Err(self.type_error(format!("{name}.__prepare__() must return a mapping, not {given}")));
        }
        let cell = self.run_class_body(function, namespace)?;
        self.keep(cell);
        if bases != original {
            self.setitem(namespace, Names::ORIG_BASES, original)?;
        }
        let class = self.call_kw(metaclass, &[name, bases, namespace], &keywords)?;
        if self.is_class(class)
            && let Data::Cell(content) = self.heap.get(cell)
        {
            let content = *content;
            if content != Some(class) {
                self.keep(class);
                let class_text = self.repr_text(class)?;
                let name_text = self.repr_text(name)?;
                return Err(match content {
                    None => self.raise(
                        Exceptions::RUNTIME_ERROR,
                        format!(
                            "__class__ not set defining {name_text} as {class_text}. \
                             Was __classcell__ propagated to type.__new__?"
                        ),
                    ),
                    Some(other) => {
                        let other_text = self.repr_text(other)?;
                        self.type_error(format!("__class__ set to {other_text} defining {name_text} as {class_text}"))
                    }
                });
            }
        }
        Ok(class)
    }

    /// Replaces bases that are no classes by what their `__mro_entries__` gives (update_bases): the same tuple, borrowed,
    /// where there are none, else a new one.
    fn resolve_bases(&mut self, bases: Id) -> R<Id> {
        let items = self.tuple_items(bases).unwrap_or_default().to_vec();
        let mut resolved: Option<Vec<Id>> = None;
        for (i, &base) in items.iter().enumerate() {
            let entries = if self.is_class(base) { None } else { self.getattr_opt(base, Names::MRO_ENTRIES)? };
            let Some(entries) = entries else {
                if let Some(resolved) = &mut resolved {
                    resolved.push(base);
                }
                continue;
            };
            self.keep(entries);
            let replacement = self.call(entries, &[bases])?;
            self.keep(replacement);
            let Some(new) = self.tuple_items(replacement).map(<[Id]>::to_vec) else {
                return Err(self.type_error("__mro_entries__ must return a tuple"));
            };
            resolved.get_or_insert_with(|| items[..i].to_vec()).extend(new);
        }
        match resolved {
            None => Ok(bases),
            Some(items) => {
                for &item in &items {
                    self.heap.incref(item);
                }
                Ok(self.new_tuple(items))
            }
        }
    }

    /// The most derived metaclass of the bases, borrowed (typeobject.c, _PyType_CalculateMetaclass).
    pub(crate) fn calculate_metaclass(&mut self, metaclass: Id, bases: Id) -> R<Id> {
        let mut winner = metaclass;
        for base in self.tuple_items(bases).unwrap_or_default().to_vec() {
            let candidate = self.class_of(base);
            if self.is_subclass(winner, candidate) {
                continue;
            }
            if self.is_subclass(candidate, winner) {
                winner = candidate;
                continue;
            }
            return Err(self.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses \
                 of all its bases",
            ));
        }
        Ok(winner)
    }
}

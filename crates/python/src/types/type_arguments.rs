//! Arguments of generic aliases and unions: how they are shown, which type parameters are among them, and putting other
//! types in the place of those (CPython 3.13 genericaliasobject.c, unionobject.c).

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::object::{Data, NativeData, Slot};
use crate::types::TypeTable;
use crate::vm::{Names, R, Singletons, Vm};

impl Vm {
    /// A type as an argument shows it: `int`, `mod.A`, `...`, `[int, str]` (ga_repr_item, ga_repr_items_list).
    pub(crate) fn type_argument_text(&mut self, item: Id) -> R<String> {
        if item == Singletons::ELLIPSIS {
            return Ok("...".to_owned());
        }
        if self.is_class(item) {
            return Ok(self.qualified_class_name(item));
        }
        if self.class_of(item) == TypeTable::LIST {
            let items = self.list_items(item).map(|items| items.to_vec()).unwrap_or_default();
            let mut texts = Vec::with_capacity(items.len());
            for item in items {
                self.incref(item);
                self.keep(item);
                texts.push(self.type_argument_text(item)?);
            }
            return Ok(format!("[{}]", texts.join(", ")));
        }
        let is_generic = self.has_attribute(item, Names::ORIGIN)? && self.has_attribute(item, Names::ARGS)?;
        if is_generic {
            return self.repr_text(item);
        }
        if let Some(qualname) = self.getattr_opt(item, Names::QUALNAME)? {
            self.keep(qualname);
            if let Some(module) = self.getattr_opt(item, Names::MODULE)? {
                self.keep(module);
                if module != Singletons::NONE {
                    let (name, prefix) = (self.display_text(qualname)?, self.display_text(module)?);
                    return Ok(if prefix == "builtins" { name } else { format!("{prefix}.{name}") });
                }
            }
        }
        self.repr_text(item)
    }

    fn has_attribute(&mut self, object: Id, name: Id) -> R<bool> {
        let found = self.getattr_opt(object, name)?;
        self.decref_slot(found);
        Ok(found.is_some())
    }

    /// An attribute that is a tuple: its items, borrowed while the running native function runs.
    fn tuple_attribute(&mut self, object: Id, name: &str) -> R<Option<Vec<Id>>> {
        let name = self.intern(name);
        let Some(value) = self.getattr_opt(object, name)? else { return Ok(None) };
        self.keep(value);
        Ok(self.tuple_items(value).map(<[Id]>::to_vec))
    }

    /// The type parameters among arguments, each once: a new tuple (_Py_make_parameters).
    fn type_parameters_of(&mut self, arguments: &[Id]) -> R<Id> {
        let mut found: Vec<Id> = Vec::new();
        self.add_type_parameters(arguments, &mut found)?;
        for &parameter in &found {
            self.incref(parameter);
        }
        Ok(self.new_tuple(found))
    }

    /// Those of the arguments of `alias`, remembered in a slot of it since they were first asked for: borrowed
    /// (ga_parameters, union_parameters).
    pub(crate) fn remembered_type_parameters<T: NativeData>(
        &mut self,
        alias: Id,
        arguments: &[Id],
        slot: fn(&mut T) -> &mut Slot,
    ) -> R<Id> {
        if let Some(known) = self.native_mut::<T>(alias).and_then(|data| *slot(data)) {
            return Ok(known);
        }
        let made = self.type_parameters_of(arguments)?;
        let old = self.native_mut::<T>(alias).and_then(|data| slot(data).replace(made));
        self.decref_slot(old);
        Ok(made)
    }

    fn add_type_parameters(&mut self, arguments: &[Id], found: &mut Vec<Id>) -> R<()> {
        for &argument in arguments {
            if self.is_class(argument) {
                continue;
            }
            let subst = self.intern("__typing_subst__");
            let nested = if self.has_attribute(argument, subst)? {
                vec![argument]
            } else {
                self.tuple_attribute(argument, "__parameters__")?.unwrap_or_default()
            };
            for parameter in nested {
                if !found.contains(&parameter) {
                    found.push(parameter);
                }
            }
        }
        Ok(())
    }

    /// The items of a list or tuple that stands as an argument.
    fn items_of_sequence(&self, argument: Id) -> Option<Vec<Id>> {
        match self.data(argument) {
            Data::List(items) => Some(items.to_vec()),
            Data::Tuple(items) => Some(items.to_vec()),
            _ => None,
        }
    }

    /// The arguments of `alias` with those of `key` in the place of its parameters, a tuple: a new tuple
    /// (_Py_subs_parameters).
    pub(crate) fn substitute_type_parameters(&mut self, alias: Id, arguments: &[Id], parameters: Id, key: Id) -> R<Id> {
        let parameters = self.tuple_items(parameters).unwrap_or_default().to_vec();
        if parameters.is_empty() {
            let text = self.repr_text(alias)?;
            return Err(self.type_error(format!("{text} is not a generic class")));
        }
        let mut key = self.unpack_type_arguments(key)?;
        self.keep(key);
        for &parameter in &parameters {
            let prepare = self.intern("__typing_prepare_subst__");
            let Some(prepare) = self.getattr_opt(parameter, prepare)?.filter(|&p| p != Singletons::NONE) else {
                continue;
            };
            self.keep(prepare);
            if self.tuple_items(key).is_none() {
                self.incref(key);
                key = self.new_tuple([key]);
                self.keep(key);
            }
            key = self.call(prepare, &[alias, key])?;
            self.keep(key);
        }
        let items = self.tuple_items(key).map_or_else(|| vec![key], <[Id]>::to_vec);
        if items.len() != parameters.len() {
            let amount = if items.len() > parameters.len() { "many" } else { "few" };
            let (text, given, wanted) = (self.repr_text(alias)?, items.len(), parameters.len());
            let message = format!("Too {amount} arguments for {text}; actual {given}, expected {wanted}");
            return Err(self.type_error(message));
        }
        let replaced = self.replace_parameters(arguments, &parameters, &items)?;
        Ok(self.new_tuple(replaced))
    }

    /// New references.
    fn replace_parameters(&mut self, arguments: &[Id], parameters: &[Id], items: &[Id]) -> R<Vec<Id>> {
        let mut replaced = Vec::with_capacity(arguments.len());
        for &argument in arguments {
            if self.is_class(argument) {
                replaced.push(argument);
                continue;
            }
            if let Some(inner) = self.items_of_sequence(argument) {
                let inner = self.replace_parameters(&inner, parameters, items)?;
                let made = match self.data(argument) {
                    Data::List(_) => self.new_list(inner),
                    _ => self.new_tuple(inner),
                };
                replaced.push(self.keep(made));
                continue;
            }
            let name = self.intern("__typing_is_unpacked_typevartuple__");
            let unpacked = match self.getattr_opt(argument, name)? {
                Some(answer) => {
                    self.keep(answer);
                    self.is_true(answer)?
                }
                None => false,
            };
            let name = self.intern("__typing_subst__");
            let made = match self.getattr_opt(argument, name)? {
                Some(subst) => {
                    self.keep(subst);
                    let item = item_for(parameters, items, argument);
                    self.call(subst, &[item.unwrap_or(argument)])?
                }
                None => self.substitute_inside(argument, parameters, items)?,
            };
            self.keep(made);
            match self.tuple_items(made).filter(|_| unpacked) {
                Some(several) => replaced.extend(several.to_vec()),
                None => replaced.push(made),
            }
        }
        for &argument in &replaced {
            self.incref(argument);
        }
        Ok(replaced)
    }

    /// An argument that has parameters of its own: a new reference (subs_tvars).
    fn substitute_inside(&mut self, argument: Id, parameters: &[Id], items: &[Id]) -> R<Id> {
        let own = self.tuple_attribute(argument, "__parameters__")?.unwrap_or_default();
        if own.is_empty() {
            return Ok(self.incref(argument));
        }
        let mut inner = Vec::new();
        for parameter in own {
            let item = item_for(parameters, items, parameter);
            match item {
                None => inner.push(parameter),
                Some(item) => {
                    let several = self.class(self.class_of(parameter)).slots.iter.is_some();
                    match self.tuple_items(item).filter(|_| several) {
                        Some(items) => inner.extend(items.to_vec()),
                        None => inner.push(item),
                    }
                }
            }
        }
        for &item in &inner {
            self.incref(item);
        }
        let key = self.new_tuple(inner);
        self.keep(key);
        self.getitem(argument, key)
    }

    /// `*tuple[int, str]` among arguments gives `int, str`: a new tuple, or the one argument itself (_unpack_args).
    fn unpack_type_arguments(&mut self, key: Id) -> R<Id> {
        let given = self.tuple_items(key).map_or_else(|| vec![key], <[Id]>::to_vec);
        let mut all = Vec::new();
        for item in given {
            let inner =
                if self.is_class(item) { None } else { self.tuple_attribute(item, "__typing_unpacked_tuple_args__")? };
            match inner.filter(|inner| inner.last() != Some(&Singletons::ELLIPSIS)) {
                Some(inner) => all.extend(inner),
                None => all.push(item),
            }
        }
        for &item in &all {
            self.incref(item);
        }
        Ok(self.new_tuple(all))
    }

    /// Whether both hold equal items, in any order (unionobject.c, union_richcompare compares sets).
    pub(crate) fn same_items(&mut self, left: &[Id], right: &[Id]) -> R<bool> {
        for (some, others) in [(left, right), (right, left)] {
            for &item in some {
                let mut found = false;
                for &other in others {
                    found = found || self.compare_bool(item, other, Comparison::Eq)?;
                }
                if !found {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

/// What takes a parameter's place. Parameters are looked for by identity (tuple_index).
fn item_for(parameters: &[Id], items: &[Id], wanted: Id) -> Option<Id> {
    parameters.iter().position(|&parameter| parameter == wanted).and_then(|i| items.get(i).copied())
}

//! Raising exceptions from Rust.

use std::rc::Rc;

use ouro_heap::Id;

use super::{Names, R, Raised, Vm};
use crate::data::{Class, Exception};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

impl Vm {
    /// Raises an exception of a builtin type with one argument, a message.
    #[cold]
    pub fn raise(&mut self, class: Id, message: impl Into<String>) -> Raised {
        let message = self.worded(message.into());
        let text = self.new_str(message);
        let args = self.pack_tuple(vec![text]);
        let exception = self.new_exception(class, args);
        self.raise_object(exception)
    }

    /// A message as the release words it.
    fn worded(&self, message: String) -> String {
        let found = self.version.reworded.iter().copied().flatten().find_map(|(old, new)| {
            let (start, end) = old.split_once("{}").unwrap_or((old, ""));
            let mut rest = message.strip_prefix(start)?;
            if let Some((between, end)) = end.split_once("{}") {
                rest = rest.split_once(between)?.1.strip_suffix(end)?;
            } else {
                rest = rest.strip_suffix(end)?;
            }
            (rest.is_empty() || old.contains("{}")).then(|| new.replacen("{}", rest, 1))
        });
        found.unwrap_or(message)
    }

    /// Raises an exception of a builtin type whose arguments are these objects (borrowed).
    #[cold]
    pub fn raise_with(&mut self, class: Id, args: &[Id]) -> Raised {
        for &arg in args {
            self.heap.incref(arg);
        }
        let args = self.pack_tuple(args);
        let exception = self.new_exception(class, args);
        self.raise_object(exception)
    }

    /// Whether a call of an exception's class makes the exception first, then copies the arguments: of a builtin one that
    /// makes nothing of them (CPython 3.14 exceptions.c, BaseException_vectorcall).
    pub(crate) fn precedes_args(&self, class: Id) -> bool {
        const WITH_FIELDS: [Id; 8] = [
            Exceptions::ATTRIBUTE_ERROR,
            Exceptions::IMPORT_ERROR,
            Exceptions::MEMORY_ERROR,
            Exceptions::NAME_ERROR,
            Exceptions::OS_ERROR,
            Exceptions::STOP_ITERATION,
            Exceptions::SYNTAX_ERROR,
            Exceptions::SYSTEM_EXIT,
        ];
        self.version.exceptions_precede_args
            && TypeTable::is_static(class)
            && !WITH_FIELDS.iter().any(|&base| self.is_subclass(class, base))
    }

    /// An exception that takes over the reference to its args. Types that derive attributes from their args
    /// do so in `types::exceptions`.
    pub fn new_exception(&mut self, class: Id, args: Id) -> Id {
        let exception = Exception {
            args: Some(args),
            dict: None,
            traceback: None,
            cause: None,
            context: None,
            suppress_context: false,
            fields: Vec::new(),
            values: Box::default(),
        };
        let id = self.alloc_instance(class, Data::Exception(Box::new(exception)));
        if self.precedes_args(class) && self.heap.is_tracked(args) {
            self.heap.untrack(args);
            self.heap.track(args);
        }
        self.set_exception_fields(id);
        id
    }

    /// Raises an exception object; takes the reference. The exception being handled becomes its context
    /// (errors.c, _PyErr_SetObject).
    pub fn raise_object(&mut self, exception: Id) -> Raised {
        self.set_context(exception);
        self.set_raised(exception)
    }

    /// TypeError
    #[cold]
    pub fn type_error(&mut self, message: impl Into<String>) -> Raised {
        self.raise(Exceptions::TYPE_ERROR, message)
    }

    /// ValueError
    #[cold]
    pub fn value_error(&mut self, message: impl Into<String>) -> Raised {
        self.raise(Exceptions::VALUE_ERROR, message)
    }

    /// IndexError
    #[cold]
    pub fn index_error(&mut self, message: impl Into<String>) -> Raised {
        self.raise(Exceptions::INDEX_ERROR, message)
    }

    /// OverflowError
    #[cold]
    pub fn overflow_error(&mut self, message: impl Into<String>) -> Raised {
        self.raise(Exceptions::OVERFLOW_ERROR, message)
    }

    /// KeyError whose argument is the key (borrowed).
    #[cold]
    pub fn key_error(&mut self, key: Id) -> Raised {
        self.raise_with(Exceptions::KEY_ERROR, &[key])
    }

    /// StopIteration, with a value if it is not None (borrowed).
    #[cold]
    pub fn stop_iteration(&mut self, value: Option<Id>) -> Raised {
        self.raise_with(Exceptions::STOP_ITERATION, value.as_slice())
    }

    /// "'int' object is not iterable" and the like: the type's name goes in for `{}`.
    #[cold]
    pub fn type_error_for(&mut self, object: Id, message: &str) -> Raised {
        let name = self.type_name(object);
        self.type_error(message.replacen("{}", &name, 1))
    }

    /// Whether an exception in flight is an instance of a class.
    pub fn is_raised(&self, _raised: &Raised, class: Id) -> bool {
        self.raised.is_some_and(|e| self.is_subclass(self.class_of(e), class))
    }

    /// Takes the exception in flight: a new reference; it is no longer raised.
    pub fn catch(&mut self, raised: Raised) -> Option<Id> {
        drop(raised);
        self.raised.take()
    }

    /// Drops the exception in flight.
    pub fn discard(&mut self, raised: Raised) {
        if let Some(exception) = self.catch(raised) {
            self.decref(exception);
        }
    }

    /// If the exception in flight is an instance of `class`, drops it and returns `Ok`; otherwise passes it on.
    pub fn expect_raised(&mut self, raised: Raised, class: Id) -> R<()> {
        if self.abort.is_none() && self.is_raised(&raised, class) {
            self.discard(raised);
            Ok(())
        } else {
            Err(raised)
        }
    }

    /// The name of an object's class without the module that some builtin types carry in theirs.
    pub fn bare_type_name(&self, object: Id) -> String {
        let name = self.type_name(object);
        name.rsplit('.').next().unwrap_or(&name).to_owned()
    }

    /// The name of an object's class for messages (`tp_name`): `__name__`, for a type of a module other than `builtins`
    /// written in Rust with the module.
    pub fn type_name(&self, object: Id) -> Rc<str> {
        self.class_name(self.class_of(object))
    }

    /// The name of a class for messages, as [`Vm::type_name`] gives it.
    pub fn class_name(&self, class: Id) -> Rc<str> {
        let class = self.class(class);
        if class.flags.heap_type || class.module == "builtins" {
            return class.name.clone();
        }
        format!("{}.{}", class.module, class.name).into()
    }

    /// What a class object holds. An object that is none counts as `object`.
    #[inline(always)]
    pub fn class(&self, class: Id) -> &Class {
        match self.heap.get(class) {
            Data::Class(c) => c,
            _ => match self.heap.get(TypeTable::OBJECT) {
                Data::Class(c) => c,
                _ => unreachable!("the first object of every machine is a class"),
            },
        }
    }

    /// As [`Vm::class`], to change it; `None` if the object is not a class.
    pub fn class_mut(&mut self, class: Id) -> Option<&mut Class> {
        match self.heap.get_mut(class) {
            Data::Class(c) => Some(c),
            _ => None,
        }
    }

    /// `__module__` of an exception's class for messages: empty for builtins and `__main__`.
    pub fn module_prefix(&mut self, class: Id) -> String {
        let module = match self.class(class).dict {
            Some(dict) => self.dict_get_name(dict, Names::MODULE).and_then(|m| self.str_text(m)),
            None => None,
        };
        match module {
            Some(m) if &*m != "builtins" && &*m != "__main__" => format!("{m}."),
            _ => String::new(),
        }
    }
}

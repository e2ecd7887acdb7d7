//! Reading texts, numbers and sequences out of objects, without running Python code.

use std::rc::Rc;

use num_bigint::BigInt;
use ouro_heap::Id;

use super::{R, Vm};
use crate::data::{ListItems, Str};
use crate::object::Data;

impl Vm {
    /// The text of a str or of an instance of a subclass.
    pub fn str_data(&self, id: Id) -> Option<&Rc<Str>> {
        match self.data(id) {
            Data::Str(s) => Some(s),
            _ => None,
        }
    }

    /// The text of a str on its own, as of a name for a message; empty for what is no str.
    pub(crate) fn name_text(&self, name: Id) -> String {
        self.str_text(name).map(|text| text.to_string()).unwrap_or_default()
    }

    /// A copy of a str's text that needs no borrow of the machine.
    pub fn str_text(&self, id: Id) -> Option<SharedText> {
        self.str_data(id).cloned().map(SharedText)
    }

    /// The value of an int or bool that fits, or of an instance of a subclass.
    pub fn int_value(&self, id: Id) -> Option<i64> {
        match self.data(id) {
            Data::Int(i) => Some(*i),
            _ => None,
        }
    }

    /// The value of an int of any size.
    pub fn big_int_value(&self, id: Id) -> Option<BigInt> {
        match self.data(id) {
            Data::Int(i) => Some(BigInt::from(*i)),
            Data::BigInt(i) => Some((**i).clone()),
            _ => None,
        }
    }

    /// The value of a float.
    pub fn float_value(&self, id: Id) -> Option<f64> {
        match self.data(id) {
            Data::Float(f) => Some(*f),
            _ => None,
        }
    }

    /// The items of a list or of an instance of a subclass.
    pub fn list_items(&self, id: Id) -> Option<&ListItems> {
        match self.data(id) {
            Data::List(items) => Some(items),
            _ => None,
        }
    }

    /// As [`Vm::list_items`], to change them.
    pub fn list_items_mut(&mut self, id: Id) -> Option<&mut ListItems> {
        match self.data_mut(id) {
            Data::List(items) => Some(items),
            _ => None,
        }
    }

    /// The items of a tuple or of an instance of a subclass.
    pub fn tuple_items(&self, id: Id) -> Option<&[Id]> {
        match self.data(id) {
            Data::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The text of a str argument, or TypeError "{what} must be str, not int".
    pub fn expect_str(&mut self, id: Id, what: &str) -> R<SharedText> {
        match self.str_text(id) {
            Some(text) => Ok(text),
            None => {
                let name = self.type_name(id);
                Err(self.type_error(format!("{what} must be str, not {name}")))
            }
        }
    }
}

/// A str's text, shared with the object: holding it borrows nothing.
#[derive(Clone, Debug)]
pub struct SharedText(pub Rc<Str>);

impl std::ops::Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.as_str()
    }
}

impl std::fmt::Display for SharedText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.as_str())
    }
}

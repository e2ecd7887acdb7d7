//! The iterators that `_string` gives to `string.Formatter` (CPython 3.13 stringlib/unicode_format.h).

use std::rc::Rc;

use ouro_heap::Id;

use crate::format::{Step, next_markup, next_step};
use crate::native::TypeSpec;
use crate::object::NativeData;
use crate::types::TypeTable;
use crate::types::list_iterator::slots;
use crate::vm::{R, Singletons, Vm};

/// Goes through a text: a format string, or what follows the first part of a field's name.
#[derive(Clone)]
struct TextIterator {
    text: Rc<[char]>,
    at: usize,
    size: usize,
}

impl NativeData for TextIterator {
    fn is_container(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        self.size
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `formatteriterator`.
pub(crate) fn formatter_spec() -> TypeSpec {
    TypeSpec { slots: slots(formatter_next), ..TypeSpec::new("formatteriterator") }
}

/// The declaration of `fieldnameiterator`.
pub(crate) fn field_name_spec() -> TypeSpec {
    TypeSpec { slots: slots(field_name_next), ..TypeSpec::new("fieldnameiterator") }
}

/// An iterator over the literals and fields of a format string.
pub(crate) fn over_format(vm: &mut Vm, text: Vec<char>) -> Id {
    vm.new_native(TypeTable::FORMATTER_ITERATOR, TextIterator { text: text.into(), at: 0, size: 56 })
}

/// An iterator over the steps in a field's name.
pub(crate) fn over_steps(vm: &mut Vm, text: Vec<char>) -> Id {
    vm.new_native(TypeTable::FIELD_NAME_ITERATOR, TextIterator { text: text.into(), at: 0, size: 64 })
}

/// Literal, name of the field, specification, conversion.
fn formatter_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(TextIterator { text, mut at, .. }) = vm.native::<TextIterator>(this).cloned() else { return Ok(None) };
    let markup = next_markup(&text, &mut at).map_err(|message| vm.value_error(message));
    if let Some(iterator) = vm.native_mut::<TextIterator>(this) {
        iterator.at = at;
    }
    let Some((literal, field)) = markup? else { return Ok(None) };
    let literal = vm.new_str(literal);
    let items = match field {
        None => vec![literal, Singletons::NONE, Singletons::NONE, Singletons::NONE],
        Some(field) => {
            let name = vm.new_str(field.name.iter().collect::<String>());
            let spec = vm.new_str(field.spec.iter().collect::<String>());
            let conversion = match field.conversion {
                Some(conversion) => vm.new_str(conversion.to_string()),
                None => Singletons::NONE,
            };
            vec![literal, name, spec, conversion]
        }
    };
    Ok(Some(vm.new_tuple(items)))
}

/// Whether it is an attribute, and its name or the key.
fn field_name_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(TextIterator { text, at, .. }) = vm.native::<TextIterator>(this).cloned() else { return Ok(None) };
    let mut rest = text.get(at..).unwrap_or_default();
    if rest.is_empty() {
        return Ok(None);
    }
    let step = next_step(vm, &mut rest);
    let left = rest.len();
    if let Some(iterator) = vm.native_mut::<TextIterator>(this) {
        iterator.at = iterator.text.len() - left;
    }
    let (is_attribute, value) = match step? {
        Step::Attribute(name) => (Singletons::TRUE, vm.new_str(name)),
        Step::Index(index) => (Singletons::FALSE, vm.new_int(index as i64)),
        Step::Key(key) => (Singletons::FALSE, vm.new_str(key)),
    };
    Ok(Some(vm.new_tuple(vec![is_attribute, value])))
}

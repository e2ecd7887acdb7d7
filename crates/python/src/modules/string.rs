//! Module `_string`: what `string.Formatter` stands on (CPython 3.13 stringlib/unicode_format.h).

use ouro_heap::Id;

use super::ModuleSpec;
use crate::format::{FirstName, split_name};
use crate::native::{Args, Native};
use crate::types::format_iterators::{over_format, over_steps};
use crate::vm::{R, Vm};

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_string",
        functions: const {
            &[
                Native::new("formatter_parser", 1, 1, parser),
                Native::new("formatter_field_name_split", 1, 1, split_field_name),
            ]
        },
        init: None,
    }
}

fn text_of(vm: &mut Vm, argument: Id) -> R<Vec<char>> {
    match vm.str_text(argument) {
        Some(text) => Ok(text.chars().collect()),
        None => Err(vm.type_error_for(argument, "expected str, got {}")),
    }
}

fn parser(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, args.pos[0])?;
    Ok(over_format(vm, text))
}

/// The first part, an int or a str, and an iterator over the rest.
fn split_field_name(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, args.pos[0])?;
    let (first, rest) = split_name(vm, &text)?;
    let first = match first {
        FirstName::Number(number) => vm.new_int(number as i64),
        FirstName::Name(name) => vm.new_str(name),
    };
    let rest = over_steps(vm, rest.to_vec());
    Ok(vm.new_tuple(vec![first, rest]))
}

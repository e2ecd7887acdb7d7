//! Attributes that single exception types add: StopIteration, SystemExit, KeyError, AttributeError, NameError,
//! ImportError (exceptions.c).

use ouro_heap::Id;
use smallvec::SmallVec;

use super::{Exceptions, base, field};
use crate::native::{Args, GetSet};
use crate::vm::{R, Singletons, Vm};

/// Reads field `N`: None where nothing is.
pub(super) fn get<const N: usize>(vm: &mut Vm, this: Id) -> R<Id> {
    let value = vm.exception_field(this, N).unwrap_or(Singletons::NONE);
    Ok(vm.incref(value))
}

/// Writes or deletes field `N`.
pub(super) fn set<const N: usize>(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    if let Some(value) = value {
        vm.incref(value);
    }
    vm.set_exception_field(this, N, value);
    Ok(())
}

pub(super) const STOP_ITERATION: &[GetSet] = &[GetSet::new("value", get::<{ field::VALUE }>, set::<{ field::VALUE }>)];
pub(super) const SYSTEM_EXIT: &[GetSet] = &[GetSet::new("code", get::<{ field::VALUE }>, set::<{ field::VALUE }>)];
pub(super) const ATTRIBUTE_ERROR: &[GetSet] = &[
    GetSet::new("name", get::<{ field::NAME }>, set::<{ field::NAME }>),
    GetSet::new("obj", get::<{ field::OBJ }>, set::<{ field::OBJ }>),
];
pub(super) const NAME_ERROR: &[GetSet] = &[GetSet::new("name", get::<{ field::NAME }>, set::<{ field::NAME }>)];
pub(super) const IMPORT_ERROR: &[GetSet] = &[
    GetSet::new("msg", get::<{ field::IMPORT_MSG }>, set::<{ field::IMPORT_MSG }>),
    GetSet::new("name", get::<{ field::IMPORT_NAME }>, set::<{ field::IMPORT_NAME }>),
    GetSet::new("path", get::<{ field::IMPORT_PATH }>, set::<{ field::IMPORT_PATH }>),
    GetSet::new("name_from", get::<{ field::IMPORT_NAME_FROM }>, set::<{ field::IMPORT_NAME_FROM }>),
];

/// Fields that follow from the arguments of a type of this file.
pub(super) fn derive(vm: &mut Vm, this: Id, kind: Id, args: &[Id]) {
    match kind {
        Exceptions::STOP_ITERATION => {
            let value = args.first().copied().unwrap_or(Singletons::NONE);
            vm.incref(value);
            vm.set_exception_field(this, field::VALUE, Some(value));
        }
        Exceptions::SYSTEM_EXIT => {
            let code = match args {
                [] => None,
                [only] => Some(vm.incref(*only)),
                _ => vm.exception(this).and_then(|e| e.args).map(|tuple| vm.incref(tuple)),
            };
            vm.set_exception_field(this, field::VALUE, code);
        }
        Exceptions::IMPORT_ERROR | Exceptions::MODULE_NOT_FOUND_ERROR => {
            let message = match args {
                [only] => Some(vm.incref(*only)),
                _ => None,
            };
            vm.set_exception_field(this, field::IMPORT_MSG, message);
        }
        Exceptions::UNICODE_DECODE_ERROR | Exceptions::UNICODE_ENCODE_ERROR if args.len() == 5 => {
            for (index, &arg) in args.iter().enumerate() {
                vm.incref(arg);
                vm.set_exception_field(this, field::ENCODING + index, Some(arg));
            }
        }
        _ => {}
    }
}

/// The values of keywords by these names, borrowed; any other keyword is an error.
fn keywords(vm: &mut Vm, function: &str, args: &Args, names: &[&str]) -> R<SmallVec<[Option<Id>; 3]>> {
    let mut values = SmallVec::from_elem(None, names.len());
    for &(name, value) in args.kw {
        let text = vm.str_text(name);
        match text.as_deref().and_then(|t| names.iter().position(|&n| n == t)) {
            Some(index) => values[index] = Some(value),
            None => {
                let text = text.map(|t| t.to_string()).unwrap_or_default();
                return Err(vm.unexpected_keyword(function, &text, names));
            }
        }
    }
    Ok(values)
}

fn store(vm: &mut Vm, this: Id, number: usize, value: Option<Id>) {
    if let Some(value) = value {
        vm.incref(value);
    }
    vm.set_exception_field(this, number, value);
}

pub(super) fn stop_iteration_init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    base::init(vm, this, args)?;
    derive(vm, this, Exceptions::STOP_ITERATION, args.pos);
    Ok(())
}

pub(super) fn system_exit_init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    base::init(vm, this, args)?;
    derive(vm, this, Exceptions::SYSTEM_EXIT, args.pos);
    Ok(())
}

pub(super) fn attribute_error_init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    base::store_args(vm, this, args);
    let values = keywords(vm, "AttributeError", args, &["name", "obj"])?;
    store(vm, this, field::NAME, values[0]);
    store(vm, this, field::OBJ, values[1]);
    Ok(())
}

pub(super) fn name_error_init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    base::store_args(vm, this, args);
    let values = keywords(vm, "NameError", args, &["name"])?;
    store(vm, this, field::NAME, values[0]);
    Ok(())
}

pub(super) fn import_error_init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    base::store_args(vm, this, args);
    let values = keywords(vm, "ImportError", args, &["name", "path", "name_from"])?;
    store(vm, this, field::IMPORT_NAME, values[0]);
    store(vm, this, field::IMPORT_PATH, values[1]);
    store(vm, this, field::IMPORT_NAME_FROM, values[2]);
    derive(vm, this, Exceptions::IMPORT_ERROR, args.pos);
    Ok(())
}

pub(super) fn import_error_str(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.exception_field(this, field::IMPORT_MSG) {
        Some(message) if vm.str_data(message).is_some() => Ok(vm.incref(message)),
        _ => base::str(vm, this),
    }
}

/// A single key is shown by its repr, so that an empty str can be seen (KeyError_str).
pub(super) fn key_error_str(vm: &mut Vm, this: Id) -> R<Id> {
    match base::arg_items(vm, this)[..] {
        [only] => {
            vm.incref(only);
            let result = vm.repr(only);
            vm.decref(only);
            result
        }
        _ => base::str(vm, this),
    }
}

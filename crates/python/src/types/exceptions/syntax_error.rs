//! SyntaxError: where in the source (exceptions.c).

use ouro_heap::Id;

use super::attributes::{get, set};
use super::{base, field};
use crate::native::{Args, GetSet, TypeSlots, TypeSpec};
use crate::vm::{R, Vm};

/// The declaration of `SyntaxError`.
pub(super) fn spec(plain: TypeSpec) -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { init: Some(init), str: Some(str), ..plain.slots },
        getset: const {
            &[
                GetSet::new("msg", get::<{ field::SYNTAX_MSG }>, set::<{ field::SYNTAX_MSG }>),
                GetSet::new("filename", get::<{ field::SYNTAX_FILENAME }>, set::<{ field::SYNTAX_FILENAME }>),
                GetSet::new("lineno", get::<{ field::LINENO }>, set::<{ field::LINENO }>),
                GetSet::new("offset", get::<{ field::OFFSET }>, set::<{ field::OFFSET }>),
                GetSet::new("text", get::<{ field::TEXT }>, set::<{ field::TEXT }>),
                GetSet::new("end_lineno", get::<{ field::END_LINENO }>, set::<{ field::END_LINENO }>),
                GetSet::new("end_offset", get::<{ field::END_OFFSET }>, set::<{ field::END_OFFSET }>),
                GetSet::new(
                    "print_file_and_line",
                    get::<{ field::PRINT_FILE_AND_LINE }>,
                    set::<{ field::PRINT_FILE_AND_LINE }>,
                ),
            ]
        },
        ..plain
    }
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    base::init(vm, this, args)?;
    if let Some(message) = args.get(0) {
        vm.incref(message);
        vm.set_exception_field(this, field::SYNTAX_MSG, Some(message));
    }
    let [_, place] = args.pos else { return Ok(()) };
    let parts = vm.collect(*place)?;
    for &part in &parts {
        vm.keep(part);
    }
    match parts.len() {
        0..=3 => return Err(vm.type_error(format!("function takes at least 4 arguments ({} given)", parts.len()))),
        5 => return Err(vm.type_error("end_offset must be provided when end_lineno is provided")),
        7.. => return Err(vm.type_error(format!("function takes at most 6 arguments ({} given)", parts.len()))),
        _ => {}
    }
    for (index, part) in parts.into_iter().enumerate() {
        vm.incref(part);
        vm.set_exception_field(this, field::SYNTAX_FILENAME + index, Some(part));
    }
    Ok(())
}

/// The fields of an exception that the machine makes: message, and a tuple of the place.
pub(super) fn derive(vm: &mut Vm, this: Id, args: &[Id]) {
    if let &[message] = args {
        vm.incref(message);
        vm.set_exception_field(this, field::SYNTAX_MSG, Some(message));
    }
    let &[message, place] = args else { return };
    let parts = vm.tuple_items(place).map(<[Id]>::to_vec).unwrap_or_default();
    if !matches!(parts.len(), 4 | 6) {
        return;
    }
    for (index, part) in [message].into_iter().chain(parts).enumerate() {
        vm.incref(part);
        vm.set_exception_field(this, field::SYNTAX_MSG + index, Some(part));
    }
}

fn str(vm: &mut Vm, this: Id) -> R<Id> {
    let message = vm.exception_field(this, field::SYNTAX_MSG).unwrap_or(crate::vm::Singletons::NONE);
    vm.incref(message);
    vm.keep(message);
    let message = vm.display_text(message)?;
    let file = vm
        .exception_field(this, field::SYNTAX_FILENAME)
        .and_then(|id| vm.str_text(id))
        .map(|path| path.rsplit('/').next().unwrap_or_default().to_owned());
    let line = vm.exception_field(this, field::LINENO).and_then(|id| vm.int_value(id));
    let text = match (file, line) {
        (None, None) => message,
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
    };
    Ok(vm.new_str(text))
}

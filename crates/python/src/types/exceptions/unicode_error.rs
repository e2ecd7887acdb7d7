//! UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError (exceptions.c).

use ouro_heap::Id;

use super::attributes::{get, set};
use super::{base, field};
use crate::native::{Args, GetSet, TypeSlots, TypeSpec, UnaryFn};
use crate::object::Data;
use crate::types::TypeTable;
use crate::vm::{R, Vm, saturating_count};

const GETSET: &[GetSet] = &[
    GetSet::new("encoding", get::<{ field::ENCODING }>, set::<{ field::ENCODING }>),
    GetSet::new("object", get::<{ field::OBJECT }>, set::<{ field::OBJECT }>),
    GetSet::new("start", get::<{ field::START }>, set::<{ field::START }>),
    GetSet::new("end", get::<{ field::END }>, set::<{ field::END }>),
    GetSet::new("reason", get::<{ field::REASON }>, set::<{ field::REASON }>),
];

/// The declaration of `UnicodeDecodeError`.
pub(super) fn decode_spec(plain: TypeSpec) -> TypeSpec {
    declare(plain, decode_init, decode_str)
}

/// The declaration of `UnicodeEncodeError`.
pub(super) fn encode_spec(plain: TypeSpec) -> TypeSpec {
    declare(plain, encode_init, encode_str)
}

/// The declaration of `UnicodeTranslateError`.
pub(super) fn translate_spec(plain: TypeSpec) -> TypeSpec {
    declare(plain, translate_init, translate_str)
}

fn declare(plain: TypeSpec, init: fn(&mut Vm, Id, &Args) -> R<()>, str: UnaryFn) -> TypeSpec {
    TypeSpec { slots: TypeSlots { init: Some(init), str: Some(str), ..plain.slots }, getset: GETSET, ..plain }
}

/// Checks the types of the arguments and stores them from field `first` on.
fn store(vm: &mut Vm, this: Id, args: &Args, first: usize, types: &[(Id, &str)]) -> R<()> {
    base::init(vm, this, args)?;
    if args.pos.len() != types.len() {
        let message = format!("function takes exactly {} arguments ({} given)", types.len(), args.pos.len());
        return Err(vm.type_error(message));
    }
    for (index, (&arg, &(class, name))) in args.pos.iter().zip(types).enumerate() {
        if !vm.is_instance(arg, class) {
            let got = vm.type_name(arg);
            let message = match class {
                TypeTable::INT => format!("'{got}' object cannot be interpreted as an integer"),
                _ => format!("argument {} must be {name}, not {got}", index + 1),
            };
            return Err(vm.type_error(message));
        }
    }
    for (index, &arg) in args.pos.iter().enumerate() {
        vm.incref(arg);
        vm.set_exception_field(this, first + index, Some(arg));
    }
    Ok(())
}

const STR: (Id, &str) = (TypeTable::STR, "str");
const INT: (Id, &str) = (TypeTable::INT, "int");

fn decode_init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    store(vm, this, args, field::ENCODING, &[STR, (TypeTable::OBJECT, "bytes"), INT, INT, STR])
}

fn encode_init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    store(vm, this, args, field::ENCODING, &[STR, STR, INT, INT, STR])
}

fn translate_init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    store(vm, this, args, field::OBJECT, &[STR, INT, INT, STR])
}

struct Parts {
    encoding: String,
    start: usize,
    end: usize,
    reason: String,
}

fn parts(vm: &mut Vm, this: Id) -> R<Parts> {
    let mut text = |number: usize| -> R<String> {
        match vm.exception_field(this, number) {
            Some(id) => vm.display_text(id),
            None => Ok(String::new()),
        }
    };
    let (encoding, reason) = (text(field::ENCODING)?, text(field::REASON)?);
    let number = |n: usize| saturating_count(vm.exception_field(this, n).and_then(|id| vm.int_value(id)).unwrap_or(0));
    Ok(Parts { encoding, start: number(field::START), end: number(field::END), reason })
}

fn decode_str(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(object) = vm.exception_field(this, field::OBJECT) else { return base::str(vm, this) };
    let Parts { encoding, start, end, reason } = parts(vm, this)?;
    let byte = match vm.data(object) {
        Data::Bytes(bytes) => bytes.get(start).copied(),
        Data::ByteArray(bytes) => bytes.bytes.get(start).copied(),
        _ => None,
    };
    let text = match byte {
        Some(byte) if end == start + 1 => {
            format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
        }
        _ => {
            let last = end as i64 - 1;
            format!("'{encoding}' codec can't decode bytes in position {start}-{last}: {reason}")
        }
    };
    Ok(vm.new_str(text))
}

/// `\xe9`, `\u20ac` or `\U0001f600`, if the range is one character.
fn single_char(vm: &Vm, object: Id, start: usize, end: usize) -> Option<String> {
    if end != start + 1 {
        return None;
    }
    let c = vm.str_text(object)?.chars().nth(start)? as u32;
    Some(match c {
        0..=0xff => format!("\\x{c:02x}"),
        0x100..=0xffff => format!("\\u{c:04x}"),
        _ => format!("\\U{c:08x}"),
    })
}

fn encode_str(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(object) = vm.exception_field(this, field::OBJECT) else { return base::str(vm, this) };
    let Parts { encoding, start, end, reason } = parts(vm, this)?;
    let text = match single_char(vm, object, start, end) {
        Some(c) => format!("'{encoding}' codec can't encode character '{c}' in position {start}: {reason}"),
        None => {
            let last = end as i64 - 1;
            format!("'{encoding}' codec can't encode characters in position {start}-{last}: {reason}")
        }
    };
    Ok(vm.new_str(text))
}

fn translate_str(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(object) = vm.exception_field(this, field::OBJECT) else { return base::str(vm, this) };
    let Parts { start, end, reason, .. } = parts(vm, this)?;
    let text = match single_char(vm, object, start, end) {
        Some(c) => format!("can't translate character '{c}' in position {start}: {reason}"),
        None => {
            let last = end as i64 - 1;
            format!("can't translate characters in position {start}-{last}: {reason}")
        }
    };
    Ok(vm.new_str(text))
}

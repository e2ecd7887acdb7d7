//! Ints as bytes.

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, Zero};
use ouro_heap::Id;

use crate::native::Args;
use crate::object::Data;
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Vm};

/// Whether a byte order is big-endian, which is the default.
fn is_big_endian(vm: &mut Vm, order: Option<Id>, function: &str) -> R<bool> {
    let Some(order) = order else { return Ok(true) };
    let text = vm.expect_str(order, &format!("{function}() argument 'byteorder'"))?;
    match &*text {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn flag(vm: &mut Vm, value: Option<Id>) -> R<bool> {
    value.map_or(Ok(false), |value| vm.is_true(value))
}

/// `int.to_bytes`
pub(super) fn to_bytes(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["length", "byteorder", "signed"], positional_only: 0, positional: 2, required: 0 };
    let bound = vm.bind_args("to_bytes", args, &PARAMETERS)?;
    let length = bound[0].map_or(Ok(1), |length| vm.index(length))?;
    let big_endian = is_big_endian(vm, bound[1], "to_bytes")?;
    let signed = flag(vm, bound[2])?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    vm.check_size(length)?;
    let value = vm.big_int_value(this).unwrap_or_default();
    if value.is_negative() && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    let mut bytes = match (value.is_zero(), signed) {
        (true, _) => Vec::new(),
        (false, true) => value.to_signed_bytes_le(),
        (false, false) => value.magnitude().to_bytes_le(),
    };
    if bytes.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    bytes.resize(length, if value.is_negative() { 0xFF } else { 0 });
    if big_endian {
        bytes.reverse();
    }
    Ok(vm.new_copied_bytes(bytes))
}

/// `int.from_bytes`
pub(super) fn from_bytes(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["bytes", "byteorder", "signed"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("from_bytes", args, &PARAMETERS)?;
    let Some(source) = bound[0] else { return Ok(vm.new_int(0)) };
    let big_endian = is_big_endian(vm, bound[1], "from_bytes")?;
    let signed = flag(vm, bound[2])?;
    let mut bytes = match vm.data(source) {
        Data::Bytes(bytes) => bytes.to_vec(),
        Data::ByteArray(array) => array.bytes.clone(),
        Data::Str(_) | Data::Int(_) | Data::BigInt(_) | Data::Float(_) => {
            return Err(vm.type_error_for(source, "cannot convert '{}' object to bytes"));
        }
        _ => {
            let object = vm.call(TypeTable::BYTES, &[source])?;
            vm.keep(object);
            match vm.data(object) {
                Data::Bytes(bytes) => bytes.to_vec(),
                _ => Vec::new(),
            }
        }
    };
    if big_endian {
        bytes.reverse();
    }
    let value = if signed { BigInt::from_signed_bytes_le(&bytes) } else { BigInt::from_bytes_le(Sign::Plus, &bytes) };
    let value = vm.new_big_int(value);
    if class == TypeTable::INT {
        return Ok(value);
    }
    vm.keep(value);
    vm.call(class, &[value])
}

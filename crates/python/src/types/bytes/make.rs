//! What `bytes()`, `bytearray()` and `fromhex` make bytes of.

use ouro_heap::Id;

use crate::native::Args;
use crate::text::codec::Encoding;
use crate::types::TypeTable;
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// The arguments of `bytes()` or `bytearray()`, which `name` says (bytesobject.c, bytes_new_impl).
pub(crate) fn bytes_from(vm: &mut Vm, name: &'static str, args: &Args) -> R<Vec<u8>> {
    let names = Parameters { names: &["source", "encoding", "errors"], positional_only: 0, positional: 3, required: 0 };
    let given = vm.bind_args(name, args, &names)?;
    let [source, encoding, errors] = [0, 1, 2].map(|i| given.get(i).copied().flatten());
    let encoding_name = encoding.map(|arg| vm.expect_str(arg, &format!("{name}() argument 'encoding'"))).transpose()?;
    let errors_name = errors.map(|arg| vm.expect_str(arg, &format!("{name}() argument 'errors'"))).transpose()?;
    let Some(source) = source else {
        return match (encoding, errors) {
            (None, None) => Ok(Vec::new()),
            (Some(_), _) => Err(vm.type_error("encoding without a string argument")),
            (None, Some(_)) => Err(vm.type_error("errors without a string argument")),
        };
    };
    if let Some(text) = vm.str_text(source) {
        if encoding.is_none() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let encoding = encoding_name.map_or(Ok(Encoding::Utf8), |name| vm.find_encoding(&name))?;
        return vm.encode_text(&text, encoding, errors_name.as_deref().unwrap_or("strict"));
    }
    match (encoding, errors) {
        (Some(_), _) => return Err(vm.type_error("encoding without a string argument")),
        (None, Some(_)) => return Err(vm.type_error("errors without a string argument")),
        (None, None) => {}
    }
    if name == "bytes"
        && let Some(result) = vm.call_special(source, Names::BYTES, &[])?
    {
        vm.keep(result);
        return match vm.byte_slice(result) {
            Some(bytes) => Ok(bytes.to_vec()),
            None => Err(vm.type_error_for(result, "__bytes__ returned non-bytes (type {})")),
        };
    }
    if vm.has_index(source) {
        let count = vm.index(source)?;
        let Ok(count) = usize::try_from(count) else { return Err(vm.value_error("negative count")) };
        vm.check_size(count)?;
        return Ok(vec![0; count]);
    }
    if let Some(bytes) = vm.bytes_like(source) {
        return Ok(bytes.to_vec());
    }
    if !vm.is_iterable(source) {
        return Err(vm.type_error_for(source, &format!("cannot convert '{{}}' object to {name}")));
    }
    let what = if name == "bytes" { "bytes" } else { "byte" };
    bytes_of_iterable(vm, source, what)
}

/// Bytes from an iterable of ints.
pub(crate) fn bytes_of_iterable(vm: &mut Vm, iterable: Id, what: &str) -> R<Vec<u8>> {
    // A list or tuple is read without an iterator (bytesobject.c, _PyBytes_FromList).
    let in_place = [TypeTable::LIST, TypeTable::TUPLE].contains(&vm.class_of(iterable));
    let iterator = if in_place { iterable } else { vm.iter(iterable)? };
    if !in_place {
        vm.keep(iterator);
    }
    let mut bytes = Vec::new();
    loop {
        let item = match in_place {
            true => vm.sequence_item(iterable, bytes.len()).map(|item| vm.incref(item)),
            false => vm.step(iterator)?,
        };
        let Some(item) = item else { break };
        let byte = vm.expect_byte(item, what);
        vm.decref(item);
        bytes.push(byte?);
        vm.check_size(bytes.len())?;
    }
    Ok(bytes)
}

/// Pairs of hexadecimal digits, with white space between them (bytesobject.c, _PyBytes_FromHex).
pub(crate) fn fromhex_bytes(vm: &mut Vm, arg: Id) -> R<Vec<u8>> {
    let text = vm.expect_str(arg, "fromhex() argument")?;
    let mut bytes = Vec::with_capacity(text.len() / 2);
    let mut high = None;
    let mut position = 0;
    for c in text.chars() {
        match (c.to_digit(16), high) {
            (Some(digit), None) => high = Some(digit),
            (Some(digit), Some(first)) => {
                bytes.push((first * 16 + digit) as u8);
                high = None;
            }
            (None, None) if matches!(c, ' ' | '\t'..='\r') => {}
            _ => {
                high = Some(0);
                break;
            }
        }
        position += 1;
    }
    match high {
        None => Ok(bytes),
        Some(_) => Err(vm.value_error(format!("non-hexadecimal number found in fromhex() arg at position {position}"))),
    }
}

/// The arguments of `hex`: bytes as hexadecimal digits, grouped (pystrhex.c).
pub(crate) fn hex(vm: &mut Vm, bytes: &[u8], args: &Args) -> R<Id> {
    let names = Parameters { names: &["sep", "bytes_per_sep"], positional_only: 0, positional: 2, required: 0 };
    let given = vm.bind_args("hex", args, &names)?;
    let separator = match given.first().copied().flatten() {
        None => None,
        Some(arg) => {
            let text = match (vm.str_text(arg), vm.bytes_like(arg)) {
                (Some(text), _) => text.to_string(),
                (None, Some(bytes)) => bytes.iter().map(|&b| b as char).collect(),
                (None, None) => {
                    vm.len(arg)?;
                    return Err(vm.type_error("sep must be str or bytes."));
                }
            };
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) if c.is_ascii() => Some(c),
                (Some(_), None) => return Err(vm.value_error("sep must be ASCII.")),
                _ => return Err(vm.value_error("sep must be length 1.")),
            }
        }
    };
    let group = given.get(1).copied().flatten().map_or(Ok(1), |arg| vm.index(arg))?;
    vm.check_size(bytes.len().saturating_mul(3))?;
    let mut text = String::with_capacity(bytes.len() * 2);
    for (position, byte) in bytes.iter().enumerate() {
        let counted = if group > 0 { bytes.len() - position } else { position };
        if let Some(separator) = separator
            && position > 0
            && group != 0
            && (counted as u64).is_multiple_of(group.unsigned_abs())
        {
            text.push(separator);
        }
        for digit in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(digit.into(), 16));
        }
    }
    Ok(match text.is_empty() {
        true => Singletons::EMPTY_STR,
        false => vm.new_str(text),
    })
}

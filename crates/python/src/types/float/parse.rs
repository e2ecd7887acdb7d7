//! Floats from text and from other objects.

use ouro_heap::Id;

use super::expect_float;
use crate::object::Data;
use crate::types::int::number_text;
use crate::vm::{R, Vm};

/// `float(object)`
pub(crate) fn from_object(vm: &mut Vm, object: Id) -> R<f64> {
    let text = match vm.data(object) {
        Data::Str(text) => text.as_str().to_string(),
        Data::Bytes(bytes) => bytes.iter().map(|&b| b as char).collect(),
        Data::ByteArray(array) => array.bytes.iter().map(|&b| b as char).collect(),
        _ => return expect_float(vm, object, "float() argument must be a string or a real number, not '{}'"),
    };
    match parse(&number_text(&text)) {
        Some(value) => Ok(value),
        None => {
            let repr = vm.repr(object)?;
            vm.keep(repr);
            let shown = vm.name_text(repr);
            Err(vm.value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

/// Reads a float without white space around it: digits may be separated by single underscores; `inf`, `infinity` and
/// `nan` in any case.
pub(crate) fn parse(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let word = ["inf", "infinity", "nan"].iter().any(|word| unsigned.eq_ignore_ascii_case(word));
    if !word && !is_number(unsigned.as_bytes()) {
        return None;
    }
    let value: f64 = if text.contains('_') { text.replace('_', "").parse().ok()? } else { text.parse().ok()? };
    Some(value)
}

/// `digits[.digits][e[sign]digits]`, with a digit before or after the point.
fn is_number(text: &[u8]) -> bool {
    let (mantissa, exponent) = match text.iter().position(|&b| b == b'e' || b == b'E') {
        Some(at) => (text.get(..at), text.get(at + 1..)),
        None => (Some(text), None),
    };
    let mantissa = mantissa.unwrap_or_default();
    let mut parts = mantissa.splitn(2, |&b| b == b'.');
    let whole = parts.next().unwrap_or_default();
    let fraction = parts.next().unwrap_or_default();
    let mantissa_fits =
        (!whole.is_empty() || !fraction.is_empty()) && [whole, fraction].iter().all(|p| p.is_empty() || is_digits(p));
    let exponent_fits = exponent.is_none_or(|e| is_digits(e.strip_prefix(b"+").or(e.strip_prefix(b"-")).unwrap_or(e)));
    mantissa_fits && exponent_fits
}

fn is_digits(text: &[u8]) -> bool {
    let ends_are_digits = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    ends_are_digits(text.first())
        && ends_are_digits(text.last())
        && text.iter().all(|&b| b.is_ascii_digit() || b == b'_')
        && !text.windows(2).any(|pair| pair == b"__")
}

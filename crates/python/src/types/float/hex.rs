//! `float.hex` and `float.fromhex`.

use ouro_heap::Id;

use super::{decompose, value};
use crate::native::Args;
use crate::text::unicode::is_space;
use crate::types::TypeTable;
use crate::types::int::ldexp;
use crate::vm::{R, Vm};

/// `float.hex`
pub(super) fn hex(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let x = value(vm, this);
    if !x.is_finite() {
        return vm.repr(this);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return Ok(vm.new_str(format!("{sign}0x0.0p+0")));
    }
    let (mantissa, exponent) = decompose(x);
    let text = format!("{sign}0x{}.{:013x}p{:+}", mantissa >> 52, mantissa & ((1 << 52) - 1), exponent + 52);
    Ok(vm.new_str(text))
}

/// `float.fromhex`
pub(super) fn from_hex(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let Some(text) = args.get(0) else { return Ok(vm.new_float(0.0)) };
    let Some(text) = vm.str_text(text) else {
        return Err(vm.type_error_for(text, "fromhex() argument must be str, not {}"));
    };
    let x = match parse_hex(text.trim_matches(is_space)) {
        Some(x) if x.is_finite() => x,
        Some(x) if !text.contains(|c: char| c.is_ascii_digit()) => x,
        Some(_) => return Err(vm.overflow_error("hexadecimal value too large to represent as a float")),
        None => return Err(vm.value_error("invalid hexadecimal floating-point string")),
    };
    let result = vm.new_float(x);
    if class == TypeTable::FLOAT {
        return Ok(result);
    }
    vm.keep(result);
    vm.call(class, &[result])
}

/// `[sign][0x]digits[.digits][p[sign]exponent]`, or the name of what is no number.
fn parse_hex(text: &str) -> Option<f64> {
    let (negative, unsigned) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, text),
    };
    let lower = unsigned.to_ascii_lowercase();
    let magnitude = match lower.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => parse_magnitude(lower.strip_prefix("0x").unwrap_or(&lower))?,
    };
    Some(if negative { -magnitude } else { magnitude })
}

fn parse_magnitude(text: &str) -> Option<f64> {
    let (mantissa, exponent) = match text.split_once('p') {
        Some((mantissa, exponent)) => {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            // More than this is too large or zero, whatever the digits (of which memory has fewer).
            let limit = 1i64 << 40;
            (mantissa, exponent.parse::<i64>().unwrap_or(if exponent.starts_with('-') { -limit } else { limit }))
        }
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    // The first 60 bits and more as an integer, with a last bit that says whether anything followed.
    let mut bits: u64 = 0;
    let mut dropped: i64 = 0;
    for c in whole.chars().chain(fraction.chars()) {
        let digit = u64::from(c.to_digit(16)?);
        if bits >> 58 == 0 {
            bits = bits << 4 | digit;
        } else {
            dropped += 4;
            bits |= u64::from(digit != 0);
        }
    }
    if bits == 0 {
        return Some(0.0);
    }
    let exponent = exponent.clamp(-(1 << 40), 1 << 40) + dropped - 4 * fraction.len() as i64;
    Some(round_once(bits, exponent))
}

/// `bits * 2**exponent`, rounded once, to even.
fn round_once(bits: u64, exponent: i64) -> f64 {
    let length = 64 - i64::from(bits.leading_zeros());
    // What does not fit in 53 bits, or in fewer for a subnormal result.
    let extra = (length - 53).max(-1074 - exponent);
    if extra <= 0 {
        return ldexp(bits as f64, exponent);
    }
    if extra > 63 {
        return 0.0;
    }
    let half = 1u64 << (extra - 1);
    let unit_is_odd = extra < 63 && bits & (half << 1) != 0;
    let rest = bits & ((half << 1).wrapping_sub(1));
    let up = rest > half || (rest == half && unit_is_odd);
    let kept = if extra >= 63 { 0 } else { bits >> extra } + u64::from(up);
    ldexp(kept as f64, exponent + extra)
}

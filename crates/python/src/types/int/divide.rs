//! Division of ints with a float as its result, and what floats and ints have to do with each other.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};
use ouro_heap::Id;

use super::Int;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// Ints up to this size are floats without loss.
const EXACT: u64 = 1 << 53;

/// `a / b`, rounded once (longobject.c, long_true_divide).
pub(super) fn true_divide(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let Some((x, y)) = Int::pair(vm, a, b) else { return Ok(Singletons::NOT_IMPLEMENTED) };
    let quotient = match (&x, &y) {
        (_, Int::Small(0)) => return Err(vm.raise(Exceptions::ZERO_DIVISION_ERROR, "division by zero")),
        (Int::Small(x), Int::Small(y)) if x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT => {
            Some(*x as f64 / *y as f64)
        }
        _ => {
            if y.bits() > super::arithmetic::DIGIT {
                // A long division, as of `//`.
                vm.check_signals();
            }
            divide(&x.big(), &y.big())
        }
    };
    match quotient {
        Some(quotient) => Ok(vm.new_float(quotient)),
        None => Err(vm.overflow_error("integer division result too large for a float")),
    }
}

/// The float nearest to `a / b`; `None` if it is too large. `b` is not zero.
pub(crate) fn divide(a: &BigInt, b: &BigInt) -> Option<f64> {
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.abs(), b.abs());
    if a.is_zero() {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let difference = a.bits() as i64 - b.bits() as i64;
    if difference > 1024 {
        return None;
    }
    if difference < -1075 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    // A quotient of two or three bits more than a float keeps, fewer for a subnormal result.
    let shift = difference.max(-1021) - 55;
    let (quotient, remainder) = if shift <= 0 { (a << -shift).div_rem(&b) } else { a.div_rem(&(b << shift)) };
    let mut bits = quotient.to_u64().unwrap_or(u64::MAX);
    bits |= u64::from(!remainder.is_zero());
    let length = 64 - i64::from(bits.leading_zeros());
    let extra = length.max(-1021 - shift) - 53;
    if extra > 0 {
        let half = 1u64 << (extra - 1);
        if bits & half != 0 && bits & (3 * half - 1) != 0 {
            bits += half;
        }
        bits &= !(2 * half - 1);
    }
    let value = ldexp(bits as f64, shift);
    value.is_finite().then_some(if negative { -value } else { value })
}

/// `value * 2**exponent`; exact where the result is a float, else rounded once, to even.
pub(crate) fn ldexp(value: f64, exponent: i64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let power = |e: i64| f64::from_bits(((e + 1023) as u64) << 52);
    let mut value = value;
    let mut exponent = exponent.clamp(-2200, 2200);
    while exponent > 1023 {
        value *= power(1023);
        exponent -= 1023;
    }
    // A step that leaves 53 bits of room, so that only the last one can round.
    while exponent < -1022 {
        value *= power(-1022 + 53);
        exponent += 1022 - 53;
    }
    value * power(exponent)
}

/// The whole part of a finite float.
pub(crate) fn from_f64(value: f64) -> BigInt {
    BigInt::from_f64(value.trunc()).unwrap_or_default()
}

impl Int {
    /// Compares with a float, exactly; `None` for nan.
    pub(crate) fn compare_float(&self, other: f64) -> Option<Ordering> {
        if other.is_nan() {
            return None;
        }
        if other.is_infinite() {
            return Some(if other > 0.0 { Ordering::Less } else { Ordering::Greater });
        }
        if let Int::Small(value) = self
            && value.unsigned_abs() <= EXACT
        {
            return (*value as f64).partial_cmp(&other);
        }
        let order = self.big().as_ref().cmp(&from_f64(other));
        Some(order.then_with(|| 0.0.partial_cmp(&other.fract()).unwrap_or(Ordering::Equal)))
    }
}

//! Operators of ints.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use ouro_heap::Id;

use super::{Int, to_f64};
use crate::types::exceptions::Exceptions;
use crate::types::float;
use crate::vm::{R, Singletons, Vm};

/// A result of any size.
fn new_wide(vm: &mut Vm, value: i128) -> Id {
    match i64::try_from(value) {
        Ok(value) => vm.new_int(value),
        Err(_) => vm.new_big_int(BigInt::from(value)),
    }
}

/// Bytes that a number of so many bits takes.
fn check_bits(vm: &mut Vm, bits: u64) -> R<()> {
    vm.check_size(usize::try_from(bits / 8).unwrap_or(usize::MAX))
}

/// Bits of a digit (longintrepr.h, PyLong_SHIFT).
pub(super) const DIGIT: u64 = 30;

macro_rules! ring_operator {
    ($name:ident $doc:literal $small:ident $op:tt) => {
        #[doc = $doc]
        pub(super) fn $name(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
            match Int::pair(vm, a, b) {
                Some((Int::Small(x), Int::Small(y))) => Ok(match x.$small(y) {
                    Some(result) => vm.new_int(result),
                    None => new_wide(vm, i128::from(x) $op i128::from(y)),
                }),
                Some((x, y)) => {
                    let result = &*x.big() $op &*y.big();
                    check_bits(vm, result.bits())?;
                    Ok(vm.new_big_int(result))
                }
                None => Ok(Singletons::NOT_IMPLEMENTED),
            }
        }
    };
}

ring_operator!(add "`a + b`" checked_add +);
ring_operator!(subtract "`a - b`" checked_sub -);
ring_operator!(product "`a * b`" checked_mul *);

/// `a * b`: a collection that is due runs once there is more than a digit by a digit (longobject.c, x_mul).
pub(super) fn multiply(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if vm.heap.gc_pending
        && let Some((x, y)) = Int::pair(vm, a, b)
        && x.bits().max(y.bits()) > DIGIT
        && x.bits().min(y.bits()) > 0
    {
        vm.check_signals();
    }
    product(vm, a, b)
}

macro_rules! bit_operator {
    ($name:ident $doc:literal $op:tt) => {
        #[doc = $doc]
        pub(crate) fn $name(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
            match Int::pair(vm, a, b) {
                Some((Int::Small(x), Int::Small(y))) => Ok(vm.new_int(x $op y)),
                Some((x, y)) => Ok(vm.new_big_int(&*x.big() $op &*y.big())),
                None => Ok(Singletons::NOT_IMPLEMENTED),
            }
        }
    };
}

bit_operator!(and "`a & b`" &);
bit_operator!(or "`a | b`" |);
bit_operator!(xor "`a ^ b`" ^);

/// Quotient towards minus infinity and remainder with the divisor's sign; `None` unless both are ints.
fn floor_division(vm: &mut Vm, a: Id, b: Id, zero: &str) -> R<Option<(BigInt, BigInt)>> {
    let Some((x, y)) = Int::pair(vm, a, b) else { return Ok(None) };
    if matches!(y, Int::Small(0)) {
        return Err(vm.raise(Exceptions::ZERO_DIVISION_ERROR, zero));
    }
    let (x, y) = (x.big(), y.big());
    let result = x.div_mod_floor(&y);
    if y.bits() > DIGIT && x.magnitude() >= y.magnitude() {
        // A long division (longobject.c, x_divrem).
        vm.check_signals();
    }
    Ok(Some(result))
}

const NO_DIVISION: &str = "integer division or modulo by zero";

/// Both operands, if they fit and the quotient does too.
fn small_division(vm: &Vm, a: Id, b: Id) -> Option<(i64, i64)> {
    match (vm.int_value(a), vm.int_value(b)) {
        (Some(x), Some(y)) if y != 0 && y != -1 && !vm.heap.gc_pending => Some((x, y)),
        _ => None,
    }
}

/// `a // b`
pub(super) fn floor_divide(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if let Some((x, y)) = small_division(vm, a, b) {
        return Ok(vm.new_int(Integer::div_floor(&x, &y)));
    }
    Ok(match floor_division(vm, a, b, NO_DIVISION)? {
        Some((quotient, _)) => vm.new_big_int(quotient),
        None => Singletons::NOT_IMPLEMENTED,
    })
}

/// `a % b`
pub(super) fn remainder(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if let Some((x, y)) = small_division(vm, a, b) {
        return Ok(vm.new_int(Integer::mod_floor(&x, &y)));
    }
    Ok(match floor_division(vm, a, b, "integer modulo by zero")? {
        Some((_, remainder)) => vm.new_big_int(remainder),
        None => Singletons::NOT_IMPLEMENTED,
    })
}

/// `divmod(a, b)`
pub(crate) fn divmod(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    Ok(match floor_division(vm, a, b, NO_DIVISION)? {
        Some((quotient, remainder)) => {
            let quotient = vm.new_big_int(quotient);
            let remainder = vm.new_big_int(remainder);
            vm.new_pair(quotient, remainder)
        }
        None => Singletons::NOT_IMPLEMENTED,
    })
}

/// Whether a power's last product, of the base or of equals, has a factor of more than a digit (longobject.c, long_pow).
fn multiplies_digits(base: &Int, exponent: &Int) -> bool {
    let Some(count) = exponent.big().to_u32().filter(|&count| count > 0) else { return false };
    let factor = if count % 2 == 1 { count - 1 } else { count / 2 };
    // Not computed where it is long anyway.
    base.bits() > DIGIT
        || (base.bits() > 1 && (u64::from(factor) * (base.bits() - 1) > DIGIT || base.big().pow(factor).bits() > DIGIT))
}

/// `a ** b`: a float for a negative exponent.
pub(super) fn power(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let Some((base, exponent)) = Int::pair(vm, a, b) else { return Ok(Singletons::NOT_IMPLEMENTED) };
    if exponent.is_negative() {
        let base = to_f64(vm, &base.big())?;
        let exponent = to_f64(vm, &exponent.big())?;
        return float::power_of(vm, base, exponent);
    }
    let small = match (&base, &exponent) {
        (_, Int::Small(0)) | (Int::Small(1), _) => Some(1),
        (Int::Small(0), _) => Some(0),
        (Int::Small(-1), exponent) => Some(if exponent.big().is_odd() { -1 } else { 1 }),
        (Int::Small(x), Int::Small(y)) => u32::try_from(*y).ok().and_then(|y| x.checked_pow(y)),
        _ => None,
    };
    if vm.heap.gc_pending && multiplies_digits(&base, &exponent) {
        vm.check_signals();
    }
    if let Some(result) = small {
        return Ok(vm.new_int(result));
    }
    let count = exponent.big().to_u32();
    let bits = (base.bits() - 1).saturating_mul(u64::from(count.unwrap_or(u32::MAX)));
    check_bits(vm, if count.is_none() { u64::MAX } else { bits })?;
    let result = base.big().pow(count.unwrap_or(0));
    Ok(vm.new_big_int(result))
}

/// `pow(a, b, modulus)` of three ints (longobject.c, long_pow).
pub(crate) fn power_modulo(vm: &mut Vm, base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> R<Id> {
    if modulus.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    let magnitude = modulus.abs();
    let base = if exponent.is_negative() {
        match base.modinv(&magnitude) {
            Some(inverse) => inverse,
            None => return Err(vm.value_error("base is not invertible for the given modulus")),
        }
    } else {
        base.clone()
    };
    let result = base.modpow(&exponent.abs(), &magnitude);
    let result = if modulus.is_negative() && !result.is_zero() { result + modulus } else { result };
    Ok(vm.new_big_int(result))
}

/// The operands of a shift; ValueError for a negative count.
fn shift_operands(vm: &mut Vm, a: Id, b: Id) -> R<Option<(Int, Int)>> {
    let pair = Int::pair(vm, a, b);
    if let Some((_, count)) = &pair
        && count.is_negative()
    {
        return Err(vm.value_error("negative shift count"));
    }
    Ok(pair)
}

/// `a << b`
pub(super) fn left_shift(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let Some((value, count)) = shift_operands(vm, a, b)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    match (value, count) {
        (Int::Small(0), _) => Ok(vm.new_int(0)),
        (Int::Small(x), Int::Small(count)) if count < 64 => Ok(new_wide(vm, i128::from(x) << count)),
        (value, Int::Small(count)) => {
            check_bits(vm, value.bits().saturating_add(count as u64))?;
            Ok(vm.new_big_int(&*value.big() << count))
        }
        (_, Int::Big(_)) => Err(vm.overflow_error("too many digits in integer")),
    }
}

/// `a >> b`
pub(super) fn right_shift(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let Some((value, count)) = shift_operands(vm, a, b)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    Ok(match (value, count) {
        (Int::Small(x), Int::Small(count)) => vm.new_int(x >> count.min(63)),
        (Int::Big(x), Int::Small(count)) if (count as u64) < x.bits() => vm.new_big_int(&*x >> count),
        (value, _) => vm.new_int(if value.is_negative() { -1 } else { 0 }),
    })
}

/// `-x`
pub(super) fn negative(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(match Int::of(vm, this) {
        Some(Int::Small(x)) => new_wide(vm, -i128::from(x)),
        Some(Int::Big(x)) => vm.new_big_int(-&*x),
        None => Singletons::NOT_IMPLEMENTED,
    })
}

/// `~x`
pub(crate) fn invert(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(match Int::of(vm, this) {
        Some(Int::Small(x)) => vm.new_int(!x),
        Some(Int::Big(x)) => vm.new_big_int(-(&*x + BigInt::one())),
        None => Singletons::NOT_IMPLEMENTED,
    })
}

/// `abs(x)`
pub(super) fn absolute(vm: &mut Vm, this: Id) -> R<Id> {
    match Int::of(vm, this) {
        Some(value) if value.is_negative() => negative(vm, this),
        _ => super::exact(vm, this),
    }
}

//! Operators of floats.

use ouro_heap::Id;

use crate::object::Data;
use crate::types::complex;
use crate::types::exceptions::Exceptions;
use crate::types::int;
use crate::vm::{R, Singletons, Vm};

/// A float or int operand as a float; `None` for any other object.
#[inline]
fn operand(vm: &mut Vm, id: Id) -> R<Option<f64>> {
    match vm.data(id) {
        Data::Float(f) => Ok(Some(*f)),
        Data::Int(i) => Ok(Some(*i as f64)),
        Data::BigInt(i) => {
            let big = i.clone();
            int::to_f64(vm, &big).map(Some)
        }
        _ => Ok(None),
    }
}

#[inline]
fn operands(vm: &mut Vm, a: Id, b: Id) -> R<Option<(f64, f64)>> {
    let Some(x) = operand(vm, a)? else { return Ok(None) };
    Ok(operand(vm, b)?.map(|y| (x, y)))
}

macro_rules! operator {
    ($name:ident $doc:literal |$vm:ident, $x:ident, $y:ident| $body:expr) => {
        #[doc = $doc]
        pub(super) fn $name($vm: &mut Vm, a: Id, b: Id) -> R<Id> {
            match operands($vm, a, b)? {
                Some(($x, $y)) => $body,
                None => Ok(Singletons::NOT_IMPLEMENTED),
            }
        }
    };
}

operator!(add "`a + b`" |vm, x, y| Ok(vm.new_float(x + y)));
operator!(subtract "`a - b`" |vm, x, y| Ok(vm.new_float(x - y)));
operator!(multiply "`a * b`" |vm, x, y| Ok(vm.new_float(x * y)));
operator!(true_divide "`a / b`" |vm, x, y| {
    check_divisor(vm, y, "float division by zero")?;
    Ok(vm.new_float(x / y))
});
operator!(floor_divide "`a // b`" |vm, x, y| {
    check_divisor(vm, y, "float floor division by zero")?;
    Ok(vm.new_float(divmod_of(x, y).0))
});
operator!(remainder "`a % b`" |vm, x, y| {
    let message = if vm.version.number < (3, 13, 0) { "float modulo" } else { "float modulo by zero" };
    check_divisor(vm, y, message)?;
    Ok(vm.new_float(divmod_of(x, y).1))
});
operator!(divmod "`divmod(a, b)`" |vm, x, y| {
    check_divisor(vm, y, "float divmod()")?;
    let (quotient, remainder) = divmod_of(x, y);
    let quotient = vm.new_float(quotient);
    let remainder = vm.new_float(remainder);
    Ok(vm.new_tuple(vec![quotient, remainder]))
});
operator!(power "`a ** b`" |vm, x, y| power_of(vm, x, y));

fn check_divisor(vm: &mut Vm, divisor: f64, message: &str) -> R<()> {
    if divisor == 0.0 { Err(vm.raise(Exceptions::ZERO_DIVISION_ERROR, message)) } else { Ok(()) }
}

/// Quotient towards minus infinity and remainder with the divisor's sign; the divisor is not zero (_float_div_mod).
pub(crate) fn divmod_of(x: f64, y: f64) -> (f64, f64) {
    let mut remainder = x % y;
    let mut quotient = (x - remainder) / y;
    if remainder == 0.0 {
        remainder = 0.0f64.copysign(y);
    } else if (y < 0.0) != (remainder < 0.0) {
        remainder += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(x / y), remainder);
    }
    let mut floor = quotient.floor();
    if quotient - floor > 0.5 {
        floor += 1.0;
    }
    (floor, remainder)
}

/// `x ** y`: complex for a root of a negative number (float_pow).
pub(crate) fn power_of(vm: &mut Vm, x: f64, y: f64) -> R<Id> {
    if x == 0.0 && y < 0.0 {
        return Err(vm.raise(Exceptions::ZERO_DIVISION_ERROR, "0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y.fract() != 0.0 {
        return complex::power_of(vm, (x, 0.0), (y, 0.0));
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(range_error(vm));
    }
    Ok(vm.new_float(result))
}

/// What errno says of a result that is too large.
fn range_error(vm: &mut Vm) -> crate::vm::Raised {
    let code = vm.new_int(34);
    let text = vm.new_str("Numerical result out of range");
    let raised = vm.raise_with(Exceptions::OVERFLOW_ERROR, &[code, text]);
    vm.decref(code);
    vm.decref(text);
    raised
}

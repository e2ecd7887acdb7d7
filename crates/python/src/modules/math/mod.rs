//! The module `math` (CPython 3.13 mathmodule.c).

mod integers;
mod special;
mod sums;

use ouro_heap::Id;

use super::ModuleSpec;
use crate::bytecode::BinaryOperator;
use crate::native::{Args, Native};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::float::{decompose, expect_float, to_int};
use crate::types::int::{Int, ldexp as scale};
use crate::vm::{Names, Parameters, R, Raised, Singletons, Vm};

/// The declaration of `math`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec { name: "math", functions: FUNCTIONS, init: Some(init) }
}

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    use std::f64::consts::{E, PI, TAU};
    for (name, value) in [("pi", PI), ("e", E), ("tau", TAU), ("inf", f64::INFINITY), ("nan", f64::NAN)] {
        let value = vm.new_float(value);
        vm.dict_set_text(dict, name, value);
    }
    if vm.version.number < (3, 13, 0) {
        let name = vm.intern("fma");
        vm.dict_remove_name(dict, name);
    }
    Ok(())
}

/// A function of one float whose value is infinite only beyond the range of floats.
macro_rules! overflowing {
    ($name:literal, $f:expr) => {
        Native::new($name, 1, 1, |vm, _, args| unary(vm, args, $name, $f, true))
    };
}

/// A function of one float that is infinite or undefined only outside of its domain.
macro_rules! bounded {
    ($name:literal, $f:expr) => {
        Native::new($name, 1, 1, |vm, _, args| unary(vm, args, $name, $f, false))
    };
}

const FUNCTIONS: &[Native] = &[
    bounded!("acos", f64::acos),
    bounded!("acosh", libm::acosh),
    bounded!("asin", f64::asin),
    bounded!("asinh", libm::asinh),
    bounded!("atan", f64::atan),
    Native::new("atan2", 2, 2, |vm, _, args| {
        let (y, x) = two(vm, args)?;
        Ok(vm.new_float(y.atan2(x)))
    }),
    bounded!("atanh", libm::atanh),
    bounded!("cbrt", f64::cbrt),
    Native::new("ceil", 1, 1, |vm, _, args| rounded(vm, args, Names::CEIL, f64::ceil)),
    Native::new("comb", 2, 2, integers::comb),
    Native::new("copysign", 2, 2, |vm, _, args| {
        let (x, y) = two(vm, args)?;
        Ok(vm.new_float(x.copysign(y)))
    }),
    bounded!("cos", f64::cos),
    overflowing!("cosh", f64::cosh),
    Native::new("degrees", 1, 1, |vm, _, args| {
        let x = one(vm, args)?;
        Ok(vm.new_float(x * (180.0 / std::f64::consts::PI)))
    }),
    Native::new("dist", 2, 2, sums::dist),
    bounded!("erf", libm::erf),
    bounded!("erfc", libm::erfc),
    overflowing!("exp", f64::exp),
    overflowing!("exp2", f64::exp2),
    overflowing!("expm1", f64::exp_m1),
    bounded!("fabs", f64::abs),
    Native::new("factorial", 1, 1, integers::factorial),
    Native::new("floor", 1, 1, |vm, _, args| rounded(vm, args, Names::FLOOR, f64::floor)),
    Native::new("fma", 3, 3, fma),
    Native::new("fmod", 2, 2, fmod),
    Native::new("frexp", 1, 1, frexp),
    Native::new("fsum", 1, 1, sums::fsum),
    Native::new("gamma", 1, 1, |vm, _, args| checked(vm, args, special::gamma)),
    Native::any("gcd", integers::gcd),
    Native::any("hypot", sums::hypot),
    Native::any("isclose", isclose),
    Native::new("isfinite", 1, 1, |vm, _, args| Ok(Singletons::bool(one(vm, args)?.is_finite()))),
    Native::new("isinf", 1, 1, |vm, _, args| Ok(Singletons::bool(one(vm, args)?.is_infinite()))),
    Native::new("isnan", 1, 1, |vm, _, args| Ok(Singletons::bool(one(vm, args)?.is_nan()))),
    Native::new("isqrt", 1, 1, integers::isqrt),
    Native::any("lcm", integers::lcm),
    Native::new("ldexp", 2, 2, ldexp),
    Native::new("lgamma", 1, 1, |vm, _, args| checked(vm, args, special::lgamma)),
    Native::new("log", 1, 2, log),
    Native::new("log10", 1, 1, |vm, _, args| logarithm(vm, args.get(0), f64::log10)),
    bounded!("log1p", f64::ln_1p),
    Native::new("log2", 1, 1, |vm, _, args| logarithm(vm, args.get(0), f64::log2)),
    Native::new("modf", 1, 1, modf),
    Native::any("nextafter", nextafter),
    Native::new("perm", 1, 2, integers::perm),
    Native::new("pow", 2, 2, pow),
    Native::any("prod", sums::prod),
    Native::new("radians", 1, 1, |vm, _, args| {
        let x = one(vm, args)?;
        Ok(vm.new_float(x * (std::f64::consts::PI / 180.0)))
    }),
    Native::new("remainder", 2, 2, remainder),
    bounded!("sin", f64::sin),
    overflowing!("sinh", f64::sinh),
    bounded!("sqrt", f64::sqrt),
    Native::new("sumprod", 2, 2, sums::sumprod),
    bounded!("tan", f64::tan),
    bounded!("tanh", f64::tanh),
    Native::new("trunc", 1, 1, trunc),
    Native::new("ulp", 1, 1, |vm, _, args| {
        let x = one(vm, args)?;
        Ok(vm.new_float(ulp(x)))
    }),
];

/// ValueError of an argument for which a function has no value.
fn domain_error(vm: &mut Vm) -> Raised {
    vm.value_error("math domain error")
}

/// As [`domain_error`]; from 3.14 on it says what was expected.
fn outside(vm: &mut Vm, name: &str, x: f64) -> Raised {
    let expected = match name {
        "acos" | "asin" => "a number in range from -1 up to 1",
        "acosh" => "argument value not less than 1",
        "atanh" => "a number between -1 and 1",
        "cos" | "sin" | "tan" => "a finite input",
        "gamma" => "a noninteger or positive integer",
        "log" => "a positive input",
        "log1p" => "argument value > -1",
        "sqrt" => "a nonnegative input",
        _ => return domain_error(vm),
    };
    if !vm.version.domain_errors_explain {
        return domain_error(vm);
    }
    let shown = crate::format::float::repr(x);
    vm.value_error(format!("expected {expected}, got {shown}"))
}

/// OverflowError of a result that is too large.
fn range_error(vm: &mut Vm) -> Raised {
    vm.overflow_error("math range error")
}

/// An argument as a float.
fn real(vm: &mut Vm, object: Option<Id>) -> R<f64> {
    expect_float(vm, object.unwrap_or(Singletons::NONE), "must be real number, not {}")
}

fn one(vm: &mut Vm, args: &Args) -> R<f64> {
    real(vm, args.get(0))
}

fn two(vm: &mut Vm, args: &Args) -> R<(f64, f64)> {
    Ok((real(vm, args.get(0))?, real(vm, args.get(1))?))
}

/// math_1: what a function's result says of its argument.
fn unary(vm: &mut Vm, args: &Args, name: &str, f: fn(f64) -> f64, overflows: bool) -> R<Id> {
    let x = one(vm, args)?;
    let result = f(x);
    if result.is_nan() && !x.is_nan() {
        return Err(outside(vm, name, x));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if overflows { range_error(vm) } else { outside(vm, name, x) });
    }
    Ok(vm.new_float(result))
}

/// Why a function has no value.
enum Failure {
    Domain,
    Range,
}

fn checked(vm: &mut Vm, args: &Args, f: fn(f64) -> Result<f64, Failure>) -> R<Id> {
    let x = one(vm, args)?;
    match f(x) {
        Ok(result) => Ok(vm.new_float(result)),
        Err(Failure::Domain) => Err(outside(vm, "gamma", x)),
        Err(Failure::Range) => Err(range_error(vm)),
    }
}

/// `ceil` and `floor`: the object's own method, or the float's.
fn rounded(vm: &mut Vm, args: &Args, method: Id, f: fn(f64) -> f64) -> R<Id> {
    let Some(object) = args.get(0) else { return Ok(Singletons::NONE) };
    if let Some(result) = vm.call_rounding(object, method, &[])? {
        return Ok(result);
    }
    let value = real(vm, Some(object))?;
    to_int(vm, f(value))
}

fn trunc(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let Some(object) = args.get(0) else { return Ok(Singletons::NONE) };
    match vm.call_rounding(object, Names::TRUNC, &[])? {
        Some(result) => Ok(result),
        None => Err(vm.type_error_for(object, "type {} doesn't define __trunc__ method")),
    }
}

fn fma(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let (x, y) = two(vm, args)?;
    let z = real(vm, args.get(2))?;
    let result = x.mul_add(y, z);
    if result.is_nan() && !(x.is_nan() || y.is_nan() || z.is_nan()) {
        return Err(vm.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(vm.overflow_error("overflow in fma"));
    }
    Ok(vm.new_float(result))
}

fn fmod(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let (x, y) = two(vm, args)?;
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    Ok(vm.new_float(result))
}

fn remainder(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let (x, y) = two(vm, args)?;
    let result = if x.is_finite() && y.is_finite() {
        if y == 0.0 {
            return Err(domain_error(vm));
        }
        let (magnitude, divisor) = (x.abs(), y.abs());
        let rest = magnitude % divisor;
        let other = divisor - rest;
        let rest = match rest.partial_cmp(&other) {
            Some(std::cmp::Ordering::Less) => rest,
            Some(std::cmp::Ordering::Greater) => -other,
            // Halfway: the even multiple.
            _ => rest - 2.0 * ((0.5 * (magnitude - rest)) % divisor),
        };
        rest * 1f64.copysign(x)
    } else if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x.is_infinite() {
        return Err(domain_error(vm));
    } else {
        x
    };
    Ok(vm.new_float(result))
}

fn frexp(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let x = one(vm, args)?;
    let (mantissa, exponent) = if x == 0.0 || !x.is_finite() { (x, 0) } else { split(x) };
    let mantissa = vm.new_float(mantissa);
    let exponent = vm.new_int(exponent);
    Ok(vm.new_tuple(vec![mantissa, exponent]))
}

/// A finite float other than zero as a fraction from 0.5 up to 1, and a power of two.
fn split(x: f64) -> (f64, i64) {
    let (mantissa, exponent) = decompose(x);
    let bits = 64 - i64::from(mantissa.leading_zeros());
    (scale(mantissa as f64, -bits).copysign(x), exponent + bits)
}

fn ldexp(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let x = one(vm, args)?;
    let exponent = match args.get(1).and_then(|id| Int::of(vm, id)) {
        Some(Int::Small(exponent)) => exponent,
        Some(big) if big.is_negative() => i64::MIN,
        Some(_) => i64::MAX,
        None => return Err(vm.type_error("Expected an int as second argument to ldexp.")),
    };
    let result = scale(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(range_error(vm));
    }
    Ok(vm.new_float(result))
}

fn modf(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let x = one(vm, args)?;
    let (fraction, whole) = if x.is_infinite() { (0f64.copysign(x), x) } else { (x.fract().copysign(x), x.trunc()) };
    let fraction = vm.new_float(fraction);
    let whole = vm.new_float(whole);
    Ok(vm.new_tuple(vec![fraction, whole]))
}

fn pow(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let (x, y) = two(vm, args)?;
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || (result.is_infinite() && x == 0.0) {
            return Err(domain_error(vm));
        }
        if result.is_infinite() {
            return Err(range_error(vm));
        }
    }
    Ok(vm.new_float(result))
}

/// `log` in one base, also of ints that are no floats (loghelper): a new reference.
fn logarithm(vm: &mut Vm, object: Option<Id>, f: fn(f64) -> f64) -> R<Id> {
    if let Some(Data::BigInt(big)) = object.map(|id| vm.data(id)) {
        let big = big.clone();
        let bits = big.bits();
        if Int::Big(big.clone()).is_negative() {
            return Err(not_positive(vm, object, 0.0));
        }
        // The first bits, rounded once, and what power of two they stand for.
        let shift = bits.saturating_sub(1000);
        let top = num_traits::ToPrimitive::to_f64(&(&*big >> shift)).unwrap_or(f64::INFINITY);
        let result = if shift == 0 {
            f(top)
        } else {
            let (mantissa, exponent) = split(top);
            f(mantissa) + f(2.0) * (exponent + shift as i64) as f64
        };
        return Ok(vm.new_float(result));
    }
    let x = real(vm, object)?;
    if x <= 0.0 {
        return Err(not_positive(vm, object, x));
    }
    Ok(vm.new_float(f(x)))
}

/// The error of a logarithm: which float it was is said, which int is not.
fn not_positive(vm: &mut Vm, object: Option<Id>, x: f64) -> Raised {
    let is_int = object.is_some_and(|id| vm.is_subclass(vm.class_of(id), TypeTable::INT));
    match is_int && vm.version.domain_errors_explain {
        true => vm.value_error("expected a positive input"),
        false => outside(vm, "log", x),
    }
}

fn log(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let number = logarithm(vm, args.get(0), f64::ln)?;
    let Some(base) = args.get(1) else { return Ok(number) };
    vm.keep(number);
    let base = logarithm(vm, Some(base), f64::ln)?;
    vm.keep(base);
    vm.binary_op(BinaryOperator::TrueDivide, number, base)
}

fn isclose(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["a", "b", "rel_tol", "abs_tol"], positional_only: 0, positional: 2, required: 2 };
    let bound = vm.bind_args("isclose", args, &PARAMETERS)?;
    let a = real(vm, bound[0])?;
    let b = real(vm, bound[1])?;
    let relative = bound[2].map_or(Ok(1e-9), |id| real(vm, Some(id)))?;
    let absolute = bound[3].map_or(Ok(0.0), |id| real(vm, Some(id)))?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    let close = if a == b {
        true
    } else if a.is_infinite() || b.is_infinite() {
        false
    } else {
        let difference = (b - a).abs();
        difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute
    };
    Ok(Singletons::bool(close))
}

/// The order of floats as that of ints: neighbours differ by one.
fn ordinal(x: f64) -> i64 {
    let bits = x.to_bits() as i64;
    if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
}

fn from_ordinal(n: i64) -> f64 {
    f64::from_bits(if n < 0 { i64::MIN.wrapping_sub(n) } else { n } as u64)
}

fn nextafter(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["x", "y", "steps"], positional_only: 2, positional: 2, required: 2 };
    let bound = vm.bind_args("nextafter", args, &PARAMETERS)?;
    let x = real(vm, bound[0])?;
    let y = real(vm, bound[1])?;
    let steps = match bound[2].filter(|&id| id != Singletons::NONE) {
        None => 1,
        Some(steps) => {
            let steps = vm.big_index(steps)?;
            if steps.sign() == num_bigint::Sign::Minus {
                return Err(vm.value_error("steps must be a non-negative integer"));
            }
            u64::try_from(steps).unwrap_or(u64::MAX)
        }
    };
    let result = if steps == 0 {
        x
    } else if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        y
    } else {
        let (from, to) = (ordinal(x), ordinal(y));
        if from.abs_diff(to) <= steps {
            y
        } else if from < to {
            from_ordinal(from.wrapping_add(steps as i64))
        } else {
            let stepped = from_ordinal(from.wrapping_sub(steps as i64));
            if stepped == 0.0 { 0f64.copysign(x) } else { stepped }
        }
    };
    Ok(vm.new_float(result))
}

fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let above = f64::from_bits(x.to_bits() + 1);
    if above.is_infinite() { x - f64::from_bits(x.to_bits() - 1) } else { above - x }
}

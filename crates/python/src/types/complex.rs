//! `complex` (CPython 3.13 complexobject.c).

use std::rc::Rc;

use ouro_heap::Id;

use super::float::{self, expect_float};
use super::int::{Int, number_text};
use crate::bytecode::Comparison;
use crate::format::complex_format;
use crate::format::float::{Flags, Style, print};
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::text::unicode::is_space;
use crate::types::exceptions::Exceptions;
use crate::types::{TypeTable, object};
use crate::vm::{Parameters, R, Singletons, Vm};

/// Real and imaginary part.
pub(crate) type Pair = (f64, f64);

/// The declaration of `complex`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            new: Some(new),
            bool: Some(|vm, this| Ok(value(vm, this) != (0.0, 0.0))),
            add: Some(|vm, a, b| binary(vm, a, b, |_, x, y| Ok((x.0 + y.0, x.1 + y.1)))),
            subtract: Some(|vm, a, b| binary(vm, a, b, |_, x, y| Ok((x.0 - y.0, x.1 - y.1)))),
            multiply: Some(|vm, a, b| binary(vm, a, b, |_, x, y| Ok(product(x, y)))),
            true_divide: Some(|vm, a, b| binary(vm, a, b, divide)),
            power: Some(|vm, a, b| binary(vm, a, b, power)),
            negative: Some(|vm, this| map(vm, this, |(re, im)| (-re, -im))),
            positive: Some(exact),
            absolute: Some(absolute),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        subclassable: true,
        ..TypeSpec::new("complex")
    }
}

const METHODS: &[Native] = &[
    Native::new("conjugate", 0, 0, |vm, this, _| map(vm, this, |(re, im)| (re, -im))),
    Native::new("__complex__", 0, 0, |vm, this, _| exact(vm, this)),
    Native::new("__format__", 1, 1, complex_format),
    Native::new("__getnewargs__", 0, 0, getnewargs),
];

const GETSET: &[GetSet] = &[
    GetSet::member("real", |vm, this| Ok(vm.new_float(value(vm, this).0))),
    GetSet::member("imag", |vm, this| Ok(vm.new_float(value(vm, this).1))),
];

fn value(vm: &Vm, this: Id) -> Pair {
    match vm.data(this) {
        Data::Complex(pair) => **pair,
        _ => (0.0, 0.0),
    }
}

/// A complex number.
pub(crate) fn new_complex(vm: &mut Vm, value: Pair) -> Id {
    vm.alloc(TypeTable::COMPLEX, Data::Complex(Rc::new(value)))
}

fn map(vm: &mut Vm, this: Id, f: impl FnOnce(Pair) -> Pair) -> R<Id> {
    let result = f(value(vm, this));
    Ok(new_complex(vm, result))
}

fn exact(vm: &mut Vm, this: Id) -> R<Id> {
    if vm.class_of(this) == TypeTable::COMPLEX {
        return Ok(vm.incref(this));
    }
    map(vm, this, |pair| pair)
}

/// A number as a complex one; `None` for any other object.
fn operand(vm: &mut Vm, id: Id) -> R<Option<Pair>> {
    match vm.data(id) {
        Data::Complex(pair) => Ok(Some(**pair)),
        Data::Float(_) | Data::Int(_) | Data::BigInt(_) => {
            expect_float(vm, id, "must be real number, not {}").map(|re| Some((re, 0.0)))
        }
        _ => Ok(None),
    }
}

fn binary(vm: &mut Vm, a: Id, b: Id, f: fn(&mut Vm, Pair, Pair) -> R<Pair>) -> R<Id> {
    let Some(x) = operand(vm, a)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    let Some(y) = operand(vm, b)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    let result = f(vm, x, y)?;
    Ok(new_complex(vm, result))
}

fn product(x: Pair, y: Pair) -> Pair {
    (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0)
}

/// Smith's division, as _Py_c_quot; `None` for zero.
fn quotient(x: Pair, y: Pair) -> Option<Pair> {
    if y.0.abs() >= y.1.abs() {
        if y.0 == 0.0 {
            return None;
        }
        let ratio = y.1 / y.0;
        let denominator = y.0 + y.1 * ratio;
        return Some(((x.0 + x.1 * ratio) / denominator, (x.1 - x.0 * ratio) / denominator));
    }
    if y.1.abs() >= y.0.abs() {
        let ratio = y.0 / y.1;
        let denominator = y.0 * ratio + y.1;
        return Some(((x.0 * ratio + x.1) / denominator, (x.1 * ratio - x.0) / denominator));
    }
    Some((f64::NAN, f64::NAN))
}

fn divide(vm: &mut Vm, x: Pair, y: Pair) -> R<Pair> {
    quotient(x, y).ok_or_else(|| vm.raise(Exceptions::ZERO_DIVISION_ERROR, "complex division by zero"))
}

/// `x ** n` by squaring (c_powu).
fn integer_power(x: Pair, n: u32) -> Pair {
    let (mut result, mut square) = ((1.0, 0.0), x);
    let mut mask = 1;
    while n >= mask {
        if n & mask != 0 {
            result = product(result, square);
        }
        mask <<= 1;
        square = product(square, square);
    }
    result
}

/// _Py_c_pow; `None` for zero to a negative or complex power.
fn general_power(x: Pair, y: Pair) -> Option<Pair> {
    if y == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if x == (0.0, 0.0) {
        return if y.1 != 0.0 || y.0 < 0.0 { None } else { Some((0.0, 0.0)) };
    }
    let magnitude = x.0.hypot(x.1);
    let angle = x.1.atan2(x.0);
    let mut length = magnitude.powf(y.0);
    let mut phase = angle * y.0;
    if y.1 != 0.0 {
        length *= (-angle * y.1).exp();
        phase += y.1 * magnitude.ln();
    }
    Some((length * phase.cos(), length * phase.sin()))
}

fn power(vm: &mut Vm, x: Pair, y: Pair) -> R<Pair> {
    let result = if y.1 == 0.0 && y.0 == y.0.floor() && y.0.abs() <= 100.0 {
        let positive = integer_power(x, y.0.abs() as u32);
        if y.0 > 0.0 { Some(positive) } else { quotient((1.0, 0.0), positive) }
    } else {
        general_power(x, y)
    };
    match result {
        Some((re, im)) if re.is_infinite() || im.is_infinite() => Err(vm.overflow_error("complex exponentiation")),
        Some(result) => Ok(result),
        None => Err(vm.raise(Exceptions::ZERO_DIVISION_ERROR, "0.0 to a negative or complex power")),
    }
}

/// `x ** y` as a complex number.
pub(crate) fn power_of(vm: &mut Vm, x: Pair, y: Pair) -> R<Id> {
    let result = power(vm, x, y)?;
    Ok(new_complex(vm, result))
}

fn absolute(vm: &mut Vm, this: Id) -> R<Id> {
    let (re, im) = value(vm, this);
    let result = re.hypot(im);
    if result.is_infinite() && re.is_finite() && im.is_finite() {
        return Err(vm.overflow_error("absolute value too large"));
    }
    Ok(vm.new_float(result))
}

fn getnewargs(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let (re, im) = value(vm, this);
    let re = vm.new_float(re);
    let im = vm.new_float(im);
    Ok(vm.new_tuple(vec![re, im]))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (re, im) = value(vm, this);
    let part = |x: f64| print(x, Style::Shortest, Flags::default());
    let imaginary = part(im);
    let text = if re == 0.0 && re.is_sign_positive() {
        format!("{imaginary}j")
    } else {
        let sign = if imaginary.starts_with('-') { "" } else { "+" };
        format!("({}{sign}{imaginary}j)", part(re))
    };
    Ok(vm.new_str(text))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let (re, im) = value(vm, this);
    let mut part = |x: f64| if x.is_nan() { object::hash(vm, this) } else { Ok(float::hash_of(x)) };
    let hash = part(re)?.wrapping_add(part(im)?.wrapping_mul(1_000_003));
    Ok(if hash == -1 { -2 } else { hash })
}

fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    let (re, im) = value(vm, a);
    let equal = match vm.data(b) {
        Data::Complex(other) => (re, im) == **other,
        Data::Float(other) => re == *other && im == 0.0,
        Data::Int(_) | Data::BigInt(_) => {
            im == 0.0 && Int::of(vm, b).and_then(|i| i.compare_float(re)).is_some_and(|order| order.is_eq())
        }
        _ => return Ok(Singletons::NOT_IMPLEMENTED),
    };
    Ok(match op {
        Comparison::Eq => Singletons::bool(equal),
        Comparison::Ne => Singletons::bool(!equal),
        _ => Singletons::NOT_IMPLEMENTED,
    })
}

const PARAMETERS: Parameters = Parameters { names: &["real", "imag"], positional_only: 0, positional: 2, required: 0 };

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let bound = vm.bind_args("complex", args, &PARAMETERS)?;
    let (real, imag) = (bound[0], bound[1]);
    if let Some(real) = real
        && class == TypeTable::COMPLEX
        && vm.class_of(real) == TypeTable::COMPLEX
        && imag.is_none()
    {
        return Ok(vm.incref(real));
    }
    if let Some(text) = real.and_then(|r| vm.str_text(r)) {
        if imag.is_some() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        let Some(pair) = parse(&text) else {
            if underscores_fit(&text) {
                return Err(vm.value_error("complex() arg is a malformed string"));
            }
            let repr = vm.repr(real.unwrap_or(Singletons::NONE))?;
            vm.keep(repr);
            let shown = vm.expect_str(repr, "repr")?;
            return Err(vm.value_error(format!("could not convert string to complex: {shown}")));
        };
        return Ok(vm.alloc_instance(class, Data::Complex(Rc::new(pair))));
    }
    if imag.is_some_and(|imag| vm.str_data(imag).is_some()) {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let (re, mut im) = match real {
        Some(real) => convert(vm, real, "complex() first argument must be a string or a number, not '{}'")?,
        None => (0.0, 0.0),
    };
    let mut result = re;
    if let Some(imag) = imag {
        let other = match vm.data(imag) {
            Data::Complex(pair) => **pair,
            _ => (expect_float(vm, imag, "complex() second argument must be a number, not '{}'")?, 0.0),
        };
        // real + imag * 1j
        if matches!(vm.data(imag), Data::Complex(_)) {
            result -= other.1;
        }
        im = if matches!(real.map(|r| vm.data(r)), Some(Data::Complex(_))) { im + other.0 } else { other.0 };
    }
    Ok(vm.alloc_instance(class, Data::Complex(Rc::new((result, im)))))
}

fn convert(vm: &mut Vm, object: Id, message: &str) -> R<Pair> {
    if let Data::Complex(pair) = vm.data(object) {
        return Ok(**pair);
    }
    if let Some(result) = vm.call_special(object, crate::vm::Names::COMPLEX, &[])? {
        vm.keep(result);
        return match vm.data(result) {
            Data::Complex(pair) => Ok(**pair),
            _ => Err(vm.type_error_for(result, "__complex__ returned non-complex (type {})")),
        };
    }
    Ok((expect_float(vm, object, message)?, 0.0))
}

/// Whether every underscore stands between digits.
fn underscores_fit(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).all(|at| bytes.get(at) != Some(&b'_') || (digit(at.checked_sub(1)) && digit(Some(at + 1))))
}

/// Reads a complex number: a real part, an imaginary part with `j`, or both, perhaps in parentheses.
fn parse(text: &str) -> Option<Pair> {
    let text = number_text(text);
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim_matches(is_space),
        None => &*text,
    };
    let Some(imaginary) = text.strip_suffix(['j', 'J']) else {
        return float::parse(text).map(|re| (re, 0.0));
    };
    // The last sign that does not belong to an exponent divides the parts.
    let bytes = imaginary.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|&i| matches!(bytes[i], b'+' | b'-') && !matches!(bytes[i - 1], b'e' | b'E'))
        .unwrap_or(0);
    let (real, imaginary) = imaginary.split_at_checked(split)?;
    let im = match imaginary {
        "" | "+" => 1.0,
        "-" => -1.0,
        number => float::parse(number)?,
    };
    let re = if real.is_empty() { 0.0 } else { float::parse(real)? };
    Some((re, im))
}

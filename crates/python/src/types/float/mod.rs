//! `float` (CPython 3.13 floatobject.c).

mod arithmetic;
mod hex;
mod parse;

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};
use ouro_heap::Id;

pub(crate) use arithmetic::{divmod_of, power_of};
pub(crate) use parse::{from_object, parse};

use crate::bytecode::Comparison;
use crate::format::{float, float_format};
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::types::int::{self, HASH_MODULUS, Int};
use crate::types::{TypeTable, object};
use crate::vm::{R, Singletons, Vm};

/// The declaration of `float`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            new: Some(new),
            bool: Some(is_true),
            add: Some(arithmetic::add),
            subtract: Some(arithmetic::subtract),
            multiply: Some(arithmetic::multiply),
            true_divide: Some(arithmetic::true_divide),
            floor_divide: Some(arithmetic::floor_divide),
            remainder: Some(arithmetic::remainder),
            divmod: Some(arithmetic::divmod),
            power: Some(arithmetic::power),
            negative: Some(|vm, this| map(vm, this, |x| -x)),
            positive: Some(exact),
            absolute: Some(|vm, this| map(vm, this, f64::abs)),
            int: Some(truncate),
            float: Some(exact),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        subclassable: true,
        ..TypeSpec::new("float")
    }
}

const GETSET: &[GetSet] = &[GetSet::get("real", exact), GetSet::get("imag", |vm, _| Ok(vm.new_float(0.0)))];

const METHODS: &[Native] = &[
    Native::new("as_integer_ratio", 0, 0, as_integer_ratio),
    Native::new("conjugate", 0, 0, |vm, this, _| exact(vm, this)),
    Native::new("fromhex", 1, 1, hex::from_hex).class_method(),
    Native::new("hex", 0, 0, hex::hex),
    Native::new("is_integer", 0, 0, is_integer),
    Native::new("__ceil__", 0, 0, |vm, this, _| whole(vm, this, f64::ceil)),
    Native::new("__floor__", 0, 0, |vm, this, _| whole(vm, this, f64::floor)),
    Native::new("__format__", 1, 1, float_format),
    Native::new("__getnewargs__", 0, 0, getnewargs),
    Native::new("__round__", 0, 1, round),
    Native::new("__trunc__", 0, 0, |vm, this, _| truncate(vm, this)),
];

fn value(vm: &Vm, this: Id) -> f64 {
    vm.float_value(this).unwrap_or(0.0)
}

fn map(vm: &mut Vm, this: Id, f: impl FnOnce(f64) -> f64) -> R<Id> {
    let result = f(value(vm, this));
    Ok(vm.new_float(result))
}

fn exact(vm: &mut Vm, this: Id) -> R<Id> {
    if vm.class_of(this) == TypeTable::FLOAT {
        return Ok(vm.incref(this));
    }
    map(vm, this, |x| x)
}

/// A float from a float, from what has `__float__`, or from what has `__index__`; otherwise TypeError with the type's
/// name in the place of `{}` (floatobject.c, PyFloat_AsDouble).
pub(crate) fn expect_float(vm: &mut Vm, object: Id, message: &str) -> R<f64> {
    match (vm.data(object), vm.class_of(object)) {
        (Data::Float(f), _) => return Ok(*f),
        (Data::Int(i), TypeTable::INT) => return Ok(*i as f64),
        _ => {}
    }
    let slots = &vm.class(vm.class_of(object)).slots;
    let index = slots.index;
    if let Some(float) = slots.float {
        let result = float(vm, object)?;
        let value = vm.float_value(result);
        if value.is_none() {
            let names = (vm.type_name(object), vm.type_name(result));
            vm.decref(result);
            return Err(vm.type_error(format!("{}.__float__ returned non-float (type {})", names.0, names.1)));
        }
        vm.decref(result);
        return Ok(value.unwrap_or(0.0));
    }
    if index.is_some() {
        let int = vm.big_index(object)?;
        return int::to_f64(vm, &int);
    }
    Err(vm.type_error_for(object, message))
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() && class == TypeTable::FLOAT {
        return Err(vm.type_error("float() takes no keyword arguments"));
    }
    if args.pos.len() > 1 {
        return Err(vm.type_error(format!("float expected at most 1 argument, got {}", args.pos.len())));
    }
    let Some(object) = args.get(0) else { return Ok(vm.alloc_instance(class, Data::Float(0.0))) };
    if class == TypeTable::FLOAT && vm.class_of(object) == TypeTable::FLOAT {
        return Ok(vm.incref(object));
    }
    let value = from_object(vm, object)?;
    Ok(vm.alloc_instance(class, Data::Float(value)))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let text = float::repr(value(vm, this));
    Ok(vm.new_str(text))
}

/// The magnitude of a finite float as `mantissa * 2**exponent`, both whole.
pub(crate) fn decompose(value: f64) -> (u64, i64) {
    let bits = value.abs().to_bits();
    match (bits >> 52) as i64 {
        0 => (bits, -1074),
        biased => (bits & ((1 << 52) - 1) | (1 << 52), biased - 1075),
    }
}

/// The hash of a float that is a number (pyhash.c, _Py_HashDouble): equal to that of an equal int.
pub(crate) fn hash_of(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { 314_159 } else { -314_159 };
    }
    if value == 0.0 {
        return 0;
    }
    // value = mantissa * 2**exponent, and 2**61 is 1 by this modulus.
    let (mantissa, exponent) = decompose(value);
    let hash = u128::from(mantissa) << exponent.rem_euclid(61);
    let hash = (hash % u128::from(HASH_MODULUS)) as i64;
    let hash = if value < 0.0 { -hash } else { hash };
    if hash == -1 { -2 } else { hash }
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    // nan differs from itself: its hash is that of an object that has none of its own.
    let value = value(vm, this);
    if value.is_nan() { object::hash(vm, this) } else { Ok(hash_of(value)) }
}

fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    let x = value(vm, a);
    let order = match vm.data(b) {
        Data::Float(y) => x.partial_cmp(y),
        Data::Int(_) | Data::BigInt(_) => match Int::of(vm, b) {
            Some(y) => y.compare_float(x).map(std::cmp::Ordering::reverse),
            None => None,
        },
        _ => return Ok(Singletons::NOT_IMPLEMENTED),
    };
    Ok(Singletons::bool(match order {
        Some(order) => op.holds(order),
        None => op == Comparison::Ne,
    }))
}

fn is_true(vm: &mut Vm, this: Id) -> R<bool> {
    Ok(value(vm, this) != 0.0)
}

/// A float's whole part as an int, after `f`; OverflowError and ValueError for what has none.
fn whole(vm: &mut Vm, this: Id, f: impl FnOnce(f64) -> f64) -> R<Id> {
    let value = f(value(vm, this));
    to_int(vm, value)
}

/// A float's whole part as an int (longobject.c, PyLong_FromDouble).
pub(crate) fn to_int(vm: &mut Vm, value: f64) -> R<Id> {
    if value.is_nan() {
        return Err(vm.value_error("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(vm.overflow_error("cannot convert float infinity to integer"));
    }
    Ok(if value.abs() < 9e18 { vm.new_int(value as i64) } else { vm.new_big_int(int::from_f64(value)) })
}

fn truncate(vm: &mut Vm, this: Id) -> R<Id> {
    whole(vm, this, f64::trunc)
}

fn is_integer(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let value = value(vm, this);
    Ok(Singletons::bool(value.is_finite() && value.fract() == 0.0))
}

fn as_integer_ratio(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let value = value(vm, this);
    if value.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (mut numerator, mut denominator) = (BigInt::from(0), BigInt::from(1));
    if value != 0.0 {
        let (mantissa, exponent) = decompose(value);
        let zeros = i64::from(mantissa.trailing_zeros());
        let exponent = exponent + zeros;
        numerator = BigInt::from(mantissa >> zeros);
        if exponent > 0 {
            numerator <<= exponent;
        } else {
            denominator <<= -exponent;
        }
        if value < 0.0 {
            numerator = -numerator;
        }
    }
    let numerator = vm.new_big_int(numerator);
    let denominator = vm.new_big_int(denominator);
    Ok(vm.pack_tuple(vec![numerator, denominator]))
}

fn getnewargs(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let value = exact(vm, this)?;
    Ok(vm.new_tuple(vec![value]))
}

/// `round(float, ndigits)`: half goes to even; an int without `ndigits`.
fn round(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let x = value(vm, this);
    match args.get(0).filter(|&places| places != Singletons::NONE) {
        None => whole(vm, this, f64::round_ties_even),
        Some(places) => {
            let places = vm.big_index(places)?;
            let limit = if places.is_negative() { i64::MIN / 2 } else { i64::MAX };
            match float::round(x, places.to_i64().unwrap_or(limit)) {
                Some(rounded) => Ok(vm.new_float(rounded)),
                None if !x.is_finite() => exact(vm, this),
                None => Err(vm.overflow_error("rounded value too large to represent")),
            }
        }
    }
}

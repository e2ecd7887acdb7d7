//! `int` (CPython 3.13 longobject.c).
//!
//! A value that fits is `Data::Int`, any other `Data::BigInt`: never the one where the other would do.

mod arithmetic;
mod bytes;
mod construct;
mod divide;

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use ouro_heap::Id;

pub(crate) use arithmetic::{and, divmod, invert, or, power_modulo, xor};
pub(crate) use construct::{from_number, new, number_text};
pub(crate) use divide::divide;
pub(crate) use divide::{from_f64, ldexp};

use crate::bytecode::Comparison;
use crate::format::int_format;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, free_list};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `int`.
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
            true_divide: Some(divide::true_divide),
            floor_divide: Some(arithmetic::floor_divide),
            remainder: Some(arithmetic::remainder),
            divmod: Some(divmod),
            power: Some(arithmetic::power),
            left_shift: Some(arithmetic::left_shift),
            right_shift: Some(arithmetic::right_shift),
            and: Some(and),
            xor: Some(xor),
            or: Some(or),
            negative: Some(arithmetic::negative),
            positive: Some(exact),
            invert: Some(arithmetic::invert),
            absolute: Some(arithmetic::absolute),
            int: Some(exact),
            float: Some(float),
            index: Some(exact),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        subclassable: true,
        ..TypeSpec::new("int")
    }
}

const GETSET: &[GetSet] = &[
    GetSet::get("real", exact),
    GetSet::get("imag", |vm, _| Ok(vm.new_int(0))),
    GetSet::get("numerator", exact),
    GetSet::get("denominator", |vm, _| Ok(vm.new_int(1))),
];

const METHODS: &[Native] = &[
    Native::new("as_integer_ratio", 0, 0, as_integer_ratio),
    Native::new("bit_count", 0, 0, bit_count),
    Native::new("bit_length", 0, 0, bit_length),
    Native::new("conjugate", 0, 0, |vm, this, _| exact(vm, this)),
    Native::any("from_bytes", bytes::from_bytes).class_method(),
    Native::new("is_integer", 0, 0, |_, _, _| Ok(Singletons::TRUE)),
    Native::any("to_bytes", bytes::to_bytes),
    Native::new("__ceil__", 0, 0, |vm, this, _| exact(vm, this)),
    Native::new("__floor__", 0, 0, |vm, this, _| exact(vm, this)),
    Native::new("__format__", 1, 1, int_format),
    Native::new("__getnewargs__", 0, 0, getnewargs),
    Native::new("__round__", 0, 1, round),
    Native::new("__sizeof__", 0, 0, sizeof),
    Native::new("__trunc__", 0, 0, |vm, this, _| exact(vm, this)),
];

/// Most decimal digits that conversions from and to text allow (sys.int_info.default_max_str_digits).
pub(crate) const MAX_STR_DIGITS: usize = 4300;

/// An int of any size, shared with its object.
#[derive(Clone)]
pub(crate) enum Int {
    /// One that fits.
    Small(i64),
    /// One that does not.
    Big(Rc<BigInt>),
}

impl Int {
    /// The value of an int, bool, or instance of a subclass.
    #[inline]
    pub(crate) fn of(vm: &Vm, id: Id) -> Option<Int> {
        match vm.data(id) {
            Data::Int(i) => Some(Int::Small(*i)),
            Data::BigInt(i) => Some(Int::Big(i.clone())),
            _ => None,
        }
    }

    /// The values of both operands, if both are ints.
    #[inline]
    pub(crate) fn pair(vm: &Vm, a: Id, b: Id) -> Option<(Int, Int)> {
        Some((Int::of(vm, a)?, Int::of(vm, b)?))
    }

    /// The value as a big number.
    pub(crate) fn big(&self) -> Rc<BigInt> {
        match self {
            Int::Small(i) => Rc::new(BigInt::from(*i)),
            Int::Big(i) => i.clone(),
        }
    }

    /// Number of bits of the magnitude.
    pub(crate) fn bits(&self) -> u64 {
        match self {
            Int::Small(i) => u64::from(64 - i.unsigned_abs().leading_zeros()),
            Int::Big(i) => i.bits(),
        }
    }

    /// Whether it is below zero.
    pub(crate) fn is_negative(&self) -> bool {
        match self {
            Int::Small(i) => *i < 0,
            Int::Big(i) => i.is_negative(),
        }
    }
}

/// The object as an exact int: itself, or a new int for a bool or an instance of a subclass.
pub(crate) fn exact(vm: &mut Vm, this: Id) -> R<Id> {
    if vm.class_of(this) == TypeTable::INT {
        return Ok(vm.incref(this));
    }
    match Int::of(vm, this) {
        Some(Int::Small(i)) => Ok(vm.new_int(i)),
        Some(Int::Big(i)) => Ok(vm.alloc(TypeTable::INT, Data::BigInt(i))),
        None => Ok(Singletons::NOT_IMPLEMENTED),
    }
}

/// The decimal digits of an int, or ValueError beyond `sys.get_int_max_str_digits()`.
pub(crate) fn decimal(vm: &mut Vm, value: &BigInt) -> R<String> {
    // Fewer bits than this need fewer digits than the limit: log2(10) is a little more than 3.3219.
    let limit = vm.int_max_str_digits;
    let too_long = |bits: u64| limit > 0 && bits > (limit as u64 + 2).saturating_mul(33220) / 10000;
    if !too_long(value.bits()) {
        let text = value.to_str_radix(10);
        if limit == 0 || text.len() - usize::from(value.is_negative()) <= limit {
            return Ok(text);
        }
    }
    Err(vm.value_error(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
    )))
}

/// An int as a float, or OverflowError.
pub(crate) fn to_f64(vm: &mut Vm, value: &BigInt) -> R<f64> {
    match value.to_f64().filter(|f| f.is_finite()) {
        Some(f) => Ok(f),
        None => Err(vm.overflow_error("int too large to convert to float")),
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let text = match Int::of(vm, this) {
        Some(Int::Small(i)) => i.to_string(),
        Some(Int::Big(i)) => decimal(vm, &i)?,
        None => String::new(),
    };
    Ok(vm.new_unshared_str(text))
}

/// The prime modulus of the hash of numbers (pyhash.c).
pub(crate) const HASH_MODULUS: u64 = (1 << 61) - 1;

/// The hash of an int (longobject.c, long_hash).
pub(crate) fn hash_of(value: &Int) -> i64 {
    let (negative, magnitude) = match value {
        Int::Small(i) => (*i < 0, i.unsigned_abs() % HASH_MODULUS),
        Int::Big(i) => (i.is_negative(), (i.magnitude() % HASH_MODULUS).to_u64().unwrap_or(0)),
    };
    let hash = if negative { -(magnitude as i64) } else { magnitude as i64 };
    if hash == -1 { -2 } else { hash }
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    Ok(Int::of(vm, this).map_or(0, |value| hash_of(&value)))
}

fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    let order = match Int::pair(vm, a, b) {
        Some((Int::Small(x), Int::Small(y))) => x.cmp(&y),
        Some((x, y)) => x.big().cmp(&y.big()),
        None => return Ok(Singletons::NOT_IMPLEMENTED),
    };
    Ok(Singletons::bool(op.holds(order)))
}

fn is_true(vm: &mut Vm, this: Id) -> R<bool> {
    Ok(vm.int_value(this) != Some(0))
}

fn float(vm: &mut Vm, this: Id) -> R<Id> {
    let value = vm.big_int_value(this).unwrap_or_default();
    let value = to_f64(vm, &value)?;
    Ok(vm.new_float(value))
}

fn as_integer_ratio(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let numerator = exact(vm, this)?;
    let one = vm.new_int(1);
    Ok(vm.pack_tuple(vec![numerator, one]))
}

fn bit_length(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let bits = Int::of(vm, this).map_or(0, |value| value.bits());
    Ok(vm.new_int(bits as i64))
}

fn bit_count(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let ones = match Int::of(vm, this) {
        Some(Int::Small(i)) => u64::from(i.unsigned_abs().count_ones()),
        Some(Int::Big(i)) => i.magnitude().count_ones(),
        None => 0,
    };
    Ok(vm.new_int(ones as i64))
}

fn getnewargs(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let value = exact(vm, this)?;
    Ok(vm.new_tuple(vec![value]))
}

/// `sys.getsizeof` of the int part of an object, in bytes: a head of 24 and 4 for each 30 bits.
pub(crate) fn size(value: &Int) -> usize {
    24 + 4 * (value.bits().div_ceil(30).max(1) as usize)
}

fn sizeof(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let size = Int::of(vm, this).map_or(0, |value| size(&value));
    Ok(vm.new_int(size as i64))
}

/// `round(int, ndigits)`: half goes to even (longobject.c, int___round___impl).
fn round(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let Some(places) = args.get(0) else { return exact(vm, this) };
    let places = vm.big_index(places)?;
    if !places.is_negative() {
        return exact(vm, this);
    }
    // Quotient and remainder come in a tuple (longobject.c, _PyLong_DivmodNear).
    vm.heap.count_temporary(free_list::TUPLE + 1);
    let value = vm.big_int_value(this).unwrap_or_default();
    // Ten to this power is more than twice the value: it rounds to zero.
    let zero = places.to_i64().is_none_or(|p| p.unsigned_abs() > value.bits() / 3 + 2);
    if zero {
        return Ok(vm.new_int(0));
    }
    let unit = BigInt::from(10).pow(places.magnitude().to_u32().unwrap_or(0));
    let (quotient, remainder) = num_integer::Integer::div_mod_floor(&value, &unit);
    let twice: BigInt = remainder * 2;
    let up = twice > unit || (twice == unit && num_integer::Integer::is_odd(&quotient));
    let rounded = if up { quotient + BigInt::one() } else { quotient };
    Ok(if rounded.is_zero() { vm.new_int(0) } else { vm.new_big_int(rounded * unit) })
}

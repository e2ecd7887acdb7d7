//! Making ints of other objects and of text.

use std::borrow::Cow;

use num_bigint::BigInt;
use num_traits::Zero;
use ouro_heap::Id;

use super::{Int, exact};
use crate::native::Args;
use crate::object::Data;
use crate::text::unicode;
use crate::types::TypeTable;
use crate::vm::{Names, R, Vm};

/// `int(x=0, /)`, `int(x, /, base)`
pub(crate) fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let mut base = args.get(1);
    for &(name, value) in args.kw {
        let text = vm.expect_str(name, "keywords")?;
        if &*text != "base" || base.is_some() {
            if &*text != "base" {
                return Err(vm.unexpected_keyword("int", &text, &["base"]));
            }
            return Err(vm.type_error("argument for int() given by name ('base') and position (2)"));
        }
        base = Some(value);
    }
    if args.pos.len() > 2 {
        let given = args.pos.len();
        return Err(vm.type_error(match vm.version.number < (3, 13, 0) {
            true => format!("int() takes at most 2 arguments ({given} given)"),
            false => format!("int expected at most 2 arguments, got {given}"),
        }));
    }
    let value = match (args.get(0), base) {
        (None, None) => vm.new_int(0),
        (None, Some(_)) => return Err(vm.type_error("int() missing string argument")),
        (Some(object), None) => from_object(vm, object)?,
        (Some(object), Some(base)) => {
            let base = vm.big_index(base)?;
            let base = match u32::try_from(&base) {
                Ok(base @ (0 | 2..=36)) => base,
                _ => return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0")),
            };
            match from_text(vm, object, base)? {
                Some(value) => value,
                None => return Err(vm.type_error("int() can't convert non-string with explicit base")),
            }
        }
    };
    if class == TypeTable::INT {
        return Ok(value);
    }
    let data = match Int::of(vm, value) {
        Some(Int::Small(i)) => Data::Int(i),
        Some(Int::Big(i)) => Data::BigInt(i),
        None => Data::Int(0),
    };
    vm.decref(value);
    Ok(vm.alloc_instance(class, data))
}

/// `int(object)` (abstract.c, PyNumber_Long): a new reference to an exact int.
fn from_object(vm: &mut Vm, object: Id) -> R<Id> {
    let slots = &vm.class(vm.class_of(object)).slots;
    if slots.int.is_some() || slots.index.is_some() || vm.type_lookup(vm.class_of(object), Names::TRUNC).is_some() {
        return from_number(vm, object);
    }
    match from_text(vm, object, 10)? {
        Some(value) => Ok(value),
        None => Err(not_a_number(vm, object)),
    }
}

fn not_a_number(vm: &mut Vm, object: Id) -> crate::vm::Raised {
    vm.type_error_for(object, "int() argument must be a string, a bytes-like object or a real number, not '{}'")
}

/// `int(object)` of what is a number (`__int__`, `__index__`, `__trunc__`): a new reference to an exact int.
pub(crate) fn from_number(vm: &mut Vm, object: Id) -> R<Id> {
    if vm.class_of(object) == TypeTable::INT {
        return Ok(vm.incref(object));
    }
    let slots = &vm.class(vm.class_of(object)).slots;
    let index = slots.index;
    let result = if let Some(int) = slots.int {
        let result = int(vm, object)?;
        if Int::of(vm, result).is_none() {
            let raised = vm.type_error_for(result, "__int__ returned non-int (type {})");
            vm.decref(result);
            return Err(raised);
        }
        result
    } else if index.is_some() {
        vm.index_object(object)?
    } else if let Some(result) = vm.call_special(object, Names::TRUNC, &[])? {
        vm.keep(result);
        vm.index_object(result)?
    } else {
        return Err(not_a_number(vm, object));
    };
    if vm.class_of(result) == TypeTable::INT {
        return Ok(result);
    }
    let value = exact(vm, result);
    vm.decref(result);
    value
}

/// The int that a str or bytes-like object spells: a new reference; `None` for any other object.
fn from_text(vm: &mut Vm, object: Id, base: u32) -> R<Option<Id>> {
    let text = match vm.data(object) {
        Data::Str(text) => text.as_str().to_string(),
        Data::Bytes(bytes) => bytes.iter().map(|&b| b as char).collect(),
        Data::ByteArray(array) => array.bytes.iter().map(|&b| b as char).collect(),
        _ => return Ok(None),
    };
    let limit = vm.int_max_str_digits;
    match parse(&text, base, limit) {
        Ok(value) => Ok(Some(vm.new_big_int(value))),
        Err(ParseError::TooLong(digits)) => Err(vm.value_error(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} digits; use sys.set_int_max_str_digits() to increase the limit"
        ))),
        Err(ParseError::Invalid) => {
            let repr = vm.repr(object)?;
            vm.keep(repr);
            let shown: String = vm.str_text(repr).map(|t| t.chars().take(200).collect()).unwrap_or_default();
            Err(vm.value_error(format!("invalid literal for int() with base {base}: {shown}")))
        }
    }
}

/// Why a text is no int.
pub(crate) enum ParseError {
    /// It is not written as one.
    Invalid,
    /// It has so many digits, more than allowed.
    TooLong(usize),
}

/// Reads an int as `int(text, base)` does: white space around, sign, prefix, single underscores between digits
/// (longobject.c, PyLong_FromString).
pub(crate) fn parse(text: &str, base: u32, limit: usize) -> Result<BigInt, ParseError> {
    let text = number_text(text);
    let (negative, text) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, &*text),
    };
    let prefix = match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0b") => Some(2),
        Some("0o") => Some(8),
        Some("0x") => Some(16),
        _ => None,
    };
    let (radix, digits) = match (base, prefix) {
        (0, Some(radix)) => (radix, text.get(2..).unwrap_or("")),
        (0, None) => (10, text),
        (base, Some(radix)) if base == radix => (radix, text.get(2..).unwrap_or("")),
        (base, _) => (base, text),
    };
    // One underscore may follow a prefix.
    let digits = if digits.len() == text.len() { digits } else { digits.strip_prefix('_').unwrap_or(digits) };
    let mut plain = Vec::with_capacity(digits.len());
    let mut after_underscore = true;
    for c in digits.chars() {
        if c == '_' && !after_underscore {
            after_underscore = true;
            continue;
        }
        match c.to_digit(radix) {
            Some(digit) => plain.push(digit as u8),
            None => return Err(ParseError::Invalid),
        }
        after_underscore = false;
    }
    if after_underscore {
        return Err(ParseError::Invalid);
    }
    // `int('012', 0)` might have meant an octal number.
    if base == 0 && prefix.is_none() && plain.first() == Some(&0) && plain.iter().any(|&d| d != 0) {
        return Err(ParseError::Invalid);
    }
    if !radix.is_power_of_two() && limit > 0 && plain.len() > limit {
        return Err(ParseError::TooLong(plain.len()));
    }
    let value = BigInt::from_radix_be(num_bigint::Sign::Plus, &plain, radix).unwrap_or_else(BigInt::zero);
    Ok(if negative { -value } else { value })
}

/// A text that spells a number, without white space around it and with ASCII digits in the place of all others
/// (unicodeobject.c, _PyUnicode_TransformDecimalAndSpaceToASCII).
pub(crate) fn number_text(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(unicode::is_space);
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars().map(|c| unicode::decimal_value(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c)).collect(),
    )
}

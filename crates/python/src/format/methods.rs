//! `__format__` of the builtin types that have their own.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};
use ouro_heap::Id;

use super::number::{Parts, assemble, format_complex, format_float, format_str};
use super::spec::{Align, FormatSpec, unknown_type};
use crate::native::Args;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::int;
use crate::vm::{R, SharedText, Vm};

impl Vm {
    /// The argument of `__format__`.
    fn format_argument(&mut self, args: &Args) -> R<SharedText> {
        match args.get(0).and_then(|id| self.str_text(id)) {
            Some(text) => Ok(text),
            None => {
                let name = args.get(0).map(|id| self.type_name(id)).unwrap_or_default();
                Err(self.type_error(format!("__format__() argument must be str, not {name}")))
            }
        }
    }

    fn parse_format(&mut self, this: Id, text: &str, default: Option<char>, align: Align) -> R<FormatSpec> {
        let name = self.type_name(this);
        let spec = FormatSpec::parse(text, &name, default, align).map_err(|message| self.value_error(message))?;
        let size = spec.width.unwrap_or(0).saturating_add(spec.precision.unwrap_or(0));
        self.check_size(size.saturating_mul(spec.fill.len_utf8()))?;
        Ok(spec)
    }

    /// What was formatted: the only str that it is made of, if there is one (unicodeobject.c, _PyUnicodeWriter_WriteStr).
    pub(super) fn written(&mut self, text: String, whole: Option<Id>) -> Id {
        match whole {
            Some(whole) if self.str_data(whole).is_some_and(|whole| *whole.as_str() == *text) => self.incref(whole),
            _ => self.new_str(text),
        }
    }

    fn formatted(&mut self, result: Result<String, String>) -> R<Id> {
        match result {
            Ok(text) => Ok(self.new_str(text)),
            Err(message) => Err(self.value_error(message)),
        }
    }
}

/// `object.__format__`
pub(crate) fn object_format(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    if !vm.format_argument(args)?.is_empty() {
        return Err(vm.type_error_for(this, "unsupported format string passed to {}.__format__"));
    }
    vm.str(this)
}

/// `str.__format__`
pub(crate) fn str_method_format(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = vm.format_argument(args)?;
    if text.is_empty() {
        return vm.str(this);
    }
    let spec = vm.parse_format(this, &text, Some('s'), Align::Left)?;
    let name = vm.type_name(this);
    let Some(value) = vm.str_text(this) else { return vm.str(this) };
    let text = format_str(&value, &spec, &name).map_err(|message| vm.value_error(message))?;
    let whole = (vm.class_of(this) == TypeTable::STR).then_some(this);
    Ok(vm.written(text, whole))
}

/// `float.__format__`
pub(crate) fn float_format(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = vm.format_argument(args)?;
    let Some(value) = vm.float_value(this).filter(|_| !text.is_empty()) else { return vm.str(this) };
    let spec = vm.parse_format(this, &text, None, Align::Right)?;
    let name = vm.type_name(this);
    vm.formatted(format_float(value, &spec, &name))
}

/// `complex.__format__`
pub(crate) fn complex_format(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = vm.format_argument(args)?;
    if text.is_empty() {
        return vm.str(this);
    }
    let spec = vm.parse_format(this, &text, None, Align::Right)?;
    let name = vm.type_name(this);
    let (re, im) = match vm.data(this) {
        Data::Complex(c) => **c,
        _ => return vm.str(this),
    };
    vm.formatted(format_complex(re, im, &spec, &name))
}

/// `int.__format__`
pub(crate) fn int_format(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = vm.format_argument(args)?;
    let Some(value) = vm.big_int_value(this).filter(|_| !text.is_empty()) else { return vm.str(this) };
    let spec = vm.parse_format(this, &text, Some('d'), Align::Right)?;
    let name = vm.type_name(this);
    match spec.kind {
        Some('b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') | None => {}
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            let value = int::to_f64(vm, &value)?;
            return vm.formatted(format_float(value, &spec, &name));
        }
        Some(other) => return Err(vm.value_error(unknown_type(other, &name))),
    }
    let not_allowed = match spec {
        FormatSpec { precision: Some(_), .. } => Some("Precision not allowed in integer format specifier"),
        FormatSpec { no_negative_zero: true, .. } => {
            Some("Negative zero coercion (z) not allowed in integer format specifier")
        }
        FormatSpec { kind: Some('c'), sign: Some(_), .. } => Some("Sign not allowed with integer format specifier 'c'"),
        FormatSpec { kind: Some('c'), alternate: true, .. } => {
            Some("Alternate form (#) not allowed with integer format specifier 'c'")
        }
        _ => None,
    };
    if let Some(message) = not_allowed {
        return Err(vm.value_error(message));
    }
    if spec.kind == Some('c') {
        let Some(code) = value.to_i64() else {
            return Err(vm.overflow_error("Python int too large to convert to C long"));
        };
        let Some(c) = u32::try_from(code).ok().filter(|&c| c < 0x11_0000) else {
            return Err(vm.overflow_error("%c arg not in range(0x110000)"));
        };
        let c = char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER).to_string();
        return Ok(vm.new_str(assemble(&spec, Parts { rest: &c, ..Parts::default() })));
    }
    let (digits, prefix) = digits(vm, &value, spec.kind)?;
    let parts = Parts {
        negative: value.is_negative(),
        prefix: if spec.alternate { prefix } else { "" },
        digits: &digits,
        rest: "",
    };
    Ok(vm.new_str(assemble(&spec, parts)))
}

/// The digits of an int's magnitude for a presentation type, and the prefix of the alternate form.
pub(super) fn digits(vm: &mut Vm, value: &BigInt, kind: Option<char>) -> R<(String, &'static str)> {
    if !matches!(kind, Some('b' | 'o' | 'x' | 'X')) {
        vm.check_signals();
    }
    if let Some(small) = value.to_i64() {
        let magnitude = small.unsigned_abs();
        return Ok(match kind {
            Some('b') => (format!("{magnitude:b}"), "0b"),
            Some('o') => (format!("{magnitude:o}"), "0o"),
            Some('x') => (format!("{magnitude:x}"), "0x"),
            Some('X') => (format!("{magnitude:X}"), "0X"),
            _ => (magnitude.to_string(), ""),
        });
    }
    let magnitude = value.magnitude();
    Ok(match kind {
        Some('b') => (magnitude.to_str_radix(2), "0b"),
        Some('o') => (magnitude.to_str_radix(8), "0o"),
        Some('x') => (magnitude.to_str_radix(16), "0x"),
        Some('X') => (magnitude.to_str_radix(16).to_ascii_uppercase(), "0X"),
        _ => (int::decimal(vm, &value.abs())?, ""),
    })
}

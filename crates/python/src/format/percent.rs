//! `%` on str and bytes (CPython 3.13 unicodeobject.c, PyUnicode_Format; bytesobject.c, _PyBytes_FormatEx).
//!
//! Bytes run through the same code: each byte as the character of the same number.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};
use ouro_heap::Id;

use super::float::{self, Flags, Style};
use super::methods::digits;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::float::expect_float;
use crate::types::int;
use crate::vm::{R, Vm};

/// `fmt % args` for a str: a str.
pub(crate) fn format_percent(vm: &mut Vm, fmt: &str, args: Id) -> R<Id> {
    let chars: Vec<char> = fmt.chars().collect();
    let mut formatter = Formatter::new(vm, &chars, args, false);
    let text = formatter.run(vm)?;
    Ok(vm.written(text, formatter.whole))
}

/// `fmt % args` for a bytes or bytearray: the resulting bytes.
pub(crate) fn format_percent_bytes(vm: &mut Vm, fmt: &[u8], args: Id) -> R<Vec<u8>> {
    let chars: Vec<char> = fmt.iter().map(|&b| b as char).collect();
    let text = Formatter::new(vm, &chars, args, true).run(vm)?;
    Ok(text.chars().map(|c| c as u32 as u8).collect())
}

/// What stands between `%` and the conversion's letter.
#[derive(Clone, Copy, Default)]
struct Conversion {
    left: bool,
    plus: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

/// A converted value, ready to be padded.
#[derive(Default)]
struct Piece {
    sign: &'static str,
    prefix: &'static str,
    body: String,
    numeric: bool,
}

struct Formatter<'a> {
    format: &'a [char],
    at: usize,
    bytes: bool,
    /// The right operand: borrowed.
    args: Id,
    /// What the next conversions take their values from: a tuple's items, or the one value.
    items: Vec<Id>,
    next: usize,
    /// Whether the right operand can be asked for keys.
    mapping: bool,
    /// The str that the last conversion gave, if nothing came before it: borrowed.
    whole: Option<Id>,
}

impl<'a> Formatter<'a> {
    fn new(vm: &Vm, format: &'a [char], args: Id, bytes: bool) -> Formatter<'a> {
        let (items, mapping) = match vm.data(args) {
            Data::Tuple(items) => (items.to_vec(), false),
            data => {
                let text = match data {
                    Data::Str(_) => true,
                    Data::Bytes(_) | Data::ByteArray(_) => bytes,
                    _ => false,
                };
                (vec![args], !text && vm.class(vm.class_of(args)).slots.getitem.is_some())
            }
        };
        Formatter { format, at: 0, bytes, args, items, next: 0, mapping, whole: None }
    }

    fn run(&mut self, vm: &mut Vm) -> R<String> {
        let mut out = String::with_capacity(self.format.len());
        while let Some(c) = self.char() {
            if c != '%' {
                out.push(c);
                continue;
            }
            self.conversion(vm, &mut out)?;
            vm.check_size(out.len())?;
        }
        if self.next < self.items.len() && !self.mapping {
            let what = if self.bytes { "bytes" } else { "string" };
            let mut message = format!("not all arguments converted during {what} formatting");
            if vm.version.format_errors_count {
                message += &format!(" (required {}, got {})", self.next, self.items.len());
            }
            return Err(vm.type_error(message));
        }
        Ok(out)
    }

    fn char(&mut self) -> Option<char> {
        let c = self.format.get(self.at).copied();
        self.at += usize::from(c.is_some());
        c
    }

    fn expect_char(&mut self, vm: &mut Vm) -> R<char> {
        self.char().ok_or_else(|| vm.value_error("incomplete format"))
    }

    /// The next value: borrowed.
    fn value(&mut self, vm: &mut Vm) -> R<Id> {
        match self.items.get(self.next) {
            Some(&id) => {
                self.next += 1;
                Ok(id)
            }
            None => {
                let mut message = String::from("not enough arguments for format string");
                if vm.version.format_errors_count {
                    message += &format!(" (got {})", self.items.len());
                }
                Err(vm.type_error(message))
            }
        }
    }

    /// `(name)`: the mapping's item becomes the next value.
    fn key(&mut self, vm: &mut Vm) -> R<()> {
        if !self.mapping {
            return Err(vm.type_error("format requires a mapping"));
        }
        let start = self.at;
        let mut depth = 1;
        while depth > 0 {
            match self.char() {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                Some(_) => {}
                None => return Err(vm.value_error("incomplete format key")),
            }
        }
        let name = self.format.get(start..self.at - 1).unwrap_or_default();
        let key = if self.bytes {
            let bytes: Vec<u8> = name.iter().map(|&c| c as u32 as u8).collect();
            vm.new_bytes(bytes)
        } else {
            vm.new_str(name.iter().collect::<String>())
        };
        let value = vm.getitem(self.args, key);
        vm.decref(key);
        let value = value?;
        vm.keep(value);
        self.items = vec![value];
        self.next = 0;
        Ok(())
    }

    /// A number or `*`: `Ok(None)` if neither is there, else the number, below zero only from `*`.
    fn number(&mut self, vm: &mut Vm, what: &str) -> R<Option<i64>> {
        match self.format.get(self.at) {
            Some('*') => {
                self.at += 1;
                let value = self.value(vm)?;
                match vm.data(value) {
                    Data::Int(i) => Ok(Some(*i)),
                    Data::BigInt(_) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
                    _ => Err(vm.type_error("* wants int")),
                }
            }
            Some(c) if c.is_ascii_digit() => {
                let mut number: i64 = 0;
                while let Some(digit) = self.format.get(self.at).and_then(|c| c.to_digit(10)) {
                    self.at += 1;
                    number = match number.checked_mul(10).and_then(|n| n.checked_add(digit.into())) {
                        Some(number) => number,
                        None => return Err(vm.value_error(format!("{what} too big"))),
                    };
                }
                Ok(Some(number))
            }
            _ => Ok(None),
        }
    }

    fn conversion(&mut self, vm: &mut Vm, out: &mut String) -> R<()> {
        let mut conversion = Conversion::default();
        let mut plain = true;
        if self.format.get(self.at) == Some(&'(') {
            self.at += 1;
            self.key(vm)?;
            plain = false;
        }
        while let Some(c) = self.format.get(self.at) {
            match c {
                '-' => conversion.left = true,
                '+' => conversion.plus = true,
                ' ' => conversion.blank = true,
                '#' => conversion.alternate = true,
                '0' => conversion.zero = true,
                _ => break,
            }
            self.at += 1;
            plain = false;
        }
        if let Some(width) = self.number(vm, "width")? {
            conversion.left |= width < 0;
            conversion.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
            plain = false;
        }
        if self.format.get(self.at) == Some(&'.') {
            self.at += 1;
            let precision = self.number(vm, "precision")?.unwrap_or(0);
            if precision > i64::from(i32::MAX) {
                return Err(vm.value_error("precision too big"));
            }
            conversion.precision = Some(precision.max(0) as usize);
            plain = false;
        }
        if matches!(self.format.get(self.at), Some('h' | 'l' | 'L')) {
            self.at += 1;
            plain = false;
        }
        vm.check_size(conversion.width.saturating_add(conversion.precision.unwrap_or(0)))?;
        let letter = self.expect_char(vm)?;
        if letter == '%' && plain {
            out.push('%');
            return Ok(());
        }
        let value = self.value(vm)?;
        self.whole = None;
        let piece = self.convert(vm, value, letter, &conversion)?;
        if !out.is_empty() || vm.class_of(value) == TypeTable::INT {
            self.whole = None;
        }
        write_padded(out, &conversion, &piece);
        Ok(())
    }

    fn convert(&mut self, vm: &mut Vm, value: Id, letter: char, conversion: &Conversion) -> R<Piece> {
        let text = |body: String| Piece { body, ..Piece::default() };
        match letter {
            's' | 'b' if self.bytes => Ok(text(cut(bytes_of(vm, value)?, conversion))),
            's' if !self.bytes => {
                let id = vm.str(value)?;
                self.whole = Some(vm.incref(id));
                vm.keep(id);
                Ok(text(cut(taken(vm, id), conversion)))
            }
            'r' if !self.bytes => {
                let id = vm.repr(value)?;
                self.whole = Some(vm.incref(id));
                vm.keep(id);
                Ok(text(cut(taken(vm, id), conversion)))
            }
            'r' | 'a' => {
                let id = vm.repr(value)?;
                Ok(text(cut(ascii(&taken(vm, id)), conversion)))
            }
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => self.convert_int(vm, value, letter, conversion),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let number = match vm.float_value(value) {
                    Some(number) => number,
                    None if self.bytes => expect_float(vm, value, "float argument required, not {}")?,
                    None => expect_float(vm, value, "must be real number, not {}")?,
                };
                let precision = conversion.precision.unwrap_or(6);
                let style = match letter.to_ascii_lowercase() {
                    'e' => Style::Exponent(precision),
                    'f' => Style::Fixed(precision),
                    _ => Style::General(precision),
                };
                let uppercase = letter.is_ascii_uppercase();
                let printed = float::print(
                    number,
                    style,
                    Flags { alternate: conversion.alternate, uppercase, ..Flags::default() },
                );
                let (negative, body) = match printed.strip_prefix('-') {
                    Some(body) => (true, body.to_string()),
                    None => (false, printed),
                };
                Ok(Piece { sign: sign(negative, conversion), prefix: "", body, numeric: true })
            }
            'c' => Ok(text(self.convert_char(vm, value)?)),
            other => {
                let shown = if (' '..'\u{80}').contains(&other) { other } else { '?' };
                let message =
                    format!("unsupported format character '{shown}' (0x{:x}) at index {}", other as u32, self.at - 1);
                Err(vm.value_error(message))
            }
        }
    }

    fn convert_int(&mut self, vm: &mut Vm, value: Id, letter: char, conversion: &Conversion) -> R<Piece> {
        let number = match vm.big_int_value(value) {
            Some(number) => number,
            None => {
                let slots = &vm.class(vm.class_of(value)).slots;
                let is_number =
                    slots.int.or(slots.float).or(slots.index).is_some() || matches!(vm.data(value), Data::Complex(_));
                let decimal = matches!(letter, 'd' | 'i' | 'u');
                let int = match (is_number, decimal) {
                    (false, _) => None,
                    (true, true) => swallow_type_error(vm, |vm| int::from_number(vm, value))?,
                    (true, false) => swallow_type_error(vm, |vm| vm.index_object(value))?,
                };
                let Some(int) = int else {
                    let wanted = if decimal { "a real number" } else { "an integer" };
                    let letter = if self.bytes && letter == 'i' { 'd' } else { letter };
                    return Err(vm.type_error_for(value, &format!("%{letter} format: {wanted} is required, not {{}}")));
                };
                let number = vm.big_int_value(int).unwrap_or_default();
                vm.decref(int);
                number
            }
        };
        let (digits, prefix) = digits(vm, &number, Some(letter))?;
        let zeros = conversion.precision.unwrap_or(0).saturating_sub(digits.len());
        Ok(Piece {
            sign: sign(number.is_negative(), conversion),
            prefix: if conversion.alternate { prefix } else { "" },
            body: format!("{}{digits}", "0".repeat(zeros)),
            numeric: true,
        })
    }

    fn convert_char(&mut self, vm: &mut Vm, value: Id) -> R<String> {
        let wrong = if self.bytes {
            "%c requires an integer in range(256) or a single byte"
        } else {
            "%c requires int or char"
        };
        let single = match vm.data(value) {
            Data::Str(s) if !self.bytes => Some((s.char_count() == 1).then(|| s.as_str().to_string())),
            Data::Bytes(b) if self.bytes => Some((b.len() == 1).then(|| latin1(b))),
            Data::ByteArray(b) if self.bytes => Some((b.bytes.len() == 1).then(|| latin1(&b.bytes))),
            _ => None,
        };
        if let Some(single) = single {
            return single.ok_or_else(|| vm.type_error(wrong));
        }
        let Some(int) = swallow_type_error(vm, |vm| vm.index_object(value))? else {
            return Err(vm.type_error(wrong));
        };
        let number = vm.big_int_value(int).unwrap_or_else(|| BigInt::from(-1));
        vm.decref(int);
        let limit = if self.bytes { 256 } else { 0x11_0000 };
        match number.to_u32().filter(|&n| n < limit) {
            Some(n) => Ok(char::from_u32(n).unwrap_or(char::REPLACEMENT_CHARACTER).to_string()),
            None if self.bytes => Err(vm.overflow_error("%c arg not in range(256)")),
            None => Err(vm.overflow_error("%c arg not in range(0x110000)")),
        }
    }
}

fn write_padded(out: &mut String, conversion: &Conversion, piece: &Piece) {
    let length = piece.sign.len() + piece.prefix.len() + piece.body.chars().count();
    let missing = conversion.width.saturating_sub(length);
    let zeros = piece.numeric && conversion.zero && !conversion.left;
    if !conversion.left && !zeros {
        out.extend(std::iter::repeat_n(' ', missing));
    }
    out.push_str(piece.sign);
    out.push_str(piece.prefix);
    if zeros {
        out.extend(std::iter::repeat_n('0', missing));
    }
    out.push_str(&piece.body);
    if conversion.left {
        out.extend(std::iter::repeat_n(' ', missing));
    }
}

fn sign(negative: bool, conversion: &Conversion) -> &'static str {
    match (negative, conversion) {
        (true, _) => "-",
        (_, Conversion { plus: true, .. }) => "+",
        (_, Conversion { blank: true, .. }) => " ",
        _ => "",
    }
}

fn cut(text: String, conversion: &Conversion) -> String {
    match conversion.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text,
    }
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| b as char).collect()
}

/// The text of a str that nobody needs any more.
fn taken(vm: &mut Vm, id: Id) -> String {
    let text = vm.name_text(id);
    vm.decref(id);
    text
}

/// What is not ASCII as escapes, as `ascii` shows it.
pub(super) fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c as u32 {
            ..0x80 => out.push(c),
            n @ ..0x100 => out.push_str(&format!("\\x{n:02x}")),
            n @ ..0x1_0000 => out.push_str(&format!("\\u{n:04x}")),
            n => out.push_str(&format!("\\U{n:08x}")),
        }
    }
    out
}

/// The result, or `None` for a TypeError.
fn swallow_type_error(vm: &mut Vm, f: impl FnOnce(&mut Vm) -> R<Id>) -> R<Option<Id>> {
    match f(vm) {
        Ok(id) => Ok(Some(id)),
        Err(raised) => vm.expect_raised(raised, Exceptions::TYPE_ERROR).map(|()| None),
    }
}

/// What `%b` puts in: a bytes-like object's bytes, or what `__bytes__` returns.
fn bytes_of(vm: &mut Vm, value: Id) -> R<String> {
    match vm.data(value) {
        Data::Bytes(b) => return Ok(latin1(b)),
        Data::ByteArray(b) => return Ok(latin1(&b.bytes)),
        _ => {}
    }
    let Some(result) = vm.call_special(value, crate::vm::Names::BYTES, &[])? else {
        return Err(vm.type_error_for(
            value,
            "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
        ));
    };
    vm.keep(result);
    match vm.data(result) {
        Data::Bytes(b) => Ok(latin1(b)),
        _ => Err(vm.type_error_for(result, "__bytes__ returned non-bytes (type {})")),
    }
}

//! Properties of characters as CPython's unicodectype.c has them.

use super::unicode_table::{ALPHABETIC, DIGITS, FOLDED, NUMERIC, TITLE, TITLECASE, UNPRINTABLE, ZEROS};

/// The code points of a list in the table (LEB128 of their distances). The tables are small so, a page loads them.
fn code_points(list: &'static [u8]) -> impl Iterator<Item = u32> {
    let (mut last, mut gap, mut shift) = (0, 0, 0);
    list.iter().filter_map(move |&byte| {
        gap |= u32::from(byte & 0x7F) << shift;
        shift += 7;
        if byte & 0x80 != 0 {
            return None;
        }
        last += std::mem::take(&mut gap);
        shift = 0;
        Some(last)
    })
}

fn is_in(set: &'static [u8], c: char) -> bool {
    code_points(set).take_while(|&boundary| boundary <= c as u32).count() % 2 == 1
}

/// `str.isalpha` of a character.
pub fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { is_in(ALPHABETIC, c) }
}

/// `str.isprintable` of a character: what a repr shows as it is.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() { matches!(c, ' '..='~') } else { !is_in(UNPRINTABLE, c) }
}

/// `str.isnumeric` of a character.
pub fn is_numeric(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { is_in(NUMERIC, c) }
}

/// The value of a decimal digit of any script, as `int` and `float` read it.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let zero = code_points(ZEROS).take_while(|&zero| zero <= c as u32).last()?;
    let value = c as u32 - zero;
    (value < 10).then_some(value)
}

/// `str.isdigit` of a character.
pub fn is_digit(c: char) -> bool {
    decimal_value(c).is_some() || (!c.is_ascii() && is_in(DIGITS, c))
}

/// `str.isalnum` of a character.
pub fn is_alphanumeric(c: char) -> bool {
    is_alphabetic(c) || is_digit(c) || is_numeric(c)
}

/// `str.isspace` of a character.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\x1c'..='\x1f')
}

/// Whether a character is in title case, as few ligatures are.
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && is_in(TITLECASE, c)
}

/// Whether a character has case (the Unicode property Cased).
pub fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_title(c)
}

/// Whether a line ends with a character (`str.splitlines`).
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn mapped(table: &'static str, c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return None;
    }
    table.lines().find_map(|line| line.strip_prefix(c))
}

/// Appends a character in title case.
pub fn push_title(text: &mut String, c: char) {
    match mapped(TITLE, c) {
        Some(title) => text.push_str(title),
        None => text.extend(c.to_uppercase()),
    }
}

/// Appends a character as `str.casefold` has it.
pub fn push_folded(text: &mut String, c: char) {
    match mapped(FOLDED, c) {
        Some(folded) => text.push_str(folded),
        None => text.extend(c.to_lowercase()),
    }
}

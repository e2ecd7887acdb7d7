//! The reprs of str and bytes.

use std::fmt::Write;

use super::unicode::is_printable;

/// Double quotes where the text has single ones and no double ones.
fn quote_for(has: impl Fn(u8) -> bool) -> char {
    if has(b'\'') && !has(b'"') { '"' } else { '\'' }
}

/// `repr` of a str (unicodeobject.c, unicode_repr).
pub fn str_repr(text: &str) -> String {
    escape_str(text, is_printable)
}

/// `ascii` of a str.
pub fn str_ascii(text: &str) -> String {
    escape_str(text, |c| matches!(c, ' '..='~'))
}

fn escape_str(text: &str, shown: impl Fn(char) -> bool) -> String {
    let quote = quote_for(|q| text.as_bytes().contains(&q));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            c if shown(c) => out.push(c),
            c => push_escape(&mut out, c),
        }
    }
    out.push(quote);
    out
}

/// Appends `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, as the error handler "backslashreplace" does too.
pub fn push_escape(out: &mut String, c: char) {
    let code = c as u32;
    let _ = match code {
        0..=0xFF => write!(out, "\\x{code:02x}"),
        0x100..=0xFFFF => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// `ascii` of a text that is a repr already: only what is not ASCII is escaped.
pub fn escape_non_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() { out.push(c) } else { push_escape(&mut out, c) }
    }
    out
}

/// `repr` of a bytes (bytesobject.c, PyBytes_Repr).
pub fn bytes_repr(bytes: &[u8]) -> String {
    let quote = quote_for(|q| bytes.contains(&q));
    quoted_bytes(bytes, quote, quote)
}

/// What stands between the brackets in the repr of a bytearray: single quotes are escaped whatever quotes stand
/// around (bytearrayobject.c, bytearray_repr).
pub fn bytearray_repr(bytes: &[u8]) -> String {
    quoted_bytes(bytes, quote_for(|q| bytes.contains(&q)), '\'')
}

fn quoted_bytes(bytes: &[u8], quote: char, escaped: char) -> String {
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b if b as char == escaped => out.extend(['\\', escaped]),
            b' '..=b'~' => out.push(byte as char),
            _ => push_escape(&mut out, byte as char),
        }
    }
    out.push(quote);
    out
}

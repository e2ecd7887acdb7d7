//! What is wrong inside of string literals (pegen's string_parser.c and action_helpers.c).

use super::recognizer::{Failure, Recognizer};
use super::tokens::{Kind, Token};
use crate::compiler::parser::fragment;

/// Checks the literals that stand one after another between two tokens.
pub(super) fn check(recognizer: &Recognizer<'_, '_>, (first, after): (usize, usize)) -> Result<(), Failure> {
    let mut bytes = None;
    let mut raw = Vec::new();
    for at in first..after {
        let text = recognizer.text(at);
        let quote = text.find(['\'', '"']).unwrap_or(0);
        let prefix = text.get(..quote).unwrap_or("").to_ascii_lowercase();
        let is_raw = prefix.contains('r');
        match recognizer.tokens.get(at).map(|token| token.kind) {
            Some(Kind::FStringStart) => raw.push(is_raw),
            Some(Kind::FStringEnd) => {
                raw.pop();
                continue;
            }
            Some(Kind::FStringMiddle) => {
                if raw.last() == Some(&false)
                    && let Some(problem) = escape(text)
                {
                    // CPython has read the whole f-string when it decodes.
                    let ends = |token: &Token| token.kind == Kind::FStringEnd;
                    let end = recognizer.tokens.iter().skip(at).position(ends).map_or(at, |after| at + after);
                    return Err(recognizer.at_tokens(problem, (end, end + 1)));
                }
                continue;
            }
            Some(Kind::String) => {}
            _ => continue,
        }
        // Literals in a field of an f-string have been checked on their own.
        if raw.len() > usize::from(prefix.contains('f')) {
            continue;
        }
        let is_bytes = prefix.contains('b');
        if bytes.replace(is_bytes).is_some_and(|before| before != is_bytes) {
            return Err(recognizer.at_last("cannot mix bytes and nonbytes literals"));
        }
        if prefix.contains('f') {
            continue;
        }
        let marks =
            if text.get(quote..).is_some_and(|t| t.starts_with("'''") || t.starts_with("\"\"\"")) { 3 } else { 1 };
        let body = text.get(quote + marks..text.len().saturating_sub(marks)).unwrap_or("");
        let problem = match (is_bytes, is_raw) {
            (true, _) if !body.is_ascii() => Some("bytes can only contain ASCII literal characters".to_string()),
            (true, false) => bytes_escape(body),
            (false, false) => escape(body),
            _ => None,
        };
        if let Some(problem) = problem {
            return Err(recognizer.at_tokens(problem, (at, at + 1)));
        }
    }
    Ok(())
}

/// An escape in a bytes literal that stands for no byte.
fn bytes_escape(body: &str) -> Option<String> {
    let mut rest = body;
    while let Some(at) = rest.find('\\') {
        let escaped = rest.get(at + 1..).unwrap_or("");
        let digits = escaped.chars().skip(1).take(2).filter(char::is_ascii_hexdigit).count();
        if escaped.starts_with('x') && digits < 2 {
            let position = body.len() - escaped.len() - 1;
            return Some(format!("(value error) invalid \\x escape at position {position}"));
        }
        rest = escaped.chars().next().and_then(|c| escaped.get(c.len_utf8()..)).unwrap_or("");
    }
    None
}

/// An escape in a str literal that stands for no character.
fn escape(body: &str) -> Option<String> {
    let mut rest = body;
    while let Some(at) = rest.find('\\') {
        let escaped = rest.get(at + 1..).unwrap_or("");
        // CPython has written other than ASCII characters as \UXXXXXXXX before it decodes.
        let before = body.get(..body.len() - escaped.len() - 1).unwrap_or("");
        let position: usize = before.chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum();
        let digits = |count: usize| escaped.chars().skip(1).take(count).take_while(char::is_ascii_hexdigit).count();
        let problem = match escaped.chars().next() {
            Some('x') if digits(2) < 2 => Some((1 + digits(2), "truncated \\xXX escape")),
            Some('u') if digits(4) < 4 => Some((1 + digits(4), "truncated \\uXXXX escape")),
            Some('U') if digits(8) < 8 => Some((1 + digits(8), "truncated \\UXXXXXXXX escape")),
            Some('U')
                if escaped
                    .get(1..9)
                    .and_then(|hex| u32::from_str_radix(hex, 16).ok())
                    .is_some_and(|n| n > 0x10_FFFF) =>
            {
                Some((9, "illegal Unicode character"))
            }
            Some('N') => match escaped.find('}').filter(|end| escaped.starts_with("N{") && *end > 2) {
                Some(end) => {
                    let known = fragment(&format!("'\\{}'", escaped.get(..=end).unwrap_or(""))).is_some();
                    (!known).then_some((end + 1, "unknown Unicode character name"))
                }
                None if escaped.starts_with("N{") && !escaped.contains('}') => {
                    Some((escaped.chars().count(), "malformed \\N character escape"))
                }
                None => Some((if escaped.starts_with("N{") { 2 } else { 1 }, "malformed \\N character escape")),
            },
            _ => None,
        };
        if let Some((length, reason)) = problem {
            return Some(format!(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position {position}-{}: {reason}",
                position + length
            ));
        }
        rest = escaped.chars().next().and_then(|c| escaped.get(c.len_utf8()..)).unwrap_or("");
    }
    None
}

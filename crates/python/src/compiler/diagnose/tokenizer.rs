//! What CPython's tokenizer cannot read.

use crate::compiler::error::SyntaxError;
use crate::compiler::parser::{
    LexicalErrorType, ParseError, ParseErrorType, Ranged, TextRange, TextSize, Token, TokenKind,
};
use crate::compiler::source::SourceMap;

/// The first error of the tokenizer.
pub(super) fn first_error(source: &SourceMap<'_>, errors: &[ParseError], tokens: &[Token]) -> Option<SyntaxError> {
    let bracket = bracket_error(source, tokens);
    let lexical = errors.iter().filter_map(|error| {
        let ParseErrorType::Lexical(kind) = &error.error else { return None };
        // The end of the text inside of a bracket is the bracket's fault.
        if *kind == LexicalErrorType::Eof && !open_brackets(tokens).is_empty() {
            return None;
        }
        lexical_error(source, kind, error.location).map(|found| (error.location.start(), found))
    });
    let numbers = tokens
        .iter()
        .filter(|token| matches!(token.kind(), TokenKind::Int | TokenKind::Float | TokenKind::Complex))
        .filter_map(|token| number(source, token.range()).map(|found| (token.start(), found)));
    lexical.chain(bracket).chain(numbers).min_by_key(|(offset, _)| *offset).map(|(_, error)| error)
}

fn closing(kind: TokenKind) -> Option<char> {
    match kind {
        TokenKind::Rpar => Some(')'),
        TokenKind::Rsqb => Some(']'),
        TokenKind::Rbrace => Some('}'),
        _ => None,
    }
}

fn opening(kind: TokenKind) -> Option<(char, char)> {
    match kind {
        TokenKind::Lpar => Some(('(', ')')),
        TokenKind::Lsqb => Some(('[', ']')),
        TokenKind::Lbrace => Some(('{', '}')),
        _ => None,
    }
}

/// Brackets that are open at the end.
fn open_brackets(tokens: &[Token]) -> Vec<(char, TextRange)> {
    let mut open = Vec::new();
    for token in tokens {
        if let Some((bracket, _)) = opening(token.kind()) {
            open.push((bracket, token.range()));
        } else if closing(token.kind()).is_some() {
            open.pop();
        }
    }
    open
}

/// A bracket that was never closed.
pub(super) fn unclosed_bracket(source: &SourceMap<'_>, tokens: &[Token]) -> Option<SyntaxError> {
    let (bracket, range) = open_brackets(tokens).pop()?;
    Some(source.error(format!("'{bracket}' was never closed"), range))
}

fn bracket_error(source: &SourceMap<'_>, tokens: &[Token]) -> Option<(TextSize, SyntaxError)> {
    let mut open: Vec<(char, char, TextRange)> = Vec::new();
    for token in tokens {
        let range = token.range();
        if let Some((bracket, partner)) = opening(token.kind()) {
            open.push((bracket, partner, range));
        } else if let Some(found) = closing(token.kind()) {
            let message = match open.pop() {
                Some((_, partner, _)) if partner == found => continue,
                Some((bracket, _, at)) => {
                    let (here, there) = (source.line(range.start()), source.line(at.start()));
                    let place = if here == there { String::new() } else { format!(" on line {there}") };
                    format!("closing parenthesis '{found}' does not match opening parenthesis '{bracket}'{place}")
                }
                None => format!("unmatched '{found}'"),
            };
            return Some((range.start(), source.error(message, range)));
        }
    }
    None
}

fn lexical_error(source: &SourceMap<'_>, kind: &LexicalErrorType, range: TextRange) -> Option<SyntaxError> {
    let start = TextRange::at(range.start(), TextSize::new(0));
    match kind {
        LexicalErrorType::UnclosedStringError => Some(unterminated(source, range)),
        LexicalErrorType::IndentationError => {
            let line = source.line(range.end());
            let text = source.line_text(line);
            let before = source.line_text(line.saturating_sub(1));
            let indent = |text: &str| text.chars().take_while(|c| matches!(c, ' ' | '\t')).collect::<String>();
            let mixed = indent(text).contains('\t') != indent(before).contains('\t')
                && !indent(text).is_empty()
                && !indent(before).is_empty();
            let mut error = source.error("unindent does not match any outer indentation level", range);
            error.exception = "IndentationError";
            error.line = line;
            error.end_line = line;
            error.column = text.chars().count() as u32 + 1;
            error.end_column = error.column;
            error.text_line = text.into();
            if mixed {
                error.exception = "TabError";
                error.message = "inconsistent use of tabs and spaces in indentation".into();
                error.column = 1;
            }
            Some(error)
        }
        LexicalErrorType::UnrecognizedToken { tok } => {
            if matches!(tok, '$' | '?' | '!') {
                return None;
            }
            let message = if tok.is_control() {
                format!("invalid non-printable character U+{:04X}", *tok as u32)
            } else {
                format!("invalid character '{tok}' (U+{:04X})", *tok as u32)
            };
            Some(source.error(message, start))
        }
        LexicalErrorType::LineContinuationError => {
            let offset = source.text().get(range.start().to_usize()..).and_then(|rest| rest.find('\\')).unwrap_or(0);
            let at = range.start() + TextSize::new(offset as u32 + 1);
            let message = "unexpected character after line continuation character";
            Some(source.error(message, TextRange::empty(at.min(TextSize::new(source.text().len() as u32)))))
        }
        LexicalErrorType::Eof => {
            let line = source.line(range.start());
            let mut error = source.error("unexpected EOF while parsing", start);
            error.column = source.line_text(line).chars().count() as u32 + 1;
            Some(error)
        }
        LexicalErrorType::InvalidByteLiteral => {
            Some(source.error("bytes can only contain ASCII literal characters", literal(source, range)))
        }
        LexicalErrorType::UnicodeError
        | LexicalErrorType::MissingUnicodeLbrace
        | LexicalErrorType::MissingUnicodeRbrace => Some(escape(source, range)),
        LexicalErrorType::OtherError(_) => number(source, range),
        _ => None,
    }
}

/// The string literal around a range inside of it.
fn literal(source: &SourceMap<'_>, range: TextRange) -> TextRange {
    let text = source.text();
    let line_start = text[..range.start().to_usize().min(text.len())].rfind('\n').map_or(0, |i| i + 1);
    let quote = text[line_start..range.start().to_usize().min(text.len())].rfind(['\'', '"']);
    let Some(quote) = quote.map(|i| i + line_start) else { return range };
    let prefix = text[line_start..quote].chars().rev().take_while(|c| "bBrR".contains(*c)).count();
    TextRange::new(TextSize::new((quote - prefix) as u32), range.end())
}

/// An escape in a string that stands for no character.
fn escape(source: &SourceMap<'_>, range: TextRange) -> SyntaxError {
    let place = literal(source, range);
    let text = source.text();
    let body_at = text[place.start().to_usize()..].find(['\'', '"']).map_or(0, |i| i + 1) + place.start().to_usize();
    let upto = range.end().to_usize().min(text.len()).max(body_at);
    let backslash = text[body_at..upto].rfind('\\').map_or(body_at, |i| i + body_at);
    let first = text[body_at..backslash].chars().count();
    let escaped = &text[backslash + 1..];
    let digits = |count: usize| escaped.chars().skip(1).take(count).take_while(char::is_ascii_hexdigit).count();
    let (length, reason) = match escaped.chars().next() {
        Some('x') => (1 + digits(2), "truncated \\xXX escape"),
        Some('u') => (1 + digits(4), "truncated \\uXXXX escape"),
        Some('U') if digits(8) == 8 => (9, "illegal Unicode character"),
        Some('U') => (1 + digits(8), "truncated \\UXXXXXXXX escape"),
        _ => match escaped.find('}').filter(|_| escaped.starts_with("N{")) {
            Some(end) => (end + 1, "unknown Unicode character name"),
            None => (1, "malformed \\N character escape"),
        },
    };
    let quote = text[body_at - 1..].chars().next().unwrap_or('"');
    let end = text[upto..].find(quote).map_or(upto, |i| i + upto + 1);
    let message = format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {first}-{}: {reason}",
        first + length
    );
    source.error(message, TextRange::new(place.start(), TextSize::new(end as u32)))
}

fn unterminated(source: &SourceMap<'_>, range: TextRange) -> SyntaxError {
    let text = source.slice(range);
    let body = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let f_string = text.starts_with(['f', 'F']) || text[..text.len() - body.len()].contains(['f', 'F']);
    let what = if f_string { "f-string" } else { "string" };
    let triple = body.starts_with("\"\"\"") || body.starts_with("'''");
    let start = TextRange::at(range.start(), TextSize::new(0));
    let message = if triple {
        let mut last = source.line(TextSize::new(source.text().len() as u32));
        if source.text().ends_with('\n') {
            last -= 1;
        }
        format!("unterminated triple-quoted {what} literal (detected at line {last})")
    } else {
        format!("unterminated {what} literal (detected at line {})", source.line(range.start()))
    };
    source.error(message, start)
}

/// A number that is none (tokenizer.c, tok_get for digits).
fn number(source: &SourceMap<'_>, range: TextRange) -> Option<SyntaxError> {
    let text = source.text().get(range.start().to_usize()..).unwrap_or("");
    let at = |index: usize| TextRange::empty(range.start() + TextSize::new(index as u32));
    let name_starts = |index: usize| text[index..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '_');
    let digits = |from: usize, radix: u32| {
        let mut end = from;
        let mut underscore = false;
        for c in text[from..].chars() {
            match c {
                '_' if !underscore => underscore = true,
                c if c.is_digit(radix) => underscore = false,
                _ => break,
            }
            end += 1;
        }
        (end, underscore)
    };
    let lower = text.get(..2).unwrap_or("").to_ascii_lowercase();
    let radix = match lower.as_str() {
        "0x" => Some(("hexadecimal", 16)),
        "0o" => Some(("octal", 8)),
        "0b" => Some(("binary", 2)),
        _ => None,
    };
    if let Some((name, radix)) = radix {
        let (end, underscore) = digits(2, radix);
        return match text[end..].chars().next() {
            Some(digit) if digit.is_ascii_digit() => {
                Some(source.error(format!("invalid digit '{digit}' in {name} literal"), at(end)))
            }
            _ if underscore || end == 2 || name_starts(end) => {
                Some(source.error(format!("invalid {name} literal"), at(end - 1)))
            }
            _ => None,
        };
    }
    let (mut end, mut underscore) = digits(0, 10);
    let integer = &text[..end];
    let mut float = false;
    if !underscore && text[end..].starts_with('.') {
        float = true;
        (end, underscore) = digits(end + 1, 10);
    }
    if !underscore && text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['+', '-']));
        let (exponent_end, exponent_underscore) = digits(end + 1 + sign, 10);
        if exponent_end > end + 1 + sign {
            float = true;
            (end, underscore) = (exponent_end, exponent_underscore);
        } else if sign == 1 {
            return Some(source.error("invalid decimal literal", at(end + 1)));
        } else {
            return Some(source.error("invalid decimal literal", at(end - 1)));
        }
    }
    if underscore {
        return Some(source.error("invalid decimal literal", at(end - 1)));
    }
    if text[end..].starts_with(['j', 'J']) {
        float = true;
        end += 1;
    }
    if !float && integer.len() > 1 && integer.starts_with('0') && integer.contains(|c: char| matches!(c, '1'..='9')) {
        let message =
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        return Some(source.error(message, TextRange::at(range.start(), TextSize::new(1))));
    }
    if !name_starts(end) || begins_with_keyword(&text[end..]) {
        return None;
    }
    let name = if text[..end].ends_with(['j', 'J']) { "imaginary" } else { "decimal" };
    Some(source.error(format!("invalid {name} literal"), at(end - 1)))
}

/// `1if x` is two tokens, with a warning only.
fn begins_with_keyword(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    matches!(word.as_str(), "and" | "else" | "for" | "if" | "in" | "is" | "not" | "or")
}

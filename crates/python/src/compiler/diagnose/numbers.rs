//! Numbers as CPython's tokenizer reads them (lexer.c, the part for digits).

/// The length of the number that `text` starts with. If it is none: what is wrong, how far was read, and how many
/// zeros the message marks.
pub(super) fn length(text: &str) -> Result<usize, (String, usize, usize)> {
    let name_starts = |at: usize| text.as_bytes().get(at).is_some_and(|c| c.is_ascii_alphanumeric() || *c == b'_');
    let digits = |from: usize, radix: u32| {
        let mut end = from;
        // An underscore stands between digits, or after a radix.
        let mut underscore = from > 0 && radix == 10;
        for c in text[from..].chars() {
            match c {
                '_' if !underscore => underscore = true,
                c if c.is_digit(radix) => underscore = false,
                _ => break,
            }
            end += 1;
        }
        (end, underscore && end > from)
    };
    let radix = match text.get(..2).unwrap_or("").to_ascii_lowercase().as_str() {
        "0x" => Some(("hexadecimal", 16)),
        "0o" => Some(("octal", 8)),
        "0b" => Some(("binary", 2)),
        _ => None,
    };
    if let Some((name, radix)) = radix {
        let (end, underscore) = digits(2, radix);
        return match text[end..].chars().next() {
            Some(digit) if digit.is_ascii_digit() => {
                Err((format!("invalid digit '{digit}' in {name} literal"), end + 1, 0))
            }
            _ if underscore || end == 2 => Err((format!("invalid {name} literal"), end, 0)),
            _ if name_starts(end) && !begins_with_keyword(&text[end..]) => {
                Err((format!("invalid {name} literal"), end, 0))
            }
            _ => Ok(end),
        };
    }
    let (mut end, mut underscore) = digits(0, 10);
    let integer = &text[..end];
    let mut float = false;
    if !underscore && text[end..].starts_with('.') {
        float = true;
        (end, underscore) = digits(end + 1, 10);
    }
    let decimal = |at: usize| Err(("invalid decimal literal".to_string(), at, 0));
    if !underscore && text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['+', '-']));
        let (exponent_end, exponent_underscore) = digits(end + 1 + sign, 10);
        if exponent_end > end + 1 + sign {
            float = true;
            (end, underscore) = (exponent_end, exponent_underscore);
        } else if sign == 1 {
            return decimal(end + 2);
        } else if !begins_with_keyword(&text[end..]) {
            return decimal(end);
        }
    }
    if underscore {
        return decimal(end);
    }
    let imaginary = text[end..].starts_with(['j', 'J']);
    end += usize::from(imaginary);
    if !float && !imaginary && integer.starts_with('0') && integer.contains(|c: char| matches!(c, '1'..='9')) {
        let message =
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        let zeros = integer.bytes().take_while(|b| matches!(b, b'0' | b'_')).count();
        return Err((message.into(), 1, zeros));
    }
    if !name_starts(end) || begins_with_keyword(&text[end..]) {
        return Ok(end);
    }
    Err((format!("invalid {} literal", if imaginary { "imaginary" } else { "decimal" }), end, 0))
}

/// `1if x` is two tokens, with a warning only (verify_end_of_number).
fn begins_with_keyword(text: &str) -> bool {
    ["and", "else", "for", "if", "in", "is", "or", "not"].iter().any(|word| text.starts_with(word))
}

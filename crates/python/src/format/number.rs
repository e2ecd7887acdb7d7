//! Numbers put together from sign, prefix, digits and padding (CPython 3.13 formatter_unicode.c).

use super::float::{self, Flags, Style};
use super::spec::{Align, FormatSpec, Grouping, unknown_type};

/// A printed number in the parts that padding and grouping treat differently.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts<'a> {
    /// Whether it is below zero.
    pub negative: bool,
    /// `0x` and the like.
    pub prefix: &'a str,
    /// Digits before the point.
    pub digits: &'a str,
    /// Point, digits after it, exponent, percent sign; or the character of `c`, `inf`, `nan`.
    pub rest: &'a str,
}

/// Digits in groups, with zeros in front up to a width (separators included; localeutil.h).
fn group(digits: &str, grouping: Option<Grouping>, width: usize) -> String {
    let Some(Grouping { separator, size }) = grouping else {
        return format!("{}{digits}", "0".repeat(width.saturating_sub(digits.len())));
    };
    let mut reversed = Vec::with_capacity(width.max(digits.len()));
    let mut remaining = digits.bytes().rev().peekable();
    let mut in_group = 0;
    while remaining.peek().is_some() || reversed.len() < width {
        if in_group == size {
            reversed.push(separator as u8);
            in_group = 0;
            if remaining.peek().is_none() && reversed.len() >= width {
                // A number does not begin with a separator.
                reversed.push(b'0');
                break;
            }
        }
        reversed.push(remaining.next().unwrap_or(b'0'));
        in_group += 1;
    }
    reversed.iter().rev().map(|&b| b as char).collect()
}

/// Puts the parts together.
pub(super) fn assemble(spec: &FormatSpec, parts: Parts) -> String {
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let width = spec.width.unwrap_or(0);
    let others = sign.len() + parts.prefix.len() + parts.rest.chars().count();
    let least = if spec.fill == '0' && spec.align == Align::AfterSign { width.saturating_sub(others) } else { 0 };
    let digits = if parts.digits.is_empty() { String::new() } else { group(parts.digits, spec.grouping, least) };
    let missing = width.saturating_sub(others + digits.len());
    let body = format!("{digits}{}", parts.rest);
    if spec.align == Align::AfterSign {
        let fill: String = std::iter::repeat_n(spec.fill, missing).collect();
        return format!("{sign}{}{fill}{body}", parts.prefix);
    }
    spec.pad(&format!("{sign}{}{body}", parts.prefix))
}

/// Splits what `float::print` printed.
fn split(text: &str) -> Parts<'_> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, text),
    };
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Parts { negative, prefix: "", digits, rest }
}

/// The style and flags that a specification asks for; `default_precision` where it names a type but no precision.
fn float_style(spec: &FormatSpec, type_name: &str) -> Result<(Style, Flags), String> {
    if spec.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err("precision too big".into());
    }
    let precision = spec.precision.unwrap_or(6);
    let uppercase = spec.kind.is_some_and(|k| k.is_ascii_uppercase());
    let flags =
        Flags { alternate: spec.alternate, no_negative_zero: spec.no_negative_zero, uppercase, add_dot_0: false };
    let style = match spec.kind {
        None if spec.precision.is_none() => Style::Shortest,
        None => Style::General(precision),
        Some('e' | 'E') => Style::Exponent(precision),
        Some('f' | 'F' | '%') => Style::Fixed(precision),
        Some('g' | 'G' | 'n') => Style::General(precision),
        Some(other) => return Err(unknown_type(other, type_name)),
    };
    Ok((style, flags))
}

/// A float by a specification (format_float_internal). The error is the message of a ValueError.
pub(super) fn format_float(value: f64, spec: &FormatSpec, type_name: &str) -> Result<String, String> {
    let (style, mut flags) = float_style(spec, type_name)?;
    flags.add_dot_0 = spec.kind.is_none();
    let percent = spec.kind == Some('%');
    let mut text = float::print(if percent { value * 100.0 } else { value }, style, flags);
    if percent {
        text.push('%');
    }
    Ok(assemble(spec, split(&text)))
}

/// A complex number by a specification (format_complex_internal).
pub(super) fn format_complex(re: f64, im: f64, spec: &FormatSpec, type_name: &str) -> Result<String, String> {
    if spec.kind == Some('%') {
        return Err(unknown_type('%', type_name));
    }
    let (style, flags) = float_style(spec, type_name)?;
    if spec.fill == '0' {
        return Err("Zero padding is not allowed in complex format specifier".into());
    }
    if spec.align == Align::AfterSign {
        return Err("'=' alignment flag is not allowed in complex format specifier".into());
    }
    let skip_re = spec.kind.is_none() && re == 0.0 && re.is_sign_positive();
    let parentheses = spec.kind.is_none() && !skip_re;
    let mut bare = FormatSpec { align: Align::Left, width: None, ..spec.clone() };
    let mut text = String::new();
    if !skip_re {
        text.push_str(&assemble(&bare, split(&float::print(re, style, flags))));
        bare.sign = Some('+');
    }
    text.push_str(&assemble(&bare, split(&float::print(im, style, flags))));
    text.push('j');
    if parentheses {
        text = format!("({text})");
    }
    Ok(spec.pad(&text))
}

/// A str by a specification (format_string_internal).
pub(super) fn format_str(text: &str, spec: &FormatSpec, type_name: &str) -> Result<String, String> {
    if let Some(kind) = spec.kind.filter(|&k| k != 's') {
        return Err(unknown_type(kind, type_name));
    }
    let not_allowed = match spec {
        FormatSpec { sign: Some(' '), .. } => Some("Space"),
        FormatSpec { sign: Some(_), .. } => Some("Sign"),
        FormatSpec { no_negative_zero: true, .. } => Some("Negative zero coercion (z)"),
        FormatSpec { alternate: true, .. } => Some("Alternate form (#)"),
        FormatSpec { align: Align::AfterSign, .. } => Some("'=' alignment"),
        _ => None,
    };
    if let Some(what) = not_allowed {
        return Err(format!("{what} not allowed in string format specifier"));
    }
    match spec.precision.and_then(|p| text.char_indices().nth(p)) {
        Some((end, _)) => Ok(spec.pad(text.get(..end).unwrap_or(text))),
        None => Ok(spec.pad(text)),
    }
}

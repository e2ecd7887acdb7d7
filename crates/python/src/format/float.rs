//! Floats as CPython prints them (CPython 3.13 pystrtod.c, PyOS_double_to_string).

/// How to print a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The shortest text that reads back as the same float: `repr`.
    Shortest,
    /// `%e`: this many digits after the point.
    Exponent(usize),
    /// `%f`: this many digits after the point.
    Fixed(usize),
    /// `%g`: this many significant digits.
    General(usize),
}

/// Details of printing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `1.0`, not `1`, unless there is an exponent (Py_DTSF_ADD_DOT_0).
    pub add_dot_0: bool,
    /// Always a point, and no digit dropped (Py_DTSF_ALT).
    pub alternate: bool,
    /// What rounds to zero has no minus sign (Py_DTSF_NO_NEG_0).
    pub no_negative_zero: bool,
    /// `E`, `INF`, `NAN`.
    pub uppercase: bool,
}

/// `repr` of a float.
pub fn repr(value: f64) -> String {
    print(value, Style::Shortest, Flags { add_dot_0: true, ..Flags::default() })
}

/// Decimal digits without trailing zeros, and the position of the point: 0.`digits` times ten to `point`. Zero is "0"
/// with its point behind it.
struct Decimal {
    digits: String,
    point: i64,
}

/// No finite float has more decimal digits than this after its first one: more precision only adds zeros.
const MAX_DIGITS: usize = 1100;

/// `text` is what `{:e}` prints of a number that is not negative.
fn decimal(text: &str) -> Decimal {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let mut digits: String = mantissa.chars().filter(|&c| c != '.').collect();
    digits.truncate(digits.trim_end_matches('0').len());
    if digits.is_empty() {
        return Decimal { digits: "0".into(), point: 1 };
    }
    Decimal { digits, point: exponent.parse::<i64>().unwrap_or(0) + 1 }
}

/// The shortest digits that read back as `value`; among those of the same length the nearest, and of two equally near
/// the even one (dtoa.c, mode 0).
fn shortest(value: f64) -> Decimal {
    let text = format!("{value:e}");
    let count = text.chars().take_while(|&c| c != 'e').filter(char::is_ascii_digit).count();
    let even = format!("{value:.*e}", count.saturating_sub(1));
    decimal(if even.parse() == Ok(value) { &even } else { &text })
}

/// So many significant digits (dtoa.c, mode 2).
fn significant(value: f64, count: usize) -> Decimal {
    decimal(&format!("{:.*e}", count.saturating_sub(1).min(MAX_DIGITS), value))
}

/// So many digits after the point (dtoa.c, mode 3).
fn fixed(value: f64, places: usize) -> Decimal {
    let text = format!("{:.*}", places.min(MAX_DIGITS), value);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.trim_start_matches('0');
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0');
    let point = whole.len() as i64 - (all.len() - digits.len()) as i64;
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() { Decimal { digits: "0".into(), point: 1 } } else { Decimal { digits: digits.into(), point } }
}

/// Prints a float (pystrtod.c, format_float_short).
pub fn print(value: f64, style: Style, flags: Flags) -> String {
    let mut negative = value.is_sign_negative() && !value.is_nan();
    let sign = |negative: bool| if negative { "-" } else { "" };
    if !value.is_finite() {
        let name = match (value.is_nan(), flags.uppercase) {
            (true, false) => "nan",
            (true, true) => "NAN",
            (false, false) => "inf",
            (false, true) => "INF",
        };
        return format!("{}{name}", sign(negative));
    }
    let magnitude = value.abs();
    let (Decimal { digits, point }, precision) = match style {
        Style::Shortest => (shortest(magnitude), 0),
        Style::Exponent(places) => (significant(magnitude, places.saturating_add(1)), places.saturating_add(1)),
        Style::Fixed(places) => (fixed(magnitude, places), places),
        Style::General(count) => (significant(magnitude, count.max(1)), count.max(1)),
    };
    if flags.no_negative_zero && digits == "0" {
        negative = false;
    }
    // `end`: where the digits end, counted from the first one; zeros fill what is missing.
    let (exponential, mut end) = match style {
        Style::Shortest => (point <= -4 || point > 16, 0),
        Style::Exponent(_) => (true, precision as i64),
        Style::Fixed(_) => (false, point.saturating_add(precision as i64)),
        Style::General(_) => {
            let limit = precision as i64 - i64::from(flags.add_dot_0);
            (point <= -4 || point > limit, if flags.alternate { precision as i64 } else { 0 })
        }
    };
    end = end.max(digits.len() as i64);
    let (exponent, point) = if exponential { (Some(point - 1), 1) } else { (None, point) };
    end = end.max(if !exponential && flags.add_dot_0 { point + 1 } else { point });

    let mut text = String::from(sign(negative));
    let digit = |at: i64| usize::try_from(at).ok().and_then(|at| digits.as_bytes().get(at)).map_or('0', |&d| d as char);
    let start = if point <= 0 { point - 1 } else { 0 };
    text.extend((start..point).map(digit));
    if end > point || flags.alternate {
        text.push('.');
        text.extend((point..end).map(digit));
    }
    if let Some(exponent) = exponent {
        let e = if flags.uppercase { 'E' } else { 'e' };
        let sign = if exponent < 0 { '-' } else { '+' };
        text.push_str(&format!("{e}{sign}{:02}", exponent.abs()));
    }
    text
}

/// `value` rounded to so many decimal places, ties to even, as a float; negative places round to tens. `None` if the
/// result is too large for a float (floatobject.c, double_round).
pub fn round(value: f64, places: i64) -> Option<f64> {
    if !value.is_finite() || value == 0.0 {
        return Some(value);
    }
    let rounded = if places >= 0 {
        let places = usize::try_from(places).unwrap_or(MAX_DIGITS).min(MAX_DIGITS);
        format!("{value:.places$}").parse().unwrap_or(value)
    } else {
        let scale = decimal(&format!("{:e}", value.abs())).point.saturating_add(places);
        let magnitude: f64 = match scale {
            ..0 => 0.0,
            // Between a tenth and ten tenths of the unit: half the unit itself goes to the even zero.
            0 => {
                let half: f64 = format!("5e{}", -places - 1).parse().unwrap_or(f64::INFINITY);
                if value.abs() > half { format!("1e{}", -places).parse().unwrap_or(f64::INFINITY) } else { 0.0 }
            }
            count => format!("{:.*e}", count as usize - 1, value.abs()).parse().unwrap_or(f64::INFINITY),
        };
        magnitude.copysign(value)
    };
    rounded.is_finite().then_some(rounded)
}

use super::float::{Flags, Style, print, repr, round};
use super::number::{format_complex, format_float, format_str};
use super::spec::{Align, FormatSpec};
use crate::types::float::parse;

/// What CPython answered: `tests/formatting/record.py`.
const RECORDED: &str = include_str!("../../tests/formatting/recorded.tsv");

fn float(bits: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(bits, 16).expect("bits in hexadecimal"))
}

fn bits(value: f64) -> String {
    format!("{:016x}", value.to_bits())
}

fn percent(value: f64, how: &str) -> String {
    let how = how.strip_prefix('%').expect("a conversion");
    let (alternate, how) = how.strip_prefix('#').map_or((false, how), |rest| (true, rest));
    let (precision, letter) = how[1..].split_at(how.len() - 2);
    let precision = precision.parse().expect("a precision");
    let style = match letter {
        "e" | "E" => Style::Exponent(precision),
        "f" | "F" => Style::Fixed(precision),
        _ => Style::General(precision),
    };
    let uppercase = letter.chars().all(char::is_uppercase);
    print(value, style, Flags { alternate, uppercase, ..Flags::default() })
}

fn answer(kind: &str, value: &str, how: &str) -> String {
    let spec = |name, default, align| FormatSpec::parse(how, name, default, align);
    let result = match kind {
        "repr" => Ok(repr(float(value))),
        "percent" => Ok(percent(float(value), how)),
        "round" => round(float(value), how.parse().expect("places")).map(bits).ok_or_else(String::new),
        "float" if how.is_empty() => Ok(repr(float(value))),
        "float" => spec("float", None, Align::Right).and_then(|s| format_float(float(value), &s, "float")),
        "complex" => {
            let (re, im) = value.split_once(' ').expect("two floats");
            spec("complex", None, Align::Right).and_then(|s| format_complex(float(re), float(im), &s, "complex"))
        }
        "str" => spec("str", Some('s'), Align::Left).and_then(|s| format_str(value, &s, "str")),
        "parse" => match parse(value) {
            Some(value) => Ok(bits(value)),
            None if value.is_ascii() => Err(format!("could not convert string to float: '{value}'")),
            None => Err(String::new()),
        },
        other => panic!("unknown kind {other}"),
    };
    result.unwrap_or_else(|message| format!("!{message}"))
}

#[test]
fn numbers_print_and_read_as_recorded() {
    let mut wrong = Vec::new();
    for line in RECORDED.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, value, how, expected] = fields[..] else { panic!("four fields: {line}") };
        // Rounding what is not finite is the caller's business.
        if kind == "round" && !float(value).is_finite() {
            continue;
        }
        let answer = answer(kind, value, how);
        if answer != expected {
            wrong.push(format!("{kind} {value} {how:?}: {answer:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

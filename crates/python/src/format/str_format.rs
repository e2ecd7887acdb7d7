//! `str.format` and `str.format_map` (CPython 3.13 stringlib/unicode_format.h).

use ouro_heap::Id;

use crate::native::Args;
use crate::types::TypeTable;
use crate::vm::{R, Vm, saturating_count};

/// `fmt.format(*args, **kwargs)`: a str.
pub(crate) fn str_format(vm: &mut Vm, fmt: &str, args: &Args) -> R<Id> {
    run(vm, fmt, &Source::Arguments(args))
}

/// `fmt.format_map(mapping)`: a str.
pub(crate) fn str_format_map(vm: &mut Vm, fmt: &str, mapping: Id) -> R<Id> {
    run(vm, fmt, &Source::Mapping(mapping))
}

/// Where fields come from.
enum Source<'a> {
    Arguments(&'a Args<'a>),
    Mapping(Id),
}

/// Fields are numbered by the format string, or counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    Automatic,
    Manual,
}

struct State<'a> {
    source: &'a Source<'a>,
    numbering: Numbering,
    next_field: usize,
    /// The str that the last field gave, if nothing came before it: borrowed.
    whole: Option<Id>,
}

/// How deep specifications may hold fields themselves.
const DEPTH: usize = 2;

fn run(vm: &mut Vm, fmt: &str, source: &Source) -> R<Id> {
    let chars: Vec<char> = fmt.chars().collect();
    let mut state = State { source, numbering: Numbering::Unknown, next_field: 0, whole: None };
    let text = build(vm, &chars, &mut state, DEPTH)?;
    Ok(vm.written(text, state.whole))
}

/// A field between braces.
pub(crate) struct Field<'a> {
    /// What it names, up to the conversion or the specification.
    pub(crate) name: &'a [char],
    /// `r` of `!r`.
    pub(crate) conversion: Option<char>,
    /// What follows the colon.
    pub(crate) spec: &'a [char],
    nested: bool,
}

fn build(vm: &mut Vm, format: &[char], state: &mut State, depth: usize) -> R<String> {
    if depth == 0 {
        return Err(vm.value_error("Max string recursion exceeded"));
    }
    let mut out = String::with_capacity(format.len());
    let mut at = 0;
    while let Some((literal, field)) = next_markup(format, &mut at).map_err(|message| vm.value_error(message))? {
        out.push_str(&literal);
        let Some(field) = field else { continue };
        let value = field_value(vm, field.name, state)?;
        let text = convert(vm, value, &field, state, depth);
        vm.decref(value);
        if !out.is_empty() {
            state.whole = None;
        }
        out.push_str(&text?);
        vm.check_size(out.len())?;
    }
    Ok(out)
}

/// The next literal text and the field after it, if one follows: a doubled brace ends a literal, too. `None` at the end; the
/// error is the message of a ValueError (MarkupIterator_next).
pub(crate) fn next_markup<'a>(
    format: &'a [char],
    at: &mut usize,
) -> Result<Option<(String, Option<Field<'a>>)>, String> {
    if *at >= format.len() {
        return Ok(None);
    }
    let mut literal = String::new();
    while let Some(&c) = format.get(*at) {
        *at += 1;
        if c != '{' && c != '}' {
            literal.push(c);
            continue;
        }
        let following = format.get(*at).copied();
        if following == Some(c) {
            literal.push(c);
            *at += 1;
            break;
        }
        if c == '}' || following.is_none() {
            return Err(format!("Single '{c}' encountered in format string"));
        }
        return parse_field(format, at).map(|field| Some((literal, Some(field))));
    }
    Ok(Some((literal, None)))
}

/// Reads a field whose opening brace is just before `at`; the error is the message of a ValueError.
fn parse_field<'a>(format: &'a [char], at: &mut usize) -> Result<Field<'a>, String> {
    let slice = |from: usize, to: usize| format.get(from..to).unwrap_or_default();
    let start = *at;
    let mut end = None;
    while let Some(&c) = format.get(*at) {
        *at += 1;
        match c {
            '{' => return Err("unexpected '{' in field name".into()),
            '[' => {
                while format.get(*at).is_some_and(|&c| c != ']') {
                    *at += 1;
                }
            }
            '}' | ':' | '!' => {
                end = Some(c);
                break;
            }
            _ => {}
        }
    }
    let Some(end) = end else { return Err("expected '}' before end of string".into()) };
    let mut field = Field { name: slice(start, *at - 1), conversion: None, spec: &[], nested: false };
    if end == '}' {
        return Ok(field);
    }
    if end == '!' {
        let Some(&conversion) = format.get(*at) else {
            return Err("end of string while looking for conversion specifier".into());
        };
        *at += 1;
        field.conversion = Some(conversion);
        if let Some(&c) = format.get(*at) {
            *at += 1;
            match c {
                '}' => return Ok(field),
                ':' => {}
                _ => return Err("expected ':' after conversion specifier".into()),
            }
        }
    }
    let start = *at;
    let mut open = 1;
    while let Some(&c) = format.get(*at) {
        *at += 1;
        match c {
            '{' => {
                field.nested = true;
                open += 1;
            }
            '}' => {
                open -= 1;
                if open == 0 {
                    field.spec = slice(start, *at - 1);
                    return Ok(field);
                }
            }
            _ => {}
        }
    }
    Err("unmatched '{' in format spec".into())
}

/// Converts and formats a value.
fn convert(vm: &mut Vm, value: Id, field: &Field, state: &mut State, depth: usize) -> R<String> {
    let made = match field.conversion {
        None => None,
        Some('r') => Some(vm.repr(value)?),
        Some('s') => Some(vm.str(value)?),
        Some('a') => {
            let repr = vm.repr(value)?;
            let text = vm.str_text(repr).map(|t| super::percent::ascii(&t)).unwrap_or_default();
            vm.decref(repr);
            Some(vm.new_str(text))
        }
        Some(c) => {
            let shown = if c > ' ' && c < '\u{7f}' { c.to_string() } else { format!("\\x{:x}", c as u32) };
            return Err(vm.value_error(format!("Unknown conversion specifier {shown}")));
        }
    };
    let spec = if field.nested { build(vm, field.spec, state, depth - 1) } else { Ok(field.spec.iter().collect()) };
    let formatted = spec.and_then(|spec| vm.format_bound(made.unwrap_or(value), &spec, false));
    vm.decref_slot(made);
    let formatted = formatted?;
    let text = vm.name_text(formatted);
    let number = field.conversion.is_none() && vm.class_of(value) == TypeTable::INT;
    state.whole = (!number).then_some(formatted);
    vm.keep(formatted);
    Ok(text)
}

/// What the first part of a field's name is.
pub(crate) enum FirstName {
    /// Number of a positional argument.
    Number(usize),
    /// Name of a keyword argument, or nothing.
    Name(String),
}

/// Divides the name of a field into its first part and the steps after it (field_name_split).
pub(crate) fn split_name<'a>(vm: &mut Vm, name: &'a [char]) -> R<(FirstName, &'a [char])> {
    let end = name.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(name.len());
    let (first, rest) = name.split_at(end);
    let first = match number(vm, first)? {
        Some(number) => FirstName::Number(number),
        None => FirstName::Name(first.iter().collect()),
    };
    Ok((first, rest))
}

/// Digits as a number; `None` if the text is none.
fn number(vm: &mut Vm, text: &[char]) -> R<Option<usize>> {
    if text.is_empty() || !text.iter().all(char::is_ascii_digit) {
        return Ok(None);
    }
    match text.iter().collect::<String>().parse::<i64>() {
        Ok(number) => Ok(Some(saturating_count(number))),
        Err(_) => Err(vm.value_error("Too many decimal digits in format string")),
    }
}

/// The value that a field names: a new reference.
fn field_value(vm: &mut Vm, name: &[char], state: &mut State) -> R<Id> {
    let (first, mut rest) = split_name(vm, name)?;
    let (mut index, first) = match first {
        FirstName::Number(number) => (Some(number), String::new()),
        FirstName::Name(name) => (None, name),
    };
    let automatic = index.is_none() && first.is_empty();
    if automatic || index.is_some() {
        let wanted = if automatic { Numbering::Automatic } else { Numbering::Manual };
        if state.numbering == Numbering::Unknown {
            state.numbering = wanted;
        } else if state.numbering != wanted {
            return Err(vm.value_error(if automatic {
                "cannot switch from manual field specification to automatic field numbering"
            } else {
                "cannot switch from automatic field numbering to manual field specification"
            }));
        }
        if automatic {
            index = Some(state.next_field);
            state.next_field += 1;
        }
    }
    let mut value = match (index, state.source) {
        (Some(_), Source::Mapping(_)) => {
            return Err(vm.value_error("Format string contains positional fields"));
        }
        (Some(index), Source::Arguments(args)) => match args.get(index) {
            Some(value) => vm.incref(value),
            None => {
                return Err(vm.index_error(format!("Replacement index {index} out of range for positional args tuple")));
            }
        },
        (None, source) => keyword(vm, &first, source)?,
    };
    while !rest.is_empty() {
        let step = step(vm, value, &mut rest);
        vm.decref(value);
        value = step?;
    }
    Ok(value)
}

fn keyword(vm: &mut Vm, text: &str, source: &Source) -> R<Id> {
    match source {
        Source::Mapping(mapping) => {
            let key = vm.new_str(text);
            let value = vm.getitem(*mapping, key);
            vm.decref(key);
            value
        }
        Source::Arguments(args) => {
            let found = args.kw.iter().find(|(key, _)| vm.str_data(*key).is_some_and(|k| k.as_str() == text));
            match found {
                Some(&(_, value)) => Ok(vm.incref(value)),
                None => {
                    let key = vm.new_str(text);
                    let raised = vm.key_error(key);
                    vm.decref(key);
                    Err(raised)
                }
            }
        }
    }
}

/// A `.name` or `[key]` in the name of a field.
pub(crate) enum Step {
    /// `.name`
    Attribute(String),
    /// `[0]`
    Index(usize),
    /// `[key]`
    Key(String),
}

/// One step at the start of `rest`, applied to a value: a new reference.
fn step(vm: &mut Vm, value: Id, rest: &mut &[char]) -> R<Id> {
    let key = match next_step(vm, rest)? {
        Step::Attribute(name) => {
            let name = vm.intern(&name);
            return vm.getattr(value, name);
        }
        Step::Index(index) => vm.new_int(index as i64),
        Step::Key(key) => vm.new_str(key),
    };
    let item = vm.getitem(value, key);
    vm.decref(key);
    item
}

/// Reads one step (FieldNameIterator_next).
pub(crate) fn next_step(vm: &mut Vm, rest: &mut &[char]) -> R<Step> {
    let (&kind, after) = match rest.split_first() {
        Some((kind @ ('.' | '['), after)) => (kind, after),
        _ => return Err(vm.value_error("Only '.' or '[' may follow ']' in format field specifier")),
    };
    if kind == '.' {
        let end = after.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(after.len());
        let (name, tail) = after.split_at(end);
        *rest = tail;
        if name.is_empty() {
            return Err(vm.value_error("Empty attribute in format string"));
        }
        return Ok(Step::Attribute(name.iter().collect()));
    }
    let Some(end) = after.iter().position(|&c| c == ']') else {
        return Err(vm.value_error("Missing ']' in format string"));
    };
    let (name, tail) = after.split_at(end);
    *rest = tail.get(1..).unwrap_or_default();
    if name.is_empty() {
        return Err(vm.value_error("Empty attribute in format string"));
    }
    Ok(match number(vm, name)? {
        Some(index) => Step::Index(index),
        None => Step::Key(name.iter().collect()),
    })
}

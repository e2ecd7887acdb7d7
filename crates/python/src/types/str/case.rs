//! Upper, lower and title case, and the questions about characters (`isalpha` ...).

use ouro_heap::Id;

use super::text_of;
use crate::native::Args;
use crate::text::unicode::{self, push_folded, push_title};
use crate::vm::{R, Singletons, Vm};

pub(super) fn upper(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    Ok(vm.new_unshared_str(text.to_uppercase()))
}

pub(super) fn lower(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    Ok(vm.new_unshared_str(text.to_lowercase()))
}

pub(super) fn casefold(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| push_folded(&mut folded, c));
    Ok(vm.new_unshared_str(folded))
}

/// Lower case of the characters of one text, in order: a capital sigma at the end of a word becomes a final one.
struct Lower {
    sigmas: std::vec::IntoIter<char>,
}

impl Lower {
    fn new(text: &str) -> Lower {
        let sigmas: Vec<char> = match text.contains('Σ') {
            true => text.to_lowercase().chars().filter(|c| matches!(c, 'σ' | 'ς')).collect(),
            false => Vec::new(),
        };
        Lower { sigmas: sigmas.into_iter() }
    }

    /// Takes note of a character, and appends its lower case if `push`.
    fn take(&mut self, lowered: &mut String, c: char, push: bool) {
        let sigma = matches!(c, 'Σ' | 'σ' | 'ς').then(|| self.sigmas.next()).flatten();
        match sigma {
            _ if !push => {}
            Some(sigma) => lowered.push(sigma),
            None => lowered.extend(c.to_lowercase()),
        }
    }
}

pub(super) fn capitalize(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let mut lower = Lower::new(&text);
    let mut result = String::with_capacity(text.len());
    for (position, c) in text.chars().enumerate() {
        lower.take(&mut result, c, position > 0);
        if position == 0 {
            push_title(&mut result, c);
        }
    }
    Ok(vm.new_unshared_str(result))
}

pub(super) fn title(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let mut lower = Lower::new(&text);
    let mut result = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        lower.take(&mut result, c, inside);
        if !inside {
            push_title(&mut result, c);
        }
        inside = unicode::is_cased(c);
    }
    Ok(vm.new_unshared_str(result))
}

pub(super) fn swapcase(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let mut lower = Lower::new(&text);
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        lower.take(&mut result, c, c.is_uppercase());
        if c.is_lowercase() {
            result.extend(c.to_uppercase());
        } else if !c.is_uppercase() {
            result.push(c);
        }
    }
    Ok(vm.new_unshared_str(result))
}

/// Whether there are characters and all are of a kind.
fn all(vm: &Vm, this: Id, is: fn(char) -> bool) -> R<Id> {
    let text = text_of(vm, this);
    Ok(Singletons::bool(!text.is_empty() && text.chars().all(is)))
}

pub(super) fn isascii(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    Ok(Singletons::bool(text_of(vm, this).0.is_ascii()))
}

pub(super) fn islower(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let wrong = text.chars().any(|c| c.is_uppercase() || unicode::is_title(c));
    Ok(Singletons::bool(!wrong && text.chars().any(char::is_lowercase)))
}

pub(super) fn isupper(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let wrong = text.chars().any(|c| c.is_lowercase() || unicode::is_title(c));
    Ok(Singletons::bool(!wrong && text.chars().any(char::is_uppercase)))
}

pub(super) fn istitle(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let (mut any, mut inside) = (false, false);
    for c in text.chars() {
        let begins = c.is_uppercase() || unicode::is_title(c);
        let continues = c.is_lowercase();
        if (begins && inside) || (continues && !inside) {
            return Ok(Singletons::FALSE);
        }
        inside = begins || continues;
        any |= inside;
    }
    Ok(Singletons::bool(any))
}

pub(super) fn isspace(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, unicode::is_space)
}

pub(super) fn isdecimal(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, |c| unicode::decimal_value(c).is_some())
}

pub(super) fn isdigit(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, unicode::is_digit)
}

pub(super) fn isnumeric(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, unicode::is_numeric)
}

pub(super) fn isalpha(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, unicode::is_alphabetic)
}

pub(super) fn isalnum(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    all(vm, this, unicode::is_alphanumeric)
}

pub(super) fn isidentifier(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let mut chars = text.chars();
    let start = chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    Ok(Singletons::bool(start && chars.all(unicode_ident::is_xid_continue)))
}

pub(super) fn isprintable(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    Ok(Singletons::bool(text_of(vm, this).chars().all(unicode::is_printable)))
}

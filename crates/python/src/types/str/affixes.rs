//! Methods about the beginning and the end of a str.

use ouro_heap::Id;

use super::search::window;
use super::{text_of, unchanged};
use crate::native::Args;
use crate::text::pieces::{self, Ends};
use crate::text::unicode::is_space;
use crate::vm::{R, Singletons, Vm};

fn strip_ends(vm: &mut Vm, this: Id, args: &Args, ends: Ends, name: &str) -> R<Id> {
    let text = text_of(vm, this);
    let kept = match args.get(0).filter(|&arg| arg != Singletons::NONE) {
        None => pieces::strip(&*text, ends, is_space),
        Some(arg) => match vm.str_text(arg) {
            Some(cut) => pieces::strip(&*text, ends, |c| cut.contains(c)),
            None => return Err(vm.type_error(format!("{name} arg must be None or str"))),
        },
    };
    if kept.len() == text.len() {
        return Ok(unchanged(vm, this));
    }
    Ok(vm.new_str(text.get(kept).unwrap_or("")))
}

pub(super) fn strip(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    strip_ends(vm, this, args, Ends::Both, "strip")
}

pub(super) fn lstrip(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    strip_ends(vm, this, args, Ends::Left, "lstrip")
}

pub(super) fn rstrip(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    strip_ends(vm, this, args, Ends::Right, "rstrip")
}

/// `startswith` and `endswith`: a str or a tuple of them, within an optional range.
fn matches_affix(vm: &mut Vm, this: Id, args: &Args, name: &str, at: fn(&str, &str) -> bool) -> R<Id> {
    let text = text_of(vm, this);
    let range = window(vm, &text, args)?;
    let inside = range.and_then(|range| text.get(range));
    let affix = args.pos[0];
    if let Some(affix) = vm.str_text(affix) {
        return Ok(Singletons::bool(inside.is_some_and(|inside| at(inside, &affix))));
    }
    let Some(choices) = vm.tuple_items(affix).map(<[Id]>::to_vec) else {
        return Err(vm.type_error_for(affix, &format!("{name} first arg must be str or a tuple of str, not {{}}")));
    };
    for choice in choices {
        let Some(choice) = vm.str_text(choice) else {
            return Err(vm.type_error_for(choice, &format!("tuple for {name} must only contain str, not {{}}")));
        };
        if inside.is_some_and(|inside| at(inside, &choice)) {
            return Ok(Singletons::TRUE);
        }
    }
    Ok(Singletons::FALSE)
}

pub(super) fn startswith(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    matches_affix(vm, this, args, "startswith", |text, affix| text.starts_with(affix))
}

pub(super) fn endswith(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    matches_affix(vm, this, args, "endswith", |text, affix| text.ends_with(affix))
}

pub(super) fn removeprefix(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let prefix = vm.expect_str(args.pos[0], "removeprefix() argument")?;
    match text.strip_prefix(&*prefix) {
        Some(rest) => Ok(vm.new_str(rest)),
        None => Ok(unchanged(vm, this)),
    }
}

pub(super) fn removesuffix(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let suffix = vm.expect_str(args.pos[0], "removesuffix() argument")?;
    match text.strip_suffix(&*suffix) {
        Some(rest) => Ok(vm.new_str(rest)),
        None => Ok(unchanged(vm, this)),
    }
}

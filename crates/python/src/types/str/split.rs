//! Cutting a str into pieces.

use std::ops::Range;

use ouro_heap::Id;

use super::{text_of, unchanged};
use crate::data::ListItems;
use crate::native::Args;
use crate::text::pieces;
use crate::text::unicode::{is_line_break, is_space};
use crate::vm::{Parameters, R, SharedText, Singletons, Vm};

/// A list of parts of a str, made with room for some. A part that is the whole is the str itself.
fn list_of(vm: &mut Vm, this: Id, text: &SharedText, parts: Vec<Range<usize>>, room: usize) -> Id {
    let mut items = ListItems::with_capacity(room);
    for part in parts {
        items.push(piece(vm, this, text, part));
    }
    vm.new_list_items(items)
}

/// For how many parts `split` makes room when there can be so many cuts (stringlib/split.h, PREALLOC_SIZE).
pub(crate) fn room_for_parts(cuts: usize) -> usize {
    if cuts >= 12 { 12 } else { cuts + 1 }
}

/// For how many parts `split` of a str makes room (unicodeobject.c, split).
fn room_in(text: &SharedText, separator: Option<&SharedText>, limit: usize) -> usize {
    let chars = text.0.char_count();
    room_for_parts(match separator {
        _ if limit != usize::MAX => limit,
        None => chars.saturating_sub(1) / 2 + 1,
        Some(separator) if chars < separator.0.char_count() => 0,
        Some(separator) => chars / separator.0.char_count() + 1,
    })
}

fn piece(vm: &mut Vm, this: Id, text: &SharedText, part: Range<usize>) -> Id {
    if part.len() == text.len() {
        return unchanged(vm, this);
    }
    vm.new_str(text.get(part).unwrap_or(""))
}

impl Vm {
    /// `maxsplit` of `split`: a negative one is no limit.
    pub(crate) fn split_limit(&mut self, arg: Option<Id>) -> R<usize> {
        match arg {
            Some(arg) => Ok(usize::try_from(self.index(arg)?).unwrap_or(usize::MAX)),
            None => Ok(usize::MAX),
        }
    }
}

/// Separator and limit of `split` and `rsplit`.
fn split_args(vm: &mut Vm, name: &'static str, args: &Args) -> R<(Option<SharedText>, usize)> {
    let names = Parameters { names: &["sep", "maxsplit"], positional_only: 0, positional: 2, required: 0 };
    let given = vm.bind_args(name, args, &names)?;
    let limit = vm.split_limit(given.get(1).copied().flatten())?;
    let separator = match given.first().copied().flatten().filter(|&arg| arg != Singletons::NONE) {
        None => None,
        Some(arg) => match vm.str_text(arg) {
            Some(separator) if separator.is_empty() => return Err(vm.value_error("empty separator")),
            Some(separator) => Some(separator),
            None => return Err(vm.type_error_for(arg, "must be str or None, not {}")),
        },
    };
    Ok((separator, limit))
}

pub(super) fn split(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (separator, limit) = split_args(vm, "split", args)?;
    let text = text_of(vm, this);
    let parts = match separator {
        Some(ref separator) => pieces::split(text.as_bytes(), separator.as_bytes(), limit),
        None => pieces::split_space(&*text, limit, is_space),
    };
    let room = room_in(&text, separator.as_ref(), limit);
    Ok(list_of(vm, this, &text, parts, room))
}

pub(super) fn rsplit(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (separator, limit) = split_args(vm, "rsplit", args)?;
    let text = text_of(vm, this);
    let parts = match separator {
        Some(ref separator) => pieces::rsplit(text.as_bytes(), separator.as_bytes(), limit),
        None => pieces::rsplit_space(&*text, limit, is_space),
    };
    let room = room_in(&text, separator.as_ref(), limit);
    Ok(list_of(vm, this, &text, parts, room))
}

pub(super) fn splitlines(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["keepends"], positional_only: 0, positional: 1, required: 0 };
    let given = vm.bind_args("splitlines", args, &names)?;
    let keep_ends = match given.first().copied().flatten() {
        Some(keep) => vm.is_true(keep)?,
        None => false,
    };
    let text = text_of(vm, this);
    let parts = pieces::lines(&*text, keep_ends, is_line_break);
    Ok(list_of(vm, this, &text, parts, 0))
}

fn separator_of(vm: &mut Vm, args: &Args) -> R<SharedText> {
    let arg = args.pos[0];
    match vm.str_text(arg) {
        Some(separator) if separator.is_empty() => Err(vm.value_error("empty separator")),
        Some(separator) => Ok(separator),
        None => Err(vm.type_error_for(arg, "must be str, not {}")),
    }
}

/// Head, separator and tail; the separator found is the argument itself (unicodeobject.c, PyUnicode_Partition).
fn three(vm: &mut Vm, text: &SharedText, separator: Id, found: usize, length: usize) -> Id {
    let head = vm.new_str(text.get(..found).unwrap_or(""));
    let tail = vm.new_str(text.get(found + length..).unwrap_or(""));
    let separator = unchanged(vm, separator);
    vm.new_tuple(vec![head, separator, tail])
}

pub(super) fn partition(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let separator = separator_of(vm, args)?;
    let text = text_of(vm, this);
    match text.find(&*separator) {
        Some(found) => Ok(three(vm, &text, args.pos[0], found, separator.len())),
        None => {
            let whole = unchanged(vm, this);
            Ok(vm.new_tuple(vec![whole, Singletons::EMPTY_STR, Singletons::EMPTY_STR]))
        }
    }
}

pub(super) fn rpartition(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let separator = separator_of(vm, args)?;
    let text = text_of(vm, this);
    match text.rfind(&*separator) {
        Some(found) => Ok(three(vm, &text, args.pos[0], found, separator.len())),
        None => {
            let whole = unchanged(vm, this);
            Ok(vm.new_tuple(vec![Singletons::EMPTY_STR, Singletons::EMPTY_STR, whole]))
        }
    }
}

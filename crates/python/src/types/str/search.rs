//! `find`, `index`, `count` and their kin.

use std::ops::Range;

use ouro_heap::Id;

use super::text_of;
use crate::native::Args;
use crate::vm::{R, SharedText, Singletons, Vm};

impl Vm {
    fn bound(&mut self, arg: Option<Id>, default: usize, length: usize) -> R<usize> {
        let Some(arg) = arg.filter(|&arg| arg != Singletons::NONE) else { return Ok(default) };
        let value = self.slice_bound(arg)?;
        let from_start = if value < 0 { value.saturating_add(length as i64).max(0) } else { value };
        Ok(usize::try_from(from_start).unwrap_or(usize::MAX))
    }

    /// The range `[start, end)` that optional arguments name, not clipped at the end: start can lie behind the length.
    pub(crate) fn bounds(&mut self, start: Option<Id>, end: Option<Id>, length: usize) -> R<Range<usize>> {
        let start = self.bound(start, 0, length)?;
        let end = self.bound(end, length, length)?.min(length);
        Ok(start..end)
    }
}

/// The part of the text that the second and third argument name, as bytes. `None` if the start lies behind the end.
pub(super) fn window(vm: &mut Vm, text: &SharedText, args: &Args) -> R<Option<Range<usize>>> {
    if args.pos.len() == 1 {
        return Ok(Some(0..text.len()));
    }
    let range = vm.bounds(args.get(1), args.get(2), text.0.char_count())?;
    if range.start > range.end {
        return Ok(None);
    }
    if text.0.is_ascii() {
        return Ok(Some(range));
    }
    let mut positions = text.char_indices().map(|(i, _)| i).chain([text.len()]);
    let start = positions.nth(range.start).unwrap_or(text.len());
    let end = match range.end - range.start {
        0 => start,
        n => positions.nth(n - 1).unwrap_or(text.len()),
    };
    Ok(Some(start..end))
}

/// The text that a search is for, with the wording of either release.
fn expect_part(vm: &mut Vm, part: Id, name: &str) -> R<SharedText> {
    if vm.version.number < (3, 13, 0) && vm.str_data(part).is_none() {
        return Err(vm.type_error_for(part, "must be str, not {}"));
    }
    vm.expect_str(part, &format!("{name}() argument 1"))
}

/// Where a part is first (or last), in characters.
fn position(vm: &mut Vm, this: Id, args: &Args, name: &str, last: bool) -> R<Option<usize>> {
    let text = text_of(vm, this);
    let part = expect_part(vm, args.pos[0], name)?;
    let Some(range) = window(vm, &text, args)? else { return Ok(None) };
    let inside = text.get(range.clone()).unwrap_or("");
    let found = if last { inside.rfind(&*part) } else { inside.find(&*part) };
    Ok(found.map(|found| {
        let position = range.start + found;
        if text.0.is_ascii() { position } else { text.get(..position).map_or(0, |before| before.chars().count()) }
    }))
}

pub(super) fn find(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let found = position(vm, this, args, "find", false)?;
    Ok(vm.new_int(found.map_or(-1, |i| i as i64)))
}

pub(super) fn rfind(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let found = position(vm, this, args, "rfind", true)?;
    Ok(vm.new_int(found.map_or(-1, |i| i as i64)))
}

fn index_of(vm: &mut Vm, this: Id, args: &Args, name: &str, last: bool) -> R<Id> {
    match position(vm, this, args, name, last)? {
        Some(position) => Ok(vm.new_int(position as i64)),
        None => Err(vm.value_error("substring not found")),
    }
}

pub(super) fn index(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    index_of(vm, this, args, "index", false)
}

pub(super) fn rindex(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    index_of(vm, this, args, "rindex", true)
}

pub(super) fn count(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let part = expect_part(vm, args.pos[0], "count")?;
    let count = match window(vm, &text, args)? {
        Some(range) => text.get(range).unwrap_or("").matches(&*part).count(),
        None => 0,
    };
    Ok(vm.new_int(count as i64))
}

//! Joining, replacing and padding.

use ouro_heap::Id;

use super::{text_of, unchanged};
use crate::native::Args;
use crate::text::pieces;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Parameters, R, Vm, saturating_count};

pub(super) fn join(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let iterable = args.pos[0];
    if let Some(items) = vm.list_items(iterable).map(|items| items.to_vec()) {
        return join_items(vm, this, &items);
    }
    if let Some(items) = vm.tuple_items(iterable).map(<[Id]>::to_vec) {
        return join_items(vm, this, &items);
    }
    let iterator = match vm.iter(iterable) {
        Ok(iterator) => iterator,
        Err(raised) => {
            vm.expect_raised(raised, Exceptions::TYPE_ERROR)?;
            return Err(vm.type_error("can only join an iterable"));
        }
    };
    vm.keep(iterator);
    // The items are put into a list (abstract.c, PySequence_Fast).
    let list = vm.new_list(Vec::new());
    vm.keep(list);
    let items = vm.collect(iterator)?;
    let joined = join_items(vm, this, &items);
    vm.decref_all(items);
    joined
}

fn join_items(vm: &mut Vm, this: Id, items: &[Id]) -> R<Id> {
    if let [only] = items
        && vm.class_of(*only) == TypeTable::STR
    {
        return Ok(vm.incref(*only));
    }
    let separator = text_of(vm, this);
    let mut size = separator.len().saturating_mul(items.len().saturating_sub(1));
    for (position, &item) in items.iter().enumerate() {
        match vm.str_data(item) {
            Some(text) => size = size.saturating_add(text.as_str().len()),
            None => {
                let message = format!("sequence item {position}: expected str instance, {{}} found");
                return Err(vm.type_error_for(item, &message));
            }
        }
    }
    vm.check_size(size)?;
    let mut joined = String::with_capacity(size);
    for (position, &item) in items.iter().enumerate() {
        if position > 0 {
            joined.push_str(&separator);
        }
        if let Some(text) = vm.str_data(item) {
            joined.push_str(text.as_str());
        }
    }
    Ok(vm.new_unshared_str(joined))
}

pub(super) fn replace(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["old", "new", "count"], positional_only: 2, positional: 3, required: 2 };
    let given = vm.bind_args("replace", args, &names)?;
    let [old, new, count] = [0, 1, 2].map(|i| given.get(i).copied().flatten());
    let old = vm.expect_str(old.unwrap_or(this), "replace() argument 1")?;
    let new = vm.expect_str(new.unwrap_or(this), "replace() argument 2")?;
    let limit = vm.split_limit(count)?;
    let text = text_of(vm, this);
    if limit == 0 || *old == *new {
        return Ok(unchanged(vm, this));
    }
    let found = if old.is_empty() {
        (text.0.char_count() + 1).min(limit)
    } else {
        pieces::matches(text.as_bytes(), old.as_bytes(), limit).count()
    };
    if found == 0 {
        return Ok(unchanged(vm, this));
    }
    vm.check_size(
        (text.len() - if old.is_empty() { 0 } else { found * old.len() })
            .saturating_add(found.saturating_mul(new.len())),
    )?;
    Ok(vm.new_unshared_str(text.replacen(&*old, &new, found)))
}

/// Puts fill characters on both sides.
fn pad(vm: &mut Vm, this: Id, left: usize, right: usize, fill: char) -> R<Id> {
    if left == 0 && right == 0 {
        return Ok(unchanged(vm, this));
    }
    let text = text_of(vm, this);
    let padding = left.saturating_add(right).saturating_mul(fill.len_utf8());
    vm.check_size(text.len().saturating_add(padding))?;
    let mut padded = String::with_capacity(text.len() + padding);
    padded.extend(std::iter::repeat_n(fill, left));
    padded.push_str(&text);
    padded.extend(std::iter::repeat_n(fill, right));
    Ok(vm.new_unshared_str(padded))
}

impl Vm {
    /// `tabsize` of `expandtabs`, a C int; 0 for a negative one.
    pub(crate) fn tab_size(&mut self, arg: Option<Id>) -> R<usize> {
        let Some(arg) = arg else { return Ok(8) };
        match i32::try_from(self.index(arg)?) {
            Ok(size) => Ok(usize::try_from(size).unwrap_or(0)),
            Err(_) => Err(self.overflow_error("Python int too large to convert to C int")),
        }
    }

    /// How much is missing to a width.
    pub(crate) fn missing_width(&mut self, width: Id, length: usize) -> R<(usize, usize)> {
        let width = saturating_count(self.index(width)?);
        Ok((width, width.saturating_sub(length)))
    }
}

pub(super) fn center(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let length = text_of(vm, this).0.char_count();
    let (width, missing) = vm.missing_width(args.pos[0], length)?;
    let fill = vm.fill_char(args.get(1))?;
    // stringlib/transmogrify.h, center: the odd one goes left where the width is odd too.
    let left = missing / 2 + (missing & width & 1);
    pad(vm, this, left, missing - left, fill)
}

pub(super) fn ljust(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let length = text_of(vm, this).0.char_count();
    let (_, missing) = vm.missing_width(args.pos[0], length)?;
    let fill = vm.fill_char(args.get(1))?;
    pad(vm, this, 0, missing, fill)
}

pub(super) fn rjust(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let length = text_of(vm, this).0.char_count();
    let (_, missing) = vm.missing_width(args.pos[0], length)?;
    let fill = vm.fill_char(args.get(1))?;
    pad(vm, this, missing, 0, fill)
}

pub(super) fn zfill(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let text = text_of(vm, this);
    let (_, missing) = vm.missing_width(args.pos[0], text.0.char_count())?;
    if missing == 0 {
        return Ok(unchanged(vm, this));
    }
    vm.check_size(text.len().saturating_add(missing))?;
    let sign = usize::from(text.starts_with(['+', '-']));
    let (sign, digits) = text.split_at(sign);
    Ok(vm.new_unshared_str(format!("{sign}{}{digits}", "0".repeat(missing))))
}

pub(super) fn expandtabs(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["tabsize"], positional_only: 0, positional: 1, required: 0 };
    let given = vm.bind_args("expandtabs", args, &names)?;
    let tab = vm.tab_size(given.first().copied().flatten())?;
    let text = text_of(vm, this);
    if !text.contains('\t') {
        return Ok(unchanged(vm, this));
    }
    vm.check_size(text.matches('\t').count().saturating_mul(tab).saturating_add(text.len()))?;
    let mut expanded = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' if tab > 0 => {
                let spaces = tab - column % tab;
                expanded.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\t' => {}
            _ => {
                expanded.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(vm.new_str(expanded))
}

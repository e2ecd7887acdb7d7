//! `list[...]`: reading, assigning and deleting items and slices.

use ouro_heap::Id;

use super::{clear_items, copy_range, length};
use crate::object::{Data, free_list};
use crate::types::TypeTable;
use crate::vm::{R, Vm, adjust_slice, slice_length};

fn is_slice(vm: &Vm, key: Id) -> bool {
    matches!(vm.data(key), Data::Slice(_))
}

/// An index from the front; `None` if it lies outside.
fn position(vm: &mut Vm, this: Id, key: Id) -> R<Option<usize>> {
    if !vm.has_index(key) {
        return Err(vm.type_error_for(key, "list indices must be integers or slices, not {}"));
    }
    let index = vm.subscript_index(key)?;
    let len = length(vm, this);
    let index = if index < 0 { index.saturating_add(len as i64) } else { index };
    Ok(usize::try_from(index).ok().filter(|&index| index < len))
}

pub(super) fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    if !is_slice(vm, key) {
        let item = position(vm, this, key)?.and_then(|index| vm.sequence_item(this, index));
        return match item {
            Some(item) => Ok(vm.incref(item)),
            None => Err(vm.index_error("list index out of range")),
        };
    }
    let (start, stop, step) = vm.slice_unpack(key)?;
    let items = crate::types::tuple::slice_items(vm, this, start, stop, step);
    Ok(vm.new_list(items))
}

pub(super) fn setitem(vm: &mut Vm, this: Id, key: Id, value: Option<Id>) -> R<()> {
    if is_slice(vm, key) {
        let (start, stop, step) = vm.slice_unpack(key)?;
        let (start, stop) = adjust_slice(length(vm, this), start, stop, step);
        return match value {
            _ if step == 1 => assign_range(vm, this, start as usize, stop.max(start) as usize, value),
            Some(value) => assign_stepped(vm, this, (start, stop, step), value),
            None => {
                delete_stepped(vm, this, start, stop, step);
                Ok(())
            }
        };
    }
    let Some(index) = position(vm, this, key)? else {
        return Err(vm.index_error("list assignment index out of range"));
    };
    match value {
        Some(value) => {
            vm.heap.incref(value);
            let old = vm
                .list_items_mut(this)
                .and_then(|items| items.get_mut(index))
                .map(|item| std::mem::replace(item, value));
            vm.decref_slot(old);
        }
        None => {
            let old = vm.list_items_mut(this).and_then(|items| items.remove(index));
            vm.decref_slot(old);
        }
    }
    Ok(())
}

/// list_ass_slice: what was there goes last to first, once the list is whole again.
fn assign_range(vm: &mut Vm, this: Id, start: usize, stop: usize, value: Option<Id>) -> R<()> {
    let new = match value {
        Some(value) => collect_to_assign(vm, this, value, true)?,
        None => Vec::new(),
    };
    if let Err(raised) = vm.check_items(length(vm, this) + new.len()) {
        vm.decref_all(new);
        return Err(raised);
    }
    if new.is_empty() && start == 0 && stop >= length(vm, this) {
        clear_items(vm, this);
        return Ok(());
    }
    if let Some(items) = vm.list_items_mut(this) {
        let old = items.splice(start, stop, &new);
        vm.decref_all(old.into_iter().rev());
    }
    Ok(())
}

/// The items of an iterable, or TypeError if it is none (PySequence_Fast). Since 3.13 the message is the same for
/// slices without a step.
fn collect_to_assign(vm: &mut Vm, this: Id, iterable: Id, adjacent: bool) -> R<Vec<Id>> {
    if iterable == this {
        // A copy is assigned to the list.
        vm.heap.count_temporary(free_list::LIST);
        return Ok(copy_range(vm, this, 0, length(vm, this)));
    }
    if vm.is_iterable(iterable) {
        if matches!(vm.class_of(iterable), TypeTable::LIST | TypeTable::TUPLE) {
            return vm.collect(iterable);
        }
        // They come as a list, made of an iterator.
        let iterator = vm.iter(iterable)?;
        let list = vm.list_from(iterator);
        vm.decref(iterator);
        let list = list?;
        let items = vm.list_items(list).map(|items| items.to_vec()).unwrap_or_default();
        items.iter().for_each(|&item| vm.heap.incref(item));
        vm.decref(list);
        return Ok(items);
    }
    Err(if adjacent && vm.version.number < (3, 13, 0) {
        vm.type_error("can only assign an iterable")
    } else {
        vm.type_error("must assign iterable to extended slice")
    })
}

fn delete_stepped(vm: &mut Vm, this: Id, start: i64, stop: i64, step: i64) {
    let count = slice_length(start, stop, step);
    if count == 0 {
        return;
    }
    let (first, step) =
        if step < 0 { (start + step * (count as i64 - 1), step.unsigned_abs()) } else { (start, step.unsigned_abs()) };
    if let Some(items) = vm.list_items_mut(this) {
        let old = items.remove_stepped(first as usize, step as usize, count);
        vm.decref_all(old);
    }
}

fn assign_stepped(vm: &mut Vm, this: Id, (start, stop, step): (i64, i64, i64), value: Id) -> R<()> {
    let new = collect_to_assign(vm, this, value, false)?;
    let count = slice_length(start, stop, step);
    if new.len() != count {
        let message = format!("attempt to assign sequence of size {} to extended slice of size {count}", new.len());
        vm.decref_all(new);
        return Err(vm.value_error(message));
    }
    let mut old = Vec::with_capacity(count);
    if let Some(items) = vm.list_items_mut(this) {
        let mut index = start;
        for item in new {
            match items.get_mut(index as usize) {
                Some(place) => old.push(std::mem::replace(place, item)),
                None => old.push(item),
            }
            index += step;
        }
    }
    vm.decref_all(old);
    Ok(())
}

//! Methods of `list`, sorting apart.

use ouro_heap::Id;

use super::{clear_items, copy_range, length};
use crate::native::Args;
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm, saturating_count};

pub(super) fn reversed(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    Ok(crate::types::list_iterator::reversed_over(vm, TypeTable::LIST_REVERSE_ITERATOR, this, length(vm, this)))
}

pub(super) fn append(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let item = args.pos[0];
    if let Some(items) = vm.list_items(this)
        && items.len() == items.allocated()
    {
        let room = items.len() + 1;
        vm.check_items(room)?;
    }
    vm.heap.incref(item);
    if let Some(items) = vm.list_items_mut(this) {
        items.push(item);
    }
    Ok(Singletons::NONE)
}

pub(super) fn extend(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    vm.list_extend(this, args.pos[0])?;
    Ok(Singletons::NONE)
}

pub(super) fn insert(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let index = vm.index(args.pos[0])?;
    let len = length(vm, this);
    vm.check_items(len + 1)?;
    let index = match index {
        ..0 => len.saturating_sub(saturating_count(index.saturating_neg())),
        _ => saturating_count(index),
    };
    vm.heap.incref(args.pos[1]);
    if let Some(items) = vm.list_items_mut(this) {
        items.insert(index, args.pos[1]);
    }
    Ok(Singletons::NONE)
}

pub(super) fn pop(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let index = match args.get(0) {
        Some(index) => vm.index(index)?,
        None => -1,
    };
    let len = length(vm, this) as i64;
    if len == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    let index = if index < 0 { index.saturating_add(len) } else { index };
    let taken = usize::try_from(index).ok().and_then(|index| vm.list_items_mut(this)?.remove(index));
    taken.ok_or_else(|| vm.index_error("pop index out of range"))
}

pub(super) fn remove(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let mut index = 0;
    while let Some(item) = vm.sequence_item(this, index) {
        if vm.item_equals(item, args.pos[0])? {
            let removed = vm.list_items_mut(this).and_then(|items| items.remove(index));
            vm.decref_slot(removed);
            return Ok(Singletons::NONE);
        }
        index += 1;
    }
    Err(vm.value_error("list.remove(x): x not in list"))
}

pub(super) fn clear(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    clear_items(vm, this);
    Ok(Singletons::NONE)
}

pub(super) fn copy(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let items = copy_range(vm, this, 0, length(vm, this));
    Ok(vm.new_list(items))
}

pub(super) fn reverse(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    if let Some(items) = vm.list_items_mut(this) {
        items.reverse();
    }
    Ok(Singletons::NONE)
}

use ouro_heap::Id;

use super::{iterator_spec, make};
use crate::native::{Args, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::vm::{R, Vm};

/// The items of an iterable again and again.
#[derive(Clone)]
struct Cycle {
    /// `None` once it is exhausted.
    iterator: Slot,
    /// A list of what it gave.
    saved: Slot,
    /// Index in `saved` of the next item.
    index: usize,
}

crate::native_data_of_slots!(Cycle, |_this| 64, visit iterator saved, release iterator saved, clearable false);

/// The declaration of `cycle`.
pub(crate) fn spec() -> TypeSpec {
    iterator_spec("cycle", new, next)
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if vm.inherits_init(class, TypeTable::CYCLE) {
        vm.expect_positional("cycle", args, 1, 1)?;
    } else {
        vm.expect_count("cycle", args.pos.len(), 1, 1)?;
    }
    let iterator = vm.iter(args.pos[0])?;
    let saved = vm.new_list(Vec::new());
    make(vm, class, Cycle { iterator: Some(iterator), saved: Some(saved), index: 0 })
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Cycle { iterator, saved: Some(saved), .. }) = vm.native(this) else { return Ok(None) };
    if let Some(iterator) = iterator {
        if let Some(item) = vm.step_inner(iterator)? {
            vm.heap.incref(item);
            if let Some(items) = vm.list_items_mut(saved) {
                items.push(item);
            }
            return Ok(Some(item));
        }
        let ended = vm.native_mut::<Cycle>(this).and_then(|cycle| cycle.iterator.take());
        vm.decref_slot(ended);
    }
    let index = vm.native::<Cycle>(this).map_or(0, |cycle| cycle.index);
    let Some(item) = vm.sequence_item(saved, index) else { return Ok(None) };
    let count = vm.sequence_items(saved).map_or(0, <[Id]>::len);
    if let Some(cycle) = vm.native_mut::<Cycle>(this) {
        cycle.index = if index + 1 < count { index + 1 } else { 0 };
    }
    Ok(Some(vm.incref(item)))
}

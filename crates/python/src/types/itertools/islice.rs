use ouro_heap::Id;

use super::{iterator_spec, make};
use crate::native::{Args, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// A slice of what an iterator gives.
#[derive(Clone)]
struct Islice {
    /// `None` once it is exhausted.
    iterator: Slot,
    /// Index of the next item to give.
    next: i64,
    /// Index at which to stop, if any.
    stop: Option<i64>,
    step: i64,
    /// How many items were taken.
    count: i64,
}

crate::native_data_of_slots!(Islice, |_this| 72, visit iterator, release iterator, clearable false);

/// The declaration of `islice`.
pub(crate) fn spec() -> TypeSpec {
    iterator_spec("islice", new, next)
}

/// An argument that is `None` or an index; -1 for anything else.
fn bound(vm: &mut Vm, argument: Id, default: i64) -> i64 {
    if argument == Singletons::NONE {
        return default;
    }
    vm.index(argument).unwrap_or_else(|raised| {
        vm.discard(raised);
        -1
    })
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if vm.inherits_init(class, TypeTable::ISLICE) {
        vm.expect_positional("islice", args, 2, 4)?;
    } else {
        vm.expect_count("islice", args.pos.len(), 2, 4)?;
    }
    let (start, stop) = match *args.pos {
        [_, stop] => (Singletons::NONE, stop),
        [_, start, stop, ..] => (start, stop),
        _ => (Singletons::NONE, Singletons::NONE),
    };
    let start = bound(vm, start, 0);
    let end = (stop != Singletons::NONE).then(|| bound(vm, stop, 0));
    if end == Some(-1) {
        return Err(vm.value_error("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."));
    }
    if start < 0 || end.is_some_and(|end| end < 0) {
        return Err(vm.value_error("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."));
    }
    let step = args.get(3).map_or(1, |step| bound(vm, step, 1));
    if step < 1 {
        return Err(vm.value_error("Step for islice() must be a positive integer or None."));
    }
    let iterator = vm.iter(args.pos[0])?;
    make(vm, class, Islice { iterator: Some(iterator), next: start, stop: end, step, count: 0 })
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Islice { iterator: Some(iterator), next, stop, .. }) = vm.native(this) else { return Ok(None) };
    while let Some(&Islice { count, .. }) = vm.native(this)
        && count < next
    {
        match vm.step_inner(iterator) {
            Ok(Some(skipped)) => vm.decref(skipped),
            over => return end(vm, this, over),
        }
        counted(vm, this);
    }
    if stop.is_some_and(|stop| vm.native::<Islice>(this).is_some_and(|state| state.count >= stop)) {
        return end(vm, this, Ok(None));
    }
    match vm.step_inner(iterator) {
        Ok(Some(item)) => {
            counted(vm, this);
            if let Some(state) = vm.native_mut::<Islice>(this) {
                let next = state.next.checked_add(state.step);
                state.next = match (next, stop) {
                    (Some(next), Some(stop)) => next.min(stop),
                    (Some(next), None) => next,
                    (None, stop) => stop.unwrap_or(i64::MAX),
                };
            }
            Ok(Some(item))
        }
        over => end(vm, this, over),
    }
}

fn counted(vm: &mut Vm, this: Id) {
    if let Some(state) = vm.native_mut::<Islice>(this) {
        state.count += 1;
    }
}

fn end(vm: &mut Vm, this: Id, result: R<Option<Id>>) -> R<Option<Id>> {
    let iterator = vm.native_mut::<Islice>(this).and_then(|state| state.iterator.take());
    vm.decref_slot(iterator);
    result
}

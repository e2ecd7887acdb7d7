use ouro_heap::Id;

use super::{iterator_spec, make};
use crate::native::{Args, TypeSpec};
use crate::object::Slot;
use crate::types::zip::{iterators_of, next_tuple, replace_item};
use crate::vm::{R, Singletons, Vm};

/// Takes one item of each iterator at a time, until all are exhausted.
#[derive(Clone)]
struct ZipLongest {
    /// A tuple of the iterators, with `None` for those that are exhausted.
    iterators: Slot,
    /// The tuple given out last.
    result: Slot,
    fill: Slot,
    /// How many iterators are not exhausted.
    active: usize,
}

crate::native_data_of_slots!(ZipLongest, |_this| 72, visit iterators result fill,
    release iterators result fill, clearable false);

/// The declaration of `zip_longest`.
pub(crate) fn spec() -> TypeSpec {
    iterator_spec("zip_longest", new, next)
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let fill = match *args.kw {
        [] => Singletons::NONE,
        [(name, value)] if vm.str_text(name).is_some_and(|text| &*text == "fillvalue") => value,
        _ => return Err(vm.type_error("zip_longest() got an unexpected keyword argument")),
    };
    let iterators = iterators_of(vm, args.pos)?;
    let result = vm.new_tuple(vec![Singletons::NONE; args.pos.len()]);
    vm.heap.incref(fill);
    let active = args.pos.len();
    make(vm, class, ZipLongest { iterators: Some(iterators), result: Some(result), fill: Some(fill), active })
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&ZipLongest { iterators: Some(iterators), result: Some(last), active, .. }) = vm.native(this) else {
        return Ok(None);
    };
    if active == 0 {
        return Ok(None);
    }
    let count = vm.sequence_items(iterators).map_or(0, <[Id]>::len);
    next_tuple(vm, last, count, |vm, at| next_of(vm, this, iterators, at))
}

/// The next item of one of the iterators, or the fill value; `None` when the last one has ended.
fn next_of(vm: &mut Vm, this: Id, iterators: Id, at: usize) -> R<Option<Id>> {
    let fill = vm.native::<ZipLongest>(this).and_then(|state| state.fill).unwrap_or(Singletons::NONE);
    let iterator = vm.sequence_item(iterators, at).unwrap_or(Singletons::NONE);
    if iterator != Singletons::NONE {
        match vm.step_inner(iterator) {
            Ok(Some(item)) => return Ok(Some(item)),
            over => {
                let Some(state) = vm.native_mut::<ZipLongest>(this) else { return over };
                state.active = if over.is_err() { 0 } else { state.active.saturating_sub(1) };
                if state.active == 0 {
                    return over;
                }
                replace_item(vm, iterators, at, Singletons::NONE);
            }
        }
    }
    Ok(Some(vm.incref(fill)))
}

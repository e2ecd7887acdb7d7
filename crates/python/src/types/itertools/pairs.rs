//! `pairwise` and `batched`.

use ouro_heap::Id;

use super::{iterator_spec, make};
use crate::native::{Args, TypeSpec};
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// Items with their successors.
#[derive(Clone)]
struct Pairwise {
    iterator: Slot,
    /// The last item.
    old: Slot,
    /// The tuple given out last; only from 3.13 on.
    result: Slot,
}

crate::native_data_of_slots!(Pairwise, |this| if this.result.is_some() { 56 } else { 48 },
    visit iterator old result, release iterator old result, clearable false);

/// Tuples of so many items.
#[derive(Clone)]
struct Batched {
    /// `None` once it is exhausted.
    iterator: Slot,
    count: usize,
    /// Whether the last one has to be full; only from 3.13 on.
    strict: Option<bool>,
}

crate::native_data_of_slots!(Batched, |this| if this.strict.is_some() { 56 } else { 48 },
    visit iterator, release iterator, clearable false);

/// The declaration of `pairwise`.
pub(crate) fn pairwise_spec() -> TypeSpec {
    iterator_spec("pairwise", pairwise_new, pairwise_next)
}

/// The declaration of `batched`.
pub(crate) fn batched_spec() -> TypeSpec {
    iterator_spec("batched", batched_new, batched_next)
}

fn pairwise_new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if vm.inherits_init(class, TypeTable::PAIRWISE) {
        vm.expect_positional("pairwise", args, 1, 1)?;
    } else {
        vm.expect_count("pairwise", args.pos.len(), 1, 1)?;
    }
    let iterator = vm.iter(args.pos[0])?;
    let keeps = vm.version.number >= (3, 13, 0);
    let result = keeps.then(|| vm.pack_tuple([Singletons::NONE; 2]));
    make(vm, class, Pairwise { iterator: Some(iterator), old: None, result })
}

fn pairwise_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Pairwise { iterator: Some(iterator), old, .. }) = vm.native(this) else { return Ok(None) };
    let old = match old {
        Some(old) => old,
        None => {
            let first = match vm.step_inner(iterator) {
                Ok(Some(first)) => first,
                over => return pairwise_end(vm, this, over),
            };
            let replaced = vm.native_mut::<Pairwise>(this).and_then(|state| state.old.replace(first));
            vm.decref_slot(replaced);
            first
        }
    };
    // The iterator may have come here again, and have ended.
    let Some(&Pairwise { iterator: Some(iterator), .. }) = vm.native(this) else {
        return pairwise_end(vm, this, Ok(None));
    };
    vm.heap.incref(old);
    let new = match vm.step_inner(iterator) {
        Ok(Some(new)) => new,
        over => {
            let over = pairwise_end(vm, this, over);
            vm.decref(old);
            return over;
        }
    };
    vm.heap.incref(new);
    let pair = match vm.native::<Pairwise>(this).and_then(|state| state.result) {
        Some(last) => vm.recycle_pair(last, old, new),
        None => vm.new_pair(old, new),
    };
    let replaced = vm.native_mut::<Pairwise>(this).and_then(|state| state.old.replace(new));
    vm.decref_slot(replaced);
    Ok(Some(pair))
}

fn pairwise_end(vm: &mut Vm, this: Id, result: R<Option<Id>>) -> R<Option<Id>> {
    let iterator = vm.native_mut::<Pairwise>(this).and_then(|state| state.iterator.take());
    vm.decref_slot(iterator);
    let old = vm.native_mut::<Pairwise>(this).and_then(|state| state.old.take());
    vm.decref_slot(old);
    result
}

fn batched_new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "n", "strict"], positional_only: 0, positional: 2, required: 2 };
    const BEFORE_3_13: Parameters =
        Parameters { names: &["iterable", "n"], positional_only: 0, positional: 2, required: 2 };
    let has_strict = vm.version.number >= (3, 13, 0);
    let bound = vm.bind_args("batched", args, if has_strict { &PARAMETERS } else { &BEFORE_3_13 })?;
    let count = vm.index(bound[1].unwrap_or(Singletons::NONE))?;
    let strict = match bound.get(2).copied().flatten() {
        Some(strict) => vm.is_true(strict)?,
        None => false,
    };
    if count < 1 {
        return Err(vm.value_error("n must be at least one"));
    }
    let iterator = vm.iter(bound[0].unwrap_or(Singletons::NONE))?;
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    make(vm, class, Batched { iterator: Some(iterator), count, strict: has_strict.then_some(strict) })
}

fn batched_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Batched { iterator: Some(iterator), count, strict }) = vm.native(this) else { return Ok(None) };
    vm.check_items(count)?;
    // The tuple is there from the start, and cut if too few items follow.
    let batch = vm.new_tuple(vec![Singletons::NONE; count]);
    let mut items = Vec::new();
    while items.len() < count {
        match vm.step_inner(iterator) {
            Ok(Some(item)) => items.push(item),
            over => {
                let incomplete = strict == Some(true) && !items.is_empty();
                if over.is_err() || items.is_empty() || incomplete {
                    let iterator = vm.native_mut::<Batched>(this).and_then(|state| state.iterator.take());
                    vm.decref_slot(iterator);
                    vm.decref_all(items.into_iter().rev());
                    vm.decref(batch);
                    over?;
                    return if incomplete { Err(vm.value_error("batched(): incomplete batch")) } else { Ok(None) };
                }
                break;
            }
        }
    }
    if let Data::Tuple(places) = vm.data_mut(batch) {
        *places = items.into();
    }
    Ok(Some(batch))
}

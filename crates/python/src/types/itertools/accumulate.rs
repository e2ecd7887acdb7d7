use ouro_heap::Id;

use super::{iterator_spec, make};
use crate::bytecode::BinaryOperator;
use crate::native::{Args, TypeSpec};
use crate::object::Slot;
use crate::vm::{Parameters, R, Singletons, Vm};

/// Gives running totals.
#[derive(Clone)]
struct Accumulate {
    total: Slot,
    iterator: Slot,
    function: Slot,
    /// `None`, or what to start with.
    initial: Slot,
}

crate::native_data_of_slots!(Accumulate, |_this| 72, visit function iterator total initial,
    release function total iterator initial, clearable false);

/// The declaration of `accumulate`.
pub(crate) fn spec() -> TypeSpec {
    iterator_spec("accumulate", new, next)
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "func", "initial"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("accumulate", args, &PARAMETERS)?;
    let iterator = vm.iter(bound[0].unwrap_or(Singletons::NONE))?;
    let given = |slot: Slot| slot.filter(|&id| id != Singletons::NONE);
    let (function, initial) = (given(bound[1]), given(bound[2]));
    for id in function.iter().chain(&initial) {
        vm.heap.incref(*id);
    }
    make(vm, class, Accumulate { total: None, iterator: Some(iterator), function, initial })
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(state) = vm.native_mut::<Accumulate>(this) else { return Ok(None) };
    if let Some(initial) = state.initial.take() {
        let old = state.total.replace(initial);
        vm.decref_slot(old);
        return Ok(Some(vm.incref(initial)));
    }
    let Accumulate { iterator: Some(iterator), function, .. } = *state else { return Ok(None) };
    let Some(item) = vm.step_inner(iterator)? else { return Ok(None) };
    let total = match vm.native::<Accumulate>(this).and_then(|a| a.total) {
        None => item,
        Some(total) => {
            let sum = match function {
                None => vm.binary_op(BinaryOperator::Add, total, item),
                Some(function) => vm.call(function, &[total, item]),
            };
            vm.decref(item);
            sum?
        }
    };
    if let Some(state) = vm.native_mut::<Accumulate>(this) {
        let old = state.total.replace(total);
        vm.heap.incref(total);
        vm.decref_slot(old);
    }
    Ok(Some(total))
}

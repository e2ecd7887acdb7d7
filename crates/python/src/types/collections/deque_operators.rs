//! Comparing, joining and repeating deques.

use ouro_heap::Id;

use super::deque::{Deque, clear, copy, length};
use crate::bytecode::Comparison;
use crate::types::tuple::repeat_count;
use crate::vm::{R, Singletons, Vm};

/// deque_richcompare
pub(super) fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    if vm.native::<Deque>(a).is_none() || vm.native::<Deque>(b).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    if let Comparison::Eq | Comparison::Ne = op {
        let wanted = op == Comparison::Eq;
        if a == b {
            return Ok(Singletons::bool(wanted));
        }
        if length(vm, a) != length(vm, b) {
            return Ok(Singletons::bool(!wanted));
        }
    }
    let left = vm.iter(a)?;
    vm.keep(left);
    let right = vm.iter(b)?;
    vm.keep(right);
    loop {
        let x = vm.step(left)?;
        let y = match vm.step(right) {
            Ok(y) => y,
            Err(raised) => {
                vm.decref_slot(x);
                return Err(raised);
            }
        };
        let (Some(x), Some(y)) = (x, y) else {
            vm.decref_slot(x);
            vm.decref_slot(y);
            return Ok(Singletons::bool(op.holds(x.is_some().cmp(&y.is_some()))));
        };
        let answer = match vm.compare_bool(x, y, Comparison::Eq) {
            Ok(true) => Ok(None),
            Ok(false) => vm.compare_bool(x, y, op).map(Some),
            Err(raised) => Err(raised),
        };
        vm.decref(x);
        vm.decref(y);
        if let Some(answer) = answer? {
            return Ok(Singletons::bool(answer));
        }
    }
}

/// deque_concat
pub(super) fn add(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if vm.native::<Deque>(a).is_none() || vm.native::<Deque>(b).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let joined = copy(vm, a)?;
    match vm.deque_extend(joined, b) {
        Ok(()) => Ok(joined),
        Err(raised) => {
            vm.decref(joined);
            Err(raised)
        }
    }
}

pub(super) fn inplace_add(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    vm.deque_extend(this, other)?;
    Ok(vm.incref(this))
}

pub(super) fn multiply(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let (this, factor) = if vm.native::<Deque>(a).is_some() { (a, b) } else { (b, a) };
    let Some(factor) = repeat_count(vm, factor)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    let repeated = copy(vm, this)?;
    match repeat(vm, repeated, factor) {
        Ok(()) => Ok(repeated),
        Err(raised) => {
            vm.decref(repeated);
            Err(raised)
        }
    }
}

pub(super) fn inplace_multiply(vm: &mut Vm, this: Id, factor: Id) -> R<Id> {
    let Some(factor) = repeat_count(vm, factor)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    repeat(vm, this, factor)?;
    Ok(vm.incref(this))
}

/// deque_inplace_repeat
fn repeat(vm: &mut Vm, this: Id, factor: usize) -> R<()> {
    let len = length(vm, this);
    if len == 0 || factor == 1 {
        return Ok(());
    }
    if factor == 0 {
        return clear(vm, this);
    }
    // No more often than the greatest length takes.
    let factor = match vm.native::<Deque>(this).and_then(|deque| deque.max) {
        Some(max) => factor.min(max.div_ceil(len)),
        None => factor,
    };
    vm.check_items(len.saturating_mul(factor))?;
    let items = vm.list_from(this)?;
    vm.keep(items);
    for _ in 1..factor {
        vm.deque_extend(this, items)?;
    }
    Ok(())
}

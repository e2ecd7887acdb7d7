//! `slice` (CPython 3.13 sliceobject.c).

use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::{One, Zero};
use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `slice`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("indices", 1, 1, indices)];
    const GETSET: &[GetSet] = &[
        GetSet::member("start", |vm, this| part(vm, this, 0)),
        GetSet::member("stop", |vm, this| part(vm, this, 1)),
        GetSet::member("step", |vm, this| part(vm, this, 2)),
    ];
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            new: Some(new),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        ..TypeSpec::new("slice")
    }
}

fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    vm.expect_positional("slice", args, 1, 3)?;
    let none = Singletons::NONE;
    let parts = match *args.pos {
        [stop] => [none, stop, none],
        [start, stop] => [start, stop, none],
        [start, stop, step, ..] => [start, stop, step],
        [] => [none; 3],
    };
    parts.iter().for_each(|&part| vm.heap.incref(part));
    Ok(vm.alloc(TypeTable::SLICE, Data::Slice(Rc::new(parts))))
}

fn parts(vm: &Vm, this: Id) -> [Id; 3] {
    match vm.data(this) {
        Data::Slice(parts) => **parts,
        _ => [Singletons::NONE; 3],
    }
}

fn part(vm: &mut Vm, this: Id, index: usize) -> R<Id> {
    let part = parts(vm, this)[index];
    Ok(vm.incref(part))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let mut text = String::from("slice(");
    for (i, part) in parts(vm, this).into_iter().enumerate() {
        if i > 0 {
            text.push_str(", ");
        }
        vm.append_repr(part, &mut text)?;
    }
    text.push(')');
    Ok(vm.new_str(text))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let mut lanes = [0; 3];
    for (lane, part) in lanes.iter_mut().zip(parts(vm, this)) {
        *lane = vm.hash(part)?;
    }
    Ok(super::tuple::hash_lanes(lanes, None))
}

/// As tuples of the three parts.
fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    if vm.class_of(b) != TypeTable::SLICE || vm.class_of(a) != TypeTable::SLICE {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    if a == b {
        return Ok(Singletons::bool(op.holds(std::cmp::Ordering::Equal)));
    }
    for (x, y) in parts(vm, a).into_iter().zip(parts(vm, b)) {
        if !vm.compare_held(x, y, Comparison::Eq)? {
            return match op {
                Comparison::Eq => Ok(Singletons::FALSE),
                Comparison::Ne => Ok(Singletons::TRUE),
                _ => vm.compare(x, y, op),
            };
        }
    }
    Ok(Singletons::bool(op.holds(std::cmp::Ordering::Equal)))
}

/// A part as a number of any size; `None` for None.
fn big_part(vm: &mut Vm, part: Id) -> R<Option<BigInt>> {
    if part == Singletons::NONE {
        return Ok(None);
    }
    if !vm.has_index(part) {
        return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    vm.big_index(part).map(Some)
}

/// `slice.indices(length)`
fn indices(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let length = vm.big_index(args.pos[0])?;
    if length.sign() == Sign::Minus {
        return Err(vm.value_error("length should not be negative"));
    }
    let parts = parts(vm, this);
    let (start, stop, step) = long_indices(vm, parts, &length)?;
    let items = vec![vm.new_big_int(start), vm.new_big_int(stop), vm.new_big_int(step)];
    Ok(vm.new_tuple(items))
}

/// Start, stop and step of a slice of a sequence of any length (_PySlice_GetLongIndices).
pub(crate) fn long_indices(vm: &mut Vm, [start, stop, step]: [Id; 3], length: &BigInt) -> R<(BigInt, BigInt, BigInt)> {
    let step = big_part(vm, step)?.unwrap_or_else(BigInt::one);
    if step.is_zero() {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let backward = step.sign() == Sign::Minus;
    let (lower, upper) = if backward { (BigInt::from(-1), length - 1) } else { (BigInt::zero(), length.clone()) };
    let clamp = |bound: BigInt| {
        if bound.sign() == Sign::Minus { (bound + length).max(lower.clone()) } else { bound.min(upper.clone()) }
    };
    let start = match big_part(vm, start)? {
        Some(bound) => clamp(bound),
        None if backward => upper.clone(),
        None => lower.clone(),
    };
    let stop = match big_part(vm, stop)? {
        Some(bound) => clamp(bound),
        None if backward => lower.clone(),
        None => upper.clone(),
    };
    Ok((start, stop, step))
}

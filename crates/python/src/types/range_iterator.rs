//! The iterators of ranges (CPython 3.13 rangeobject.c).

use num_bigint::BigInt;
use num_traits::Signed;
use ouro_heap::Id;

pub use crate::data::RangeIterator;
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData};
use crate::vm::{R, Vm};

/// The declaration of `range_iterator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { iter: Some(itself), next: Some(next), ..NO_SLOTS },
        methods: METHODS,
        ..TypeSpec::new("range_iterator")
    }
}

/// The declaration of `longrange_iterator`.
pub(crate) fn long_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { iter: Some(itself), next: Some(long_next), ..NO_SLOTS },
        methods: LONG_METHODS,
        ..TypeSpec::new("longrange_iterator")
    }
}

const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, length_hint)];
const LONG_METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, long_length_hint)];

/// The iterator of a range whose numbers do not fit.
#[derive(Clone, Debug)]
pub(crate) struct LongRangeIterator {
    /// The next number.
    pub next: BigInt,
    /// From one to the next.
    pub step: BigInt,
    /// How many are left.
    pub remaining: BigInt,
}

impl NativeData for LongRangeIterator {
    fn is_container(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        40
    }

    native_data_boilerplate!();
}

fn itself(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(vm.incref(this))
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let value = match vm.data_mut(this) {
        Data::RangeIterator(iterator) => iterator.next_value(),
        _ => None,
    };
    Ok(value.map(|value| vm.new_int(value)))
}

fn length_hint(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let remaining = match vm.data(this) {
        Data::RangeIterator(iterator) => iterator.remaining,
        _ => 0,
    };
    Ok(vm.new_big_int(BigInt::from(remaining)))
}

fn long_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(iterator) = vm.native_mut::<LongRangeIterator>(this) else { return Ok(None) };
    if !iterator.remaining.is_positive() {
        return Ok(None);
    }
    let value = iterator.next.clone();
    iterator.next += &iterator.step;
    iterator.remaining -= 1;
    Ok(Some(vm.new_big_int(value)))
}

fn long_length_hint(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let remaining = vm.native::<LongRangeIterator>(this).map(|iterator| iterator.remaining.clone());
    Ok(vm.new_big_int(remaining.unwrap_or_default()))
}

//! `range` (CPython 3.13 rangeobject.c).

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use ouro_heap::Id;

use super::range_iterator::{LongRangeIterator, RangeIterator};
use super::slice::long_indices;
use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData};
use crate::types::TypeTable;
use crate::vm::{R, Raised, Singletons, Vm};

/// The declaration of `range`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            iter: Some(iter),
            new: Some(new),
            bool: Some(|vm, this| Ok(!length(vm, this).is_zero())),
            len: Some(len),
            getitem: Some(getitem),
            contains: Some(contains),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        ..TypeSpec::new("range")
    }
}

const METHODS: &[Native] = &[
    Native::new("__reversed__", 0, 0, reversed),
    Native::new("count", 1, 1, count),
    Native::new("index", 1, 1, index),
];

const GETSET: &[GetSet] = &[
    GetSet::member("start", |vm, this| part(vm, this, |range| range.start)),
    GetSet::member("stop", |vm, this| part(vm, this, |range| range.stop)),
    GetSet::member("step", |vm, this| part(vm, this, |range| range.step)),
];

/// A range: three exact ints, owned.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    start: Id,
    stop: Id,
    step: Id,
    /// Whether the references were released.
    cleared: bool,
}

impl NativeData for Range {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        if !self.cleared {
            [self.start, self.stop, self.step].into_iter().for_each(visit);
        }
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        if !self.cleared {
            released.extend([self.start, self.stop, self.step]);
            self.cleared = true;
        }
    }

    fn clearable(&self) -> bool {
        false
    }

    fn is_container(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    native_data_boilerplate!();
}

/// The three numbers.
struct Numbers {
    start: BigInt,
    stop: BigInt,
    step: BigInt,
}

impl Numbers {
    fn length(&self) -> BigInt {
        let (low, high, step) = if self.step.is_positive() {
            (&self.start, &self.stop, self.step.clone())
        } else {
            (&self.stop, &self.start, -&self.step)
        };
        if low >= high { BigInt::zero() } else { (high - low - 1) / step + 1 }
    }

    fn item(&self, index: &BigInt) -> BigInt {
        &self.start + index * &self.step
    }

    /// The position of a number, if it is in the range.
    fn position(&self, number: &BigInt) -> Option<BigInt> {
        let inside = if self.step.is_positive() {
            &self.start <= number && number < &self.stop
        } else {
            &self.stop < number && number <= &self.start
        };
        let (position, rest) = (number - &self.start).div_rem(&self.step);
        (inside && rest.is_zero()).then_some(position)
    }
}

fn numbers(vm: &Vm, this: Id) -> Numbers {
    let value = |id: Id| vm.big_int_value(id).unwrap_or_default();
    match vm.native::<Range>(this) {
        Some(range) => Numbers { start: value(range.start), stop: value(range.stop), step: value(range.step) },
        None => Numbers { start: BigInt::zero(), stop: BigInt::zero(), step: BigInt::one() },
    }
}

/// The three numbers, if they fit.
fn small_numbers(vm: &Vm, this: Id) -> Option<(i64, i64, i64)> {
    let range = vm.native::<Range>(this)?;
    Some((vm.int_value(range.start)?, vm.int_value(range.stop)?, vm.int_value(range.step)?))
}

/// How many numbers a range of numbers that fit has (get_len_of_range).
fn small_length((start, stop, step): (i64, i64, i64)) -> u64 {
    let distance = |low: i64, high: i64| high.wrapping_sub(low) as u64;
    let (low, high) = if step > 0 { (start, stop) } else { (stop, start) };
    if low < high && step != 0 { (distance(low, high) - 1) / step.unsigned_abs() + 1 } else { 0 }
}

fn length(vm: &Vm, this: Id) -> BigInt {
    match small_numbers(vm, this) {
        Some(numbers) => BigInt::from(small_length(numbers)),
        None => numbers(vm, this).length(),
    }
}

fn part(vm: &mut Vm, this: Id, f: impl FnOnce(&Range) -> Id) -> R<Id> {
    match vm.native::<Range>(this).map(f) {
        Some(id) => Ok(vm.incref(id)),
        None => Ok(vm.new_int(0)),
    }
}

/// A range of numbers.
fn new_range(vm: &mut Vm, numbers: Numbers) -> Id {
    let start = vm.new_big_int(numbers.start);
    let stop = vm.new_big_int(numbers.stop);
    let step = vm.new_big_int(numbers.step);
    vm.new_native(TypeTable::RANGE, Range { start, stop, step, cleared: false })
}

/// An argument as an exact int: a new reference.
fn argument(vm: &mut Vm, object: Id) -> R<Id> {
    let int = vm.index_object(object)?;
    if vm.class_of(int) == TypeTable::INT {
        return Ok(int);
    }
    let exact = super::int::exact(vm, int);
    vm.decref(int);
    exact
}

fn new(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("range() takes no keyword arguments"));
    }
    let (start, stop, step) = match *args.pos {
        [] => return Err(vm.type_error("range expected at least 1 argument, got 0")),
        [stop] => {
            let stop = argument(vm, stop)?;
            (vm.new_int(0), stop, vm.new_int(1))
        }
        [start, stop, ref step @ ..] if step.len() <= 1 => {
            let start = argument(vm, start)?;
            vm.keep(start);
            let stop = argument(vm, stop)?;
            vm.keep(stop);
            let step = match step.first() {
                Some(&step) => argument(vm, step)?,
                None => vm.new_int(1),
            };
            vm.heap.incref(start);
            vm.heap.incref(stop);
            (start, stop, step)
        }
        _ => return Err(vm.type_error(format!("range expected at most 3 arguments, got {}", args.pos.len()))),
    };
    let range = vm.new_native(TypeTable::RANGE, Range { start, stop, step, cleared: false });
    if vm.int_value(step) == Some(0) {
        vm.decref(range);
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(range)
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let Numbers { start, stop, step } = numbers(vm, this);
    let text =
        if step.is_one() { format!("range({start}, {stop})") } else { format!("range({start}, {stop}, {step})") };
    Ok(vm.new_str(text))
}

/// Of the tuple (length, start or None, step or None): what makes ranges equal.
fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let numbers = numbers(vm, this);
    let length = numbers.length();
    let start = if length.is_zero() { Singletons::NONE } else { vm.new_big_int(numbers.start) };
    let step = if length <= BigInt::one() { Singletons::NONE } else { vm.new_big_int(numbers.step) };
    let length = vm.new_big_int(length);
    let tuple = vm.new_tuple(vec![length, start, step]);
    let hash = vm.hash(tuple);
    vm.decref(tuple);
    hash
}

fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    if vm.native::<Range>(b).is_none() || !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (x, y) = (numbers(vm, a), numbers(vm, b));
    let length = x.length();
    let equal =
        length == y.length() && (length.is_zero() || (x.start == y.start && (length.is_one() || x.step == y.step)));
    Ok(Singletons::bool(equal == (op == Comparison::Eq)))
}

fn len(vm: &mut Vm, this: Id) -> R<usize> {
    match length(vm, this).to_i64().and_then(|length| usize::try_from(length).ok()) {
        Some(length) => Ok(length),
        None => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    if let Some((start, stop, step)) = small_numbers(vm, this)
        && let length = small_length((start, stop, step))
        && length <= i64::MAX as u64
    {
        // The last sum must not overflow (range_iter).
        let fits = length == 0 || if step > 0 { stop <= i64::MAX - (step - 1) } else { stop >= i64::MIN + (-1 - step) };
        if fits {
            return Ok(new_iterator(vm, start, step, length));
        }
    }
    note_overflow(vm, this);
    let numbers = numbers(vm, this);
    let remaining = numbers.length();
    let iterator = LongRangeIterator { next: numbers.start, step: numbers.step, remaining };
    Ok(vm.new_native(TypeTable::LONG_RANGE_ITERATOR, iterator))
}

/// A number that does not fit is an error first, which nobody sees.
fn note_overflow(vm: &mut Vm, this: Id) {
    if small_numbers(vm, this).is_none() {
        let overflow = vm.overflow_error("");
        vm.discard(overflow);
    }
}

fn new_iterator(vm: &mut Vm, next: i64, step: i64, remaining: u64) -> Id {
    vm.alloc(TypeTable::RANGE_ITERATOR, Data::RangeIterator(Box::new(RangeIterator { next, step, remaining })))
}

fn reversed(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    if let Some((start, stop, step)) = small_numbers(vm, this)
        && let length = small_length((start, stop, step))
        && let Ok(count) = i64::try_from(length)
        && let Some(back) = step.checked_neg()
        && let Some(last) = (count - 1).checked_mul(step).and_then(|offset| start.checked_add(offset))
        && last.checked_sub(step).is_some()
    {
        return Ok(new_iterator(vm, last, back, length));
    }
    note_overflow(vm, this);
    let numbers = numbers(vm, this);
    let remaining = numbers.length();
    let next = numbers.item(&(&remaining - 1));
    Ok(vm.new_native(TypeTable::LONG_RANGE_ITERATOR, LongRangeIterator { next, step: -numbers.step, remaining }))
}

fn out_of_range(vm: &mut Vm) -> Raised {
    vm.index_error("range object index out of range")
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    if let Data::Slice(parts) = vm.data(key) {
        let parts = **parts;
        let numbers = numbers(vm, this);
        let (start, stop, step) = long_indices(vm, parts, &numbers.length())?;
        let result = Numbers { start: numbers.item(&start), stop: numbers.item(&stop), step: &numbers.step * &step };
        return Ok(new_range(vm, result));
    }
    if vm.class(vm.class_of(key)).slots.index.is_none() {
        return Err(vm.type_error_for(key, "range indices must be integers or slices, not {}"));
    }
    let index = vm.big_index(key)?;
    let numbers = numbers(vm, this);
    let length = numbers.length();
    let index = if index.is_negative() { index + &length } else { index };
    if index.is_negative() || index >= length {
        return Err(out_of_range(vm));
    }
    Ok(vm.new_big_int(numbers.item(&index)))
}

/// A number that is compared by value alone: an exact int or a bool.
fn plain_int(vm: &Vm, id: Id) -> Option<BigInt> {
    if matches!(vm.class_of(id), TypeTable::INT | TypeTable::BOOL) { vm.big_int_value(id) } else { None }
}

/// Calls `f` with the position of every item that equals `item`, until it returns false.
fn search(vm: &mut Vm, this: Id, item: Id, mut f: impl FnMut(i64) -> bool) -> R<()> {
    let iterator = iter(vm, this)?;
    vm.keep(iterator);
    let mut position = 0;
    while let Some(next) = vm.next(iterator)? {
        let equal = vm.compare_bool(next, item, Comparison::Eq);
        vm.decref(next);
        if equal? && !f(position) {
            break;
        }
        position += 1;
    }
    Ok(())
}

fn contains(vm: &mut Vm, this: Id, item: Id) -> R<bool> {
    if let Some(number) = plain_int(vm, item) {
        return Ok(numbers(vm, this).position(&number).is_some());
    }
    let mut found = false;
    search(vm, this, item, |_| {
        found = true;
        false
    })?;
    Ok(found)
}

fn count(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let Some(item) = args.get(0) else { return Ok(vm.new_int(0)) };
    let mut count = 0;
    match plain_int(vm, item) {
        Some(number) => count = i64::from(numbers(vm, this).position(&number).is_some()),
        None => search(vm, this, item, |_| {
            count += 1;
            true
        })?,
    }
    Ok(vm.new_int(count))
}

fn index(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let Some(item) = args.get(0) else { return Ok(vm.new_int(0)) };
    if let Some(number) = plain_int(vm, item) {
        return match numbers(vm, this).position(&number) {
            Some(position) => Ok(vm.new_big_int(position)),
            None => Err(vm.value_error(format!("{number} is not in range"))),
        };
    }
    let mut found = None;
    search(vm, this, item, |position| {
        found = Some(position);
        false
    })?;
    match found {
        Some(position) => Ok(vm.new_int(position)),
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

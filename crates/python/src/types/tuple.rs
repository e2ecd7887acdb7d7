//! `tuple` (CPython 3.13 tupleobject.c), and what tuples and lists share.

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, Layout, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::class_getitem;
use crate::vm::{R, Singletons, Vm, adjust_slice, saturating_count, slice_length};

/// The declaration of `tuple`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("__getnewargs__", 0, 0, getnewargs),
        Native::new("index", 1, 3, index),
        Native::new("count", 1, 1, count),
        Native::new("__class_getitem__", 1, 1, class_getitem).class_method(),
    ];
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            iter: Some(iter),
            new: Some(new),
            len: Some(len),
            getitem: Some(getitem),
            contains: Some(contains),
            add: Some(add),
            multiply: Some(multiply),
            ..NO_SLOTS
        },
        methods: METHODS,
        subclassable: true,
        layout: Layout::Other,
        ..TypeSpec::new("tuple")
    }
}

fn length(vm: &Vm, this: Id) -> usize {
    vm.sequence_items(this).map_or(0, <[Id]>::len)
}

fn len(vm: &mut Vm, this: Id) -> R<usize> {
    Ok(length(vm, this))
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if vm.inherits_init(class, TypeTable::TUPLE) {
        vm.expect_positional("tuple", args, 0, 1)?;
    } else {
        vm.expect_count("tuple", args.pos.len(), 0, 1)?;
    }
    if class == TypeTable::TUPLE {
        return match args.get(0) {
            Some(iterable) => vm.tuple_from(iterable),
            None => Ok(Singletons::EMPTY_TUPLE),
        };
    }
    let items = match args.get(0) {
        Some(iterable) => vm.tuple_items_from(iterable)?,
        None => Vec::new(),
    };
    Ok(vm.alloc_instance(class, Data::Tuple(items.into())))
}

fn copy_items(vm: &mut Vm, this: Id) -> Vec<Id> {
    let items = vm.sequence_items(this).unwrap_or_default().to_vec();
    items.iter().for_each(|&item| vm.heap.incref(item));
    items
}

fn getnewargs(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let items = copy_items(vm, this);
    let copy = vm.new_tuple(items);
    Ok(vm.new_tuple(vec![copy]))
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(super::list_iterator::over(vm, TypeTable::TUPLE_ITERATOR, this))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    match length(vm, this) {
        0 => Ok(vm.new_str("()")),
        1 => repr_between(vm, this, "(", ",)", "(...)"),
        _ => repr_between(vm, this, "(", ")", "(...)"),
    }
}

/// The reprs of the items of a list or tuple, between brackets; `recursive` for one that contains itself.
pub(super) fn repr_between(vm: &mut Vm, this: Id, open: &str, close: &str, recursive: &str) -> R<Id> {
    if vm.enter_repr(this) {
        return Ok(vm.new_str(recursive));
    }
    let text = repr_items(vm, this);
    vm.leave_repr(this);
    let text = text?;
    Ok(vm.new_str(format!("{open}{text}{close}")))
}

fn repr_items(vm: &mut Vm, this: Id) -> R<String> {
    let mut text = String::new();
    let mut index = 0;
    while let Some(item) = vm.sequence_item(this, index) {
        if index > 0 {
            text.push_str(", ");
        }
        // A list may change meanwhile.
        let held = (vm.version.reprs_hold_items && vm.list_items(this).is_some()).then(|| vm.incref(item));
        let result = vm.append_repr(item, &mut text);
        vm.decref_slot(held);
        result?;
        index += 1;
    }
    Ok(text)
}

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// The hash of a sequence of hashes (tupleobject.c, tuple_hash; sliceobject.c, slicehash): xxHash without its end.
/// A tuple mixes in its length.
pub(super) fn hash_lanes(lanes: impl IntoIterator<Item = i64>, length: Option<usize>) -> i64 {
    let mut hash = PRIME_5;
    for lane in lanes {
        hash = hash.wrapping_add((lane as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1);
    }
    if let Some(length) = length {
        hash = hash.wrapping_add(length as u64 ^ (PRIME_5 ^ 3_527_539));
    }
    if hash == u64::MAX { 1_546_275_796 } else { hash as i64 }
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let items: smallvec::SmallVec<[Id; 8]> = vm.sequence_items(this).unwrap_or_default().into();
    let mut lanes: smallvec::SmallVec<[i64; 8]> = smallvec::SmallVec::with_capacity(items.len());
    vm.enter_native("")?;
    let result = items.iter().try_for_each(|&item| {
        lanes.push(vm.hash(item)?);
        Ok(())
    });
    vm.leave_native();
    result?;
    Ok(hash_lanes(lanes, Some(items.len())))
}

fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    if vm.tuple_items(a).is_none() || vm.tuple_items(b).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    compare_items(vm, a, b, op)
}

/// Compares two lists or two tuples: by the first items that differ, else by length (list_richcompare,
/// tuplerichcompare).
pub(super) fn compare_items(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    let mut index = 0;
    loop {
        let (Some(x), Some(y)) = (vm.sequence_item(a, index), vm.sequence_item(b, index)) else {
            let order = length(vm, a).cmp(&length(vm, b));
            return Ok(Singletons::bool(op.holds(order)));
        };
        let equal = |vm: &mut Vm| match vm.tuple_items(a) {
            Some(_) => vm.compare_bool(x, y, Comparison::Eq),
            None => vm.compare_held(x, y, Comparison::Eq),
        };
        if x != y && !equal(vm)? {
            break;
        }
        index += 1;
    }
    match (op, vm.sequence_item(a, index), vm.sequence_item(b, index)) {
        (Comparison::Eq, ..) => Ok(Singletons::FALSE),
        (Comparison::Ne, ..) => Ok(Singletons::TRUE),
        (_, Some(x), Some(y)) => {
            // Where CPython does not hold them: a method written in Python does, and for what is builtin it does not show.
            let is_list = vm.tuple_items(a).is_none();
            let held = (is_list && vm.version.lists_hold_compared) || !vm.class(vm.class_of(x)).flags.heap_type;
            if held {
                vm.heap.incref(x);
                vm.heap.incref(y);
            }
            let result = vm.compare(x, y, op);
            if held {
                vm.decref(x);
                vm.decref(y);
            }
            result
        }
        _ => Ok(Singletons::bool(matches!(op, Comparison::Le | Comparison::Ge))),
    }
}

/// Whether an item of a list or tuple equals a value. A list may lose the item meanwhile, so it is held (listobject.c,
/// list_contains; tupleobject.c, tuplecontains).
fn compare_item(vm: &mut Vm, owner: Id, item: Id, value: Id) -> R<bool> {
    if vm.tuple_items(owner).is_some() {
        return vm.compare_bool(item, value, Comparison::Eq);
    }
    vm.item_equals(item, value)
}

/// `in`, for lists and tuples.
pub(super) fn contains(vm: &mut Vm, this: Id, value: Id) -> R<bool> {
    let mut index = 0;
    while let Some(item) = vm.sequence_item(this, index) {
        if compare_item(vm, this, item, value)? {
            return Ok(true);
        }
        index += 1;
    }
    Ok(false)
}

/// `count`, for lists and tuples.
pub(super) fn count(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (mut index, mut found) = (0, 0);
    while let Some(item) = vm.sequence_item(this, index) {
        if compare_item(vm, this, item, args.pos[0])? {
            found += 1;
        }
        index += 1;
    }
    Ok(vm.new_int(found))
}

/// `index`, for lists and tuples.
pub(super) fn index(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let mut bounds = [0, i64::MAX];
    for (bound, &given) in bounds.iter_mut().zip(args.pos.iter().skip(1)) {
        if !vm.has_index(given) {
            return Err(vm.type_error("slice indices must be integers or have an __index__ method"));
        }
        *bound = vm.slice_bound(given)?;
    }
    let len = length(vm, this) as i64;
    let [start, stop] = bounds.map(|bound| if bound < 0 { bound.saturating_add(len).max(0) } else { bound });
    let mut position = start;
    while position < stop
        && let Some(item) = vm.sequence_item(this, saturating_count(position))
    {
        if compare_item(vm, this, item, args.pos[0])? {
            return Ok(vm.new_int(position));
        }
        position += 1;
    }
    if vm.tuple_items(this).is_some() {
        return Err(vm.value_error("tuple.index(x): x not in tuple"));
    }
    let text = vm.repr(args.pos[0])?;
    let text = vm.keep(text);
    let message = format!("{} is not in list", vm.str_text(text).as_deref().unwrap_or_default());
    Err(vm.value_error(message))
}

/// New references to the items of a slice, whose bounds are those of `Vm::slice_unpack`.
pub(super) fn slice_items(vm: &mut Vm, this: Id, start: i64, stop: i64, step: i64) -> Vec<Id> {
    let all = vm.sequence_items(this).unwrap_or_default();
    let (start, stop) = adjust_slice(all.len(), start, stop, step);
    let count = slice_length(start, stop, step);
    let items: Vec<Id> = if step == 1 {
        all.get(start as usize..start as usize + count).unwrap_or_default().to_vec()
    } else {
        (0..count as i64).filter_map(|i| all.get((start + i * step) as usize).copied()).collect()
    };
    items.iter().for_each(|&item| vm.heap.incref(item));
    items
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    if matches!(vm.data(key), Data::Slice(_)) {
        let (start, stop, step) = vm.slice_unpack(key)?;
        let len = length(vm, this);
        let (first, end) = adjust_slice(len, start, stop, step);
        if step == 1 && slice_length(first, end, step) == len && vm.class_of(this) == TypeTable::TUPLE {
            return Ok(vm.incref(this));
        }
        let items = slice_items(vm, this, start, stop, step);
        return Ok(vm.new_tuple(items));
    }
    if !vm.has_index(key) {
        return Err(vm.type_error_for(key, "tuple indices must be integers or slices, not {}"));
    }
    let index = vm.subscript_index(key)?;
    let index = if index < 0 { index.saturating_add(length(vm, this) as i64) } else { index };
    match usize::try_from(index).ok().and_then(|index| vm.sequence_item(this, index)) {
        Some(item) => Ok(vm.incref(item)),
        None => Err(vm.index_error("tuple index out of range")),
    }
}

fn add(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if vm.tuple_items(a).is_none() || vm.tuple_items(b).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    if length(vm, a) == 0 && vm.class_of(b) == TypeTable::TUPLE {
        return Ok(vm.incref(b));
    }
    if length(vm, b) == 0 && vm.class_of(a) == TypeTable::TUPLE {
        return Ok(vm.incref(a));
    }
    vm.check_items(length(vm, a) + length(vm, b))?;
    let mut items = copy_items(vm, a);
    items.extend(copy_items(vm, b));
    Ok(vm.new_tuple(items))
}

/// How often to repeat a sequence: 0 for a negative factor, `None` for what is no factor.
pub(crate) fn repeat_count(vm: &mut Vm, factor: Id) -> R<Option<usize>> {
    if !vm.has_index(factor) {
        return Ok(None);
    }
    let factor = vm.big_index(factor)?;
    match i64::try_from(&factor) {
        Ok(factor) => Ok(Some(saturating_count(factor))),
        Err(_) => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

/// New references to the items of a list or tuple, `factor` times over.
pub(super) fn repeat(vm: &mut Vm, this: Id, factor: usize) -> Vec<Id> {
    let items = vm.sequence_items(this).unwrap_or_default().repeat(factor);
    items.iter().for_each(|&item| vm.heap.incref(item));
    items
}

fn multiply(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let (this, factor) = if vm.tuple_items(a).is_some() { (a, b) } else { (b, a) };
    let Some(factor) = repeat_count(vm, factor)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    if (factor == 1 || length(vm, this) == 0) && vm.class_of(this) == TypeTable::TUPLE {
        return Ok(vm.incref(this));
    }
    vm.check_items(length(vm, this).saturating_mul(factor))?;
    let items = repeat(vm, this, factor);
    Ok(vm.new_tuple(items))
}

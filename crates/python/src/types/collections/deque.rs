//! `collections.deque`: what changes and searches one.

use std::collections::VecDeque;

use ouro_heap::Id;

use super::{deque_iterator, deque_operators};
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData, Slot};
use crate::types::exceptions::Exceptions;
use crate::types::{TypeTable, class_getitem};
use crate::vm::{Parameters, R, Raised, Singletons, Vm, hash_not_implemented, saturating_count};

/// Items of one of CPython's blocks (BLOCKLEN).
const BLOCK: usize = 64;
/// Where in its only block an empty deque starts (CENTER + 1).
const CENTRE: usize = 32;

/// Items with two ends.
#[derive(Clone)]
pub(super) struct Deque {
    pub(super) items: VecDeque<Id>,
    /// Index of the first item in CPython's first block: how many blocks there are follows from it.
    left: usize,
    /// Changes with every change of the items' number or order.
    pub(super) state: u64,
    pub(super) max: Option<usize>,
}

impl NativeData for Deque {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.items.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.take());
    }

    fn size(&self) -> usize {
        let blocks = (self.left + self.items.len()).div_ceil(BLOCK).max(1);
        232 + blocks * (BLOCK + 2) * 8
    }

    crate::native_data_boilerplate!();
}

impl Deque {
    pub(super) fn push_back(&mut self, item: Id) {
        self.items.push_back(item);
        self.state += 1;
    }

    pub(super) fn push_front(&mut self, item: Id) {
        self.left = if self.left == 0 { BLOCK - 1 } else { self.left - 1 };
        self.items.push_front(item);
        self.state += 1;
    }

    fn pop_back(&mut self) -> Option<Id> {
        let right = (self.left + self.items.len()) % BLOCK;
        let item = self.items.pop_back()?;
        if self.items.is_empty() && right == 1 {
            self.left = CENTRE;
        }
        self.state += 1;
        Some(item)
    }

    fn pop_front(&mut self) -> Option<Id> {
        let item = self.items.pop_front()?;
        self.left += 1;
        if self.left == BLOCK {
            self.left = if self.items.is_empty() { CENTRE } else { 0 };
        }
        self.state += 1;
        Some(item)
    }

    /// All items; the caller takes their references (deque_clear).
    fn take(&mut self) -> VecDeque<Id> {
        if !self.items.is_empty() {
            self.left = CENTRE;
            self.state += 1;
        }
        std::mem::take(&mut self.items)
    }

    /// _deque_rotate
    fn rotate(&mut self, n: i64) {
        let len = self.items.len();
        if len <= 1 {
            return;
        }
        let half = len as i64 / 2;
        let mut n = n;
        if n > half || n < -half {
            n %= len as i64;
            if n > half {
                n -= len as i64;
            } else if n < -half {
                n += len as i64;
            }
        }
        self.state += 1;
        if n >= 0 {
            self.items.rotate_right(n as usize);
        } else {
            self.items.rotate_left(n.unsigned_abs() as usize);
        }
        self.left = (self.left as i64 - n).rem_euclid(BLOCK as i64) as usize;
    }
}

/// The declaration of `deque`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("append", 1, 1, |vm, this, args| push(vm, this, args.pos[0], Vm::deque_append)),
        Native::new("appendleft", 1, 1, |vm, this, args| push(vm, this, args.pos[0], Vm::deque_appendleft)),
        Native::new("pop", 0, 0, |vm, this, _| pop(vm, this, Deque::pop_back)),
        Native::new("popleft", 0, 0, |vm, this, _| pop(vm, this, Deque::pop_front)),
        Native::new("extend", 1, 1, |vm, this, args| done(vm.deque_extend(this, args.pos[0]))),
        Native::new("extendleft", 1, 1, extendleft),
        Native::new("insert", 2, 2, insert),
        Native::new("remove", 1, 1, remove),
        Native::new("rotate", 0, 1, rotate),
        Native::new("reverse", 0, 0, reverse),
        Native::new("index", 1, 3, index),
        Native::new("count", 1, 1, count),
        Native::new("clear", 0, 0, |vm, this, _| done(clear(vm, this))),
        Native::new("copy", 0, 0, |vm, this, _| copy(vm, this)),
        Native::new("__copy__", 0, 0, |vm, this, _| copy(vm, this)),
        Native::new("__reduce__", 0, 0, reduce),
        Native::new("__reversed__", 0, 0, |vm, this, _| Ok(deque_iterator::over(vm, this, true))),
        Native::new("__class_getitem__", 1, 1, class_getitem).class_method(),
    ];
    TypeSpec {
        module: "collections",
        slots: TypeSlots {
            new: Some(new),
            init: Some(init),
            repr: Some(repr),
            hash: Some(hash_not_implemented),
            richcompare: Some(deque_operators::richcompare),
            iter: Some(|vm, this| Ok(deque_iterator::over(vm, this, false))),
            len: Some(|vm, this| Ok(length(vm, this))),
            getitem: Some(getitem),
            setitem: Some(setitem),
            contains: Some(contains),
            add: Some(deque_operators::add),
            inplace_add: Some(deque_operators::inplace_add),
            multiply: Some(deque_operators::multiply),
            inplace_multiply: Some(deque_operators::inplace_multiply),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: const { &[GetSet::get("maxlen", max_length)] },
        subclassable: true,
        weakrefable: true,
        ..TypeSpec::new("deque")
    }
}

fn done(result: R<()>) -> R<Id> {
    result.map(|()| Singletons::NONE)
}

pub(super) fn length(vm: &Vm, this: Id) -> usize {
    vm.native::<Deque>(this).map_or(0, |deque| deque.items.len())
}

/// The item at an index: borrowed.
pub(super) fn item(vm: &Vm, this: Id, index: usize) -> Slot {
    vm.native::<Deque>(this)?.items.get(index).copied()
}

pub(super) fn state(vm: &Vm, this: Id) -> u64 {
    vm.native::<Deque>(this).map_or(0, |deque| deque.state)
}

pub(super) fn mutated(vm: &mut Vm, class: Id) -> Raised {
    vm.raise(class, "deque mutated during iteration")
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    let empty = Deque { items: VecDeque::new(), left: CENTRE, state: 0, max: None };
    Ok(vm.alloc_instance(class, Data::Native(Box::new(empty))))
}

/// `deque(iterable=(), maxlen=None)`
fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "maxlen"], positional_only: 0, positional: 2, required: 0 };
    let bound = vm.bind_args("deque", args, &PARAMETERS)?;
    let mut max = None;
    if let Some(given) = bound[1].filter(|&max| max != Singletons::NONE) {
        if !matches!(vm.data(given), Data::Int(_) | Data::BigInt(_)) {
            return Err(vm.type_error("an integer is required"));
        }
        let Ok(given) = usize::try_from(vm.index(given)?) else {
            return Err(vm.value_error("maxlen must be non-negative"));
        };
        max = Some(given);
    }
    if let Some(deque) = vm.native_mut::<Deque>(this) {
        deque.max = max;
    }
    clear(vm, this)?;
    match bound[0] {
        Some(iterable) => vm.deque_extend(this, iterable),
        None => Ok(()),
    }
}

fn max_length(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.native::<Deque>(this).and_then(|deque| deque.max) {
        Some(max) => Ok(vm.new_int(max as i64)),
        None => Ok(Singletons::NONE),
    }
}

impl Vm {
    /// Adds an item, whose reference it takes, at the right end; one too many goes from the left.
    fn deque_append(&mut self, this: Id, item: Id) {
        let Some(deque) = self.native_mut::<Deque>(this) else { return };
        deque.push_back(item);
        let old = if deque.max.is_some_and(|max| deque.items.len() > max) { deque.pop_front() } else { None };
        self.decref_slot(old);
    }

    /// Adds an item, whose reference it takes, at the left end; one too many goes from the right.
    fn deque_appendleft(&mut self, this: Id, item: Id) {
        let Some(deque) = self.native_mut::<Deque>(this) else { return };
        deque.push_front(item);
        let old = if deque.max.is_some_and(|max| deque.items.len() > max) { deque.pop_back() } else { None };
        self.decref_slot(old);
    }

    /// Adds all items of an iterable at the right end.
    pub(super) fn deque_extend(&mut self, this: Id, iterable: Id) -> R<()> {
        self.deque_fill(this, iterable, 1, Vm::deque_append)
    }

    /// `left`: where CPython starts to fill an empty deque.
    fn deque_fill(&mut self, this: Id, iterable: Id, left: usize, each: fn(&mut Vm, Id, Id)) -> R<()> {
        if iterable == this {
            let items = self.list_from(this)?;
            let result = self.deque_fill(this, items, left, each);
            self.decref(items);
            return result;
        }
        let iterator = self.iter(iterable)?;
        if let Some(deque) = self.native_mut::<Deque>(this)
            && deque.items.is_empty()
            && deque.max != Some(0)
        {
            deque.left = left;
        }
        let result = self.for_each(iterator, |vm, item| {
            each(vm, this, item);
            if length(vm, this).is_power_of_two() {
                vm.check_items(length(vm, this))?;
            }
            Ok(true)
        });
        self.decref(iterator);
        result
    }
}

fn push(vm: &mut Vm, this: Id, item: Id, add: fn(&mut Vm, Id, Id)) -> R<Id> {
    vm.heap.incref(item);
    add(vm, this, item);
    Ok(Singletons::NONE)
}

fn extendleft(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    done(vm.deque_fill(this, args.pos[0], BLOCK - 1, Vm::deque_appendleft))
}

fn pop(vm: &mut Vm, this: Id, take: fn(&mut Deque) -> Option<Id>) -> R<Id> {
    match vm.native_mut::<Deque>(this).and_then(take) {
        Some(item) => Ok(item),
        None => Err(vm.index_error("pop from an empty deque")),
    }
}

pub(super) fn clear(vm: &mut Vm, this: Id) -> R<()> {
    let items = vm.native_mut::<Deque>(this).map(Deque::take).unwrap_or_default();
    vm.decref_all(items);
    Ok(())
}

fn rotate(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let n = match args.get(0) {
        Some(n) => vm.index(n)?,
        None => 1,
    };
    if let Some(deque) = vm.native_mut::<Deque>(this) {
        deque.rotate(n);
    }
    Ok(Singletons::NONE)
}

fn reverse(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    if let Some(deque) = vm.native_mut::<Deque>(this) {
        deque.items.make_contiguous().reverse();
    }
    Ok(Singletons::NONE)
}

fn insert(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let index = vm.index(args.pos[0])?;
    let len = length(vm, this);
    if vm.native::<Deque>(this).is_some_and(|deque| deque.max == Some(len)) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    vm.heap.incref(args.pos[1]);
    let Some(deque) = vm.native_mut::<Deque>(this) else { return Ok(Singletons::NONE) };
    let len = len as i64;
    if index >= len {
        deque.push_back(args.pos[1]);
    } else if index <= -len || index == 0 {
        deque.push_front(args.pos[1]);
    } else {
        deque.rotate(-index);
        if index < 0 {
            deque.push_back(args.pos[1]);
        } else {
            deque.push_front(args.pos[1]);
        }
        deque.rotate(index);
    }
    Ok(Singletons::NONE)
}

/// Takes the item at an index out (deque_del_item).
fn delete(vm: &mut Vm, this: Id, index: usize) {
    let removed = vm.native_mut::<Deque>(this).and_then(|deque| {
        deque.rotate(-(index as i64));
        let removed = deque.pop_front();
        deque.rotate(index as i64);
        removed
    });
    vm.decref_slot(removed);
}

/// The first index from `from` on, before `to`, whose item equals a value.
fn find(vm: &mut Vm, this: Id, value: Id, range: std::ops::Range<usize>, error: Id) -> R<Option<usize>> {
    let start = state(vm, this);
    for at in range {
        let Some(item) = item(vm, this, at) else { break };
        let equal = vm.item_equals(item, value)?;
        if state(vm, this) != start {
            return Err(mutated(vm, error));
        }
        if equal {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn not_in(vm: &mut Vm, value: Id) -> R<Raised> {
    let text = vm.repr_text(value)?;
    Ok(vm.value_error(format!("{text} is not in deque")))
}

fn remove(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let len = length(vm, this);
    match find(vm, this, args.pos[0], 0..len, Exceptions::INDEX_ERROR)? {
        Some(at) => {
            delete(vm, this, at);
            Ok(Singletons::NONE)
        }
        None => Err(not_in(vm, args.pos[0])?),
    }
}

fn index(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let len = length(vm, this);
    let mut bound = |at: usize, default: usize| -> R<usize> {
        let Some(given) = args.get(at) else { return Ok(default) };
        if !vm.has_index(given) {
            return Err(vm.type_error("slice indices must be integers or have an __index__ method"));
        }
        let value = vm.slice_bound(given)?;
        let value = if value < 0 { value.saturating_add(len as i64).max(0) } else { value };
        Ok(saturating_count(value).min(len))
    };
    let (start, stop) = (bound(1, 0)?, bound(2, len)?);
    match find(vm, this, args.pos[0], start..stop, Exceptions::RUNTIME_ERROR)? {
        Some(at) => Ok(vm.new_int(at as i64)),
        None => Err(not_in(vm, args.pos[0])?),
    }
}

fn contains(vm: &mut Vm, this: Id, value: Id) -> R<bool> {
    let len = length(vm, this);
    Ok(find(vm, this, value, 0..len, Exceptions::RUNTIME_ERROR)?.is_some())
}

fn count(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (mut count, mut from, len) = (0, 0, length(vm, this));
    while let Some(at) = find(vm, this, args.pos[0], from..len, Exceptions::RUNTIME_ERROR)? {
        count += 1;
        from = at + 1;
    }
    Ok(vm.new_int(count))
}

/// An index as the sequence protocol takes it: negative ones count from the end.
fn position(vm: &mut Vm, this: Id, key: Id) -> R<usize> {
    if !vm.has_index(key) {
        return Err(vm.type_error_for(key, "sequence index must be integer, not '{}'"));
    }
    let index = vm.subscript_index(key)?;
    let len = length(vm, this);
    let index = if index < 0 { index.saturating_add(len as i64) } else { index };
    match usize::try_from(index) {
        Ok(index) if index < len => Ok(index),
        _ => Err(vm.index_error("deque index out of range")),
    }
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    let at = position(vm, this, key)?;
    let item = item(vm, this, at);
    Ok(vm.or_none(item))
}

fn setitem(vm: &mut Vm, this: Id, key: Id, value: Option<Id>) -> R<()> {
    let at = position(vm, this, key)?;
    let Some(value) = value else {
        delete(vm, this, at);
        return Ok(());
    };
    vm.heap.incref(value);
    let old = match vm.native_mut::<Deque>(this).and_then(|deque| deque.items.get_mut(at)) {
        Some(place) => std::mem::replace(place, value),
        None => value,
    };
    vm.decref(old);
    Ok(())
}

/// deque_copy: of the same class, made by calling that.
pub(super) fn copy(vm: &mut Vm, this: Id) -> R<Id> {
    let class = vm.class_of(this);
    let max = vm.native::<Deque>(this).and_then(|deque| deque.max);
    if class == TypeTable::DEQUE {
        let empty = Deque { items: VecDeque::new(), left: CENTRE, state: 0, max };
        let copy = vm.new_native(class, empty);
        return match vm.deque_extend(copy, this) {
            Ok(()) => Ok(copy),
            Err(raised) => {
                vm.decref(copy);
                Err(raised)
            }
        };
    }
    let copy = match max {
        Some(max) => {
            let max = vm.new_int(max as i64);
            vm.keep(max);
            vm.call(class, &[this, max])?
        }
        None => vm.call(class, &[this])?,
    };
    if vm.native::<Deque>(copy).is_none() {
        let (wanted, given) = (vm.class_name(class), vm.type_name(copy));
        vm.decref(copy);
        return Err(vm.type_error(format!("{wanted}() must return a deque, not {given}")));
    }
    Ok(copy)
}

fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let class = vm.class_of(this);
    let dict = if class == TypeTable::DEQUE { None } else { vm.instance_dict(this) };
    let dict = dict.filter(|&dict| vm.dict(dict).is_some_and(|d| !d.is_empty()));
    let state = vm.or_none(dict);
    let arguments = match vm.native::<Deque>(this).and_then(|deque| deque.max) {
        Some(max) => {
            let max = vm.new_int(max as i64);
            vm.new_tuple(vec![Singletons::EMPTY_TUPLE, max])
        }
        None => Singletons::EMPTY_TUPLE,
    };
    let items = deque_iterator::over(vm, this, false);
    vm.heap.incref(class);
    Ok(vm.new_tuple(vec![class, arguments, state, items]))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    if vm.enter_repr(this) {
        return Ok(vm.new_str("[...]"));
    }
    let text = vm.list_from(this).and_then(|items| {
        let text = vm.repr_text(items);
        vm.decref(items);
        text
    });
    vm.leave_repr(this);
    let (name, text) = (vm.bare_type_name(this), text?);
    let max = vm.native::<Deque>(this).and_then(|deque| deque.max);
    Ok(vm.new_str(match max {
        Some(max) => format!("{name}({text}, maxlen={max})"),
        None => format!("{name}({text})"),
    }))
}

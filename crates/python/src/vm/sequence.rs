//! Sequences and iteration: what the loop and the builtin containers share.

use ouro_heap::Id;

use super::args::plural;
use super::{Names, R, Raised, Singletons, Vm};
use crate::bytecode::Comparison;
use crate::native::Args;
use crate::object::{Data, free_list};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// Bytes that one reference takes in CPython's arrays.
const POINTER: usize = 8;

/// What list_extend takes for the length of iterables that do not tell.
const DEFAULT_HINT: usize = 8;
/// What PySequence_Tuple takes for it.
const DEFAULT_TUPLE_HINT: usize = 10;
/// Free lists keep tuples up to this length.
const LONGEST_KEPT: usize = free_list::TUPLES as usize;

impl Vm {
    /// The item of a list or tuple at an index: borrowed.
    #[inline]
    pub(crate) fn sequence_item(&self, sequence: Id, index: usize) -> Option<Id> {
        self.sequence_items(sequence)?.get(index).copied()
    }

    /// The items of a list or tuple.
    #[inline]
    pub(crate) fn sequence_items(&self, sequence: Id) -> Option<&[Id]> {
        match self.data(sequence) {
            Data::List(items) => Some(items),
            Data::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// Whether an item of a container which the comparison may change equals a value that the caller has: only the item
    /// is held (listobject.c, list_count).
    pub(crate) fn item_equals(&mut self, item: Id, value: Id) -> R<bool> {
        self.heap.incref(item);
        let result = self.compare_bool(item, value, Comparison::Eq);
        self.decref(item);
        result
    }

    /// As `compare_bool`, for operands that live in a container which the comparison may change.
    pub(crate) fn compare_held(&mut self, a: Id, b: Id, op: Comparison) -> R<bool> {
        self.heap.incref(a);
        self.heap.incref(b);
        let result = self.compare_bool(a, b, op);
        self.decref(a);
        self.decref(b);
        result
    }

    /// Appends the repr of an object that lives in a container.
    pub(crate) fn append_repr(&mut self, object: Id, text: &mut String) -> R<()> {
        let repr = self.repr(object)?;
        if let Some(part) = self.str_data(repr) {
            text.push_str(part.as_str());
        }
        self.decref(repr);
        self.check_size(text.len())
    }

    /// Puts two items, whose references it takes, into the tuple that an iterator gave out last, if nobody kept that;
    /// else makes a new one (enumobject.c, dictobject.c). A new reference to the tuple.
    pub(crate) fn recycle_pair(&mut self, last: Id, first: Id, second: Id) -> Id {
        if self.heap.refcount(last) != 1 {
            return self.new_pair(first, second);
        }
        let old = match self.data_mut(last) {
            Data::Tuple(items) => std::mem::replace(items, Box::new([first, second])),
            _ => return self.new_pair(first, second),
        };
        self.heap.incref(last);
        if !self.heap.is_tracked(last) {
            self.heap.track(last);
        }
        self.decref_all(old);
        last
    }

    /// MemoryError unless a list or tuple of so many items fits.
    pub(crate) fn check_items(&mut self, count: usize) -> R<()> {
        self.check_size(count.saturating_mul(POINTER))
    }

    /// Checks the arguments of a type that takes only positional ones: "list expected at most 1 argument, got 2".
    pub(crate) fn expect_positional(&mut self, name: &str, args: &Args, min: usize, max: usize) -> R<()> {
        if !args.kw.is_empty() {
            return Err(self.type_error(format!("{name}() takes no keyword arguments")));
        }
        self.expect_count(name, args.pos.len(), min, max)
    }

    /// Checks a number of positional arguments (getargs.c, _PyArg_CheckPositional).
    pub(crate) fn expect_count(&mut self, name: &str, given: usize, min: usize, max: usize) -> R<()> {
        let (bound, relation) = match given {
            n if n < min => (min, if min == max { "" } else { "at least " }),
            n if n > max => (max, if min == max { "" } else { "at most " }),
            _ => return Ok(()),
        };
        Err(self.type_error(format!("{name} expected {relation}{bound} argument{}, got {given}", plural(bound))))
    }

    /// Whether a class has the constructor's second half of a builtin type: then that type refuses keywords for it.
    pub(crate) fn inherits_init(&mut self, class: Id, base: Id) -> bool {
        class == base || self.type_lookup(class, Names::INIT) == self.type_lookup(base, Names::INIT)
    }

    /// The items of an exact builtin container as new references: no code runs.
    fn snapshot(&mut self, iterable: Id) -> Option<Vec<Id>> {
        let class = self.class_of(iterable);
        let items: Vec<Id> = if class == TypeTable::LIST || class == TypeTable::TUPLE {
            self.sequence_items(iterable)?.to_vec()
        } else if class == TypeTable::DICT {
            self.dict(iterable)?.iter().map(|entry| entry.key).collect()
        } else if class == TypeTable::SET || class == TypeTable::FROZENSET {
            self.set(iterable)?.iter().map(|(_, key)| key).collect()
        } else {
            return None;
        };
        items.iter().for_each(|&item| self.heap.incref(item));
        Some(items)
    }

    /// All items of an iterable, as new references.
    pub fn collect(&mut self, iterable: Id) -> R<Vec<Id>> {
        if let Some(items) = self.snapshot(iterable) {
            return Ok(items);
        }
        let iterator = self.iter(iterable)?;
        self.exhaust(iterator)
    }

    /// All remaining items of an iterator, whose reference is taken over. The items so far are among the kept
    /// references, so that they are released, the last first, if the iterator fails.
    fn exhaust(&mut self, iterator: Id) -> R<Vec<Id>> {
        let mark = self.temps.len();
        loop {
            match self.step(iterator) {
                Ok(Some(item)) => {
                    self.temps.push(item);
                    let count = self.temps.len() - mark;
                    if count.is_power_of_two()
                        && let Err(raised) = self.check_items(count)
                    {
                        return Err(self.abandon(iterator, mark, raised));
                    }
                }
                Ok(None) => break,
                Err(raised) => return Err(self.abandon(iterator, mark, raised)),
            }
        }
        let items = self.temps.drain(mark..).collect();
        self.decref(iterator);
        Ok(items)
    }

    fn abandon(&mut self, iterator: Id, mark: usize, raised: Raised) -> Raised {
        self.decref(iterator);
        self.release_kept(mark);
        raised
    }

    /// The next item of an iterator that a loop in Rust drives: what the step kept is released at once, and the loop
    /// is counted as a loop of the program is, so that the machine's limits end an endless one.
    pub(crate) fn step(&mut self, iterator: Id) -> R<Option<Id>> {
        let mark = self.temps.len();
        self.count_native_step()?;
        let item = self.next(iterator)?;
        self.release_kept(mark);
        Ok(item)
    }

    /// As [`Vm::step`], for an iterator inside another, such as [`Vm::next_inner`] asks.
    pub(crate) fn step_inner(&mut self, iterator: Id) -> R<Option<Id>> {
        self.enter_native("")?;
        let item = self.step(iterator);
        self.leave_native();
        item
    }

    /// Calls `each` with every item of an iterable, as a new reference, until it returns false.
    pub(crate) fn for_each(&mut self, iterable: Id, mut each: impl FnMut(&mut Vm, Id) -> R<bool>) -> R<()> {
        let iterator = self.iter(iterable)?;
        let result = loop {
            match self.step(iterator) {
                Ok(Some(item)) => match each(self, item) {
                    Ok(true) => {}
                    Ok(false) => break Ok(()),
                    Err(raised) => break Err(raised),
                },
                Ok(None) => break Ok(()),
                Err(raised) => break Err(raised),
            }
        };
        self.decref(iterator);
        result
    }

    /// How many items an iterable says it has (abstract.c, PyObject_LengthHint).
    pub(crate) fn length_hint(&mut self, iterable: Id, default: usize) -> R<usize> {
        let class = self.class_of(iterable);
        if self.class(class).slots.len.is_some() {
            match self.len(iterable) {
                Ok(len) => return Ok(len),
                Err(raised) => self.expect_raised(raised, Exceptions::TYPE_ERROR)?,
            }
        }
        if self.type_lookup(class, Names::LENGTH_HINT).is_none() {
            return Ok(default);
        }
        let hint = match self.call_method(iterable, Names::LENGTH_HINT, &[]) {
            Ok(hint) => hint,
            Err(raised) => {
                self.expect_raised(raised, Exceptions::TYPE_ERROR)?;
                return Ok(default);
            }
        };
        if hint == Singletons::NOT_IMPLEMENTED {
            return Ok(default);
        }
        let (value, is_int, name) = (self.int_value(hint), self.big_int_value(hint).is_some(), self.type_name(hint));
        self.decref(hint);
        match value {
            Some(value) => usize::try_from(value).map_err(|_| self.value_error("__length_hint__() should return >= 0")),
            None if is_int => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
            None => Err(self.type_error(format!("__length_hint__ must be an integer, not {name}"))),
        }
    }

    /// Appends all items of an iterable to a list (listobject.c, _list_extend).
    pub fn list_extend(&mut self, list: Id, iterable: Id) -> R<()> {
        let class = self.class_of(iterable);
        if class == TypeTable::LIST || class == TypeTable::TUPLE || iterable == list {
            let items = self.sequence_items(iterable).unwrap_or_default().to_vec();
            self.check_items(items.len() + self.list_items(list).map_or(0, |l| l.len()))?;
            items.iter().for_each(|&item| self.heap.incref(item));
            if let Some(target) = self.list_items_mut(list) {
                target.extend_sized(&items);
            }
            return Ok(());
        }
        // Sets and dicts are read without an iterator since 3.13 (listobject.c, _list_extend).
        let items = match self.version.number {
            (3, ..=12, _) => None,
            _ => self.snapshot(iterable).or_else(|| self.dict_view_items(iterable)),
        };
        if let Some(items) = items {
            if let Some(target) = self.list_items_mut(list) {
                target.extend_resized(&items);
            }
            return Ok(());
        }
        let iterator = self.iter(iterable)?;
        let result = self.list_extend_iterator(list, iterable, iterator);
        self.decref(iterator);
        result
    }

    /// listobject.c, list_extend_iter_lock_held
    fn list_extend_iterator(&mut self, list: Id, iterable: Id, iterator: Id) -> R<()> {
        let hint = self.length_hint(iterable, DEFAULT_HINT)?;
        self.check_items(hint)?;
        if let Some(target) = self.list_items_mut(list) {
            target.preallocate(hint);
        }
        while let Some(item) = self.step(iterator)? {
            if let Some(target) = self.list_items_mut(list) {
                target.push(item);
                let allocated = target.allocated();
                if target.len() == allocated {
                    self.check_items(allocated)?;
                }
            }
        }
        if let Some(target) = self.list_items_mut(list) {
            target.trim();
        }
        Ok(())
    }

    /// A new list of all items of an iterable.
    pub(crate) fn list_from(&mut self, iterable: Id) -> R<Id> {
        let list = self.new_list(Vec::new());
        match self.list_extend(list, iterable) {
            Ok(()) => Ok(list),
            Err(raised) => {
                self.decref(list);
                Err(raised)
            }
        }
    }

    /// A tuple of all items of an iterable; an exact tuple is its own (abstract.c, PySequence_Tuple).
    pub(crate) fn tuple_from(&mut self, iterable: Id) -> R<Id> {
        if self.class_of(iterable) == TypeTable::TUPLE {
            return Ok(self.incref(iterable));
        }
        if let Some(items) = self.snapshot(iterable) {
            let from_list = self.class_of(iterable) == TypeTable::LIST;
            return Ok(if from_list { self.pack_tuple(items) } else { self.new_tuple(items) });
        }
        let iterator = self.iter(iterable)?;
        if !self.version.tuples_made_before_items {
            let items = self.exhaust(iterator)?;
            return Ok(self.new_tuple(items));
        }
        let room =
            match self.length_hint(iterable, DEFAULT_TUPLE_HINT).and_then(|hint| self.check_items(hint).map(|()| hint))
            {
                Ok(room) => room,
                Err(raised) => {
                    self.decref(iterator);
                    return Err(raised);
                }
            };
        // No longer than shows in free lists.
        let tuple = self.new_tuple(vec![Singletons::NONE; room.min(LONGEST_KEPT + 1)]);
        match self.exhaust(iterator) {
            Ok(items) if !items.is_empty() && tuple != Singletons::EMPTY_TUPLE => {
                *self.heap.get_mut(tuple) = Data::Tuple(items.into());
                Ok(tuple)
            }
            Ok(items) => {
                self.decref(tuple);
                Ok(self.new_tuple(items))
            }
            Err(raised) => {
                self.decref(tuple);
                Err(raised)
            }
        }
    }

    /// As [`Vm::collect`], asking first how many there will be.
    pub(crate) fn tuple_items_from(&mut self, iterable: Id) -> R<Vec<Id>> {
        if let Some(items) = self.snapshot(iterable) {
            return Ok(items);
        }
        let iterator = self.iter(iterable)?;
        match self.length_hint(iterable, DEFAULT_HINT).and_then(|hint| self.check_items(hint)) {
            Ok(()) => self.exhaust(iterator),
            Err(raised) => {
                self.decref(iterator);
                Err(raised)
            }
        }
    }

    /// Exactly `n` items of an iterable, as new references, the first first (ceval.c, _PyEval_UnpackIterable).
    pub fn unpack_sequence(&mut self, iterable: Id, n: usize) -> R<Vec<Id>> {
        let class = self.class_of(iterable);
        if (class == TypeTable::TUPLE || class == TypeTable::LIST)
            && self.sequence_items(iterable).is_some_and(|items| items.len() == n)
            && let Some(items) = self.snapshot(iterable)
        {
            return Ok(items);
        }
        let iterator = self.iter_to_unpack(iterable)?;
        let mark = self.temps.len();
        if let Err(raised) =
            self.take_items(iterator, n, |got| format!("not enough values to unpack (expected {n}, got {got})"))
        {
            return Err(self.abandon_unpacking(iterator, mark, raised));
        }
        match self.step(iterator) {
            Ok(None) => {}
            Ok(Some(extra)) => {
                self.decref(extra);
                let got = match self.data(iterable) {
                    Data::List(_) | Data::Tuple(_) | Data::Dict(_) if self.version.unpacking_counts => {
                        format!(", got {}", self.len(iterable)?)
                    }
                    _ => String::new(),
                };
                let raised = self.value_error(format!("too many values to unpack (expected {n}{got})"));
                return Err(self.abandon_unpacking(iterator, mark, raised));
            }
            Err(raised) => return Err(self.abandon_unpacking(iterator, mark, raised)),
        }
        let items = self.temps.drain(mark..).collect();
        self.decref(iterator);
        Ok(items)
    }

    /// `before` items of an iterable, then a list of those in the middle, then `after` items: new references
    /// (ceval.c, _PyEval_UnpackIterable).
    pub fn unpack_ex(&mut self, iterable: Id, before: usize, after: usize) -> R<Vec<Id>> {
        let iterator = self.iter_to_unpack(iterable)?;
        let mark = self.temps.len();
        let least = before + after;
        let too_few = |got: usize| format!("not enough values to unpack (expected at least {least}, got {got})");
        if let Err(raised) = self.take_items(iterator, before, too_few) {
            return Err(self.abandon_unpacking(iterator, mark, raised));
        }
        let inner = self.temps.len();
        let list = match self.list_from(iterator) {
            Ok(list) => {
                self.release_kept(inner);
                list
            }
            Err(raised) => return Err(self.abandon_unpacking(iterator, mark, raised)),
        };
        self.temps.push(list);
        let tail = match self.list_items_mut(list) {
            Some(items) if items.len() >= after => items.cut(items.len() - after),
            _ => {
                let got = before + self.list_items(list).map_or(0, |items| items.len());
                let raised = self.value_error(too_few(got));
                return Err(self.abandon_unpacking(iterator, mark, raised));
            }
        };
        let mut items: Vec<Id> = self.temps.drain(mark..).collect();
        items.extend(tail);
        self.decref(iterator);
        Ok(items)
    }

    fn iter_to_unpack(&mut self, iterable: Id) -> R<Id> {
        if self.is_iterable(iterable) {
            self.iter(iterable)
        } else {
            Err(self.type_error_for(iterable, "cannot unpack non-iterable {} object"))
        }
    }

    /// Whether `iter()` has something to call: a method of its own, or `__getitem__`.
    pub(crate) fn is_iterable(&self, object: Id) -> bool {
        self.class(self.class_of(object)).slots.iter.is_some() || self.is_sequence(object)
    }

    /// abstract.c, PySequence_Check
    pub(crate) fn is_sequence(&self, object: Id) -> bool {
        let class = self.class_of(object);
        self.class(class).slots.getitem.is_some()
            && ![TypeTable::DICT, TypeTable::MAPPING_PROXY, TypeTable::GENERIC_ALIAS]
                .iter()
                .any(|&mapping| self.is_subclass(class, mapping))
    }

    /// Moves `n` items to the kept references, or raises ValueError with the message for how many there were.
    fn take_items(&mut self, iterator: Id, n: usize, too_few: impl Fn(usize) -> String) -> R<()> {
        for got in 0..n {
            match self.step(iterator)? {
                Some(item) => self.temps.push(item),
                None => return Err(self.value_error(too_few(got))),
            }
        }
        Ok(())
    }

    fn abandon_unpacking(&mut self, iterator: Id, mark: usize, raised: Raised) -> Raised {
        self.release_kept(mark);
        self.decref(iterator);
        raised
    }

    /// An index in a subscript; IndexError where it does not fit (PyNumber_AsSsize_t).
    #[inline]
    pub(crate) fn subscript_index(&mut self, index: Id) -> R<i64> {
        match self.int_value(index) {
            Some(value) => Ok(value),
            None => self.clamped_index(index, None),
        }
    }

    /// An index: where it does not fit, `clamp` chooses between the nearest that does and IndexError.
    fn clamped_index(&mut self, index: Id, clamp: Option<()>) -> R<i64> {
        let big = self.big_index(index)?;
        if let Some(value) = num_traits::ToPrimitive::to_i64(&big) {
            return Ok(value);
        }
        // That it does not fit is an error first (abstract.c, PyNumber_AsSsize_t).
        let overflow = self.overflow_error("");
        self.discard(overflow);
        match clamp {
            Some(()) if big.sign() == num_bigint::Sign::Minus => Ok(i64::MIN),
            Some(()) => Ok(i64::MAX),
            None => {
                let name = self.type_name(index);
                Err(self.index_error(format!("cannot fit '{name}' into an index-sized integer")))
            }
        }
    }

    /// Whether an object can be an index: an int, or with `__index__`.
    #[inline]
    pub(crate) fn has_index(&self, object: Id) -> bool {
        self.class(self.class_of(object)).slots.index.is_some()
    }

    /// Start or stop of a slice or of `list.index`: values that do not fit are clamped (ceval.c, _PyEval_SliceIndex).
    pub(crate) fn slice_bound(&mut self, bound: Id) -> R<i64> {
        if let Some(value) = self.int_value(bound) {
            return Ok(value);
        }
        if !self.has_index(bound) {
            return Err(self.type_error("slice indices must be integers or None or have an __index__ method"));
        }
        self.clamped_index(bound, Some(()))
    }

    /// Start, stop and step of a slice object for a sequence of this length: start and stop lie within it.
    pub fn slice_indices(&mut self, slice: Id, len: usize) -> R<(i64, i64, i64)> {
        let (start, stop, step) = self.slice_unpack(slice)?;
        let (start, stop) = adjust_slice(len, start, stop, step);
        Ok((start, stop, step))
    }

    /// Start, stop and step of a slice object before the length is known (sliceobject.c, PySlice_Unpack).
    pub(crate) fn slice_unpack(&mut self, slice: Id) -> R<(i64, i64, i64)> {
        let Data::Slice(parts) = self.data(slice) else {
            return Err(self.type_error("slice indices must be integers or None or have an __index__ method"));
        };
        let [start, stop, step] = **parts;
        let step = if step == Singletons::NONE { 1 } else { self.slice_bound(step)? };
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let step = step.max(-i64::MAX);
        let start = match start {
            Singletons::NONE if step < 0 => i64::MAX,
            Singletons::NONE => 0,
            bound => self.slice_bound(bound)?,
        };
        let stop = match stop {
            Singletons::NONE if step < 0 => i64::MIN,
            Singletons::NONE => i64::MAX,
            bound => self.slice_bound(bound)?,
        };
        Ok((start, stop, step))
    }
}

/// Brings start and stop into a sequence of this length (sliceobject.c, PySlice_AdjustIndices).
pub fn adjust_slice(len: usize, start: i64, stop: i64, step: i64) -> (i64, i64) {
    let len = i64::try_from(len).unwrap_or(i64::MAX);
    let adjust = |bound: i64| {
        if bound < 0 {
            let bound = bound.saturating_add(len);
            if bound < 0 { if step < 0 { -1 } else { 0 } } else { bound }
        } else if bound >= len {
            if step < 0 { len - 1 } else { len }
        } else {
            bound
        }
    };
    (adjust(start), adjust(stop))
}

/// A count from an int: 0 for a negative one, and the greatest there is, which no check of a size lets pass, where the
/// engine's own 32 bits cannot hold it.
pub(crate) fn saturating_count(value: i64) -> usize {
    usize::try_from(value.max(0)).unwrap_or(usize::MAX)
}

/// How many items a slice with adjusted bounds has.
pub fn slice_length(start: i64, stop: i64, step: i64) -> usize {
    let length = if step < 0 {
        if stop < start { (start - stop - 1) / -step + 1 } else { 0 }
    } else if start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    usize::try_from(length).unwrap_or(0)
}

//! What every object can be asked, as CPython's abstract object layer does it (object.c, abstract.c).

use num_bigint::BigInt;
use ouro_heap::Id;
use smallvec::SmallVec;

use super::{Names, R, Singletons, Vm};
use crate::native::Args;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

impl Vm {
    /// `repr(object)`: a str.
    pub fn repr(&mut self, object: Id) -> R<Id> {
        self.check_signals();
        let Some(repr) = self.class(self.class_of(object)).slots.repr else {
            let text = format!("<{} object at {:#x}>", self.type_name(object), self.address(object));
            return Ok(self.new_str(text));
        };
        self.enter_native(" while getting the repr of an object")?;
        let result = repr(self, object);
        self.leave_native();
        self.expect_str_result(result?, "__repr__")
    }

    /// `str(object)`: a str.
    pub fn str(&mut self, object: Id) -> R<Id> {
        self.check_signals();
        if self.class_of(object) == TypeTable::STR {
            return Ok(self.incref(object));
        }
        let Some(str) = self.class(self.class_of(object)).slots.str else {
            return self.repr(object);
        };
        self.enter_native(" while getting the str of an object")?;
        let result = str(self, object);
        self.leave_native();
        self.expect_str_result(result?, "__str__")
    }

    fn expect_str_result(&mut self, result: Id, method: &str) -> R<Id> {
        if self.str_data(result).is_some() {
            return Ok(result);
        }
        let name = self.type_name(result);
        self.decref(result);
        Err(self.type_error(format!("{method} returned non-string (type {name})")))
    }

    /// `hash(object)`
    #[inline]
    pub fn hash(&mut self, object: Id) -> R<i64> {
        if self.class_of(object) == TypeTable::STR
            && let Data::Str(s) = self.heap.get(object)
        {
            return Ok(s.hash());
        }
        match self.class(self.class_of(object)).slots.hash {
            Some(hash) => hash(self, object),
            None => Err(self.type_error_for(object, "unhashable type: '{}'")),
        }
    }

    /// The hash of what is to be a dict's key or a set's element (dictobject.c, dict_unhashable_type).
    #[inline]
    pub(crate) fn hash_for(&mut self, object: Id, place: &str) -> R<i64> {
        match self.hash(object) {
            Err(raised) if self.version.unhashable_says_where => Err(self.unhashable(raised, object, place)),
            hash => hash,
        }
    }

    #[cold]
    fn unhashable(&mut self, raised: super::Raised, object: Id, place: &str) -> super::Raised {
        if self.raised.is_none_or(|error| self.class_of(error) != Exceptions::TYPE_ERROR) {
            return raised;
        }
        let Some(error) = self.catch(raised) else { return self.type_error("unhashable") };
        let raised = match self.display_text(error) {
            Ok(text) => {
                let name = self.type_name(object);
                self.type_error(format!("cannot use '{name}' as a {place} ({text})"))
            }
            Err(raised) => raised,
        };
        self.decref(error);
        raised
    }

    /// Truth (object.c, PyObject_IsTrue).
    #[inline]
    pub fn is_true(&mut self, object: Id) -> R<bool> {
        if object == Singletons::TRUE {
            return Ok(true);
        }
        if object == Singletons::FALSE || object == Singletons::NONE {
            return Ok(false);
        }
        let slots = &self.class(self.class_of(object)).slots;
        if let Some(bool) = slots.bool {
            return bool(self, object);
        }
        match slots.len {
            Some(len) => Ok(len(self, object)? != 0),
            None => Ok(true),
        }
    }

    /// `len(object)`
    pub fn len(&mut self, object: Id) -> R<usize> {
        match self.class(self.class_of(object)).slots.len {
            Some(len) => len(self, object),
            None => Err(self.type_error_for(object, "object of type '{}' has no len()")),
        }
    }

    /// `object[key]`
    pub fn getitem(&mut self, object: Id, key: Id) -> R<Id> {
        if let Some(getitem) = self.class(self.class_of(object)).slots.getitem {
            return getitem(self, object, key);
        }
        if let Data::Class(_) = self.heap.get(object) {
            if object == TypeTable::TYPE {
                return Ok(self.new_generic_alias(object, key));
            }
            let name = Names::CLASS_GETITEM;
            if let Some(method) = self.getattr_opt(object, name)? {
                self.keep(method);
                return self.call(method, &[key]);
            }
            let name = self.class(object).name.clone();
            return Err(self.type_error(format!("type '{name}' is not subscriptable")));
        }
        Err(self.type_error_for(object, "'{}' object is not subscriptable"))
    }

    /// `object[key] = value`
    pub fn setitem(&mut self, object: Id, key: Id, value: Id) -> R<()> {
        match self.class(self.class_of(object)).slots.setitem {
            Some(setitem) => setitem(self, object, key, Some(value)),
            None => Err(self.type_error_for(object, "'{}' object does not support item assignment")),
        }
    }

    /// `del object[key]`
    pub fn delitem(&mut self, object: Id, key: Id) -> R<()> {
        match self.class(self.class_of(object)).slots.setitem {
            Some(setitem) => setitem(self, object, key, None),
            None => {
                // A sequence asked for an index words it differently (PySequence_DelItem).
                let class = self.class(self.class_of(object));
                let is_sequence = class.flags.heap_type || class.slots.len.is_some();
                let does_not = if is_sequence && self.has_index(key) { "doesn't" } else { "does not" };
                Err(self.type_error_for(object, &format!("'{{}}' object {does_not} support item deletion")))
            }
        }
    }

    /// `item in container`
    pub fn contains(&mut self, container: Id, item: Id) -> R<bool> {
        if let Some(contains) = self.class(self.class_of(container)).slots.contains {
            return contains(self, container, item);
        }
        let slots = &self.class(self.class_of(container)).slots;
        if slots.iter.is_none() && slots.getitem.is_none() {
            return Err(self.type_error_for(container, "argument of type '{}' is not iterable"));
        }
        let iterator = self.iter(container)?;
        let found = self.iterator_contains(iterator, item);
        self.decref(iterator);
        found
    }

    fn iterator_contains(&mut self, iterator: Id, item: Id) -> R<bool> {
        while let Some(next) = self.next(iterator)? {
            let equal = self.compare_bool(next, item, crate::bytecode::Comparison::Eq);
            self.decref(next);
            if equal? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `iter(object)`
    pub fn iter(&mut self, object: Id) -> R<Id> {
        let slots = &self.class(self.class_of(object)).slots;
        if let Some(iter) = slots.iter {
            let iterator = iter(self, object)?;
            if self.class(self.class_of(iterator)).slots.next.is_none() {
                let name = self.type_name(iterator);
                self.decref(iterator);
                return Err(self.type_error(format!("iter() returned non-iterator of type '{name}'")));
            }
            return Ok(iterator);
        }
        if slots.getitem.is_some() && self.type_lookup(self.class_of(object), Names::GETITEM).is_some() {
            return Ok(self.new_sequence_iterator(object));
        }
        Err(self.type_error_for(object, "'{}' object is not iterable"))
    }

    /// The next item: `None` at the end (abstract.c, PyIter_Next).
    #[inline]
    pub fn next(&mut self, iterator: Id) -> R<Option<Id>> {
        match self.next_or_stop(iterator) {
            Err(raised) => self.expect_raised(raised, Exceptions::STOP_ITERATION).map(|()| None),
            item => item,
        }
    }

    /// `tp_iternext`: at the end `None`, or StopIteration with what an iterator gave it.
    #[inline]
    pub fn next_or_stop(&mut self, iterator: Id) -> R<Option<Id>> {
        match self.class(self.class_of(iterator)).slots.next {
            Some(next) => next(self, iterator),
            None => Err(self.type_error_for(iterator, "'{}' object is not an iterator")),
        }
    }

    /// As [`Vm::next`], for an iterator inside another: they nest as deep as a program likes, and each level takes some of
    /// the engine's stack.
    pub fn next_inner(&mut self, iterator: Id) -> R<Option<Id>> {
        self.enter_native("")?;
        let item = self.next(iterator);
        self.leave_native();
        item
    }

    /// An int from an object with `__index__`: a new reference to an int (abstract.c, PyNumber_Index).
    pub fn index_object(&mut self, object: Id) -> R<Id> {
        if matches!(self.data(object), Data::Int(_) | Data::BigInt(_)) {
            return Ok(self.incref(object));
        }
        let Some(index) = self.class(self.class_of(object)).slots.index else {
            return Err(self.type_error_for(object, "'{}' object cannot be interpreted as an integer"));
        };
        let result = index(self, object)?;
        if !matches!(self.data(result), Data::Int(_) | Data::BigInt(_)) {
            let name = self.type_name(result);
            self.decref(result);
            return Err(self.type_error(format!("__index__ returned non-int (type {name})")));
        }
        Ok(result)
    }

    /// `operator.index(object)` as a number that fits, or OverflowError.
    pub fn index(&mut self, object: Id) -> R<i64> {
        if let Some(value) = self.int_value(object) {
            return Ok(value);
        }
        let int = self.index_object(object)?;
        let value = self.int_value(int);
        self.decref(int);
        value.ok_or_else(|| self.overflow_error("Python int too large to convert to C ssize_t"))
    }

    /// `operator.index(object)` of any size.
    pub fn big_index(&mut self, object: Id) -> R<BigInt> {
        let int = self.index_object(object)?;
        let value = self.big_int_value(int);
        self.decref(int);
        Ok(value.unwrap_or_default())
    }

    /// `format(object, spec)`: a str.
    pub fn format(&mut self, object: Id, spec: &str) -> R<Id> {
        self.format_bound(object, spec, true)
    }

    /// As [`Vm::format`]; `bound` says whether the method is bound also of the types that need none
    /// (unicode_format.h, render_field).
    pub(crate) fn format_bound(&mut self, object: Id, spec: &str, bound: bool) -> R<Id> {
        if spec.is_empty() {
            let class = self.class_of(object);
            if class == TypeTable::STR {
                return Ok(self.incref(object));
            }
            if class == TypeTable::INT {
                return self.str(object);
            }
        }
        let spec = self.new_str(spec);
        const UNBOUND: [Id; 4] = [TypeTable::STR, TypeTable::INT, TypeTable::FLOAT, TypeTable::COMPLEX];
        let result = if bound || !UNBOUND.contains(&self.class_of(object)) {
            self.call_special(object, Names::FORMAT, &[spec])
        } else {
            self.call_slot_method(object, Names::FORMAT, &[spec])
        };
        self.decref(spec);
        let Some(result) = result? else {
            return Err(self.type_error_for(object, "Type {} doesn't define __format__"));
        };
        if self.str_data(result).is_none() {
            let name = self.type_name(result);
            self.decref(result);
            return Err(self.type_error(format!("__format__ must return a str, not {name}")));
        }
        Ok(result)
    }

    /// Calls a method found on the class, bound to its object for that (CPython 3.13 typeobject.c,
    /// _PyObject_LookupSpecial); `None` if there is none.
    pub fn call_special(&mut self, object: Id, name: Id, args: &[Id]) -> R<Option<Id>> {
        if self.type_lookup(self.class_of(object), name).is_none() {
            return Ok(None);
        }
        let bound = self.bind_special(object, name)?;
        let result = self.call(bound, args);
        self.decref(bound);
        result.map(Some)
    }

    /// As [`Vm::call_special`], for `round` and its like.
    pub(crate) fn call_rounding(&mut self, object: Id, name: Id, args: &[Id]) -> R<Option<Id>> {
        if self.version.rounding_binds {
            self.call_special(object, name, args)
        } else {
            self.call_slot_method(object, name, args)
        }
    }

    /// Calls a method found on the class, as a slot of a class calls dunder methods; `None` if there is none.
    pub(crate) fn call_slot_method(&mut self, object: Id, name: Id, args: &[Id]) -> R<Option<Id>> {
        let class = self.class_of(object);
        let Some(method) = self.type_lookup(class, name) else { return Ok(None) };
        self.heap.incref(method);
        let result = if self.binds_as_method(method) {
            let mut all: smallvec::SmallVec<[Id; 6]> = smallvec::smallvec![object];
            all.extend_from_slice(args);
            self.call(method, &all)
        } else {
            match self.class(self.class_of(method)).slots.descr_get {
                None => self.call(method, args),
                Some(get) => match get(self, method, Some(object), Some(class)) {
                    Ok(bound) => {
                        let result = self.call(bound, args);
                        self.decref(bound);
                        result
                    }
                    Err(raised) => Err(raised),
                },
            }
        };
        self.decref(method);
        result.map(Some)
    }

    /// `object.name(*args)`, without a bound method where none is needed (call.c, PyObject_VectorcallMethod).
    pub(crate) fn vectorcall_method(&mut self, object: Id, name: Id, args: &[Id]) -> R<Id> {
        let Some(method) = self.unbound_method(object, name) else { return self.call_method(object, name, args) };
        let all: SmallVec<[Id; 4]> = [object].iter().chain(args).copied().collect();
        self.heap.incref(method);
        let result = self.call(method, &all);
        self.decref(method);
        result
    }

    /// `object.name(*args)` by a bound method (call.c, PyObject_CallMethod).
    pub fn call_method(&mut self, object: Id, name: Id, args: &[Id]) -> R<Id> {
        let method = self.getattr(object, name)?;
        let result = self.call(method, args);
        self.decref(method);
        result
    }

    /// `callable(*args, **kwargs)` with borrowed arguments.
    pub fn call(&mut self, callable: Id, args: &[Id]) -> R<Id> {
        self.call_args(callable, &Args::positional(args))
    }

    /// `callable(*args, **kwargs)` with borrowed arguments.
    pub fn call_kw(&mut self, callable: Id, args: &[Id], kw: &[(Id, Id)]) -> R<Id> {
        self.call_args(callable, &Args { pos: args, kw })
    }

    /// Whether an object is being repr'd already: then `...` stands for it. Otherwise it is from now on, until
    /// [`Vm::leave_repr`] (object.c, Py_ReprEnter).
    pub fn enter_repr(&mut self, object: Id) -> bool {
        let list = self.repr_list();
        if self.list_items(list).is_some_and(|items| items.contains(&object)) {
            return true;
        }
        self.incref(object);
        if let Some(items) = self.list_items_mut(list) {
            items.push(object);
        }
        false
    }

    /// The list of what is being repr'd: the thread's dict holds it, from the first use on.
    fn repr_list(&mut self) -> Id {
        if let Some((_, list)) = self.repr_state {
            return list;
        }
        let dict = self.new_dict();
        let list = self.new_list(Vec::new());
        self.dict_set_text(dict, "Py_Repr", list);
        self.repr_state = Some((dict, list));
        list
    }

    /// Ends [`Vm::enter_repr`].
    pub fn leave_repr(&mut self, object: Id) {
        let Some((_, list)) = self.repr_state else { return };
        let at = self.list_items(list).and_then(|items| items.iter().rposition(|&o| o == object));
        if let Some(at) = at
            && let Some(items) = self.list_items_mut(list)
        {
            items.remove(at);
            self.decref(object);
        }
    }

    /// Raises MemoryError if an object of so many bytes would pass the limit.
    pub fn check_size(&mut self, bytes: usize) -> R<()> {
        if bytes as u64 > self.byte_limit {
            return Err(self.raise_with(Exceptions::MEMORY_ERROR, &[]));
        }
        Ok(())
    }

    /// Counts a call from Rust into Python; RecursionError at the limit, with what was being done: " in comparison".
    pub fn enter_native(&mut self, doing: &str) -> R<()> {
        // One call more than of frames: CPython counts the two apart, and it is the frame that comes to the limit.
        if self.native_depth >= MAX_NATIVE_DEPTH || self.depth() > self.recursion_limit {
            return Err(self.raise(Exceptions::RECURSION_ERROR, format!("maximum recursion depth exceeded{doing}")));
        }
        self.native_depth += 1;
        Ok(())
    }

    /// Ends [`Vm::enter_native`].
    pub fn leave_native(&mut self) {
        self.native_depth -= 1;
    }

    /// Frames and native calls that are running.
    pub fn depth(&self) -> u32 {
        self.frames.len() as u32 + self.native_depth
    }
}

/// How deep Rust may call into Python and back: each level takes a few kilobytes of the engine's stack.
pub(super) const MAX_NATIVE_DEPTH: u32 = 400;

/// The `hash` slot of types whose instances are unhashable.
pub fn hash_not_implemented(vm: &mut Vm, object: Id) -> R<i64> {
    Err(vm.type_error_for(object, "unhashable type: '{}'"))
}

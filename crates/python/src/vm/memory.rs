//! Making and releasing objects.
//!
//! Conventions: arguments are borrowed, results are new references. A native function that holds new references while
//! something can fail gives them to [`Vm::keep`]: they are released when that function returns, on every path.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use ouro_heap::{Heap, Host, Id, SizeClass};

use super::{SMALL_INT_MAX, Singletons, Vm, block};

use crate::data::{Dict, ListItems, Set, Str};
use crate::object::{Data, Kind, NativeData, Slot};
use crate::types::TypeTable;

impl Vm {
    /// Counts one more reference, and returns the object: a new reference from a borrowed one.
    #[inline(always)]
    pub fn incref(&mut self, id: Id) -> Id {
        self.heap.incref(id);
        id
    }

    /// Counts one reference less; at zero the object dies, at once.
    #[inline(always)]
    pub fn decref(&mut self, id: Id) {
        if self.heap.decref(id) {
            self.dealloc(id);
        }
    }

    /// As [`Vm::decref`], if there is an object.
    #[inline]
    pub fn decref_slot(&mut self, slot: Slot) {
        if let Some(id) = slot {
            self.decref(id);
        }
    }

    /// Releases all of them, in order.
    pub fn decref_all(&mut self, ids: impl IntoIterator<Item = Id>) {
        for id in ids {
            self.decref(id);
        }
    }

    /// Ends an object whose count has come to zero.
    pub fn dealloc(&mut self, id: Id) {
        if let Data::Int(_) | Data::Float(_) = self.heap.get(id) {
            return self.heap.free_leaf(id);
        }
        if self.observers.allocations.is_some() {
            self.measure_before_death(id);
        }
        // Code, ranges and the like are no containers for the collector, but do hold references.
        let is_leaf = !self.heap.is_container(id)
            && match self.heap.get(id) {
                Data::Code(_) | Data::Native(_) => false,
                Data::Str(text) => !text.is_interned(),
                _ => true,
            };
        if is_leaf && !self.heap.has_weakrefs(id) && TypeTable::is_static(self.class_of(id)) {
            self.heap.free_leaf(id);
        } else {
            ouro_heap::dealloc(self, id);
        }
    }

    /// Hands a new reference over until the running native function returns: a borrowed one from then on.
    #[inline]
    pub fn keep(&mut self, id: Id) -> Id {
        self.temps.push(id);
        id
    }

    /// Releases what was kept since `mark` (`self.temps.len()` at that time).
    #[inline]
    pub fn release_kept(&mut self, mark: usize) {
        while self.temps.len() > mark {
            if let Some(id) = self.temps.pop() {
                self.decref(id);
            }
        }
    }

    /// The class of an object, borrowed.
    #[inline(always)]
    pub fn class_of(&self, id: Id) -> Id {
        self.heap.kind(id).class()
    }

    /// What an object holds as its builtin type, instances of subclasses included.
    #[inline(always)]
    pub fn data(&self, id: Id) -> &Data {
        self.heap.get(id).base()
    }

    /// As [`Vm::data`], to change it.
    #[inline(always)]
    pub fn data_mut(&mut self, id: Id) -> &mut Data {
        self.heap.get_mut(id).base_mut()
    }

    /// Makes an object; instances of classes written in Python count their class. A container is tracked.
    #[inline]
    pub fn alloc(&mut self, class: Id, data: Data) -> Id {
        let size = self.size_class(class, &data);
        self.alloc_sized(class, data, size)
    }

    /// As [`Vm::alloc`], in a block of this size.
    pub(crate) fn alloc_sized(&mut self, class: Id, data: Data, size: SizeClass) -> Id {
        if !TypeTable::is_static(class) {
            self.heap.incref(class);
        }
        let id = self.heap.alloc(Kind::of(class), data, size);
        if self.heap.is_container(id) {
            self.heap.track(id);
        }
        id
    }

    /// As [`Vm::alloc`], but not tracked: dicts at first, and frames that run.
    pub fn alloc_untracked(&mut self, class: Id, data: Data) -> Id {
        if !TypeTable::is_static(class) {
            self.heap.incref(class);
        }
        let size = self.size_class(class, &data);
        self.heap.alloc(Kind::of(class), data, size)
    }

    /// An object of a builtin type without a variant of its own.
    pub fn new_native(&mut self, class: Id, native: impl NativeData) -> Id {
        self.alloc(class, Data::Native(Box::new(native)))
    }

    /// State of a builtin type without a variant of its own, if the object is of it.
    pub fn native<T: NativeData>(&self, id: Id) -> Option<&T> {
        match self.data(id) {
            Data::Native(native) => native.as_any().downcast_ref(),
            _ => None,
        }
    }

    /// As [`Vm::native`], to change it.
    pub fn native_mut<T: NativeData>(&mut self, id: Id) -> Option<&mut T> {
        match self.data_mut(id) {
            Data::Native(native) => native.as_any_mut().downcast_mut(),
            _ => None,
        }
    }

    /// An int.
    #[inline]
    pub fn new_int(&mut self, value: i64) -> Id {
        match Singletons::small_int(value) {
            Some(id) => id,
            None => self.new_large_int(value),
        }
    }

    #[inline]
    fn new_large_int(&mut self, value: i64) -> Id {
        if value > SMALL_INT_MAX && value <= self.greatest_cached_int {
            return Singletons::large_int(value);
        }
        let size = self.block_of_int(value);
        self.heap.alloc(Kind::of(TypeTable::INT), Data::Int(value), size)
    }

    /// An int of any size.
    pub fn new_big_int(&mut self, value: BigInt) -> Id {
        match value.to_i64() {
            Some(small) => self.new_int(small),
            None => self.alloc(TypeTable::INT, Data::BigInt(Rc::new(value))),
        }
    }

    /// A float.
    #[inline]
    pub fn new_float(&mut self, value: f64) -> Id {
        self.heap.alloc(Kind::of(TypeTable::FLOAT), Data::Float(value), block::FLOAT)
    }

    /// A str. The empty one and those of one latin-1 character are shared.
    pub fn new_str(&mut self, text: impl Into<Box<str>>) -> Id {
        let text = text.into();
        if text.len() <= 2 {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (None, _) => return Singletons::EMPTY_STR,
                (Some(c), None) if (c as u32) < 256 => return self.intern(&text),
                _ => {}
            }
        }
        self.new_unshared_str(text)
    }

    /// A str of its own even if it has one character only (unicodeobject.c, PyUnicode_New): the result of operations that
    /// make it before they fill it.
    pub fn new_unshared_str(&mut self, text: impl Into<Box<str>>) -> Id {
        let text = text.into();
        if text.is_empty() {
            return Singletons::EMPTY_STR;
        }
        self.alloc_str(Str::new(text))
    }

    /// A str of its own.
    pub(crate) fn alloc_str(&mut self, text: Str) -> Id {
        let size = SizeClass::of(text.size());
        self.heap.alloc(Kind::of(TypeTable::STR), Data::Str(Rc::new(text)), size)
    }

    /// A bytes. The empty one is shared, and those of one byte, which are immortal.
    pub fn new_bytes(&mut self, bytes: impl Into<Rc<[u8]>>) -> Id {
        let bytes = bytes.into();
        match *bytes {
            [] => Singletons::EMPTY_BYTES,
            [byte] => self.byte(byte),
            _ => self.new_unshared_bytes(bytes),
        }
    }

    /// A bytes made of a tuple, an int or another buffer: not shared in every release.
    pub(crate) fn new_copied_bytes(&mut self, bytes: impl Into<Rc<[u8]>>) -> Id {
        if self.version.bytes_always_shared { self.new_bytes(bytes) } else { self.new_unshared_bytes(bytes) }
    }

    /// A bytes of its own even if it has one byte only.
    pub(crate) fn new_unshared_bytes(&mut self, bytes: impl Into<Rc<[u8]>>) -> Id {
        let bytes = bytes.into();
        if bytes.is_empty() {
            return Singletons::EMPTY_BYTES;
        }
        self.alloc(TypeTable::BYTES, Data::Bytes(bytes))
    }

    fn byte(&mut self, byte: u8) -> Id {
        let index = byte as usize;
        if let Some(&Some(shared)) = self.single_bytes.get(index) {
            return shared;
        }
        let id = self.alloc(TypeTable::BYTES, Data::Bytes(Rc::from([byte])));
        self.heap.immortalize(id);
        if self.single_bytes.len() <= index {
            self.single_bytes.resize(index + 1, None);
        }
        self.single_bytes[index] = Some(id);
        id
    }

    /// A list exactly as large as its items. It takes the references.
    pub fn new_list(&mut self, items: Vec<Id>) -> Id {
        self.heap.alloc_tracked(Kind::of(TypeTable::LIST), Data::List(ListItems::exact(items)), block::LIST)
    }

    /// A list with this room. It takes the references.
    pub fn new_list_items(&mut self, items: ListItems) -> Id {
        self.heap.alloc_tracked(Kind::of(TypeTable::LIST), Data::List(items), block::LIST)
    }

    /// A tuple of items at hand. It takes the references. The empty one is shared. In some releases it is tracked only if
    /// it holds a container (CPython 3.14 tupleobject.c, PyTuple_Pack and PyTuple_FromArray).
    pub fn pack_tuple(&mut self, items: impl Into<Box<[Id]>>) -> Id {
        let tuple = self.new_tuple(items);
        self.untrack_packed(tuple);
        tuple
    }

    /// Untracks a new tuple that was made from items at hand in releases that do, if it holds no container.
    pub(crate) fn untrack_packed(&mut self, tuple: Id) {
        if self.version.tuples_start_untracked
            && !self.heap.is_immortal(tuple)
            && !self.tuple_items(tuple).unwrap_or_default().iter().any(|&id| self.has_container_type(id))
        {
            self.heap.untrack(tuple);
        }
    }

    /// A tuple of two that an iterator or division gives. It takes the references. (CPython 3.15 pycore_tuple.h,
    /// _PyTuple_FromPairSteal)
    pub fn new_pair(&mut self, first: Id, second: Id) -> Id {
        let items = [first, second];
        if self.version.pairs_start_untracked { self.pack_tuple(items) } else { self.new_tuple(items) }
    }

    /// Puts objects that were just made into the order on the collector's list in which CPython makes them.
    pub(crate) fn track_in_order(&mut self, ids: &[Id]) {
        for &id in ids {
            if self.heap.generation(id) == Some(0) {
                self.heap.untrack(id);
                self.heap.track(id);
            }
        }
    }

    /// Whether objects of its type can be containers: a builtin class is none, but its type has such.
    pub(crate) fn has_container_type(&self, id: Id) -> bool {
        self.heap.is_container(id) || matches!(self.heap.get(id), Data::Class(_))
    }

    /// A tuple that is tracked whatever it holds (tupleobject.c, PyTuple_New). It takes the references. The empty one is
    /// shared.
    pub fn new_tuple(&mut self, items: impl Into<Box<[Id]>>) -> Id {
        let items = items.into();
        if items.is_empty() {
            return Singletons::EMPTY_TUPLE;
        }
        let size = SizeClass::of(self.version.sizes.tuple + 8 * items.len());
        self.heap.alloc_tracked(Kind::of(TypeTable::TUPLE), Data::Tuple(items), size)
    }

    /// An empty dict, in some releases untracked until it holds something that is tracked.
    pub fn new_dict(&mut self) -> Id {
        self.new_dict_from(Dict::new())
    }

    /// A dict. It takes the references of its items; the caller tracks it if needed (`Vm::dict_maintain_tracking`).
    pub fn new_dict_from(&mut self, dict: Dict) -> Id {
        let id = self.heap.alloc(Kind::of(TypeTable::DICT), Data::Dict(Box::new(dict)), block::DICT);
        if self.version.dicts_start_tracked {
            self.heap.track(id);
        }
        id
    }

    /// An empty set.
    pub fn new_set(&mut self) -> Id {
        self.heap.alloc_tracked(Kind::of(TypeTable::SET), Data::Set(Box::new(Set::new(true))), block::SET)
    }

    /// A cell. It takes the reference.
    pub fn new_cell(&mut self, content: Slot) -> Id {
        self.heap.alloc_tracked(Kind::of(TypeTable::CELL), Data::Cell(content), block::CELL)
    }
}

impl Host for Vm {
    type Payload = Data;

    fn heap(&mut self) -> &mut Heap<Data> {
        &mut self.heap
    }

    #[inline]
    fn has_finalizer(&self, id: Id) -> bool {
        match self.heap.get(id) {
            Data::Int(_) | Data::Float(_) | Data::Str(_) | Data::List(_) | Data::Tuple(_) | Data::Dict(_) => false,
            Data::Class(_) => false,
            _ => match self.class_of(id) {
                // What these do is their `tp_dealloc`'s, which the collector does not call.
                TypeTable::MEMORYVIEW | TypeTable::MANAGED_BUFFER => self.heap.refcount(id) == 0,
                class => self.class(class).slots.finalize.is_some(),
            },
        }
    }

    fn finalize(&mut self, id: Id) {
        if let Some(finalize) = self.class(self.class_of(id)).slots.finalize {
            let mark = self.temps.len();
            let pending = self.save_exception();
            finalize(self, id);
            self.restore_exception(pending);
            self.release_kept(mark);
        }
    }

    fn weakref_callback(&mut self, weakref: Id, callback: Id) {
        let pending = self.save_exception();
        match self.call(callback, &[weakref]) {
            Ok(result) => self.decref(result),
            Err(raised) => self.write_unraisable_while(raised, "calling weakref callback", callback),
        }
        self.restore_exception(pending);
    }

    fn take_weakref_callback(&mut self, weakref: Id) -> Option<Id> {
        match self.heap.get_mut(weakref) {
            Data::Weakref(data) => data.callback.take(),
            _ => None,
        }
    }

    /// They are in a tuple meanwhile (weakrefobject.c, PyObject_ClearWeakRefs).
    fn weakref_callbacks(&mut self, calls: Vec<(Id, Option<Id>)>) {
        let items: Vec<Id> =
            calls.iter().flat_map(|&(r, callback)| [r, callback.unwrap_or(Singletons::NONE)]).collect();
        let tuple = self.new_tuple(items);
        for (weakref, callback) in calls {
            if let Some(callback) = callback {
                self.weakref_callback(weakref, callback);
            }
        }
        self.decref(tuple);
    }

    /// Of every frame its namespace, its function and the stack down to its first local (gc.c, mark_stacks).
    fn stack_roots(&mut self, all: bool) -> Vec<Id> {
        let mut roots = Vec::new();
        let mut end = self.stack.len();
        for frame in self.frames.iter_mut().rev() {
            roots.extend(frame.names());
            roots.push(frame.function);
            let operands = self.stack.get(frame.base..end).unwrap_or_default();
            roots.extend(operands.iter().rev().flatten());
            end = frame.base;
            if std::mem::replace(&mut frame.flags.marked, true) && !all {
                break;
            }
        }
        roots
    }

    fn freeing(&mut self, id: Id) {
        self.note_death(id);
        if !self.attribute_orders.is_empty() {
            self.attribute_orders.remove(&id);
        }
        match self.heap.get(id) {
            Data::Class(_) => self.forget_class(id),
            Data::Code(_) => self.forget_code(id),
            Data::Str(text) if text.is_interned() => self.forget_interned(id),
            // A code's constants are released by then.
            Data::Bare if !self.code_names.is_empty() => self.forget_code_names(id),
            _ => {}
        }
    }

    fn found_unreachable(&mut self) {
        self.gc_print_unreachable();
    }

    fn save_garbage(&mut self, id: Id) -> bool {
        self.gc_save_garbage(id)
    }
}

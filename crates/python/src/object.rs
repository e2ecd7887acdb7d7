//! What a slot of the heap holds: one variant for each of the types that everything else rests on, and
//! [`Data::Native`] for all others.

use std::any::Any;
use std::rc::Rc;

use num_bigint::BigInt;
use ouro_heap::{FreeList, Id, Payload, Untracking};

use crate::data::{
    BoundMethod, ByteArray, Class, CodeObject, Dict, Exception, FrameObject, Function, Generator, ListItems, Module,
    RangeIterator, Set, Str, Weakref,
};
use crate::native::Native;
use crate::types::TypeTable;

/// An optional reference, as locals, attributes and the operand stack hold them.
pub type Slot = Option<Id>;

/// What an object is. Its class stands beside it, in the heap's slot.
#[derive(Clone, Default)]
pub enum Data {
    /// A free slot.
    #[default]
    Free,
    /// `None`, `Ellipsis`, `NotImplemented` and instances of `object` itself: nothing but an identity.
    Bare,
    /// A small int or a bool.
    Int(i64),
    /// An int that does not fit.
    BigInt(Rc<BigInt>),
    /// A float.
    Float(f64),
    /// A complex number.
    Complex(Rc<(f64, f64)>),
    /// A str.
    Str(Rc<Str>),
    /// A bytes.
    Bytes(Rc<[u8]>),
    /// A bytearray.
    ByteArray(Box<ByteArray>),
    /// A list.
    List(ListItems),
    /// A tuple.
    Tuple(Box<[Id]>),
    /// A dict.
    Dict(Box<Dict>),
    /// A set or frozenset.
    Set(Box<Set>),
    /// A slice: start, stop, step.
    Slice(Rc<[Id; 3]>),
    /// The iterator of a range.
    RangeIterator(Box<RangeIterator>),
    /// A cell: a variable shared by functions.
    Cell(Slot),
    /// A function written in Python.
    Function(Box<Function>),
    /// A method bound to its receiver.
    Method(BoundMethod),
    /// A function or method written in Rust, with the receiver it is bound to.
    Builtin(&'static Native, Slot),
    /// A method of a builtin type, not bound: `str.upper` (method_descriptor).
    MethodDescriptor(&'static Native, Id),
    /// Compiled code with its constants as objects.
    Code(Rc<CodeObject>),
    /// A class.
    Class(Box<Class>),
    /// An instance of a class written in Python: first its `__dict__` once somebody asked for it, then the values of
    /// its `__slots__`, those of the class before those of its bases, then those of its other attributes, by the class's
    /// shared keys.
    Instance(Box<[Slot]>),
    /// An instance of a subclass of a builtin type: what the builtin holds, and attributes as in `Instance`.
    Derived(Box<Derived>),
    /// An exception.
    Exception(Box<Exception>),
    /// A generator, coroutine or asynchronous generator.
    Generator(Box<Generator>),
    /// A module.
    Module(Box<Module>),
    /// A frame that somebody asked for, or that a traceback holds.
    Frame(Box<FrameObject>),
    /// A weak reference or proxy; its target is in the heap's table.
    Weakref(Box<Weakref>),
    /// Any other builtin type.
    Native(Box<dyn NativeData>),
}

/// An instance of a subclass of a builtin type.
#[derive(Clone)]
pub struct Derived {
    /// What the builtin type holds: never `Derived` itself.
    pub base: Data,
    /// As in `Data::Instance`.
    pub values: Box<[Slot]>,
}

/// State of a builtin type that has no variant of its own in [`Data`].
///
/// `visit` and `clear` name the same references, in the order of CPython's `tp_traverse`. A type that holds none
/// leaves both as they are.
pub trait NativeData: Any {
    /// Calls `visit` for every strong reference held.
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        let _ = visit;
    }

    /// Lets go of every reference, in the order of release.
    fn clear(&mut self, released: &mut Vec<Id>) {
        let _ = released;
    }

    /// Whether `clear` may run while the object lives (`tp_clear`); immutable types have none.
    fn clearable(&self) -> bool {
        true
    }

    /// Whether the collector counts and may track it.
    fn is_container(&self) -> bool {
        true
    }

    /// `__dict__`, for a type whose instances have one, once there is one.
    fn dict(&self) -> Slot {
        None
    }

    /// Gives it a `__dict__`, and takes the reference; false for a type without.
    fn set_dict(&mut self, dict: Id) -> bool {
        let _ = dict;
        false
    }

    /// `sys.getsizeof`, the collector's head of 16 bytes included, in bytes on a 64-bit CPython 3.13.
    fn size(&self) -> usize;

    /// A copy for a checkpoint. Write `Box::new(self.clone())`.
    fn clone_box(&self) -> Box<dyn NativeData>;

    /// Itself, for downcasting. Write `self`.
    fn as_any(&self) -> &dyn Any;

    /// Itself, for downcasting. Write `self`.
    fn as_any_mut(&mut self) -> &mut dyn Any;
}

/// Implements the last three methods of [`NativeData`].
#[macro_export]
macro_rules! native_data_boilerplate {
    () => {
        fn clone_box(&self) -> Box<dyn $crate::object::NativeData> {
            Box::new(self.clone())
        }
        fn as_any(&self) -> &dyn std::any::Any {
            self
        }
        fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
            self
        }
    };
}

/// Implements [`NativeData`] for a struct whose references all stand in fields of type [`Slot`]: its size in bytes, the
/// fields in the order of `tp_traverse`, those in the order in which they are released at death, and whether there is
/// a `tp_clear`.
#[macro_export]
macro_rules! native_data_of_slots {
    ($type:ty, |$this:ident| $size:expr, visit $($visited:ident)*, release $($released:ident)*, clearable $clearable:literal) => {
        impl $crate::object::NativeData for $type {
            fn visit(&self, visit: &mut dyn FnMut(ouro_heap::Id)) {
                $(self.$visited.iter().for_each(|&id| visit(id));)*
            }

            fn clear(&mut self, released: &mut Vec<ouro_heap::Id>) {
                $($crate::object::take_slot(&mut self.$released, released);)*
            }

            fn clearable(&self) -> bool {
                $clearable
            }

            fn size(&self) -> usize {
                let $this = self;
                $size
            }

            $crate::native_data_boilerplate!();
        }
    };
}

impl Clone for Box<dyn NativeData> {
    fn clone(&self) -> Self {
        self.as_ref().clone_box()
    }
}

/// Pushes a reference and leaves nothing in its place.
pub fn take_slot(slot: &mut Slot, released: &mut Vec<Id>) {
    released.extend(slot.take());
}

/// Slots and attributes first, the dict last (typeobject.c, subtype_traverse).
pub(crate) fn visit_values(values: &[Slot], visit: &mut dyn FnMut(Id)) {
    if let Some((dict, rest)) = values.split_first() {
        rest.iter().chain([dict]).flatten().for_each(|&id| visit(id));
    }
}

impl Data {
    /// What the object holds as its builtin type: for an instance of a subclass of a builtin type, the builtin's part.
    #[inline]
    pub fn base(&self) -> &Data {
        match self {
            Data::Derived(d) => &d.base,
            other => other,
        }
    }

    /// As [`Data::base`], to change it.
    #[inline]
    pub fn base_mut(&mut self) -> &mut Data {
        match self {
            Data::Derived(d) => &mut d.base,
            other => other,
        }
    }

    fn visit_refs(&self, visit: &mut dyn FnMut(Id)) {
        match self {
            Data::Free
            | Data::Bare
            | Data::Int(_)
            | Data::BigInt(_)
            | Data::Float(_)
            | Data::Complex(_)
            | Data::Str(_)
            | Data::Bytes(_)
            | Data::ByteArray(_)
            | Data::RangeIterator(_) => {}
            // From the last item to the first (listobject.c, list_traverse; tupleobject.c, tuple_traverse).
            Data::List(items) => items.iter().rev().for_each(|&id| visit(id)),
            Data::Tuple(items) => items.iter().rev().for_each(|&id| visit(id)),
            Data::Dict(dict) => dict.visit(visit),
            Data::Set(set) => set.visit(visit),
            Data::Slice(parts) => parts.iter().for_each(|&id| visit(id)),
            Data::Cell(slot) | Data::Builtin(_, slot) => {
                if let Some(id) = slot {
                    visit(*id);
                }
            }
            Data::Function(function) => function.visit(visit),
            Data::Method(method) => {
                visit(method.function);
                visit(method.receiver);
            }
            Data::MethodDescriptor(_, class) => visit(*class),
            Data::Code(code) => code.visit(visit),
            Data::Class(class) => class.visit(visit),
            Data::Instance(values) => visit_values(values, visit),
            Data::Derived(derived) => {
                visit_values(&derived.values, visit);
                derived.base.visit_refs(visit);
            }
            Data::Exception(exception) => exception.visit(visit),
            Data::Generator(generator) => generator.visit(visit),
            Data::Module(module) => module.visit(visit),
            Data::Frame(frame) => frame.visit(visit),
            Data::Weakref(weakref) => weakref.visit(visit),
            Data::Native(native) => native.visit(visit),
        }
    }

    /// Lets go of every reference; at death (`all`) also of those that `tp_clear` has to leave.
    fn drop_refs(&mut self, all: bool, released: &mut Vec<Id>) {
        match self {
            Data::Free
            | Data::Bare
            | Data::Int(_)
            | Data::BigInt(_)
            | Data::Float(_)
            | Data::Complex(_)
            | Data::Str(_)
            | Data::Bytes(_)
            | Data::ByteArray(_)
            | Data::RangeIterator(_) => {}
            // Lists and tuples go from the last item to the first (listobject.c, list_dealloc).
            Data::List(items) => released.extend(items.take().into_iter().rev()),
            Data::Tuple(items) => {
                if all {
                    released.extend(std::mem::take(items).iter().rev());
                }
            }
            Data::Dict(dict) => dict.clear(released),
            Data::Set(set) => {
                if all || set.is_mutable() {
                    set.clear(released);
                }
            }
            Data::Slice(parts) => {
                if all {
                    let [start, stop, step] = **parts;
                    released.extend([step, start, stop]);
                    *self = Data::Bare;
                }
            }
            Data::Cell(slot) => take_slot(slot, released),
            Data::Builtin(_, slot) => {
                if all {
                    take_slot(slot, released);
                }
            }
            Data::Function(function) => function.clear(all, released),
            Data::Method(method) => {
                if all {
                    released.extend([method.function, method.receiver]);
                    *self = Data::Bare;
                }
            }
            Data::MethodDescriptor(_, class) => {
                if all {
                    released.push(*class);
                    *self = Data::Bare;
                }
            }
            Data::Code(code) => {
                if all {
                    code.visit(&mut |id| released.push(id));
                    *self = Data::Bare;
                }
            }
            Data::Class(class) => class.clear(all, released),
            // Slots and attributes first, the dict last (typeobject.c, subtype_dealloc).
            Data::Instance(values) => clear_values(values, released),
            Data::Derived(derived) => {
                clear_values(&mut derived.values, released);
                derived.base.drop_refs(all, released);
            }
            Data::Exception(exception) => exception.clear(released),
            Data::Generator(generator) => generator.clear(all, released),
            Data::Module(module) => module.clear(all, released),
            Data::Frame(frame) => frame.clear(all, released),
            Data::Weakref(weakref) => weakref.clear(released),
            Data::Native(native) => {
                if all || native.clearable() {
                    native.clear(released);
                }
            }
        }
    }
}

fn clear_values(values: &mut [Slot], released: &mut Vec<Id>) {
    if let Some((dict, rest)) = values.split_first_mut() {
        rest.iter_mut().for_each(|slot| take_slot(slot, released));
        take_slot(dict, released);
    }
}

/// The class of an object, as the heap keeps it beside the payload. The first few types are immortal and need not be
/// counted; any other class is counted by each of its instances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Kind(Slot);

impl Kind {
    /// The kind of the instances of a class.
    #[inline(always)]
    pub fn of(class: Id) -> Kind {
        Kind(Some(class))
    }

    /// The class.
    #[inline(always)]
    pub fn class(self) -> Id {
        match self.0 {
            Some(id) => id,
            None => TypeTable::OBJECT,
        }
    }
}

/// The free lists by number, in the order in which a collection empties them (CPython 3.14 object.c,
/// _PyObject_ClearFreeLists); [`crate::version::Version`] has what each keeps.
pub(crate) mod free_list {
    use ouro_heap::FreeList;

    /// Of tuples of one item; those of up to [`TUPLES`] items follow.
    pub(crate) const TUPLE: FreeList = 0;
    pub(crate) const TUPLES: u8 = 20;
    pub(crate) const LIST: FreeList = TUPLE + TUPLES;
    pub(crate) const LIST_ITERATOR: FreeList = LIST + 1;
    pub(crate) const TUPLE_ITERATOR: FreeList = LIST_ITERATOR + 1;
    pub(crate) const DICT: FreeList = TUPLE_ITERATOR + 1;
    pub(crate) const SLICE: FreeList = DICT + 1;
    pub(crate) const BUILTIN: FreeList = SLICE + 1;
    /// Of builtin functions that know the class which defines them: here they are as all others.
    pub(crate) const BUILTIN_OF_CLASS: FreeList = BUILTIN + 1;
    pub(crate) const METHOD: FreeList = BUILTIN_OF_CLASS + 1;
    /// Of the values that asynchronous generators yield.
    pub(crate) const ASYNC_VALUE: FreeList = METHOD + 1;
    /// Of what `__anext__` and `asend` of asynchronous generators give.
    pub(crate) const ASYNC_SEND: FreeList = ASYNC_VALUE + 1;
}

impl Payload for Data {
    type Kind = Kind;

    fn visit(&self, kind: Kind, visit: &mut dyn FnMut(Id)) {
        if TypeTable::is_static(kind.class()) || matches!(self, Data::Free) {
            return self.visit_refs(visit);
        }
        // Instances of heap types visit what their class adds, then the class, then what the builtin type holds
        // (typeobject.c, subtype_traverse).
        match self {
            Data::Derived(derived) => {
                visit_values(&derived.values, visit);
                visit(kind.class());
                derived.base.visit_refs(visit);
            }
            Data::Exception(exception) => {
                visit_values(&exception.values, visit);
                visit(kind.class());
                exception.visit_own(visit);
            }
            _ => {
                self.visit_refs(visit);
                visit(kind.class());
            }
        }
    }

    fn shares_values(&self) -> Option<(Id, bool)> {
        match self {
            Data::Instance(values) => Some((values.first().copied().flatten()?, true)),
            Data::Dict(dict) => Some((dict.embedded_in()?, false)),
            _ => None,
        }
    }

    fn visit_shared_values(&self, visit: &mut dyn FnMut(Id)) {
        if let Data::Dict(dict) = self {
            dict.visit_values(visit);
        }
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        self.drop_refs(false, released);
    }

    fn release(&mut self, kind: Kind, released: &mut Vec<Id>) {
        self.drop_refs(true, released);
        if !TypeTable::is_static(kind.class()) {
            released.push(kind.class());
        }
    }

    #[inline]
    fn is_container(&self) -> bool {
        match self {
            Data::Free
            | Data::Bare
            | Data::Int(_)
            | Data::BigInt(_)
            | Data::Float(_)
            | Data::Complex(_)
            | Data::Str(_)
            | Data::Bytes(_)
            | Data::ByteArray(_)
            | Data::RangeIterator(_)
            | Data::Code(_) => false,
            // Static types are not tracked (typeobject.c, type_is_gc).
            Data::Class(class) => class.flags.heap_type,
            Data::Native(native) => native.is_container(),
            _ => true,
        }
    }

    fn untracking(&self, kind: Kind) -> Untracking {
        match self {
            Data::Tuple(_) if kind.class() == TypeTable::TUPLE => Untracking::EveryCollection,
            Data::Dict(_) if kind.class() == TypeTable::DICT => Untracking::FullCollection,
            _ => Untracking::Never,
        }
    }

    #[inline]
    fn free_list(&self, kind: Kind) -> Option<FreeList> {
        match self {
            Data::List(_) if kind.class() == TypeTable::LIST => Some(free_list::LIST),
            Data::Dict(_) if kind.class() == TypeTable::DICT => Some(free_list::DICT),
            Data::Slice(_) => Some(free_list::SLICE),
            Data::Tuple(items)
                if kind.class() == TypeTable::TUPLE && (1..=free_list::TUPLES as usize).contains(&items.len()) =>
            {
                Some(free_list::TUPLE + items.len() as u8 - 1)
            }
            Data::Method(_) => Some(free_list::METHOD),
            Data::Builtin(..) => Some(free_list::BUILTIN),
            Data::Native(_) => match kind.class() {
                TypeTable::LIST_ITERATOR => Some(free_list::LIST_ITERATOR),
                TypeTable::TUPLE_ITERATOR => Some(free_list::TUPLE_ITERATOR),
                TypeTable::ASYNC_GENERATOR_VALUE => Some(free_list::ASYNC_VALUE),
                TypeTable::ASYNC_GENERATOR_SEND => Some(free_list::ASYNC_SEND),
                _ => None,
            },
            _ => None,
        }
    }
}

//! `sys.getsizeof` (CPython's sizes on 64 bits, the collector's head included), and the blocks of memory that objects
//! are in.

use ouro_heap::{Id, SizeClass};

use super::Vm;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// The collector's head, in bytes (PyGC_Head).
const HEAD: usize = 16;
/// What stands before an instance with a managed `__dict__` or weak references (the pre-header since 3.12).
const PRE_HEADER: usize = 16;
/// A str whose text has memory of its own (PyUnicodeObject).
const UNICODE_OBJECT: usize = 64;
/// The first int that needs a third digit.
const TWO_DIGITS: u64 = 1 << 60;

/// The blocks of objects whose own part is always of one size, with the collector's head.
pub(crate) mod block {
    use ouro_heap::{Id, SizeClass};

    use crate::types::TypeTable;
    use crate::version::Version;

    /// Of what is there for good, so that nobody takes its memory.
    pub(crate) const STATIC: SizeClass = SizeClass::of(0);
    /// Of floats, which all releases keep in the first of these lists.
    pub(crate) const FLOAT: SizeClass = SizeClass::uncounted(0);
    pub(crate) const INT: SizeClass = SizeClass::of(32);
    pub(crate) const LIST: SizeClass = SizeClass::of(56);
    pub(crate) const DICT: SizeClass = SizeClass::of(64);
    pub(crate) const SET: SizeClass = SizeClass::of(216);
    pub(crate) const CELL: SizeClass = SizeClass::of(40);

    /// That of a type which has a free list that is not counted.
    pub(crate) fn uncounted(version: &Version, class: Id) -> Option<SizeClass> {
        let list = version.uncounted_free_lists.iter().position(|&kept| kept == class)?;
        Some(SizeClass::uncounted(list as u8))
    }

    /// That of an int of up to two digits.
    pub(crate) fn small_int(version: &Version) -> SizeClass {
        uncounted(version, TypeTable::INT).unwrap_or(INT)
    }
}

impl Vm {
    /// The size of an object in bytes, of what it holds itself.
    pub fn size_of(&self, object: Id) -> usize {
        self.size_by(Vm::builtin_size, self.class_of(object), self.heap.get(object))
    }

    /// The block of memory that an object of a class takes for itself.
    pub(crate) fn size_class(&self, class: Id, data: &Data) -> SizeClass {
        match data {
            Data::Int(value) => self.block_of_int(*value),
            Data::Float(_) | Data::Complex(_) | Data::RangeIterator(_) | Data::Native(_) => {
                block::uncounted(&self.version, class).unwrap_or_else(|| SizeClass::of(self.block_size(class, data)))
            }
            _ => SizeClass::of(self.block_size(class, data)),
        }
    }

    /// As [`Vm::size_class`], in bytes, where that is not decided by a free list.
    pub(crate) fn block_size(&self, class: Id, data: &Data) -> usize {
        self.size_by(Vm::builtin_block, class, data)
    }

    /// The block of an int that fits into 64 bits.
    #[inline]
    pub(crate) fn block_of_int(&self, value: i64) -> SizeClass {
        match value.unsigned_abs() {
            0..TWO_DIGITS => self.int_block,
            _ => SizeClass::of(36),
        }
    }

    /// The part of a builtin type's object that does not grow or shrink while it lives.
    fn builtin_block(&self, class: Id, data: &Data) -> usize {
        match data.base() {
            Data::List(_) => 56,
            Data::Dict(_) if self.is_subclass(class, TypeTable::ORDERED_DICT) => HEAD + 112,
            Data::Dict(_) => 64,
            Data::Set(_) => 216,
            Data::ByteArray(_) => self.version.sizes.byte_array,
            Data::Str(_) if matches!(data, Data::Derived(_)) => UNICODE_OBJECT,
            _ => self.builtin_size(class, data),
        }
    }

    fn size_by(&self, builtin: fn(&Vm, Id, &Data) -> usize, class: Id, data: &Data) -> usize {
        if TypeTable::is_static(class) {
            return builtin(self, class, data).saturating_add_signed(self.size_difference(class))
                + 8 * self.class(class).slot_names.len();
        }
        match data {
            // Metaclasses' instances are classes.
            Data::Class(_) => builtin(self, TypeTable::TYPE, data),
            _ => {
                let c = self.class(class);
                let base = self.class(c.native_base).flags;
                let managed = (c.flags.has_dict && !base.has_dict) || (c.flags.weakrefable && !base.weakrefable);
                let own = match data {
                    Data::Instance(_) => 16,
                    other => builtin(self, c.native_base, other),
                };
                let head = if self.native_has_head(c.native_base, data) { 0 } else { HEAD };
                let own = own.saturating_add_signed(self.size_difference(c.native_base));
                own + head + 8 * c.slot_names.len() + if managed { PRE_HEADER } else { 0 }
            }
        }
    }

    /// The part of an object's size that `__sizeof__` does not count.
    pub(crate) fn head_size(&self, object: Id) -> usize {
        let class = self.class_of(object);
        if TypeTable::is_static(class) {
            return if self.heap.is_container(object) { HEAD } else { 0 };
        }
        if self.is_class(object) {
            return HEAD;
        }
        let c = self.class(class);
        let base = self.class(c.native_base).flags;
        let managed = (c.flags.has_dict && !base.has_dict) || (c.flags.weakrefable && !base.weakrefable);
        HEAD + if managed { PRE_HEADER } else { 0 }
    }

    /// Whether the builtin type's own size has the collector's head in it already.
    fn native_has_head(&self, native_base: Id, data: &Data) -> bool {
        match data.base() {
            Data::Instance(_)
            | Data::Bare
            | Data::Int(_)
            | Data::BigInt(_)
            | Data::Float(_)
            | Data::Complex(_)
            | Data::Str(_)
            | Data::Bytes(_)
            | Data::ByteArray(_) => false,
            Data::Native(native) => native.is_container(),
            _ => native_base != TypeTable::OBJECT,
        }
    }

    /// By how much an instance of a builtin type differs from CPython 3.13's.
    fn size_difference(&self, class: Id) -> isize {
        self.version.sizes.differences.iter().find(|&&(other, _)| other == class).map_or(0, |&(_, bytes)| bytes)
    }

    fn builtin_size(&self, class: Id, data: &Data) -> usize {
        let sizes = &self.version.sizes;
        match data.base() {
            Data::Free => 0,
            Data::Instance(_) if class == TypeTable::SIMPLE_NAMESPACE => HEAD + 24,
            Data::Bare | Data::Instance(_) => 16,
            Data::Int(i) => {
                let digits = (64 - i.unsigned_abs().leading_zeros() as usize).div_ceil(30);
                if class == TypeTable::BOOL { 28 } else { 24 + 4 * digits.max(1) }
            }
            Data::BigInt(i) => 24 + 4 * (i.bits() as usize).div_ceil(30),
            Data::Float(_) => 24,
            Data::Complex(_) => 32,
            // An instance of a subclass keeps its text apart (PyUnicodeObject).
            Data::Str(text) if matches!(data, Data::Derived(_)) => {
                UNICODE_OBJECT + (text.char_count() + 1) * text.char_width()
            }
            Data::Str(text) => text.size(),
            Data::Bytes(bytes) => 33 + bytes.len(),
            Data::ByteArray(array) => match array.allocated() {
                0 => sizes.byte_array,
                allocated => sizes.byte_array + sizes.byte_array_contents + allocated - 1,
            },
            Data::List(items) => items.size(),
            Data::Tuple(items) => sizes.tuple + 8 * items.len(),
            Data::Dict(dict) if self.is_subclass(class, TypeTable::ORDERED_DICT) => dict.ordered_size(),
            Data::Dict(dict) => match dict.shares_keys_of().map(|class| self.heap.get(class)) {
                Some(Data::Class(class)) => 64 + 8 * class.keys.room(),
                _ => dict.size(),
            },
            Data::Set(set) => set.size(),
            Data::Slice(_) => 56,
            Data::Cell(_) => 40,
            Data::Function(_) => sizes.function,
            Data::Method(_) => 64,
            Data::Builtin(..) | Data::MethodDescriptor(..) => 72,
            Data::Code(code) => self.code_size(code),
            Data::Class(class) => self.class_size(class),
            Data::Derived(_) => 16,
            Data::Exception(_) => self.exception_size(class),
            Data::Generator(generator) => {
                let code = &generator.code.code;
                let slots = code.locals.len() + code.stack_size as usize;
                sizes.generator + 8 * slots
            }
            Data::Module(_) => sizes.module,
            Data::RangeIterator(_) => 40,
            Data::Frame(frame) => sizes.frame + 8 * (frame.code.locals.len() + frame.code.code.stack_size as usize),
            Data::Weakref(_) => 80,
            Data::Native(native) => native.size(),
        }
    }

    /// The fixed part of an instance of a builtin type, without the collector's head (tp_basicsize).
    pub(crate) fn basic_size(&self, class: Id) -> usize {
        match class {
            TypeTable::INT | TypeTable::BOOL | TypeTable::FLOAT => 24,
            TypeTable::COMPLEX => 32,
            TypeTable::STR => 64,
            TypeTable::BYTES => 33,
            TypeTable::BYTEARRAY => self.version.sizes.byte_array,
            TypeTable::LIST => 40,
            TypeTable::TUPLE => self.version.sizes.tuple - HEAD,
            TypeTable::DICT => 48,
            TypeTable::SET | TypeTable::FROZENSET => 200,
            TypeTable::TYPE => self.version.sizes.heap_class - HEAD,
            _ if self.is_subclass(class, Exceptions::BASE_EXCEPTION) => self.exception_size(class) - HEAD,
            _ => 16,
        }
    }

    /// A class: the type object, and for one written in Python its cached keys, as far as it has any.
    fn class_size(&self, class: &crate::data::Class) -> usize {
        if !class.flags.heap_type {
            return self.version.sizes.static_class;
        }
        let cached_keys = class.flags.has_dict && !self.class(class.native_base).flags.has_dict;
        self.version.sizes.heap_class + if cached_keys { 768 } else { 0 }
    }

    fn exception_size(&self, class: Id) -> usize {
        let mut at = Some(class);
        while let Some(class) = at {
            let size = match class {
                Exceptions::BASE_EXCEPTION => 88,
                Exceptions::STOP_ITERATION | Exceptions::SYSTEM_EXIT => 96,
                Exceptions::OS_ERROR => 128,
                Exceptions::ATTRIBUTE_ERROR => 104,
                Exceptions::NAME_ERROR => 96,
                Exceptions::IMPORT_ERROR => 120,
                Exceptions::BASE_EXCEPTION_GROUP => 104,
                // It can be weakly referenced: it is a class with two bases.
                Exceptions::EXCEPTION_GROUP => 120,
                Exceptions::SYNTAX_ERROR => 152,
                Exceptions::UNICODE_DECODE_ERROR
                | Exceptions::UNICODE_ENCODE_ERROR
                | Exceptions::UNICODE_TRANSLATE_ERROR => 128,
                _ => 0,
            };
            if size != 0 {
                return size;
            }
            at = self.class(class).base;
        }
        88
    }

    /// A code object: its head, and two bytes for each of CPython's code units. The machine's instructions are not
    /// CPython's, so that the number is near, not equal.
    fn code_size(&self, code: &crate::data::CodeObject) -> usize {
        self.version.sizes.code + 4 * code.code.instrs.len()
    }
}

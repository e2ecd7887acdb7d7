//! `sys.getsizeof` (CPython's sizes on 64 bits, the collector's head included).

use ouro_heap::Id;

use super::Vm;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// The collector's head, in bytes (PyGC_Head).
const HEAD: usize = 16;
/// What stands before an instance with a managed `__dict__` or weak references (the pre-header since 3.12).
const PRE_HEADER: usize = 16;

impl Vm {
    /// The size of an object in bytes, of what it holds itself.
    pub fn size_of(&self, object: Id) -> usize {
        let class = self.class_of(object);
        let data = self.heap.get(object);
        if TypeTable::is_static(class) {
            return self.builtin_size(class, data).saturating_add_signed(self.size_difference(class))
                + 8 * self.class(class).slot_names.len();
        }
        match data {
            // Metaclasses' instances are classes.
            Data::Class(_) => self.builtin_size(TypeTable::TYPE, data),
            _ => {
                let c = self.class(class);
                let base = self.class(c.native_base).flags;
                let managed = (c.flags.has_dict && !base.has_dict) || (c.flags.weakrefable && !base.weakrefable);
                let own = match data {
                    Data::Derived(derived) => match &derived.base {
                        // An instance of a subclass keeps its text apart (PyUnicodeObject).
                        Data::Str(text) => 64 + (text.char_count() + 1) * text.char_width(),
                        base => self.builtin_size(c.native_base, base),
                    },
                    Data::Instance(_) => 16,
                    other => self.builtin_size(c.native_base, other),
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

//! The builtin types, one file each, and the table that numbers them.

use ouro_heap::Id;

use crate::modules::lsprof;
use crate::native::{Args, TypeSpec};
use crate::vm::{R, Vm};

pub(crate) mod abc_data;
pub(crate) mod async_generator;
pub mod bool;
pub mod builtin_function;
pub mod bytearray;
pub mod bytes;
pub mod cell;
pub mod classmethod;
pub mod code;
pub(crate) mod collections;
pub mod complex;
pub mod descriptors;
pub mod dict;
pub mod dict_views;
pub mod enumerate;
pub mod exceptions;
pub mod float;
pub(crate) mod format_iterators;
pub mod frame;
pub(crate) mod frame_locals;
pub mod frozenset;
pub mod function;
pub mod functools;
pub mod generator;
pub mod generic_alias;
pub mod int;
pub mod io;
pub mod itertools;
pub mod list;
pub mod list_iterator;
pub mod map;
pub mod mapping_proxy;
pub(crate) mod memory_format;
pub mod memoryview;
pub mod method;
pub mod module;
pub mod object;
pub mod operator;
pub mod property;
pub(crate) mod random;
pub mod range;
pub mod range_iterator;
pub(crate) mod reduce;
pub mod reversed;
pub mod sequence_iterator;
pub mod set;
pub mod set_iterator;
pub(crate) mod sha512;
pub(crate) mod simple_namespace;
pub mod singletons;
pub mod slice;
pub mod slot_wrapper;
pub mod str;
pub mod str_iterator;
pub(crate) mod struct_sequence;
pub(crate) mod struct_time;
pub mod super_;
pub mod traceback;
pub mod tuple;
pub mod type_;
mod type_arguments;
pub(crate) mod typing;
pub mod union_type;
pub mod weak_proxy;
pub mod weakref;
pub mod zip;

macro_rules! static_types {
    ($($constant:ident $module:ident :: $spec:ident : $base:ident,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant,)+ Count }

        /// The builtin types. They are the first objects of every machine, in this order, so that their ids are constants.
        pub struct TypeTable;

        impl TypeTable {
            $(#[allow(missing_docs)] pub const $constant: Id = Id::from_index(Number::$constant as u32 + 1);)+

            /// How many there are, exceptions not included.
            pub const COUNT: usize = Number::Count as usize;

            /// Their declarations and bases, in order.
            pub(crate) fn specs() -> Vec<(TypeSpec, Id)> {
                vec![$(($module::$spec(), Self::$base),)+]
            }
        }
    };
}

include!("table.rs");

impl TypeTable {
    /// Whether a class is one of the machine's own types (exceptions included), which are immortal and not counted by
    /// their instances.
    #[inline(always)]
    pub fn is_static(class: Id) -> bool {
        class.index() <= Self::COUNT + exceptions::COUNT
    }
}

/// `__class_getitem__` of the types that can be subscripted: `list[int]`.
pub(crate) fn class_getitem(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    match args.get(0) {
        Some(key) => Ok(vm.new_generic_alias(class, key)),
        None => Ok(vm.incref(class)),
    }
}

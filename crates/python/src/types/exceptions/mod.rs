//! The builtin exceptions: their table, and what the types among them add to BaseException.

use ouro_heap::Id;

use super::TypeTable;

macro_rules! exception_types {
    ($($constant:ident $name:literal : $base:ident,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant,)+ Count }

        /// How many there are.
        pub const COUNT: usize = Number::Count as usize;

        /// The ids of the builtin exceptions, which follow those of the other builtin types.
        pub struct Exceptions;

        impl Exceptions {
            const OBJECT: Id = TypeTable::OBJECT;
            $(#[allow(missing_docs)] pub const $constant: Id = Id::from_index((TypeTable::COUNT + Number::$constant as usize + 1) as u32);)+

            /// Name and base of each, in order.
            pub(crate) const TABLE: &'static [(&'static str, Id)] = &[$(($name, Self::$base),)+];
        }
    };
}

include!("table.rs");

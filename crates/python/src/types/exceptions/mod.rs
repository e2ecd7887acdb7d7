//! The builtin exceptions: their table, and what the types among them add to BaseException.

use ouro_heap::Id;

use super::TypeTable;
use crate::native::{TypeSlots, TypeSpec};
use crate::vm::Vm;

mod attributes;
mod base;
mod group;
mod os_error;
mod syntax_error;
mod unicode_error;

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

/// Numbers of `Exception::fields`, for each type that has some.
pub mod field {
    /// `name` of AttributeError and NameError.
    pub const NAME: usize = 0;
    /// `obj` of AttributeError.
    pub const OBJ: usize = 1;
    /// `value` of StopIteration, `code` of SystemExit.
    pub const VALUE: usize = 0;
    /// `msg` of ImportError.
    pub const IMPORT_MSG: usize = 0;
    /// `name` of ImportError.
    pub const IMPORT_NAME: usize = 1;
    /// `path` of ImportError.
    pub const IMPORT_PATH: usize = 2;
    /// `name_from` of ImportError.
    pub const IMPORT_NAME_FROM: usize = 3;
    /// `errno` of OSError.
    pub const ERRNO: usize = 0;
    /// `strerror` of OSError.
    pub const STRERROR: usize = 1;
    /// `filename` of OSError.
    pub const OS_FILENAME: usize = 2;
    /// `filename2` of OSError.
    pub const OS_FILENAME2: usize = 3;
    /// `message` of a group.
    pub const GROUP_MESSAGE: usize = 0;
    /// `exceptions` of a group: a tuple.
    pub const GROUP_EXCEPTIONS: usize = 1;
    /// `msg` of SyntaxError.
    pub const SYNTAX_MSG: usize = 0;
    /// `filename` of SyntaxError.
    pub const SYNTAX_FILENAME: usize = 1;
    /// `lineno` of SyntaxError.
    pub const LINENO: usize = 2;
    /// `offset` of SyntaxError.
    pub const OFFSET: usize = 3;
    /// `text` of SyntaxError.
    pub const TEXT: usize = 4;
    /// `end_lineno` of SyntaxError.
    pub const END_LINENO: usize = 5;
    /// `end_offset` of SyntaxError.
    pub const END_OFFSET: usize = 6;
    /// `print_file_and_line` of SyntaxError.
    pub const PRINT_FILE_AND_LINE: usize = 7;
    /// `encoding` of UnicodeError's subclasses.
    pub const ENCODING: usize = 0;
    /// `object` of UnicodeError's subclasses.
    pub const OBJECT: usize = 1;
    /// `start` of UnicodeError's subclasses.
    pub const START: usize = 2;
    /// `end` of UnicodeError's subclasses.
    pub const END: usize = 3;
    /// `reason` of UnicodeError's subclasses.
    pub const REASON: usize = 4;
}

/// The declarations of all builtin exceptions and their bases, in the table's order.
pub(crate) fn specs() -> Vec<(TypeSpec, Id)> {
    Exceptions::TABLE
        .iter()
        .enumerate()
        .map(|(number, &(name, base))| {
            let id = Id::from_index((TypeTable::COUNT + number + 1) as u32);
            (declare(id, TypeSpec { subclassable: true, has_dict: true, ..TypeSpec::new(name) }), base)
        })
        .collect()
}

/// What a type adds to its base. Slots it leaves empty are inherited.
fn declare(id: Id, plain: TypeSpec) -> TypeSpec {
    let slots = plain.slots;
    match id {
        Exceptions::BASE_EXCEPTION => base::spec(plain),
        Exceptions::BASE_EXCEPTION_GROUP => group::spec(plain),
        Exceptions::STOP_ITERATION => TypeSpec {
            slots: TypeSlots { init: Some(attributes::stop_iteration_init), ..slots },
            getset: attributes::STOP_ITERATION,
            ..plain
        },
        Exceptions::SYSTEM_EXIT => TypeSpec {
            slots: TypeSlots { init: Some(attributes::system_exit_init), ..slots },
            getset: attributes::SYSTEM_EXIT,
            ..plain
        },
        Exceptions::KEY_ERROR => {
            TypeSpec { slots: TypeSlots { str: Some(attributes::key_error_str), ..slots }, ..plain }
        }
        Exceptions::ATTRIBUTE_ERROR => TypeSpec {
            slots: TypeSlots { init: Some(attributes::attribute_error_init), ..slots },
            getset: attributes::ATTRIBUTE_ERROR,
            ..plain
        },
        Exceptions::NAME_ERROR => TypeSpec {
            slots: TypeSlots { init: Some(attributes::name_error_init), ..slots },
            getset: attributes::NAME_ERROR,
            ..plain
        },
        Exceptions::IMPORT_ERROR => TypeSpec {
            slots: TypeSlots {
                init: Some(attributes::import_error_init),
                str: Some(attributes::import_error_str),
                ..slots
            },
            getset: attributes::IMPORT_ERROR,
            ..plain
        },
        Exceptions::OS_ERROR => os_error::spec(plain),
        Exceptions::SYNTAX_ERROR => syntax_error::spec(plain),
        Exceptions::UNICODE_DECODE_ERROR => unicode_error::decode_spec(plain),
        Exceptions::UNICODE_ENCODE_ERROR => unicode_error::encode_spec(plain),
        Exceptions::UNICODE_TRANSLATE_ERROR => unicode_error::translate_spec(plain),
        _ => plain,
    }
}

impl Vm {
    /// ExceptionGroup is an Exception too: the only builtin type with two bases (exceptions.c, create_exception_group_class).
    pub(crate) fn finish_exception_group(&mut self) {
        const BASES: [Id; 2] = [Exceptions::BASE_EXCEPTION_GROUP, Exceptions::EXCEPTION];
        const ORDER: [Id; 5] = [
            Exceptions::EXCEPTION_GROUP,
            Exceptions::BASE_EXCEPTION_GROUP,
            Exceptions::EXCEPTION,
            Exceptions::BASE_EXCEPTION,
            TypeTable::OBJECT,
        ];
        let bases = self.new_tuple(BASES.to_vec());
        let order = self.new_tuple(ORDER.to_vec());
        let Some(class) = self.class_mut(Exceptions::EXCEPTION_GROUP) else { return };
        class.direct_bases = BASES.into();
        let old = [class.bases.replace(bases), class.mro.replace(order)];
        for slot in old {
            self.decref_slot(slot);
        }
    }
}

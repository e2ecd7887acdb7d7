//! Objects that every machine has under the same id: singletons, small ints, and the names the machine itself uses.

use ouro_heap::Id;

use crate::types::TypeTable;
use crate::types::exceptions;

const FIRST: u32 = (TypeTable::COUNT + exceptions::COUNT + 1) as u32;

/// Singletons and cached values, all immortal.
pub struct Singletons;

impl Singletons {
    /// `None`
    pub const NONE: Id = Id::from_index(FIRST);
    /// `False`
    pub const FALSE: Id = Id::from_index(FIRST + 1);
    /// `True`
    pub const TRUE: Id = Id::from_index(FIRST + 2);
    /// `Ellipsis`
    pub const ELLIPSIS: Id = Id::from_index(FIRST + 3);
    /// `NotImplemented`
    pub const NOT_IMPLEMENTED: Id = Id::from_index(FIRST + 4);
    /// `()`
    pub const EMPTY_TUPLE: Id = Id::from_index(FIRST + 5);
    /// `''`
    pub const EMPTY_STR: Id = Id::from_index(FIRST + 6);
    /// `b''`
    pub const EMPTY_BYTES: Id = Id::from_index(FIRST + 7);
    /// `typing.NoDefault`
    pub const NO_DEFAULT: Id = Id::from_index(FIRST + 8);
    const FIRST_INT: u32 = FIRST + 9;
    const FIRST_NAME: u32 = Self::FIRST_INT + (SMALL_INT_MAX - SMALL_INT_MIN + 1) as u32;

    const FIRST_LARGE_INT: u32 = Self::FIRST_NAME + Names::ALL.len() as u32;

    /// The int with this value, above [`SMALL_INT_MAX`], in releases that have it from the start.
    #[inline]
    pub(crate) const fn large_int(value: i64) -> Id {
        Id::from_index(Self::FIRST_LARGE_INT + (value - SMALL_INT_MAX - 1) as u32)
    }

    /// `True` or `False`
    #[inline(always)]
    pub const fn bool(value: bool) -> Id {
        if value { Self::TRUE } else { Self::FALSE }
    }

    /// The cached int with this value, if it is one (CPython 3.13 pycore_global_objects.h).
    #[inline(always)]
    pub const fn small_int(value: i64) -> Option<Id> {
        if value >= SMALL_INT_MIN && value <= SMALL_INT_MAX {
            Some(Id::from_index(Self::FIRST_INT + (value - SMALL_INT_MIN) as u32))
        } else {
            None
        }
    }
}

/// Least cached int.
pub const SMALL_INT_MIN: i64 = -5;
/// Greatest of the ints that every release has from the start.
pub const SMALL_INT_MAX: i64 = 256;

/// Names in the code that CPython runs as it starts, of those that programs like to have as strs: interned, for good.
pub(crate) const STARTUP_WORDS: &str = "\
    abc access action alias aliases always arg arguments attribute base bases before big bit bits block bound cache \
    cached call callback cancel candidate category char chars child cls Collection command common comp Container \
    contents context cookie data database date day default delete depth device doc dot dst elem empty entries entry \
    env err error event ex exc exists exp factory false family file files finder fn fold fp frozen future generation \
    Generator greek groups handle head header headers help here hi history home hook hour ignore info initial \
    instance instructions interval io it item iterable iterations Iterator jump key kind label last latin length \
    level lib Library license limit line lines link little lo loader locale location lock lookup loop magic main \
    Mapping match me metadata methods minute missing mod month names namespace never new newline null number ob old \
    operation options order origin os other out output override owner package pages parent part password paths \
    pattern perm person pid policy popen portions pos posix priority proc progress proto protocol python Python \
    query re reader Reader record recursive ref register registry rename repl reserved reset rest result return rng \
    root salt scheduler search second seen sep Sequence sequence session Set shell signed size sleep sock source \
    spam spec stack stat state statement status steps strategy stream strict string struct subclass suffix suffixes \
    table tag tail target task tb template term test text textwrap thai threading time timeout times timezone top \
    true twice txt typ unknown us val ver volume wait walk warn warnings week weekday where which who why win Writer \
    writer year zlib";

macro_rules! names {
    ($($constant:ident $text:literal,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant,)+ }

        /// Interned strs that the machine itself uses, all immortal.
        pub struct Names;

        impl Names {
            $(#[allow(missing_docs)] pub const $constant: Id = Id::from_index(Singletons::FIRST_NAME + Number::$constant as u32);)+

            /// Their texts, in order.
            pub(crate) const ALL: &'static [&'static str] = &[$($text,)+];
        }
    };
}

names! {
    ABS "__abs__", ADD "__add__", AENTER "__aenter__", AEXIT "__aexit__", AITER "__aiter__", AND "__and__",
    ANEXT "__anext__", ALL_ "__all__", ANNOTATIONS "__annotations__", AWAIT "__await__", BASES "__bases__", BOOL "__bool__", BUILTINS "__builtins__",
    BUILD_CLASS "__build_class__", BYTES "__bytes__", CALL "__call__", CAUSE "__cause__", CLASS "__class__", CLASSCELL "__classcell__", CLASS_GETITEM "__class_getitem__",
    COMPLEX "__complex__", CONTAINS "__contains__", CONTEXT "__context__", DEL "__del__", DELATTR "__delattr__", DELETE "__delete__", DELITEM "__delitem__",
    DICT "__dict__", DIR "__dir__", DIVMOD "__divmod__", DOC "__doc__", ENTER "__enter__", EQ "__eq__", EXIT "__exit__", FILE "__file__",
    FLOAT "__float__", FLOORDIV "__floordiv__", FORMAT "__format__", GE "__ge__", GET "__get__", GETATTR "__getattr__",
    GETATTRIBUTE "__getattribute__", GETITEM "__getitem__", GT "__gt__", HASH "__hash__", IADD "__iadd__", IAND "__iand__",
    IFLOORDIV "__ifloordiv__", ILSHIFT "__ilshift__", IMATMUL "__imatmul__", IMOD "__imod__", IMPORT "__import__", IMUL "__imul__", INDEX "__index__", INIT "__init__",
    INIT_SUBCLASS "__init_subclass__", INSTANCECHECK "__instancecheck__", INT "__int__", INVERT "__invert__", IOR "__ior__", IPOW "__ipow__", IRSHIFT "__irshift__",
    ISUB "__isub__", ITER "__iter__", ITRUEDIV "__itruediv__", IXOR "__ixor__", KEYS "keys", LE "__le__", LEN "__len__",
    LENGTH_HINT "__length_hint__", LSHIFT "__lshift__", LT "__lt__", MAIN "__main__", MATCH_ARGS "__match_args__", MATMUL "__matmul__", METACLASS "metaclass", MISSING "__missing__",
    MOD "__mod__", MODULE "__module__", MRO_ENTRIES "__mro_entries__", MUL "__mul__", NAME "__name__", NE "__ne__", NEG "__neg__",
    NEW "__new__", NEXT "__next__", NOTES "__notes__", OR "__or__", ORIG_BASES "__orig_bases__", ORIGIN "__origin__", ARGS "__args__", ORIG_CLASS "__orig_class__", PATH "__path__", POS "__pos__", POW "__pow__", PREPARE "__prepare__",
    QUALNAME "__qualname__", RADD "__radd__", RAND "__rand__", RDIVMOD "__rdivmod__", REPR "__repr__", REVERSED "__reversed__", RFLOORDIV "__rfloordiv__", RLSHIFT "__rlshift__",
    RMATMUL "__rmatmul__", RMOD "__rmod__", RMUL "__rmul__", ROR "__ror__", ROUND "__round__", RPOW "__rpow__", RRSHIFT "__rrshift__",
    RSHIFT "__rshift__", RSUB "__rsub__", RTRUEDIV "__rtruediv__", RXOR "__rxor__", SET "__set__", SETATTR "__setattr__", SETITEM "__setitem__",
    SET_NAME "__set_name__", SIZEOF "__sizeof__", SLOTS "__slots__", STR "__str__", SUB "__sub__", SUBCLASSCHECK "__subclasscheck__",
    SUBCLASSHOOK "__subclasshook__", TRUEDIV "__truediv__", TRUNC "__trunc__", TYPE_PARAMS "__type_params__", WEAKREF "__weakref__", WRAPPED "__wrapped__", XOR "__xor__",
    CLOSE "close", SEND "send", THROW "throw", STDOUT "stdout", STDERR "stderr", WRITE "write", FLUSH "flush", PRINT_FILE_AND_LINE "print_file_and_line",
    FLOOR "__floor__", CEIL "__ceil__", ABSTRACTMETHODS "__abstractmethods__", ISABSTRACT "__isabstractmethod__", SELF "self", SPEC "__spec__", LOADER "__loader__", PACKAGE "__package__",
}

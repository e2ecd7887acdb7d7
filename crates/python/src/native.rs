//! Functions and types written in Rust: how they are declared, and what they are given when called.

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::vm::{R, Vm};

/// What a native function is called with: the receiver (instance for a method, class for a class method, module for a
/// function) and the arguments. All are borrowed: the caller keeps its references. The result is a new reference.
pub type NativeFn = fn(&mut Vm, Id, &Args) -> R<Id>;

/// Arguments of a call. References are borrowed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Args<'a> {
    /// Positional arguments.
    pub pos: &'a [Id],
    /// Keyword arguments: name (a str) and value, in order.
    pub kw: &'a [(Id, Id)],
}

impl<'a> Args<'a> {
    /// Only positional ones.
    pub fn positional(pos: &'a [Id]) -> Args<'a> {
        Args { pos, kw: &[] }
    }

    /// The positional argument at `index`, if given.
    pub fn get(&self, index: usize) -> Option<Id> {
        self.pos.get(index).copied()
    }
}

/// How a native function takes its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arity {
    /// Between so many positional arguments; no keywords. The count is checked, and worded as CPython does, before
    /// the function is called.
    Positional {
        /// At least.
        min: u8,
        /// At most.
        max: u8,
    },
    /// Any; the function checks them itself (`Vm::bind_args`).
    Any,
}

/// What a native function is when it is found on a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NativeKind {
    /// Binds its instance.
    Method,
    /// Binds the class.
    ClassMethod,
    /// Binds nothing.
    StaticMethod,
}

/// A function or method written in Rust.
#[derive(Clone, Copy)]
pub struct Native {
    /// `__name__`
    pub name: &'static str,
    /// How it binds.
    pub kind: NativeKind,
    /// How many arguments it takes.
    pub arity: Arity,
    /// The release from which its arguments come as they stand on the stack; before, they come in a tuple
    /// (METH_VARARGS), which counts as an object.
    pub fastcall_since: Release,
    /// What it does.
    pub call: NativeFn,
}

/// Major and minor version of a release.
pub type Release = (u32, u32);
/// Before every release that there is.
const ALWAYS: Release = (0, 0);
/// In 3.12 alone.
pub const ONLY_3_12: Release = (u32::MAX, 12);
/// After every release that there is.
pub const NEVER: Release = (u32::MAX, 0);

impl std::fmt::Debug for Native {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Native({})", self.name)
    }
}

impl Native {
    /// A method or function with `min` to `max` positional arguments.
    pub const fn new(name: &'static str, min: u8, max: u8, call: NativeFn) -> Native {
        Native { name, kind: NativeKind::Method, arity: Arity::Positional { min, max }, fastcall_since: ALWAYS, call }
    }

    /// A method or function that looks at its arguments itself.
    pub const fn any(name: &'static str, call: NativeFn) -> Native {
        Native { name, kind: NativeKind::Method, arity: Arity::Any, fastcall_since: ALWAYS, call }
    }

    /// The same, with its arguments in a tuple before `release`.
    pub const fn fastcall_since(self, release: Release) -> Native {
        Native { fastcall_since: release, ..self }
    }

    /// The same, as a class method.
    pub const fn class_method(self) -> Native {
        Native { kind: NativeKind::ClassMethod, ..self }
    }

    /// The same, as a static method.
    pub const fn static_method(self) -> Native {
        Native { kind: NativeKind::StaticMethod, ..self }
    }
}

/// A computed attribute of a builtin type (getset_descriptor).
#[derive(Clone, Copy)]
pub struct GetSet {
    /// Its name.
    pub name: &'static str,
    /// Reads it: a new reference.
    pub get: UnaryFn,
    /// Writes it, or deletes it for `None`; without it, "attribute ... is not writable".
    pub set: Option<WriteFn>,
    /// Whether CPython has it as a member of the C structure (member_descriptor).
    pub member: bool,
}

impl GetSet {
    /// A read-only one.
    pub const fn get(name: &'static str, get: UnaryFn) -> GetSet {
        GetSet { name, get, set: None, member: false }
    }

    /// A read-only member: a member_descriptor.
    pub const fn member(name: &'static str, get: UnaryFn) -> GetSet {
        GetSet { name, get, set: None, member: true }
    }

    /// One that can be written.
    pub const fn new(name: &'static str, get: UnaryFn, set: WriteFn) -> GetSet {
        GetSet { name, get, set: Some(set), member: false }
    }
}

/// `repr`, `str`, `iter`, `neg`, ...
pub type UnaryFn = fn(&mut Vm, Id) -> R<Id>;
/// Number slots: called with both operands in source order, whichever of them is of the type; returns
/// `NotImplemented` (a new reference, immortal) where it does not know the other.
pub type BinaryFn = fn(&mut Vm, Id, Id) -> R<Id>;

/// `tp_hash`
pub type HashFn = fn(&mut Vm, Id) -> R<i64>;
/// `tp_richcompare`
pub type CompareFn = fn(&mut Vm, Id, Id, Comparison) -> R<Id>;
/// `tp_iternext`: `None` at the end.
pub type NextFn = fn(&mut Vm, Id) -> R<Option<Id>>;
/// `tp_setattro`, `tp_descr_set`, `mp_ass_subscript`: object, name (instance, key) and value; deletes for `None`.
pub type SetFn = fn(&mut Vm, Id, Id, Option<Id>) -> R<()>;
/// `tp_descr_get`: descriptor, instance, class.
pub type DescrGetFn = fn(&mut Vm, Id, Option<Id>, Option<Id>) -> R<Id>;
/// `tp_init`
pub type InitFn = fn(&mut Vm, Id, &Args) -> R<()>;
/// `nb_bool`
pub type BoolFn = fn(&mut Vm, Id) -> R<bool>;
/// `sq_length`
pub type LenFn = fn(&mut Vm, Id) -> R<usize>;
/// `sq_contains`: container, item.
pub type ContainsFn = fn(&mut Vm, Id, Id) -> R<bool>;
/// Writes a computed attribute, or deletes it for `None`.
pub type WriteFn = fn(&mut Vm, Id, Option<Id>) -> R<()>;

/// The operations of a type, as CPython's `PyTypeObject` has them. A class written in Python gets functions that
/// call its dunder methods (`vm::slots`); a subclass inherits what it does not define.
#[derive(Clone, Copy, Default)]
pub struct TypeSlots {
    /// `tp_repr`
    pub repr: Option<UnaryFn>,
    /// `tp_str`
    pub str: Option<UnaryFn>,
    /// `tp_hash`; `hash_not_implemented` in `vm::protocol` makes a type unhashable.
    pub hash: Option<HashFn>,
    /// `tp_richcompare`
    pub richcompare: Option<CompareFn>,
    /// `tp_iter`
    pub iter: Option<UnaryFn>,
    /// `tp_iternext`: `None` at the end.
    pub next: Option<NextFn>,
    /// `tp_call`
    pub call: Option<NativeFn>,
    /// `tp_getattro`
    pub getattr: Option<BinaryFn>,
    /// `tp_setattro`: deletes for `None`.
    pub setattr: Option<SetFn>,
    /// `tp_descr_get`: descriptor, instance, class.
    pub descr_get: Option<DescrGetFn>,
    /// `tp_descr_set`: descriptor, instance, value; deletes for `None`.
    pub descr_set: Option<SetFn>,
    /// `tp_new`: class and arguments.
    pub new: Option<NativeFn>,
    /// `tp_init`
    pub init: Option<InitFn>,
    /// `tp_finalize`: reports its own errors.
    pub finalize: Option<fn(&mut Vm, Id)>,
    /// `nb_bool`
    pub bool: Option<BoolFn>,
    /// `sq_length`, `mp_length`
    pub len: Option<LenFn>,
    /// `mp_subscript`
    pub getitem: Option<BinaryFn>,
    /// `mp_ass_subscript`: deletes for `None`.
    pub setitem: Option<SetFn>,
    /// `sq_contains`: container, item.
    pub contains: Option<ContainsFn>,
    /// `nb_add`, `sq_concat`
    pub add: Option<BinaryFn>,
    /// `nb_subtract`
    pub subtract: Option<BinaryFn>,
    /// `nb_multiply`, `sq_repeat`
    pub multiply: Option<BinaryFn>,
    /// `nb_matrix_multiply`
    pub matrix_multiply: Option<BinaryFn>,
    /// `nb_true_divide`
    pub true_divide: Option<BinaryFn>,
    /// `nb_floor_divide`
    pub floor_divide: Option<BinaryFn>,
    /// `nb_remainder`
    pub remainder: Option<BinaryFn>,
    /// `nb_divmod`
    pub divmod: Option<BinaryFn>,
    /// `nb_power` without a modulus.
    pub power: Option<BinaryFn>,
    /// `nb_lshift`
    pub left_shift: Option<BinaryFn>,
    /// `nb_rshift`
    pub right_shift: Option<BinaryFn>,
    /// `nb_and`
    pub and: Option<BinaryFn>,
    /// `nb_xor`
    pub xor: Option<BinaryFn>,
    /// `nb_or`
    pub or: Option<BinaryFn>,
    /// `nb_inplace_add`, `sq_inplace_concat`
    pub inplace_add: Option<BinaryFn>,
    /// `nb_inplace_subtract`
    pub inplace_subtract: Option<BinaryFn>,
    /// `nb_inplace_multiply`, `sq_inplace_repeat`
    pub inplace_multiply: Option<BinaryFn>,
    /// `nb_inplace_matrix_multiply`
    pub inplace_matrix_multiply: Option<BinaryFn>,
    /// `nb_inplace_true_divide`
    pub inplace_true_divide: Option<BinaryFn>,
    /// `nb_inplace_floor_divide`
    pub inplace_floor_divide: Option<BinaryFn>,
    /// `nb_inplace_remainder`
    pub inplace_remainder: Option<BinaryFn>,
    /// `nb_inplace_power`
    pub inplace_power: Option<BinaryFn>,
    /// `nb_inplace_lshift`
    pub inplace_left_shift: Option<BinaryFn>,
    /// `nb_inplace_rshift`
    pub inplace_right_shift: Option<BinaryFn>,
    /// `nb_inplace_and`
    pub inplace_and: Option<BinaryFn>,
    /// `nb_inplace_xor`
    pub inplace_xor: Option<BinaryFn>,
    /// `nb_inplace_or`
    pub inplace_or: Option<BinaryFn>,
    /// `nb_negative`
    pub negative: Option<UnaryFn>,
    /// `nb_positive`
    pub positive: Option<UnaryFn>,
    /// `nb_invert`
    pub invert: Option<UnaryFn>,
    /// `nb_absolute`
    pub absolute: Option<UnaryFn>,
    /// `nb_int`
    pub int: Option<UnaryFn>,
    /// `nb_float`
    pub float: Option<UnaryFn>,
    /// `nb_index`
    pub index: Option<UnaryFn>,
    /// `am_await`
    pub await_: Option<UnaryFn>,
    /// `am_aiter`
    pub aiter: Option<UnaryFn>,
    /// `am_anext`
    pub anext: Option<UnaryFn>,
}

/// A builtin type, as its file declares it.
#[derive(Clone, Copy)]
pub struct TypeSpec {
    /// `__name__`
    pub name: &'static str,
    /// `__module__`
    pub module: &'static str,
    /// Its operations. Dunder methods for them appear in its `__dict__` by themselves (slot wrappers).
    pub slots: TypeSlots,
    /// Its methods.
    pub methods: &'static [Native],
    /// Its computed attributes.
    pub getset: &'static [GetSet],
    /// Names of the values that instances hold beside the builtin part, as those of `__slots__` are held.
    pub members: &'static [&'static str],
    /// Whether it can be subclassed.
    pub subclassable: bool,
    /// Whether weak references can point at its instances.
    pub weakrefable: bool,
    /// Whether its instances have a `__dict__`.
    pub has_dict: bool,
    /// Whether CPython makes it from a spec, so that `__module__` stands in its `__dict__`.
    pub heap_type: bool,
    /// What an instance of a subclass starts from, for `object.__new__`-like layouts: see `Class::layout`.
    pub layout: Layout,
}

impl TypeSpec {
    /// A type of `builtins` with nothing in it, not subclassable.
    pub const fn new(name: &'static str) -> TypeSpec {
        TypeSpec {
            name,
            module: "builtins",
            slots: NO_SLOTS,
            methods: &[],
            getset: &[],
            members: &[],
            subclassable: false,
            weakrefable: false,
            has_dict: false,
            heap_type: false,
            layout: Layout::Other,
        }
    }
}

/// A type's slots, all empty: `TypeSlots { repr: Some(repr), ..NO_SLOTS }`.
pub const NO_SLOTS: TypeSlots = TypeSlots {
    repr: None,
    str: None,
    hash: None,
    richcompare: None,
    iter: None,
    next: None,
    call: None,
    getattr: None,
    setattr: None,
    descr_get: None,
    descr_set: None,
    new: None,
    init: None,
    finalize: None,
    bool: None,
    len: None,
    getitem: None,
    setitem: None,
    contains: None,
    add: None,
    subtract: None,
    multiply: None,
    matrix_multiply: None,
    true_divide: None,
    floor_divide: None,
    remainder: None,
    divmod: None,
    power: None,
    left_shift: None,
    right_shift: None,
    and: None,
    xor: None,
    or: None,
    inplace_add: None,
    inplace_subtract: None,
    inplace_multiply: None,
    inplace_matrix_multiply: None,
    inplace_true_divide: None,
    inplace_floor_divide: None,
    inplace_remainder: None,
    inplace_power: None,
    inplace_left_shift: None,
    inplace_right_shift: None,
    inplace_and: None,
    inplace_xor: None,
    inplace_or: None,
    negative: None,
    positive: None,
    invert: None,
    absolute: None,
    int: None,
    float: None,
    index: None,
    await_: None,
    aiter: None,
    anext: None,
};

/// What instances of a type are made of: two bases with different layouts cannot be combined, and
/// `__class__` can only be assigned between equal ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Nothing of its own: `object` and classes written in Python on top of it (`Data::Instance`).
    Object,
    /// What a builtin type holds, such as a list's items. Instances of subclasses are `Data::Derived`, unless the
    /// data itself has room for attributes (exceptions, modules, classes).
    Other,
}

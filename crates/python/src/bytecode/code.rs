use std::rc::Rc;

use num_bigint::BigInt;

use super::Instr;

/// A constant, before it becomes an object of a machine.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// `...`
    Ellipsis,
    /// An int that fits.
    Int(i64),
    /// An int that does not.
    BigInt(BigInt),
    /// A float. Constants are the same one only where their bits are equal.
    Float(f64),
    /// A complex number.
    Complex(f64, f64),
    /// A str. It can hold no lone surrogates.
    Str(Rc<str>),
    /// A bytes.
    Bytes(Rc<[u8]>),
    /// A tuple of constants.
    Tuple(Vec<Const>),
    /// A frozenset of constants, from `x in {1, 2}`.
    FrozenSet(Vec<Const>),
    /// A slice of constants, with three parts.
    Slice(Vec<Const>),
    /// The code of a function, class or comprehension.
    Code(Rc<Code>),
}

/// Where an instruction comes from. Lines and columns count from 1, columns in characters; `end_column` is after
/// the last character. A line of 0 is an instruction with no place in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// First line.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// First column.
    pub column: u32,
    /// Column after the last character.
    pub end_column: u32,
}

/// A range of instructions whose exceptions go to a handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExceptionEntry {
    /// First instruction.
    pub start: u32,
    /// The instruction after the last.
    pub end: u32,
    /// The handler's first instruction.
    pub target: u32,
    /// The operand stack is cut to this depth; then, with `push_lasti`, the raising instruction's index is
    /// pushed as an int; then the exception.
    pub depth: u16,
    /// Whether the raising instruction's index is pushed.
    pub push_lasti: bool,
}

/// What a local slot is, beyond a plain local.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalKind {
    /// A local variable or argument.
    Fast,
    /// A cell made by this function; `argument` where it is an argument too.
    Cell {
        /// Whether the slot is also an argument's.
        argument: bool,
    },
    /// A cell from the closure.
    Free,
    /// A local of an inlined comprehension: not visible in `locals()` outside of it.
    Hidden,
}

/// Properties of a code object (CPython's `co_flags`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeFlags {
    /// Names are locals in slots (functions), not entries of a namespace (modules, classes).
    pub optimized: bool,
    /// A new namespace for each call (functions and classes have none of the module's).
    pub newlocals: bool,
    /// Has `*args`.
    pub varargs: bool,
    /// Has `**kwargs`.
    pub varkeywords: bool,
    /// Defined inside another function.
    pub nested: bool,
    /// Contains `yield`.
    pub generator: bool,
    /// `async def`.
    pub coroutine: bool,
    /// `async def` that contains `yield`.
    pub async_generator: bool,
    /// A generator that can be awaited (`types.coroutine`).
    pub iterable_coroutine: bool,
    /// Compiled after `from __future__ import annotations`.
    pub future_annotations: bool,
}

/// Compiled code: plain data, the same for every machine that runs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// `co_name`
    pub name: Rc<str>,
    /// `co_qualname`
    pub qualname: Rc<str>,
    /// `co_filename`
    pub filename: Rc<str>,
    /// Line of `def`, `class` (or of the first decorator); 1 for a module.
    pub first_line: u32,
    /// `co_argcount`: positional arguments, positional-only included.
    pub arg_count: u32,
    /// `co_posonlyargcount`
    pub posonly_arg_count: u32,
    /// `co_kwonlyargcount`
    pub kwonly_arg_count: u32,
    /// `co_flags`
    pub flags: CodeFlags,
    /// The instructions.
    pub instrs: Box<[Instr]>,
    /// Where each instruction comes from; as long as `instrs`.
    pub locations: Box<[Location]>,
    /// The operands at each instruction that are references which CPython does not count (since 3.14), the lowest operand
    /// in the lowest bit; empty where it counts all.
    pub borrowed: Box<[u32]>,
    /// Constants; the first is the docstring (or None) for functions, as in CPython.
    pub consts: Box<[Const]>,
    /// Constant tuples of code that is never made.
    pub unused_tuples: Box<[Const]>,
    /// Names that `LoadName`, `LoadGlobal`, `LoadAttr`, `ImportName` and their kin use.
    pub names: Box<[Rc<str>]>,
    /// Other names in the source: of keyword arguments, of attributes in class patterns, of what is annotated.
    pub identifiers: Box<[Rc<str>]>,
    /// How often a set stands in the whole source where a constant takes its place, as behind `in`.
    pub constant_sets: u32,
    /// Constants that do not stand in the source: the compiler has computed them.
    pub folded: Box<[Const]>,
    /// Local slots: positional arguments, keyword-only arguments, `*args`, `**kwargs`, other locals, cells that are
    /// not arguments, free variables, in this order (CPython's `co_localsplusnames`).
    pub locals: Box<[Rc<str>]>,
    /// What each local slot is.
    pub local_kinds: Box<[LocalKind]>,
    /// How many of the last slots are free variables.
    pub free_count: u32,
    /// Greatest depth of the operand stack.
    pub stack_size: u32,
    /// How many inline caches the instructions use.
    pub cache_count: u16,
    /// What the compiler warns about; only in a whole program's code.
    pub warnings: Box<[CompileWarning]>,
    /// Handlers, innermost first for any instruction: the first entry that covers it counts.
    pub exceptions: Box<[ExceptionEntry]>,
}

/// A SyntaxWarning of the compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileWarning {
    /// Line, from 1.
    pub line: u32,
    /// CPython's message.
    pub message: String,
}

impl Code {
    /// The innermost handler for an exception raised by the instruction at `index`.
    pub fn handler(&self, index: u32) -> Option<&ExceptionEntry> {
        self.exceptions.iter().find(|e| e.start <= index && index < e.end)
    }
}

//! Source text to bytecode.
//!
//! `parser` turns text into a syntax tree, `symtable` decides where every name lives, `codegen` and the files
//! around it write instructions, `flowgraph` orders and optimizes them, `assemble` makes a code object of them.
//! Instructions, stack, lines and places are those of CPython 3.13.

pub(crate) mod anchors;
mod assemble;
mod calls;
mod codegen;
mod comprehensions;
mod diagnose;
pub(crate) mod effects;
mod error;
mod exceptions;
mod expressions;
mod flowgraph;
mod fold;
mod functions;
mod ir;
mod limits;
mod parser;
mod patterns;
mod source;
mod start;
mod statements;
mod symtable;
mod unit;
mod unparse;
mod warnings;

use std::borrow::Cow;
use std::rc::Rc;

use crate::bytecode::{Code, Const};
use crate::version::{Borrowing, Version};

pub use effects::stack_effect;
pub use error::SyntaxError;

/// What a source text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A program: its code returns None.
    Exec,
    /// An expression: its code returns the value.
    Eval,
    /// Interactive statements: values of expressions go to `sys.displayhook`.
    Single,
}

/// What the surroundings of a source text say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Annotations are texts, as after `from __future__ import annotations`.
    pub future_annotations: bool,
    /// The minor release of CPython 3 whose errors to report.
    pub release: u32,
    /// Which operands are references that are not counted.
    pub borrowing: Option<Borrowing>,
    /// Whether `with` keeps `__exit__` and the manager apart.
    pub unbound_exits: bool,
    /// Whether the condition of `while` stands in the code once.
    pub while_tests_once: bool,
    /// Whether annotations are computed when they are asked for.
    pub deferred_annotations: bool,
    /// Whether the code of an expression of constants is made before it becomes one constant.
    pub constants_folded_late: bool,
}

impl Options {
    /// For a program that runs as this release runs it.
    pub fn of(version: &Version) -> Options {
        Options {
            release: version.number.1,
            borrowing: version.borrowing,
            unbound_exits: version.unbound_exits,
            while_tests_once: version.while_tests_once,
            deferred_annotations: version.deferred_annotations,
            constants_folded_late: version.constants_folded_late,
            ..Options::default()
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Options {
            future_annotations: false,
            release: 13,
            borrowing: None,
            unbound_exits: false,
            while_tests_once: false,
            deferred_annotations: false,
            constants_folded_late: false,
        }
    }
}

/// Compiles a source text.
///
/// # Errors
/// The first SyntaxError, as CPython 3.13 words it.
pub fn compile(source: &str, filename: &str, mode: Mode) -> Result<Rc<Code>, SyntaxError> {
    compile_with(source, filename, mode, Options::default())
}

/// As [`compile`], for a text that takes something over from the code that compiles it.
///
/// # Errors
/// The first SyntaxError, as CPython words it.
pub fn compile_with(source: &str, filename: &str, mode: Mode, options: Options) -> Result<Rc<Code>, SyntaxError> {
    // As CPython's tokenizer does it, so that a text's end is where a line ends.
    let ended = if source.ends_with('\n') { Cow::Borrowed(source) } else { Cow::Owned(format!("{source}\n")) };
    let map = source::SourceMap::new(&ended);
    let (module, warnings) = parser::parse(&map, mode == Mode::Eval, options.release)?;
    start::check(&map, &module, mode)?;
    let code = symtable::SymbolTable::build(&module, &map, options)
        .and_then(|table| codegen::generate(&module, &map, &table, filename, mode, options.release, warnings));
    code.map_err(|error| SyntaxError { parsed: true, ..error })
}

/// The errors of a program; none if it compiles.
pub fn check(source: &str) -> Vec<SyntaxError> {
    compile(source, "<string>", Mode::Exec).err().into_iter().collect()
}

/// A constant as an error message shows it.
fn display_const(value: &Const) -> String {
    match value {
        Const::None => "None".into(),
        Const::Bool(true) => "True".into(),
        Const::Bool(false) => "False".into(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => value.to_string(),
        Const::Str(value) => format!("'{value}'"),
        _ => "...".into(),
    }
}

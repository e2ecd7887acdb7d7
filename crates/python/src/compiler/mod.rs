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
mod effects;
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
mod statements;
mod symtable;
mod unit;

use std::rc::Rc;

use crate::bytecode::{Code, Const};

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

/// Compiles a source text.
///
/// # Errors
/// The first SyntaxError, as CPython 3.13 words it.
pub fn compile(source: &str, filename: &str, mode: Mode) -> Result<Rc<Code>, SyntaxError> {
    let map = source::SourceMap::new(source);
    let module = parser::parse(&map, mode == Mode::Eval)?;
    let table = symtable::SymbolTable::build(&module, &map)?;
    codegen::generate(&module, &map, &table, filename, mode)
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

//! A code object in the making: its instructions, constants, names, and the blocks that are open.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::ir::{IrInstr, IrOp, Label};
use super::parser::ast::{Stmt, StmtAnnAssign};
use super::symtable::{NameScope, ScopeId};
use crate::bytecode::{Const, Location};

/// What kind of code a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
    TypeParameters,
}

/// What leaving a block early has to undo (CPython's fblocks).
#[derive(Clone, Copy)]
pub(super) enum FrameBlockKind<'a> {
    WhileLoop,
    ForLoop,
    AsyncForLoop,
    TryExcept,
    FinallyTry(&'a [Stmt]),
    FinallyEnd,
    With,
    AsyncWith,
    /// The body of an `except`; the name it binds.
    HandlerCleanup(Option<&'a str>),
    PopValue,
    ExceptionHandler,
    ExceptionGroupHandler,
    StopIteration,
}

/// An open block.
#[derive(Clone, Copy)]
pub(super) struct FrameBlock<'a> {
    pub kind: FrameBlockKind<'a>,
    /// Where `continue` goes.
    pub start: Option<Label>,
    /// Where `break` goes.
    pub exit: Option<Label>,
    pub location: Location,
}

/// Values by their order of first use.
#[derive(Default)]
pub(super) struct Pool {
    pub names: Vec<Rc<str>>,
    index: HashMap<Rc<str>, u32>,
}

impl Pool {
    /// The name's number.
    pub fn add(&mut self, name: &str) -> u32 {
        if let Some(&index) = self.index.get(name) {
            return index;
        }
        let index = self.names.len() as u32;
        let name: Rc<str> = name.into();
        self.names.push(name.clone());
        self.index.insert(name, index);
        index
    }

    /// The name's number if it has one.
    pub fn get(&self, name: &str) -> Option<u32> {
        self.index.get(name).copied()
    }
}

/// Constants without repetition. Equal values of different types, and zeros of different sign, are different.
#[derive(Default)]
pub(super) struct ConstPool {
    pub values: Vec<Const>,
    index: HashMap<String, u32>,
}

impl ConstPool {
    /// The constant's number.
    pub fn add(&mut self, value: Const) -> u32 {
        let number = self.values.len() as u32;
        if !matches!(value, Const::Code(_)) {
            // The debug form tells types and signs apart, at every depth of a tuple.
            let key = format!("{value:?}");
            if let Some(&number) = self.index.get(&key) {
                return number;
            }
            self.index.insert(key, number);
        }
        self.values.push(value);
        number
    }
}

/// A code object in the making.
pub(super) struct Unit<'a> {
    pub kind: UnitKind,
    pub scope: ScopeId,
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub first_line: u32,
    pub private: Option<Rc<str>>,
    pub instrs: Vec<IrInstr>,
    /// Label to instruction index; `u32::MAX` while it has no place.
    pub labels: Vec<u32>,
    pub consts: ConstPool,
    pub names: Pool,
    pub varnames: Pool,
    pub cells: Pool,
    pub frees: Pool,
    pub blocks: Vec<FrameBlock<'a>>,
    pub arg_count: u32,
    pub posonly_arg_count: u32,
    pub kwonly_arg_count: u32,
    pub varargs: bool,
    pub varkeywords: bool,
    /// Names that an inlined comprehension makes locals for the while.
    pub hidden_now: HashSet<Rc<str>>,
    /// Those that ever were.
    pub hidden_ever: HashSet<Rc<str>>,
    /// How many inlined comprehensions are open.
    pub inlined_depth: u32,
    /// Scopes of names while comprehensions are inlined, innermost last.
    pub overrides: Vec<(Rc<str>, Option<NameScope>)>,
    /// `self.x = ...` in the methods of a class.
    pub static_attributes: Vec<Rc<str>>,
    /// Annotated variables, and the number of those of which it depends on the program's run.
    pub annotated: Vec<(&'a StmtAnnAssign, Option<u32>)>,
    /// [`crate::bytecode::Code::identifiers`]
    pub identifiers: Vec<Rc<str>>,
    /// [`crate::bytecode::Code::folded`]
    pub folded: Vec<Const>,
}

impl Unit<'_> {
    /// Moves the instructions from `from` on to place `to`.
    pub fn move_back(&mut self, from: usize, to: usize) {
        let moved = self.instrs.len() - from;
        self.instrs[to..].rotate_right(moved);
        for place in &mut self.labels {
            if *place != u32::MAX && *place as usize >= to {
                *place += moved as u32;
            }
        }
    }

    /// A label without a place.
    pub fn label(&mut self) -> Label {
        self.labels.push(u32::MAX);
        Label(self.labels.len() as u32 - 1)
    }

    /// The label's place is here.
    pub fn place(&mut self, label: Label) {
        self.labels[label.0 as usize] = self.instrs.len() as u32;
    }

    /// Appends an instruction.
    pub fn push(&mut self, op: IrOp, a: u32, b: u16, target: Option<Label>, location: Location) {
        self.instrs.push(IrInstr { op, a, b, target, location });
    }

    /// Puts an instruction before all others.
    pub fn insert_first(&mut self, op: IrOp, target: Label) {
        let instr = IrInstr { op, a: 0, b: 0, target: Some(target), location: super::ir::NO_LOCATION };
        self.instrs.insert(0, instr);
        for place in &mut self.labels {
            *place = place.saturating_add(1);
        }
    }
}

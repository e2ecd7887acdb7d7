//! From the syntax tree to instructions: what the other files of the generator share (CPython 3.13 compile.c).

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::error::SyntaxError;
use super::ir::{IrOp, Label, NO_LOCATION};
use super::parser::ast::{self, Expr, Stmt};
use super::parser::{Ranged, TextRange};
use super::source::SourceMap;
use super::symtable::{BlockKind, NameScope, Scope, ScopeId, ScopeRole, SymbolTable, TOP, mangle};
use super::unit::{ConstPool, FrameBlock, FrameBlockKind, Pool, Unit, UnitKind};
use super::{Mode, assemble};
use crate::bytecode::{Code, CompileWarning, Const, Intrinsic1, Location, Op, ResumeKind};

/// What compiling a piece of syntax gives.
pub(super) type Done = Result<(), SyntaxError>;

/// Calls, lists and so on with more items than this are built step by step (CPython's STACK_USE_GUIDELINE).
pub(super) const STACK_USE_GUIDELINE: usize = 30;

/// How deep the generator recurses; deeper programs are refused, so that the stack of a web worker is enough.
const MAX_DEPTH: u32 = 600;

/// What is done with a name or a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    Load,
    Store,
    Delete,
}

/// The generator.
pub(super) struct Compiler<'a> {
    pub source: &'a SourceMap<'a>,
    pub filename: Rc<str>,
    pub table: &'a SymbolTable,
    pub mode: Mode,
    /// The minor release of CPython 3 to follow.
    pub release: u32,
    pub units: Vec<Unit<'a>>,
    /// Where a generator expression is that shares its call's parentheses: as CPython has it, with them.
    pub bare_generators: HashMap<usize, TextRange>,
    /// What to warn about.
    pub warnings: Vec<CompileWarning>,
    depth: u32,
}

/// Generates the code of a whole program.
pub(super) fn generate<'a>(
    module: &'a ast::Mod,
    source: &'a SourceMap<'a>,
    table: &'a SymbolTable,
    filename: &str,
    mode: Mode,
    release: u32,
    warnings: Vec<CompileWarning>,
) -> Result<Rc<Code>, SyntaxError> {
    let mut compiler = Compiler {
        source,
        filename: filename.into(),
        table,
        mode,
        release,
        units: Vec::new(),
        bare_generators: HashMap::new(),
        warnings,
        depth: 0,
    };
    compiler.enter_unit("<module>", UnitKind::Module, TOP, 1, None);
    match module {
        ast::Mod::Module(module) => {
            compiler.body(&module.body, Location { line: 1, end_line: 1, column: 1, end_column: 1 })?;
            compiler.finish_unit(true)
        }
        ast::Mod::Expression(expression) => {
            compiler.expression(&expression.body)?;
            compiler.finish_unit(false)
        }
    }
}

impl<'a> Compiler<'a> {
    /// The code object in the making.
    pub fn unit(&mut self) -> &mut Unit<'a> {
        let last = self.units.len() - 1;
        &mut self.units[last]
    }

    /// The scope of the code object in the making.
    pub fn scope(&self) -> &'a Scope {
        &self.table.scopes[self.units.last().map_or(TOP, |unit| unit.scope)]
    }

    /// Runs `f` one level deeper, or refuses.
    pub fn deeper<T>(
        &mut self,
        range: TextRange,
        f: impl FnOnce(&mut Self) -> Result<T, SyntaxError>,
    ) -> Result<T, SyntaxError> {
        if self.depth >= MAX_DEPTH {
            return Err(too_complex(self.source, range));
        }
        self.depth += 1;
        let result = f(self);
        self.depth -= 1;
        result
    }

    /// A SyntaxError at a piece of syntax.
    pub fn error<T>(&self, message: impl Into<String>, range: TextRange) -> Result<T, SyntaxError> {
        Err(self.source.error(message, range))
    }

    /// Where a piece of syntax is.
    pub fn location<N: Ranged>(&self, node: &N) -> Location {
        self.source.location(node.range())
    }

    // Units

    /// Begins a code object.
    pub fn enter_unit(
        &mut self,
        name: &str,
        kind: UnitKind,
        scope: ScopeId,
        first_line: u32,
        private: Option<Rc<str>>,
    ) {
        let table = self.table;
        let symbols = &table.scopes[scope].symbols;
        let mut cells = Pool::default();
        let mut frees = Pool::default();
        let mut varnames = Pool::default();
        for param in &table.scopes[scope].params {
            varnames.add(param);
        }
        let mut cell_names =
            symbols.sorted(|symbol| symbol.scope == Some(NameScope::Cell) || symbol.comprehension_cell);
        if table.scopes[scope].needs_class_closure {
            cell_names.push("__class__".into());
        }
        if table.scopes[scope].needs_classdict {
            cell_names.push("__classdict__".into());
        }
        // A module has such a cell, too, which nothing uses (compile.c, _PyCompile_EnterScope).
        if kind == UnitKind::Module && symbols.get("__conditional_annotations__").is_some_and(|symbol| symbol.local) {
            cell_names.push("__conditional_annotations__".into());
        }
        for name in cell_names {
            cells.add(&name);
        }
        for name in symbols.sorted(|symbol| symbol.scope == Some(NameScope::Free) || symbol.free_class) {
            frees.add(&name);
        }
        let private = private.or_else(|| self.units.last().and_then(|unit| unit.private.clone()));
        let qualname = self.qualname(name, kind);
        self.units.push(Unit {
            kind,
            scope,
            name: name.into(),
            qualname,
            first_line,
            private,
            instrs: Vec::new(),
            labels: Vec::new(),
            consts: ConstPool::default(),
            names: Pool::default(),
            varnames,
            cells,
            frees,
            blocks: Vec::new(),
            arg_count: 0,
            posonly_arg_count: 0,
            kwonly_arg_count: 0,
            varargs: false,
            varkeywords: false,
            hidden_now: HashSet::new(),
            hidden_ever: HashSet::new(),
            inlined_depth: 0,
            overrides: Vec::new(),
            static_attributes: Vec::new(),
            annotated: Vec::new(),
            identifiers: Vec::new(),
            folded: Vec::new(),
        });
        let location = if kind == UnitKind::Module {
            NO_LOCATION
        } else {
            Location { line: first_line, end_line: first_line, column: 1, end_column: 1 }
        };
        self.emit_a(Op::Resume, ResumeKind::Start as u32, location);
    }

    fn qualname(&self, name: &str, kind: UnitKind) -> Rc<str> {
        let mut parents = self.units.iter().rev();
        let mut parent = parents.next();
        if parent.is_some_and(|unit| unit.kind == UnitKind::TypeParameters) {
            parent = parents.next();
        }
        let Some(parent) = parent else { return name.into() };
        if parent.kind == UnitKind::Module {
            return name.into();
        }
        if matches!(kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Class) {
            let mangled = mangle(parent.private.as_deref(), name);
            if self.table.scopes[parent.scope].scope_of(&mangled) == Some(NameScope::GlobalExplicit) {
                return name.into();
            }
        }
        if matches!(parent.kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda) {
            format!("{}.<locals>.{name}", parent.qualname).into()
        } else {
            format!("{}.{name}", parent.qualname).into()
        }
    }

    /// Ends a code object.
    pub fn finish_unit(&mut self, return_none: bool) -> Result<Rc<Code>, SyntaxError> {
        if return_none {
            self.emit_const(Const::None, NO_LOCATION);
        }
        self.emit(Op::ReturnValue, NO_LOCATION);
        let Some(unit) = self.units.pop() else {
            return self.error("no code", TextRange::default());
        };
        let mut code = assemble::assemble(unit, self.table, &self.filename);
        if self.units.is_empty() {
            code.warnings = std::mem::take(&mut self.warnings).into();
        }
        Ok(Rc::new(code))
    }

    // Instructions

    /// Appends an instruction without operands.
    pub fn emit(&mut self, op: Op, location: Location) {
        self.unit().push(IrOp::Op(op), 0, 0, None, location);
    }

    /// Appends an instruction with its first operand.
    pub fn emit_a(&mut self, op: Op, a: u32, location: Location) {
        self.unit().push(IrOp::Op(op), a, 0, None, location);
    }

    /// Appends an instruction with a target.
    pub fn emit_jump(&mut self, op: Op, target: Label, location: Location) {
        self.unit().push(IrOp::Op(op), 0, 0, Some(target), location);
    }

    /// Jumps over what comes next. Should the blocks' order turn it backwards, it serves no eval breaker.
    pub fn emit_forward(&mut self, target: Label, location: Location) {
        self.unit().push(IrOp::JumpNoInterrupt, 0, 0, Some(target), location);
    }

    /// Appends one of the compiler's own instructions.
    pub fn emit_ir(&mut self, op: IrOp, target: Option<Label>, location: Location) {
        self.unit().push(op, 0, 0, target, location);
    }

    /// Loads a constant.
    pub fn emit_const(&mut self, value: Const, location: Location) {
        let number = self.unit().consts.add(value);
        self.emit_a(Op::LoadConst, number, location);
    }

    /// An instruction whose operand is an attribute's or a module's name.
    pub fn emit_name(&mut self, op: Op, name: &str, location: Location) {
        let mangled = self.mangle(name);
        let number = self.unit().names.add(&mangled);
        self.emit_a(op, number, location);
    }

    /// An instruction whose operand is the name as it stands.
    pub fn emit_plain_name(&mut self, op: Op, name: &str, location: Location) {
        let number = self.unit().names.add(name);
        self.emit_a(op, number, location);
    }

    /// An instruction on a local slot.
    pub fn emit_local(&mut self, op: Op, name: &str, location: Location) {
        let number = self.unit().varnames.add(name);
        self.emit_a(op, number, location);
    }

    /// A new label.
    pub fn label(&mut self) -> Label {
        self.unit().label()
    }

    /// The label's place is here.
    pub fn place(&mut self, label: Label) {
        self.unit().place(label);
    }

    /// The name as it is stored in this scope.
    pub fn mangle(&self, name: &str) -> Rc<str> {
        mangle(self.units.last().and_then(|unit| unit.private.as_deref()), name)
    }

    /// A constant that stands in the source as a name.
    pub fn identifier(&mut self, name: Rc<str>) -> Const {
        self.unit().identifiers.push(name.clone());
        Const::Str(name)
    }

    /// The index of a cell or free variable.
    pub fn deref_index(&mut self, name: &str) -> u32 {
        let unit = self.unit();
        match unit.cells.get(name) {
            Some(index) => index,
            None => unit.frees.get(name).unwrap_or(0) + unit.cells.names.len() as u32,
        }
    }

    /// The index of a free variable, also where a cell has the same name.
    pub fn free_index(&mut self, name: &str) -> u32 {
        let unit = self.unit();
        unit.frees.get(name).unwrap_or(0) + unit.cells.names.len() as u32
    }

    /// Appends an instruction on a cell.
    pub fn emit_deref(&mut self, op: IrOp, index: u32, location: Location) {
        self.unit().push(op, index, 0, None, location);
    }

    /// Loads, stores or deletes a variable.
    pub fn name(&mut self, name: &str, context: Context, location: Location) {
        let mangled = self.mangle(name);
        let scope = self.scope();
        let name_scope = self.name_scope(&mangled);
        let inlined = self.unit().inlined_depth > 0;
        let in_class = scope.kind == BlockKind::Class;
        match name_scope {
            Some(NameScope::Free | NameScope::Cell) => {
                let index = if name_scope == Some(NameScope::Free) {
                    self.free_index(&mangled)
                } else {
                    self.deref_index(&mangled)
                };
                let op = match context {
                    Context::Store => Op::StoreDeref,
                    Context::Delete => Op::DeleteDeref,
                    Context::Load if in_class && !inlined => {
                        self.emit(Op::LoadLocals, location);
                        Op::LoadFromDictOrDeref
                    }
                    Context::Load if scope.can_see_class_scope => {
                        self.load_classdict(location);
                        Op::LoadFromDictOrDeref
                    }
                    Context::Load => Op::LoadDeref,
                };
                self.emit_deref(IrOp::Op(op), index, location);
            }
            Some(NameScope::Local) if scope.is_function_like() || self.unit().hidden_now.contains(&mangled) => {
                let op = match context {
                    Context::Load => Op::LoadFast,
                    Context::Store => Op::StoreFast,
                    Context::Delete => Op::DeleteFast,
                };
                self.emit_local(op, &mangled, location);
            }
            Some(NameScope::GlobalExplicit) => self.global(&mangled, context, false, location),
            Some(NameScope::GlobalImplicit) if scope.is_function_like() => {
                self.global(&mangled, context, scope.can_see_class_scope, location);
            }
            _ => {
                let op = match context {
                    Context::Load if in_class && inlined => Op::LoadGlobal,
                    Context::Load => Op::LoadName,
                    Context::Store => Op::StoreName,
                    Context::Delete => Op::DeleteName,
                };
                self.emit_plain_name(op, &mangled, location);
            }
        }
    }

    fn global(&mut self, mangled: &str, context: Context, through_classdict: bool, location: Location) {
        let op = match context {
            Context::Load if through_classdict => {
                self.load_classdict(location);
                Op::LoadFromDictOrGlobals
            }
            Context::Load => Op::LoadGlobal,
            Context::Store => Op::StoreGlobal,
            Context::Delete => Op::DeleteGlobal,
        };
        self.emit_plain_name(op, mangled, location);
    }

    fn load_classdict(&mut self, location: Location) {
        let index = self.free_index("__classdict__");
        self.emit_deref(IrOp::Op(Op::LoadDeref), index, location);
    }

    /// The scope of a mangled name here, comprehensions that are being inlined included.
    pub fn name_scope(&self, mangled: &str) -> Option<NameScope> {
        let overrides = self.units.last().map_or(&[][..], |unit| &unit.overrides);
        overrides
            .iter()
            .rev()
            .find(|(name, _)| name.as_ref() == mangled)
            .map_or_else(|| self.scope().scope_of(mangled), |(_, scope)| *scope)
    }

    // Blocks

    /// Opens a block.
    pub fn push_block(
        &mut self,
        kind: FrameBlockKind<'a>,
        start: Option<Label>,
        exit: Option<Label>,
        location: Location,
    ) {
        self.unit().blocks.push(FrameBlock { kind, start, exit, location });
    }

    /// Closes the innermost block.
    pub fn pop_block(&mut self) {
        self.unit().blocks.pop();
    }

    // Pieces that many kinds of syntax use

    /// `COPY 3; POP_EXCEPT; RERAISE 1`
    pub fn pop_except_and_reraise(&mut self) {
        self.emit_a(Op::Copy, 3, NO_LOCATION);
        self.emit(Op::PopExcept, NO_LOCATION);
        self.emit_a(Op::Reraise, 1, NO_LOCATION);
    }

    /// 1 where an iterator on the stack has its place, or null, above it (since 3.15), else 0.
    pub fn places(&self) -> u32 {
        u32::from(self.release >= 15)
    }

    /// Begins a round of a loop over what `GetIter` left.
    pub fn for_iter(&mut self, exit: Label, location: Location) {
        let places = self.places() as u16;
        self.unit().push(IrOp::Op(Op::ForIter), 0, places, Some(exit), location);
    }

    /// Awaits what is on top, which is awaitable.
    pub fn send_until_done(&mut self, location: Location) {
        if self.places() == 1 {
            self.emit(Op::PushNull, location);
        }
        self.yield_from(true, location);
    }

    /// Delegates to the awaitable or iterator on top until it returns.
    pub fn yield_from(&mut self, is_await: bool, location: Location) {
        let places = self.places();
        self.emit_const(Const::None, location);
        let (send, fail, exit) = (self.label(), self.label(), self.label());
        self.place(send);
        self.unit().push(IrOp::Op(Op::Send), 0, places as u16, Some(exit), location);
        self.emit_ir(IrOp::SetupFinally, Some(fail), location);
        self.unit().push(IrOp::Op(Op::YieldValue), 1, places as u16, None, location);
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        let resume = if is_await { ResumeKind::Await } else { ResumeKind::YieldFrom };
        self.emit_a(Op::Resume, resume as u32, location);
        self.emit_ir(IrOp::JumpNoInterrupt, Some(send), location);
        self.place(fail);
        self.emit_a(Op::CleanupThrow, places, location);
        self.place(exit);
        self.emit_a(Op::EndSend, places, location);
    }

    /// Yields the top.
    pub fn yield_value(&mut self, location: Location) {
        let scope = self.scope();
        if scope.generator && scope.coroutine {
            self.emit_a(Op::CallIntrinsic1, Intrinsic1::AsyncGenWrap as u32, location);
        }
        self.emit_a(Op::YieldValue, 0, location);
        self.emit_a(Op::Resume, ResumeKind::Yield as u32, location);
    }

    /// Awaits the top. `kind` is the operand of `GetAwaitable`.
    pub fn await_top(&mut self, kind: u32, location: Location) {
        self.emit_a(Op::GetAwaitable, kind, location);
        self.send_until_done(location);
    }

    /// Wraps a generator's body, so that a StopIteration that leaves it becomes a RuntimeError.
    pub fn wrap_in_stop_iteration_handler(&mut self) {
        let handler = self.label();
        self.unit().insert_first(IrOp::SetupCleanup, handler);
        self.end_with_stop_iteration_handler(handler);
    }

    /// The same, the handler being in place already.
    pub fn end_with_stop_iteration_handler(&mut self, handler: Label) {
        self.emit_const(Const::None, NO_LOCATION);
        self.emit(Op::ReturnValue, NO_LOCATION);
        self.place(handler);
        self.emit_a(Op::CallIntrinsic1, Intrinsic1::StopIterationError as u32, NO_LOCATION);
        self.emit_a(Op::Reraise, 1, NO_LOCATION);
    }

    /// Pushes the function of a code object, with the attributes that are on the stack.
    pub fn make_closure(&mut self, code: Rc<Code>, attributes: &[u32], location: Location) {
        let free_names: Vec<Rc<str>> = code.locals[code.locals.len() - code.free_count as usize..].to_vec();
        for name in &free_names {
            // As in CPython, `__class__` of a class body is its own cell, whatever the symbol says.
            let own = matches!(name.as_ref(), "__class__" | "__classdict__") && self.unit().kind == UnitKind::Class;
            let index = if self.name_scope(name) == Some(NameScope::Cell) || own {
                self.deref_index(name)
            } else {
                self.free_index(name)
            };
            self.emit_deref(IrOp::LoadClosure, index, location);
        }
        if !free_names.is_empty() {
            self.emit_a(Op::BuildTuple, free_names.len() as u32, location);
        }
        self.emit_const(Const::Code(code), location);
        self.emit(Op::MakeFunction, location);
        let closure = crate::bytecode::FunctionAttribute::Closure as u32;
        let closure = (!free_names.is_empty()).then_some(closure);
        for attribute in closure.into_iter().chain(attributes.iter().copied()) {
            self.emit_a(Op::SetFunctionAttribute, attribute, location);
        }
    }

    /// A scope of a syntax node.
    pub fn scope_of_node<N>(&self, node: &N, role: ScopeRole) -> ScopeId {
        self.table.lookup(node, role)
    }

    /// Compiles statements.
    pub fn statements(&mut self, body: &'a [Stmt]) -> Done {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    /// Compiles expressions, left to right.
    pub fn expressions(&mut self, exprs: &'a [Expr]) -> Done {
        exprs.iter().try_for_each(|expr| self.expression(expr))
    }
}

/// The refusal of a program that is nested too deeply.
pub(super) fn too_complex(source: &SourceMap<'_>, range: TextRange) -> SyntaxError {
    SyntaxError {
        exception: "RecursionError",
        ..source.error("maximum recursion depth exceeded during compilation", range)
    }
}

//! Simple statements, branches and loops.

use std::rc::Rc;

use super::Mode;
use super::codegen::{Compiler, Context, Done};
use super::fold;
use super::ir::{IrOp, NO_LOCATION};
use super::parser::ast::{self, Expr, Stmt};
use super::parser::{Ranged, TextRange, TextSize};
use super::symtable::node_key;
use super::unit::{FrameBlock, FrameBlockKind, UnitKind};
use crate::bytecode::{Const, Intrinsic1, Location, Op};

impl<'a> Compiler<'a> {
    /// The body of a module or class: annotations, docstring, statements.
    pub fn body(&mut self, body: &'a [Stmt], location: Location) -> Done {
        let location = match body.first() {
            Some(first) if self.unit().kind == UnitKind::Module => self.statement_location(first),
            _ => location,
        };
        if self.unit().kind == UnitKind::Module {
            self.check_future_imports(body)?;
        }
        let deferred = self.table.defers_annotations();
        if !deferred && has_annotations(body) {
            self.emit(Op::SetupAnnotations, location);
        }
        let start = self.unit().instrs.len();
        if self.scope().symbols.get("__conditional_annotations__").is_some_and(|symbol| symbol.local) {
            self.emit_a(Op::BuildSet, 0, location);
            self.name("__conditional_annotations__", Context::Store, location);
        }
        let mut body = body;
        if self.mode == Mode::Exec
            && let Some((doc, value)) = docstring(body, self.release)
        {
            let location = self.location(value);
            self.emit_const(Const::Str(doc), location);
            self.name("__doc__", Context::Store, NO_LOCATION);
            body = &body[1..];
        }
        self.statements(body)?;
        if deferred && !self.unit().annotated.is_empty() {
            self.annotate_variables(start, location)?;
        }
        Ok(())
    }

    /// The function that computes the annotations of a module's or a class's variables: in a module it is there first.
    fn annotate_variables(&mut self, start: usize, location: Location) -> Done {
        let end = self.unit().instrs.len();
        let annotated = std::mem::take(&mut self.unit().annotated);
        let Some(scope) = self.scope().annotations else { return Ok(()) };
        let module = self.unit().kind == UnitKind::Module;
        self.enter_annotate(None, scope, location);
        self.emit_a(Op::BuildMap, 0, location);
        for (node, condition) in annotated {
            let next = self.label();
            if let Some(number) = condition {
                let statement = self.location(node);
                self.emit_const(Const::Int(number.into()), statement);
                self.name("__conditional_annotations__", Context::Load, statement);
                self.emit_a(Op::ContainsOp, 0, statement);
                self.emit_jump(Op::PopJumpIfFalse, next, statement);
            }
            self.expression(&node.annotation)?;
            self.emit_a(Op::Copy, 2, location);
            if let Expr::Name(name) = &*node.target {
                let name = self.mangle(&name.id);
                self.emit_const(Const::Str(name), location);
            }
            self.emit(Op::StoreSubscr, location);
            self.place(next);
        }
        self.finish_annotate(location)?;
        let name = if module { "__annotate__" } else { "__annotate_func__" };
        self.name(name, Context::Store, location);
        if module {
            self.unit().move_back(end, start);
        }
        Ok(())
    }

    /// `from __future__` may follow nothing but the docstring and others of its kind.
    fn check_future_imports(&self, body: &[Stmt]) -> Done {
        let is_future = |stmt: &Stmt| {
            matches!(stmt, Stmt::ImportFrom(import) if import.level == 0
                && import.module.as_ref().is_some_and(|name| name.as_str() == "__future__"))
        };
        let skip = usize::from(docstring(body, self.release).is_some());
        let late = body.iter().skip(skip).skip_while(|stmt| is_future(stmt)).find(|stmt| is_future(stmt));
        match late {
            Some(late) => self.error("from __future__ imports must occur at the beginning of the file", late.range()),
            None => Ok(()),
        }
    }

    /// Where a statement is; a decorated definition is where its `def` or `class` is.
    pub fn statement_location(&self, stmt: &Stmt) -> Location {
        match stmt {
            Stmt::FunctionDef(def) => self.definition_location(&def.decorator_list, def),
            Stmt::ClassDef(def) => self.definition_location(&def.decorator_list, def),
            _ => self.location(stmt),
        }
    }

    /// A statement.
    pub fn statement(&mut self, stmt: &'a Stmt) -> Done {
        self.deeper(stmt.range(), |this| this.statement_inner(stmt))
    }

    fn statement_inner(&mut self, stmt: &'a Stmt) -> Done {
        let location = self.location(stmt);
        match stmt {
            Stmt::FunctionDef(def) => self.function_def(def),
            Stmt::ClassDef(def) => self.class_def(def),
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            Stmt::Return(node) => self.return_statement(node),
            Stmt::Delete(node) => node.targets.iter().try_for_each(|target| self.target(target, Context::Delete)),
            Stmt::Assign(node) => {
                self.expression(&node.value)?;
                for (i, target) in node.targets.iter().enumerate() {
                    if i + 1 < node.targets.len() {
                        self.emit_a(Op::Copy, 1, location);
                    }
                    self.target(target, Context::Store)?;
                }
                Ok(())
            }
            Stmt::AugAssign(node) => self.augmented_assignment(node),
            Stmt::AnnAssign(node) => self.annotated_assignment(node),
            Stmt::For(node) if node.is_async => self.async_for(node),
            Stmt::For(node) => self.for_loop(node),
            Stmt::While(node) => self.while_loop(node),
            Stmt::If(node) => self.if_statement(node),
            Stmt::With(node) => self.with(node, 0),
            Stmt::Match(node) => self.match_statement(node),
            Stmt::Raise(node) => {
                let mut count = 0;
                for part in [&node.exc, &node.cause].into_iter().flatten() {
                    self.expression(part)?;
                    count += 1;
                }
                self.emit_a(Op::RaiseVarargs, count, location);
                Ok(())
            }
            Stmt::Try(node) => self.try_statement(node),
            Stmt::Assert(node) => {
                self.check_assert(node);
                let end = self.label();
                self.jump_if(&node.test, end, true, location)?;
                self.emit(Op::LoadAssertionError, location);
                if let Some(message) = &node.msg {
                    self.expression(message)?;
                    self.emit_a(Op::Call, 0, location);
                }
                let test = self.location(&*node.test);
                self.emit_a(Op::RaiseVarargs, 1, test);
                self.place(end);
                Ok(())
            }
            Stmt::Import(node) => self.import(node, location),
            Stmt::ImportFrom(node) => self.import_from(node, location),
            Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::Expr(node) => self.expression_statement(&node.value, location),
            Stmt::Pass(_) => {
                self.emit(Op::Nop, location);
                Ok(())
            }
            Stmt::Break(_) => self.break_statement(stmt, location),
            Stmt::Continue(_) => self.continue_statement(stmt, location),
            Stmt::IpyEscapeCommand(_) => self.error("invalid syntax", stmt.range()),
        }
    }

    fn expression_statement(&mut self, value: &'a Expr, location: Location) -> Done {
        if self.mode == Mode::Single && self.units.len() == 1 {
            return self.displayed(value, location);
        }
        if fold::constant(value).is_some() {
            self.emit(Op::Nop, location);
            return Ok(());
        }
        self.expression(value)?;
        self.emit(Op::PopTop, NO_LOCATION);
        Ok(())
    }

    /// An expression statement of interactive code.
    fn displayed(&mut self, value: &'a Expr, location: Location) -> Done {
        self.expression(value)?;
        self.emit_a(Op::CallIntrinsic1, Intrinsic1::Print as u32, location);
        self.emit(Op::PopTop, NO_LOCATION);
        Ok(())
    }

    fn if_statement(&mut self, node: &'a ast::StmtIf) -> Done {
        let location = self.location(node);
        let mut clauses = node.elif_else_clauses.iter().peekable();
        let end = self.label();
        let mut next = if clauses.peek().is_some() { self.label() } else { end };
        self.jump_if(&node.test, next, false, location)?;
        self.statements(&node.body)?;
        while let Some(clause) = clauses.next() {
            self.emit_forward(end, NO_LOCATION);
            self.place(next);
            if let Some(test) = &clause.test {
                next = if clauses.peek().is_some() { self.label() } else { end };
                let location = self.location(clause);
                self.jump_if(test, next, false, location)?;
            }
            self.statements(&clause.body)?;
        }
        self.place(end);
        Ok(())
    }

    fn for_loop(&mut self, node: &'a ast::StmtFor) -> Done {
        let location = self.location(node);
        let (start, cleanup, end) = (self.label(), self.label(), self.label());
        self.push_block(FrameBlockKind::ForLoop, Some(start), Some(end), location);
        self.iterable(&node.iter)?;
        let iter = self.location(&*node.iter);
        self.emit_a(Op::GetIter, self.places(), iter);
        self.place(start);
        self.for_iter(cleanup, iter);
        let target = self.location(&*node.target);
        self.emit(Op::Nop, target);
        self.target(&node.target, Context::Store)?;
        self.statements(&node.body)?;
        self.emit_jump(Op::Jump, start, NO_LOCATION);
        self.place(cleanup);
        self.emit_ir(IrOp::EndFor, None, NO_LOCATION);
        self.pop_block();
        self.statements(&node.orelse)?;
        self.place(end);
        Ok(())
    }

    fn async_for(&mut self, node: &'a ast::StmtFor) -> Done {
        let location = self.location(node);
        if !self.in_async_function() {
            return self.error("'async for' outside async function", node.range);
        }
        let (start, except, end) = (self.label(), self.label(), self.label());
        self.expression(&node.iter)?;
        let iter = self.location(&*node.iter);
        self.emit(Op::GetAiter, iter);
        self.place(start);
        self.push_block(FrameBlockKind::AsyncForLoop, Some(start), Some(end), location);
        self.emit_ir(IrOp::SetupFinally, Some(except), iter);
        self.emit(Op::GetAnext, iter);
        self.send_until_done(iter);
        self.emit_ir(IrOp::PopBlock, None, iter);
        self.target(&node.target, Context::Store)?;
        self.statements(&node.body)?;
        self.emit_jump(Op::Jump, start, NO_LOCATION);
        self.pop_block();
        self.place(except);
        self.emit(Op::EndAsyncFor, iter);
        self.statements(&node.orelse)?;
        self.place(end);
        Ok(())
    }

    fn while_loop(&mut self, node: &'a ast::StmtWhile) -> Done {
        let location = self.location(node);
        let (start, body, anchor, end) = (self.label(), self.label(), self.label(), self.label());
        self.place(start);
        self.push_block(FrameBlockKind::WhileLoop, Some(start), Some(end), location);
        self.jump_if(&node.test, anchor, false, location)?;
        self.place(body);
        self.statements(&node.body)?;
        if self.table.while_tests_once {
            self.emit_jump(Op::Jump, start, NO_LOCATION);
        } else {
            self.jump_if(&node.test, body, true, location)?;
        }
        self.pop_block();
        self.place(anchor);
        self.statements(&node.orelse)?;
        self.place(end);
        Ok(())
    }

    fn return_statement(&mut self, node: &'a ast::StmtReturn) -> Done {
        let mut location = self.location(node);
        let scope = self.scope();
        if !scope.is_function_like() {
            return self.error("'return' outside function", node.range);
        }
        if node.value.is_some() && scope.coroutine && scope.generator {
            return self.error("'return' with value in async generator", node.range);
        }
        // What is computed of constants may be one only later (codegen.c, codegen_return).
        let late = self.table.constants_folded_late;
        let is_constant = |value: &&Expr| !late || value.is_literal_expr() || value.is_name_expr();
        let constant = node.value.as_deref().filter(is_constant).and_then(fold::constant);
        let preserve = node.value.is_some() && constant.is_none();
        if let Some(value) = &node.value {
            if preserve {
                self.expression(value)?;
            } else {
                location = self.location(&**value);
                self.emit(Op::Nop, location);
            }
        }
        let statement = self.location(node);
        let value_line = node.value.as_ref().map(|value| self.source.line(value.start()));
        if value_line != Some(statement.line) {
            location = statement;
            self.emit(Op::Nop, location);
        }
        self.unwind(&mut location, preserve, false, node.range)?;
        if !preserve {
            self.emit_const(constant.unwrap_or(Const::None), location);
        }
        self.emit(Op::ReturnValue, location);
        Ok(())
    }

    fn break_statement(&mut self, stmt: &'a Stmt, location: Location) -> Done {
        self.emit(Op::Nop, location);
        let mut place = location;
        let Some(found) = self.unwind(&mut place, false, true, stmt.range())? else {
            return self.error("'break' outside loop", stmt.range());
        };
        self.unwind_block(&mut place, found, false)?;
        if let Some(exit) = found.exit {
            self.emit_jump(Op::Jump, exit, place);
        }
        Ok(())
    }

    fn continue_statement(&mut self, stmt: &'a Stmt, location: Location) -> Done {
        self.emit(Op::Nop, location);
        let mut place = location;
        let Some(found) = self.unwind(&mut place, false, true, stmt.range())? else {
            return self.error("'continue' not properly in loop", stmt.range());
        };
        if let Some(start) = found.start {
            self.emit_jump(Op::Jump, start, place);
        }
        Ok(())
    }

    /// Undoes the open blocks, innermost first, as far as the next loop if `to_loop`; gives that loop.
    fn unwind(
        &mut self,
        location: &mut Location,
        preserve: bool,
        to_loop: bool,
        range: super::parser::TextRange,
    ) -> Result<Option<FrameBlock<'a>>, super::SyntaxError> {
        let Some(top) = self.unit().blocks.last().copied() else { return Ok(None) };
        match top.kind {
            FrameBlockKind::ExceptionGroupHandler => {
                let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                return self.error(message, range);
            }
            FrameBlockKind::WhileLoop | FrameBlockKind::ForLoop | FrameBlockKind::AsyncForLoop if to_loop => {
                return Ok(Some(top));
            }
            _ => {}
        }
        self.unit().blocks.pop();
        let result = self.deeper(range, |this| {
            this.unwind_block(location, top, preserve)?;
            this.unwind(location, preserve, to_loop, range)
        });
        self.unit().blocks.push(top);
        result
    }

    fn unwind_block(&mut self, location: &mut Location, block: FrameBlock<'a>, preserve: bool) -> Done {
        let swap = |this: &mut Self, location| {
            if preserve {
                this.emit_a(Op::Swap, 2, location);
            }
        };
        match block.kind {
            FrameBlockKind::WhileLoop
            | FrameBlockKind::ExceptionHandler
            | FrameBlockKind::ExceptionGroupHandler
            | FrameBlockKind::StopIteration => {}
            FrameBlockKind::ForLoop if self.places() == 1 => {
                if preserve {
                    self.emit_a(Op::Swap, 3, *location);
                }
                self.emit(Op::PopTop, *location);
                self.emit(Op::PopTop, *location);
            }
            FrameBlockKind::ForLoop | FrameBlockKind::AsyncForLoop | FrameBlockKind::PopValue => {
                swap(self, *location);
                self.emit(Op::PopTop, *location);
            }
            FrameBlockKind::TryExcept => self.emit_ir(IrOp::PopBlock, None, *location),
            FrameBlockKind::FinallyTry(body) => {
                self.emit_ir(IrOp::PopBlock, None, *location);
                if preserve {
                    self.push_block(FrameBlockKind::PopValue, None, None, *location);
                }
                self.statements(body)?;
                if preserve {
                    self.pop_block();
                }
                *location = NO_LOCATION;
            }
            FrameBlockKind::FinallyEnd => {
                swap(self, *location);
                self.emit(Op::PopTop, *location);
                swap(self, *location);
                self.emit_ir(IrOp::PopBlock, None, *location);
                self.emit(Op::PopExcept, *location);
            }
            FrameBlockKind::With | FrameBlockKind::AsyncWith => {
                *location = block.location;
                self.emit_ir(IrOp::PopBlock, None, *location);
                if preserve && self.table.unbound_exits {
                    self.emit_a(Op::Swap, 3, *location);
                }
                swap(self, *location);
                self.call_exit_with_nones(*location);
                if matches!(block.kind, FrameBlockKind::AsyncWith) {
                    self.await_top(2, *location);
                }
                self.emit(Op::PopTop, *location);
                *location = NO_LOCATION;
            }
            FrameBlockKind::HandlerCleanup(name) => {
                if name.is_some() {
                    self.emit_ir(IrOp::PopBlock, None, *location);
                }
                swap(self, *location);
                self.emit_ir(IrOp::PopBlock, None, *location);
                self.emit(Op::PopExcept, *location);
                if let Some(name) = name {
                    self.forget(name, *location);
                }
            }
        }
        Ok(())
    }

    /// `name = None; del name`
    pub fn forget(&mut self, name: &str, location: Location) {
        self.emit_const(Const::None, location);
        self.name(name, Context::Store, location);
        self.name(name, Context::Delete, location);
    }

    /// Whether `await` and its kin are allowed here.
    pub fn in_async_function(&mut self) -> bool {
        self.unit().kind == UnitKind::AsyncFunction
    }

    fn augmented_assignment(&mut self, node: &'a ast::StmtAugAssign) -> Done {
        let target = self.location(&*node.target);
        let statement = self.location(node);
        let op = super::expressions::operator(node.op, true) as u32;
        match &*node.target {
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                self.emit_a(Op::Copy, 1, target);
                let name_place = self.attribute_location(attribute, target);
                self.emit_name(Op::LoadAttr, &attribute.attr, name_place);
                self.expression(&node.value)?;
                self.emit_a(Op::BinaryOp, op, statement);
                self.emit_a(Op::Swap, 2, name_place);
                self.emit_name(Op::StoreAttr, &attribute.attr, name_place);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                if let Some(slice) = super::expressions::two_part_slice(&subscript.slice, self.release) {
                    self.slice_parts(slice)?;
                    for _ in 0..3 {
                        self.emit_a(Op::Copy, 3, target);
                    }
                    self.emit(Op::BinarySlice, target);
                    self.expression(&node.value)?;
                    self.emit_a(Op::BinaryOp, op, statement);
                    for depth in [4, 3, 2] {
                        self.emit_a(Op::Swap, depth, target);
                    }
                    self.emit(Op::StoreSlice, target);
                } else {
                    self.expression(&subscript.slice)?;
                    self.emit_a(Op::Copy, 2, target);
                    self.emit_a(Op::Copy, 2, target);
                    self.emit(Op::BinarySubscr, target);
                    self.expression(&node.value)?;
                    self.emit_a(Op::BinaryOp, op, statement);
                    self.emit_a(Op::Swap, 3, target);
                    self.emit_a(Op::Swap, 2, target);
                    self.emit(Op::StoreSubscr, target);
                }
            }
            Expr::Name(name) => {
                self.name(&name.id, Context::Load, target);
                self.expression(&node.value)?;
                self.emit_a(Op::BinaryOp, op, statement);
                self.name(&name.id, Context::Store, target);
            }
            _ => return self.error("illegal expression for augmented assignment", node.target.range()),
        }
        Ok(())
    }

    fn annotated_assignment(&mut self, node: &'a ast::StmtAnnAssign) -> Done {
        let location = self.location(node);
        if let Some(value) = &node.value {
            self.expression(value)?;
            self.target(&node.target, Context::Store)?;
        } else if let Expr::Name(name) = &*node.target {
            self.refuse_debug(&name.id, Context::Store, node.range)?;
        }
        let in_namespace = matches!(self.unit().kind, UnitKind::Module | UnitKind::Class);
        match &*node.target {
            Expr::Name(_) if node.simple && in_namespace && self.table.defers_annotations() => {
                let number = self.unit().annotated.iter().filter(|(_, number)| number.is_some()).count() as u32;
                let conditional = self.table.conditional_annotations.contains(&node_key(node));
                self.unit().annotated.push((node, conditional.then_some(number)));
                if conditional {
                    self.name("__conditional_annotations__", Context::Load, location);
                    self.emit_const(Const::Int(number.into()), location);
                    self.emit_a(Op::SetAdd, 1, location);
                    self.emit(Op::PopTop, location);
                }
                return Ok(());
            }
            Expr::Name(name) if node.simple && in_namespace => {
                self.annotation(&node.annotation)?;
                self.emit_plain_name(Op::LoadName, "__annotations__", location);
                let mangled = self.mangle(&name.id);
                let name = self.identifier(mangled);
                self.emit_const(name, location);
                self.emit(Op::StoreSubscr, location);
                return Ok(());
            }
            Expr::Attribute(attribute) if node.value.is_none() => self.evaluated(&attribute.value)?,
            Expr::Subscript(subscript) if node.value.is_none() => {
                self.evaluated(&subscript.value)?;
                self.evaluated_index(&subscript.slice)?;
            }
            _ => {}
        }
        if in_namespace && !self.table.future_annotations && !self.table.deferred_annotations {
            self.evaluated(&node.annotation)?;
        }
        Ok(())
    }

    /// Evaluates and drops.
    fn evaluated(&mut self, expr: &'a Expr) -> Done {
        let location = self.location(expr);
        self.expression(expr)?;
        self.emit(Op::PopTop, location);
        Ok(())
    }

    fn evaluated_index(&mut self, index: &'a Expr) -> Done {
        match index {
            Expr::Slice(slice) => {
                let parts = [&slice.lower, &slice.upper, &slice.step];
                parts.into_iter().flatten().try_for_each(|part| self.evaluated(part))
            }
            Expr::Tuple(tuple) => tuple.elts.iter().try_for_each(|part| self.evaluated_index(part)),
            _ => self.evaluated(index),
        }
    }

    fn import(&mut self, node: &'a ast::StmtImport, location: Location) -> Done {
        for alias in &node.names {
            let name = alias.name.as_str();
            self.emit_const(Const::Int(0), location);
            self.emit_const(Const::None, location);
            self.emit_plain_name(Op::ImportName, name, location);
            let mut parts = name.split('.');
            let first = parts.next().unwrap_or(name);
            let Some(asname) = &alias.asname else {
                self.name(first, Context::Store, location);
                continue;
            };
            let mut parts = parts.peekable();
            let dotted = parts.peek().is_some();
            while let Some(part) = parts.next() {
                self.emit_plain_name(Op::ImportFrom, part, location);
                if parts.peek().is_some() {
                    self.emit_a(Op::Swap, 2, location);
                    self.emit(Op::PopTop, location);
                }
            }
            self.name(asname, Context::Store, location);
            if dotted {
                self.emit(Op::PopTop, location);
            }
        }
        Ok(())
    }

    fn import_from(&mut self, node: &'a ast::StmtImportFrom, location: Location) -> Done {
        let names = node.names.iter().map(|alias| Const::Str(alias.name.as_str().into())).collect();
        self.emit_const(Const::Int(i64::from(node.level)), location);
        self.emit_const(Const::Tuple(names), location);
        let module = node.module.as_ref().map_or("", |name| name.as_str());
        if module == "__future__" && node.level == 0 {
            self.check_future(node)?;
        }
        self.emit_plain_name(Op::ImportName, module, location);
        for alias in &node.names {
            if alias.name.as_str() == "*" {
                self.emit_a(Op::CallIntrinsic1, Intrinsic1::ImportStar as u32, location);
                self.emit(Op::PopTop, NO_LOCATION);
                return Ok(());
            }
            self.emit_plain_name(Op::ImportFrom, &alias.name, location);
            let stored = alias.asname.as_ref().unwrap_or(&alias.name);
            self.name(stored, Context::Store, location);
        }
        self.emit(Op::PopTop, location);
        Ok(())
    }

    fn check_future(&self, node: &ast::StmtImportFrom) -> Done {
        const FEATURES: [&str; 9] = [
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "generator_stop",
            "annotations",
        ];
        let first_character = TextRange::at(node.range.start(), TextSize::new(1));
        for alias in &node.names {
            match alias.name.as_str() {
                "braces" => return self.error("not a chance", first_character),
                name if !FEATURES.contains(&name) => {
                    return self.error(format!("future feature {name} is not defined"), first_character);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The docstring of a body, cleaned since 3.13, and its expression.
pub(super) fn docstring(body: &[Stmt], release: u32) -> Option<(Rc<str>, &Expr)> {
    let Some(Stmt::Expr(first)) = body.first() else { return None };
    let Expr::StringLiteral(literal) = &*first.value else { return None };
    let text = literal.value.to_str();
    Some((if release < 13 { text.into() } else { clean_doc(text).into() }, &first.value))
}

/// Takes the common indentation from a docstring (compile.c, _PyCompile_CleanDoc).
fn clean_doc(doc: &str) -> String {
    let doc = expand_tabs(doc);
    let mut lines = doc.split('\n');
    let first = lines.next().unwrap_or("");
    let indent_of = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin =
        lines.clone().filter(|line| !line.trim_start_matches(' ').is_empty()).map(indent_of).min().unwrap_or(0);
    let mut cleaned = first.trim_start_matches(' ').to_string();
    for line in lines {
        cleaned.push('\n');
        let skip = indent_of(line).min(margin);
        cleaned.push_str(&line[skip..]);
    }
    cleaned
}

/// `str.expandtabs(8)`, where a line has tabs.
fn expand_tabs(text: &str) -> String {
    if !text.contains('\t') {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let width = 8 - column % 8;
                out.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}

/// Whether a body annotates a variable, at any depth of its own block (compile.c, find_ann).
fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::AnnAssign(_) => true,
        Stmt::For(node) => has_annotations(&node.body) || has_annotations(&node.orelse),
        Stmt::While(node) => has_annotations(&node.body) || has_annotations(&node.orelse),
        Stmt::If(node) => {
            has_annotations(&node.body) || node.elif_else_clauses.iter().any(|clause| has_annotations(&clause.body))
        }
        Stmt::With(node) => has_annotations(&node.body),
        Stmt::Match(node) => node.cases.iter().any(|case| has_annotations(&case.body)),
        Stmt::Try(node) => {
            has_annotations(&node.body)
                || has_annotations(&node.orelse)
                || has_annotations(&node.finalbody)
                || node.handlers.iter().any(|ast::ExceptHandler::ExceptHandler(h)| has_annotations(&h.body))
        }
        _ => false,
    })
}

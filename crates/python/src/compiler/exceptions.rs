//! `try`, `except*` and `with`.

use super::codegen::{Compiler, Context, Done};
use super::ir::{IrOp, Label, NO_LOCATION};
use super::parser::Ranged;
use super::parser::ast;
use super::unit::FrameBlockKind;
use crate::bytecode::{Const, Intrinsic2, Location, Op, SpecialMethod};

impl<'a> Compiler<'a> {
    /// `try` with whatever clauses it has.
    pub fn try_statement(&mut self, node: &'a ast::StmtTry) -> Done {
        if node.finalbody.is_empty() {
            return self.try_except(node);
        }
        let location = self.location(node);
        let (body, end, exit, cleanup) = (self.label(), self.label(), self.label(), self.label());
        self.emit_ir(IrOp::SetupFinally, Some(end), location);
        self.place(body);
        self.push_block(FrameBlockKind::FinallyTry(&node.finalbody), Some(body), Some(end), location);
        if node.handlers.is_empty() {
            self.statements(&node.body)?;
        } else {
            self.try_except(node)?;
        }
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.pop_block();
        self.statements(&node.finalbody)?;
        self.emit_forward(exit, NO_LOCATION);

        self.place(end);
        self.push_block(FrameBlockKind::FinallyEnd, Some(end), None, NO_LOCATION);
        self.emit_ir(IrOp::SetupCleanup, Some(cleanup), NO_LOCATION);
        self.emit(Op::PushExcInfo, NO_LOCATION);
        self.statements(&node.finalbody)?;
        self.pop_block();
        self.emit_a(Op::Reraise, 0, NO_LOCATION);
        self.place(cleanup);
        self.pop_except_and_reraise();
        self.place(exit);
        Ok(())
    }

    fn try_except(&mut self, node: &'a ast::StmtTry) -> Done {
        if node.is_star {
            return self.try_except_star(node);
        }
        let location = self.location(node);
        let (body, except, end, cleanup) = (self.label(), self.label(), self.label(), self.label());
        self.emit_ir(IrOp::SetupFinally, Some(except), location);
        self.place(body);
        self.push_block(FrameBlockKind::TryExcept, Some(body), None, location);
        self.statements(&node.body)?;
        self.pop_block();
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.statements(&node.orelse)?;
        self.emit_forward(end, NO_LOCATION);

        self.place(except);
        self.emit_ir(IrOp::SetupCleanup, Some(cleanup), NO_LOCATION);
        self.emit(Op::PushExcInfo, NO_LOCATION);
        self.push_block(FrameBlockKind::ExceptionHandler, None, None, location);
        for (i, ast::ExceptHandler::ExceptHandler(handler)) in node.handlers.iter().enumerate() {
            let location = self.location(handler);
            if handler.type_.is_none() && i + 1 < node.handlers.len() {
                return self.error("default 'except:' must be last", handler.range);
            }
            let next = self.label();
            if let Some(class) = &handler.type_ {
                self.expression(class)?;
                self.emit(Op::CheckExcMatch, location);
                self.emit_jump(Op::PopJumpIfFalse, next, location);
            }
            match &handler.name {
                Some(name) => self.named_handler(handler, name, end, location)?,
                None => {
                    self.emit(Op::PopTop, location);
                    let start = self.label();
                    self.place(start);
                    self.push_block(FrameBlockKind::HandlerCleanup(None), Some(start), None, location);
                    self.statements(&handler.body)?;
                    self.pop_block();
                    self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
                    self.emit(Op::PopExcept, NO_LOCATION);
                    self.emit_forward(end, NO_LOCATION);
                }
            }
            self.place(next);
        }
        self.pop_block();
        self.emit_a(Op::Reraise, 0, NO_LOCATION);
        self.place(cleanup);
        self.pop_except_and_reraise();
        self.place(end);
        Ok(())
    }

    /// `except E as name`: the name is deleted however the body is left.
    fn named_handler(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        name: &'a ast::Identifier,
        end: Label,
        location: Location,
    ) -> Done {
        let (cleanup_end, cleanup_body) = (self.label(), self.label());
        self.name(name, Context::Store, location);
        self.emit_ir(IrOp::SetupCleanup, Some(cleanup_end), location);
        self.place(cleanup_body);
        self.push_block(FrameBlockKind::HandlerCleanup(Some(name)), Some(cleanup_body), None, location);
        self.statements(&handler.body)?;
        self.pop_block();
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.emit(Op::PopExcept, NO_LOCATION);
        self.forget(name, NO_LOCATION);
        self.emit_forward(end, NO_LOCATION);
        self.place(cleanup_end);
        self.forget(name, NO_LOCATION);
        self.emit_a(Op::Reraise, 1, NO_LOCATION);
        Ok(())
    }

    fn try_except_star(&mut self, node: &'a ast::StmtTry) -> Done {
        let location = self.location(node);
        let (body, except, orelse, end) = (self.label(), self.label(), self.label(), self.label());
        let (cleanup, reraise_star) = (self.label(), self.label());
        self.emit_ir(IrOp::SetupFinally, Some(except), location);
        self.place(body);
        self.push_block(FrameBlockKind::TryExcept, Some(body), None, location);
        self.statements(&node.body)?;
        self.pop_block();
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.emit_forward(orelse, NO_LOCATION);

        self.place(except);
        self.emit_ir(IrOp::SetupCleanup, Some(cleanup), NO_LOCATION);
        self.emit(Op::PushExcInfo, NO_LOCATION);
        self.push_block(FrameBlockKind::ExceptionGroupHandler, None, None, location);
        let count = node.handlers.len();
        for (i, ast::ExceptHandler::ExceptHandler(handler)) in node.handlers.iter().enumerate() {
            self.star_handler(handler, i == 0, (i + 1 == count).then_some(reraise_star))?;
        }
        self.pop_block();

        let reraise = self.label();
        self.place(reraise_star);
        self.emit_a(Op::CallIntrinsic2, Intrinsic2::PrepReraiseStar as u32, NO_LOCATION);
        self.emit_a(Op::Copy, 1, NO_LOCATION);
        self.emit_jump(Op::PopJumpIfNotNone, reraise, NO_LOCATION);
        self.emit(Op::PopTop, NO_LOCATION);
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.emit(Op::PopExcept, NO_LOCATION);
        self.emit_forward(end, NO_LOCATION);
        self.place(reraise);
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.emit_a(Op::Swap, 2, NO_LOCATION);
        self.emit(Op::PopExcept, NO_LOCATION);
        self.emit_a(Op::Reraise, 0, NO_LOCATION);
        self.place(cleanup);
        self.pop_except_and_reraise();
        self.place(orelse);
        self.statements(&node.orelse)?;
        self.place(end);
        Ok(())
    }

    /// One `except*` clause. `last` is where the last one goes on.
    fn star_handler(&mut self, handler: &'a ast::ExceptHandlerExceptHandler, first: bool, last: Option<Label>) -> Done {
        let location = self.location(handler);
        let (next, with_error, no_match) = (self.label(), self.label(), self.label());
        if first {
            self.emit_a(Op::BuildList, 0, location);
            self.emit_a(Op::Copy, 2, location);
        }
        if let Some(class) = &handler.type_ {
            self.expression(class)?;
            self.emit(Op::CheckEgMatch, location);
            self.emit_a(Op::Copy, 1, location);
            self.emit_jump(Op::PopJumpIfNone, no_match, location);
        }
        let (cleanup_end, cleanup_body) = (self.label(), self.label());
        let name = handler.name.as_ref().map(|name| name.as_str());
        match name {
            Some(name) => self.name(name, Context::Store, location),
            None => self.emit(Op::PopTop, location),
        }
        self.emit_ir(IrOp::SetupCleanup, Some(cleanup_end), location);
        self.place(cleanup_body);
        self.push_block(FrameBlockKind::HandlerCleanup(name), Some(cleanup_body), None, location);
        self.statements(&handler.body)?;
        self.pop_block();
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        if let Some(name) = name {
            self.forget(name, NO_LOCATION);
        }
        self.emit_forward(next, NO_LOCATION);

        self.place(cleanup_end);
        if let Some(name) = name {
            self.forget(name, NO_LOCATION);
        }
        self.emit_a(Op::ListAppend, 3, NO_LOCATION);
        self.emit(Op::PopTop, NO_LOCATION);
        self.emit_forward(with_error, NO_LOCATION);

        self.place(next);
        self.emit(Op::Nop, NO_LOCATION);
        self.emit_forward(with_error, NO_LOCATION);
        self.place(no_match);
        self.emit(Op::PopTop, location);
        self.place(with_error);
        if let Some(reraise_star) = last {
            self.emit_a(Op::ListAppend, 1, NO_LOCATION);
            self.emit_forward(reraise_star, NO_LOCATION);
        }
        Ok(())
    }

    /// Calls the exit on the stack as `exit(None, None, None)`.
    pub fn call_exit_with_nones(&mut self, location: Location) {
        for _ in 0..3 {
            self.emit_const(Const::None, location);
        }
        // Where no `self` stands beside it, the first None takes its place.
        self.emit_a(Op::Call, if self.table.unbound_exits { 3 } else { 2 }, location);
    }

    /// `with` from its item number `index` on.
    pub fn with(&mut self, node: &'a ast::StmtWith, index: usize) -> Done {
        let Some(item) = node.items.get(index) else { return self.statements(&node.body) };
        let is_async = node.is_async;
        if is_async && !self.in_async_function() {
            return self.error("'async with' outside async function", node.range);
        }
        let (block, handler, exit, cleanup) = (self.label(), self.label(), self.label(), self.label());
        self.expression(&item.context_expr)?;
        let location = self.location(&item.context_expr);
        if self.table.unbound_exits {
            let (enter, exit) = match is_async {
                true => (SpecialMethod::AsyncEnter, SpecialMethod::AsyncExit),
                false => (SpecialMethod::Enter, SpecialMethod::Exit),
            };
            self.emit_a(Op::Copy, 1, location);
            self.emit_a(Op::LoadSpecial, exit as u32, location);
            self.emit_a(Op::Swap, 2, location);
            self.emit_a(Op::Swap, 3, location);
            self.emit_a(Op::LoadSpecial, enter as u32, location);
            self.emit_a(Op::Call, 0, location);
        } else {
            self.emit(if is_async { Op::BeforeAsyncWith } else { Op::BeforeWith }, location);
        }
        if is_async {
            self.await_top(1, location);
        }
        self.emit_ir(IrOp::SetupWith, Some(handler), location);
        self.place(block);
        let kind = if is_async { FrameBlockKind::AsyncWith } else { FrameBlockKind::With };
        self.push_block(kind, Some(block), Some(handler), location);
        match &item.optional_vars {
            Some(target) => self.target(target, Context::Store)?,
            None => self.emit(Op::PopTop, location),
        }
        self.deeper(node.range(), |this| this.with(node, index + 1))?;
        self.pop_block();
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.call_exit_with_nones(location);
        if is_async {
            self.await_top(2, location);
        }
        self.emit(Op::PopTop, location);
        self.emit_forward(exit, location);

        self.place(handler);
        self.emit_ir(IrOp::SetupCleanup, Some(cleanup), location);
        self.emit(Op::PushExcInfo, location);
        self.emit_a(Op::WithExceptStart, u32::from(self.table.unbound_exits), location);
        if is_async {
            self.await_top(2, location);
        }
        let suppress = self.label();
        self.emit(Op::ToBool, NO_LOCATION);
        self.emit_jump(Op::PopJumpIfTrue, suppress, NO_LOCATION);
        self.emit_a(Op::Reraise, 2, NO_LOCATION);
        self.place(suppress);
        self.emit(Op::PopTop, NO_LOCATION);
        self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
        self.emit(Op::PopExcept, NO_LOCATION);
        self.emit(Op::PopTop, NO_LOCATION);
        self.emit(Op::PopTop, NO_LOCATION);
        if self.table.unbound_exits {
            self.emit(Op::PopTop, NO_LOCATION);
        }
        let end = self.label();
        self.emit_forward(end, NO_LOCATION);
        self.place(cleanup);
        self.pop_except_and_reraise();
        self.place(end);
        self.place(exit);
        Ok(())
    }
}

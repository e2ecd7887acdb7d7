//! Comprehensions: inlined into the block around them (PEP 709), or functions of their own (generator expressions).

use std::rc::Rc;

use super::codegen::{Compiler, Context, Done};
use super::ir::{IrOp, Label, NO_LOCATION};
use super::parser::Ranged;
use super::parser::ast::{self, Expr};
use super::symtable::{BlockKind, NameScope, ScopeId, ScopeRole, node_key};
use super::unit::{FrameBlockKind, UnitKind};
use crate::bytecode::{Location, Op};

/// A comprehension's parts.
#[derive(Clone, Copy)]
struct Parts<'a> {
    kind: ComprehensionKind,
    generators: &'a [ast::Comprehension],
    elt: &'a Expr,
    value: Option<&'a Expr>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ComprehensionKind {
    List,
    Set,
    Dict,
    Generator,
}

/// What to restore after an inlined comprehension.
struct Inlined {
    saved: Vec<Rc<str>>,
    hidden: Vec<Rc<str>>,
    overrides: usize,
    labels: Option<(Label, Label)>,
}

impl<'a> Compiler<'a> {
    /// A comprehension or generator expression.
    pub fn comprehension(&mut self, expr: &'a Expr, location: Location) -> Done {
        let location = match expr {
            Expr::Generator(node) => {
                let range = self.bare_generators.get(&node_key(node)).copied();
                range.map_or(location, |range| self.source.location(range))
            }
            _ => location,
        };
        let (parts, scope, name) = match expr {
            Expr::ListComp(node) => (
                Parts { kind: ComprehensionKind::List, generators: &node.generators, elt: &node.elt, value: None },
                self.scope_of_node(node, ScopeRole::Body),
                "<listcomp>",
            ),
            Expr::SetComp(node) => (
                Parts { kind: ComprehensionKind::Set, generators: &node.generators, elt: &node.elt, value: None },
                self.scope_of_node(node, ScopeRole::Body),
                "<setcomp>",
            ),
            Expr::DictComp(node) => (
                Parts {
                    kind: ComprehensionKind::Dict,
                    generators: &node.generators,
                    elt: node.key.as_deref().unwrap_or(&node.value),
                    value: Some(&node.value),
                },
                self.scope_of_node(node, ScopeRole::Body),
                "<dictcomp>",
            ),
            Expr::Generator(node) => (
                Parts { kind: ComprehensionKind::Generator, generators: &node.generators, elt: &node.elt, value: None },
                self.scope_of_node(node, ScopeRole::Body),
                "<genexpr>",
            ),
            _ => return Ok(()),
        };
        let Some(outermost) = parts.generators.first() else { return Ok(()) };
        let is_async = self.table.scopes[scope].coroutine;
        let generator = parts.kind == ComprehensionKind::Generator;
        if is_async && !generator && !self.in_async_function() && !self.scope().comprehension {
            return self.error("asynchronous comprehension outside of an asynchronous function", expr.range());
        }
        if self.table.scopes[scope].inlined {
            self.outermost_iterator(outermost, location)?;
            let state = self.begin_inlined(scope, location);
            self.build_empty(parts.kind, location);
            self.emit_a(Op::Swap, 2, location);
            if self.places() == 1 {
                self.get_iterator(outermost, location);
            }
            self.generator(parts, 0, 0, true, location)?;
            self.end_inlined(state, location);
            return Ok(());
        }
        let line = location.line;
        self.enter_unit(name, UnitKind::Comprehension, scope, line, None);
        self.unit().arg_count = 1;
        let mut handler = None;
        if generator {
            self.push_block(FrameBlockKind::StopIteration, None, None, NO_LOCATION);
            if self.places() == 1 {
                handler = Some(self.begin_generator(outermost, location));
            }
        } else {
            self.build_empty(parts.kind, location);
        }
        self.generator(parts, 0, 0, handler.is_some(), location)?;
        if generator {
            match handler {
                Some(handler) => self.end_with_stop_iteration_handler(handler),
                None => self.wrap_in_stop_iteration_handler(),
            }
            self.pop_block();
        } else {
            self.emit(Op::ReturnValue, location);
        }
        let code = self.finish_unit(true)?;
        self.make_closure(code, &[], location);
        self.outermost_iterator(outermost, location)?;
        self.emit_a(Op::Call, 0, location);
        if is_async && !generator {
            self.await_top(0, location);
        }
        Ok(())
    }

    fn outermost_iterator(&mut self, outermost: &'a ast::Comprehension, location: Location) -> Done {
        let list = self.release >= 15 && outermost.iter.is_list_expr();
        if list {
            self.expression(&outermost.iter)?
        } else {
            self.iterable(&outermost.iter)?
        }
        if self.places() == 0 {
            self.get_iterator(outermost, location);
        }
        Ok(())
    }

    /// Where iterating fails: until 3.12 that is the whole comprehension.
    fn iteration(&self, generator: &ast::Comprehension, comprehension: Location) -> Location {
        if self.release < 13 { comprehension } else { self.location(&generator.iter) }
    }

    fn get_iterator(&mut self, generator: &'a ast::Comprehension, comprehension: Location) {
        let location = self.iteration(generator, comprehension);
        match generator.is_async {
            true => self.emit(Op::GetAiter, location),
            false => self.emit_a(Op::GetIter, self.places(), location),
        }
    }

    /// What a generator expression does when it is called, since 3.15: it has its iterator before it becomes a generator.
    fn begin_generator(&mut self, outermost: &'a ast::Comprehension, location: Location) -> Label {
        let handler = self.label();
        let resume = self.unit().instrs.pop();
        self.emit_local(Op::LoadFast, ".0", location);
        self.get_iterator(outermost, location);
        self.emit(Op::ReturnGenerator, location);
        self.emit_ir(IrOp::SetupCleanup, Some(handler), NO_LOCATION);
        self.unit().instrs.extend(resume);
        handler
    }

    fn build_empty(&mut self, kind: ComprehensionKind, location: Location) {
        let op = match kind {
            ComprehensionKind::List => Op::BuildList,
            ComprehensionKind::Set => Op::BuildSet,
            ComprehensionKind::Dict => Op::BuildMap,
            ComprehensionKind::Generator => return,
        };
        self.emit_a(op, 0, location);
    }

    /// One `for` of a comprehension, with all that follows it.
    fn generator(
        &mut self,
        parts: Parts<'a>,
        index: usize,
        depth: u32,
        iterator_on_stack: bool,
        location: Location,
    ) -> Done {
        let generator = &parts.generators[index];
        if generator.is_async {
            return self.async_generator(parts, index, depth, iterator_on_stack, location);
        }
        let (start, if_cleanup, anchor) = (self.label(), self.label(), self.label());
        let mut loops = true;
        if index == 0 {
            if !iterator_on_stack {
                self.emit_local(Op::LoadFast, ".0", location);
            }
        } else {
            match single_item(&generator.iter) {
                // `for y in [f(x)]` is an assignment.
                Some(only) => {
                    self.expression(only)?;
                    loops = false;
                }
                None => {
                    self.iterable(&generator.iter)?;
                    self.get_iterator(generator, location);
                }
            }
        }
        let mut depth = depth;
        if loops {
            depth += 1 + self.places();
            self.place(start);
            let iter = self.iteration(generator, location);
            self.for_iter(anchor, iter);
        }
        self.target(&generator.target, Context::Store)?;
        for condition in &generator.ifs {
            self.jump_if(condition, if_cleanup, false, location)?;
        }
        let element = self.element(parts, index, depth, location)?;
        self.place(if_cleanup);
        if loops {
            self.emit_jump(Op::Jump, start, element);
            self.place(anchor);
            self.emit_ir(IrOp::EndFor, None, NO_LOCATION);
        }
        Ok(())
    }

    fn async_generator(
        &mut self,
        parts: Parts<'a>,
        index: usize,
        depth: u32,
        iterator_on_stack: bool,
        location: Location,
    ) -> Done {
        let generator = &parts.generators[index];
        let (start, except, if_cleanup) = (self.label(), self.label(), self.label());
        if index == 0 {
            if !iterator_on_stack {
                self.emit_local(Op::LoadFast, ".0", location);
            }
        } else {
            self.iterable(&generator.iter)?;
            self.get_iterator(generator, location);
        }
        self.place(start);
        self.emit_ir(IrOp::SetupFinally, Some(except), location);
        self.emit(Op::GetAnext, location);
        self.send_until_done(location);
        self.emit_ir(IrOp::PopBlock, None, location);
        self.target(&generator.target, Context::Store)?;
        for condition in &generator.ifs {
            self.jump_if(condition, if_cleanup, false, location)?;
        }
        let element = self.element(parts, index, depth + 1, location)?;
        self.place(if_cleanup);
        self.emit_jump(Op::Jump, start, element);
        self.place(except);
        self.emit(Op::EndAsyncFor, location);
        Ok(())
    }

    /// The next `for`, or the element itself. Gives the element's place.
    fn element(
        &mut self,
        parts: Parts<'a>,
        index: usize,
        depth: u32,
        location: Location,
    ) -> Result<Location, super::SyntaxError> {
        let place = self.location(parts.elt);
        if index + 1 < parts.generators.len() {
            self.deeper(parts.elt.range(), |this| this.generator(parts, index + 1, depth, false, location))?;
            return Ok(place);
        }
        if let Expr::Starred(starred) = parts.elt {
            return self.error("iterable unpacking cannot be used in comprehension", starred.range);
        }
        self.expression(parts.elt)?;
        match parts.kind {
            ComprehensionKind::List => self.emit_a(Op::ListAppend, depth + 1, place),
            ComprehensionKind::Set => self.emit_a(Op::SetAdd, depth + 1, place),
            ComprehensionKind::Generator => {
                self.yield_value(place);
                self.emit(Op::PopTop, place);
            }
            ComprehensionKind::Dict => {
                if let Some(value) = parts.value {
                    self.expression(value)?;
                    let end = self.location(value);
                    let place = Location { end_line: end.end_line, end_column: end.end_column, ..place };
                    self.emit_a(Op::MapAdd, depth + 1, place);
                    return Ok(place);
                }
            }
        }
        Ok(place)
    }

    /// Saves the locals that an inlined comprehension uses (compile.c, push_inlined_comprehension_state).
    fn begin_inlined(&mut self, scope: ScopeId, location: Location) -> Inlined {
        let table = self.table;
        let in_class = self.scope().kind == BlockKind::Class && self.unit().inlined_depth == 0;
        let function_like = self.scope().is_function_like();
        self.unit().inlined_depth += 1;
        let mut state =
            Inlined { saved: Vec::new(), hidden: Vec::new(), overrides: self.unit().overrides.len(), labels: None };
        for (name, symbol) in table.scopes[scope].symbols.iter() {
            if symbol.param {
                continue;
            }
            let isolated = symbol.local && !symbol.nonlocal;
            if !isolated && !in_class {
                continue;
            }
            if !function_like {
                if self.unit().hidden_now.insert(name.clone()) {
                    state.hidden.push(name.clone());
                }
                self.unit().hidden_ever.insert(name.clone());
            }
            let outer = self.name_scope(name);
            let inner = symbol.scope;
            // Free in the comprehension: as around it. A cell here that is free around it stays the free one.
            let both_cells = inner == Some(NameScope::Cell) && outer == Some(NameScope::Free);
            if inner != outer && inner != Some(NameScope::Free) && !both_cells {
                self.unit().overrides.push((name.clone(), inner));
            }
            if isolated {
                self.emit_local(Op::LoadFastAndClear, name, location);
                if inner == Some(NameScope::Cell) {
                    let index =
                        if outer == Some(NameScope::Free) { self.free_index(name) } else { self.deref_index(name) };
                    self.emit_deref(IrOp::Op(Op::MakeCell), index, location);
                }
                state.saved.push(name.clone());
            }
        }
        if !state.saved.is_empty() {
            self.emit_a(Op::Swap, state.saved.len() as u32 + 1, location);
            let (cleanup, end) = (self.label(), self.label());
            self.emit_ir(IrOp::SetupFinally, Some(cleanup), location);
            state.labels = Some((cleanup, end));
        }
        state
    }

    fn end_inlined(&mut self, state: Inlined, location: Location) {
        let unit = self.unit();
        unit.inlined_depth -= 1;
        unit.overrides.truncate(state.overrides);
        if let Some((cleanup, end)) = state.labels {
            self.emit_ir(IrOp::PopBlock, None, NO_LOCATION);
            self.emit_forward(end, NO_LOCATION);
            self.place(cleanup);
            self.emit_a(Op::Swap, 2, NO_LOCATION);
            self.emit(Op::PopTop, NO_LOCATION);
            self.restore_locals(&state.saved, location);
            self.emit_a(Op::Reraise, 0, NO_LOCATION);
            self.place(end);
            self.restore_locals(&state.saved, location);
        }
        for name in state.hidden {
            self.unit().hidden_now.remove(&name);
        }
    }

    fn restore_locals(&mut self, saved: &[Rc<str>], location: Location) {
        self.emit_a(Op::Swap, saved.len() as u32 + 1, location);
        for name in saved.iter().rev() {
            self.emit_local(Op::StoreFastMaybeNull, name, location);
        }
    }
}

/// The only item of a display.
fn single_item(iter: &Expr) -> Option<&Expr> {
    let elts = match iter {
        Expr::List(list) => &list.elts,
        Expr::Tuple(tuple) => &tuple.elts,
        _ => return None,
    };
    match &elts[..] {
        [only] if !only.is_starred_expr() => Some(only),
        _ => None,
    }
}

//! `match`: every kind of pattern (CPython 3.13 compile.c, compiler_pattern_*).

use std::rc::Rc;

use super::codegen::{Compiler, Context, Done};
use super::fold;
use super::ir::{Label, NO_LOCATION};
use super::parser::Ranged;
use super::parser::ast::{self, Pattern, Singleton};
use crate::bytecode::{Comparison, Const, Location, Op};

/// What compiling a pattern keeps track of.
#[derive(Default)]
struct PatternState {
    /// Names in the order of their values on the stack.
    stores: Vec<Rc<str>>,
    /// Where to go on failure; `fail[n]` pops `n` items.
    fail: Vec<Label>,
    /// Items above the subject that a failure has to pop.
    on_top: usize,
    allow_irrefutable: bool,
}

impl<'a> Compiler<'a> {
    /// `match`
    pub fn match_statement(&mut self, node: &'a ast::StmtMatch) -> Done {
        self.expression(&node.subject)?;
        let end = self.label();
        let count = node.cases.len();
        let has_default = node.cases.last().is_some_and(|case| is_wildcard(&case.pattern)) && count > 1;
        let refutable = count - usize::from(has_default);
        for (i, case) in node.cases[..refutable].iter().enumerate() {
            let location = self.location(&case.pattern);
            let last = i + 1 == refutable;
            if !last {
                self.emit_a(Op::Copy, 1, location);
            }
            let irrefutable_here = case.guard.is_some() || i + 1 == count;
            let mut state = PatternState { allow_irrefutable: irrefutable_here, ..PatternState::default() };
            self.pattern(&case.pattern, &mut state)?;
            for name in std::mem::take(&mut state.stores) {
                self.name(&name, Context::Store, location);
            }
            if let Some(guard) = &case.guard {
                let fail = self.failure(&mut state, 0);
                self.jump_if(guard, fail, false, location)?;
            }
            let popped = self.unit().instrs.len();
            if !last {
                self.emit(Op::PopTop, location);
            }
            self.statements(&case.body)?;
            // From 3.14 on the subject goes with the body's first line (codegen.c, NEXT_LOCATION).
            if !last
                && self.table.release >= 14
                && let [pop, first, ..] = &mut self.unit().instrs[popped..]
            {
                pop.location = first.location;
            }
            self.emit_forward(end, NO_LOCATION);
            self.emit_failures(&mut state, location);
        }
        if has_default && let Some(case) = node.cases.last() {
            let location = self.location(&case.pattern);
            if refutable == 0 {
                self.emit(Op::PopTop, location);
            } else {
                self.emit(Op::Nop, location);
            }
            if let Some(guard) = &case.guard {
                self.jump_if(guard, end, false, location)?;
            }
            self.statements(&case.body)?;
        }
        self.place(end);
        Ok(())
    }

    fn failure(&mut self, state: &mut PatternState, pops: usize) -> Label {
        while state.fail.len() <= pops {
            let label = self.label();
            state.fail.push(label);
        }
        state.fail[pops]
    }

    fn jump_to_failure(&mut self, state: &mut PatternState, jump: Op, location: Location) {
        let pops = state.on_top + state.stores.len();
        let label = self.failure(state, pops);
        self.emit_jump(jump, label, location);
    }

    fn emit_failures(&mut self, state: &mut PatternState, location: Location) {
        for (i, label) in std::mem::take(&mut state.fail).into_iter().rev().enumerate() {
            if i > 0 {
                self.emit(Op::PopTop, location);
            }
            self.place(label);
        }
    }

    /// Remembers that the top will be stored into `name`, and moves it below what is in progress.
    fn capture(&mut self, name: Option<&ast::Identifier>, state: &mut PatternState, location: Location) -> Done {
        let Some(name) = name else {
            self.emit(Op::PopTop, location);
            return Ok(());
        };
        let name_text: Rc<str> = name.as_str().into();
        if name.as_str() == "__debug__" {
            return self.error("cannot assign to __debug__", name.range);
        }
        if state.stores.contains(&name_text) {
            let message = format!("multiple assignments to name '{name}' in pattern");
            return self.error(message, name.range);
        }
        let rotations = state.on_top + state.stores.len() + 1;
        self.rotate(rotations, location);
        state.stores.push(name_text);
        Ok(())
    }

    /// Moves the top below `count - 1` items.
    fn rotate(&mut self, count: usize, location: Location) {
        for depth in (2..=count).rev() {
            self.emit_a(Op::Swap, depth as u32, location);
        }
    }

    fn pattern(&mut self, pattern: &'a Pattern, state: &mut PatternState) -> Done {
        self.deeper(pattern.range(), |this| this.pattern_inner(pattern, state))
    }

    fn pattern_inner(&mut self, pattern: &'a Pattern, state: &mut PatternState) -> Done {
        let location = self.location(pattern);
        match pattern {
            Pattern::MatchValue(node) => {
                self.expression(&node.value)?;
                self.emit_a(Op::CompareOp, Comparison::Eq as u32, location);
                self.emit(Op::ToBool, location);
                self.jump_to_failure(state, Op::PopJumpIfFalse, location);
                Ok(())
            }
            Pattern::MatchSingleton(node) => {
                let value = match node.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                };
                self.emit_const(value, location);
                self.emit_a(Op::IsOp, 0, location);
                self.jump_to_failure(state, Op::PopJumpIfFalse, location);
                Ok(())
            }
            Pattern::MatchSequence(node) => self.sequence_pattern(node, state, location),
            Pattern::MatchMapping(node) => self.mapping_pattern(node, state, location),
            Pattern::MatchClass(node) => self.class_pattern(node, state, location),
            Pattern::MatchStar(node) => self.capture(node.name.as_ref(), state, location),
            Pattern::MatchAs(node) => {
                let Some(inner) = node.pattern.as_deref() else {
                    if !state.allow_irrefutable {
                        return match &node.name {
                            Some(name) => self.error(
                                format!("name capture '{name}' makes remaining patterns unreachable"),
                                node.range,
                            ),
                            None => self.error("wildcard makes remaining patterns unreachable", node.range),
                        };
                    }
                    return self.capture(node.name.as_ref(), state, location);
                };
                state.on_top += 1;
                self.emit_a(Op::Copy, 1, location);
                self.pattern(inner, state)?;
                state.on_top -= 1;
                self.capture(node.name.as_ref(), state, location)
            }
            Pattern::MatchOr(node) => self.or_pattern(node, state, location),
        }
    }

    /// A pattern inside another may be a wildcard or a name.
    fn subpattern(&mut self, pattern: &'a Pattern, state: &mut PatternState) -> Done {
        let before = std::mem::replace(&mut state.allow_irrefutable, true);
        self.pattern(pattern, state)?;
        state.allow_irrefutable = before;
        Ok(())
    }

    fn sequence_pattern(
        &mut self,
        node: &'a ast::PatternMatchSequence,
        state: &mut PatternState,
        location: Location,
    ) -> Done {
        let patterns = &node.patterns;
        let size = patterns.len();
        let mut star = None;
        let mut only_wildcard = true;
        let mut star_wildcard = false;
        for (i, pattern) in patterns.iter().enumerate() {
            match pattern {
                Pattern::MatchStar(starred) => {
                    if star.is_some() {
                        return self.error("multiple starred names in sequence pattern", node.range);
                    }
                    star_wildcard = starred.name.is_none();
                    only_wildcard &= star_wildcard;
                    star = Some(i);
                }
                _ => only_wildcard &= is_wildcard(pattern),
            }
        }
        state.on_top += 1;
        self.emit(Op::MatchSequence, location);
        self.jump_to_failure(state, Op::PopJumpIfFalse, location);
        if star.is_none() || size > 1 {
            let (wanted, comparison) = match star {
                None => (size, Comparison::Eq),
                Some(_) => (size - 1, Comparison::Ge),
            };
            self.emit(Op::GetLen, location);
            self.emit_const(Const::Int(wanted as i64), location);
            self.emit_a(Op::CompareOp, comparison as u32, location);
            self.emit(Op::ToBool, location);
            self.jump_to_failure(state, Op::PopJumpIfFalse, location);
        }
        state.on_top -= 1;
        if only_wildcard {
            self.emit(Op::PopTop, location);
            return Ok(());
        }
        match star {
            Some(star) if star_wildcard => self.sequence_by_index(patterns, star, state, location),
            _ => self.sequence_by_unpacking(patterns, star, node, state, location),
        }
    }

    fn sequence_by_unpacking(
        &mut self,
        patterns: &'a [Pattern],
        star: Option<usize>,
        node: &ast::PatternMatchSequence,
        state: &mut PatternState,
        location: Location,
    ) -> Done {
        let size = patterns.len();
        match star {
            Some(before) => {
                let after = size - before - 1;
                if before >= 1 << 8 || after > usize::from(u16::MAX) {
                    return self.error("too many expressions in star-unpacking sequence pattern", node.range);
                }
                let op = super::ir::IrOp::Op(Op::UnpackEx);
                self.unit().push(op, before as u32, after as u16, None, location);
            }
            None => self.emit_a(Op::UnpackSequence, size as u32, location),
        }
        state.on_top += size;
        for pattern in patterns {
            state.on_top -= 1;
            self.subpattern(pattern, state)?;
        }
        Ok(())
    }

    /// `[first, *_, last]` looks at single items and makes no list.
    fn sequence_by_index(
        &mut self,
        patterns: &'a [Pattern],
        star: usize,
        state: &mut PatternState,
        location: Location,
    ) -> Done {
        state.on_top += 1;
        let size = patterns.len();
        for (i, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || i == star {
                continue;
            }
            self.emit_a(Op::Copy, 1, location);
            if i < star {
                self.emit_const(Const::Int(i as i64), location);
            } else {
                self.emit(Op::GetLen, location);
                self.emit_const(Const::Int((size - i) as i64), location);
                self.emit_a(Op::BinaryOp, crate::bytecode::BinaryOperator::Subtract as u32, location);
            }
            self.emit(Op::BinarySubscr, location);
            self.subpattern(pattern, state)?;
        }
        state.on_top -= 1;
        self.emit(Op::PopTop, location);
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        node: &'a ast::PatternMatchMapping,
        state: &mut PatternState,
        location: Location,
    ) -> Done {
        let size = node.keys.len();
        state.on_top += 1;
        self.emit(Op::MatchMapping, location);
        self.jump_to_failure(state, Op::PopJumpIfFalse, location);
        if size == 0 && node.rest.is_none() {
            state.on_top -= 1;
            self.emit(Op::PopTop, location);
            return Ok(());
        }
        if size > 0 {
            self.emit(Op::GetLen, location);
            self.emit_const(Const::Int(size as i64), location);
            self.emit_a(Op::CompareOp, Comparison::Ge as u32, location);
            self.emit(Op::ToBool, location);
            self.jump_to_failure(state, Op::PopJumpIfFalse, location);
        }
        let mut seen = Vec::new();
        for key in &node.keys {
            if let Some(value) = fold::constant(key) {
                let before = seen.len();
                seen.push(value.clone());
                seen = fold::distinct(seen);
                if seen.len() == before {
                    let message = format!("mapping pattern checks duplicate key ({})", super::display_const(&value));
                    return self.error(message, node.range);
                }
            } else if !key.is_attribute_expr() {
                return self.error("mapping pattern keys may only match literals and attribute lookups", node.range);
            }
            self.expression(key)?;
        }
        self.emit_a(Op::BuildTuple, size as u32, location);
        self.emit(Op::MatchKeys, location);
        state.on_top += 2;
        self.emit_a(Op::Copy, 1, location);
        self.emit_const(Const::None, location);
        self.emit_a(Op::IsOp, 1, location);
        self.jump_to_failure(state, Op::PopJumpIfFalse, location);
        self.emit_a(Op::UnpackSequence, size as u32, location);
        state.on_top += size;
        state.on_top -= 1;
        for pattern in &node.patterns {
            state.on_top -= 1;
            self.subpattern(pattern, state)?;
        }
        state.on_top -= 2;
        if let Some(rest) = &node.rest {
            self.emit_a(Op::BuildMap, 0, location);
            self.emit_a(Op::Swap, 3, location);
            self.emit_a(Op::DictUpdate, 2, location);
            self.emit_a(Op::UnpackSequence, size as u32, location);
            for left in (1..=size).rev() {
                self.emit_a(Op::Copy, 1 + left as u32, location);
                self.emit_a(Op::Swap, 2, location);
                self.emit(Op::DeleteSubscr, location);
            }
            self.capture(Some(rest), state, location)
        } else {
            self.emit(Op::PopTop, location);
            self.emit(Op::PopTop, location);
            Ok(())
        }
    }

    fn class_pattern(
        &mut self,
        node: &'a ast::PatternMatchClass,
        state: &mut PatternState,
        location: Location,
    ) -> Done {
        let positional = &node.arguments.patterns;
        let keywords = &node.arguments.keywords;
        for (i, keyword) in keywords.iter().enumerate() {
            if keywords[..i].iter().any(|other| other.attr.as_str() == keyword.attr.as_str()) {
                let message = format!("attribute name repeated in class pattern: {}", keyword.attr);
                return self.error(message, keyword.pattern.range());
            }
        }
        self.expression(&node.cls)?;
        let names = keywords.iter().map(|keyword| self.identifier(keyword.attr.as_str().into())).collect();
        self.emit_const(Const::Tuple(names), location);
        self.emit_a(Op::MatchClass, positional.len() as u32, location);
        self.emit_a(Op::Copy, 1, location);
        self.emit_const(Const::None, location);
        self.emit_a(Op::IsOp, 1, location);
        state.on_top += 1;
        self.jump_to_failure(state, Op::PopJumpIfFalse, location);
        let count = positional.len() + keywords.len();
        self.emit_a(Op::UnpackSequence, count as u32, location);
        state.on_top += count;
        state.on_top -= 1;
        for pattern in positional.iter().chain(keywords.iter().map(|keyword| &keyword.pattern)) {
            state.on_top -= 1;
            if is_wildcard(pattern) {
                self.emit(Op::PopTop, location);
            } else {
                self.subpattern(pattern, state)?;
            }
        }
        Ok(())
    }

    fn or_pattern(&mut self, node: &'a ast::PatternMatchOr, state: &mut PatternState, location: Location) -> Done {
        let end = self.label();
        let size = node.patterns.len();
        let old_stores = std::mem::take(&mut state.stores);
        let old_fail = std::mem::take(&mut state.fail);
        let (old_on_top, old_allow) = (state.on_top, state.allow_irrefutable);
        let mut control: Option<Vec<Rc<str>>> = None;
        for (i, alternative) in node.patterns.iter().enumerate() {
            let place = self.location(alternative);
            state.stores = Vec::new();
            state.allow_irrefutable = i + 1 == size && old_allow;
            state.fail = Vec::new();
            state.on_top = 0;
            self.emit_a(Op::Copy, 1, place);
            self.pattern(alternative, state)?;
            match &control {
                None => control = Some(state.stores.clone()),
                Some(control) => {
                    if control.len() != state.stores.len() {
                        return self.error("alternative patterns bind different names", node.range);
                    }
                    for wanted in (0..control.len()).rev() {
                        let Some(found) = state.stores.iter().position(|name| *name == control[wanted]) else {
                            return self.error("alternative patterns bind different names", node.range);
                        };
                        if wanted != found {
                            // Reorder the values on the stack as the first alternative left them.
                            let rotated: Vec<Rc<str>> = state.stores.drain(..=found).collect();
                            let at = wanted - found;
                            for (k, name) in rotated.into_iter().enumerate() {
                                state.stores.insert(at + k, name);
                            }
                            for _ in 0..=found {
                                self.rotate(wanted + 1, place);
                            }
                        }
                    }
                }
            }
            self.emit_forward(end, place);
            self.emit_failures(state, place);
        }
        let control = control.unwrap_or_default();
        state.stores = old_stores;
        state.fail = old_fail;
        state.on_top = old_on_top;
        state.allow_irrefutable = old_allow;
        // No alternative matched: the copy of the subject goes, and so does everything below that is in progress.
        self.emit(Op::PopTop, location);
        self.jump_to_failure(state, Op::Jump, location);
        self.place(end);
        let rotations = control.len() + 1 + state.on_top + state.stores.len();
        for name in control {
            self.rotate(rotations, location);
            if state.stores.contains(&name) {
                let message = format!("multiple assignments to name '{name}' in pattern");
                return self.error(message, node.range);
            }
            state.stores.push(name);
        }
        self.emit(Op::PopTop, location);
        Ok(())
    }
}

/// `_`
fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchAs(node) if node.name.is_none() && node.pattern.is_none())
}

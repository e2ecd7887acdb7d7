//! Expressions and assignment targets.

use super::codegen::{Compiler, Context, Done, STACK_USE_GUIDELINE};
use super::fold;
use super::ir::{Label, NO_LOCATION};
use super::parser::ast::{self, BoolOp, CmpOp, Expr, InterpolatedStringElement, Operator, UnaryOp};
use super::parser::{Ranged, TextRange};
use crate::bytecode::{BinaryOperator, Comparison, Const, Conversion, Intrinsic1, Location, Op};

/// The operand of `BinaryOp`.
pub(super) fn operator(op: Operator, in_place: bool) -> BinaryOperator {
    use BinaryOperator as B;
    let (plain, augmented) = match op {
        Operator::Add => (B::Add, B::InplaceAdd),
        Operator::Sub => (B::Subtract, B::InplaceSubtract),
        Operator::Mult => (B::Multiply, B::InplaceMultiply),
        Operator::MatMult => (B::MatrixMultiply, B::InplaceMatrixMultiply),
        Operator::Div => (B::TrueDivide, B::InplaceTrueDivide),
        Operator::Mod => (B::Remainder, B::InplaceRemainder),
        Operator::Pow => (B::Power, B::InplacePower),
        Operator::LShift => (B::LeftShift, B::InplaceLeftShift),
        Operator::RShift => (B::RightShift, B::InplaceRightShift),
        Operator::BitOr => (B::Or, B::InplaceOr),
        Operator::BitXor => (B::Xor, B::InplaceXor),
        Operator::BitAnd => (B::And, B::InplaceAnd),
        Operator::FloorDiv => (B::FloorDivide, B::InplaceFloorDivide),
    };
    if in_place { augmented } else { plain }
}

/// A slice without a step, which needs no slice object.
pub(super) fn two_part_slice(index: &Expr, release: u32) -> Option<&ast::ExprSlice> {
    match index {
        Expr::Slice(slice) if slice.step.is_none() && fold::constant_slice(slice, release).is_none() => Some(slice),
        _ => None,
    }
}

/// `not (a is b)` is `a is not b`; the same for `in`. `==` has no such twin.
fn negated_comparison(expr: &Expr) -> Option<(&ast::ExprCompare, CmpOp)> {
    let Expr::UnaryOp(not) = expr else { return None };
    let (UnaryOp::Not, Expr::Compare(compare)) = (not.op, &*not.operand) else { return None };
    match &*compare.ops {
        [CmpOp::Is] => Some((compare, CmpOp::IsNot)),
        [CmpOp::IsNot] => Some((compare, CmpOp::Is)),
        [CmpOp::In] => Some((compare, CmpOp::NotIn)),
        [CmpOp::NotIn] => Some((compare, CmpOp::In)),
        _ => None,
    }
}

impl<'a> Compiler<'a> {
    /// Pushes an expression's value.
    pub fn expression(&mut self, expr: &'a Expr) -> Done {
        self.deeper(expr.range(), |this| this.expression_inner(expr))
    }

    fn expression_inner(&mut self, expr: &'a Expr) -> Done {
        let location = self.location(expr);
        if let Some(value) = fold::constant(expr) {
            self.note_folded(std::slice::from_ref(expr));
            self.emit_const(value, location);
            return Ok(());
        }
        match expr {
            Expr::BoolOp(node) => {
                let end = self.label();
                let Some((last, first)) = node.values.split_last() else { return Ok(()) };
                let jump = if node.op == BoolOp::And { Op::PopJumpIfFalse } else { Op::PopJumpIfTrue };
                for value in first {
                    self.expression(value)?;
                    self.emit_a(Op::Copy, 1, location);
                    self.emit(Op::ToBool, location);
                    self.emit_jump(jump, end, location);
                    self.emit(Op::PopTop, location);
                }
                self.expression(last)?;
                self.place(end);
                Ok(())
            }
            Expr::Named(node) => {
                self.expression(&node.value)?;
                self.emit_a(Op::Copy, 1, location);
                self.target(&node.target, Context::Store)
            }
            Expr::BinOp(node) => {
                if self.percent_format(node, location)? {
                    return Ok(());
                }
                self.expression(&node.left)?;
                self.expression(&node.right)?;
                self.emit_a(Op::BinaryOp, operator(node.op, false) as u32, location);
                Ok(())
            }
            Expr::UnaryOp(node) => {
                if let Some((compare, op)) = negated_comparison(expr) {
                    return self.comparison(compare, Some(op), location);
                }
                self.expression(&node.operand)?;
                match node.op {
                    UnaryOp::Invert => self.emit(Op::UnaryInvert, location),
                    UnaryOp::Not => {
                        self.emit(Op::ToBool, location);
                        self.emit(Op::UnaryNot, location);
                    }
                    UnaryOp::UAdd => self.emit_a(Op::CallIntrinsic1, Intrinsic1::UnaryPositive as u32, location),
                    UnaryOp::USub => self.emit(Op::UnaryNegative, location),
                }
                Ok(())
            }
            Expr::Lambda(node) => self.lambda(node),
            Expr::If(node) => {
                let (end, next) = (self.label(), self.label());
                self.jump_if(&node.test, next, false, location)?;
                self.expression(&node.body)?;
                self.emit_forward(end, NO_LOCATION);
                self.place(next);
                self.expression(&node.orelse)?;
                self.place(end);
                Ok(())
            }
            Expr::Dict(node) => self.dict(node, location),
            Expr::Set(node) => self.display(&node.elts, 0, Display::Set, location),
            Expr::List(node) => self.display(&node.elts, 0, Display::List, location),
            Expr::Tuple(node) => self.display(&node.elts, 0, Display::Tuple, location),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr, location)
            }
            Expr::Await(node) => {
                if !self.in_async_function() && !self.scope().comprehension {
                    let message = if self.scope().is_function_like() {
                        "'await' outside async function"
                    } else {
                        "'await' outside function"
                    };
                    return self.error(message, node.range);
                }
                self.expression(&node.value)?;
                self.await_top(0, location);
                Ok(())
            }
            Expr::Yield(node) => {
                if !self.scope().is_function_like() {
                    return self.error("'yield' outside function", node.range);
                }
                match &node.value {
                    Some(value) => self.expression(value)?,
                    None => self.emit_const(Const::None, location),
                }
                self.yield_value(location);
                Ok(())
            }
            Expr::YieldFrom(node) => {
                if !self.scope().is_function_like() {
                    let what = if self.table.release < 13 { "yield" } else { "yield from" };
                    return self.error(format!("'{what}' outside function"), node.range);
                }
                if self.in_async_function() {
                    return self.error("'yield from' inside async function", node.range);
                }
                match self.places() {
                    0 => self.expression(&node.value)?,
                    _ => self.iterable(&node.value)?,
                }
                self.emit_a(Op::GetYieldFromIter, self.places(), location);
                self.yield_from(false, location);
                Ok(())
            }
            Expr::Compare(node) => self.comparison(node, None, location),
            Expr::Call(node) => self.call(node),
            Expr::FString(node) => self.f_string(node, location),
            Expr::Attribute(node) => self.load_attribute(node, location),
            Expr::Subscript(node) => {
                self.check_subscript(node);
                self.expression(&node.value)?;
                if let Some(slice) = two_part_slice(&node.slice, self.release) {
                    self.slice_parts(slice)?;
                    self.emit(Op::BinarySlice, location);
                } else {
                    self.expression(&node.slice)?;
                    self.emit(Op::BinarySubscr, location);
                }
                Ok(())
            }
            Expr::Starred(node) => self.error("can't use starred expression here", node.range),
            Expr::Name(node) => {
                self.name(&node.id, Context::Load, location);
                Ok(())
            }
            Expr::Slice(node) => {
                match fold::constant_slice(node, self.release) {
                    Some(slice) => self.emit_const(slice, location),
                    None => {
                        let count = self.slice_parts(node)?;
                        self.emit_a(Op::BuildSlice, count, location);
                    }
                }
                Ok(())
            }
            Expr::TString(node) => self.error("invalid syntax", node.range),
            Expr::IpyEscapeCommand(node) => self.error("invalid syntax", node.range),
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => Ok(()),
        }
    }

    /// Start, stop and perhaps step; gives how many.
    pub fn slice_parts(&mut self, slice: &'a ast::ExprSlice) -> Result<u32, super::SyntaxError> {
        let location = self.location(slice);
        for part in [&slice.lower, &slice.upper] {
            match part {
                Some(part) => self.expression(part)?,
                None => self.emit_const(Const::None, location),
            }
        }
        if let Some(step) = &slice.step {
            self.expression(step)?;
            return Ok(3);
        }
        Ok(2)
    }

    /// Stores the top into a target, or deletes the target.
    pub fn target(&mut self, target: &'a Expr, context: Context) -> Done {
        self.deeper(target.range(), |this| this.target_inner(target, context))
    }

    /// `__debug__` is a constant.
    pub fn refuse_debug(&self, name: &str, context: Context, range: TextRange) -> Done {
        if name != "__debug__" {
            return Ok(());
        }
        let what = if context == Context::Delete { "delete" } else { "assign to" };
        self.error(format!("cannot {what} __debug__"), range)
    }

    fn target_inner(&mut self, target: &'a Expr, context: Context) -> Done {
        let location = self.location(target);
        match target {
            Expr::Name(node) => {
                self.refuse_debug(&node.id, context, node.range)?;
                self.name(&node.id, context, location);
                Ok(())
            }
            Expr::Attribute(node) => {
                self.refuse_debug(&node.attr, context, node.range)?;
                if context == Context::Store {
                    self.note_static_attribute(node);
                }
                self.expression(&node.value)?;
                let location = self.attribute_location(node, location);
                let op = if context == Context::Delete { Op::DeleteAttr } else { Op::StoreAttr };
                self.emit_name(op, &node.attr, location);
                Ok(())
            }
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                match two_part_slice(&node.slice, self.release) {
                    Some(slice) if context == Context::Store => {
                        self.slice_parts(slice)?;
                        self.emit(Op::StoreSlice, location);
                    }
                    _ => {
                        self.expression(&node.slice)?;
                        let op = if context == Context::Delete { Op::DeleteSubscr } else { Op::StoreSubscr };
                        self.emit(op, location);
                    }
                }
                Ok(())
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                if context == Context::Store {
                    self.unpack(elts, target, location)?;
                }
                elts.iter().try_for_each(|elt| match elt {
                    Expr::Starred(starred) => self.target(&starred.value, context),
                    _ => self.target(elt, context),
                })
            }
            Expr::Starred(node) if context == Context::Store => {
                self.error("starred assignment target must be in a list or tuple", node.range)
            }
            _ if context == Context::Delete => self.error("cannot delete expression", target.range()),
            _ => self.error("cannot assign to expression", target.range()),
        }
    }

    fn unpack(&mut self, elts: &'a [Expr], target: &'a Expr, location: Location) -> Done {
        let mut starred = elts.iter().enumerate().filter(|(_, elt)| elt.is_starred_expr());
        match (starred.next(), starred.next()) {
            (Some(_), Some(_)) => self.error("multiple starred expressions in assignment", target.range()),
            (Some((before, _)), None) => {
                let after = elts.len() - before - 1;
                if before >= 1 << 8 || after > usize::from(u16::MAX) {
                    return self.error("too many expressions in star-unpacking assignment", target.range());
                }
                self.unit().push(super::ir::IrOp::Op(Op::UnpackEx), before as u32, after as u16, None, location);
                Ok(())
            }
            _ => {
                self.emit_a(Op::UnpackSequence, elts.len() as u32, location);
                Ok(())
            }
        }
    }

    /// Jumps to `next` if the expression's truth is `condition`.
    pub fn jump_if(&mut self, expr: &'a Expr, next: Label, condition: bool, location: Location) -> Done {
        self.deeper(expr.range(), |this| this.jump_if_inner(expr, next, condition, location))
    }

    fn jump_if_inner(&mut self, expr: &'a Expr, next: Label, condition: bool, location: Location) -> Done {
        let jump = if condition { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse };
        let folded = fold::constant(expr).is_some();
        match expr {
            Expr::UnaryOp(node) if node.op == UnaryOp::Not && !folded && negated_comparison(expr).is_none() => {
                return self.jump_if(&node.operand, next, !condition, location);
            }
            Expr::BoolOp(node) => {
                let Some((last, first)) = node.values.split_last() else { return Ok(()) };
                let early = node.op == BoolOp::Or;
                let early_next = if early == condition { next } else { self.label() };
                for value in first {
                    self.jump_if(value, early_next, early, location)?;
                }
                self.jump_if(last, next, condition, location)?;
                if early_next != next {
                    self.place(early_next);
                }
                return Ok(());
            }
            Expr::If(node) => {
                let (end, orelse) = (self.label(), self.label());
                self.jump_if(&node.test, orelse, false, location)?;
                self.jump_if(&node.body, next, condition, location)?;
                self.emit_forward(end, NO_LOCATION);
                self.place(orelse);
                self.jump_if(&node.orelse, next, condition, location)?;
                self.place(end);
                return Ok(());
            }
            Expr::Compare(node) if node.ops.len() > 1 => {
                self.check_comparison(node, None);
                let place = self.location(expr);
                let cleanup = self.label();
                self.expression(&node.left)?;
                let last = node.ops.len() - 1;
                for (i, (op, comparator)) in node.ops.iter().zip(&node.comparators).enumerate() {
                    if i == last {
                        self.comparator(*op, comparator)?;
                        self.compare_op(*op, place);
                        self.emit(Op::ToBool, place);
                        self.emit_jump(jump, next, place);
                        break;
                    }
                    self.expression(comparator)?;
                    self.emit_a(Op::Swap, 2, place);
                    self.emit_a(Op::Copy, 2, place);
                    self.compare_op(*op, place);
                    self.emit(Op::ToBool, place);
                    self.emit_jump(Op::PopJumpIfFalse, cleanup, place);
                }
                let end = self.label();
                self.emit_forward(end, NO_LOCATION);
                self.place(cleanup);
                self.emit(Op::PopTop, place);
                if !condition {
                    self.emit_forward(next, NO_LOCATION);
                }
                self.place(end);
                return Ok(());
            }
            _ => {}
        }
        self.expression(expr)?;
        let place = self.location(expr);
        self.emit(Op::ToBool, place);
        self.emit_jump(jump, next, place);
        Ok(())
    }

    fn comparison(&mut self, node: &'a ast::ExprCompare, only: Option<CmpOp>, location: Location) -> Done {
        self.check_comparison(node, only);
        self.expression(&node.left)?;
        let last = node.ops.len().saturating_sub(1);
        let cleanup = self.label();
        for (i, (op, comparator)) in node.ops.iter().zip(&node.comparators).enumerate() {
            let op = only.unwrap_or(*op);
            if i == last {
                self.comparator(op, comparator)?;
                self.compare_op(op, location);
                break;
            }
            self.expression(comparator)?;
            self.emit_a(Op::Swap, 2, location);
            self.emit_a(Op::Copy, 2, location);
            self.compare_op(op, location);
            self.emit_a(Op::Copy, 1, location);
            self.emit(Op::ToBool, location);
            self.emit_jump(Op::PopJumpIfFalse, cleanup, location);
            self.emit(Op::PopTop, location);
        }
        if last > 0 {
            let end = self.label();
            self.emit_forward(end, NO_LOCATION);
            self.place(cleanup);
            self.emit_a(Op::Swap, 2, location);
            self.emit(Op::PopTop, location);
            self.place(end);
        }
        Ok(())
    }

    /// The right side of the last comparison: a display after `in` needs no list and no set.
    fn comparator(&mut self, op: CmpOp, comparator: &'a Expr) -> Done {
        if matches!(op, CmpOp::In | CmpOp::NotIn) { self.iterable(comparator) } else { self.expression(comparator) }
    }

    /// Remembers which of the constants do not stand in the source.
    fn note_folded(&mut self, exprs: &[Expr]) {
        for expr in exprs {
            match expr {
                Expr::Tuple(tuple) => self.note_folded(&tuple.elts),
                _ if expr.is_literal_expr() => {}
                _ => {
                    let folded = fold::constant(expr);
                    self.unit().folded.extend(folded);
                }
            }
        }
    }

    /// What is only iterated or searched: a list display becomes a tuple, a set of constants a frozenset.
    pub fn iterable(&mut self, expr: &'a Expr) -> Done {
        let location = self.location(expr);
        if let Expr::List(ast::ExprList { elts, .. }) | Expr::Set(ast::ExprSet { elts, .. }) = expr {
            self.note_folded(elts);
        }
        match expr {
            Expr::List(list) if !list.elts.iter().any(Expr::is_starred_expr) => {
                match fold::constants(&list.elts) {
                    Some(values) => self.emit_const(Const::Tuple(values), location),
                    None => self.display(&list.elts, 0, Display::Tuple, location)?,
                }
                Ok(())
            }
            Expr::Set(set) => match fold::constants(&set.elts) {
                Some(values) => {
                    self.emit_const(Const::FrozenSet(fold::distinct(values)), location);
                    Ok(())
                }
                None => self.expression(expr),
            },
            _ => self.expression(expr),
        }
    }

    fn compare_op(&mut self, op: CmpOp, location: Location) {
        let (op, operand) = match op {
            CmpOp::Eq => (Op::CompareOp, Comparison::Eq as u32),
            CmpOp::NotEq => (Op::CompareOp, Comparison::Ne as u32),
            CmpOp::Lt => (Op::CompareOp, Comparison::Lt as u32),
            CmpOp::LtE => (Op::CompareOp, Comparison::Le as u32),
            CmpOp::Gt => (Op::CompareOp, Comparison::Gt as u32),
            CmpOp::GtE => (Op::CompareOp, Comparison::Ge as u32),
            CmpOp::Is => (Op::IsOp, 0),
            CmpOp::IsNot => (Op::IsOp, 1),
            CmpOp::In => (Op::ContainsOp, 0),
            CmpOp::NotIn => (Op::ContainsOp, 1),
        };
        self.emit_a(op, operand, location);
    }

    fn dict(&mut self, node: &'a ast::ExprDict, location: Location) -> Done {
        let mut have_dict = false;
        let mut pending = 0;
        let items = &node.items;
        for (i, item) in items.iter().enumerate() {
            if item.key.is_none() {
                if pending > 0 {
                    self.sub_dict(&items[i - pending..i], location)?;
                    self.dict_update(&mut have_dict, location);
                    pending = 0;
                }
                if !have_dict {
                    self.emit_a(Op::BuildMap, 0, location);
                    have_dict = true;
                }
                self.expression(&item.value)?;
                self.emit_a(Op::DictUpdate, 1, location);
            } else if pending * 2 > STACK_USE_GUIDELINE {
                self.sub_dict(&items[i - pending..=i], location)?;
                self.dict_update(&mut have_dict, location);
                pending = 0;
            } else {
                pending += 1;
            }
        }
        if pending > 0 {
            self.sub_dict(&items[items.len() - pending..], location)?;
            self.dict_update(&mut have_dict, location);
        }
        if !have_dict {
            self.emit_a(Op::BuildMap, 0, location);
        }
        Ok(())
    }

    fn dict_update(&mut self, have_dict: &mut bool, location: Location) {
        if *have_dict {
            self.emit_a(Op::DictUpdate, 1, location);
        }
        *have_dict = true;
    }

    fn sub_dict(&mut self, items: &'a [ast::DictItem], location: Location) -> Done {
        let count = items.len();
        let big = count * 2 > STACK_USE_GUIDELINE;
        let keys: Option<Vec<Const>> = items.iter().map(|item| item.key.as_ref().and_then(fold::constant)).collect();
        // Since 3.14, where operands are borrowed, there is no BUILD_CONST_KEY_MAP.
        if let Some(keys) = keys.filter(|_| count > 1 && !big && self.table.borrowing.is_none()) {
            for item in items {
                self.expression(&item.value)?;
            }
            self.emit_const(Const::Tuple(keys), location);
            self.emit_a(Op::BuildConstKeyMap, count as u32, location);
            return Ok(());
        }
        if big {
            self.emit_a(Op::BuildMap, 0, location);
        }
        for item in items {
            if let Some(key) = &item.key {
                self.expression(key)?;
            }
            self.expression(&item.value)?;
            if big {
                self.emit_a(Op::MapAdd, 1, location);
            }
        }
        if !big {
            self.emit_a(Op::BuildMap, count as u32, location);
        }
        Ok(())
    }

    /// A list, tuple or set display (compile.c, starunpack_helper). `pushed` items are on the stack already.
    pub fn display(&mut self, elts: &'a [Expr], pushed: usize, what: Display, location: Location) -> Done {
        let (build, add, extend) = match what {
            Display::Set => (Op::BuildSet, Op::SetAdd, Op::SetUpdate),
            Display::List | Display::Tuple => (Op::BuildList, Op::ListAppend, Op::ListExtend),
        };
        let tuple = what == Display::Tuple;
        let to_tuple = Intrinsic1::ListToTuple as u32;
        if elts.len() > 2
            && let Some(values) = fold::constants(elts)
        {
            self.note_folded(elts);
            if tuple && pushed == 0 {
                self.emit_const(Const::Tuple(values), location);
                return Ok(());
            }
            let constant =
                if what == Display::Set { Const::FrozenSet(fold::distinct(values)) } else { Const::Tuple(values) };
            self.emit_a(build, pushed as u32, location);
            self.emit_const(constant, location);
            self.emit_a(extend, 1, location);
            if tuple {
                self.emit_a(Op::CallIntrinsic1, to_tuple, location);
            }
            return Ok(());
        }
        let big = elts.len() + pushed > STACK_USE_GUIDELINE;
        if !big && !elts.iter().any(Expr::is_starred_expr) {
            self.expressions(elts)?;
            let op = if tuple { Op::BuildTuple } else { build };
            self.emit_a(op, (elts.len() + pushed) as u32, location);
            return Ok(());
        }
        let mut built = big;
        if big {
            self.emit_a(build, pushed as u32, location);
        }
        for (i, elt) in elts.iter().enumerate() {
            if let Expr::Starred(starred) = elt {
                if !built {
                    self.emit_a(build, (i + pushed) as u32, location);
                    built = true;
                }
                self.expression(&starred.value)?;
                self.emit_a(extend, 1, location);
            } else {
                self.expression(elt)?;
                if built {
                    self.emit_a(add, 1, location);
                }
            }
        }
        if tuple {
            self.emit_a(Op::CallIntrinsic1, to_tuple, location);
        }
        Ok(())
    }

    fn f_string(&mut self, node: &'a ast::ExprFString, location: Location) -> Done {
        let mut pieces = Vec::new();
        for part in node.value.iter() {
            match part {
                ast::FStringPart::Literal(literal) => add_literal(&mut pieces, literal.as_str(), literal.range),
                ast::FStringPart::FString(f_string) => collect_pieces(&f_string.elements, &mut pieces),
            }
        }
        self.joined(pieces, location)
    }

    fn joined(&mut self, pieces: Vec<Piece<'a>>, location: Location) -> Done {
        let count = pieces.len();
        let big = count > STACK_USE_GUIDELINE;
        if big {
            self.emit_const(Const::Str("".into()), location);
            self.emit_plain_name(Op::LoadMethod, "join", location);
            self.emit_a(Op::BuildList, 0, location);
        }
        for piece in pieces {
            match piece {
                Piece::Text(text, range) => {
                    let place = self.source.location(range);
                    self.emit_const(Const::Str(text.into()), place);
                }
                Piece::Value(element) => self.formatted(element)?,
            }
            if big {
                self.emit_a(Op::ListAppend, 1, location);
            }
        }
        match count {
            _ if big => self.emit_a(Op::Call, 1, location),
            0 => self.emit_const(Const::Str("".into()), location),
            1 => {}
            _ => self.emit_a(Op::BuildString, count as u32, location),
        }
        Ok(())
    }

    fn formatted(&mut self, element: &'a ast::InterpolatedElement) -> Done {
        let location = self.location(element);
        self.expression(&element.expression)?;
        let conversion = match element.conversion {
            ast::ConversionFlag::None if element.debug_text.is_some() && element.format_spec.is_none() => {
                Some(Conversion::Repr)
            }
            ast::ConversionFlag::None => None,
            ast::ConversionFlag::Str => Some(Conversion::Str),
            ast::ConversionFlag::Repr => Some(Conversion::Repr),
            ast::ConversionFlag::Ascii => Some(Conversion::Ascii),
        };
        if let Some(conversion) = conversion {
            self.emit_a(Op::ConvertValue, conversion as u32, location);
        }
        match &element.format_spec {
            Some(spec) => {
                let mut pieces = Vec::new();
                collect_pieces(&spec.elements, &mut pieces);
                let place = self.source.location(spec.range);
                self.deeper(spec.range, |this| this.joined(pieces, place))?;
                self.emit(Op::FormatWithSpec, location);
            }
            None => self.emit(Op::FormatSimple, location),
        }
        Ok(())
    }

    /// `'%s and %r' % (a, b)` becomes an f-string (ast_opt.c, optimize_format). Gives whether it did.
    fn percent_format(&mut self, node: &'a ast::ExprBinOp, location: Location) -> Result<bool, super::SyntaxError> {
        let (Operator::Mod, Expr::StringLiteral(format), Expr::Tuple(values)) = (node.op, &*node.left, &*node.right)
        else {
            return Ok(false);
        };
        // A tuple of constants is one constant by then, up to 3.13.
        let folded = self.table.borrowing.is_none() && fold::constants(&values.elts).is_some();
        if folded || values.elts.iter().any(Expr::is_starred_expr) {
            return Ok(false);
        }
        let Some(pieces) = fold::percent_pieces(format.value.to_str()) else { return Ok(false) };
        let fields = pieces.iter().filter(|piece| matches!(piece, fold::PercentPiece::Field(_))).count();
        if fields != values.elts.len() || pieces.len() > STACK_USE_GUIDELINE {
            return Ok(false);
        }
        let mut elts = values.elts.iter();
        let count = pieces.len();
        for piece in pieces {
            match piece {
                fold::PercentPiece::Text(text) => self.emit_const(Const::Str(text.into()), NO_LOCATION),
                fold::PercentPiece::Field(conversion) => {
                    if let Some(value) = elts.next() {
                        self.expression(value)?;
                        let place = self.location(value);
                        self.emit_a(Op::ConvertValue, conversion as u32, place);
                        self.emit(Op::FormatSimple, place);
                    }
                }
            }
        }
        match count {
            0 => self.emit_const(Const::Str("".into()), location),
            1 => {}
            _ => self.emit_a(Op::BuildString, count as u32, location),
        }
        Ok(true)
    }
}

/// What a display makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    List,
    Tuple,
    Set,
}

/// A part of an f-string.
pub(super) enum Piece<'a> {
    Text(String, super::parser::TextRange),
    Value(&'a ast::InterpolatedElement),
}

pub(super) fn add_literal(pieces: &mut Vec<Piece<'_>>, text: &str, range: super::parser::TextRange) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(Piece::Text(before, place)) => {
            before.push_str(text);
            *place = place.cover(range);
        }
        _ => pieces.push(Piece::Text(text.to_string(), range)),
    }
}

pub(super) fn collect_pieces<'a>(elements: &'a ast::InterpolatedStringElements, pieces: &mut Vec<Piece<'a>>) {
    for element in elements {
        match element {
            InterpolatedStringElement::Literal(literal) => add_literal(pieces, &literal.value, literal.range),
            InterpolatedStringElement::Interpolation(value) => {
                if let Some(debug) = &value.debug_text {
                    add_literal(pieces, debug.as_str(), value.range);
                }
                pieces.push(Piece::Value(value));
            }
        }
    }
}

//! Calls, attributes, and `super()`.

use super::codegen::{Compiler, Context, Done, STACK_USE_GUIDELINE};
use super::expressions::Display;
use super::ir::IrOp;
use super::parser::Ranged;
use super::parser::ast::{self, Expr, Keyword};
use super::symtable::{NameScope, TOP, node_key};
use super::unit::UnitKind;
use crate::bytecode::{Const, Location, OF_GENERATOR, Op};

impl<'a> Compiler<'a> {
    /// A call.
    pub fn call(&mut self, node: &'a ast::ExprCall) -> Done {
        if let [Expr::Generator(generator)] = &*node.arguments.args
            && !generator.parenthesized
        {
            self.bare_generators.insert(node_key(generator), node.arguments.range);
        }
        if let Expr::Attribute(method) = &*node.func
            && self.is_plain_method_call(node, method)
        {
            return self.method_call(node, method);
        }
        self.check_caller(node);
        self.expression(&node.func)?;
        let function = self.location(&*node.func);
        self.emit(Op::PushNull, function);
        let location = self.location(node);
        if let ([Expr::Generator(_)], [], Expr::Name(_)) =
            (&*node.arguments.args, &*node.arguments.keywords, &*node.func)
        {
            self.expressions(&node.arguments.args)?;
            self.unit().push(IrOp::Op(Op::Call), 1, OF_GENERATOR, None, location);
            return Ok(());
        }
        self.call_arguments(0, &node.arguments.args, &node.arguments.keywords, location)
    }

    /// Whether the call can do without a bound method (compile.c, maybe_optimize_method_call).
    fn is_plain_method_call(&self, node: &ast::ExprCall, method: &ast::ExprAttribute) -> bool {
        if let Expr::Name(module) = &*method.value
            && self.table.scopes[TOP].symbols.get(&module.id).is_some_and(|symbol| symbol.import)
        {
            return false;
        }
        let keywords = node.arguments.keywords.len();
        node.arguments.args.len() + keywords + usize::from(keywords != 0) < STACK_USE_GUIDELINE
            && !node.arguments.args.iter().any(Expr::is_starred_expr)
            && node.arguments.keywords.iter().all(|keyword| keyword.arg.is_some())
    }

    fn method_call(&mut self, node: &'a ast::ExprCall, method: &'a ast::ExprAttribute) -> Done {
        let place = self.location(method);
        if let Some(call) = self.super_call(method) {
            self.load_super_arguments(call)?;
            self.emit_name(Op::LoadSuperMethod, &method.attr, place);
            let place = self.attribute_location(method, place);
            self.emit(Op::Nop, place);
        } else {
            self.expression(&method.value)?;
            let place = self.attribute_location(method, place);
            self.emit_name(Op::LoadMethod, &method.attr, place);
        }
        let location = self.location(node);
        let location = self.attribute_location(method, location);
        self.plain_arguments(0, &node.arguments.args, &node.arguments.keywords, location)
    }

    /// `args` and named `keywords`, then the call. `pushed` arguments are on the stack already.
    pub fn plain_arguments(
        &mut self,
        pushed: usize,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        location: Location,
    ) -> Done {
        self.expressions(args)?;
        let count = (pushed + args.len() + keywords.len()) as u32;
        if keywords.is_empty() {
            self.emit_a(Op::Call, count, location);
            return Ok(());
        }
        for keyword in keywords {
            self.expression(&keyword.value)?;
        }
        let names = self.keyword_names(keywords);
        self.emit_const(names, location);
        self.emit_a(Op::CallKw, count, location);
        Ok(())
    }

    fn keyword_names(&mut self, keywords: &[Keyword]) -> Const {
        let names = keywords.iter().filter_map(|keyword| keyword.arg.as_ref());
        Const::Tuple(names.map(|name| self.identifier(name.as_str().into())).collect())
    }

    /// Arguments of any kind, then the call (compile.c, compiler_call_helper).
    pub fn call_arguments(
        &mut self,
        pushed: usize,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        location: Location,
    ) -> Done {
        self.check_keywords(keywords)?;
        let unpacks = args.iter().any(Expr::is_starred_expr) || keywords.iter().any(|keyword| keyword.arg.is_none());
        if !unpacks && args.len() + keywords.len() * 2 <= STACK_USE_GUIDELINE {
            return self.plain_arguments(pushed, args, keywords, location);
        }
        match args {
            [Expr::Starred(only)] if pushed == 0 => self.expression(&only.value)?,
            _ => self.display(args, pushed, Display::Tuple, location)?,
        }
        self.keyword_dict(keywords, location)?;
        self.emit_a(Op::CallFunctionEx, u32::from(!keywords.is_empty()), location);
        Ok(())
    }

    /// The dict of a call with `**` (or with very many keywords).
    pub fn keyword_dict(&mut self, keywords: &'a [Keyword], location: Location) -> Done {
        let mut have_dict = false;
        let mut pending = 0;
        let merge = |this: &mut Self, have_dict: &mut bool| {
            if *have_dict {
                this.emit_a(Op::DictMerge, 1, location);
            }
            *have_dict = true;
        };
        for (i, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                pending += 1;
                continue;
            }
            if pending > 0 {
                self.sub_keywords(&keywords[i - pending..i], location)?;
                merge(self, &mut have_dict);
                pending = 0;
            }
            if !have_dict {
                self.emit_a(Op::BuildMap, 0, location);
                have_dict = true;
            }
            self.expression(&keyword.value)?;
            self.emit_a(Op::DictMerge, 1, location);
        }
        if pending > 0 {
            self.sub_keywords(&keywords[keywords.len() - pending..], location)?;
            merge(self, &mut have_dict);
        }
        Ok(())
    }

    fn sub_keywords(&mut self, keywords: &'a [Keyword], location: Location) -> Done {
        let count = keywords.len();
        let big = count * 2 > STACK_USE_GUIDELINE;
        if count > 1 && !big {
            for keyword in keywords {
                self.expression(&keyword.value)?;
            }
            let names = self.keyword_names(keywords);
            self.emit_const(names, location);
            self.emit_a(Op::BuildConstKeyMap, count as u32, location);
            return Ok(());
        }
        if big {
            self.emit_a(Op::BuildMap, 0, location);
        }
        for keyword in keywords {
            if let Some(name) = &keyword.arg {
                let name = self.identifier(name.as_str().into());
                self.emit_const(name, location);
            }
            self.expression(&keyword.value)?;
            if big {
                self.emit_a(Op::MapAdd, 1, location);
            }
        }
        if !big {
            self.emit_a(Op::BuildMap, count as u32, location);
        }
        Ok(())
    }

    fn check_keywords(&self, keywords: &[Keyword]) -> Done {
        for (i, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            if name.as_str() == "__debug__" {
                return self.error("cannot assign to __debug__", keyword.range);
            }
            let repeated = keywords[..i]
                .iter()
                .any(|other| other.arg.as_ref().is_some_and(|other| other.as_str() == name.as_str()));
            if repeated {
                return self.error(format!("keyword argument repeated: {name}"), keyword.range);
            }
        }
        Ok(())
    }

    /// A place that starts at the attribute's name, where that is on another line than the value.
    pub fn attribute_location(&self, node: &ast::ExprAttribute, location: Location) -> Location {
        let (end_line, end_column) = self.source.position(node.range.end());
        if location.line == end_line {
            return location;
        }
        let length = node.attr.as_str().chars().count() as u32;
        Location {
            line: end_line,
            column: end_column.saturating_sub(length).max(1),
            end_line: location.end_line.max(end_line),
            end_column: location.end_column,
        }
    }

    /// The value of an attribute.
    pub fn load_attribute(&mut self, node: &'a ast::ExprAttribute, location: Location) -> Done {
        if let Some(call) = self.super_call(node) {
            self.load_super_arguments(call)?;
            self.emit_name(Op::LoadSuperAttr, &node.attr, location);
            let place = self.attribute_location(node, location);
            self.emit(Op::Nop, place);
            return Ok(());
        }
        self.expression(&node.value)?;
        let place = self.attribute_location(node, location);
        self.emit_name(Op::LoadAttr, &node.attr, place);
        Ok(())
    }

    /// `super().name` and `super(a, b).name` need no super object (compile.c, can_optimize_super_call).
    fn super_call<'e>(&self, node: &'e ast::ExprAttribute) -> Option<&'e ast::ExprCall> {
        let Expr::Call(call) = &*node.value else { return None };
        let Expr::Name(name) = &*call.func else { return None };
        if name.id.as_str() != "super"
            || !call.arguments.keywords.is_empty()
            || self.name_scope("super") != Some(NameScope::GlobalImplicit)
            || self.table.scopes[TOP].symbols.get("super").is_some()
        {
            return None;
        }
        let unit = self.units.last()?;
        match &*call.arguments.args {
            [] if unit.arg_count > 0 && self.name_scope("__class__") == Some(NameScope::Free) => Some(call),
            [first, second] if !first.is_starred_expr() && !second.is_starred_expr() => Some(call),
            _ => None,
        }
    }

    fn load_super_arguments(&mut self, call: &'a ast::ExprCall) -> Done {
        let function = self.location(&*call.func);
        self.name("super", Context::Load, function);
        if !call.arguments.args.is_empty() {
            return self.expressions(&call.arguments.args);
        }
        let location = self.location(call);
        self.name("__class__", Context::Load, location);
        if let Some(first) = self.unit().varnames.names.first().cloned() {
            self.name(&first, Context::Load, location);
        }
        Ok(())
    }

    /// Remembers `self.name = ...` for the class's `__static_attributes__`.
    pub fn note_static_attribute(&mut self, node: &ast::ExprAttribute) {
        let is_self = matches!(&*node.value, Expr::Name(name) if name.id.as_str() == "self");
        if !is_self {
            return;
        }
        if let Some(class) = self.units.iter_mut().rev().find(|unit| unit.kind == UnitKind::Class) {
            let name = node.attr.as_str();
            if !class.static_attributes.iter().any(|known| known.as_ref() == name) {
                class.static_attributes.push(name.into());
            }
        }
    }

    /// Where a definition is, its decorators left out.
    pub fn definition_location<N: Ranged>(&self, decorators: &[ast::Decorator], node: &N) -> Location {
        let mut location = self.location(node);
        if let Some(last) = decorators.last() {
            let start = self.source.skip_blank(last.range.end());
            let (line, column) = self.source.position(start);
            location.line = line;
            location.column = column;
        }
        location
    }
}

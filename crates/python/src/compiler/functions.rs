//! Functions, lambdas, classes, decorators and annotations.

use std::rc::Rc;

use super::codegen::{Compiler, Context, Done, too_complex};
use super::ir::{IrOp, NO_LOCATION};
use super::parser::Ranged;
use super::parser::ast::{self, Expr};
use super::statements::docstring;
use super::symtable::{ScopeId, ScopeRole};
use super::unit::{FrameBlockKind, Pool, UnitKind};
use super::unparse::unparse;
use crate::bytecode::{Code, Comparison, Const, FunctionAttribute, Intrinsic1, Intrinsic2, Location, Op};

impl<'a> Compiler<'a> {
    fn decorators(&mut self, decorators: &'a [ast::Decorator]) -> Done {
        decorators.iter().try_for_each(|decorator| self.expression(&decorator.expression))
    }

    fn apply_decorators(&mut self, decorators: &'a [ast::Decorator]) {
        for decorator in decorators.iter().rev() {
            let location = self.location(&decorator.expression);
            self.emit_a(Op::Call, 0, location);
        }
    }

    fn first_line(&self, decorators: &[ast::Decorator], location: Location) -> u32 {
        decorators.first().map_or(location.line, |first| self.source.line(first.expression.start()))
    }

    /// `def` and `async def`.
    pub fn function_def(&mut self, def: &'a ast::StmtFunctionDef) -> Done {
        let location = self.definition_location(&def.decorator_list, def);
        let first_line = self.first_line(&def.decorator_list, location);
        self.check_parameter_names(&def.parameters)?;
        self.decorators(&def.decorator_list)?;
        let mut attributes = self.default_arguments(&def.parameters, location)?;
        let defaults = attributes.len() as u32;
        if let Some(type_params) = def.type_params.as_deref() {
            if defaults == 2 {
                self.emit_a(Op::Swap, 2, location);
            }
            let scope = self.scope_of_node(def, ScopeRole::TypeParameters);
            let name = format!("<generic parameters of {}>", def.name);
            self.enter_unit(&name, UnitKind::TypeParameters, scope, first_line, None);
            self.unit().arg_count = defaults;
            self.type_parameters(type_params)?;
            for slot in 0..defaults {
                self.emit_a(Op::LoadFast, slot, location);
            }
        }
        if self.table.defers_annotations() {
            if has_annotations(def) {
                let scope = self.scope_of_node(def, ScopeRole::Annotations);
                // From 3.15 on that of a generic function is called by its own name alone.
                let own_name = def.type_params.is_some() && self.release >= 15;
                let name = (!own_name).then_some(def.name.as_str());
                self.enter_annotate(name, scope, location);
                let count = self.annotations(&def.parameters, def.returns.as_deref(), location)?;
                self.emit_a(Op::BuildMap, count / 2, location);
                self.finish_annotate(location)?;
                attributes.push(FunctionAttribute::Annotate as u32);
            }
        } else {
            let count = self.annotations(&def.parameters, def.returns.as_deref(), location)?;
            if count > 0 {
                self.emit_a(Op::BuildTuple, count, location);
                attributes.push(FunctionAttribute::Annotations as u32);
            }
        }
        attributes.reverse();
        self.function_body(def, first_line, location, &attributes)?;
        if def.type_params.is_some() {
            self.emit_a(Op::Swap, 2, location);
            self.emit_a(Op::CallIntrinsic2, Intrinsic2::SetFunctionTypeParams as u32, location);
            let code = self.finish_unit(false)?;
            self.make_closure(code, &[], location);
            if defaults > 0 {
                self.emit_a(Op::Swap, defaults + 1, location);
                self.emit_a(Op::Call, defaults - 1, location);
            } else {
                self.emit(Op::PushNull, location);
                self.emit_a(Op::Call, 0, location);
            }
        }
        self.apply_decorators(&def.decorator_list);
        self.name(&def.name, Context::Store, location);
        Ok(())
    }

    fn check_parameter_names(&self, parameters: &ast::Parameters) -> Done {
        for parameter in parameters.iter() {
            if parameter.name().as_str() == "__debug__" {
                return self.error("cannot assign to __debug__", parameter.name().range());
            }
        }
        Ok(())
    }

    /// Pushes the defaults; gives which attributes they will be, in the order of the stack.
    fn default_arguments(
        &mut self,
        parameters: &'a ast::Parameters,
        location: Location,
    ) -> Result<Vec<u32>, super::SyntaxError> {
        let mut attributes = Vec::new();
        let mut count = 0;
        for parameter in parameters.posonlyargs.iter().chain(&parameters.args) {
            if let Some(default) = &parameter.default {
                self.expression(default)?;
                count += 1;
            }
        }
        if count > 0 {
            self.emit_a(Op::BuildTuple, count, location);
            attributes.push(FunctionAttribute::Defaults as u32);
        }
        let mut keys = Vec::new();
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                keys.push(Const::Str(self.mangle(&parameter.parameter.name)));
                self.expression(default)?;
            }
        }
        if !keys.is_empty() {
            let count = keys.len() as u32;
            self.emit_const(Const::Tuple(keys), location);
            self.emit_a(Op::BuildConstKeyMap, count, location);
            attributes.push(FunctionAttribute::KwDefaults as u32);
        }
        Ok(attributes)
    }

    /// Begins the function that computes annotations: `name` is that of the function they belong to (codegen.c,
    /// codegen_setup_annotations_scope).
    pub fn enter_annotate(&mut self, name: Option<&str>, scope: ScopeId, location: Location) {
        const OWN: &str = "__annotate__";
        self.enter_unit(name.unwrap_or(OWN), UnitKind::TypeParameters, scope, location.line, None);
        let unit = self.unit();
        if name.is_some() {
            unit.qualname = format!("{}.{OWN}", unit.qualname).into();
            unit.name = OWN.into();
        }
        unit.arg_count = 1;
        unit.posonly_arg_count = 1;
        // Not the name in its scope, which annotations would see.
        unit.varnames = Pool::default();
        self.emit_local(Op::LoadFast, "format", location);
        self.emit_const(Const::Int(2), location);
        self.emit_a(Op::CompareOp, Comparison::Gt as u32, location);
        let computes = self.label();
        self.emit_jump(Op::PopJumpIfFalse, computes, location);
        self.emit_a(Op::LoadAssertionError, 1, location);
        self.emit_a(Op::RaiseVarargs, 1, location);
        self.place(computes);
    }

    /// Ends it and pushes it.
    pub fn finish_annotate(&mut self, location: Location) -> Done {
        self.emit(Op::ReturnValue, location);
        let code = self.finish_unit(true)?;
        self.make_closure(code, &[], location);
        Ok(())
    }

    /// Pushes names and annotations alternately, and gives how many.
    fn annotations(
        &mut self,
        parameters: &'a ast::Parameters,
        returns: Option<&'a Expr>,
        location: Location,
    ) -> Result<u32, super::SyntaxError> {
        let plain = parameters.args.iter().chain(&parameters.posonlyargs).map(|parameter| &parameter.parameter);
        let vararg = parameters.vararg.as_deref().into_iter();
        let keyword = parameters.kwonlyargs.iter().map(|parameter| &parameter.parameter);
        let kwarg = parameters.kwarg.as_deref().into_iter();
        let mut count = 0;
        for parameter in plain.chain(vararg).chain(keyword).chain(kwarg) {
            if let Some(annotation) = &parameter.annotation {
                let name = self.mangle(&parameter.name);
                self.emit_const(Const::Str(name), location);
                match &**annotation {
                    Expr::Starred(starred) if !self.table.future_annotations => {
                        self.expression(&starred.value)?;
                        self.emit_a(Op::UnpackSequence, 1, location);
                    }
                    _ => self.annotation(annotation)?,
                }
                count += 2;
            }
        }
        if let Some(returns) = returns {
            self.emit_const(Const::Str("return".into()), location);
            self.annotation(returns)?;
            count += 2;
        }
        Ok(count)
    }

    /// An annotation's value, or its text under `from __future__ import annotations`.
    pub fn annotation(&mut self, annotation: &'a Expr) -> Done {
        if self.table.future_annotations {
            let location = self.location(annotation);
            let Some(text) = unparse(annotation) else {
                return Err(too_complex(self.source, annotation.range()));
            };
            self.emit_const(Const::Str(text.into()), location);
            return Ok(());
        }
        self.expression(annotation)
    }

    fn set_parameters(&mut self, parameters: &ast::Parameters) {
        let unit = self.unit();
        unit.posonly_arg_count = parameters.posonlyargs.len() as u32;
        unit.arg_count = unit.posonly_arg_count + parameters.args.len() as u32;
        unit.kwonly_arg_count = parameters.kwonlyargs.len() as u32;
        unit.varargs = parameters.vararg.is_some();
        unit.varkeywords = parameters.kwarg.is_some();
    }

    fn function_body(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        first_line: u32,
        location: Location,
        attributes: &[u32],
    ) -> Done {
        let scope = self.scope_of_node(def, ScopeRole::Body);
        let kind = if def.is_async { UnitKind::AsyncFunction } else { UnitKind::Function };
        self.enter_unit(&def.name, kind, scope, first_line, None);
        self.set_parameters(&def.parameters);
        let doc = docstring(&def.body, self.release);
        let body = if doc.is_some() { &def.body[1..] } else { &def.body[..] };
        self.unit().consts.add(doc.map_or(Const::None, |(text, _)| Const::Str(text)));
        let suspends = self.scope().coroutine || self.scope().generator;
        if suspends {
            self.push_block(FrameBlockKind::StopIteration, None, None, NO_LOCATION);
        }
        self.statements(body)?;
        if suspends {
            self.wrap_in_stop_iteration_handler();
            self.pop_block();
        }
        let code = self.finish_unit(true)?;
        self.make_closure(code, attributes, location);
        Ok(())
    }

    /// `lambda`
    pub fn lambda(&mut self, node: &'a ast::ExprLambda) -> Done {
        let location = self.location(node);
        let mut attributes = Vec::new();
        if let Some(parameters) = node.parameters.as_deref() {
            self.check_parameter_names(parameters)?;
            attributes = self.default_arguments(parameters, location)?;
        }
        attributes.reverse();
        let scope = self.scope_of_node(node, ScopeRole::Body);
        self.enter_unit("<lambda>", UnitKind::Lambda, scope, location.line, None);
        if let Some(parameters) = node.parameters.as_deref() {
            self.set_parameters(parameters);
        }
        self.unit().consts.add(Const::None);
        let suspends = self.scope().generator;
        self.expression(&node.body)?;
        if !suspends {
            let body = self.location(&*node.body);
            self.emit(Op::ReturnValue, body);
        }
        let code = self.finish_unit(!suspends)?;
        self.make_closure(code, &attributes, location);
        Ok(())
    }

    /// `class`
    pub fn class_def(&mut self, def: &'a ast::StmtClassDef) -> Done {
        let location = self.definition_location(&def.decorator_list, def);
        let first_line = self.first_line(&def.decorator_list, location);
        self.decorators(&def.decorator_list)?;
        let generic = def.type_params.as_deref();
        if let Some(type_params) = generic {
            let scope = self.scope_of_node(def, ScopeRole::TypeParameters);
            let name = format!("<generic parameters of {}>", def.name);
            let private: Rc<str> = def.name.as_str().into();
            self.enter_unit(&name, UnitKind::TypeParameters, scope, first_line, Some(private));
            self.type_parameters(type_params)?;
            self.name(".type_params", Context::Store, location);
        }
        let code = self.class_body(def, first_line)?;
        self.emit(Op::LoadBuildClass, location);
        self.emit(Op::PushNull, location);
        self.make_closure(code, &[], location);
        self.emit_const(Const::Str(def.name.as_str().into()), location);
        let (bases, keywords) = match def.arguments.as_deref() {
            Some(arguments) => (&arguments.args[..], &arguments.keywords[..]),
            None => (&[][..], &[][..]),
        };
        if generic.is_some() {
            self.name(".type_params", Context::Load, location);
            self.emit_a(Op::CallIntrinsic1, Intrinsic1::SubscriptGeneric as u32, location);
            self.name(".generic_base", Context::Store, location);
            self.generic_class_call(bases, keywords, location)?;
            let code = self.finish_unit(false)?;
            self.make_closure(code, &[], location);
            self.emit(Op::PushNull, location);
            self.emit_a(Op::Call, 0, location);
        } else {
            self.call_arguments(2, bases, keywords, location)?;
        }
        self.apply_decorators(&def.decorator_list);
        self.name(&def.name, Context::Store, location);
        Ok(())
    }

    /// The call of `__build_class__` with `Generic[...]` as the last base.
    fn generic_class_call(&mut self, bases: &'a [Expr], keywords: &'a [ast::Keyword], location: Location) -> Done {
        let unpacks = bases.iter().any(Expr::is_starred_expr) || keywords.iter().any(|keyword| keyword.arg.is_none());
        if unpacks {
            self.emit_a(Op::BuildList, 2, location);
            for base in bases {
                if let Expr::Starred(starred) = base {
                    self.expression(&starred.value)?;
                    self.emit_a(Op::ListExtend, 1, location);
                } else {
                    self.expression(base)?;
                    self.emit_a(Op::ListAppend, 1, location);
                }
            }
            self.name(".generic_base", Context::Load, location);
            self.emit_a(Op::ListAppend, 1, location);
            self.emit_a(Op::CallIntrinsic1, Intrinsic1::ListToTuple as u32, location);
            self.keyword_dict(keywords, location)?;
            self.emit_a(Op::CallFunctionEx, u32::from(!keywords.is_empty()), location);
            return Ok(());
        }
        self.expressions(bases)?;
        self.name(".generic_base", Context::Load, location);
        self.plain_arguments(3 + bases.len(), &[], keywords, location)
    }

    fn class_body(&mut self, def: &'a ast::StmtClassDef, first_line: u32) -> Result<Rc<Code>, super::SyntaxError> {
        let scope = self.scope_of_node(def, ScopeRole::Body);
        self.enter_unit(&def.name, UnitKind::Class, scope, first_line, Some(def.name.as_str().into()));
        let location = Location { line: first_line, end_line: first_line, column: 1, end_column: 1 };
        self.name("__name__", Context::Load, location);
        self.name("__module__", Context::Store, location);
        let qualname = self.unit().qualname.clone();
        self.emit_const(Const::Str(qualname), location);
        self.name("__qualname__", Context::Store, location);
        if self.table.release >= 13 {
            self.emit_const(Const::Int(i64::from(first_line)), location);
            self.name("__firstlineno__", Context::Store, location);
        }
        if def.type_params.is_some() {
            self.name(".type_params", Context::Load, location);
            self.name("__type_params__", Context::Store, location);
        }
        let (needs_classdict, needs_class) = (self.scope().needs_classdict, self.scope().needs_class_closure);
        if needs_classdict {
            self.emit(Op::LoadLocals, location);
            let index = self.deref_index("__classdict__");
            self.emit_deref(IrOp::Op(Op::StoreDeref), index, location);
        }
        self.body(&def.body, location)?;
        if self.table.release >= 13 {
            let mut attributes = std::mem::take(&mut self.unit().static_attributes);
            attributes.sort();
            self.emit_const(Const::Tuple(attributes.into_iter().map(Const::Str).collect()), NO_LOCATION);
            self.name("__static_attributes__", Context::Store, NO_LOCATION);
        }
        if needs_classdict {
            let index = self.deref_index("__classdict__");
            self.emit_deref(IrOp::LoadClosure, index, NO_LOCATION);
            self.name("__classdictcell__", Context::Store, NO_LOCATION);
        }
        if needs_class {
            let index = self.deref_index("__class__");
            self.emit_deref(IrOp::LoadClosure, index, NO_LOCATION);
            self.emit_a(Op::Copy, 1, NO_LOCATION);
            self.name("__classcell__", Context::Store, NO_LOCATION);
        } else {
            self.emit_const(Const::None, NO_LOCATION);
        }
        self.emit(Op::ReturnValue, NO_LOCATION);
        self.finish_unit(true)
    }

    /// Pushes the tuple of type parameters.
    fn type_parameters(&mut self, params: &'a ast::TypeParams) -> Done {
        let place = params.type_params.first().map_or(NO_LOCATION, |first| self.location(first));
        for param in &params.type_params {
            let location = self.location(param);
            let name = param.name().as_str();
            self.emit_const(Const::Str(name.into()), location);
            match param {
                ast::TypeParam::TypeVar(variable) => match variable.bound.as_deref() {
                    Some(bound) => {
                        let scope = self.scope_of_node(variable, ScopeRole::Body);
                        self.type_parameter_value(name, scope, bound, location)?;
                        let intrinsic = if bound.is_tuple_expr() {
                            Intrinsic2::TypeVarWithConstraints
                        } else {
                            Intrinsic2::TypeVarWithBound
                        };
                        self.emit_a(Op::CallIntrinsic2, intrinsic as u32, location);
                    }
                    None => self.emit_a(Op::CallIntrinsic1, Intrinsic1::TypeVar as u32, location),
                },
                ast::TypeParam::TypeVarTuple(_) => {
                    self.emit_a(Op::CallIntrinsic1, Intrinsic1::TypeVarTuple as u32, location);
                }
                ast::TypeParam::ParamSpec(_) => {
                    self.emit_a(Op::CallIntrinsic1, Intrinsic1::ParamSpec as u32, location);
                }
            }
            if let Some(default) = param.default() {
                let scope = match param {
                    ast::TypeParam::TypeVar(node) => self.scope_of_node(node, ScopeRole::Default),
                    ast::TypeParam::TypeVarTuple(node) => self.scope_of_node(node, ScopeRole::Default),
                    ast::TypeParam::ParamSpec(node) => self.scope_of_node(node, ScopeRole::Default),
                };
                self.type_parameter_value(name, scope, default, location)?;
                self.emit_a(Op::CallIntrinsic2, Intrinsic2::SetTypeParamDefault as u32, location);
            }
            self.emit_a(Op::Copy, 1, location);
            self.name(name, Context::Store, location);
        }
        self.emit_a(Op::BuildTuple, params.type_params.len() as u32, place);
        Ok(())
    }

    /// Pushes the function that gives a bound or a default.
    fn type_parameter_value(&mut self, name: &str, scope: ScopeId, value: &'a Expr, location: Location) -> Done {
        self.enter_unit(name, UnitKind::TypeParameters, scope, location.line, None);
        match value {
            Expr::Starred(starred) => {
                self.expression(&starred.value)?;
                self.emit_a(Op::UnpackSequence, 1, location);
            }
            _ => self.expression(value)?,
        }
        self.emit(Op::ReturnValue, location);
        let code = self.finish_unit(true)?;
        self.make_closure(code, &[], location);
        Ok(())
    }

    /// `type X = ...`
    pub fn type_alias(&mut self, alias: &'a ast::StmtTypeAlias) -> Done {
        let location = self.location(alias);
        let Expr::Name(name) = &*alias.name else {
            return self.error("invalid syntax", alias.range);
        };
        let text: Rc<str> = name.id.as_str().into();
        let generic = alias.type_params.as_deref();
        if let Some(type_params) = generic {
            let scope = self.scope_of_node(alias, ScopeRole::TypeParameters);
            let unit_name = format!("<generic parameters of {text}>");
            self.enter_unit(&unit_name, UnitKind::TypeParameters, scope, location.line, None);
            self.emit_const(Const::Str(text.clone()), location);
            self.type_parameters(type_params)?;
        } else {
            self.emit_const(Const::Str(text.clone()), location);
            self.emit_const(Const::None, location);
        }
        let scope = self.scope_of_node(alias, ScopeRole::Body);
        self.enter_unit(&text, UnitKind::TypeParameters, scope, location.line, None);
        self.unit().consts.add(Const::None);
        self.expression(&alias.value)?;
        self.emit(Op::ReturnValue, location);
        let code = self.finish_unit(true)?;
        self.make_closure(code, &[], location);
        self.emit_a(Op::BuildTuple, 3, location);
        self.emit_a(Op::CallIntrinsic1, Intrinsic1::TypeAlias as u32, location);
        if generic.is_some() {
            let code = self.finish_unit(false)?;
            self.make_closure(code, &[], location);
            self.emit(Op::PushNull, location);
            self.emit_a(Op::Call, 0, location);
        }
        self.name(&text, Context::Store, location);
        Ok(())
    }
}

fn has_annotations(def: &ast::StmtFunctionDef) -> bool {
    def.returns.is_some() || def.parameters.iter().any(|parameter| parameter.annotation().is_some())
}

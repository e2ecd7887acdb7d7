//! First pass: which names every block mentions, and how (symtable.c, symtable_visit_*).

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::{BlockKind, Scope, ScopeId, ScopeRole, Symbol, SymbolTable, Symbols, TOP, mangle, node_key};
use crate::compiler::Options;
use crate::compiler::diagnose;
use crate::compiler::error::SyntaxError;
use crate::compiler::fold;
use crate::compiler::parser::ast::{self, CmpOp, Expr, ExprContext, Pattern, Stmt, TypeParam};
use crate::compiler::parser::{Ranged, TextRange, TextSize};
use crate::compiler::source::SourceMap;

type Done = Result<(), SyntaxError>;

/// Reads the names of a program.
pub(super) fn build(module: &ast::Mod, source: &SourceMap<'_>, options: Options) -> Result<SymbolTable, SyntaxError> {
    let future_annotations = options.future_annotations;
    let table = SymbolTable {
        scopes: Vec::new(),
        constant_sets: 0,
        by_node: HashMap::new(),
        conditional_annotations: HashSet::new(),
        future_annotations,
        release: options.release,
        borrowing: options.borrowing,
        unbound_exits: options.unbound_exits,
        while_tests_once: options.while_tests_once,
        deferred_annotations: options.deferred_annotations,
        constants_folded_late: options.constants_folded_late,
    };
    let mut builder = Builder { table, source, stack: Vec::new(), private: None };
    builder.enter(BlockKind::Module, module, ScopeRole::Body);
    match module {
        ast::Mod::Module(module) => {
            builder.table.future_annotations |= has_future_annotations(&module.body);
            builder.statements(&module.body)?;
        }
        ast::Mod::Expression(expression) => builder.expression(&expression.body)?,
    }
    Ok(builder.table)
}

fn has_future_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| {
        matches!(stmt, Stmt::ImportFrom(import)
            if import.level == 0
                && import.module.as_ref().is_some_and(|name| name.as_str() == "__future__")
                && import.names.iter().any(|alias| alias.name.as_str() == "annotations"))
    })
}

struct Builder<'a, 's> {
    table: SymbolTable,
    source: &'a SourceMap<'s>,
    stack: Vec<ScopeId>,
    private: Option<Rc<str>>,
}

/// How a name is mentioned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mention {
    Use,
    Local,
    Param,
    Import,
    Global,
    Nonlocal,
    Annotated,
    TypeParam,
}

impl Builder<'_, '_> {
    fn current(&mut self) -> &mut Scope {
        let id = self.stack.last().copied().unwrap_or(TOP);
        &mut self.table.scopes[id]
    }

    fn enter<T>(&mut self, kind: BlockKind, node: &T, role: ScopeRole) {
        let id = self.table.scopes.len();
        let parent = self.stack.last().copied();
        let nested = parent.is_some_and(|parent| {
            let parent = &self.table.scopes[parent];
            parent.nested || parent.is_function_like()
        });
        let comprehension_iterable = parent.map_or(0, |parent| self.table.scopes[parent].comprehension_iterable);
        self.table.scopes.push(Scope {
            kind,
            symbols: Symbols::default(),
            params: Vec::new(),
            children: Vec::new(),
            nested,
            generator: false,
            coroutine: false,
            comprehension: false,
            inlined: false,
            can_see_class_scope: false,
            needs_class_closure: false,
            needs_classdict: false,
            value_kind: "",
            private: self.private.clone(),
            directives: Vec::new(),
            comprehension_iterable,
            in_comprehension_target: false,
            annotations: None,
            conditional: 0,
            yield_range: None,
        });
        if let Some(parent) = parent {
            self.table.scopes[parent].children.push(id);
        }
        self.table.by_node.insert((node_key(node), role), id);
        self.stack.push(id);
    }

    fn exit(&mut self) {
        self.stack.pop();
    }

    fn error(&self, message: String, range: TextRange) -> Done {
        Err(self.source.error(message, range))
    }

    fn symbol(&mut self, name: &str) -> Option<Symbol> {
        let name = mangle(self.private.as_deref(), name);
        self.current().symbols.get(&name).copied()
    }

    fn mention(&mut self, name: &str, mention: Mention, range: TextRange) -> Done {
        let id = self.stack.last().copied().unwrap_or(TOP);
        self.mention_in(id, name, mention, range)
    }

    fn mention_in(&mut self, id: ScopeId, name: &str, mention: Mention, range: TextRange) -> Done {
        let mangled = mangle(self.private.as_deref(), name);
        let scope = &mut self.table.scopes[id];
        let symbol = scope.symbols.entry(&mangled);
        match mention {
            Mention::Param if symbol.param => {
                return self.error(format!("duplicate argument '{name}' in function definition"), range);
            }
            Mention::TypeParam if symbol.type_param => {
                return self.error(format!("duplicate type parameter '{name}'"), range);
            }
            _ => {}
        }
        match mention {
            Mention::Use => symbol.used = true,
            Mention::Local => symbol.local = true,
            Mention::Param => symbol.param = true,
            Mention::Import => symbol.import = true,
            Mention::Global => symbol.global = true,
            Mention::Nonlocal => symbol.nonlocal = true,
            Mention::Annotated => symbol.annotated = true,
            Mention::TypeParam => {
                symbol.type_param = true;
                symbol.local = true;
            }
        }
        if scope.in_comprehension_target {
            let symbol = scope.symbols.entry(&mangled);
            if symbol.global || symbol.nonlocal {
                let message = format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                return self.error(message, range);
            }
            symbol.comprehension_target = true;
        }
        if mention == Mention::Param {
            scope.params.push(mangled);
        } else if mention == Mention::Global {
            // CPython marks the name in the module's block too.
            self.table.scopes[TOP].symbols.entry(&mangled).global = true;
        }
        Ok(())
    }

    fn statements(&mut self, body: &[Stmt]) -> Done {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn expressions<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) -> Done {
        exprs.into_iter().try_for_each(|expr| self.expression(expr))
    }

    /// What is iterated over or searched: a set of constants is one itself, also where no code is made of it.
    fn iterated(&mut self, expr: &Expr) -> Done {
        let is_constant = |set: &ast::ExprSet| fold::constants(&set.elts).is_some();
        self.table.constant_sets += u32::from(expr.as_set_expr().is_some_and(is_constant));
        self.expression(expr)
    }

    fn statement(&mut self, stmt: &Stmt) -> Done {
        let conditional =
            matches!(stmt, Stmt::For(_) | Stmt::While(_) | Stmt::If(_) | Stmt::With(_) | Stmt::Match(_) | Stmt::Try(_));
        self.current().conditional += u32::from(conditional);
        let done = self.statement_inner(stmt);
        self.current().conditional -= u32::from(conditional);
        done
    }

    // Part of its caller: statements nest deep.
    #[inline(always)]
    fn statement_inner(&mut self, stmt: &Stmt) -> Done {
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            Stmt::Return(node) => self.expressions(node.value.as_deref()),
            Stmt::Delete(node) => self.expressions(&node.targets),
            Stmt::Assign(node) => {
                self.expressions(&node.targets)?;
                self.expression(&node.value)
            }
            Stmt::AugAssign(node) => {
                self.expression(&node.target)?;
                self.expression(&node.value)
            }
            Stmt::AnnAssign(node) => self.annotated_assignment(node),
            Stmt::For(node) => {
                self.expression(&node.target)?;
                self.iterated(&node.iter)?;
                self.statements(&node.body)?;
                self.statements(&node.orelse)
            }
            Stmt::While(node) => {
                self.expression(&node.test)?;
                self.statements(&node.body)?;
                self.statements(&node.orelse)
            }
            Stmt::If(node) => {
                self.expression(&node.test)?;
                self.statements(&node.body)?;
                for clause in &node.elif_else_clauses {
                    self.expressions(clause.test.as_ref())?;
                    self.statements(&clause.body)?;
                }
                Ok(())
            }
            Stmt::With(node) => {
                for item in &node.items {
                    self.expression(&item.context_expr)?;
                    self.expressions(item.optional_vars.as_deref())?;
                }
                self.statements(&node.body)
            }
            Stmt::Match(node) => {
                self.expression(&node.subject)?;
                for case in &node.cases {
                    self.pattern(&case.pattern)?;
                    self.expressions(case.guard.as_deref())?;
                    self.statements(&case.body)?;
                }
                Ok(())
            }
            Stmt::Raise(node) => {
                self.expressions(node.exc.as_deref())?;
                self.expressions(node.cause.as_deref())
            }
            Stmt::Try(node) => {
                self.statements(&node.body)?;
                self.statements(&node.orelse)?;
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    self.expressions(handler.type_.as_deref())?;
                    if let Some(name) = &handler.name {
                        self.mention(name, Mention::Local, handler.range)?;
                    }
                    self.statements(&handler.body)?;
                }
                self.statements(&node.finalbody)
            }
            Stmt::Assert(node) => {
                self.expression(&node.test)?;
                self.expressions(node.msg.as_deref())
            }
            Stmt::Import(node) => node.names.iter().try_for_each(|alias| self.alias(alias)),
            Stmt::ImportFrom(node) => node.names.iter().try_for_each(|alias| self.alias(alias)),
            Stmt::Global(node) => {
                node.names.iter().try_for_each(|name| self.declaration(name, Mention::Global, node.range))
            }
            Stmt::Nonlocal(node) => {
                node.names.iter().try_for_each(|name| self.declaration(name, Mention::Nonlocal, node.range))
            }
            Stmt::Expr(node) => self.expression(&node.value),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::IpyEscapeCommand(_) => Ok(()),
        }
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) -> Done {
        self.mention(&def.name, Mention::Local, def.name.range)?;
        if self.table.deferred_annotations && self.current().kind == BlockKind::Class {
            // Its annotations may need the class's names, even if there are none.
            self.current().needs_classdict = true;
        }
        let parameters = &def.parameters;
        self.defaults(parameters)?;
        self.expressions(def.decorator_list.iter().map(|decorator| &decorator.expression))?;
        if let Some(type_params) = def.type_params.as_deref() {
            let has_defaults = parameters.posonlyargs.iter().chain(&parameters.args).any(|p| p.default.is_some());
            let has_kwdefaults = parameters.kwonlyargs.iter().any(|p| p.default.is_some());
            self.enter_type_params(def)?;
            if has_defaults {
                self.mention(".defaults", Mention::Param, def.range)?;
            }
            if has_kwdefaults {
                self.mention(".kwdefaults", Mention::Param, def.range)?;
            }
            self.type_params(type_params)?;
        }
        let annotations = parameters.iter().filter_map(|parameter| parameter.annotation());
        let mut annotations = annotations.chain(def.returns.as_deref()).peekable();
        let deferred = self.table.defers_annotations() && annotations.peek().is_some();
        if deferred {
            self.enter_annotations(def)?;
        }
        for annotation in annotations {
            if deferred { self.expression(annotation)? } else { self.annotation(annotation)? }
        }
        if deferred {
            self.exit();
        }
        self.enter(BlockKind::Function, def, ScopeRole::Body);
        self.current().coroutine = def.is_async;
        self.parameters(parameters)?;
        self.statements(&def.body)?;
        self.exit();
        if def.type_params.is_some() {
            self.exit();
        }
        Ok(())
    }

    /// Enters the scope of a function that computes annotations.
    fn enter_annotations<T: Ranged>(&mut self, node: &T) -> Done {
        let in_class = self.current().kind == BlockKind::Class || self.current().can_see_class_scope;
        self.enter(BlockKind::Annotation, node, ScopeRole::Annotations);
        if in_class {
            self.current().can_see_class_scope = true;
            self.mention("__classdict__", Mention::Use, node.range())?;
        }
        self.mention(".format", Mention::Param, node.range())
    }

    /// The annotation of a variable of a module or class, to be computed with the others when somebody asks.
    fn deferred_annotation(&mut self, node: &ast::StmtAnnAssign) -> Done {
        let at_top = self.stack.len() == 1;
        if at_top || self.current().conditional > 0 {
            self.table.conditional_annotations.insert(node_key(node));
            self.mention("__conditional_annotations__", Mention::Local, node.range)?;
        }
        match self.current().annotations {
            Some(id) => self.stack.push(id),
            None => {
                self.enter_annotations(node)?;
                let id = self.stack.last().copied();
                if let [.., block, _] = self.stack[..] {
                    self.table.scopes[block].annotations = id;
                }
            }
        }
        self.mention("__conditional_annotations__", Mention::Use, node.range)?;
        self.expression(&node.annotation)?;
        self.exit();
        Ok(())
    }

    /// An annotation that is going to be a text, or nothing, is looked at for errors alone.
    fn annotation(&mut self, annotation: &Expr) -> Done {
        if !self.table.future_annotations && !self.table.deferred_annotations {
            return self.expression(annotation);
        }
        self.enter(BlockKind::Annotation, annotation, ScopeRole::Body);
        self.expression(annotation)?;
        self.exit();
        self.current().children.pop();
        Ok(())
    }

    /// What is no part of a type (symtable.c, symtable_raise_if_annotation_block).
    fn refuse_in_type(&mut self, what: &str, range: TextRange) -> Done {
        let scope = self.current();
        let place = match scope.kind {
            BlockKind::Annotation => "an annotation",
            BlockKind::TypeVariableBound => scope.value_kind,
            BlockKind::TypeAlias => "a type alias",
            BlockKind::TypeParameters => "the definition of a generic",
            BlockKind::Module | BlockKind::Class | BlockKind::Function => return Ok(()),
        };
        self.error(format!("{what} cannot be used within {place}"), range)
    }

    fn class(&mut self, def: &ast::StmtClassDef) -> Done {
        self.mention(&def.name, Mention::Local, def.name.range)?;
        self.expressions(def.decorator_list.iter().map(|decorator| &decorator.expression))?;
        let outer_private = self.private.clone();
        if let Some(type_params) = def.type_params.as_deref() {
            self.enter_type_params(def)?;
            self.private = Some(def.name.as_str().into());
            self.current().private = self.private.clone();
            for name in [".type_params", ".generic_base"] {
                self.mention(name, Mention::Local, def.range)?;
                self.mention(name, Mention::Use, def.range)?;
            }
            self.type_params(type_params)?;
        }
        if let Some(arguments) = def.arguments.as_deref() {
            self.expressions(&arguments.args)?;
            self.expressions(arguments.keywords.iter().map(|keyword| &keyword.value))?;
        }
        self.private = Some(def.name.as_str().into());
        self.enter(BlockKind::Class, def, ScopeRole::Body);
        if def.type_params.is_some() {
            self.mention("__type_params__", Mention::Local, def.range)?;
            self.mention(".type_params", Mention::Use, def.range)?;
        }
        self.statements(&def.body)?;
        self.exit();
        if def.type_params.is_some() {
            self.exit();
        }
        self.private = outer_private;
        Ok(())
    }

    fn type_alias(&mut self, alias: &ast::StmtTypeAlias) -> Done {
        self.expression(&alias.name)?;
        let in_class = self.current().kind == BlockKind::Class;
        if let Some(type_params) = alias.type_params.as_deref() {
            self.enter_type_params(alias)?;
            self.type_params(type_params)?;
        }
        self.enter(BlockKind::TypeAlias, alias, ScopeRole::Body);
        if in_class {
            self.current().can_see_class_scope = true;
            self.mention("__classdict__", Mention::Use, alias.range)?;
        }
        self.expression(&alias.value)?;
        self.exit();
        if alias.type_params.is_some() {
            self.exit();
        }
        Ok(())
    }

    fn enter_type_params<T: Ranged>(&mut self, node: &T) -> Done {
        let in_class = self.current().kind == BlockKind::Class;
        self.enter(BlockKind::TypeParameters, node, ScopeRole::TypeParameters);
        if in_class {
            self.current().can_see_class_scope = true;
            self.mention("__classdict__", Mention::Use, node.range())?;
        }
        Ok(())
    }

    fn type_params(&mut self, params: &ast::TypeParams) -> Done {
        let mut with_default = false;
        for param in &params.type_params {
            let name = param.name();
            self.mention(name, Mention::TypeParam, param.range())?;
            if let TypeParam::TypeVar(variable) = param
                && let Some(bound) = variable.bound.as_deref()
            {
                let constraints = bound.is_tuple_expr() && self.table.release >= 13;
                let kind = if constraints { "a TypeVar constraint" } else { "a TypeVar bound" };
                self.type_param_value(variable, ScopeRole::Body, kind, bound)?;
            }
            let Some(default) = param.default() else {
                if with_default {
                    let message = format!("non-default type parameter '{name}' follows default type parameter");
                    return self.error(message, param.range());
                }
                continue;
            };
            with_default = true;
            if self.table.release < 13 {
                return Err(diagnose::diagnose(self.source, default.range(), self.table.release));
            }
            let value = match (param, default) {
                (TypeParam::TypeVarTuple(_), Expr::Starred(starred)) => &starred.value,
                _ => default,
            };
            match param {
                TypeParam::TypeVar(node) => {
                    self.type_param_value(node, ScopeRole::Default, "a TypeVar default", value)?
                }
                TypeParam::TypeVarTuple(node) => {
                    self.type_param_value(node, ScopeRole::Default, "a TypeVarTuple default", value)?
                }
                TypeParam::ParamSpec(node) => {
                    self.type_param_value(node, ScopeRole::Default, "a ParamSpec default", value)?
                }
            }
        }
        Ok(())
    }

    /// A bound or default, in a scope of its own.
    fn type_param_value<T: Ranged>(&mut self, node: &T, role: ScopeRole, kind: &'static str, value: &Expr) -> Done {
        let in_class = self.current().can_see_class_scope;
        self.enter(BlockKind::TypeVariableBound, node, role);
        self.current().value_kind = kind;
        if in_class {
            self.current().can_see_class_scope = true;
            self.mention("__classdict__", Mention::Use, node.range())?;
        }
        self.expression(value)?;
        self.exit();
        Ok(())
    }

    fn annotated_assignment(&mut self, node: &ast::StmtAnnAssign) -> Done {
        if let Expr::Name(target) = &*node.target {
            let name = target.id.as_str();
            let symbol = self.symbol(name).unwrap_or_default();
            let at_top = self.stack.len() == 1;
            if (symbol.global || symbol.nonlocal) && !at_top && node.simple {
                let what = if symbol.global { "global" } else { "nonlocal" };
                return self.error(format!("annotated name '{name}' can't be {what}"), node.range);
            }
            if node.simple {
                self.mention(name, Mention::Annotated, target.range)?;
                self.mention(name, Mention::Local, target.range)?;
            } else if node.value.is_some() {
                self.mention(name, Mention::Local, target.range)?;
            }
        } else {
            self.expression(&node.target)?;
        }
        if self.table.defers_annotations() && node.simple && node.target.is_name_expr() && self.current().is_namespace()
        {
            self.deferred_annotation(node)?;
        } else {
            self.annotation(&node.annotation)?;
        }
        self.expressions(node.value.as_deref())
    }

    fn declaration(&mut self, name: &ast::Identifier, mention: Mention, range: TextRange) -> Done {
        let what = if mention == Mention::Global { "global" } else { "nonlocal" };
        let symbol = self.symbol(name).unwrap_or_default();
        let message = if symbol.param {
            Some(format!("name '{name}' is parameter and {what}"))
        } else if symbol.used {
            Some(format!("name '{name}' is used prior to {what} declaration"))
        } else if symbol.annotated {
            Some(format!("annotated name '{name}' can't be {what}"))
        } else if symbol.local {
            Some(format!("name '{name}' is assigned to before {what} declaration"))
        } else {
            None
        };
        if let Some(message) = message {
            return self.error(message, range);
        }
        self.mention(name, mention, range)?;
        self.directive(name, range);
        Ok(())
    }

    fn directive(&mut self, name: &str, range: TextRange) {
        let mangled = mangle(self.private.as_deref(), name);
        self.current().directives.push((mangled, range));
    }

    fn alias(&mut self, alias: &ast::Alias) -> Done {
        let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
        if name == "*" {
            if self.current().kind != BlockKind::Module {
                return self.error("import * only allowed at module level".into(), alias.range);
            }
            return Ok(());
        }
        let bound = if alias.asname.is_some() { name } else { name.split('.').next().unwrap_or(name) };
        self.mention(bound, Mention::Import, alias.range)
    }

    fn defaults(&mut self, parameters: &ast::Parameters) -> Done {
        self.expressions(parameters.iter_non_variadic_params().filter_map(|parameter| parameter.default()))
    }

    fn parameters(&mut self, parameters: &ast::Parameters) -> Done {
        for parameter in parameters.iter_non_variadic_params() {
            let name = &parameter.parameter.name;
            self.mention(name, Mention::Param, parameter.parameter.range)?;
        }
        for variadic in parameters.vararg.iter().chain(&parameters.kwarg) {
            // The stars are no part of CPython's node.
            let range = TextRange::new(variadic.name.start(), variadic.end());
            self.mention(&variadic.name, Mention::Param, range)?;
        }
        Ok(())
    }

    fn expression(&mut self, expr: &Expr) -> Done {
        match expr {
            Expr::BoolOp(node) => self.expressions(&node.values),
            Expr::Named(node) => {
                self.refuse_in_type("named expression", node.range)?;
                self.named(node)
            }
            Expr::BinOp(node) => {
                self.expression(&node.left)?;
                self.expression(&node.right)
            }
            Expr::UnaryOp(node) => self.expression(&node.operand),
            Expr::Lambda(node) => {
                if let Some(parameters) = node.parameters.as_deref() {
                    self.defaults(parameters)?;
                }
                self.enter(BlockKind::Function, node, ScopeRole::Body);
                if let Some(parameters) = node.parameters.as_deref() {
                    self.parameters(parameters)?;
                }
                self.expression(&node.body)?;
                self.exit();
                Ok(())
            }
            Expr::If(node) => {
                self.expression(&node.test)?;
                self.expression(&node.body)?;
                self.expression(&node.orelse)
            }
            Expr::Dict(node) => {
                self.expressions(node.items.iter().filter_map(|item| item.key.as_ref()))?;
                self.expressions(node.items.iter().map(|item| &item.value))
            }
            Expr::Set(node) => self.expressions(&node.elts),
            Expr::List(node) => self.expressions(&node.elts),
            Expr::Tuple(node) => self.expressions(&node.elts),
            Expr::ListComp(node) => self.comprehension(node, "list comprehension", &node.generators, &node.elt, None),
            Expr::SetComp(node) => self.comprehension(node, "set comprehension", &node.generators, &node.elt, None),
            Expr::DictComp(node) => {
                let what = "dict comprehension";
                match node.key.as_deref() {
                    Some(key) => self.comprehension(node, what, &node.generators, key, Some(&node.value)),
                    None => {
                        let start = TextRange::at(node.value.start() - TextSize::new(2), TextSize::new(2));
                        self.error("dict unpacking cannot be used in dict comprehension".into(), start)
                    }
                }
            }
            Expr::Generator(node) => {
                self.comprehension(node, "generator expression", &node.generators, &node.elt, None)
            }
            Expr::Await(node) => {
                self.refuse_in_type("await expression", node.range)?;
                self.current().coroutine = true;
                self.expression(&node.value)
            }
            Expr::Yield(node) => {
                self.refuse_in_type("yield expression", node.range)?;
                self.expressions(node.value.as_deref())?;
                self.yields(node.range)
            }
            Expr::YieldFrom(node) => {
                self.refuse_in_type("yield expression", node.range)?;
                self.expression(&node.value)?;
                self.yields(node.range)
            }
            Expr::Compare(node) => {
                self.expression(&node.left)?;
                // Of a chain the last only (ast_opt.c, fold_compare).
                let Some((last, others)) = node.comparators.split_last() else { return Ok(()) };
                self.expressions(others)?;
                match node.ops.last() {
                    Some(CmpOp::In | CmpOp::NotIn) => self.iterated(last),
                    _ => self.expression(last),
                }
            }
            Expr::Call(node) => {
                self.expression(&node.func)?;
                self.expressions(&node.arguments.args)?;
                self.expressions(node.arguments.keywords.iter().map(|keyword| &keyword.value))
            }
            Expr::FString(node) => node.value.f_strings().try_for_each(|part| self.interpolated(&part.elements)),
            Expr::Attribute(node) => self.expression(&node.value),
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.expression(&node.slice)
            }
            Expr::Starred(node) => self.expression(&node.value),
            Expr::Name(node) => {
                let mention = if node.ctx == ExprContext::Load { Mention::Use } else { Mention::Local };
                self.mention(&node.id, mention, node.range)?;
                if mention == Mention::Use && node.id.as_str() == "super" && self.current().is_function_like() {
                    self.mention("__class__", Mention::Use, node.range)?;
                }
                Ok(())
            }
            Expr::Slice(node) => {
                self.expressions([&node.lower, &node.upper, &node.step].into_iter().filter_map(|part| part.as_deref()))
            }
            Expr::TString(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::IpyEscapeCommand(_) => Ok(()),
        }
    }

    fn yields(&mut self, range: TextRange) -> Done {
        let scope = self.current();
        scope.generator = true;
        scope.yield_range.get_or_insert(range);
        Ok(())
    }

    fn interpolated(&mut self, elements: &ast::InterpolatedStringElements) -> Done {
        for element in elements.interpolations() {
            self.expression(&element.expression)?;
            if let Some(spec) = &element.format_spec {
                self.interpolated(&spec.elements)?;
            }
        }
        Ok(())
    }

    fn named(&mut self, node: &ast::ExprNamed) -> Done {
        if self.current().comprehension_iterable > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return self.error(message.into(), node.range);
        }
        if self.current().comprehension
            && let Expr::Name(target) = &*node.target
        {
            self.extend_named_scope(target)?;
        }
        self.expression(&node.value)?;
        self.expression(&node.target)
    }

    /// `[y := x for ...]` binds `y` in the nearest block that is no comprehension.
    fn extend_named_scope(&mut self, target: &ast::ExprName) -> Done {
        let name = target.id.as_str();
        let mangled = mangle(self.private.as_deref(), name);
        for id in self.stack.clone().into_iter().rev() {
            let scope = &self.table.scopes[id];
            let symbol = scope.symbols.get(&mangled).copied().unwrap_or_default();
            if scope.comprehension {
                if symbol.comprehension_target && symbol.local {
                    let message =
                        format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
                    return self.error(message, target.range);
                }
                continue;
            }
            let message = match scope.kind {
                BlockKind::Function => {
                    let mention = if symbol.global { Mention::Global } else { Mention::Nonlocal };
                    self.mention(name, mention, target.range)?;
                    self.directive(name, target.range);
                    return self.mention_in(id, name, Mention::Local, target.range);
                }
                BlockKind::Module => {
                    self.mention(name, Mention::Global, target.range)?;
                    self.directive(name, target.range);
                    return self.mention_in(id, name, Mention::Global, target.range);
                }
                BlockKind::Class => "assignment expression within a comprehension cannot be used in a class body",
                BlockKind::TypeVariableBound => {
                    "assignment expression within a comprehension cannot be used in a TypeVar bound"
                }
                BlockKind::Annotation => "named expression cannot be used within an annotation",
                BlockKind::TypeAlias => "assignment expression within a comprehension cannot be used in a type alias",
                BlockKind::TypeParameters => {
                    "assignment expression within a comprehension cannot be used within the definition of a generic"
                }
            };
            return self.error(message.into(), target.range);
        }
        Ok(())
    }

    fn comprehension<T: Ranged>(
        &mut self,
        node: &T,
        what: &str,
        generators: &[ast::Comprehension],
        elt: &Expr,
        value: Option<&Expr>,
    ) -> Done {
        let Some((first, rest)) = generators.split_first() else { return Ok(()) };
        self.current().comprehension_iterable += 1;
        self.iterated(&first.iter)?;
        self.current().comprehension_iterable -= 1;
        self.enter(BlockKind::Function, node, ScopeRole::Body);
        self.current().comprehension = true;
        self.current().coroutine = first.is_async;
        self.mention(".0", Mention::Param, node.range())?;
        self.comprehension_target(&first.target)?;
        self.expressions(&first.ifs)?;
        for generator in rest {
            self.comprehension_target(&generator.target)?;
            self.current().comprehension_iterable += 1;
            self.iterated(&generator.iter)?;
            self.current().comprehension_iterable -= 1;
            self.expressions(&generator.ifs)?;
            self.current().coroutine |= generator.is_async;
        }
        self.expressions(value)?;
        self.expression(elt)?;
        if let Some(range) = self.current().yield_range {
            return self.error(format!("'yield' inside {what}"), range);
        }
        let is_generator = what == "generator expression";
        self.current().generator = is_generator;
        let is_async = self.current().coroutine && !is_generator;
        self.exit();
        self.current().coroutine |= is_async;
        Ok(())
    }

    fn comprehension_target(&mut self, target: &Expr) -> Done {
        self.current().in_comprehension_target = true;
        self.expression(target)?;
        self.current().in_comprehension_target = false;
        Ok(())
    }

    fn pattern(&mut self, pattern: &Pattern) -> Done {
        match pattern {
            Pattern::MatchValue(node) => self.expression(&node.value),
            Pattern::MatchSingleton(_) => Ok(()),
            Pattern::MatchSequence(node) => node.patterns.iter().try_for_each(|pattern| self.pattern(pattern)),
            Pattern::MatchMapping(node) => {
                self.expressions(&node.keys)?;
                node.patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
                self.capture(node.rest.as_ref())
            }
            Pattern::MatchClass(node) => {
                self.expression(&node.cls)?;
                node.arguments.patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
                node.arguments.keywords.iter().try_for_each(|keyword| self.pattern(&keyword.pattern))
            }
            Pattern::MatchStar(node) => self.capture(node.name.as_ref()),
            Pattern::MatchAs(node) => {
                if let Some(inner) = node.pattern.as_deref() {
                    self.pattern(inner)?;
                }
                self.capture(node.name.as_ref())
            }
            Pattern::MatchOr(node) => node.patterns.iter().try_for_each(|pattern| self.pattern(pattern)),
        }
    }

    fn capture(&mut self, name: Option<&ast::Identifier>) -> Done {
        name.map_or(Ok(()), |name| self.mention(name, Mention::Local, name.range))
    }
}

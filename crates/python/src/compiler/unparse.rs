//! An expression as text, for annotations after `from __future__ import annotations` (CPython 3.13 ast_unparse.c).

use super::expressions::{Piece, add_literal, collect_pieces};
use super::fold;
use super::parser::ast::{self, BoolOp, CmpOp, Comprehension, ConversionFlag, Expr, Operator, UnaryOp};
use crate::bytecode::Const;
use crate::format::float;
use crate::text::escape;

/// How tightly an expression binds; parentheses go around one that binds less tightly than its place demands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Level {
    fn next(self) -> Level {
        match self {
            Level::Tuple => Level::Test,
            Level::Test => Level::Or,
            Level::Or => Level::And,
            Level::And => Level::Not,
            Level::Not => Level::Compare,
            Level::Compare => Level::BitOr,
            Level::BitOr => Level::BitXor,
            Level::BitXor => Level::BitAnd,
            Level::BitAnd => Level::Shift,
            Level::Shift => Level::Arithmetic,
            Level::Arithmetic => Level::Term,
            Level::Term => Level::Factor,
            Level::Factor => Level::Power,
            Level::Power => Level::Await,
            Level::Await | Level::Atom => Level::Atom,
        }
    }
}

/// How deep expressions may nest.
const MAX_DEPTH: u32 = 600;

/// The text of an expression; `None` if it is nested too deeply.
pub(super) fn unparse(expr: &Expr) -> Option<String> {
    let mut writer = Writer { text: String::new(), depth: 0 };
    writer.expr(expr, Level::Test)?;
    Some(writer.text)
}

struct Writer {
    text: String,
    depth: u32,
}

impl Writer {
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn expr(&mut self, expr: &Expr, level: Level) -> Option<()> {
        if self.depth >= MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        self.expr_inner(expr, level)?;
        self.depth -= 1;
        Some(())
    }

    /// Writes with parentheses if the place binds more tightly than `own`.
    fn grouped(&mut self, level: Level, own: Level, write: impl FnOnce(&mut Writer) -> Option<()>) -> Option<()> {
        let parentheses = level > own;
        if parentheses {
            self.put("(");
        }
        write(self)?;
        if parentheses {
            self.put(")");
        }
        Some(())
    }

    fn expr_inner(&mut self, expr: &Expr, level: Level) -> Option<()> {
        match expr {
            Expr::BoolOp(node) => {
                let (word, own) = match node.op {
                    BoolOp::And => (" and ", Level::And),
                    BoolOp::Or => (" or ", Level::Or),
                };
                self.grouped(level, own, |w| w.separated(&node.values, word, own.next()))
            }
            Expr::BinOp(node) => {
                let (symbol, own) = binary(node.op);
                let right_first = node.op == Operator::Pow;
                self.grouped(level, own, |w| {
                    w.expr(&node.left, if right_first { own.next() } else { own })?;
                    w.put(symbol);
                    w.expr(&node.right, if right_first { own } else { own.next() })
                })
            }
            Expr::UnaryOp(node) => {
                let (symbol, own) = match node.op {
                    UnaryOp::Invert => ("~", Level::Factor),
                    UnaryOp::Not => ("not ", Level::Not),
                    UnaryOp::UAdd => ("+", Level::Factor),
                    UnaryOp::USub => ("-", Level::Factor),
                };
                self.grouped(level, own, |w| {
                    w.put(symbol);
                    w.expr(&node.operand, own)
                })
            }
            Expr::Lambda(node) => self.grouped(level, Level::Test, |w| {
                w.put("lambda");
                if let Some(parameters) = node.parameters.as_deref().filter(|p| !p.is_empty()) {
                    w.put(" ");
                    w.parameters(parameters)?;
                }
                w.put(": ");
                w.expr(&node.body, Level::Test)
            }),
            Expr::If(node) => self.grouped(level, Level::Test, |w| {
                w.expr(&node.body, Level::Or)?;
                w.put(" if ");
                w.expr(&node.test, Level::Or)?;
                w.put(" else ");
                w.expr(&node.orelse, Level::Test)
            }),
            Expr::Dict(node) => {
                self.put("{");
                for (i, item) in node.items.iter().enumerate() {
                    self.comma(i);
                    match &item.key {
                        Some(key) => {
                            self.expr(key, Level::Test)?;
                            self.put(": ");
                            self.expr(&item.value, Level::Test)?;
                        }
                        None => {
                            self.put("**");
                            self.expr(&item.value, Level::BitOr)?;
                        }
                    }
                }
                self.put("}");
                Some(())
            }
            Expr::Set(node) => self.bracketed("{", &node.elts, "}"),
            Expr::List(node) => self.bracketed("[", &node.elts, "]"),
            Expr::Tuple(node) if node.elts.is_empty() => {
                self.put("()");
                Some(())
            }
            Expr::Tuple(node) => self.grouped(level, Level::Tuple, |w| {
                w.separated(&node.elts, ", ", Level::Test)?;
                if node.elts.len() == 1 {
                    w.put(",");
                }
                Some(())
            }),
            Expr::Generator(node) => self.comprehension("(", &node.elt, None, &node.generators, ")"),
            Expr::ListComp(node) => self.comprehension("[", &node.elt, None, &node.generators, "]"),
            Expr::SetComp(node) => self.comprehension("{", &node.elt, None, &node.generators, "}"),
            Expr::DictComp(node) => {
                let (first, second) = match &node.key {
                    Some(key) => (key, Some(&*node.value)),
                    None => (&node.value, None),
                };
                self.comprehension("{", first, second, &node.generators, "}")
            }
            Expr::Yield(node) => {
                self.put("(yield");
                if let Some(value) = &node.value {
                    self.put(" ");
                    self.expr(value, Level::Test)?;
                }
                self.put(")");
                Some(())
            }
            Expr::YieldFrom(node) => {
                self.put("(yield from ");
                self.expr(&node.value, Level::Test)?;
                self.put(")");
                Some(())
            }
            Expr::Await(node) => self.grouped(level, Level::Await, |w| {
                w.put("await ");
                w.expr(&node.value, Level::Atom)
            }),
            Expr::Compare(node) => self.grouped(level, Level::Compare, |w| {
                w.expr(&node.left, Level::BitOr)?;
                for (op, right) in node.ops.iter().zip(&node.comparators) {
                    w.put(comparison(*op));
                    w.expr(right, Level::BitOr)?;
                }
                Some(())
            }),
            Expr::Call(node) => {
                self.expr(&node.func, Level::Atom)?;
                let (args, keywords) = (&node.arguments.args, &node.arguments.keywords);
                if let ([only @ Expr::Generator(_)], []) = (&args[..], &keywords[..]) {
                    return self.expr(only, Level::Test);
                }
                self.put("(");
                self.separated(args, ", ", Level::Test)?;
                for (i, keyword) in keywords.iter().enumerate() {
                    self.comma(args.len() + i);
                    match &keyword.arg {
                        Some(name) => {
                            self.put(name);
                            self.put("=");
                        }
                        None => self.put("**"),
                    }
                    self.expr(&keyword.value, Level::Test)?;
                }
                self.put(")");
                Some(())
            }
            Expr::Attribute(node) => {
                self.expr(&node.value, Level::Atom)?;
                let is_int = matches!(fold_literal(&node.value), Some(Const::Int(_) | Const::BigInt(_)));
                self.put(if is_int { " ." } else { "." });
                self.put(&node.attr);
                Some(())
            }
            Expr::Starred(node) => {
                self.put("*");
                self.expr(&node.value, Level::BitOr)
            }
            Expr::Name(node) => {
                self.put(&node.id);
                Some(())
            }
            Expr::Subscript(node) => {
                self.expr(&node.value, Level::Atom)?;
                self.put("[");
                self.expr(&node.slice, Level::Tuple)?;
                self.put("]");
                Some(())
            }
            Expr::Slice(node) => {
                if let Some(lower) = &node.lower {
                    self.expr(lower, Level::Test)?;
                }
                self.put(":");
                if let Some(upper) = &node.upper {
                    self.expr(upper, Level::Test)?;
                }
                if let Some(step) = &node.step {
                    self.put(":");
                    self.expr(step, Level::Test)?;
                }
                Some(())
            }
            Expr::Named(node) => self.grouped(level, Level::Tuple, |w| {
                w.expr(&node.target, Level::Atom)?;
                w.put(" := ");
                w.expr(&node.value, Level::Atom)
            }),
            Expr::FString(node) => {
                let mut pieces = Vec::new();
                for part in node.value.iter() {
                    match part {
                        ast::FStringPart::Literal(text) => add_literal(&mut pieces, text.as_str(), text.range),
                        ast::FStringPart::FString(inner) => collect_pieces(&inner.elements, &mut pieces),
                    }
                }
                let body = self.joined(pieces)?;
                self.put("f");
                self.put(&escape::str_repr(&body));
                Some(())
            }
            _ => {
                if let Expr::StringLiteral(text) = expr
                    && text.value.iter().next().is_some_and(|part| part.flags.prefix().is_unicode())
                {
                    self.put("u");
                }
                if let Some(value) = fold_literal(expr) {
                    self.put(&constant(&value));
                }
                Some(())
            }
        }
    }

    fn comma(&mut self, before: usize) {
        if before > 0 {
            self.put(", ");
        }
    }

    fn separated(&mut self, exprs: &[Expr], separator: &str, level: Level) -> Option<()> {
        for (i, expr) in exprs.iter().enumerate() {
            if i > 0 {
                self.put(separator);
            }
            self.expr(expr, level)?;
        }
        Some(())
    }

    fn bracketed(&mut self, open: &str, exprs: &[Expr], close: &str) -> Option<()> {
        self.put(open);
        self.separated(exprs, ", ", Level::Test)?;
        self.put(close);
        Some(())
    }

    fn comprehension(
        &mut self,
        open: &str,
        first: &Expr,
        second: Option<&Expr>,
        generators: &[Comprehension],
        close: &str,
    ) -> Option<()> {
        self.put(open);
        self.expr(first, Level::Test)?;
        if let Some(value) = second {
            self.put(": ");
            self.expr(value, Level::Test)?;
        }
        for generator in generators {
            self.put(if generator.is_async { " async for " } else { " for " });
            self.expr(&generator.target, Level::Tuple)?;
            self.put(" in ");
            self.expr(&generator.iter, Level::Or)?;
            for condition in &generator.ifs {
                self.put(" if ");
                self.expr(condition, Level::Or)?;
            }
        }
        self.put(close);
        Some(())
    }

    fn parameters(&mut self, parameters: &ast::Parameters) -> Option<()> {
        let mut count = 0;
        let mut begin = |w: &mut Writer| {
            w.comma(count);
            count += 1;
        };
        let positional_only = parameters.posonlyargs.len();
        for (i, parameter) in parameters.posonlyargs.iter().chain(&parameters.args).enumerate() {
            begin(self);
            self.parameter(parameter)?;
            if i + 1 == positional_only {
                self.put(", /");
            }
        }
        if parameters.vararg.is_some() || !parameters.kwonlyargs.is_empty() {
            begin(self);
            self.put("*");
            if let Some(vararg) = &parameters.vararg {
                self.put(&vararg.name);
            }
        }
        for parameter in &parameters.kwonlyargs {
            begin(self);
            self.parameter(parameter)?;
        }
        if let Some(kwarg) = &parameters.kwarg {
            begin(self);
            self.put("**");
            self.put(&kwarg.name);
        }
        Some(())
    }

    fn parameter(&mut self, parameter: &ast::ParameterWithDefault) -> Option<()> {
        self.put(&parameter.parameter.name);
        if let Some(default) = &parameter.default {
            self.put("=");
            self.expr(default, Level::Test)?;
        }
        Some(())
    }

    /// The inside of an f-string, or of a format specification.
    fn joined(&mut self, pieces: Vec<Piece<'_>>) -> Option<String> {
        let outer = std::mem::take(&mut self.text);
        for piece in pieces {
            match piece {
                Piece::Text(text, _) => self.put(&text.replace('{', "{{").replace('}', "}}")),
                Piece::Value(element) => self.replacement(element)?,
            }
        }
        Some(std::mem::replace(&mut self.text, outer))
    }

    fn replacement(&mut self, element: &ast::InterpolatedElement) -> Option<()> {
        let outer = std::mem::take(&mut self.text);
        self.expr(&element.expression, Level::Or)?;
        let value = std::mem::replace(&mut self.text, outer);
        self.put(if value.starts_with('{') { "{ " } else { "{" });
        self.put(&value);
        let shown = element.debug_text.is_some() && element.format_spec.is_none();
        self.put(match element.conversion {
            ConversionFlag::None if shown => "!r",
            ConversionFlag::None => "",
            ConversionFlag::Str => "!s",
            ConversionFlag::Repr => "!r",
            ConversionFlag::Ascii => "!a",
        });
        if let Some(spec) = &element.format_spec {
            let mut pieces = Vec::new();
            collect_pieces(&spec.elements, &mut pieces);
            let spec = self.joined(pieces)?;
            self.put(":");
            self.put(&spec);
        }
        self.put("}");
        Some(())
    }
}

fn binary(op: Operator) -> (&'static str, Level) {
    match op {
        Operator::Add => (" + ", Level::Arithmetic),
        Operator::Sub => (" - ", Level::Arithmetic),
        Operator::Mult => (" * ", Level::Term),
        Operator::MatMult => (" @ ", Level::Term),
        Operator::Div => (" / ", Level::Term),
        Operator::Mod => (" % ", Level::Term),
        Operator::FloorDiv => (" // ", Level::Term),
        Operator::LShift => (" << ", Level::Shift),
        Operator::RShift => (" >> ", Level::Shift),
        Operator::BitOr => (" | ", Level::BitOr),
        Operator::BitXor => (" ^ ", Level::BitXor),
        Operator::BitAnd => (" & ", Level::BitAnd),
        Operator::Pow => (" ** ", Level::Power),
    }
}

fn comparison(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => " == ",
        CmpOp::NotEq => " != ",
        CmpOp::Lt => " < ",
        CmpOp::LtE => " <= ",
        CmpOp::Gt => " > ",
        CmpOp::GtE => " >= ",
        CmpOp::Is => " is ",
        CmpOp::IsNot => " is not ",
        CmpOp::In => " in ",
        CmpOp::NotIn => " not in ",
    }
}

/// The value of a literal, which is all that is a constant before the optimizer has run.
fn fold_literal(expr: &Expr) -> Option<Const> {
    expr.is_literal_expr().then(|| fold::constant(expr)).flatten()
}

fn constant(value: &Const) -> String {
    match value {
        Const::None => "None".into(),
        Const::Bool(true) => "True".into(),
        Const::Bool(false) => "False".into(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => number(*value),
        Const::Complex(_, imaginary) => {
            let text = number(*imaginary);
            format!("{}j", text.strip_suffix(".0").unwrap_or(&text))
        }
        Const::Str(text) => escape::str_repr(text),
        Const::Bytes(bytes) => escape::bytes_repr(bytes),
        _ => "...".into(),
    }
}

/// An infinite number is written as a literal that is too large.
fn number(value: f64) -> String {
    if value.is_infinite() { "1e309".into() } else { float::repr(value) }
}

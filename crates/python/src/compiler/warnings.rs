//! What CPython warns about while it compiles: escapes and numbers as it reads them (string_parser.c, lexer.c), and
//! expressions that can only fail (compile.c, check_compare and its neighbours).

use super::codegen::Compiler;
use super::fold;
use super::parser::ast::{self, CmpOp, Expr};
use super::parser::{Ranged, TextRange, TextSize, Token, TokenKind};
use super::source::SourceMap;
use crate::bytecode::{CompileWarning, Const};

/// The warnings about a text's tokens.
pub(super) fn of_tokens(source: &SourceMap<'_>, tokens: &[Token]) -> Vec<CompileWarning> {
    let mut found = Vec::new();
    // Of each f-string that is open: whether it is raw, and the first escape in it that is none.
    let mut open: Vec<(bool, Vec<String>)> = Vec::new();
    for token in tokens {
        let text = source.slice(token.range());
        let mut warn = |message: String| found.push(CompileWarning { line: source.line(token.start()), message });
        match token.kind() {
            TokenKind::FStringStart => open.push((is_raw(text), Vec::new())),
            TokenKind::FStringMiddle => {
                if let Some((false, escapes)) = open.last_mut() {
                    escapes.extend(invalid_escape(text, true));
                }
            }
            TokenKind::FStringEnd => open.pop().into_iter().flat_map(|(_, escapes)| escapes).for_each(warn),
            TokenKind::String if !is_raw(text) => {
                let quote = text.find(['\'', '"']).unwrap_or(0);
                let bytes = text[..quote].contains(['b', 'B']);
                let marks = if text[quote..].starts_with("\"\"\"") || text[quote..].starts_with("'''") { 3 } else { 1 };
                let body = text.get(quote + marks..text.len().saturating_sub(marks)).unwrap_or("");
                invalid_escape(body, !bytes).into_iter().for_each(warn);
            }
            TokenKind::Int | TokenKind::Float | TokenKind::Complex if source.name_follows(token.end()) => {
                let kind = match text.get(..2).unwrap_or("").to_ascii_lowercase().as_str() {
                    "0x" => "hexadecimal",
                    "0o" => "octal",
                    "0b" => "binary",
                    _ if text.ends_with(['j', 'J']) => "imaginary",
                    _ => "decimal",
                };
                warn(format!("invalid {kind} literal"));
            }
            _ => {}
        }
    }
    found
}

fn is_raw(literal: &str) -> bool {
    literal.chars().take_while(char::is_ascii_alphabetic).any(|c| matches!(c, 'r' | 'R'))
}

/// The first escape in a literal that stands for itself, or for more than a byte.
fn invalid_escape(body: &str, unicode: bool) -> Option<String> {
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            continue;
        }
        let escaped = chars.next()?;
        match escaped {
            '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' => {}
            'N' | 'u' | 'U' if unicode => {}
            '4'..='7' => {
                let rest: String = chars.as_str().chars().take(2).collect();
                if rest.len() == 2 && rest.chars().all(|c| c.is_digit(8)) {
                    return Some(format!("invalid octal escape sequence '\\{escaped}{rest}'"));
                }
            }
            '0'..='3' => {}
            // CPython has written it as \UXXXXXXXX before it looks.
            c if !c.is_ascii() => {}
            _ => return Some(format!("invalid escape sequence '\\{escaped}'")),
        }
    }
    None
}

/// The type of an expression's value, where it can be told.
fn type_of(expr: &Expr, release: u32) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) => "str",
        _ => match constant(expr, release)? {
            Const::None => "NoneType",
            Const::Bool(_) => "bool",
            Const::Int(_) | Const::BigInt(_) => "int",
            Const::Float(_) => "float",
            Const::Complex(..) => "complex",
            Const::Str(_) => "str",
            Const::Bytes(_) => "bytes",
            Const::Tuple(_) => "tuple",
            Const::Ellipsis => "ellipsis",
            _ => return None,
        },
    })
}

/// The value of an expression that the compiler sees as a constant when it looks for mistakes: from 3.14 on others than
/// literals and tuples of them are computed later.
fn constant(expr: &Expr, release: u32) -> Option<Const> {
    let known = match expr {
        Expr::Tuple(tuple) => tuple.elts.iter().all(Expr::is_literal_expr),
        _ => expr.is_literal_expr(),
    };
    if release < 14 || known { fold::constant(expr) } else { None }
}

impl Compiler<'_> {
    fn warn(&mut self, range: TextRange, message: String) {
        let line = self.source.line(range.start());
        // What is compiled twice, such as the body of `finally`, is warned of twice.
        self.warnings.push(CompileWarning { line, message });
    }

    /// `1(2)`
    pub fn check_caller(&mut self, call: &ast::ExprCall) {
        if let Some(name) = type_of(&call.func, self.release).filter(|name| *name != "function") {
            let message = format!("'{name}' object is not callable; perhaps you missed a comma?");
            self.warn(call.func.range(), message);
        }
    }

    /// `1[2]`, `"a"["b"]`
    pub fn check_subscript(&mut self, node: &ast::ExprSubscript) {
        let Some(name) = type_of(&node.value, self.release) else { return };
        if matches!(
            name,
            "NoneType" | "ellipsis" | "int" | "bool" | "float" | "complex" | "set" | "generator" | "function"
        ) {
            let message = format!("'{name}' object is not subscriptable; perhaps you missed a comma?");
            self.warn(node.value.range(), message);
        } else if matches!(name, "str" | "bytes" | "tuple" | "list")
            && let Some(index) = type_of(&node.slice, self.release).filter(|index| !matches!(*index, "int" | "bool"))
        {
            let message =
                format!("{name} indices must be integers or slices, not {index}; perhaps you missed a comma?");
            self.warn(node.value.range(), message);
        }
    }

    /// `x is 1`
    pub fn check_comparison(&mut self, node: &ast::ExprCompare, only: Option<CmpOp>) {
        let literal = |expr: &Expr| {
            let single = matches!(
                expr,
                Expr::NoneLiteral(_) | Expr::BooleanLiteral(_) | Expr::EllipsisLiteral(_) | Expr::Name(_)
            );
            constant(expr, self.release).is_some() && !single
        };
        let mut left = &*node.left;
        for (op, right) in node.ops.iter().zip(&node.comparators) {
            let message = match only.unwrap_or(*op) {
                CmpOp::Is => ("is", "=="),
                CmpOp::IsNot => ("is not", "!="),
                _ => {
                    left = right;
                    continue;
                }
            };
            let wrong = if literal(left) { Some(left) } else { literal(right).then_some(right) };
            if let Some(name) = wrong.and_then(|wrong| type_of(wrong, self.release)) {
                let (op, better) = message;
                self.warn(node.range, format!("\"{op}\" with '{name}' literal. Did you mean \"{better}\"?"));
                return;
            }
            left = right;
        }
    }

    /// `assert (x, "message")`
    pub fn check_assert(&mut self, node: &ast::StmtAssert) {
        if let Expr::Tuple(tuple) = &*node.test
            && !tuple.elts.is_empty()
        {
            self.warn(node.range, "assertion is always true, perhaps remove parentheses?".into());
        }
    }
}

impl SourceMap<'_> {
    /// Whether a letter is at an offset.
    fn name_follows(&self, at: TextSize) -> bool {
        self.text().as_bytes().get(at.to_usize()).is_some_and(u8::is_ascii_alphabetic)
    }
}

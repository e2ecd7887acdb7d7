//! What CPython warns about while it compiles: escapes and numbers as it reads them (string_parser.c, lexer.c), and
//! expressions that can only fail (compile.c, check_compare and its neighbours).

use super::codegen::Compiler;
use super::fold;
use super::parser::ast::{self, CmpOp, Expr, Stmt};
use super::parser::{Ranged, TextRange, TextSize, Token, TokenKind};
use super::source::SourceMap;
use crate::bytecode::{CompileWarning, Const};

/// The warnings about a text's tokens.
pub(super) fn of_tokens(source: &SourceMap<'_>, tokens: &[Token], release: u32) -> Vec<CompileWarning> {
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
                    escapes.extend(invalid_escape(text, true, release).map(|(_, message)| message));
                }
            }
            TokenKind::FStringEnd => open.pop().into_iter().flat_map(|(_, escapes)| escapes).for_each(warn),
            TokenKind::String if !is_raw(text) => {
                let quote = text.find(['\'', '"']).unwrap_or(0);
                let bytes = text[..quote].contains(['b', 'B']);
                let marks = if text[quote..].starts_with("\"\"\"") || text[quote..].starts_with("'''") { 3 } else { 1 };
                let body = text.get(quote + marks..text.len().saturating_sub(marks)).unwrap_or("");
                if let Some((at, message)) = invalid_escape(body, !bytes, release) {
                    // Up to 3.13 it is the line on which the literal begins.
                    let before = if release < 14 { "" } else { body.get(..at).unwrap_or("") };
                    let line = source.line(token.start()) + before.matches('\n').count() as u32;
                    found.push(CompileWarning { line, message });
                }
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

/// The first escape in a literal that stands for itself, or for more than a byte: where it ends, and the warning.
fn invalid_escape(body: &str, unicode: bool, release: u32) -> Option<(usize, String)> {
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            continue;
        }
        let escaped = chars.next()?;
        let end = body.len() - chars.as_str().len();
        match escaped {
            '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' => {}
            'N' | 'u' | 'U' if unicode => {}
            '4'..='7' => {
                let rest: String = chars.as_str().chars().take(2).collect();
                if rest.len() == 2 && rest.chars().all(|c| c.is_digit(8)) {
                    return Some((end, escape_warning("octal escape", &format!("{escaped}{rest}"), release)));
                }
            }
            '0'..='3' => {}
            // CPython has written it as \UXXXXXXXX before it looks.
            c if !c.is_ascii() => {}
            _ => return Some((end, escape_warning("escape", &escaped.to_string(), release))),
        }
    }
    None
}

fn escape_warning(kind: &str, escaped: &str, release: u32) -> String {
    if release < 14 {
        return format!("invalid {kind} sequence '\\{escaped}'");
    }
    format!(
        "\"\\{escaped}\" is an invalid {kind} sequence. Such sequences will not work in the future. Did you mean \
         \"\\\\{escaped}\"? A raw string is also an option."
    )
}

/// The warnings about what leaves a `finally` and with it loses an exception, from 3.14 on (PEP 765).
pub(super) fn of_finally(source: &SourceMap<'_>, module: &ast::Mod) -> Vec<CompileWarning> {
    let mut finder = FinallyExits { source, place: Place::Outside, found: Vec::new() };
    if let ast::Mod::Module(module) = module {
        finder.visit_body(&module.body);
    }
    finder.found
}

/// Where a statement is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    Finally,
    /// In a loop that is in a `finally`.
    FinallyLoop,
}

struct FinallyExits<'a, 's> {
    source: &'a SourceMap<'s>,
    place: Place,
    found: Vec<CompileWarning>,
}

impl FinallyExits<'_, '_> {
    fn within(&mut self, place: Place, body: &[Stmt]) {
        let outer = std::mem::replace(&mut self.place, place);
        self.visit_body(body);
        self.place = outer;
    }

    fn visit_body(&mut self, body: &[Stmt]) {
        body.iter().for_each(|stmt| self.visit(stmt));
    }

    fn visit(&mut self, stmt: &Stmt) {
        let in_loop = if self.place == Place::Outside { Place::Outside } else { Place::FinallyLoop };
        let exit = match stmt {
            Stmt::Return(_) if self.place != Place::Outside => "return",
            Stmt::Break(_) if self.place == Place::Finally => "break",
            Stmt::Continue(_) if self.place == Place::Finally => "continue",
            Stmt::FunctionDef(def) => return self.within(Place::Outside, &def.body),
            Stmt::ClassDef(def) => return self.within(Place::Outside, &def.body),
            Stmt::For(node) => {
                self.within(in_loop, &node.body);
                return self.visit_body(&node.orelse);
            }
            Stmt::While(node) => {
                self.within(in_loop, &node.body);
                return self.visit_body(&node.orelse);
            }
            Stmt::If(node) => {
                self.visit_body(&node.body);
                return node.elif_else_clauses.iter().for_each(|clause| self.visit_body(&clause.body));
            }
            Stmt::With(node) => return self.visit_body(&node.body),
            Stmt::Match(node) => return node.cases.iter().for_each(|case| self.visit_body(&case.body)),
            Stmt::Try(node) => {
                self.visit_body(&node.body);
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    self.visit_body(&handler.body);
                }
                self.visit_body(&node.orelse);
                return self.within(Place::Finally, &node.finalbody);
            }
            _ => return,
        };
        let line = self.source.line(stmt.start());
        self.found.push(CompileWarning { line, message: format!("'{exit}' in a 'finally' block") });
    }
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

//! What CPython's start rules `eval` and `single_input` refuse and a file's does not (python.gram).

use super::diagnose;
use super::error::SyntaxError;
use super::parser::ast::{self, Expr, Stmt};
use super::parser::{Ranged, TextRange, TextSize};
use super::source::SourceMap;

/// The error of an expression in which ruff found something at `place`.
pub(super) fn expression_error(source: &SourceMap<'_>, place: TextRange, release: u32) -> SyntaxError {
    if source.text().trim_end().is_empty() {
        return nothing(source);
    }
    let mut error = diagnose::diagnose_expression(source, place, release);
    let end = source.location(TextRange::empty(TextSize::new(source.text().trim_end().len() as u32)));
    if error.message == "invalid syntax" && (error.line, error.column) >= (end.line, end.column) {
        (error.column, error.end_column) = (0, 0);
    }
    error
}

/// Expressions that only a statement can be.
pub(super) fn check_expression(source: &SourceMap<'_>, body: &Expr) -> Result<(), SyntaxError> {
    let parenthesized = source.text().trim_start().starts_with('(');
    let wrong = match body {
        Expr::Starred(starred) => TextRange::at(starred.range.start(), 1.into()),
        Expr::Yield(_) | Expr::YieldFrom(_) if !parenthesized => TextRange::at(body.start(), 5.into()),
        Expr::Named(named) if !parenthesized => {
            let start = source.skip_blank(named.target.end());
            TextRange::at(start, 2.into())
        }
        _ => return Ok(()),
    };
    Err(source.error("invalid syntax", wrong))
}

/// Interactive code is one compound statement, or simple ones on one line.
pub(super) fn check_single(source: &SourceMap<'_>, body: &[Stmt]) -> Result<(), SyntaxError> {
    let Some(first) = body.first() else { return Err(nothing(source)) };
    let line = source.line(first.start());
    let Some(extra) = body.iter().position(|stmt| is_compound(first) || source.line(stmt.start()) > line) else {
        return Ok(());
    };
    if is_compound(first) {
        return match body.get(1) {
            Some(second) => {
                let length =
                    source.slice(second.range()).chars().take_while(|c| c.is_alphanumeric() || *c == '_').count();
                let length = length.max(1) as u32;
                Err(source.error("invalid syntax", TextRange::at(second.start(), length.into())))
            }
            None => Ok(()),
        };
    }
    let end = body.get(extra.wrapping_sub(1)).map_or(first.end(), Ranged::end);
    Err(SyntaxError {
        end_column: source.location(TextRange::empty(end)).column as i32 + 1,
        ..source.error("multiple statements found while compiling a single statement", TextRange::empty(end))
    })
}

fn is_compound(stmt: &Stmt) -> bool {
    matches!(
        stmt,
        Stmt::FunctionDef(_)
            | Stmt::ClassDef(_)
            | Stmt::For(_)
            | Stmt::While(_)
            | Stmt::If(_)
            | Stmt::With(_)
            | Stmt::Match(_)
            | Stmt::Try(_)
    )
}

/// The error of a text without a statement.
fn nothing(source: &SourceMap<'_>) -> SyntaxError {
    let error = source.error("invalid syntax", TextRange::default());
    SyntaxError { line: 0, column: 0, end_line: 0, end_column: 0, text_line: String::new(), ..error }
}

/// What `compile` demands of a parsed text beyond its syntax.
pub(super) fn check(source: &SourceMap<'_>, module: &ast::Mod, mode: super::Mode) -> Result<(), SyntaxError> {
    match module {
        ast::Mod::Expression(expression) => check_expression(source, &expression.body),
        ast::Mod::Module(module) if mode == super::Mode::Single => check_single(source, &module.body),
        ast::Mod::Module(_) => Ok(()),
    }
}

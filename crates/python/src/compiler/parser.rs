//! The only module that names ruff's parser: source text to syntax tree.

pub(super) use ruff_python_ast as ast;
pub(super) use ruff_python_ast::token::{Token, TokenKind};
pub(super) use ruff_text_size::{Ranged, TextRange, TextSize};

use ruff_python_parser::{Mode, ParseOptions, lexer, parse_expression, parse_unchecked};

use super::error::SyntaxError;
use super::source::SourceMap;
use super::{diagnose, limits, start, warnings};
use crate::bytecode::CompileWarning;

/// A syntax tree, and what to warn about.
type Parsed = (ast::Mod, Vec<CompileWarning>);

/// Parses a program, or a single expression.
pub(super) fn parse(source: &SourceMap<'_>, expression: bool, release: u32) -> Result<Parsed, SyntaxError> {
    limits::check(source)?;
    let mode = if expression { Mode::Expression } else { Mode::Module };
    let version = match release {
        ..13 => ast::PythonVersion::PY312,
        13 => ast::PythonVersion::PY313,
        _ => ast::PythonVersion::PY314,
    };
    let options = ParseOptions::from(mode).with_target_version(version);
    let parsed = parse_unchecked(source.text(), options);
    let first = parsed.errors().first().map(|error| error.location);
    let newer = parsed.unsupported_syntax_errors().first().map(|error| error.range);
    if let Some(place) = first.or(newer) {
        let diagnose = if expression { start::expression_error } else { diagnose::diagnose };
        return Err(diagnose(source, place, release));
    }
    if diagnose::has_inconsistent_tabs(source) {
        return Err(diagnose::diagnose(source, TextRange::default(), release));
    }
    let mut warnings = warnings::of_tokens(source, parsed.tokens(), release);
    let syntax = parsed.into_syntax();
    if release >= 14 {
        warnings.extend(warnings::of_finally(source, &syntax));
    }
    Ok((syntax, warnings))
}

/// The kinds of a text's tokens.
pub(super) fn token_kinds(text: &str) -> impl Iterator<Item = TokenKind> {
    let mut lexer = lexer::lex(text, Mode::Module);
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let kind = lexer.next_token();
        ended = kind == TokenKind::EndOfFile;
        Some(kind)
    })
}

/// A piece of a program as an expression.
pub(super) fn fragment(text: &str) -> Option<ast::Expr> {
    parse_expression(text).ok().map(|parsed| *parsed.into_syntax().body)
}

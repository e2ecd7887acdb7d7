//! What is wrong with a text that does not parse, as CPython's tokenizer and parser say it.
//!
//! ruff's parser decides whether a text is a program. Where it is none, `recognizer` tries CPython's own grammar
//! (`grammar.txt`) on CPython's tokens (`tokens`): which rule was tried last, and which token was read last, is what
//! its messages and places depend on.

mod grammar;
mod numbers;
mod recognizer;
mod strings;
mod targets;
mod tokens;

use super::error::SyntaxError;
use super::parser::TextRange;
use super::source::SourceMap;

/// The error that CPython reports for a program in which ruff found something at `place`. `release` is CPython's minor
/// version.
pub(super) fn diagnose(source: &SourceMap<'_>, place: TextRange, release: u32) -> SyntaxError {
    recognizer::mistake(source, "file", release).unwrap_or_else(|| source.error("invalid syntax", place))
}

/// The same for an expression.
pub(super) fn diagnose_expression(source: &SourceMap<'_>, place: TextRange, release: u32) -> SyntaxError {
    recognizer::mistake(source, "eval", release).unwrap_or_else(|| source.error("invalid syntax", place))
}

/// Whether a text mixes tabs and spaces so that its structure depends on the width of a tab; ruff takes one for 8.
pub(super) fn has_inconsistent_tabs(source: &SourceMap<'_>) -> bool {
    source.text().contains('\t') && tokens::Tokenizer::new(source, 13).has_inconsistent_tabs()
}

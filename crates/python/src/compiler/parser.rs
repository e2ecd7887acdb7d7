//! The only module that names ruff's parser: source text to syntax tree.

pub(super) use ruff_python_ast as ast;
pub(super) use ruff_text_size::{Ranged, TextRange, TextSize};

use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

use super::error::SyntaxError;
use super::source::SourceMap;

/// Parses a program, or a single expression.
pub(super) fn parse(source: &SourceMap<'_>, expression: bool) -> Result<ast::Mod, SyntaxError> {
    let mode = if expression { Mode::Expression } else { Mode::Module };
    let options = ParseOptions::from(mode).with_target_version(ast::PythonVersion::PY313);
    let parsed = parse_unchecked(source.text(), options);
    if let Some(error) = parsed.errors().first() {
        return Err(source.error(error.error.to_string(), error.location));
    }
    Ok(parsed.into_syntax())
}

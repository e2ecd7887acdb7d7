use serde::{Deserialize, Serialize};

/// A mistake in the source text, found before anything ran.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// `SyntaxError`, `IndentationError` or `TabError`.
    pub exception: String,
    /// CPython's wording.
    pub message: String,
    /// First line, counted from 1.
    pub line: u32,
    /// First column, counted from 1, in characters.
    pub column: u32,
    /// Last line, counted from 1.
    pub end_line: u32,
    /// Column after the last character, counted from 1.
    pub end_column: u32,
}

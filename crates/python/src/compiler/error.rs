//! The error that compiling ends with.

use std::fmt;

/// Why a source text is no program, worded and placed as CPython 3.13 does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The exception's class: `SyntaxError`, `IndentationError`, `TabError`, or `RecursionError`.
    pub exception: &'static str,
    /// CPython's message.
    pub message: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1; 0 where CPython gives none.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// Column after the last character; 0 or -1 where CPython gives none.
    pub end_column: i32,
    /// The text of `line`, without its line end.
    pub text_line: String,
    /// Whether the text is well formed, and what it says is wrong: CPython looks `text_line` up in the file then, and
    /// has none for a text that is in no file.
    pub parsed: bool,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} (line {})", self.exception, self.message, self.line)
    }
}

impl std::error::Error for SyntaxError {}

//! From byte offsets to lines and columns.

use super::error::SyntaxError;
use super::parser::{TextRange, TextSize};
use crate::bytecode::Location;

/// A source text and where its lines start.
pub(super) struct SourceMap<'a> {
    text: &'a str,
    starts: Vec<u32>,
}

impl<'a> SourceMap<'a> {
    /// Finds the lines of `text`. Lines end at `\n`, `\r\n` or `\r`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
                starts.push(i as u32 + 1);
            }
        }
        SourceMap { text, starts }
    }

    /// The whole text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The text of a range.
    pub fn slice(&self, range: TextRange) -> &'a str {
        self.text.get(range.start().to_usize()..range.end().to_usize()).unwrap_or("")
    }

    /// Line and column (in characters), both from 1.
    pub fn position(&self, offset: TextSize) -> (u32, u32) {
        let offset = offset.to_u32().min(self.text.len() as u32);
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        let column = self.text.get(start as usize..offset as usize).map_or(0, |before| before.chars().count());
        (line as u32, column as u32 + 1)
    }

    /// The line, from 1.
    pub fn line(&self, offset: TextSize) -> u32 {
        self.starts.partition_point(|&start| start <= offset.to_u32()) as u32
    }

    /// Where a range is, for an instruction.
    pub fn location(&self, range: TextRange) -> Location {
        let (line, column) = self.position(range.start());
        let (end_line, end_column) = self.position(range.end());
        Location { line, end_line, column, end_column }
    }

    /// The next offset, from `offset` on, that is neither space nor comment.
    pub fn skip_blank(&self, offset: TextSize) -> TextSize {
        let bytes = self.text.as_bytes();
        let mut i = offset.to_usize();
        while let Some(&byte) = bytes.get(i) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'\\' => i += 1,
                b'#' => i += bytes[i..].iter().take_while(|&&byte| byte != b'\n' && byte != b'\r').count(),
                _ => break,
            }
        }
        TextSize::new(i as u32)
    }

    /// The text of a line (from 1) without its end.
    pub fn line_text(&self, line: u32) -> &'a str {
        let index = line.saturating_sub(1) as usize;
        let Some(&start) = self.starts.get(index) else { return "" };
        let end = self.starts.get(index + 1).map_or(self.text.len(), |&end| end as usize);
        self.text[start as usize..end].trim_end_matches(['\n', '\r'])
    }

    /// A SyntaxError for a range.
    pub fn error(&self, message: impl Into<String>, range: TextRange) -> SyntaxError {
        let location = self.location(range);
        SyntaxError {
            exception: "SyntaxError",
            message: message.into(),
            line: location.line,
            column: location.column,
            end_line: location.end_line,
            end_column: location.end_column as i32,
            text_line: self.line_text(location.line).to_string(),
            parsed: false,
        }
    }
}

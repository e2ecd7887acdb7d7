//! The lines of a SyntaxError: the place, the source line, carets (traceback.py, _format_syntax_error).

use ouro_heap::Id;

use super::super::Vm;
use crate::types::exceptions::{Exceptions, field};

impl Vm {
    fn text_field(&self, exception: Id, number: usize) -> Option<String> {
        self.exception_field(exception, number).and_then(|id| self.str_text(id)).map(|t| t.to_string())
    }

    fn int_field(&self, exception: Id, number: usize) -> Option<i64> {
        self.exception_field(exception, number).and_then(|id| self.int_value(id))
    }

    pub(super) fn format_syntax_error(&mut self, exception: Id, name: &str) -> Vec<String> {
        let mut lines = Vec::new();
        let file = self.text_field(exception, field::SYNTAX_FILENAME);
        let line = self.int_field(exception, field::LINENO);
        let mut suffix = String::new();
        match (line, &file) {
            (Some(line), _) => {
                lines.push(format!("  File \"{}\", line {line}\n", file.as_deref().unwrap_or("<string>")));
            }
            (None, Some(file)) => suffix = format!(" ({file})"),
            (None, None) => {}
        }
        if let Some(text) = self.text_field(exception, field::TEXT) {
            let mut offset = self.int_field(exception, field::OFFSET);
            let mut same_line = line == self.int_field(exception, field::END_LINENO);
            let mut end_offset = self.int_field(exception, field::END_OFFSET);
            let mut text = text.as_str();
            if self.version.tracebacks_printed_in_c {
                // 3.12 prints it in C: tabs go as well, and subclasses have one caret (pythonrun.c, print_error_text).
                let kept = text.trim_start_matches('\t');
                offset = offset.map(|offset| offset - (text.len() - kept.len()) as i64);
                end_offset = end_offset.map(|end| end - (text.len() - kept.len()) as i64);
                text = kept;
                if self.class_of(exception) != Exceptions::SYNTAX_ERROR {
                    (same_line, end_offset) = (true, None);
                }
            }
            lines.extend(marked_line(text, offset, same_line, end_offset));
        }
        let message = match self.exception_field(exception, field::SYNTAX_MSG) {
            Some(message) => self.text_or(message, false, ""),
            None => String::new(),
        };
        let message = if message.is_empty() { "<no detail available>" } else { &message };
        lines.push(format!("{name}: {message}{suffix}\n"));
        lines
    }
}

/// The source line, and carets below it if an offset (from 1, in characters) is known.
fn marked_line(text: &str, offset: Option<i64>, same_line: bool, end_offset: Option<i64>) -> Vec<String> {
    let whole = text.trim_end_matches('\n');
    let stripped = whole.trim_start_matches([' ', '\n', '\x0c']);
    let length = |s: &str| s.chars().count() as i64;
    let spaces = length(whole) - length(stripped);
    let mut lines = vec![format!("    {stripped}\n")];
    let Some(mut offset) = offset else { return lines };
    let mut end = match (same_line, end_offset) {
        (false, _) => length(whole) + 1,
        (true, None | Some(0)) => offset,
        (true, Some(end)) => end,
    };
    if !text.is_empty() && offset > length(text) {
        offset = length(whole) + 1;
    }
    if !text.is_empty() && end > length(text) {
        end = length(whole) + 1;
    }
    if offset >= end || end < 0 {
        end = offset + 1;
    }
    let (start, end) = (offset - 1 - spaces, end - 1 - spaces);
    if start >= 0 {
        let space: String =
            stripped.chars().take(start as usize).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
        lines.push(format!("    {space}{}\n", "^".repeat((end - start).max(0) as usize)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::marked_line;

    #[test]
    fn carets_stand_below_the_part_that_is_wrong() {
        assert_eq!(marked_line("  x = )\n", Some(7), true, Some(8)), ["    x = )\n", "        ^\n"]);
        assert_eq!(marked_line("print 1\n", Some(1), true, Some(8)), ["    print 1\n", "    ^^^^^^^\n"]);
        assert_eq!(marked_line("f(\n", Some(2), true, Some(0)), ["    f(\n", "     ^\n"]);
    }
}

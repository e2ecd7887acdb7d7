//! The lines of a traceback: one entry for each frame, with its source and carets (CPython 3.13 traceback.py,
//! StackSummary.format_frame_summary).

use std::collections::BTreeSet;
use std::rc::Rc;

use ouro_heap::Id;
use unicode_width::UnicodeWidthChar;

use crate::bytecode::{Code, Location, Op};
use crate::compiler::anchors::{self, Anchors};
use crate::data::Traceback;
use crate::vm::Vm;

/// traceback.py, _RECURSIVE_CUTOFF
const RECURSIVE_CUTOFF: usize = 3;

/// One frame of a traceback.
struct Summary {
    file: Rc<str>,
    line: u32,
    name: Rc<str>,
    location: Location,
}

impl Vm {
    /// The entries of a traceback, a text of one or more lines each.
    pub(in crate::vm) fn format_stack(&self, traceback: Option<Id>) -> Vec<String> {
        let mut result = Vec::new();
        let mut last: Option<(Rc<str>, u32, Rc<str>)> = None;
        let mut count = 0;
        let mut cursor = traceback;
        while let Some(entry) = cursor.and_then(|id| self.native::<Traceback>(id)) {
            cursor = entry.next;
            let Some(summary) = self.summary(entry) else { continue };
            let key = (summary.file.clone(), summary.line, summary.name.clone());
            if last.as_ref() != Some(&key) {
                repeated(&mut result, count);
                last = Some(key);
                count = 0;
            }
            count += 1;
            if count <= RECURSIVE_CUTOFF {
                result.push(self.format_summary(&summary));
            }
        }
        repeated(&mut result, count);
        result
    }

    /// One entry of a traceback: file, line, name, and its lines as they are printed.
    pub(crate) fn traceback_entry(&self, entry: &Traceback) -> Option<(Rc<str>, Location, Rc<str>, String)> {
        let summary = self.summary(entry)?;
        let text = self.format_summary(&summary);
        Some((summary.file, Location { line: summary.line, ..summary.location }, summary.name, text))
    }

    fn summary(&self, entry: &Traceback) -> Option<Summary> {
        let code = self.frame_code(entry.frame?)?;
        let code = &code.code;
        let mut location = code.locations.get(entry.instr as usize).copied().unwrap_or_default();
        if self.version.tracebacks_printed_in_c
            && spans_statement(code, entry.instr as usize, self.source_line(&code.filename, location.line))
        {
            location.column = 0;
        }
        let line = if location.line == 0 { entry.line } else { location.line };
        Some(Summary { file: code.filename.clone(), line, name: code.name.clone(), location })
    }

    /// A line of a source text, without white space at its end; empty where there is none.
    pub(crate) fn source_line(&self, file: &str, line: u32) -> &str {
        let lines = self.sources.get(file).and_then(|text| text.lines().nth((line as usize).checked_sub(1)?));
        lines.unwrap_or_default().trim_end()
    }

    fn format_summary(&self, summary: &Summary) -> String {
        let Summary { file, line, name, location } = summary;
        let mut text = format!("  File \"{file}\", line {line}, in {name}\n");
        let place = location;
        if place.line == 0 || place.column == 0 {
            let source = self.source_line(file, *line).trim_start();
            if !source.is_empty() {
                text += &format!("    {source}\n");
            }
            return text;
        }
        let original: Vec<&str> =
            (place.line..=place.end_line.max(place.line)).map(|n| self.source_line(file, n)).collect();
        if original.iter().all(|l| l.is_empty()) {
            return text;
        }
        if self.version.tracebacks_printed_in_c {
            return text + &carets_of_first_line(original[0], place);
        }
        let dedented = dedent(&original);
        let lines: Vec<&str> = dedented.iter().map(String::as_str).collect();
        let width = |line: &str| line.chars().count();
        let removed = width(original[0]).saturating_sub(width(lines[0]));
        let start = (place.column as usize - 1).saturating_sub(removed);
        let end = (place.end_column as usize).saturating_sub(1 + removed);
        text + &carets(&lines, start, end)
    }
}

/// Whether an instruction's place is the whole statement in CPython 3.12: there are no carets then.
fn spans_statement(code: &Code, instr: usize, line: &str) -> bool {
    let Some(op) = code.instrs.get(instr).map(|instr| instr.op) else { return false };
    let line = line.trim_start();
    let line = line.strip_prefix("async ").unwrap_or(line);
    match op {
        Op::GetIter | Op::ForIter => line.starts_with("for "),
        Op::BeforeWith | Op::BeforeAsyncWith | Op::WithExceptStart => line.starts_with("with"),
        Op::RaiseVarargs => line.starts_with("assert"),
        // The call of __exit__ with three times None: their place is the call's.
        Op::Call => {
            line.starts_with("with")
                && instr.checked_sub(1).is_some_and(|none| code.locations[none] == code.locations[instr])
        }
        _ => false,
    }
}

/// "[Previous line repeated 3 more times]"
fn repeated(result: &mut Vec<String>, count: usize) {
    if let Some(more @ 1..) = count.checked_sub(RECURSIVE_CUTOFF) {
        let plural = if more > 1 { "s" } else { "" };
        result.push(format!("  [Previous line repeated {more} more time{plural}]\n"));
    }
}

/// How many columns the first `characters` of a line take on a screen (_display_width).
fn display_width(line: &str, characters: usize) -> usize {
    if line.is_ascii() {
        return characters;
    }
    line.chars().take(characters).map(|c| if c.width() == Some(2) { 2 } else { 1 }).sum()
}

/// Lines without their common indentation; blank ones become empty (textwrap.dedent).
pub(super) fn dedent(lines: &[&str]) -> Vec<String> {
    let mut margin: Option<&str> = None;
    for line in lines {
        let rest = line.trim_start_matches([' ', '\t']);
        if rest.is_empty() {
            continue;
        }
        let indent = &line[..line.len() - rest.len()];
        margin = Some(match margin {
            None => indent,
            Some(margin) => {
                let common = margin.bytes().zip(indent.bytes()).take_while(|(a, b)| a == b).count();
                &margin[..common]
            }
        });
    }
    let margin = margin.unwrap_or_default();
    lines
        .iter()
        .map(|line| match line.trim_start_matches([' ', '\t']) {
            "" => String::new(),
            _ => line.strip_prefix(margin).unwrap_or(line).to_owned(),
        })
        .collect()
}

/// The source of one entry, indented, with carets under the part from `start` on the first line to `end` on the last.
fn carets(lines: &[&str], start: usize, end: usize) -> String {
    let last = lines.len() - 1;
    let joined: Vec<char> = lines.join("\n").chars().collect();
    let after_end = lines[last].chars().count().saturating_sub(end);
    let segment: String =
        joined.get(start..joined.len().saturating_sub(after_end)).map(|part| part.iter().collect()).unwrap_or_default();
    let found = anchors::caret_anchors(&segment, true);
    let show = should_show(lines, start, end, found.is_some());
    let (display_start, display_end) = (display_width(lines[0], start), display_width(lines[last], end));
    let found = found.map(|Anchors { start: left, end: right }| {
        let place = |(line, column): (usize, usize)| {
            let column = if line == 0 { column + start } else { column };
            (line, display_width(lines.get(line).copied().unwrap_or_default(), column))
        };
        (place(left), place(right))
    });

    let mut significant = BTreeSet::from([0, last]);
    if let Some((left, right)) = found {
        for center in [left.0, right.0] {
            significant.extend((center.saturating_sub(1)..=center + 1).filter(|&l| l <= last));
        }
    }
    let mut result: Vec<String> = Vec::new();
    let output = |index: usize, result: &mut Vec<String>| {
        let line = lines[index];
        result.push(line.to_owned());
        if !show {
            return;
        }
        let spaces = line.chars().take_while(|c| c.is_whitespace()).count();
        let columns = if index == last { display_end } else { display_width(line, line.chars().count()) };
        let marks: String = (0..columns)
            .map(|column| {
                if column < spaces || (index == 0 && column < display_start) {
                    return ' ';
                }
                match found {
                    Some((left, right)) if (index, column) >= left && (index, column) < right => '^',
                    Some(_) => '~',
                    None => '^',
                }
            })
            .collect();
        result.push(marks);
    };
    let mut previous = None;
    for index in significant {
        match previous.map(|p: usize| index - p) {
            Some(2) => output(index - 1, &mut result),
            Some(gap @ 3..) => result.push(format!("...<{} lines>...", gap - 1)),
            _ => {}
        }
        output(index, &mut result);
        previous = Some(index);
    }
    let borrowed: Vec<&str> = result.iter().map(String::as_str).collect();
    dedent(&borrowed).into_iter().map(|line| format!("    {line}\n")).collect()
}

/// What CPython 3.12 shows: the first line alone, and no carets where they would be under all of it (traceback.c,
/// tb_displayline).
fn carets_of_first_line(original: &str, place: &Location) -> String {
    let line: Vec<char> = original.trim_start().chars().collect();
    let removed = original.chars().count() - line.len();
    let start = (place.column as usize - 1).saturating_sub(removed);
    let one_line = place.end_line == place.line;
    let end = if one_line { (place.end_column as usize).saturating_sub(1 + removed) } else { line.len() };
    let segment: String = line.get(start..end.min(line.len())).map(|part| part.iter().collect()).unwrap_or_default();
    let found = if one_line { anchors::caret_anchors(&segment, false) } else { None };
    let text: String = line.iter().collect();
    let mut result = format!("    {text}\n");
    if end.saturating_sub(start) == line.len() && found.is_none() {
        return result;
    }
    let width = |column: usize| display_width(&text, column);
    let anchors = found.map(|found| (width(start + found.start.1), width(start + found.end.1)));
    let marks = (width(start)..width(end)).map(|column| match anchors {
        Some((left, right)) if column < left || column >= right => '~',
        _ => '^',
    });
    result += &format!("    {}{}\n", " ".repeat(width(start)), marks.collect::<String>());
    result
}

/// Carets under a whole statement would say nothing (_should_show_carets).
fn should_show(lines: &[&str], start: usize, end: usize, anchors: bool) -> bool {
    if anchors::is_empty_program(lines) || anchors::is_whole_call(lines, start, end) {
        return false;
    }
    let before = lines[0].chars().take(start).any(|c| !c.is_whitespace());
    let after = lines[lines.len() - 1].chars().skip(end).any(|c| !c.is_whitespace());
    anchors || before || after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_under_a_part_of_a_line() {
        assert_eq!(carets(&["x = a + b"], 4, 9), "    x = a + b\n        ~~^~~\n");
        assert_eq!(carets(&["f(1)"], 0, 4), "    f(1)\n    ~^^^\n");
        assert_eq!(carets(&["raise ValueError(1)"], 0, 19), "    raise ValueError(1)\n");
        assert_eq!(carets(&["return f(1)"], 7, 11), "    return f(1)\n");
    }

    #[test]
    fn indentation_that_all_lines_share_goes() {
        assert_eq!(dedent(&["    a(", "      b)"]), ["a(", "  b)"]);
        assert_eq!(dedent(&["  a", "   ", "\tb"]), ["  a", "", "\tb"]);
    }
}

//! Where a traceback puts its carets inside an expression (CPython 3.13 traceback.py,
//! _extract_caret_anchors_from_line_segment and _should_show_carets).

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextSize};

use super::fold;

/// A position in a text: line and column in characters, both from 0.
pub type Position = (usize, usize);

/// The part of an expression that gets `^` where the rest gets `~`: an operator, or brackets with what is in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchors {
    /// Where it starts.
    pub start: Position,
    /// Where it ends, exclusive.
    pub end: Position,
}

/// What was put in front of the text to parse it as one expression.
const OPENING: &str = "(\n";

struct Text<'a> {
    source: &'a str,
    lines: Vec<Vec<char>>,
}

impl Text<'_> {
    /// The position of an offset in the wrapped text.
    fn position(&self, offset: TextSize) -> Position {
        let bytes = offset.to_usize().saturating_sub(OPENING.len()).min(self.source.len());
        let before = self.source.get(..bytes).unwrap_or_default();
        let line = before.matches('\n').count();
        (line, before.rsplit('\n').next().unwrap_or_default().chars().count())
    }

    fn char_at(&self, (line, column): Position) -> Option<char> {
        self.lines.get(line)?.get(column).copied()
    }

    /// The first position at `at` or after it where a character is.
    fn valid(&self, (mut line, mut column): Position) -> Option<Position> {
        while column >= self.lines.get(line)?.len() {
            column = 0;
            line += 1;
        }
        Some((line, column))
    }

    /// The first position from `at` on whose character `stop` accepts, past comments and line continuations.
    fn find(&self, at: Position, stop: impl Fn(char) -> bool) -> Option<Position> {
        let mut at = self.valid(at)?;
        loop {
            let c = self.char_at(at)?;
            if matches!(c, '\\' | '#') {
                at = self.valid((at.0 + 1, 0))?;
            } else if stop(c) {
                return Some(at);
            } else {
                at = self.valid((at.0, at.1 + 1))?;
            }
        }
    }
}

/// The anchors of the text of one expression, if it is a binary operation, a subscript or, where `calls` have them (since
/// 3.13), a call.
pub fn caret_anchors(segment: &str, calls: bool) -> Option<Anchors> {
    let parsed = parse_module(&format!("{OPENING}{segment}\n)")).ok()?;
    let [Stmt::Expr(statement)] = &parsed.syntax().body[..] else { return None };
    let text = Text { source: segment, lines: segment.split('\n').map(|l| l.chars().collect()).collect() };
    match &*statement.value {
        // 3.12 looks at the optimized tree (traceback.c, extract_anchors_from_line): a constant has no anchors.
        expression if !calls && fold::constant(expression).is_some() => None,
        Expr::BinOp(operation) => {
            let (line, column) = text.find(text.position(operation.left.end()), |c| !c.is_whitespace() && c != ')')?;
            let right = text.position(operation.right.start());
            let second = (line, column + 1);
            let two_characters = (right.0 > line || second.1 < right.1)
                && text.char_at(second).is_some_and(|c| !c.is_whitespace() && !matches!(c, '\\' | '#'));
            Some(Anchors { start: (line, column), end: (line, column + 1 + usize::from(two_characters)) })
        }
        Expr::Subscript(subscript) => {
            let start = text.find(text.position(subscript.value.end()), |c| c == '[')?;
            Some(Anchors { start, end: text.position(subscript.end()) })
        }
        Expr::Call(call) if calls => {
            let start = text.find(text.position(call.func.end()), |c| c == '(')?;
            Some(Anchors { start, end: text.position(call.end()) })
        }
        _ => None,
    }
}

/// Whether lines are `return f(...)` or `x = f(...)` with a plain name, and the call is from `start` on the first line
/// to `end` on the last: carets would say nothing.
pub fn is_whole_call(lines: &[&str], start: usize, end: usize) -> bool {
    let source = lines.join("\n");
    let Ok(parsed) = parse_module(&source) else { return false };
    let value = match parsed.syntax().body.first() {
        Some(Stmt::Return(statement)) => match statement.value.as_deref() {
            Some(Expr::Call(call)) if call.func.is_name_expr() => call,
            _ => return false,
        },
        Some(Stmt::Assign(statement)) => match (&*statement.value, &statement.targets[..]) {
            (Expr::Call(call), [Expr::Name(_)]) => call,
            _ => return false,
        },
        _ => return false,
    };
    // CPython compares the syntax tree's columns, which count bytes, with columns of characters.
    let position = |offset: TextSize| {
        let before = source.get(..offset.to_usize()).unwrap_or_default();
        (before.matches('\n').count(), before.rsplit('\n').next().unwrap_or_default().len())
    };
    position(value.start()) == (0, start) && position(value.end()) == (lines.len() - 1, end)
}

/// Whether lines parse to no statement at all.
pub fn is_empty_program(lines: &[&str]) -> bool {
    parse_module(&lines.join("\n")).is_ok_and(|parsed| parsed.syntax().body.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_and_brackets_are_found() {
        assert_eq!(caret_anchors("a + b", true), Some(Anchors { start: (0, 2), end: (0, 3) }));
        assert_eq!(caret_anchors("(a) // b", true), Some(Anchors { start: (0, 4), end: (0, 6) }));
        assert_eq!(caret_anchors("a.b[c]", false), Some(Anchors { start: (0, 3), end: (0, 6) }));
        assert_eq!(caret_anchors("f(a,\n b)", true), Some(Anchors { start: (0, 1), end: (1, 3) }));
        assert_eq!(caret_anchors("f(a)", false), None);
        assert_eq!(caret_anchors("(1, 2)[0]", true), Some(Anchors { start: (0, 6), end: (0, 9) }));
        assert_eq!(caret_anchors("(1, 2)[0]", false), None);
        assert_eq!(caret_anchors("a.b", true), None);
        assert_eq!(caret_anchors("a +", true), None);
    }

    #[test]
    fn whole_calls_need_a_plain_name() {
        assert!(is_whole_call(&["return f(1)"], 7, 11));
        assert!(is_whole_call(&["x = a.f(1)"], 4, 10));
        assert!(!is_whole_call(&["return a.f(1)"], 7, 13));
        assert!(!is_whole_call(&["return f(1) + 2"], 7, 11));
    }
}

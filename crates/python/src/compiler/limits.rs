//! Refuses programs that are nested too deeply, before a recursive parser sees them.
//!
//! A cheap look at the tokens bounds the depth of the syntax tree: open brackets, levels of indentation, and the
//! operators of expressions that are not finished. A web worker's stack is small, and an overflow there cannot be
//! caught.

use super::error::SyntaxError;
use super::parser::{TokenKind, token_kinds};
use super::source::SourceMap;

/// CPython's limit (tokenizer.c, MAXLEVEL); half of it on the web, where ruff cannot grow the stack and needs up to
/// five kilobytes of it a bracket.
const MAX_BRACKETS: usize = if cfg!(target_family = "wasm") { 100 } else { 200 };
/// CPython's limit (tokenizer.c, MAXINDENT).
const MAX_INDENTS: usize = 100;
/// Operators, calls and attributes in one unfinished expression, all open brackets together.
const MAX_OPERATORS: u32 = 400;

/// Checks a source text.
pub(super) fn check(source: &SourceMap<'_>) -> Result<(), SyntaxError> {
    let mut line = 1;
    let mut indents = 0;
    let mut expressions = vec![0u32];
    let mut total = 0;
    let mut lambdas = 0;
    for kind in token_kinds(source.text()) {
        let brackets = expressions.len() - 1;
        match kind {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart => {
                if brackets >= MAX_BRACKETS {
                    return Err(refusal(source, line, "SyntaxError", "too many nested parentheses"));
                }
                count(&mut expressions, &mut total);
                expressions.push(0);
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd if brackets > 0 => {
                total -= expressions.pop().unwrap_or(0);
            }
            TokenKind::Comma | TokenKind::Equal | TokenKind::Semi => finish(&mut expressions, &mut total),
            TokenKind::Colon if lambdas > 0 => lambdas -= 1,
            TokenKind::Colon if brackets == 0 => finish(&mut expressions, &mut total),
            TokenKind::Lambda => {
                lambdas += 1;
                count(&mut expressions, &mut total);
            }
            TokenKind::Newline => {
                line += 1;
                expressions = vec![0];
                total = 0;
                lambdas = 0;
            }
            TokenKind::NonLogicalNewline => line += 1,
            TokenKind::Indent => {
                indents += 1;
                if indents >= MAX_INDENTS {
                    return Err(refusal(source, line, "IndentationError", "too many levels of indentation"));
                }
            }
            TokenKind::Dedent => indents = indents.saturating_sub(1),
            _ if kind.is_operator() || matches!(kind, TokenKind::Dot) || nests(kind) => {
                count(&mut expressions, &mut total);
            }
            _ => {}
        }
        if total > MAX_OPERATORS {
            let message = "maximum recursion depth exceeded during compilation";
            return Err(refusal(source, line, "RecursionError", message));
        }
    }
    Ok(())
}

/// Keywords that make an expression deeper.
fn nests(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::If
            | TokenKind::Not
            | TokenKind::Await
            | TokenKind::Yield
            | TokenKind::For
            | TokenKind::And
            | TokenKind::Or
            | TokenKind::In
            | TokenKind::Is
    )
}

fn count(expressions: &mut [u32], total: &mut u32) {
    if let Some(last) = expressions.last_mut() {
        *last += 1;
        *total += 1;
    }
}

fn finish(expressions: &mut [u32], total: &mut u32) {
    if let Some(last) = expressions.last_mut() {
        *total -= std::mem::take(last);
    }
}

fn refusal(source: &SourceMap<'_>, line: u32, exception: &'static str, message: &str) -> SyntaxError {
    let text_line = source.line_text(line).to_string();
    let end_column = text_line.chars().count() as i32 + 1;
    SyntaxError {
        exception,
        message: message.into(),
        line,
        column: 1,
        end_line: line,
        end_column,
        text_line,
        parsed: false,
    }
}

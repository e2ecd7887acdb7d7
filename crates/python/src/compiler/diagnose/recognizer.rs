//! Tries the grammar on a text as CPython's parser does: in one pass without the rules for mistakes, and if that
//! fails in a second one with them (pegen.c, _PyPegen_run_parser).

use std::collections::HashMap;

use super::grammar::{Alternative, Grammar, Node};
use super::tokens::{Kind, Stop, Token, Tokenizer};
use super::{strings, targets};
use crate::compiler::error::SyntaxError;
use crate::compiler::parser::ast::Expr;
use crate::compiler::parser::{Ranged, TextRange, TextSize};
use crate::compiler::source::SourceMap;

/// Rules inside of rules; more than any program needs that is not made to break parsers.
const MAX_DEPTH: usize = 300;

/// Tokens from the first to before the second.
type Span = (usize, usize);

/// A mistake, or that the recognizer gives up.
pub(super) type Failure = Box<SyntaxError>;
type Match = Result<Option<usize>, Failure>;

pub(super) struct Recognizer<'a, 's> {
    pub source: &'a SourceMap<'s>,
    grammar: &'a Grammar,
    tokenizer: Tokenizer<'a, 's>,
    pub tokens: Vec<Token>,
    stopped: Option<Stop>,
    /// Whether rules for mistakes are tried.
    seeking: bool,
    memory: HashMap<(usize, usize, bool), Option<usize>>,
    release: u32,
    depth: usize,
}

/// What is wrong with a text; None if nothing is.
pub(super) fn mistake(source: &SourceMap<'_>, start: &str, release: u32) -> Option<SyntaxError> {
    let grammar = Grammar::read();
    let mut recognizer = Recognizer {
        source,
        grammar: &grammar,
        tokenizer: Tokenizer::new(source, release),
        tokens: Vec::new(),
        stopped: None,
        seeking: false,
        memory: HashMap::new(),
        release,
        depth: 0,
    };
    let start = grammar.numbers.get(start).copied()?;
    match recognizer.rule(start, 0) {
        Ok(Some(_)) => return None,
        Ok(None) => {}
        Err(error) => return Some(*recognizer.rest_of_text(error)),
    }
    let furthest = recognizer.tokens.len().saturating_sub(1);
    recognizer.seeking = true;
    recognizer.memory.clear();
    let error = match recognizer.rule(start, 0) {
        Err(error) => error,
        Ok(_) => match recognizer.unexpected_indent(furthest) {
            Some(error) => return Some(*error),
            None => recognizer.at_tokens("invalid syntax", (furthest, furthest + 1)),
        },
    };
    Some(*recognizer.rest_of_text(error))
}

impl Recognizer<'_, '_> {
    fn token(&mut self, at: usize) -> Result<Token, Failure> {
        while self.tokens.len() <= at {
            match self.tokenizer.next() {
                Ok(token) => self.tokens.push(token),
                Err(stop) => {
                    let error = self.tokenizer_error(&stop);
                    self.stopped = Some(stop);
                    return Err(error);
                }
            }
        }
        self.tokens.get(at).copied().ok_or_else(|| self.plain("invalid syntax", 0, 0))
    }

    pub fn text(&self, at: usize) -> &str {
        let token = self.tokens.get(at);
        token.and_then(|token| self.source.text().get(token.start..token.end)).unwrap_or("")
    }

    /// Bytes of the text from the first token to the last of a span.
    pub fn bytes(&self, (first, after): Span) -> (usize, usize) {
        let start = self.tokens.get(first).map_or(0, |token| token.start);
        let end = self.tokens.get(after.saturating_sub(1)).map_or(start, |token| token.end);
        (start, end.max(start))
    }

    fn rule(&mut self, number: usize, at: usize) -> Match {
        let grammar = self.grammar;
        let Some(rule) = grammar.rules.get(number) else { return Ok(None) };
        if rule.bad && !self.seeking {
            return Ok(None);
        }
        let key = (number, at, self.seeking || rule.remembered);
        if let Some(found) = self.memory.get(&key) {
            return Ok(*found);
        }
        if self.depth >= MAX_DEPTH {
            return Err(self.at_last("invalid syntax"));
        }
        self.depth += 1;
        let found = self.alternatives(&rule.alternatives, at);
        self.depth -= 1;
        self.memory.insert(key, *found.as_ref().map_err(Clone::clone)?);
        found
    }

    fn alternatives(&mut self, alternatives: &[Alternative], at: usize) -> Match {
        for alternative in alternatives {
            let applies = match alternative.release {
                Some(12) => self.release == 12,
                Some(release) => self.release >= release,
                None => true,
            };
            if !applies {
                continue;
            }
            let mut position = at;
            let mut labels = [(at, at); 2];
            let mut cut = false;
            let mut matched = true;
            for item in &alternative.items {
                if matches!(item, Node::Cut) {
                    cut = true;
                    continue;
                }
                let Some(next) = self.item(item, position)? else {
                    matched = false;
                    break;
                };
                if let Node::Labelled(label, _) = item {
                    labels[*label] = (position, next);
                }
                position = next;
            }
            if matched {
                return match &alternative.action {
                    Some(action) => Ok(self.act(action, labels, position)?.then_some(position)),
                    None => Ok(Some(position)),
                };
            }
            if cut {
                return Ok(None);
            }
        }
        Ok(None)
    }

    fn item(&mut self, node: &Node, at: usize) -> Match {
        match node {
            Node::Kind(kind) => {
                let token = self.token(at)?;
                let is = token.kind == *kind && (*kind != Kind::Name || !is_keyword(self.text(at)));
                Ok(is.then_some(at + 1))
            }
            Node::Text(text) => {
                let token = self.token(at)?;
                let is = matches!(token.kind, Kind::Name | Kind::Operator) && self.text(at) == text;
                Ok(is.then_some(at + 1))
            }
            Node::OneOf(list) => {
                let token = self.token(at)?;
                let text = self.text(at);
                let is = matches!(token.kind, Kind::Name | Kind::Operator) && list.split(' ').any(|one| one == text);
                Ok(is.then_some(at + 1))
            }
            Node::Rule(rule) => self.rule(*rule, at),
            Node::Without(rule) => {
                let seeking = std::mem::replace(&mut self.seeking, false);
                let found = self.rule(*rule, at);
                self.seeking = seeking;
                found
            }
            Node::Group(alternatives) => self.alternatives(alternatives, at),
            Node::Optional(item) => Ok(Some(self.item(item, at)?.unwrap_or(at))),
            Node::Many(item, one) => {
                let mut position = at;
                while let Some(next) = self.item(item, position)?
                    && next > position
                {
                    position = next;
                }
                Ok((!one || position > at).then_some(position))
            }
            Node::Separated(item, separator) => {
                let Some(mut position) = self.item(item, at)? else { return Ok(None) };
                loop {
                    let token = self.token(position)?;
                    if token.kind != Kind::Operator || self.text(position) != separator {
                        return Ok(Some(position));
                    }
                    let Some(next) = self.item(item, position + 1)? else { return Ok(Some(position)) };
                    position = next;
                }
            }
            Node::Ahead(item, is) => Ok((self.item(item, at)?.is_some() == *is).then_some(at)),
            Node::Forced(text) => {
                let token = self.token(at)?;
                if matches!(token.kind, Kind::Name | Kind::Operator) && self.text(at) == text {
                    return Ok(Some(at + 1));
                }
                Err(self.at_tokens(format!("expected '{text}'"), (at, at + 1)))
            }
            Node::Labelled(_, item) => self.item(item, at),
            Node::Cut => Ok(Some(at)),
        }
    }

    fn plain(&self, message: impl Into<String>, start: usize, end: usize) -> Failure {
        let offset = |at: usize| TextSize::new(at.min(self.source.text().len()) as u32);
        let mut error = self.source.error(message, TextRange::new(offset(start), offset(end.max(start))));
        // The line end that CPython adds to a text without one is after the text.
        error.end_column += end.saturating_sub(self.source.text().len()) as i32;
        Box::new(error)
    }

    /// An error that marks tokens.
    pub fn at_tokens(&self, message: impl Into<String>, span: Span) -> Failure {
        let (start, end) = self.bytes(span);
        let last = span.1.saturating_sub(1);
        match (self.tokens.get(span.0), self.tokens.get(last)) {
            (Some(token), _) if matches!(token.kind, Kind::Indent | Kind::Dedent | Kind::End) => {
                self.unplaced(message, token.start)
            }
            (_, Some(token)) if token.kind == Kind::Newline => {
                let mut error = self.plain(message, start, end.saturating_sub(1));
                error.end_column += 1;
                error
            }
            _ => self.plain(message, start, end),
        }
    }

    /// Bytes of an expression: brackets around it are no part of it, but of a tuple or a generator expression.
    fn node(&self, span: Span) -> (usize, usize) {
        if self.text(span.0) == "("
            && self.text(span.1.saturating_sub(1)) == ")"
            && let Some((expr, before)) = self.expression(span)
            && !matches!(expr, Expr::Tuple(_) | Expr::Generator(_))
        {
            let place = |at: TextSize| before.wrapping_add(at.to_usize());
            return (place(expr.start()), place(expr.end()));
        }
        self.bytes(span)
    }

    /// An error from the start of one expression, or token, to the end of another.
    fn at_nodes(&self, message: impl Into<String>, (a, b): (Span, Span)) -> Failure {
        if a == b && a.1 == a.0 + 1 {
            return self.at_tokens(message, a);
        }
        self.plain(message, self.node(a).0, self.node(b).1)
    }

    /// An error at the last token that was read.
    pub fn at_last(&self, message: impl Into<String>) -> Failure {
        let last = self.tokens.len().saturating_sub(1);
        self.at_tokens(message, (last, last + 1))
    }

    /// An error at a token without a place of its own: where the tokenizer stands (pegen_errors.c, col_offset == -1).
    fn unplaced(&self, message: impl Into<String>, token: usize) -> Failure {
        let mut error = self.plain(message, token, token);
        let (line, column) = self.tokenizer.position();
        if token >= self.source.text().len() {
            error = self.on_line(error, line);
        }
        error.column = if line == error.line { column - 1 } else { 0 };
        error.end_column = -1;
        error
    }

    fn on_line(&self, mut error: Failure, line: u32) -> Failure {
        (error.line, error.end_line) = (line, line);
        error.text_line = self.source.line_text(line).to_string();
        error
    }

    fn position(&self, at: usize) -> (u32, u32) {
        let end = self.source.text().len();
        let (line, column) = self.source.position(TextSize::new(at.min(end) as u32));
        (line, column + at.saturating_sub(end) as u32)
    }

    /// An error from a place up to where the tokenizer stands.
    fn from(&self, message: impl Into<String>, span: Span) -> Failure {
        let (start, _) = self.bytes(span);
        let mut error = self.plain(message, start, start);
        let (line, column) = self.tokenizer.position();
        (error.end_line, error.end_column) = (line, column as i32 - 1);
        error
    }

    /// Indentation at the token where the first pass gave up.
    fn unexpected_indent(&self, furthest: usize) -> Option<Failure> {
        let message = match self.tokens.get(furthest).map(|token| token.kind) {
            Some(Kind::Indent) => "unexpected indent",
            Some(Kind::Dedent) => "unexpected unindent",
            _ => return None,
        };
        let mut error = self.at_last(message);
        error.exception = "IndentationError";
        Some(error)
    }

    /// A bracket that was never closed (raise_unclosed_parentheses_error).
    fn unclosed(&self) -> Option<Failure> {
        let (bracket, at) = self.tokenizer.open_bracket()?;
        let mut error = self.plain(format!("'{bracket}' was never closed"), at, at);
        error.end_column = 0;
        Some(error)
    }

    /// What the parser says when there are no more tokens (pegen_errors.c, _Pypegen_tokenizer_error).
    fn tokenizer_error(&self, stop: &Stop) -> Failure {
        let at = self.tokenizer.at;
        let whole_line = |message: &str, exception: &'static str| {
            let mut error = self.plain(message, at, at);
            (error.column, error.end_column, error.exception) = (1, 0, exception);
            error
        };
        match stop {
            Stop::Error(error) => error.clone(),
            Stop::EndOfText => self
                .unclosed()
                .unwrap_or_else(|| self.unplaced("unexpected EOF while parsing", self.source.text().len())),
            Stop::Dedent => {
                let mut error = whole_line("unindent does not match any outer indentation level", "IndentationError");
                error.column = error.text_line.chars().count() as u32 + 1;
                error.end_column = -1;
                error
            }
            Stop::Tabs => whole_line("inconsistent use of tabs and spaces in indentation", "TabError"),
            Stop::TooManyIndents => whole_line("too many levels of indentation", "IndentationError"),
            Stop::Continuation => {
                let mut error = self.plain("unexpected character after line continuation character", at - 1, at - 1);
                error.end_column = 0;
                error
            }
        }
    }

    /// The parser's error, unless the tokenizer finds one in the rest of the text
    /// (_PyPegen_tokenize_full_source_to_check_for_errors).
    fn rest_of_text(&mut self, error: Failure) -> Failure {
        if self.stopped.is_some() {
            return error;
        }
        let last_line = self.tokens.last().map_or(0, |token| self.position(token.start).0);
        loop {
            match self.tokenizer.next() {
                Ok(token) if token.kind == Kind::End => return error,
                Ok(_) => {}
                // In its second pass CPython takes no notice of what is wrong inside of an f-string.
                Err(Stop::Error(_)) if self.seeking && self.tokenizer.in_f_string() => return error,
                Err(Stop::Error(found)) => return found,
                Err(_) => {
                    let opened = self.tokenizer.open_bracket().map(|(_, at)| self.position(at).0);
                    return match self.unclosed() {
                        Some(unclosed) if opened.is_some_and(|line| last_line > line) => unclosed,
                        _ => error,
                    };
                }
            }
        }
    }

    /// A span as an expression, and the bytes before it that its ranges count.
    fn expression(&self, span: Span) -> Option<(Expr, usize)> {
        let (start, end) = self.bytes(span);
        targets::expression(self.source.text().get(start..end)?)
            .map(|(expr, before)| (expr, start.wrapping_sub(before)))
    }

    fn name_of(&self, span: Span) -> &'static str {
        if self.text(span.0) == "*" {
            return "starred";
        }
        self.expression(span).map_or("expression", |(expr, _)| targets::describe(&expr))
    }

    /// Does what an action says; whether the rule matches.
    ///
    /// `at a b|text`: an error from `a` to the end of `b`; `from`: up to what was read; `last`, `next`: at the last
    /// token that was read, at the next one; `indent`, `block`: a block is missing. `$n` in the text is what CPython
    /// calls `a`, `$t` its text, `$l` its line.
    fn act(&mut self, action: &str, [a, b]: [Span; 2], next: usize) -> Result<bool, Failure> {
        let (head, message) = action.split_once('|').unwrap_or((action, ""));
        let (head, spans) = head.split_once(' ').unwrap_or((head, ""));
        let whole = if spans == "a b" { (a, b) } else { (a, a) };
        let line = self.tokens.get(a.0).map_or(0, |token| self.position(token.start).0);
        let mut message = message.to_string();
        if message.contains("$n") {
            message = message.replace("$n", self.name_of(a));
        }
        message = message.replace("$t", self.text(a.0)).replace("$l", &line.to_string());
        match head {
            "at" => {
                // A parameter's rule takes the comma after it.
                let without_comma = |span: Span| match self.text(span.1.saturating_sub(1)) {
                    "," if span.1 > span.0 + 1 => (span.0, span.1 - 1),
                    _ => span,
                };
                Err(self.at_nodes(message, (without_comma(whole.0), without_comma(whole.1))))
            }
            "from" => Err(self.from(message, a)),
            "last" => Err(self.at_last(message)),
            "next" => {
                self.token(next)?;
                Err(self.at_tokens(message, (next, next + 1)))
            }
            "indent" | "block" => {
                if head == "block" {
                    let what = self.text(a.0);
                    message = format!("expected an indented block after '{what}' statement on line {line}");
                }
                let mut error = self.at_last(message);
                error.exception = "IndentationError";
                Err(error)
            }
            "key" => {
                let (start, end) = self.bytes(a);
                let mut error = self.plain(message, start, start);
                (error.column, error.end_column) = (self.position(end).1 - 1, 0);
                Err(error)
            }
            "legacy" if matches!(self.text(a.0), "print" | "exec") => {
                let name = self.text(a.0);
                let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
                Err(self.at_nodes(message, (a, b)))
            }
            "comma" => {
                let legacy = a.1 == a.0 + 1 && matches!(self.text(a.0), "print" | "exec");
                let outside = self.tokens.get(b.1.saturating_sub(1)).is_none_or(|token| token.level == 0);
                if legacy || outside {
                    return Ok(false);
                }
                Err(self.at_nodes("invalid syntax. Perhaps you forgot a comma?", (a, b)))
            }
            "bound" => {
                let constraints = self.expression(b).is_some_and(|(expr, _)| expr.is_tuple_expr());
                let what = if constraints { "constraints" } else { "bound" };
                Err(self.from(format!("cannot use {what} with {message}"), a))
            }
            "store" | "loop" | "delete" => {
                let Some((expr, before)) = self.expression(a) else { return Ok(false) };
                let Some(target) = targets::invalid(&expr, head) else { return Ok(false) };
                let verb = if head == "delete" { "delete" } else { "assign to" };
                let message = format!("cannot {verb} {}", targets::describe(target));
                let place = |at: TextSize| before.wrapping_add(at.to_usize());
                Err(self.plain(message, place(target.start()), place(target.end())))
            }
            "generator" | "order" => {
                let Some(call) = self.call(a) else { return Ok(false) };
                if head == "order" {
                    let unpacked = call.0.arguments.keywords.iter().any(|keyword| keyword.arg.is_none());
                    let what = if unpacked { " unpacking" } else { "" };
                    return Err(self.at_last(format!("positional argument follows keyword argument{what}")));
                }
                let (_, end) = self.bytes(b);
                match call.0.arguments.args.last() {
                    Some(last) if call.0.arguments.args.len() > 1 => {
                        let start = call.1.wrapping_add(last.start().to_usize());
                        Err(self.plain("Generator expression must be parenthesized", start, end))
                    }
                    _ => Ok(false),
                }
            }
            "real" | "imaginary" => {
                let imaginary = self.text(a.0).ends_with(['j', 'J']);
                if imaginary == (head == "imaginary") {
                    return Ok(true);
                }
                Err(self.at_tokens(format!("{head} number required in complex literal"), a))
            }
            "conversion" => {
                let name = self.text(b.0);
                let message = if self.bytes(a).1 != self.bytes(b).0 {
                    "f-string: conversion type must come right after the exclamation mark".to_string()
                } else if !matches!(name, "s" | "r" | "a") {
                    let message = format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'");
                    return Err(self.at_tokens(message, b));
                } else {
                    return Ok(true);
                };
                Err(self.at_tokens(message, (a.0, b.1)))
            }
            "strings" => strings::check(self, a).map(|()| true),
            _ => Ok(false),
        }
    }

    /// Arguments as those of a call, and the bytes before it that its ranges count.
    fn call(&self, span: Span) -> Option<(crate::compiler::parser::ast::ExprCall, usize)> {
        let (start, end) = self.bytes(span);
        let text = format!("f({})", self.source.text().get(start..end)?);
        let expr = crate::compiler::parser::fragment(&text)?;
        Some((expr.call_expr()?, start.wrapping_sub(2)))
    }
}

fn is_keyword(name: &str) -> bool {
    const KEYWORDS: &str = " False None True and as assert async await break class continue def del elif else except \
         finally for from global if import in is lambda nonlocal not or pass raise return try while with yield ";
    KEYWORDS.split(' ').any(|keyword| keyword == name)
}

//! CPython's tokenizer: the tokens of a text one after another, up to the first mistake (lexer.c).
//!
//! ruff's lexer recovers from mistakes; where CPython stops, and what it has seen until then, decides what it says.

use super::numbers;
use crate::compiler::error::SyntaxError;
use crate::compiler::parser::TextSize;
use crate::compiler::source::SourceMap;

/// CPython's limits (tokenizer.c, MAXLEVEL, MAXINDENT, MAX_EXPR_NESTING).
const MAX_BRACKETS: usize = 200;
const MAX_INDENTS: usize = 100;
const MAX_FIELDS: i32 = 3;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Number,
    String,
    FStringStart,
    FStringMiddle,
    FStringEnd,
    Newline,
    Indent,
    Dedent,
    Operator,
    End,
}

/// A token: bytes of the text, and how many brackets are open after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    pub level: usize,
}

/// Why there are no more tokens.
#[derive(Clone, Debug)]
pub(super) enum Stop {
    /// The tokenizer says what is wrong.
    Error(Box<SyntaxError>),
    /// The text ends inside of brackets or after a backslash.
    EndOfText,
    /// A line's indentation is none of those before.
    Dedent,
    /// Tabs and spaces mean different things at different widths of tabs.
    Tabs,
    /// Something after a backslash.
    Continuation,
    TooManyIndents,
}

/// An f-string that is open.
struct FString {
    quote: u8,
    triple: bool,
    raw: bool,
    start: usize,
    /// Brackets open inside of it, and how many of them when the innermost field began.
    depth: i32,
    field: i32,
    in_text: bool,
    in_spec: bool,
}

pub(super) struct Tokenizer<'a, 's> {
    source: &'a SourceMap<'s>,
    bytes: &'a [u8],
    /// Where the next character is.
    pub at: usize,
    line_begins: bool,
    indents: Vec<(usize, usize)>,
    pending: i32,
    open: Vec<(u8, usize)>,
    f_strings: Vec<FString>,
    /// 13 from CPython 3.13 on.
    release: u32,
    /// Where the text ends: one further if its last line has no end, which is read as if it had one.
    end: usize,
}

impl<'a, 's> Tokenizer<'a, 's> {
    pub fn new(source: &'a SourceMap<'s>, release: u32) -> Self {
        let bytes = source.text().as_bytes();
        Tokenizer {
            source,
            end: bytes.len() + usize::from(!matches!(bytes.last(), None | Some(b'\n' | b'\r'))),
            bytes,
            at: 0,
            line_begins: true,
            indents: vec![(0, 0)],
            pending: 0,
            open: Vec::new(),
            f_strings: Vec::new(),
            release,
        }
    }

    /// The bracket that is open innermost, and where.
    pub fn open_bracket(&self) -> Option<(char, usize)> {
        self.open.last().map(|&(bracket, at)| (bracket as char, at))
    }

    /// Line and column, from 1, of the next character; after a line end CPython is still in that line.
    pub fn position(&self) -> (u32, u32) {
        let at = self.at.min(self.bytes.len());
        let line_ended = self.at > 0 && (self.line_begins || self.at >= self.end);
        let before = if line_ended { self.at.saturating_sub(1).min(self.bytes.len()) } else { at };
        let (line, column) = self.source.position(TextSize::new(before as u32));
        (line, column + u32::from(line_ended))
    }

    /// Whether the text has indentation that depends on the width of tabs.
    pub fn has_inconsistent_tabs(mut self) -> bool {
        loop {
            match self.next() {
                Ok(token) if token.kind == Kind::End => return false,
                Ok(_) => {}
                Err(stop) => return matches!(stop, Stop::Tabs),
            }
        }
    }

    /// Whether an f-string is open.
    pub fn in_f_string(&self) -> bool {
        !self.f_strings.is_empty()
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn starts_with(&self, at: usize, text: &[u8]) -> bool {
        self.bytes.get(at..).is_some_and(|rest| rest.starts_with(text))
    }

    fn is_newline(&self, at: usize) -> bool {
        matches!(self.byte(at), b'\n' | b'\r') || at == self.bytes.len() && at < self.end
    }

    /// After the line end at `at`.
    fn after_newline(&self, at: usize) -> usize {
        if self.starts_with(at, b"\r\n") { at + 2 } else { at + 1 }
    }

    fn token(&self, kind: Kind, start: usize) -> Token {
        Token { kind, start, end: self.at.min(self.bytes.len()), level: self.open.len() }
    }

    /// An error that points at the last character before `end`, in `start`'s line (lexer.c, _syntaxerror_range).
    fn error(&self, message: impl Into<String>, end: usize) -> Stop {
        let before = TextSize::new(end.min(self.bytes.len()) as u32);
        let (line, column) = self.source.position(before);
        let text = self.source.line_text(line);
        Stop::Error(Box::new(SyntaxError {
            exception: "SyntaxError",
            message: message.into(),
            line,
            column: column - 1,
            end_line: line,
            end_column: column as i32 - 1,
            text_line: text.to_string(),
            parsed: false,
        }))
    }

    /// The next token.
    pub fn next(&mut self) -> Result<Token, Stop> {
        if self.f_strings.last().is_some_and(|f| f.in_text) {
            return self.f_string_text();
        }
        loop {
            let mut blank = false;
            if self.line_begins {
                self.line_begins = false;
                blank = self.indentation()?;
            }
            if self.pending != 0 {
                let kind = if self.pending < 0 { Kind::Dedent } else { Kind::Indent };
                self.pending -= self.pending.signum();
                return Ok(Token { kind, start: self.at, end: self.at, level: self.open.len() });
            }
            loop {
                while matches!(self.byte(self.at), b' ' | b'\t' | b'\x0c') {
                    self.at += 1;
                }
                if self.byte(self.at) == b'#' {
                    while self.at < self.end && !self.is_newline(self.at) {
                        self.at += 1;
                    }
                }
                if self.byte(self.at) != b'\\' {
                    break;
                }
                self.continuation()?;
            }
            let start = self.at;
            if start >= self.end {
                if !self.open.is_empty() {
                    return Err(Stop::EndOfText);
                }
                return Ok(Token { kind: Kind::End, start, end: start, level: 0 });
            }
            if self.is_newline(start) {
                self.at = self.after_newline(start);
                self.line_begins = true;
                if blank || !self.open.is_empty() {
                    continue;
                }
                return Ok(Token { kind: Kind::Newline, start, end: start + 1, level: 0 });
            }
            return self.ordinary(start);
        }
    }

    /// Reads a line's indentation; whether the line is blank.
    fn indentation(&mut self) -> Result<bool, Stop> {
        let (mut column, mut narrow) = (0, 0);
        let mut before_backslash = None;
        loop {
            match self.byte(self.at) {
                b' ' => (column, narrow) = (column + 1, narrow + 1),
                b'\t' => (column, narrow) = ((column / 8 + 1) * 8, narrow + 1),
                b'\x0c' => (column, narrow) = (0, 0),
                b'\\' => {
                    before_backslash.get_or_insert((column, narrow));
                    self.continuation()?;
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
        let (column, narrow) = before_backslash.unwrap_or((column, narrow));
        if self.at < self.end && (self.byte(self.at) == b'#' || self.is_newline(self.at)) {
            return Ok(true);
        }
        if !self.open.is_empty() {
            return Ok(false);
        }
        let mut current = self.indents.last().copied().unwrap_or((0, 0));
        if column > current.0 {
            if self.indents.len() >= MAX_INDENTS {
                return Err(Stop::TooManyIndents);
            }
            if narrow <= current.1 {
                return Err(Stop::Tabs);
            }
            self.pending += 1;
            self.indents.push((column, narrow));
            return Ok(false);
        }
        while column < current.0 {
            self.pending -= 1;
            self.indents.pop();
            current = self.indents.last().copied().unwrap_or((0, 0));
        }
        if column != current.0 {
            return Err(Stop::Dedent);
        }
        if narrow != current.1 {
            return Err(Stop::Tabs);
        }
        Ok(false)
    }

    /// Steps over a backslash and the line end that has to follow.
    fn continuation(&mut self) -> Result<(), Stop> {
        let next = self.at + 1;
        if !self.is_newline(next) {
            self.at = next + 1;
            return Err(Stop::Continuation);
        }
        self.at = self.after_newline(next);
        if self.at >= self.end {
            return Err(Stop::EndOfText);
        }
        Ok(())
    }

    fn ordinary(&mut self, start: usize) -> Result<Token, Stop> {
        let first = self.byte(start);
        if first.is_ascii_alphabetic() || first == b'_' || first >= 128 {
            return self.name_or_string(start);
        }
        if first.is_ascii_digit() || first == b'.' && self.byte(start + 1).is_ascii_digit() {
            let text = self.source.text().get(start..).unwrap_or("");
            self.at = start
                + numbers::length(text).map_err(|(message, at, zeros)| {
                    let error = self.error(message, start + at);
                    match (error, zeros) {
                        (Stop::Error(mut error), zeros) => {
                            error.end_column += zeros as i32;
                            Stop::Error(error)
                        }
                        (error, _) => error,
                    }
                })?;
            return Ok(self.token(Kind::Number, start));
        }
        if matches!(first, b'\'' | b'"') {
            return self.string(start, start);
        }
        self.operator(start)
    }

    fn name_or_string(&mut self, start: usize) -> Result<Token, Stop> {
        let prefix = self.bytes[start..].iter().take(3).take_while(|b| b.is_ascii_alphabetic()).count();
        let letters: Vec<u8> = self.bytes[start..start + prefix].to_ascii_lowercase();
        let is_prefix = matches!(letters.as_slice(), b"r" | b"u" | b"b" | b"br" | b"rb" | b"f" | b"fr" | b"rf");
        if is_prefix && matches!(self.byte(start + prefix), b'\'' | b'"') {
            if !letters.contains(&b'f') {
                return self.string(start, start + prefix);
            }
            let quote = self.byte(start + prefix);
            let triple = self.starts_with(start + prefix, &[quote; 3]);
            self.at = start + prefix + if triple { 3 } else { 1 };
            self.f_strings.push(FString {
                quote,
                triple,
                raw: letters.contains(&b'r'),
                start,
                depth: 0,
                field: -1,
                in_text: true,
                in_spec: false,
            });
            return Ok(self.token(Kind::FStringStart, start));
        }
        let mut end = start;
        while self.byte(end).is_ascii_alphanumeric() || self.byte(end) == b'_' || self.byte(end) >= 128 {
            end += 1;
        }
        self.at = end;
        let name = self.source.text().get(start..end).unwrap_or("");
        let mut first = true;
        for (offset, c) in name.char_indices() {
            let valid =
                if first { c == '_' || unicode_ident::is_xid_start(c) } else { unicode_ident::is_xid_continue(c) };
            if !valid {
                return Err(self.error(invalid_character(c), start + offset + c.len_utf8()));
            }
            first = false;
        }
        Ok(self.token(Kind::Name, start))
    }

    fn string(&mut self, start: usize, quote_at: usize) -> Result<Token, Stop> {
        let quote = self.byte(quote_at);
        let triple = self.starts_with(quote_at, &[quote; 3]);
        let mut at = quote_at + if triple { 3 } else { 1 };
        let mut escaped_quote = false;
        loop {
            if at >= self.bytes.len() || (!triple && self.is_newline(at)) {
                break;
            }
            if self.byte(at) == b'\\' {
                escaped_quote |= self.byte(at + 1) == quote;
                at = if self.is_newline(at + 1) { self.after_newline(at + 1) } else { at + 2 };
                continue;
            }
            if triple && self.starts_with(at, &[quote; 3]) || !triple && self.byte(at) == quote {
                self.at = at + if triple { 3 } else { 1 };
                return Ok(self.token(Kind::String, start));
            }
            at += 1;
        }
        if self.f_strings.last().is_some_and(|f| f.quote == quote && f.triple == triple) {
            return Err(self.error("f-string: expecting '}'", start + 1));
        }
        let line = self.last_line(at);
        let message = if triple {
            format!("unterminated triple-quoted string literal (detected at line {line})")
        } else if escaped_quote && self.release >= 13 {
            format!("unterminated string literal (detected at line {line}); perhaps you escaped the end quote?")
        } else {
            format!("unterminated string literal (detected at line {line})")
        };
        Err(self.error(message, start + 1))
    }

    /// The line where a literal that does not end was given up.
    fn last_line(&self, at: usize) -> u32 {
        let line = self.source.line(TextSize::new(at.min(self.bytes.len()) as u32));
        let at_end = at >= self.bytes.len() && self.source.text().ends_with(['\n', '\r']);
        if at_end { line - 1 } else { line }
    }

    /// The text of an f-string up to a field or its end (lexer.c, tok_get_fstring_mode).
    fn f_string_text(&mut self) -> Result<Token, Stop> {
        let Some(f) = self.f_strings.last_mut() else { return Err(Stop::EndOfText) };
        let (start, mut at) = (self.at, self.at);
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or(0);
        let quotes = [f.quote; 3];
        let quotes = if f.triple { &quotes[..] } else { &quotes[..1] };
        let ends = |at: usize| self.bytes.get(at..).is_some_and(|rest| rest.starts_with(quotes));
        if byte(at) == b'{' && byte(at + 1) != b'{' {
            f.field += 1;
            f.in_text = false;
            if f.field >= MAX_FIELDS {
                return Err(self.error("f-string: expressions nested too deeply", at + 1));
            }
            return self.operator(at);
        }
        if ends(at) {
            self.at = at + quotes.len();
            self.f_strings.pop();
            return Ok(self.token(Kind::FStringEnd, start));
        }
        let in_spec = f.in_spec && f.field >= 0;
        let mut named = false;
        loop {
            let c = byte(at);
            let newline = matches!(c, b'\n' | b'\r');
            if at >= self.bytes.len() || !f.triple && newline {
                if in_spec && newline {
                    f.in_text = false;
                    f.in_spec = false;
                    break;
                }
                let (first, triple) = (f.start, f.triple);
                let line = self.last_line(at);
                let what = if triple { "triple-quoted f-string" } else { "f-string" };
                return Err(self.error(format!("unterminated {what} literal (detected at line {line})"), first + 1));
            }
            if ends(at) {
                break;
            }
            match c {
                b'{' if byte(at + 1) == b'{' && !in_spec => {
                    self.at = at + 2;
                    return Ok(Token { kind: Kind::FStringMiddle, start, end: at + 1, level: self.open.len() });
                }
                b'{' => {
                    f.field += 1;
                    f.in_text = false;
                    f.in_spec = false;
                    break;
                }
                b'}' if named => {
                    named = false;
                    at += 1;
                }
                b'}' if byte(at + 1) == b'}' && !in_spec && f.depth == 0 => {
                    self.at = at + 2;
                    return Ok(Token { kind: Kind::FStringMiddle, start, end: at + 1, level: self.open.len() });
                }
                b'}' => {
                    f.in_text = false;
                    f.in_spec = false;
                    break;
                }
                b'\\' => {
                    let next = byte(at + 1);
                    at += 1;
                    if matches!(next, b'{' | b'}') {
                        continue;
                    }
                    if !f.raw && next == b'N' && byte(at + 1) == b'{' {
                        named = true;
                        at += 1;
                    }
                    if at < self.bytes.len() {
                        at += 1;
                    }
                }
                _ => at += 1,
            }
        }
        self.at = at;
        Ok(self.token(Kind::FStringMiddle, start))
    }

    fn operator(&mut self, start: usize) -> Result<Token, Stop> {
        let c = self.byte(start);
        self.at = start + 1;
        if let Some(f) = self.f_strings.last_mut()
            && c == b':'
            && f.field >= 0
            && f.depth - 1 == f.field
        {
            f.in_text = true;
            f.in_spec = true;
            return Ok(self.token(Kind::Operator, start));
        }
        const LONG: [&str; 25] = [
            "**=", "//=", ">>=", "<<=", "...", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<",
            "<=", "<>", "==", ">=", ">>", "@=", "^=", "|=",
        ];
        if let Some(long) = LONG.iter().find(|long| self.starts_with(start, long.as_bytes())) {
            self.at = start + long.len();
            return Ok(self.token(Kind::Operator, start));
        }
        match c {
            b'(' | b'[' | b'{' => {
                if self.open.len() >= MAX_BRACKETS {
                    return Err(self.error("too many nested parentheses", self.at));
                }
                self.open.push((c, start));
                if let Some(f) = self.f_strings.last_mut() {
                    f.depth += 1;
                }
            }
            b')' | b']' | b'}' => self.close(c, start)?,
            _ if c < 32 || c == 127 => {
                return Err(self.error(format!("invalid non-printable character U+{c:04X}"), self.at));
            }
            _ => {}
        }
        Ok(self.token(Kind::Operator, start))
    }

    fn close(&mut self, c: u8, start: usize) -> Result<(), Stop> {
        let end = start + 1;
        let found = c as char;
        if c == b'}' && self.f_strings.last().is_some_and(|f| f.depth == 0) {
            return Err(self.error("f-string: single '}' is not allowed", end));
        }
        let Some((opening, at)) = self.open.pop() else {
            return Err(self.error(format!("unmatched '{found}'"), end));
        };
        if !matches!((opening, c), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
            if opening == b'{' && self.f_strings.last().is_some_and(|f| f.depth - 1 == f.field) {
                return Err(self.error(format!("f-string: unmatched '{found}'"), end));
            }
            let line = |at: usize| self.source.line(TextSize::new(at as u32));
            let place = if line(at) == line(start) { String::new() } else { format!(" on line {}", line(at)) };
            let opening = opening as char;
            let message =
                format!("closing parenthesis '{found}' does not match opening parenthesis '{opening}'{place}");
            return Err(self.error(message, end));
        }
        if let Some(f) = self.f_strings.last_mut() {
            f.depth -= 1;
            if f.depth < 0 {
                return Err(self.error(format!("f-string: unmatched '{found}'"), end));
            }
            if c == b'}' && f.depth == f.field {
                f.field -= 1;
                f.in_text = true;
                f.in_spec = false;
            }
        }
        Ok(())
    }
}

/// A character that no name has.
fn invalid_character(c: char) -> String {
    if crate::text::unicode::is_printable(c) {
        format!("invalid character '{c}' (U+{:04X})", c as u32)
    } else {
        format!("invalid non-printable character U+{:04X}", c as u32)
    }
}

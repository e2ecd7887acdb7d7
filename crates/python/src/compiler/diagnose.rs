//! What is wrong with a text that does not parse, as CPython 3.13's tokenizer and its `invalid_` grammar rules say it.

mod targets;
mod tokenizer;

use super::error::SyntaxError;
use super::parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType, Ranged, TextRange, TextSize, Token,
    TokenKind, UnsupportedSyntaxError, UnsupportedSyntaxErrorKind,
};
use super::source::SourceMap;

/// The error that CPython reports for a text in which ruff found `errors`.
pub(super) fn diagnose(source: &SourceMap<'_>, errors: &[ParseError], tokens: &[Token]) -> SyntaxError {
    let Some(first) = errors.first() else {
        return source.error("invalid syntax", TextRange::default());
    };
    let tokens: Vec<Token> = tokens.iter().filter(|token| !token.kind().is_trivia()).copied().collect();
    let diagnosis = Diagnosis { source, tokens: &tokens };
    // CPython reads the rest of the text once the parser has failed: what its tokenizer cannot read comes first.
    if let Some(error) = tokenizer::first_error(source, errors, &tokens) {
        return error;
    }
    let error = diagnosis.parser_error(first);
    match tokenizer::unclosed_bracket(source, &tokens) {
        Some(unclosed) if unclosed.line < source.line(first.location.start()) || diagnosis.at_end(first) => unclosed,
        _ => error,
    }
}

/// The error for syntax that came after Python 3.13.
pub(super) fn newer_syntax(source: &SourceMap<'_>, error: &UnsupportedSyntaxError) -> SyntaxError {
    let message = match error.kind {
        UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes => "multiple exception types must be parenthesized",
        _ => "invalid syntax",
    };
    source.error(message, error.range)
}

struct Diagnosis<'a, 's> {
    source: &'a SourceMap<'s>,
    tokens: &'a [Token],
}

impl Diagnosis<'_, '_> {
    fn at_end(&self, error: &ParseError) -> bool {
        let rest = self.tokens.iter().filter(|token| token.start() >= error.location.start());
        rest.into_iter().all(|t| matches!(t.kind(), TokenKind::Newline | TokenKind::EndOfFile | TokenKind::Dedent))
    }

    /// Index of the token at an offset, or of the next one.
    fn token_at(&self, offset: TextSize) -> usize {
        self.tokens.partition_point(|token| token.end() <= offset && token.start() < offset)
    }

    fn kind(&self, index: usize) -> TokenKind {
        self.tokens.get(index).map_or(TokenKind::EndOfFile, Token::kind)
    }

    fn range(&self, index: usize) -> TextRange {
        let end = TextSize::new(self.source.text().len() as u32);
        let range = self.tokens.get(index).map_or(TextRange::empty(end), Ranged::range);
        if self.kind(index) == TokenKind::Newline {
            return TextRange::at(range.start(), TextSize::new(0));
        }
        range
    }

    fn text(&self, index: usize) -> &str {
        self.source.slice(self.range(index))
    }

    fn error(&self, message: impl Into<String>, range: TextRange) -> SyntaxError {
        self.source.error(message, range)
    }

    fn invalid(&self, index: usize) -> SyntaxError {
        // The parser stops at the token after the ends of blocks.
        let mut index = index;
        while matches!(self.kind(index), TokenKind::Dedent) {
            index += 1;
        }
        // `<>` is one token to CPython.
        if self.kind(index) == TokenKind::Greater && index > 0 && self.kind(index - 1) == TokenKind::Less {
            index -= 1;
        }
        let mut error = self.error("invalid syntax", self.range(index));
        if self.kind(index) == TokenKind::Newline {
            error.end_column = error.column + 1;
        }
        error
    }

    fn parser_error(&self, error: &ParseError) -> SyntaxError {
        let at = self.token_at(error.location.start());
        match &error.error {
            ParseErrorType::OtherError(message) => self.other(message, error, at),
            ParseErrorType::ExpectedToken { expected: TokenKind::Colon, found } => {
                self.expected_colon(at, *found).unwrap_or_else(|| self.generic(at))
            }
            ParseErrorType::UnexpectedIndentation => {
                let line = self.source.line(self.range(at).end());
                let text = self.source.line_text(line);
                let indent = text.chars().take_while(|c| c.is_whitespace()).count() as u32;
                let mut error = self.error("unexpected indent", self.range(at));
                error.exception = "IndentationError";
                error.line = line;
                error.end_line = line;
                error.column = indent;
                error.end_column = indent + 1;
                error.text_line = text.into();
                error
            }
            ParseErrorType::InvalidAssignmentTarget
            | ParseErrorType::InvalidNamedAssignmentTarget
            | ParseErrorType::InvalidAnnotatedAssignmentTarget
            | ParseErrorType::InvalidAugmentedAssignmentTarget
            | ParseErrorType::InvalidDeleteTarget => self.invalid_target(error).unwrap_or_else(|| self.generic(at)),
            ParseErrorType::PositionalAfterKeywordArgument => {
                let close = self.closing_bracket(at);
                self.error("positional argument follows keyword argument", self.range(close))
            }
            ParseErrorType::PositionalAfterKeywordUnpacking => {
                let close = self.closing_bracket(at);
                self.error("positional argument follows keyword argument unpacking", self.range(close))
            }
            ParseErrorType::InvalidArgumentUnpackingOrder => {
                let start = self.range(at.saturating_sub(1)).start();
                let range = TextRange::new(start, error.location.end());
                self.error("iterable argument unpacking follows keyword argument unpacking", range)
            }
            ParseErrorType::UnparenthesizedGeneratorExpression => {
                self.error("Generator expression must be parenthesized", error.location)
            }
            ParseErrorType::IterableUnpackingInComprehension => {
                self.error("iterable unpacking cannot be used in comprehension", error.location)
            }
            ParseErrorType::NonDefaultParamAfterDefaultParam => {
                self.error("parameter without a default follows parameter with a default", error.location)
            }
            ParseErrorType::ParamAfterVarKeywordParam => {
                self.error("arguments cannot follow var-keyword argument", error.location)
            }
            ParseErrorType::VarParameterWithDefault => {
                let equals = (at..self.tokens.len()).find(|&i| self.kind(i) == TokenKind::Equal).unwrap_or(at);
                self.error("var-positional argument cannot have default value", self.range(equals))
            }
            ParseErrorType::ExpectedKeywordParam => {
                let star = (0..=at.min(self.tokens.len().saturating_sub(1)))
                    .rev()
                    .find(|&i| self.kind(i) == TokenKind::Star)
                    .unwrap_or(at);
                self.error("named arguments must follow bare *", self.range(star))
            }
            ParseErrorType::EmptyImportNames => {
                let mut found = self.invalid(at);
                found.message = "Expected one or more names after 'import'".into();
                found
            }
            ParseErrorType::ExpectedImaginaryNumber => {
                self.error("imaginary number required in complex literal", error.location)
            }
            ParseErrorType::ExpectedRealNumber => self.error("real number required in complex literal", error.location),
            ParseErrorType::FStringError(kind) | ParseErrorType::Lexical(LexicalErrorType::FStringError(kind)) => {
                self.f_string(kind, error, at)
            }
            ParseErrorType::SimpleStatementsOnSameLine => {
                self.missing_parentheses(at).unwrap_or_else(|| self.generic(at))
            }
            _ => self.generic(at),
        }
    }

    /// "invalid syntax", with the hints that CPython gives.
    fn generic(&self, at: usize) -> SyntaxError {
        if let Some(error) = self.argument_assignment(at) {
            return error;
        }
        if self.kind(at) == TokenKind::Equal
            && let Some(error) = self.equals_for_comparison(at)
        {
            return error;
        }
        if let Some(error) = self.unpacking_in_comprehension(at) {
            return error;
        }
        if let Some(error) = self.dict_value(at) {
            return error;
        }
        if let Some(error) = self.missing_parentheses(at).or_else(|| self.import_from(at)) {
            return error;
        }
        if let Some(error) = self.forgotten_comma(at) {
            return error;
        }
        if let Some(error) = self.missing_else(at) {
            return error;
        }
        self.invalid(at)
    }

    /// `import a from b`
    fn import_from(&self, at: usize) -> Option<SyntaxError> {
        let first = self.first_of_line(at);
        if self.kind(first) != TokenKind::Import || self.kind(at) != TokenKind::From {
            return None;
        }
        let end =
            (at..self.tokens.len()).find(|&i| matches!(self.kind(i), TokenKind::Newline | TokenKind::EndOfFile))?;
        let range = TextRange::new(self.range(first).start(), self.range(end - 1).end());
        Some(self.error("Did you mean to use 'from ... import ...' instead?", range))
    }

    fn first_of_line(&self, at: usize) -> usize {
        let before = (0..at.min(self.tokens.len())).rev();
        before
            .into_iter()
            .find(|&i| {
                matches!(self.kind(i), TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::Semi)
            })
            .map_or(0, |i| i + 1)
    }

    fn expected_colon(&self, at: usize, found: TokenKind) -> Option<SyntaxError> {
        let first = self.first_of_line(at);
        let mut keyword = self.kind(first);
        if keyword == TokenKind::Async {
            keyword = self.kind(first + 1);
        }
        let compound = matches!(
            keyword,
            TokenKind::If
                | TokenKind::Elif
                | TokenKind::While
                | TokenKind::Class
                | TokenKind::Match
                | TokenKind::Case
                | TokenKind::For
                | TokenKind::With
                | TokenKind::Def
                | TokenKind::Try
                | TokenKind::Except
                | TokenKind::Finally
                | TokenKind::Else
        );
        let forced = matches!(keyword, TokenKind::Def | TokenKind::Try | TokenKind::Finally | TokenKind::Else);
        let except_list = keyword == TokenKind::Except && found == TokenKind::Comma;
        if except_list {
            let last = (at..self.tokens.len()).find(|&i| self.kind(i) == TokenKind::Colon)?;
            let range = TextRange::new(self.range(first + 1).start(), self.range(last - 1).end());
            return Some(self.error("multiple exception types must be parenthesized", range));
        }
        if !compound || !(forced || found == TokenKind::Newline) {
            return None;
        }
        let mut error = self.invalid(at);
        error.message = "expected ':'".into();
        Some(error)
    }

    fn closing_bracket(&self, at: usize) -> usize {
        let mut depth = 0;
        for i in at..self.tokens.len() {
            match self.kind(i) {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if depth == 0 => return i,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth -= 1,
                _ => {}
            }
        }
        at
    }

    /// `if x = 1`
    fn equals_for_comparison(&self, at: usize) -> Option<SyntaxError> {
        let first = self.first_of_line(at);
        let in_condition =
            matches!(self.kind(first), TokenKind::If | TokenKind::Elif | TokenKind::While) || self.depth_at(at) > 0;
        if !in_condition {
            return None;
        }
        let left = self.operand_before(at, true)?;
        let right = self.operand_after(at + 1)?;
        let target = TextRange::new(self.range(left).start(), self.range(at - 1).end());
        let expr = super::parser::fragment(self.source.slice(target))?;
        if expr.is_name_expr() {
            let range = TextRange::new(target.start(), self.range(right).end());
            return Some(self.error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", range));
        }
        if expr.is_attribute_expr() || expr.is_subscript_expr() || expr.is_list_expr() || expr.is_tuple_expr() {
            return None;
        }
        let name = targets::describe(&expr);
        let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
        Some(self.error(message, target))
    }

    /// `f(a.b=1)`
    fn argument_assignment(&self, at: usize) -> Option<SyntaxError> {
        let equals = (at..self.tokens.len().min(at + 24)).find(|&i| self.kind(i) == TokenKind::Equal)?;
        let in_call = self.innermost_bracket(equals) == Some(TokenKind::Lpar) && !self.in_parameters(equals);
        if !in_call || self.source.line(self.range(at).start()) != self.source.line(self.range(equals).start()) {
            return None;
        }
        let start = self.operand_before(equals, false)?;
        let before = self.kind(start.checked_sub(1)?);
        let called = start >= 2 && ends_operand(self.kind(start - 2));
        let starts = before == TokenKind::Comma || before == TokenKind::Lpar && called;
        if !starts || self.depth_at(start) != self.depth_at(equals) {
            return None;
        }
        let first = self.range(start);
        match self.kind(start) {
            TokenKind::True | TokenKind::False | TokenKind::None if start + 1 == equals => {
                let range = TextRange::new(first.start(), self.range(equals).end());
                Some(self.error(format!("cannot assign to {}", self.text(start)), range))
            }
            TokenKind::Name if start + 1 == equals => None,
            _ => {
                let range = TextRange::new(first.start(), self.range(equals).end());
                Some(self.error("expression cannot contain assignment, perhaps you meant \"==\"?", range))
            }
        }
    }

    /// `{1: }` and `{1: *a}`
    fn dict_value(&self, at: usize) -> Option<SyntaxError> {
        let colon = at.checked_sub(1)?;
        if self.kind(colon) != TokenKind::Colon || self.innermost_bracket(at) != Some(TokenKind::Lbrace) {
            return None;
        }
        match self.kind(at) {
            TokenKind::Rbrace | TokenKind::Comma => {
                Some(self.error("expression expected after dictionary key and ':'", self.range(colon)))
            }
            TokenKind::Star => {
                let end = self.operand_after(at)?;
                let range = TextRange::new(self.range(at).start(), self.range(end).end());
                Some(self.error("cannot use a starred expression in a dictionary value", range))
            }
            _ => None,
        }
    }

    /// `[*a for a in b]` and `{**a for a in b}`
    fn unpacking_in_comprehension(&self, at: usize) -> Option<SyntaxError> {
        let message = match (self.kind(at), self.innermost_bracket(at)?) {
            (TokenKind::Star, _) => "iterable unpacking cannot be used in comprehension",
            (TokenKind::DoubleStar, TokenKind::Lbrace) => "dict unpacking cannot be used in dict comprehension",
            _ => return None,
        };
        let end = self.operand_after(at + 1)?;
        if self.kind(end + 1) != TokenKind::For {
            return None;
        }
        let last = if self.kind(at) == TokenKind::Star { end } else { at };
        Some(self.error(message, TextRange::new(self.range(at).start(), self.range(last).end())))
    }

    fn innermost_bracket(&self, at: usize) -> Option<TokenKind> {
        let mut depth = 0;
        for i in (0..at).rev() {
            match self.kind(i) {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if depth > 0 => depth -= 1,
                kind @ (TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace) => return Some(kind),
                _ => {}
            }
        }
        None
    }

    fn depth_at(&self, at: usize) -> usize {
        let mut depth = 0usize;
        for token in &self.tokens[..at.min(self.tokens.len())] {
            match token.kind() {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        depth
    }

    /// Where the operand that ends before `at` begins. A whole disjunction unless `narrow`.
    fn operand_before(&self, at: usize, narrow: bool) -> Option<usize> {
        let mut depth = 0;
        let mut i = at;
        while i > 0 {
            let kind = self.kind(i - 1);
            match kind {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if depth > 0 => depth -= 1,
                _ if depth > 0 => {}
                TokenKind::And
                | TokenKind::Or
                | TokenKind::Not
                | TokenKind::In
                | TokenKind::Is
                | TokenKind::Less
                | TokenKind::Greater
                | TokenKind::EqEqual
                | TokenKind::NotEqual
                | TokenKind::LessEqual
                | TokenKind::GreaterEqual
                    if !narrow => {}
                TokenKind::Await | TokenKind::None | TokenKind::True | TokenKind::False => {}
                kind if ends_operand(kind) || is_operator_in_operand(kind) => {}
                _ => break,
            }
            i -= 1;
        }
        (i < at).then_some(i)
    }

    /// Where the operand that begins at `at` ends.
    fn operand_after(&self, at: usize) -> Option<usize> {
        let mut depth = 0;
        let mut i = at;
        while i < self.tokens.len() {
            let kind = self.kind(i);
            match kind {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if depth > 0 => depth -= 1,
                TokenKind::Newline | TokenKind::EndOfFile => break,
                _ if depth > 0 => {}
                kind if ends_operand(kind) || is_operator_in_operand(kind) => {}
                _ => break,
            }
            i += 1;
        }
        (i > at).then(|| i - 1)
    }

    /// `print x`
    fn missing_parentheses(&self, at: usize) -> Option<SyntaxError> {
        let name = self.text(at.checked_sub(1)?);
        if !matches!(name, "print" | "exec") || !starts_operand(self.kind(at)) {
            return None;
        }
        let end = (at..self.tokens.len())
            .find(|&i| matches!(self.kind(i), TokenKind::Newline | TokenKind::Semi | TokenKind::EndOfFile))?;
        let range = TextRange::new(self.range(at - 1).start(), self.range(end - 1).end());
        Some(self.error(format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?"), range))
    }

    /// `(1 2)`
    fn forgotten_comma(&self, at: usize) -> Option<SyntaxError> {
        let before = at.checked_sub(1)?;
        let soft = matches!(self.text(before), "match" | "case" | "type" | "_");
        let name_and_string = self.kind(before) == TokenKind::Name
            && matches!(self.kind(at), TokenKind::String | TokenKind::FStringStart);
        if soft
            || name_and_string
            || self.depth_at(at) == 0
            || !ends_operand(self.kind(before))
            || !starts_operand(self.kind(at))
        {
            return None;
        }
        let start = self.operand_before(at, false)?;
        let previous = start.checked_sub(1).map(|i| self.kind(i));
        if matches!(previous, Some(TokenKind::As | TokenKind::Def | TokenKind::Class | TokenKind::Import)) {
            return None;
        }
        if self.in_parameters(at) {
            return None;
        }
        let end = self.operand_after(at)?;
        let range = TextRange::new(self.range(start).start(), self.range(end).end());
        Some(self.error("invalid syntax. Perhaps you forgot a comma?", range))
    }

    /// Whether the innermost bracket open at `at` holds a function's parameters or a class's bases, or imported names.
    fn in_parameters(&self, at: usize) -> bool {
        let mut depth = 0;
        for i in (0..at).rev() {
            match self.kind(i) {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if depth > 0 => depth -= 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                    let by = |back: usize| i.checked_sub(back).map(|i| self.kind(i));
                    return matches!(by(2), Some(TokenKind::Def | TokenKind::Class))
                        || matches!(by(1), Some(TokenKind::Import));
                }
                _ => {}
            }
        }
        false
    }

    /// `1 if 2`
    fn missing_else(&self, at: usize) -> Option<SyntaxError> {
        if matches!(self.kind(at), TokenKind::Colon | TokenKind::Else) {
            return None;
        }
        let test = self.operand_before(at, false)?;
        let keyword = test.checked_sub(1)?;
        if self.kind(keyword) != TokenKind::If {
            return None;
        }
        let start = self.operand_before(keyword, false)?;
        let range = TextRange::new(self.range(start).start(), self.range(at - 1).end());
        Some(self.error("expected 'else' after 'if' expression", range))
    }

    fn other(&self, message: &str, error: &ParseError, at: usize) -> SyntaxError {
        if let Some(clause) = message.strip_prefix("Expected an indented block after ") {
            return self.missing_block(clause, at);
        }
        let said = match message {
            "Expected `except` or `finally` after `try` block" => {
                let mut found = self.invalid(at);
                if self.kind(at) == TokenKind::Dedent || self.kind(at) == TokenKind::EndOfFile {
                    let next = (at..self.tokens.len()).find(|&i| self.kind(i) != TokenKind::Dedent);
                    if next.is_none_or(|next| self.kind(next) == TokenKind::EndOfFile) {
                        let last = self.last_line();
                        let column = self.source.line_text(last).chars().count() as u32 + 1;
                        found = self.at_column(last, column);
                    }
                }
                found.message = "expected 'except' or 'finally' block".into();
                return found;
            }
            "Only single target (not tuple) can be annotated" => "only single target (not tuple) can be annotated",
            "Only single target (not list) can be annotated" => "only single target (not list) can be annotated",
            "Only one '*' parameter allowed" | "Only one '*' separator allowed" => "* argument may appear only once",
            "Only one '/' separator allowed" => "/ may appear only once",
            "Positional patterns cannot follow keyword patterns" => "positional patterns follow keyword patterns",
            "Multiple exception types must be parenthesized when using `as`" => {
                "multiple exception types must be parenthesized"
            }
            _ => return self.generic(at),
        };
        self.error(said, error.location)
    }

    fn last_line(&self) -> u32 {
        let end = self
            .tokens
            .iter()
            .rev()
            .find(|token| !matches!(token.kind(), TokenKind::Newline | TokenKind::Dedent | TokenKind::EndOfFile));
        end.map_or(1, |token| self.source.line(token.start()))
    }

    fn at_column(&self, line: u32, column: u32) -> SyntaxError {
        let mut error = self.error("", TextRange::default());
        error.line = line;
        error.end_line = line;
        error.column = column;
        error.end_column = column + 1;
        error.text_line = self.source.line_text(line).into();
        error
    }

    fn missing_block(&self, clause: &str, at: usize) -> SyntaxError {
        let mut next = at;
        while matches!(self.kind(next), TokenKind::Dedent | TokenKind::Newline) {
            next += 1;
        }
        // The clause's own line is the logical line before.
        let newline = (0..next.min(self.tokens.len())).rev().find(|&i| self.kind(i) == TokenKind::Newline);
        let first = self.first_of_line(newline.unwrap_or(next));
        let line = self.source.line(self.range(first).start());
        let mut found = if self.kind(next) == TokenKind::EndOfFile {
            let last = self.last_line();
            let column = self.source.line_text(last).chars().count() as u32 + 1;
            self.at_column(last, column)
        } else {
            self.error("", self.range(next))
        };
        let what = match clause.replace('`', "'").as_str() {
            "function definition" | "'def' statement" => "function definition".to_string(),
            "class definition" | "'class' statement" | "'class' definition" => "class definition".to_string(),
            other if other.starts_with('\'') => other.replace("clause", "statement").replace("block", "statement"),
            other => other.to_string(),
        };
        found.exception = "IndentationError";
        found.message = format!("expected an indented block after {what} on line {line}");
        found
    }

    fn f_string(&self, kind: &InterpolatedStringErrorType, error: &ParseError, at: usize) -> SyntaxError {
        let message = match kind {
            InterpolatedStringErrorType::UnclosedLbrace => "f-string: expecting '}'",
            InterpolatedStringErrorType::SingleRbrace => "f-string: single '}' is not allowed",
            InterpolatedStringErrorType::InvalidConversionFlag => {
                let found = self.text(at);
                let message = format!("f-string: invalid conversion character '{found}': expected 's', 'r', or 'a'");
                return self.error(message, error.location);
            }
            _ => return self.generic(at),
        };
        self.error(message, error.location)
    }
}

/// Whether an expression can end with this token.
fn ends_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringEnd
            | TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::None
            | TokenKind::True
            | TokenKind::False
            | TokenKind::Ellipsis
    ) || kind.is_soft_keyword()
}

/// Whether an expression can begin with this token.
fn starts_operand(kind: TokenKind) -> bool {
    (ends_operand(kind)
        && !matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd))
        || matches!(
            kind,
            TokenKind::FStringStart | TokenKind::Lambda | TokenKind::Not | TokenKind::Await | TokenKind::Tilde
        )
}

/// Operators that bind tighter than comparisons.
fn is_operator_in_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Plus
            | TokenKind::Minus
            | TokenKind::Star
            | TokenKind::Slash
            | TokenKind::DoubleSlash
            | TokenKind::Percent
            | TokenKind::At
            | TokenKind::DoubleStar
            | TokenKind::Vbar
            | TokenKind::Amper
            | TokenKind::CircumFlex
            | TokenKind::LeftShift
            | TokenKind::RightShift
            | TokenKind::Tilde
            | TokenKind::Dot
            | TokenKind::FStringStart
            | TokenKind::FStringMiddle
    )
}

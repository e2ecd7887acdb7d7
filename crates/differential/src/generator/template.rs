//! Filling templates.

use super::Generator;
use super::kinds::{Scope, Variable};

/// What a template has declared while it is filled.
#[derive(Default)]
struct Names {
    /// Label, name.
    labels: Vec<(&'static str, String)>,
    /// Those that stay.
    lasting: Vec<Variable>,
    /// Those that go out of scope.
    gone: Vec<String>,
}

/// A piece of a template.
#[derive(Clone, Copy)]
enum Piece {
    Text(&'static str),
    /// What is between `<` and `>`.
    Token(&'static str),
}

fn is_token(text: &str) -> bool {
    let rest = text.trim_start_matches(['!', '@', '=', '-', '+', '$', '.', '&', '^']);
    !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_lowercase() || b == b':')
}

fn pieces(template: &'static str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = template;
    let mut text = 0;
    while let Some(at) = rest[text..].find('<').map(|at| at + text) {
        match rest[at..].find('>').map(|end| &rest[at + 1..at + end]).filter(|token| is_token(token)) {
            Some(token) => {
                found.push(Piece::Text(&rest[..at]));
                found.push(Piece::Token(token));
                rest = &rest[at + token.len() + 2..];
                text = 0;
            }
            None => text = at + 1,
        }
    }
    found.push(Piece::Text(rest));
    found
}

impl Generator {
    /// A statement's lines from a template; false, and nothing added, where it does not fit.
    pub(super) fn lines_of(&mut self, template: &'static str) -> bool {
        let mark = self.lines.len();
        let (first, block) = match template.split_once("<block>") {
            Some((first, rest)) => (first, Some(rest)),
            None => (template, None),
        };
        let mut names = Names::default();
        let fits = self.lines_between(first, block, &mut names);
        if !fits {
            self.lines.truncate(mark);
        }
        for name in names.gone {
            self.forget(&name);
        }
        for variable in names.lasting {
            self.declare(&variable.name, &variable.kinds);
        }
        fits
    }

    fn lines_between(&mut self, first: &'static str, rest: Option<&'static str>, names: &mut Names) -> bool {
        let loops = u32::from(first.trim_start().starts_with("for ") || first.trim_start().starts_with("while "));
        self.scopes.push(Scope::default());
        let Some(text) = self.fill(first, 2, names) else {
            self.scopes.pop();
            return false;
        };
        self.add_lines(text.trim_end_matches([' ', '\n']));
        self.repeated += loops;
        if rest.is_some() {
            let last = first.lines().last().unwrap_or_default();
            let opens = last.ends_with(':');
            let deeper = ((last.len() - last.trim_start().len()) / 4).saturating_sub(usize::from(!opens));
            self.indent += deeper;
            self.block(3);
            self.indent -= deeper;
        }
        self.repeated -= loops;
        let fits = match rest.map(|rest| rest.trim_start_matches('\n')) {
            None | Some("") => true,
            Some(rest) => match rest.split_once("<block>") {
                Some((second, rest)) => self.lines_between(second, Some(rest), names),
                None => self.lines_between(rest, None, names),
            },
        };
        self.scopes.pop();
        fits
    }

    fn add_lines(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line);
        }
    }

    /// An expression from a template; `None` where it does not fit.
    pub(super) fn text_of(&mut self, template: &'static str, depth: u32) -> Option<String> {
        let mut names = Names::default();
        let repeated = u32::from(template.contains(" for ") || template.contains("lambda"));
        self.repeated += repeated;
        self.scopes.push(Scope::default());
        let text = self.fill(template, depth, &mut names);
        self.scopes.pop();
        self.repeated -= repeated;
        text
    }

    /// Fills a template; its own variables are in the innermost scope afterwards.
    fn fill(&mut self, template: &'static str, depth: u32, names: &mut Names) -> Option<String> {
        let pieces = pieces(template);
        let mut filled: Vec<Option<String>> = vec![None; pieces.len()];
        for (piece, slot) in pieces.iter().zip(&mut filled) {
            if let Piece::Token(token) = piece
                && let Some(kind) = token.strip_prefix('!')
            {
                *slot = Some(self.expression(kind, depth));
            }
        }
        for (piece, slot) in pieces.iter().zip(&mut filled) {
            if let Piece::Token(token) = piece
                && token.contains(':')
            {
                *slot = Some(self.declared(token, names)?);
            }
        }
        let mut text = String::new();
        for (piece, slot) in pieces.into_iter().zip(filled) {
            match (piece, slot) {
                (_, Some(done)) => text += &done,
                (Piece::Text(literal), None) => text += literal,
                (Piece::Token(token), None) => {
                    let value = self.token(token, depth, names)?;
                    // Parentheses around all there is say nothing.
                    let bare = ["= ", "print(", "return ", "yield ", "if ", "while "].iter().any(|e| text.ends_with(e));
                    if text.ends_with('{') && value.starts_with('{') {
                        // In an f-string two braces stand for one.
                        text.push(' ');
                    }
                    text += if bare { without_parentheses(&value) } else { &value };
                }
            }
        }
        Some(text)
    }

    fn declared(&mut self, token: &'static str, names: &mut Names) -> Option<String> {
        let (label, kind) = token.split_once(':')?;
        let (sign, label) = label.split_at(1);
        let name = match sign {
            "&" => {
                let known = self.variables(kind, false);
                if known.is_empty() {
                    return None;
                }
                self.pick(&known)
            }
            "^" => {
                let known = self.globals(kind);
                if known.is_empty() {
                    return None;
                }
                self.pick(&known)
            }
            "=" => {
                let known = self.variables(kind, true);
                if known.is_empty() {
                    return None;
                }
                self.pick(&known)
            }
            _ => self.fresh(),
        };
        match sign {
            "+" => names.lasting.push(Variable { name: name.clone(), kinds: vec![kind] }),
            "$" => self.declare(&name, &[kind]),
            _ => {}
        }
        names.labels.push((label, name.clone()));
        Some(name)
    }

    fn token(&mut self, token: &'static str, depth: u32, names: &mut Names) -> Option<String> {
        let (sign, rest) = token.split_at(1);
        match sign {
            "." => names.labels.iter().rev().find(|(label, _)| *label == rest).map(|(_, name)| name.clone()),
            "@" | "=" | "-" => {
                let known = self.variables(rest, sign != "@");
                if known.is_empty() {
                    return None;
                }
                let name = self.pick(&known);
                if sign == "-" {
                    names.gone.push(name.clone());
                }
                Some(name)
            }
            _ => self.try_expression(token, depth),
        }
    }
}

/// `(a + b)` without its parentheses, where they are one pair around all and the text is no tuple, generator or walrus.
fn without_parentheses(text: &str) -> &str {
    let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else { return text };
    let mut depth = 0;
    for byte in inner.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b',' if depth == 0 => return text,
            b'\'' | b'"' => return text,
            _ => {}
        }
        if depth < 0 {
            return text;
        }
    }
    if inner.is_empty() || inner.contains(":=") || inner.contains(" for ") { text } else { inner }
}

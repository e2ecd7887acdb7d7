//! Reads `grammar.txt`.

use std::collections::HashMap;

use super::tokens::Kind;

const TEXT: &str = include_str!("grammar.txt");

/// What stands in a rule.
pub(super) enum Node {
    /// A token of a kind; a name that is a keyword is none.
    Kind(Kind),
    /// A token with this text.
    Text(String),
    /// A token with one of these texts, and blanks around each in the list.
    OneOf(&'static str),
    Rule(usize),
    /// A rule, without looking for mistakes in it.
    Without(usize),
    Group(Vec<Alternative>),
    Optional(Box<Node>),
    /// Any number; at least one if so said.
    Many(Box<Node>, bool),
    Separated(Box<Node>, String),
    /// Whether it follows, or does not, without stepping over it.
    Ahead(Box<Node>, bool),
    Forced(String),
    Cut,
    Labelled(usize, Box<Node>),
}

/// One way to match a rule.
pub(super) struct Alternative {
    /// The only minor release that has it before 3.13, or the first that has it.
    pub release: Option<u32>,
    pub items: Vec<Node>,
    /// What to say or to check when it has matched.
    pub action: Option<String>,
}

pub(super) struct Rule {
    pub alternatives: Vec<Alternative>,
    /// For mistakes only.
    pub bad: bool,
    /// Remembered whether or not mistakes are sought.
    pub remembered: bool,
}

pub(super) struct Grammar {
    pub rules: Vec<Rule>,
    pub numbers: HashMap<String, usize>,
}

impl Grammar {
    /// The grammar. Rules for parameters stand in the text once, for functions and for lambdas.
    pub fn read() -> Grammar {
        let mut text = String::new();
        let mut lambda = String::new();
        let mut parameters = false;
        for line in TEXT.lines().filter(|line| !line.starts_with('#')) {
            parameters = if line.starts_with(' ') { parameters } else { line.starts_with("D_") };
            if parameters {
                lambda.push_str(line);
                lambda.push('\n');
            }
            text.push_str(line);
            text.push('\n');
        }
        let function = [
            ("CLOSE", "')'"),
            ("STARRED", "NAME ':' star_expression"),
            ("PARAM", "NAME (':' expression)?"),
            ("GROUP", "D_plain+"),
            ("KIND", "Function"),
            ("BARE", "at a"),
        ];
        let lambda_words = [
            ("D_", "L_"),
            ("CLOSE", "':'"),
            ("STARRED", "!NAME NAME"),
            ("PARAM", "NAME"),
            ("GROUP", "L_param%','"),
            ("KIND", "Lambda expression"),
            ("BARE", "last"),
        ];
        for (word, meaning) in lambda_words {
            lambda = lambda.replace(word, meaning);
        }
        for (word, meaning) in function {
            text = text.replace(word, meaning);
        }
        text.push_str(&lambda);
        let names = text.lines().filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_once(" = "));
        let mut grammar = Grammar { rules: Vec::new(), numbers: HashMap::new() };
        for (number, (name, _)) in names.enumerate() {
            grammar.numbers.insert(name.trim_end_matches('!').to_string(), number);
        }
        let text = text.replace("\n ", " ");
        for line in text.lines() {
            let Some((name, body)) = line.split_once(" = ") else { continue };
            let alternatives = Reader { numbers: &grammar.numbers, rest: body }.alternatives();
            let bad = name.contains("bad_");
            grammar.rules.push(Rule { alternatives, bad, remembered: name.ends_with('!') });
        }
        grammar
    }
}

struct Reader<'a> {
    numbers: &'a HashMap<String, usize>,
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn eat(&mut self, mark: char) -> bool {
        self.rest = self.rest.trim_start();
        let found = self.rest.starts_with(mark);
        if found {
            self.rest = &self.rest[mark.len_utf8()..];
        }
        found
    }

    /// The text up to a mark, and steps over both.
    fn upto(&mut self, mark: char) -> &'a str {
        let (text, rest) = self.rest.split_once(mark).unwrap_or((self.rest, ""));
        self.rest = rest;
        text
    }

    fn alternatives(&mut self) -> Vec<Alternative> {
        let mut alternatives = vec![self.alternative()];
        while self.eat('/') {
            alternatives.push(self.alternative());
        }
        alternatives
    }

    fn alternative(&mut self) -> Alternative {
        let release = self.eat('@').then(|| match self.eat('2') {
            true => 12,
            false => {
                self.eat('3');
                13
            }
        });
        let mut items = Vec::new();
        loop {
            if self.eat('«') {
                return Alternative { release, items, action: Some(self.upto('»').to_string()) };
            }
            if matches!(self.rest.chars().next(), None | Some('/' | ')')) {
                return Alternative { release, items, action: None };
            }
            items.push(self.item());
        }
    }

    fn item(&mut self) -> Node {
        for (mark, is) in [('&', true), ('!', false)] {
            if self.eat(mark) {
                return Node::Ahead(Box::new(self.item()), is);
            }
        }
        if self.eat('~') {
            return Node::Cut;
        }
        if self.eat('^') {
            self.eat('\'');
            return Node::Forced(self.upto('\'').to_string());
        }
        for (number, label) in ["a:", "b:"].into_iter().enumerate() {
            if let Some(rest) = self.rest.strip_prefix(label) {
                self.rest = rest;
                return Node::Labelled(number, Box::new(self.item()));
            }
        }
        let node = self.atom();
        let node = match self.rest.chars().next() {
            Some('?') => Node::Optional(Box::new(node)),
            Some('*') => Node::Many(Box::new(node), false),
            Some('+') => Node::Many(Box::new(node), true),
            Some('%') => {
                self.upto('\'');
                return Node::Separated(Box::new(node), self.upto('\'').to_string());
            }
            _ => return node,
        };
        self.rest = &self.rest[1..];
        node
    }

    fn atom(&mut self) -> Node {
        if self.eat('\'') {
            return Node::Text(self.upto('\'').to_string());
        }
        if self.eat('"') {
            return Node::Text(self.upto('"').to_string());
        }
        if self.eat('(') {
            let alternatives = self.alternatives();
            self.eat(')');
            return Node::Group(alternatives);
        }
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        // A character that nothing starts with would be read for ever.
        self.rest = if end == 0 { "" } else { rest };
        let rule = |name: &str| self.numbers.get(name).copied().unwrap_or(usize::MAX);
        match name {
            "NAME" => Node::Kind(Kind::Name),
            "NUMBER" => Node::Kind(Kind::Number),
            "STRING" => Node::Kind(Kind::String),
            "FSTRING_START" => Node::Kind(Kind::FStringStart),
            "FSTRING_MIDDLE" => Node::Kind(Kind::FStringMiddle),
            "FSTRING_END" => Node::Kind(Kind::FStringEnd),
            "NEWLINE" => Node::Kind(Kind::Newline),
            "INDENT" => Node::Kind(Kind::Indent),
            "DEDENT" => Node::Kind(Kind::Dedent),
            "END" => Node::Kind(Kind::End),
            "SOFT_KEYWORD" => Node::OneOf(" _ case match type "),
            "COMPARISON" => Node::OneOf(" == != <= < >= > "),
            "OPERATOR" => Node::OneOf(" | ^ & << >> + - * / // % @ "),
            "AUGMENTED" => Node::OneOf(" += -= *= @= /= %= &= |= ^= <<= >>= **= //= "),
            "WITHOUT" => Node::Without(rule("plain_expression")),
            _ => Node::Rule(rule(name)),
        }
    }
}

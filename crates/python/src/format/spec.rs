//! The format-specification mini-language: `[[fill]align][sign][z][#][0][width][,_][.precision][type]`
//! (CPython 3.13 formatter_unicode.c).

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: between sign and digits.
    AfterSign,
}

impl Align {
    fn from_char(c: char) -> Option<Align> {
        match c {
            '<' => Some(Align::Left),
            '>' => Some(Align::Right),
            '^' => Some(Align::Center),
            '=' => Some(Align::AfterSign),
            _ => None,
        }
    }
}

/// What separates groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// `,` or `_`
    pub separator: char,
    /// Digits in a group: 3, or 4 for binary, octal and hexadecimal.
    pub size: usize,
}

/// A parsed format specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// What pads.
    pub fill: char,
    /// Where it pads.
    pub align: Align,
    /// `+`, `-` or a space.
    pub sign: Option<char>,
    /// `z`
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// Least number of characters.
    pub width: Option<usize>,
    /// `,` or `_`
    pub grouping: Option<Grouping>,
    /// What follows the point.
    pub precision: Option<usize>,
    /// The presentation type; `None` if it was left out and the type has no name for its default.
    pub kind: Option<char>,
}

/// A number at the start of `chars`, and whether there is one.
fn integer(chars: &mut &[char]) -> Result<Option<usize>, String> {
    let count = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let (digits, rest) = chars.split_at(count);
    *chars = rest;
    if count == 0 {
        return Ok(None);
    }
    match digits.iter().collect::<String>().parse::<i64>() {
        Ok(value) => Ok(Some(crate::vm::saturating_count(value))),
        Err(_) => Err("Too many decimal digits in format string".into()),
    }
}

fn take(chars: &mut &[char], accept: impl Fn(char) -> bool) -> Option<char> {
    let (&first, rest) = chars.split_first()?;
    if !accept(first) {
        return None;
    }
    *chars = rest;
    Some(first)
}

/// A presentation type as CPython's messages show it.
fn shown(kind: char) -> String {
    if kind > ' ' && kind < '\u{80}' { kind.to_string() } else { format!("\\x{:x}", kind as u32) }
}

/// "Unknown format code 'x' for object of type 'float'"
pub fn unknown_type(kind: char, type_name: &str) -> String {
    format!("Unknown format code '{}' for object of type '{type_name}'", shown(kind))
}

impl FormatSpec {
    /// Parses a specification; the error is the message of a ValueError.
    pub fn parse(text: &str, type_name: &str, default: Option<char>, align: Align) -> Result<FormatSpec, String> {
        let all: Vec<char> = text.chars().collect();
        let mut rest = all.as_slice();
        let mut spec = FormatSpec {
            fill: ' ',
            align,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: None,
            grouping: None,
            precision: None,
            kind: default,
        };
        let mut fill_given = false;
        let mut align_given = false;
        if let [fill, c, tail @ ..] = rest
            && let Some(given) = Align::from_char(*c)
        {
            (spec.fill, spec.align, rest) = (*fill, given, tail);
            (fill_given, align_given) = (true, true);
        } else if let [c, tail @ ..] = rest
            && let Some(given) = Align::from_char(*c)
        {
            (spec.align, rest) = (given, tail);
            align_given = true;
        }
        spec.sign = take(&mut rest, |c| matches!(c, ' ' | '+' | '-'));
        spec.no_negative_zero = take(&mut rest, |c| c == 'z').is_some();
        spec.alternate = take(&mut rest, |c| c == '#').is_some();
        if !fill_given && take(&mut rest, |c| c == '0').is_some() {
            spec.fill = '0';
            if !align_given && align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = integer(&mut rest)?;
        let comma = take(&mut rest, |c| c == ',');
        let underscore = take(&mut rest, |c| c == '_');
        if underscore.is_some() && (comma.is_some() || rest.first() == Some(&',')) {
            return Err("Cannot specify both ',' and '_'.".into());
        }
        spec.grouping = comma.or(underscore).map(|separator| Grouping { separator, size: 3 });
        if take(&mut rest, |c| c == '.').is_some() {
            spec.precision = integer(&mut rest)?;
            if spec.precision.is_none() {
                return Err("Format specifier missing precision".into());
            }
        }
        match rest {
            [] => {}
            &[kind] => spec.kind = Some(kind),
            _ => return Err(format!("Invalid format specifier '{text}' for object of type '{type_name}'")),
        }
        if let Some(grouping) = &mut spec.grouping {
            match spec.kind {
                None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => {}
                Some('b' | 'o' | 'x' | 'X') if grouping.separator == '_' => grouping.size = 4,
                Some(kind) => {
                    return Err(format!("Cannot specify '{}' with '{}'.", grouping.separator, shown(kind)));
                }
            }
        }
        Ok(spec)
    }

    /// `text` padded to the width.
    pub fn pad(&self, text: &str) -> String {
        let missing = self.width.unwrap_or(0).saturating_sub(text.chars().count());
        let left = match self.align {
            Align::Left => 0,
            Align::Center => missing / 2,
            Align::Right | Align::AfterSign => missing,
        };
        let mut result = String::with_capacity(text.len() + missing * self.fill.len_utf8());
        result.extend(std::iter::repeat_n(self.fill, left));
        result.push_str(text);
        result.extend(std::iter::repeat_n(self.fill, missing - left));
        result
    }
}

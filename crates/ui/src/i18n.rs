//! Every sentence that a reader sees, looked up in `www/locales/*.ftl`.
//!
//! The files are Fluent's (projectfluent.org) and use little of it: messages, attributes, arguments, and plurals. Reading
//! just that here saves 30 kB of the page; tests hold it to what the library for Fluent makes of the same files.

use std::{collections::BTreeMap, rc::Rc};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// All of them, in the order of the menu.
    pub const ALL: [Language; 2] = [Language::En, Language::Zh];

    /// The short code of settings and of the menu's values.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh",
        }
    }

    /// The value of `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh-CN",
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Zh => "中文",
        }
    }

    /// Reads a code or a BCP 47 tag such as `zh-TW`; what is unknown is English.
    pub fn from_tag(tag: &str) -> Language {
        if tag.to_ascii_lowercase().starts_with("zh") { Language::Zh } else { Language::En }
    }

    /// The plural form of a number (Unicode's plural rules).
    fn plural(self, number: u64) -> &'static str {
        match self {
            Language::En if number == 1 => "one",
            _ => "other",
        }
    }

    fn messages(self) -> &'static str {
        match self {
            Language::En => include_str!("../../../www/locales/en.ftl"),
            Language::Zh => include_str!("../../../www/locales/zh.ftl"),
        }
    }
}

/// The messages of one language. Cheap to clone, compared by identity.
#[derive(Clone)]
pub struct Messages {
    language: Language,
    /// Patterns as they stand in the file, by `key` or `key.attribute`.
    patterns: Rc<BTreeMap<String, &'static str>>,
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.patterns, &other.patterns)
    }
}

/// What an argument of a message is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Shown as it is.
    Text(String),
    /// Shown with its thousands separated; chooses plural forms.
    Number(u64),
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for Value {
            fn from(number: $number) -> Value {
                Value::Number(number as u64)
            }
        })*
    };
}

numbers!(u8 u32 u64 usize);

/// One argument of a message.
pub type Arg = (&'static str, Value);

impl Messages {
    /// Loads the messages of `language`.
    pub fn new(language: Language) -> Messages {
        Messages { language, patterns: Rc::new(patterns(language.messages())) }
    }

    /// The message `key`, or `key.attribute`, without arguments.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The message `key`, or `key.attribute`, with arguments. An unknown key is shown as itself.
    pub fn format(&self, key: &str, args: &[Arg]) -> String {
        let mut out = String::new();
        match self.patterns.get(key) {
            Some(pattern) => self.write(pattern, args, &mut out),
            None => out.push_str(key),
        }
        out
    }

    /// Writes a pattern with what its braces stand for.
    fn write(&self, pattern: &str, args: &[Arg], out: &mut String) {
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some(end) = closing_brace(after) else { return };
            self.write_placeable(after[..end].trim(), args, out);
            rest = &after[end + 1..];
        }
        out.push_str(rest);
    }

    /// Writes `$name`, or what `$name -> variants` chooses.
    fn write_placeable(&self, inner: &str, args: &[Arg], out: &mut String) {
        let (name, variants) = match inner.split_once("->") {
            Some((name, variants)) => (name.trim(), Some(variants)),
            None => (inner, None),
        };
        let Some((_, value)) = args.iter().find(|(known, _)| name.strip_prefix('$') == Some(known)) else { return };
        match (variants, value) {
            (Some(variants), Value::Number(number)) => {
                if let Some(text) = variant(variants, self.language.plural(*number)) {
                    self.write(text, args, out);
                }
            }
            (_, Value::Number(number)) => out.push_str(&group_thousands(*number)),
            (_, Value::Text(text)) => out.push_str(text),
        }
    }
}

/// The patterns of a message file: from behind `=` to the last line that is indented or closes a brace.
fn patterns(file: &'static str) -> BTreeMap<String, &'static str> {
    let mut patterns = BTreeMap::new();
    let mut message = "";
    // The entry that the line belongs to: its key, and where its pattern begins.
    let mut open: Option<(String, usize)> = None;
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        let start = |name: &str| at + line.len() - line.trim_start().len() + name.len() + 1;
        let first = line.chars().next().unwrap_or('\n');
        let named = line.split_once('=').map(|(name, _)| name);
        if let Some(name) = named.filter(|_| first.is_ascii_lowercase()) {
            message = name.trim();
            open = Some((message.to_owned(), start(name)));
        } else if let Some(name) = named.map(str::trim_start).filter(|name| name.starts_with('.')) {
            open = Some((format!("{message}{}", name.trim()), start(name)));
        } else if first == '#' || first == '\n' {
            open = None;
        }
        at += line.len();
        if let Some((key, start)) = &open {
            patterns.insert(key.clone(), file[*start..at].trim());
        }
    }
    patterns
}

/// Where the brace ends that was opened before `text`.
fn closing_brace(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(index, c)| {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(index),
            '}' => depth -= 1,
            _ => {}
        }
        None
    })
}

/// Of lines `[one] text`, the default's marked by `*`, the text of the one wanted or of the default.
fn variant<'a>(variants: &'a str, wanted: &str) -> Option<&'a str> {
    let mut default = None;
    for line in variants.lines() {
        let Some((name, text)) = line.trim().trim_start_matches('*').strip_prefix('[').and_then(|l| l.split_once(']'))
        else {
            continue;
        };
        if name == wanted {
            return Some(text.trim());
        }
        if line.trim_start().starts_with('*') {
            default = Some(text.trim());
        }
    }
    default
}

/// `1234567` as `1,234,567`.
pub fn group_thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Bytes with a unit, such as `88 B` or `8.4 MB` (1 KB is 1024 B).
pub fn format_bytes(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let mut value = bytes as f64 / 1024.0;
    let mut unit = UNITS[0];
    for next in &UNITS[1..] {
        if value < 1024.0 {
            break;
        }
        value /= 1024.0;
        unit = next;
    }
    if value < 10.0 { format!("{value:.1} {unit}") } else { format!("{value:.0} {unit}") }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

    use super::*;

    /// Keys of a message file, attributes as `key.attribute`.
    fn keys(language: Language) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        let mut last = String::new();
        for line in language.messages().lines() {
            let Some((name, _)) = line.split_once('=') else { continue };
            if let Some(attribute) = name.strip_prefix("    .") {
                keys.insert(format!("{last}.{}", attribute.trim()));
            } else if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                last = name.trim().to_owned();
                keys.insert(last.clone());
            }
        }
        keys
    }

    fn sources(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, all);
            } else if path.extension().is_some_and(|e| e == "rs") {
                all.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    fn languages_parse_and_have_the_same_keys() {
        for language in Language::ALL {
            let parsed = FluentResource::try_new(language.messages().to_owned());
            assert!(parsed.is_ok(), "{language:?}: {:?}", parsed.err().map(|(_, errors)| errors));
        }
        assert_eq!(keys(Language::En), keys(Language::Zh));
    }

    #[test]
    fn messages_are_what_fluent_makes_of_them() {
        for language in Language::ALL {
            let resource = FluentResource::try_new(language.messages().to_owned()).expect("Fluent reads it");
            let mut bundle = FluentBundle::new(vec![language.tag().parse().expect("a language")]);
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(resource);
            let messages = Messages::new(language);
            let names: BTreeSet<_> =
                language.messages().split('$').skip(1).filter_map(|t| t.split([' ', '}']).next()).collect();
            for number in [0u32, 1, 2, 5, 21, 999] {
                let mut fluent = FluentArgs::new();
                let mut ours: Vec<Arg> = Vec::new();
                for &name in &names {
                    if ["n", "rc", "from", "to", "step", "last", "line", "column"].contains(&name) {
                        fluent.set(name, FluentValue::from(number));
                        ours.push((name, number.into()));
                    } else {
                        fluent.set(name, "x y");
                        ours.push((name, "x y".into()));
                    }
                }
                for key in keys(language) {
                    let (id, attribute) =
                        key.split_once('.').map_or((key.as_str(), None), |(id, name)| (id, Some(name)));
                    let message = bundle.get_message(id).expect("a message");
                    let pattern = match attribute {
                        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
                        None => message.value(),
                    };
                    let pattern = pattern.expect("a pattern");
                    let expected = bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new());
                    assert_eq!(messages.format(&key, &ours), expected, "{key} with {number}");
                }
            }
        }
    }

    #[test]
    fn every_key_is_used() {
        let mut code = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
        for key in keys(Language::En).iter().filter(|key| !key.contains('.')) {
            assert!(code.contains(&format!("\"{key}\"")), "message `{key}` is never shown");
        }
    }

    #[test]
    fn arguments_plurals_and_unknown_keys() {
        let en = Messages::new(Language::En);
        let one = en.format("generation-objects", &[("n", 1u32.into())]);
        let many = en.format("generation-objects", &[("n", 1_000_000u32.into())]);
        assert_ne!(one.replace('1', ""), many.replace("1,000,000", ""));
        assert!(many.contains("1,000,000"), "{many}");
        assert_eq!(en.text("no-such-key"), "no-such-key");
    }

    #[test]
    fn bytes_have_units() {
        assert_eq!(format_bytes(88), "88 B");
        assert_eq!(format_bytes(8_448_728), "8.1 MB");
        assert_eq!(format_bytes(64 * 1024), "64 KB");
    }
}

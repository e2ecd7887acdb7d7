//! Every sentence that a reader sees, looked up in `www/locales/*.ftl` (Fluent).

use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

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

    fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
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
    bundle: Rc<FluentBundle<FluentResource>>,
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle)
    }
}

/// One argument of a message.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

impl Messages {
    /// Loads the messages of `language`. What cannot be parsed is left out: its keys show as themselves.
    pub fn new(language: Language) -> Messages {
        let mut bundle = FluentBundle::new(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(format_number));
        let resource = match FluentResource::try_new(language.messages().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Messages { bundle: Rc::new(bundle) }
    }

    /// The message `key`, or `key.attribute`, without arguments.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The message `key`, or `key.attribute`, with arguments. An unknown key is shown as itself.
    pub fn format(&self, key: &str, args: &[Arg]) -> String {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let pattern = self.bundle.get_message(id).and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|found| found.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return key.to_owned() };
        let mut named = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            named.set(*name, value.clone());
        }
        self.bundle.format_pattern(pattern, Some(&named), &mut Vec::new()).into_owned()
    }
}

/// Thousands separated, as both languages write them.
fn format_number<M>(value: &FluentValue, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value >= 0.0 && number.value.fract() == 0.0 => {
            Some(group_thousands(number.value as u64))
        }
        _ => None,
    }
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
        let one = en.format("generation-objects", &[("n", 1.into())]);
        let many = en.format("generation-objects", &[("n", 1_000_000.into())]);
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

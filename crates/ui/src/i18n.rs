//! Every sentence that a reader sees, looked up in `www/locales/*.ftl` by Fluent's own library (`www/src/messages.js`).

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::dom;

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
}

/// The messages of one language. Cheap to clone, compared by language.
#[derive(Clone)]
pub struct Messages {
    language: Language,
    /// `(key, args) => text`; absent where the page's script of messages could not be loaded.
    format: Option<Function>,
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

/// What an argument of a message is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Shown as it is.
    Text(String),
    /// Shown as the language writes numbers; chooses plural forms.
    Number(f64),
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
                Value::Number(number as f64)
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
        let global = js_sys::global();
        let load = Reflect::get(&global, &"ouroMessages".into()).ok().and_then(|load| load.dyn_into::<Function>().ok());
        let format = load.and_then(|load| load.call1(&global, &language.tag().into()).ok()?.dyn_into().ok());
        Messages { language, format }
    }

    /// The message `key`, or `key.attribute`, without arguments.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The message `key`, or `key.attribute`, with arguments. An unknown key is shown as itself.
    pub fn format(&self, key: &str, args: &[Arg]) -> String {
        let args = dom::object(args.iter().map(|(name, value)| {
            let value = match value {
                Value::Text(text) => text.into(),
                Value::Number(number) => (*number).into(),
            };
            (*name, value)
        }));
        let format = self.format.as_ref();
        let text = format.and_then(|format| format.call2(&JsValue::NULL, &key.into(), &args).ok()?.as_string());
        text.unwrap_or_else(|| key.to_owned())
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
    // In tenths.
    let mut value = bytes as f64 * 10.0 / 1024.0;
    let mut unit = UNITS[0];
    for next in &UNITS[1..] {
        if value < 10_240.0 {
            break;
        }
        value /= 1024.0;
        unit = next;
    }
    if value < 100.0 {
        let tenths = value.round() as u64;
        format!("{}.{} {unit}", tenths / 10, tenths % 10)
    } else {
        format!("{} {unit}", (value / 10.0).round() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_have_units() {
        assert_eq!(format_bytes(88), "88 B");
        assert_eq!(format_bytes(8_448_728), "8.1 MB");
        assert_eq!(format_bytes(64 * 1024), "64 KB");
        assert_eq!(format_bytes(1024), "1.0 KB");
        assert_eq!(format_bytes((1 << 20) - 1), "1024 KB");
        assert_eq!(format_bytes(3 << 29), "1.5 GB");
    }
}

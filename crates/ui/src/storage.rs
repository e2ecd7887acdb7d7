//! What the browser keeps for the next visit. Where there is no storage (a sandboxed frame, a browser
//! told to keep nothing), nothing is kept and nothing breaks.

use web_sys::Storage;

use crate::i18n::Language;

const PROGRAM: &str = "ouro.program";
const LANGUAGE: &str = "ouro.language";
const THEME: &str = "ouro.theme";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full storage keeps what it has.
        let _ = storage.set_item(key, value);
    }
}

/// The reader's own program of the last visit.
pub fn program() -> Option<String> {
    get(PROGRAM)
}

/// Keeps the reader's own program.
pub fn keep_program(source: &str) {
    set(PROGRAM, source);
}

/// The language chosen before, else the browser's.
pub fn language() -> Language {
    let browser = || web_sys::window().and_then(|window| window.navigator().language());
    get(LANGUAGE).or_else(browser).map_or(Language::En, |tag| Language::from_tag(&tag))
}

/// Keeps the language chosen.
pub fn keep_language(language: Language) {
    set(LANGUAGE, language.code());
}

/// Light, dark, or what the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the menu.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The value of `<html data-theme>`, of settings and of the menu.
    pub fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// Reads a code; what is unknown is the system's.
    pub fn from_code(code: &str) -> Theme {
        Theme::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or(Theme::System)
    }
}

/// The theme chosen before.
pub fn theme() -> Theme {
    get(THEME).map_or(Theme::System, |code| Theme::from_code(&code))
}

/// Keeps the theme chosen.
pub fn keep_theme(theme: Theme) {
    set(THEME, theme.code());
}

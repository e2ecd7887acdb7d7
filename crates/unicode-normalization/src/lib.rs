//! Stands in for `unicode-normalization`, which the parser needs for identifiers beyond ASCII only: its tables would be
//! 45 kB of the page. Every JavaScript host has the same tables, and Unicode promises that the normal form of a
//! character, once assigned, never changes.

/// The one normal form that Python asks for.
pub trait UnicodeNormalization {
    /// Normalization form KC.
    fn nfkc(self) -> impl Iterator<Item = char>;
}

#[cfg(target_arch = "wasm32")]
impl UnicodeNormalization for &str {
    fn nfkc(self) -> impl Iterator<Item = char> {
        let text = String::from(js_sys::JsString::from(self).normalize("NFKC"));
        text.chars().collect::<Vec<_>>().into_iter()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl UnicodeNormalization for &str {
    fn nfkc(self) -> impl Iterator<Item = char> {
        unicode_normalization_alignments::UnicodeNormalization::nfkc(self).map(|(c, _)| c)
    }
}

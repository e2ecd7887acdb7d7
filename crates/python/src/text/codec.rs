//! Encodings of text as bytes, and what happens to what they cannot express.

use ouro_heap::Id;

use super::escape::push_escape;
use super::wide::Wide;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Raised, Vm};

/// An encoding of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, the default.
    Utf8,
    /// ASCII
    Ascii,
    /// ISO 8859-1: the first 256 code points.
    Latin1,
    /// UTF-8 with a mark at the beginning.
    Utf8Sig,
    /// UTF-16 and UTF-32, whose units have several bytes.
    Wide(Wide),
}

impl Encoding {
    /// The encoding with this name or alias (encodings/aliases.py).
    pub fn named(name: &str) -> Option<Encoding> {
        let name = name.to_ascii_lowercase().replace(['_', ' '], "-");
        match name.as_str() {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Some(Encoding::Utf8),
            "ascii" | "us-ascii" | "646" => Some(Encoding::Ascii),
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" => {
                Some(Encoding::Latin1)
            }
            "utf-8-sig" => Some(Encoding::Utf8Sig),
            name => Wide::named(name).map(Encoding::Wide),
        }
    }

    /// Whether bytes begin with a mark that says in which order they are, or that they are text.
    pub fn has_mark(self) -> bool {
        matches!(self, Encoding::Utf8Sig | Encoding::Wide(Wide { big_endian: None, .. }))
    }

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Wide(wide) => wide.name(wide.big_endian == Some(true)),
        }
    }

    /// The first code point that it cannot express.
    fn limit(self) -> u32 {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig | Encoding::Wide(_) => 0x110000,
            Encoding::Ascii => 0x80,
            Encoding::Latin1 => 0x100,
        }
    }

    /// Where the bytes are first wrong: start, end and reason. `None` if they are right.
    fn flaw(self, bytes: &[u8]) -> Option<(usize, usize, &'static str)> {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => {
                let error = std::str::from_utf8(bytes).err()?;
                let start = error.valid_up_to();
                let reason = match (error.error_len(), bytes.get(start)) {
                    (None, _) => return Some((start, bytes.len(), "unexpected end of data")),
                    (Some(1), Some(0x80..=0xC1 | 0xF5..=0xFF)) => "invalid start byte",
                    _ => "invalid continuation byte",
                };
                Some((start, start + error.error_len().unwrap_or(1), reason))
            }
            Encoding::Ascii => {
                let start = bytes.iter().position(|b| !b.is_ascii())?;
                Some((start, start + 1, "ordinal not in range(128)"))
            }
            Encoding::Latin1 | Encoding::Wide(_) => None,
        }
    }

    /// The text of bytes that have no flaw.
    fn text(self, bytes: &[u8]) -> String {
        match self {
            Encoding::Latin1 => bytes.iter().map(|&b| b as char).collect(),
            _ => String::from_utf8_lossy(bytes).into_owned(),
        }
    }

    /// How many bytes at the end are the beginning of a character that is not complete.
    pub fn incomplete_tail(self, bytes: &[u8]) -> usize {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => {
                let tail = bytes.len().saturating_sub(3);
                (tail..bytes.len())
                    .find(|&i| {
                        std::str::from_utf8(&bytes[i..]).is_err_and(|e| e.valid_up_to() == 0 && e.error_len().is_none())
                    })
                    .map_or(0, |i| bytes.len() - i)
            }
            Encoding::Wide(wide) => wide.incomplete(bytes),
            _ => 0,
        }
    }
}

impl Vm {
    /// The encoding with this name, or LookupError.
    pub fn find_encoding(&mut self, name: &str) -> R<Encoding> {
        if name.contains('\0') {
            return Err(self.value_error("embedded null character"));
        }
        match Encoding::named(name) {
            Some(encoding) => Ok(encoding),
            None => Err(self.raise(Exceptions::LOOKUP_ERROR, format!("unknown encoding: {name}"))),
        }
    }

    fn unknown_error_handler(&mut self, name: &str) -> Raised {
        self.raise(Exceptions::LOOKUP_ERROR, format!("unknown error handler name '{name}'"))
    }

    /// UnicodeDecodeError or UnicodeEncodeError with its five arguments; takes the reference to `object`.
    fn unicode_error(
        &mut self,
        class: Id,
        encoding: Encoding,
        object: Id,
        range: (usize, usize),
        reason: &str,
    ) -> Raised {
        let encoding = self.new_str(encoding.name());
        let start = self.new_int(range.0 as i64);
        let end = self.new_int(range.1 as i64);
        let reason = self.new_str(reason);
        let made = self.call(class, &[encoding, object, start, end, reason]);
        self.decref_all([encoding, object, start, end, reason]);
        match made {
            Ok(exception) => self.raise_object(exception),
            Err(raised) => raised,
        }
    }

    /// `bytes.decode`
    pub fn decode_bytes(&mut self, bytes: &[u8], encoding: Encoding, errors: &str) -> R<String> {
        if let Encoding::Wide(wide) = encoding {
            return self.decode_wide(bytes, wide, errors);
        }
        if encoding == Encoding::Utf8Sig
            && let Some(after) = bytes.strip_prefix("\u{FEFF}".as_bytes())
        {
            return self.decode_bytes(after, Encoding::Utf8, errors);
        }
        let mut text = String::new();
        let mut rest = bytes;
        let mut position = 0;
        while let Some((start, end, reason)) = encoding.flaw(rest) {
            text.push_str(&encoding.text(&rest[..start]));
            match errors {
                "strict" => {
                    let object = self.new_bytes(bytes);
                    let range = (position + start, position + end);
                    return Err(self.unicode_error(Exceptions::UNICODE_DECODE_ERROR, encoding, object, range, reason));
                }
                "ignore" => {}
                "replace" => text.push('\u{FFFD}'),
                "backslashreplace" => rest[start..end].iter().for_each(|&b| push_escape(&mut text, b as char)),
                _ => return Err(self.unknown_error_handler(errors)),
            }
            rest = &rest[end..];
            position += end;
        }
        if position == 0 {
            return Ok(encoding.text(rest));
        }
        text.push_str(&encoding.text(rest));
        Ok(text)
    }

    fn decode_wide(&mut self, bytes: &[u8], wide: Wide, errors: &str) -> R<String> {
        let (big_endian, mut at) = wide.order(bytes);
        let mut text = String::new();
        while at < bytes.len() {
            let (length, reason) = match wide.character(bytes, at, big_endian) {
                Ok((c, length)) => {
                    text.push(c);
                    at += length;
                    continue;
                }
                Err(flaw) => flaw,
            };
            let end = at + length;
            match errors {
                "strict" => {
                    let object = self.new_bytes(bytes);
                    let order = Encoding::Wide(Wide { big_endian: Some(big_endian), ..wide });
                    let class = Exceptions::UNICODE_DECODE_ERROR;
                    return Err(self.unicode_error(class, order, object, (at, end), reason));
                }
                "ignore" => {}
                "replace" => text.push('\u{FFFD}'),
                "backslashreplace" => bytes[at..end].iter().for_each(|&b| push_escape(&mut text, b as char)),
                _ => return Err(self.unknown_error_handler(errors)),
            }
            at = end;
        }
        Ok(text)
    }

    /// `str.encode`
    pub fn encode_text(&mut self, text: &str, encoding: Encoding, errors: &str) -> R<Vec<u8>> {
        match encoding {
            Encoding::Wide(wide) => return Ok(wide.encode(text)),
            Encoding::Utf8Sig => return Ok(["\u{FEFF}".as_bytes(), text.as_bytes()].concat()),
            _ => {}
        }
        let limit = encoding.limit();
        if encoding == Encoding::Utf8 || text.is_ascii() {
            return Ok(text.as_bytes().to_vec());
        }
        let mut bytes = Vec::with_capacity(text.len());
        for (position, c) in text.chars().enumerate() {
            if (c as u32) < limit {
                bytes.push(c as u32 as u8);
                continue;
            }
            match errors {
                "strict" => {
                    let wrong = text.chars().skip(position).take_while(|&c| c as u32 >= limit).count();
                    let object = self.new_str(text);
                    let range = (position, position + wrong);
                    let reason = format!("ordinal not in range({limit})");
                    return Err(self.unicode_error(Exceptions::UNICODE_ENCODE_ERROR, encoding, object, range, &reason));
                }
                "ignore" => {}
                "replace" => bytes.push(b'?'),
                "backslashreplace" => {
                    let mut escape = String::new();
                    push_escape(&mut escape, c);
                    bytes.extend_from_slice(escape.as_bytes());
                }
                "xmlcharrefreplace" => bytes.extend_from_slice(format!("&#{};", c as u32).as_bytes()),
                _ => return Err(self.unknown_error_handler(errors)),
            }
        }
        Ok(bytes)
    }
}

//! UTF-16 and UTF-32.

/// An encoding in units of two or four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wide {
    /// Bytes of a unit: 2 or 4.
    pub unit: usize,
    /// The order of its bytes; `None`: as a mark at the beginning says, little-endian without one.
    pub big_endian: Option<bool>,
}

impl Wide {
    /// The encoding with this name, in lower case and with hyphens.
    pub fn named(name: &str) -> Option<Wide> {
        let short = name.strip_prefix("utf").or(name.strip_prefix('u')).filter(|rest| matches!(*rest, "16" | "32"));
        let rest = short.or(name.strip_prefix("utf-"))?;
        let (unit, order) = match rest.strip_prefix("16") {
            Some(order) => (2, order),
            None => (4, rest.strip_prefix("32")?),
        };
        let big_endian = match order.strip_prefix('-').unwrap_or(order) {
            "" => None,
            "le" => Some(false),
            "be" => Some(true),
            _ => return None,
        };
        Some(Wide { unit, big_endian })
    }

    /// Its name in messages about bytes in this order.
    pub fn name(self, big_endian: bool) -> &'static str {
        match (self.unit, big_endian) {
            (2, false) => "utf-16-le",
            (2, true) => "utf-16-be",
            (_, false) => "utf-32-le",
            (_, true) => "utf-32-be",
        }
    }

    /// How many bytes a text takes, without a mark.
    pub fn length(self, text: &str) -> usize {
        if self.unit == 2 { 2 * text.encode_utf16().count() } else { 4 * text.chars().count() }
    }

    /// How many bytes at the end are no whole unit.
    pub fn incomplete(self, bytes: &[u8]) -> usize {
        bytes.len() % self.unit
    }

    /// The bytes of a text, with a mark if nothing says their order.
    pub fn encode(self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.length(text) + self.unit);
        let big_endian = self.big_endian == Some(true);
        let from = if big_endian { 4 - self.unit } else { 0 };
        let mut push = |unit: u32| {
            let all = if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() };
            bytes.extend(all.iter().skip(from).take(self.unit));
        };
        let mark = self.big_endian.is_none().then_some('\u{FEFF}');
        for c in mark.into_iter().chain(text.chars()) {
            if self.unit == 2 {
                c.encode_utf16(&mut [0; 2]).iter().for_each(|&unit| push(unit.into()));
            } else {
                push(c as u32);
            }
        }
        bytes
    }

    /// Whether the order is big-endian, and the length of the mark that says so.
    pub fn order(self, bytes: &[u8]) -> (bool, usize) {
        let mark = 0xFEFF;
        match self.big_endian {
            Some(big_endian) => (big_endian, 0),
            None if self.read(bytes, 0, false) == Some(mark) => (false, self.unit),
            None if self.read(bytes, 0, true) == Some(mark) => (true, self.unit),
            None => (false, 0),
        }
    }

    fn read(self, bytes: &[u8], at: usize, big_endian: bool) -> Option<u32> {
        let unit = bytes.get(at..at.checked_add(self.unit)?)?;
        let append = |value: u32, &byte: &u8| value << 8 | u32::from(byte);
        Some(if big_endian { unit.iter().fold(0, append) } else { unit.iter().rev().fold(0, append) })
    }

    /// The character at an offset and its length, or how many bytes are wrong and why (unicodeobject.c,
    /// PyUnicode_DecodeUTF16Stateful and PyUnicode_DecodeUTF32Stateful).
    pub fn character(self, bytes: &[u8], at: usize, big_endian: bool) -> Result<(char, usize), (usize, &'static str)> {
        let left = bytes.len().saturating_sub(at);
        let Some(first) = self.read(bytes, at, big_endian) else { return Err((left, "truncated data")) };
        if let Some(c) = char::from_u32(first) {
            return Ok((c, self.unit));
        }
        if self.unit == 4 {
            let surrogate = (0xD800..0xE000).contains(&first);
            let reason = "code point in surrogate code point range(0xd800, 0xe000)";
            return Err((4, if surrogate { reason } else { "code point not in range(0x110000)" }));
        }
        if first >= 0xDC00 {
            return Err((2, "illegal encoding"));
        }
        match self.read(bytes, at + 2, big_endian) {
            Some(second @ 0xDC00..=0xDFFF) => {
                let c = char::from_u32(0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF));
                Ok((c.unwrap_or('\u{FFFD}'), 4))
            }
            Some(_) => Err((2, "illegal UTF-16 surrogate")),
            None => Err((left, "unexpected end of data")),
        }
    }
}

use std::cell::Cell;
use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// The text of a str object, with what CPython caches about it.
#[derive(Clone, Debug)]
pub struct Str {
    text: String,
    chars: u32,
    hash: Cell<Option<i64>>,
    interned: Cell<bool>,
}

impl Str {
    /// A str's text.
    pub fn new(text: impl Into<Box<str>>) -> Str {
        let text = String::from(text.into());
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str { text, chars: chars as u32, hash: Cell::new(None), interned: Cell::new(false) }
    }

    /// The text.
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the table of interned strs may know it.
    #[inline]
    pub(crate) fn is_interned(&self) -> bool {
        self.interned.get()
    }

    /// Remembers that the table of interned strs knows it: it is not appended to any more.
    pub(crate) fn set_interned(&self) {
        self.hash();
        self.interned.set(true);
    }

    /// Appends ASCII text, which needs no wider characters; false if the text may have been hashed, or is too long.
    pub fn append_ascii(&mut self, more: &str) -> bool {
        let Ok(more_chars) = u32::try_from(more.len()) else { return false };
        let Some(chars) = self.chars.checked_add(more_chars) else { return false };
        if self.hash.get().is_some() || !more.is_ascii() {
            return false;
        }
        self.text.push_str(more);
        self.chars = chars;
        true
    }

    /// `len()`: code points.
    #[inline]
    pub fn char_count(&self) -> usize {
        self.chars as usize
    }

    /// Whether all characters are ASCII, so that indices of characters are indices of bytes.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.chars as usize == self.text.len()
    }

    /// The widest character's size in CPython's representation, in bytes: 1, 2 or 4 (PEP 393).
    pub fn char_width(&self) -> usize {
        match self.text.chars().max() {
            Some(c) if (c as u32) > 0xFFFF => 4,
            Some(c) if (c as u32) > 0xFF => 2,
            _ => 1,
        }
    }

    /// `sys.getsizeof` in bytes, without a cached UTF-8 form (unicodeobject.c, unicode_sizeof), which only the shared
    /// strs of one latin-1 character have from the start.
    pub fn size(&self) -> usize {
        if self.is_ascii() {
            return 41 + self.text.len();
        }
        let width = self.char_width();
        let shared_utf8 = if self.chars == 1 && width == 1 && self.is_interned() { self.text.len() + 1 } else { 0 };
        56 + (self.char_count() + 1) * width + shared_utf8
    }

    /// `hash()` with PYTHONHASHSEED=0: SipHash-1-3 with a zero key over CPython's representation (pyhash.c).
    #[inline]
    pub fn hash(&self) -> i64 {
        if let Some(hash) = self.hash.get() {
            return hash;
        }
        let hash = self.compute_hash();
        self.hash.set(Some(hash));
        hash
    }

    fn compute_hash(&self) -> i64 {
        if self.text.is_empty() {
            return 0;
        }
        if self.is_ascii() {
            return hash_bytes(self.text.as_bytes());
        }
        let bytes: Vec<u8> = match self.char_width() {
            1 => self.text.chars().map(|c| c as u32 as u8).collect(),
            2 => self.text.chars().flat_map(|c| (c as u32 as u16).to_le_bytes()).collect(),
            _ => self.text.chars().flat_map(|c| (c as u32).to_le_bytes()).collect(),
        };
        hash_bytes(&bytes)
    }
}

/// CPython's hash of a block of bytes with PYTHONHASHSEED=0 (pyhash.c, _Py_HashBytes).
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    match hasher.finish() as i64 {
        -1 => -2,
        hash => hash,
    }
}

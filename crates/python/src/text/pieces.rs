//! Searching and cutting, for str (over its UTF-8 bytes) and bytes alike. Positions are indices of bytes.

use std::ops::Range;

use memchr::memmem;

/// Positions of `needle`, not overlapping, from the left, at most `max` of them. `needle` is not empty.
pub fn matches<'a>(text: &'a [u8], needle: &'a [u8], max: usize) -> impl Iterator<Item = usize> + 'a {
    memmem::find_iter(text, needle).take(max)
}

/// Cuts at a separator that is not empty, from the left, at most `max` times.
pub fn split(text: &[u8], separator: &[u8], max: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for position in matches(text, separator, max) {
        pieces.push(start..position);
        start = position + separator.len();
    }
    pieces.push(start..text.len());
    pieces
}

/// As [`split`], from the right; pieces come in the order of the text.
pub fn rsplit(text: &[u8], separator: &[u8], max: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut end = text.len();
    for position in memmem::rfind_iter(text, separator).take(max) {
        pieces.push(position + separator.len()..end);
        end = position;
    }
    pieces.push(0..end);
    pieces.reverse();
    pieces
}

/// The characters of a text: position, position after, character. A byte counts as the character with its number.
pub trait Characters {
    /// All of them in order.
    fn characters(&self) -> impl DoubleEndedIterator<Item = (usize, usize, char)> + '_;
    /// Length in bytes.
    fn size(&self) -> usize;
}

impl Characters for str {
    fn characters(&self) -> impl DoubleEndedIterator<Item = (usize, usize, char)> + '_ {
        self.char_indices().map(|(i, c)| (i, i + c.len_utf8(), c))
    }

    fn size(&self) -> usize {
        self.len()
    }
}

impl Characters for [u8] {
    fn characters(&self) -> impl DoubleEndedIterator<Item = (usize, usize, char)> + '_ {
        self.iter().enumerate().map(|(i, &b)| (i, i + 1, b as char))
    }

    fn size(&self) -> usize {
        self.len()
    }
}

/// Cuts at runs of white space, at most `max` times; what follows the last cut loses the space before it, not after it.
pub fn split_space<T: Characters + ?Sized>(text: &T, max: usize, is_space: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut characters = text.characters().peekable();
    loop {
        while characters.next_if(|&(_, _, c)| is_space(c)).is_some() {}
        let Some(&(start, _, _)) = characters.peek() else { return pieces };
        if pieces.len() == max {
            pieces.push(start..text.size());
            return pieces;
        }
        let mut end = start;
        while let Some((_, after, _)) = characters.next_if(|&(_, _, c)| !is_space(c)) {
            end = after;
        }
        pieces.push(start..end);
    }
}

/// As [`split_space`], from the right; pieces come in the order of the text.
pub fn rsplit_space<T: Characters + ?Sized>(text: &T, max: usize, is_space: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut characters = text.characters().rev().peekable();
    loop {
        while characters.next_if(|&(_, _, c)| is_space(c)).is_some() {}
        let Some(&(_, end, _)) = characters.peek() else { break };
        if pieces.len() == max {
            pieces.push(0..end);
            break;
        }
        let mut start = end;
        while let Some((before, _, _)) = characters.next_if(|&(_, _, c)| !is_space(c)) {
            start = before;
        }
        pieces.push(start..end);
    }
    pieces.reverse();
    pieces
}

/// The lines, with their ends if `keep_ends`. `\r\n` is one end.
pub fn lines<T: Characters + ?Sized>(text: &T, keep_ends: bool, is_break: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut characters = text.characters().peekable();
    while let Some((end, mut after, c)) = characters.next() {
        if !is_break(c) {
            continue;
        }
        if c == '\r'
            && let Some((_, after_newline, _)) = characters.next_if(|&(_, _, c)| c == '\n')
        {
            after = after_newline;
        }
        pieces.push(start..if keep_ends { after } else { end });
        start = after;
    }
    if start < text.size() {
        pieces.push(start..text.size());
    }
    pieces
}

/// Which ends `strip` cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// `lstrip`
    Left,
    /// `rstrip`
    Right,
    /// `strip`
    Both,
}

/// What is left after cutting characters off the ends.
pub fn strip<T: Characters + ?Sized>(text: &T, ends: Ends, cut: impl Fn(char) -> bool) -> Range<usize> {
    let mut start = 0;
    if ends != Ends::Right {
        start = text.characters().find(|&(_, _, c)| !cut(c)).map_or(text.size(), |(start, _, _)| start);
    }
    let mut end = text.size();
    if ends != Ends::Left {
        end = text.characters().rev().find(|&(_, _, c)| !cut(c)).map_or(start, |(_, end, _)| end);
    }
    start..end.max(start)
}

//! `_io.TextIOWrapper`: text over a buffer. Decoding goes in chunks, as CPython's does, so that errors come when it
//! reports them.

use ouro_heap::Id;

use super::buffered::{self, BUFFER_SIZE};
use super::raw::RawFile;
use super::{flag_methods, size_arg, unsupported};
use crate::native::{Args, GetSet, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::output::Stream;
use crate::text::codec::Encoding;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

/// The declaration of `TextIOWrapper`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "_io",
        slots: TypeSlots { repr: Some(repr), iter: Some(iter), next: Some(next), finalize: Some(finalize), ..NO_SLOTS },
        methods: METHODS,
        getset: GETSET,
        weakrefable: true,
        ..TypeSpec::new("TextIOWrapper")
    }
}

const METHODS: &[Native] = &[
    Native::new("read", 0, 1, read),
    Native::new("readline", 0, 1, readline),
    Native::new("readlines", 0, 1, readlines),
    Native::new("write", 1, 1, write),
    Native::new("writelines", 1, 1, writelines),
    Native::new("seek", 1, 2, seek),
    Native::new("tell", 0, 0, tell),
    Native::new("truncate", 0, 1, truncate),
    Native::new("flush", 0, 0, flush),
    Native::new("close", 0, 0, close),
    Native::new("readable", 0, 0, flag_methods::readable),
    Native::new("writable", 0, 0, flag_methods::writable),
    Native::new("seekable", 0, 0, flag_methods::seekable),
    Native::new("isatty", 0, 0, flag_methods::isatty),
    Native::new("fileno", 0, 0, flag_methods::fileno),
    Native::new("__enter__", 0, 0, flag_methods::enter),
    Native::any("__exit__", flag_methods::exit).fastcall_since(NEVER),
];

const GETSET: &[GetSet] = &[
    GetSet::get("name", flag_methods::name),
    GetSet::get("closed", flag_methods::closed),
    GetSet::get("mode", |vm, this| text_attribute(vm, this, |file| file.mode.clone())),
    GetSet::get("encoding", |vm, this| text_attribute(vm, this, |file| file.encoding_name.clone())),
    GetSet::get("errors", |vm, this| text_attribute(vm, this, |file| file.errors.clone())),
    GetSet::get("line_buffering", |_, _| Ok(Singletons::FALSE)),
    GetSet::get("write_through", |_, _| Ok(Singletons::FALSE)),
    GetSet::get("buffer", |vm, this| {
        let buffer = vm.native::<TextFile>(this).and_then(|file| file.buffer);
        Ok(buffer.map_or(Singletons::NONE, |buffer| vm.incref(buffer)))
    }),
    GetSet::get("newlines", |vm, this| {
        let seen = vm.native::<TextFile>(this).map_or([false; 3], |file| file.seen);
        let ends = ["\r", "\n", "\r\n"].into_iter().zip(seen).filter(|&(_, seen)| seen).map(|(end, _)| end);
        let mut ends: Vec<Id> = ends.map(|end| vm.new_str(end)).collect();
        Ok(match ends.len() {
            0 => Singletons::NONE,
            1 => ends.remove(0),
            _ => vm.new_tuple(ends),
        })
    }),
];

/// How lines end: the argument `newline` of `open`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Newline {
    /// `None`: `\n`, `\r` and `\r\n` all end lines and are read as `\n`.
    Universal,
    /// `''`: the same, but read as they are.
    Untranslated,
    /// One of them, which is what `\n` is written as.
    Only(&'static str),
}

impl Newline {
    /// Length of the first line with its end, in bytes. `None` if more text is needed to know.
    pub(super) fn line_end(self, text: &str, complete: bool) -> Option<usize> {
        let found = match self {
            Newline::Only(end) => text.find(end).map(|start| start + end.len()),
            Newline::Universal | Newline::Untranslated => text.find(['\n', '\r']).and_then(|start| {
                let rest = &text[start..];
                match rest {
                    "\r" if !complete => None,
                    _ if rest.starts_with("\r\n") => Some(start + 2),
                    _ => Some(start + 1),
                }
            }),
        };
        found.or(complete.then_some(text.len()))
    }

    /// Text as it is read.
    pub(super) fn read(self, text: &str) -> String {
        match self {
            Newline::Universal if text.contains('\r') => text.replace("\r\n", "\n").replace('\r', "\n"),
            _ => text.to_owned(),
        }
    }

    /// Text as it is written.
    pub(super) fn written(self, text: &str) -> String {
        match self {
            Newline::Only(end) if end != "\n" => text.replace('\n', end),
            _ => text.to_owned(),
        }
    }
}

/// A text file.
#[derive(Clone)]
pub(crate) struct TextFile {
    /// The buffer below: owned.
    pub buffer: Slot,
    /// The standard stream it writes straight to, while it is open.
    pub stream: Option<Stream>,
    encoder: Slot,
    decoder: Slot,
    encoding: Encoding,
    encoding_name: String,
    errors: String,
    mode: String,
    newline: Newline,
    /// Text that was decoded, as it stands in the file.
    decoded: String,
    /// How much of it was read, in bytes.
    consumed: usize,
    /// Bytes at the end of the last chunk that are not a whole character.
    undecoded: Vec<u8>,
    /// False between the first `next` and the end of the file: `tell` refuses to answer.
    telling: bool,
    /// Which ends of lines were seen: `\r`, `\n`, `\r\n`.
    seen: [bool; 3],
}

impl NativeData for TextFile {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        [self.buffer, self.encoder, self.decoder].iter().flatten().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        for slot in [&mut self.buffer, &mut self.encoder, &mut self.decoder] {
            take_slot(slot, released);
        }
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        216
    }

    native_data_boilerplate!();
}

impl Vm {
    /// A text file over a buffer, whose reference it takes.
    pub(super) fn new_text_file(
        &mut self,
        buffer: Id,
        mode: &str,
        encoding_name: &str,
        encoding: Encoding,
        errors: &str,
        newline: Newline,
    ) -> Id {
        let raw = flag_methods::raw_of(self, buffer);
        let (flags, stream) =
            self.native::<RawFile>(raw).map_or_else(Default::default, |file| (file.mode, file.stream));
        let decoder = flags.read.then(|| super::codec::new_decoder(self, !matches!(newline, Newline::Only(_))));
        let encoder = flags.write.then(|| super::codec::new_encoder(self));
        let file = TextFile {
            buffer: Some(buffer),
            stream,
            encoder,
            decoder,
            encoding,
            encoding_name: encoding_name.to_owned(),
            errors: errors.to_owned(),
            mode: mode.to_owned(),
            newline,
            decoded: String::new(),
            consumed: 0,
            undecoded: Vec::new(),
            telling: true,
            seen: [false; 3],
        };
        self.new_native(TypeTable::TEXT_IO, file)
    }
}

fn text_attribute(vm: &mut Vm, this: Id, get: fn(&TextFile) -> String) -> R<Id> {
    let text = vm.native::<TextFile>(this).map(get).unwrap_or_default();
    Ok(vm.new_str(text))
}

const CLOSED: &str = "I/O operation on closed file.";

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = flag_methods::name(vm, this)?;
    let repr = vm.repr(name);
    vm.decref(name);
    let repr = repr?;
    let text = match (vm.native::<TextFile>(this), vm.str_text(repr)) {
        (Some(file), Some(name)) => {
            format!("<_io.TextIOWrapper name={name} mode='{}' encoding='{}'>", file.mode, file.encoding_name)
        }
        _ => String::new(),
    };
    vm.decref(repr);
    Ok(vm.new_str(text))
}

/// Checks that the file is open and may be read; what was written is passed on first.
fn for_reading(vm: &mut Vm, this: Id) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, CLOSED)?;
    if vm.native::<RawFile>(raw).is_some_and(|file| !file.mode.read) {
        return Err(unsupported(vm, "not readable"));
    }
    if let Some(buffer) = vm.native::<TextFile>(this).and_then(|file| file.buffer) {
        vm.buffered_flush(buffer)?;
    }
    Ok(raw)
}

/// Decodes the next chunk. False at the end of the file.
fn fill(vm: &mut Vm, this: Id, raw: Id) -> R<bool> {
    let chunk = vm.raw_read(raw, BUFFER_SIZE)?;
    let at_end = chunk.is_empty();
    let Some(file) = vm.native_mut::<TextFile>(this) else { return Ok(false) };
    let mut bytes = std::mem::take(&mut file.undecoded);
    if at_end && bytes.is_empty() {
        return Ok(false);
    }
    bytes.extend_from_slice(&chunk);
    let (encoding, errors) = (file.encoding, file.errors.clone());
    let tail = if at_end { 0 } else { encoding.incomplete_tail(&bytes) };
    let rest = bytes.split_off(bytes.len() - tail);
    let text = vm.decode_bytes(&bytes, encoding, &errors)?;
    let Some(file) = vm.native_mut::<TextFile>(this) else { return Ok(false) };
    if file.newline != Newline::Only("\n") {
        let pairs = text.matches("\r\n").count();
        let (returns, newlines) = (text.matches('\r').count(), text.matches('\n').count());
        for (seen, here) in file.seen.iter_mut().zip([returns > pairs, newlines > pairs, pairs > 0]) {
            *seen |= here;
        }
    }
    file.undecoded = rest;
    file.decoded.drain(..file.consumed);
    file.consumed = 0;
    file.decoded.push_str(&text);
    Ok(!at_end)
}

/// Takes so many bytes of the decoded text, as the program sees them.
fn take(vm: &mut Vm, this: Id, length: usize) -> String {
    let Some(file) = vm.native_mut::<TextFile>(this) else { return String::new() };
    let text = file.newline.read(file.decoded.get(file.consumed..file.consumed + length).unwrap_or(""));
    file.consumed += length;
    if file.consumed >= file.decoded.len() {
        file.consumed = 0;
        file.decoded.clear();
    }
    text
}

fn unread(file: &TextFile) -> &str {
    file.decoded.get(file.consumed..).unwrap_or("")
}

/// Length in bytes of so many characters as the program sees them; `None` if there are not as many.
fn prefix_length(text: &str, newline: Newline, count: usize) -> Option<usize> {
    let mut length = 0;
    let mut chars = text.chars().peekable();
    for _ in 0..count {
        let c = chars.next()?;
        length += c.len_utf8();
        if c == '\r' && newline == Newline::Universal && chars.next_if_eq(&'\n').is_some() {
            length += 1;
        }
    }
    Some(length)
}

/// The next line, with its end, or its beginning if it is longer than `limit` characters.
fn next_line(vm: &mut Vm, this: Id, limit: usize) -> R<String> {
    let raw = for_reading(vm, this)?;
    let mut complete = false;
    loop {
        let Some(file) = vm.native::<TextFile>(this) else { return Ok(String::new()) };
        let (rest, newline) = (unread(file), file.newline);
        let line = newline.line_end(rest, complete);
        if let Some(length) = line {
            let shorter = prefix_length(&rest[..length], newline, limit);
            return Ok(take(vm, this, shorter.unwrap_or(length)));
        }
        if let Some(length) = prefix_length(rest, newline, limit) {
            return Ok(take(vm, this, length));
        }
        complete = !fill(vm, this, raw)?;
    }
}

fn read(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let raw = for_reading(vm, this)?;
    let count = size_arg(vm, args.get(0))?;
    let mut complete = false;
    loop {
        let Some(file) = vm.native::<TextFile>(this) else { return Ok(Singletons::EMPTY_STR) };
        let rest = unread(file);
        let length = match prefix_length(rest, file.newline, count) {
            Some(length) if complete || !rest[..length].ends_with('\r') => Some(length),
            None if complete => Some(rest.len()),
            _ => None,
        };
        if let Some(length) = length {
            let text = take(vm, this, length);
            return Ok(vm.new_str(text));
        }
        complete = !fill(vm, this, raw)?;
        let size = vm.native::<TextFile>(this).map_or(0, |file| file.decoded.len());
        vm.check_size(size)?;
    }
}

fn readline(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let limit = match args.get(0) {
        Some(limit) => usize::try_from(vm.index(limit)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let line = next_line(vm, this, limit)?;
    Ok(vm.new_str(line))
}

fn readlines(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let hint = match size_arg(vm, args.get(0))? {
        0 => usize::MAX,
        hint => hint,
    };
    let mut lines = Vec::new();
    let mut total = 0;
    while total < hint
        && let Some(line) = following_line(vm, this)?
    {
        total += line.chars().count();
        lines.push(line);
    }
    let items = lines.into_iter().map(|line| vm.new_str(line)).collect();
    Ok(vm.new_list(items))
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, CLOSED)?;
    Ok(vm.incref(this))
}

/// The line that a loop over the file gets: until the last one `tell` refuses to answer.
fn following_line(vm: &mut Vm, this: Id) -> R<Option<String>> {
    if let Some(file) = vm.native_mut::<TextFile>(this) {
        file.telling = false;
    }
    let line = next_line(vm, this, usize::MAX)?;
    if !line.is_empty() {
        return Ok(Some(line));
    }
    if let Some(file) = vm.native_mut::<TextFile>(this) {
        file.telling = true;
    }
    Ok(None)
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    Ok(following_line(vm, this)?.map(|line| vm.new_str(line)))
}

fn for_writing(vm: &mut Vm, this: Id) -> R<()> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, CLOSED)?;
    if vm.native::<RawFile>(raw).is_some_and(|file| !file.mode.write) {
        return Err(unsupported(vm, "not writable"));
    }
    Ok(())
}

fn write(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let Some(text) = vm.str_text(args.pos[0]) else {
        return Err(vm.type_error_for(args.pos[0], "write() argument must be str, not {}"));
    };
    for_writing(vm, this)?;
    let count = text.0.char_count() as i64;
    let Some(file) = vm.native_mut::<TextFile>(this) else { return Ok(Singletons::NONE) };
    if let Some(stream) = file.stream {
        vm.write_text_stream(stream, &text)?;
        return Ok(vm.new_int(count));
    }
    file.decoded.clear();
    file.consumed = 0;
    file.undecoded.clear();
    let (buffer, encoding, errors) = (file.buffer, file.encoding, file.errors.clone());
    let written = file.newline.written(&text);
    let bytes = vm.encode_text(&written, encoding, &errors)?;
    if let Some(buffer) = buffer {
        vm.buffered_write(buffer, &bytes)?;
    }
    Ok(vm.new_int(count))
}

fn writelines(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, CLOSED)?;
    let iterator = vm.iter(args.pos[0])?;
    vm.keep(iterator);
    while let Some(line) = vm.step(iterator)? {
        let result = vm.call_method(this, Names::WRITE, &[line]);
        vm.decref(line);
        let result = result?;
        vm.decref(result);
    }
    Ok(Singletons::NONE)
}

/// Where the next character is, in bytes.
fn position(vm: &mut Vm, this: Id) -> usize {
    let Some(file) = vm.native::<TextFile>(this) else { return 0 };
    let rest = unread(file);
    let ahead = match file.encoding {
        Encoding::Utf8 | Encoding::Utf8Sig => rest.len(),
        Encoding::Ascii | Encoding::Latin1 => rest.chars().count(),
        Encoding::Wide(wide) => wide.length(rest),
    } + file.undecoded.len();
    file.buffer.map_or(0, |buffer| buffered::position(vm, buffer)).saturating_sub(ahead)
}

fn tell(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, CLOSED)?;
    if vm.native::<TextFile>(this).is_some_and(|file| !file.telling) {
        return Err(vm.raise(Exceptions::OS_ERROR, "telling position disabled by next() call"));
    }
    let position = position(vm, this);
    Ok(vm.new_int(position as i64))
}

fn seek(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, CLOSED)?;
    let offset = vm.index(args.pos[0])?;
    let whence = args.get(1).map_or(Ok(0), |whence| vm.index(whence))?;
    let offset = match (whence, offset) {
        (0, offset) if offset < 0 => return Err(vm.value_error(format!("negative seek position {offset}"))),
        (0 | 2, offset) if whence == 0 || offset == 0 => offset,
        (1, 0) => position(vm, this) as i64,
        (1, _) => return Err(unsupported(vm, "can't do nonzero cur-relative seeks")),
        (2, _) => return Err(unsupported(vm, "can't do nonzero end-relative seeks")),
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    let Some(file) = vm.native_mut::<TextFile>(this) else { return Ok(Singletons::NONE) };
    file.decoded.clear();
    file.consumed = 0;
    file.undecoded.clear();
    file.telling = true;
    if let Some(buffer) = file.buffer {
        vm.buffered_flush(buffer)?;
    }
    let position = vm.raw_seek(raw, offset, if whence == 1 { 0 } else { whence })?;
    Ok(vm.new_int(position as i64))
}

fn truncate(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    for_writing(vm, this)?;
    let length = match args.get(0).filter(|&arg| arg != Singletons::NONE) {
        Some(length) => usize::try_from(vm.index(length)?).unwrap_or(0),
        None => position(vm, this),
    };
    if let Some(buffer) = vm.native::<TextFile>(this).and_then(|file| file.buffer) {
        vm.buffered_flush(buffer)?;
    }
    let raw = flag_methods::raw_of(vm, this);
    vm.raw_truncate(raw, length)?;
    Ok(vm.new_int(length as i64))
}

fn flush(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, CLOSED)?;
    if let Some(stream) = vm.native::<TextFile>(this).and_then(|file| file.stream) {
        vm.flush_stream(stream);
    }
    if let Some(buffer) = vm.native::<TextFile>(this).and_then(|file| file.buffer) {
        vm.buffered_flush(buffer)?;
    }
    Ok(Singletons::NONE)
}

fn close_file(vm: &mut Vm, this: Id) -> R<()> {
    let Some(file) = vm.native_mut::<TextFile>(this) else { return Ok(()) };
    file.stream = None;
    match file.buffer {
        Some(buffer) => vm.buffered_close(buffer),
        None => Ok(()),
    }
}

fn close(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    close_file(vm, this)?;
    Ok(Singletons::NONE)
}

fn finalize(vm: &mut Vm, this: Id) {
    super::warn_unclosed(vm, this);
    if let Err(raised) = close_file(vm, this) {
        vm.write_unraisable(raised, this);
    }
}

//! `_io.BufferedReader`, `BufferedWriter` and `BufferedRandom`: bytes, with what was written held back for a while.

use ouro_heap::Id;

use super::raw::RawFile;
use super::{flag_methods, size_arg, unsupported};
use crate::native::{Args, GetSet, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::vm::{R, Singletons, Vm};

/// The declaration of `BufferedReader`.
pub(crate) fn reader_spec() -> TypeSpec {
    buffered("BufferedReader")
}

/// The declaration of `BufferedWriter`.
pub(crate) fn writer_spec() -> TypeSpec {
    buffered("BufferedWriter")
}

/// The declaration of `BufferedRandom`.
pub(crate) fn random_spec() -> TypeSpec {
    buffered("BufferedRandom")
}

fn buffered(name: &'static str) -> TypeSpec {
    TypeSpec {
        module: "_io",
        slots: TypeSlots { repr: Some(repr), iter: Some(iter), next: Some(next), finalize: Some(finalize), ..NO_SLOTS },
        methods: METHODS,
        getset: GETSET,
        weakrefable: true,
        ..TypeSpec::new(name)
    }
}

const METHODS: &[Native] = &[
    Native::new("read", 0, 1, read),
    Native::new("read1", 0, 1, read),
    Native::new("peek", 0, 1, peek),
    Native::new("readinto", 1, 1, readinto),
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
    GetSet::get("mode", flag_methods::raw_mode),
    GetSet::get("closed", flag_methods::closed),
    GetSet::get("raw", |vm, this| {
        let raw = vm.native::<Buffered>(this).and_then(|buffered| buffered.raw);
        Ok(raw.map_or(Singletons::NONE, |raw| vm.incref(raw)))
    }),
];

/// How many bytes are held back (io.DEFAULT_BUFFER_SIZE).
pub(crate) const BUFFER_SIZE: usize = 8192;

/// A buffer over a raw file.
#[derive(Clone)]
pub(crate) struct Buffered {
    /// The raw file: owned.
    pub raw: Slot,
    /// What was written and has not reached the raw file.
    pending: Vec<u8>,
}

impl NativeData for Buffered {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.raw.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.raw, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        72 + BUFFER_SIZE / 2 + 96
    }

    native_data_boilerplate!();
}

impl Vm {
    /// A buffer over a raw file, whose reference it takes.
    pub(super) fn new_buffered(&mut self, class: Id, raw: Id) -> Id {
        self.new_native(class, Buffered { raw: Some(raw), pending: Vec::new() })
    }

    /// Passes on what was held back.
    pub(super) fn buffered_flush(&mut self, buffered: Id) -> R<()> {
        let Some(buffer) = self.native_mut::<Buffered>(buffered) else { return Ok(()) };
        let (Some(raw), pending) = (buffer.raw, std::mem::take(&mut buffer.pending)) else { return Ok(()) };
        if pending.is_empty() { Ok(()) } else { self.raw_write(raw, &pending) }
    }

    /// Holds bytes back until there are too many.
    pub(super) fn buffered_write(&mut self, buffered: Id, bytes: &[u8]) -> R<()> {
        let Some(buffer) = self.native_mut::<Buffered>(buffered) else { return Ok(()) };
        let full = buffer.pending.len() + bytes.len() > BUFFER_SIZE;
        if full {
            self.buffered_flush(buffered)?;
        }
        let Some(buffer) = self.native_mut::<Buffered>(buffered) else { return Ok(()) };
        if bytes.len() <= BUFFER_SIZE {
            buffer.pending.extend_from_slice(bytes);
            return Ok(());
        }
        match buffer.raw {
            Some(raw) => self.raw_write(raw, bytes),
            None => Ok(()),
        }
    }

    /// Flushes and closes the raw file.
    pub(super) fn buffered_close(&mut self, buffered: Id) -> R<()> {
        let Some(raw) = self.native::<Buffered>(buffered).and_then(|buffer| buffer.raw) else { return Ok(()) };
        let flushed = match self.native::<RawFile>(raw) {
            Some(file) if !file.closed => self.buffered_flush(buffered),
            _ => Ok(()),
        };
        self.raw_close(raw);
        flushed
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let class = vm.type_name(this);
    let name = flag_methods::name(vm, this)?;
    let repr = vm.repr(name);
    vm.decref(name);
    let repr = repr?;
    let text = vm.str_text(repr).map(|name| format!("<{class} name={name}>"));
    vm.decref(repr);
    Ok(vm.new_str(text.unwrap_or_default()))
}

fn finalize(vm: &mut Vm, this: Id) {
    super::warn_unclosed(vm, this);
    if let Err(raised) = vm.buffered_close(this) {
        vm.write_unraisable(raised, this);
    }
}

/// The raw file, ready for reading: what was written is passed on first.
fn for_reading(vm: &mut Vm, this: Id, closed: &str) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    let Some(mode) = vm.native::<RawFile>(raw).map(|file| file.mode) else { return Ok(raw) };
    if !mode.read {
        return Err(unsupported(vm, closed.split(' ').next().unwrap_or("read")));
    }
    vm.check_open(raw, closed)?;
    vm.buffered_flush(this)?;
    Ok(raw)
}

fn read(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let raw = for_reading(vm, this, "read of closed file")?;
    let count = size_arg(vm, args.get(0))?;
    let bytes = vm.raw_read_all(raw, count)?;
    Ok(vm.new_bytes(bytes))
}

fn peek(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let raw = for_reading(vm, this, "peek of closed file")?;
    let bytes = vm.raw_peek(raw, BUFFER_SIZE)?;
    Ok(vm.new_bytes(bytes))
}

fn readinto(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let raw = for_reading(vm, this, "readinto of closed file")?;
    let Data::ByteArray(array) = vm.data(args.pos[0]) else {
        return Err(vm.type_error_for(args.pos[0], "readinto() argument must be read-write bytes-like object, not {}"));
    };
    let count = array.bytes.len();
    let bytes = vm.raw_read_all(raw, count)?;
    if let Data::ByteArray(array) = vm.data_mut(args.pos[0])
        && let Some(place) = array.bytes.get_mut(..bytes.len())
    {
        place.copy_from_slice(&bytes);
    }
    Ok(vm.new_int(bytes.len() as i64))
}

fn next_line(vm: &mut Vm, raw: Id, limit: usize) -> R<Vec<u8>> {
    let rest = vm.raw_peek(raw, limit)?;
    let end = memchr::memchr(b'\n', &rest).map_or(rest.len(), |newline| newline + 1);
    vm.raw_read(raw, end)
}

fn readline(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let raw = for_reading(vm, this, "readline of closed file")?;
    let limit = size_arg(vm, args.get(0))?;
    let line = next_line(vm, raw, limit)?;
    Ok(vm.new_bytes(line))
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, "I/O operation on closed file.")?;
    Ok(vm.incref(this))
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let raw = for_reading(vm, this, "readline of closed file")?;
    let line = next_line(vm, raw, usize::MAX)?;
    if line.is_empty() { Ok(None) } else { Ok(Some(vm.new_bytes(line))) }
}

fn readlines(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let raw = for_reading(vm, this, "readline of closed file")?;
    let hint = match size_arg(vm, args.get(0))? {
        0 => usize::MAX,
        hint => hint,
    };
    let mut items = Vec::new();
    let mut total = 0;
    while total < hint {
        let line = next_line(vm, raw, usize::MAX)?;
        if line.is_empty() {
            break;
        }
        total += line.len();
        items.push(vm.new_bytes(line));
    }
    Ok(vm.new_list(items))
}

fn for_writing(vm: &mut Vm, this: Id) -> R<()> {
    let raw = flag_methods::raw_of(vm, this);
    if vm.native::<RawFile>(raw).is_some_and(|file| !file.mode.write) {
        return Err(unsupported(vm, "write"));
    }
    vm.check_open(raw, "write to closed file")
}

fn write(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    for_writing(vm, this)?;
    let bytes = vm.expect_bytes(args.pos[0])?;
    vm.buffered_write(this, &bytes)?;
    if super::flag_methods::is_stream(vm, this) {
        vm.buffered_flush(this)?;
    }
    Ok(vm.new_int(bytes.len() as i64))
}

fn writelines(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    for_writing(vm, this)?;
    let iterator = vm.iter(args.pos[0])?;
    vm.keep(iterator);
    while let Some(line) = vm.step(iterator)? {
        let result = write(vm, this, &Args::positional(&[line]));
        vm.decref(line);
        result?;
    }
    Ok(Singletons::NONE)
}

fn seek(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let whence = args.get(1).map_or(Ok(0), |whence| vm.index(whence))?;
    if !(0..=2).contains(&whence) {
        return Err(vm.value_error(format!("whence value {whence} unsupported")));
    }
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, "seek of closed file")?;
    vm.buffered_flush(this)?;
    let offset = vm.index(args.pos[0])?;
    let position = vm.raw_seek(raw, offset, whence)?;
    Ok(vm.new_int(position as i64))
}

/// Where the next byte is read or written.
pub(super) fn position(vm: &Vm, this: Id) -> usize {
    let raw = flag_methods::raw_of(vm, this);
    let pending = vm.native::<Buffered>(this).map_or(0, |buffer| buffer.pending.len());
    match vm.native::<RawFile>(raw) {
        Some(file) if file.mode.append && pending > 0 => vm.raw_length(raw) + pending,
        Some(file) => file.position + pending,
        None => 0,
    }
}

fn tell(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, "I/O operation on closed file")?;
    let position = position(vm, this);
    Ok(vm.new_int(position as i64))
}

fn truncate(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, "truncate of closed file")?;
    if vm.native::<RawFile>(raw).is_some_and(|file| !file.mode.write) {
        return Err(unsupported(vm, "truncate"));
    }
    vm.buffered_flush(this)?;
    let length = match args.get(0).filter(|&arg| arg != Singletons::NONE) {
        Some(length) => usize::try_from(vm.index(length)?).unwrap_or(0),
        None => position(vm, this),
    };
    vm.raw_truncate(raw, length)?;
    Ok(vm.new_int(length as i64))
}

fn flush(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let raw = flag_methods::raw_of(vm, this);
    vm.check_open(raw, "flush of closed file")?;
    vm.buffered_flush(this)?;
    Ok(Singletons::NONE)
}

fn close(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    vm.buffered_close(this)?;
    Ok(Singletons::NONE)
}

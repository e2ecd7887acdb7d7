//! `_io.FileIO`: bytes in a file of the machine's own file system, or one of the program's standard streams.

use ouro_heap::Id;

use super::{Mode, flag_methods, os_error};
use crate::input::Next;
use crate::native::{Args, GetSet, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::output::Stream;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Abort, R, Singletons, Vm};

/// The declaration of `FileIO`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "_io",
        slots: TypeSlots { repr: Some(repr), finalize: Some(finalize), ..NO_SLOTS },
        methods: METHODS,
        getset: GETSET,
        weakrefable: true,
        ..TypeSpec::new("FileIO")
    }
}

const METHODS: &[Native] = &[
    Native::new("read", 0, 1, read),
    Native::new("readall", 0, 0, read),
    Native::new("write", 1, 1, write),
    Native::new("seek", 1, 2, seek),
    Native::new("tell", 0, 0, tell),
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
    GetSet::get("closefd", |_, _| Ok(Singletons::TRUE)),
];

/// An open file.
#[derive(Clone)]
pub(crate) struct RawFile {
    /// `name`, as it was given to `open`: owned.
    pub name: Slot,
    /// Where it is in the file system.
    pub path: String,
    /// What may be done with it.
    pub mode: Mode,
    /// The next byte to read or write.
    pub position: usize,
    /// Whether it was closed.
    pub closed: bool,
    /// The standard stream that it is, if it is one.
    pub stream: Option<Stream>,
    /// What `fileno` gives.
    pub descriptor: u32,
}

impl NativeData for RawFile {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.name.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.name, released);
    }

    fn size(&self) -> usize {
        64
    }

    native_data_boilerplate!();
}

impl Vm {
    /// How long the file is.
    pub(super) fn raw_length(&self, raw: Id) -> usize {
        self.native::<RawFile>(raw).and_then(|file| self.files.read(&file.path)).map_or(0, |content| content.len())
    }

    /// At most so many bytes from the position on, without moving it. On standard input a line is asked for where all
    /// was read.
    pub(super) fn raw_peek(&mut self, raw: Id, count: usize) -> R<Vec<u8>> {
        let head = |bytes: &[u8]| bytes[..bytes.len().min(count)].to_vec();
        let Some(file) = self.native::<RawFile>(raw) else { return Ok(Vec::new()) };
        match file.stream {
            Some(Stream::Stdin) => {
                if self.input.pending.is_empty() {
                    self.input.pending = self.next_input()?;
                }
                Ok(head(&self.input.pending))
            }
            Some(Stream::Stdout | Stream::Stderr) => Ok(Vec::new()),
            None => {
                let Some(content) = self.files.read(&file.path) else { return Ok(Vec::new()) };
                Ok(content.get(file.position..).map_or(Vec::new(), head))
            }
        }
    }

    /// Reads at most so many bytes, of standard input at most a line.
    pub(super) fn raw_read(&mut self, raw: Id, count: usize) -> R<Vec<u8>> {
        let bytes = self.raw_peek(raw, count)?;
        if let Some(file) = self.native_mut::<RawFile>(raw) {
            file.position += bytes.len();
            if file.stream == Some(Stream::Stdin) {
                self.input.pending.drain(..bytes.len());
            }
        }
        Ok(bytes)
    }

    /// Reads so many bytes, or as many as there are.
    pub(super) fn raw_read_all(&mut self, raw: Id, count: usize) -> R<Vec<u8>> {
        let mut bytes = self.raw_read(raw, count)?;
        while bytes.len() < count {
            let more = self.raw_read(raw, count - bytes.len())?;
            if more.is_empty() {
                break;
            }
            bytes.extend_from_slice(&more);
        }
        Ok(bytes)
    }

    /// The next line of standard input with its end; empty at the end of the input. What was given beforehand is shown
    /// in the output, as a terminal shows what is typed.
    fn next_input(&mut self) -> R<Vec<u8>> {
        let line = match self.input.next(&self.output) {
            Next::Given(line) => {
                let line = line.map(|line| line + "\n");
                self.write_stream(Stream::Stdin, line.as_deref().unwrap_or("^D\n"))?;
                line
            }
            Next::Live(line) => line,
            Next::Wait => return Err(self.set_abort(Abort::Input)),
        };
        Ok(line.map_or(Vec::new(), String::into_bytes))
    }

    /// Writes bytes at the position, or at the end of a file that is appended to.
    pub(super) fn raw_write(&mut self, raw: Id, bytes: &[u8]) -> R<()> {
        let Some(file) = self.native::<RawFile>(raw) else { return Ok(()) };
        if let Some(stream) = file.stream {
            return self.write_stream(stream, &String::from_utf8_lossy(bytes));
        }
        let (path, start) = (file.path.clone(), if file.mode.append { usize::MAX } else { file.position });
        let start = start.min(if file.mode.append { self.raw_length(raw) } else { start });
        self.check_size(start.saturating_add(bytes.len()))?;
        let content = self.files.content_mut(&path);
        if content.len() < start {
            content.resize(start, 0);
        }
        let overlap = bytes.len().min(content.len() - start);
        content[start..start + overlap].copy_from_slice(&bytes[..overlap]);
        content.extend_from_slice(&bytes[overlap..]);
        if let Some(file) = self.native_mut::<RawFile>(raw) {
            file.position = start + bytes.len();
        }
        Ok(())
    }

    /// Moves to a position, which `whence` says where to count from: 0 the start, 1 the position, 2 the end.
    pub(super) fn raw_seek(&mut self, raw: Id, offset: i64, whence: i64) -> R<usize> {
        let position = self.native::<RawFile>(raw).map_or(0, |file| file.position);
        let from = match whence {
            0 => 0,
            1 => position as i64,
            _ => self.raw_length(raw) as i64,
        };
        let Some(target) = from.checked_add(offset).and_then(|target| usize::try_from(target).ok()) else {
            return Err(os_error(self, Exceptions::OS_ERROR, 22, "Invalid argument", None));
        };
        if let Some(file) = self.native_mut::<RawFile>(raw) {
            file.position = target;
        }
        Ok(target)
    }

    /// Cuts the file off, or fills it up with zeros.
    pub(super) fn raw_truncate(&mut self, raw: Id, length: usize) -> R<()> {
        self.check_size(length)?;
        if let Some(path) = self.native::<RawFile>(raw).map(|file| file.path.clone()) {
            self.files.content_mut(&path).resize(length, 0);
        }
        Ok(())
    }

    /// Closes it; false if it was closed before.
    pub(super) fn raw_close(&mut self, raw: Id) -> bool {
        match self.native_mut::<RawFile>(raw) {
            Some(file) => !std::mem::replace(&mut file.closed, true),
            None => false,
        }
    }

    fn open_raw(&mut self, this: Id) -> R<Mode> {
        match self.native::<RawFile>(this).filter(|file| !file.closed).map(|file| file.mode) {
            Some(mode) => Ok(mode),
            None => Err(self.value_error("I/O operation on closed file")),
        }
    }

    /// A raw file; takes the reference to its name.
    pub(super) fn new_raw(&mut self, name: Id, path: String, mode: Mode, stream: Option<Stream>) -> Id {
        let descriptor = match stream {
            Some(Stream::Stdout) => 1,
            Some(Stream::Stderr) => 2,
            Some(Stream::Stdin) => 0,
            None => 3,
        };
        let file = RawFile { name: Some(name), path, mode, position: 0, closed: false, stream, descriptor };
        self.new_native(TypeTable::FILE_IO, file)
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let Some(file) = vm.native::<RawFile>(this).cloned() else { return vm.str(this) };
    if file.closed {
        return Ok(vm.new_str("<_io.FileIO [closed]>"));
    }
    let name = vm.repr(file.name.unwrap_or(Singletons::NONE))?;
    let text =
        vm.str_text(name).map(|name| format!("<_io.FileIO name={name} mode='{}' closefd=True>", file.mode.raw_name()));
    vm.decref(name);
    Ok(vm.new_str(text.unwrap_or_default()))
}

fn finalize(vm: &mut Vm, this: Id) {
    super::warn_unclosed(vm, this);
    vm.raw_close(this);
}

fn read(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    if !vm.open_raw(this)?.read {
        return Err(super::unsupported(vm, "File not open for reading"));
    }
    let count = super::size_arg(vm, args.get(0))?;
    let bytes = vm.raw_read_all(this, count)?;
    Ok(vm.new_bytes(bytes))
}

fn write(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    if !vm.open_raw(this)?.write {
        return Err(super::unsupported(vm, "File not open for writing"));
    }
    let bytes = vm.expect_bytes(args.pos[0])?;
    vm.raw_write(this, &bytes)?;
    Ok(vm.new_int(bytes.len() as i64))
}

fn seek(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    vm.open_raw(this)?;
    let offset = vm.index(args.pos[0])?;
    let whence = args.get(1).map_or(Ok(0), |whence| vm.index(whence))?;
    let position = vm.raw_seek(this, offset, whence)?;
    Ok(vm.new_int(position as i64))
}

fn tell(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    vm.open_raw(this)?;
    let position = vm.native::<RawFile>(this).map_or(0, |file| file.position);
    Ok(vm.new_int(position as i64))
}

fn close(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    vm.raw_close(this);
    Ok(Singletons::NONE)
}

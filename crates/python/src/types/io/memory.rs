//! `io.StringIO` and `io.BytesIO`: files in memory.

use ouro_heap::Id;

use super::size_arg;
use super::text::Newline;
use crate::native::{Args, GetSet, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// The declaration of `StringIO`.
pub(crate) fn string_spec() -> TypeSpec {
    TypeSpec { methods: STRING_METHODS, getset: GETSET, ..memory_file("StringIO", new_string, next_string) }
}

/// The declaration of `BytesIO`.
pub(crate) fn bytes_spec() -> TypeSpec {
    TypeSpec { methods: BYTES_METHODS, getset: GETSET, ..memory_file("BytesIO", new_bytes, next_bytes) }
}

fn memory_file(
    name: &'static str,
    new: fn(&mut Vm, Id, &Args) -> R<Id>,
    next: fn(&mut Vm, Id) -> R<Option<Id>>,
) -> TypeSpec {
    TypeSpec {
        module: "_io",
        slots: TypeSlots { new: Some(new), iter: Some(iter), next: Some(next), ..NO_SLOTS },
        subclassable: true,
        weakrefable: true,
        ..TypeSpec::new(name)
    }
}

const STRING_METHODS: &[Native] = &[
    Native::new("getvalue", 0, 0, |vm, this, _| {
        let file = string_file(vm, this)?;
        let text: String = file.chars.into_iter().collect();
        Ok(vm.new_str(text))
    }),
    Native::new("read", 0, 1, |vm, this, args| {
        let count = size_arg(vm, args.get(0))?;
        let text: String = take(vm, this, count, |file| &mut file.chars)?.into_iter().collect();
        Ok(vm.new_str(text))
    }),
    Native::new("readline", 0, 1, |vm, this, args| {
        let limit = size_arg(vm, args.get(0))?;
        let line = string_line(vm, this, limit)?;
        Ok(vm.new_str(line))
    }),
    Native::new("readlines", 0, 1, readlines),
    Native::new("write", 1, 1, write_string),
    Native::new("writelines", 1, 1, writelines),
    Native::new("truncate", 0, 1, |vm, this, args| truncate(vm, this, args, |file| &mut file.chars)),
    Native::new("seek", 1, 2, |vm, this, args| {
        let length = string_file(vm, this)?.chars.len();
        seek(vm, this, args, length)
    }),
    Native::new("tell", 0, 0, tell),
    Native::new("close", 0, 0, close),
    Native::new("flush", 0, 0, flush),
    Native::new("readable", 0, 0, is_open),
    Native::new("writable", 0, 0, is_open),
    Native::new("seekable", 0, 0, is_open),
    Native::new("isatty", 0, 0, isatty),
    Native::new("__enter__", 0, 0, enter),
    Native::any("__exit__", exit).fastcall_since(NEVER),
];

const BYTES_METHODS: &[Native] = &[
    Native::new("getvalue", 0, 0, |vm, this, _| {
        let bytes = string_file(vm, this)?.bytes;
        Ok(vm.new_bytes(bytes))
    }),
    Native::new("getbuffer", 0, 0, |vm, this, _| {
        let bytes = string_file(vm, this)?.bytes;
        let copy = vm.new_bytearray(bytes);
        let view = vm.call(TypeTable::MEMORYVIEW, &[copy]);
        vm.decref(copy);
        view
    }),
    Native::new("read", 0, 1, |vm, this, args| {
        let count = size_arg(vm, args.get(0))?;
        let bytes = take(vm, this, count, |file| &mut file.bytes)?;
        Ok(vm.new_bytes(bytes))
    }),
    Native::new("read1", 0, 1, |vm, this, args| {
        let count = size_arg(vm, args.get(0))?;
        let bytes = take(vm, this, count, |file| &mut file.bytes)?;
        Ok(vm.new_bytes(bytes))
    }),
    Native::new("readinto", 1, 1, |vm, this, args| {
        let Data::ByteArray(array) = vm.data(args.pos[0]) else {
            let message = "readinto() argument must be read-write bytes-like object, not {}";
            return Err(vm.type_error_for(args.pos[0], message));
        };
        let count = array.bytes.len();
        let bytes = take(vm, this, count, |file| &mut file.bytes)?;
        if let Data::ByteArray(array) = vm.data_mut(args.pos[0])
            && let Some(place) = array.bytes.get_mut(..bytes.len())
        {
            place.copy_from_slice(&bytes);
        }
        Ok(vm.new_int(bytes.len() as i64))
    }),
    Native::new("readline", 0, 1, |vm, this, args| {
        let limit = size_arg(vm, args.get(0))?;
        let line = bytes_line(vm, this, limit)?;
        Ok(vm.new_bytes(line))
    }),
    Native::new("readlines", 0, 1, readlines),
    Native::new("write", 1, 1, write_bytes),
    Native::new("writelines", 1, 1, writelines),
    Native::new("truncate", 0, 1, |vm, this, args| truncate(vm, this, args, |file| &mut file.bytes)),
    Native::new("seek", 1, 2, |vm, this, args| {
        let length = string_file(vm, this)?.bytes.len();
        seek(vm, this, args, length)
    }),
    Native::new("tell", 0, 0, tell),
    Native::new("close", 0, 0, close),
    Native::new("flush", 0, 0, flush),
    Native::new("readable", 0, 0, is_open),
    Native::new("writable", 0, 0, is_open),
    Native::new("seekable", 0, 0, is_open),
    Native::new("isatty", 0, 0, isatty),
    Native::new("__enter__", 0, 0, enter),
    Native::any("__exit__", exit),
];

const GETSET: &[GetSet] = &[GetSet::get("closed", |vm, this| {
    Ok(Singletons::bool(vm.native::<MemoryFile>(this).is_none_or(|file| file.closed)))
})];

/// What is in memory: characters of a StringIO, bytes of a BytesIO.
#[derive(Clone)]
struct MemoryFile {
    chars: Vec<char>,
    bytes: Vec<u8>,
    position: usize,
    newline: Newline,
    closed: bool,
}

impl NativeData for MemoryFile {
    fn size(&self) -> usize {
        136 + self.chars.len() * 4 + self.bytes.len()
    }

    native_data_boilerplate!();
}

/// The class `io.UnsupportedOperation`, which the module `io` has: a new reference.
pub(super) fn unsupported_operation(vm: &mut Vm) -> R<Id> {
    let module = vm.intern("_io");
    let module = vm.import_module(module)?;
    let name = vm.intern("UnsupportedOperation");
    let class = vm.getattr(module, name);
    vm.decref(module);
    class
}

/// Makes the class `io.UnsupportedOperation` (_iomodule.c, iomodule_exec).
pub(crate) fn new_unsupported_operation(vm: &mut Vm) -> R<Id> {
    let name = vm.intern("UnsupportedOperation");
    let module = vm.intern("io");
    let bases = vm.new_tuple(vec![Exceptions::OS_ERROR, Exceptions::VALUE_ERROR]);
    vm.keep(bases);
    let namespace = vm.new_dict();
    vm.keep(namespace);
    vm.dict_set_name(namespace, Names::MODULE, module);
    vm.call(TypeTable::TYPE, &[name, bases, namespace])
}

fn string_file(vm: &mut Vm, this: Id) -> R<MemoryFile> {
    match vm.native::<MemoryFile>(this).filter(|file| !file.closed).cloned() {
        Some(file) => Ok(file),
        None => Err(vm.value_error(CLOSED)),
    }
}

const CLOSED: &str = "I/O operation on closed file";

fn open_file(vm: &mut Vm, this: Id) -> R<&mut MemoryFile> {
    if vm.native::<MemoryFile>(this).is_none_or(|file| file.closed) {
        return Err(vm.value_error(CLOSED));
    }
    match vm.native_mut::<MemoryFile>(this) {
        Some(file) => Ok(file),
        None => unreachable!("it was there a line above"),
    }
}

fn new_string(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["initial_value", "newline"], positional_only: 0, positional: 2, required: 0 };
    let given = vm.bind_args("StringIO", args, &names)?;
    let mut file =
        MemoryFile { chars: Vec::new(), bytes: Vec::new(), position: 0, newline: Newline::Only("\n"), closed: false };
    if let Some(newline) = given.get(1).copied().flatten() {
        file.newline = match vm.str_text(newline).as_deref() {
            None => Newline::Universal,
            Some("") => Newline::Untranslated,
            Some("\r") => Newline::Only("\r"),
            Some("\r\n") => Newline::Only("\r\n"),
            Some(_) => Newline::Only("\n"),
        };
    }
    if let Some(initial) = given.first().copied().flatten().filter(|&initial| initial != Singletons::NONE) {
        let Some(text) = vm.str_text(initial) else {
            return Err(vm.type_error_for(initial, "initial_value must be str or None, not {}"));
        };
        let text = file.newline.read(&file.newline.written(&text));
        vm.check_size(text.len().saturating_mul(4))?;
        file.chars = text.chars().collect();
    }
    Ok(vm.alloc_instance(class, Data::Native(Box::new(file))))
}

fn new_bytes(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["initial_bytes"], positional_only: 0, positional: 1, required: 0 };
    let given = vm.bind_args("BytesIO", args, &names)?;
    let bytes = match given.first().copied().flatten().filter(|&initial| initial != Singletons::NONE) {
        Some(initial) => vm.expect_bytes(initial)?.to_vec(),
        None => Vec::new(),
    };
    let newline = Newline::Only("\n");
    let file = MemoryFile { chars: Vec::new(), bytes, position: 0, newline, closed: false };
    Ok(vm.alloc_instance(class, Data::Native(Box::new(file))))
}

/// Takes at most so many items from the position on.
fn take<T: Copy>(vm: &mut Vm, this: Id, count: usize, of: fn(&mut MemoryFile) -> &mut Vec<T>) -> R<Vec<T>> {
    let file = open_file(vm, this)?;
    let position = file.position;
    let items = of(file).get(position..).unwrap_or(&[]);
    let taken = items[..items.len().min(count)].to_vec();
    file.position += taken.len();
    Ok(taken)
}

/// Puts items at the position, over what is there.
fn put<T: Copy + Default>(vm: &mut Vm, this: Id, items: &[T], of: fn(&mut MemoryFile) -> &mut Vec<T>) -> R<()> {
    let end = open_file(vm, this)?.position.saturating_add(items.len());
    vm.check_size(end.saturating_mul(size_of::<T>()))?;
    let file = open_file(vm, this)?;
    let start = file.position;
    let content = of(file);
    if content.len() < end {
        content.resize(end, T::default());
    }
    content[start..end].copy_from_slice(items);
    file.position = end;
    Ok(())
}

fn write_string(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let Some(text) = vm.str_text(args.pos[0]) else {
        return Err(vm.type_error_for(args.pos[0], "string argument expected, got '{}'"));
    };
    let newline = open_file(vm, this)?.newline;
    let written: Vec<char> = newline.read(&newline.written(&text)).chars().collect();
    put(vm, this, &written, |file| &mut file.chars)?;
    Ok(vm.new_int(text.0.char_count() as i64))
}

fn write_bytes(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let bytes = vm.expect_bytes(args.pos[0])?;
    put(vm, this, &bytes, |file| &mut file.bytes)?;
    Ok(vm.new_int(bytes.len() as i64))
}

fn string_line(vm: &mut Vm, this: Id, limit: usize) -> R<String> {
    let file = open_file(vm, this)?;
    let rest: String = file.chars.get(file.position..).unwrap_or(&[]).iter().collect();
    let length = file.newline.line_end(&rest, true).unwrap_or(rest.len());
    let line: String = rest[..length].chars().take(limit).collect();
    file.position += line.chars().count();
    Ok(line)
}

fn bytes_line(vm: &mut Vm, this: Id, limit: usize) -> R<Vec<u8>> {
    let file = open_file(vm, this)?;
    let rest = file.bytes.get(file.position..).unwrap_or(&[]);
    let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |newline| newline + 1);
    let line = rest[..end.min(limit)].to_vec();
    file.position += line.len();
    Ok(line)
}

fn next_string(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let line = string_line(vm, this, usize::MAX)?;
    Ok(if line.is_empty() { None } else { Some(vm.new_str(line)) })
}

fn next_bytes(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let line = bytes_line(vm, this, usize::MAX)?;
    Ok(if line.is_empty() { None } else { Some(vm.new_bytes(line)) })
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    open_file(vm, this)?;
    Ok(vm.incref(this))
}

fn readlines(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let hint = match size_arg(vm, args.get(0))? {
        0 => usize::MAX,
        hint => hint,
    };
    let lines = vm.new_list(Vec::new());
    vm.keep(lines);
    let mut total = 0;
    while total < hint
        && let Some(line) = vm.next(this)?
    {
        total += vm.len(line)?;
        if let Some(items) = vm.list_items_mut(lines) {
            items.push(line);
        }
    }
    Ok(vm.incref(lines))
}

fn writelines(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
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

fn truncate<T>(vm: &mut Vm, this: Id, args: &Args, of: fn(&mut MemoryFile) -> &mut Vec<T>) -> R<Id> {
    let length = match args.get(0).filter(|&arg| arg != Singletons::NONE) {
        Some(length) => {
            let length = vm.index(length)?;
            match usize::try_from(length) {
                Ok(length) => length,
                Err(_) => return Err(vm.value_error(format!("Negative size value {length}"))),
            }
        }
        None => open_file(vm, this)?.position,
    };
    of(open_file(vm, this)?).truncate(length);
    Ok(vm.new_int(length as i64))
}

fn seek(vm: &mut Vm, this: Id, args: &Args, length: usize) -> R<Id> {
    let offset = vm.index(args.pos[0])?;
    let whence = args.get(1).map_or(Ok(0), |whence| vm.index(whence))?;
    let position = open_file(vm, this)?.position as i64;
    let from = match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("Negative seek position {offset}"))),
        0 => 0,
        1 => position,
        2 => length as i64,
        _ => return Err(vm.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    let target = from.saturating_add(offset).max(0);
    open_file(vm, this)?.position = usize::try_from(target).unwrap_or(0);
    Ok(vm.new_int(target))
}

fn tell(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let position = open_file(vm, this)?.position;
    Ok(vm.new_int(position as i64))
}

fn close(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    if let Some(file) = vm.native_mut::<MemoryFile>(this) {
        file.closed = true;
        (file.chars, file.bytes) = (Vec::new(), Vec::new());
    }
    Ok(Singletons::NONE)
}

fn flush(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    open_file(vm, this)?;
    Ok(Singletons::NONE)
}

fn is_open(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    open_file(vm, this)?;
    Ok(Singletons::TRUE)
}

fn isatty(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    open_file(vm, this)?;
    Ok(Singletons::FALSE)
}

fn enter(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    open_file(vm, this)?;
    Ok(vm.incref(this))
}

fn exit(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    vm.call_method(this, Names::CLOSE, &[])
}

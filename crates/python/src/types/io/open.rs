//! The builtin `open` (_iomodule.c, _io_open_impl).

use ouro_heap::Id;

use super::text::Newline;
use super::{Mode, no_such_file, os_error};
use crate::native::Args;
use crate::text::codec::Encoding;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Parameters, R, SharedText, Singletons, Vm};

const PARAMETERS: Parameters = Parameters {
    names: &["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"],
    positional_only: 0,
    positional: 8,
    required: 1,
};

/// A mode, and whether it is binary.
fn parse_mode(vm: &mut Vm, text: &str) -> R<(Mode, bool)> {
    let has = |c| text.contains(c);
    let known = text.chars().all(|c| "rwaxbt+".contains(c));
    let repeated = text.char_indices().any(|(i, c)| text[..i].contains(c));
    if !known || repeated {
        return Err(vm.value_error(format!("invalid mode: '{text}'")));
    }
    if has('b') && has('t') {
        return Err(vm.value_error("can't have text and binary mode at once"));
    }
    match "rwax".chars().filter(|&c| has(c)).count() {
        0 => {
            let message = "Must have exactly one of create/read/write/append mode and at most one plus";
            return Err(vm.value_error(message));
        }
        1 => {}
        _ => return Err(vm.value_error("must have exactly one of create/read/write/append mode")),
    }
    let mode = Mode { read: has('r') || has('+'), write: !has('r') || has('+'), append: has('a'), create: has('x') };
    Ok((mode, has('b')))
}

/// A keyword that is None or a str.
fn optional_text(vm: &mut Vm, arg: Option<Id>, name: &str) -> R<Option<SharedText>> {
    match arg.filter(|&arg| arg != Singletons::NONE) {
        None => Ok(None),
        Some(arg) => match vm.str_text(arg) {
            Some(text) => Ok(Some(text)),
            None => Err(vm.type_error_for(arg, &format!("open() argument '{name}' must be str or None, not {{}}"))),
        },
    }
}

/// A path: a str, bytes, or what `__fspath__` gives.
pub(crate) fn path_of(vm: &mut Vm, file: Id) -> R<String> {
    let mut file = file;
    let name = vm.intern("__fspath__");
    if vm.str_data(file).is_none() && vm.type_lookup(vm.class_of(file), name).is_some() {
        let path = vm.call_method(file, name, &[])?;
        file = vm.keep(path);
    }
    let path = match (vm.str_text(file), vm.byte_slice(file)) {
        (Some(path), _) => path.to_string(),
        (None, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        (None, None) => {
            return Err(vm.type_error_for(file, "expected str, bytes or os.PathLike object, not {}"));
        }
    };
    if path.contains('\0') {
        return Err(vm.value_error("embedded null byte"));
    }
    Ok(path)
}

/// Finds or makes the file.
fn prepare(vm: &mut Vm, name: Id, path: &str, mode: Mode, truncate: bool) -> R<()> {
    if path.is_empty() {
        return Err(no_such_file(vm, name));
    }
    if vm.files.is_directory(path) {
        let (class, number, text) = match mode.create {
            true => (Exceptions::FILE_EXISTS_ERROR, 17, "File exists"),
            false => (Exceptions::IS_A_DIRECTORY_ERROR, 21, "Is a directory"),
        };
        return Err(os_error(vm, class, number, text, Some(name)));
    }
    let exists = vm.files.exists(path);
    if exists && mode.create {
        return Err(os_error(vm, Exceptions::FILE_EXISTS_ERROR, 17, "File exists", Some(name)));
    }
    let may_make = truncate || mode.append || mode.create;
    if !exists && (!may_make || !vm.files.has_parent(path)) {
        return Err(no_such_file(vm, name));
    }
    if truncate || !exists {
        vm.files.write(path, Vec::new());
    }
    Ok(())
}

/// `open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)`
pub(crate) fn open(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let given = vm.bind_args("open", args, &PARAMETERS)?;
    let arg = |i: usize| given.get(i).copied().flatten();
    let name = arg(0).unwrap_or(Singletons::NONE);
    let path = path_of(vm, name)?;
    let mode_text = match arg(1) {
        Some(mode) => vm.expect_str(mode, "open() argument 'mode'")?.to_string(),
        None => "r".to_owned(),
    };
    let buffering = arg(2).map_or(Ok(-1), |buffering| vm.index(buffering))?;
    let encoding_name = optional_text(vm, arg(3), "encoding")?;
    let errors = optional_text(vm, arg(4), "errors")?;
    let newline = optional_text(vm, arg(5), "newline")?;
    let (mode, binary) = parse_mode(vm, &mode_text)?;
    if binary {
        for (text, what) in [(&encoding_name, "an encoding"), (&errors, "an errors"), (&newline, "a newline")] {
            if text.is_some() {
                return Err(vm.value_error(format!("binary mode doesn't take {what} argument")));
            }
        }
    }
    prepare(vm, name, &path, mode, mode_text.contains('w'))?;
    let name = vm.incref(name);
    let raw = vm.new_raw(name, path, mode, None);
    if mode.append {
        vm.raw_seek(raw, 0, 2)?;
    }
    if buffering == 0 {
        if binary {
            return Ok(raw);
        }
        vm.decref(raw);
        return Err(vm.value_error("can't have unbuffered text I/O"));
    }
    let class = match (mode.read, mode.write) {
        (true, true) => TypeTable::BUFFERED_RANDOM,
        (true, false) => TypeTable::BUFFERED_READER,
        _ => TypeTable::BUFFERED_WRITER,
    };
    let buffer = vm.new_buffered(class, raw);
    if binary {
        return Ok(buffer);
    }
    vm.keep(buffer);
    let encoding = encoding_name.as_deref().map_or(Ok(Encoding::Utf8), |name| vm.find_encoding(name))?;
    // A mark would have to be written once, at the beginning.
    if encoding.has_mark() {
        let name = encoding_name.as_deref().unwrap_or_default();
        return Err(vm.raise(Exceptions::LOOKUP_ERROR, format!("unknown encoding: {name}")));
    }
    let newline = match newline.as_deref() {
        None => Newline::Universal,
        Some("") => Newline::Untranslated,
        Some("\n") => Newline::Only("\n"),
        Some("\r") => Newline::Only("\r"),
        Some("\r\n") => Newline::Only("\r\n"),
        Some(other) => return Err(vm.value_error(format!("illegal newline value: {other}"))),
    };
    let buffer = vm.incref(buffer);
    let encoding_name = encoding_name.as_deref().unwrap_or(vm.version.default_encoding);
    let errors = errors.as_deref().unwrap_or("strict");
    Ok(vm.new_text_file(buffer, &mode_text, encoding_name, encoding, errors, newline))
}

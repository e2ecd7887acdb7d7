//! Files: `open`, and the three layers it stacks as CPython does: text over a buffer over raw bytes.

pub(crate) mod buffered;
pub(crate) mod codec;
mod flag_methods;
mod line_buffer;
pub(crate) mod memory;
mod open;
pub(crate) mod raw;
pub(crate) mod text;

use ouro_heap::Id;

use crate::object::free_list;
use crate::output::Stream;
use crate::text::codec::Encoding;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Abort, Limit, R, Raised, Singletons, Vm};

pub(crate) use buffered::{BUFFER_SIZE, random_spec, reader_spec, writer_spec};
pub(crate) use codec::{decoder_spec, encoder_spec, newline_decoder_spec};
pub(crate) use line_buffer::LineBuffer;
pub(crate) use memory::{bytes_spec, new_unsupported_operation, string_spec};
pub(crate) use open::{open, path_of};
pub(crate) use raw::spec as raw_spec;
use text::Newline;
pub(crate) use text::spec as text_spec;

/// What may be done with a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mode {
    pub read: bool,
    pub write: bool,
    pub append: bool,
    pub create: bool,
}

impl Mode {
    /// `FileIO.mode`
    pub(crate) fn raw_name(self) -> &'static str {
        match self {
            Mode { create: true, read: false, .. } => "xb",
            Mode { create: true, read: true, .. } => "xb+",
            Mode { append: true, read: false, .. } => "ab",
            Mode { append: true, read: true, .. } => "ab+",
            Mode { read: true, write: true, .. } => "rb+",
            Mode { read: true, .. } => "rb",
            _ => "wb",
        }
    }
}

/// OSError or one of its subclasses, with its number, text and the file's name (borrowed).
pub(crate) fn os_error(vm: &mut Vm, class: Id, number: i64, text: &str, name: Option<Id>) -> Raised {
    let number = vm.new_int(number);
    let text = vm.new_str(text);
    let mut args = vec![number, text];
    args.extend(name);
    let raised = vm.raise_with(class, &args);
    vm.decref_all([number, text]);
    raised
}

/// `io.UnsupportedOperation`, which the module `io` has: it is an OSError and a ValueError.
fn unsupported(vm: &mut Vm, message: &str) -> Raised {
    match memory::unsupported_operation(vm) {
        Ok(class) => {
            vm.keep(class);
            let text = vm.new_str(message);
            let made = vm.call(class, &[text]);
            vm.decref(text);
            match made {
                Ok(exception) => vm.raise_object(exception),
                Err(raised) => raised,
            }
        }
        Err(raised) => raised,
    }
}

/// How much to read: everything for None and negative numbers.
fn size_arg(vm: &mut Vm, arg: Option<Id>) -> R<usize> {
    let Some(arg) = arg.filter(|&arg| arg != Singletons::NONE) else { return Ok(usize::MAX) };
    if !vm.has_index(arg) {
        return Err(vm.type_error_for(arg, "argument should be integer or None, not '{}'"));
    }
    Ok(usize::try_from(vm.index(arg)?).unwrap_or(usize::MAX))
}

/// The stream that a text file writes straight to, if it is one of the program's standard streams and open.
pub(crate) fn standard_stream(vm: &Vm, file: Id) -> Option<Stream> {
    if vm.class_of(file) != TypeTable::TEXT_IO {
        return None;
    }
    vm.native::<text::TextFile>(file)?.stream.filter(|&stream| stream != Stream::Stdin)
}

impl Vm {
    /// What `sys.stdin`, `sys.stdout` or `sys.stderr` is at the start: a new reference.
    pub(crate) fn new_standard_file(&mut self, stream: Stream) -> Id {
        let (name, mode, errors) = match stream {
            Stream::Stdin => ("<stdin>", "r", "strict"),
            Stream::Stdout => ("<stdout>", "w", "strict"),
            Stream::Stderr => ("<stderr>", "w", "backslashreplace"),
        };
        let name = self.new_str(name);
        let reads = stream == Stream::Stdin;
        let flags = Mode { read: reads, write: !reads, ..Mode::default() };
        let raw = self.new_raw(name, String::new(), flags, Some(stream));
        let class = if reads { TypeTable::BUFFERED_READER } else { TypeTable::BUFFERED_WRITER };
        let buffer = self.new_buffered(class, raw);
        self.new_text_file(buffer, mode, "utf-8", Encoding::Utf8, errors, Newline::Universal)
    }

    /// Writes text to one of the program's streams, as `sys.stdout` and `sys.stderr` do.
    pub(crate) fn write_text_stream(&mut self, stream: Stream, text: &str) -> R<()> {
        self.buffer_text(stream, text);
        self.write_stream(stream, text)
    }

    /// Writes text to one of the program's streams, past all buffers.
    pub(crate) fn write_stream(&mut self, stream: Stream, text: &str) -> R<()> {
        if self.output.write(self.steps, stream, text) {
            return Ok(());
        }
        Err(self.set_abort(Abort::Limit(Limit::Output)))
    }

    /// ValueError unless a condition about a file holds.
    fn check_open(&mut self, raw: Id, message: &str) -> R<()> {
        match self.native::<raw::RawFile>(raw) {
            Some(file) if !file.closed => Ok(()),
            _ => Err(self.value_error(message)),
        }
    }
}

/// Warns of a file that dies while it is open. Filters ignore that until the program has `warnings`.
fn warn_unclosed(vm: &mut Vm, file: Id) {
    let raw = flag_methods::raw_of(vm, file);
    if !vm.native::<raw::RawFile>(raw).is_some_and(|raw| !raw.closed && raw.stream.is_none() && raw.descriptor > 2) {
        return;
    }
    let warnings = vm.intern("warnings");
    if vm.last_filters.is_none() && vm.dict_get_name(vm.modules, warnings).is_none() {
        return;
    }
    match vm.repr_text(file) {
        Ok(repr) => vm.warn_in_finalizer(Exceptions::RESOURCE_WARNING, &format!("unclosed file {repr}"), file),
        Err(raised) => vm.discard(raised),
    }
}

/// FileNotFoundError, FileExistsError, ... for a name.
fn no_such_file(vm: &mut Vm, name: Id) -> Raised {
    // The arguments of FileIO, a tuple of one, and the arguments of the error, whose `args` are their first two
    // (_io__open_impl, oserror_parse_args; the tuple of one was measured).
    for items in [4, 1, 3] {
        vm.heap.count_temporary(free_list::TUPLE + items - 1);
    }
    os_error(vm, Exceptions::FILE_NOT_FOUND_ERROR, 2, "No such file or directory", Some(name))
}

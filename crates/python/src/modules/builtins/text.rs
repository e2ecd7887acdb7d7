//! Builtin functions about text: `print`, `input`, `repr`, `ascii`, `format`, `ord`, `chr`.

use num_traits::ToPrimitive;
use ouro_heap::Id;

use crate::native::{Args, Native};
use crate::object::{Data, free_list};
use crate::output::Stream;
use crate::text::escape;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::io;
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// The functions.
pub(crate) const FUNCTIONS: &[Native] = &[
    Native::any("print", print),
    Native::new("input", 0, 1, input),
    Native::any("open", io::open),
    Native::new("repr", 1, 1, repr),
    Native::new("ascii", 1, 1, ascii),
    Native::new("format", 1, 2, format),
    Native::new("ord", 1, 1, ord),
    Native::new("chr", 1, 1, chr),
];

/// Writes to one of the program's streams: its `write` is bound for that (fileobject.c, PyFile_WriteObject).
fn write_stream(vm: &mut Vm, file: Id, stream: Stream, text: &str) -> R<()> {
    let write = match vm.heap.gc_pending {
        true => Some(vm.getattr(file, Names::WRITE)?),
        false => {
            vm.heap.count_temporary(free_list::BUILTIN);
            None
        }
    };
    vm.check_signals();
    let result = vm.write_text_stream(stream, text);
    vm.decref_slot(write);
    result
}

/// Where `print` writes: borrowed.
#[derive(Clone, Copy)]
struct Sink {
    /// An object with `write`.
    file: Id,
    /// Which of the program's own streams it is, as it was at the start.
    stream: Option<Stream>,
}

impl Sink {
    fn of(vm: &Vm, file: Id) -> Sink {
        Sink { file, stream: io::standard_stream(vm, file) }
    }

    fn write(self, vm: &mut Vm, text: &str) -> R<()> {
        match self.stream {
            Some(stream) => write_stream(vm, self.file, stream, text),
            None => {
                let text = vm.new_str(text);
                vm.check_signals();
                let result = vm.call_method(self.file, Names::WRITE, &[text]);
                vm.decref(text);
                let result = result?;
                vm.decref(result);
                Ok(())
            }
        }
    }

    fn flush(self, vm: &mut Vm) -> R<()> {
        match self.stream {
            Some(stream) => vm.flush_stream(stream),
            None => {
                let result = vm.call_method(self.file, Names::FLUSH, &[])?;
                vm.decref(result);
            }
        }
        Ok(())
    }

    /// Writes `str(object)`: its text is made when `write` is bound already (fileobject.c, PyFile_WriteObject).
    fn write_object(self, vm: &mut Vm, object: Id) -> R<()> {
        let class = vm.class_of(object);
        if let Some(stream) = self.stream {
            if class == TypeTable::STR
                && let Some(text) = vm.str_text(object)
            {
                return write_stream(vm, self.file, stream, &text);
            }
            if class == TypeTable::INT
                && let Data::Int(value) = vm.data(object)
            {
                let text = value.to_string();
                return write_stream(vm, self.file, stream, &text);
            }
        }
        let write = vm.getattr(self.file, Names::WRITE)?;
        let text = match vm.str(object) {
            Ok(text) => text,
            Err(raised) => {
                vm.decref(write);
                return Err(raised);
            }
        };
        let result = match (self.stream, vm.str_text(text)) {
            (Some(stream), Some(text)) => vm.write_text_stream(stream, &text),
            _ => vm.call(write, &[text]).map(|result| vm.decref(result)),
        };
        vm.decref(text);
        vm.decref(write);
        result
    }
}

/// A keyword of `print` that is None or a str.
fn optional_text(vm: &mut Vm, arg: Option<Id>, name: &str, default: &'static str) -> R<String> {
    match arg.filter(|&arg| arg != Singletons::NONE) {
        None => Ok(default.to_owned()),
        Some(arg) => match vm.str_text(arg) {
            Some(text) => Ok(text.to_string()),
            None => Err(vm.type_error_for(arg, &format!("{name} must be None or a string, not {{}}"))),
        },
    }
}

fn print(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    if vm.version.tuples_of_varargs {
        vm.hold_arguments(&Args { pos: args.pos, kw: &[] });
    }
    let (mut separator, mut end, mut file, mut flush) = (None, None, None, None);
    if !args.kw.is_empty() {
        let names =
            Parameters { names: &["sep", "end", "file", "flush"], positional_only: 0, positional: 0, required: 0 };
        let given = vm.bind_args("print", &Args { pos: &[], kw: args.kw }, &names)?;
        [separator, end, file, flush] = [0, 1, 2, 3].map(|i| given.get(i).copied().flatten());
    }
    let file = match file.filter(|&file| file != Singletons::NONE) {
        Some(file) => file,
        None => match vm.sys_attribute("stdout") {
            Some(Singletons::NONE) => return Ok(Singletons::NONE),
            Some(file) => file,
            None => return Err(vm.raise(Exceptions::RUNTIME_ERROR, "lost sys.stdout")),
        },
    };
    // The program may replace `sys.stdout` while its objects are being printed.
    let file = vm.incref(file);
    vm.keep(file);
    let sink = Sink::of(vm, file);
    let separator = optional_text(vm, separator, "sep", " ")?;
    let end = optional_text(vm, end, "end", "\n")?;
    for (i, &object) in args.pos.iter().enumerate() {
        if i > 0 {
            sink.write(vm, &separator)?;
        }
        sink.write_object(vm, object)?;
    }
    sink.write(vm, &end)?;
    if let Some(flush) = flush
        && vm.is_true(flush)?
    {
        sink.flush(vm)?;
    }
    Ok(Singletons::NONE)
}

/// `sys.stdin` or `sys.stdout`, kept alive for as long as the calling function runs.
fn standard_file(vm: &mut Vm, name: &str) -> R<Id> {
    match vm.sys_attribute(name).filter(|&file| file != Singletons::NONE) {
        Some(file) => {
            let file = vm.incref(file);
            vm.keep(file);
            Ok(file)
        }
        None => Err(vm.raise(Exceptions::RUNTIME_ERROR, format!("input(): lost sys.{name}"))),
    }
}

/// A line from `sys.stdin`, whatever that is by now (CPython 3.13 bltinmodule.c, builtin_input_impl).
fn input(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let source = standard_file(vm, "stdin")?;
    let sink = standard_file(vm, "stdout")?;
    standard_file(vm, "stderr")?;
    let sink = Sink::of(vm, sink);
    if let Some(prompt) = args.get(0) {
        sink.write_object(vm, prompt)?;
    }
    sink.flush(vm)?;
    let readline = vm.intern("readline");
    let line = vm.call_method(source, readline, &[])?;
    vm.keep(line);
    let Some(text) = vm.str_text(line) else {
        return Err(vm.type_error("object.readline() returned non-string"));
    };
    if text.is_empty() {
        return Err(vm.raise(Exceptions::EOF_ERROR, "EOF when reading a line"));
    }
    let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
    Ok(vm.new_str(text))
}

fn repr(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    vm.repr(args.pos[0])
}

fn ascii(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    vm.ascii(args.pos[0])
}

impl Vm {
    /// `ascii(object)`: its repr with everything beyond ASCII escaped.
    pub fn ascii(&mut self, object: Id) -> R<Id> {
        let repr = self.repr(object)?;
        match self.str_text(repr) {
            Some(text) if !text.is_ascii() => {
                self.decref(repr);
                Ok(self.new_str(escape::escape_non_ascii(&text)))
            }
            _ => Ok(repr),
        }
    }
}

fn format(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let spec = match args.get(1) {
        Some(spec) => vm.expect_str(spec, "format() argument 2")?.to_string(),
        None => String::new(),
    };
    vm.format(args.pos[0], &spec)
}

fn ord(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let arg = args.pos[0];
    let (length, code) = if let Some(text) = vm.str_data(arg) {
        (text.char_count(), text.as_str().chars().next().map(|c| c as i64))
    } else if let Some(bytes) = vm.byte_slice(arg) {
        (bytes.len(), bytes.first().map(|&byte| byte.into()))
    } else {
        return Err(vm.type_error_for(arg, "ord() expected string of length 1, but {} found"));
    };
    match code.filter(|_| length == 1) {
        Some(code) => Ok(vm.new_int(code)),
        None => Err(vm.type_error(format!("ord() expected a character, but string of length {length} found"))),
    }
}

fn chr(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let code = vm.big_index(args.pos[0])?;
    match code.to_u32().filter(|&code| code < 0x110000).map(char::from_u32) {
        Some(Some(c)) => Ok(vm.new_char(c)),
        Some(None) => Err(vm.value_error(format!("chr() of the surrogate {code:#x} is not supported"))),
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

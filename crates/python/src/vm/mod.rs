//! The machine: objects, frames, and the loop that runs bytecode.
//!
//! A [`Vm`] is plain data. Cloning one between two instructions of the outermost loop is a checkpoint.

mod args;
mod attribute;
mod boot;
mod borrow;
mod build;
mod call;
mod class;
mod compare;
mod constants;
mod dict;
mod errors;
mod eval;
mod eval_attributes;
mod eval_calls;
mod eval_execute;
mod eval_names;
mod eval_rare;
mod finalize;
mod frame;
mod gc;
mod generator;
mod host;
mod import;
mod instance;
mod interning;
mod layout;
mod mapping;
mod memory;
mod mro;
mod number;
mod observe;
mod operands;
mod pattern;
mod place;
mod protocol;
mod raise;
mod sequence;
mod set;
mod size;
mod slots;
mod text;
mod traceback;
mod type_init;
mod type_new;
mod type_parameters;
mod unraisable;
mod unwind;
mod wellknown;

use std::rc::Rc;

use hashbrown::HashMap;
use ouro_heap::{Heap, Id, SizeClass};
use ouro_library::Library;

pub use args::Parameters;
pub use frame::{Frame, FrameFlags, Variable};
pub use gc::{CollectionRecord, GcState};
pub(crate) use generator::Resumed;
pub use host::{Limits, Probe, Status};
pub(crate) use mapping::Merge;
pub(crate) use protocol::hash_not_implemented;
pub use raise::RaisedInfo;
pub(crate) use sequence::saturating_count;
pub use sequence::{adjust_slice, slice_length};
pub(crate) use size::block;
pub(crate) use slots::WRAPPERS;
pub use text::SharedText;
pub use wellknown::{Names, SMALL_INT_MAX, SMALL_INT_MIN, Singletons};

use crate::data::Cache;
use crate::input::Input;
use crate::object::{Data, Slot};
use crate::output::Output;
use crate::version::Version;

/// Says that an exception was raised: it is in the machine (`Vm::catch`). Not to be dropped: pass it on, or catch it.
#[derive(Debug)]
#[must_use]
pub struct Raised(());

/// Result of whatever can raise.
pub type R<T> = Result<T, Raised>;

/// Why a machine stops in the middle, past all handlers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Abort {
    /// A limit was reached.
    Limit(Limit),
    /// The host asked.
    Stopped,
    /// The program reads a line of standard input that the host has yet to give ([`Input::wait_at_end`]).
    Input,
    /// The step that the host waits for began inside a call from Rust; the probe has seen it.
    Probed,
}

/// The limits of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Line events.
    Steps,
    /// Instructions that loop or call.
    Instructions,
    /// Bytes of objects.
    Bytes,
    /// Characters of output.
    Output,
}

/// A machine that runs one program.
#[derive(Clone)]
pub struct Vm {
    /// All objects.
    pub heap: Heap<Data>,
    /// The release it follows.
    pub version: Rc<Version>,
    /// The version's, close at hand.
    pub(crate) greatest_cached_int: i64,
    /// The memory of an int of up to two digits.
    pub(crate) int_block: SizeClass,
    /// Locals and operands of all running frames, the outermost first.
    pub(crate) stack: Vec<Slot>,
    /// Running frames, the outermost first.
    pub(crate) frames: Vec<Frame>,
    /// The instruction that the innermost frame is at.
    pub(crate) pc: u32,
    /// Exceptions being handled: one for the main program and one for each running generator.
    pub(crate) handled: Vec<Slot>,
    /// The exception in flight: owned.
    pub(crate) raised: Slot,
    /// Serial number of the exception last raised, and the line events when it was raised first.
    pub(crate) raised_at: Option<(u32, u32)>,
    /// New references handed over by `keep`.
    pub(crate) temps: Vec<Id>,
    /// Why everything unwinds, if it does.
    pub(crate) abort: Option<Abort>,
    /// Inline caches of all code, by `CodeObject::cache_base`.
    pub(crate) caches: Vec<Cache>,
    /// Weak references to builtin classes: owned.
    pub(crate) class_weakrefs: Vec<Id>,
    /// Names of variables that codes were asked for: owned.
    pub(crate) code_names: HashMap<(Id, crate::types::code::CachedNames), Id>,
    /// What calls of classes, properties and `__getitem__` are specialised for, by `CodeObject::instr_base`.
    pub(crate) specialised: HashMap<u32, eval_calls::Specialised>,
    /// Which instructions have run before, by `CodeObject::instr_base`, of those for which it matters, such as `super()`.
    /// From the second time on CPython runs them by a specialised one that holds fewer references.
    pub(crate) warm: Vec<bool>,
    /// Whether any generator was suspended that holds references which do not count.
    pub(crate) generators_borrow: bool,
    /// What the class's mro gave for a name, by (class version, name).
    pub(crate) method_cache: HashMap<(u32, Id), Option<Id>>,
    /// Strs by their texts: those that are not immortal are borrowed.
    pub(crate) interned: HashMap<Rc<str>, Id>,
    /// Instances whose attributes were not set in the order of their class's keys: the indices in the order they were.
    pub(crate) attribute_orders: HashMap<Id, Vec<u8>>,
    /// Counter for `Dict::keys_version` and `Class::version`.
    pub(crate) next_version: u32,
    /// Number of the next frame.
    pub(crate) next_frame: u32,
    /// The namespace of builtins: a dict, owned.
    pub builtins: Id,
    /// What the namespace of builtins held at the start, and the functions of `sys`, owned: the interpreter keeps copies
    /// of both.
    pub(crate) builtins_copy: Vec<(Id, Id)>,
    /// What builtin functions read their keywords with, owned: each is made at the function's first call with keywords.
    pub(crate) keyword_parsers: Vec<(&'static str, Id)>,
    /// Constants of the program, owned: its syntax tree refers to them while it runs.
    pub(crate) program_constants: Vec<Id>,
    /// `sys.modules`: a dict, owned.
    pub modules: Id,
    /// The dicts where importlib notes its locks, owned: empty, and tracked since something was put into them.
    pub(crate) import_locks: [Id; 2],
    /// The namespace of `sys`: a dict, owned.
    pub(crate) sys: Slot,
    /// The namespace of `__main__`: a dict, owned; `None` before a program is loaded and after the end.
    pub main: Slot,
    /// The descriptors of `__dict__` and `__weakref__` that all classes share, in releases where they do: immortal.
    pub(crate) instance_descriptors: Vec<(&'static str, Id)>,
    /// Unfinished lines of `sys.stdout` and `sys.stderr`.
    pub(crate) line_buffers: [crate::types::io::LineBuffer; 2],
    /// What was printed.
    pub output: Output,
    /// What standard input has.
    pub input: Input,
    /// Where modules written in Python come from.
    pub library: Library,
    /// Files that `open` finds.
    pub files: crate::files::FileSystem,
    /// Line events so far.
    pub steps: u32,
    /// The line event at which to pause; `u32::MAX` for none.
    pub(crate) pause_at: u32,
    /// Instructions that loop or call, so far and at most.
    pub instructions: u64,
    pub(crate) instruction_limit: u64,
    /// Nanoseconds that the program has slept.
    pub(crate) slept: u64,
    /// How large the model's objects may get, in bytes.
    pub(crate) byte_limit: u64,
    /// When to measure them next (`instructions` reaches it).
    pub(crate) next_measure: u64,
    pub(crate) step_limit: u32,
    /// The serial number from which on objects are the program's own.
    pub(crate) first_serial: u32,
    /// Serial numbers of what imports of the library made.
    pub(crate) library_serials: Vec<std::ops::Range<u32>>,
    /// The serial number from which on objects were made by the running step.
    pub(crate) step_serial: u32,
    /// Steps in which a container of the program died that was there before the step, in order.
    pub deaths: Vec<u32>,
    /// Whether the loop tells the journal which instruction is running.
    pub(crate) journal_mode: bool,
    /// How often the filters of warnings were changed.
    pub(crate) warning_filters: i64,
    /// `warnings.filters` while the interpreter ends: owned.
    pub(crate) last_filters: Slot,
    /// Who looks at calls, lines and allocations.
    pub(crate) observers: observe::Observers,
    /// Whether the loop has to be the one for observers.
    pub(crate) observed: bool,
    /// Whether the loop that runs is that one.
    pub(crate) loop_observed: bool,
    /// The name of the file whose lines are steps.
    pub(crate) program_name: Rc<str>,
    /// Source texts by file name, for tracebacks.
    pub(crate) sources: HashMap<Rc<str>, Rc<str>>,
    /// What sees the machine at a step inside a call from Rust, where it cannot pause.
    pub(crate) probe: host::ProbeSlot,
    /// When to look up from the loop at what the host wants (`instructions` reaches it).
    pub(crate) slice_end: u64,
    /// What `slice_end` is in truth, while it makes the loop look up at once.
    pub(crate) deferred_slice_end: Option<u64>,
    /// Calls from Rust into Python that are running.
    pub(crate) native_depth: u32,
    /// Frames and native calls at most (`sys.setrecursionlimit`).
    pub recursion_limit: u32,
    /// Digits of an int that is read from or written as a text, at most; 0 for any number (`sys.set_int_max_str_digits`).
    pub(crate) int_max_str_digits: usize,
    /// Whether the generator that Rust resumed has just returned, not yielded.
    pub(crate) generator_returned: bool,
    /// The object of the program's frame that has ended, if it had one: owned.
    pub(crate) last_frame: Slot,
    /// The thread's dict, owned, and the list in it of containers whose repr is being made, for `[...]`.
    pub(crate) repr_state: Option<(Id, Id)>,
    /// The program's outermost frame, from its last line until the interpreter exits: there it is still running.
    pub(crate) ended: Option<Frame>,
    /// The bytes of one byte that there are, by that byte.
    pub(crate) single_bytes: Vec<Slot>,
    /// State of the `gc` module.
    pub gc: GcState,
    /// `sys.set_asyncgen_hooks`: called for an asynchronous generator that is iterated for the first time, and for one
    /// that dies before its end. Owned.
    pub(crate) async_generator_hooks: [Slot; 2],
    /// Functions of `atexit` and `weakref.finalize`, in order: owned callables with arguments.
    pub(crate) exit_functions: Vec<Vec<Id>>,
    /// Counts registrations of virtual subclasses: `abc.get_cache_token()`.
    pub(crate) abc_cache_token: u64,
    /// Whether the interpreter is ending (`sys.is_finalizing()`).
    pub(crate) finalizing: bool,
}

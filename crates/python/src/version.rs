//! What distinguishes one release of CPython from another, as data.

use ouro_heap::{FreeList, GcConfig, Id, MAX_FREE_LISTS, Trigger};

use crate::bytecode::Op;
use crate::object::free_list;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// How many objects with a free list something has at once: the list, how many, and how many more on each level of a
/// recursion.
pub(crate) type Search = &'static [(FreeList, u8, u8)];

/// A release to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// As it is chosen: `3.13`.
    pub name: &'static str,
    /// Major, minor and micro version of the interpreter it was checked against.
    pub number: (u32, u32, u32),
    /// For what newer releases of the same series have replaced: the releases that it stands for.
    pub history: Option<&'static str>,
    /// The collector's.
    pub gc: GcConfig,
    /// The generation in which a program's start finds the namespace of `__main__`: `gc.get_objects(generation)` at the
    /// first line of a program tells. (It is 1 in 3.12.1 and 3.13.0, 0 in 3.14.8 and 3.15.0.)
    pub startup_generation: u8,
    /// Whether `tuple(iterable)` makes the tuple before it asks for items (up to 3.13 abstract.c, PySequence_Tuple).
    pub tuples_made_before_items: bool,
    /// What `sys.getrefcount` gives for an immortal object.
    pub immortal_refcount: u32,
    /// Whether every str that is interned becomes immortal, not just names in code.
    pub interning_immortalizes: bool,
    /// The greatest of the ints that are there from the start and immortal.
    pub greatest_cached_int: i64,
    /// Whether an attribute that a class pattern misses makes an error, and lets go of it.
    pub matching_makes_errors: bool,
    /// Whether a class pattern collects attributes in no list but at once in a tuple.
    pub matches_into_tuple: bool,
    /// Whether `int | str` has a frozenset of its members besides their tuple.
    pub unions_keep_sets: bool,
    /// Whether the static method that `__new__` becomes by itself, and class methods like it, have the function's attributes.
    pub implicit_wrappers_copy: bool,
    /// Whether a bytearray's memory is exactly what its bytes need where it does not grow.
    pub byte_arrays_fit: bool,
    /// Whether a dict that is copied item by item is made as its class makes one, not from the free list.
    pub copies_made_by_class: bool,
    /// Further builtin classes of which the interpreter's start makes subclasses.
    pub subclassed_at_start: &'static [Id],
    /// Whether a dict's table is the smallest power of two that is enough.
    pub tables_fit: bool,
    /// Whether the errors of `math` say what was expected.
    pub domain_errors_explain: bool,
    /// Whether suggestions of attributes are written with a dot.
    pub dotted_suggestions: bool,
    /// Whether NotImplemented is true, with a warning.
    pub not_implemented_has_truth: bool,
    /// Builtin classes whose calls with a generator expression are loops of the caller's code (codegen.c,
    /// maybe_optimize_function_call).
    pub inlined_collectors: &'static [Id],
    /// Whether `x[a:b]` of a list, tuple or str makes no slice object.
    pub slices_in_place: bool,
    /// Whether `str.translate` asks a dict without making a KeyError.
    pub looks_up_without_error: bool,
    /// Which operands are references that are not counted.
    pub borrowing: Option<Borrowing>,
    /// Whether `with` keeps `__exit__` and the manager apart instead of making a bound method.
    pub unbound_exits: bool,
    /// Whether a new set is tracked only once it has its items.
    pub sets_tracked_when_whole: bool,
    /// Whether the comparison of two lists holds the items that decide which is less.
    pub lists_hold_compared: bool,
    /// Whether a set display hands its items over to the set, each with the reference that was counted.
    pub displays_take_items: bool,
    /// How instructions let go of their operands.
    pub operands: OperandRelease,
    /// Whether the condition of `while` stands in the code once, and the body's end goes back to it.
    pub while_tests_once: bool,
    /// Whether a call with keywords of what is not written in Python leaves the eval breaker alone the first time.
    pub keyword_calls_serve_late: bool,
    /// Whether positional arguments are held but once where keywords come in a dict.
    pub unpacking_borrows: bool,
    /// Whether in `a.method()` too a property or a `__getattribute__` in Python runs in place of the instruction.
    pub methods_run_accessors: bool,
    /// Whether a specialised `append` does so where its result is used, too.
    pub used_append_serves_nothing: bool,
    /// Whether a function's locals are released from the last to the first.
    pub locals_released_in_reverse: bool,
    /// Whether the dict of a module that a program makes is tracked from the start.
    pub module_dicts_start_tracked: bool,
    /// Whether a dict is tracked from the start, not once it holds something that is tracked.
    pub dicts_start_tracked: bool,
    /// Whether a tuple that is made from items at hand is tracked only if one of them is a container.
    pub tuples_start_untracked: bool,
    /// The same of the pairs that iterators and `divmod` give.
    pub pairs_start_untracked: bool,
    /// The same of a frozenset.
    pub frozensets_start_untracked: bool,
    /// Whether a bytes of one byte is the shared one also where it is made of a tuple, an int or another buffer.
    pub bytes_always_shared: bool,
    /// Of which missing attributes the error remembers object and name.
    pub remembered_attributes: RememberedAttributes,
    /// Which types that are no containers have a free list, each at its place; of ints those of up to two digits (CPython
    /// 3.14 pycore_freelist_state.h). The collector does not count them.
    pub uncounted_free_lists: &'static [Id],
    /// Which instances keep attributes as values by their class's keys until somebody asks for their `__dict__`.
    pub inline_values: InlineValues,
    /// The encoding of text files, as it is shown.
    pub default_encoding: &'static str,
    /// Whether an instance's values move into a dict before it gets another one.
    pub values_become_a_dict: bool,
    /// Whether `locals()` of a function is a dict that its frame keeps, not a copy of a view of the frame (PEP 667).
    pub locals_in_a_dict: bool,
    /// Whether a class has the descriptors of `__dict__` and `__weakref__` to itself.
    pub own_instance_descriptors: bool,
    /// Whether annotations are computed when they are asked for (PEP 649).
    pub deferred_annotations: bool,
    /// Whether the compiler makes constants of several into one after it has let go of the syntax tree.
    pub constants_folded_late: bool,
    /// Whether an exception of a builtin type that makes nothing of its arguments is made before their tuple.
    pub exceptions_precede_args: bool,
    /// Whether a loop goes through a list, tuple, str or bytes without an iterator.
    pub iterates_in_place: bool,
    /// Whether the keys that a class's instances share begin with the attributes that its methods assign.
    pub keys_of_static_attributes: bool,
    /// Whether `atexit` keeps a function and its arguments as a tuple.
    pub exit_functions_in_tuples: bool,
    /// Whether `close()` of a generator that never ran lets go of its arguments.
    pub close_ends_unstarted: bool,
    /// Whether `close()` ends a generator without an exception where no handler is in the way.
    pub close_without_exception: bool,
    /// Whether what the frame of a running generator holds is not visited while a function written in C runs for it.
    pub native_calls_hide_frames: bool,
    /// Whether the handler of an exception that is thrown into a generator begins a line again.
    pub throws_begin_lines: bool,
    /// What `close()` does with the value that the generator returns.
    pub closing_result: ClosingResult,
    /// Whether the frame of a generator that has ended refers to the frame that resumed it.
    pub generators_keep_caller: bool,
    /// Whether `gc.get_stats()` has `candidates` and `duration`.
    pub gc_durations: bool,
    /// Classes that are called with the arguments as they stand on the stack, besides those where it is so in all releases.
    pub vectorcalled: &'static [Id],
    /// Whether the group that `except*` puts a single exception into has a traceback.
    pub wrapped_exceptions_have_tracebacks: bool,
    /// Whether a list or namespace that is being repr'd holds the item whose turn it is.
    pub reprs_hold_items: bool,
    /// Whether `round`, `math.trunc`, `math.ceil` and `math.floor` bind the method that they call.
    pub rounding_binds: bool,
    /// Whether `max` and `min` make a tuple of their keywords' names at the first call with keywords, and keep it.
    pub parsers_keep_keywords: bool,
    /// Whether a builtin function such as `print` gets its arguments in a tuple.
    pub tuples_of_varargs: bool,
    /// What importlib makes in the search for a module that does not exist.
    pub search: Search,
    /// Whether the search goes through `list(sys.meta_path)`.
    pub search_copies_finders: bool,
    /// Whether equal items can be part of a descending run when a list is sorted: it shows in the order of comparisons.
    pub equal_runs: bool,
    /// Whether the namespace of `__main__` has `__cached__`.
    pub main_has_cached: bool,
    /// Whether uncaught errors and warnings are printed by C code, not by modules (3.12 pythonrun.c, _warnings.c).
    pub tracebacks_printed_in_c: bool,
    /// Whether a report of an error that nobody can catch says what was being done ("while calling deallocator").
    pub unraisable_says_what: bool,
    /// What is on free lists after a warning was shown: on which list how many.
    pub warning_temporaries: &'static [(FreeList, u8)],
    /// What is on free lists after such a report, which reads the lines that it shows: on which list how many.
    pub unraisable_temporaries: &'static [(FreeList, u8)],
    /// Whether such a report marks places within its lines.
    pub unraisable_carets: bool,
    /// Whether the error about an unhashable object says whether it was to be a dict's key or a set's element.
    pub unhashable_says_where: bool,
    /// Whether what is no pair in `dict(pairs)` is told by a note on the error.
    pub pairs_fail_with_note: bool,
    /// Whether the call of a plain class is specialised for any `__init__` without special parameters: not only where it gets all
    /// of them and instances keep inline values.
    pub all_inits_specialised: bool,
    /// Whether a stream keeps an empty text among what waits to be written.
    pub empty_text_buffered: bool,
    /// Whether the errors about too few or too many values for `%` say how many there are.
    pub format_errors_count: bool,
    /// Whether the error about too many values to unpack says how many there are.
    pub unpacking_counts: bool,
    /// Errors that are worded otherwise than in CPython 3.13: what it says, with `{}` for some text, and what this release
    /// says, with `{}` for the last of it. The first that fits counts.
    pub reworded: &'static [&'static [(&'static str, &'static str)]],
    /// What `sys.getsizeof` gives.
    pub sizes: Sizes,
}

/// Of which missing attributes an AttributeError remembers object and name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub enum RememberedAttributes {
    /// Those that were read (3.12).
    Read,
    /// Also those that were to be deleted, but for instances that keep values (3.13, 3.14).
    AllButValues,
    /// All (3.15).
    All,
}

/// What `close()` does with the value that the generator returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingResult {
    /// It comes in a StopIteration, and goes with it (3.12).
    Ignored,
    /// It comes in a StopIteration, and is the result (3.13, 3.14).
    OfStopIteration,
    /// It is the result (3.15).
    Direct,
}

/// Which instances keep attributes as values instead of making a dict at once: never those whose builtin type has a
/// `__dict__` of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InlineValues {
    /// Those of classes that derive from no builtin type but object, `__slots__` or not, in a block of their own (3.12).
    OfPlainBases,
    /// Those that hold nothing else (3.13 typeobject.c, init_inline_values).
    Alone,
    /// Those whose builtin type has no part of variable length (from 3.14).
    OfFixedSize,
}

/// How instructions let go of their operands (bytecodes.c).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperandRelease {
    /// Whether the top one goes first.
    pub top_first: bool,
    /// Whether the right one of a binary operator or a subscript goes first.
    pub binary_top_first: bool,
    /// The instructions that fail with an entry in the traceback before they let go.
    pub outlive_traceback_entry: &'static [Op],
}

/// Operands, and with them parameters of functions, that are references which are not counted: locals where that is safe
/// (LOAD_FAST_BORROW, CPython 3.14), and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Borrowing {
    /// Constants, and locals that they are stored in.
    pub constants: bool,
    /// Whether nothing is borrowed beyond a block of code that optimization has emptied (CPython 3.14 flowgraph.c,
    /// optimize_load_fast).
    pub stops_at_empty_blocks: bool,
}

/// Sizes of objects in bytes, the collector's head included, where releases differ. Items come on top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// `()`
    pub tuple: usize,
    /// A function.
    pub function: usize,
    /// A generator or coroutine without locals and operands.
    pub generator: usize,
    /// A class of the machine's own.
    pub static_class: usize,
    /// A class made by a class statement, without the keys of its instances.
    pub heap_class: usize,
    /// A module.
    pub module: usize,
    /// A frame without locals and operands.
    pub frame: usize,
    /// A code object without instructions.
    pub code: usize,
    /// An empty bytearray.
    pub byte_array: usize,
    /// Bytes that a bytearray with contents allocates besides them.
    pub byte_array_contents: usize,
    /// By how much instances of other types differ from CPython 3.13's.
    pub differences: &'static [(Id, isize)],
}

/// What 3.12's and 3.13's free lists keep (CPython 3.13 pycore_freelist.h).
const FREE_LISTS: [u16; MAX_FREE_LISTS] = {
    let mut kept = [0; MAX_FREE_LISTS];
    kept[free_list::LIST as usize] = 80;
    kept[free_list::DICT as usize] = 80;
    kept[free_list::SLICE as usize] = 1;
    kept[free_list::ASYNC_VALUE as usize] = 80;
    kept[free_list::ASYNC_SEND as usize] = 80;
    let mut i = 0;
    while i < free_list::TUPLES {
        kept[(free_list::TUPLE + i) as usize] = 2000;
        i += 1;
    }
    kept
};

/// `_Py_DisplaySourceLine` of traceback.c opens the file with the module io.
const UNRAISABLE_3_12: &[(FreeList, u8)] = &[
    (free_list::TUPLE, 1),
    (free_list::TUPLE + 1, 2),
    (free_list::TUPLE + 3, 1),
    (free_list::LIST, 1),
    (free_list::DICT, 3),
];
const UNRAISABLE_3_13: &[(FreeList, u8)] = &[
    (free_list::TUPLE, 1),
    (free_list::TUPLE + 1, 2),
    (free_list::TUPLE + 3, 1),
    (free_list::LIST, 1),
    (free_list::DICT, 1),
];

const UNRAISABLE_3_14: &[(FreeList, u8)] = &[
    (free_list::TUPLE, 1),
    (free_list::TUPLE + 1, 2),
    (free_list::TUPLE + 3, 1),
    (free_list::LIST, 1),
    (free_list::DICT, 1),
    (free_list::BUILTIN, 1),
    (free_list::BUILTIN_OF_CLASS, 1),
];
/// The module traceback writes it.
const UNRAISABLE_3_15: &[(FreeList, u8)] = &[
    (free_list::TUPLE, 2),
    (free_list::TUPLE + 1, 3),
    (free_list::TUPLE + 2, 2),
    (free_list::TUPLE + 3, 1),
    (free_list::TUPLE + 5, 1),
    (free_list::TUPLE + 8, 1),
    (free_list::TUPLE + 11, 1),
    (free_list::LIST, 10),
    (free_list::DICT, 10),
    (free_list::LIST_ITERATOR, 2),
    (free_list::TUPLE_ITERATOR, 1),
    (free_list::METHOD, 1),
    (free_list::BUILTIN, 1),
    (free_list::BUILTIN_OF_CLASS, 1),
];

/// CPython 3.14 pycore_freelist_state.h
const MORE_FREE_LISTS: [u16; MAX_FREE_LISTS] = {
    let mut kept = FREE_LISTS;
    kept[free_list::LIST_ITERATOR as usize] = 10;
    kept[free_list::TUPLE_ITERATOR as usize] = 10;
    kept[free_list::METHOD as usize] = 20;
    kept[free_list::BUILTIN as usize] = 16;
    kept[free_list::BUILTIN_OF_CLASS as usize] = 16;
    kept
};

const SEARCH: Search = &[
    (free_list::TUPLE, 2, 2),
    (free_list::TUPLE + 1, 2, 0),
    (free_list::TUPLE + 2, 2, 0),
    (free_list::LIST, 4, 2),
    (free_list::DICT, 2, 2),
];
const MORE_SEARCH: Search = &[
    (free_list::TUPLE, 2, 2),
    (free_list::TUPLE + 1, 2, 0),
    (free_list::TUPLE + 2, 2, 0),
    (free_list::LIST, 4, 2),
    (free_list::DICT, 2, 2),
    (free_list::LIST_ITERATOR, 3, 0),
    (free_list::TUPLE_ITERATOR, 1, 0),
    (free_list::METHOD, 2, 0),
];
const LATER_SEARCH: Search = &[
    (free_list::TUPLE, 2, 2),
    (free_list::TUPLE + 1, 2, 2),
    (free_list::TUPLE + 2, 1, 0),
    (free_list::TUPLE + 4, 1, 0),
    (free_list::LIST, 4, 4),
    (free_list::DICT, 2, 2),
    (free_list::METHOD, 2, 0),
    (free_list::BUILTIN, 0, 1),
];
/// What CPython 3.14 words otherwise than 3.13.
const REWORDED: &[(&str, &str)] = &[
    ("integer division or modulo by zero", "division by zero"),
    ("integer modulo by zero", "division by zero"),
    ("float division by zero", "division by zero"),
    ("float floor division by zero", "division by zero"),
    ("float modulo by zero", "division by zero"),
    ("float divmod()", "division by zero"),
    ("complex division by zero", "division by zero"),
    ("0.0 cannot be raised to a negative power", "zero to a negative power"),
    ("0.0 to a negative or complex power", "zero to a negative or complex power"),
    ("argument of type '{}' is not iterable", "argument of type '{}' is not a container or iterable"),
    ("object {} can't be used in 'await' expression", "'{}' object can't be awaited"),
    ("{} is not in list", "list.index(x): x not in list"),
    ("{} is not in range", "range.index(x): x not in range"),
    ("note must be a str, not '{}'", "add_note() argument must be str, not {}"),
    ("string keys in translate table must be of length 1", "string keys in translatetable must be of length 1"),
    ("maxdigits must be 0 or larger than 640", "maxdigits must be >= 640 or 0 for unlimited"),
    (
        "complex() first argument must be a string or a number, not '{}'",
        "complex() argument must be a string or a number, not {}",
    ),
    (
        "complex() can't take second arg if first is a string",
        "complex() argument 'real' must be a real number, not str",
    ),
    ("complex() second arg can't be a string", "complex() argument 'imag' must be a real number, not str"),
    ("reduce expected at least 2 arguments, got {}", "reduce() takes at least 2 positional arguments ({} given)"),
    ("reduce expected at most 3 arguments, got {}", "reduce() takes at most 3 arguments ({} given)"),
    ("number of bits must be non-negative", "Cannot convert negative int"),
];

/// What CPython 3.15 words otherwise than 3.14.
const REWORDED_LATER: &[(&str, &str)] = &[
    ("{} argument after * must be an iterable, not {}", "Value after * must be an iterable, not {}"),
    ("{} argument after ** must be a mapping, not {}", "Value after ** must be a mapping, not {}"),
    ("length argument must be non-negative", "length cannot be negative"),
    ("r must be non-negative", "r cannot be negative"),
    ("n must be >= 0", "n cannot be negative"),
    ("%{} format: a real number is required, not str", "format argument: %{} requires a real number, not str"),
    ("exec() globals must be a dict, not {}", "exec() globals must be a dict or a frozendict, not {}"),
    ("called match pattern must be a class", "class pattern must refer to a class"),
    ("type.__new__() argument 3 must be dict, not {}", "type.__new__() argument 3 must be dict or frozendict, not {}"),
    ("__annotate__ returned non-dict of type '{}'", "__annotate__() must return a dict, not {}"),
];

/// How many objects CPython 3.14.8 tracks when a script begins, after a full collection: `len(gc.get_objects())`.
const STARTUP_OBJECTS: u32 = 5346;

impl Version {
    /// CPython 3.12
    pub fn v3_12() -> Version {
        Version {
            name: "3.12",
            number: (3, 12, 1),
            history: None,
            gc: GcConfig {
                thresholds: [700, 10, 10],
                trigger: Trigger::EvalBreaker,
                untrack_tuples: true,
                untrack_dicts: true,
                free_lists: FREE_LISTS,
                lasting_free_list: Some(free_list::SLICE),
                callbacks_keep_weakrefs: false,
                weakrefs_outlive_finalizers: false,
                holders_visit_values: false,
                increments: None,
            },
            startup_generation: 1,
            tuples_made_before_items: true,
            immortal_refcount: 4_294_967_295,
            interning_immortalizes: true,
            greatest_cached_int: 256,
            inlined_collectors: &[],
            slices_in_place: false,
            domain_errors_explain: false,
            not_implemented_has_truth: true,
            dotted_suggestions: false,
            byte_arrays_fit: false,
            tables_fit: false,
            subclassed_at_start: &[],
            copies_made_by_class: false,
            implicit_wrappers_copy: false,
            unions_keep_sets: false,
            matches_into_tuple: false,
            matching_makes_errors: true,
            looks_up_without_error: false,
            borrowing: None,
            sets_tracked_when_whole: false,
            lists_hold_compared: false,
            displays_take_items: false,
            operands: OperandRelease {
                top_first: false,
                binary_top_first: false,
                outlive_traceback_entry: &[Op::GetYieldFromIter],
            },
            unbound_exits: false,
            while_tests_once: false,
            keyword_calls_serve_late: false,
            unpacking_borrows: false,
            methods_run_accessors: true,
            used_append_serves_nothing: false,
            locals_released_in_reverse: false,
            module_dicts_start_tracked: false,
            dicts_start_tracked: false,
            tuples_start_untracked: false,
            pairs_start_untracked: false,
            frozensets_start_untracked: false,
            bytes_always_shared: false,
            remembered_attributes: RememberedAttributes::Read,
            uncounted_free_lists: &[TypeTable::FLOAT],
            inline_values: InlineValues::OfPlainBases,
            default_encoding: "UTF-8",
            values_become_a_dict: true,
            locals_in_a_dict: true,
            own_instance_descriptors: true,
            deferred_annotations: false,
            constants_folded_late: false,
            exceptions_precede_args: false,
            keys_of_static_attributes: false,
            exit_functions_in_tuples: false,
            close_ends_unstarted: false,
            close_without_exception: false,
            iterates_in_place: false,
            closing_result: ClosingResult::Ignored,
            throws_begin_lines: false,
            native_calls_hide_frames: true,
            generators_keep_caller: true,
            gc_durations: false,
            vectorcalled: &[],
            wrapped_exceptions_have_tracebacks: false,
            reprs_hold_items: false,
            rounding_binds: true,
            parsers_keep_keywords: false,
            tuples_of_varargs: true,
            search: SEARCH,
            search_copies_finders: false,
            equal_runs: false,
            main_has_cached: true,
            tracebacks_printed_in_c: true,
            unraisable_says_what: false,
            warning_temporaries: UNRAISABLE_3_12,
            unraisable_temporaries: UNRAISABLE_3_12,
            unraisable_carets: true,
            unhashable_says_where: false,
            pairs_fail_with_note: false,
            all_inits_specialised: false,
            empty_text_buffered: true,
            format_errors_count: false,
            unpacking_counts: false,
            reworded: &[],
            sizes: Sizes {
                tuple: 40,
                function: 160,
                generator: 160,
                static_class: 432,
                heap_class: 936,
                module: 72,
                frame: 144,
                code: 192,
                byte_array: 56,
                byte_array_contents: 1,
                differences: &[
                    (TypeTable::TYPE_VAR, -16),
                    (TypeTable::PARAM_SPEC, -16),
                    (TypeTable::TYPE_VAR_TUPLE, -16),
                ],
            },
        }
    }

    /// CPython 3.13
    pub fn v3_13() -> Version {
        let v3_12 = Version::v3_12();
        Version {
            name: "3.13",
            number: (3, 13, 0),
            gc: GcConfig {
                thresholds: [2000, 10, 10],
                callbacks_keep_weakrefs: true,
                holders_visit_values: true,
                ..v3_12.gc
            },
            interning_immortalizes: false,
            methods_run_accessors: false,
            module_dicts_start_tracked: true,
            remembered_attributes: RememberedAttributes::AllButValues,
            inline_values: InlineValues::Alone,
            values_become_a_dict: false,
            locals_in_a_dict: false,
            matching_makes_errors: false,
            vectorcalled: &[TypeTable::INT, TypeTable::STR],
            parsers_keep_keywords: true,
            close_without_exception: true,
            lists_hold_compared: true,
            closing_result: ClosingResult::OfStopIteration,
            throws_begin_lines: true,
            equal_runs: true,
            tracebacks_printed_in_c: false,
            warning_temporaries: const { &[(free_list::LIST, 1), (free_list::TUPLE + 5, 1)] },
            unraisable_temporaries: UNRAISABLE_3_13,
            unraisable_carets: false,
            sizes: Sizes { static_class: 416, heap_class: 944, frame: 160, code: 200, differences: &[], ..v3_12.sizes },
            ..v3_12
        }
    }

    /// CPython 3.14
    pub fn v3_14() -> Version {
        let v3_13 = Version::v3_13();
        Version {
            name: "3.14",
            number: (3, 14, 8),
            gc: GcConfig {
                untrack_dicts: false,
                free_lists: MORE_FREE_LISTS,
                lasting_free_list: None,
                holders_visit_values: false,
                ..v3_13.gc
            },
            vectorcalled: &[TypeTable::INT, TypeTable::STR],
            startup_generation: 0,
            tuples_made_before_items: false,
            immortal_refcount: 3_221_225_472,
            borrowing: Some(Borrowing { constants: false, stops_at_empty_blocks: true }),
            sets_tracked_when_whole: true,
            displays_take_items: true,
            operands: OperandRelease {
                top_first: true,
                outlive_traceback_entry: &[Op::GetYieldFromIter, Op::BinaryOp, Op::BinarySubscr],
                ..v3_13.operands
            },
            inlined_collectors: &[TypeTable::TUPLE],
            looks_up_without_error: true,
            domain_errors_explain: true,
            not_implemented_has_truth: false,
            tables_fit: true,
            subclassed_at_start: &[Exceptions::TYPE_ERROR],
            warning_temporaries: const { &[(free_list::LIST, 1), (free_list::TUPLE + 5, 1), (free_list::BUILTIN, 1)] },
            unraisable_temporaries: UNRAISABLE_3_14,
            unions_keep_sets: true,
            wrapped_exceptions_have_tracebacks: true,
            reprs_hold_items: true,
            rounding_binds: false,
            tuples_of_varargs: false,
            search: MORE_SEARCH,
            search_copies_finders: true,
            all_inits_specialised: true,
            empty_text_buffered: false,
            unbound_exits: true,
            while_tests_once: true,
            keyword_calls_serve_late: true,
            locals_released_in_reverse: true,
            module_dicts_start_tracked: false,
            dicts_start_tracked: true,
            tuples_start_untracked: true,
            uncounted_free_lists: &[TypeTable::FLOAT, TypeTable::INT, TypeTable::RANGE, TypeTable::RANGE_ITERATOR],
            inline_values: InlineValues::OfFixedSize,
            deferred_annotations: true,
            constants_folded_late: true,
            exceptions_precede_args: true,
            keys_of_static_attributes: true,
            exit_functions_in_tuples: true,
            close_ends_unstarted: true,
            generators_keep_caller: false,
            native_calls_hide_frames: false,
            unraisable_says_what: true,
            unhashable_says_where: true,
            pairs_fail_with_note: true,
            unpacking_counts: true,
            reworded: &[REWORDED],
            sizes: Sizes {
                tuple: 48,
                function: 168,
                generator: 168,
                heap_class: 952,
                frame: 176,
                code: 208,
                differences: &[
                    (TypeTable::MAP, 8),
                    (TypeTable::UNION, 24),
                    (TypeTable::PARTIAL, 16),
                    (TypeTable::CYCLE, -8),
                    (TypeTable::STRING_IO, -48),
                    (Exceptions::BASE_EXCEPTION_GROUP, 8),
                    (Exceptions::EXCEPTION_GROUP, 8),
                    (Exceptions::SYNTAX_ERROR, 8),
                ],
                ..v3_13.sizes
            },
            ..v3_13
        }
    }

    /// CPython 3.14.2, with the incremental collector that 3.14.1 to 3.14.4 had. (3.14.0 had it too, and counted allocations.)
    pub fn v3_14_2() -> Version {
        let v3_14 = Version::v3_14();
        Version {
            name: "3.14.2",
            number: (3, 14, 2),
            history: Some("3.14.1–3.14.4"),
            gc: GcConfig { thresholds: [2000, 10, 0], increments: Some(STARTUP_OBJECTS), ..v3_14.gc },
            startup_generation: 2,
            ..v3_14
        }
    }

    /// CPython 3.15
    pub fn v3_15() -> Version {
        let v3_14 = Version::v3_14();
        Version {
            name: "3.15",
            number: (3, 15, 0),
            gc: GcConfig { weakrefs_outlive_finalizers: true, ..v3_14.gc },
            greatest_cached_int: 1024,
            borrowing: Some(Borrowing { constants: true, stops_at_empty_blocks: false }),
            pairs_start_untracked: true,
            format_errors_count: true,
            frozensets_start_untracked: true,
            bytes_always_shared: true,
            remembered_attributes: RememberedAttributes::All,
            default_encoding: "utf-8",
            own_instance_descriptors: false,
            search: LATER_SEARCH,
            main_has_cached: false,
            operands: OperandRelease {
                top_first: true,
                binary_top_first: true,
                outlive_traceback_entry: &[
                    Op::BinaryOp,
                    Op::BinarySubscr,
                    Op::ContainsOp,
                    Op::UnaryNegative,
                    Op::UnaryInvert,
                    Op::ListExtend,
                    Op::SetUpdate,
                    Op::DictUpdate,
                    Op::DictMerge,
                    Op::MatchClass,
                ],
            },
            closing_result: ClosingResult::Direct,
            inlined_collectors: &[TypeTable::TUPLE, TypeTable::LIST, TypeTable::SET],
            slices_in_place: true,
            dotted_suggestions: true,
            reworded: &[REWORDED_LATER, REWORDED],
            byte_arrays_fit: true,
            iterates_in_place: true,
            copies_made_by_class: true,
            warning_temporaries: const { &[(free_list::LIST, 1), (free_list::TUPLE + 7, 1), (free_list::BUILTIN, 1)] },
            uncounted_free_lists: &[
                TypeTable::FLOAT,
                TypeTable::INT,
                TypeTable::RANGE,
                TypeTable::RANGE_ITERATOR,
                TypeTable::COMPLEX,
            ],
            unraisable_temporaries: UNRAISABLE_3_15,
            implicit_wrappers_copy: true,
            matches_into_tuple: true,
            unpacking_borrows: true,
            used_append_serves_nothing: true,
            gc_durations: true,
            unraisable_carets: true,
            sizes: Sizes {
                static_class: 424,
                heap_class: 960,
                module: 120,
                byte_array: 64,
                byte_array_contents: 33,
                ..v3_14.sizes
            },
            ..v3_14
        }
    }

    /// All releases, oldest first, and after them what is history.
    pub fn all() -> Vec<Version> {
        vec![Version::v3_12(), Version::v3_13(), Version::v3_14(), Version::v3_15(), Version::v3_14_2()]
    }

    /// The release with this name.
    pub fn named(name: &str) -> Option<Version> {
        Version::all().into_iter().find(|v| v.name == name)
    }
}

//! Tuples whose items have names, such as `sys.version_info` (CPython 3.13 structseq.c).

use ouro_heap::Id;

use crate::native::{Args, GetSet, NO_SLOTS, Native, NativeFn, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Parameters, R, Vm};

/// Attributes for the items, in their order.
macro_rules! fields {
    ($($number:literal $name:literal),+ $(,)?) => {
        const { &[$(GetSet::new($name, item::<$number>, refuse_write)),+] }
    };
}

/// A struct sequence's type; `new` where it has none that a program can call.
fn sequence(name: &'static str, module: &'static str, getset: &'static [GetSet], new: NativeFn) -> TypeSpec {
    TypeSpec {
        module,
        slots: TypeSlots { repr: Some(repr), new: Some(new), ..NO_SLOTS },
        methods: const { &[Native::new("__reduce__", 0, 0, reduce)] },
        getset,
        ..TypeSpec::new(name)
    }
}

/// The declaration of `sys.version_info`.
pub(crate) fn version_info_spec() -> TypeSpec {
    let fields = fields![0 "major", 1 "minor", 2 "micro", 3 "releaselevel", 4 "serial"];
    sequence("version_info", "sys", fields, refuse_new)
}

/// The declaration of `sys.flags`.
pub(crate) fn flags_spec() -> TypeSpec {
    let fields = fields![
        0 "debug", 1 "inspect", 2 "interactive", 3 "optimize", 4 "dont_write_bytecode", 5 "no_user_site", 6 "no_site",
        7 "ignore_environment", 8 "verbose", 9 "bytes_warning", 10 "quiet", 11 "hash_randomization", 12 "isolated",
        13 "dev_mode", 14 "utf8_mode", 15 "warn_default_encoding", 16 "safe_path", 17 "int_max_str_digits",
    ];
    sequence("flags", "sys", fields, refuse_new)
}

/// The declaration of `sys.float_info`.
pub(crate) fn float_info_spec() -> TypeSpec {
    let fields = fields![
        0 "max", 1 "max_exp", 2 "max_10_exp", 3 "min", 4 "min_exp", 5 "min_10_exp", 6 "dig", 7 "mant_dig",
        8 "epsilon", 9 "radix", 10 "rounds",
    ];
    sequence("float_info", "sys", fields, new)
}

/// The declaration of `sys.int_info`.
pub(crate) fn int_info_spec() -> TypeSpec {
    let fields = fields![
        0 "bits_per_digit", 1 "sizeof_digit", 2 "default_max_str_digits", 3 "str_digits_check_threshold",
    ];
    sequence("int_info", "sys", fields, new)
}

/// The declaration of `sys.hash_info`.
pub(crate) fn hash_info_spec() -> TypeSpec {
    let fields = fields![
        0 "width", 1 "modulus", 2 "inf", 3 "nan", 4 "imag", 5 "algorithm", 6 "hash_bits", 7 "seed_bits", 8 "cutoff",
    ];
    sequence("hash_info", "sys", fields, new)
}

/// The declaration of what `sys.unraisablehook` is called with.
pub(crate) fn unraisable_spec() -> TypeSpec {
    let fields = fields![0 "exc_type", 1 "exc_value", 2 "exc_traceback", 3 "err_msg", 4 "object"];
    sequence("UnraisableHookArgs", "builtins", fields, new)
}

/// The declaration of what `sys.get_asyncgen_hooks` gives.
pub(crate) fn asyncgen_hooks_spec() -> TypeSpec {
    sequence("asyncgen_hooks", "builtins", fields![0 "firstiter", 1 "finalizer"], refuse_new)
}

impl Vm {
    /// A struct sequence of one of these types; takes the references. Untracked, as CPython makes them.
    pub(crate) fn new_struct_sequence(&mut self, class: Id, values: Vec<Id>) -> Id {
        self.alloc_untracked(class, Data::Tuple(values.into()))
    }

    /// Puts what describes a struct sequence's type into its `__dict__`.
    pub(crate) fn describe_struct_sequence(&mut self, class: Id) {
        let Some(dict) = self.class(class).dict else { return };
        let names = field_names(class);
        for (name, value) in [("n_sequence_fields", names.len()), ("n_unnamed_fields", 0), ("n_fields", names.len())] {
            let value = self.new_int(value as i64);
            self.dict_set_text(dict, name, value);
        }
        let names: Vec<Id> = names.iter().map(|name| self.intern(name)).collect();
        let names = self.new_tuple(names);
        self.dict_set_text(dict, "__match_args__", names);
    }
}

fn field_names(class: Id) -> Vec<&'static str> {
    let spec = match class {
        TypeTable::VERSION_INFO => version_info_spec(),
        TypeTable::FLAGS => flags_spec(),
        TypeTable::FLOAT_INFO => float_info_spec(),
        TypeTable::INT_INFO => int_info_spec(),
        TypeTable::HASH_INFO => hash_info_spec(),
        TypeTable::ASYNCGEN_HOOKS => asyncgen_hooks_spec(),
        _ => unraisable_spec(),
    };
    spec.getset.iter().map(|field| field.name).collect()
}

/// `tp_name`: with the module, unless that is `builtins`.
fn full_name(vm: &Vm, class: Id) -> String {
    let class = vm.class(class);
    if class.module == "builtins" { class.name.to_string() } else { format!("{}.{}", class.module, class.name) }
}

fn item<const N: usize>(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.tuple_items(this).and_then(|items| items.get(N).copied()) {
        Some(item) => Ok(vm.incref(item)),
        None => Err(vm.type_error("descriptor requires a struct sequence")),
    }
}

fn refuse_write(vm: &mut Vm, _this: Id, _value: Option<Id>) -> R<()> {
    Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "readonly attribute"))
}

fn refuse_new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    let name = full_name(vm, class);
    Err(vm.type_error(format!("cannot create '{name}' instances")))
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let parameters = Parameters { names: &["sequence", "dict"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("structseq", args, &parameters)?;
    let Some(sequence) = bound[0] else { return Err(vm.type_error("constructor requires a sequence")) };
    let items = vm.collect(sequence)?;
    let wanted = field_names(class).len();
    if items.len() != wanted {
        let given = items.len();
        for item in items {
            vm.decref(item);
        }
        let name = full_name(vm, class);
        return Err(vm.type_error(format!("{name}() takes a {wanted}-sequence ({given}-sequence given)")));
    }
    Ok(vm.new_struct_sequence(class, items))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let class = vm.class_of(this);
    let items: Vec<Id> = vm.tuple_items(this).map(<[Id]>::to_vec).unwrap_or_default();
    let mut shown = Vec::new();
    for (field, value) in field_names(class).into_iter().zip(items) {
        shown.push(format!("{field}={}", vm.repr_text(value)?));
    }
    let name = full_name(vm, class);
    Ok(vm.new_str(format!("{name}({})", shown.join(", "))))
}

/// The type, and a tuple of the items with an empty dict for the fields that are no items.
fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let items: Vec<Id> = vm.tuple_items(this).map(<[Id]>::to_vec).unwrap_or_default();
    for &item in &items {
        vm.incref(item);
    }
    let (items, fields) = (vm.new_tuple(items), vm.new_dict());
    let args = vm.pack_tuple([items, fields]);
    let class = vm.class_of(this);
    vm.incref(class);
    Ok(vm.new_tuple([class, args]))
}

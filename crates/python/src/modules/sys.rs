//! Module `sys` (CPython 3.13 sysmodule.c).

use ouro_heap::Id;

use super::ModuleSpec;
use super::stdlib_names::STDLIB_MODULE_NAMES;
use crate::native::{Args, NEVER, Native};
use crate::object::{Data, free_list};
use crate::output::Stream;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Parameters, R, Singletons, Vm};

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "sys",
        functions: const {
            &[
                Native::new("getrefcount", 1, 1, getrefcount),
                Native::any("getsizeof", getsizeof).fastcall_since(NEVER),
                Native::new("exit", 0, 1, exit),
                Native::new("exc_info", 0, 0, exc_info),
                Native::new("exception", 0, 0, exception),
                Native::new("setrecursionlimit", 1, 1, setrecursionlimit),
                Native::new("getrecursionlimit", 0, 0, getrecursionlimit),
                Native::new("intern", 1, 1, intern),
                Native::new("_getframe", 0, 1, getframe),
                Native::new("_is_interned", 1, 1, is_interned),
                Native::any("set_asyncgen_hooks", set_asyncgen_hooks),
                Native::new("get_asyncgen_hooks", 0, 0, get_asyncgen_hooks),
                Native::new("displayhook", 1, 1, displayhook),
                Native::new("excepthook", 3, 3, excepthook),
                Native::new("unraisablehook", 1, 1, unraisablehook),
                Native::new("getdefaultencoding", 0, 0, getdefaultencoding),
                Native::new("is_finalizing", 0, 0, is_finalizing),
                Native::new("setprofile", 1, 1, |vm, _, args| {
                    let function = observer(vm, args.pos[0]);
                    vm.set_profile(function);
                    Ok(Singletons::NONE)
                }),
                Native::new("getprofile", 0, 0, |vm, _, _| {
                    let function = vm.observers.profile.unwrap_or(Singletons::NONE);
                    Ok(vm.incref(function))
                }),
                Native::new("settrace", 1, 1, |vm, _, args| {
                    let function = observer(vm, args.pos[0]);
                    vm.set_trace(function);
                    Ok(Singletons::NONE)
                }),
                Native::new("gettrace", 0, 0, |vm, _, _| {
                    let function = vm.observers.trace.unwrap_or(Singletons::NONE);
                    Ok(vm.incref(function))
                }),
                Native::new("getswitchinterval", 0, 0, getswitchinterval),
                Native::new("get_int_max_str_digits", 0, 0, get_int_max_str_digits),
                Native::any("set_int_max_str_digits", set_int_max_str_digits),
                Native::new("getfilesystemencoding", 0, 0, getdefaultencoding),
                Native::new("getfilesystemencodeerrors", 0, 0, getfilesystemencodeerrors),
            ]
        },
        init: Some(init),
    }
}

fn new_version_info(vm: &mut Vm) -> Id {
    let (major, minor, micro) = vm.version.number;
    let mut values: Vec<Id> = [major, minor, micro].into_iter().map(|n| vm.new_int(i64::from(n))).collect();
    values.push(vm.intern("final"));
    values.push(vm.new_int(0));
    vm.new_struct_sequence(TypeTable::VERSION_INFO, values)
}

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    let (major, minor, micro) = vm.version.number;
    let hex = i64::from(major) << 24 | i64::from(minor) << 16 | i64::from(micro) << 8 | 0xf0;
    for (name, value) in [
        ("version", format!("{major}.{minor}.{micro} (Ouro)")),
        ("copyright", "Copyright (c) the Ouro authors.".to_owned()),
        ("platform", "linux".to_owned()),
        ("byteorder", "little".to_owned()),
        ("executable", String::new()),
        ("prefix", String::new()),
        ("exec_prefix", String::new()),
        ("base_prefix", String::new()),
        ("base_exec_prefix", String::new()),
        ("abiflags", String::new()),
        ("platlibdir", "lib".to_owned()),
        ("float_repr_style", "short".to_owned()),
    ] {
        let value = vm.new_str(value);
        vm.dict_set_text(dict, name, value);
    }
    for (name, value) in
        [("hexversion", hex), ("api_version", 1013), ("maxsize", i64::MAX), ("maxunicode", 0x0010_ffff)]
    {
        let value = vm.new_int(value);
        vm.dict_set_text(dict, name, value);
    }
    let version_info = new_version_info(vm);
    vm.dict_set_text(dict, "version_info", version_info);
    let name = vm.intern("cpython");
    let tag = vm.intern(&format!("cpython-{major}{minor}"));
    let version = new_version_info(vm);
    let hex = vm.new_int(hex);
    let attributes = vm.new_dict();
    for (key, value) in [("name", name), ("cache_tag", tag), ("version", version), ("hexversion", hex)] {
        vm.dict_set_text(attributes, key, value);
    }
    let implementation = vm.alloc(TypeTable::SIMPLE_NAMESPACE, Data::Instance(Box::new([Some(attributes)])));
    vm.dict_set_text(dict, "implementation", implementation);
    init_numbers(vm, dict);
    let program = vm.new_str("");
    let argv = vm.new_list(vec![program]);
    vm.dict_set_text(dict, "argv", argv);
    let path = vm.new_list(Vec::new());
    vm.dict_set_text(dict, "path", path);
    let modules = vm.modules;
    vm.incref(modules);
    vm.dict_set_text(dict, "modules", modules);
    let names: Vec<Id> = super::names(&ouro_library::Library::EMPTY).into_iter().map(|n| vm.new_str(n)).collect();
    let names = vm.new_tuple(names);
    vm.dict_set_text(dict, "builtin_module_names", names);
    let names: Vec<Id> = STDLIB_MODULE_NAMES.iter().map(|&n| vm.new_str(n)).collect();
    let list = vm.new_list(names);
    let set = vm.call(TypeTable::FROZENSET, &[list]);
    vm.decref(list);
    vm.dict_set_text(dict, "stdlib_module_names", set?);
    let empty = vm.new_list(Vec::new());
    vm.dict_set_text(dict, "warnoptions", empty);
    vm.dict_set_text(dict, "dont_write_bytecode", Singletons::TRUE);
    for name in ["displayhook", "excepthook", "unraisablehook"] {
        let key = vm.intern(name);
        if let Some(hook) = vm.dict_get_name(dict, key) {
            vm.incref(hook);
            vm.dict_set_text(dict, &format!("__{name}__"), hook);
        }
    }
    for (name, stream) in [("stdin", Stream::Stdin), ("stdout", Stream::Stdout), ("stderr", Stream::Stderr)] {
        let file = vm.new_standard_file(stream);
        vm.incref(file);
        vm.dict_set_text(dict, name, file);
        vm.dict_set_text(dict, &format!("__{name}__"), file);
    }
    Ok(())
}

fn init_numbers(vm: &mut Vm, dict: Id) {
    for class in [
        TypeTable::VERSION_INFO,
        TypeTable::FLAGS,
        TypeTable::FLOAT_INFO,
        TypeTable::INT_INFO,
        TypeTable::HASH_INFO,
        TypeTable::UNRAISABLE_HOOK_ARGS,
        TypeTable::ASYNCGEN_HOOKS,
    ] {
        vm.describe_struct_sequence(class);
    }
    let mut values = vec![vm.new_float(f64::MAX)];
    values.extend([1024, 308].map(|n| vm.new_int(n)));
    values.push(vm.new_float(f64::MIN_POSITIVE));
    values.extend([-1021, -307, 15, 53].map(|n| vm.new_int(n)));
    values.push(vm.new_float(f64::EPSILON));
    values.extend([2, 1].map(|n| vm.new_int(n)));
    let float_info = vm.new_struct_sequence(TypeTable::FLOAT_INFO, values);
    vm.dict_set_text(dict, "float_info", float_info);
    let values = [30, 4, 4300, 640].map(|n| vm.new_int(n)).to_vec();
    let int_info = vm.new_struct_sequence(TypeTable::INT_INFO, values);
    vm.dict_set_text(dict, "int_info", int_info);
    let mut values = [64, (1 << 61) - 1, 314_159, 0, 1_000_003].map(|n| vm.new_int(n)).to_vec();
    values.push(vm.new_str("siphash13"));
    values.extend([64, 128, 0].map(|n| vm.new_int(n)));
    let hash_info = vm.new_struct_sequence(TypeTable::HASH_INFO, values);
    vm.dict_set_text(dict, "hash_info", hash_info);
    let mut values: Vec<Id> = (0..13).map(|_| vm.new_int(0)).collect();
    let no = Singletons::FALSE;
    values.extend([no, vm.new_int(0), vm.new_int(0), no, vm.new_int(4300)]);
    let flags = vm.new_struct_sequence(TypeTable::FLAGS, values);
    vm.dict_set_text(dict, "flags", flags);
}

/// What the hook of `sys.unraisablehook` is given; the values are borrowed.
pub(crate) fn unraisable_args(vm: &mut Vm, values: [Id; 5]) -> Id {
    for value in values {
        vm.incref(value);
    }
    vm.new_struct_sequence(TypeTable::UNRAISABLE_HOOK_ARGS, values.to_vec())
}

/// The function given to `sys.setprofile` or `sys.settrace`, a new reference: none for None.
fn observer(vm: &mut Vm, function: Id) -> Option<Id> {
    (function != Singletons::NONE).then(|| vm.incref(function))
}

/// The count as CPython sees it in the call: with the reference that is the argument.
fn getrefcount(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let object = args.pos[0];
    let count = if vm.heap.is_immortal(object) { vm.version.immortal_refcount } else { vm.refcount(object) };
    Ok(vm.new_int(i64::from(count)))
}

fn getsizeof(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let parameters = Parameters { names: &["object", "default"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("getsizeof", args, &parameters)?;
    let object = bound[0].unwrap_or(Singletons::NONE);
    if !TypeTable::is_static(vm.class_of(object)) {
        let class = vm.class_of(object);
        let own = vm.type_lookup(class, crate::vm::Names::SIZEOF);
        if let Some(method) = own
            && matches!(vm.heap.get(method), Data::Function(_))
        {
            return sizeof_by_method(vm, object, bound[1]);
        }
    }
    // Its `__sizeof__` is bound and called.
    vm.heap.count_temporary(free_list::BUILTIN);
    let size = vm.size_of(object);
    Ok(vm.new_int(size as i64))
}

/// A `__sizeof__` written in Python; the collector's head comes on top (sysmodule.c, _PySys_GetSizeOf).
fn sizeof_by_method(vm: &mut Vm, object: Id, default: Option<Id>) -> R<Id> {
    let result = vm.call_method(object, crate::vm::Names::SIZEOF, &[]);
    let size = result.and_then(|result| {
        vm.keep(result);
        match vm.int_value(result) {
            Some(_) => vm.index(result),
            None => Err(vm.type_error("an integer is required")),
        }
    });
    let size = match (size, default) {
        (Ok(size), _) => size,
        (Err(raised), Some(default)) => {
            vm.expect_raised(raised, Exceptions::TYPE_ERROR)?;
            return Ok(vm.incref(default));
        }
        (Err(raised), None) => return Err(raised),
    };
    if size < 0 {
        return Err(vm.value_error("__sizeof__() should return >= 0"));
    }
    Ok(vm.new_int(size.saturating_add(vm.head_size(object) as i64)))
}

/// As the interpreter makes an exception of a value: none for None, a tuple's items for a tuple.
fn exit(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let status = args.get(0).filter(|&status| status != Singletons::NONE);
    let items = match status.and_then(|status| vm.tuple_items(status)) {
        Some(items) => items.to_vec(),
        None => status.into_iter().collect(),
    };
    Err(vm.raise_with(Exceptions::SYSTEM_EXIT, &items))
}

fn exc_info(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let items = match vm.handled_exception() {
        Some(exception) => {
            let traceback = vm.exception(exception).and_then(|e| e.traceback).unwrap_or(Singletons::NONE);
            [vm.class_of(exception), exception, traceback]
        }
        None => [Singletons::NONE; 3],
    };
    for item in items {
        vm.incref(item);
    }
    Ok(vm.new_tuple(items.to_vec()))
}

fn exception(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let exception = vm.handled_exception().unwrap_or(Singletons::NONE);
    Ok(vm.incref(exception))
}

fn setrecursionlimit(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let limit = vm.index(args.pos[0])?;
    if limit < 1 {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    }
    // The call of this function does not count.
    let depth = i64::from(vm.depth()) - 1;
    if limit <= depth {
        let message =
            format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(vm.raise(Exceptions::RECURSION_ERROR, message));
    }
    vm.recursion_limit = limit.min(i64::from(u32::MAX)) as u32;
    Ok(Singletons::NONE)
}

fn getrecursionlimit(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let limit = vm.recursion_limit;
    Ok(vm.new_int(i64::from(limit)))
}

fn intern(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let object = args.pos[0];
    if vm.class_of(object) != TypeTable::STR {
        return Err(vm.type_error_for(object, "intern() argument must be str, not {}"));
    }
    let interned = vm.interned_name(object);
    Ok(vm.incref(interned))
}

fn is_interned(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let interned = vm.str_text(args.pos[0]).is_some_and(|text| vm.interned.get(&*text) == Some(&args.pos[0]));
    Ok(Singletons::bool(interned))
}

fn getframe(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let depth = match args.get(0) {
        Some(depth) => crate::vm::saturating_count(vm.index(depth)?),
        None => 0,
    };
    let mut index = vm.frame_below(vm.frames().len());
    for _ in 0..depth {
        index = index.and_then(|index| vm.frame_below(index));
    }
    match index.and_then(|index| vm.frame_object(index)) {
        Some(frame) => Ok(vm.incref(frame)),
        None => Err(vm.value_error("call stack is not deep enough")),
    }
}

/// `set_asyncgen_hooks(firstiter, finalizer)`: each a callable, or None for none.
fn set_asyncgen_hooks(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["firstiter", "finalizer"], positional_only: 0, positional: 2, required: 0 };
    let bound = vm.bind_args("set_asyncgen_hooks", args, &PARAMETERS)?;
    for (index, (name, hook)) in PARAMETERS.names.iter().zip(bound).enumerate().rev() {
        let Some(hook) = hook else { continue };
        let callable = vm.class(vm.class_of(hook)).slots.call.is_some();
        if !callable && hook != Singletons::NONE {
            let message = format!("callable {name} expected, got {{}}");
            return Err(vm.type_error_for(hook, &message));
        }
        let hook = (hook != Singletons::NONE).then(|| vm.incref(hook));
        let old = vm.async_generator_hooks.get_mut(index).and_then(|slot| std::mem::replace(slot, hook));
        vm.decref_slot(old);
    }
    Ok(Singletons::NONE)
}

fn get_asyncgen_hooks(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let hooks = vm.async_generator_hooks.map(|hook| vm.or_none(hook)).to_vec();
    Ok(vm.new_struct_sequence(TypeTable::ASYNCGEN_HOOKS, hooks.to_vec()))
}

/// Prints the repr of a value that is not None, and remembers it as `builtins._` (sys_displayhook).
fn displayhook(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let value = args.pos[0];
    if value == Singletons::NONE {
        return Ok(value);
    }
    let builtins = vm.builtins;
    vm.dict_set_text(builtins, "_", Singletons::NONE);
    let text = vm.repr_text(value)?;
    let stdout = vm.intern("stdout");
    match vm.sys.and_then(|sys| vm.dict_get_name(sys, stdout)) {
        Some(file) if file != Singletons::NONE => {
            let line = vm.new_str(format!("{text}\n"));
            vm.keep(line);
            let written = vm.call_method(file, crate::vm::Names::WRITE, &[line])?;
            vm.decref(written);
        }
        _ => return Err(vm.raise(Exceptions::RUNTIME_ERROR, "lost sys.stdout")),
    }
    vm.incref(value);
    vm.dict_set_text(builtins, "_", value);
    Ok(Singletons::NONE)
}

fn excepthook(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let exception = args.pos[1];
    if vm.is_exception(exception) {
        vm.print_exception(exception);
        return Ok(Singletons::NONE);
    }
    let name = vm.type_name(exception);
    vm.print_to_stderr(&format!("TypeError: print_exception(): Exception expected for value, {name} found\n"));
    Ok(Singletons::NONE)
}

fn unraisablehook(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let mut part = |name: &str| {
        let name = vm.intern(name);
        let value = vm.getattr(args.pos[0], name)?;
        Ok(vm.keep(value))
    };
    let (exception, message, object) = (part("exc_value")?, part("err_msg")?, part("object")?);
    let message = vm.str_text(message).map(|t| t.to_string());
    let text = vm.unraisable_text(exception, message.as_deref(), Some(object));
    vm.print_to_stderr(&text);
    Ok(Singletons::NONE)
}

fn getdefaultencoding(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    Ok(vm.intern("utf-8"))
}

fn is_finalizing(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    Ok(Singletons::bool(vm.finalizing))
}

fn getswitchinterval(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    Ok(vm.new_float(0.005))
}

fn get_int_max_str_digits(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let limit = vm.int_max_str_digits;
    Ok(vm.new_int(limit as i64))
}

fn set_int_max_str_digits(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let parameters = Parameters { names: &["maxdigits"], positional_only: 0, positional: 1, required: 1 };
    let bound = vm.bind_args("set_int_max_str_digits", args, &parameters)?;
    let limit = vm.index(bound[0].unwrap_or(Singletons::NONE))?;
    // longobject.h, _PY_LONG_MAX_STR_DIGITS_THRESHOLD
    match usize::try_from(limit) {
        Ok(limit) if limit == 0 || limit >= 640 => vm.int_max_str_digits = limit,
        _ => return Err(vm.value_error("maxdigits must be 0 or larger than 640")),
    }
    Ok(Singletons::NONE)
}

fn getfilesystemencodeerrors(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    Ok(vm.intern("surrogateescape"))
}

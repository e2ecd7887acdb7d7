//! The module `_lsprof`: counts calls and the time they take (CPython 3.13 _lsprof.c).

use hashbrown::HashMap;
use ouro_heap::Id;

use super::ModuleSpec;
use crate::native::{Args, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData};
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// The declaration of `_lsprof`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_lsprof",
        functions: &[],
        init: Some(|vm, dict| {
            vm.dict_set_text(dict, "Profiler", TypeTable::LSPROF_PROFILER);
            Ok(())
        }),
    }
}

/// What is called.
#[derive(Clone, Copy)]
pub(crate) enum Callee {
    /// A frame of a code object.
    Code(Id),
    /// A function of a module, or a method with the object it is bound to.
    Native(&'static Native, Id),
    /// A method of a class.
    Method(&'static Native, Id),
}

/// How an entry is found again: a code object, or a function written in Rust and the class or module it is of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key(usize, Id);

#[derive(Clone, Copy, Default)]
struct Times {
    calls: u64,
    recursive: u64,
    depth: u64,
    /// Nanoseconds, calls from it included.
    total: u64,
    /// Nanoseconds, without them.
    inline: u64,
}

impl Times {
    fn stop(&mut self, total: u64, inline: u64) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.total += total;
        } else {
            self.recursive += 1;
        }
        self.inline += inline;
        self.calls += 1;
    }
}

#[derive(Clone)]
struct Entry {
    /// A code object, or a str that describes a function written in Rust: owned.
    code: Id,
    times: Times,
    /// What it called: by number of the entry, in order of the first call.
    callees: Vec<(usize, Times)>,
}

#[derive(Clone)]
struct Context {
    entry: usize,
    start: u64,
    /// Nanoseconds in calls from here.
    below: u64,
}

/// What a profiler has counted.
#[derive(Clone)]
struct Profiler {
    entries: Vec<Entry>,
    numbers: HashMap<Key, usize>,
    stack: Vec<Context>,
    subcalls: bool,
    builtins: bool,
}

impl NativeData for Profiler {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.entries.iter().for_each(|entry| visit(entry.code));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.entries.drain(..).map(|entry| entry.code));
        self.numbers.clear();
        self.stack.clear();
    }

    fn size(&self) -> usize {
        136
    }

    native_data_boilerplate!();
}

/// The declaration of `_lsprof.Profiler`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "_lsprof",
        slots: TypeSlots { new: Some(new), init: Some(init), ..crate::native::NO_SLOTS },
        methods: const {
            &[
                Native::any("enable", enable),
                Native::new("disable", 0, 0, disable),
                Native::new("clear", 0, 0, clear),
                Native::new("_getstats", 0, 0, getstats),
            ]
        },
        subclassable: true,
        ..TypeSpec::new("Profiler")
    }
}

fn new(vm: &mut Vm, class: Id, _args: &Args) -> R<Id> {
    let profiler =
        Profiler { entries: Vec::new(), numbers: HashMap::new(), stack: Vec::new(), subcalls: true, builtins: true };
    Ok(vm.alloc_instance(class, Data::Native(Box::new(profiler))))
}

/// A timer of the program's own is not asked: the clock is the machine's.
fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    let names = &["timer", "timeunit", "subcalls", "builtins"];
    let given =
        vm.bind_args("Profiler", args, &Parameters { names, positional_only: 0, positional: 4, required: 0 })?;
    let subcalls = given[2].map_or(Ok(true), |id| vm.is_true(id))?;
    let builtins = given[3].map_or(Ok(true), |id| vm.is_true(id))?;
    if let Some(profiler) = vm.native_mut::<Profiler>(this) {
        (profiler.subcalls, profiler.builtins) = (subcalls, builtins);
    }
    Ok(())
}

fn enable(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = &["subcalls", "builtins"];
    let given = vm.bind_args("enable", args, &Parameters { names, positional_only: 0, positional: 2, required: 0 })?;
    for (index, arg) in given.iter().enumerate() {
        if let Some(value) = arg {
            let value = vm.is_true(*value)?;
            if let Some(profiler) = vm.native_mut::<Profiler>(this) {
                *(if index == 0 { &mut profiler.subcalls } else { &mut profiler.builtins }) = value;
            }
        }
    }
    if vm.observers.profiler.is_some() {
        return Err(vm.value_error("Another profiling tool is already active"));
    }
    vm.observers.profiler = Some(vm.incref(this));
    vm.observers_changed();
    Ok(Singletons::NONE)
}

fn disable(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    if vm.observers.profiler == Some(this) {
        vm.observers.profiler = None;
        vm.observers_changed();
        vm.decref(this);
    }
    while vm.native::<Profiler>(this).is_some_and(|p| !p.stack.is_empty()) {
        leave(vm, this);
    }
    Ok(Singletons::NONE)
}

fn clear(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let mut released = Vec::new();
    if let Some(profiler) = vm.native_mut::<Profiler>(this) {
        profiler.clear(&mut released);
    }
    vm.decref_all(released);
    Ok(Singletons::NONE)
}

/// A list of entries: code, calls, recursive calls, total and inline seconds, and a list of the same about what it
/// called, or None.
fn getstats(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let entries = vm.native::<Profiler>(this).map(|p| p.entries.clone()).unwrap_or_default();
    let mut rows = Vec::new();
    for entry in &entries {
        if entry.times.calls == 0 {
            continue;
        }
        let mut callees = Vec::new();
        for &(number, times) in entry.callees.iter().filter(|(_, times)| times.calls > 0) {
            let code = entries.get(number).map_or(Singletons::NONE, |e| e.code);
            let row = new_row(vm, code, &times);
            callees.push(vm.new_tuple(row));
        }
        let callees = if callees.is_empty() { Singletons::NONE } else { vm.new_list(callees) };
        let mut row = new_row(vm, entry.code, &entry.times);
        row.push(callees);
        rows.push(vm.new_tuple(row));
    }
    Ok(vm.new_list(rows))
}

fn new_row(vm: &mut Vm, code: Id, times: &Times) -> Vec<Id> {
    vm.incref(code);
    let seconds = |nanoseconds: u64| nanoseconds as f64 / 1e9;
    vec![
        code,
        vm.new_int(times.calls as i64),
        vm.new_int(times.recursive as i64),
        vm.new_float(seconds(times.total)),
        vm.new_float(seconds(times.inline)),
    ]
}

/// A call begins (ptrace_enter_call).
pub(crate) fn enter(vm: &mut Vm, profiler: Id, callee: Callee) {
    let key = match callee {
        Callee::Code(code) => Key(0, code),
        Callee::Native(native, receiver) => match vm.heap.get(receiver) {
            Data::Module(_) | Data::Class(_) => Key(std::ptr::from_ref(native) as usize, receiver),
            _ => Key(std::ptr::from_ref(native) as usize, vm.class_of(receiver)),
        },
        Callee::Method(native, class) => Key(std::ptr::from_ref(native) as usize, class),
    };
    let now = vm.clock();
    let Some(data) = vm.native::<Profiler>(profiler) else { return };
    if !data.builtins && !matches!(callee, Callee::Code(_)) {
        return;
    }
    let number = match data.numbers.get(&key) {
        Some(&number) => number,
        None => {
            let code = match callee {
                Callee::Code(code) => vm.incref(code),
                Callee::Native(native, receiver) => label(vm, native, receiver),
                Callee::Method(native, class) => {
                    let text = format!("<method '{}' of '{}' objects>", native.name, class_name(vm, class));
                    vm.new_str(text)
                }
            };
            let Some(data) = vm.native_mut::<Profiler>(profiler) else { return };
            data.entries.push(Entry { code, times: Times::default(), callees: Vec::new() });
            data.numbers.insert(key, data.entries.len() - 1);
            data.entries.len() - 1
        }
    };
    let Some(data) = vm.native_mut::<Profiler>(profiler) else { return };
    let caller = data.stack.last().map(|context| context.entry);
    if let Some(entry) = data.entries.get_mut(number) {
        entry.times.depth += 1;
    }
    if data.subcalls
        && let Some(entry) = caller.and_then(|caller| data.entries.get_mut(caller))
    {
        match entry.callees.iter_mut().find(|(callee, _)| *callee == number) {
            Some((_, times)) => times.depth += 1,
            None => entry.callees.push((number, Times { depth: 1, ..Times::default() })),
        }
    }
    data.stack.push(Context { entry: number, start: now, below: 0 });
}

/// A call ends (ptrace_leave_call).
pub(crate) fn leave(vm: &mut Vm, profiler: Id) {
    let now = vm.clock();
    let Some(data) = vm.native_mut::<Profiler>(profiler) else { return };
    let Some(context) = data.stack.pop() else { return };
    let total = now.saturating_sub(context.start);
    let inline = total.saturating_sub(context.below);
    if let Some(entry) = data.entries.get_mut(context.entry) {
        entry.times.stop(total, inline);
    }
    let Some(caller) = data.stack.last_mut() else { return };
    caller.below += total;
    if let Some((_, times)) = data
        .entries
        .get_mut(caller.entry)
        .and_then(|entry| entry.callees.iter_mut().find(|(callee, _)| *callee == context.entry))
    {
        times.stop(total, inline);
    }
}

/// The class that a method's label names, with its module where that is not `builtins`.
fn class_name(vm: &mut Vm, class: Id) -> String {
    let class = vm.class(class);
    match class.module {
        "builtins" => class.name.to_string(),
        module => format!("{module}.{}", class.name),
    }
}

/// normalizeUserObj
fn label(vm: &mut Vm, native: &'static Native, receiver: Id) -> Id {
    let text = match vm.heap.get(receiver) {
        Data::Module(module) => format!("<built-in method {}.{}>", module.name, native.name),
        Data::Class(_) => {
            let address = vm.address(receiver);
            format!("<built-in method {} of type object at {address:#x}>", native.name)
        }
        _ => {
            let class = vm.class_of(receiver);
            format!("<method '{}' of '{}' objects>", native.name, class_name(vm, class))
        }
    };
    vm.new_str(text)
}

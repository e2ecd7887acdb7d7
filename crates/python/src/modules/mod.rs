//! The modules written in Rust. Those written in Python are in `crates/library`; such a module may import a native one
//! named with an underscore, as in CPython.

use ouro_heap::Id;
use ouro_library::Library;

use crate::native::Native;
use crate::vm::{R, Vm};

mod abc;
mod atexit;
pub(crate) mod builtins;
mod collections;
mod functools;
mod gc;
mod io;
mod itertools;
pub(crate) mod lsprof;
mod math;
mod operator;
mod posix;
mod random;
mod sha2;
pub(crate) mod stdlib_names;
mod string;
pub(crate) mod sys;
mod time;
mod traceback;
pub(crate) mod tracemalloc;
mod typing;
mod warnings;
mod weakref;

/// A module, as its file declares it.
#[derive(Clone, Copy)]
pub(crate) struct ModuleSpec {
    /// `__name__`
    pub name: &'static str,
    /// Its functions written in Rust.
    pub functions: &'static [Native],
    /// Adds what else is in its namespace.
    pub init: Option<fn(&mut Vm, Id) -> R<()>>,
}

/// Every module but `builtins`, which each machine starts with.
const MODULES: &[fn() -> ModuleSpec] = &[
    abc::module,
    atexit::module,
    collections::module,
    functools::module,
    gc::module,
    io::module,
    itertools::module,
    lsprof::module,
    math::module,
    operator::module,
    posix::module,
    random::module,
    sha2::module,
    string::module,
    sys::module,
    time::module,
    traceback::module,
    tracemalloc::module,
    typing::module,
    warnings::module,
    weakref::module,
];

/// The declaration of the module with this name.
pub(crate) fn find(name: &str) -> Option<ModuleSpec> {
    MODULES.iter().map(|module| module()).find(|spec| spec.name == name)
}

/// Names of the modules that a program can import, without their submodules and CPython's internals: sorted.
pub fn names(library: &Library) -> Vec<&'static str> {
    let native = MODULES.iter().map(|module| module().name);
    let all = native.chain(library.names.iter().copied());
    let mut names: Vec<&str> = all.filter(|name| !name.starts_with('_') && !name.contains('.')).collect();
    names.push("builtins");
    names.sort_unstable();
    names.dedup();
    names
}

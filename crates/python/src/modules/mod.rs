//! The modules that a program can import: in Rust, or in Python compiled when first imported.

use ouro_heap::Id;

use crate::native::Native;
use crate::vm::{R, Vm};

mod atexit;
pub(crate) mod builtins;
mod gc;
mod io;
mod math;
pub(crate) mod stdlib_names;
pub(crate) mod sys;
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
    /// Python text that runs in its namespace after that.
    pub source: Option<&'static str>,
}

impl ModuleSpec {
    /// A module written in Python.
    pub const fn python(name: &'static str, source: &'static str) -> ModuleSpec {
        ModuleSpec { name, functions: &[], init: None, source: Some(source) }
    }
}

/// Every module but `builtins`, which each machine starts with.
const MODULES: &[fn() -> ModuleSpec] =
    &[atexit::module, gc::module, io::module, math::module, sys::module, weakref::native_module, weakref::module];

/// The declaration of the module with this name.
pub(crate) fn find(name: &str) -> Option<ModuleSpec> {
    MODULES.iter().map(|module| module()).find(|spec| spec.name == name)
}

/// Names of the modules that a program can import, those of CPython's internals left out.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = MODULES.iter().map(|module| module().name).filter(|n| !n.starts_with('_')).collect();
    names.push("builtins");
    names.sort_unstable();
    names
}

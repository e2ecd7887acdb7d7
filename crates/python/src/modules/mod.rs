//! The modules that a program can import: in Rust, or in Python compiled when first imported.

use ouro_heap::Id;

use crate::native::Native;
use crate::vm::{R, Vm};

pub(crate) mod builtins;
mod math;

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

/// Every module but `builtins`, which each machine starts with.
const MODULES: &[fn() -> ModuleSpec] = &[math::module];

/// The declaration of the module with this name.
pub(crate) fn find(name: &str) -> Option<ModuleSpec> {
    MODULES.iter().map(|module| module()).find(|spec| spec.name == name)
}

use std::rc::Rc;

use ouro_heap::Id;

use crate::bytecode::Code;

/// Code whose constants and names are objects of a machine.
#[derive(Debug)]
pub struct CodeObject {
    /// The compiled code.
    pub code: Rc<Code>,
    /// Constants: owned references.
    pub consts: Box<[Id]>,
    /// The constant of the same source that equals the tuple of its constants: they are one object (assemble.c, makecode).
    pub merged_consts: Option<Id>,
    /// Names: interned strs, immortal.
    pub names: Box<[Id]>,
    /// Names of locals: interned strs, immortal.
    pub locals: Box<[Id]>,
    /// Where the machine's inline caches for it start.
    pub cache_base: u32,
    /// Where the machine's notes on its instructions start (`Vm::warm`).
    pub instr_base: u32,
    /// `co_name` and `co_qualname`: interned strs, immortal.
    pub name: Id,
    /// `co_qualname`
    pub qualname: Id,
    /// Whether a call with exactly the positional arguments needs no binding: no star-arguments, no keyword-only ones,
    /// and neither a generator nor a coroutine.
    pub simple: bool,
    /// Whether its frames release their locals from the last to the first.
    pub releases_in_reverse: bool,
    /// Whether its lines are steps: the program's own code, not that of the library.
    pub traced: bool,
    /// The line that a new frame stands on: that of its first `Resume`, so that the line of `def` is no step of its own.
    pub entry_line: u32,
}

impl CodeObject {
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.consts.iter().copied().chain(self.merged_consts).for_each(visit);
    }
}

/// An inline cache: what an instruction found last, and what has to be unchanged for it to hold. Ids are borrowed:
/// versions guard them.
#[derive(Clone, Copy, Debug, Default)]
pub enum Cache {
    /// Nothing yet.
    #[default]
    Empty,
    /// A global: position in the globals dict while its keys have this version.
    Global {
        /// `Dict::keys_version`
        version: u32,
        /// Position of the entry.
        position: u32,
    },
    /// A builtin: not in the globals, and at this position in the builtins.
    Builtin {
        /// `Dict::keys_version` of the globals.
        globals: u32,
        /// `Dict::keys_version` of the builtins.
        builtins: u32,
        /// Position of the entry.
        position: u32,
    },
    /// An attribute in an instance's values.
    Value {
        /// The class.
        class: Id,
        /// Its version.
        version: u32,
        /// Index in `Data::Instance`.
        index: u32,
    },
    /// A method found on the class, which instances do not shadow.
    Method {
        /// The class.
        class: Id,
        /// Its version.
        version: u32,
        /// The function.
        function: Id,
    },
    /// An attribute in a module's dict.
    Module {
        /// `Dict::keys_version`
        version: u32,
        /// Position of the entry.
        position: u32,
    },
}

//! Importing (CPython 3.13 import.c, ceval.c import_from and import_all_from).

use ouro_heap::Id;

use super::{Names, R, Singletons, Vm, block};
use crate::compiler;
use crate::data::{Dict, Entry, ListItems};
use crate::modules::{self, ModuleSpec};
use crate::native::Native;
use crate::object::{Data, Kind, free_list};
use crate::types::TypeTable;
use crate::types::exceptions::{Exceptions, field};

impl Vm {
    /// The modules that every machine has from the start: `builtins` and `sys`.
    pub(crate) fn init_builtins(&mut self) {
        let module = self.new_module("builtins");
        let Some(dict) = self.own_dict(module) else { return };
        self.incref(dict);
        let empty = std::mem::replace(&mut self.builtins, dict);
        self.decref(empty);
        let name = self.intern("builtins");
        self.dict_set_name(self.modules, name, module);
        let filled = modules::builtins::fill(self, module, dict);
        let name = self.intern("sys");
        let loaded = self.import_module(name).map(|module| {
            self.sys = self.own_dict(module).map(|dict| self.incref(dict));
            self.decref(module);
        });
        for outcome in [filled, loaded] {
            if let Err(raised) = outcome {
                self.discard(raised);
            }
        }
        let copied = |entry: &Entry| (entry.key, entry.value);
        self.builtins_copy = self.dict(dict).into_iter().flat_map(Dict::iter).map(copied).collect();
        let functions =
            self.sys.and_then(|sys| self.dict(sys)).into_iter().flat_map(Dict::iter).map(|entry| entry.value);
        let functions = functions.filter(|&value| matches!(self.heap.get(value), Data::Builtin(..)));
        let functions = functions.map(|value| (Singletons::NONE, value)).collect::<Vec<_>>();
        self.builtins_copy.extend(functions);
        for &(_, value) in &self.builtins_copy {
            self.heap.incref(value);
        }
    }

    /// A function of a module, in the module's namespace.
    pub(crate) fn add_function(&mut self, module: Id, dict: Id, function: &'static Native) {
        self.incref(module);
        let object = self.alloc(TypeTable::BUILTIN, Data::Builtin(function, Some(module)));
        self.dict_set_text(dict, function.name, object);
    }

    /// A module by its full name (borrowed), imported with the packages it is in if it was not yet: a new reference
    /// (importlib._bootstrap._find_and_load).
    pub fn import_module(&mut self, name: Id) -> R<Id> {
        self.import_nested(name, 0)
    }

    /// As [`Vm::import_module`], for the package of so many modules that are being imported.
    fn import_nested(&mut self, name: Id, depth: u8) -> R<Id> {
        let text = self.name_text(name);
        let name = self.intern(&text);
        match self.dict_get_name(self.modules, name) {
            Some(Singletons::NONE) => {
                return Err(self.module_not_found(name, format!("import of {text} halted; None in sys.modules")));
            }
            Some(module) => return Ok(self.incref(module)),
            None => {}
        }
        let Some((package_name, last)) = text.rsplit_once('.') else {
            return self.find_and_load(name, &text, depth);
        };
        let package = self.intern(package_name);
        let package = self.import_nested(package, depth.saturating_add(1))?;
        self.keep(package);
        // The package may have put it there, as `os` does `os.path`.
        if let Some(module) = self.dict_get_name(self.modules, name) {
            return Ok(self.incref(module));
        }
        if !self.is_package(package)? {
            let message = format!("No module named '{text}'; '{package_name}' is not a package");
            return Err(self.module_not_found(name, message));
        }
        let module = self.find_and_load(name, &text, depth)?;
        self.keep(module);
        let last = self.intern(last);
        self.setattr(package, last, module)?;
        Ok(self.incref(module))
    }

    fn is_package(&mut self, module: Id) -> R<bool> {
        // PyObject_GetOptionalAttr makes no exception where a module has no such attribute.
        if let Data::Module(module) = self.heap.get(module) {
            return Ok(module.dict.is_some_and(|dict| self.dict_get_name(dict, Names::PATH).is_some()));
        }
        let path = self.getattr_opt(module, Names::PATH)?;
        self.decref_slot(path);
        Ok(path.is_some())
    }

    /// What importlib's search for a module that does not exist leaves in the free lists.
    fn count_search(&mut self, depth: u8) {
        for &(list, count, more) in self.version.search {
            self.heap.count_temporaries(list, more.saturating_mul(depth).saturating_add(count));
        }
        if self.version.search_copies_finders {
            let copy =
                self.heap.alloc_by_class(Kind::of(TypeTable::LIST), Data::List(ListItems::default()), block::LIST);
            self.decref(copy);
        }
        self.import_locks.into_iter().for_each(|locks| self.heap.track(locks));
    }

    fn find_and_load(&mut self, name: Id, text: &str, depth: u8) -> R<Id> {
        if let Some(spec) = modules::find(text) {
            return self.load_library(name, text, |vm, module, dict| vm.fill_native(module, dict, &spec));
        }
        if !self.library.has(text) {
            self.count_search(depth);
            return Err(self.module_not_found(name, format!("No module named '{text}'")));
        }
        let Some(source) = (self.library.source)(text) else {
            let message = format!("the text of module '{text}' cannot be loaded now");
            return Err(self.import_error(Exceptions::IMPORT_ERROR, name, message, None));
        };
        self.load_library(name, text, |vm, _, dict| vm.fill_from_source(dict, text, &source))
    }

    /// Imports a module of the library. CPython has most of them loaded before a program starts: what the import makes
    /// counts as there from the start, and starts no collection.
    fn load_library(&mut self, name: Id, text: &str, fill: impl FnOnce(&mut Vm, Id, Id) -> R<()>) -> R<Id> {
        let (serial, then, enabled) = (self.heap.next_serial(), self.heap.allocations(), self.heap.gc_enabled());
        self.heap.set_gc_enabled(false);
        let module = self.load_module(name, text, fill);
        self.heap.set_gc_enabled(enabled);
        self.heap.freeze_since(then);
        // The modules that this one imports are in its own range.
        self.library_serials.retain(|inner| inner.start < serial);
        self.library_serials.push(serial..self.heap.next_serial());
        module
    }

    fn module_not_found(&mut self, name: Id, message: String) -> super::Raised {
        self.import_error(Exceptions::MODULE_NOT_FOUND_ERROR, name, message, None)
    }

    fn import_error(&mut self, class: Id, name: Id, message: String, wrong: Option<Id>) -> super::Raised {
        let raised = self.raise(class, message);
        if let Some(exception) = self.raised {
            self.incref(name);
            self.set_exception_field(exception, field::IMPORT_NAME, Some(name));
            if let Some(wrong) = wrong {
                self.incref(wrong);
                self.set_exception_field(exception, field::IMPORT_NAME_FROM, Some(wrong));
            }
        }
        raised
    }

    /// Makes a module and runs what fills it. If that fails, the module is forgotten.
    fn load_module(&mut self, name: Id, text: &str, fill: impl FnOnce(&mut Vm, Id, Id) -> R<()>) -> R<Id> {
        let module = self.new_module(text);
        let Some(dict) = self.own_dict(module) else { return Ok(module) };
        self.incref(module);
        self.dict_set_name(self.modules, name, module);
        if let Err(raised) = fill(self, module, dict) {
            let pending = self.save_exception();
            self.dict_remove_name(self.modules, name);
            self.decref(module);
            self.restore_exception(pending);
            return Err(raised);
        }
        // A module may have put something else in its place.
        match self.dict_get_name(self.modules, name) {
            Some(replaced) if replaced != module => {
                self.incref(replaced);
                self.decref(module);
                Ok(replaced)
            }
            _ => Ok(module),
        }
    }

    fn fill_native(&mut self, module: Id, dict: Id, spec: &ModuleSpec) -> R<()> {
        for function in spec.functions {
            self.add_function(module, dict, function);
        }
        match spec.init {
            Some(init) => init(self, dict),
            None => Ok(()),
        }
    }

    fn fill_from_source(&mut self, dict: Id, name: &str, source: &str) -> R<()> {
        let package = self.library.is_package(name);
        if package {
            let path = self.new_list(Vec::new());
            self.dict_set_text(dict, "__path__", path);
        }
        let parent = if package { name } else { name.rsplit_once('.').map_or("", |(parent, _)| parent) };
        let parent = self.intern(parent);
        self.dict_set_text(dict, "__package__", parent);
        let builtins_name = self.intern("builtins");
        if let Some(builtins) = self.dict_get_name(self.modules, builtins_name) {
            self.incref(builtins);
            self.dict_set_name(dict, Names::BUILTINS, builtins);
        }
        let file = format!("<frozen {name}>");
        let code =
            match compiler::compile_with(source, &file, compiler::Mode::Exec, compiler::Options::of(&self.version)) {
                Ok(code) => code,
                Err(error) => return Err(self.raise_syntax_error(&error, &file)),
            };
        let code = self.new_code(&code);
        let result = self.run_code(code, dict, dict);
        self.decref(code);
        let result = result?;
        self.decref(result);
        Ok(())
    }

    /// The instruction: calls `__import__` of the frame's builtins where a program has put its own there (ceval.c,
    /// import_name).
    pub(crate) fn import_by_builtin(&mut self, name: Id, fromlist: Id, level: Id) -> R<Id> {
        let Some((globals, builtins, namespace)) = self.frames.last().map(|f| (f.globals, f.builtins, f.namespace))
        else {
            return self.import_name(name, None, fromlist, level);
        };
        let Some(import) = self.dict_get_name(builtins, Names::IMPORT) else {
            return Err(self.raise(Exceptions::IMPORT_ERROR, "__import__ not found"));
        };
        if matches!(self.heap.get(import), Data::Builtin(..)) {
            return self.import_name(name, Some(globals), fromlist, level);
        }
        self.heap.incref(import);
        self.keep(import);
        self.call(import, &[name, globals, namespace.unwrap_or(Singletons::NONE), fromlist, level])
    }

    /// `import name`, `from name import ...` in a module with these globals: all borrowed, a new reference
    /// (PyImport_ImportModuleLevelObject).
    pub(crate) fn import_name(&mut self, name: Id, globals: Option<Id>, fromlist: Id, level: Id) -> R<Id> {
        let level = self.index(level)?;
        if level < 0 {
            return Err(self.value_error("level must be >= 0"));
        }
        let given = self.name_text(name);
        let text = if level == 0 { given.clone() } else { self.resolve_name(&given, globals, level)? };
        if text.is_empty() {
            return Err(self.value_error("Empty module name"));
        }
        let name = self.intern(&text);
        let module = self.import_module(name)?;
        self.keep(module);
        if !self.is_true(fromlist)? {
            // `__import__(".a.b")` gives the package of `a`: what stands before the given name's first dot.
            let Some((first, _)) = given.split_once('.') else { return Ok(self.incref(module)) };
            let first = self.intern(&text[..text.len() - given.len() + first.len()]);
            return self.import_module(first);
        }
        if self.is_package(module)? {
            self.import_submodules(module, &text, fromlist)?;
        }
        Ok(self.incref(module))
    }

    /// The full name of a relative import (import.c, resolve_name).
    fn resolve_name(&mut self, name: &str, globals: Option<Id>, level: i64) -> R<String> {
        let package = globals.and_then(|globals| self.dict_get_name(globals, Names::PACKAGE));
        let package = package.and_then(|id| self.str_text(id)).map(|t| t.to_string()).unwrap_or_default();
        if package.is_empty() {
            return Err(self.raise(Exceptions::IMPORT_ERROR, "attempted relative import with no known parent package"));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            let Some((parent, _)) = base.rsplit_once('.') else {
                let message = "attempted relative import beyond top-level package";
                return Err(self.raise(Exceptions::IMPORT_ERROR, message));
            };
            base = parent;
        }
        Ok(if name.is_empty() { base.to_owned() } else { format!("{base}.{name}") })
    }

    /// Imports the modules that `from package import name, ...` may mean (importlib._bootstrap._handle_fromlist).
    fn import_submodules(&mut self, package: Id, text: &str, fromlist: Id) -> R<()> {
        // A loop of Python's own.
        if !self.version.iterates_in_place {
            self.heap.count_temporary(free_list::TUPLE_ITERATOR);
        }
        for name in self.collect(fromlist)? {
            self.keep(name);
            let Some(last) = self.str_text(name).map(|t| t.to_string()) else { continue };
            let full = format!("{text}.{last}");
            let there = self.getattr_opt(package, name)?;
            self.decref_slot(there);
            if there.is_none() && self.library.has(&full) {
                let full = self.intern(&full);
                let module = self.import_module(full)?;
                self.decref(module);
            }
        }
        Ok(())
    }

    /// The name that `from module import name` binds: a new reference.
    pub(crate) fn import_from(&mut self, module: Id, name: Id) -> R<Id> {
        if let Some(value) = self.getattr_opt(module, name)? {
            return Ok(value);
        }
        let module_name = self.getattr_opt(module, Names::NAME)?;
        let known = module_name.filter(|&n| self.str_data(n).is_some());
        let wrong = self.name_text(name);
        // A package that is being imported has no attribute for its modules yet.
        if let Some(known) = known {
            let full = format!("{}.{wrong}", self.name_text(known));
            let full = self.intern(&full);
            if let Some(module) = self.dict_get_name(self.modules, full) {
                self.decref(known);
                return Ok(self.incref(module));
            }
        }
        // The keywords of the error are in a dict (errors.c, PyErr_SetImportErrorSubclass).
        self.heap.count_temporary(free_list::DICT);
        let raised = match known {
            Some(known) => {
                let text = self.name_text(known);
                let message = format!("cannot import name '{wrong}' from '{text}' (unknown location)");
                self.import_error(Exceptions::IMPORT_ERROR, known, message, Some(name))
            }
            None => {
                let message = format!("cannot import name '{wrong}' from '<unknown module name>' (unknown location)");
                self.import_error(Exceptions::IMPORT_ERROR, Singletons::NONE, message, Some(name))
            }
        };
        let pending = self.save_exception();
        self.decref_slot(module_name);
        self.restore_exception(pending);
        Err(raised)
    }

    /// `from module import *` into the namespace of the running frame.
    pub(crate) fn import_star(&mut self, module: Id) -> R<()> {
        let Some(namespace) = self.frames.last().and_then(|f| f.namespace) else { return Ok(()) };
        let public = match self.getattr_opt(module, Names::ALL_)? {
            Some(all) => {
                self.keep(all);
                let names = self.collect(all)?;
                for &name in &names {
                    self.keep(name);
                }
                names
            }
            None => {
                // The names come in a list.
                self.heap.count_temporary(free_list::LIST);
                let dict = self.own_dict(module);
                let keys: Vec<Id> =
                    dict.and_then(|d| self.dict(d)).map(|d| d.iter().map(|e| e.key).collect()).unwrap_or_default();
                keys.into_iter().filter(|&k| self.str_data(k).is_some_and(|s| !s.as_str().starts_with('_'))).collect()
            }
        };
        for name in public {
            let value = self.getattr(module, name)?;
            self.keep(value);
            self.setitem(namespace, name, value)?;
        }
        // They are read by their index until that is an error (ceval.c, import_all_from).
        let end = self.index_error("list index out of range");
        self.discard(end);
        Ok(())
    }
}

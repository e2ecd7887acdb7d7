//! Importing (CPython 3.13 import.c, ceval.c import_from and import_all_from).

use ouro_heap::Id;

use super::{Names, R, Singletons, Vm};
use crate::compiler;
use crate::modules::{self, ModuleSpec};
use crate::native::Native;
use crate::object::Data;
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
    }

    /// A function of a module, in the module's namespace.
    pub(crate) fn add_function(&mut self, module: Id, dict: Id, function: &'static Native) {
        self.incref(module);
        let object = self.alloc(TypeTable::BUILTIN, Data::Builtin(function, Some(module)));
        self.dict_set_text(dict, function.name, object);
    }

    /// A module by its name (borrowed), imported if it was not yet: a new reference.
    pub fn import_module(&mut self, name: Id) -> R<Id> {
        let text = self.str_text(name).map(|t| t.to_string()).unwrap_or_default();
        let name = self.intern(&text);
        match self.dict_get_name(self.modules, name) {
            Some(Singletons::NONE) => {
                return Err(self.module_not_found(name, format!("import of {text} halted; None in sys.modules")));
            }
            Some(module) => return Ok(self.incref(module)),
            None => {}
        }
        match modules::find(&text) {
            Some(spec) => self.load_library(name, &spec),
            None => {
                let message = match text.split_once('.') {
                    Some((package, _)) if modules::find(package).is_some() => {
                        format!("No module named '{text}'; '{package}' is not a package")
                    }
                    Some((package, _)) => format!("No module named '{package}'"),
                    None => format!("No module named '{text}'"),
                };
                Err(self.module_not_found(name, message))
            }
        }
    }

    /// Imports a module of the library. CPython has most of them loaded before a program starts: what the import makes
    /// counts as there from the start, and starts no collection.
    fn load_library(&mut self, name: Id, spec: &ModuleSpec) -> R<Id> {
        let (serial, then, enabled) = (self.heap.next_serial(), self.heap.allocations(), self.heap.gc_enabled());
        self.heap.set_gc_enabled(false);
        let module = self.load_module(name, spec);
        self.heap.set_gc_enabled(enabled);
        self.heap.freeze_since(then);
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
    fn load_module(&mut self, name: Id, spec: &ModuleSpec) -> R<Id> {
        let module = self.new_module(spec.name);
        let Some(dict) = self.own_dict(module) else { return Ok(module) };
        self.incref(module);
        self.dict_set_name(self.modules, name, module);
        for function in spec.functions {
            self.add_function(module, dict, function);
        }
        match self.fill_module(dict, spec) {
            Ok(()) => Ok(module),
            Err(raised) => {
                let pending = self.save_exception();
                self.dict_remove_name(self.modules, name);
                self.decref(module);
                self.restore_exception(pending);
                Err(raised)
            }
        }
    }

    fn fill_module(&mut self, dict: Id, spec: &ModuleSpec) -> R<()> {
        if let Some(init) = spec.init {
            init(self, dict)?;
        }
        let Some(source) = spec.source else { return Ok(()) };
        let builtins_name = self.intern("builtins");
        if let Some(builtins) = self.dict_get_name(self.modules, builtins_name) {
            self.incref(builtins);
            self.dict_set_name(dict, Names::BUILTINS, builtins);
        }
        let file = format!("<frozen {}>", spec.name);
        let code = match compiler::compile(source, &file, compiler::Mode::Exec) {
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
            return self.import_name(name, fromlist, level);
        };
        let Some(import) = self.dict_get_name(builtins, Names::IMPORT) else {
            return Err(self.raise(Exceptions::IMPORT_ERROR, "__import__ not found"));
        };
        if matches!(self.heap.get(import), Data::Builtin(..)) {
            return self.import_name(name, fromlist, level);
        }
        self.heap.incref(import);
        self.keep(import);
        self.call(import, &[name, globals, namespace.unwrap_or(Singletons::NONE), fromlist, level])
    }

    /// `import name`, `from name import ...`: all borrowed, a new reference (PyImport_ImportModuleLevelObject). There are
    /// no packages.
    pub(crate) fn import_name(&mut self, name: Id, _fromlist: Id, level: Id) -> R<Id> {
        let level = self.index(level)?;
        if level < 0 {
            return Err(self.value_error("level must be >= 0"));
        }
        if level > 0 {
            return Err(self.raise(Exceptions::IMPORT_ERROR, "attempted relative import with no known parent package"));
        }
        if self.str_data(name).is_some_and(|s| s.as_str().is_empty()) {
            return Err(self.value_error("Empty module name"));
        }
        self.import_module(name)
    }

    /// The name that `from module import name` binds: a new reference.
    pub(crate) fn import_from(&mut self, module: Id, name: Id) -> R<Id> {
        if let Some(value) = self.getattr_opt(module, name)? {
            return Ok(value);
        }
        let module_name = self.getattr_opt(module, Names::NAME)?;
        let known = module_name.filter(|&n| self.str_data(n).is_some());
        let wrong = self.str_text(name).map(|t| t.to_string()).unwrap_or_default();
        let raised = match known {
            Some(known) => {
                let text = self.str_text(known).map(|t| t.to_string()).unwrap_or_default();
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
        Ok(())
    }
}

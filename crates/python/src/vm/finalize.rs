//! The end of a program: reporting what it ended with, functions of `atexit`, and the death of all modules
//! (CPython 3.13 pylifecycle.c, Py_FinalizeEx and finalize_modules).

use hashbrown::HashSet;
use ouro_heap::{GENERATIONS, Id, WeakKind};

use super::{Names, Singletons, Vm};
use crate::object::Data;
use crate::output::Stream;
use crate::types::TypeTable;
use crate::types::exceptions::{Exceptions, field};

impl Vm {
    /// Ends the interpreter after the program is over: reports an exception that left it, runs what runs at exit, and
    /// lets go of all modules in CPython's order. Returns the exit status.
    pub fn finalize(&mut self) -> i32 {
        if let Some(frame) = self.ended.take() {
            let base = frame.base;
            self.end_frame(frame);
            self.cut_stack(base);
        }
        self.release_syntax_tree();
        let frame = self.last_frame.take();
        self.decref_slot(frame);
        let status = self.report_uncaught();
        let main = self.main.take();
        self.decref_slot(main);
        self.run_exit_functions();
        self.stop_observing();
        self.finalizing = true;
        self.last_filters = self.warning_filter_list();
        for stream in [Stream::Stdout, Stream::Stderr] {
            self.flush_stream(stream);
        }
        // The program's start set aside what there was: from here on all of it can be garbage, unless the program has
        // frozen it.
        if self.gc.starts_frozen || !self.heap.is_frozen() {
            self.heap.give_back_startup();
        }
        if self.heap.gc_enabled() {
            self.collect_garbage(GENERATIONS as u8 - 1, true);
        }
        self.finalize_modules();
        self.clear_method_cache();
        if let Some((dict, _)) = self.repr_state.take() {
            self.decref(dict);
        }
        status
    }

    /// Objects that the program made and that are still there: after [`Vm::finalize`] there should be none. What the
    /// machine's own types remember of their subclasses does not count, nor what frozen objects keep.
    pub fn leaked(&self) -> Vec<Id> {
        if self.heap.is_frozen() {
            return Vec::new();
        }
        let mut kept = HashSet::new();
        for class in self.heap.ids().filter(|&id| TypeTable::is_static(id)) {
            self.class(class).visit_unseen(&mut |id| {
                kept.insert(id);
            });
        }
        let left = |id: &Id| self.is_own(*id) && !self.heap.is_immortal(*id) && !kept.contains(id);
        self.heap.ids().filter(left).collect()
    }

    /// Prints the exception in flight, if there is one, and gives the exit status (pythonrun.c, _PyErr_PrintEx).
    fn report_uncaught(&mut self) -> i32 {
        let Some(exception) = self.raised.take() else { return 0 };
        if self.is_instance(exception, Exceptions::SYSTEM_EXIT) {
            let status = self.system_exit_status(exception);
            self.decref(exception);
            return status;
        }
        self.remember_last(exception);
        let hook = self.sys_attribute("excepthook").filter(|&hook| self.class_of(hook) != TypeTable::BUILTIN);
        match hook {
            Some(hook) => self.call_excepthook(hook, exception),
            None => self.print_exception(exception),
        }
        self.decref(exception);
        1
    }

    fn call_excepthook(&mut self, hook: Id, exception: Id) {
        self.incref(hook);
        let class = self.class_of(exception);
        let traceback = self.exception(exception).and_then(|e| e.traceback).unwrap_or(Singletons::NONE);
        match self.call(hook, &[class, exception, traceback]) {
            Ok(result) => self.decref(result),
            Err(raised) => {
                if let Some(second) = self.catch(raised) {
                    self.print_to_stderr("Error in sys.excepthook:\n");
                    self.print_exception(second);
                    self.print_to_stderr("\nOriginal exception was:\n");
                    self.print_exception(exception);
                    self.decref(second);
                }
            }
        }
        self.decref(hook);
    }

    /// `sys.last_exc` and its kin keep the exception until the modules go.
    fn remember_last(&mut self, exception: Id) {
        let Some(dict) = self.sys else { return };
        let class = self.class_of(exception);
        let traceback = self.exception(exception).and_then(|e| e.traceback).unwrap_or(Singletons::NONE);
        let values =
            [("last_exc", exception), ("last_type", class), ("last_value", exception), ("last_traceback", traceback)];
        for (name, value) in values {
            self.incref(value);
            self.dict_set_text(dict, name, value);
        }
    }

    /// pythonrun.c, _Py_HandleSystemExit
    fn system_exit_status(&mut self, exception: Id) -> i32 {
        let code = self.exception_field(exception, field::VALUE).unwrap_or(Singletons::NONE);
        if code == Singletons::NONE {
            return 0;
        }
        match self.data(code) {
            Data::Int(value) => (*value & 0xff) as i32,
            Data::BigInt(_) => 255,
            _ => {
                self.incref(code);
                let text = match self.display_text(code) {
                    Ok(text) => text,
                    Err(raised) => {
                        self.discard(raised);
                        String::new()
                    }
                };
                self.decref(code);
                self.print_to_stderr(&(text + "\n"));
                1
            }
        }
    }

    /// pylifecycle.c, finalize_modules
    fn finalize_modules(&mut self) {
        let sys = self.sys;
        if let Some(sys) = sys {
            for name in ["path", "argv", "last_exc", "last_type", "last_value", "last_traceback"] {
                let name = self.intern(name);
                if self.dict_get_name(sys, name).is_some() {
                    self.dict_set_name(sys, name, Singletons::NONE);
                }
            }
            for name in ["stdin", "stdout", "stderr"] {
                let original = self.intern(&format!("__{name}__"));
                if let Some(file) = self.dict_get_name(sys, original) {
                    self.incref(file);
                    self.dict_set_text(sys, name, file);
                }
            }
        }
        let weak_modules = self.remove_modules();
        self.restore_builtins();
        self.collect_quietly();
        for weakref in weak_modules.into_iter().rev() {
            if let Some(module) = self.heap.weakref_target(weakref) {
                self.incref(module);
                if let Some(dict) = self.own_dict(module)
                    && Some(dict) != sys
                    && dict != self.builtins
                {
                    self.clear_module_dict(dict);
                }
                self.decref(module);
            }
            self.decref(weakref);
        }
        let builtins = self.builtins;
        if let Some(sys) = self.sys {
            self.clear_module_dict(sys);
        }
        self.release_gc_lists();
        self.clear_module_dict(builtins);
        for (_, copy) in std::mem::take(&mut self.builtins_copy) {
            self.decref(copy);
        }
        for (_, names) in std::mem::take(&mut self.keyword_parsers) {
            self.decref(names);
        }
        let weakrefs = std::mem::take(&mut self.class_weakrefs);
        self.decref_all(weakrefs);
        let filters = self.last_filters.take();
        self.decref_slot(filters);
        self.collect_quietly();
        // Without `sys.stderr`, errors until here are not reported.
        let sys = self.sys.take();
        self.decref_slot(sys);
    }

    /// Replaces every module in `sys.modules` by None and empties it; returns weak references to the modules.
    fn remove_modules(&mut self) -> Vec<Id> {
        let entries: Vec<(Id, Id)> =
            self.dict(self.modules).map(|d| d.iter().map(|e| (e.key, e.value)).collect()).unwrap_or_default();
        let mut weak = Vec::new();
        for &(_, module) in &entries {
            if matches!(self.heap.get(module), Data::Module(_)) {
                let made = crate::types::weakref::new_weakref(self, TypeTable::WEAKREF, WeakKind::Ref, module, None);
                match made {
                    Ok(weakref) => weak.push(weakref),
                    Err(raised) => self.discard(raised),
                }
            }
        }
        // Without the module io, tracebacks have no source lines any more (traceback.c, _Py_DisplaySourceLine).
        self.sources.clear();
        let modules = self.modules;
        for (name, _) in entries {
            self.dict_set_name(modules, name, Singletons::NONE);
        }
        let rest = self.dict_mut(modules).map(|d| d.take()).unwrap_or_default();
        for entry in rest {
            self.decref(entry.key);
            self.decref(entry.value);
        }
        weak
    }

    /// Makes the namespace of builtins what it was before the interpreter added `open` and the module site its names
    /// (pylifecycle.c, finalize_restore_builtins_dict).
    fn restore_builtins(&mut self) {
        let builtins = self.builtins;
        let replaced = self.dict_mut(builtins).map(|dict| dict.take()).unwrap_or_default();
        for (name, value) in self.builtins_copy.clone() {
            let added = ["open", "exit", "quit", "copyright", "credits", "license", "help"];
            if self.str_text(name).is_some_and(|text| !added.contains(&&*text)) {
                self.incref(value);
                self.dict_set_name(builtins, name, value);
            }
        }
        for entry in replaced {
            self.decref(entry.key);
            self.decref(entry.value);
        }
    }

    /// A full collection without callbacks (gc.c, _PyGC_CollectNoFail).
    fn collect_quietly(&mut self) {
        ouro_heap::collect(self, GENERATIONS as u8 - 1);
    }

    /// Sets a namespace's values to None: names with one leading underscore first, then all others
    /// (moduleobject.c, _PyModule_ClearDict).
    fn clear_module_dict(&mut self, dict: Id) {
        let underscored = |text: &str| text.starts_with('_') && !text.starts_with("__");
        for first in [true, false] {
            let mut position = 0;
            while let Some((at, &entry)) = self.dict(dict).and_then(|d| d.next_entry(position)) {
                position = at + 1;
                let Some(name) = self.str_text(entry.key) else { continue };
                let chosen = if first { underscored(&name) } else { entry.key != Names::BUILTINS };
                if chosen && entry.value != Singletons::NONE {
                    self.dict_set_name(dict, entry.key, Singletons::NONE);
                }
            }
        }
    }
}

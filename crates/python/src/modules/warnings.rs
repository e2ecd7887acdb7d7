//! The module `_warnings`: issuing warnings, whether `warnings` is imported or not (CPython 3.13 _warnings.c).

use ouro_heap::Id;

use super::ModuleSpec;
use crate::bytecode::Code;
use crate::native::{Args, Native};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, Parameters, R, Singletons, Vm};

/// The declaration of `_warnings`.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "_warnings",
        functions: const {
            &[
                Native::any("warn", warn),
                Native::any("warn_explicit", warn_explicit),
                Native::new("_filters_mutated", 0, 0, |vm, _, _| {
                    vm.warning_filters += 1;
                    Ok(Singletons::NONE)
                }),
            ]
        },
        init: None,
    }
}

/// A warning on its way. All ids are borrowed from whoever issues it.
#[derive(Clone, Copy)]
struct Warning {
    /// An instance of the category.
    message: Id,
    text: Id,
    category: Id,
    file: Id,
    line: i64,
    /// A str.
    module: Id,
    /// The object that was given up.
    source: Option<Id>,
}

const KEYWORDS: Parameters = Parameters {
    names: &["message", "category", "stacklevel", "source", "skip_file_prefixes"],
    positional_only: 0,
    positional: 4,
    required: 1,
};

fn warn(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let given = vm.bind_args("warn", args, &KEYWORDS)?;
    let message = given[0].unwrap_or(Singletons::NONE);
    let category = category_of(vm, message, given[1])?;
    let mut level = given[2].map_or(Ok(1), |level| vm.index(level))?;
    let prefixes: Vec<String> = match given[4].and_then(|prefixes| vm.tuple_items(prefixes)) {
        Some(items) => items.iter().filter_map(|&item| vm.str_text(item)).map(|text| text.to_string()).collect(),
        None if given[4].is_some() => return Err(vm.type_error("skip_file_prefixes must be a tuple of strs.")),
        None => Vec::new(),
    };
    if !prefixes.is_empty() {
        level = level.max(2);
    }
    let source = given[3].filter(|&source| source != Singletons::NONE);
    vm.issue_warning(message, category, level, &prefixes, source)?;
    Ok(Singletons::NONE)
}

/// get_category
fn category_of(vm: &mut Vm, message: Id, category: Option<Id>) -> R<Id> {
    if vm.is_instance(message, Exceptions::WARNING) {
        return Ok(vm.class_of(message));
    }
    let category = category.filter(|&c| c != Singletons::NONE).unwrap_or(Exceptions::USER_WARNING);
    if vm.is_class(category) && vm.is_subclass(category, Exceptions::WARNING) {
        return Ok(category);
    }
    let given = vm.type_name(category);
    Err(vm.type_error(format!("category must be a Warning subclass, not '{given}'")))
}

fn warn_explicit(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters {
        names: &["message", "category", "filename", "lineno", "module", "registry", "module_globals", "source"],
        positional_only: 0,
        positional: 8,
        required: 4,
    };
    let given = vm.bind_args("warn_explicit", args, &PARAMETERS)?;
    let at = |i: usize| given.get(i).copied().flatten().filter(|&id| id != Singletons::NONE);
    let message = given[0].unwrap_or(Singletons::NONE);
    let category = category_of(vm, message, given[1])?;
    let file = given[2].unwrap_or(Singletons::NONE);
    let name = vm.expect_str(file, "warn_explicit() argument 3")?.to_string();
    let line = vm.index(given[3].unwrap_or(Singletons::NONE))?;
    let module = match at(4) {
        Some(module) => module,
        None => {
            let name = vm.new_str(name.strip_suffix(".py").unwrap_or(&name));
            vm.keep(name)
        }
    };
    vm.warn_at(message, category, file, line, module, at(5), at(7))?;
    Ok(Singletons::NONE)
}

impl Vm {
    /// Issues a warning of the interpreter's own at the line that the innermost frame stands at. `source`: the object
    /// whose end caused it (borrowed).
    pub(crate) fn warn(&mut self, category: Id, message: &str, source: Option<Id>) -> R<()> {
        let message = self.new_str(message);
        let outcome = self.issue_warning(message, category, 1, &[], source);
        self.decref(message);
        outcome
    }

    /// Issues what the compiler warns about, each time anew.
    pub(crate) fn warn_of_code(&mut self, code: &Code) -> R<()> {
        for warning in &code.warnings {
            let module = code.filename.strip_suffix(".py").unwrap_or(&code.filename);
            let parts = [self.new_str(&*warning.message), self.new_str(&*code.filename), self.new_str(module)];
            let [message, file, module] = parts;
            let line = warning.line.into();
            let outcome = self.warn_at(message, Exceptions::SYNTAX_WARNING, file, line, module, None, None);
            self.decref_all(parts);
            outcome?;
        }
        Ok(())
    }

    /// As `warnings.warn` with a stack level (setup_context). All borrowed.
    fn issue_warning(
        &mut self,
        message: Id,
        category: Id,
        level: i64,
        prefixes: &[String],
        source: Option<Id>,
    ) -> R<()> {
        let mark = self.temps.len();
        let skipped = |file: &str| prefixes.iter().any(|prefix| file.starts_with(prefix.as_str()));
        let mut index = self.frames.len() as i64 - 1;
        let mut left = level - 1;
        while left > 0 && index >= 0 {
            index -= 1;
            while index >= 0 && skipped(&self.frames[index as usize].code.code.filename) {
                index -= 1;
            }
            left -= 1;
        }
        // Asking for a frame makes its object, those on the way as well (PyThreadState_GetFrame, PyFrame_GetBack).
        for passed in (index.max(0) as usize..self.frames.len()).rev() {
            self.frame_object(passed);
        }
        let outcome = match usize::try_from(index).ok().and_then(|i| self.frames.get(i)) {
            Some(frame) => {
                let pc = if index as usize + 1 == self.frames.len() { self.pc } else { frame.pc };
                let line = frame.code.code.locations.get(pc as usize).map_or(frame.line, |l| l.line);
                let line = if line == 0 { frame.line } else { line };
                let (file, globals) = (frame.code.code.filename.clone(), frame.globals);
                let file = self.new_str(&*file);
                self.keep(file);
                let registry = self.warning_registry(globals);
                let module = match self.dict_get_name(globals, Names::NAME) {
                    Some(name) => self.incref(name),
                    None => self.intern("<string>"),
                };
                self.keep(module);
                self.warn_at(message, category, file, i64::from(line), module, Some(registry), source)
            }
            None => {
                let newer = self.version.number >= (3, 13, 0);
                let file = self.intern(if newer { "<sys>" } else { "sys" });
                let registry = self.sys.map(|sys| self.warning_registry(sys));
                let module = self.intern("sys");
                self.warn_at(message, category, file, if newer { 0 } else { 1 }, module, registry, source)
            }
        };
        let pending = self.save_exception();
        self.release_kept(mark);
        self.restore_exception(pending);
        outcome
    }

    /// `__warningregistry__` of a namespace: made if there is none; kept.
    fn warning_registry(&mut self, globals: Id) -> Id {
        let name = self.intern("__warningregistry__");
        match self.dict_get_name(globals, name) {
            Some(registry) => {
                self.incref(registry);
                self.keep(registry)
            }
            None => {
                let registry = self.new_dict();
                self.incref(registry);
                self.dict_set_name(globals, name, registry);
                self.keep(registry)
            }
        }
    }

    /// warn_explicit: filters, the registry, and showing it.
    #[allow(clippy::too_many_arguments)]
    fn warn_at(
        &mut self,
        message: Id,
        category: Id,
        file: Id,
        line: i64,
        module: Id,
        registry: Option<Id>,
        source: Option<Id>,
    ) -> R<()> {
        let (text, message) = if self.is_instance(message, Exceptions::WARNING) {
            let text = self.str(message)?;
            self.keep(text);
            (text, message)
        } else {
            let made = self.call(category, &[message])?;
            (message, self.keep(made))
        };
        self.incref(category);
        self.keep(category);
        let warning = Warning { message, text, category, file, line, module, source };
        let line_number = self.new_int(line);
        self.keep(line_number);
        let key = [text, category, line_number].map(|id| self.incref(id));
        let key = self.new_tuple(key);
        self.keep(key);
        if let Some(registry) = registry
            && self.is_registered(registry, key)?
        {
            return Ok(());
        }
        let action = self.warning_action(&warning)?;
        let show = match &*action {
            "error" => {
                self.incref(message);
                return Err(self.raise_object(message));
            }
            "ignore" => false,
            "always" | "all" => true,
            "default" => {
                self.register(registry, key)?;
                true
            }
            "once" => {
                self.register(registry, key)?;
                let once = match registry {
                    Some(registry) => Some(registry),
                    None => self.warnings_attribute("onceregistry")?,
                };
                let pair = [text, category].map(|id| self.incref(id));
                let pair = self.new_tuple(pair);
                self.keep(pair);
                !self.register(once, pair)?
            }
            "module" => {
                self.register(registry, key)?;
                let alternative = [text, category, self.new_int(0)].map(|id| self.incref(id));
                let alternative = self.new_tuple(alternative);
                self.keep(alternative);
                !self.register(registry, alternative)?
            }
            other => {
                let message = format!("Unrecognized action ({other:?}) in warnings.filters");
                return Err(self.raise(Exceptions::RUNTIME_ERROR, message));
            }
        };
        if show { self.show_warning(&warning) } else { Ok(()) }
    }

    /// already_warned: a registry of other filters is emptied.
    fn is_registered(&mut self, registry: Id, key: Id) -> R<bool> {
        let version = self.intern("version");
        let known = self.dict_get_name(registry, version).and_then(|v| self.int_value(v));
        if known != Some(self.warning_filters) {
            let entries = self.dict_mut(registry).map(|d| d.take()).unwrap_or_default();
            for entry in entries {
                self.decref(entry.key);
                self.decref(entry.value);
            }
            let number = self.new_int(self.warning_filters);
            self.dict_set_name(registry, version, number);
            return Ok(false);
        }
        match self.dict_get(registry, key)? {
            Some(found) => self.is_true(found),
            None => Ok(false),
        }
    }

    /// Puts a key into a registry: true if it was there.
    fn register(&mut self, registry: Option<Id>, key: Id) -> R<bool> {
        let Some(registry) = registry else { return Ok(false) };
        if self.dict_get(registry, key)?.is_some() {
            return Ok(true);
        }
        self.dict_set(registry, key, Singletons::TRUE)?;
        Ok(false)
    }

    /// An attribute of the module `warnings`, if that is imported: kept.
    fn warnings_attribute(&mut self, name: &str) -> R<Option<Id>> {
        let warnings = self.intern("warnings");
        let Some(module) = self.dict_get_name(self.modules, warnings).filter(|&m| m != Singletons::NONE) else {
            return Ok(None);
        };
        let name = self.intern(name);
        let found = self.getattr_opt(module, name)?;
        Ok(found.map(|id| self.keep(id)))
    }

    /// `warnings.filters`, if there is such a list: a new reference.
    pub(crate) fn warning_filter_list(&mut self) -> Option<Id> {
        let mark = self.temps.len();
        let filters = self.warnings_attribute("filters").unwrap_or_default().map(|list| self.incref(list));
        self.release_kept(mark);
        filters
    }

    /// What the filters say: an action (get_filter).
    fn warning_action(&mut self, warning: &Warning) -> R<String> {
        let filters = match self.last_filters {
            Some(filters) => filters,
            None => match self.warnings_attribute("filters")? {
                Some(filters) => filters,
                None => return Ok(self.default_action(warning).to_owned()),
            },
        };
        for filter in self.list_items(filters).map(|items| items.to_vec()).unwrap_or_default() {
            let Some(&[action, message, category, module, line]) = self.tuple_items(filter) else {
                return Err(self.value_error("warnings.filters item isn't a 5-tuple"));
            };
            let line = self.index(line)?;
            if (line == 0 || line == warning.line)
                && self.is_class(category)
                && self.is_subclass(warning.category, category)
                && self.filter_matches(message, warning.text)?
                && self.filter_matches(module, warning.module)?
            {
                return Ok(self.expect_str(action, "action")?.to_string());
            }
        }
        match self.warnings_attribute("defaultaction")? {
            Some(action) => Ok(self.expect_str(action, "_warnings.defaultaction")?.to_string()),
            None => Ok("default".to_owned()),
        }
    }

    /// None matches everything, a str itself, anything else says by its `match`.
    fn filter_matches(&mut self, pattern: Id, text: Id) -> R<bool> {
        if pattern == Singletons::NONE {
            return Ok(true);
        }
        if let (true, Some(wanted)) = (self.class_of(pattern) == TypeTable::STR, self.str_text(pattern)) {
            return Ok(self.str_text(text).is_some_and(|text| *text == *wanted));
        }
        let name = self.intern("match");
        let result = self.call_method(pattern, name, &[text])?;
        self.keep(result);
        self.is_true(result)
    }

    /// The filters that CPython starts with.
    fn default_action(&self, warning: &Warning) -> &'static str {
        let is = |class| self.is_subclass(warning.category, class);
        let in_main = self.str_text(warning.module).is_some_and(|name| &*name == "__main__");
        if is(Exceptions::DEPRECATION_WARNING) && in_main {
            return "default";
        }
        let ignored = [
            Exceptions::DEPRECATION_WARNING,
            Exceptions::PENDING_DEPRECATION_WARNING,
            Exceptions::IMPORT_WARNING,
            Exceptions::RESOURCE_WARNING,
        ];
        if ignored.into_iter().any(is) { "ignore" } else { "default" }
    }

    fn show_warning(&mut self, warning: &Warning) -> R<()> {
        if !self.version.tracebacks_printed_in_c && self.class(TypeTable::STR).subclasses.is_none() {
            // To show the line, CPython imports the module enum: from then on str has a subclass.
            let then = self.heap.allocations();
            if let Some(table) = self.subclass_table(TypeTable::STR) {
                self.heap.track(table);
            }
            self.heap.freeze_since(then);
        }
        for &(list, count) in self.version.warning_temporaries {
            self.heap.count_temporaries(list, count);
        }
        // No module is imported any more while the interpreter ends (_warnings.c, get_warnings_attr).
        let show = match self.finalizing && warning.source.is_some() {
            true => None,
            false => self.warnings_attribute("_show")?,
        };
        let Some(show) = show else {
            let text = self.warning_text(warning)?;
            self.print_to_stderr(&text);
            return Ok(());
        };
        let line = self.new_int(warning.line);
        self.keep(line);
        let source = warning.source.unwrap_or(Singletons::NONE);
        let result = self.call(show, &[warning.message, warning.category, warning.file, line, source])?;
        self.decref(result);
        Ok(())
    }

    fn warning_text(&mut self, warning: &Warning) -> R<String> {
        let name = self.class(warning.category).name.clone();
        let shown = self.display_text(warning.message)?;
        let file = self.name_text(warning.file);
        let mut text = format!("{file}:{}: {name}: {shown}\n", warning.line);
        let source = self.source_line(&file, warning.line.try_into().unwrap_or(0)).trim_start();
        if !source.is_empty() {
            text += &format!("  {source}\n");
        }
        if warning.source.is_some() && !self.finalizing {
            text += &format!("{name}: Enable tracemalloc to get the object allocation traceback\n");
        }
        Ok(text)
    }

    /// A warning in a finalizer: one that a filter makes an error cannot be caught there (borrowed object).
    pub(crate) fn warn_in_finalizer(&mut self, category: Id, message: &str, source: Id) {
        if let Err(raised) = self.warn(category, message, Some(source)) {
            self.write_unraisable(raised, source);
        }
    }
}

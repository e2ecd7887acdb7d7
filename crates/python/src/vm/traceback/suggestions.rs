//! "Did you mean" after AttributeError, NameError and ImportError (traceback.py, _compute_suggestion_error).

use ouro_heap::Id;

use super::super::{R, Vm};
use crate::data::Traceback;
use crate::modules::stdlib_names::STDLIB_MODULE_NAMES;
use crate::object::Slot;
use crate::suggest::closest;
use crate::types::code::variable_names;
use crate::types::exceptions::{Exceptions, field};

impl Vm {
    /// What follows the message of an exception; empty for most.
    pub(super) fn suggestion(&mut self, exception: Id, traceback: Slot) -> String {
        let text = |vm: &Vm, slot: Slot| slot.and_then(|id| vm.str_text(id)).map(|t| t.to_string());
        if self.is_instance(exception, Exceptions::IMPORT_ERROR) {
            let wrong = text(self, self.exception_field(exception, field::IMPORT_NAME_FROM));
            let module = self.exception_field(exception, field::IMPORT_NAME);
            let (Some(wrong), Some(module)) = (wrong, module) else { return String::new() };
            let names = match self.dict_get_name(self.modules, module) {
                Some(module) => self.directory(module),
                None => Vec::new(),
            };
            return did_you_mean(best(&wrong, &names, wrong.starts_with('_')));
        }
        let is_name_error = self.is_instance(exception, Exceptions::NAME_ERROR);
        if !is_name_error && !self.is_instance(exception, Exceptions::ATTRIBUTE_ERROR) {
            return String::new();
        }
        let Some(wrong) = text(self, self.exception_field(exception, field::NAME)) else { return String::new() };
        if !is_name_error {
            let Some(object) = self.exception_field(exception, field::OBJ) else { return String::new() };
            let in_method = self.frame_self(traceback) == Some(object);
            let names = self.directory(object);
            let found = best(&wrong, &names, in_method || wrong.starts_with('_'));
            return match found {
                Some(name) if self.version.dotted_suggestions => {
                    format!(". Did you mean '.{name}' instead of '.{wrong}'?")
                }
                found => did_you_mean(found),
            };
        }
        let found = self.suggest_name(exception, &wrong, traceback);
        let mut result = did_you_mean(found.clone());
        if STDLIB_MODULE_NAMES.binary_search(&wrong.as_str()).is_ok() {
            result += &match found {
                Some(_) => format!(" Or did you forget to import '{wrong}'?"),
                None => format!(". Did you forget to import '{wrong}'?"),
            };
        }
        result
    }

    fn suggest_name(&mut self, exception: Id, wrong: &str, traceback: Slot) -> Option<String> {
        let frame = self.last_frame(traceback)?;
        let printed_in_c = self.version.tracebacks_printed_in_c;
        let locals: Vec<String> = if printed_in_c {
            let code = self.frame_code(frame)?;
            variable_names(&code.code).iter().map(|name| name.to_string()).collect()
        } else {
            let variables = self.frame_variables(frame).into_iter();
            variables.filter_map(|(name, _)| self.str_text(name)).map(|t| t.to_string()).collect()
        };
        let mut names = vec![locals];
        for dict in [self.frame_globals(frame), Some(self.builtins)].into_iter().flatten() {
            let keys: Vec<Id> = self.dict(dict).map(|d| d.iter().map(|e| e.key).collect()).unwrap_or_default();
            names.push(keys.into_iter().filter_map(|k| self.str_text(k)).map(|t| t.to_string()).collect());
        }
        if let Some(this) = self.frame_self(traceback) {
            let name = self.exception_field(exception, field::NAME)?;
            match self.getattr_opt(this, name) {
                Ok(Some(value)) => {
                    self.decref(value);
                    return Some(format!("self.{wrong}"));
                }
                Ok(None) => {}
                Err(raised) => self.discard(raised),
            }
        }
        if printed_in_c {
            // 3.12 suggestions.c, get_suggestions_for_name_error: the nearest scope that has one.
            return names.iter().find_map(|names| closest(wrong, names.iter().map(String::as_str)));
        }
        closest(wrong, names.iter().flatten().map(String::as_str))
    }

    /// The frame object of the last entry of a traceback, borrowed.
    fn last_frame(&self, traceback: Slot) -> Slot {
        let mut entry = self.native::<Traceback>(traceback?)?;
        while let Some(next) = entry.next.and_then(|id| self.native::<Traceback>(id)) {
            entry = next;
        }
        entry.frame
    }

    /// The variable `self` of the frame that raised, borrowed.
    fn frame_self(&self, traceback: Slot) -> Slot {
        let frame = self.last_frame(traceback)?;
        self.frame_variables(frame)
            .into_iter()
            .find(|&(name, _)| self.str_data(name).is_some_and(|s| s.as_str() == "self"))
            .map(|(_, value)| value)
    }

    /// `dir(object)` as texts; empty where that fails.
    fn directory(&mut self, object: Id) -> Vec<String> {
        match self.try_directory(object) {
            Ok(names) => names,
            Err(raised) => {
                self.discard(raised);
                Vec::new()
            }
        }
    }

    fn try_directory(&mut self, object: Id) -> R<Vec<String>> {
        let name = self.intern("dir");
        let Some(dir) = self.dict_get_name(self.builtins, name) else { return Ok(Vec::new()) };
        let list = self.call(dir, &[object])?;
        let names = self
            .list_items(list)
            .map(|items| items.iter().filter_map(|&id| self.str_text(id)).map(|t| t.to_string()).collect())
            .unwrap_or_default();
        self.decref(list);
        Ok(names)
    }
}

fn best(wrong: &str, names: &[String], underscored: bool) -> Option<String> {
    let names = names.iter().map(String::as_str).filter(|name| underscored || !name.starts_with('_'));
    closest(wrong, names)
}

fn did_you_mean(found: Option<String>) -> String {
    found.map(|name| format!(". Did you mean: '{name}'?")).unwrap_or_default()
}

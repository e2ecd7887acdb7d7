//! The exception in flight, its context, and matching it against handlers.

use ouro_heap::Id;

use super::{R, Raised, Vm};
use crate::compiler::SyntaxError;
use crate::data::{Exception, Traceback};
use crate::object::{Data, Slot};
use crate::types::exceptions::Exceptions;

impl Vm {
    /// Puts an exception in flight as it is; takes the reference.
    pub fn set_raised(&mut self, exception: Id) -> Raised {
        let serial = self.heap.serial(exception);
        if self.raised_at.is_none_or(|(known, _)| known != serial) {
            self.raised_at = Some((serial, self.steps));
        }
        if let Some(old) = self.raised.replace(exception) {
            self.decref(old);
        }
        Raised(())
    }

    /// Takes the exception in flight away while a finalizer or callback runs (PyErr_GetRaisedException).
    pub fn save_exception(&mut self) -> Slot {
        self.raised.take()
    }

    /// Puts back what [`Vm::save_exception`] took (PyErr_SetRaisedException).
    pub fn restore_exception(&mut self, saved: Slot) {
        if let Some(stray) = std::mem::replace(&mut self.raised, saved) {
            self.decref(stray);
        }
    }

    /// Adds a note to the exception in flight (errors.c, _PyErr_FormatNote).
    pub(crate) fn add_note(&mut self, raised: Raised, note: String) -> Raised {
        let Some(exception) = self.save_exception() else { return raised };
        let added = self.scoped(|vm| {
            let note = vm.new_str(note);
            vm.keep(note);
            let add_note = vm.intern("add_note");
            vm.vectorcall_method(exception, add_note, &[note])
        });
        match added {
            Ok(done) => {
                self.decref(done);
                self.set_raised(exception)
            }
            Err(raised) => {
                self.decref(exception);
                raised
            }
        }
    }

    /// What an exception holds.
    pub fn exception(&self, id: Id) -> Option<&Exception> {
        match self.heap.get(id) {
            Data::Exception(exception) => Some(exception),
            _ => None,
        }
    }

    /// As [`Vm::exception`], to change it.
    pub fn exception_mut(&mut self, id: Id) -> Option<&mut Exception> {
        match self.heap.get_mut(id) {
            Data::Exception(exception) => Some(exception),
            _ => None,
        }
    }

    /// Sets `__context__` to the exception being handled, without making a new cycle of contexts
    /// (errors.c, _PyErr_SetObject).
    pub fn set_context(&mut self, exception: Id) {
        let Some(handled) = self.handled_exception() else { return };
        if handled == exception || self.exception(exception).is_none() {
            return;
        }
        let context_of = |vm: &Vm, id: Id| vm.exception(id).and_then(|e| e.context);
        let mut current = handled;
        let mut slow = handled;
        let mut move_slow = false;
        while let Some(context) = context_of(self, current) {
            if context == exception {
                self.replace_context(current, None);
                break;
            }
            current = context;
            if current == slow {
                // A cycle that was there before.
                break;
            }
            if move_slow && let Some(next) = context_of(self, slow) {
                slow = next;
            }
            move_slow = !move_slow;
        }
        self.incref(handled);
        self.replace_context(exception, Some(handled));
    }

    /// Stores `__context__`; takes the reference.
    pub fn replace_context(&mut self, exception: Id, context: Slot) {
        let old = self.exception_mut(exception).and_then(|e| std::mem::replace(&mut e.context, context));
        self.decref_slot(old);
    }

    /// Stores `__cause__`, which suppresses the context; takes the reference (PyException_SetCause).
    pub fn replace_cause(&mut self, exception: Id, cause: Slot) {
        let old = self.exception_mut(exception).and_then(|e| {
            e.suppress_context = true;
            std::mem::replace(&mut e.cause, cause)
        });
        self.decref_slot(old);
    }

    /// Stores `__traceback__`; takes the reference.
    pub fn replace_traceback(&mut self, exception: Id, traceback: Slot) {
        let old = self.exception_mut(exception).and_then(|e| std::mem::replace(&mut e.traceback, traceback));
        self.decref_slot(old);
    }

    /// Whether an object is a class that can be raised.
    pub fn is_exception_class(&self, id: Id) -> bool {
        matches!(self.heap.get(id), Data::Class(_)) && self.is_subclass(id, Exceptions::BASE_EXCEPTION)
    }

    /// Whether an object can be raised as it is.
    pub fn is_exception(&self, id: Id) -> bool {
        self.exception(id).is_some()
    }

    /// Whether a handler for `class`, an exception class or a tuple of them, takes an exception
    /// (errors.c, PyErr_GivenExceptionMatches).
    pub(crate) fn exception_matches(&self, exception: Id, class: Id) -> bool {
        if let Some(classes) = self.tuple_items(class) {
            return classes.iter().any(|&c| self.exception_matches(exception, c));
        }
        let given = if self.is_exception(exception) { self.class_of(exception) } else { exception };
        if self.is_exception_class(given) && self.is_exception_class(class) {
            self.is_subclass(given, class)
        } else {
            given == class
        }
    }

    /// What stands after `except` has to be an exception class or a tuple of them (ceval.c, CheckExceptTypeValid).
    pub(crate) fn check_exception_class(&mut self, class: Id) -> R<()> {
        let valid = match self.tuple_items(class) {
            Some(classes) => classes.iter().all(|&c| self.is_exception_class(c)),
            None => self.is_exception_class(class),
        };
        if valid {
            return Ok(());
        }
        Err(self.type_error("catching classes that do not inherit from BaseException is not allowed"))
    }

    /// A field of an exception by its number (`types::exceptions::field`), borrowed.
    pub fn exception_field(&self, exception: Id, number: usize) -> Slot {
        self.exception(exception)?.fields.get(number).copied().flatten()
    }

    /// Stores a field of an exception; takes the reference.
    pub fn set_exception_field(&mut self, exception: Id, number: usize, value: Slot) {
        let Some(data) = self.exception_mut(exception) else {
            self.decref_slot(value);
            return;
        };
        if data.fields.len() <= number {
            data.fields.resize(number + 1, None);
        }
        let old = std::mem::replace(&mut data.fields[number], value);
        self.decref_slot(old);
    }

    /// The repr of an object as text.
    pub fn repr_text(&mut self, object: Id) -> R<String> {
        self.as_text(object, Vm::repr)
    }

    /// `str(object)` as text.
    pub fn display_text(&mut self, object: Id) -> R<String> {
        self.as_text(object, Vm::str)
    }

    fn as_text(&mut self, object: Id, show: fn(&mut Vm, Id) -> R<Id>) -> R<String> {
        let mark = self.temps.len();
        let shown = show(self, object);
        self.release_kept(mark);
        let shown = shown?;
        let text = self.name_text(shown);
        self.decref(shown);
        Ok(text)
    }
}

/// What a host tells a reader of an exception that left the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaisedInfo {
    /// The class's name.
    pub exception: String,
    /// `str()` of it.
    pub message: String,
    /// The line of the program where it was raised, from 1; 0 if that was not in the program.
    pub line: u32,
    /// What raised it: its first column, its last line and the column after it, all from 1, columns in characters.
    pub range: Option<(u32, u32, u32)>,
    /// The step whose line raised it.
    pub step: Option<u32>,
}

impl Vm {
    /// The exception that left the program, if one did.
    pub fn raised_info(&mut self) -> Option<RaisedInfo> {
        let exception = self.raised?;
        self.incref(exception);
        let message = match self.display_text(exception) {
            Ok(text) => text,
            Err(raised) => {
                self.discard(raised);
                String::new()
            }
        };
        self.restore_exception(Some(exception));
        let (mut line, mut range) = (0, None);
        let mut cursor = self.exception(exception).and_then(|e| e.traceback);
        while let Some(entry) = cursor.and_then(|id| self.native::<Traceback>(id)) {
            cursor = entry.next;
            let code = entry.frame.and_then(|f| self.frame_code(f));
            if let Some(code) = code.filter(|c| c.traced) {
                let place = code.code.locations.get(entry.instr as usize).copied();
                line = place.map_or(entry.line, |l| l.line);
                range = place.filter(|l| l.line > 0).map(|l| (l.column, l.end_line, l.end_column));
            }
        }
        let step = match self.raised_at {
            Some((serial, steps)) if serial == self.heap.serial(exception) => steps.checked_sub(1),
            _ => None,
        };
        Some(RaisedInfo { exception: self.type_name(exception).to_string(), message, line, range, step })
    }

    /// Raises the error that compiling a source text ended with.
    pub fn raise_syntax_error(&mut self, error: &SyntaxError, filename: &str) -> Raised {
        self.raise_syntax_error_as(error, filename, Some(format!("{}\n", error.text_line)))
    }

    /// The same, with the line to show.
    pub(crate) fn raise_syntax_error_as(
        &mut self,
        error: &SyntaxError,
        filename: &str,
        text: Option<String>,
    ) -> Raised {
        let class = match error.exception {
            "IndentationError" => Exceptions::INDENTATION_ERROR,
            "TabError" => Exceptions::TAB_ERROR,
            "RecursionError" => return self.raise(Exceptions::RECURSION_ERROR, error.message.clone()),
            _ => Exceptions::SYNTAX_ERROR,
        };
        let place = [
            self.new_str(filename),
            self.new_int(error.line.into()),
            self.new_int(error.column.into()),
            text.map_or(crate::vm::Singletons::NONE, |text| self.new_str(text)),
            self.new_int(error.end_line.into()),
            self.new_int(error.end_column.into()),
        ];
        let message = self.new_str(error.message.clone());
        let place = self.pack_tuple(place);
        let args = self.pack_tuple([message, place]);
        let exception = self.new_exception(class, args);
        self.raise_object(exception)
    }
}

//! Errors that nobody can catch: in finalizers, callbacks of weak references, at exit (errors.c).

use ouro_heap::Id;

use super::{Names, R, Raised, Singletons, Vm};
use crate::data::Traceback;
use crate::output::Stream;
use crate::types::TypeTable;
use crate::types::io::standard_stream;

/// traceback.c, TB_RECURSIVE_CUTOFF
const RECURSIVE_CUTOFF: usize = 3;

impl Vm {
    /// Reports an exception that cannot be passed on, and what it was raised in (borrowed)
    /// (errors.c, PyErr_WriteUnraisable).
    pub(crate) fn write_unraisable(&mut self, raised: Raised, object: Id) {
        self.write_unraisable_in(raised, None, Some(object));
    }

    /// As [`Vm::write_unraisable`], for releases that say what was being done.
    pub(crate) fn write_unraisable_while(&mut self, raised: Raised, doing: &str, object: Id) {
        if !self.version.unraisable_says_what {
            return self.write_unraisable(raised, object);
        }
        let error = self.catch(raised);
        let shown = match self.repr_text(object) {
            Ok(shown) => shown,
            Err(raised) => {
                self.discard(raised);
                "<object repr() failed>".to_owned()
            }
        };
        if let Some(error) = error {
            let raised = self.set_raised(error);
            self.write_unraisable_message(raised, &format!("Exception ignored while {doing} {shown}"));
        }
    }

    /// As [`Vm::write_unraisable`], with a message of its own in place of "Exception ignored in"
    /// (errors.c, PyErr_FormatUnraisable).
    pub fn write_unraisable_message(&mut self, raised: Raised, message: &str) {
        self.write_unraisable_in(raised, Some(message), None);
    }

    fn write_unraisable_in(&mut self, raised: Raised, message: Option<&str>, object: Option<Id>) {
        let Some(exception) = self.catch(raised) else { return };
        if self.abort.is_some() {
            self.decref(exception);
            return;
        }
        if self.exception(exception).is_some_and(|e| e.traceback.is_none())
            && let Some(top) = self.frames.len().checked_sub(1)
        {
            let instr = self.frame_instr(top);
            let traceback = self.new_traceback(top, instr, None);
            self.replace_traceback(exception, traceback);
        }
        let hooked = self.call_unraisable_hook(exception, message, object);
        if !hooked {
            let text = self.unraisable_text(exception, message, object);
            self.print_to_stderr(&text);
            for &(list, count) in self.version.unraisable_temporaries {
                self.heap.count_temporaries(list, count);
            }
        }
        self.decref(exception);
    }

    /// Calls `sys.unraisablehook` if the program has replaced it.
    fn call_unraisable_hook(&mut self, exception: Id, message: Option<&str>, object: Option<Id>) -> bool {
        let Some(hook) = self.sys_attribute("unraisablehook") else { return false };
        if self.class_of(hook) == TypeTable::BUILTIN || hook == Singletons::NONE {
            return false;
        }
        self.incref(hook);
        match self.run_unraisable_hook(hook, exception, message, object) {
            Ok(result) => self.decref(result),
            Err(raised) => {
                if let Some(failure) = self.catch(raised) {
                    let text =
                        self.unraisable_text(failure, Some("Exception ignored in sys.unraisablehook"), Some(hook));
                    self.print_to_stderr(&text);
                    self.decref(failure);
                }
            }
        }
        self.decref(hook);
        true
    }

    fn run_unraisable_hook(&mut self, hook: Id, exception: Id, message: Option<&str>, object: Option<Id>) -> R<Id> {
        let class = self.class_of(exception);
        let traceback = self.exception(exception).and_then(|e| e.traceback).unwrap_or(Singletons::NONE);
        let message = match message {
            Some(text) => self.new_str(text),
            None => Singletons::NONE,
        };
        let record = crate::modules::sys::unraisable_args(
            self,
            [class, exception, traceback, message, object.unwrap_or(Singletons::NONE)],
        );
        let result = self.call(hook, &[record]);
        self.decref(record);
        self.decref(message);
        result
    }

    /// errors.c, write_unraisable_exc_file: a traceback, without carets since 3.13, then the exception.
    pub(crate) fn unraisable_text(&mut self, exception: Id, message: Option<&str>, object: Option<Id>) -> String {
        let mut text = String::new();
        if let Some(object) = object.filter(|&id| id != Singletons::NONE) {
            let repr = match self.repr_text(object) {
                Ok(repr) => repr,
                Err(raised) => {
                    self.discard(raised);
                    "<object repr() failed>".to_owned()
                }
            };
            text += &format!("{}: {repr}\n", message.unwrap_or("Exception ignored in"));
        } else if let Some(message) = message {
            text += &format!("{message}:\n");
        }
        if self.version.unraisable_carets && !self.version.tracebacks_printed_in_c {
            return text + &self.format_exception(exception);
        }
        let traceback = self.exception(exception).and_then(|e| e.traceback);
        if let Some(traceback) = traceback {
            text += &self.plain_traceback(traceback);
        }
        let class = self.class_of(exception);
        text += &self.full_class_name(class);
        text += ": ";
        match self.display_text(exception) {
            Ok(shown) => text += &shown,
            Err(raised) => {
                self.discard(raised);
                text += "<exception str() failed>";
            }
        }
        text.push('\n');
        text
    }

    /// traceback.c, tb_printinternal
    fn plain_traceback(&self, traceback: Id) -> String {
        let mut text = "Traceback (most recent call last):\n".to_owned();
        if self.version.unraisable_carets {
            text.extend(self.format_stack(Some(traceback)));
            return text;
        }
        let mut last = None;
        let mut count = 0;
        let mut cursor = Some(traceback);
        let repeated = |count: usize| match count.checked_sub(RECURSIVE_CUTOFF) {
            Some(more @ 1..) => {
                format!("  [Previous line repeated {more} more time{}]\n", if more > 1 { "s" } else { "" })
            }
            _ => String::new(),
        };
        while let Some(entry) = cursor.and_then(|id| self.native::<Traceback>(id)) {
            cursor = entry.next;
            let Some(code) = entry.frame.and_then(|f| self.frame_code(f)) else { continue };
            let (file, name) = (code.code.filename.clone(), code.code.name.clone());
            let key = (file.clone(), entry.line, name.clone());
            if last.as_ref() != Some(&key) {
                text += &repeated(count);
                last = Some(key);
                count = 0;
            }
            count += 1;
            if count <= RECURSIVE_CUTOFF {
                text += &format!("  File \"{file}\", line {}, in {name}\n", entry.line);
                let source = self.source_line(&file, entry.line).trim_start();
                if !source.is_empty() {
                    text += &format!("    {source}\n");
                }
            }
        }
        text + &repeated(count)
    }

    /// Writes to `sys.stderr`, or nowhere if the program has taken it away: returns whether it was written.
    pub fn print_to_stderr(&mut self, text: &str) -> bool {
        let mut written = true;
        match self.sys_attribute("stderr") {
            Some(Singletons::NONE) => written = false,
            Some(file) if standard_stream(self, file) != Some(Stream::Stderr) => {
                self.incref(file);
                let argument = self.new_str(text);
                match self.call_method(file, Names::WRITE, &[argument]) {
                    Ok(result) => self.decref(result),
                    Err(raised) => {
                        self.discard(raised);
                        written = false;
                    }
                }
                self.decref(argument);
                self.decref(file);
            }
            _ => self.write_stderr_text(text),
        }
        written
    }

    /// Writes to the standard error itself.
    pub(crate) fn write_stderr_text(&mut self, text: &str) {
        self.buffer_text(Stream::Stderr, text);
        if !self.output.write(self.steps, Stream::Stderr, text) {
            self.abort.get_or_insert(super::Abort::Limit(super::Limit::Output));
        }
    }

    /// An attribute of the module `sys`, borrowed; `None` if it is not there.
    pub(crate) fn sys_attribute(&mut self, name: &str) -> Option<Id> {
        let name = self.intern(name);
        self.dict_get_name(self.sys?, name)
    }
}

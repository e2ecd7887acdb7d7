//! Tracebacks of uncaught exceptions, as CPython 3.13 prints them (traceback.py, TracebackException).

mod stack;
mod suggestions;
mod syntax;

use hashbrown::HashSet;
use ouro_heap::Id;

use super::{Names, Vm};
use crate::object::Data;
use crate::types::exceptions::Exceptions;

/// traceback.py: how many exceptions of a group are shown.
const MAX_GROUP_WIDTH: usize = 15;
/// traceback.py: how deep groups are shown.
const MAX_GROUP_DEPTH: usize = 10;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// What is shown of one exception. Chained ones are indices into the list of all reports.
struct Report {
    stack: Vec<String>,
    /// The exception's own lines and its notes.
    last: Vec<String>,
    suppress_context: bool,
    cause: Option<usize>,
    context: Option<usize>,
    members: Option<Vec<usize>>,
}

/// Reports of an exception and of all that are chained to it, and references to them while they are made.
#[derive(Default)]
struct Reports {
    all: Vec<Report>,
    seen: HashSet<Id>,
    held: Vec<Id>,
    queue: Vec<(usize, Id)>,
}

impl Reports {
    fn add(&mut self, vm: &mut Vm, exception: Id) -> usize {
        self.seen.insert(exception);
        self.held.push(vm.incref(exception));
        let report = vm.report(exception);
        self.all.push(report);
        let number = self.all.len() - 1;
        self.queue.push((number, exception));
        number
    }
}

impl Vm {
    /// The traceback of an exception (borrowed), with those that it is chained to. Runs the exceptions' `__str__`.
    pub fn format_exception(&mut self, exception: Id) -> String {
        let mut reports = Reports::default();
        reports.add(self, exception);
        while let Some((number, id)) = reports.queue.pop() {
            let Some(data) = self.exception(id) else { continue };
            let (cause, context, suppress) = (data.cause, data.context, data.suppress_context);
            let cause = cause.filter(|id| !reports.seen.contains(id)).map(|id| reports.add(self, id));
            let context = match context {
                Some(id) if cause.is_none() && !suppress && !reports.seen.contains(&id) => Some(reports.add(self, id)),
                _ => None,
            };
            let members = self
                .is_exception_group(id)
                .then(|| self.group_members(id).into_iter().map(|member| reports.add(self, member)).collect());
            let report = &mut reports.all[number];
            report.cause = cause;
            report.context = context;
            report.members = members;
        }
        let unbroken = self.version.tracebacks_printed_in_c;
        let mut printer = Printer { depth: 0, need_close: false, unbroken, text: String::new() };
        printer.format(&reports.all, 0);
        for id in reports.held {
            self.decref(id);
        }
        printer.text
    }

    /// The lines that end the report of an exception: its own and its notes.
    pub(crate) fn exception_lines(&mut self, exception: Id) -> Vec<String> {
        self.report(exception).last
    }

    fn report(&mut self, exception: Id) -> Report {
        let traceback = self.exception(exception).and_then(|e| e.traceback);
        let stack = self.format_stack(traceback);
        let class = self.class_of(exception);
        let name = self.full_class_name(class);
        let mut last = if self.is_instance(exception, Exceptions::SYNTAX_ERROR) {
            self.format_syntax_error(exception, &name)
        } else {
            let mut text = self.exception_text(exception);
            text += &self.suggestion(exception, traceback);
            vec![if text.is_empty() { format!("{name}\n") } else { format!("{name}: {text}\n") }]
        };
        last.extend(self.format_notes(exception));
        let suppress_context = self.exception(exception).is_some_and(|e| e.suppress_context);
        Report { stack, last, suppress_context, cause: None, context: None, members: None }
    }

    /// `module.qualname` of a class, without the module for builtins and `__main__`.
    pub(crate) fn full_class_name(&mut self, class: Id) -> String {
        let prefix = self.module_prefix(class);
        let qualname = self.str_text(self.class(class).qualname).map(|t| t.to_string()).unwrap_or_default();
        prefix + &qualname
    }

    /// `str(exception)`, or what stands in its place where that fails.
    fn exception_text(&mut self, exception: Id) -> String {
        self.text_or(exception, false, "<exception str() failed>")
    }

    fn text_or(&mut self, object: Id, repr: bool, failed: &str) -> String {
        let text = if repr { self.repr_text(object) } else { self.display_text(object) };
        match text {
            Ok(text) => text,
            Err(raised) => {
                self.discard(raised);
                failed.to_owned()
            }
        }
    }

    fn format_notes(&mut self, exception: Id) -> Vec<String> {
        let notes = match self.getattr_opt(exception, Names::NOTES) {
            Ok(Some(notes)) => notes,
            Ok(None) => return Vec::new(),
            Err(raised) => {
                let text = match self.catch(raised) {
                    Some(error) => {
                        let text = self.text_or(error, true, "<__notes__ repr() failed>");
                        self.decref(error);
                        text
                    }
                    None => String::new(),
                };
                return vec![format!("Ignored error getting __notes__: {text}\n")];
            }
        };
        let items = match self.data(notes) {
            Data::List(items) => Some(items.to_vec()),
            Data::Tuple(items) => Some(items.to_vec()),
            _ => None,
        };
        let lines = match items {
            Some(items) => {
                for &item in &items {
                    self.incref(item);
                }
                let mut lines = Vec::new();
                for &item in &items {
                    let note = self.text_or(item, false, "<note str() failed>");
                    lines.extend(note.split('\n').map(|line| format!("{line}\n")));
                }
                self.decref_all(items);
                lines
            }
            None if notes == super::Singletons::NONE => Vec::new(),
            None => vec![self.text_or(notes, true, "<__notes__ repr() failed>") + "\n"],
        };
        self.decref(notes);
        lines
    }

    /// Prints an exception (borrowed) with its traceback to `sys.stderr`.
    pub fn print_exception(&mut self, exception: Id) {
        let text = self.format_exception(exception);
        self.print_to_stderr(&text);
    }
}

/// Writes reports, groups behind margins (traceback.py, _ExceptionPrintContext and TracebackException.format).
struct Printer {
    depth: usize,
    need_close: bool,
    /// Whether the lines of a message follow its first without a margin, as 3.12 has it (pythonrun.c,
    /// print_exception_message).
    unbroken: bool,
    text: String,
}

impl Printer {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit(&mut self, text: &str, margin: char) {
        let mut prefix = self.indent();
        if self.depth > 0 {
            prefix.push(margin);
            prefix.push(' ');
        }
        for line in text.split_inclusive('\n') {
            self.text += &prefix;
            self.text += line;
        }
    }

    /// The exception's own text and its notes.
    fn emit_last(&mut self, texts: &[String]) {
        let message = texts.first().filter(|_| self.unbroken);
        if let Some((first, more)) = message.and_then(|text| text.split_once('\n')) {
            self.emit(&format!("{first}\n"), '|');
            self.text += more;
            return self.emit_all(&texts[1..]);
        }
        self.emit_all(texts);
    }

    fn emit_all(&mut self, texts: &[String]) {
        for text in texts {
            self.emit(text, '|');
        }
    }

    fn format(&mut self, reports: &[Report], first: usize) {
        let mut chain = Vec::new();
        let mut next = Some(first);
        while let Some(number) = next {
            let report = &reports[number];
            let (message, chained) = match (report.cause, report.context) {
                (Some(cause), _) => (Some(CAUSE), Some(cause)),
                (None, Some(context)) if !report.suppress_context => (Some(CONTEXT), Some(context)),
                _ => (None, None),
            };
            chain.push((message, report));
            next = chained;
        }
        for (message, report) in chain.into_iter().rev() {
            if let Some(message) = message {
                self.emit(message, '|');
            }
            match &report.members {
                None => {
                    if !report.stack.is_empty() {
                        self.emit("Traceback (most recent call last):\n", '|');
                        self.emit_all(&report.stack);
                    }
                    self.emit_last(&report.last);
                }
                Some(_) if self.depth > MAX_GROUP_DEPTH => {
                    self.emit(&format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n"), '|');
                }
                Some(members) => self.format_group(reports, report, members),
            }
        }
    }

    fn format_group(&mut self, reports: &[Report], report: &Report, members: &[usize]) {
        let outermost = self.depth == 0;
        if outermost {
            self.depth = 1;
        }
        if !report.stack.is_empty() {
            let margin = if outermost { '+' } else { '|' };
            self.emit("Exception Group Traceback (most recent call last):\n", margin);
            self.emit_all(&report.stack);
        }
        self.emit_last(&report.last);
        let shown = members.len().min(MAX_GROUP_WIDTH + 1);
        self.need_close = false;
        for (index, &member) in members.iter().take(shown).enumerate() {
            let last = index + 1 == shown;
            if last {
                // A group inside may write the closing line.
                self.need_close = true;
            }
            let truncated = index >= MAX_GROUP_WIDTH;
            let title = if truncated { "...".to_owned() } else { (index + 1).to_string() };
            let corner = if index == 0 { "+-" } else { "  " };
            self.text += &format!("{}{corner}+---------------- {title} ----------------\n", self.indent());
            self.depth += 1;
            if truncated {
                let rest = members.len() - MAX_GROUP_WIDTH;
                let plural = if rest > 1 { "s" } else { "" };
                self.emit(&format!("and {rest} more exception{plural}\n"), '|');
            } else {
                self.format(reports, member);
            }
            if last && self.need_close {
                self.text += &format!("{}+------------------------------------\n", self.indent());
                self.need_close = false;
            }
            self.depth -= 1;
        }
        if outermost {
            self.depth = 0;
        }
    }
}

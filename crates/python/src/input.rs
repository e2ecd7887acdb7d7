//! What a program reads from standard input: lines that were given beforehand, so that a run can be repeated, and
//! then whatever the host says comes next.

use std::rc::Rc;

use crate::output::Output;

/// A line without its end; `None` is the end of the input, after which more may come, as at a terminal.
pub type Line = Option<String>;

/// Asks for the next line with its end, seeing what was written so far; `None` is the end of the input.
pub type Source = Box<dyn FnMut(&Output) -> Option<String>>;

/// A source belongs to one run: a checkpoint has none.
#[derive(Default)]
struct SourceSlot(Option<Source>);

impl Clone for SourceSlot {
    fn clone(&self) -> Self {
        SourceSlot(None)
    }
}

/// Standard input.
#[derive(Clone, Default)]
pub struct Input {
    given: Rc<[Line]>,
    next: usize,
    source: SourceSlot,
    waits: bool,
    /// What came and was not read yet.
    pub(crate) pending: Vec<u8>,
}

/// What standard input has to say.
pub(crate) enum Next {
    /// A line that was given beforehand.
    Given(Line),
    /// A line from the source with its end, which the reader has seen already.
    Live(Option<String>),
    /// The host has to be asked: the run ends here.
    Wait,
}

impl Input {
    /// Sets the lines, from the first; those that were read already must be the same.
    pub fn give(&mut self, lines: Rc<[Line]>) {
        self.given = lines;
    }

    /// Asks `source` for what comes after the lines given.
    pub fn set_source(&mut self, source: Source) {
        self.source = SourceSlot(Some(source));
    }

    /// Ends the run by `Abort::Input` where no line is left; without this the input has an end there.
    pub fn wait_at_end(&mut self) {
        self.waits = true;
    }

    pub(crate) fn next(&mut self, output: &Output) -> Next {
        if let Some(line) = self.given.get(self.next) {
            self.next += 1;
            return Next::Given(line.clone());
        }
        match &mut self.source.0 {
            Some(source) => Next::Live(source(output)),
            None if self.waits => Next::Wait,
            None => Next::Live(None),
        }
    }
}

use std::collections::VecDeque;

use ouro_protocol::{Diagnostic, ErrorInfo, Outcome, Request, RunReport, View};

use super::{Move, Notes};
use crate::shared::Shared;

/// How many views are kept, so that stepping to and fro needs no engine. More than are asked for ahead.
const KEPT_VIEWS: usize = 64;
/// How many steps back the notes at the lines' ends are filled in.
const AHEAD_BACK: u32 = 40;
/// Nothing is asked for ahead in runs longer than this.
const AHEAD_MAX_STEPS: u32 = 5_000;
/// Nor in runs with more bytes than this.
const AHEAD_MAX_BYTES: u64 = 4 << 20;

/// A finished run and where the reader is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording {
    /// Its number.
    pub run: u32,
    /// The text that ran.
    pub source: Shared<String>,
    /// What it came to.
    pub report: Shared<RunReport>,
    /// The state shown; that of the run before until the first view arrives.
    pub view: Option<Shared<View>>,
    /// The run that `view` belongs to.
    pub viewed_run: u32,
    /// The step that the reader wants to see.
    pub wanted: u32,
    /// The error that ended it, to be marked in the text; none if the program's own lines did not raise it.
    pub error: Shared<Vec<Diagnostic>>,
    /// What the lines did, for the steps seen.
    pub notes: Notes,
    /// The step asked of the engine: only one at a time, so that a quick hand at the scrubber leaves
    /// no queue behind.
    asked: Option<u32>,
    kept: VecDeque<Shared<View>>,
    /// Only the views kept can be shown: the engine that ran this is gone.
    engine_lost: bool,
}

impl Recording {
    /// A run just finished, in place of `before`.
    pub(super) fn new(run: u32, source: Shared<String>, report: RunReport, before: Option<Recording>) -> Recording {
        let (view, viewed_run) = before.map_or((None, run), |before| (before.view, before.viewed_run));
        let error = match &report.outcome {
            Outcome::Raised { error } => raised(error),
            _ => None,
        };
        Recording {
            error: Shared::new(error.into_iter().collect()),
            run,
            source,
            report: Shared::new(report),
            view,
            viewed_run,
            wanted: 0,
            notes: Notes::default(),
            asked: None,
            kept: VecDeque::new(),
            engine_lost: false,
        }
    }

    /// The last step's number.
    pub fn last_step(&self) -> u32 {
        self.report.steps.saturating_sub(1)
    }

    /// Whether the end is, or is about to be, shown.
    pub fn is_last(&self) -> bool {
        self.wanted == self.last_step()
    }

    /// Whether it waits for input.
    pub fn asks(&self) -> bool {
        self.report.outcome == Outcome::Input
    }

    /// Whether the step wanted is not shown yet.
    pub fn is_waiting(&self) -> bool {
        !self.engine_lost && !self.has(self.wanted)
    }

    pub(super) fn lose_engine(&mut self) {
        self.engine_lost = true;
        self.asked = None;
        if let Some(view) = &self.view {
            self.wanted = view.step;
        }
    }

    /// Turns to another step; the request to send, if the view is not at hand.
    pub(super) fn go(&mut self, to: Move) -> Option<Request> {
        let step = match to {
            Move::First => 0,
            Move::Back => self.wanted.saturating_sub(1),
            Move::Forward => self.wanted.saturating_add(1),
            Move::Last => u32::MAX,
            Move::To(step) => step,
        };
        let step = step.min(self.last_step());
        if let Some(view) = self.kept.iter().find(|view| view.step == step).cloned() {
            self.wanted = step;
            self.show(view);
        } else if !self.engine_lost {
            self.wanted = step;
        }
        self.ask()
    }

    fn show(&mut self, view: Shared<View>) {
        self.view = Some(view);
        self.viewed_run = self.run;
    }

    /// Takes a view; the next request to send, if another step is wanted by now.
    pub(super) fn receive(&mut self, view: View) -> Option<Request> {
        self.asked = None;
        self.notes.take(&view);
        let view = Shared::new(view);
        if self.kept.len() == KEPT_VIEWS {
            self.kept.pop_front();
        }
        self.kept.push_back(view.clone());
        // Also when it is not quite the step wanted: while the scrubber moves, the picture follows.
        if view.step == self.wanted || !self.has(self.wanted) {
            self.show(view);
        }
        self.ask()
    }

    fn has(&self, step: u32) -> bool {
        self.kept.iter().any(|view| view.step == step)
    }

    /// Asks for the step wanted, or else for one near it that is still missing.
    fn ask(&mut self) -> Option<Request> {
        if self.asked.is_some() || self.engine_lost {
            return None;
        }
        let step = if self.has(self.wanted) { self.ahead()? } else { self.wanted };
        self.asked = Some(step);
        Some(Request::Seek { run: self.run, step })
    }

    /// A step that the reader may want next, or whose line's note is still missing. Only where views
    /// are cheap.
    fn ahead(&self) -> Option<u32> {
        if self.report.steps > AHEAD_MAX_STEPS || self.report.peak_bytes > AHEAD_MAX_BYTES {
            return None;
        }
        let near = self.wanted.saturating_sub(AHEAD_BACK)..=self.wanted;
        let next = self.wanted.saturating_add(1).min(self.last_step());
        std::iter::once(next).chain(near.rev()).find(|step| !self.has(*step))
    }
}

/// An error as a mark in the text: on the code that raised it, or on its whole line.
fn raised(error: &ErrorInfo) -> Option<Diagnostic> {
    if error.line == 0 {
        return None;
    }
    let (column, end_line, end_column) =
        error.range.map_or((1, error.line, u32::MAX), |range| (range.column, range.end_line, range.end_column));
    let message = match error.message.as_str() {
        "" => error.exception.clone(),
        message => format!("{}: {message}", error.exception),
    };
    Some(Diagnostic { exception: error.exception.clone(), message, line: error.line, column, end_line, end_column })
}

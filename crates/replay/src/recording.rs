use std::cell::RefCell;
use std::rc::Rc;

use ouro_heap::Journal;
use ouro_protocol::{EventKind, Outcome, RunReport};
use ouro_python::input::Line;
use ouro_python::vm::{Status, Vm};

use crate::checkpoints::Checkpoints;
use crate::recorder::Waiting;

/// How many events the journal of one step keeps.
const JOURNAL_LIMIT: usize = 200_000;

/// A finished run: its report, and a way to any of its steps.
pub struct Recording {
    checkpoints: Checkpoints,
    report: RunReport,
    /// The machine as the last seek left it: the next step forwards starts from there.
    cursor: Option<Vm>,
    /// What standard input had.
    answers: Rc<[Line]>,
    /// A run that waits for input: what it needs to go on.
    waiting: Option<Box<Waiting>>,
}

/// What is seen at a step.
pub struct Seen<'a, B> {
    /// The machine before the step's line runs, or at the end.
    pub vm: &'a Vm,
    /// What is about to happen.
    pub event: EventKind,
    /// What was made of the machine before the previous step; `None` at step 0.
    pub before: Option<B>,
    /// What the previous step did to the program's objects.
    pub journal: Journal,
}

impl Recording {
    pub(crate) fn new(
        checkpoints: Checkpoints,
        report: RunReport,
        answers: Rc<[Line]>,
        waiting: Option<Box<Waiting>>,
    ) -> Recording {
        Recording { checkpoints, report, cursor: None, answers, waiting }
    }

    /// Takes a run that waits for input apart if it `goes_on`: what it needs, a machine before the line that asks, and
    /// the checkpoints. Else it is given back.
    pub(crate) fn into_waiting(
        self,
        goes_on: impl FnOnce(&Waiting) -> bool,
    ) -> Result<(Waiting, Vm, Checkpoints), Box<Recording>> {
        let vm = self.checkpoints.before(self.report.steps);
        match (self.waiting, vm) {
            (Some(waiting), Some(vm)) if goes_on(&waiting) => Ok((*waiting, vm, self.checkpoints)),
            (waiting, _) => Err(Box::new(Recording { waiting, ..self })),
        }
    }

    /// What the run came to.
    pub fn report(&self) -> &RunReport {
        &self.report
    }

    /// Shows step `step`: first the machine before the previous step to `before`, then the machine before the step
    /// itself to `at`. `None` if there is no such step.
    pub fn seek<B: 'static, T: 'static>(
        &mut self,
        step: u32,
        before: impl FnMut(&Vm) -> B + 'static,
        at: impl FnMut(Seen<B>) -> T + 'static,
    ) -> Option<T> {
        if step >= self.report.steps {
            return None;
        }
        let start = step.saturating_sub(1);
        let mut vm = match self.cursor.take() {
            Some(vm) if vm.steps <= start && vm.steps >= self.checkpoints.step_before(start) => vm,
            _ => self.checkpoints.before(start)?,
        };
        vm.input.give(Rc::clone(&self.answers));
        vm.set_journal_mode(true);
        let event = self.event(step);
        let viewer = Viewer { step, event, before, at, earlier: None, result: None };
        // The probe sees what a pause cannot: steps inside calls from Rust. Both ways lead to the same viewer.
        let viewer = Rc::new(RefCell::new(viewer));
        let probing = Rc::clone(&viewer);
        vm.set_probe(Some(Box::new(move |vm| probing.borrow_mut().show(vm))));
        let mut target = start;
        loop {
            let status = vm.run(target, u64::MAX / 2);
            match status {
                Status::AtStep | Status::Finished | Status::Raised => {
                    let next = viewer.borrow_mut().show(&mut vm);
                    match next {
                        Some(next) if status == Status::AtStep => target = next,
                        _ => break,
                    }
                }
                Status::Slice => {}
                Status::Aborted(_) => break,
            }
        }
        vm.set_probe(None);
        let result = viewer.borrow_mut().result.take();
        if !vm.is_nested() && vm.steps == step && !vm.frames().is_empty() && !vm.is_aborted() {
            self.cursor = Some(vm);
        }
        result
    }

    fn event(&self, step: u32) -> EventKind {
        if step + 1 < self.report.steps {
            return EventKind::Line;
        }
        match self.report.outcome {
            Outcome::Completed { .. } => EventKind::End,
            Outcome::Raised { .. } => EventKind::Exception,
            Outcome::Limit { .. } | Outcome::Stopped => EventKind::Stopped,
            Outcome::Input => EventKind::Input,
        }
    }
}

/// Makes of a machine what a seek asked for, at two steps one after the other.
struct Viewer<B, T, F, G> {
    step: u32,
    event: EventKind,
    before: F,
    at: G,
    earlier: Option<B>,
    result: Option<T>,
}

impl<B, T, F: FnMut(&Vm) -> B, G: FnMut(Seen<B>) -> T> Viewer<B, T, F, G> {
    /// Looks at the machine; answers with the next step to be shown.
    fn show(&mut self, vm: &mut Vm) -> Option<u32> {
        if self.step > 0 && self.earlier.is_none() {
            self.earlier = Some((self.before)(vm));
            vm.heap.start_journal(JOURNAL_LIMIT);
            return Some(self.step);
        }
        let journal = vm.heap.take_journal().unwrap_or_default();
        let seen = Seen { vm, event: self.event, before: self.earlier.take(), journal };
        self.result = Some((self.at)(seen));
        None
    }
}

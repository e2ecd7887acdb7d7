//! From where an exception is raised to where it is handled (CPython 3.13 ceval.c, exception_unwind).

use ouro_heap::Id;

use super::{R, Raised, Singletons, Vm};
use crate::bytecode::Op;
use crate::object::Slot;

impl Vm {
    /// Goes to the handler of the exception in flight, ending frames on the way. An error means that the frame called
    /// from Rust is gone: the exception goes on there.
    pub(crate) fn unwind(&mut self, mut raised: Raised) -> R<()> {
        let mut adds_traceback = !self.is_reraise();
        let mut raised_here = true;
        loop {
            let pc = self.pc;
            let Some(frame) = self.frames.last_mut() else { return Err(raised) };
            frame.pc = pc;
            if self.abort.is_none() {
                if raised_here {
                    self.drop_inputs(pc);
                }
                if adds_traceback && !self.is_incomplete(self.frames.len() - 1) {
                    self.add_traceback(self.frames.len() - 1, pc);
                    if self.observers.trace.is_some() {
                        raised = self.trace_exception(raised);
                    }
                }
                if self.enter_handler(pc) {
                    return Ok(());
                }
            } else if self.native_depth == 0 {
                // The run is over; the frames stay for the reader to look at.
                return Err(raised);
            }
            if self.observers.calls {
                raised = self.observe_unwind(raised);
            }
            adds_traceback = true;
            raised_here = false;
            let Some(frame) = self.frames.last() else { return Err(raised) };
            let (flags, generator) = (frame.flags, frame.generator);
            if flags.generator {
                self.fail_generator(generator);
            } else {
                let pending = self.raised.take();
                self.keep_slot(pending);
                self.pop_frame();
                self.raised = self.unkeep_slot(pending);
            }
            if flags.entry {
                return Err(raised);
            }
        }
    }

    fn keep_slot(&mut self, slot: Slot) {
        self.temps.extend(slot);
    }

    fn unkeep_slot(&mut self, slot: Slot) -> Slot {
        if slot.is_some() { self.temps.pop() } else { None }
    }

    /// Raising again adds no line to the traceback.
    fn is_reraise(&self) -> bool {
        let instr = self.frames.last().and_then(|f| f.code.code.instrs.get(self.pc as usize));
        match instr.map(|i| (i.op, i.a)) {
            Some((Op::Reraise | Op::CleanupThrow | Op::EndAsyncFor, _)) => true,
            // A bare `raise`, unless there was nothing to raise.
            Some((Op::RaiseVarargs, 0)) => self.raised == self.handled_exception(),
            _ => false,
        }
    }

    /// Puts the innermost frame at the handler for an exception raised at `pc`; false if it has none.
    fn enter_handler(&mut self, pc: u32) -> bool {
        let Some(frame) = self.frames.last() else { return false };
        let Some(entry) = frame.code.code.handler(pc).copied() else { return false };
        let bottom = frame.base + frame.code.locals.len() + entry.depth as usize;
        let pending = self.raised.take();
        self.keep_slot(pending);
        self.cut_stack(bottom);
        let exception = self.unkeep_slot(pending);
        if entry.push_lasti {
            let lasti = self.new_int(i64::from(pc));
            self.push(lasti);
        }
        self.stack.push(exception);
        if let Some(frame) = self.frames.last_mut() {
            // From an instruction without a line every line is a new one.
            if frame.code.code.locations.get(pc as usize).is_some_and(|location| location.line == 0) {
                frame.line = 0;
            }
            frame.pc = entry.target.wrapping_sub(1);
        }
        true
    }

    /// `PushExcInfo`
    pub(crate) fn push_exc_info(&mut self) {
        let exception = self.pop();
        self.heap.incref(exception);
        let previous = match self.handled.last_mut() {
            Some(slot) => slot.replace(exception),
            None => None,
        };
        self.push(previous.unwrap_or(Singletons::NONE));
        self.push(exception);
    }

    /// `PopExcept`
    pub(crate) fn pop_except(&mut self) {
        let previous = self.pop();
        let previous = (previous != Singletons::NONE).then_some(previous);
        let old = match self.handled.last_mut() {
            Some(slot) => std::mem::replace(slot, previous),
            None => previous,
        };
        self.decref_slot(old);
    }

    /// The exception being handled, the innermost one that there is (errors.c, _PyErr_GetTopmostException): borrowed.
    pub fn handled_exception(&self) -> Option<Id> {
        self.handled.iter().rev().find_map(|slot| *slot)
    }

    /// `Reraise`: the exception on top of the stack flies again; with `depth` > 0 as if from where it came.
    pub(crate) fn reraise(&mut self, depth: usize) -> Raised {
        if depth > 0
            && let Some(lasti) = self.int_value(self.peek(depth + 1))
            && let Some(frame) = self.frames.last_mut()
        {
            frame.pc = lasti as u32;
        }
        let exception = self.pop();
        self.set_raised(exception)
    }
}

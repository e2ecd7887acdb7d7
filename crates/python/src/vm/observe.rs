//! What looks at a running program: functions of `sys.setprofile` and `sys.settrace`, profilers, `tracemalloc`.
//!
//! All of it happens in the observed copy of the loop (`Vm::run_loop`); the other copy knows nothing of it.

use std::rc::Rc;

use hashbrown::HashMap;
use ouro_heap::Id;

use super::eval::Flow;
use super::{R, Raised, Singletons, Vm};
use crate::bytecode::{Instr, Op};
use crate::data::CodeObject;
use crate::modules::lsprof::{self, Callee};
use crate::modules::tracemalloc::Allocations;
use crate::object::{Data, Slot};

/// Who looks, and what they have seen. Every id is an owned reference.
#[derive(Clone, Default)]
pub(crate) struct Observers {
    /// Whether anybody looks at calls.
    pub calls: bool,
    /// The function of `sys.setprofile`.
    pub profile: Slot,
    /// The function of `sys.settrace`.
    pub trace: Slot,
    /// What the function of `sys.settrace` gave for a frame: by the frame's number.
    locals: HashMap<u32, Id>,
    /// The profiler of `_lsprof` that is on.
    pub profiler: Slot,
    /// What `tracemalloc` knows, while it is on.
    pub allocations: Option<Box<Allocations>>,
    /// Whether one of the functions is running: what it does is not observed.
    busy: bool,
}

impl Observers {
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        for slot in [self.profile, self.trace, self.profiler] {
            slot.iter().for_each(|&id| visit(id));
        }
        self.locals.values().for_each(|&id| visit(id));
    }
}

impl Vm {
    /// After somebody began to look or stopped: the loop finds out at the end of the native call that did it.
    pub(crate) fn observers_changed(&mut self) {
        let o = &mut self.observers;
        o.calls = o.profile.is_some() || o.trace.is_some() || o.profiler.is_some();
        self.observed = self.journal_mode || o.calls || o.allocations.is_some();
        if self.observed != self.loop_observed && self.deferred_slice_end.is_none() {
            // The end of the call looks up from the loop.
            self.deferred_slice_end = Some(std::mem::take(&mut self.slice_end));
        }
    }

    /// Replaces the function of `sys.setprofile`; takes the reference.
    pub(crate) fn set_profile(&mut self, function: Slot) {
        let old = std::mem::replace(&mut self.observers.profile, function);
        self.observers_changed();
        self.decref_slot(old);
    }

    /// Replaces the function of `sys.settrace`; takes the reference.
    pub(crate) fn set_trace(&mut self, function: Slot) {
        let old = std::mem::replace(&mut self.observers.trace, function);
        self.observers_changed();
        if self.observers.trace.is_none() {
            for local in std::mem::take(&mut self.observers.locals).into_values() {
                self.decref(local);
            }
        }
        self.decref_slot(old);
    }

    /// Lets go of all observers, at the end.
    pub(crate) fn stop_observing(&mut self) {
        self.observers.allocations = None;
        let profiler = self.observers.profiler.take();
        self.set_trace(None);
        self.set_profile(None);
        self.decref_slot(profiler);
    }

    /// Before an instruction runs. True if it calls a function written in Rust: [`Vm::observe_native_end`] follows.
    pub(super) fn observe_instruction(&mut self, code: &Rc<CodeObject>, instr: Instr) -> R<bool> {
        if self.observers.allocations.is_some() {
            self.note_allocations(code);
        }
        if !self.observers.calls || self.observers.busy {
            return Ok(false);
        }
        match instr.op {
            Op::Resume => self.observe_call().map(|()| false),
            Op::ReturnValue | Op::YieldValue => {
                let value = self.top();
                self.observe_return(value).map(|()| false)
            }
            Op::ReturnConst => {
                let value = code.consts.get(instr.a as usize).copied().unwrap_or(Singletons::NONE);
                self.observe_return(value).map(|()| false)
            }
            Op::Call => self.observe_native(instr.a as usize + 2),
            Op::CallKw => self.observe_native(instr.a as usize + 3),
            Op::CallFunctionEx => self.observe_native(3 + usize::from(instr.a & 1 != 0)),
            _ => Ok(false),
        }
    }

    /// A frame begins, or goes on.
    fn observe_call(&mut self) -> R<()> {
        if let Some(profiler) = self.observers.profiler {
            let owner = self.frames.last().map_or(Singletons::NONE, |f| f.function);
            let code = match self.heap.get(owner) {
                Data::Function(function) => function.code,
                _ => owner,
            };
            lsprof::enter(self, profiler, Callee::Code(code));
        }
        if let Some(trace) = self.observers.trace {
            let number = self.frames.last().map_or(0, |f| f.number);
            let local = self.call_observer(trace, "call", Singletons::NONE)?;
            self.set_local_trace(number, local);
        }
        match self.observers.profile {
            Some(profile) => self.call_profile(profile, "call", Singletons::NONE),
            None => Ok(()),
        }
    }

    /// A generator goes on with an exception thrown into it.
    pub(super) fn observe_resumed_by_throw(&mut self) -> R<()> {
        if self.observers.calls && !self.observers.busy { self.observe_call() } else { Ok(()) }
    }

    /// A frame ends, or yields, with a value (borrowed).
    fn observe_return(&mut self, value: Id) -> R<()> {
        if let Some(profiler) = self.observers.profiler {
            lsprof::leave(self, profiler);
        }
        if let Some(local) = self.local_trace() {
            let result = self.call_observer(local, "return", value)?;
            self.decref(result);
            let number = self.frames.last().map_or(0, |f| f.number);
            if let Some(old) = self.observers.locals.remove(&number) {
                self.decref(old);
            }
        }
        match self.observers.profile {
            Some(profile) => self.call_profile(profile, "return", value),
            None => Ok(()),
        }
    }

    /// A frame ends with the exception in flight.
    pub(super) fn observe_unwind(&mut self, raised: Raised) -> Raised {
        if self.observers.busy || self.abort.is_some() {
            return raised;
        }
        let pending = self.save_exception();
        match self.observe_return(Singletons::NONE) {
            Ok(()) => {
                self.restore_exception(pending);
                raised
            }
            // What the function raised takes the place of the other.
            Err(other) => {
                self.decref_slot(pending);
                other
            }
        }
    }

    /// Before a call: true if its callable, which is that deep on the stack, is a function written in Rust.
    fn observe_native(&mut self, depth: usize) -> R<bool> {
        let callable = self.peek(depth);
        let callee = match *self.heap.get(callable) {
            Data::Builtin(native, receiver) => Callee::Native(native, receiver.unwrap_or(Singletons::NONE)),
            Data::MethodDescriptor(native, class) => Callee::Method(native, class),
            _ => return Ok(false),
        };
        if let Some(profiler) = self.observers.profiler {
            lsprof::enter(self, profiler, callee);
        }
        if let Some(profile) = self.observers.profile {
            self.call_profile(profile, "c_call", callable)?;
        }
        self.incref(callable);
        self.temps.push(callable);
        Ok(true)
    }

    /// After the call that [`Vm::observe_native`] was asked about.
    pub(super) fn observe_native_end(&mut self, flow: R<Flow>) -> R<Flow> {
        let callable = self.temps.pop().unwrap_or(Singletons::NONE);
        let mut flow = flow;
        if let Some(profiler) = self.observers.profiler {
            lsprof::leave(self, profiler);
        }
        if let Some(profile) = self.observers.profile
            && self.abort.is_none()
        {
            let event = if flow.is_ok() { "c_return" } else { "c_exception" };
            let pending = self.save_exception();
            match self.call_profile(profile, event, callable) {
                Ok(()) => self.restore_exception(pending),
                Err(other) => {
                    self.decref_slot(pending);
                    if let Err(raised) = std::mem::replace(&mut flow, Ok(Flow::Next)) {
                        let Raised(()) = raised;
                    }
                    flow = Err(other);
                }
            }
        }
        self.decref(callable);
        flow
    }

    fn call_profile(&mut self, function: Id, event: &str, arg: Id) -> R<()> {
        let result = self.call_observer(function, event, arg)?;
        self.decref(result);
        Ok(())
    }

    /// Calls `function(frame, event, arg)` for the running frame. A function that raises is not called again.
    fn call_observer(&mut self, function: Id, event: &str, arg: Id) -> R<Id> {
        let top = self.frames.len().saturating_sub(1);
        if let Some(frame) = self.frames.last_mut() {
            frame.pc = self.pc;
        }
        let Some(frame) = self.frame_object(top) else { return Ok(Singletons::NONE) };
        let event = self.intern(event);
        self.incref(function);
        self.incref(frame);
        self.incref(arg);
        self.observers.busy = true;
        let result = self.call(function, &[frame, event, arg]);
        self.observers.busy = false;
        let pending = self.save_exception();
        if result.is_err() {
            if self.observers.profile == Some(function) {
                self.set_profile(None);
            } else {
                self.set_trace(None);
            }
        }
        for id in [function, frame, arg] {
            self.decref(id);
        }
        self.restore_exception(pending);
        result
    }

    fn local_trace(&self) -> Slot {
        self.observers.locals.get(&self.frames.last()?.number).copied()
    }

    /// Stores what a trace function gave for a frame; takes the reference.
    fn set_local_trace(&mut self, number: u32, local: Id) {
        let old = if local == Singletons::NONE || self.observers.trace.is_none() {
            self.decref(local);
            self.observers.locals.remove(&number)
        } else {
            self.observers.locals.insert(number, local)
        };
        self.decref_slot(old);
    }

    /// A line of the program is about to run.
    #[cold]
    pub(super) fn trace_line(&mut self) -> R<()> {
        self.trace_event("line", Singletons::NONE)
    }

    fn trace_event(&mut self, event: &str, arg: Id) -> R<()> {
        if self.observers.busy {
            return Ok(());
        }
        let Some(local) = self.local_trace() else { return Ok(()) };
        let number = self.frames.last().map_or(0, |f| f.number);
        let next = self.call_observer(local, event, arg)?;
        if next == Singletons::NONE {
            return Ok(());
        }
        self.set_local_trace(number, next);
        Ok(())
    }

    /// An exception comes to a frame.
    #[cold]
    pub(super) fn trace_exception(&mut self, raised: Raised) -> Raised {
        let Some(exception) = self.raised else { return raised };
        if self.observers.busy || self.local_trace().is_none() {
            return raised;
        }
        let pending = self.save_exception();
        let traceback = self.exception(exception).and_then(|e| e.traceback).unwrap_or(Singletons::NONE);
        let items = [self.class_of(exception), exception, traceback].map(|id| self.incref(id));
        let arg = self.new_tuple(items);
        let outcome = self.trace_event("exception", arg);
        match outcome {
            Ok(()) => {
                self.decref(arg);
                self.restore_exception(pending);
                raised
            }
            Err(other) => {
                let newer = self.save_exception();
                self.decref(arg);
                self.decref_slot(pending);
                self.restore_exception(newer);
                other
            }
        }
    }
}

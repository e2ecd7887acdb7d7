//! What runs a machine from outside: loading a program, running it in pieces, limits.

use std::rc::Rc;

use ouro_heap::Id;

use super::constants::SharedConstants;
use super::eval::{Exit, Flow};
use super::{Abort, FrameFlags, Limit, Names, R, Raised, Singletons, Vm};
use crate::bytecode::Code;
use crate::data::Set;
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// Sees a machine at the step it was asked to stop at, where it cannot pause: inside a call from Rust. Answers with the
/// next step to be shown, or `None` to give the run up.
pub type Probe = Box<dyn FnMut(&mut Vm) -> Option<u32>>;

/// A probe belongs to one run: a checkpoint has none.
#[derive(Default)]
pub(crate) struct ProbeSlot(pub Option<Probe>);

impl Clone for ProbeSlot {
    fn clone(&self) -> Self {
        ProbeSlot(None)
    }
}

/// What stops a program that does not stop by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Line events.
    pub steps: u32,
    /// Instructions that loop or call.
    pub instructions: u64,
    /// Bytes of objects.
    pub bytes: u64,
    /// Bytes of output.
    pub output: u64,
}

/// Where a machine stands after a piece of running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Before the line event that was asked for.
    AtStep,
    /// The slice of instructions is used up; call again.
    Slice,
    /// The program ended by itself; its names are still bound. [`Vm::finalize`] comes next.
    Finished,
    /// An exception left the program; it is in the machine still: [`Vm::finalize`] reports it.
    Raised,
    /// It was ended from outside, or by a limit. What it made is still there.
    Aborted(Abort),
}

impl Vm {
    /// Loads a program as `__main__`. Nothing has run yet.
    pub fn load(&mut self, code: &Rc<Code>, source: &str) {
        // What the start has made is no reason for a collection while warnings are printed.
        self.heap.reset_counts();
        self.program_name = code.filename.clone();
        self.sources.insert(code.filename.clone(), Rc::from(source));
        if let Err(raised) = self.warn_of_code(code) {
            self.discard(raised);
        }
        let module = self.new_module("__main__");
        let Data::Module(data) = self.heap.get(module) else { return };
        let Some(globals) = data.dict else { return };
        self.heap.incref(globals);
        self.main = Some(globals);
        if !self.version.deferred_annotations {
            let annotations = self.new_dict();
            self.dict_set_name(globals, Names::ANNOTATIONS, annotations);
        }
        let name = self.intern("__main__");
        self.dict_set_name(self.modules, name, module);
        self.heap.incref(self.builtins);
        match self.dict_get_name(self.modules, self.interned.get("builtins").copied().unwrap_or(name)) {
            Some(builtins) => {
                self.heap.incref(builtins);
                self.dict_set_name(globals, Names::BUILTINS, builtins);
                self.decref(self.builtins);
            }
            None => self.dict_set_name(globals, Names::BUILTINS, self.builtins),
        }
        let file = self.new_str(&*code.filename);
        self.dict_set_name(globals, Names::FILE, file);
        if self.version.main_has_cached {
            let cached = self.intern("__cached__");
            self.dict_set_name(globals, cached, Singletons::NONE);
        }
        let mut constants = SharedConstants::of(code);
        let code_id = self.new_code_sharing(code, &mut constants);
        self.merge_constants(&constants);
        let mut unused = Vec::new();
        if !self.version.constants_folded_late {
            self.make_unused_tuples(code, &mut constants, &mut unused);
        }
        // The syntax tree lives as long as the program runs, and has a reference to each of its constants.
        self.program_constants = constants.literals(self);
        for &id in &self.program_constants {
            self.heap.incref(id);
        }
        self.decref_all(unused);
        if !self.version.constants_folded_late {
            for _ in 0..code.constant_sets {
                let set = self.alloc(TypeTable::FROZENSET, Data::Set(Box::new(Set::new(false))));
                self.program_constants.push(set);
            }
        }
        let Data::Code(code) = self.heap.get(code_id) else { return };
        let code = Rc::clone(code);
        let base = self.stack.len();
        self.stack.resize(base + code.locals.len(), None);
        self.heap.incref(globals);
        let flags = FrameFlags { entry: true, ..FrameFlags::default() };
        self.push_frame(code, code_id, globals, self.builtins, Some(globals), base, base, flags);
        // What exists now is the interpreter's; the program's own objects start in empty generations.
        let generation = Some(self.version.startup_generation);
        self.set_startup_aside(generation);
    }

    /// Sets aside what exists as what the interpreter's start made, frozen as under the heap oracle's baseline
    /// `frozen`: before the program's first line, instead of where CPython's start leaves it.
    pub fn freeze_startup(&mut self) {
        // A full collection comes before it.
        if self.version.gc.untrack_dicts {
            self.import_locks.into_iter().for_each(|locks| self.heap.untrack(locks));
        }
        self.set_startup_aside(None);
        self.gc.starts_frozen = true;
    }

    fn set_startup_aside(&mut self, generation: Option<u8>) {
        self.heap.set_startup_aside(generation);
        self.heap.reset_counts();
        self.first_serial = self.heap.next_serial();
    }

    /// Runs until line event `step` (counted from 0) is about to happen, the program is over, or `slice` more
    /// instructions that loop or call have run.
    pub fn run(&mut self, step: u32, slice: u64) -> Status {
        self.pause_at = step;
        self.deferred_slice_end = None;
        self.slice_end = self.instructions.saturating_add(slice).min(self.instruction_limit.saturating_add(1));
        let outcome = self.run_loop();
        match outcome {
            Ok(Exit::Done(result)) => {
                self.decref(result);
                Status::Finished
            }
            Ok(Exit::Pause | Exit::Restart) => {
                if let Some(abort) = self.abort.clone() {
                    Status::Aborted(abort)
                } else if self.frames.is_empty() {
                    Status::Finished
                } else if self.steps >= self.pause_at && self.instructions < self.slice_end {
                    Status::AtStep
                } else {
                    Status::Slice
                }
            }
            Err(raised) => match self.abort.clone() {
                Some(abort) => {
                    self.discard(raised);
                    Status::Aborted(abort)
                }
                None => {
                    // It stays in flight: what reports it finds it there.
                    let Raised(()) = raised;
                    self.release_syntax_tree();
                    Status::Raised
                }
            },
        }
    }

    /// Lets go of the program's constants as CPython does when the program is over (pythonrun.c, _PyArena_Free).
    pub(super) fn release_syntax_tree(&mut self) {
        let constants = std::mem::take(&mut self.program_constants);
        self.decref_all(constants);
    }

    /// Ends the program where it stands: every frame goes, without any handler.
    pub fn stop(&mut self) {
        self.abort = Some(Abort::Stopped);
    }

    /// Sets what stops the program.
    pub fn set_limits(&mut self, limits: &Limits) {
        self.step_limit = limits.steps;
        self.instruction_limit = limits.instructions;
        self.byte_limit = limits.bytes;
        self.output.set_limit(limits.output);
    }

    /// Shows the machine to `probe` when line event `step` comes up inside a call from Rust.
    pub fn set_probe(&mut self, probe: Option<Probe>) {
        self.probe = ProbeSlot(probe);
    }

    /// Whether the program made the object: neither the interpreter's start nor an import of the library did, nor is it
    /// what standard streams and reprs keep.
    pub fn is_own(&self, id: Id) -> bool {
        let serial = self.heap.serial(id);
        serial >= self.first_serial
            && !self.line_buffers.iter().any(|buffer| buffer.is_list(id))
            && self.repr_state.is_none_or(|(dict, list)| id != dict && id != list)
            && !self.library_serials.iter().any(|r| r.contains(&serial))
    }

    /// A number for a reader: 1 for the first object of the program's own, and so on. What is not its own gets one of
    /// the highest numbers, so that all are different.
    pub fn number(&self, serial: u32) -> u32 {
        let below =
            |range: &std::ops::Range<u32>| range.end.min(serial).saturating_sub(range.start.max(self.first_serial));
        let others = self.library_serials.iter().map(below).sum::<u32>();
        match serial.checked_sub(self.first_serial) {
            Some(after) if !self.library_serials.iter().any(|r| r.contains(&serial)) => {
                after.saturating_sub(others) + 1
            }
            _ => u32::MAX - serial,
        }
    }

    /// Whether Rust is running below the loop: then the machine cannot be paused or cloned.
    pub fn is_nested(&self) -> bool {
        self.native_depth > 0
    }

    /// The line event that the host waits for: pauses, or lets the probe look and gives the run up.
    pub(crate) fn pause_or_probe(&mut self) -> R<Flow> {
        if self.native_depth == 0 {
            return Ok(Flow::Pause);
        }
        if self.steps >= self.step_limit && self.probe.0.is_none() {
            return Err(self.set_abort(Abort::Limit(Limit::Steps)));
        }
        if let Some(mut probe) = self.probe.0.take() {
            match probe(self) {
                None => return Err(self.set_abort(Abort::Probed)),
                Some(next) => {
                    self.pause_at = next;
                    self.probe = ProbeSlot(Some(probe));
                }
            }
        }
        // With nobody looking, the pause comes at the first step outside.
        if let Some(frame) = self.frames.last_mut() {
            frame.line = match frame.code.code.instrs.get(self.pc as usize) {
                Some(instr) => instr.a,
                None => frame.line,
            };
        }
        self.begin_step();
        if self.observers.trace.is_some() {
            self.trace_line()?;
        }
        Ok(Flow::Next)
    }

    /// A line begins to run.
    #[inline]
    pub(crate) fn begin_step(&mut self) {
        self.steps += 1;
        self.step_serial = self.heap.next_serial();
    }

    /// Notes that a container of the program, older than the running step, dies in it.
    #[inline]
    pub(crate) fn note_death(&mut self, id: Id) {
        if self.heap.serial(id) < self.step_serial && self.deaths.last() != Some(&self.steps) && self.is_own(id) {
            self.deaths.push(self.steps);
        }
    }

    /// Runs from now on with a loop that tells the heap's journal which instruction is running.
    pub fn set_journal_mode(&mut self, on: bool) {
        self.journal_mode = on;
        self.observers_changed();
    }

    /// Whether the run was given up.
    pub fn is_aborted(&self) -> bool {
        self.abort.is_some()
    }

    /// The exception that left the program, if one did: borrowed.
    pub fn raised_exception(&self) -> Slot {
        self.raised
    }

    /// Unwinds everything, past all handlers.
    pub(crate) fn set_abort(&mut self, abort: Abort) -> Raised {
        self.abort.get_or_insert(abort);
        if self.raised.is_none() {
            let exception = self.new_exception(Exceptions::SYSTEM_EXIT, Singletons::EMPTY_TUPLE);
            self.raised = Some(exception);
        }
        Raised(())
    }

    /// What has to be done from time to time: a collection that is due, limits, and the host's wish to be asked. True if
    /// the loop has to pause.
    #[cold]
    pub(crate) fn serve_breaker(&mut self) -> R<bool> {
        if let Some(end) = self.deferred_slice_end.take() {
            self.slice_end = end;
        }
        self.check_signals();
        if let Some(limit) = self.limit_reached()? {
            return self.reach_limit(limit);
        }
        if self.instructions >= self.slice_end {
            if self.native_depth == 0 {
                return Ok(true);
            }
            // Inside a call from Rust the slice goes on until the limit.
            self.slice_end = (self.instructions + MEASURE_EVERY).min(self.instruction_limit);
        }
        Ok(false)
    }

    /// The limit that is reached, if any. Unwinds what was given up already.
    fn limit_reached(&mut self) -> R<Option<Limit>> {
        if let Some(abort) = self.abort.clone() {
            return Err(self.set_abort(abort));
        }
        if self.instructions >= self.instruction_limit {
            return Ok(Some(Limit::Instructions));
        }
        if self.instructions >= self.next_measure {
            let live = u64::from(self.heap.live_count());
            self.next_measure = self.instructions + MEASURE_EVERY.max(live);
            if self.total_bytes() > self.byte_limit {
                return Ok(Some(Limit::Bytes));
            }
        }
        Ok(None)
    }

    /// Counts a turn of a loop in Rust over a program's iterator, which may be endless.
    #[inline]
    pub(crate) fn count_native_step(&mut self) -> R<()> {
        self.instructions += 1;
        if self.instructions < self.slice_end {
            return Ok(());
        }
        match self.limit_reached()? {
            Some(limit) => Err(self.set_abort(Abort::Limit(limit))),
            None => Ok(()),
        }
    }

    /// Ends the run at a limit: where the machine can pause it keeps its frames, for the reader to look at.
    fn reach_limit(&mut self, limit: Limit) -> R<bool> {
        if self.native_depth == 0 {
            self.abort = Some(Abort::Limit(limit));
            return Ok(true);
        }
        Err(self.set_abort(Abort::Limit(limit)))
    }

    /// Bytes of all objects of the program, as `sys.getsizeof` counts them.
    pub fn total_bytes(&self) -> u64 {
        self.heap.ids().filter(|&id| self.is_own(id)).map(|id| self.size_of(id) as u64).sum()
    }

    /// An empty module with the attributes every module has; it is not put into `sys.modules`.
    pub fn new_module(&mut self, name: &str) -> Id {
        let dict = self.new_dict();
        let text = self.intern(name);
        self.dict_set_name(dict, Names::NAME, text);
        for attribute in [Names::DOC, Names::PACKAGE, Names::LOADER, Names::SPEC] {
            self.dict_set_name(dict, attribute, Singletons::NONE);
        }
        let module = crate::data::Module { name: Rc::from(name), dict: Some(dict) };
        let id = self.alloc(TypeTable::MODULE, Data::Module(Box::new(module)));
        self.heap.track(dict);
        id
    }
}

/// How many instructions that loop or call run between two measurements of the heap.
const MEASURE_EVERY: u64 = 100_000;

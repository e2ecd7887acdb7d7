//! Generators: suspending and resuming frames (CPython 3.13 genobject.c, gen_send_ex2; bytecodes.c, SEND, YIELD_VALUE).

use std::rc::Rc;

use ouro_heap::Id;

use super::eval::Flow;
use super::{Frame, FrameFlags, R, Raised, Singletons, Vm};
use crate::bytecode::{Instr, Op};
use crate::data::{Generator, GeneratorKind, GeneratorState};
use crate::object::{Data, Slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// How a generator that was resumed stopped: with something owned.
pub(crate) enum Resumed {
    Yielded(Id),
    Returned(Id),
}

impl Resumed {
    /// What it yields, `None` at its end, StopIteration with its result if that is not None.
    fn or_stop_iteration(self, vm: &mut Vm) -> R<Option<Id>> {
        match self {
            Resumed::Yielded(value) => Ok(Some(value)),
            Resumed::Returned(Singletons::NONE) => Ok(None),
            Resumed::Returned(result) => {
                let raised = vm.stop_iteration(Some(result));
                vm.decref(result);
                Err(raised)
            }
        }
    }
}

impl Vm {
    /// A generator's state, if the object is one.
    pub fn generator(&self, id: Id) -> Option<&Generator> {
        match self.heap.get(id) {
            Data::Generator(generator) => Some(generator),
            _ => None,
        }
    }

    /// As [`Vm::generator`], to change it.
    pub fn generator_mut(&mut self, id: Id) -> Option<&mut Generator> {
        match self.heap.get_mut(id) {
            Data::Generator(generator) => Some(generator),
            _ => None,
        }
    }

    /// `ReturnGenerator`: the running frame becomes a generator, which is what the call returns.
    pub(crate) fn return_generator(&mut self) -> R<Flow> {
        let Some(frame) = self.take_frame() else { return Ok(Flow::Pause) };
        let kind = Vm::generator_kind(&frame.code);
        let class = match kind {
            GeneratorKind::Generator => TypeTable::GENERATOR,
            GeneratorKind::Coroutine => TypeTable::COROUTINE,
            GeneratorKind::AsyncGenerator => TypeTable::ASYNC_GENERATOR,
        };
        let (name, qualname) = match self.heap.get(frame.function) {
            Data::Function(f) => (f.name, f.qualname),
            _ => (frame.code.name, frame.code.qualname),
        };
        self.heap.incref(name);
        self.heap.incref(qualname);
        let code_object = self.code_of(frame.function);
        self.heap.incref(code_object);
        let stack: Vec<Slot> = self.stack.drain(frame.base..).collect();
        self.cut_stack(frame.floor);
        let generator = Generator {
            kind,
            state: GeneratorState::Created,
            code: Rc::clone(&frame.code),
            code_object,
            function: Some(frame.function),
            name,
            qualname,
            stack,
            borrowed: 0,
            pc: frame.pc,
            line: frame.line,
            handled: None,
            namespace: frame.namespace,
            frame_object: frame.object,
            closed: false,
            running_async: false,
            hooks_inited: false,
            finalizer: None,
        };
        let id = self.alloc(class, Data::Generator(Box::new(generator)));
        if frame.flags.init {
            let name = self.type_name(id);
            self.decref(id);
            return Err(self.type_error(format!("__init__() should return None, not '{name}'")));
        }
        if frame.flags.entry {
            return Ok(Flow::Done(id));
        }
        self.push(id);
        Ok(Flow::Switch)
    }

    /// Puts a suspended generator's frame on top, with what was sent (owned) as the value of its `yield`.
    fn push_generator_frame(&mut self, id: Id, sent: Id, entry: bool) -> R<()> {
        if self.depth() >= self.recursion_limit {
            self.decref(sent);
            return Err(self.raise(Exceptions::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        let Some(generator) = self.generator_mut(id) else {
            self.decref(sent);
            return Err(self.type_error("not a generator"));
        };
        // Nothing waits for the first value: its place would count as an operand where an exception cuts the stack.
        let awaits_value = generator.state != GeneratorState::Created;
        generator.state = GeneratorState::Running;
        let stack = std::mem::take(&mut generator.stack);
        let handled = generator.handled.take();
        let borrowed = generator.borrowed;
        let (code, function, namespace, pc, line, object) = (
            Rc::clone(&generator.code),
            generator.function.take(),
            generator.namespace.take(),
            generator.pc,
            generator.line,
            generator.frame_object.take(),
        );
        let function = function.unwrap_or(Singletons::NONE);
        let (globals, builtins) = match self.heap.get(function) {
            Data::Function(f) => (f.globals, f.builtins),
            _ => (self.builtins, self.builtins),
        };
        let base = self.stack.len();
        self.stack.extend(stack);
        if awaits_value {
            self.push(sent);
        } else {
            self.decref(sent);
        }
        self.handled.push(handled);
        let flags = FrameFlags { entry, generator: true, ..FrameFlags::default() };
        self.push_frame(code, function, globals, builtins, namespace, base, base, flags);
        if let Some(frame) = self.frames.last_mut() {
            frame.pc = pc;
            frame.line = line;
            frame.generator = Some(id);
            frame.object = object;
            frame.borrowed = borrowed & !u64::MAX.checked_shl(frame.code.locals.len() as u32).unwrap_or(0);
        }
        Ok(())
    }

    /// Suspends the running generator at a `yield`, and gives the value to whoever resumed it.
    pub(crate) fn yield_value(&mut self) -> R<Flow> {
        let value = self.pop();
        let Some(frame) = self.take_frame() else { return Ok(Flow::Pause) };
        let handled = self.handled.pop().flatten();
        let stack: Vec<Slot> = self.stack.drain(frame.base..).collect();
        let borrowed = frame.borrowed | self.borrowed_by_places(&stack);
        self.generators_borrow |= borrowed != 0;
        let pc = frame.pc;
        let id = frame.generator.unwrap_or(Singletons::NONE);
        if let Some(generator) = self.generator_mut(id) {
            generator.state = GeneratorState::Suspended;
            generator.stack = stack;
            generator.borrowed = borrowed;
            generator.function = Some(frame.function);
            generator.namespace = frame.namespace;
            generator.pc = pc;
            generator.line = frame.line;
            generator.handled = handled;
            generator.frame_object = frame.object;
        }
        self.push(value);
        if frame.flags.entry {
            let value = self.pop();
            return Ok(Flow::Done(value));
        }
        Ok(Flow::Switch)
    }

    /// The running generator returned: its result is on top of the stack.
    pub(crate) fn return_from_generator(&mut self, frame: Frame) -> R<Flow> {
        let flags = frame.flags;
        let id = frame.generator.unwrap_or(Singletons::NONE);
        let handled = self.handled.pop().flatten();
        self.decref_slot(handled);
        if let Some(generator) = self.generator_mut(id) {
            generator.state = GeneratorState::Finished;
        }
        let floor = frame.floor;
        self.end_frame(frame);
        let result = self.pop();
        self.stack.truncate(floor);
        self.push(result);
        if flags.entry {
            let result = self.pop();
            self.generator_returned = true;
            return Ok(Flow::Done(result));
        }
        self.finish_delegate()
    }

    /// What the instruction that resumed a generator does when that is over: the result is on top of the stack.
    fn finish_delegate(&mut self) -> R<Flow> {
        let instr = self.frames.last().and_then(|f| f.code.code.instrs.get(f.pc as usize)).copied();
        let Some(instr) = instr else { return Ok(Flow::Switch) };
        if instr.op == Op::ForIter {
            let result = self.pop();
            self.decref(result);
            self.pop_iterator(instr.b == 1);
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.pc = instr.a.wrapping_sub(1);
        }
        Ok(Flow::Switch)
    }

    /// The running generator raised: it is over, and the exception goes on to whoever resumed it.
    pub(crate) fn fail_generator(&mut self, id: Slot) {
        let pending = self.raised.take();
        self.temps.extend(pending);
        let handled = self.handled.pop().flatten();
        self.decref_slot(handled);
        if let Some(id) = id
            && let Some(generator) = self.generator_mut(id)
        {
            generator.state = GeneratorState::Finished;
        }
        self.pop_frame();
        self.raised = if pending.is_some() { self.temps.pop() } else { None };
    }

    /// `for` over a generator: its frame runs in this loop, not in a loop of its own.
    pub(crate) fn for_iter_generator(&mut self, id: Id, instr: Instr) -> R<Flow> {
        match self.generator(id).map(|g| g.state) {
            Some(GeneratorState::Finished) => {
                self.pop_iterator(instr.b == 1);
                Ok(Flow::Jump(instr.a))
            }
            Some(GeneratorState::Running) => Err(self.already_running(id)),
            _ => {
                self.push_generator_frame(id, Singletons::NONE, false)?;
                if let Some(frame) = self.frames.last_mut() {
                    frame.flags.native = true;
                }
                Ok(Flow::Switch)
            }
        }
    }

    /// `Send`: `(receiver, x -- receiver, yielded)`, or a jump with what the receiver returned.
    pub(crate) fn op_send(&mut self, instr: Instr) -> R<Flow> {
        let target = instr.a;
        let receiver = self.peek(2 + usize::from(instr.b));
        let is_generator = matches!(self.class_of(receiver), TypeTable::GENERATOR | TypeTable::COROUTINE);
        if is_generator {
            match self.generator(receiver).map(|g| g.state) {
                Some(GeneratorState::Running) => return Err(self.already_running(receiver)),
                Some(GeneratorState::Finished) => {}
                _ => {
                    let sent = self.pop();
                    self.push_generator_frame(receiver, sent, false)?;
                    return Ok(Flow::Switch);
                }
            }
        }
        let sent = self.top();
        let place = if instr.b == 1 { self.stack.get(self.stack.len() - 2).copied().flatten() } else { None };
        let outcome = self.scoped(|vm| {
            if let Some(place) = place.filter(|_| sent == Singletons::NONE) {
                Ok(vm.next_at(receiver, place))
            } else if is_generator {
                vm.send_to_generator(receiver, sent)
            } else if sent == Singletons::NONE && vm.class(vm.class_of(receiver)).slots.next.is_some() {
                vm.next_or_stop(receiver)
            } else {
                vm.call_method(receiver, super::Names::SEND, &[sent]).map(Some)
            }
        });
        match outcome {
            Ok(Some(value)) => {
                let sent = self.pop();
                self.push(value);
                self.decref(sent);
                Ok(Flow::Next)
            }
            Ok(None) => {
                let sent = self.pop();
                self.push(Singletons::NONE);
                self.decref(sent);
                Ok(Flow::Jump(target))
            }
            Err(raised) => {
                let value = self.stop_iteration_value(raised)?;
                let sent = self.pop();
                self.push(value);
                self.decref(sent);
                Ok(Flow::Jump(target))
            }
        }
    }

    /// The value of a StopIteration in flight, a new reference; any other exception goes on.
    pub(crate) fn stop_iteration_value(&mut self, raised: Raised) -> R<Id> {
        if self.abort.is_some() || !self.is_raised(&raised, Exceptions::STOP_ITERATION) {
            return Err(raised);
        }
        let Some(exception) = self.catch(raised) else { return Ok(Singletons::NONE) };
        let value = match self.heap.get(exception) {
            Data::Exception(e) => e.fields.first().copied().flatten().unwrap_or(Singletons::NONE),
            _ => Singletons::NONE,
        };
        self.heap.incref(value);
        self.decref(exception);
        Ok(value)
    }

    #[cold]
    fn already_running(&mut self, id: Id) -> Raised {
        let what = match self.generator(id).map(|g| g.kind) {
            Some(GeneratorKind::Coroutine) => "coroutine",
            Some(GeneratorKind::AsyncGenerator) => "async generator",
            _ => "generator",
        };
        self.value_error(format!("{what} already executing"))
    }

    /// Resumes a generator from Rust with a value (borrowed): what it yields next, `None` at its end, StopIteration with
    /// its result if that is not None.
    pub fn send_to_generator(&mut self, id: Id, value: Id) -> R<Option<Id>> {
        match self.generator(id).map(|g| (g.state, g.kind)) {
            Some((GeneratorState::Running, _)) => return Err(self.already_running(id)),
            Some((GeneratorState::Finished, GeneratorKind::Coroutine)) => {
                return Err(self.raise(Exceptions::RUNTIME_ERROR, "cannot reuse already awaited coroutine"));
            }
            Some((GeneratorState::Finished, _)) | None => return Ok(None),
            Some((GeneratorState::Created, kind)) if value != Singletons::NONE => {
                let what = match kind {
                    GeneratorKind::Coroutine => "coroutine",
                    GeneratorKind::AsyncGenerator => "async generator",
                    GeneratorKind::Generator => "generator",
                };
                return Err(self.type_error(format!("can't send non-None value to a just-started {what}")));
            }
            _ => {}
        }
        self.heap.incref(value);
        self.push_generator_frame(id, value, true)?;
        self.run_resumed()?.or_stop_iteration(self)
    }

    /// Resumes a generator from Rust by raising the exception in flight at its `yield`.
    pub fn throw_into_generator(&mut self, id: Id, raised: Raised) -> R<Option<Id>> {
        self.raise_in_generator(id, raised)?.or_stop_iteration(self)
    }

    /// The same, with its result apart from what it yields.
    pub(crate) fn raise_in_generator(&mut self, id: Id, raised: Raised) -> R<Resumed> {
        match self.generator(id).map(|g| g.state) {
            Some(GeneratorState::Running) => {
                self.discard(raised);
                return Err(self.already_running(id));
            }
            Some(GeneratorState::Finished) | None => return Err(raised),
            Some(GeneratorState::Created) => {
                // Nothing of it has run: no handler can be in the way. It ends, and its call is a line of the traceback.
                if let Some(generator) = self.generator_mut(id) {
                    generator.state = GeneratorState::Suspended;
                }
            }
            Some(GeneratorState::Suspended) => {}
        }
        let pending = self.raised.take();
        if self.version.throws_begin_lines
            && let Some(generator) = self.generator_mut(id)
        {
            generator.line = 0;
        }
        if let Err(recursion) = self.push_generator_frame(id, Singletons::NONE, true) {
            self.decref_slot(pending);
            return Err(recursion);
        }
        let pc = self.frames.last().map_or(0, |f| f.pc);
        let caller_pc = self.pc;
        self.pc = pc;
        if let Err(other) = self.observe_resumed_by_throw() {
            self.decref_slot(pending);
            let outcome = self.unwind(other);
            self.pc = caller_pc;
            outcome?;
            return self.run_resumed();
        }
        self.raised = pending;
        let outcome = self.unwind(raised);
        self.pc = caller_pc;
        outcome?;
        self.run_resumed()
    }

    fn run_resumed(&mut self) -> R<Resumed> {
        self.generator_returned = false;
        let result = self.run_entry()?;
        Ok(if std::mem::take(&mut self.generator_returned) {
            Resumed::Returned(result)
        } else {
            Resumed::Yielded(result)
        })
    }
}

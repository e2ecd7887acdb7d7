//! Calls and returns: from the operand stack into frames, Rust, or a class, and back.

use ouro_heap::Id;
use smallvec::SmallVec;

use super::call::Positional;
use super::eval::Flow;
use super::{FrameFlags, Names, R, Singletons, Vm};
use crate::bytecode::{OF_GENERATOR, Op};
use crate::native::Args;
use crate::object::{Data, Slot};
use crate::types::TypeTable;

impl Vm {
    /// What is called, from its place on the stack. A bound method is taken apart there: its function is called with the
    /// receiver first. Also whether it was one.
    #[inline(always)]
    fn take_method_apart(&mut self, floor: usize) -> (Id, bool) {
        let callable = self.stack[floor].unwrap_or(Singletons::NONE);
        let Data::Method(method) = self.heap.get(callable) else { return (callable, false) };
        if self.stack[floor + 1].is_some() {
            return (callable, false);
        }
        let method = *method;
        self.heap.incref(method.function);
        self.heap.incref(method.receiver);
        self.stack[floor] = Some(method.function);
        self.stack[floor + 1] = Some(method.receiver);
        self.decref(callable);
        (method.function, true)
    }

    pub(super) fn op_call(&mut self, count: usize) -> R<Flow> {
        let top = self.stack.len();
        let floor = top - count - 2;
        let (callable, taken_apart) = self.take_method_apart(floor);
        let count = count + usize::from(self.stack[floor + 1].is_some());
        match self.heap.get(callable) {
            Data::Function(_) => {
                self.instructions += 1;
                // The frame takes the reference to the function over.
                self.stack[floor] = None;
                self.push_call(callable, floor, count, FrameFlags::default())?;
                if taken_apart {
                    self.note_local(0, false);
                }
                Ok(Flow::Switch)
            }
            Data::Class(_) if self.class_of(callable) == TypeTable::TYPE && callable != TypeTable::TYPE => {
                self.op_call_class(callable, floor, count)
            }
            _ => {
                let args: Positional = self.stack[top - count..].iter().copied().flatten().collect();
                if self.is_build_class(callable) {
                    return self.enter_class_body(&Args::positional(&args), false);
                }
                let serves = !self.leaves_breaker(callable, floor, count);
                let result = self.call_native_object(callable, &Args::positional(&args));
                self.end_native_call(floor, result, serves)
            }
        }
    }

    /// Whether CPython runs this call by an instruction of its own from the second time on, one that leaves the eval breaker alone
    /// (CALL_LEN, CALL_ISINSTANCE, CALL_TYPE_1, CALL_LIST_APPEND).
    fn leaves_breaker(&mut self, callable: Id, floor: usize, count: usize) -> bool {
        let specialised = match self.heap.get(callable) {
            Data::Builtin(native, _) => matches!((native.name, count), ("len", 1) | ("isinstance", 2)),
            Data::MethodDescriptor(native, _) => {
                count == 2
                    && native.name == "append"
                    && self.stack[floor + 1].is_some_and(|list| self.class_of(list) == TypeTable::LIST)
                    && (self.version.used_append_serves_nothing || self.next_op() == Some(Op::PopTop))
            }
            _ => callable == TypeTable::TYPE && count == 1,
        };
        specialised && !self.first_run()
    }

    /// The instruction after the running one.
    fn next_op(&self) -> Option<Op> {
        let frame = self.frames.last()?;
        frame.code.code.instrs.get(self.pc as usize + 1).map(|instr| instr.op)
    }

    /// Puts the result of a native call in the place of callable and arguments, then serves the eval breaker. If the call
    /// failed, those go before the exception gets its entry in the traceback.
    pub(super) fn finish_native_call(&mut self, floor: usize, result: R<Id>) -> R<Flow> {
        self.end_native_call(floor, result, true)
    }

    fn end_native_call(&mut self, floor: usize, result: R<Id>, serves: bool) -> R<Flow> {
        match result {
            Ok(result) => self.replace_from(floor, result),
            Err(raised) => {
                let operands = self.call_operands();
                self.drop_call(floor, operands);
                return Err(raised);
            }
        }
        if !serves {
            self.instructions += 1;
            return Ok(Flow::Next);
        }
        self.after_native_call()
    }

    /// Calls of C functions and classes serve the eval breaker (bytecodes.c, CHECK_EVAL_BREAKER after CALL).
    #[inline]
    pub(super) fn after_native_call(&mut self) -> R<Flow> {
        self.instructions += 1;
        if !self.heap.gc_pending && self.instructions < self.slice_end {
            return Ok(Flow::Next);
        }
        let next = self.pc + 1;
        self.serve_breaker().map(|pause| self.jump_or_pause(next, pause))
    }

    /// `Class(...)`: where the class only adds an `__init__` written in Python, the instance is made here and the
    /// `__init__` runs as a frame of this loop (bytecodes.c, CALL_ALLOC_AND_ENTER_INIT).
    pub(super) fn op_call_class(&mut self, class: Id, floor: usize, count: usize) -> R<Flow> {
        let top = self.stack.len();
        if self.stack[floor + 1].is_none()
            && self.is_plain_class(class)
            && let Some(init) = self.class_init(class)
            && let Data::Function(_) = self.heap.get(init)
        {
            self.instructions += 1;
            let args: Positional = self.stack[floor + 2..].iter().copied().flatten().collect();
            let cold = self.is_cold_call(class, init, count).then(|| self.pack_arguments(&args));
            let instance = self.alloc_instance(class, Data::Bare);
            self.heap.incref(instance);
            self.heap.incref(init);
            self.stack[floor] = Some(instance);
            let native = cold.is_some();
            match cold {
                Some(tuple) => {
                    // The caller's operands stay on the stack, and so does the tuple that takes them to `__init__`.
                    self.stack[floor + 1] = Some(class);
                    self.stack.extend([Some(tuple), Some(instance)]);
                    args.iter().for_each(|&arg| self.heap.incref(arg));
                    self.stack.extend(args.iter().map(|&arg| Some(arg)));
                }
                None => {
                    self.stack[floor + 1] = Some(instance);
                    self.decref(class);
                }
            }
            let flags = FrameFlags { init: true, native, ..FrameFlags::default() };
            self.push_call(init, floor + 1, count + 1, flags)?;
            return Ok(Flow::Switch);
        }
        let args: Positional = self.stack[top - count..].iter().copied().flatten().collect();
        let result = match self.version.inlined_collectors.contains(&class) && self.calls_with_generator() {
            true => self.scoped(|vm| vm.collect_in_place(class, args[0])),
            false => self.call_native_object(class, &Args::positional(&args)),
        };
        self.finish_native_call(floor, result)
    }

    /// Whether the running call has a generator expression for its only argument.
    fn calls_with_generator(&self) -> bool {
        let instr = self.frames.last().and_then(|f| f.code.code.instrs.get(self.pc as usize));
        instr.is_some_and(|instr| instr.b == OF_GENERATOR)
    }

    /// What a generator gives, appended to a list or added to a set by one; a tuple is made of that list.
    fn collect_in_place(&mut self, class: Id, generator: Id) -> R<Id> {
        let result = if class == TypeTable::SET { self.new_set() } else { self.new_list(Vec::new()) };
        self.keep(result);
        while let Some(item) = self.step(generator)? {
            if class == TypeTable::SET {
                let added = self.set_add(result, item);
                self.decref(item);
                added?;
            } else if let Some(items) = self.list_items_mut(result) {
                items.push(item);
            }
        }
        if class == TypeTable::TUPLE { self.tuple_from(result) } else { Ok(self.incref(result)) }
    }

    /// Whether CPython runs this call of a class by its general instruction: the first time, where it cannot specialise
    /// (specialize.c, specialize_class_call), and for some time where it did so for another class.
    pub(super) fn is_cold_call(&mut self, class: Id, init: Id, count: usize) -> bool {
        if self.version.number < (3, 13, 0) {
            return true;
        }
        let fits = match self.version.all_inits_specialised {
            true => self.has_simple_code(init),
            false => self.takes_exactly(init, count as u32 + 1) && self.keeps_inline_values(class),
        };
        self.is_cold(class, fits)
    }

    /// Whether CPython runs the running instruction by its general form for an object of this class, or a call of it.
    pub(super) fn is_cold(&mut self, class: Id, fits: bool) -> bool {
        let Some(base) = self.frames.last().map(|f| f.code.instr_base) else { return true };
        let version = self.class_version(class);
        self.specialised.entry(base + self.pc).or_default().is_cold(fits.then_some(version))
    }

    /// Whether the running instruction runs for the first time: from the second time on CPython has specialised it.
    pub(crate) fn first_run(&mut self) -> bool {
        let Some(base) = self.frames.last().map(|f| f.code.instr_base) else { return true };
        match self.warm.get_mut((base + self.pc) as usize) {
            Some(warm) => !std::mem::replace(warm, true),
            None => true,
        }
    }

    /// A class's `__init__`: borrowed. The class remembers it as long as its version stays the same.
    #[inline]
    pub(super) fn class_init(&mut self, class: Id) -> Option<Id> {
        let c = self.class(class);
        if c.version != 0 && c.init.0 == c.version {
            return c.init.1;
        }
        let init = self.type_lookup(class, Names::INIT);
        let version = self.class_version(class);
        self.class_mut(class)?.init = (version, init);
        init
    }

    pub(super) fn op_call_kw(&mut self, count: usize) -> R<Flow> {
        let names_id = self.pop();
        let names: Positional = self.tuple_items(names_id).unwrap_or(&[]).into();
        // The names are constants of the code: it keeps them alive.
        self.decref(names_id);
        let top = self.stack.len();
        let floor = top - count - 2;
        let (callable, taken_apart) = self.take_method_apart(floor);
        let count = count + usize::from(self.stack[floor + 1].is_some());
        let positional = count - names.len();
        if let Data::Function(_) = self.heap.get(callable) {
            self.instructions += 1;
            self.stack[floor] = None;
            self.push_call_kw(callable, floor, positional, &names, FrameFlags::default())?;
            if taken_apart {
                self.note_local(0, false);
            }
            return Ok(Flow::Switch);
        }
        let args: Positional = self.stack[top - count..].iter().copied().flatten().collect();
        let (pos, values) = args.split_at(positional);
        let kw: Vec<(Id, Id)> = names.iter().copied().zip(values.iter().copied()).collect();
        if self.is_build_class(callable) {
            return self.enter_class_body(&Args { pos, kw: &kw }, false);
        }
        if let Some(init) = self.python_init(callable, floor) {
            // They come to the class as a tuple and a dict (call.c, _PyObject_MakeTpCall).
            let tuple = (!pos.is_empty()).then(|| self.pack_arguments(pos));
            self.stack.push(tuple);
            let dict = self.new_dict();
            self.push(dict);
            for &(name, value) in &kw {
                self.heap.incref(value);
                self.dict_set_name(dict, name, value);
            }
            return self.enter_init(callable, init, floor, pos, &kw);
        }
        let serves = !(self.version.keyword_calls_serve_late && self.first_run());
        let result = self.call_native_object(callable, &Args { pos, kw: &kw });
        self.end_native_call(floor, result, serves)
    }

    pub(super) fn op_call_ex(&mut self, has_kwargs: bool) -> R<Flow> {
        let depth = if has_kwargs { 4 } else { 3 };
        let floor = self.stack.len() - depth;
        let callable = self.peek(depth);
        let args_at = floor + 2;
        let args_object = self.stack[args_at].unwrap_or(Singletons::NONE);
        if self.class_of(args_object) != TypeTable::TUPLE {
            let tuple = self.star_args(callable, args_object)?;
            self.stack[args_at] = Some(tuple);
            self.decref(args_object);
        }
        let args: Positional = self.stack[args_at].and_then(|t| self.tuple_items(t)).unwrap_or(&[]).into();
        let mut kw: Vec<(Id, Id)> = Vec::new();
        if has_kwargs && let Some(dict) = self.stack[floor + 3].and_then(|d| self.dict(d)) {
            kw = dict.iter().map(|e| (e.key, e.value)).collect();
        }
        if kw.iter().any(|&(name, _)| self.str_data(name).is_none()) {
            return Err(self.type_error("keywords must be strings"));
        }
        if let Data::Function(_) = self.heap.get(callable) {
            self.instructions += 1;
            // The argument tuple and dict go before the call starts: the frame has references of its own.
            let names: Positional = kw.iter().map(|&(name, _)| name).collect();
            for &arg in args.iter().chain(kw.iter().map(|(_, value)| value)) {
                self.heap.incref(arg);
            }
            // Their names come in a tuple (call.c, _PyStack_UnpackDict).
            names.iter().for_each(|&name| self.heap.incref(name));
            let name_tuple = self.new_tuple(&names[..]);
            let held: SmallVec<[Slot; 4]> = self.stack.drain(floor..).collect();
            self.stack.extend(args.iter().map(|&id| Some(id)));
            self.stack.extend(kw.iter().map(|&(_, value)| Some(value)));
            let kept = held.get(3).copied().flatten();
            let result = self.push_call_kw(callable, floor, args.len(), &names, FrameFlags::default());
            // The arguments come out of the tuple: all count.
            if result.is_ok()
                && let Some(frame) = self.frames.last_mut()
            {
                frame.borrowed = 0;
            }
            self.decref(name_tuple);
            self.decref_slot(held.get(2).copied().flatten());
            self.decref_slot(kept);
            result?;
            return Ok(Flow::Switch);
        }
        if self.is_build_class(callable) {
            return self.enter_class_body(&Args { pos: &args, kw: &kw }, true);
        }
        if let Some(init) = self.python_init(callable, floor) {
            return self.enter_init(callable, init, floor, &args, &kw);
        }
        let args = Args { pos: &args, kw: &kw };
        let names = self.unpack_for(callable, &args);
        let result = match self.heap.get(callable) {
            Data::Method(_) => self.call_args(callable, &args),
            _ => self.call_native_with(callable, &args, true),
        };
        self.release_unpacked(names, &args);
        self.finish_native_call(floor, result)
    }

    /// The `__init__` written in Python that is all that a call of a plain class runs: borrowed.
    fn python_init(&mut self, class: Id, floor: usize) -> Option<Id> {
        if self.stack[floor + 1].is_some() || !self.is_class(class) || !self.is_plain_class(class) {
            return None;
        }
        self.class_init(class).filter(|&init| matches!(self.heap.get(init), Data::Function(_)))
    }

    /// Makes an instance and runs its `__init__` as a frame of this loop. What the call has on the stack from `floor` on,
    /// the class first, stays there until that is over, with the instance in the class's place.
    fn enter_init(&mut self, class: Id, init: Id, floor: usize, args: &[Id], kw: &[(Id, Id)]) -> R<Flow> {
        self.instructions += 1;
        let instance = self.alloc_instance(class, Data::Bare);
        self.heap.incref(instance);
        self.heap.incref(init);
        self.stack[floor] = Some(instance);
        self.stack[floor + 1] = Some(class);
        let names: Positional = kw.iter().map(|&(name, _)| name).collect();
        let operands: Positional =
            [instance].into_iter().chain(args.iter().copied()).chain(kw.iter().map(|&(_, value)| value)).collect();
        if !kw.is_empty() {
            // With keywords the arguments are copied once more, and the names put into a tuple (_PyStack_UnpackDict).
            names.iter().chain(&operands).for_each(|&id| self.heap.incref(id));
            let names = self.new_tuple(&names[..]);
            self.push(names);
            self.stack.extend(operands.iter().map(|&id| Some(id)));
        }
        operands.iter().skip(1).for_each(|&id| self.heap.incref(id));
        self.stack.extend(operands.iter().map(|&id| Some(id)));
        let flags = FrameFlags { init: true, native: true, ..FrameFlags::default() };
        self.push_call_kw(init, floor + 1, args.len() + 1, &names, flags)?;
        Ok(Flow::Switch)
    }

    fn star_args(&mut self, callable: Id, args: Id) -> R<Id> {
        let slots = &self.class(self.class_of(args)).slots;
        if slots.iter.is_none() && slots.getitem.is_none() {
            let name = self.function_text(callable);
            let given = self.type_name(args);
            return Err(self.type_error(format!("{name} argument after * must be an iterable, not {given}")));
        }
        self.tuple_from(args)
    }

    pub(super) fn op_return(&mut self) -> R<Flow> {
        let Some(frame) = self.take_frame() else { return Ok(Flow::Pause) };
        let (flags, floor) = (frame.flags, frame.floor);
        if flags.generator {
            return self.return_from_generator(frame);
        }
        if frame.namespace.is_some() && frame.namespace == self.main && self.frames.is_empty() {
            self.ended = Some(frame);
            return Ok(Flow::Done(self.pop()));
        }
        self.end_frame(frame);
        let result = self.pop();
        if flags.init {
            if result != Singletons::NONE {
                let name = self.type_name(result);
                let raised = self.type_error(format!("__init__() should return None, not '{name}'"));
                self.decref(result);
                self.drop_failed_init(floor);
                return Err(raised);
            }
            self.drop_call(floor, self.call_operands().saturating_sub(1));
            return Ok(Flow::Switch);
        }
        if flags.class_body {
            return self.leave_class_body(floor, result);
        }
        if flags.held {
            self.drop_operands_of_binary(self.stack.len() - floor);
        } else {
            self.stack.truncate(floor);
        }
        if flags.entry {
            return Ok(Flow::Done(result));
        }
        self.push(result);
        Ok(Flow::Switch)
    }
}

/// The class that an instruction is specialised for, and how it waits to be so (CPython 3.13 pycore_backoff.h).
#[derive(Clone, Copy)]
pub(crate) struct Specialised {
    /// The class's version.
    version: Option<u32>,
    /// How many more runs by the general instruction come before it is specialised, once more.
    wait: u16,
    /// How often that has failed.
    backoff: u8,
}

impl Default for Specialised {
    fn default() -> Self {
        Specialised { version: None, wait: 1, backoff: 1 }
    }
}

impl Specialised {
    /// Whether the class of this version, if there can be a specialised instruction for it, has the general one run.
    fn is_cold(&mut self, version: Option<u32>) -> bool {
        const COOLDOWN: u16 = 52;
        const MOST_BACKOFF: u8 = 12;
        if version.is_some() && version == self.version {
            return false;
        }
        if self.wait > 0 {
            self.wait -= 1;
            return true;
        }
        self.version = version;
        (self.wait, self.backoff) = match version {
            Some(_) => (COOLDOWN, 0),
            None => {
                // This run by the general instruction counts already.
                let backoff = (self.backoff + 1).min(MOST_BACKOFF);
                ((1 << backoff) - 2, backoff)
            }
        };
        version.is_none()
    }
}

//! The loop that runs bytecode (CPython 3.13 bytecodes.c).
//!
//! Operands stay on the stack until their instruction has succeeded, so that every reference is counted where the
//! audit looks, and an exception needs no clean-up but cutting the stack.

use std::rc::Rc;

use ouro_heap::Id;

use super::{R, Singletons, Vm};
use crate::bytecode::{BinaryOperator, Comparison, Instr, Op};
use crate::data::GeneratorKind;
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;

/// How an instruction ends, beyond going on to the next.
pub(crate) enum Flow {
    /// On to the next instruction.
    Next,
    /// To this instruction.
    Jump(u32),
    /// Another frame is on top: pushed, or come back to.
    Switch,
    /// The frame that was called from Rust is over: its result.
    Done(Id),
    /// The loop has to stop: the host wants to look, or has to be asked.
    Pause,
}

/// Why the outermost loop came back.
pub(crate) enum Exit {
    /// The frame that was called from Rust is over.
    Done(Id),
    /// Paused: call again to go on.
    Pause,
    /// Somebody began to observe the program, or stopped: on with the other copy of the loop.
    Restart,
}

impl Vm {
    /// Runs frames until the one that was called from Rust ends. A pause cannot happen inside a call from Rust.
    pub(crate) fn eval(&mut self) -> R<Id> {
        match self.run_loop()? {
            Exit::Done(result) => Ok(result),
            Exit::Pause | Exit::Restart => Err(self.set_abort(super::Abort::Probed)),
        }
    }

    /// The loop itself, with or without a journal and observers: the copy without pays nothing for them.
    pub(crate) fn run_loop(&mut self) -> R<Exit> {
        let outer = self.loop_observed;
        let outcome = loop {
            let observed = self.observed;
            self.loop_observed = observed;
            let outcome = if observed { self.run_loop_as::<true>() } else { self.run_loop_as::<false>() };
            if !matches!(outcome, Ok(Exit::Restart)) {
                break outcome;
            }
        };
        self.loop_observed = outer;
        outcome
    }

    fn run_loop_as<const OBSERVED: bool>(&mut self) -> R<Exit> {
        let Some(mut code) = self.frames.last().map(|frame| Rc::clone(&frame.code)) else { return Ok(Exit::Pause) };
        'frame: loop {
            if self.observed != OBSERVED {
                return Ok(Exit::Restart);
            }
            let Some(frame) = self.frames.last() else { return Ok(Exit::Pause) };
            if !Rc::ptr_eq(&code, &frame.code) {
                code = Rc::clone(&frame.code);
            }
            let instrs = &code.code.instrs[..];
            let base = frame.base;
            let mut pc = frame.pc.wrapping_add(1) as usize;
            let journal_code = if OBSERVED { self.journal_code() } else { 0 };
            loop {
                let instr = instrs[pc];
                self.pc = pc as u32;
                let mut calls_native = false;
                if OBSERVED {
                    self.heap.set_journal_tag(journal_code | pc as u64);
                    match self.observe_instruction(&code, instr) {
                        Ok(calls) => calls_native = calls,
                        Err(raised) => {
                            self.unwind(raised)?;
                            continue 'frame;
                        }
                    }
                }
                let flow = match instr.op {
                    Op::LoadFast => match self.stack[base + instr.a as usize] {
                        Some(id) => {
                            self.heap.incref(id);
                            self.stack.push(Some(id));
                            pc += 1;
                            continue;
                        }
                        None => Err(self.unbound_local(&code, instr.a)),
                    },
                    Op::LoadConst => {
                        let id = code.consts[instr.a as usize];
                        self.heap.incref(id);
                        self.stack.push(Some(id));
                        pc += 1;
                        continue;
                    }
                    Op::StoreFast => {
                        let value = self.stack.pop().flatten();
                        let old = std::mem::replace(&mut self.stack[base + instr.a as usize], value);
                        if let Some(old) = old {
                            self.decref(old);
                        }
                        pc += 1;
                        continue;
                    }
                    Op::PopTop => {
                        if let Some(Some(id)) = self.stack.pop() {
                            self.decref(id);
                        }
                        pc += 1;
                        continue;
                    }
                    Op::Line => {
                        if !code.traced {
                            pc += 1;
                            continue;
                        }
                        self.line_event(instr.a, instr.b != 0)
                    }
                    Op::BinaryOp => {
                        if let Some(result) = self.int_op(instr.a) {
                            self.replace_two(result);
                            pc += 1;
                            continue;
                        }
                        self.op_binary(instr.a)
                    }
                    Op::CompareOp => {
                        let (left, right) = self.top_two();
                        let op = COMPARISONS[instr.a as usize & 7];
                        if let Some(result) = self.compare_fast(left, right, op) {
                            self.drop_two();
                            // A comparison is mostly followed by a jump that depends on it.
                            let next = instrs[pc + 1];
                            match next.op {
                                Op::PopJumpIfFalse => pc = if result { pc + 2 } else { next.a as usize },
                                Op::PopJumpIfTrue => pc = if result { next.a as usize } else { pc + 2 },
                                _ => {
                                    self.stack.push(Some(Singletons::bool(result)));
                                    pc += 1;
                                }
                            }
                            continue;
                        }
                        self.op_compare(op)
                    }
                    Op::PopJumpIfFalse => {
                        let value = self.stack.pop().flatten();
                        pc = if value == Some(Singletons::FALSE) { instr.a as usize } else { pc + 1 };
                        continue;
                    }
                    Op::PopJumpIfTrue => {
                        let value = self.stack.pop().flatten();
                        pc = if value == Some(Singletons::TRUE) { instr.a as usize } else { pc + 1 };
                        continue;
                    }
                    Op::Jump => {
                        pc = instr.a as usize;
                        continue;
                    }
                    Op::JumpBackward => {
                        self.instructions += 1;
                        if !self.heap.gc_pending && self.instructions < self.slice_end {
                            pc = instr.a as usize;
                            continue;
                        }
                        self.serve_breaker().map(|pause| self.jump_or_pause(instr.a, pause))
                    }
                    Op::LoadGlobal => match self.cached_global(&code, instr) {
                        Some(id) => {
                            self.heap.incref(id);
                            self.stack.push(Some(id));
                            // A global function that is about to be called has an empty place above it.
                            if instrs[pc + 1].op == Op::PushNull {
                                self.stack.push(None);
                                pc += 1;
                            }
                            pc += 1;
                            continue;
                        }
                        None => self.op_load_global(&code, instr),
                    },
                    Op::LoadAttr => match self.cached_attribute(&code, instr) {
                        Some(id) => {
                            self.heap.incref(id);
                            let owner = self.replace_top(id);
                            self.decref(owner);
                            pc += 1;
                            continue;
                        }
                        None => self.op_load_attr(&code, instr),
                    },
                    Op::Nop => {
                        pc += 1;
                        continue;
                    }
                    Op::Resume => {
                        self.instructions += 1;
                        if instr.a != 0 || (!self.heap.gc_pending && self.instructions < self.slice_end) {
                            pc += 1;
                            continue;
                        }
                        self.serve_breaker().map(|pause| self.jump_or_pause(pc as u32 + 1, pause))
                    }
                    Op::Call => self.op_call(instr.a as usize),
                    Op::ReturnValue => self.op_return(),
                    Op::ForIter => self.op_for_iter(instr),
                    Op::LoadMethod => self.op_load_method(&code, instr),
                    Op::StoreAttr => self.op_store_attr(&code, instr),
                    Op::LoadName => self.op_load_name(&code, instr),
                    Op::StoreName => self.op_store_name(&code, instr),
                    _ => self.execute(&code, base, instr),
                };
                let flow = if OBSERVED && calls_native { self.observe_native_end(flow) } else { flow };
                match flow {
                    Ok(Flow::Next) => pc += 1,
                    Ok(Flow::Jump(target)) => pc = target as usize,
                    Ok(Flow::Switch) => continue 'frame,
                    Ok(Flow::Done(result)) => return Ok(Exit::Done(result)),
                    Ok(Flow::Pause) => return Ok(Exit::Pause),
                    Err(raised) => {
                        self.unwind(raised)?;
                        continue 'frame;
                    }
                }
            }
        }
    }

    /// A line is about to run: a step, unless the frame stands on that line already and its last instruction was of a line
    /// (CPython 3.13 instrumentation.c, _Py_call_instrumentation_line).
    #[inline(always)]
    pub(super) fn line_event(&mut self, line: u32, after_no_line: bool) -> R<Flow> {
        let Some(frame) = self.frames.last_mut() else { return Ok(Flow::Next) };
        if frame.line == line && !after_no_line {
            return Ok(Flow::Next);
        }
        if self.steps >= self.pause_at {
            frame.pc = self.pc.wrapping_sub(1);
            return self.pause_or_probe();
        }
        frame.line = line;
        self.begin_step();
        if self.observers.trace.is_some() {
            self.trace_line()?;
        }
        Ok(Flow::Next)
    }

    /// The running code, as the upper half of the journal's tags: the slot of its code object.
    pub(super) fn journal_code(&self) -> u64 {
        let Some(frame) = self.frames.last() else { return 0 };
        let code = match self.heap.get(frame.function) {
            Data::Function(function) => function.code,
            _ => frame.function,
        };
        (code.index() as u64) << 32
    }

    pub(super) fn jump_or_pause(&mut self, target: u32, pause: bool) -> Flow {
        let switches = self.observed != self.loop_observed;
        if !pause && !switches {
            return Flow::Jump(target);
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.pc = target.wrapping_sub(1);
        }
        if pause { Flow::Pause } else { Flow::Switch }
    }

    #[inline(always)]
    pub(crate) fn top(&self) -> Id {
        match self.stack.last() {
            Some(Some(id)) => *id,
            _ => Singletons::NONE,
        }
    }

    /// The operand at a depth: 1 is the top. An empty place counts as None; the compiler makes sure that no
    /// instruction that needs an object finds one.
    #[inline(always)]
    pub(crate) fn peek(&self, depth: usize) -> Id {
        match self.stack.get(self.stack.len().wrapping_sub(depth)) {
            Some(Some(id)) => *id,
            _ => Singletons::NONE,
        }
    }

    #[inline(always)]
    pub(super) fn top_two(&self) -> (Id, Id) {
        match self.stack.last_chunk::<2>() {
            Some([Some(left), Some(right)]) => (*left, *right),
            _ => (Singletons::NONE, Singletons::NONE),
        }
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, id: Id) {
        self.stack.push(Some(id));
    }

    #[inline(always)]
    pub(crate) fn pop(&mut self) -> Id {
        self.stack.pop().flatten().unwrap_or(Singletons::NONE)
    }

    /// `+ - * < ...` of two ints that fit and give one that fits.
    #[inline(always)]
    pub(super) fn int_op(&mut self, op: u32) -> Option<Id> {
        let (left, right) = self.top_two();
        let (&Data::Int(a), &Data::Int(b)) = (self.heap.get(left), self.heap.get(right)) else { return None };
        const ADD: u32 = BinaryOperator::Add as u32;
        const SUBTRACT: u32 = BinaryOperator::Subtract as u32;
        const MULTIPLY: u32 = BinaryOperator::Multiply as u32;
        const REMAINDER: u32 = BinaryOperator::Remainder as u32;
        const FLOOR_DIVIDE: u32 = BinaryOperator::FloorDivide as u32;
        const INPLACE_ADD: u32 = BinaryOperator::InplaceAdd as u32;
        const INPLACE_SUBTRACT: u32 = BinaryOperator::InplaceSubtract as u32;
        const INPLACE_MULTIPLY: u32 = BinaryOperator::InplaceMultiply as u32;
        let value = match op {
            ADD | INPLACE_ADD => a.checked_add(b)?,
            SUBTRACT | INPLACE_SUBTRACT => a.checked_sub(b)?,
            // These may run a collection.
            _ if self.heap.gc_pending => return None,
            MULTIPLY | INPLACE_MULTIPLY => a.checked_mul(b)?,
            REMAINDER if b > 0 => a.rem_euclid(b),
            FLOOR_DIVIDE if b > 0 => a.div_euclid(b),
            _ => return None,
        };
        Some(self.new_int(value))
    }

    /// `s += x` of strs, where `s` is a local that nobody else refers to: grows in place (bytecodes.c,
    /// BINARY_OP_INPLACE_ADD_UNICODE; unicodeobject.c, PyUnicode_Append).
    fn append_in_place(&mut self, left: Id, right: Id) -> R<bool> {
        if self.heap.refcount(left) != 2 || left == right || self.class_of(left) != TypeTable::STR {
            return Ok(false);
        }
        let next = self.frames.last().map(|f| (f.base, f.code.code.instrs.get(self.pc as usize + 1)));
        let Some((base, Some(&Instr { op: Op::StoreFast | Op::StoreNoted, a: local, .. }))) = next else {
            return Ok(false);
        };
        let place = base + local as usize;
        if self.stack.get(place) != Some(&Some(left)) || self.class_of(right) != TypeTable::STR || self.first_run() {
            return Ok(false);
        }
        let (Data::Str(text), Data::Str(more)) = (self.heap.get(left), self.heap.get(right)) else { return Ok(false) };
        let more = Rc::clone(more);
        self.check_size(text.as_str().len() + more.as_str().len())?;
        let Data::Str(text) = self.heap.get_mut(left) else { return Ok(false) };
        if !Rc::get_mut(text).is_some_and(|text| text.append_ascii(more.as_str())) {
            return Ok(false);
        }
        // The local's reference becomes the result's.
        self.stack[place] = None;
        self.replace_two(left);
        Ok(true)
    }

    pub(super) fn op_binary(&mut self, a: u32) -> R<Flow> {
        let (left, right) = self.top_two();
        const ADD: u32 = BinaryOperator::Add as u32;
        const INPLACE_ADD: u32 = BinaryOperator::InplaceAdd as u32;
        if let (ADD | INPLACE_ADD, Data::Str(_)) = (a, self.heap.get(left))
            && self.append_in_place(left, right)?
        {
            return Ok(Flow::Next);
        }
        let mark = self.temps.len();
        let result = self.binary_op(BinaryOperator::from_operand(a), left, right);
        self.release_kept(mark);
        self.replace_two_of_binary(result?);
        Ok(Flow::Next)
    }

    pub(super) fn op_compare(&mut self, op: Comparison) -> R<Flow> {
        let (left, right) = self.top_two();
        let mark = self.temps.len();
        let result = self.compare(left, right, op);
        self.release_kept(mark);
        let mut result = result?;
        // `if a < b:` needs a bool, whatever the type answered.
        let jumps = self.next_is_conditional_jump();
        if jumps && result != Singletons::TRUE && result != Singletons::FALSE {
            let truth = self.is_true(result);
            self.decref(result);
            result = Singletons::bool(truth?);
        }
        self.replace_two(result);
        Ok(Flow::Next)
    }

    pub(super) fn next_is_conditional_jump(&self) -> bool {
        let next = self.frames.last().and_then(|f| f.code.code.instrs.get(self.pc as usize + 1));
        matches!(next, Some(Instr { op: Op::PopJumpIfFalse | Op::PopJumpIfTrue, .. }))
    }

    pub(super) fn op_for_iter(&mut self, instr: Instr) -> R<Flow> {
        let target = instr.a;
        let has_place = instr.b == 1;
        let iterator = if has_place { self.peek(2) } else { self.top() };
        let place = if has_place { self.stack.last().copied().flatten() } else { None };
        let next = match self.heap.get_mut(iterator) {
            _ if place.is_some() => place.and_then(|place| self.next_at(iterator, place)),
            Data::RangeIterator(range) => range.next_value().map(|value| self.new_int(value)),
            Data::Generator(generator) if generator.kind == GeneratorKind::Generator => {
                return self.for_iter_generator(iterator, instr);
            }
            _ => {
                let mark = self.temps.len();
                let next = self.next(iterator);
                self.release_kept(mark);
                match next {
                    Ok(next) => next,
                    Err(raised) => {
                        self.expect_raised(raised, Exceptions::STOP_ITERATION)?;
                        None
                    }
                }
            }
        };
        match next {
            Some(value) => {
                self.push(value);
                Ok(Flow::Next)
            }
            None => {
                self.pop_iterator(has_place);
                Ok(Flow::Jump(target))
            }
        }
    }

    /// Takes what a loop went through off the stack.
    pub(super) fn pop_iterator(&mut self, has_place: bool) {
        if has_place {
            let place = self.stack.pop().flatten();
            self.decref_slot(place);
        }
        let iterator = self.pop();
        self.decref(iterator);
    }
}

const COMPARISONS: [Comparison; 8] = [
    Comparison::Lt,
    Comparison::Le,
    Comparison::Eq,
    Comparison::Ne,
    Comparison::Gt,
    Comparison::Ge,
    Comparison::Eq,
    Comparison::Eq,
];

//! How instructions let go of their operands, when they succeed and when they fail (CPython's bytecodes.c): in which
//! order, and whether before the exception gets its entry in the traceback, differs from release to release.

use ouro_heap::Id;
use smallvec::SmallVec;

use super::{Singletons, Vm};
use crate::bytecode::{Instr, Op};
use crate::compiler::effects::consumed;
use crate::object::Slot;

impl Vm {
    /// Drops the top `count` operands, the lowest first.
    pub(crate) fn drop_in_order(&mut self, count: usize) {
        let first = self.stack.len().saturating_sub(count);
        let operands: SmallVec<[Slot; 8]> = self.stack.drain(first..).collect();
        for slot in operands {
            self.decref_slot(slot);
        }
    }

    /// Drops the operands from `length` on, the top one first.
    pub(crate) fn cut_stack(&mut self, length: usize) {
        while self.stack.len() > length {
            if let Some(slot) = self.stack.pop() {
                self.decref_slot(slot);
            }
        }
    }

    /// Drops the top `count` operands in the release's order.
    pub(crate) fn drop_operands(&mut self, count: usize) {
        self.drop_operands_as(count, self.version.operands.top_first);
    }

    /// The same of a binary operator or a subscript.
    pub(super) fn drop_operands_of_binary(&mut self, count: usize) {
        self.drop_operands_as(count, self.version.operands.binary_top_first);
    }

    fn drop_operands_as(&mut self, count: usize, top_first: bool) {
        match top_first {
            true => self.cut_stack(self.stack.len().saturating_sub(count)),
            false => self.drop_in_order(count),
        }
    }

    /// Drops two operands that need no order: numbers and texts.
    #[inline(always)]
    pub(super) fn drop_two(&mut self) {
        let (right, left) = (self.pop(), self.pop());
        self.decref(left);
        self.decref(right);
    }

    /// Puts a result in the place of two operands, which are released in the release's order.
    #[inline(always)]
    pub(super) fn replace_two(&mut self, result: Id) {
        self.replace_two_as(result, self.version.operands.top_first);
    }

    /// The same of a binary operator or a subscript.
    #[inline(always)]
    pub(super) fn replace_two_of_binary(&mut self, result: Id) {
        self.replace_two_as(result, self.version.operands.binary_top_first);
    }

    #[inline(always)]
    fn replace_two_as(&mut self, result: Id, top_first: bool) {
        let right = self.pop();
        let left = self.replace_top(result);
        let (first, second) = if top_first { (right, left) } else { (left, right) };
        self.decref(first);
        self.decref(second);
    }

    /// Puts a result in the place of the operands from `floor` on, which are released in the release's order.
    pub(super) fn replace_from(&mut self, floor: usize, result: Id) {
        self.replace_from_as(floor, result, self.version.operands.top_first);
    }

    /// The same with the top one first in every release.
    pub(super) fn replace_from_top_first(&mut self, floor: usize, result: Id) {
        self.replace_from_as(floor, result, true);
    }

    fn replace_from_as(&mut self, floor: usize, result: Id, top_first: bool) {
        let operands: SmallVec<[Slot; 8]> = self.stack.drain(floor..).collect();
        self.stack.push(Some(result));
        if top_first {
            operands.into_iter().rev().for_each(|slot| self.decref_slot(slot));
        } else {
            operands.into_iter().for_each(|slot| self.decref_slot(slot));
        }
    }

    /// How many operands the running call has on the stack, from its callable on.
    pub(super) fn call_operands(&self) -> usize {
        match self.running_instr() {
            Some(Instr { op: Op::CallFunctionEx, a, .. }) => 3 + a as usize,
            Some(Instr { op: Op::Call | Op::CallKw, a, .. }) => 2 + a as usize,
            _ => 0,
        }
    }

    fn running_instr(&self) -> Option<Instr> {
        self.frames.last().and_then(|f| f.code.code.instrs.get(self.pc as usize)).copied()
    }

    /// Drops what a call left from `floor` on, `operands` of it its operands: what it made itself, above them, goes first.
    pub(super) fn drop_call(&mut self, floor: usize, operands: usize) {
        self.cut_stack(floor + operands);
        self.drop_operands(self.stack.len().saturating_sub(floor));
    }

    /// Drops the instance whose `__init__` failed, which is below `floor`, then what its call left from there on.
    pub(super) fn drop_failed_init(&mut self, floor: usize) {
        let operands = self.call_operands().saturating_sub(1);
        // The tuple and the dict that took the arguments to the class outlive the instance.
        let packed = match self.running_instr().map(|instr| instr.op) {
            Some(Op::Call) => 1,
            Some(Op::CallKw) => 2,
            _ => 0,
        };
        self.cut_stack(floor + operands + packed);
        if let Some(slot) = self.stack.get_mut(floor.wrapping_sub(1)) {
            let instance = slot.take();
            self.decref_slot(instance);
        }
        self.drop_call(floor, operands);
        self.stack.truncate(floor.saturating_sub(1));
    }

    /// Lets go of the inputs of an instruction that failed, unless those go only once the traceback has its entry.
    pub(super) fn drop_inputs(&mut self, pc: u32) {
        let Some(frame) = self.frames.last() else { return };
        let Some(&Instr { op, a, b, .. }) = frame.code.code.instrs.get(pc as usize) else { return };
        if self.version.operands.outlive_traceback_entry.contains(&op) {
            return;
        }
        let inputs = match op {
            // Calls have done it themselves; the others here stay on the stack, or have taken what flies now from there.
            Op::Call
            | Op::CallKw
            | Op::CallFunctionEx
            | Op::RaiseVarargs
            | Op::Reraise
            | Op::CleanupThrow
            | Op::EndAsyncFor
            | Op::YieldValue
            | Op::Send
            | Op::LoadSpecial
            | Op::BeforeWith
            | Op::BeforeAsyncWith
            | Op::ReturnValue => 0,
            Op::LoadMethod => 1,
            // With the container that was begun, on top.
            Op::BuildSet | Op::BuildMap | Op::BuildConstKeyMap => consumed(op, a as usize, b).0 + 1,
            // Two have become one: the slice.
            Op::StoreSlice => 3,
            Op::BinarySlice if !self.version.slices_in_place => 2,
            _ => consumed(op, a as usize, b).0,
        };
        let depth = frame.code.code.handler(pc).map_or(0, |entry| entry.depth as usize);
        if inputs == 0 || self.stack.len() < frame.base + frame.code.locals.len() + depth + inputs {
            return;
        }
        let first = self.stack.len() - inputs;
        match op {
            Op::BuildSet => {
                self.stack[first..].rotate_right(1);
                self.cut_stack(first);
            }
            Op::BuildMap | Op::BuildConstKeyMap | Op::BinarySlice => self.cut_stack(first),
            Op::StoreSlice => self.drop_call(first, 2),
            _ => self.drop_operands(inputs),
        }
    }

    /// Puts a new reference in the place of the top operand, whose reference goes to the caller.
    #[inline(always)]
    pub(super) fn replace_top(&mut self, id: Id) -> Id {
        match self.stack.last_mut() {
            Some(slot) => slot.replace(id).unwrap_or(Singletons::NONE),
            None => Singletons::NONE,
        }
    }
}

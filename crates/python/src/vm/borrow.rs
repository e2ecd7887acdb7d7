//! Reference counts as CPython 3.14 and later have them: operands that are locals, and parameters whose arguments were
//! such, are mostly references that it does not count (`LOAD_FAST_BORROW`). The machine counts them all; what shows a
//! count takes these off. Which operands they are is known from the code (`Code::borrowed`), which locals from a mark in
//! the frame.

use std::rc::Rc;

use ouro_heap::Id;

use super::{Frame, FrameFlags, Vm};
use crate::bytecode::{Op, StoreNote};
use crate::data::CodeObject;
use crate::object::{Data, Slot};

/// How many locals a frame's mark covers.
const MARKED: u32 = u64::BITS;

impl Vm {
    /// The count of an object as CPython has it: [`ouro_heap::Heap::refcount`] less the references that it does not count,
    /// and with those of running frames to their code, which are not kept here as functions have them.
    pub fn refcount(&self, id: Id) -> u32 {
        let mut counted = self.heap.refcount(id);
        if let Data::Code(code) = self.heap.get(id) {
            let runs = |frame: &&Frame| frame.generator.is_none() && Rc::ptr_eq(&frame.code, code);
            counted += self.frames.iter().filter(runs).count() as u32;
            // Whoever runs a program holds its code as well.
            counted += u32::from(self.frames.first().is_some_and(|program| program.function == id));
        }
        if self.version.borrowing.is_none() || self.heap.is_immortal(id) {
            return counted;
        }
        counted.saturating_sub(self.borrowed_references(id))
    }

    /// How many locals and operands of running frames refer to an object without counting.
    fn borrowed_references(&self, id: Id) -> u32 {
        let mut found = 0;
        for (i, frame) in self.frames.iter().enumerate() {
            let next = self.frames.get(i + 1);
            let operands = operands_at(frame);
            let pc = if next.is_some() { frame.pc } else { self.pc };
            let end = next.map_or(self.stack.len(), |next| next.base).min(frame.operands_end);
            // The instance has taken the place of its class there.
            let instance = next.filter(|next| next.flags.init).map(|next| next.floor.wrapping_sub(1));
            let refers = |place: usize| place < end && self.stack.get(place) == Some(&Some(id));
            let locals = bits(frame.borrowed).filter(|&local| refers(frame.base + local)).count();
            let mask = frame.code.code.borrowed.get(pc as usize).copied().unwrap_or(0);
            let operands = bits(u64::from(mask))
                .map(|operand| operands + operand)
                .filter(|&place| refers(place) && Some(place) != instance)
                .count();
            let callable = next.filter(|next| next.function == id && self.holds_operand(frame, pc, next, mask));
            found += (locals + operands) as u32 + u32::from(callable.is_some());
        }
        if self.version.borrowing.is_some_and(|borrowing| borrowing.constants) {
            found += self.borrowed_by_loops(id);
        }
        found
    }

    /// How many loops, and locals of suspended generators, refer to an object without counting.
    fn borrowed_by_loops(&self, id: Id) -> u32 {
        let running =
            self.stack.windows(2).filter(|pair| pair[0] == Some(id) && self.is_place_in_borrowed(pair[1])).count();
        let mut suspended = 0;
        if self.generators_borrow {
            for generator in self.heap.ids().filter_map(|id| self.generator(id)) {
                let refers = |&place: &usize| generator.stack.get(place) == Some(&Some(id));
                suspended += bits(generator.borrowed).filter(refers).count();
            }
        }
        (running + suspended) as u32
    }

    /// What loops go through without counting it on a stack that is put away: a bit for each place there.
    pub(super) fn borrowed_by_places(&self, stack: &[Slot]) -> u64 {
        let over = stack.iter().skip(1).take(MARKED as usize).enumerate();
        over.fold(0, |mask, (i, &slot)| mask | u64::from(self.is_place_in_borrowed(slot)) << i)
    }

    /// Whether the function of a frame is the operand of the call that began it, and does not count.
    fn holds_operand(&self, caller: &Frame, pc: u32, called: &Frame, mask: u32) -> bool {
        let call = caller.code.code.instrs.get(pc as usize).map(|instr| instr.op);
        let place = called.floor.wrapping_sub(operands_at(caller)) as u32;
        matches!(call, Some(Op::Call | Op::CallKw))
            && !called.flags.init
            && !called.flags.entry
            && mask.checked_shr(place).is_some_and(|rest| rest & 1 == 1)
    }

    /// Which of the arguments on the stack from `first` on are operands of the running frame that do not count: none where
    /// the call comes from Rust.
    #[inline]
    pub(super) fn borrowed_arguments(&self, first: usize, count: usize, flags: FrameFlags) -> u64 {
        if flags.entry {
            return 0;
        }
        let Some(frame) = self.frames.last() else { return 0 };
        let Some(&mask) = frame.code.code.borrowed.get(self.pc as usize) else { return 0 };
        let Some(skipped) = first.checked_sub(operands_at(frame)) else { return 0 };
        let mask = u64::from(mask).checked_shr(skipped as u32).unwrap_or(0);
        if count < MARKED as usize { mask & ((1 << count) - 1) } else { mask }
    }

    /// The same of the parameters that they become, the last arguments being keywords with these names.
    pub(super) fn borrowed_parameters(&self, code: &CodeObject, borrowed: u64, count: usize, names: &[Id]) -> u64 {
        let positional = count.min(code.code.arg_count as usize);
        let mut parameters = if positional < MARKED as usize { borrowed & ((1 << positional) - 1) } else { borrowed };
        let total = (code.code.arg_count + code.code.kwonly_arg_count) as usize;
        for (i, &name) in names.iter().enumerate() {
            let is_borrowed = borrowed.checked_shr((count + i) as u32).is_some_and(|rest| rest & 1 == 1);
            if is_borrowed && let Some(local) = code.locals.iter().take(total).position(|&local| local == name) {
                parameters |= 1u64.checked_shl(local as u32).unwrap_or(0);
            }
        }
        parameters
    }

    /// Marks the parameters of the frame just pushed.
    #[inline]
    pub(super) fn note_borrowed(&mut self, parameters: u64) {
        if parameters != 0
            && let Some(frame) = self.frames.last_mut()
        {
            frame.borrowed = parameters;
        }
    }

    /// Whether what is on top of the stack does not count, once it is in a local (see [`StoreNote`]).
    pub(super) fn is_store_borrowed(&self, note: u16) -> bool {
        let Some(frame) = self.frames.last() else { return false };
        let value = self.stack.last().copied().flatten();
        note == StoreNote::Borrowed as u16
            || (note == StoreNote::AsLoaded as u16
                && value.is_some()
                && bits(frame.borrowed).any(|local| self.stack.get(frame.base + local) == Some(&value)))
    }

    /// Marks a local of the running frame that is about to be stored to.
    pub(super) fn note_local(&mut self, local: u32, borrowed: bool) {
        let Some(frame) = self.frames.last_mut() else { return };
        let bit = 1u64.checked_shl(local).unwrap_or(0);
        frame.borrowed = if borrowed { frame.borrowed | bit } else { frame.borrowed & !bit };
    }
}

/// Where a frame's operands begin on the stack.
fn operands_at(frame: &Frame) -> usize {
    frame.base + frame.code.locals.len()
}

/// The numbers of the bits that are set.
fn bits(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        if mask == 0 {
            return None;
        }
        let bit = mask.trailing_zeros() as usize;
        mask &= mask - 1;
        Some(bit)
    })
}

//! Which operands are references that are not counted (CPython 3.14 flowgraph.c, optimize_load_fast): a local that is
//! loaded need not be, if nothing overwrites the local before an instruction of the same block consumes the operand.
//!
//! The machine counts every operand. What comes out here is which of them CPython does not, at each instruction: what
//! shows counts takes those off (`Vm::refcount`).

use super::{BlockId, FlowInstr, Graph};
use crate::bytecode::{Op, StoreNote};
use crate::compiler::effects::consumed;
use crate::compiler::ir::IrOp;
use crate::version::Borrowing;

/// An operand, as far as it matters here.
#[derive(Clone, Copy, Debug, Default)]
struct Operand {
    /// The instruction of this block that loaded it.
    instr: Option<usize>,
    /// The local that it was loaded from.
    local: Option<u32>,
    /// Whether it was there when the block began, and may have been loaded from a local.
    passed_on: bool,
    /// Whether it was there when the block began, and is a constant that is not counted.
    constant: bool,
    /// Whether a loop goes through it in place.
    iterated: bool,
}

/// Only so many operands and locals are followed: as many as a mask has bits.
const FOLLOWED_OPERANDS: usize = u32::BITS as usize;

impl Graph {
    /// Marks the loads whose references are not counted, and at each instruction the operands that are such.
    pub(super) fn borrow_operands(&mut self, borrowing: Borrowing) {
        let mut todo = vec![0];
        let mut visited = vec![false; self.blocks.len()];
        visited[0] = true;
        // Handlers are not reached this way: they load counted references.
        while let Some(id) = todo.pop() {
            let counted = self.counted_loads(id);
            for (instr, counted) in self.blocks[id].instrs.iter_mut().zip(counted) {
                instr.loads_borrowed = instr.is(Op::LoadFast) && !counted;
            }
            let block = &self.blocks[id];
            let targets = block.instrs.iter().filter_map(|instr| instr.target);
            let goes_on = block.falls_through() && !(block.instrs.is_empty() && borrowing.stops_at_empty_blocks);
            for next in targets.chain(block.next.filter(|_| goes_on)) {
                if !std::mem::replace(&mut visited[next], true) {
                    todo.push(next);
                }
            }
        }
        let mut constants = vec![None; self.blocks.len()];
        for id in self.order() {
            self.note_borrowed_operands(id, borrowing, &mut constants);
        }
    }

    fn operands_at_start(&self, id: BlockId) -> Vec<Operand> {
        let depth = self.blocks[id].depth.unwrap_or(0).max(0) as usize;
        let mut operands = vec![Operand { passed_on: true, ..Operand::default() }; depth];
        // What a loop's iterator gave was not loaded.
        let follows_iteration =
            self.blocks.iter().any(|block| block.next == Some(id) && block.last().is_some_and(|i| i.is(Op::ForIter)));
        if let Some(top) = operands.last_mut() {
            top.passed_on = !follows_iteration;
        }
        operands
    }

    /// Which loads of a block have to count.
    fn counted_loads(&self, id: BlockId) -> Vec<bool> {
        let instrs = &self.blocks[id].instrs;
        let mut counted = after_a_store(instrs);
        let mut operands = self.operands_at_start(id);
        for (i, instr) in instrs.iter().enumerate() {
            let mut must_count = |operand: Operand| {
                if let Some(at) = operand.instr {
                    counted[at] = true;
                }
            };
            let stores = matches!(instr.op, IrOp::Op(Op::StoreFast | Op::StoreFastMaybeNull));
            if stores {
                must_count(operands.last().copied().unwrap_or_default());
            }
            if stores || instr.is(Op::DeleteFast) || instr.is(Op::LoadFastAndClear) {
                let below = operands.len().saturating_sub(usize::from(stores));
                operands[..below].iter().filter(|o| o.local == Some(instr.a)).for_each(|&o| must_count(o));
            }
            step(instr, i, &mut operands);
        }
        for operand in operands {
            if let Some(at) = operand.instr {
                counted[at] = true;
            }
        }
        // Two loads in one instruction are counted both or neither.
        for (first, second) in double_loads(instrs) {
            let both = counted[first] || counted[second];
            counted[first] = both;
            counted[second] = both;
        }
        counted
    }

    /// `constants` are, for each block that is known to be entered, the operands that are constants there on every way.
    fn note_borrowed_operands(&mut self, id: BlockId, borrowing: Borrowing, constants: &mut [Option<u32>]) {
        let mut operands = self.operands_at_start(id);
        for (place, operand) in operands.iter_mut().enumerate().take(FOLLOWED_OPERANDS) {
            operand.constant = constants[id].unwrap_or(0) >> place & 1 != 0;
        }
        for i in 0..self.blocks[id].instrs.len() {
            let instrs = &self.blocks[id].instrs;
            let is_constant = |operand: &Operand| {
                let loads = operand.instr.is_some_and(|at| borrowing.constants && instrs[at].is(Op::LoadConst));
                !operand.iterated && (operand.constant || loads)
            };
            let borrows = |operand: &Operand| {
                let loads = operand.instr.filter(|_| !operand.iterated).is_some_and(|at| instrs[at].loads_borrowed);
                loads || is_constant(operand)
            };
            let mask = mask_of(&operands, &borrows);
            // A local takes over from what is stored in it whether it counts.
            let top = operands.last().copied().unwrap_or_default();
            let note = match instrs[i].op {
                IrOp::Op(Op::StoreFast) if borrows(&top) => StoreNote::Borrowed,
                IrOp::Op(Op::StoreFast) if top.local.is_some() || top.passed_on => StoreNote::AsLoaded,
                _ => StoreNote::Counted,
            };
            let instr = self.blocks[id].instrs[i];
            step(&instr, i, &mut operands);
            let next = self.blocks[id].next.filter(|_| i + 1 == instrs.len() && self.blocks[id].falls_through());
            for follower in instr.target.into_iter().chain(next) {
                let depth = self.blocks[follower].depth.unwrap_or(0).max(0) as usize;
                let there = mask_of(&operands[..depth.min(operands.len())], &is_constant);
                constants[follower] = Some(constants[follower].unwrap_or(u32::MAX) & there);
            }
            self.blocks[id].instrs[i].borrowed = mask;
            if note != StoreNote::Counted {
                self.blocks[id].instrs[i].b = note as u16;
            }
        }
    }
}

/// The places of operands of which something is true.
fn mask_of(operands: &[Operand], is_so: &dyn Fn(&Operand) -> bool) -> u32 {
    let followed = operands.iter().take(FOLLOWED_OPERANDS).enumerate();
    followed.fold(0, |mask, (place, operand)| mask | u32::from(is_so(operand)) << place)
}

/// What an instruction does to the operands (flowgraph.c, optimize_load_fast: those that leave some of their operands on
/// the stack are told apart one by one).
fn step(instr: &FlowInstr, at: usize, operands: &mut Vec<Operand>) {
    let new = Operand { instr: Some(at), ..Operand::default() };
    let a = instr.a as usize;
    let op = match instr.op {
        IrOp::Op(op) => op,
        IrOp::LoadClosure => return operands.push(new),
        _ => return,
    };
    if a == 1 && matches!(op, Op::GetIter | Op::GetYieldFromIter) {
        if let Some(top) = operands.last_mut() {
            top.iterated = true;
        }
        return operands.push(new);
    }
    let may_be_local = operands.last().is_some_and(|top| top.local.is_some() || top.passed_on);
    let mut pop = || operands.pop().unwrap_or_default();
    let (popped, pushed) = match op {
        Op::LoadFast | Op::LoadFastAndClear => return operands.push(Operand { local: Some(instr.a), ..new }),
        Op::Copy => {
            let copied = operands.len().checked_sub(a).and_then(|i| operands.get(i)).copied().unwrap_or_default();
            return operands.push(copied);
        }
        Op::Swap => {
            let top = operands.len();
            if let Some(other) = top.checked_sub(a)
                && top > 0
            {
                operands.swap(top - 1, other);
            }
            return;
        }
        Op::FormatSimple | Op::GetYieldFromIter if may_be_local => (0, 0),
        Op::GetAnext | Op::GetLen | Op::ImportFrom | Op::MatchKeys | Op::MatchMapping | Op::MatchSequence => (0, 1),
        Op::WithExceptStart | Op::ForIter => (0, 1),
        Op::EndSend | Op::SetFunctionAttribute => {
            let top = pop();
            pop();
            if op == Op::EndSend && a == 1 {
                pop();
            }
            return operands.push(top);
        }
        Op::LoadMethod | Op::LoadSuperMethod => {
            let receiver = pop();
            if op == Op::LoadSuperMethod {
                pop();
                pop();
            }
            operands.push(new);
            return operands.push(receiver);
        }
        Op::LoadSpecial | Op::PushExcInfo => {
            let top = pop();
            operands.push(new);
            return operands.push(top);
        }
        op => consumed(op, a, instr.b),
    };
    for _ in 0..popped {
        pop();
    }
    for _ in 0..pushed {
        operands.push(new);
    }
}

/// Two loads that CPython runs as one instruction (flowgraph.c, insert_superinstructions), and loads that it runs in one
/// with a store before them.
fn pairs(instrs: &[FlowInstr]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut i = 0;
    std::iter::from_fn(move || {
        while let [first, second, ..] = instrs.get(i..)? {
            let lines = (first.location.line, second.location.line);
            let together = (lines.0 == lines.1 || lines.0 == 0 || lines.1 == 0) && first.a < 16 && second.a < 16;
            let is_pair = matches!(
                (first.op, second.op),
                (IrOp::Op(Op::LoadFast), IrOp::Op(Op::LoadFast))
                    | (IrOp::Op(Op::StoreFast), IrOp::Op(Op::LoadFast | Op::StoreFast))
            );
            if together && is_pair {
                i += 2;
                return Some((i - 2, i - 1));
            }
            i += 1;
        }
        None
    })
}

fn double_loads(instrs: &[FlowInstr]) -> impl Iterator<Item = (usize, usize)> + '_ {
    pairs(instrs).filter(|&(first, _)| instrs[first].is(Op::LoadFast))
}

/// Of each instruction, whether it is a load that belongs to a store before it: such a one counts.
fn after_a_store(instrs: &[FlowInstr]) -> Vec<bool> {
    let mut counted = vec![false; instrs.len()];
    for (first, second) in pairs(instrs) {
        counted[second] = instrs[first].is(Op::StoreFast) && instrs[second].is(Op::LoadFast);
    }
    counted
}

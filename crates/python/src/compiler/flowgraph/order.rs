//! Which blocks stay, and in which order.

use super::{Block, Graph, artificial};
use crate::bytecode::Op;
use crate::compiler::ir::IrOp;

/// Exits of up to this many instructions are copied to where they are jumped to (MAX_COPY_SIZE).
const MAX_COPY_SIZE: usize = 4;

impl Graph {
    /// Copies small exits, and blocks without a line that do not fall through, to the jumps that lead to them.
    pub(super) fn inline_small_blocks(&mut self) {
        // Every round copies from blocks that are finished, so a chain of jumps ends; a cycle without lines would not.
        for _ in 0..self.blocks.len() {
            let mut changed = false;
            for id in self.order() {
                changed |= self.inline_target(id);
            }
            if !changed {
                return;
            }
        }
    }

    fn inline_target(&mut self, id: usize) -> bool {
        let Some(last) = self.blocks[id].last().copied() else { return false };
        let Some(target) = last.target.filter(|_| last.op.is_unconditional_jump()) else { return false };
        let block = &self.blocks[target];
        let small_exit = block.exits() && block.instrs.len() <= MAX_COPY_SIZE;
        let only_jumps_on = block.has_no_line() && !block.falls_through();
        if target == id || !(small_exit || only_jumps_on) {
            return false;
        }
        let copied = block.instrs.clone();
        let instrs = &mut self.blocks[id].instrs;
        if let Some(last) = instrs.last_mut() {
            last.clear();
        }
        instrs.extend(copied);
        if only_jumps_on
            && last.op == IrOp::Op(Op::Jump)
            && let Some(last) = instrs.last_mut()
            && last.op.is_unconditional_jump()
        {
            last.op = IrOp::Op(Op::Jump);
        }
        self.blocks[target].predecessors = self.blocks[target].predecessors.saturating_sub(1);
        true
    }

    /// Counts predecessors and empties the blocks that have none.
    pub(super) fn remove_unreachable(&mut self) {
        for block in &mut self.blocks {
            block.predecessors = 0;
        }
        let mut visited = vec![false; self.blocks.len()];
        visited[0] = true;
        self.blocks[0].predecessors = 1;
        let mut todo = vec![0];
        while let Some(id) = todo.pop() {
            let next = self.blocks[id].next.filter(|_| self.blocks[id].falls_through());
            let targets: Vec<usize> = self.blocks[id].instrs.iter().filter_map(|instr| instr.target).collect();
            for follower in next.into_iter().chain(targets) {
                self.blocks[follower].predecessors += 1;
                if !visited[follower] {
                    visited[follower] = true;
                    todo.push(follower);
                }
            }
        }
        for block in &mut self.blocks {
            if block.predecessors == 0 {
                block.instrs.clear();
                block.is_handler = false;
            }
        }
    }

    /// Code that only exceptions reach goes to the end.
    pub(super) fn push_cold_blocks_to_end(&mut self) {
        if self.blocks[0].next.is_none() {
            return;
        }
        self.mark_cold();
        for id in self.order() {
            if self.blocks[id].cold
                && self.blocks[id].falls_through()
                && let Some(next) = self.blocks[id].next
                && !self.blocks[next].cold
            {
                let jump = artificial(IrOp::JumpNoInterrupt, Some(next));
                let explicit = self.new_block(Block {
                    instrs: vec![jump],
                    next: Some(next),
                    predecessors: 1,
                    cold: true,
                    ..Block::default()
                });
                self.blocks[id].next = Some(explicit);
            }
        }
        let order = self.order();
        let (cold, warm): (Vec<usize>, Vec<usize>) = order.into_iter().partition(|&id| self.blocks[id].cold);
        if cold.is_empty() {
            return;
        }
        let sorted: Vec<usize> = warm.into_iter().chain(cold).collect();
        for pair in sorted.windows(2) {
            self.blocks[pair[0]].next = Some(pair[1]);
        }
        if let Some(&last) = sorted.last() {
            self.blocks[last].next = None;
        }
        self.remove_redundant_nops_and_jumps();
    }

    fn mark_cold(&mut self) {
        let mut warm = vec![false; self.blocks.len()];
        warm[0] = true;
        let mut todo = vec![0];
        while let Some(id) = todo.pop() {
            let next = self.blocks[id].next.filter(|_| self.blocks[id].falls_through());
            let jumps: Vec<usize> =
                self.blocks[id].instrs.iter().filter(|instr| instr.op.is_jump()).filter_map(|i| i.target).collect();
            for follower in next.into_iter().chain(jumps) {
                if !warm[follower] {
                    warm[follower] = true;
                    todo.push(follower);
                }
            }
        }
        let mut visited = vec![false; self.blocks.len()];
        let mut todo: Vec<usize> =
            self.order().into_iter().filter(|&id| self.blocks[id].is_handler && !warm[id]).collect();
        for &id in &todo {
            visited[id] = true;
        }
        while let Some(id) = todo.pop() {
            self.blocks[id].cold = true;
            let next = self.blocks[id].next.filter(|_| self.blocks[id].falls_through());
            let jumps: Vec<usize> =
                self.blocks[id].instrs.iter().filter(|instr| instr.op.is_jump()).filter_map(|i| i.target).collect();
            for follower in next.into_iter().chain(jumps) {
                if !warm[follower] && !visited[follower] {
                    visited[follower] = true;
                    todo.push(follower);
                }
            }
        }
    }

    /// A conditional jump backwards becomes the opposite one over a jump backwards, which serves the eval breaker.
    pub(super) fn normalize_jumps(&mut self) {
        let mut seen = vec![false; self.blocks.len()];
        for id in self.order() {
            seen[id] = true;
            let Some(last) = self.blocks[id].last().copied() else { continue };
            let opposite = match last.op {
                IrOp::Op(Op::PopJumpIfFalse) => Op::PopJumpIfTrue,
                IrOp::Op(Op::PopJumpIfTrue) => Op::PopJumpIfFalse,
                IrOp::Op(Op::PopJumpIfNone) => Op::PopJumpIfNotNone,
                IrOp::Op(Op::PopJumpIfNotNone) => Op::PopJumpIfNone,
                _ => continue,
            };
            let (Some(target), Some(next)) = (last.target, self.blocks[id].next) else { continue };
            if !seen[target] {
                continue;
            }
            let mut jump = artificial(IrOp::Op(Op::Jump), Some(target));
            jump.location = last.location;
            jump.handler = last.handler;
            let depth = self.blocks[target].depth;
            let cold = self.blocks[id].cold;
            let back = self.new_block(Block { instrs: vec![jump], next: Some(next), depth, cold, ..Block::default() });
            if let Some(last) = self.blocks[id].instrs.last_mut() {
                last.op = IrOp::Op(opposite);
                last.target = Some(next);
            }
            self.blocks[id].next = Some(back);
        }
    }
}

//! From the sequence of instructions to blocks, and which handler every instruction has.

use super::{Block, BlockId, FlowInstr, Graph};
use crate::bytecode::Op;
use crate::compiler::effects::ir_stack_effect;
use crate::compiler::ir::{IrInstr, IrOp};

impl Graph {
    /// Cuts a sequence into blocks: at the targets of jumps and after jumps and exits.
    pub fn new(instrs: &[IrInstr], labels: &[u32]) -> Graph {
        let place = |instr: &IrInstr| instr.target.and_then(|label| labels.get(label.0 as usize)).copied();
        let mut is_target = vec![false; instrs.len() + 1];
        for instr in instrs {
            if let Some(place) = place(instr)
                && let Some(mark) = is_target.get_mut(place as usize)
            {
                *mark = true;
            }
        }
        let mut blocks = vec![Block::default()];
        let mut block_at = vec![0; instrs.len() + 1];
        let mut terminated = false;
        for (i, instr) in instrs.iter().enumerate() {
            let current = blocks.len() - 1;
            if terminated || (is_target[i] && !blocks[current].instrs.is_empty()) {
                blocks[current].next = Some(current + 1);
                blocks.push(Block::default());
            }
            let current = blocks.len() - 1;
            block_at[i] = current;
            blocks[current].instrs.push(FlowInstr {
                op: instr.op,
                a: instr.a,
                b: instr.b,
                target: None,
                location: instr.location,
                handler: None,
                loads_borrowed: false,
                borrowed: 0,
            });
            terminated = instr.op.is_jump() || instr.op.is_exit();
        }
        block_at[instrs.len()] = blocks.len() - 1;
        let mut sources = instrs.iter();
        for block in &mut blocks {
            for instr in &mut block.instrs {
                if let Some(place) = sources.next().and_then(place) {
                    instr.target = block_at.get(place as usize).copied();
                }
            }
        }
        Graph { blocks }
    }

    pub(super) fn mark_handlers(&mut self) {
        for id in self.order() {
            for i in 0..self.blocks[id].instrs.len() {
                let instr = self.blocks[id].instrs[i];
                if let Some(target) = instr.target.filter(|_| instr.op.is_block_push()) {
                    self.blocks[target].is_handler = true;
                    self.blocks[target].push_lasti |= instr.op != IrOp::SetupFinally;
                }
            }
        }
    }

    /// Follows the blocks of exceptions through the graph.
    pub(super) fn label_exception_targets(&mut self) {
        let mut visited = vec![false; self.blocks.len()];
        let mut todo: Vec<(BlockId, Vec<BlockId>)> = vec![(0, Vec::new())];
        visited[0] = true;
        while let Some((id, mut handlers)) = todo.pop() {
            for i in 0..self.blocks[id].instrs.len() {
                let instr = &mut self.blocks[id].instrs[i];
                if let Some(target) = instr.target.filter(|_| instr.op.is_block_push()) {
                    if !visited[target] {
                        visited[target] = true;
                        todo.push((target, handlers.clone()));
                    }
                    handlers.push(target);
                } else if instr.op == IrOp::PopBlock {
                    handlers.pop();
                    instr.clear();
                } else {
                    if !instr.is(Op::ReturnGenerator) {
                        instr.handler = handlers.last().copied();
                    }
                    if let Some(target) = instr.target
                        && !visited[target]
                    {
                        visited[target] = true;
                        todo.push((target, handlers.clone()));
                    }
                }
            }
            if let Some(next) = self.blocks[id].next.filter(|_| self.blocks[id].falls_through())
                && !visited[next]
            {
                visited[next] = true;
                todo.push((next, handlers));
            }
        }
    }

    /// The depth of the operand stack at the start of every reachable block.
    pub(super) fn compute_depths(&mut self) {
        let mut todo = vec![0];
        self.blocks[0].depth = Some(0);
        while let Some(id) = todo.pop() {
            let mut depth = self.blocks[id].depth.unwrap_or(0);
            for i in 0..self.blocks[id].instrs.len() {
                let instr = self.blocks[id].instrs[i];
                if let Some(target) = instr.target {
                    let at_target = depth + ir_stack_effect(instr.op, instr.a, instr.b, true);
                    self.reach(target, at_target, &mut todo);
                }
                depth += ir_stack_effect(instr.op, instr.a, instr.b, false);
            }
            if self.blocks[id].falls_through()
                && let Some(next) = self.blocks[id].next
            {
                self.reach(next, depth, &mut todo);
            }
        }
    }

    fn reach(&mut self, block: BlockId, depth: i32, todo: &mut Vec<BlockId>) {
        if self.blocks[block].depth.is_none() {
            self.blocks[block].depth = Some(depth);
            todo.push(block);
        }
    }
}

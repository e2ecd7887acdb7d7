//! Which line the instructions without one belong to.

use super::{Block, BlockId, Graph};
use crate::bytecode::Location;

impl Graph {
    /// Gives lines to instructions that have none, as far as CPython does.
    pub(super) fn resolve_lines(&mut self) {
        self.duplicate_exits_without_line();
        self.propagate_lines();
    }

    fn is_exit_or_eval_check_without_line(&self, id: BlockId) -> bool {
        let block = &self.blocks[id];
        let eval_check = block.instrs.iter().any(|instr| instr.op.has_eval_break());
        (block.exits() || eval_check) && block.has_no_line()
    }

    /// An exit that several jumps share gets a copy for each, with that jump's line.
    fn duplicate_exits_without_line(&mut self) {
        let mut current = Some(0);
        while let Some(id) = current {
            if let Some(last) = self.blocks[id].last().copied()
                && last.op.is_jump()
                && let Some(target) = self.next_nonempty(last.target)
                && self.is_exit_or_eval_check_without_line(target)
                && self.blocks[target].predecessors > 1
            {
                let mut instrs = self.blocks[target].instrs.clone();
                if let Some(first) = instrs.first_mut() {
                    first.location = last.location;
                }
                let next = self.blocks[target].next;
                let is_handler = self.blocks[target].is_handler;
                let copy = self.new_block(Block { instrs, next, predecessors: 1, is_handler, ..Block::default() });
                self.blocks[target].predecessors -= 1;
                self.blocks[target].next = Some(copy);
                if let Some(last) = self.blocks[id].instrs.last_mut() {
                    last.target = Some(copy);
                }
            }
            current = self.blocks[id].next;
        }
        for id in self.order() {
            if let Some(next) = self.blocks[id].next
                && self.blocks[id].falls_through()
                && let Some(last) = self.blocks[id].last().copied()
                && self.is_exit_or_eval_check_without_line(next)
                && let Some(first) = self.blocks[next].instrs.first_mut()
            {
                first.location = last.location;
            }
        }
    }

    fn propagate_lines(&mut self) {
        for id in self.order() {
            let mut previous = Location::default();
            for instr in &mut self.blocks[id].instrs {
                if instr.has_line() {
                    previous = instr.location;
                } else {
                    instr.location = previous;
                }
            }
            let Some(last) = self.blocks[id].last().copied() else { continue };
            let next = self.blocks[id].next.filter(|_| self.blocks[id].falls_through());
            for follower in next.into_iter().chain(last.target.filter(|_| last.op.is_jump())) {
                if self.blocks[follower].predecessors == 1
                    && let Some(first) = self.blocks[follower].instrs.first_mut()
                    && !first.has_line()
                {
                    first.location = previous;
                }
            }
        }
    }
}

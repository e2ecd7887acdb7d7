//! The control-flow graph: blocks, what CPython optimizes in them, and which line every instruction belongs to
//! (CPython 3.13 flowgraph.c). Line events follow from the order and the lines that come out of here.

mod borrow;
mod build;
mod lines;
mod optimize;
mod order;
mod uninitialized;

use super::ir::{IrOp, NO_LOCATION};
use super::unit::ConstPool;
use crate::bytecode::{Location, Op};
use crate::version::Borrowing;

/// Index of a block.
pub(super) type BlockId = usize;

/// An instruction in a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct FlowInstr {
    pub op: IrOp,
    pub a: u32,
    pub b: u16,
    pub target: Option<BlockId>,
    pub location: Location,
    /// The handler of exceptions raised here.
    pub handler: Option<BlockId>,
    /// A load whose reference CPython does not count.
    pub loads_borrowed: bool,
    /// The operands that are such references when it begins, the lowest in the lowest bit.
    pub borrowed: u32,
}

impl FlowInstr {
    /// Becomes a Nop in its place.
    fn clear(&mut self) {
        self.op = IrOp::Op(Op::Nop);
        self.a = 0;
        self.b = 0;
        self.target = None;
    }

    fn is(&self, op: Op) -> bool {
        self.op == IrOp::Op(op)
    }

    fn has_line(&self) -> bool {
        self.location.line != 0
    }
}

/// Instructions that run one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub instrs: Vec<FlowInstr>,
    /// The block that follows in the code.
    pub next: Option<BlockId>,
    pub predecessors: u32,
    /// A handler of exceptions.
    pub is_handler: bool,
    /// As a handler, finds the raising instruction's index on the stack.
    pub push_lasti: bool,
    pub cold: bool,
    /// Depth of the operand stack at the start, once computed.
    pub depth: Option<i32>,
}

impl Block {
    fn last(&self) -> Option<&FlowInstr> {
        self.instrs.last()
    }

    /// Whether control can go on to the next block.
    pub fn falls_through(&self) -> bool {
        self.last().is_none_or(|last| !last.op.is_unconditional_jump() && !last.op.is_exit())
    }

    fn exits(&self) -> bool {
        self.last().is_some_and(|last| last.op.is_exit())
    }

    fn has_no_line(&self) -> bool {
        self.instrs.iter().all(|instr| !instr.has_line())
    }
}

/// The graph of one code object. Block 0 is the entry.
pub(super) struct Graph {
    pub blocks: Vec<Block>,
}

impl Graph {
    /// The blocks in the order of the code.
    pub fn order(&self) -> Vec<BlockId> {
        let mut order = Vec::with_capacity(self.blocks.len());
        let mut block = Some(0);
        while let Some(id) = block {
            order.push(id);
            block = self.blocks[id].next;
        }
        order
    }

    /// The first block with instructions, from `block` on.
    fn next_nonempty(&self, mut block: Option<BlockId>) -> Option<BlockId> {
        while let Some(id) = block
            && self.blocks[id].instrs.is_empty()
        {
            block = self.blocks[id].next;
        }
        block
    }

    /// All of flowgraph.c's passes, in its order.
    pub fn optimize(&mut self, consts: &mut ConstPool, params: usize, locals: usize, borrowing: Option<Borrowing>) {
        self.mark_handlers();
        self.label_exception_targets();
        self.inline_small_blocks();
        self.remove_unreachable();
        self.resolve_lines();
        for id in self.order() {
            self.optimize_block(id, consts);
        }
        self.remove_redundant_nops_and_pairs();
        self.remove_unreachable();
        self.remove_redundant_nops_and_jumps();
        self.check_uninitialized_locals(params, locals);
        self.push_cold_blocks_to_end();
        self.resolve_lines();
        // The markers give the handlers their depth: before they go.
        self.compute_depths();
        self.drop_block_markers();
        self.normalize_jumps();
        if let Some(borrowing) = borrowing {
            self.borrow_operands(borrowing);
        }
    }

    /// The instructions that open blocks of exceptions have done their work.
    fn drop_block_markers(&mut self) {
        for block in &mut self.blocks {
            for instr in &mut block.instrs {
                if instr.op.is_block_push() {
                    instr.clear();
                }
            }
        }
        self.remove_redundant_nops();
    }

    fn new_block(&mut self, block: Block) -> BlockId {
        self.blocks.push(block);
        self.blocks.len() - 1
    }
}

fn artificial(op: IrOp, target: Option<BlockId>) -> FlowInstr {
    FlowInstr { op, a: 0, b: 0, target, location: NO_LOCATION, handler: None, loads_borrowed: false, borrowed: 0 }
}

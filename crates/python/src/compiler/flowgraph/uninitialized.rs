//! Which reads of locals may find them unbound (flowgraph.c, add_checks_for_loads_of_uninitialized_variables).

use super::{BlockId, Graph};
use crate::bytecode::Op;
use crate::compiler::ir::IrOp;

impl Graph {
    /// Turns `LoadFast` into `LoadFastCheck` where the local may be unbound.
    pub(super) fn check_uninitialized_locals(&mut self, params: usize, locals: usize) {
        if locals == 0 {
            return;
        }
        // What may be unbound at the start of a block; none before any way to it is known.
        let mut unsafe_at: Vec<Option<Vec<bool>>> = vec![None; self.blocks.len()];
        unsafe_at[0] = Some((0..locals).map(|local| local >= params).collect());
        let mut todo = vec![0];
        while let Some(id) = todo.pop() {
            let Some(mut unbound) = unsafe_at[id].clone() else { continue };
            let mut reached: Vec<(BlockId, Vec<bool>)> = Vec::new();
            for instr in &mut self.blocks[id].instrs {
                if let Some(handler) = instr.handler {
                    reached.push((handler, unbound.clone()));
                }
                let local = instr.a as usize;
                match instr.op {
                    IrOp::Op(Op::DeleteFast | Op::LoadFastAndClear | Op::StoreFastMaybeNull) => {
                        set(&mut unbound, local, true);
                    }
                    IrOp::Op(Op::StoreFast | Op::LoadFastCheck) => set(&mut unbound, local, false),
                    IrOp::Op(Op::LoadFast) if unbound.get(local) == Some(&true) => {
                        instr.op = IrOp::Op(Op::LoadFastCheck);
                        set(&mut unbound, local, false);
                    }
                    _ => {}
                }
                if let Some(target) = instr.target.filter(|_| instr.op.is_jump()) {
                    reached.push((target, unbound.clone()));
                }
            }
            if let Some(next) = self.blocks[id].next.filter(|_| self.blocks[id].falls_through()) {
                reached.push((next, unbound));
            }
            for (block, unbound) in reached {
                if merge(&mut unsafe_at[block], unbound) {
                    todo.push(block);
                }
            }
        }
    }
}

fn set(unbound: &mut [bool], local: usize, value: bool) {
    if let Some(entry) = unbound.get_mut(local) {
        *entry = value;
    }
}

/// Adds what may be unbound; gives whether that was news.
fn merge(known: &mut Option<Vec<bool>>, more: Vec<bool>) -> bool {
    let Some(known) = known else {
        *known = Some(more);
        return true;
    };
    let mut changed = false;
    for (known, more) in known.iter_mut().zip(more) {
        changed |= more && !*known;
        *known |= more;
    }
    changed
}

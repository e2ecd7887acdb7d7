//! Inside a block: constant conditions, jumps to jumps, pairs that cancel, Nops (flowgraph.c, optimize_basic_block).

use super::{BlockId, FlowInstr, Graph};
use crate::bytecode::{Const, Op};
use crate::compiler::fold::truth;
use crate::compiler::ir::IrOp;
use crate::compiler::unit::ConstPool;

impl Graph {
    pub(super) fn optimize_block(&mut self, id: BlockId, consts: &mut ConstPool) {
        let mut i = 0;
        while i < self.blocks[id].instrs.len() {
            i = self.optimize_at(id, i, consts);
        }
        self.apply_static_swaps(id);
    }

    /// Gives the index to go on with.
    fn optimize_at(&mut self, id: BlockId, i: usize, consts: &mut ConstPool) -> usize {
        let instr = self.blocks[id].instrs[i];
        match instr.op {
            IrOp::Op(Op::LoadConst) => return self.optimize_constant(id, i, consts),
            IrOp::Op(Op::BuildTuple) => {
                let instrs = &mut self.blocks[id].instrs;
                let unpacks = instrs.get(i + 1).is_some_and(|next| next.is(Op::UnpackSequence) && next.a == instr.a);
                match instr.a {
                    1 if unpacks => {
                        instrs[i].clear();
                        instrs[i + 1].clear();
                    }
                    2 | 3 if unpacks => {
                        instrs[i].clear();
                        instrs[i + 1].op = IrOp::Op(Op::Swap);
                    }
                    _ => fold_tuple(instrs, i, consts),
                }
            }
            IrOp::Op(Op::CompareOp | Op::ContainsOp | Op::IsOp) => {
                let instrs = &mut self.blocks[id].instrs;
                if let Some(next) = instrs.get_mut(i + 1)
                    && next.is(Op::ToBool)
                {
                    next.op = instr.op;
                    next.a = instr.a;
                    next.b = u16::from(instr.is(Op::CompareOp));
                    instrs[i].clear();
                    // The comparison moved onto the ToBool, which may have another location.
                    let location = instr.location;
                    instrs[i + 1].location = location;
                }
            }
            IrOp::Op(Op::CallIntrinsic1) if instr.a == crate::bytecode::Intrinsic1::ListToTuple as u32 => {
                let instrs = &mut self.blocks[id].instrs;
                if instrs.get(i + 1).is_some_and(|next| next.is(Op::GetIter)) {
                    instrs[i].clear();
                }
            }
            IrOp::Op(Op::StoreFast) => {
                let instrs = &mut self.blocks[id].instrs;
                if let Some(next) = instrs.get(i + 1).copied()
                    && next.is(Op::StoreFast)
                    && next.a == instr.a
                    && next.location.line == instr.location.line
                {
                    instrs[i].op = IrOp::Op(Op::PopTop);
                    instrs[i].a = 0;
                }
            }
            op if op.is_jump() && op != IrOp::Op(Op::ForIter) && op != IrOp::Op(Op::Send) => {
                return self.thread_jump(id, i);
            }
            _ => {}
        }
        i + 1
    }

    fn optimize_constant(&mut self, id: BlockId, i: usize, consts: &mut ConstPool) -> usize {
        let instrs = &mut self.blocks[id].instrs;
        let value = consts.values.get(instrs[i].a as usize).cloned().unwrap_or(Const::None);
        let Some(next) = instrs.get(i + 1).copied() else { return i + 1 };
        match next.op {
            IrOp::Op(jump @ (Op::PopJumpIfFalse | Op::PopJumpIfTrue)) => {
                let taken = truth(&value) == (jump == Op::PopJumpIfTrue);
                instrs[i].clear();
                if taken {
                    instrs[i + 1].op = IrOp::Op(Op::Jump);
                } else {
                    instrs[i + 1].clear();
                }
            }
            IrOp::Op(Op::Copy) if next.a == 1 && instrs.get(i + 2).is_some_and(|after| after.is(Op::ToBool)) => {
                instrs[i + 1].op = IrOp::Op(Op::LoadConst);
                instrs[i + 1].a = instrs[i].a;
            }
            IrOp::Op(Op::ToBool) => {
                let number = consts.add(Const::Bool(truth(&value)));
                instrs[i].clear();
                instrs[i + 1].op = IrOp::Op(Op::LoadConst);
                instrs[i + 1].a = number;
            }
            IrOp::Op(Op::IsOp) if value == Const::None => {
                let bool_after = usize::from(instrs.get(i + 2).is_some_and(|after| after.is(Op::ToBool)));
                let Some(jump) = instrs.get(i + 2 + bool_after).copied() else { return i + 1 };
                let wanted = match jump.op {
                    IrOp::Op(Op::PopJumpIfTrue) => true,
                    IrOp::Op(Op::PopJumpIfFalse) => false,
                    _ => return i + 1,
                };
                let none = wanted != (next.a == 1);
                for instr in &mut instrs[i..i + 2 + bool_after] {
                    instr.clear();
                }
                let op = if none { Op::PopJumpIfNone } else { Op::PopJumpIfNotNone };
                instrs[i + 2 + bool_after].op = IrOp::Op(op);
            }
            IrOp::Op(Op::ReturnValue) => {
                let number = instrs[i].a;
                instrs[i].clear();
                instrs[i + 1].op = IrOp::Op(Op::ReturnConst);
                instrs[i + 1].a = number;
            }
            _ => {}
        }
        i + 1
    }

    /// A jump to a jump goes where that one goes. Gives the index to go on with.
    fn thread_jump(&mut self, id: BlockId, i: usize) -> usize {
        let instr = self.blocks[id].instrs[i];
        let Some(start) = instr.target else { return i + 1 };
        let Some(target) = self.blocks[start].instrs.first().copied() else { return i + 1 };
        let op = match (instr.op, target.op) {
            (op, IrOp::Op(Op::Jump)) if op.is_unconditional_jump() => IrOp::Op(Op::Jump),
            (op, IrOp::JumpNoInterrupt) if op.is_unconditional_jump() => op,
            (op, IrOp::Op(Op::Jump)) if !op.is_unconditional_jump() => op,
            _ => return i + 1,
        };
        // Two jumps to each other stay as they are.
        if target.target == instr.target || target.target.is_none() {
            return i + 1;
        }
        let block = &mut self.blocks[id].instrs;
        block[i].clear();
        block.push(FlowInstr { op, ..target });
        i
    }

    /// `SWAP` before stores and pops that can just change places.
    fn apply_static_swaps(&mut self, id: BlockId) {
        let instrs = &mut self.blocks[id].instrs;
        for i in (0..instrs.len()).rev() {
            if instrs[i].is(Op::Swap) && instrs[i].a >= 2 {
                apply_swaps_from(instrs, i);
            }
        }
    }

    /// A constant, a local or a copy that is dropped at once need not be pushed.
    pub(super) fn remove_redundant_nops_and_pairs(&mut self) {
        loop {
            let mut changed = false;
            let mut previous: Option<(BlockId, usize)> = None;
            for id in self.order() {
                self.remove_nops_of(id);
                if self.blocks[id].predecessors > 1 || self.blocks[id].is_handler {
                    previous = None;
                }
                for i in 0..self.blocks[id].instrs.len() {
                    let instr = self.blocks[id].instrs[i];
                    if let Some((block, at)) = previous
                        && instr.is(Op::PopTop)
                    {
                        let before = self.blocks[block].instrs[at];
                        let pushes = before.is(Op::LoadConst) || before.is(Op::Copy) && before.a == 1;
                        if pushes {
                            self.blocks[block].instrs[at].clear();
                            self.blocks[id].instrs[i].clear();
                            changed = true;
                        }
                    }
                    previous = Some((id, i));
                }
                let last = self.blocks[id].last();
                if last.is_some_and(|last| last.op.is_jump()) || !self.blocks[id].falls_through() {
                    previous = None;
                }
            }
            if !changed {
                return;
            }
        }
    }

    /// Removes jumps to what comes next anyway, and Nops, until none is left.
    pub(super) fn remove_redundant_nops_and_jumps(&mut self) {
        loop {
            self.remove_redundant_nops();
            let mut changed = false;
            for id in self.order() {
                let Some(last) = self.blocks[id].last().copied() else { continue };
                if last.op.is_unconditional_jump() {
                    let target = self.next_nonempty(last.target);
                    if target.is_some() && target == self.next_nonempty(self.blocks[id].next) {
                        if let Some(last) = self.blocks[id].instrs.last_mut() {
                            last.clear();
                        }
                        changed = true;
                    }
                }
            }
            if !changed {
                return;
            }
        }
    }

    pub(super) fn remove_redundant_nops(&mut self) {
        for id in self.order() {
            self.remove_nops_of(id);
        }
    }

    /// A Nop stays only where it alone stands for its line.
    fn remove_nops_of(&mut self, id: BlockId) {
        let next = self.next_nonempty(self.blocks[id].next);
        let next_line = next.map(|next| {
            let instrs = &self.blocks[next].instrs;
            instrs.iter().find(|instr| !instr.is(Op::Nop) || instr.has_line()).map_or(0, |instr| instr.location.line)
        });
        let mut instrs = std::mem::take(&mut self.blocks[id].instrs);
        let mut kept: Vec<FlowInstr> = Vec::with_capacity(instrs.len());
        for i in 0..instrs.len() {
            let instr = instrs[i];
            if instr.is(Op::Nop) {
                let line = instr.location.line;
                if line == 0 || kept.last().is_some_and(|previous| previous.location.line == line) {
                    continue;
                }
                match instrs.get_mut(i + 1) {
                    Some(following) if following.location.line == line => continue,
                    Some(following) if following.location.line == 0 => {
                        following.location = instr.location;
                        continue;
                    }
                    Some(_) => {}
                    None if next_line == Some(line) => continue,
                    None => {}
                }
            }
            kept.push(instr);
        }
        self.blocks[id].instrs = kept;
    }
}

/// `LoadConst` a few times, then `BuildTuple`: one constant.
fn fold_tuple(instrs: &mut [FlowInstr], i: usize, consts: &mut ConstPool) {
    let count = instrs[i].a as usize;
    if count > i || !instrs[i - count..i].iter().all(|instr| instr.is(Op::LoadConst)) {
        return;
    }
    let items = instrs[i - count..i]
        .iter()
        .map(|instr| consts.values.get(instr.a as usize).cloned().unwrap_or(Const::None))
        .collect::<Vec<_>>();
    let number = consts.add(Const::Tuple(items));
    for instr in &mut instrs[i - count..i] {
        instr.clear();
    }
    instrs[i].op = IrOp::Op(Op::LoadConst);
    instrs[i].a = number;
}

fn swappable(instr: &FlowInstr) -> bool {
    instr.is(Op::StoreFast) || instr.is(Op::StoreFastMaybeNull) || instr.is(Op::PopTop)
}

fn next_swappable(instrs: &[FlowInstr], mut i: usize, line: u32) -> Option<usize> {
    loop {
        i += 1;
        let instr = instrs.get(i)?;
        if line != 0 && instr.location.line != line {
            return None;
        }
        if instr.is(Op::Nop) {
            continue;
        }
        return swappable(instr).then_some(i);
    }
}

fn apply_swaps_from(instrs: &mut [FlowInstr], mut i: usize) {
    loop {
        // Walks back over earlier swaps, as long as one could be applied.
        let swap = instrs[i];
        if !swap.is(Op::Swap) {
            if swap.is(Op::Nop) || swappable(&swap) {
                if i == 0 {
                    return;
                }
                i -= 1;
                continue;
            }
            return;
        }
        let Some(first) = next_swappable(instrs, i, 0) else { return };
        let line = instrs[first].location.line;
        let mut second = first;
        for _ in 1..swap.a {
            match next_swappable(instrs, second, line) {
                Some(next) => second = next,
                None => return,
            }
        }
        let store =
            |instr: &FlowInstr| (instr.is(Op::StoreFast) || instr.is(Op::StoreFastMaybeNull)).then_some(instr.a);
        let (a, b) = (store(&instrs[first]), store(&instrs[second]));
        if a.is_some() || b.is_some() {
            if a == b {
                return;
            }
            for between in &instrs[first + 1..second] {
                if let Some(local) = store(between)
                    && (Some(local) == a || Some(local) == b)
                {
                    return;
                }
            }
        }
        instrs[i].clear();
        instrs.swap(first, second);
        if i == 0 {
            return;
        }
        i -= 1;
    }
}

//! How instructions change the depth of the operand stack.

use super::ir::IrOp;
use crate::bytecode::{Op, StackEffect};

/// The change when execution goes on to the next instruction, or, if `jumps`, to the target.
pub fn stack_effect(op: Op, a: u32, b: u16, jumps: bool) -> i32 {
    let n = a as i32;
    match op {
        Op::BuildTuple | Op::BuildList | Op::BuildSet | Op::BuildString => 1 - n,
        Op::BuildMap => 1 - 2 * n,
        Op::BuildConstKeyMap => -n,
        Op::BuildSlice => 1 - n,
        Op::UnpackSequence => n - 1,
        Op::UnpackEx => n + i32::from(b),
        Op::Call => -1 - n,
        Op::CallKw => -2 - n,
        Op::CallFunctionEx => -2 - n,
        Op::RaiseVarargs => -n,
        Op::ForIter if jumps => -1,
        _ => match op.stack_effect() {
            StackEffect::Fixed(change) => i32::from(change),
            StackEffect::ByOperand => 0,
        },
    }
}

/// The same for the compiler's own instructions.
pub(super) fn ir_stack_effect(op: IrOp, a: u32, b: u16, jumps: bool) -> i32 {
    match op {
        IrOp::Op(op) => stack_effect(op, a, b, jumps),
        IrOp::SetupFinally | IrOp::SetupWith => i32::from(jumps),
        IrOp::SetupCleanup => 2 * i32::from(jumps),
        IrOp::LoadClosure => 1,
        IrOp::JumpNoInterrupt | IrOp::PopBlock | IrOp::EndFor => 0,
    }
}

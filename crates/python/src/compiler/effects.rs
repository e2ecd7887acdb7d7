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
        Op::ForIter if jumps => -1 - i32::from(b),
        Op::GetIter | Op::GetYieldFromIter => n,
        Op::EndSend => -1 - n,
        _ => match op.stack_effect() {
            StackEffect::Fixed(change) => i32::from(change),
            StackEffect::ByOperand => 0,
        },
    }
}

/// How many operands an instruction takes off the stack, and how many it puts there.
pub(crate) fn consumed(op: Op, a: usize, b: u16) -> (usize, usize) {
    let popped = match op {
        Op::BuildTuple | Op::BuildList | Op::BuildSet | Op::BuildString | Op::BuildSlice | Op::RaiseVarargs => a,
        Op::BuildMap => 2 * a,
        Op::BuildConstKeyMap => a + 1,
        Op::Call => a + 2,
        Op::CallKw | Op::CallFunctionEx => a + 3,
        Op::BinarySlice | Op::StoreSubscr | Op::LoadSuperAttr | Op::CleanupThrow | Op::MatchClass => 3,
        Op::StoreSlice => 4,
        Op::StoreAttr
        | Op::BinarySubscr
        | Op::DeleteSubscr
        | Op::BinaryOp
        | Op::CompareOp
        | Op::IsOp
        | Op::ContainsOp
        | Op::MapAdd
        | Op::EndAsyncFor
        | Op::CheckEgMatch
        | Op::ImportName
        | Op::FormatWithSpec
        | Op::CallIntrinsic2 => 2,
        Op::LoadAttr
        | Op::UnaryNegative
        | Op::UnaryInvert
        | Op::UnaryNot
        | Op::ToBool
        | Op::UnpackSequence
        | Op::UnpackEx
        | Op::MakeFunction
        | Op::YieldValue
        | Op::Send
        | Op::GetIter
        | Op::FormatSimple
        | Op::GetYieldFromIter
        | Op::GetAwaitable
        | Op::GetAiter
        | Op::CheckExcMatch
        | Op::ConvertValue
        | Op::CallIntrinsic1
        | Op::LoadFromDictOrDeref
        | Op::LoadFromDictOrGlobals => 1,
        _ => 0,
    };
    let change = stack_effect(op, a as u32, b, false);
    // What is left pops only, or pushes only.
    let popped = popped.max(usize::try_from(-change).unwrap_or(0));
    (popped, usize::try_from(popped as i32 + change).unwrap_or(0))
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

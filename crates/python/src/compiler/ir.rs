//! What the code generator writes: instructions with labels, before they are blocks.

use crate::bytecode::{Location, Op};

/// A place to jump to. It stands before an instruction of the same sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(pub u32);

/// An operation: one of the machine's, or one that only the compiler knows (CPython's pseudo-instructions).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IrOp {
    /// A real one. `Op::Jump` is a jump in either direction here.
    Op(Op),
    /// A jump that never serves the eval breaker.
    JumpNoInterrupt,
    /// From here on exceptions go to the target.
    SetupFinally,
    /// The same, and the handler finds the raising instruction's index below the exception.
    SetupCleanup,
    /// As `SetupCleanup`, and the entered value is dropped first.
    SetupWith,
    /// Ends the innermost of the three above.
    PopBlock,
    /// The cell itself (CPython's LOAD_CLOSURE).
    LoadClosure,
    /// The place that a loop's `ForIter` jumps to. It becomes nothing, but it stands on a line.
    EndFor,
}

/// An instruction with a label for a target.
#[derive(Clone, Copy, Debug)]
pub(super) struct IrInstr {
    /// What to do.
    pub op: IrOp,
    /// First operand. For operations on cells: the index among cells, then free variables.
    pub a: u32,
    /// Second operand.
    pub b: u16,
    /// Jump or handler.
    pub target: Option<Label>,
    /// Line 0 for none.
    pub location: Location,
}

/// No place in the source.
pub(super) const NO_LOCATION: Location = Location { line: 0, end_line: 0, column: 0, end_column: 0 };

impl IrOp {
    /// Whether execution goes on at the target, always or sometimes.
    pub fn is_jump(self) -> bool {
        matches!(
            self,
            IrOp::JumpNoInterrupt
                | IrOp::Op(
                    Op::Jump
                        | Op::PopJumpIfFalse
                        | Op::PopJumpIfTrue
                        | Op::PopJumpIfNone
                        | Op::PopJumpIfNotNone
                        | Op::ForIter
                        | Op::Send
                )
        )
    }

    /// Whether execution always goes on at the target.
    pub fn is_unconditional_jump(self) -> bool {
        matches!(self, IrOp::JumpNoInterrupt | IrOp::Op(Op::Jump))
    }

    /// Whether the frame ends here.
    pub fn is_exit(self) -> bool {
        matches!(self, IrOp::Op(Op::ReturnValue | Op::ReturnConst | Op::RaiseVarargs | Op::Reraise))
    }

    /// Whether the target is a handler.
    pub fn is_block_push(self) -> bool {
        matches!(self, IrOp::SetupFinally | IrOp::SetupCleanup | IrOp::SetupWith)
    }

    /// Whether CPython checks for signals and the collector here.
    pub fn has_eval_break(self) -> bool {
        matches!(self, IrOp::Op(Op::Jump | Op::Resume | Op::Call | Op::CallKw | Op::CallFunctionEx))
    }

    /// Whether `a` is an index among cells and free variables.
    pub fn is_deref(self) -> bool {
        matches!(
            self,
            IrOp::LoadClosure
                | IrOp::Op(Op::MakeCell | Op::LoadDeref | Op::StoreDeref | Op::DeleteDeref | Op::LoadFromDictOrDeref)
        )
    }
}

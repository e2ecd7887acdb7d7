//! The instructions that the compiler emits and the machine runs.

mod code;
mod disassemble;
mod op;

pub use code::{Code, CodeFlags, CompileWarning, Const, ExceptionEntry, LocalKind, Location};
pub use disassemble::{constant, disassemble, operand};
pub use op::{
    BinaryOperator, Comparison, Conversion, FunctionAttribute, Instr, Intrinsic1, Intrinsic2, OF_GENERATOR, Op,
    ResumeKind, SpecialMethod, StackEffect, StoreNote,
};

//! Code as text, for tests and the curious.

use std::fmt::Write;

use super::{
    BinaryOperator, Code, Comparison, Const, Conversion, FunctionAttribute, Instr, Intrinsic1, Intrinsic2, Op,
    ResumeKind,
};

/// A code object's instructions, one a line, with what their operands mean; then the table of handlers.
/// Code objects among the constants follow if `nested`.
pub fn disassemble(code: &Code, nested: bool) -> String {
    let mut out = String::new();
    write_code(&mut out, code, nested);
    out
}

fn write_code(out: &mut String, code: &Code, nested: bool) {
    let _ = writeln!(out, "{} (line {}, stack {})", code.qualname, code.first_line, code.stack_size);
    for (i, instr) in code.instrs.iter().enumerate() {
        let line = code.locations.get(i).map_or(0, |location| location.line);
        let operand = operand(code, instr);
        let text = format!("{line:>5} {i:>5}  {:<22} {operand}", instr.op.name());
        let _ = writeln!(out, "{}", text.trim_end());
    }
    for entry in &code.exceptions {
        let lasti = if entry.push_lasti { " lasti" } else { "" };
        let _ = writeln!(out, "      {} to {} -> {} [{}]{lasti}", entry.start, entry.end, entry.target, entry.depth);
    }
    if nested {
        for value in &code.consts {
            if let Const::Code(inner) = value {
                out.push('\n');
                write_code(out, inner, true);
            }
        }
    }
}

/// What an instruction's operands mean, or nothing where it has none.
pub fn operand(code: &Code, instr: &Instr) -> String {
    let a = instr.a as usize;
    let text = |values: &[&'static str]| values.get(a).copied().unwrap_or("?").to_string();
    match instr.op {
        Op::LoadConst | Op::ReturnConst => code.consts.get(a).map_or("?".into(), constant),
        Op::LoadName
        | Op::StoreName
        | Op::DeleteName
        | Op::LoadGlobal
        | Op::StoreGlobal
        | Op::DeleteGlobal
        | Op::LoadFromDictOrGlobals
        | Op::LoadAttr
        | Op::LoadMethod
        | Op::LoadSuperAttr
        | Op::LoadSuperMethod
        | Op::StoreAttr
        | Op::DeleteAttr
        | Op::ImportName
        | Op::ImportFrom => code.names.get(a).map_or("?".into(), |name| name.to_string()),
        Op::LoadFast
        | Op::LoadFastCheck
        | Op::LoadFastAndClear
        | Op::StoreFast
        | Op::StoreNoted
        | Op::StoreFastMaybeNull
        | Op::DeleteFast
        | Op::MakeCell
        | Op::LoadDeref
        | Op::StoreDeref
        | Op::DeleteDeref
        | Op::LoadFromDictOrDeref => code.locals.get(a).map_or("?".into(), |name| name.to_string()),
        Op::BinaryOp => text(&BinaryOperator::ALL.iter().map(|op| op.text()).collect::<Vec<_>>()),
        Op::CompareOp => {
            let comparison = text(&Comparison::ALL.iter().map(|op| op.text()).collect::<Vec<_>>());
            if instr.b == 1 { format!("bool({comparison})") } else { comparison }
        }
        Op::ConvertValue => text(&Conversion::ALL.iter().map(|op| op.text()).collect::<Vec<_>>()),
        Op::Resume => text(&ResumeKind::ALL.iter().map(|kind| kind.text()).collect::<Vec<_>>()),
        Op::SetFunctionAttribute => text(&FunctionAttribute::ALL.iter().map(|kind| kind.text()).collect::<Vec<_>>()),
        Op::CallIntrinsic1 => text(&Intrinsic1::ALL.iter().map(|kind| kind.text()).collect::<Vec<_>>()),
        Op::CallIntrinsic2 => text(&Intrinsic2::ALL.iter().map(|kind| kind.text()).collect::<Vec<_>>()),
        Op::Jump
        | Op::JumpBackward
        | Op::JumpBackwardNoInterrupt
        | Op::PopJumpIfFalse
        | Op::PopJumpIfTrue
        | Op::PopJumpIfNone
        | Op::PopJumpIfNotNone
        | Op::ForIter
        | Op::Send => format!("to {a}"),
        Op::UnpackEx => format!("{a}, {}", instr.b),
        Op::Line
        | Op::Copy
        | Op::Swap
        | Op::CopyFreeVars
        | Op::IsOp
        | Op::ContainsOp
        | Op::BuildTuple
        | Op::BuildList
        | Op::BuildSet
        | Op::BuildMap
        | Op::BuildConstKeyMap
        | Op::BuildString
        | Op::BuildSlice
        | Op::ListAppend
        | Op::SetAdd
        | Op::MapAdd
        | Op::ListExtend
        | Op::SetUpdate
        | Op::DictUpdate
        | Op::DictMerge
        | Op::UnpackSequence
        | Op::Call
        | Op::CallKw
        | Op::CallFunctionEx
        | Op::YieldValue
        | Op::GetAwaitable
        | Op::Reraise
        | Op::RaiseVarargs
        | Op::MatchClass => a.to_string(),
        _ => String::new(),
    }
}

/// A constant as Python would write it, roughly.
pub fn constant(value: &Const) -> String {
    match value {
        Const::None => "None".into(),
        Const::Bool(true) => "True".into(),
        Const::Bool(false) => "False".into(),
        Const::Ellipsis => "Ellipsis".into(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => format!("{value:?}"),
        Const::Complex(real, imag) => format!("({real:?}+{imag:?}j)"),
        Const::Str(value) => format!("{value:?}"),
        Const::Bytes(value) => format!("b{:?}", String::from_utf8_lossy(value)),
        Const::Tuple(items) => format!("({})", list(items)),
        Const::Slice(parts) => format!("slice({})", list(parts)),
        Const::FrozenSet(items) => format!("frozenset({{{}}})", list(items)),
        Const::Code(code) => format!("<code {}>", code.qualname),
    }
}

fn list(items: &[Const]) -> String {
    items.iter().map(constant).collect::<Vec<_>>().join(", ")
}

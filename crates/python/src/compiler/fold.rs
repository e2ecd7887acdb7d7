//! Constant folding as CPython 3.13's AST optimizer does it (ast_opt.c): what it folds, and its limits of size.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::parser::ast::{self, Expr, ExprContext, Number, Operator, UnaryOp};
use crate::bytecode::{Const, Conversion};
use crate::types::float::divmod_of;
use crate::types::int::divide;
use crate::vm::saturating_count;

const MAX_INT_BITS: u64 = 128;
const MAX_COLLECTION_SIZE: usize = 256;
const MAX_TEXT_SIZE: usize = 4096;
const MAX_TOTAL_ITEMS: i64 = 1024;

/// The value of an expression that is a constant, or that folds to one.
pub(super) fn constant(expr: &Expr) -> Option<Const> {
    match expr {
        Expr::NoneLiteral(_) => Some(Const::None),
        Expr::BooleanLiteral(node) => Some(Const::Bool(node.value)),
        Expr::EllipsisLiteral(_) => Some(Const::Ellipsis),
        Expr::StringLiteral(node) => Some(Const::Str(node.value.to_str().into())),
        Expr::BytesLiteral(node) => Some(Const::Bytes(node.value.bytes().collect())),
        Expr::NumberLiteral(node) => Some(match &node.value {
            Number::Int(value) => int_literal(value),
            Number::Float(value) => Const::Float(*value),
            Number::Complex { real, imag } => Const::Complex(*real, *imag),
        }),
        Expr::Tuple(node) if node.ctx == ExprContext::Load => constants(&node.elts).map(Const::Tuple),
        Expr::UnaryOp(node) => unary(node.op, constant(&node.operand)?),
        Expr::BinOp(node) => {
            let right = constant(&node.right)?;
            binary(constant(&node.left)?, node.op, right)
        }
        Expr::Subscript(node) if node.ctx == ExprContext::Load => {
            let index = constant(&node.slice)?;
            subscript(&constant(&node.value)?, &index)
        }
        Expr::Name(node) if node.ctx == ExprContext::Load && node.id.as_str() == "__debug__" => Some(Const::Bool(true)),
        _ => None,
    }
}

/// A slice whose parts are literals or left out: from 3.14 on a constant (codegen.c, is_constant_slice).
pub(super) fn constant_slice(slice: &ast::ExprSlice, release: u32) -> Option<Const> {
    let part = |part: &Option<Box<Expr>>| match part.as_deref() {
        None => Some(Const::None),
        Some(part) if part.is_literal_expr() => constant(part),
        Some(_) => None,
    };
    (release >= 14)
        .then(|| [&slice.lower, &slice.upper, &slice.step].into_iter().map(part).collect::<Option<Vec<Const>>>())?
        .map(Const::Slice)
}

/// The values of expressions that are all constants.
pub(super) fn constants(exprs: &[Expr]) -> Option<Vec<Const>> {
    exprs.iter().map(constant).collect()
}

/// The members of a frozenset: equal ones once, the first of them.
pub(super) fn distinct(values: Vec<Const>) -> Vec<Const> {
    let mut members: Vec<Const> = Vec::with_capacity(values.len());
    for value in values {
        if !members.iter().any(|member| equal(member, &value)) {
            members.push(value);
        }
    }
    members
}

/// Python's `==` on constants.
fn equal(a: &Const, b: &Const) -> bool {
    if let (Some(a), Some(b)) = (as_int(a), as_int(b)) {
        return a == b;
    }
    match (a, b) {
        (Const::Tuple(a), Const::Tuple(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b)),
        _ => match (as_complex(a), as_complex(b)) {
            (Some(a), Some(b)) => a == b,
            _ => a == b,
        },
    }
}

/// Whether a constant is true.
pub(super) fn truth(value: &Const) -> bool {
    match value {
        Const::None => false,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(value) => *value != 0.0,
        Const::Complex(real, imag) => *real != 0.0 || *imag != 0.0,
        Const::Str(value) => !value.is_empty(),
        Const::Bytes(value) => !value.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
        Const::Ellipsis | Const::BigInt(_) | Const::Code(_) | Const::Slice(_) => true,
    }
}

fn int_literal(value: &ast::Int) -> Const {
    if let Some(small) = value.as_i64() {
        return Const::Int(small);
    }
    let text = value.to_string().replace('_', "");
    let (digits, radix) = match text.get(..2) {
        Some("0x" | "0X") => (&text[2..], 16),
        Some("0o" | "0O") => (&text[2..], 8),
        Some("0b" | "0B") => (&text[2..], 2),
        _ => (&text[..], 10),
    };
    BigInt::parse_bytes(digits.as_bytes(), radix).map_or(Const::Int(0), int)
}

fn int(value: BigInt) -> Const {
    match value.to_i64() {
        Some(small) => Const::Int(small),
        None => Const::BigInt(value),
    }
}

fn as_int(value: &Const) -> Option<BigInt> {
    match value {
        Const::Bool(value) => Some(BigInt::from(u8::from(*value))),
        Const::Int(value) => Some(BigInt::from(*value)),
        Const::BigInt(value) => Some(value.clone()),
        _ => None,
    }
}

fn as_float(value: &Const) -> Option<f64> {
    match value {
        Const::Float(value) => Some(*value),
        Const::Bool(value) => Some(f64::from(u8::from(*value))),
        // Larger ints can overflow: left to run time.
        Const::Int(value) => Some(*value as f64),
        _ => None,
    }
}

fn as_complex(value: &Const) -> Option<(f64, f64)> {
    match value {
        Const::Complex(real, imag) => Some((*real, *imag)),
        _ => as_float(value).map(|real| (real, 0.0)),
    }
}

fn unary(op: UnaryOp, operand: Const) -> Option<Const> {
    if op == UnaryOp::Not {
        return Some(Const::Bool(!truth(&operand)));
    }
    if let Some(value) = as_int(&operand) {
        return match op {
            UnaryOp::UAdd => Some(int(value)),
            UnaryOp::USub => Some(int(-value)),
            _ => Some(int(-value - 1)),
        };
    }
    match (op, operand) {
        (UnaryOp::UAdd, value @ (Const::Float(_) | Const::Complex(..))) => Some(value),
        (UnaryOp::USub, Const::Float(value)) => Some(Const::Float(-value)),
        (UnaryOp::USub, Const::Complex(real, imag)) => Some(Const::Complex(-real, -imag)),
        _ => None,
    }
}

fn binary(left: Const, op: Operator, right: Const) -> Option<Const> {
    if let (Some(a), Some(b)) = (as_int(&left), as_int(&right)) {
        if let (Const::Bool(x), Const::Bool(y)) = (&left, &right) {
            match op {
                Operator::BitAnd => return Some(Const::Bool(x & y)),
                Operator::BitOr => return Some(Const::Bool(x | y)),
                Operator::BitXor => return Some(Const::Bool(x ^ y)),
                _ => {}
            }
        }
        return int_binary(a, op, b);
    }
    if let (Some(a), Some(b)) = (as_float(&left), as_float(&right)) {
        return float_binary(a, op, b).map(Const::Float);
    }
    if let (Some(a), Some(b)) = (as_complex(&left), as_complex(&right)) {
        return complex_binary(a, op, b);
    }
    match (op, left, right) {
        (Operator::Add, Const::Str(a), Const::Str(b)) => Some(Const::Str([&*a, &*b].concat().into())),
        (Operator::Add, Const::Bytes(a), Const::Bytes(b)) => Some(Const::Bytes([&*a, &*b].concat().into())),
        (Operator::Add, Const::Tuple(mut a), Const::Tuple(b)) => {
            a.extend(b);
            Some(Const::Tuple(a))
        }
        (Operator::Mult, sequence, count) if as_int(&count).is_some() => repeat(&sequence, &as_int(&count)?),
        (Operator::Mult, count, sequence) if as_int(&count).is_some() => repeat(&sequence, &as_int(&count)?),
        _ => None,
    }
}

fn int_binary(a: BigInt, op: Operator, b: BigInt) -> Option<Const> {
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => {
            if !a.is_zero() && !b.is_zero() && a.bits() + b.bits() > MAX_INT_BITS {
                return None;
            }
            a * b
        }
        Operator::Div if b.is_zero() => return None,
        Operator::Div => return divide(&a, &b).map(Const::Float),
        Operator::FloorDiv if !b.is_zero() => a.div_floor(&b),
        Operator::Mod if !b.is_zero() => a.mod_floor(&b),
        Operator::Pow => {
            if b.is_negative() {
                let (a, b) = (as_float(&int(a))?, as_float(&int(b))?);
                return (a != 0.0).then(|| Const::Float(a.powf(b)));
            }
            let exponent = b.to_u32();
            match exponent {
                Some(exponent) if u64::from(exponent) * a.bits() <= MAX_INT_BITS => a.pow(exponent),
                _ => return None,
            }
        }
        Operator::LShift if !b.is_negative() => {
            let shift = b.to_u64().filter(|shift| *shift <= MAX_INT_BITS)?;
            if !a.is_zero() && shift + a.bits() > MAX_INT_BITS {
                return None;
            }
            a << shift
        }
        Operator::RShift if !b.is_negative() => match b.to_u64() {
            Some(shift) => a >> shift,
            None => return None,
        },
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        Operator::BitAnd => a & b,
        _ => return None,
    };
    Some(int(value))
}

fn float_binary(a: f64, op: Operator, b: f64) -> Option<f64> {
    match op {
        Operator::Add => Some(a + b),
        Operator::Sub => Some(a - b),
        Operator::Mult => Some(a * b),
        Operator::Div if b != 0.0 => Some(a / b),
        Operator::Pow if (a == 0.0 && b < 0.0) || (a < 0.0 && b.fract() != 0.0) => None,
        Operator::Pow => {
            let value = a.powf(b);
            (!value.is_infinite() || a.is_infinite() || b.is_infinite()).then_some(value)
        }
        Operator::FloorDiv if b != 0.0 => Some(divmod_of(a, b).0),
        Operator::Mod if b != 0.0 => Some(divmod_of(a, b).1),
        _ => None,
    }
}

fn complex_binary(a: (f64, f64), op: Operator, b: (f64, f64)) -> Option<Const> {
    match op {
        Operator::Add => Some(Const::Complex(a.0 + b.0, a.1 + b.1)),
        Operator::Sub => Some(Const::Complex(a.0 - b.0, a.1 - b.1)),
        Operator::Mult => Some(Const::Complex(a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)),
        _ => None,
    }
}

/// How many items a tuple holds at every depth, or none if there are more than `limit`.
fn total_items(items: &[Const], limit: i64) -> Option<i64> {
    let mut left = limit - items.len() as i64;
    for item in items {
        if left < 0 {
            return None;
        }
        if let Const::Tuple(inner) = item {
            left = total_items(inner, left)?;
        }
    }
    (left >= 0).then_some(left)
}

fn repeat(sequence: &Const, count: &BigInt) -> Option<Const> {
    let count = count.to_i64()?;
    let times = saturating_count(count);
    let fits = |size: usize, limit: usize| size == 0 || (count >= 0 && times <= limit / size);
    match sequence {
        Const::Str(text) if fits(text.chars().count(), MAX_TEXT_SIZE) => Some(Const::Str(text.repeat(times).into())),
        Const::Bytes(bytes) if fits(bytes.len(), MAX_TEXT_SIZE) => Some(Const::Bytes(bytes.repeat(times).into())),
        Const::Tuple(items) if fits(items.len(), MAX_COLLECTION_SIZE) => {
            if count > 0 && !items.is_empty() {
                total_items(items, MAX_TOTAL_ITEMS / count)?;
            }
            let copies = std::iter::repeat_n(items, times);
            Some(Const::Tuple(copies.flatten().cloned().collect()))
        }
        _ => None,
    }
}

fn subscript(value: &Const, index: &Const) -> Option<Const> {
    let index = as_int(index)?.to_i64()?;
    let at = |length: usize| {
        let place = if index < 0 { index + length as i64 } else { index };
        usize::try_from(place).ok().filter(|place| *place < length)
    };
    match value {
        Const::Tuple(items) => at(items.len()).map(|i| items[i].clone()),
        Const::Bytes(bytes) => at(bytes.len()).map(|i| Const::Int(i64::from(bytes[i]))),
        Const::Str(text) => {
            let i = at(text.chars().count())?;
            text.chars().nth(i).map(|c| Const::Str(c.to_string().into()))
        }
        _ => None,
    }
}

/// A part of a `%` format.
pub(super) enum PercentPiece {
    Text(String),
    Field(Conversion),
}

/// The parts of a format that has no fields but `%s`, `%r` and `%a`.
pub(super) fn percent_pieces(format: &str) -> Option<Vec<PercentPiece>> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            text.push(c);
            continue;
        }
        let conversion = match chars.next()? {
            '%' => {
                text.push('%');
                continue;
            }
            's' => Conversion::Str,
            'r' => Conversion::Repr,
            'a' => Conversion::Ascii,
            _ => return None,
        };
        if !text.is_empty() {
            pieces.push(PercentPiece::Text(std::mem::take(&mut text)));
        }
        pieces.push(PercentPiece::Field(conversion));
    }
    if !text.is_empty() {
        pieces.push(PercentPiece::Text(text));
    }
    Some(pieces)
}

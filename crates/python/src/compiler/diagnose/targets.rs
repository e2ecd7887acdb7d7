//! Expressions as targets, and what CPython calls them.

use crate::compiler::parser::ast::{CmpOp, Expr};
use crate::compiler::parser::fragment;

/// A piece of a program as an expression, and how many bytes stand before it in what was parsed.
pub(super) fn expression(text: &str) -> Option<(Expr, usize)> {
    // Inside of brackets a piece may have several lines.
    let bracketed = fragment(&format!("({text})")).or_else(|| fragment(&format!("({text},)")));
    bracketed.map(|expr| (expr, 1))
}

/// The part of a target that nothing can be assigned to (pegen.c, _PyPegen_get_invalid_target).
pub(super) fn invalid<'a>(expr: &'a Expr, purpose: &str) -> Option<&'a Expr> {
    match expr {
        Expr::List(node) => node.elts.iter().find_map(|element| invalid(element, purpose)),
        Expr::Tuple(node) => node.elts.iter().find_map(|element| invalid(element, purpose)),
        Expr::Starred(node) if purpose != "delete" => invalid(&node.value, purpose),
        // `for a() in b` is read as a comparison.
        Expr::Compare(node) if purpose == "loop" => match node.ops.first() {
            Some(CmpOp::In) => invalid(&node.left, purpose),
            _ => None,
        },
        Expr::Name(_) | Expr::Subscript(_) | Expr::Attribute(_) => None,
        _ => Some(expr),
    }
}

/// What CPython calls an expression (pegen.c, _PyPegen_get_expr_name).
pub(super) fn describe(expr: &Expr) -> &'static str {
    match expr {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) => "f-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(node) => {
            if node.value {
                "True"
            } else {
                "False"
            }
        }
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        _ => "literal",
    }
}

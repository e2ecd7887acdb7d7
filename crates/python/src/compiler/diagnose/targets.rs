//! Targets that nothing can be assigned to.

use super::Diagnosis;
use crate::compiler::error::SyntaxError;
use crate::compiler::parser::ast::Expr;
use crate::compiler::parser::{ParseError, ParseErrorType, TextRange, TokenKind, fragment};

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

/// Whether CPython's rule for `target = value` in an expression sees it: what binds tighter than a comparison.
fn is_operand(expr: &Expr) -> bool {
    !matches!(
        expr,
        Expr::Compare(_)
            | Expr::BoolOp(_)
            | Expr::If(_)
            | Expr::Lambda(_)
            | Expr::NoneLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::Generator(_)
            | Expr::Yield(_)
            | Expr::YieldFrom(_)
            | Expr::Starred(_)
    ) && !matches!(expr, Expr::UnaryOp(node) if node.op == crate::compiler::parser::ast::UnaryOp::Not)
}

impl Diagnosis<'_, '_> {
    /// The error for a target that ruff refused.
    pub(super) fn invalid_target(&self, error: &ParseError) -> Option<SyntaxError> {
        let range = error.location;
        let expr = fragment(self.source.slice(range))?;
        let name = describe(&expr);
        let at = self.token_at(range.start());
        match &error.error {
            ParseErrorType::InvalidDeleteTarget => Some(self.error(format!("cannot delete {name}"), range)),
            ParseErrorType::InvalidNamedAssignmentTarget => {
                Some(self.error(format!("cannot use assignment expressions with {name}"), range))
            }
            ParseErrorType::InvalidAugmentedAssignmentTarget => {
                Some(self.error(format!("'{name}' is an illegal expression for augmented assignment"), range))
            }
            ParseErrorType::InvalidAnnotatedAssignmentTarget => {
                Some(self.error("illegal target for annotation", range))
            }
            _ => Some(self.assignment_target(&expr, name, range, at)),
        }
    }

    fn assignment_target(&self, expr: &Expr, name: &str, range: TextRange, at: usize) -> SyntaxError {
        let next = self.token_at(range.end());
        if matches!(expr, Expr::Yield(_) | Expr::YieldFrom(_)) {
            return self.error("assignment to yield expression not possible", range);
        }
        let first = self.first_of_line(at);
        let in_statement =
            !matches!(self.kind(first), TokenKind::For | TokenKind::With | TokenKind::Async | TokenKind::Del);
        if self.kind(next) == TokenKind::Equal && in_statement && is_operand(expr) {
            return self.error(format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?"), range);
        }
        self.error(format!("cannot assign to {name}"), range)
    }
}

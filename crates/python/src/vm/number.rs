//! Binary and unary operators (CPython 3.13 abstract.c, binary_op1 and its kin).

use ouro_heap::Id;

use super::{R, Singletons, Vm};
use crate::bytecode::BinaryOperator;
use crate::native::{BinaryFn, TypeSlots};
use crate::object::Data;
use crate::types::TypeTable;

/// The slot of a binary operator; an in-place one has its own, and the plain one to fall back on.
fn slot(slots: &TypeSlots, op: BinaryOperator) -> Option<BinaryFn> {
    use BinaryOperator as B;
    match op {
        B::Add => slots.add,
        B::And => slots.and,
        B::FloorDivide => slots.floor_divide,
        B::LeftShift => slots.left_shift,
        B::MatrixMultiply => slots.matrix_multiply,
        B::Multiply => slots.multiply,
        B::Remainder => slots.remainder,
        B::Or => slots.or,
        B::Power => slots.power,
        B::RightShift => slots.right_shift,
        B::Subtract => slots.subtract,
        B::TrueDivide => slots.true_divide,
        B::Xor => slots.xor,
        B::InplaceAdd => slots.inplace_add,
        B::InplaceAnd => slots.inplace_and,
        B::InplaceFloorDivide => slots.inplace_floor_divide,
        B::InplaceLeftShift => slots.inplace_left_shift,
        B::InplaceMatrixMultiply => slots.inplace_matrix_multiply,
        B::InplaceMultiply => slots.inplace_multiply,
        B::InplaceRemainder => slots.inplace_remainder,
        B::InplaceOr => slots.inplace_or,
        B::InplacePower => slots.inplace_power,
        B::InplaceRightShift => slots.inplace_right_shift,
        B::InplaceSubtract => slots.inplace_subtract,
        B::InplaceTrueDivide => slots.inplace_true_divide,
        B::InplaceXor => slots.inplace_xor,
    }
}

impl BinaryOperator {
    /// The operator without the assignment: `+` for `+=`.
    pub fn plain(self) -> BinaryOperator {
        let count = BinaryOperator::ALL.len() / 2;
        BinaryOperator::ALL[self as usize % count]
    }

    /// Whether it is one of `+=` and the others.
    pub fn is_inplace(self) -> bool {
        self as usize >= BinaryOperator::ALL.len() / 2
    }
}

impl Vm {
    /// `left op right`
    pub fn binary_op(&mut self, op: BinaryOperator, left: Id, right: Id) -> R<Id> {
        if op.is_inplace()
            && let Some(inplace) = slot(&self.class(self.class_of(left)).slots, op)
        {
            let result = inplace(self, left, right)?;
            if result != Singletons::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        let result = self.binary_slots(left, right, |slots| slot(slots, op.plain()))?;
        if result != Singletons::NOT_IMPLEMENTED {
            return Ok(result);
        }
        Err(self.binary_op_error(op, left, right))
    }

    /// Asks the left operand's type and then the right one's, or the other way round if the right one is of a subclass
    /// (binary_op1). `NotImplemented` if none of them knows.
    pub fn binary_slots(&mut self, left: Id, right: Id, slot: impl Fn(&TypeSlots) -> Option<BinaryFn>) -> R<Id> {
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        let first = slot(&self.class(left_class).slots);
        let mut second = if left_class == right_class { None } else { slot(&self.class(right_class).slots) };
        if first.map(|f| f as usize) == second.map(|f| f as usize) {
            second = None;
        }
        if let Some(first) = first {
            if let Some(other) = second
                && self.is_subclass(right_class, left_class)
            {
                let result = other(self, left, right)?;
                if result != Singletons::NOT_IMPLEMENTED {
                    return Ok(result);
                }
                second = None;
            }
            let result = first(self, left, right)?;
            if result != Singletons::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        match second {
            Some(second) => second(self, left, right),
            None => Ok(Singletons::NOT_IMPLEMENTED),
        }
    }

    fn binary_op_error(&mut self, op: BinaryOperator, left: Id, right: Id) -> super::Raised {
        let (left_name, right_name) = (self.type_name(left), self.type_name(right));
        let is_sequence = |vm: &Vm, id: Id| {
            matches!(vm.data(id), Data::List(_) | Data::Tuple(_) | Data::Str(_) | Data::Bytes(_) | Data::ByteArray(_))
        };
        // Sequences speak for themselves (sq_concat, sq_repeat).
        let is_deque = |vm: &Vm, id: Id| vm.is_subclass(vm.class_of(id), TypeTable::DEQUE);
        match op.plain() {
            BinaryOperator::Add if is_deque(self, left) => {
                return self.type_error(format!("can only concatenate deque (not \"{right_name}\") to deque"));
            }
            BinaryOperator::Add => match self.data(left) {
                Data::Str(_) | Data::List(_) | Data::Tuple(_) => {
                    let base = match self.data(left) {
                        Data::Str(_) => "str",
                        Data::List(_) => "list",
                        _ => "tuple",
                    };
                    if op.is_inplace() && base == "list" {
                        return self.type_error(format!("'{right_name}' object is not iterable"));
                    }
                    return self.type_error(format!("can only concatenate {base} (not \"{right_name}\") to {base}"));
                }
                Data::Bytes(_) | Data::ByteArray(_) => {
                    return self.type_error(format!("can't concat {right_name} to {left_name}"));
                }
                _ => {}
            },
            BinaryOperator::Multiply => {
                let repeats = |id: Id| is_sequence(self, id) || is_deque(self, id);
                let other = match (repeats(left), repeats(right)) {
                    (true, _) => Some(&right_name),
                    // In place, whatever has any slot of a sequence comes before what is on the right.
                    (false, true) if !op.is_inplace() || !self.has_sequence_slots(left) => Some(&left_name),
                    _ => None,
                };
                if let Some(other) = other {
                    return self.type_error(format!("can't multiply sequence by non-int of type '{other}'"));
                }
            }
            BinaryOperator::RightShift
                if !op.is_inplace() && self.class_of(left) == TypeTable::BUILTIN && self.is_print(left) =>
            {
                return self.type_error(format!(
                    "unsupported operand type(s) for >>: '{left_name}' and '{right_name}'. Did you mean \"print(<message>, file=<output_stream>)\"?"
                ));
            }
            _ => {}
        }
        let text = match op {
            BinaryOperator::Power => "** or pow()",
            BinaryOperator::InplacePower => "**=",
            _ => op.text(),
        };
        self.type_error(format!("unsupported operand type(s) for {text}: '{left_name}' and '{right_name}'"))
    }

    /// Whether a type has `tp_as_sequence`, as every class of a program has.
    fn has_sequence_slots(&self, id: Id) -> bool {
        let class = self.class_of(id);
        let slots = &self.class(class).slots;
        !TypeTable::is_static(class) || slots.len.is_some() || slots.contains.is_some()
    }

    fn is_print(&self, id: Id) -> bool {
        matches!(self.data(id), Data::Builtin(native, _) if native.name == "print")
    }

    /// `-x`
    pub fn negative(&mut self, object: Id) -> R<Id> {
        match self.class(self.class_of(object)).slots.negative {
            Some(f) => f(self, object),
            None => Err(self.type_error_for(object, "bad operand type for unary -: '{}'")),
        }
    }

    /// `+x`
    pub fn positive(&mut self, object: Id) -> R<Id> {
        match self.class(self.class_of(object)).slots.positive {
            Some(f) => f(self, object),
            None => Err(self.type_error_for(object, "bad operand type for unary +: '{}'")),
        }
    }

    /// `~x`
    pub fn invert(&mut self, object: Id) -> R<Id> {
        match self.class(self.class_of(object)).slots.invert {
            Some(f) => f(self, object),
            None => Err(self.type_error_for(object, "bad operand type for unary ~: '{}'")),
        }
    }
}

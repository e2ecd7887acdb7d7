//! Comparison (CPython 3.13 object.c, do_richcompare).

use ouro_heap::Id;

use super::{R, Singletons, Vm};
use crate::bytecode::Comparison;
use crate::object::Data;
use crate::types::TypeTable;

impl Comparison {
    /// The comparison with its operands exchanged.
    pub fn swapped(self) -> Comparison {
        match self {
            Comparison::Lt => Comparison::Gt,
            Comparison::Le => Comparison::Ge,
            Comparison::Eq => Comparison::Eq,
            Comparison::Ne => Comparison::Ne,
            Comparison::Gt => Comparison::Lt,
            Comparison::Ge => Comparison::Le,
        }
    }

    /// What the comparison says of two values in this order.
    #[inline(always)]
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Comparison::Lt => order.is_lt(),
            Comparison::Le => order.is_le(),
            Comparison::Eq => order.is_eq(),
            Comparison::Ne => order.is_ne(),
            Comparison::Gt => order.is_gt(),
            Comparison::Ge => order.is_ge(),
        }
    }
}

impl Vm {
    /// `left op right`: a new reference to whatever the types answer.
    pub fn compare(&mut self, left: Id, right: Id, op: Comparison) -> R<Id> {
        self.enter_native(" in comparison")?;
        let result = self.compare_types(left, right, op);
        self.leave_native();
        result
    }

    /// Asks the types (object.c, do_richcompare).
    fn compare_types(&mut self, left: Id, right: Id, op: Comparison) -> R<Id> {
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        let mut tried_right = false;
        if left_class != right_class
            && self.is_subclass(right_class, left_class)
            && let Some(compare) = self.class(right_class).slots.richcompare
        {
            tried_right = true;
            let result = compare(self, right, left, op.swapped())?;
            if result != Singletons::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        if let Some(compare) = self.class(left_class).slots.richcompare {
            let result = compare(self, left, right, op)?;
            if result != Singletons::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        if !tried_right && let Some(compare) = self.class(right_class).slots.richcompare {
            let result = compare(self, right, left, op.swapped())?;
            if result != Singletons::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        match op {
            Comparison::Eq => Ok(Singletons::bool(left == right)),
            Comparison::Ne => Ok(Singletons::bool(left != right)),
            _ => {
                let message = format!(
                    "'{}' not supported between instances of '{}' and '{}'",
                    op.text(),
                    self.type_name(left),
                    self.type_name(right)
                );
                Err(self.type_error(message))
            }
        }
    }

    /// The truth of a comparison; an object is equal to itself without asking it (object.c, PyObject_RichCompareBool).
    #[inline]
    pub fn compare_bool(&mut self, left: Id, right: Id, op: Comparison) -> R<bool> {
        if left == right {
            match op {
                Comparison::Eq => return Ok(true),
                Comparison::Ne => return Ok(false),
                _ => {}
            }
        }
        if let Some(result) = self.compare_fast(left, right, op) {
            return Ok(result);
        }
        let result = self.compare(left, right, op)?;
        let truth = self.is_true(result);
        self.decref(result);
        truth
    }

    /// The comparison of two exact ints that fit, floats, or strs, which asks nobody.
    #[inline(always)]
    pub fn compare_fast(&self, left: Id, right: Id, op: Comparison) -> Option<bool> {
        match (self.heap.get(left), self.heap.get(right)) {
            (Data::Int(a), Data::Int(b)) => Some(op.holds(a.cmp(b))),
            (Data::Float(a), Data::Float(b)) => Some(match a.partial_cmp(b) {
                Some(order) => op.holds(order),
                None => op == Comparison::Ne,
            }),
            (Data::Str(a), Data::Str(b))
                if self.class_of(left) == TypeTable::STR && self.class_of(right) == TypeTable::STR =>
            {
                Some(op.holds(a.as_str().cmp(b.as_str())))
            }
            _ => None,
        }
    }
}

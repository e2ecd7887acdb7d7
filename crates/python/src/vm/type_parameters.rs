//! Instructions of PEP 695, `def f[T](x: T)` and `type X = ...` (CPython 3.13 intrinsics.c).

use ouro_heap::Id;

use super::{R, Singletons, Vm};
use crate::bytecode::{Intrinsic1, Intrinsic2};
use crate::object::Data;
use crate::types::TypeTable;

impl Vm {
    /// The operand is borrowed, the result a new reference.
    pub(crate) fn typing_intrinsic(&mut self, which: Intrinsic1, operand: Id) -> R<Id> {
        let class = match which {
            Intrinsic1::TypeVar => TypeTable::TYPE_VAR,
            Intrinsic1::ParamSpec => TypeTable::PARAM_SPEC,
            Intrinsic1::TypeVarTuple => TypeTable::TYPE_VAR_TUPLE,
            Intrinsic1::SubscriptGeneric => return self.subscript_generic(operand),
            _ => {
                let Some(&[name, parameters, function]) = self.tuple_items(operand) else {
                    return Ok(Singletons::NONE);
                };
                for part in [name, parameters, function] {
                    self.heap.incref(part);
                }
                return Ok(self.new_type_alias(name, parameters, function));
            }
        };
        self.heap.incref(operand);
        Ok(self.new_type_parameter(class, operand))
    }

    /// Both operands are borrowed, the result is a new reference.
    pub(crate) fn typing_intrinsic_2(&mut self, which: Intrinsic2, left: Id, right: Id) -> R<Id> {
        self.heap.incref(left);
        self.heap.incref(right);
        match which {
            Intrinsic2::TypeVarWithBound => Ok(self.new_bound_type_var(left, right, false)),
            Intrinsic2::TypeVarWithConstraints => Ok(self.new_bound_type_var(left, right, true)),
            Intrinsic2::SetTypeParamDefault => {
                self.set_type_parameter_default(left, right);
                Ok(left)
            }
            _ => {
                let old = match self.heap.get_mut(left) {
                    Data::Function(function) => function.type_params.replace(right),
                    _ => Some(right),
                };
                self.decref_slot(old);
                Ok(left)
            }
        }
    }
}

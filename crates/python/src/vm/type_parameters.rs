//! Instructions of PEP 695, `def f[T](x: T)` and `type X = ...`: the compiler emits them, the machine refuses them.

use ouro_heap::Id;

use super::{R, Vm};
use crate::bytecode::{Intrinsic1, Intrinsic2};
use crate::types::exceptions::Exceptions;

impl Vm {
    pub(crate) fn typing_intrinsic(&mut self, which: Intrinsic1, _operand: Id) -> R<Id> {
        Err(self.raise(Exceptions::NOT_IMPLEMENTED_ERROR, format!("{} is not supported", which.text())))
    }

    pub(crate) fn typing_intrinsic_2(&mut self, which: Intrinsic2, _left: Id, _right: Id) -> R<Id> {
        Err(self.raise(Exceptions::NOT_IMPLEMENTED_ERROR, format!("{} is not supported", which.text())))
    }
}

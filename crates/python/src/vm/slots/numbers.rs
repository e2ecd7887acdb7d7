//! Binary operators of classes written in Python (typeobject.c, SLOT1BINFULL and SLOT1).

use ouro_heap::Id;

use crate::native::{BinaryFn, TypeSlots};
use crate::vm::{Names, R, Singletons, Vm};

/// Which slot an operator uses, the function that stands there for classes written in Python, and its two methods.
struct Operator {
    slot: fn(&TypeSlots) -> Option<BinaryFn>,
    generic: BinaryFn,
    name: Id,
    reflected: Id,
}

/// Asks the left operand's method, and the right one's reflected method: first, if the right operand's class is a
/// subclass that overrides it.
fn operate(vm: &mut Vm, left: Id, right: Id, operator: &Operator) -> R<Id> {
    let (left_class, right_class) = (vm.class_of(left), vm.class_of(right));
    let generic = |vm: &Vm, class: Id| {
        (operator.slot)(&vm.class(class).slots).is_some_and(|f| std::ptr::fn_addr_eq(f, operator.generic))
    };
    let mut ask_right = left_class != right_class && generic(vm, right_class);
    if generic(vm, left_class) {
        if ask_right && vm.is_subclass(right_class, left_class) {
            let theirs = vm.type_lookup(right_class, operator.reflected);
            let ours = vm.type_lookup(left_class, operator.reflected);
            if theirs.is_some() && theirs != ours {
                let result = maybe(vm, right, operator.reflected, left)?;
                if result != Singletons::NOT_IMPLEMENTED {
                    return Ok(result);
                }
                ask_right = false;
            }
        }
        let result = maybe(vm, left, operator.name, right)?;
        if result != Singletons::NOT_IMPLEMENTED || left_class == right_class {
            return Ok(result);
        }
    }
    if ask_right { maybe(vm, right, operator.reflected, left) } else { Ok(Singletons::NOT_IMPLEMENTED) }
}

fn maybe(vm: &mut Vm, this: Id, name: Id, other: Id) -> R<Id> {
    Ok(vm.call_slot_method(this, name, &[other])?.unwrap_or(Singletons::NOT_IMPLEMENTED))
}

macro_rules! operators {
    ($($function:ident $name:ident $reflected:ident,)+) => {
        $(pub(super) fn $function(vm: &mut Vm, left: Id, right: Id) -> R<Id> {
            const OPERATOR: Operator = Operator {
                slot: |slots| slots.$function,
                generic: $function,
                name: Names::$name,
                reflected: Names::$reflected,
            };
            operate(vm, left, right, &OPERATOR)
        })+
    };
}

operators! {
    add ADD RADD, subtract SUB RSUB, multiply MUL RMUL, matrix_multiply MATMUL RMATMUL, true_divide TRUEDIV RTRUEDIV,
    floor_divide FLOORDIV RFLOORDIV, remainder MOD RMOD, divmod DIVMOD RDIVMOD, power POW RPOW, left_shift LSHIFT RLSHIFT,
    right_shift RSHIFT RRSHIFT, and AND RAND, xor XOR RXOR, or OR ROR,
}

macro_rules! inplace {
    ($($function:ident $name:ident,)+) => {
        $(pub(super) fn $function(vm: &mut Vm, left: Id, right: Id) -> R<Id> {
            maybe(vm, left, Names::$name, right)
        })+
    };
}

inplace! {
    inplace_add IADD, inplace_subtract ISUB, inplace_multiply IMUL, inplace_matrix_multiply IMATMUL,
    inplace_true_divide ITRUEDIV, inplace_floor_divide IFLOORDIV, inplace_remainder IMOD, inplace_power IPOW,
    inplace_left_shift ILSHIFT, inplace_right_shift IRSHIFT, inplace_and IAND, inplace_xor IXOR, inplace_or IOR,
}

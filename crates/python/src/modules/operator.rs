//! Module `_operator` (CPython 3.13 _operator.c).

use ouro_heap::Id;

use super::ModuleSpec;
use crate::bytecode::{BinaryOperator, Comparison};
use crate::native::{Args, Native};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// A function of two arguments that does what an operator does.
macro_rules! binary {
    ($name:literal, $operator:ident) => {
        Native::new($name, 2, 2, |vm, _, args| vm.binary_op(BinaryOperator::$operator, args.pos[0], args.pos[1]))
    };
}

/// A function that compares.
macro_rules! comparison {
    ($name:literal, $operator:ident) => {
        Native::new($name, 2, 2, |vm, _, args| vm.compare(args.pos[0], args.pos[1], Comparison::$operator))
    };
}

const FUNCTIONS: &[Native] = &[
    Native::new("truth", 1, 1, |vm, _, args| Ok(Singletons::bool(vm.is_true(args.pos[0])?))),
    Native::new("not_", 1, 1, |vm, _, args| Ok(Singletons::bool(!vm.is_true(args.pos[0])?))),
    Native::new("is_", 2, 2, |_, _, args| Ok(Singletons::bool(args.pos[0] == args.pos[1]))),
    Native::new("is_not", 2, 2, |_, _, args| Ok(Singletons::bool(args.pos[0] != args.pos[1]))),
    comparison!("lt", Lt),
    comparison!("le", Le),
    comparison!("eq", Eq),
    comparison!("ne", Ne),
    comparison!("ge", Ge),
    comparison!("gt", Gt),
    binary!("add", Add),
    binary!("sub", Subtract),
    binary!("mul", Multiply),
    binary!("matmul", MatrixMultiply),
    binary!("truediv", TrueDivide),
    binary!("floordiv", FloorDivide),
    binary!("mod", Remainder),
    binary!("pow", Power),
    binary!("lshift", LeftShift),
    binary!("rshift", RightShift),
    binary!("and_", And),
    binary!("or_", Or),
    binary!("xor", Xor),
    binary!("iadd", InplaceAdd),
    binary!("isub", InplaceSubtract),
    binary!("imul", InplaceMultiply),
    binary!("imatmul", InplaceMatrixMultiply),
    binary!("itruediv", InplaceTrueDivide),
    binary!("ifloordiv", InplaceFloorDivide),
    binary!("imod", InplaceRemainder),
    binary!("ipow", InplacePower),
    binary!("ilshift", InplaceLeftShift),
    binary!("irshift", InplaceRightShift),
    binary!("iand", InplaceAnd),
    binary!("ior", InplaceOr),
    binary!("ixor", InplaceXor),
    Native::new("neg", 1, 1, |vm, _, args| vm.negative(args.pos[0])),
    Native::new("pos", 1, 1, |vm, _, args| vm.positive(args.pos[0])),
    Native::new("inv", 1, 1, |vm, _, args| vm.invert(args.pos[0])),
    Native::new("invert", 1, 1, |vm, _, args| vm.invert(args.pos[0])),
    Native::new("abs", 1, 1, super::builtins::numbers::abs),
    Native::new("index", 1, 1, |vm, _, args| {
        let value = vm.big_index(args.pos[0])?;
        Ok(vm.new_big_int(value))
    }),
    Native::new("concat", 2, 2, |vm, _, args| concat(vm, args, BinaryOperator::Add)),
    Native::new("iconcat", 2, 2, |vm, _, args| concat(vm, args, BinaryOperator::InplaceAdd)),
    Native::new("contains", 2, 2, |vm, _, args| Ok(Singletons::bool(vm.contains(args.pos[0], args.pos[1])?))),
    Native::new("countOf", 2, 2, count_of),
    Native::new("indexOf", 2, 2, index_of),
    Native::new("getitem", 2, 2, |vm, _, args| vm.getitem(args.pos[0], args.pos[1])),
    Native::new("setitem", 3, 3, |vm, _, args| {
        vm.setitem(args.pos[0], args.pos[1], args.pos[2])?;
        Ok(Singletons::NONE)
    }),
    Native::new("delitem", 2, 2, |vm, _, args| {
        vm.delitem(args.pos[0], args.pos[1])?;
        Ok(Singletons::NONE)
    }),
    Native::new("length_hint", 1, 2, length_hint),
    Native::any("call", call),
];

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec { name: "_operator", functions: FUNCTIONS, init: Some(init) }
}

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    vm.dict_set_text(dict, "attrgetter", TypeTable::ATTRGETTER);
    vm.dict_set_text(dict, "itemgetter", TypeTable::ITEMGETTER);
    vm.dict_set_text(dict, "methodcaller", TypeTable::METHODCALLER);
    Ok(())
}

/// Joins sequences, not numbers (PySequence_Concat).
fn concat(vm: &mut Vm, args: &Args, operator: BinaryOperator) -> R<Id> {
    let class = vm.class(vm.class_of(args.pos[0]));
    if class.slots.add.is_none() || class.slots.getitem.is_none() {
        return Err(vm.type_error_for(args.pos[0], "'{}' object can't be concatenated"));
    }
    vm.binary_op(operator, args.pos[0], args.pos[1])
}

/// The iterator of a container, or TypeError as `in` words it (_PySequence_IterSearch).
fn iterate(vm: &mut Vm, container: Id) -> R<Id> {
    if !vm.is_iterable(container) {
        return Err(vm.type_error_for(container, "argument of type '{}' is not iterable"));
    }
    vm.iter(container)
}

fn count_of(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let iterator = iterate(vm, args.pos[0])?;
    vm.keep(iterator);
    let mut count = 0;
    while let Some(item) = vm.step(iterator)? {
        let equal = vm.compare_bool(item, args.pos[1], Comparison::Eq);
        vm.decref(item);
        count += i64::from(equal?);
    }
    Ok(vm.new_int(count))
}

fn index_of(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let iterator = iterate(vm, args.pos[0])?;
    vm.keep(iterator);
    let mut index = 0;
    while let Some(item) = vm.step(iterator)? {
        let equal = vm.compare_bool(item, args.pos[1], Comparison::Eq);
        vm.decref(item);
        if equal? {
            return Ok(vm.new_int(index));
        }
        index += 1;
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn length_hint(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let default = match args.get(1) {
        Some(default) => vm.index(default)?,
        None => 0,
    };
    // Negative defaults are given back as they are.
    let sentinel = usize::MAX;
    match vm.length_hint(args.pos[0], sentinel)? {
        hint if hint == sentinel => Ok(vm.new_int(default)),
        hint => Ok(vm.new_int(hint as i64)),
    }
}

fn call(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    match args.pos.split_first() {
        Some((&callable, rest)) => vm.call_kw(callable, rest, args.kw),
        None => Err(vm.type_error("call expected at least 1 argument, got 0")),
    }
}

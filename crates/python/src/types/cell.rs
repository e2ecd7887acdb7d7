use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, GetSet, NO_SLOTS, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm, hash_not_implemented};

/// The declaration of `cell`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            richcompare: Some(richcompare),
            hash: Some(hash_not_implemented),
            new: Some(new),
            ..NO_SLOTS
        },
        getset: const { &[GetSet::new("cell_contents", contents, set_contents)] },
        ..TypeSpec::new("cell")
    }
}

fn content(vm: &Vm, this: Id) -> Slot {
    match vm.data(this) {
        Data::Cell(content) => *content,
        _ => None,
    }
}

fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    if args.pos.len() > 1 {
        let given = args.pos.len();
        return Err(vm.type_error(format!("cell expected at most 1 argument, got {given}")));
    }
    let content = args.get(0).map(|v| vm.incref(v));
    Ok(vm.new_cell(content))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let address = vm.address(this);
    let text = match content(vm, this) {
        None => format!("<cell at {address:#x}: empty>"),
        Some(content) => {
            format!("<cell at {address:#x}: {} object at {:#x}>", vm.type_name(content), vm.address(content))
        }
    };
    Ok(vm.new_str(text))
}

/// By what they hold; an empty cell comes first (cellobject.c, cell_richcompare).
fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    if !matches!(vm.data(other), Data::Cell(_)) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    match (content(vm, this), content(vm, other)) {
        (Some(a), Some(b)) => vm.compare(a, b, op),
        (a, b) => Ok(Singletons::bool(op.holds(a.is_some().cmp(&b.is_some())))),
    }
}

fn contents(vm: &mut Vm, this: Id) -> R<Id> {
    match content(vm, this) {
        Some(content) => Ok(vm.incref(content)),
        None => Err(vm.value_error("Cell is empty")),
    }
}

fn set_contents(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    value.iter().for_each(|&v| vm.heap.incref(v));
    if !matches!(vm.data(this), Data::Cell(_)) {
        return Err(vm.raise(Exceptions::SYSTEM_ERROR, "bad argument to internal function"));
    }
    if let Data::Cell(content) = vm.data_mut(this) {
        let old = std::mem::replace(content, value);
        vm.decref_slot(old);
    }
    Ok(())
}

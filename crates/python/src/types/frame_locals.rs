//! `frame.f_locals` of a function since CPython 3.13: a view of its variables that writes through (PEP 667;
//! frameobject.c, framelocalsproxy_*).

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, free_list, take_slot};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// The view: it holds its frame.
#[derive(Clone)]
struct FrameLocals {
    frame: Slot,
}

impl NativeData for FrameLocals {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.frame.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.frame, released);
    }

    fn size(&self) -> usize {
        40
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `FrameLocalsProxy`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(|vm, this| with_copy(vm, this, Vm::repr)),
            hash: Some(crate::vm::hash_not_implemented),
            richcompare: Some(richcompare),
            iter: Some(|vm, this| {
                let keys = keys(vm, this);
                with_kept(vm, keys, Vm::iter)
            }),
            len: Some(|vm, this| Ok(items(vm, this).len())),
            getitem: Some(getitem),
            setitem: Some(setitem),
            contains: Some(|vm, this, key| Ok(find(vm, this, key)?.is_some())),
            or: Some(or),
            inplace_or: Some(|vm, this, other| {
                update_from(vm, this, other)?;
                Ok(vm.incref(this))
            }),
            ..NO_SLOTS
        },
        methods: const {
            &[
                Native::new("__reversed__", 0, 0, reversed),
                Native::new("copy", 0, 0, |vm, this, _| Ok(copy(vm, this))),
                Native::new("keys", 0, 0, |vm, this, _| Ok(keys(vm, this))),
                Native::new("values", 0, 0, values),
                Native::new("items", 0, 0, pairs),
                Native::new("get", 1, 2, get),
                Native::new("setdefault", 1, 2, setdefault),
                Native::new("update", 1, 1, update),
            ]
        },
        ..TypeSpec::new("FrameLocalsProxy")
    }
}

impl Vm {
    /// A view of a frame object's variables.
    pub(crate) fn new_frame_locals(&mut self, frame: Id) -> Id {
        // Its class is called with a tuple of the frame.
        self.heap.count_temporary(free_list::TUPLE);
        self.incref(frame);
        self.new_native(TypeTable::FRAME_LOCALS, FrameLocals { frame: Some(frame) })
    }
}

fn frame(vm: &Vm, this: Id) -> Id {
    vm.native::<FrameLocals>(this).and_then(|view| view.frame).unwrap_or(Singletons::NONE)
}

/// Names and values, borrowed.
fn items(vm: &Vm, this: Id) -> Vec<(Id, Id)> {
    vm.frame_variables(frame(vm, this))
}

fn find(vm: &mut Vm, this: Id, key: Id) -> R<Slot> {
    if vm.str_data(key).is_none() {
        vm.hash(key)?;
    }
    for (name, value) in items(vm, this) {
        if vm.compare_bool(name, key, Comparison::Eq)? {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

fn copy(vm: &mut Vm, this: Id) -> Id {
    let dict = vm.new_dict();
    for (name, value) in items(vm, this) {
        vm.incref(value);
        vm.dict_set_name(dict, name, value);
    }
    dict
}

fn with_kept(vm: &mut Vm, made: Id, use_it: fn(&mut Vm, Id) -> R<Id>) -> R<Id> {
    vm.keep(made);
    use_it(vm, made)
}

fn with_copy(vm: &mut Vm, this: Id, use_it: fn(&mut Vm, Id) -> R<Id>) -> R<Id> {
    if vm.enter_repr(this) {
        return Ok(vm.new_str("{...}"));
    }
    let copied = copy(vm, this);
    let result = with_kept(vm, copied, use_it);
    vm.leave_repr(this);
    result
}

fn list_of(vm: &mut Vm, items: Vec<Id>) -> Id {
    for &item in &items {
        vm.incref(item);
    }
    vm.new_list(items)
}

fn keys(vm: &mut Vm, this: Id) -> Id {
    let names = items(vm, this).into_iter().map(|(name, _)| name).collect();
    list_of(vm, names)
}

fn values(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let values = items(vm, this).into_iter().map(|(_, value)| value).collect();
    Ok(list_of(vm, values))
}

fn pairs(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let mut tuples = Vec::new();
    for (name, value) in items(vm, this) {
        vm.incref(name);
        vm.incref(value);
        tuples.push(vm.new_tuple([name, value]));
    }
    Ok(vm.new_list(tuples))
}

fn reversed(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let names = items(vm, this).into_iter().rev().map(|(name, _)| name).collect();
    Ok(list_of(vm, names))
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    match find(vm, this, key)? {
        Some(value) => Ok(vm.incref(value)),
        None => {
            let text = vm.repr_text(key)?;
            let message = vm.new_str(format!("local variable '{text}' is not defined"));
            let raised = vm.key_error(message);
            vm.decref(message);
            Err(raised)
        }
    }
}

fn setitem(vm: &mut Vm, this: Id, key: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value else { return Err(vm.type_error("cannot remove variables from FrameLocalsProxy")) };
    vm.incref(value);
    let frame = frame(vm, this);
    if vm.set_frame_variable(frame, key, value) {
        return Ok(());
    }
    let extra = vm.frame_extra_locals(frame);
    vm.keep(value);
    vm.setitem(extra, key, value)
}

fn get(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let found = find(vm, this, args.pos[0])?;
    let value = found.or(args.get(1)).unwrap_or(Singletons::NONE);
    Ok(vm.incref(value))
}

fn setdefault(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let value = match find(vm, this, args.pos[0])? {
        Some(value) => value,
        None => {
            let value = args.get(1).unwrap_or(Singletons::NONE);
            setitem(vm, this, args.pos[0], Some(value))?;
            value
        }
    };
    Ok(vm.incref(value))
}

fn update(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    update_from(vm, this, args.pos[0])?;
    Ok(Singletons::NONE)
}

fn is_mapping(vm: &Vm, id: Id) -> bool {
    vm.dict(id).is_some() || vm.class_of(id) == TypeTable::FRAME_LOCALS
}

fn update_from(vm: &mut Vm, this: Id, other: Id) -> R<()> {
    if !is_mapping(vm, other) {
        let message = "unsupported operand type(s) for update: 'FrameLocalsProxy' and '{}'";
        return Err(vm.type_error_for(other, message));
    }
    let names = vm.collect(other)?;
    for &name in &names {
        vm.keep(name);
    }
    for name in names {
        let value = vm.getitem(other, name)?;
        vm.keep(value);
        setitem(vm, this, name, Some(value))?;
    }
    Ok(())
}

fn or(vm: &mut Vm, left: Id, right: Id) -> R<Id> {
    if !is_mapping(vm, left) || !is_mapping(vm, right) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let result = vm.new_dict();
    vm.keep(result);
    for side in [left, right] {
        let copied = match vm.class_of(side) {
            TypeTable::FRAME_LOCALS => copy(vm, side),
            _ => vm.incref(side),
        };
        vm.keep(copied);
        vm.dict_update(result, copied)?;
    }
    Ok(vm.incref(result))
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    if !is_mapping(vm, other) || !matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    if vm.class_of(other) == TypeTable::FRAME_LOCALS {
        let same = frame(vm, this) == frame(vm, other);
        return Ok(Singletons::bool(same == (op == Comparison::Eq)));
    }
    let copied = copy(vm, this);
    vm.keep(copied);
    vm.compare(copied, other, op)
}

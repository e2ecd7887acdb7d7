//! Slot functions of classes written in Python: each calls a dunder method (typeobject.c, slot_tp_repr and its kin).

use num_traits::ToPrimitive;
use ouro_heap::Id;
use smallvec::SmallVec;

use crate::bytecode::Comparison;
use crate::native::{Args, BinaryFn};
use crate::object::Data;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm, saturating_count};

/// Calls a dunder method that was there when the slot was set.
fn required(vm: &mut Vm, this: Id, name: Id, args: &[Id]) -> R<Id> {
    match vm.call_slot_method(this, name, args)? {
        Some(result) => Ok(result),
        None => Err(vm.attribute_error(this, name)),
    }
}

macro_rules! unary {
    ($($function:ident $name:ident,)+) => {
        $(pub(super) fn $function(vm: &mut Vm, this: Id) -> R<Id> {
            required(vm, this, Names::$name, &[])
        })+
    };
}

unary! {
    repr REPR, str STR, negative NEG, positive POS, absolute ABS, invert INVERT, int INT, float FLOAT, index INDEX,
    await_ AWAIT, aiter AITER, anext ANEXT,
}

pub(super) fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let class = vm.class_of(this);
    match vm.type_lookup(class, Names::HASH) {
        None | Some(Singletons::NONE) => return super::super::protocol::hash_not_implemented(vm, this),
        Some(_) => {}
    }
    let result = required(vm, this, Names::HASH, &[])?;
    let value = vm.big_int_value(result);
    vm.decref(result);
    let Some(value) = value else {
        return Err(vm.type_error("__hash__ method should return an integer"));
    };
    let hash = match value.to_i64() {
        Some(hash) => hash,
        None => {
            let int = vm.new_big_int(value);
            let hash = vm.hash(int);
            vm.decref(int);
            hash?
        }
    };
    Ok(if hash == -1 { -2 } else { hash })
}

pub(super) fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    match prepended(vm, this, Names::CALL, args)? {
        Some(result) => Ok(result),
        None => Err(vm.type_error_for(this, "'{}' object is not callable")),
    }
}

fn unpacked(vm: &mut Vm, method: Id, args: &Args) -> R<Id> {
    let names = vm.unpack_keywords(args);
    let result = vm.call_args(method, args);
    vm.release_unpacked(names, args);
    result
}

/// Calls a dunder method with the arguments of a call (call.c, _PyObject_Call_Prepend).
fn prepended(vm: &mut Vm, this: Id, name: Id, args: &Args) -> R<Option<Id>> {
    let class = vm.class_of(this);
    let Some(method) = vm.type_lookup(class, name) else { return Ok(None) };
    vm.incref(method);
    let mut all: SmallVec<[Id; 6]> = SmallVec::new();
    let bound = if vm.binds_as_method(method) {
        all.push(this);
        Ok(vm.incref(method))
    } else {
        vm.bind(method, this, class)
    };
    all.extend_from_slice(args.pos);
    let result = match bound {
        Ok(bound) => {
            let result = unpacked(vm, bound, &Args { pos: &all, kw: args.kw });
            vm.decref(bound);
            result
        }
        Err(raised) => Err(raised),
    };
    vm.decref(method);
    result.map(Some)
}

pub(super) fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    let name = match op {
        Comparison::Lt => Names::LT,
        Comparison::Le => Names::LE,
        Comparison::Eq => Names::EQ,
        Comparison::Ne => Names::NE,
        Comparison::Gt => Names::GT,
        Comparison::Ge => Names::GE,
    };
    Ok(vm.call_slot_method(this, name, &[other])?.unwrap_or(Singletons::NOT_IMPLEMENTED))
}

pub(super) fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    let class = vm.class_of(this);
    if vm.type_lookup(class, Names::ITER) == Some(Singletons::NONE) {
        return Err(vm.type_error_for(this, "'{}' object is not iterable"));
    }
    required(vm, this, Names::ITER, &[])
}

pub(super) fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    required(vm, this, Names::NEXT, &[]).map(Some)
}

/// `__getattribute__`, then `__getattr__` if that is an AttributeError (slot_tp_getattr_hook).
pub(super) fn getattr_hook(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    let class = vm.class_of(this);
    let own = vm.type_lookup(class, Names::GETATTRIBUTE);
    let found = match own {
        Some(method) if vm.native::<crate::types::slot_wrapper::SlotWrapper>(method).is_none() => {
            Some(required(vm, this, Names::GETATTRIBUTE, &[name]))
        }
        Some(_) if own != vm.type_lookup(TypeTable::OBJECT, Names::GETATTRIBUTE) => {
            vm.builtin_getattr(class).map(|getattr| getattr(vm, this, name))
        }
        _ => None,
    };
    let raised = match found {
        Some(Ok(value)) => return Ok(value),
        Some(Err(raised)) => Some(raised),
        // What is missing makes no error where `__getattr__` is asked next.
        None => match vm.generic_getattr_opt(this, name) {
            Ok(Some(value)) => return Ok(value),
            Ok(None) => None,
            Err(raised) => Some(raised),
        },
    };
    if vm.type_lookup(vm.class_of(this), Names::GETATTR).is_none() {
        return Err(raised.unwrap_or_else(|| vm.attribute_error(this, name)));
    }
    if let Some(raised) = raised {
        vm.expect_raised(raised, Exceptions::ATTRIBUTE_ERROR)?;
    }
    required(vm, this, Names::GETATTR, &[name])
}

pub(super) fn setattr(vm: &mut Vm, this: Id, name: Id, value: Option<Id>) -> R<()> {
    let result = match value {
        Some(value) => required(vm, this, Names::SETATTR, &[name, value])?,
        None => required(vm, this, Names::DELATTR, &[name])?,
    };
    vm.decref(result);
    Ok(())
}

pub(super) fn descr_get(vm: &mut Vm, this: Id, object: Option<Id>, class: Option<Id>) -> R<Id> {
    let none = Singletons::NONE;
    required(vm, this, Names::GET, &[object.unwrap_or(none), class.unwrap_or(none)])
}

pub(super) fn descr_set(vm: &mut Vm, this: Id, object: Id, value: Option<Id>) -> R<()> {
    let name = if value.is_some() { Names::SET } else { Names::DELETE };
    if vm.type_lookup(vm.class_of(this), name).is_none() {
        // The message is the bare name (typeobject.c, vectorcall_method).
        let text = vm.name_text(name);
        return Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, text));
    }
    let result = match value {
        Some(value) => required(vm, this, name, &[object, value])?,
        None => required(vm, this, name, &[object])?,
    };
    vm.decref(result);
    Ok(())
}

/// Calls `__init__` with its arguments; its result has to be None.
pub(super) fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    let Some(result) = prepended(vm, this, Names::INIT, args)? else {
        return Err(vm.attribute_error(this, Names::INIT));
    };
    if result == Singletons::NONE {
        return Ok(());
    }
    let name = vm.type_name(result);
    vm.decref(result);
    Err(vm.type_error(format!("__init__() should return None, not '{name}'")))
}

pub(super) fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let method = vm.getattr(class, Names::NEW)?;
    let mut all: SmallVec<[Id; 6]> = smallvec::smallvec![class];
    all.extend_from_slice(args.pos);
    let result = unpacked(vm, method, &Args { pos: &all, kw: args.kw });
    vm.decref(method);
    result
}

/// Calls `__del__`; an error is reported, not raised (slot_tp_finalize).
pub(super) fn finalize(vm: &mut Vm, this: Id) {
    let class = vm.class_of(this);
    let Some(method) = vm.type_lookup(class, Names::DEL) else { return };
    vm.incref(method);
    match vm.call_slot_method(this, Names::DEL, &[]) {
        Ok(result) => vm.decref_slot(result),
        Err(raised) => vm.write_unraisable_while(raised, "calling deallocator", method),
    }
    vm.decref(method);
}

pub(super) fn bool(vm: &mut Vm, this: Id) -> R<bool> {
    let result = required(vm, this, Names::BOOL, &[])?;
    match result {
        Singletons::TRUE => Ok(true),
        Singletons::FALSE => Ok(false),
        other => {
            let name = vm.type_name(other);
            vm.decref(other);
            Err(vm.type_error(format!("__bool__ should return bool, returned {name}")))
        }
    }
}

pub(super) fn len(vm: &mut Vm, this: Id) -> R<usize> {
    let result = required(vm, this, Names::LEN, &[])?;
    let int = vm.index_object(result);
    vm.decref(result);
    let int = int?;
    let value = vm.big_int_value(int).unwrap_or_default();
    vm.decref(int);
    if value.sign() == num_bigint::Sign::Minus {
        return Err(vm.value_error("__len__() should return >= 0"));
    }
    match value.to_i64() {
        Some(len) => Ok(saturating_count(len)),
        None => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

pub(super) fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    required(vm, this, Names::GETITEM, &[key])
}

pub(super) fn setitem(vm: &mut Vm, this: Id, key: Id, value: Option<Id>) -> R<()> {
    let result = match value {
        Some(value) => vm.call_slot_method(this, Names::SETITEM, &[key, value])?,
        None => vm.call_slot_method(this, Names::DELITEM, &[key])?,
    };
    match (result, value) {
        (Some(result), _) => {
            vm.decref(result);
            Ok(())
        }
        (None, Some(_)) => Err(vm.type_error_for(this, "'{}' object does not support item assignment")),
        (None, None) => Err(vm.type_error_for(this, "'{}' object does not support item deletion")),
    }
}

pub(super) fn contains(vm: &mut Vm, this: Id, item: Id) -> R<bool> {
    let class = vm.class_of(this);
    if vm.type_lookup(class, Names::CONTAINS) == Some(Singletons::NONE) {
        return Err(vm.type_error_for(this, "'{}' object is not a container"));
    }
    let result = required(vm, this, Names::CONTAINS, &[item])?;
    let truth = vm.is_true(result);
    vm.decref(result);
    truth
}

impl Vm {
    /// A class attribute as it is seen through an instance: a new reference.
    pub(crate) fn bind(&mut self, attribute: Id, object: Id, class: Id) -> R<Id> {
        match self.class(self.class_of(attribute)).slots.descr_get {
            Some(get) => get(self, attribute, Some(object), Some(class)),
            None => Ok(self.incref(attribute)),
        }
    }

    /// The `getattr` slot of the nearest builtin base.
    fn builtin_getattr(&self, class: Id) -> Option<BinaryFn> {
        match self.heap.get(class) {
            Data::Class(c) => self.class(c.native_base).slots.getattr,
            _ => None,
        }
    }
}

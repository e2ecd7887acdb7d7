use ouro_heap::Id;

use crate::native::{Args, GetSet, NO_SLOTS, TypeSlots, TypeSpec};
use crate::object::NativeData;
use crate::types::TypeTable;
use crate::vm::{Names, R, Singletons, Vm};

/// A slot of a builtin type as a method: `int.__add__`.
#[derive(Clone)]
pub(crate) struct SlotWrapper {
    /// The type whose slot it calls.
    pub class: Id,
    /// Its place in the table of wrappers.
    pub index: u16,
}

impl SlotWrapper {
    /// `__name__`: an interned str.
    pub fn name(&self) -> Id {
        crate::vm::WRAPPERS.get(self.index as usize).map_or(Names::NAME, |def| def.name)
    }

    /// Whether CPython has a method in its place, which takes its argument as it stands on the stack (METH_COEXIST).
    pub fn is_method(&self) -> bool {
        match self.name() {
            Names::GETITEM => [TypeTable::LIST, TypeTable::DICT].contains(&self.class),
            Names::CONTAINS => [TypeTable::DICT, TypeTable::SET, TypeTable::FROZENSET].contains(&self.class),
            _ => false,
        }
    }
}

impl NativeData for SlotWrapper {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        visit(self.class);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        72
    }

    crate::native_data_boilerplate!();
}

/// A slot wrapper bound to a receiver: `(5).__add__`.
#[derive(Clone)]
struct MethodWrapper {
    wrapper: Id,
    receiver: Option<Id>,
}

impl NativeData for MethodWrapper {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        visit(self.wrapper);
        self.receiver.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        if let Some(receiver) = self.receiver.take() {
            released.extend([self.wrapper, receiver]);
        }
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `wrapper_descriptor`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { repr: Some(repr), call: Some(call), descr_get: Some(descr_get), ..NO_SLOTS },
        getset: const {
            &[GetSet::get("__name__", name), GetSet::get("__qualname__", qualname), GetSet::get("__objclass__", owner)]
        },
        ..TypeSpec::new("wrapper_descriptor")
    }
}

/// The declaration of `method-wrapper`.
pub(crate) fn method_wrapper_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { repr: Some(bound_repr), call: Some(bound_call), ..NO_SLOTS },
        getset: const {
            &[
                GetSet::get("__name__", bound_name),
                GetSet::get("__self__", bound_receiver),
                GetSet::get("__objclass__", bound_owner),
            ]
        },
        ..TypeSpec::new("method-wrapper")
    }
}

fn data(vm: &Vm, this: Id) -> SlotWrapper {
    vm.native::<SlotWrapper>(this).cloned().unwrap_or(SlotWrapper { class: TypeTable::OBJECT, index: 0 })
}

fn name_text(vm: &Vm, wrapper: &SlotWrapper) -> String {
    vm.str_text(wrapper.name()).map(|t| t.to_string()).unwrap_or_default()
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let wrapper = data(vm, this);
    let text = format!("<slot wrapper '{}' of '{}' objects>", name_text(vm, &wrapper), vm.class(wrapper.class).name);
    Ok(vm.new_str(text))
}

fn name(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(data(vm, this).name())
}

fn qualname(vm: &mut Vm, this: Id) -> R<Id> {
    let wrapper = data(vm, this);
    let text = format!("{}.{}", vm.class(wrapper.class).name, name_text(vm, &wrapper));
    Ok(vm.new_str(text))
}

fn owner(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(data(vm, this).class)
}

/// descrobject.c, wrapperdescr_call
fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let wrapper = data(vm, this);
    let Some((&receiver, rest)) = args.pos.split_first() else {
        let (name, class) = (name_text(vm, &wrapper), vm.class(wrapper.class).name.clone());
        return Err(vm.type_error(format!("descriptor '{name}' of '{class}' object needs an argument")));
    };
    if !vm.is_instance(receiver, wrapper.class) {
        let (name, class) = (name_text(vm, &wrapper), vm.class(wrapper.class).name.clone());
        let given = vm.type_name(receiver);
        return Err(vm.type_error(format!("descriptor '{name}' requires a '{class}' object but received a '{given}'")));
    }
    if !wrapper.is_method() {
        // The arguments without the receiver are in a tuple of their own (PyTuple_GetSlice).
        vm.hold_arguments(&Args::positional(rest));
    }
    call_slot(vm, &wrapper, receiver, &Args { pos: rest, kw: args.kw })
}

/// descrobject.c, wrapperdescr_raw_call
fn call_slot(vm: &mut Vm, wrapper: &SlotWrapper, receiver: Id, args: &Args) -> R<Id> {
    let Some(def) = crate::vm::WRAPPERS.get(wrapper.index as usize) else { return Ok(Singletons::NONE) };
    if !args.kw.is_empty() && def.name != Names::INIT && def.name != Names::CALL {
        let name = name_text(vm, wrapper);
        return Err(vm.type_error(format!("wrapper {name}() takes no keyword arguments")));
    }
    (def.call)(vm, wrapper.class, receiver, args)
}

fn descr_get(vm: &mut Vm, this: Id, object: Option<Id>, _class: Option<Id>) -> R<Id> {
    let Some(object) = object else { return Ok(vm.incref(this)) };
    vm.check_descriptor_receiver(this, data(vm, this).class, object)?;
    let (wrapper, receiver) = (vm.incref(this), vm.incref(object));
    Ok(vm.new_native(TypeTable::METHOD_WRAPPER, MethodWrapper { wrapper, receiver: Some(receiver) }))
}

fn bound(vm: &Vm, this: Id) -> Option<(SlotWrapper, Id)> {
    let bound = vm.native::<MethodWrapper>(this)?;
    Some((data(vm, bound.wrapper), bound.receiver?))
}

fn bound_repr(vm: &mut Vm, this: Id) -> R<Id> {
    let Some((wrapper, receiver)) = bound(vm, this) else { return Ok(Singletons::EMPTY_STR) };
    let text = format!(
        "<method-wrapper '{}' of {} object at {:#x}>",
        name_text(vm, &wrapper),
        vm.type_name(receiver),
        vm.address(receiver)
    );
    Ok(vm.new_str(text))
}

fn bound_call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    match bound(vm, this) {
        Some((wrapper, receiver)) => call_slot(vm, &wrapper, receiver, args),
        None => Ok(Singletons::NONE),
    }
}

fn bound_name(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(bound(vm, this).map_or(Singletons::NONE, |(wrapper, _)| wrapper.name()))
}

fn bound_receiver(vm: &mut Vm, this: Id) -> R<Id> {
    let receiver = bound(vm, this).map(|(_, receiver)| receiver);
    Ok(vm.or_none(receiver))
}

fn bound_owner(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(bound(vm, this).map_or(Singletons::NONE, |(wrapper, _)| wrapper.class))
}

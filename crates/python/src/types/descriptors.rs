use ouro_heap::Id;

use crate::native::{GetSet, NO_SLOTS, TypeSlots, TypeSpec};
use crate::object::NativeData;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// A computed attribute of a type: `type.__dict__['__name__']`, and `__dict__` and `__weakref__` of classes.
#[derive(Clone)]
struct GetSetDescriptor {
    /// `None` only while it dies.
    class: Option<Id>,
    getset: &'static GetSet,
}

impl NativeData for GetSetDescriptor {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.class.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.class.take());
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        64
    }

    crate::native_data_boilerplate!();
}

/// A slot of `__slots__`.
#[derive(Clone)]
struct MemberDescriptor {
    /// `None` only while it dies.
    class: Option<Id>,
    /// An interned str; `None` only while it dies.
    name: Option<Id>,
    /// Which of the class's slots.
    index: usize,
}

impl NativeData for MemberDescriptor {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.class.iter().chain(&self.name).for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.class.take().into_iter().chain(self.name.take()));
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        64
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `getset_descriptor`.
pub(crate) fn getset_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(getset_repr),
            descr_get: Some(getset_get),
            descr_set: Some(getset_set),
            ..NO_SLOTS
        },
        getset: const {
            &[GetSet::get("__name__", name), GetSet::get("__qualname__", qualname), GetSet::get("__objclass__", owner)]
        },
        ..TypeSpec::new("getset_descriptor")
    }
}

/// The declaration of `member_descriptor`.
pub(crate) fn member_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(member_repr),
            descr_get: Some(member_get),
            descr_set: Some(member_set),
            ..NO_SLOTS
        },
        getset: const {
            &[GetSet::get("__name__", name), GetSet::get("__qualname__", qualname), GetSet::get("__objclass__", owner)]
        },
        ..TypeSpec::new("member_descriptor")
    }
}

/// The name and the class of either kind.
fn parts(vm: &Vm, this: Id) -> (String, Option<Id>) {
    if let Some(d) = vm.native::<GetSetDescriptor>(this) {
        return (d.getset.name.to_owned(), d.class);
    }
    match vm.native::<MemberDescriptor>(this) {
        Some(d) => {
            (d.name.and_then(|name| vm.str_text(name)).map(|text| text.to_string()).unwrap_or_default(), d.class)
        }
        None => (String::new(), None),
    }
}

fn class_name(vm: &Vm, class: Option<Id>) -> String {
    class.map(|c| vm.class(c).name.to_string()).unwrap_or_default()
}

/// The name as messages show it.
fn full_class_name(vm: &Vm, class: Option<Id>) -> String {
    class.map(|c| vm.class_name(c).to_string()).unwrap_or_default()
}

fn name(vm: &mut Vm, this: Id) -> R<Id> {
    let (name, _) = parts(vm, this);
    Ok(vm.intern_mortal(&name))
}

fn qualname(vm: &mut Vm, this: Id) -> R<Id> {
    let (name, class) = parts(vm, this);
    let text = format!("{}.{name}", class_name(vm, class));
    Ok(vm.new_str(text))
}

fn owner(vm: &mut Vm, this: Id) -> R<Id> {
    let (_, class) = parts(vm, this);
    Ok(vm.or_none(class))
}

fn getset_repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (name, class) = parts(vm, this);
    let text = format!("<attribute '{name}' of '{}' objects>", full_class_name(vm, class));
    Ok(vm.new_str(text))
}

fn member_repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (name, class) = parts(vm, this);
    let text = format!("<member '{name}' of '{}' objects>", full_class_name(vm, class));
    Ok(vm.new_str(text))
}

fn getset_get(vm: &mut Vm, this: Id, object: Option<Id>, _class: Option<Id>) -> R<Id> {
    let Some(object) = object else { return Ok(vm.incref(this)) };
    let Some(GetSetDescriptor { class: Some(class), getset }) = vm.native::<GetSetDescriptor>(this).cloned() else {
        return Ok(Singletons::NONE);
    };
    vm.check_descriptor_receiver(this, class, object)?;
    (getset.get)(vm, object)
}

fn getset_set(vm: &mut Vm, this: Id, object: Id, value: Option<Id>) -> R<()> {
    let Some(GetSetDescriptor { class: Some(class), getset }) = vm.native::<GetSetDescriptor>(this).cloned() else {
        return Ok(());
    };
    vm.check_descriptor_receiver(this, class, object)?;
    match getset.set {
        Some(set) => set(vm, object, value),
        None if getset.member => Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, "readonly attribute")),
        None => {
            let (name, class) = (getset.name, vm.class_name(class));
            Err(vm
                .raise(Exceptions::ATTRIBUTE_ERROR, format!("attribute '{name}' of '{class}' objects is not writable")))
        }
    }
}

fn member_get(vm: &mut Vm, this: Id, object: Option<Id>, _class: Option<Id>) -> R<Id> {
    let Some(object) = object else { return Ok(vm.incref(this)) };
    if vm.native::<GetSetDescriptor>(this).is_some() {
        return getset_get(vm, this, Some(object), None);
    }
    let Some(MemberDescriptor { class: Some(class), name: Some(name), index }) =
        vm.native::<MemberDescriptor>(this).cloned()
    else {
        return Ok(Singletons::NONE);
    };
    vm.check_descriptor_receiver(this, class, object)?;
    match vm.slot(object, index).copied().flatten() {
        Some(value) => Ok(vm.incref(value)),
        None => Err(vm.attribute_error(object, name)),
    }
}

fn member_set(vm: &mut Vm, this: Id, object: Id, value: Option<Id>) -> R<()> {
    if vm.native::<GetSetDescriptor>(this).is_some() {
        return getset_set(vm, this, object, value);
    }
    let Some(MemberDescriptor { class: Some(class), name: Some(name), index }) =
        vm.native::<MemberDescriptor>(this).cloned()
    else {
        return Ok(());
    };
    vm.check_descriptor_receiver(this, class, object)?;
    if let Some(value) = value {
        vm.heap.incref(value);
    }
    let old = vm.slot_mut(object, index).map(|slot| std::mem::replace(slot, value));
    match (old, value) {
        (Some(old), _) if old.is_some() || value.is_some() => {
            vm.decref_slot(old);
            Ok(())
        }
        (Some(_), _) => {
            // An empty slot cannot be emptied: the message is the bare name (structmember.c, PyMember_SetOne).
            let text = vm.name_text(name);
            Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, text))
        }
        (None, value) => {
            vm.decref_slot(value);
            Err(vm.attribute_error(object, name))
        }
    }
}

impl Vm {
    /// The descriptor of a computed attribute of a class, which it counts if it is not a builtin one.
    pub(crate) fn new_getset_descriptor(&mut self, class: Id, getset: &'static GetSet) -> Id {
        self.heap.incref(class);
        let kind = if getset.member { TypeTable::MEMBER_DESCRIPTOR } else { TypeTable::GETSET_DESCRIPTOR };
        self.new_native(kind, GetSetDescriptor { class: Some(class), getset })
    }

    /// The descriptor of one of a class's `__slots__`.
    pub(crate) fn new_member_descriptor(&mut self, class: Id, name: &str, index: usize) -> Id {
        let name = self.intern_mortal(name);
        self.heap.incref(class);
        self.new_native(TypeTable::MEMBER_DESCRIPTOR, MemberDescriptor { class: Some(class), name: Some(name), index })
    }

    /// TypeError unless a descriptor of a class fits an object (descrobject.c, descr_check).
    pub(crate) fn check_descriptor_receiver(&mut self, descriptor: Id, class: Id, object: Id) -> R<()> {
        if self.is_instance(object, class) {
            return Ok(());
        }
        let name = match self.data(descriptor) {
            crate::object::Data::MethodDescriptor(native, _) => native.name.to_owned(),
            _ => match self.native::<crate::types::slot_wrapper::SlotWrapper>(descriptor) {
                Some(wrapper) => self.str_text(wrapper.name()).map(|t| t.to_string()).unwrap_or_default(),
                None => parts(self, descriptor).0,
            },
        };
        let class = self.class(class).name.clone();
        let given = self.type_name(object);
        Err(self.type_error(format!("descriptor '{name}' for '{class}' objects doesn't apply to a '{given}' object")))
    }
}

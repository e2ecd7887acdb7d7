//! Named tuples of the machine's own, such as `sys.version_info` (CPython 3.13 structseq.c, namespaceobject.c).

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::native::{TypeSlots, TypeSpec};
use crate::object::NativeData;
use crate::types::TypeTable;
use crate::vm::{R, Vm};

/// Names and values. As a namespace it has no order and is shown by that name.
#[derive(Clone)]
pub(crate) struct StructSequence {
    name: &'static str,
    names: &'static [&'static str],
    values: Vec<Id>,
}

impl NativeData for StructSequence {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.values.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.append(&mut self.values);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        40 + 8 * self.values.len()
    }

    crate::native_data_boilerplate!();
}

/// The declaration of the type behind all of them.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            len: Some(|vm, this| Ok(parts(vm, this).1.len())),
            getitem: Some(|vm, this, key| as_tuple(vm, this, |vm, tuple| vm.getitem(tuple, key))),
            iter: Some(|vm, this| as_tuple(vm, this, |vm, tuple| vm.iter(tuple))),
            hash: Some(|vm, this| as_tuple(vm, this, |vm, tuple| vm.hash(tuple))),
            getattr: Some(getattr),
            richcompare: Some(richcompare),
            ..crate::native::NO_SLOTS
        },
        ..TypeSpec::new("structseq")
    }
}

impl Vm {
    /// A struct sequence; takes the references.
    pub(crate) fn new_struct_sequence(
        &mut self,
        name: &'static str,
        names: &'static [&'static str],
        values: Vec<Id>,
    ) -> Id {
        self.new_native(TypeTable::STRUCT_SEQUENCE, StructSequence { name, names, values })
    }
}

fn parts(vm: &Vm, this: Id) -> (&'static [&'static str], Vec<Id>) {
    vm.native::<StructSequence>(this).map(|s| (s.names, s.values.clone())).unwrap_or_default()
}

/// Does something with a tuple of the same items.
fn as_tuple<T>(vm: &mut Vm, this: Id, action: impl FnOnce(&mut Vm, Id) -> R<T>) -> R<T> {
    let (_, items) = parts(vm, this);
    for &item in &items {
        vm.incref(item);
    }
    let tuple = vm.new_tuple(items);
    let result = action(vm, tuple);
    vm.decref(tuple);
    result
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.native::<StructSequence>(this).map_or("", |s| s.name);
    let (names, values) = parts(vm, this);
    let mut shown = Vec::new();
    for (field, value) in names.iter().zip(values) {
        shown.push(format!("{field}={}", vm.repr_text(value)?));
    }
    Ok(vm.new_str(format!("{name}({})", shown.join(", "))))
}

fn getattr(vm: &mut Vm, this: Id, name: Id) -> R<Id> {
    let (names, values) = parts(vm, this);
    let wanted = vm.str_text(name);
    let found = names.iter().position(|&n| wanted.as_deref() == Some(n)).and_then(|i| values.get(i).copied());
    match found {
        Some(value) => Ok(vm.incref(value)),
        None => vm.generic_getattr(this, name),
    }
}

fn richcompare(vm: &mut Vm, this: Id, other: Id, op: Comparison) -> R<Id> {
    as_tuple(vm, this, |vm, this| {
        if vm.native::<StructSequence>(other).is_some() {
            as_tuple(vm, other, |vm, other| vm.compare(this, other, op))
        } else {
            vm.compare(this, other, op)
        }
    })
}

use ouro_heap::Id;

use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// The field of a named tuple: a descriptor that reads an item.
#[derive(Clone)]
struct TupleGetter {
    index: i64,
    doc: Slot,
}

crate::native_data_of_slots!(TupleGetter, |_this| 48, visit doc, release doc, clearable true);

/// The declaration of `_tuplegetter`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "collections",
        slots: TypeSlots { new: Some(new), repr: Some(repr), descr_get: Some(get), descr_set: Some(set), ..NO_SLOTS },
        methods: const { &[Native::new("__reduce__", 0, 0, reduce)] },
        getset: const { &[GetSet::new("__doc__", doc, set_doc)] },
        ..TypeSpec::new("_tuplegetter")
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    vm.expect_positional("_tuplegetter", args, 2, 2)?;
    let index = vm.index(args.pos[0])?;
    vm.heap.incref(args.pos[1]);
    Ok(vm.alloc_instance(class, Data::Native(Box::new(TupleGetter { index, doc: Some(args.pos[1]) }))))
}

fn get(vm: &mut Vm, this: Id, instance: Option<Id>, _class: Option<Id>) -> R<Id> {
    let Some(instance) = instance.filter(|&id| id != Singletons::NONE) else { return Ok(vm.incref(this)) };
    let index = vm.native::<TupleGetter>(this).map_or(0, |getter| getter.index);
    let Some(items) = vm.tuple_items(instance) else {
        let given = vm.type_name(instance);
        return Err(vm.type_error(format!(
            "descriptor for index '{index}' for tuple subclasses doesn't apply to '{given}' object"
        )));
    };
    match usize::try_from(index).ok().and_then(|index| items.get(index).copied()) {
        Some(item) => Ok(vm.incref(item)),
        None => Err(vm.index_error("tuple index out of range")),
    }
}

fn set(vm: &mut Vm, _this: Id, _instance: Id, value: Option<Id>) -> R<()> {
    let message = if value.is_some() { "can't set attribute" } else { "can't delete attribute" };
    Err(vm.raise(Exceptions::ATTRIBUTE_ERROR, message))
}

fn doc(vm: &mut Vm, this: Id) -> R<Id> {
    let doc = vm.native::<TupleGetter>(this).and_then(|getter| getter.doc);
    Ok(vm.or_none(doc))
}

fn set_doc(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    value.iter().for_each(|&id| vm.heap.incref(id));
    let old = match vm.native_mut::<TupleGetter>(this) {
        Some(getter) => std::mem::replace(&mut getter.doc, value),
        None => value,
    };
    vm.decref_slot(old);
    Ok(())
}

fn parts(vm: &Vm, this: Id) -> (i64, Id) {
    let parts = vm.native::<TupleGetter>(this).map(|getter| (getter.index, getter.doc.unwrap_or(Singletons::NONE)));
    parts.unwrap_or((0, Singletons::NONE))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (index, doc) = parts(vm, this);
    let (name, doc) = (vm.bare_type_name(this), vm.repr_text(doc)?);
    Ok(vm.new_str(format!("{name}({index}, {doc})")))
}

fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let (index, doc) = parts(vm, this);
    let index = vm.new_int(index);
    vm.heap.incref(doc);
    let arguments = vm.new_tuple(vec![index, doc]);
    let class = vm.class_of(this);
    vm.heap.incref(class);
    Ok(vm.new_tuple(vec![class, arguments]))
}

use ouro_heap::Id;

use super::{only_argument, repr_with, tuple_of};
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Slot};
use crate::vm::{R, Vm};

/// Reads items.
#[derive(Clone)]
struct ItemGetter {
    /// The key, or a tuple of several.
    item: Slot,
    several: bool,
}

crate::native_data_of_slots!(ItemGetter, |_this| 64, visit item, release item, clearable true);

/// The declaration of `itemgetter`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        module: "operator",
        slots: TypeSlots { new: Some(new), call: Some(call), repr: Some(repr), ..NO_SLOTS },
        methods: const { &[Native::new("__reduce__", 0, 0, reduce)] },
        ..TypeSpec::new("itemgetter")
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("itemgetter() takes no keyword arguments"));
    }
    vm.expect_count("itemgetter", args.pos.len().min(1), 1, 1)?;
    let arguments = vm.pack_arguments(args.pos);
    let (item, several) = match *args.pos {
        [item] => {
            vm.heap.incref(item);
            vm.keep(arguments);
            (item, false)
        }
        _ => (arguments, true),
    };
    Ok(vm.alloc_instance(class, Data::Native(Box::new(ItemGetter { item: Some(item), several }))))
}

fn items(vm: &Vm, this: Id) -> Vec<Id> {
    match vm.native(this) {
        Some(&ItemGetter { item: Some(items), several: true }) => vm.tuple_items(items).unwrap_or_default().to_vec(),
        Some(&ItemGetter { item: Some(item), .. }) => vec![item],
        _ => Vec::new(),
    }
}

fn call(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let object = only_argument(vm, "itemgetter", args)?;
    match *items(vm, this) {
        [item] => vm.getitem(object, item),
        ref items => tuple_of(vm, items, |vm, item| vm.getitem(object, item)),
    }
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let items = items(vm, this);
    repr_with(vm, this, &items, &[])
}

fn reduce(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let items = items(vm, this);
    items.iter().for_each(|&id| vm.heap.incref(id));
    let items = vm.new_tuple(items);
    let class = vm.class_of(this);
    vm.heap.incref(class);
    Ok(vm.new_tuple(vec![class, items]))
}

//! `list` (CPython 3.13 listobject.c).

mod methods;
mod sort;
mod subscript;
mod timsort;

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::data::ListItems;
use crate::native::{Args, Layout, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{Data, Kind};
use crate::types::TypeTable;
use crate::types::class_getitem;
use crate::vm::{R, Singletons, Vm, block, hash_not_implemented};

pub(crate) use sort::sort_list;

/// The declaration of `list`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("__reversed__", 0, 0, methods::reversed),
        Native::new("append", 1, 1, methods::append),
        Native::new("clear", 0, 0, methods::clear),
        Native::new("copy", 0, 0, methods::copy),
        Native::new("count", 1, 1, super::tuple::count),
        Native::new("extend", 1, 1, methods::extend),
        Native::new("index", 1, 3, super::tuple::index),
        Native::new("insert", 2, 2, methods::insert),
        Native::new("pop", 0, 1, methods::pop),
        Native::new("remove", 1, 1, methods::remove),
        Native::new("reverse", 0, 0, methods::reverse),
        Native::any("sort", sort::sort),
        Native::new("__class_getitem__", 1, 1, class_getitem).class_method(),
    ];
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash_not_implemented),
            richcompare: Some(richcompare),
            iter: Some(iter),
            new: Some(new),
            init: Some(init),
            len: Some(len),
            getitem: Some(subscript::getitem),
            setitem: Some(subscript::setitem),
            contains: Some(super::tuple::contains),
            add: Some(add),
            multiply: Some(multiply),
            inplace_add: Some(inplace_add),
            inplace_multiply: Some(inplace_multiply),
            ..NO_SLOTS
        },
        methods: METHODS,
        subclassable: true,
        layout: Layout::Other,
        ..TypeSpec::new("list")
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if class == TypeTable::LIST {
        vm.expect_positional("list", args, 0, 1)?;
        let list = vm.heap.alloc_by_class(Kind::of(class), Data::List(ListItems::default()), block::LIST);
        vm.heap.track(list);
        return Ok(list);
    }
    Ok(vm.alloc_instance(class, Data::List(ListItems::default())))
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    vm.expect_positional("list", args, 0, 1)?;
    clear_items(vm, this);
    match args.get(0) {
        Some(iterable) => vm.list_extend(this, iterable),
        None => Ok(()),
    }
}

fn length(vm: &Vm, this: Id) -> usize {
    vm.list_items(this).map_or(0, |items| items.len())
}

fn len(vm: &mut Vm, this: Id) -> R<usize> {
    Ok(length(vm, this))
}

/// Releases all items, the last first (list_clear).
fn clear_items(vm: &mut Vm, this: Id) {
    if let Some(items) = vm.list_items_mut(this) {
        let items = items.take();
        vm.decref_all(items.into_iter().rev());
    }
}

/// New references to the items of a range.
fn copy_range(vm: &mut Vm, this: Id, start: usize, stop: usize) -> Vec<Id> {
    let items = vm.list_items(this).and_then(|items| items.get(start..stop)).unwrap_or_default().to_vec();
    items.iter().for_each(|&item| vm.heap.incref(item));
    items
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    if length(vm, this) == 0 {
        return Ok(vm.new_str("[]"));
    }
    super::tuple::repr_between(vm, this, "[", "]", "[...]")
}

fn richcompare(vm: &mut Vm, a: Id, b: Id, op: Comparison) -> R<Id> {
    if vm.list_items(a).is_none() || vm.list_items(b).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    if length(vm, a) != length(vm, b) && matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Singletons::bool(op == Comparison::Ne));
    }
    super::tuple::compare_items(vm, a, b, op)
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(super::list_iterator::over(vm, TypeTable::LIST_ITERATOR, this))
}

fn add(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if vm.list_items(a).is_none() || vm.list_items(b).is_none() {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    vm.check_items(length(vm, a) + length(vm, b))?;
    let mut items = copy_range(vm, a, 0, length(vm, a));
    items.extend(copy_range(vm, b, 0, length(vm, b)));
    Ok(vm.new_list(items))
}

fn inplace_add(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    vm.list_extend(this, other)?;
    Ok(vm.incref(this))
}

fn multiply(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let (this, factor) = if vm.list_items(a).is_some() { (a, b) } else { (b, a) };
    let Some(factor) = super::tuple::repeat_count(vm, factor)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    vm.check_items(length(vm, this).saturating_mul(factor))?;
    let items = super::tuple::repeat(vm, this, factor);
    Ok(vm.new_list(items))
}

fn inplace_multiply(vm: &mut Vm, this: Id, factor: Id) -> R<Id> {
    let Some(factor) = super::tuple::repeat_count(vm, factor)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    if factor == 0 {
        clear_items(vm, this);
    } else if factor > 1 {
        let len = length(vm, this);
        vm.check_items(len.saturating_mul(factor))?;
        let items = super::tuple::repeat(vm, this, factor - 1);
        if let Some(target) = vm.list_items_mut(this) {
            target.extend_resized(&items);
        }
    }
    Ok(vm.incref(this))
}

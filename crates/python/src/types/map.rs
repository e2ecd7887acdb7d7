//! `map` and `filter` (CPython 3.13 bltinmodule.c).

use ouro_heap::Id;
use smallvec::SmallVec;

use super::list_iterator::slots;
use crate::native::{Args, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// Calls a function with the next item of each iterator.
#[derive(Clone)]
struct Map {
    /// A tuple of the iterators.
    iterators: Slot,
    function: Slot,
}

impl NativeData for Map {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.iterators.into_iter().chain(self.function).for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.iterators, released);
        take_slot(&mut self.function, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    native_data_boilerplate!();
}

/// Lets items pass for which a function returns true.
#[derive(Clone)]
struct Filter {
    iterator: Slot,
    function: Slot,
}

impl NativeData for Filter {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.iterator.into_iter().chain(self.function).for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.function, released);
        take_slot(&mut self.iterator, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    native_data_boilerplate!();
}

/// The declaration of `map`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { slots: TypeSlots { new: Some(new), ..slots(next) }, subclassable: true, ..TypeSpec::new("map") }
}

/// The declaration of `filter`.
pub(crate) fn filter_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { new: Some(filter_new), ..slots(filter_next) },
        subclassable: true,
        ..TypeSpec::new("filter")
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() && vm.inherits_init(class, TypeTable::MAP) {
        return Err(vm.type_error("map() takes no keyword arguments"));
    }
    let [function, iterables @ ..] = args.pos else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let iterators = super::zip::iterators_of(vm, iterables)?;
    vm.heap.incref(*function);
    let map = Map { iterators: Some(iterators), function: Some(*function) };
    let id = vm.alloc_instance(class, Data::Native(Box::new(map)));
    let made: Vec<Id> = vm.tuple_items(iterators).unwrap_or_default().to_vec();
    let own: Vec<Id> = made.into_iter().filter(|iterator| !iterables.contains(iterator)).chain([id]).collect();
    vm.track_in_order(&own);
    Ok(id)
}

/// map_next
fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Map { iterators: Some(iterators), function: Some(function) }) = vm.native(this) else {
        return Ok(None);
    };
    let mut arguments: SmallVec<[Id; 4]> = SmallVec::new();
    while let Some(iterator) = vm.sequence_item(iterators, arguments.len()) {
        match vm.next_inner(iterator) {
            Ok(Some(item)) => arguments.push(item),
            end => {
                vm.decref_all(arguments);
                return end;
            }
        }
    }
    let result = vm.call(function, &arguments);
    vm.decref_all(arguments);
    result.map(Some)
}

fn filter_new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() && vm.inherits_init(class, TypeTable::FILTER) {
        return Err(vm.type_error("filter() takes no keyword arguments"));
    }
    vm.expect_count("filter", args.pos.len(), 2, 2)?;
    let iterator = vm.iter(args.pos[1])?;
    vm.heap.incref(args.pos[0]);
    let filter = Filter { iterator: Some(iterator), function: Some(args.pos[0]) };
    Ok(vm.alloc_instance(class, Data::Native(Box::new(filter))))
}

/// filter_next
fn filter_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Filter { iterator: Some(iterator), function: Some(function) }) = vm.native(this) else {
        return Ok(None);
    };
    let by_truth = function == Singletons::NONE || function == TypeTable::BOOL;
    while let Some(item) = vm.step_inner(iterator)? {
        let passes = if by_truth { vm.is_true(item) } else { passes(vm, function, item) };
        match passes {
            Ok(true) => return Ok(Some(item)),
            Ok(false) => vm.decref(item),
            Err(raised) => {
                vm.decref(item);
                return Err(raised);
            }
        }
    }
    Ok(None)
}

fn passes(vm: &mut Vm, function: Id, item: Id) -> R<bool> {
    let result = vm.call(function, &[item])?;
    let truth = vm.is_true(result);
    vm.decref(result);
    truth
}

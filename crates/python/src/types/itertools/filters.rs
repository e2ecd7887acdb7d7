//! Iterators that ask a function or other items which items to let pass, and `starmap`.

use ouro_heap::Id;

use super::{iterator_spec, make, test};
use crate::native::{Args, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// `dropwhile`, `takewhile`, `filterfalse` and `starmap`: a function and an iterator.
#[derive(Clone)]
struct Filter {
    function: Slot,
    iterator: Slot,
    /// `dropwhile` has started, `takewhile` has stopped.
    decided: bool,
    size: usize,
}

crate::native_data_of_slots!(Filter, |this| this.size, visit function iterator, release function iterator, clearable false);

/// The items of one iterable for which those of another are true.
#[derive(Clone)]
struct Compress {
    data: Slot,
    selectors: Slot,
}

crate::native_data_of_slots!(Compress, |_this| 48, visit data selectors, release data selectors, clearable false);

/// The declaration of `compress`.
pub(crate) fn compress_spec() -> TypeSpec {
    iterator_spec("compress", compress_new, compress_next)
}

/// The declaration of `dropwhile`.
pub(crate) fn dropwhile_spec() -> TypeSpec {
    iterator_spec(
        "dropwhile",
        |vm, class, args| new(vm, class, args, TypeTable::DROPWHILE, "dropwhile", 56),
        dropwhile_next,
    )
}

/// The declaration of `takewhile`.
pub(crate) fn takewhile_spec() -> TypeSpec {
    iterator_spec(
        "takewhile",
        |vm, class, args| new(vm, class, args, TypeTable::TAKEWHILE, "takewhile", 56),
        takewhile_next,
    )
}

/// The declaration of `filterfalse`.
pub(crate) fn filterfalse_spec() -> TypeSpec {
    iterator_spec(
        "filterfalse",
        |vm, class, args| new(vm, class, args, TypeTable::FILTERFALSE, "filterfalse", 48),
        filterfalse_next,
    )
}

/// The declaration of `starmap`.
pub(crate) fn starmap_spec() -> TypeSpec {
    iterator_spec("starmap", |vm, class, args| new(vm, class, args, TypeTable::STARMAP, "starmap", 48), starmap_next)
}

fn new(vm: &mut Vm, class: Id, args: &Args, base: Id, name: &str, size: usize) -> R<Id> {
    if vm.inherits_init(class, base) {
        vm.expect_positional(name, args, 2, 2)?;
    } else {
        vm.expect_count(name, args.pos.len(), 2, 2)?;
    }
    let iterator = vm.iter(args.pos[1])?;
    vm.heap.incref(args.pos[0]);
    make(vm, class, Filter { function: Some(args.pos[0]), iterator: Some(iterator), decided: false, size })
}

fn parts(vm: &Vm, this: Id) -> Option<(Id, Id, bool)> {
    let state = vm.native::<Filter>(this)?;
    Some((state.function?, state.iterator?, state.decided))
}

fn decide(vm: &mut Vm, this: Id) {
    if let Some(state) = vm.native_mut::<Filter>(this) {
        state.decided = true;
    }
}

fn dropwhile_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some((function, iterator, started)) = parts(vm, this) else { return Ok(None) };
    loop {
        let Some(item) = vm.step_inner(iterator)? else { return Ok(None) };
        if started {
            return Ok(Some(item));
        }
        match test(vm, function, item) {
            Ok(true) => vm.decref(item),
            Ok(false) => {
                decide(vm, this);
                return Ok(Some(item));
            }
            Err(raised) => {
                vm.decref(item);
                return Err(raised);
            }
        }
    }
}

fn takewhile_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some((function, iterator, false)) = parts(vm, this) else { return Ok(None) };
    let Some(item) = vm.step_inner(iterator)? else { return Ok(None) };
    let good = test(vm, function, item);
    if let Ok(true) = good {
        return Ok(Some(item));
    }
    vm.decref(item);
    if !good? {
        decide(vm, this);
    }
    Ok(None)
}

fn filterfalse_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some((function, iterator, _)) = parts(vm, this) else { return Ok(None) };
    loop {
        let Some(item) = vm.step_inner(iterator)? else { return Ok(None) };
        let good = if function == Singletons::NONE || function == TypeTable::BOOL {
            vm.is_true(item)
        } else {
            test(vm, function, item)
        };
        if let Ok(false) = good {
            return Ok(Some(item));
        }
        vm.decref(item);
        good?;
    }
}

fn starmap_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some((function, iterator, _)) = parts(vm, this) else { return Ok(None) };
    let Some(mut arguments) = vm.step_inner(iterator)? else { return Ok(None) };
    if vm.class_of(arguments) != TypeTable::TUPLE {
        let tuple = vm.tuple_from(arguments);
        vm.decref(arguments);
        arguments = tuple?;
    }
    let items = vm.tuple_items(arguments).unwrap_or_default().to_vec();
    let result = vm.call(function, &items);
    vm.decref(arguments);
    result.map(Some)
}

fn compress_new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["data", "selectors"], positional_only: 0, positional: 2, required: 2 };
    let bound = vm.bind_args("compress", args, &PARAMETERS)?;
    let data = vm.iter(bound[0].unwrap_or(Singletons::NONE))?;
    match vm.iter(bound[1].unwrap_or(Singletons::NONE)) {
        Ok(selectors) => make(vm, class, Compress { data: Some(data), selectors: Some(selectors) }),
        Err(raised) => {
            vm.decref(data);
            Err(raised)
        }
    }
}

fn compress_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Compress { data: Some(data), selectors: Some(selectors) }) = vm.native(this) else { return Ok(None) };
    loop {
        let Some(item) = vm.step_inner(data)? else { return Ok(None) };
        let selected = match vm.step_inner(selectors) {
            Ok(Some(selector)) => {
                let truth = vm.is_true(selector);
                vm.decref(selector);
                truth.map(Some)
            }
            Ok(None) => Ok(None),
            Err(raised) => Err(raised),
        };
        if let Ok(Some(true)) = selected {
            return Ok(Some(item));
        }
        vm.decref(item);
        if selected?.is_none() {
            return Ok(None);
        }
    }
}

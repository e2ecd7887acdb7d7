//! The builtins `aiter` and `anext` (CPython 3.13 bltinmodule.c, iterobject.c).

use ouro_heap::Id;

use super::awaitable::{SLOTS, finished, methods};
use crate::native::{Args, TypeSlots, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

/// `anext(iterator, default)`
#[derive(Clone, Copy)]
struct AnextAwaitable {
    wrapped: Slot,
    default: Slot,
}

crate::native_data_of_slots!(AnextAwaitable, |_this| 48, visit wrapped default,
    release wrapped default, clearable true);

/// The declaration of `anext_awaitable`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { next: Some(next), ..SLOTS },
        methods: const {
            &methods(
                |vm, this, args| proxy(vm, this, Names::SEND, args),
                |vm, this, args| proxy(vm, this, Names::THROW, args),
                |vm, this, args| proxy(vm, this, Names::CLOSE, args),
            )
        },
        ..TypeSpec::new("anext_awaitable")
    }
}

fn parts(vm: &Vm, this: Id) -> (Id, Id) {
    let data = vm.native::<AnextAwaitable>(this).copied();
    let slot = |slot: Option<Slot>| slot.flatten().unwrap_or(Singletons::NONE);
    (slot(data.map(|d| d.wrapped)), slot(data.map(|d| d.default)))
}

/// The iterator of what is wrapped: borrowed, kept while the native function runs (anextawaitable_getiter).
fn iterator(vm: &mut Vm, this: Id) -> R<Id> {
    let (wrapped, _) = parts(vm, this);
    let iterator = vm.awaitable(wrapped, 0)?;
    vm.keep(iterator);
    if vm.class(vm.class_of(iterator)).slots.next.is_some() {
        return Ok(iterator);
    }
    // A coroutine has no `__next__`; what its `__await__` gives has.
    let Some(await_) = vm.class(vm.class_of(iterator)).slots.await_ else {
        return Err(vm.type_error_for(iterator, "'{}' object is not an iterator"));
    };
    let iterator = await_(vm, iterator)?;
    Ok(vm.keep(iterator))
}

/// The default in the place of StopAsyncIteration.
fn or_default(vm: &mut Vm, this: Id, outcome: R<Option<Id>>) -> R<Option<Id>> {
    match outcome {
        Err(raised) if vm.is_raised(&raised, Exceptions::STOP_ASYNC_ITERATION) => {
            vm.expect_raised(raised, Exceptions::STOP_ASYNC_ITERATION)?;
            let (_, default) = parts(vm, this);
            if default == Singletons::NONE { Ok(None) } else { Err(vm.stop_iteration(Some(default))) }
        }
        other => other,
    }
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let iterator = iterator(vm, this)?;
    let outcome = vm.next(iterator);
    or_default(vm, this, outcome)
}

fn proxy(vm: &mut Vm, this: Id, method: Id, args: &Args) -> R<Id> {
    let iterator = iterator(vm, this)?;
    let outcome = vm.call_method(iterator, method, args.pos).map(Some);
    let outcome = or_default(vm, this, outcome);
    finished(vm, outcome)
}

/// `aiter(iterable)` (PyObject_GetAIter)
pub(crate) fn aiter(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let iterable = args.pos[0];
    let Some(aiter) = vm.class(vm.class_of(iterable)).slots.aiter else {
        return Err(vm.type_error_for(iterable, "'{}' object is not an async iterable"));
    };
    let iterator = aiter(vm, iterable)?;
    if vm.class(vm.class_of(iterator)).slots.anext.is_none() {
        vm.keep(iterator);
        return Err(vm.type_error_for(iterator, "aiter() returned not an async iterator of type '{}'"));
    }
    Ok(iterator)
}

/// `anext(iterator[, default])`
pub(crate) fn anext(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let iterator = args.pos[0];
    let Some(anext) = vm.class(vm.class_of(iterator)).slots.anext else {
        return Err(vm.type_error_for(iterator, "'{}' object is not an async iterator"));
    };
    let awaitable = anext(vm, iterator)?;
    let Some(default) = args.get(1) else { return Ok(awaitable) };
    vm.incref(default);
    Ok(vm.new_native(TypeTable::ANEXT_AWAITABLE, AnextAwaitable { wrapped: Some(awaitable), default: Some(default) }))
}

//! Asynchronous generators, and the awaitables that their methods give (CPython 3.13 genobject.c).

use ouro_heap::Id;

use crate::native::{GetSet, NEVER, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::generator;
use crate::vm::{R, Singletons, Vm};

mod anext;
mod awaitable;
mod send;
mod throw;

pub(crate) use anext::{aiter, anext, spec as anext_spec};
pub(crate) use send::spec as send_spec;
pub(crate) use throw::spec as throw_spec;

/// The declaration of `async_generator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            aiter: Some(|vm, this| Ok(vm.incref(this))),
            anext: Some(|vm, this| send::new(vm, this, Singletons::NONE)),
            ..generator::SLOTS
        },
        methods: const {
            &[
                Native::new("asend", 1, 1, |vm, this, args| send::new(vm, this, args.pos[0])),
                Native::new("athrow", 1, 3, |vm, this, args| throw::new(vm, this, args.pos)).fastcall_since(NEVER),
                Native::new("aclose", 0, 0, |vm, this, _| throw::new(vm, this, &[])),
                Native::new("__class_getitem__", 1, 1, super::class_getitem).class_method(),
            ]
        },
        getset: const {
            &[
                generator::NAME,
                generator::QUALNAME,
                GetSet::get("ag_frame", generator::get_frame),
                GetSet::get("ag_running", |vm, this| {
                    Ok(Singletons::bool(vm.generator(this).is_some_and(|g| g.running_async)))
                }),
                GetSet::get("ag_suspended", generator::get_suspended),
                GetSet::get("ag_code", generator::get_code),
                GetSet::get("ag_await", generator::get_yieldfrom),
            ]
        },
        weakrefable: true,
        ..TypeSpec::new("async_generator")
    }
}

/// A value that an asynchronous generator yields, to tell it from what its awaits yield.
#[derive(Clone)]
struct Wrapped {
    value: Slot,
}

impl NativeData for Wrapped {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.value.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.value, released);
    }

    fn size(&self) -> usize {
        40
    }

    crate::native_data_boilerplate!();
}

/// The declaration of the type of wrapped values.
pub(crate) fn wrapped_spec() -> TypeSpec {
    TypeSpec::new("async_generator_wrapped_value")
}

impl Vm {
    /// What an asynchronous generator yields for a value (borrowed).
    pub(crate) fn wrap_async_value(&mut self, value: Id) -> Id {
        self.incref(value);
        self.new_native(TypeTable::ASYNC_GENERATOR_VALUE, Wrapped { value: Some(value) })
    }
}

/// The value inside, if it is one that the generator yielded: a new reference, for which that to the wrapper goes.
fn unwrapped(vm: &mut Vm, yielded: Id) -> Option<Id> {
    let value = vm.native::<Wrapped>(yielded)?.value.unwrap_or(Singletons::NONE);
    vm.incref(value);
    vm.decref(yielded);
    Some(value)
}

fn set_running(vm: &mut Vm, generator: Id, running: bool) {
    if let Some(data) = vm.generator_mut(generator) {
        data.running_async = running;
    }
}

fn is_running(vm: &Vm, generator: Id) -> bool {
    vm.generator(generator).is_some_and(|g| g.running_async)
}

fn set_closed(vm: &mut Vm, generator: Id) {
    if let Some(data) = vm.generator_mut(generator) {
        data.closed = true;
    }
}

/// What awaiting gives: the value that the generator yielded as StopIteration, its end as StopAsyncIteration, anything
/// else is passed on to whoever drives the coroutine (async_gen_unwrap_value).
fn outcome(vm: &mut Vm, generator: Id, outcome: R<Option<Id>>) -> R<Option<Id>> {
    let raised = match outcome {
        Ok(Some(yielded)) => {
            let Some(value) = unwrapped(vm, yielded) else { return Ok(Some(yielded)) };
            set_running(vm, generator, false);
            if value == Singletons::NONE {
                return Ok(None);
            }
            let raised = vm.stop_iteration(Some(value));
            vm.decref(value);
            return Err(raised);
        }
        Ok(None) => vm.raise_with(Exceptions::STOP_ASYNC_ITERATION, &[]),
        Err(raised) => raised,
    };
    if vm.is_raised(&raised, Exceptions::STOP_ASYNC_ITERATION) || vm.is_raised(&raised, Exceptions::GENERATOR_EXIT) {
        set_closed(vm, generator);
    }
    set_running(vm, generator, false);
    Err(raised)
}

/// The hooks of `sys.set_asyncgen_hooks` come in when a generator is iterated for the first time (async_gen_init_hooks).
fn init_hooks(vm: &mut Vm, generator: Id) -> R<()> {
    let [first, finalizer] = vm.async_generator_hooks;
    match vm.generator_mut(generator) {
        Some(data) if !data.hooks_inited => {
            data.hooks_inited = true;
            data.finalizer = finalizer;
        }
        _ => return Ok(()),
    }
    finalizer.iter().for_each(|&hook| {
        vm.incref(hook);
    });
    let Some(first) = first else { return Ok(()) };
    vm.incref(first);
    vm.keep(first);
    let result = vm.call(first, &[generator])?;
    vm.decref(result);
    Ok(())
}

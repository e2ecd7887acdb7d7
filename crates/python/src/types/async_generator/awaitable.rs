//! What the awaitables of an asynchronous generator's methods have in common.

use ouro_heap::Id;

use super::init_hooks;
use crate::native::{Args, NO_SLOTS, Native, NativeFn, TypeSlots};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// Where an awaitable stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nobody has awaited it.
    Init,
    /// It is being awaited.
    Iterating,
    /// It is over.
    Closed,
}

/// What `asend`, `athrow` and `aclose` give.
#[derive(Clone, Copy)]
pub(super) struct Awaitable {
    pub generator: Slot,
    /// The value to send; or class or exception, value and traceback to throw, none of them for `aclose`.
    pub arguments: [Slot; 3],
    pub state: State,
    /// What `sys.getsizeof` gives.
    size: u8,
}

impl NativeData for Awaitable {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.generator.iter().chain(self.arguments.iter().flatten()).for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.generator, released);
        self.arguments.iter_mut().for_each(|slot| take_slot(slot, released));
    }

    fn size(&self) -> usize {
        self.size.into()
    }

    crate::native_data_boilerplate!();
}

impl Awaitable {
    pub fn of(vm: &Vm, this: Id) -> Awaitable {
        let none = Awaitable { generator: None, arguments: [None; 3], state: State::Closed, size: 0 };
        vm.native::<Awaitable>(this).copied().unwrap_or(none)
    }
}

/// A new awaitable of a generator: that and the arguments are borrowed.
pub(super) fn new(vm: &mut Vm, class: Id, generator: Id, arguments: &[Id]) -> R<Id> {
    init_hooks(vm, generator)?;
    let mut slots = [None; 3];
    for (slot, &argument) in slots.iter_mut().zip(arguments) {
        *slot = Some(vm.incref(argument));
    }
    vm.incref(generator);
    let size = if class == TypeTable::ASYNC_GENERATOR_SEND { 56 } else { 72 };
    Ok(vm.new_native(class, Awaitable { generator: Some(generator), arguments: slots, state: State::Init, size }))
}

pub(super) fn set_state(vm: &mut Vm, this: Id, state: State) {
    if let Some(data) = vm.native_mut::<Awaitable>(this) {
        data.state = state;
    }
}

/// An awaitable is its own iterator.
pub(super) const SLOTS: TypeSlots =
    TypeSlots { iter: Some(|vm, this| Ok(vm.incref(this))), await_: Some(|vm, this| Ok(vm.incref(this))), ..NO_SLOTS };

/// The methods of a coroutine.
pub(super) const fn methods(send: NativeFn, throw: NativeFn, close: NativeFn) -> [Native; 3] {
    [Native::new("send", 1, 1, send), Native::new("throw", 1, 3, throw), Native::new("close", 0, 0, close)]
}

/// What `send` and `throw` of an awaitable give: its end is StopIteration.
pub(super) fn finished(vm: &mut Vm, outcome: R<Option<Id>>) -> R<Id> {
    match outcome? {
        Some(value) => Ok(value),
        None => Err(vm.stop_iteration(None)),
    }
}

/// `close()` of an awaitable, which since CPython 3.13 throws GeneratorExit into it.
pub(super) fn close(vm: &mut Vm, this: Id, throw: NativeFn) -> R<Id> {
    if vm.version.number < (3, 13, 0) {
        set_state(vm, this, State::Closed);
    }
    if Awaitable::of(vm, this).state == State::Closed {
        return Ok(Singletons::NONE);
    }
    match throw(vm, this, &Args::positional(&[Exceptions::GENERATOR_EXIT])) {
        Ok(value) => {
            vm.decref(value);
            Err(vm.raise(Exceptions::RUNTIME_ERROR, "coroutine ignored GeneratorExit"))
        }
        Err(raised) => {
            let ends = [Exceptions::STOP_ITERATION, Exceptions::STOP_ASYNC_ITERATION, Exceptions::GENERATOR_EXIT];
            let end = ends.into_iter().find(|&class| vm.is_raised(&raised, class));
            vm.expect_raised(raised, end.unwrap_or(Exceptions::STOP_ITERATION))?;
            Ok(Singletons::NONE)
        }
    }
}

/// Warns of an awaitable that dies without having been awaited, since CPython 3.13 (_PyErr_WarnUnawaitedAgenMethod).
pub(super) fn warn_unawaited(vm: &mut Vm, this: Id, method: &str) {
    let Awaitable { generator, state, .. } = Awaitable::of(vm, this);
    if state != State::Init || vm.version.number < (3, 13, 0) {
        return;
    }
    let qualname = generator.and_then(|g| vm.generator(g)).and_then(|g| vm.str_text(g.qualname));
    let qualname = qualname.map(|q| q.to_string()).unwrap_or_default();
    let message = format!("coroutine method '{method}' of '{qualname}' was never awaited");
    vm.warn_in_finalizer(Exceptions::RUNTIME_WARNING, &message, generator.unwrap_or(Singletons::NONE));
}

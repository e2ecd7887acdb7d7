//! `asend(value)` and `__anext__()`: async_generator_asend

use ouro_heap::Id;

use super::awaitable::{self, Awaitable, SLOTS, State, close, finished, methods, set_state, warn_unawaited};
use super::{is_running, outcome, set_running};
use crate::native::{Args, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::generator;
use crate::vm::{R, Raised, Singletons, Vm};

/// The declaration of `async_generator_asend`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            next: Some(|vm, this| send(vm, this, Singletons::NONE)),
            finalize: Some(|vm, this| warn_unawaited(vm, this, "asend")),
            ..SLOTS
        },
        methods: const {
            &methods(
                |vm, this, args| {
                    let outcome = send(vm, this, args.pos[0]);
                    finished(vm, outcome)
                },
                throw,
                |vm, this, _| close(vm, this, throw),
            )
        },
        ..TypeSpec::new("async_generator_asend")
    }
}

/// `generator.asend(value)`: both are borrowed.
pub(super) fn new(vm: &mut Vm, generator: Id, value: Id) -> R<Id> {
    awaitable::new(vm, TypeTable::ASYNC_GENERATOR_SEND, generator, &[value])
}

/// Before the first step: another awaitable of the same generator may be on its way.
fn start(vm: &mut Vm, this: Id) -> R<(Id, State)> {
    let Awaitable { generator, state: before, .. } = Awaitable::of(vm, this);
    let generator = generator.unwrap_or(Singletons::NONE);
    match before {
        State::Closed => Err(reused(vm)),
        State::Init if is_running(vm, generator) => {
            if vm.version.number >= (3, 13, 0) {
                set_state(vm, this, State::Closed);
            }
            let message = "anext(): asynchronous generator is already running";
            Err(vm.raise(Exceptions::RUNTIME_ERROR, message))
        }
        _ => {
            set_state(vm, this, State::Iterating);
            set_running(vm, generator, true);
            Ok((generator, before))
        }
    }
}

fn reused(vm: &mut Vm) -> Raised {
    vm.raise(Exceptions::RUNTIME_ERROR, "cannot reuse already awaited __anext__()/asend()")
}

fn end(vm: &mut Vm, this: Id, result: R<Option<Id>>) -> R<Option<Id>> {
    if !matches!(result, Ok(Some(_))) {
        set_state(vm, this, State::Closed);
    }
    result
}

/// async_gen_asend_send
fn send(vm: &mut Vm, this: Id, argument: Id) -> R<Option<Id>> {
    let (generator, before) = start(vm, this)?;
    let [own, ..] = Awaitable::of(vm, this).arguments;
    let value = own.filter(|_| before == State::Init && argument == Singletons::NONE).unwrap_or(argument);
    let sent = vm.send_to_generator(generator, value);
    let result = outcome(vm, generator, sent);
    end(vm, this, result)
}

/// async_gen_asend_throw
fn throw(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let (generator, _) = start(vm, this)?;
    let thrown = generator::throw(vm, generator, args.pos, true);
    let result = outcome(vm, generator, thrown);
    let result = end(vm, this, result);
    finished(vm, result)
}

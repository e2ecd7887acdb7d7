//! `athrow(...)` and `aclose()`: async_generator_athrow

use ouro_heap::Id;

use super::awaitable::{self, Awaitable, SLOTS, State, close, finished, methods, set_state, warn_unawaited};
use super::{is_running, outcome, set_closed, set_running, unwrapped};
use crate::data::GeneratorState;
use crate::native::{Args, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::generator;
use crate::vm::{R, Raised, Singletons, Vm};

/// The declaration of `async_generator_athrow`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            next: Some(|vm, this| send(vm, this, Singletons::NONE)),
            finalize: Some(|vm, this| {
                let closes = Awaitable::of(vm, this).arguments[0].is_none();
                warn_unawaited(vm, this, if closes { "aclose" } else { "athrow" });
            }),
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
        ..TypeSpec::new("async_generator_athrow")
    }
}

/// `generator.athrow(*arguments)`, or `generator.aclose()`: all are borrowed.
pub(super) fn new(vm: &mut Vm, generator: Id, arguments: &[Id]) -> R<Id> {
    awaitable::new(vm, TypeTable::ASYNC_GENERATOR_THROW, generator, arguments)
}

fn fail(vm: &mut Vm, this: Id, message: &str) -> Raised {
    set_state(vm, this, State::Closed);
    vm.raise(Exceptions::RUNTIME_ERROR, message)
}

fn already_running(vm: &mut Vm, this: Id, closes: bool) -> Raised {
    let method = if closes { "aclose" } else { "athrow" };
    fail(vm, this, &format!("{method}(): asynchronous generator is already running"))
}

/// async_gen_athrow_send
fn send(vm: &mut Vm, this: Id, argument: Id) -> R<Option<Id>> {
    let data = Awaitable::of(vm, this);
    let generator = data.generator.unwrap_or(Singletons::NONE);
    let closes = data.arguments[0].is_none();
    if data.state == State::Closed {
        return Err(vm.raise(Exceptions::RUNTIME_ERROR, "cannot reuse already awaited aclose()/athrow()"));
    }
    if vm.generator(generator).is_none_or(|g| g.state == GeneratorState::Finished) {
        set_state(vm, this, State::Closed);
        return Ok(None);
    }
    if data.state == State::Iterating {
        let sent = vm.send_to_generator(generator, argument);
        return if closes { close_outcome(vm, this, generator, sent) } else { outcome(vm, generator, sent) };
    }
    if is_running(vm, generator) {
        return Err(already_running(vm, this, closes));
    }
    if vm.generator(generator).is_some_and(|g| g.closed) {
        set_state(vm, this, State::Closed);
        return Err(vm.raise_with(Exceptions::STOP_ASYNC_ITERATION, &[]));
    }
    if argument != Singletons::NONE {
        let message = "can't send non-None value to a just-started coroutine";
        return Err(vm.raise(Exceptions::RUNTIME_ERROR, message));
    }
    set_state(vm, this, State::Iterating);
    set_running(vm, generator, true);
    if closes {
        set_closed(vm, generator);
        let thrown = generator::throw(vm, generator, &[Exceptions::GENERATOR_EXIT], false);
        return close_outcome(vm, this, generator, thrown);
    }
    let arguments: Vec<Id> = data.arguments.into_iter().flatten().collect();
    let thrown = generator::throw(vm, generator, &arguments, false);
    match outcome(vm, generator, thrown) {
        Err(raised) => {
            set_state(vm, this, State::Closed);
            set_running(vm, generator, false);
            Err(raised)
        }
        result => result,
    }
}

/// What `aclose()` makes of the generator's answer: its end is the end, another value is an error.
fn close_outcome(vm: &mut Vm, this: Id, generator: Id, thrown: R<Option<Id>>) -> R<Option<Id>> {
    let raised = match thrown {
        Ok(Some(yielded)) => {
            let Some(value) = unwrapped(vm, yielded) else { return Ok(Some(yielded)) };
            vm.decref(value);
            set_running(vm, generator, false);
            return Err(fail(vm, this, "async generator ignored GeneratorExit"));
        }
        Ok(None) => vm.raise_with(Exceptions::STOP_ASYNC_ITERATION, &[]),
        Err(raised) => raised,
    };
    set_running(vm, generator, false);
    set_state(vm, this, State::Closed);
    let ends = [Exceptions::STOP_ASYNC_ITERATION, Exceptions::GENERATOR_EXIT];
    let end = ends.into_iter().find(|&class| vm.is_raised(&raised, class));
    match end {
        Some(class) => vm.expect_raised(raised, class).map(|()| None),
        None => Err(raised),
    }
}

/// async_gen_athrow_throw
fn throw(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let data = Awaitable::of(vm, this);
    let generator = data.generator.unwrap_or(Singletons::NONE);
    let closes = data.arguments[0].is_none();
    match data.state {
        State::Closed => {
            return Err(vm.raise(Exceptions::RUNTIME_ERROR, "cannot reuse already awaited aclose()/athrow()"));
        }
        State::Init if vm.version.number >= (3, 13, 0) => {
            if is_running(vm, generator) {
                return Err(already_running(vm, this, closes));
            }
            set_state(vm, this, State::Iterating);
            set_running(vm, generator, true);
        }
        _ => {}
    }
    let thrown = generator::throw(vm, generator, args.pos, true);
    let result = if closes {
        close_outcome(vm, this, generator, thrown)
    } else {
        let result = outcome(vm, generator, thrown);
        if result.is_err() {
            set_state(vm, this, State::Closed);
        }
        result
    };
    finished(vm, result)
}

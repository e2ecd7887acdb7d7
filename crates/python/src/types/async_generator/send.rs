//! `asend(value)` and `__anext__()`: async_generator_asend

use ouro_heap::Id;

use super::{State, close, finished, init_hooks, is_running, outcome, set_running, warn_unawaited};
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::generator;
use crate::vm::{R, Raised, Singletons, Vm};

/// What `asend` gives.
#[derive(Clone, Copy)]
struct Send {
    generator: Slot,
    value: Slot,
    state: State,
}

impl NativeData for Send {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.generator.iter().chain(&self.value).for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.generator, released);
        take_slot(&mut self.value, released);
    }

    fn size(&self) -> usize {
        56
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `async_generator_asend`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            iter: Some(|vm, this| Ok(vm.incref(this))),
            next: Some(|vm, this| send(vm, this, Singletons::NONE)),
            await_: Some(|vm, this| Ok(vm.incref(this))),
            finalize: Some(|vm, this| {
                if let Some(data) = vm.native::<Send>(this).copied() {
                    warn_unawaited(vm, data.generator, data.state, "asend");
                }
            }),
            ..NO_SLOTS
        },
        methods: const {
            &[
                Native::new("send", 1, 1, |vm, this, args| {
                    let outcome = send(vm, this, args.pos[0]);
                    finished(vm, outcome)
                }),
                Native::new("throw", 1, 3, throw),
                Native::new("close", 0, 0, |vm, this, _| {
                    if vm.version.number < (3, 13, 0) {
                        set_state(vm, this, State::Closed);
                    }
                    if state(vm, this).1 == State::Closed { Ok(Singletons::NONE) } else { close(vm, this, throw) }
                }),
            ]
        },
        ..TypeSpec::new("async_generator_asend")
    }
}

/// `generator.asend(value)`: both are borrowed.
pub(super) fn new(vm: &mut Vm, generator: Id, value: Id) -> R<Id> {
    init_hooks(vm, generator)?;
    vm.incref(generator);
    vm.incref(value);
    let data = Send { generator: Some(generator), value: Some(value), state: State::Init };
    Ok(vm.new_native(TypeTable::ASYNC_GENERATOR_SEND, data))
}

fn state(vm: &Vm, this: Id) -> (Id, State) {
    match vm.native::<Send>(this) {
        Some(data) => (data.generator.unwrap_or(Singletons::NONE), data.state),
        None => (Singletons::NONE, State::Closed),
    }
}

fn set_state(vm: &mut Vm, this: Id, state: State) {
    if let Some(data) = vm.native_mut::<Send>(this) {
        data.state = state;
    }
}

/// Before the first step: another awaitable of the same generator may be on its way.
fn start(vm: &mut Vm, this: Id) -> R<(Id, State)> {
    let (generator, before) = state(vm, this);
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
    let own = vm.native::<Send>(this).and_then(|data| data.value);
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

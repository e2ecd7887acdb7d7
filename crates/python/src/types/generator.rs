//! Generators, coroutines and asynchronous generators as objects (CPython 3.13 genobject.c).

use ouro_heap::Id;

use crate::bytecode::{Intrinsic1, Op};
use crate::data::{GeneratorKind, GeneratorState};
use crate::native::{Args, GetSet, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::version::ClosingResult;
use crate::vm::{R, Raised, Resumed, Singletons, Vm};

/// The declaration of `generator`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            iter: Some(|vm, this| Ok(vm.incref(this))),
            next: Some(|vm, this| vm.send_to_generator(this, Singletons::NONE)),
            ..SLOTS
        },
        methods: METHODS,
        getset: const {
            &[
                NAME,
                QUALNAME,
                GetSet::get("gi_frame", get_frame),
                GetSet::get("gi_running", get_running),
                GetSet::get("gi_suspended", get_suspended),
                GetSet::get("gi_code", get_code),
                GetSet::get("gi_yieldfrom", get_yieldfrom),
            ]
        },
        weakrefable: true,
        ..TypeSpec::new("generator")
    }
}

/// The declaration of `coroutine`.
pub(crate) fn coroutine_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { await_: Some(new_wrapper), ..SLOTS },
        methods: METHODS,
        getset: const {
            &[
                NAME,
                QUALNAME,
                GetSet::get("cr_frame", get_frame),
                GetSet::get("cr_running", get_running),
                GetSet::get("cr_suspended", get_suspended),
                GetSet::get("cr_code", get_code),
                GetSet::get("cr_await", get_yieldfrom),
                GetSet::get("cr_origin", |_, _| Ok(Singletons::NONE)),
            ]
        },
        weakrefable: true,
        ..TypeSpec::new("coroutine")
    }
}

/// `coroutine.__await__()`: an iterator over a coroutine.
#[derive(Clone)]
struct CoroutineWrapper {
    coroutine: Slot,
}

impl NativeData for CoroutineWrapper {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.coroutine.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.coroutine, released);
    }

    fn size(&self) -> usize {
        40
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `coroutine_wrapper`.
pub(crate) fn wrapper_spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            iter: Some(|vm, this| Ok(vm.incref(this))),
            next: Some(|vm, this| {
                let coroutine = wrapped(vm, this);
                vm.send_to_generator(coroutine, Singletons::NONE)
            }),
            ..crate::native::NO_SLOTS
        },
        methods: const {
            &[
                Native::new("send", 1, 1, |vm, this, args| {
                    let coroutine = wrapped(vm, this);
                    send(vm, coroutine, args)
                }),
                Native::new("throw", 1, 3, |vm, this, args| {
                    let coroutine = wrapped(vm, this);
                    let outcome = throw(vm, coroutine, args.pos, true);
                    yielded(vm, outcome)
                }),
                Native::new("close", 0, 0, |vm, this, _| {
                    let coroutine = wrapped(vm, this);
                    close_generator(vm, coroutine)
                }),
            ]
        },
        ..TypeSpec::new("coroutine_wrapper")
    }
}

fn new_wrapper(vm: &mut Vm, coroutine: Id) -> R<Id> {
    vm.incref(coroutine);
    Ok(vm.new_native(TypeTable::COROUTINE_WRAPPER, CoroutineWrapper { coroutine: Some(coroutine) }))
}

fn wrapped(vm: &Vm, this: Id) -> Id {
    vm.native::<CoroutineWrapper>(this).and_then(|w| w.coroutine).unwrap_or(Singletons::NONE)
}

pub(super) const SLOTS: TypeSlots = TypeSlots { repr: Some(repr), finalize: Some(finalize), ..crate::native::NO_SLOTS };
const METHODS: &[Native] = &[
    Native::new("__class_getitem__", 1, 1, super::class_getitem).class_method(),
    Native::new("send", 1, 1, send),
    Native::new("throw", 1, 3, |vm, this, args| {
        let outcome = throw(vm, this, args.pos, true);
        yielded(vm, outcome)
    }),
    Native::new("close", 0, 0, close),
];
pub(super) const NAME: GetSet = GetSet::new("__name__", get_name, set_name);
pub(super) const QUALNAME: GetSet = GetSet::new("__qualname__", get_qualname, set_qualname);

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let (kind, here) = (vm.type_name(this), vm.address(this));
    let qualname = vm.generator(this).and_then(|g| vm.str_text(g.qualname));
    let qualname = qualname.map(|q| q.to_string()).unwrap_or_default();
    Ok(vm.new_str(format!("<{kind} object {qualname} at {here:#x}>")))
}

/// What a resumed generator gave: its end becomes StopIteration.
fn yielded(vm: &mut Vm, outcome: R<Option<Id>>) -> R<Id> {
    match outcome? {
        Some(value) => Ok(value),
        None => Err(vm.stop_iteration(None)),
    }
}

fn send(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let outcome = vm.send_to_generator(this, args.pos[0]);
    yielded(vm, outcome)
}

/// `throw(exception)`, or the old way: class, value, traceback (_gen_throw).
/// Without `closes`, GeneratorExit is thrown into a delegate too, where it would be closed otherwise.
pub(super) fn throw(vm: &mut Vm, this: Id, arguments: &[Id], closes: bool) -> R<Option<Id>> {
    let args = Args::positional(arguments);
    let first = args.get(0).unwrap_or(Singletons::NONE);
    let exception = if vm.is_exception_class(first) {
        match args.get(1).filter(|&value| value != Singletons::NONE) {
            None => vm.call(first, &[])?,
            Some(value) if vm.is_instance(value, first) => vm.incref(value),
            Some(value) => {
                let values = vm.tuple_items(value).map_or_else(|| vec![value], <[Id]>::to_vec);
                vm.call(first, &values)?
            }
        }
    } else if vm.is_exception(first) {
        if args.get(1).is_some_and(|value| value != Singletons::NONE) {
            return Err(vm.type_error("instance exception may not have a separate value"));
        }
        vm.incref(first)
    } else {
        return Err(
            vm.type_error_for(first, "exceptions must be classes or instances deriving from BaseException, not {}")
        );
    };
    if let Some(traceback) = args.get(2).filter(|&t| t != Singletons::NONE) {
        if vm.native::<crate::data::Traceback>(traceback).is_none() {
            vm.keep(exception);
            return Err(vm.type_error("throw() third argument must be a traceback object"));
        }
        vm.incref(traceback);
        vm.replace_traceback(exception, Some(traceback));
    }
    let raised = vm.set_raised(exception);
    throw_into(vm, this, raised, closes)
}

/// Throws into what a generator delegates to, if it does, else into the generator itself (_gen_throw).
fn throw_into(vm: &mut Vm, this: Id, raised: Raised, closes: bool) -> R<Option<Id>> {
    let Some(delegate) = delegate(vm, this) else { return vm.throw_into_generator(this, raised) };
    if closes && vm.is_raised(&raised, Exceptions::GENERATOR_EXIT) {
        let Some(exception) = vm.catch(raised) else { return Ok(None) };
        let raised = match close_delegate_of(vm, this, delegate) {
            Ok(()) => vm.set_raised(exception),
            Err(raised) => {
                vm.decref(exception);
                raised
            }
        };
        return vm.throw_into_generator(this, raised);
    }
    vm.incref(delegate);
    set_running(vm, this, true);
    let outcome = if matches!(vm.class_of(delegate), TypeTable::GENERATOR | TypeTable::COROUTINE) {
        Ok(throw_into(vm, delegate, raised, closes))
    } else {
        let exception = vm.catch(raised).unwrap_or(Singletons::NONE);
        let outcome = match vm.getattr_opt(delegate, crate::vm::Names::THROW) {
            Ok(Some(method)) => {
                let result = vm.call(method, &[exception]);
                vm.decref(method);
                Ok(result.map(Some))
            }
            Ok(None) => {
                vm.incref(exception);
                Ok(Err(vm.set_raised(exception)))
            }
            Err(raised) => Err(raised),
        };
        vm.decref(exception);
        outcome
    };
    set_running(vm, this, false);
    vm.decref(delegate);
    match outcome? {
        Ok(Some(value)) => Ok(Some(value)),
        Ok(None) => {
            let raised = vm.stop_iteration(None);
            vm.throw_into_generator(this, raised)
        }
        // The handler of the delegation takes a StopIteration for the delegate's result.
        Err(raised) => vm.throw_into_generator(this, raised),
    }
}

/// Closes what a generator delegates to (gen_close_iter).
fn close_delegate_of(vm: &mut Vm, this: Id, delegate: Id) -> R<()> {
    vm.incref(delegate);
    set_running(vm, this, true);
    let closed = close_delegate(vm, delegate);
    set_running(vm, this, false);
    vm.decref(delegate);
    closed
}

fn set_running(vm: &mut Vm, this: Id, running: bool) {
    if let Some(generator) = vm.generator_mut(this) {
        generator.state = if running { GeneratorState::Running } else { GeneratorState::Suspended };
    }
}

fn close_delegate(vm: &mut Vm, delegate: Id) -> R<()> {
    if vm.generator(delegate).is_some() {
        let closed = close_generator(vm, delegate)?;
        vm.decref(closed);
        return Ok(());
    }
    if let Some(method) = vm.getattr_opt(delegate, crate::vm::Names::CLOSE)? {
        let result = vm.call(method, &[]);
        vm.decref(method);
        vm.decref(result?);
    }
    Ok(())
}

fn close(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    close_generator(vm, this)
}

/// gen_close: the value with which the generator returns.
fn close_generator(vm: &mut Vm, this: Id) -> R<Id> {
    match vm.generator(this).map(|g| (g.state, g.kind)) {
        Some((GeneratorState::Created, _)) => {
            if vm.version.close_ends_unstarted {
                end(vm, this);
            } else if let Some(generator) = vm.generator_mut(this) {
                generator.state = GeneratorState::Finished;
            }
            return Ok(Singletons::NONE);
        }
        Some((GeneratorState::Suspended, _)) => {}
        Some((GeneratorState::Running, kind)) => {
            let what = kind_name(kind);
            return Err(vm.value_error(format!("{what} already executing")));
        }
        _ => return Ok(Singletons::NONE),
    }
    if vm.version.close_without_exception && nothing_handles(vm, this) {
        if vm.version.close_ends_unstarted {
            end(vm, this);
        } else {
            end_without_function(vm, this);
        }
        return Ok(Singletons::NONE);
    }
    let raised = match delegate(vm, this) {
        Some(delegate) => close_delegate_of(vm, this, delegate).err(),
        None => None,
    };
    let raised = raised.unwrap_or_else(|| vm.raise_with(Exceptions::GENERATOR_EXIT, &[]));
    match vm.raise_in_generator(this, raised) {
        Ok(Resumed::Yielded(value)) => {
            vm.decref(value);
            let kind = vm.generator(this).map_or("generator", |g| kind_name(g.kind));
            Err(vm.raise(Exceptions::RUNTIME_ERROR, format!("{kind} ignored GeneratorExit")))
        }
        Ok(Resumed::Returned(result)) => {
            if result == Singletons::NONE || vm.version.closing_result == ClosingResult::Direct {
                return Ok(result);
            }
            let raised = vm.stop_iteration(Some(result));
            vm.decref(result);
            let result = vm.stop_iteration_value(raised)?;
            if vm.version.closing_result == ClosingResult::Ignored {
                vm.decref(result);
                return Ok(Singletons::NONE);
            }
            Ok(result)
        }
        Err(raised) => {
            vm.expect_raised(raised, Exceptions::GENERATOR_EXIT)?;
            Ok(Singletons::NONE)
        }
    }
}

/// Whether a suspended generator stands where no handler is but the one that every generator has: then it can end without
/// an exception (gen_close).
fn nothing_handles(vm: &Vm, this: Id) -> bool {
    let Some(generator) = vm.generator(this) else { return false };
    let code = &generator.code.code;
    let outermost = |target: u32| {
        code.instrs
            .get(target as usize)
            .is_some_and(|instr| instr.op == Op::CallIntrinsic1 && instr.a == Intrinsic1::StopIterationError as u32)
    };
    delegate(vm, this).is_none() && code.handler(generator.pc).is_some_and(|handler| outermost(handler.target))
}

fn kind_name(kind: GeneratorKind) -> &'static str {
    match kind {
        GeneratorKind::Generator => "generator",
        GeneratorKind::Coroutine => "coroutine",
        GeneratorKind::AsyncGenerator => "async generator",
    }
}

/// Ends a generator that does not run. The rest of its frame goes with it (CPython 3.13 genobject.c, gen_close).
fn end_without_function(vm: &mut Vm, this: Id) {
    let Some(generator) = vm.generator_mut(this) else { return };
    generator.state = GeneratorState::Finished;
    let (stack, namespace) = (std::mem::take(&mut generator.stack), generator.namespace.take());
    for slot in stack.into_iter().chain([namespace]) {
        vm.decref_slot(slot);
    }
}

/// Ends a generator that does not run: its frame goes.
fn end(vm: &mut Vm, this: Id) {
    vm.hand_over_generator_frame(this);
    let Some(generator) = vm.generator_mut(this) else { return };
    generator.state = GeneratorState::Finished;
    let mut stack = std::mem::take(&mut generator.stack);
    if vm.version.locals_released_in_reverse {
        stack.reverse();
    }
    let Some(generator) = vm.generator_mut(this) else { return };
    let rest = [
        generator.namespace.take(),
        generator.function.take(),
        generator.handled.take(),
        generator.frame_object.take(),
    ];
    for slot in stack.into_iter().chain(rest) {
        vm.decref_slot(slot);
    }
}

/// Closes a generator that dies while suspended, and warns of a coroutine that nobody awaited (_PyGen_Finalize).
fn finalize(vm: &mut Vm, this: Id) {
    let Some((state, kind)) = vm.generator(this).map(|g| (g.state, g.kind)) else { return };
    if kind == GeneratorKind::AsyncGenerator
        && let Some(finalizer) = vm.generator(this).filter(|g| !g.closed).and_then(|g| g.finalizer)
        && state != GeneratorState::Finished
    {
        match vm.call(finalizer, &[this]) {
            Ok(result) => vm.decref(result),
            Err(raised) => vm.write_unraisable_while(raised, "closing generator", this),
        }
        return;
    }
    match (state, kind) {
        (GeneratorState::Created, GeneratorKind::Coroutine) => {
            let qualname = vm.generator(this).and_then(|g| vm.str_text(g.qualname));
            let qualname = qualname.map(|q| q.to_string()).unwrap_or_default();
            let message = format!("coroutine '{qualname}' was never awaited");
            vm.warn_in_finalizer(Exceptions::RUNTIME_WARNING, &message, this);
            end(vm, this);
        }
        (GeneratorState::Created, _) if vm.version.close_ends_unstarted => end(vm, this),
        // Somebody may have its frame still.
        (GeneratorState::Created, _) => vm.hand_over_generator_frame(this),
        (GeneratorState::Suspended, _) => match vm.scoped(|vm| close_generator(vm, this)) {
            Ok(value) => vm.decref(value),
            Err(raised) => vm.write_unraisable_while(raised, "closing generator", this),
        },
        _ => {}
    }
    // One that yielded instead of ending goes as it is, if nobody else has it.
    let ends = match vm.generator(this).map(|g| g.state) {
        Some(GeneratorState::Finished) => true,
        Some(GeneratorState::Suspended) => vm.heap.refcount(this) == 1,
        _ => false,
    };
    if ends {
        vm.hand_over_generator_frame(this);
    }
}

fn get_name(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.generator(this).map_or(Singletons::NONE, |g| g.name);
    Ok(vm.incref(name))
}

fn get_qualname(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.generator(this).map_or(Singletons::NONE, |g| g.qualname);
    Ok(vm.incref(name))
}

fn set_name(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value.filter(|&v| vm.str_data(v).is_some()) else {
        return Err(vm.type_error("__name__ must be set to a string object"));
    };
    vm.incref(value);
    let old = vm.generator_mut(this).map(|g| std::mem::replace(&mut g.name, value));
    vm.decref_slot(old);
    Ok(())
}

fn set_qualname(vm: &mut Vm, this: Id, value: Option<Id>) -> R<()> {
    let Some(value) = value.filter(|&v| vm.str_data(v).is_some()) else {
        return Err(vm.type_error("__qualname__ must be set to a string object"));
    };
    vm.incref(value);
    let old = vm.generator_mut(this).map(|g| std::mem::replace(&mut g.qualname, value));
    vm.decref_slot(old);
    Ok(())
}

pub(super) fn get_frame(vm: &mut Vm, this: Id) -> R<Id> {
    let frame = match vm.generator(this).map(|g| g.state) {
        Some(GeneratorState::Running) => {
            let index = vm.frames().iter().rposition(|f| f.generator == Some(this));
            index.and_then(|index| vm.frame_object(index))
        }
        Some(GeneratorState::Finished) | None => None,
        _ => vm.generator_frame_object(this),
    };
    let frame = frame.unwrap_or(Singletons::NONE);
    Ok(vm.incref(frame))
}

fn get_running(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(Singletons::bool(vm.generator(this).is_some_and(|g| g.state == GeneratorState::Running)))
}

pub(super) fn get_suspended(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(Singletons::bool(vm.generator(this).is_some_and(|g| g.state == GeneratorState::Suspended)))
}

pub(super) fn get_code(vm: &mut Vm, this: Id) -> R<Id> {
    let code = vm.generator(this).map(|g| g.code_object);
    Ok(vm.or_none(code))
}

/// What a suspended generator delegates to with `yield from` or `await`: borrowed.
fn delegate(vm: &Vm, this: Id) -> Option<Id> {
    let generator = vm.generator(this)?;
    if generator.state != GeneratorState::Suspended {
        return None;
    }
    let instr = generator.code.code.instrs.get(generator.pc as usize)?;
    if instr.op != Op::YieldValue || instr.a != 1 {
        return None;
    }
    let below = 1 + usize::from(instr.b);
    generator.stack.get(generator.stack.len().checked_sub(below)?).copied().flatten()
}

pub(super) fn get_yieldfrom(vm: &mut Vm, this: Id) -> R<Id> {
    let delegate = delegate(vm, this).unwrap_or(Singletons::NONE);
    Ok(vm.incref(delegate))
}

impl Vm {
    /// Whether a coroutine stands at an `await`.
    pub(crate) fn is_awaited(&self, coroutine: Id) -> bool {
        delegate(self, coroutine).is_some()
    }
}

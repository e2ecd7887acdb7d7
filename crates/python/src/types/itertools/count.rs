use ouro_heap::Id;

use super::{iterator_spec, make};
use crate::bytecode::BinaryOperator;
use crate::native::{Args, Native, TypeSlots, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// Counts. As long as it counts ints by one, and they fit, `next` is the next of them.
#[derive(Clone)]
struct Count {
    next: i64,
    /// The next number once `next` is `i64::MAX`.
    number: Slot,
    step: Slot,
}

crate::native_data_of_slots!(Count, |_this| 56, visit number step, release number step, clearable false);

/// Gives the same object again and again.
#[derive(Clone)]
struct Repeat {
    object: Slot,
    /// How often still; without end if negative.
    times: i64,
}

crate::native_data_of_slots!(Repeat, |_this| 48, visit object, release object, clearable false);

/// The declaration of `count`.
pub(crate) fn count_spec() -> TypeSpec {
    let plain = iterator_spec("count", count_new, count_next);
    TypeSpec { slots: TypeSlots { repr: Some(count_repr), ..plain.slots }, ..plain }
}

/// The declaration of `repeat`.
pub(crate) fn repeat_spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, repeat_length_hint)];
    let plain = iterator_spec("repeat", repeat_new, repeat_next);
    TypeSpec { slots: TypeSlots { repr: Some(repeat_repr), ..plain.slots }, methods: METHODS, ..plain }
}

/// PyNumber_Check
fn is_number(vm: &Vm, object: Id) -> bool {
    let slots = &vm.class(vm.class_of(object)).slots;
    slots.index.is_some()
        || slots.int.is_some()
        || slots.float.is_some()
        || vm.is_subclass(vm.class_of(object), TypeTable::COMPLEX)
}

fn is_int(vm: &Vm, object: Id) -> bool {
    vm.is_subclass(vm.class_of(object), TypeTable::INT)
}

fn count_new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["start", "step"], positional_only: 0, positional: 2, required: 0 };
    let bound = vm.bind_args("count", args, &PARAMETERS)?;
    let (start, step) = (bound[0], bound[1]);
    if start.iter().chain(&step).any(|&id| !is_number(vm, id)) {
        return Err(vm.type_error("a number is required"));
    }
    let by_one =
        start.is_none_or(|id| is_int(vm, id)) && step.is_none_or(|id| vm.int_value(id) == Some(1) && is_int(vm, id));
    let fits = match start {
        None => Some(0),
        Some(id) => vm.int_value(id),
    };
    let step = match step {
        Some(step) => vm.incref(step),
        None => vm.new_int(1),
    };
    let state = match fits {
        Some(next) if by_one => Count { next, number: None, step: Some(step) },
        _ => {
            let number = match start {
                Some(start) => vm.incref(start),
                None => vm.new_int(0),
            };
            Count { next: i64::MAX, number: Some(number), step: Some(step) }
        }
    };
    make(vm, class, state)
}

fn count_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(state) = vm.native_mut::<Count>(this) else { return Ok(None) };
    if state.next != i64::MAX {
        let next = state.next;
        state.next += 1;
        return Ok(Some(vm.new_int(next)));
    }
    let Count { number, step: Some(step), .. } = *state else { return Ok(None) };
    let number = match number {
        Some(number) => number,
        None => {
            let number = vm.new_int(i64::MAX);
            if let Some(state) = vm.native_mut::<Count>(this) {
                state.number = Some(number);
            }
            number
        }
    };
    let sum = vm.binary_op(BinaryOperator::Add, number, step)?;
    // The reference to the number goes to the caller.
    Ok(vm.native_mut::<Count>(this).and_then(|state| state.number.replace(sum)))
}

fn count_repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.bare_type_name(this);
    let Some(&Count { next, number, step: Some(step) }) = vm.native(this) else { return vm.repr(Singletons::NONE) };
    if next != i64::MAX {
        return Ok(vm.new_str(format!("{name}({next})")));
    }
    let number = match number {
        Some(number) => vm.repr_text(number)?,
        None => i64::MAX.to_string(),
    };
    if is_int(vm, step) && vm.int_value(step) == Some(1) {
        return Ok(vm.new_str(format!("{name}({number})")));
    }
    let step = vm.repr_text(step)?;
    Ok(vm.new_str(format!("{name}({number}, {step})")))
}

fn repeat_new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["object", "times"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("repeat", args, &PARAMETERS)?;
    let times = match bound[1] {
        Some(times) => vm.index(times)?.max(0),
        None => -1,
    };
    let object = bound[0].unwrap_or(Singletons::NONE);
    vm.heap.incref(object);
    make(vm, class, Repeat { object: Some(object), times })
}

fn repeat_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(state) = vm.native_mut::<Repeat>(this) else { return Ok(None) };
    if state.times == 0 {
        return Ok(None);
    }
    state.times = (state.times - 1).max(-1);
    let object = state.object;
    Ok(object.map(|id| vm.incref(id)))
}

fn repeat_repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.bare_type_name(this);
    let Some(&Repeat { object: Some(object), times }) = vm.native(this) else { return vm.repr(Singletons::NONE) };
    let object = vm.repr_text(object)?;
    Ok(vm.new_str(if times < 0 { format!("{name}({object})") } else { format!("{name}({object}, {times})") }))
}

fn repeat_length_hint(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    match vm.native::<Repeat>(this).map(|state| state.times) {
        Some(times) if times >= 0 => Ok(vm.new_int(times)),
        _ => Err(vm.type_error("len() of unsized object")),
    }
}

use ouro_heap::Id;

use super::{iterator_spec, make};
use crate::bytecode::Comparison;
use crate::native::{Args, TypeSpec};
use crate::object::Slot;
use crate::types::TypeTable;
use crate::types::list_iterator::slots;
use crate::vm::{Parameters, R, Singletons, Vm};

/// Groups consecutive items with equal keys.
#[derive(Clone)]
struct GroupBy {
    iterator: Slot,
    key_function: Slot,
    /// The key of the group given out last.
    target_key: Slot,
    /// Key and value read last, as long as no group has given them out.
    current_key: Slot,
    current_value: Slot,
    /// The group given out last: borrowed, compared only.
    current_group: Slot,
}

crate::native_data_of_slots!(GroupBy, |_this| 88,
    visit iterator key_function target_key current_key current_value,
    release iterator key_function target_key current_key current_value, clearable false);

/// One group.
#[derive(Clone)]
struct Grouper {
    parent: Slot,
    target_key: Slot,
}

crate::native_data_of_slots!(Grouper, |_this| 48, visit parent target_key, release parent target_key, clearable false);

/// The declaration of `groupby`.
pub(crate) fn spec() -> TypeSpec {
    iterator_spec("groupby", new, next)
}

/// The declaration of `_grouper`.
pub(crate) fn grouper_spec() -> TypeSpec {
    TypeSpec { module: "itertools", slots: slots(grouper_next), ..TypeSpec::new("_grouper") }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "key"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("groupby", args, &PARAMETERS)?;
    let iterator = vm.iter(bound[0].unwrap_or(Singletons::NONE))?;
    let key_function = bound[1].unwrap_or(Singletons::NONE);
    vm.heap.incref(key_function);
    let state = GroupBy {
        iterator: Some(iterator),
        key_function: Some(key_function),
        target_key: None,
        current_key: None,
        current_value: None,
        current_group: None,
    };
    make(vm, class, state)
}

/// Reads the next item; false at the end (groupby_step).
fn read(vm: &mut Vm, this: Id) -> R<bool> {
    let Some(&GroupBy { iterator: Some(iterator), key_function: Some(key_function), .. }) = vm.native(this) else {
        return Ok(false);
    };
    let Some(value) = vm.step_inner(iterator)? else { return Ok(false) };
    let key = if key_function == Singletons::NONE {
        vm.incref(value)
    } else {
        match vm.call(key_function, &[value]) {
            Ok(key) => key,
            Err(raised) => {
                vm.decref(value);
                return Err(raised);
            }
        }
    };
    let old_value = vm.native_mut::<GroupBy>(this).and_then(|state| state.current_value.replace(value));
    vm.decref_slot(old_value);
    let old_key = vm.native_mut::<GroupBy>(this).and_then(|state| state.current_key.replace(key));
    vm.decref_slot(old_key);
    Ok(true)
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    if let Some(state) = vm.native_mut::<GroupBy>(this) {
        state.current_group = None;
    }
    let key = loop {
        let Some(&GroupBy { target_key, current_key, .. }) = vm.native(this) else { return Ok(None) };
        if let Some(current) = current_key {
            match target_key {
                Some(target) if vm.compare_held(target, current, Comparison::Eq)? => {}
                _ => break vm.native::<GroupBy>(this).and_then(|state| state.current_key).unwrap_or(Singletons::NONE),
            }
        }
        if !read(vm, this)? {
            return Ok(None);
        }
    };
    vm.heap.incref(key);
    let old = vm.native_mut::<GroupBy>(this).and_then(|state| state.target_key.replace(key));
    vm.decref_slot(old);
    vm.heap.incref(this);
    vm.heap.incref(key);
    let group = vm.new_native(TypeTable::GROUPER, Grouper { parent: Some(this), target_key: Some(key) });
    if let Some(state) = vm.native_mut::<GroupBy>(this) {
        state.current_group = Some(group);
    }
    vm.heap.incref(key);
    Ok(Some(vm.new_tuple(vec![key, group])))
}

fn grouper_next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Grouper { parent: Some(parent), target_key: Some(target) }) = vm.native(this) else { return Ok(None) };
    let is_current = |vm: &Vm| vm.native::<GroupBy>(parent).is_some_and(|state| state.current_group == Some(this));
    if !is_current(vm) {
        return Ok(None);
    }
    let has_value = vm.native::<GroupBy>(parent).is_some_and(|state| state.current_value.is_some());
    if !has_value && !read(vm, parent)? {
        return Ok(None);
    }
    let Some(current) = vm.native::<GroupBy>(parent).and_then(|state| state.current_key) else { return Ok(None) };
    if !vm.compare_held(target, current, Comparison::Eq)? {
        return Ok(None);
    }
    let Some(state) = vm.native_mut::<GroupBy>(parent) else { return Ok(None) };
    let (value, key) = (state.current_value.take(), state.current_key.take());
    vm.decref_slot(key);
    Ok(value)
}

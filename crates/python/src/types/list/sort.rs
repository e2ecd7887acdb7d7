//! `list.sort` and `sorted`.

use ouro_heap::Id;

use super::timsort;
use crate::bytecode::Comparison;
use crate::native::Args;
use crate::object::Data;
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// `list.sort(*, key=None, reverse=False)`
pub(super) fn sort(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    sort_list(vm, this, args)?;
    Ok(Singletons::NONE)
}

/// Sorts a list in place, with the arguments of `list.sort`. Meanwhile the list is empty; whatever happens, it has all
/// of its items again afterwards (listobject.c, list_sort_impl).
pub(crate) fn sort_list(vm: &mut Vm, list: Id, args: &Args) -> R<()> {
    const PARAMETERS: Parameters =
        Parameters { names: &["key", "reverse"], positional_only: 0, positional: 0, required: 0 };
    let bound = vm.bind_args("sort", args, &PARAMETERS)?;
    let key = bound[0].filter(|&key| key != Singletons::NONE);
    let reverse = match bound[1] {
        Some(reverse) => vm.is_true(reverse)?,
        None => false,
    };
    let Some(mut items) = vm.list_items_mut(list).map(|items| items.take()) else { return Ok(()) };
    let result = sort_items(vm, &mut items, key, reverse);
    let mut modified = false;
    if let Some(target) = vm.list_items_mut(list) {
        modified = target.allocated() != 0;
        let added = target.take();
        target.put(items);
        vm.decref_all(added.into_iter().rev());
    }
    if result.is_ok() && modified {
        return Err(vm.value_error("list modified during sort"));
    }
    result
}

fn sort_items(vm: &mut Vm, items: &mut [Id], key: Option<Id>, reverse: bool) -> R<()> {
    let mut keys = match key {
        Some(key) => compute_keys(vm, items, key)?,
        None => items.to_vec(),
    };
    // Reversed before and after, equal items keep their order.
    if reverse {
        keys.reverse();
        items.reverse();
    }
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    let result = sort_order(vm, &mut order, &keys);
    let unsorted = items.to_vec();
    for (item, &from) in items.iter_mut().zip(&order) {
        *item = unsorted[from as usize];
    }
    if key.is_some() {
        vm.decref_all(order.iter().map(|&from| keys[from as usize]));
    }
    if reverse {
        items.reverse();
    }
    result
}

fn compute_keys(vm: &mut Vm, items: &[Id], key: Id) -> R<Vec<Id>> {
    let mut keys = Vec::with_capacity(items.len());
    for &item in items {
        match vm.call(key, &[item]) {
            Ok(key) => keys.push(key),
            Err(raised) => {
                vm.decref_all(keys.into_iter().rev());
                return Err(raised);
            }
        }
    }
    Ok(keys)
}

fn sort_order(vm: &mut Vm, order: &mut Vec<u32>, keys: &[Id]) -> R<()> {
    if sort_plain(vm, order, keys) {
        return Ok(());
    }
    let equal_runs = vm.version.equal_runs;
    timsort::sort(order, equal_runs, |a, b| vm.compare_bool(keys[a as usize], keys[b as usize], Comparison::Lt))
}

/// Sorts keys that are all ints, all floats or all strs, for which no code runs: true if they are.
fn sort_plain(vm: &Vm, order: &mut [u32], keys: &[Id]) -> bool {
    let Some(&first) = keys.first() else { return true };
    let class = vm.class_of(first);
    if keys.iter().any(|&key| vm.class_of(key) != class) {
        return false;
    }
    if class == TypeTable::INT {
        let ints: Option<Vec<i64>> = keys.iter().map(|&key| vm.int_value(key)).collect();
        ints.map(|ints| order.sort_by_key(|&i| ints[i as usize])).is_some()
    } else if class == TypeTable::FLOAT {
        let floats: Option<Vec<f64>> = keys.iter().map(|&key| vm.float_value(key).filter(|f| !f.is_nan())).collect();
        // Zeros of either sign are equal.
        floats
            .map(|floats| order.sort_by(|&a, &b| (floats[a as usize] + 0.0).total_cmp(&(floats[b as usize] + 0.0))))
            .is_some()
    } else if class == TypeTable::STR {
        let texts: Option<Vec<&str>> = keys
            .iter()
            .map(|&key| match vm.data(key) {
                Data::Str(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        texts.map(|texts| order.sort_by_key(|&i| texts[i as usize])).is_some()
    } else {
        false
    }
}

//! Module `gc` (CPython 3.13 gcmodule.c).

use ouro_heap::{GENERATIONS, Id};

use super::ModuleSpec;
use crate::native::{Args, NEVER, Native};
use crate::object::Data;
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Singletons, Vm};

/// The declaration of the module.
pub(crate) fn module() -> ModuleSpec {
    ModuleSpec {
        name: "gc",
        functions: const {
            &[
                Native::new("enable", 0, 0, enable),
                Native::new("disable", 0, 0, disable),
                Native::new("isenabled", 0, 0, isenabled),
                Native::new("set_debug", 1, 1, set_debug),
                Native::new("get_debug", 0, 0, get_debug),
                Native::new("get_count", 0, 0, get_count),
                Native::any("set_threshold", set_threshold).fastcall_since(NEVER),
                Native::new("get_threshold", 0, 0, get_threshold),
                Native::any("collect", collect),
                Native::any("get_objects", get_objects),
                Native::new("get_stats", 0, 0, get_stats),
                Native::new("is_tracked", 1, 1, is_tracked),
                Native::new("is_finalized", 1, 1, is_finalized),
                Native::any("get_referrers", get_referrers).fastcall_since(NEVER),
                Native::any("get_referents", get_referents).fastcall_since(NEVER),
                Native::new("freeze", 0, 0, freeze),
                Native::new("unfreeze", 0, 0, unfreeze),
                Native::new("get_freeze_count", 0, 0, get_freeze_count),
            ]
        },
        init: Some(init),
    }
}

fn init(vm: &mut Vm, dict: Id) -> R<()> {
    let [callbacks, garbage] = vm.gc_lists();
    vm.incref(garbage);
    vm.dict_set_text(dict, "garbage", garbage);
    vm.incref(callbacks);
    vm.dict_set_text(dict, "callbacks", callbacks);
    for (name, value) in [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
    ] {
        let value = vm.new_int(value);
        vm.dict_set_text(dict, name, value);
    }
    Ok(())
}

fn enable(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    vm.heap.set_gc_enabled(true);
    Ok(Singletons::NONE)
}

fn disable(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    vm.heap.set_gc_enabled(false);
    Ok(Singletons::NONE)
}

fn isenabled(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    Ok(Singletons::bool(vm.heap.gc_enabled()))
}

fn set_debug(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    vm.gc.debug = vm.index(args.pos[0])?;
    Ok(Singletons::NONE)
}

fn get_debug(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let debug = vm.gc.debug;
    Ok(vm.new_int(debug))
}

fn new_counts(vm: &mut Vm, counts: [u32; GENERATIONS]) -> Id {
    let items: Vec<Id> = counts.into_iter().map(|n| vm.new_int(i64::from(n))).collect();
    vm.new_tuple(items)
}

fn get_count(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let counts = vm.heap.counts();
    Ok(new_counts(vm, counts))
}

fn get_threshold(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let thresholds = vm.heap.thresholds();
    Ok(new_counts(vm, thresholds))
}

fn set_threshold(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() {
        return Err(vm.type_error("gc.set_threshold() takes no keyword arguments"));
    }
    if !(1..=GENERATIONS).contains(&args.pos.len()) {
        return Err(vm.type_error("gc.set_threshold requires 1 to 3 arguments"));
    }
    let mut thresholds = vm.heap.thresholds();
    for (threshold, &arg) in thresholds.iter_mut().zip(args.pos) {
        // A negative threshold is met by every count.
        *threshold = vm.index(arg)?.clamp(0, i64::from(u32::MAX)) as u32;
    }
    vm.heap.set_thresholds(thresholds);
    Ok(Singletons::NONE)
}

fn collect(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let parameters = Parameters { names: &["generation"], positional_only: 0, positional: 1, required: 0 };
    let generation = match vm.bind_args("collect", args, &parameters)?[0] {
        Some(generation) => vm.index(generation)?,
        None => GENERATIONS as i64 - 1,
    };
    if !(0..GENERATIONS as i64).contains(&generation) {
        return Err(vm.value_error("invalid generation"));
    }
    let result = vm.collect_garbage(generation as u8, true);
    Ok(vm.new_int(i64::from(result.collected) + i64::from(result.uncollectable)))
}

fn new_list_of(vm: &mut Vm, ids: Vec<Id>) -> Id {
    for &id in &ids {
        vm.incref(id);
    }
    vm.new_list(ids)
}

fn get_objects(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let parameters = Parameters { names: &["generation"], positional_only: 0, positional: 1, required: 0 };
    let generation = match vm.bind_args("get_objects", args, &parameters)?[0] {
        None | Some(Singletons::NONE) => -1,
        Some(generation) => {
            if vm.class_of(generation) != TypeTable::INT && vm.int_value(generation).is_none() {
                return Err(vm.type_error_for(generation, "argument should be integer or None, not '{}'"));
            }
            vm.index(generation)?
        }
    };
    let lists = match generation {
        -1 => vm.heap.lists_of(None),
        0..3 => vm.heap.lists_of(Some(generation as u8)),
        ..0 => return Err(vm.value_error("generation parameter cannot be negative")),
        _ => {
            return Err(
                vm.value_error("generation parameter must be less than the number of available generations (3)")
            );
        }
    };
    let ids = lists.iter().flat_map(|&list| vm.heap.generation_members(list)).collect();
    Ok(new_list_of(vm, ids))
}

fn get_stats(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let stats = vm.gc.stats;
    let mut items = Vec::new();
    for generation in stats {
        let dict = vm.new_dict();
        for (key, value) in [
            ("collections", generation.collections),
            ("collected", generation.collected),
            ("uncollectable", generation.uncollectable),
        ] {
            let value = vm.new_int(value as i64);
            vm.dict_set_text(dict, key, value);
        }
        if vm.version.gc_durations {
            let candidates = vm.new_int(generation.candidates as i64);
            vm.dict_set_text(dict, "candidates", candidates);
            // The machine's collections take no time of its clock.
            let duration = vm.new_float(0.0);
            vm.dict_set_text(dict, "duration", duration);
        }
        items.push(dict);
    }
    let list = vm.new_list(items.clone());
    // The list is there before the dicts.
    vm.track_in_order(&[list]);
    let tracked: Vec<Id> = items.into_iter().filter(|&dict| vm.heap.is_tracked(dict)).collect();
    vm.track_in_order(&tracked);
    Ok(list)
}

fn is_tracked(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    Ok(Singletons::bool(vm.heap.is_tracked(args.pos[0])))
}

fn is_finalized(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    Ok(Singletons::bool(vm.heap.is_container(args.pos[0]) && vm.heap.is_finalized(args.pos[0])))
}

/// Tracked objects that refer to any of the arguments: what existed before the program first, then by generation.
fn get_referrers(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let mut found = Vec::new();
    let arguments = vm.tuple_of_arguments(args.pos);
    for generation in [3, 0, 1, 2] {
        for id in vm.heap.generation_members(generation) {
            let mut refers = false;
            vm.heap.traverse(id, &mut |child| refers |= args.pos.contains(&child));
            if refers && id != arguments {
                found.push(id);
            }
        }
    }
    vm.decref(arguments);
    Ok(new_list_of(vm, found))
}

/// What the arguments refer to, as the collector visits it.
fn get_referents(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let mut found = Vec::new();
    for &object in args.pos {
        let is_static_class = matches!(vm.heap.get(object), Data::Class(_)) && TypeTable::is_static(object);
        // The collector does not visit the keys of a dict that has only strs (dictobject.c, dict_traverse).
        let str_keys = vm.dict(object).is_some_and(|d| d.iter().all(|e| vm.class_of(e.key) == TypeTable::STR));
        if vm.heap.is_container(object) && !is_static_class {
            let only_values = vm.class_of(object) == TypeTable::DICT && str_keys;
            let mut is_key = false;
            vm.heap.traverse(object, &mut |child| {
                if !is_key {
                    found.push(child);
                }
                is_key = only_values && !is_key;
            });
            found.retain(|&child| !vm.is_place(child));
        }
    }
    Ok(new_list_of(vm, found))
}

fn freeze(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    vm.heap.freeze();
    Ok(Singletons::NONE)
}

fn unfreeze(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    vm.heap.unfreeze();
    Ok(Singletons::NONE)
}

fn get_freeze_count(vm: &mut Vm, _module: Id, _args: &Args) -> R<Id> {
    let count = vm.heap.generation_len(GENERATIONS as u8);
    Ok(vm.new_int(i64::from(count)))
}

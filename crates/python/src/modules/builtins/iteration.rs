//! Builtin functions about containers and iteration (CPython 3.13 bltinmodule.c).

use ouro_heap::Id;

use crate::native::{Args, Native};
use crate::types::async_generator;
use crate::types::list::sort_list;
use crate::vm::{R, Singletons, Vm};

/// `aiter`, `anext`, `all`, `any`, `iter`, `len`, `next`, `sorted`
pub(crate) const FUNCTIONS: &[Native] = &[
    Native::new("aiter", 1, 1, async_generator::aiter),
    Native::new("anext", 1, 2, async_generator::anext),
    Native::new("all", 1, 1, |vm, _, args| first_with_truth(vm, args, false)),
    Native::new("any", 1, 1, |vm, _, args| first_with_truth(vm, args, true)),
    Native::new("iter", 1, 2, iter),
    Native::new("len", 1, 1, len),
    Native::new("next", 1, 2, next),
    Native::any("sorted", sorted),
];

/// `any` and `all`: whether an item has the truth looked for decides.
fn first_with_truth(vm: &mut Vm, args: &Args, wanted: bool) -> R<Id> {
    let mut found = false;
    vm.for_each(args.pos[0], |vm, item| {
        let truth = vm.is_true(item);
        vm.decref(item);
        found = truth? == wanted;
        Ok(!found)
    })?;
    Ok(Singletons::bool(found == wanted))
}

fn iter(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    match *args.pos {
        [callable, sentinel] => {
            if vm.class(vm.class_of(callable)).slots.call.is_none() {
                return Err(vm.type_error(match vm.version.number < (3, 13, 0) {
                    true => "iter(object, sentinel): object must be callable",
                    false => "iter(v, w): v must be callable",
                }));
            }
            Ok(vm.new_callable_iterator(callable, sentinel))
        }
        _ => vm.iter(args.pos[0]),
    }
}

fn len(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let len = vm.len(args.pos[0])?;
    Ok(vm.new_int(len as i64))
}

fn next(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let Some(default) = args.get(1) else {
        return match vm.next_or_stop(args.pos[0])? {
            Some(item) => Ok(item),
            None => Err(vm.stop_iteration(None)),
        };
    };
    Ok(vm.next(args.pos[0])?.unwrap_or_else(|| vm.incref(default)))
}

/// `sorted(iterable, /, *, key=None, reverse=False)`
fn sorted(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    vm.expect_count("sorted", args.pos.len(), 1, 1)?;
    let list = vm.list_from(args.pos[0])?;
    // It calls the list's method (bltinmodule.c, builtin_sorted).
    let name = vm.intern("sort");
    let method = vm.getattr(list, name)?;
    vm.keep(method);
    match sort_list(vm, list, &Args { pos: &[], kw: args.kw }) {
        Ok(()) => Ok(list),
        Err(raised) => {
            vm.decref(list);
            Err(raised)
        }
    }
}

//! `reversed` over sequences without a `__reversed__` of their own (CPython 3.13 enumobject.c).

use ouro_heap::Id;

use super::list_iterator::slots;
use crate::native::{Args, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::types::exceptions::Exceptions;
use crate::vm::{Names, R, Singletons, Vm};

/// Asks a sequence for its items from the last to the first.
#[derive(Clone)]
struct Reversed {
    sequence: Slot,
    /// Index of the next item.
    index: i64,
}

impl NativeData for Reversed {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.sequence.into_iter().for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.sequence, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    native_data_boilerplate!();
}

/// The declaration of `reversed`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, length_hint)];
    TypeSpec {
        slots: TypeSlots { new: Some(new), ..slots(next) },
        methods: METHODS,
        subclassable: true,
        ..TypeSpec::new("reversed")
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    vm.expect_positional("reversed", args, 1, 1)?;
    let sequence = args.pos[0];
    let method = vm.type_lookup(vm.class_of(sequence), Names::REVERSED);
    if method != Some(Singletons::NONE) {
        if let Some(result) = vm.call_special(sequence, Names::REVERSED, &[])? {
            return Ok(result);
        }
        if vm.is_sequence(sequence) {
            let len = vm.len(sequence)?;
            vm.heap.incref(sequence);
            let reversed = Reversed { sequence: Some(sequence), index: len as i64 - 1 };
            return Ok(vm.alloc_instance(class, Data::Native(Box::new(reversed))));
        }
    }
    Err(vm.type_error_for(sequence, "'{}' object is not reversible"))
}

/// reversed_next
fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Reversed { sequence: Some(sequence), index }) = vm.native(this) else { return Ok(None) };
    if index >= 0 {
        let key = vm.new_int(index);
        vm.heap.incref(sequence);
        let item = vm.getitem(sequence, key);
        vm.decref(sequence);
        vm.decref(key);
        match item {
            Ok(item) => {
                if let Some(iterator) = vm.native_mut::<Reversed>(this) {
                    iterator.index -= 1;
                }
                return Ok(Some(item));
            }
            Err(raised) if vm.is_raised(&raised, Exceptions::INDEX_ERROR) => {
                vm.expect_raised(raised, Exceptions::INDEX_ERROR)?;
            }
            Err(raised) => vm.expect_raised(raised, Exceptions::STOP_ITERATION)?,
        }
    }
    let held = vm.native_mut::<Reversed>(this).and_then(|iterator| iterator.sequence.take());
    vm.decref_slot(held);
    Ok(None)
}

fn length_hint(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let Some(&Reversed { sequence: Some(sequence), index }) = vm.native(this) else { return Ok(vm.new_int(0)) };
    let left = index + 1;
    let left = if (vm.len(sequence)? as i64) < left { 0 } else { left };
    Ok(vm.new_int(left))
}

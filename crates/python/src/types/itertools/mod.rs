//! The types of module `itertools` (CPython 3.13 itertoolsmodule.c).

mod accumulate;
mod chain;
mod combinatorics;
mod count;
mod cycle;
mod filters;
mod groupby;
mod islice;
mod pairs;
mod tee;
mod zip_longest;

use ouro_heap::Id;

use super::list_iterator::slots;
use crate::native::{NativeFn, TypeSlots, TypeSpec};
use crate::object::{Data, NativeData};
use crate::vm::{R, Vm};

pub(crate) use accumulate::spec as accumulate_spec;
pub(crate) use chain::spec as chain_spec;
pub(crate) use combinatorics::{combinations_spec, permutations_spec, product_spec, with_replacement_spec};
pub(crate) use count::{count_spec, repeat_spec};
pub(crate) use cycle::spec as cycle_spec;
pub(crate) use filters::{compress_spec, dropwhile_spec, filterfalse_spec, starmap_spec, takewhile_spec};
pub(crate) use groupby::{grouper_spec, spec as groupby_spec};
pub(crate) use islice::spec as islice_spec;
pub(crate) use pairs::{batched_spec, pairwise_spec};
pub(crate) use tee::{data_spec as tee_data_spec, spec as tee_spec, tee};
pub(crate) use zip_longest::spec as zip_longest_spec;

/// The declaration of one of the module's iterators.
fn iterator_spec(name: &'static str, new: NativeFn, next: fn(&mut Vm, Id) -> R<Option<Id>>) -> TypeSpec {
    TypeSpec {
        module: "itertools",
        slots: TypeSlots { new: Some(new), ..slots(next) },
        subclassable: true,
        ..TypeSpec::new(name)
    }
}

/// A new iterator of a class or of a subclass.
fn make(vm: &mut Vm, class: Id, state: impl NativeData) -> R<Id> {
    Ok(vm.alloc_instance(class, Data::Native(Box::new(state))))
}

/// Calls a function with one argument and returns the truth of its result; both are borrowed.
fn test(vm: &mut Vm, function: Id, item: Id) -> R<bool> {
    let result = vm.call(function, &[item])?;
    let truth = vm.is_true(result);
    vm.decref(result);
    truth
}

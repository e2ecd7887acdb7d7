//! `frozenset` (CPython 3.13 setobject.c).

use ouro_heap::Id;

use super::set::{SHARED_METHODS, SHARED_SLOTS, operations};
use crate::native::{Args, Layout, TypeSlots, TypeSpec};
use crate::types::TypeTable;
use crate::vm::{R, Vm};

/// The declaration of `frozenset`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { hash: Some(hash), new: Some(new), ..SHARED_SLOTS },
        methods: SHARED_METHODS,
        subclassable: true,
        weakrefable: true,
        layout: Layout::Other,
        ..TypeSpec::new("frozenset")
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if vm.inherits_init(class, TypeTable::FROZENSET) {
        vm.expect_positional("frozenset", args, 0, 1)?;
    } else {
        vm.expect_count("frozenset", args.pos.len(), 0, 1)?;
    }
    match args.get(0) {
        Some(frozen) if class == TypeTable::FROZENSET && vm.class_of(frozen) == TypeTable::FROZENSET => {
            Ok(vm.incref(frozen))
        }
        iterable => {
            let set = operations::from_iterable(vm, class, iterable)?;
            if class == TypeTable::FROZENSET {
                vm.untrack_frozenset(set);
            }
            Ok(set)
        }
    }
}

/// setobject.c, _shuffle_bits
fn shuffle_bits(hash: u64) -> u64 {
    ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167)
}

/// frozenset_hash: independent of the order of the items.
fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let Some(set) = vm.set_mut(this) else { return Ok(0) };
    if let Some(hash) = set.hash {
        return Ok(hash);
    }
    let mut hash = set.iter().fold(0, |all, (hash, _)| all ^ shuffle_bits(hash as u64));
    hash ^= (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    let hash = if hash == u64::MAX { 590_923_713 } else { hash as i64 };
    set.hash = Some(hash);
    Ok(hash)
}

//! `product`, `permutations`, `combinations` and `combinations_with_replacement`.

use ouro_heap::Id;

use super::iterator_spec;
use crate::native::{Args, NativeFn, TypeSpec};
use crate::object::{Data, Slot};
use crate::vm::{Parameters, R, Singletons, Vm};

/// How the indices of the next selection follow from the last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Product,
    Permutations,
    Combinations,
    WithReplacement,
}

/// Selections of items: tuples, in lexicographic order of the indices.
#[derive(Clone)]
struct Selections {
    order: Order,
    /// A tuple of the items; for a product, of the tuples of items.
    pool: Slot,
    /// The tuple given out last.
    result: Slot,
    indices: Vec<usize>,
    /// Of permutations: how many remain at each place.
    cycles: Vec<usize>,
    /// Length of a selection.
    length: usize,
    stopped: bool,
}

crate::native_data_of_slots!(Selections, |this| this.bytes(), visit pool result, release pool result, clearable false);

impl Selections {
    fn bytes(&self) -> usize {
        let own = match self.order {
            Order::Product => 64,
            Order::Permutations => 80 + 8 * self.cycles.len(),
            Order::Combinations | Order::WithReplacement => 72,
        };
        own + 8 * self.indices.len()
    }

    /// The indices of the next selection: the first place that changed, or `None` at the end. `sizes` are those of the
    /// pools of a product, and otherwise one size.
    fn step(&mut self, sizes: &[usize]) -> Option<usize> {
        let size = sizes.first().copied().unwrap_or(0);
        let length = self.length;
        let indices = &mut self.indices;
        match self.order {
            Order::Product => {
                for i in (0..length).rev() {
                    indices[i] += 1;
                    if indices[i] < sizes[i] {
                        return Some(i);
                    }
                    indices[i] = 0;
                }
                None
            }
            Order::Permutations => {
                for i in (0..length).rev() {
                    self.cycles[i] -= 1;
                    if self.cycles[i] == 0 {
                        indices[i..].rotate_left(1);
                        self.cycles[i] = size - i;
                    } else {
                        indices.swap(i, size - self.cycles[i]);
                        return Some(i);
                    }
                }
                None
            }
            Order::Combinations => {
                let i = (0..length).rev().find(|&i| indices[i] != i + size - length)?;
                indices[i] += 1;
                for j in i + 1..length {
                    indices[j] = indices[j - 1] + 1;
                }
                Some(i)
            }
            Order::WithReplacement => {
                let i = (0..length).rev().find(|&i| indices[i] != size - 1)?;
                let value = indices[i] + 1;
                indices[i..].fill(value);
                Some(i)
            }
        }
    }
}

/// The declaration of `product`.
pub(crate) fn product_spec() -> TypeSpec {
    spec("product", product_new)
}

/// The declaration of `permutations`.
pub(crate) fn permutations_spec() -> TypeSpec {
    spec("permutations", permutations_new)
}

/// The declaration of `combinations`.
pub(crate) fn combinations_spec() -> TypeSpec {
    spec("combinations", |vm, class, args| combinations_new(vm, class, args, "combinations", Order::Combinations))
}

/// The declaration of `combinations_with_replacement`.
pub(crate) fn with_replacement_spec() -> TypeSpec {
    spec("combinations_with_replacement", |vm, class, args| {
        combinations_new(vm, class, args, "combinations_with_replacement", Order::WithReplacement)
    })
}

fn spec(name: &'static str, new: NativeFn) -> TypeSpec {
    iterator_spec(name, new, next)
}

/// An iterator that takes the reference to the pool.
fn make(vm: &mut Vm, class: Id, order: Order, pool: Id, length: usize, stopped: bool) -> R<Id> {
    let size = vm.tuple_items(pool).map_or(0, <[Id]>::len);
    if let Err(raised) = vm.check_items(length) {
        vm.decref(pool);
        return Err(raised);
    }
    let indices = match order {
        Order::Permutations => (0..size).collect(),
        Order::Combinations => (0..length).collect(),
        Order::Product | Order::WithReplacement => vec![0; length],
    };
    let cycles = match order {
        Order::Permutations if length <= size => (0..length).map(|i| size - i).collect(),
        Order::Permutations => vec![0; length],
        _ => Vec::new(),
    };
    super::make(vm, class, Selections { order, pool: Some(pool), result: None, indices, cycles, length, stopped })
}

fn combinations_new(vm: &mut Vm, class: Id, args: &Args, name: &str, order: Order) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "r"], positional_only: 0, positional: 2, required: 2 };
    let bound = vm.bind_args(name, args, &PARAMETERS)?;
    let length = vm.index(bound[1].unwrap_or(Singletons::NONE))?;
    let pool = vm.tuple_from(bound[0].unwrap_or(Singletons::NONE))?;
    let Ok(length) = usize::try_from(length) else {
        vm.decref(pool);
        return Err(vm.value_error("r must be non-negative"));
    };
    let size = vm.tuple_items(pool).map_or(0, <[Id]>::len);
    let stopped = if order == Order::Combinations { length > size } else { size == 0 && length > 0 };
    make(vm, class, order, pool, length, stopped)
}

fn permutations_new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters =
        Parameters { names: &["iterable", "r"], positional_only: 0, positional: 2, required: 1 };
    let bound = vm.bind_args("permutations", args, &PARAMETERS)?;
    let pool = vm.tuple_from(bound[0].unwrap_or(Singletons::NONE))?;
    vm.keep(pool);
    let size = vm.tuple_items(pool).map_or(0, <[Id]>::len);
    let length = match bound[1].filter(|&r| r != Singletons::NONE) {
        None => size,
        Some(r) if !matches!(vm.data(r), Data::Int(_) | Data::BigInt(_)) => {
            return Err(vm.type_error("Expected int as r"));
        }
        Some(r) => {
            let r = vm.index(r)?;
            let Ok(r) = usize::try_from(r) else { return Err(vm.value_error("r must be non-negative")) };
            r
        }
    };
    vm.heap.incref(pool);
    make(vm, class, Order::Permutations, pool, length, length > size)
}

fn product_new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    const PARAMETERS: Parameters = Parameters { names: &["repeat"], positional_only: 0, positional: 0, required: 0 };
    let bound = vm.bind_args("product", &Args { pos: &[], kw: args.kw }, &PARAMETERS)?;
    let repeat = match bound[0] {
        Some(repeat) => vm.index(repeat)?,
        None => 1,
    };
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    let iterables = if repeat == 0 { &[] } else { args.pos };
    let count = match iterables.len().checked_mul(repeat) {
        Some(count) if count <= isize::MAX as usize / 8 => count,
        _ => return Err(vm.overflow_error("repeat argument too large")),
    };
    vm.check_items(count)?;
    let mut pools = Vec::with_capacity(count);
    for &iterable in iterables {
        match vm.tuple_from(iterable) {
            Ok(pool) => pools.push(pool),
            Err(raised) => {
                vm.decref_all(pools.into_iter().rev());
                return Err(raised);
            }
        }
    }
    while pools.len() < count {
        let pool = pools[pools.len() - iterables.len()];
        pools.push(vm.incref(pool));
    }
    let empty = pools.iter().any(|&pool| vm.tuple_items(pool).is_none_or(<[Id]>::is_empty));
    let pools = vm.new_tuple(pools);
    make(vm, class, Order::Product, pools, count, empty)
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Selections { order, pool: Some(pool), result, length, stopped: false, .. }) = vm.native(this) else {
        return Ok(None);
    };
    let items = vm.tuple_items(pool).unwrap_or_default();
    let Some(last) = result else {
        let first = match vm.native::<Selections>(this) {
            Some(state) => select(vm, order, pool, &state.indices[..length], 0),
            None => return Ok(None),
        };
        first.iter().for_each(|&id| vm.heap.incref(id));
        let first = vm.new_tuple(first);
        if let Some(state) = vm.native_mut::<Selections>(this) {
            state.result = Some(first);
        }
        return Ok(Some(vm.incref(first)));
    };
    let sizes: smallvec::SmallVec<[usize; 8]> = match order {
        Order::Product => items.iter().map(|&pool| vm.tuple_items(pool).map_or(0, <[Id]>::len)).collect(),
        _ => smallvec::smallvec![items.len()],
    };
    // Who kept the last tuple keeps it as it is (combinations_next).
    let mut tuple = last;
    if vm.heap.refcount(last) > 1 {
        let copy = vm.tuple_items(last).unwrap_or_default().to_vec();
        copy.iter().for_each(|&id| vm.heap.incref(id));
        tuple = vm.pack_tuple(copy);
        let old = vm.native_mut::<Selections>(this).and_then(|state| state.result.replace(tuple));
        vm.decref_slot(old);
    } else if !vm.heap.is_tracked(tuple) {
        vm.heap.track(tuple);
    }
    let Some(state) = vm.native_mut::<Selections>(this) else { return Ok(None) };
    let Some(changed) = state.step(&sizes) else {
        state.stopped = true;
        return Ok(None);
    };
    let new = match vm.native::<Selections>(this) {
        Some(state) => select(vm, order, pool, &state.indices[changed..length], changed),
        None => Vec::new(),
    };
    for (at, item) in (changed..).zip(new) {
        vm.heap.incref(item);
        let old = match vm.data_mut(tuple) {
            Data::Tuple(items) => items.get_mut(at).map(|place| std::mem::replace(place, item)),
            _ => Some(item),
        };
        vm.decref_slot(old);
    }
    Ok(Some(vm.incref(tuple)))
}

/// The items at these indices, those of the places from `from` on: borrowed.
fn select(vm: &Vm, order: Order, pool: Id, indices: &[usize], from: usize) -> Vec<Id> {
    let item = |(at, &index): (usize, &usize)| match order {
        Order::Product => vm.sequence_item(vm.sequence_item(pool, from + at)?, index),
        _ => vm.sequence_item(pool, index),
    };
    indices.iter().enumerate().filter_map(item).collect()
}

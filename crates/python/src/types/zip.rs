//! `zip` (CPython 3.13 bltinmodule.c).

use ouro_heap::Id;

use super::list_iterator::slots;
use crate::native::{Args, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::vm::{R, Raised, Singletons, Vm};

/// Takes one item of each iterator at a time.
#[derive(Clone)]
struct Zip {
    /// A tuple of the iterators.
    iterators: Slot,
    /// The tuple given out last.
    result: Slot,
    /// Whether all have to be of the same length.
    strict: bool,
}

impl NativeData for Zip {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.iterators.into_iter().chain(self.result).for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.iterators, released);
        take_slot(&mut self.result, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        64
    }

    native_data_boilerplate!();
}

/// The declaration of `zip`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec { slots: TypeSlots { new: Some(new), ..slots(next) }, subclassable: true, ..TypeSpec::new("zip") }
}

/// Iterators over all arguments, as a tuple.
pub(super) fn iterators_of(vm: &mut Vm, iterables: &[Id]) -> R<Id> {
    let iterators = vm.new_tuple(vec![Singletons::NONE; iterables.len()]);
    for (at, &iterable) in iterables.iter().enumerate() {
        match vm.iter(iterable) {
            Ok(iterator) => replace_item(vm, iterators, at, iterator),
            Err(raised) => {
                vm.decref(iterators);
                return Err(raised);
            }
        }
    }
    Ok(iterators)
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let mut strict = false;
    for &(name, value) in args.kw {
        let text = vm.expect_str(name, "keywords")?;
        if &*text != "strict" {
            return Err(vm.unexpected_keyword("zip", &text, &["strict"]));
        }
        strict = vm.is_true(value)?;
    }
    let iterators = iterators_of(vm, args.pos)?;
    let result = vm.new_tuple(vec![Singletons::NONE; args.pos.len()]);
    let zip = Zip { iterators: Some(iterators), result: Some(result), strict };
    Ok(vm.alloc_instance(class, Data::Native(Box::new(zip))))
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Zip { iterators: Some(iterators), result: Some(last), strict }) = vm.native(this) else {
        return Ok(None);
    };
    let count = vm.sequence_items(iterators).map_or(0, <[Id]>::len);
    if count == 0 {
        return Ok(None);
    }
    next_tuple(vm, last, count, |vm, at| next_of(vm, iterators, at, strict))
}

/// A tuple of what `next` gives for each place, or what ends it: the tuple given out last is used again if nobody kept
/// it (zip_next, zip_longest_next).
pub(super) fn next_tuple(
    vm: &mut Vm,
    last: Id,
    count: usize,
    next: impl Fn(&mut Vm, usize) -> R<Option<Id>>,
) -> R<Option<Id>> {
    let tuple = if vm.heap.refcount(last) == 1 {
        vm.incref(last)
    } else {
        // It is there before its items, also where the iterators have none any more.
        vm.new_tuple(vec![Singletons::NONE; count])
    };
    for at in 0..count {
        match next(vm, at) {
            Ok(Some(item)) => replace_item(vm, tuple, at, item),
            end => {
                vm.decref(tuple);
                return end;
            }
        }
    }
    if !vm.heap.is_tracked(tuple) {
        vm.heap.track(tuple);
    }
    Ok(Some(tuple))
}

/// Puts an item, whose reference it takes, in a place of a tuple that nobody else sees.
pub(super) fn replace_item(vm: &mut Vm, tuple: Id, at: usize, item: Id) {
    let old = match vm.data_mut(tuple) {
        Data::Tuple(items) => items.get_mut(at).map(|place| std::mem::replace(place, item)),
        _ => Some(item),
    };
    vm.decref_slot(old);
}

/// The next item of one of the iterators. At the end of one, a strict zip looks whether the others end too.
fn next_of(vm: &mut Vm, iterators: Id, at: usize, strict: bool) -> R<Option<Id>> {
    let Some(iterator) = vm.sequence_item(iterators, at) else { return Ok(None) };
    match vm.next_inner(iterator)? {
        Some(item) => Ok(Some(item)),
        None if !strict => Ok(None),
        None if at > 0 => Err(unequal(vm, at, "shorter")),
        None => {
            let mut other = 1;
            while let Some(iterator) = vm.sequence_item(iterators, other) {
                if let Some(item) = vm.next_inner(iterator)? {
                    vm.decref(item);
                    return Err(unequal(vm, other, "longer"));
                }
                other += 1;
            }
            Ok(None)
        }
    }
}

fn unequal(vm: &mut Vm, at: usize, relation: &str) -> Raised {
    let others = if at == 1 { String::from(" 1") } else { format!("s 1-{at}") };
    vm.value_error(format!("zip() argument {} is {relation} than argument{others}", at + 1))
}

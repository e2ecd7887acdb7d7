use ouro_heap::Id;

use super::{iterator_spec, make};
use crate::native::{Args, Native, TypeSpec};
use crate::object::Slot;
use crate::types::{TypeTable, class_getitem};
use crate::vm::{R, Vm};

/// One iterable after the other.
#[derive(Clone)]
struct Chain {
    /// Iterator over the iterables.
    source: Slot,
    /// Iterator over the current one.
    active: Slot,
}

crate::native_data_of_slots!(Chain, |_this| 48, visit source active, release active source, clearable false);

/// The declaration of `chain`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("from_iterable", 1, 1, from_iterable).class_method(),
        Native::new("__class_getitem__", 1, 1, class_getitem).class_method(),
    ];
    TypeSpec { methods: METHODS, ..iterator_spec("chain", new, next) }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    if !args.kw.is_empty() && vm.inherits_init(class, TypeTable::CHAIN) {
        return Err(vm.type_error("chain() takes no keyword arguments"));
    }
    let iterables = vm.pack_arguments(args.pos);
    let source = vm.iter(iterables);
    vm.decref(iterables);
    make(vm, class, Chain { source: Some(source?), active: None })
}

fn from_iterable(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let source = vm.iter(args.pos[0])?;
    make(vm, class, Chain { source: Some(source), active: None })
}

fn end(vm: &mut Vm, this: Id) {
    let source = vm.native_mut::<Chain>(this).and_then(|chain| chain.source.take());
    vm.decref_slot(source);
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    while let Some(&Chain { source: Some(source), active }) = vm.native(this) {
        let active = match active {
            Some(active) => active,
            None => {
                let opened = match vm.step_inner(source) {
                    Ok(Some(iterable)) => {
                        let opened = vm.iter(iterable);
                        vm.decref(iterable);
                        opened.map(Some)
                    }
                    other => other,
                };
                let Ok(Some(opened)) = opened else {
                    end(vm, this);
                    return opened;
                };
                let old = vm.native_mut::<Chain>(this).and_then(|chain| chain.active.replace(opened));
                vm.decref_slot(old);
                opened
            }
        };
        if let Some(item) = vm.step_inner(active)? {
            return Ok(Some(item));
        }
        let ended = vm.native_mut::<Chain>(this).and_then(|chain| chain.active.take());
        vm.decref_slot(ended);
    }
    Ok(None)
}

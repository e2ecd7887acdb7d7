use ouro_heap::Id;

use crate::native::{Args, Native, TypeSlots, TypeSpec};
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::types::exceptions::Exceptions;
use crate::types::list_iterator::slots;
use crate::vm::{R, Singletons, Vm};

/// Items of one of the links (LINKCELLS).
const CELLS: usize = 57;

/// A link of the chain that holds what was read from the iterator, shared by those that still need it.
#[derive(Clone)]
struct TeeData {
    iterator: Slot,
    values: Vec<Id>,
    next: Slot,
    running: bool,
}

impl NativeData for TeeData {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.iterator.iter().chain(&self.values).chain(&self.next).for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.iterator, released);
        released.append(&mut self.values);
        take_slot(&mut self.next, released);
    }

    fn size(&self) -> usize {
        16 + 496
    }

    crate::native_data_boilerplate!();
}

/// One of the iterators that `tee` returns.
#[derive(Clone)]
struct Tee {
    data: Slot,
    /// Index of the next item in `data`.
    index: usize,
}

crate::native_data_of_slots!(Tee, |_this| 64, visit data, release data, clearable true);

/// The declaration of `_tee`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__copy__", 0, 0, |vm, this, _| Ok(copy(vm, this)))];
    TypeSpec {
        module: "itertools",
        slots: TypeSlots { new: Some(new), ..slots(next) },
        methods: METHODS,
        weakrefable: true,
        ..TypeSpec::new("_tee")
    }
}

/// The declaration of `_tee_dataobject`.
pub(crate) fn data_spec() -> TypeSpec {
    TypeSpec { module: "itertools", ..TypeSpec::new("_tee_dataobject") }
}

/// `itertools.tee(iterable, n=2)`
pub(crate) fn tee(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let count = match args.get(1) {
        Some(count) => vm.index(count)?,
        None => 2,
    };
    let Ok(count) = usize::try_from(count) else { return Err(vm.value_error("n must be >= 0")) };
    vm.check_items(count)?;
    if count == 0 {
        return Ok(Singletons::EMPTY_TUPLE);
    }
    let mut iterator = vm.iter(args.pos[0])?;
    let name = vm.intern("__copy__");
    let mut copies = vm.getattr_opt(iterator, name)?;
    if copies.is_none() {
        let tee = from_iterable(vm, iterator);
        vm.decref(iterator);
        iterator = tee?;
        copies = vm.getattr_opt(iterator, name)?;
    }
    let copies = copies.unwrap_or(Singletons::NONE);
    vm.keep(copies);
    let mut items = vec![iterator];
    while items.len() < count {
        match vm.call(copies, &[]) {
            Ok(copy) => items.push(copy),
            Err(raised) => {
                vm.decref_all(items);
                return Err(raised);
            }
        }
    }
    Ok(vm.new_tuple(items))
}

fn new(vm: &mut Vm, _class: Id, args: &Args) -> R<Id> {
    vm.expect_count("_tee", args.pos.len(), 1, 1)?;
    from_iterable(vm, args.pos[0])
}

/// tee_fromiterable
fn from_iterable(vm: &mut Vm, iterable: Id) -> R<Id> {
    let iterator = vm.iter(iterable)?;
    if vm.native::<Tee>(iterator).is_some() {
        let tee = copy(vm, iterator);
        vm.decref(iterator);
        return Ok(tee);
    }
    let data = new_data(vm, iterator);
    Ok(vm.new_native(TypeTable::TEE, Tee { data: Some(data), index: 0 }))
}

/// A link that takes the reference to the iterator.
fn new_data(vm: &mut Vm, iterator: Id) -> Id {
    let data = TeeData { iterator: Some(iterator), values: Vec::new(), next: None, running: false };
    vm.new_native(TypeTable::TEE_DATA, data)
}

fn copy(vm: &mut Vm, this: Id) -> Id {
    let (data, index) = vm.native::<Tee>(this).map_or((None, 0), |tee| (tee.data, tee.index));
    data.iter().for_each(|&id| vm.heap.incref(id));
    vm.new_native(TypeTable::TEE, Tee { data, index })
}

fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Tee { data: Some(mut data), mut index }) = vm.native(this) else { return Ok(None) };
    if index >= CELLS {
        let Some(&TeeData { iterator: Some(iterator), next, .. }) = vm.native(data) else { return Ok(None) };
        let link = match next {
            Some(link) => link,
            None => {
                vm.heap.incref(iterator);
                let link = new_data(vm, iterator);
                if let Some(state) = vm.native_mut::<TeeData>(data) {
                    state.next = Some(link);
                }
                link
            }
        };
        vm.heap.incref(link);
        let old = vm.native_mut::<Tee>(this).and_then(|tee| {
            tee.index = 0;
            tee.data.replace(link)
        });
        vm.decref_slot(old);
        (data, index) = (link, 0);
    }
    let Some(value) = value_at(vm, data, index)? else { return Ok(None) };
    if let Some(tee) = vm.native_mut::<Tee>(this) {
        tee.index += 1;
    }
    Ok(Some(value))
}

/// teedataobject_getitem
fn value_at(vm: &mut Vm, data: Id, index: usize) -> R<Option<Id>> {
    let Some(state) = vm.native_mut::<TeeData>(data) else { return Ok(None) };
    if let Some(&value) = state.values.get(index) {
        return Ok(Some(vm.incref(value)));
    }
    if state.running {
        return Err(vm.raise(Exceptions::RUNTIME_ERROR, "cannot re-enter the tee iterator"));
    }
    let Some(iterator) = state.iterator else { return Ok(None) };
    state.running = true;
    let value = vm.step_inner(iterator);
    if let Some(state) = vm.native_mut::<TeeData>(data) {
        state.running = false;
    }
    let Some(value) = value? else { return Ok(None) };
    vm.heap.incref(value);
    if let Some(state) = vm.native_mut::<TeeData>(data) {
        state.values.push(value);
    }
    Ok(Some(value))
}

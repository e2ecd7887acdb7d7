//! `enumerate` (CPython 3.13 enumobject.c).

use num_bigint::BigInt;
use ouro_heap::Id;

use super::list_iterator::slots;
use crate::native::{Args, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData, Slot, take_slot};
use crate::types::class_getitem;
use crate::vm::{R, Singletons, Vm};

/// Counts the items of an iterator.
#[derive(Clone)]
struct Enumerate {
    iterator: Slot,
    /// The tuple given out last.
    result: Slot,
    index: i64,
    /// The next index, an int, once it is too large for `index`.
    long_index: Slot,
}

impl NativeData for Enumerate {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.iterator.into_iter().chain(self.result).chain(self.long_index).for_each(visit);
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.iterator, released);
        take_slot(&mut self.result, released);
        take_slot(&mut self.long_index, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        72
    }

    native_data_boilerplate!();
}

/// The declaration of `enumerate`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[Native::new("__class_getitem__", 1, 1, class_getitem).class_method()];
    TypeSpec {
        slots: TypeSlots { new: Some(new), ..slots(next) },
        methods: METHODS,
        subclassable: true,
        ..TypeSpec::new("enumerate")
    }
}

/// `enumerate(iterable, start=0)` (enumerate_vectorcall)
fn arguments(vm: &mut Vm, args: &Args) -> R<(Id, Option<Id>)> {
    let given = args.pos.len() + args.kw.len();
    if given > 2 {
        return Err(vm.type_error(format!("enumerate() takes at most 2 arguments ({given} given)")));
    }
    let (mut iterable, mut start) = (args.get(0), args.get(1));
    for &(name, value) in args.kw {
        let text = vm.expect_str(name, "keywords")?;
        match &*text {
            "iterable" if iterable.is_none() => iterable = Some(value),
            "start" if start.is_none() => start = Some(value),
            _ => {
                return Err(vm.type_error(format!("'{text}' is an invalid keyword argument for enumerate()")));
            }
        }
    }
    match iterable {
        Some(iterable) => Ok((iterable, start)),
        None => Err(vm.type_error("enumerate() missing required argument 'iterable'")),
    }
}

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let (iterable, start) = arguments(vm, args)?;
    let (mut index, mut long_index) = (0, None);
    if let Some(start) = start {
        let start = vm.big_index(start)?;
        match i64::try_from(&start) {
            Ok(small) if small < i64::MAX => index = small,
            _ => {
                index = i64::MAX;
                long_index = Some(vm.new_big_int(start));
            }
        }
    }
    let enumerate = Enumerate { iterator: None, result: None, index, long_index };
    let made = vm.alloc_instance(class, Data::Native(Box::new(enumerate)));
    let iterator = match vm.iter(iterable) {
        Ok(iterator) => iterator,
        Err(raised) => {
            vm.decref(made);
            return Err(raised);
        }
    };
    let result = vm.pack_tuple([Singletons::NONE; 2]);
    if let Some(enumerate) = vm.native_mut::<Enumerate>(made) {
        enumerate.iterator = Some(iterator);
        enumerate.result = Some(result);
    }
    Ok(made)
}

/// enum_next
fn next(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&Enumerate { iterator: Some(iterator), .. }) = vm.native(this) else { return Ok(None) };
    let Some(item) = vm.next_inner(iterator)? else { return Ok(None) };
    let Some(&Enumerate { result, index, long_index, .. }) = vm.native(this) else { return Ok(Some(item)) };
    let number = if index == i64::MAX {
        let number = match long_index {
            Some(number) => number,
            None => vm.new_int(i64::MAX),
        };
        let following = vm.big_int_value(number).unwrap_or_default() + BigInt::from(1);
        let following = vm.new_big_int(following);
        if let Some(state) = vm.native_mut::<Enumerate>(this) {
            state.long_index = Some(following);
        }
        number
    } else {
        if let Some(state) = vm.native_mut::<Enumerate>(this) {
            state.index += 1;
        }
        vm.new_int(index)
    };
    Ok(Some(match result {
        Some(last) => vm.recycle_pair(last, number, item),
        None => vm.new_pair(number, item),
    }))
}

//! `bytearray`: what changes it. What it shares with bytes is in `types::bytes`.

use ouro_heap::Id;

use super::bytes::{bytes_from, contains, fromhex_bytes, len, methods, repeated, richcompare};
use crate::data::ByteArray;
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::text::escape;
use crate::text::subscript::Subscript;
use crate::types::TypeTable;
use crate::types::bytes::bytes_of_iterable;
use crate::types::exceptions::Exceptions;
use crate::vm::{R, Singletons, Vm};

/// The declaration of `bytearray`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(crate::vm::hash_not_implemented),
            richcompare: Some(richcompare),
            iter: Some(super::str_iterator::bytearray_iter),
            new: Some(new),
            init: Some(init),
            len: Some(len),
            getitem: Some(getitem),
            setitem: Some(setitem),
            contains: Some(contains),
            add: Some(add),
            multiply: Some(multiply),
            inplace_add: Some(inplace_add),
            inplace_multiply: Some(inplace_multiply),
            remainder: Some(remainder),
            ..NO_SLOTS
        },
        methods: &METHODS,
        subclassable: true,
        ..TypeSpec::new("bytearray")
    }
}

const OWN: [Native; 11] = [
    Native::new("append", 1, 1, append),
    Native::new("clear", 0, 0, clear),
    Native::new("copy", 0, 0, copy),
    Native::new("extend", 1, 1, extend),
    Native::new("insert", 2, 2, insert),
    Native::new("pop", 0, 1, pop),
    Native::new("remove", 1, 1, remove),
    Native::new("reverse", 0, 0, reverse),
    Native::new("fromhex", 1, 1, fromhex).class_method(),
    Native::new("__alloc__", 0, 0, alloc),
    Native::new("__sizeof__", 0, 0, sizeof),
];

static METHODS: [Native; methods::COUNT + OWN.len()] = methods::with(OWN);

impl Vm {
    fn bytearray_mut(&mut self, this: Id) -> Option<&mut ByteArray> {
        match self.data_mut(this) {
            Data::ByteArray(array) => Some(array),
            _ => None,
        }
    }

    /// To change the size of a bytearray: BufferError while a memoryview sees it.
    fn resizable(&mut self, this: Id) -> R<&mut ByteArray> {
        match self.data(this) {
            Data::ByteArray(array) if array.exports == 0 => {}
            _ => {
                let message = "Existing exports of data: object cannot be re-sized";
                return Err(self.raise(Exceptions::BUFFER_ERROR, message));
            }
        }
        match self.data_mut(this) {
            Data::ByteArray(array) => Ok(array),
            _ => unreachable!("it was one a line above"),
        }
    }

    /// Puts bytes in the place of a range, which moves what follows.
    fn splice_bytes(&mut self, this: Id, start: usize, end: usize, new: &[u8]) -> R<()> {
        if end.saturating_sub(start) == new.len() {
            if let Some(place) = self.bytearray_mut(this).and_then(|array| array.bytes.get_mut(start..end)) {
                place.copy_from_slice(new);
            }
            return Ok(());
        }
        let array = self.resizable(this)?;
        let end = end.min(array.bytes.len());
        let start = start.min(end);
        array.bytes.splice(start..end, new.iter().copied());
        if start == 0 && new.len() < end {
            array.cut_front(end - new.len());
        }
        array.resized();
        let size = array.bytes.len();
        self.check_size(size)
    }
}

fn new(vm: &mut Vm, class: Id, _: &Args) -> R<Id> {
    let data = Data::ByteArray(Box::new(ByteArray::exact(Vec::new(), vm.version.byte_arrays_fit)));
    Ok(vm.alloc_instance(class, data))
}

fn init(vm: &mut Vm, this: Id, args: &Args) -> R<()> {
    let bytes = bytes_from(vm, "bytearray", args)?;
    let length = len(vm, this)?;
    let counted = args.get(0).is_some_and(|source| vm.bytes_like(source).is_none() && vm.is_iterable(source));
    if counted
        && vm.str_data(args.pos[0]).is_none()
        && let Some(array) = vm.bytearray_mut(this)
    {
        // They come one by one.
        (1..=bytes.len()).for_each(|len| array.resize(len));
    }
    vm.splice_bytes(this, 0, length, &bytes)
}

/// bytearrayobject.c, bytearray_repr: single quotes are escaped whatever quotes stand around.
fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let name = vm.type_name(this);
    let text = vm.byte_slice(this).map(escape::bytearray_repr).unwrap_or_default();
    Ok(vm.new_str(format!("{name}({text})")))
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    let length = len(vm, this)?;
    match vm.subscript(key, length)? {
        None => Err(vm.type_error_for(key, "bytearray indices must be integers or slices, not {}")),
        Some(Subscript::Index(index)) => match vm.byte_at(this, index) {
            Some(byte) => Ok(vm.new_int(byte.into())),
            None => Err(vm.index_error("bytearray index out of range")),
        },
        Some(Subscript::Slice(slice)) => {
            let bytes = vm.byte_slice(this).unwrap_or(&[]);
            let picked: Vec<u8> = slice.indices().filter_map(|i| bytes.get(i)).copied().collect();
            Ok(vm.new_bytearray(picked))
        }
    }
}

fn setitem(vm: &mut Vm, this: Id, key: Id, value: Option<Id>) -> R<()> {
    let length = len(vm, this)?;
    match vm.subscript(key, length)? {
        None => Err(vm.type_error_for(key, "bytearray indices must be integers or slices, not {}")),
        Some(Subscript::Index(index)) => {
            if index >= length {
                return Err(vm.index_error("bytearray index out of range"));
            }
            match value {
                None => vm.splice_bytes(this, index, index + 1, &[]),
                Some(value) => {
                    let byte = vm.expect_byte(value, "byte")?;
                    if let Some(place) = vm.bytearray_mut(this).and_then(|array| array.bytes.get_mut(index)) {
                        *place = byte;
                    }
                    Ok(())
                }
            }
        }
        Some(Subscript::Slice(slice)) => {
            let new = match value {
                None => Vec::new(),
                Some(value) => match vm.bytes_like(value) {
                    Some(bytes) => bytes.to_vec(),
                    None => assigned_bytes(vm, value)?,
                },
            };
            if slice.step == 1 {
                let start = slice.start as usize;
                return vm.splice_bytes(this, start, start + slice.count, &new);
            }
            if value.is_none() {
                let gone: Vec<usize> = slice.indices().collect();
                let array = vm.resizable(this)?;
                let mut position = 0;
                array.bytes.retain(|_| {
                    position += 1;
                    !gone.contains(&(position - 1))
                });
                array.resized();
                return Ok(());
            }
            if new.len() != slice.count {
                let message =
                    format!("attempt to assign bytes of size {} to extended slice of size {}", new.len(), slice.count);
                return Err(vm.value_error(message));
            }
            if let Some(array) = vm.bytearray_mut(this) {
                for (index, byte) in slice.indices().zip(new) {
                    if let Some(place) = array.bytes.get_mut(index) {
                        *place = byte;
                    }
                }
            }
            Ok(())
        }
    }
}

/// What is assigned to a slice and has no buffer: an iterable of ints (bytearrayobject.c, bytearray_ass_subscript).
fn assigned_bytes(vm: &mut Vm, value: Id) -> R<Vec<u8>> {
    if vm.int_value(value).is_some() || vm.str_data(value).is_some() {
        return Err(vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
    }
    bytes_of_iterable(vm, value, "byte")
}

fn add(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if !matches!(vm.data(a), Data::ByteArray(_)) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (Some(left), Some(right)) = (vm.bytes_like(a), vm.bytes_like(b)) else {
        return Ok(Singletons::NOT_IMPLEMENTED);
    };
    vm.check_size(left.len() + right.len())?;
    Ok(vm.new_bytearray([&*left, &*right].concat()))
}

fn multiply(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let (this, count) = if matches!(vm.data(a), Data::ByteArray(_)) { (a, b) } else { (b, a) };
    let Some(count) = vm.repeat_count(count)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    let repeated = repeated(vm, this, count)?;
    Ok(vm.new_bytearray(repeated))
}

fn inplace_add(vm: &mut Vm, this: Id, other: Id) -> R<Id> {
    let Some(bytes) = vm.bytes_like(other) else {
        let name = vm.type_name(this);
        return Err(vm.type_error_for(other, &format!("can't concat {{}} to {name}")));
    };
    let end = len(vm, this)?;
    vm.check_size(end + bytes.len())?;
    vm.splice_bytes(this, end, end, &bytes)?;
    Ok(vm.incref(this))
}

fn inplace_multiply(vm: &mut Vm, this: Id, count: Id) -> R<Id> {
    let Some(count) = vm.repeat_count(count)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    let repeated = repeated(vm, this, count)?;
    let end = len(vm, this)?;
    vm.splice_bytes(this, 0, end, &repeated)?;
    Ok(vm.incref(this))
}

fn remainder(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let format = match vm.data(a) {
        Data::ByteArray(array) => array.bytes.clone(),
        _ => return Ok(Singletons::NOT_IMPLEMENTED),
    };
    let formatted = crate::format::format_percent_bytes(vm, &format, b)?;
    Ok(vm.new_bytearray(formatted))
}

fn append(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let byte = vm.expect_byte(args.pos[0], "byte")?;
    let array = vm.resizable(this)?;
    array.bytes.push(byte);
    array.resized();
    Ok(Singletons::NONE)
}

fn clear(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let array = vm.resizable(this)?;
    array.bytes.clear();
    array.resized();
    Ok(Singletons::NONE)
}

fn copy(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let bytes = vm.byte_slice(this).unwrap_or(&[]).to_vec();
    Ok(vm.new_bytearray(bytes))
}

fn extend(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let iterable = args.pos[0];
    let bytes = match vm.bytes_like(iterable) {
        Some(bytes) => bytes.to_vec(),
        None if vm.str_data(iterable).is_some() && vm.version.number < (3, 13, 0) => {
            return Err(vm.type_error("'str' object cannot be interpreted as an integer"));
        }
        None if vm.str_data(iterable).is_some() => {
            return Err(vm.type_error_for(iterable, "expected iterable of integers; got: '{}'"));
        }
        None if !vm.is_iterable(iterable) => {
            return Err(vm.type_error_for(iterable, "can't extend bytearray with {}"));
        }
        None => bytes_of_iterable(vm, iterable, "byte")?,
    };
    let end = len(vm, this)?;
    vm.splice_bytes(this, end, end, &bytes)?;
    Ok(Singletons::NONE)
}

fn insert(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let index = vm.index(args.pos[0])?;
    let byte = vm.expect_byte(args.pos[1], "byte")?;
    let array = vm.resizable(this)?;
    let length = array.bytes.len();
    let from_end = if index < 0 { index.saturating_add(length as i64).max(0) } else { index };
    array.bytes.insert(usize::try_from(from_end).map_or(length, |index| index.min(length)), byte);
    array.resized();
    Ok(Singletons::NONE)
}

fn pop(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let index = args.get(0).map_or(Ok(-1), |index| vm.index(index))?;
    let length = len(vm, this)?;
    if length == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    let index = if index < 0 { index.saturating_add(length as i64) } else { index };
    match usize::try_from(index).ok().filter(|&index| index < length) {
        Some(index) => {
            let array = vm.resizable(this)?;
            let byte = array.bytes.remove(index);
            array.resized();
            Ok(vm.new_int(byte.into()))
        }
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let byte = vm.expect_byte(args.pos[0], "byte")?;
    match vm.byte_slice(this).and_then(|bytes| bytes.iter().position(|&b| b == byte)) {
        Some(index) => {
            let array = vm.resizable(this)?;
            array.bytes.remove(index);
            array.resized();
            Ok(Singletons::NONE)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

fn reverse(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    if let Some(array) = vm.bytearray_mut(this) {
        array.bytes.reverse();
    }
    Ok(Singletons::NONE)
}

fn fromhex(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let bytes = fromhex_bytes(vm, args.pos[0])?;
    if class == TypeTable::BYTEARRAY {
        return Ok(vm.new_bytearray(bytes));
    }
    let bytes = vm.new_bytes(bytes);
    let made = vm.call(class, &[bytes]);
    vm.decref(bytes);
    made
}

fn alloc(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let size = match vm.bytearray_mut(this).map_or(0, |array| array.allocated()) {
        0 => 0,
        allocated => vm.version.sizes.byte_array_contents + allocated - 1,
    };
    Ok(vm.new_int(size as i64))
}

fn sizeof(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let size = vm.size_of(this);
    Ok(vm.new_int(size as i64))
}

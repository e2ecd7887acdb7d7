//! `bytes`: its operations here; the methods that it shares with bytearray, and views, in the files beside this one.

mod layout;
mod make;
pub(crate) mod methods;
mod view;

use std::rc::Rc;

use ouro_heap::Id;

use crate::bytecode::Comparison;
use crate::data::hash_bytes;
use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::object::Data;
use crate::text::escape;
use crate::text::subscript::Subscript;
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

pub(crate) use make::{bytes_from, bytes_of_iterable, fromhex_bytes, hex};

/// The declaration of `bytes`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            iter: Some(super::str_iterator::bytes_iter),
            new: Some(new),
            len: Some(len),
            getitem: Some(getitem),
            contains: Some(contains),
            add: Some(add),
            multiply: Some(multiply),
            remainder: Some(remainder),
            ..NO_SLOTS
        },
        methods: &METHODS,
        subclassable: true,
        ..TypeSpec::new("bytes")
    }
}

const OWN: [Native; 4] = [
    Native::new("__bytes__", 0, 0, dunder_bytes),
    Native::new("__getnewargs__", 0, 0, getnewargs),
    Native::new("fromhex", 1, 1, fromhex).class_method(),
    Native::new("__sizeof__", 0, 0, sizeof),
];

static METHODS: [Native; methods::COUNT + OWN.len()] = methods::with(OWN);

fn new(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    // A bytes is its own copy (bytesobject.c, PyBytes_FromObject).
    if let ([only], []) = (args.pos, args.kw)
        && class == TypeTable::BYTES
        && vm.class_of(*only) == TypeTable::BYTES
    {
        return Ok(vm.incref(*only));
    }
    let bytes = bytes_from(vm, "bytes", args)?;
    if class != TypeTable::BYTES {
        return Ok(vm.alloc_instance(class, Data::Bytes(Rc::from(bytes))));
    }
    let source = args.pos.first().copied();
    Ok(match source {
        Some(source)
            if vm.byte_slice(source).is_some()
                || [TypeTable::TUPLE, TypeTable::MEMORYVIEW].contains(&vm.class_of(source)) =>
        {
            vm.new_copied_bytes(bytes)
        }
        Some(source) if vm.class(vm.class_of(source)).slots.index.is_some() => vm.new_unshared_bytes(bytes),
        _ => vm.new_bytes(bytes),
    })
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let text = vm.byte_slice(this).map(escape::bytes_repr).unwrap_or_default();
    Ok(vm.new_str(text))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    Ok(vm.byte_slice(this).map_or(0, hash_bytes))
}

/// Compares any two bytes-like objects of which one is a bytes or bytearray.
pub(crate) fn richcompare(vm: &mut Vm, a: Id, b: Id, comparison: Comparison) -> R<Id> {
    // bytes know bytes alone; a memoryview compares itself with them.
    if matches!((vm.data(a), vm.data(b)), (Data::Bytes(_), Data::Native(_))) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (Some(left), Some(right)) = (vm.bytes_like(a), vm.bytes_like(b)) else {
        return Ok(Singletons::NOT_IMPLEMENTED);
    };
    Ok(Singletons::bool(comparison.holds(left.cmp(&right))))
}

/// `len()` of a bytes or bytearray.
pub(crate) fn len(vm: &mut Vm, this: Id) -> R<usize> {
    Ok(vm.byte_slice(this).map_or(0, <[u8]>::len))
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    let length = len(vm, this)?;
    match vm.subscript(key, length)? {
        None => Err(vm.type_error_for(key, "byte indices must be integers or slices, not {}")),
        Some(Subscript::Index(index)) => match vm.byte_at(this, index) {
            Some(byte) => Ok(vm.new_int(byte.into())),
            None => Err(vm.index_error("index out of range")),
        },
        Some(Subscript::Slice(slice)) => {
            if slice.step == 1 && slice.count == length && vm.class_of(this) == TypeTable::BYTES {
                return Ok(vm.incref(this));
            }
            let bytes = vm.byte_slice(this).unwrap_or(&[]);
            let picked: Vec<u8> = slice.indices().filter_map(|i| bytes.get(i)).copied().collect();
            Ok(vm.new_bytes(picked))
        }
    }
}

/// `in` of a bytes or bytearray.
pub(crate) fn contains(vm: &mut Vm, this: Id, item: Id) -> R<bool> {
    let part = vm.expect_part(item, "a bytes-like object is required, not '{}'")?;
    Ok(memchr::memmem::find(vm.byte_slice(this).unwrap_or(&[]), &part).is_some())
}

fn add(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    if !matches!(vm.data(a), Data::Bytes(_)) {
        return Ok(Singletons::NOT_IMPLEMENTED);
    }
    let (Some(left), Some(right)) = (vm.bytes_like(a), vm.bytes_like(b)) else {
        return Ok(Singletons::NOT_IMPLEMENTED);
    };
    if left.is_empty() && vm.class_of(b) == TypeTable::BYTES {
        return Ok(vm.incref(b));
    }
    if right.is_empty() && vm.class_of(a) == TypeTable::BYTES {
        return Ok(vm.incref(a));
    }
    vm.check_size(left.len() + right.len())?;
    Ok(vm.new_bytes([&*left, &*right].concat()))
}

fn multiply(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    let (this, count) = if matches!(vm.data(a), Data::Bytes(_)) { (a, b) } else { (b, a) };
    let Some(count) = vm.repeat_count(count)? else { return Ok(Singletons::NOT_IMPLEMENTED) };
    if count == 1 && vm.class_of(this) == TypeTable::BYTES {
        return Ok(vm.incref(this));
    }
    let repeated = repeated(vm, this, count)?;
    Ok(vm.new_bytes(repeated))
}

/// The bytes of a bytes or bytearray, `count` times.
pub(crate) fn repeated(vm: &mut Vm, this: Id, count: usize) -> R<Vec<u8>> {
    let length = len(vm, this)?;
    vm.check_size(length.saturating_mul(count))?;
    Ok(vm.byte_slice(this).unwrap_or(&[]).repeat(count))
}

fn remainder(vm: &mut Vm, a: Id, b: Id) -> R<Id> {
    match vm.data(a) {
        Data::Bytes(format) => {
            let format = format.clone();
            let formatted = crate::format::format_percent_bytes(vm, &format, b)?;
            Ok(vm.new_bytes(formatted))
        }
        _ => Ok(Singletons::NOT_IMPLEMENTED),
    }
}

fn dunder_bytes(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    if vm.class_of(this) == TypeTable::BYTES {
        return Ok(vm.incref(this));
    }
    copy(vm, this)
}

fn copy(vm: &mut Vm, this: Id) -> R<Id> {
    let bytes = vm.byte_slice(this).unwrap_or(&[]).to_vec();
    Ok(vm.new_bytes(bytes))
}

fn getnewargs(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let copy = copy(vm, this)?;
    Ok(vm.new_tuple(vec![copy]))
}

fn fromhex(vm: &mut Vm, class: Id, args: &Args) -> R<Id> {
    let bytes = fromhex_bytes(vm, args.pos[0])?;
    let bytes = vm.new_bytes(bytes);
    if class == TypeTable::BYTES {
        return Ok(bytes);
    }
    let made = vm.call(class, &[bytes]);
    vm.decref(bytes);
    made
}

fn sizeof(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let length = len(vm, this)?;
    Ok(vm.new_int(33 + length as i64))
}

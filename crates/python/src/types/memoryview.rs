//! `memoryview` of bytes and bytearrays: one dimension of bytes (memoryobject.c).

use ouro_heap::Id;

use super::bytes::hex;
use crate::bytecode::Comparison;
use crate::data::hash_bytes;
use crate::native::{Args, GetSet, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{Data, NativeData, Slot};
use crate::text::subscript::{Positions, Subscript};
use crate::types::TypeTable;
use crate::vm::{Parameters, R, Raised, Singletons, Vm};

/// The declaration of `memoryview`.
pub(crate) fn spec() -> TypeSpec {
    TypeSpec {
        slots: TypeSlots {
            repr: Some(repr),
            hash: Some(hash),
            richcompare: Some(richcompare),
            iter: Some(iter),
            new: Some(new),
            finalize: Some(finalize),
            len: Some(len),
            getitem: Some(getitem),
            setitem: Some(setitem),
            ..NO_SLOTS
        },
        methods: METHODS,
        getset: GETSET,
        weakrefable: true,
        ..TypeSpec::new("memoryview")
    }
}

const METHODS: &[Native] = &[
    Native::new("release", 0, 0, release),
    Native::any("tobytes", tobytes),
    Native::any("hex", to_hex),
    Native::new("tolist", 0, 0, tolist),
    Native::new("toreadonly", 0, 0, toreadonly),
    Native::new("__enter__", 0, 0, enter),
    Native::any("__exit__", release),
];

const GETSET: &[GetSet] = &[
    GetSet::get("obj", |vm, this| {
        let object = view(vm, this)?.object;
        Ok(object.map_or(Singletons::NONE, |object| vm.incref(object)))
    }),
    GetSet::get("nbytes", |vm, this| {
        let count = view(vm, this)?.positions.count;
        Ok(vm.new_int(count as i64))
    }),
    GetSet::get("itemsize", |vm, this| {
        view(vm, this).map(|_| 1).map(|size| Singletons::small_int(size).unwrap_or(this))
    }),
    GetSet::get("ndim", |vm, this| view(vm, this).map(|_| 1).map(|size| Singletons::small_int(size).unwrap_or(this))),
    GetSet::get("format", |vm, this| {
        view(vm, this)?;
        Ok(vm.new_str("B"))
    }),
    GetSet::get("readonly", |vm, this| Ok(Singletons::bool(view(vm, this)?.readonly))),
    GetSet::get("shape", |vm, this| {
        let count = view(vm, this)?.positions.count as i64;
        one_tuple(vm, count)
    }),
    GetSet::get("strides", |vm, this| {
        let step = view(vm, this)?.positions.step;
        one_tuple(vm, step)
    }),
    GetSet::get("suboffsets", |vm, this| view(vm, this).map(|_| Singletons::EMPTY_TUPLE)),
    GetSet::get("contiguous", is_contiguous),
    GetSet::get("c_contiguous", is_contiguous),
    GetSet::get("f_contiguous", is_contiguous),
];

/// What a memoryview sees.
#[derive(Clone)]
pub(crate) struct MemoryView {
    /// A bytes or bytearray; `None` once released.
    object: Slot,
    positions: Positions,
    readonly: bool,
}

impl NativeData for MemoryView {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.object.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.object.take());
    }

    fn size(&self) -> usize {
        184
    }

    native_data_boilerplate!();
}

impl MemoryView {
    /// A copy of what it sees; `None` once released.
    pub(crate) fn bytes(&self, vm: &Vm) -> Option<Vec<u8>> {
        let bytes = vm.byte_slice(self.object?)?;
        Some(self.positions.indices().filter_map(|i| bytes.get(i)).copied().collect())
    }

    /// One of the bytes it sees.
    pub(crate) fn byte_at(&self, vm: &Vm, position: usize) -> Option<u8> {
        vm.byte_slice(self.object?)?.get(self.positions.indices().nth(position)?).copied()
    }
}

fn is_released(vm: &mut Vm) -> Raised {
    vm.value_error("operation forbidden on released memoryview object")
}

fn view(vm: &mut Vm, this: Id) -> R<MemoryView> {
    match vm.native::<MemoryView>(this).filter(|view| view.object.is_some()).cloned() {
        Some(view) => Ok(view),
        None => Err(is_released(vm)),
    }
}

fn one_tuple(vm: &mut Vm, value: i64) -> R<Id> {
    let value = vm.new_int(value);
    Ok(vm.new_tuple(vec![value]))
}

fn is_contiguous(vm: &mut Vm, this: Id) -> R<Id> {
    let positions = view(vm, this)?.positions;
    Ok(Singletons::bool(positions.step == 1 || positions.count <= 1))
}

/// A view of a bytes or bytearray (borrowed), which counts it as exported.
fn make(vm: &mut Vm, object: Id, positions: Positions, readonly: bool) -> Id {
    if let Data::ByteArray(array) = vm.data_mut(object) {
        array.exports += 1;
    }
    let object = Some(vm.incref(object));
    vm.new_native(TypeTable::MEMORYVIEW, MemoryView { object, positions, readonly })
}

fn new(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["object"], positional_only: 0, positional: 1, required: 1 };
    let given = vm.bind_args("memoryview", args, &names)?;
    let Some(object) = given.first().copied().flatten() else {
        return Err(vm.type_error("memoryview() needs an object"));
    };
    if vm.native::<MemoryView>(object).is_some() {
        let view = view(vm, object)?;
        let seen = view.object.unwrap_or(object);
        return Ok(make(vm, seen, view.positions, view.readonly));
    }
    let Some(bytes) = vm.byte_slice(object) else {
        return Err(vm.type_error_for(object, "memoryview: a bytes-like object is required, not '{}'"));
    };
    let positions = Positions { start: 0, step: 1, count: bytes.len() };
    let readonly = matches!(vm.data(object), Data::Bytes(_));
    Ok(make(vm, object, positions, readonly))
}

/// Lets go of what is seen.
fn let_go(vm: &mut Vm, this: Id) {
    let Some(object) = vm.native_mut::<MemoryView>(this).and_then(|view| view.object.take()) else { return };
    if let Data::ByteArray(array) = vm.data_mut(object) {
        array.exports = array.exports.saturating_sub(1);
    }
    vm.decref(object);
}

fn finalize(vm: &mut Vm, this: Id) {
    let_go(vm, this);
}

fn release(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let_go(vm, this);
    Ok(Singletons::NONE)
}

fn enter(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    view(vm, this)?;
    Ok(vm.incref(this))
}

fn repr(vm: &mut Vm, this: Id) -> R<Id> {
    let released = vm.native::<MemoryView>(this).is_none_or(|view| view.object.is_none());
    let address = vm.address(this);
    Ok(vm.new_str(format!("<{}memory at {address:#x}>", if released { "released " } else { "" })))
}

fn hash(vm: &mut Vm, this: Id) -> R<i64> {
    let view = view(vm, this)?;
    if !view.readonly {
        return Err(vm.value_error("cannot hash writable memoryview object"));
    }
    Ok(hash_bytes(&view.bytes(vm).unwrap_or_default()))
}

fn richcompare(vm: &mut Vm, a: Id, b: Id, comparison: Comparison) -> R<Id> {
    let equal = match (vm.bytes_like(a), vm.bytes_like(b)) {
        (Some(left), Some(right)) => *left == *right,
        _ if a == b => true,
        _ => return Ok(Singletons::NOT_IMPLEMENTED),
    };
    Ok(match comparison {
        Comparison::Eq => Singletons::bool(equal),
        Comparison::Ne => Singletons::bool(!equal),
        _ => Singletons::NOT_IMPLEMENTED,
    })
}

fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    view(vm, this)?;
    super::str_iterator::memory_iter(vm, this)
}

fn len(vm: &mut Vm, this: Id) -> R<usize> {
    Ok(view(vm, this)?.positions.count)
}

fn subscript(vm: &mut Vm, this: Id, key: Id) -> R<(MemoryView, Subscript)> {
    let view = view(vm, this)?;
    match vm.subscript(key, view.positions.count)? {
        Some(Subscript::Index(index)) if index >= view.positions.count => {
            Err(vm.index_error("index out of bounds on dimension 1"))
        }
        Some(subscript) => Ok((view, subscript)),
        None => Err(vm.type_error("memoryview: invalid slice key")),
    }
}

/// The positions in the object that positions in a view of it name.
fn within(outer: Positions, inner: Positions) -> Positions {
    Positions { start: outer.start + inner.start * outer.step, step: outer.step * inner.step, count: inner.count }
}

fn getitem(vm: &mut Vm, this: Id, key: Id) -> R<Id> {
    let (view, subscript) = subscript(vm, this, key)?;
    match subscript {
        Subscript::Index(index) => {
            let byte = view.byte_at(vm, index).unwrap_or(0);
            Ok(vm.new_int(byte.into()))
        }
        Subscript::Slice(positions) => {
            let object = view.object.unwrap_or(this);
            Ok(make(vm, object, within(view.positions, positions), view.readonly))
        }
    }
}

fn setitem(vm: &mut Vm, this: Id, key: Id, value: Option<Id>) -> R<()> {
    let readonly = view(vm, this)?.readonly;
    if readonly {
        return Err(vm.type_error("cannot modify read-only memory"));
    }
    let Some(value) = value else { return Err(vm.type_error("cannot delete memory")) };
    let (view, subscript) = subscript(vm, this, key)?;
    let (positions, bytes) = match subscript {
        Subscript::Index(index) => {
            if !vm.has_index(value) {
                return Err(vm.type_error("memoryview: invalid type for format 'B'"));
            }
            let Some(byte) = vm.int_value(value).and_then(|value| u8::try_from(value).ok()) else {
                return Err(vm.value_error("memoryview: invalid value for format 'B'"));
            };
            (Positions { start: index as i64, step: 1, count: 1 }, vec![byte])
        }
        Subscript::Slice(positions) => {
            let bytes = vm.expect_bytes(value)?;
            if bytes.len() != positions.count {
                let message = "memoryview assignment: lvalue and rvalue have different structures";
                return Err(vm.value_error(message));
            }
            (positions, bytes.to_vec())
        }
    };
    if let Data::ByteArray(array) = vm.data_mut(view.object.unwrap_or(this)) {
        for (index, byte) in within(view.positions, positions).indices().zip(bytes) {
            if let Some(place) = array.bytes.get_mut(index) {
                *place = byte;
            }
        }
    }
    Ok(())
}

fn tobytes(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let bytes = view(vm, this)?.bytes(vm).unwrap_or_default();
    Ok(vm.new_bytes(bytes))
}

fn to_hex(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let bytes = view(vm, this)?.bytes(vm).unwrap_or_default();
    hex(vm, &bytes, args)
}

fn tolist(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let bytes = view(vm, this)?.bytes(vm).unwrap_or_default();
    let items = bytes.into_iter().map(|byte| vm.new_int(byte.into())).collect();
    Ok(vm.new_list(items))
}

fn toreadonly(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let view = view(vm, this)?;
    let object = view.object.unwrap_or(this);
    Ok(make(vm, object, view.positions, true))
}

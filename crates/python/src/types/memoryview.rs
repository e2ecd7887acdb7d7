//! `memoryview` of bytes and bytearrays in one dimension (memoryobject.c).

use ouro_heap::Id;

use super::bytes::hex;
use super::memory_format::Format;
use crate::bytecode::Comparison;
use crate::data::hash_bytes;
use crate::native::{Args, GetSet, NEVER, NO_SLOTS, Native, TypeSlots, TypeSpec};
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

/// The declaration of `managedbuffer`.
pub(crate) fn managed_buffer_spec() -> TypeSpec {
    TypeSpec { slots: TypeSlots { finalize: Some(let_go), ..NO_SLOTS }, ..TypeSpec::new("managedbuffer") }
}

const METHODS: &[Native] = &[
    Native::new("release", 0, 0, release),
    Native::any("tobytes", tobytes),
    Native::any("hex", to_hex),
    Native::new("tolist", 0, 0, tolist),
    Native::any("cast", cast),
    Native::new("toreadonly", 0, 0, toreadonly),
    Native::new("__enter__", 0, 0, enter),
    Native::any("__exit__", release).fastcall_since(NEVER),
];

const GETSET: &[GetSet] = &[
    GetSet::get("obj", |vm, this| {
        let object = view(vm, this)?.object;
        Ok(object.map_or(Singletons::NONE, |object| vm.incref(object)))
    }),
    GetSet::get("nbytes", |vm, this| {
        let view = view(vm, this)?;
        Ok(vm.new_int((view.positions.count * view.format.size()) as i64))
    }),
    GetSet::get("itemsize", |vm, this| {
        let size = view(vm, this)?.format.size();
        Ok(vm.new_int(size as i64))
    }),
    GetSet::get("ndim", |vm, this| view(vm, this).map(|_| 1).map(|size| Singletons::small_int(size).unwrap_or(this))),
    GetSet::get("format", |vm, this| {
        let name = view(vm, this)?.format.name();
        Ok(vm.new_str(name))
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

/// The one export of an object that all views of it share.
#[derive(Clone)]
struct ManagedBuffer {
    /// A bytes or bytearray; `None` once released.
    object: Slot,
    /// How many views are not released.
    views: u32,
}

crate::native_data_of_slots!(ManagedBuffer, |_this| 128, visit object, release object, clearable true);

/// What a memoryview sees.
#[derive(Clone)]
pub(crate) struct MemoryView {
    /// Its managed buffer.
    buffer: Slot,
    /// What that exports, borrowed from it; `None` once the view is released.
    object: Slot,
    /// Of the first byte of each item.
    positions: Positions,
    format: Format,
    readonly: bool,
}

impl NativeData for MemoryView {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.buffer.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        self.object = None;
        released.extend(self.buffer.take());
    }

    /// It has, but lets go at its death: the buffer's is enough to break a cycle.
    fn clearable(&self) -> bool {
        false
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
        let size = self.format.size();
        Some(self.positions.indices().filter_map(|i| bytes.get(i..i + size)).flatten().copied().collect())
    }

    /// One of the items it sees: a new reference.
    fn item(&self, vm: &mut Vm, position: usize) -> Option<Id> {
        let at = self.positions.indices().nth(position)?;
        let item = vm.byte_slice(self.object?)?.get(at..at + self.format.size())?.to_vec();
        Some(self.format.unpack(vm, &item))
    }

    fn is_contiguous(&self) -> bool {
        self.positions.step == self.format.size() as i64 || self.positions.count <= 1
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

/// One of the items that a view sees: a new reference; `None` after the last.
pub(crate) fn item_at(vm: &mut Vm, this: Id, position: usize) -> R<Option<Id>> {
    Ok(view(vm, this)?.item(vm, position))
}

fn one_tuple(vm: &mut Vm, value: i64) -> R<Id> {
    let value = vm.new_int(value);
    Ok(vm.new_tuple(vec![value]))
}

fn is_contiguous(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(Singletons::bool(view(vm, this)?.is_contiguous()))
}

/// Another view by the same buffer.
fn make(vm: &mut Vm, view: MemoryView) -> Id {
    if let Some(buffer) = view.buffer {
        vm.incref(buffer);
        if let Some(buffer) = vm.native_mut::<ManagedBuffer>(buffer) {
            buffer.views += 1;
        }
    }
    vm.new_native(TypeTable::MEMORYVIEW, view)
}

fn new(vm: &mut Vm, _: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["object"], positional_only: 0, positional: 1, required: 1 };
    let given = vm.bind_args("memoryview", args, &names)?;
    let Some(object) = given.first().copied().flatten() else {
        return Err(vm.type_error("memoryview() needs an object"));
    };
    if vm.native::<MemoryView>(object).is_some() {
        let view = view(vm, object)?;
        return Ok(make(vm, view));
    }
    let Some(bytes) = vm.byte_slice(object) else {
        return Err(vm.type_error_for(object, "memoryview: a bytes-like object is required, not '{}'"));
    };
    let positions = Positions { start: 0, step: 1, count: bytes.len() };
    let readonly = match vm.data_mut(object) {
        Data::ByteArray(array) => {
            array.exports += 1;
            false
        }
        _ => true,
    };
    let object = Some(vm.incref(object));
    let buffer = vm.new_native(TypeTable::MANAGED_BUFFER, ManagedBuffer { object, views: 0 });
    let made = make(vm, MemoryView { buffer: Some(buffer), object, positions, format: Format::BYTES, readonly });
    vm.decref(buffer);
    Ok(made)
}

/// Lets a managed buffer's object go (mbuf_release).
fn let_go(vm: &mut Vm, buffer: Id) {
    let Some(object) = vm.native_mut::<ManagedBuffer>(buffer).and_then(|buffer| buffer.object.take()) else { return };
    vm.heap.untrack(buffer);
    if let Data::ByteArray(array) = vm.data_mut(object) {
        array.exports = array.exports.saturating_sub(1);
    }
    vm.decref(object);
}

/// Ends a view; with the last one its buffer lets go.
fn finalize(vm: &mut Vm, this: Id) {
    let Some(view) = vm.native_mut::<MemoryView>(this) else { return };
    let (Some(_), Some(shared)) = (view.object.take(), view.buffer) else { return };
    let Some(buffer) = vm.native_mut::<ManagedBuffer>(shared) else { return };
    buffer.views -= 1;
    if buffer.views == 0 {
        let_go(vm, shared);
    }
}

fn release(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    finalize(vm, this);
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
    if let (Some(left), Some(right)) = (vm.native::<MemoryView>(a), vm.native::<MemoryView>(b))
        && !left.format.same(right.format)
        && left.object.is_some()
        && right.object.is_some()
    {
        let (left, right) = (tolist(vm, a, &Args::default())?, tolist(vm, b, &Args::default())?);
        let result = vm.compare(left, right, comparison);
        vm.decref(left);
        vm.decref(right);
        return result;
    }
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
        Subscript::Index(index) => Ok(view.item(vm, index).unwrap_or(Singletons::NONE)),
        Subscript::Slice(positions) => {
            Ok(make(vm, MemoryView { positions: within(view.positions, positions), ..view }))
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
    let size = view.format.size();
    let (positions, bytes) = match subscript {
        Subscript::Index(index) => {
            let bytes = view.format.pack(vm, value)?;
            (Positions { start: index as i64, step: 1, count: 1 }, bytes)
        }
        Subscript::Slice(positions) => {
            let bytes = vm.expect_bytes(value)?;
            let format = vm.native::<MemoryView>(value).map_or(Format::BYTES, |other| other.format);
            if bytes.len() != positions.count * size || !format.same(view.format) {
                let message = "memoryview assignment: lvalue and rvalue have different structures";
                return Err(vm.value_error(message));
            }
            (positions, bytes.to_vec())
        }
    };
    if let Data::ByteArray(array) = vm.data_mut(view.object.unwrap_or(this)) {
        for (index, item) in within(view.positions, positions).indices().zip(bytes.chunks(size)) {
            if let Some(place) = array.bytes.get_mut(index..index + size) {
                place.copy_from_slice(item);
            }
        }
    }
    Ok(())
}

fn tobytes(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let bytes = view(vm, this)?.bytes(vm).unwrap_or_default();
    Ok(vm.new_copied_bytes(bytes))
}

fn to_hex(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let bytes = view(vm, this)?.bytes(vm).unwrap_or_default();
    hex(vm, &bytes, args)
}

fn tolist(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let view = view(vm, this)?;
    let bytes = view.bytes(vm).unwrap_or_default();
    let items = bytes.chunks(view.format.size()).map(|item| view.format.unpack(vm, item)).collect();
    Ok(vm.new_list(items))
}

/// `memoryview.cast` to another format; one of the two has to be bytes.
fn cast(vm: &mut Vm, this: Id, args: &Args) -> R<Id> {
    let names = Parameters { names: &["format"], positional_only: 0, positional: 1, required: 1 };
    let given = vm.bind_args("cast", args, &names)?;
    let view = view(vm, this)?;
    let Some(name) = given[0].and_then(|name| vm.str_text(name)) else {
        return Err(vm.type_error_for(given[0].unwrap_or(this), "cast() argument 'format' must be str, not {}"));
    };
    if !view.is_contiguous() {
        return Err(vm.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    let Some(format) = Format::named(&name) else {
        let message =
            "memoryview: destination format must be a native single character format prefixed with an optional '@'";
        return Err(vm.value_error(message));
    };
    if !format.is_byte() && !view.format.is_byte() {
        return Err(vm.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let (length, size) = (view.positions.count * view.format.size(), format.size());
    if length % size != 0 {
        return Err(vm.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let positions = Positions { step: size as i64, count: length / size, ..view.positions };
    Ok(make(vm, MemoryView { positions, format, ..view }))
}

fn toreadonly(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let view = view(vm, this)?;
    Ok(make(vm, MemoryView { readonly: true, ..view }))
}

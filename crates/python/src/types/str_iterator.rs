//! Iterators over str, bytes and bytearray.

use ouro_heap::Id;

use crate::native::{Args, NO_SLOTS, Native, TypeSlots, TypeSpec};
use crate::native_data_boilerplate;
use crate::object::{NativeData, Slot, take_slot};
use crate::types::TypeTable;
use crate::vm::{R, Vm};

/// The declaration of `str_ascii_iterator`.
pub(crate) fn spec() -> TypeSpec {
    iterator("str_ascii_iterator", next_char)
}

/// The declaration of `str_iterator`, for texts beyond ASCII.
pub(crate) fn unicode_spec() -> TypeSpec {
    iterator("str_iterator", next_char)
}

/// The declaration of `bytes_iterator`.
pub(crate) fn bytes_spec() -> TypeSpec {
    iterator("bytes_iterator", next_byte)
}

/// The declaration of `bytearray_iterator`.
pub(crate) fn bytearray_spec() -> TypeSpec {
    iterator("bytearray_iterator", next_byte)
}

/// The declaration of `memory_iterator`.
pub(crate) fn memory_spec() -> TypeSpec {
    iterator("memory_iterator", next_item)
}

fn iterator(name: &'static str, next: fn(&mut Vm, Id) -> R<Option<Id>>) -> TypeSpec {
    TypeSpec {
        slots: TypeSlots { iter: Some(itself), next: Some(next), ..NO_SLOTS },
        methods: METHODS,
        ..TypeSpec::new(name)
    }
}

const METHODS: &[Native] = &[Native::new("__length_hint__", 0, 0, length_hint)];

#[derive(Clone)]
struct TextIterator {
    /// What is iterated over, until the end.
    over: Slot,
    /// Index of the next byte.
    position: usize,
}

impl NativeData for TextIterator {
    fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.over.iter().for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        take_slot(&mut self.over, released);
    }

    fn clearable(&self) -> bool {
        false
    }

    fn size(&self) -> usize {
        48
    }

    native_data_boilerplate!();
}

fn new(vm: &mut Vm, class: Id, over: Id) -> Id {
    let over = Some(vm.incref(over));
    vm.new_native(class, TextIterator { over, position: 0 })
}

/// `iter()` of a str.
pub(super) fn iter(vm: &mut Vm, this: Id) -> R<Id> {
    let ascii = vm.str_data(this).is_none_or(|text| text.is_ascii());
    Ok(new(vm, if ascii { TypeTable::STR_ITERATOR } else { TypeTable::STR_UNICODE_ITERATOR }, this))
}

/// `iter()` of a bytes.
pub(super) fn bytes_iter(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(new(vm, TypeTable::BYTES_ITERATOR, this))
}

/// `iter()` of a bytearray.
pub(super) fn bytearray_iter(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(new(vm, TypeTable::BYTEARRAY_ITERATOR, this))
}

/// `iter()` of a memoryview.
pub(super) fn memory_iter(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(new(vm, TypeTable::MEMORY_ITERATOR, this))
}

fn itself(vm: &mut Vm, this: Id) -> R<Id> {
    Ok(vm.incref(this))
}

/// Moves on by `width` bytes; 0 is the end, where what was iterated over is released.
fn advance(vm: &mut Vm, this: Id, width: usize) {
    let Some(iterator) = vm.native_mut::<TextIterator>(this) else { return };
    iterator.position += width;
    if width == 0 {
        let over = iterator.over.take();
        vm.decref_slot(over);
    }
}

fn next_char(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&TextIterator { over: Some(over), position, .. }) = vm.native::<TextIterator>(this) else {
        return Ok(None);
    };
    let c = vm.str_data(over).and_then(|text| text.as_str().get(position..)).and_then(|rest| rest.chars().next());
    advance(vm, this, c.map_or(0, char::len_utf8));
    Ok(c.map(|c| vm.new_char(c)))
}

fn next_byte(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&TextIterator { over: Some(over), position, .. }) = vm.native::<TextIterator>(this) else {
        return Ok(None);
    };
    let byte = vm.byte_at(over, position);
    advance(vm, this, usize::from(byte.is_some()));
    Ok(byte.map(|byte| vm.new_int(byte.into())))
}

fn next_item(vm: &mut Vm, this: Id) -> R<Option<Id>> {
    let Some(&TextIterator { over: Some(over), position, .. }) = vm.native::<TextIterator>(this) else {
        return Ok(None);
    };
    let item = super::memoryview::item_at(vm, over, position)?;
    advance(vm, this, usize::from(item.is_some()));
    Ok(item)
}

fn length_hint(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let Some(&TextIterator { over: Some(over), position, .. }) = vm.native::<TextIterator>(this) else {
        return Ok(vm.new_int(0));
    };
    let left = match vm.str_data(over) {
        Some(text) => text.as_str().get(position..).map_or(0, |rest| rest.chars().count()),
        None => vm.len(over)?.saturating_sub(position),
    };
    Ok(vm.new_int(left as i64))
}

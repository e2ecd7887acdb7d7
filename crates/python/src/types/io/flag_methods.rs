//! The methods and attributes that all layers of a file share. They ask the raw file at the bottom.

use ouro_heap::Id;

use super::buffered::Buffered;
use super::raw::RawFile;
use super::text::TextFile;
use crate::native::Args;
use crate::vm::{R, Singletons, Vm};

/// The raw file below, the object itself if it is one.
pub(super) fn raw_of(vm: &Vm, this: Id) -> Id {
    if let Some(Some(buffer)) = vm.native::<TextFile>(this).map(|text| text.buffer) {
        return raw_of(vm, buffer);
    }
    vm.native::<Buffered>(this).and_then(|buffered| buffered.raw).unwrap_or(this)
}

fn open_file(vm: &mut Vm, this: Id) -> R<RawFile> {
    let raw = raw_of(vm, this);
    match vm.native::<RawFile>(raw).filter(|file| !file.closed).cloned() {
        Some(file) => Ok(file),
        None => Err(vm.value_error("I/O operation on closed file")),
    }
}

pub(super) fn readable(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    Ok(Singletons::bool(open_file(vm, this)?.mode.read))
}

pub(super) fn writable(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    Ok(Singletons::bool(open_file(vm, this)?.mode.write))
}

pub(super) fn seekable(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    Ok(Singletons::bool(open_file(vm, this)?.stream.is_none()))
}

pub(super) fn isatty(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    open_file(vm, this)?;
    Ok(Singletons::FALSE)
}

pub(super) fn fileno(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let descriptor = open_file(vm, this)?.descriptor;
    Ok(vm.new_int(descriptor.into()))
}

pub(super) fn enter(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    let raw = raw_of(vm, this);
    vm.check_open(raw, "I/O operation on closed file.")?;
    Ok(vm.incref(this))
}

/// Calls `close`, which a subclass may override.
pub(super) fn exit(vm: &mut Vm, this: Id, _: &Args) -> R<Id> {
    vm.call_method(this, crate::vm::Names::CLOSE, &[])
}

pub(super) fn name(vm: &mut Vm, this: Id) -> R<Id> {
    let raw = raw_of(vm, this);
    match vm.native::<RawFile>(raw).and_then(|file| file.name) {
        Some(name) => Ok(vm.incref(name)),
        None => Ok(Singletons::NONE),
    }
}

pub(super) fn raw_mode(vm: &mut Vm, this: Id) -> R<Id> {
    let raw = raw_of(vm, this);
    let mode = vm.native::<RawFile>(raw).map_or("", |file| file.mode.raw_name());
    Ok(vm.new_str(mode))
}

pub(super) fn closed(vm: &mut Vm, this: Id) -> R<Id> {
    let raw = raw_of(vm, this);
    Ok(Singletons::bool(vm.native::<RawFile>(raw).is_none_or(|file| file.closed)))
}

/// Whether the raw file below is a standard stream.
pub(super) fn is_stream(vm: &Vm, this: Id) -> bool {
    vm.native::<RawFile>(raw_of(vm, this)).is_some_and(|file| file.stream.is_some())
}

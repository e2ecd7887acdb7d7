//! Death by reference count.
//!
//! CPython recurses from an object into those it releases, and its trashcan bounds the depth. Here a stack of pending
//! work takes the place of recursion: the order is that of the recursion, at any depth.

use crate::{Host, Id, Payload};

pub(crate) enum Work {
    /// Count one reference less, and go on if it was the last.
    Release(Id),
    /// Give the slot back: its references are released.
    Free(Id, Option<crate::FreeList>),
}

/// Memory for the work that is pending, kept from one death to the next.
#[derive(Default)]
pub(crate) struct Scratch {
    work: Vec<Work>,
    released: Vec<Id>,
}

impl Clone for Scratch {
    fn clone(&self) -> Self {
        Scratch::default()
    }
}

/// Ends an object whose count has come to zero, and all that dies with it: finalizer (which may resurrect it), weak
/// references and their callbacks, references in the order of release, memory (CPython 3.13 typeobject.c,
/// subtype_dealloc).
pub fn dealloc<H: Host>(host: &mut H, id: Id) {
    // A finalizer that ends other objects meanwhile finds the scratch gone, and starts one of its own.
    let Scratch { mut work, mut released } = std::mem::take(&mut host.heap().scratch);
    end(host, id, &mut work, &mut released);
    while let Some(next) = work.pop() {
        match next {
            Work::Release(child) => {
                if host.heap().decref(child) {
                    end(host, child, &mut work, &mut released);
                }
            }
            Work::Free(object, free_list) => {
                host.freeing(object);
                host.heap().free_slot(object, free_list);
            }
        }
    }
    host.heap().scratch = Scratch { work, released };
}

/// Starts the end of one object, unless its finalizer brings it back.
fn end<H: Host>(host: &mut H, id: Id, work: &mut Vec<Work>, released: &mut Vec<Id>) {
    if host.has_finalizer(id) && !host.heap().is_finalized(id) && !finalize_at_zero(host, id) {
        return;
    }
    host.heap().untrack(id);
    dealloc_weakrefs(host, id);
    let heap = host.heap();
    heap.remove_weakref(id);
    let slot = &mut heap.slots[id.index()];
    let free_list = slot.payload.free_list(slot.kind);
    released.clear();
    slot.payload.release(slot.kind, released);
    work.push(Work::Free(id, free_list));
    work.extend(released.drain(..).rev().map(Work::Release));
}

/// Runs a finalizer on an object without references. False if it has references afterwards
/// (CPython 3.13 object.c, PyObject_CallFinalizerFromDealloc).
fn finalize_at_zero<H: Host>(host: &mut H, id: Id) -> bool {
    let heap = host.heap();
    heap.incref(id);
    if heap.is_container(id) {
        // subtype_dealloc has untracked it by now and tracks it again for the finalizer: it goes to the end of generation 0.
        heap.untrack(id);
        heap.track(id);
    }
    host.finalize(id);
    let heap = host.heap();
    heap.set_finalized(id);
    heap.decref(id)
}

/// Clears the weak references to an object, then runs their callbacks, newest first
/// (CPython 3.13 weakrefobject.c, PyObject_ClearWeakRefs).
pub fn dealloc_weakrefs<H: Host>(host: &mut H, id: Id) {
    if !host.heap().has_weakrefs(id) {
        return;
    }
    let refs = host.heap().weakrefs(id).to_vec();
    let (mut calls, mut dropped) = (Vec::new(), Vec::new());
    for weakref in refs {
        let heap = host.heap();
        let shared = heap.is_shared_weakref(weakref);
        heap.clear_weakref(weakref);
        if shared {
            continue;
        }
        heap.drop_weakref_callback(weakref);
        let callback = host.take_weakref_callback(weakref);
        if host.heap().refcount(weakref) > 0 {
            calls.push((weakref, callback));
        } else {
            dropped.extend(callback);
        }
    }
    match *calls {
        [] => {}
        [(weakref, callback)] if !host.heap().config.callbacks_keep_weakrefs => {
            if let Some(callback) = callback {
                host.weakref_callback(weakref, callback);
                dropped.push(callback);
            }
        }
        _ => {
            for &(weakref, _) in &calls {
                host.heap().incref(weakref);
            }
            host.weakref_callbacks(calls);
        }
    }
    for callback in dropped {
        if host.heap().decref(callback) {
            dealloc(host, callback);
        }
    }
}

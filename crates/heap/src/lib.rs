//! The memory of a reference-counting language: object slots, counts, weak references, generations, and
//! CPython's collector as numbered phases.
//!
//! It knows no Python. A [`Payload`] says which references it holds, how to let go of them, and whether it is a
//! container; a [`Host`] runs what a language runs at an object's death: finalizers and weak references'
//! callbacks. References are [`Id`]s into slots; who holds one counts it with [`Heap::incref`] and
//! [`Heap::decref`]. The heap is plain data: cloning it is a checkpoint.

mod audit;
mod collector;
mod config;
mod dealloc;
mod free;
mod generations;
mod incremental;
mod journal;
mod slot;
mod weak;

pub use audit::Mismatch;
pub use collector::{Collection, Phase, collect};
pub use config::{FreeList, GcConfig, MAX_FREE_LISTS, Trigger};
pub use dealloc::{dealloc, dealloc_weakrefs};
pub use free::SizeClass;
pub use generations::{Allocations, GENERATIONS, GcList, ListIndex};
pub use journal::{Event, EventKind, Journal};
pub use slot::{IMMORTAL, Id, Slot};
pub use weak::WeakKind;

use free::FreeSlots;
use generations::Generations;
use slot::{CONTAINER, FINALIZED, HAS_WEAKREFS, WATCHED};
use weak::WeakTable;

/// Whether the collector may take an object off its lists because nothing it holds can be part of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untracking {
    /// It stays.
    Never,
    /// At every collection that it survives (CPython 3.13 gc.c, untrack_tuples).
    EveryCollection,
    /// At full collections only (CPython 3.13 gc.c, untrack_dicts).
    FullCollection,
}

/// What a slot holds, as far as the heap needs to know. The default value marks a free slot.
pub trait Payload: Clone + Default {
    /// A small value kept beside each payload, for its owner: a language keeps the object's class here.
    type Kind: Copy + Default;

    /// Calls `visit` for every strong reference held, in the order of CPython's `tp_traverse`.
    fn visit(&self, kind: Self::Kind, visit: &mut dyn FnMut(Id));

    /// The object with which this one shares its values, and whether this is their holder. It is so where both name each
    /// other.
    fn shares_values(&self) -> Option<(Id, bool)> {
        None
    }

    /// Calls `visit` for the values that another object holds.
    fn visit_shared_values(&self, visit: &mut dyn FnMut(Id)) {
        let _ = visit;
    }

    /// Lets go of what can be part of a cycle (`tp_clear`), pushing the references in the order of their release.
    /// The payload stays usable.
    fn clear(&mut self, released: &mut Vec<Id>);

    /// Lets go of everything at death (`tp_dealloc`), pushing the references in the order of their release.
    fn release(&mut self, kind: Self::Kind, released: &mut Vec<Id>);

    /// Whether the collector counts its allocation and can track it (`Py_TPFLAGS_HAVE_GC`).
    fn is_container(&self) -> bool;

    /// Whether the collector may untrack it.
    fn untracking(&self, kind: Self::Kind) -> Untracking;

    /// The free list its memory comes from and goes to, if its type keeps one.
    fn free_list(&self, kind: Self::Kind) -> Option<FreeList>;
}

/// What runs program code when objects die.
pub trait Host: Sized {
    /// What the heap's slots hold.
    type Payload: Payload;

    /// The heap.
    fn heap(&mut self) -> &mut Heap<Self::Payload>;

    /// Whether the object has a finalizer (`tp_finalize`).
    fn has_finalizer(&self, id: Id) -> bool;

    /// Runs the finalizer. Errors are the host's to report. The object may be resurrected.
    fn finalize(&mut self, id: Id);

    /// Calls a weak reference's callback with the reference. Errors are the host's to report.
    fn weakref_callback(&mut self, weakref: Id, callback: Id);

    /// Takes the callback out of a weak reference's payload, with the reference to it.
    fn take_weakref_callback(&mut self, weakref: Id) -> Option<Id>;

    /// Calls the callbacks of an object that died by count, and releases the weak references and their callbacks.
    fn weakref_callbacks(&mut self, calls: Vec<(Id, Option<Id>)>) {
        for &(weakref, callback) in &calls {
            if let Some(callback) = callback {
                self.weakref_callback(weakref, callback);
            }
        }
        for (weakref, callback) in calls {
            for held in callback.into_iter().chain([weakref]) {
                if self.heap().decref(held) {
                    dealloc(self, held);
                }
            }
        }
    }

    /// Told when an object's memory is about to be reused: tables beside the heap can forget it.
    fn freeing(&mut self, id: Id) {
        let _ = id;
    }

    /// What running frames refer to, the newest frame's first: of all frames, or down to the first that was asked for before.
    /// It matters to the incremental collector alone.
    fn stack_roots(&mut self, all: bool) -> Vec<Id> {
        let _ = all;
        Vec::new()
    }

    /// Told when a collection has found garbage (`Heap::unreachable`), before any of it ends.
    fn found_unreachable(&mut self) {}

    /// Whether garbage is to be kept instead of freed (`gc.DEBUG_SAVEALL`); takes a reference of its own if so.
    fn save_garbage(&mut self, id: Id) -> bool {
        let _ = id;
        false
    }
}

/// Object slots, counts, generations and weak references.
#[derive(Clone)]
pub struct Heap<P: Payload> {
    slots: Vec<Slot<P>>,
    free: FreeSlots,
    live: u32,
    next_serial: u32,
    /// Count word of a new object: 1, with the watched bit while a journal is kept.
    new_rc: u32,
    generations: Generations,
    free_lists: [u16; MAX_FREE_LISTS],
    weak: WeakTable,
    config: GcConfig,
    journal: Option<Box<Journal>>,
    scratch: dealloc::Scratch,
    /// Whether automatic collection was asked for and not yet served (the eval breaker's bit).
    pub gc_pending: bool,
}

impl<P: Payload> Heap<P> {
    /// An empty heap.
    pub fn new(config: GcConfig) -> Self {
        Heap {
            // Slot 0 is never used, so that an `Id` can be non-zero.
            slots: vec![Slot::unused()],
            free: FreeSlots::default(),
            live: 0,
            next_serial: 1,
            new_rc: 1,
            generations: Generations::new(config.thresholds),
            free_lists: [0; MAX_FREE_LISTS],
            weak: WeakTable::default(),
            config,
            journal: None,
            scratch: dealloc::Scratch::default(),
            gc_pending: false,
        }
    }

    /// What distinguishes one release's collector from another's.
    pub fn config(&self) -> &GcConfig {
        &self.config
    }

    /// Makes an object with one reference, which the caller owns, in memory of this size. A container counts towards the
    /// next collection but is not tracked yet: [`Heap::track`].
    #[inline]
    pub fn alloc(&mut self, kind: P::Kind, payload: P, size: SizeClass) -> Id {
        let container = payload.is_container();
        let list = if container { self.count_allocation(payload.free_list(kind)) } else { None };
        let serial = self.next_serial;
        self.next_serial = serial.wrapping_add(1);
        let slot = Slot::new(self.new_rc, serial, kind, payload, size, if container { CONTAINER } else { 0 });
        self.live += 1;
        let index = self.place(slot, list);
        let id = Id::from_index(index);
        if self.new_rc != 1 {
            self.watch_new(id);
        }
        id
    }

    /// As [`Heap::alloc`], and tracked.
    #[inline]
    pub fn alloc_tracked(&mut self, kind: P::Kind, payload: P, size: SizeClass) -> Id {
        let id = self.alloc(kind, payload, size);
        self.track(id);
        id
    }

    /// Counts one more reference.
    #[inline(always)]
    pub fn incref(&mut self, id: Id) {
        let slot = &mut self.slots[id.index()];
        if (slot.rc as i32) >= 0 {
            slot.rc += 1;
        } else if slot.rc < IMMORTAL {
            self.incref_watched(id);
        }
    }

    /// Counts one reference less. True if it was the last: the caller has to call [`dealloc`] at once.
    #[inline(always)]
    #[must_use]
    pub fn decref(&mut self, id: Id) -> bool {
        let slot = &mut self.slots[id.index()];
        let rc = slot.rc;
        if (rc as i32) >= 0 {
            debug_assert!(rc > 0, "count below zero");
            slot.rc = rc.wrapping_sub(1);
            rc == 1
        } else {
            rc < IMMORTAL && self.decref_watched(id)
        }
    }

    #[cold]
    fn incref_watched(&mut self, id: Id) {
        let slot = &mut self.slots[id.index()];
        slot.rc += 1;
        let (serial, to) = (slot.serial, slot.rc & !WATCHED);
        self.log(serial, EventKind::Count { from: to - 1, to });
    }

    #[cold]
    fn decref_watched(&mut self, id: Id) -> bool {
        let slot = &mut self.slots[id.index()];
        slot.rc -= 1;
        let (serial, to) = (slot.serial, slot.rc & !WATCHED);
        self.log(serial, EventKind::Count { from: to + 1, to });
        to == 0
    }

    /// The reference count; [`IMMORTAL`] or more for an immortal object.
    #[inline]
    pub fn refcount(&self, id: Id) -> u32 {
        let rc = self.slots[id.index()].rc;
        if rc >= IMMORTAL { rc } else { rc & !WATCHED }
    }

    /// Whether the object is never counted and never freed.
    #[inline]
    pub fn is_immortal(&self, id: Id) -> bool {
        self.slots[id.index()].rc >= IMMORTAL
    }

    /// Makes an object immortal.
    pub fn immortalize(&mut self, id: Id) {
        self.slots[id.index()].rc = IMMORTAL;
    }

    /// What the object holds.
    #[inline(always)]
    pub fn get(&self, id: Id) -> &P {
        &self.slots[id.index()].payload
    }

    /// What the object holds, to change it. Counts of references put in or taken out are the caller's.
    #[inline(always)]
    pub fn get_mut(&mut self, id: Id) -> &mut P {
        &mut self.slots[id.index()].payload
    }

    /// What stands beside the payload: the object's class.
    #[inline(always)]
    pub fn kind(&self, id: Id) -> P::Kind {
        self.slots[id.index()].kind
    }

    /// Changes what stands beside the payload.
    pub fn set_kind(&mut self, id: Id, kind: P::Kind) {
        self.slots[id.index()].kind = kind;
    }

    /// A number that no other object of this run has had or will have.
    #[inline]
    pub fn serial(&self, id: Id) -> u32 {
        self.slots[id.index()].serial
    }

    /// The serial number that the next object will get.
    pub fn next_serial(&self) -> u32 {
        self.next_serial
    }

    /// Whether the slot holds an object.
    pub fn is_live(&self, id: Id) -> bool {
        self.slots.get(id.index()).is_some_and(|s| !s.is_free())
    }

    /// How many objects are alive.
    pub fn live_count(&self) -> u32 {
        self.live
    }

    /// Every object, in the order of slots.
    pub fn ids(&self) -> impl Iterator<Item = Id> + '_ {
        (1..self.slots.len()).filter(|&i| !self.slots[i].is_free()).map(|i| Id::from_index(i as u32))
    }

    /// Whether the payload is a container.
    #[inline]
    pub fn is_container(&self, id: Id) -> bool {
        self.slots[id.index()].flags & CONTAINER != 0
    }

    /// Whether the finalizer has run.
    pub fn is_finalized(&self, id: Id) -> bool {
        self.slots[id.index()].flags & FINALIZED != 0
    }

    /// Remembers that the finalizer has run.
    pub fn set_finalized(&mut self, id: Id) {
        self.slots[id.index()].flags |= FINALIZED;
        let serial = self.serial(id);
        self.log(serial, EventKind::Finalized);
    }

    /// Whether any weak reference points at the object.
    #[inline]
    pub fn has_weakrefs(&self, id: Id) -> bool {
        self.slots[id.index()].flags & HAS_WEAKREFS != 0
    }

    /// Calls `visit` for every strong reference that the object holds.
    pub fn visit(&self, id: Id, visit: &mut dyn FnMut(Id)) {
        let slot = &self.slots[id.index()];
        slot.payload.visit(slot.kind, visit);
    }

    /// As [`Heap::visit`], for the references that the collector is told of.
    pub fn traverse(&self, id: Id, visit: &mut dyn FnMut(Id)) {
        match self.shares_values(id) {
            None => self.visit(id, visit),
            Some((_, false)) => {}
            Some((other, true)) => self.visit(id, &mut |child| match child == other {
                true => self.get(other).visit_shared_values(visit),
                false => visit(child),
            }),
        }
    }

    /// With which object it shares its values, and whether it is their holder, if that matters to the collector.
    pub fn shares_values(&self, id: Id) -> Option<(Id, bool)> {
        if !self.config.holders_visit_values {
            return None;
        }
        let (other, holder) = self.get(id).shares_values()?;
        (self.get(other).shares_values() == Some((id, !holder))).then_some((other, holder))
    }

    /// Frees an object that holds no references, has no finalizer and no weak references, and whose count is zero: what
    /// happens most, and so without what [`Heap::free_slot`] does for all others.
    #[inline]
    pub fn free_leaf(&mut self, id: Id) {
        debug_assert!(self.slots[id.index()].flags & (CONTAINER | HAS_WEAKREFS) == 0);
        self.vacate(id.index() as u32, None);
        self.live -= 1;
    }

    /// Gives a slot back. The count of allocations goes down unless a free list takes the memory.
    fn free_slot(&mut self, id: Id, free_list: Option<FreeList>) {
        if self.is_tracked(id) {
            self.untrack(id);
        }
        let list = if self.is_container(id) { self.count_free(free_list) } else { None };
        let serial = self.serial(id);
        self.log_if_watched(id, serial, EventKind::Freed);
        self.vacate(id.index() as u32, list);
        self.live -= 1;
    }
}

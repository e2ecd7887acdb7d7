//! The cyclic collector, phase by phase, in the order and with the names of CPython 3.13's gc.c.

use crate::generations::{GENERATIONS, NO_LIST, PERMANENT, SCRATCH, STILL_UNREACHABLE, UNREACHABLE};
use crate::{EventKind, Heap, Host, Id, ListIndex, Payload, Untracking, dealloc, incremental};

/// The phases of a collection, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Copy each count to `gc_refs`.
    UpdateRefs,
    /// Subtract the references from inside.
    SubtractRefs,
    /// Set aside what nothing outside refers to.
    MoveUnreachable,
    /// Untrack what cannot be part of a cycle.
    Untrack,
    /// Survivors join the next generation.
    MergeSurvivors,
    /// Clear weak references to and inside the garbage, run callbacks.
    HandleWeakrefs,
    /// Run finalizers.
    FinalizeGarbage,
    /// Look again for what finalizers brought back.
    HandleResurrected,
    /// Break the cycles.
    DeleteGarbage,
    /// Empty the free lists.
    ClearFreeLists,
}

/// What a collection came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    /// Oldest generation collected.
    pub generation: u8,
    /// Objects examined.
    pub examined: u32,
    /// Unreachable objects freed; those that finalizers resurrected do not count.
    pub collected: u32,
    /// Unreachable objects that could not be freed.
    pub uncollectable: u32,
    /// An increment that only marked, or had nothing to do: `gc.get_stats()` does not count it.
    pub examined_nothing: bool,
}

/// Collects generations 0 to `generation`. Does nothing while a collection is running
/// (CPython 3.13 gc.c, gc_collect_main).
pub fn collect<H: Host>(host: &mut H, generation: u8) -> Collection {
    let heap = host.heap();
    let generation = generation.min(GENERATIONS as u8 - 1);
    if heap.generations.collecting {
        return Collection { generation, ..Collection::default() };
    }
    heap.generations.collecting = true;
    heap.gc_pending = false;
    let collection = match heap.config.increments {
        Some(_) => incremental::collect(host, generation),
        None => collect_generations(host, generation),
    };
    host.heap().generations.collecting = false;
    collection
}

fn collect_generations<H: Host>(host: &mut H, generation: u8) -> Collection {
    let heap = host.heap();
    let young = generation;
    let old = (generation + 1).min(GENERATIONS as u8 - 1);
    let full = generation == GENERATIONS as u8 - 1;

    if !full {
        heap.generations.counts[old as usize] += 1;
    }
    for g in 0..=generation {
        heap.generations.counts[g as usize] = 0;
    }
    let startup = heap.join_startup(generation);
    for g in 0..generation {
        heap.merge(g, young);
    }
    let examined = heap.generations.lists[young as usize].len - startup.len() as u32;

    heap.deduce_unreachable(young, UNREACHABLE, &startup);
    for id in startup {
        heap.move_to(id, PERMANENT);
    }
    heap.untrack_survivors(young, Untracking::EveryCollection);
    if full {
        heap.untrack_survivors(young, Untracking::FullCollection);
        heap.generations.long_lived_pending = 0;
        heap.generations.long_lived_total = heap.generations.lists[young as usize].len.into();
    } else {
        if generation == GENERATIONS as u8 - 2 {
            heap.generations.long_lived_pending += u64::from(heap.generations.lists[young as usize].len);
        }
        heap.merge(young, old);
    }
    let collection = end_unreachable(host, old);
    if full {
        host.heap().clear_free_lists();
    }
    Collection { generation, examined, ..collection }
}

/// Collects what only objects of `from` refer to; the others go to `to` (CPython 3.14.4 gc.c, gc_collect_region).
pub(crate) fn collect_region<H: Host>(host: &mut H, from: ListIndex, to: ListIndex) -> Collection {
    let heap = host.heap();
    let examined = heap.generations.lists[from as usize].len;
    heap.deduce_unreachable(from, UNREACHABLE, &[]);
    heap.untrack_survivors(from, Untracking::EveryCollection);
    heap.merge(from, to);
    Collection { examined, ..end_unreachable(host, to) }
}

/// Ends what was found unreachable. Survivors of that join `old`.
fn end_unreachable<H: Host>(host: &mut H, old: ListIndex) -> Collection {
    host.heap().log_list(UNREACHABLE, EventKind::Unreachable);
    host.found_unreachable();
    let outlive = host.heap().config.weakrefs_outlive_finalizers;
    let freed = handle_weakrefs(host, old, outlive);
    finalize_garbage(host);
    let collected = handle_resurrected_objects(host, old);
    if outlive {
        clear_weakrefs_of_garbage(host.heap());
    }
    let uncollectable = delete_garbage(host, old);
    Collection { collected: freed + collected - uncollectable, uncollectable, ..Collection::default() }
}

impl<P: Payload> Heap<P> {
    /// Moves from `base` to `unreachable` what only `base` itself refers to (deduce_unreachable). `roots` of it count as
    /// referred to from outside.
    fn deduce_unreachable(&mut self, base: ListIndex, unreachable: ListIndex, roots: &[Id]) {
        let mut gc_refs = std::mem::take(&mut self.generations.gc_refs);
        gc_refs.resize(self.slots.len(), 0);
        self.update_refs(base, &mut gc_refs);
        self.subtract_refs(base, &mut gc_refs);
        for root in roots {
            gc_refs[root.index()] = 1;
        }
        self.move_unreachable(base, unreachable, &mut gc_refs);
        // A checkpoint does not need the scratch space.
        self.generations.gc_refs = Vec::new();
    }

    /// Copies each count (update_refs).
    fn update_refs(&self, base: ListIndex, gc_refs: &mut [u32]) {
        let mut next = self.list_first(base);
        while let Some(id) = next {
            gc_refs[id.index()] = self.refcount(id);
            next = self.list_next(id);
        }
    }

    /// Takes off the references from objects of `base` to each other (subtract_refs). What is left above zero is
    /// referred to from outside.
    fn subtract_refs(&self, base: ListIndex, gc_refs: &mut [u32]) {
        let mut next = self.list_first(base);
        while let Some(id) = next {
            self.traverse(id, &mut |child| {
                if self.slots[child.index()].list == base {
                    let refs = &mut gc_refs[child.index()];
                    *refs = refs.saturating_sub(1);
                }
            });
            next = self.list_next(id);
        }
    }

    /// Sets aside what has no reference from outside; an object that turns out to be reached after all comes back
    /// to the END of `base` (move_unreachable).
    fn move_unreachable(&mut self, base: ListIndex, unreachable: ListIndex, gc_refs: &mut [u32]) {
        let mut children = Vec::new();
        let mut next = self.list_first(base);
        while let Some(id) = next {
            if gc_refs[id.index()] == 0 {
                next = self.list_next(id);
                self.move_to(id, unreachable);
            } else {
                children.clear();
                self.traverse(id, &mut |child| children.push(child));
                for &child in &children {
                    let list = self.slots[child.index()].list;
                    if list == unreachable {
                        self.move_to(child, base);
                        gc_refs[child.index()] = 1;
                    } else if list == base && gc_refs[child.index()] == 0 {
                        gc_refs[child.index()] = 1;
                    }
                }
                next = self.list_next(id);
            }
        }
    }

    /// Untracks the survivors that hold nothing a cycle could go through (untrack_tuples, untrack_dicts).
    pub(crate) fn untrack_survivors(&mut self, list: ListIndex, when: Untracking) {
        let wanted = match when {
            Untracking::EveryCollection => self.config.untrack_tuples,
            Untracking::FullCollection => self.config.untrack_dicts,
            Untracking::Never => false,
        };
        if !wanted {
            return;
        }
        let mut next = self.list_first(list);
        while let Some(id) = next {
            next = self.list_next(id);
            let slot = &self.slots[id.index()];
            if slot.payload.untracking(slot.kind) != when {
                continue;
            }
            let mut may_be_tracked = false;
            slot.payload.visit(slot.kind, &mut |child| may_be_tracked |= self.may_be_tracked(child));
            if !may_be_tracked {
                self.untrack(id);
            }
        }
    }

    /// Whether an object is, or may become, one the collector has to follow
    /// (CPython 3.13 pycore_gc.h, _PyObject_GC_MAY_BE_TRACKED).
    pub fn may_be_tracked(&self, id: Id) -> bool {
        let slot = &self.slots[id.index()];
        self.is_container(id)
            && (slot.payload.untracking(slot.kind) != Untracking::EveryCollection || slot.list != NO_LIST)
    }

    /// What the running collection has found and not ended yet, in order.
    pub fn unreachable(&self) -> Vec<Id> {
        std::iter::successors(self.list_first(UNREACHABLE), |&id| self.list_next(id)).collect()
    }

    fn log_list(&mut self, list: ListIndex, kind: EventKind) {
        if self.journal.is_none() {
            return;
        }
        let mut next = self.list_first(list);
        while let Some(id) = next {
            self.log_if_watched(id, self.serial(id), kind);
            next = self.list_next(id);
        }
    }
}

/// Clears every weak reference inside the garbage and to it; then runs the callbacks of references outside
/// (handle_weakrefs). From CPython 3.15 on those without a callback are left alone until finalizers have run.
fn handle_weakrefs<H: Host>(host: &mut H, old: ListIndex, only_with_callback: bool) -> u32 {
    let heap = host.heap();
    let mut calls = Vec::new();
    let mut next = heap.list_first(UNREACHABLE);
    while let Some(id) = next {
        next = heap.list_next(id);
        if heap.is_weakref(id) && (!only_with_callback || heap.weakref_callback(id).is_some()) {
            heap.clear_weakref(id);
        }
        for weakref in heap.weakrefs(id).to_vec() {
            if only_with_callback && heap.weakref_callback(weakref).is_none() {
                continue;
            }
            if let Some(callback) = heap.clear_weakref(weakref)
                && heap.slots[weakref.index()].list != UNREACHABLE
            {
                heap.incref(weakref);
                calls.push((weakref, callback));
            }
        }
    }
    // While callbacks run, the references to call wait on a list of their own, as in CPython.
    for &(weakref, _) in &calls {
        heap.move_to(weakref, SCRATCH);
    }
    let mut freed = 0;
    for (weakref, callback) in calls {
        // The reference keeps its callback.
        host.weakref_callback(weakref, callback);
        release(host, weakref);
        let heap = host.heap();
        if heap.is_live(weakref) && heap.slots[weakref.index()].list == SCRATCH {
            heap.move_to(weakref, old);
        } else {
            freed += 1;
        }
    }
    freed
}

/// Clears the weak references that were left alone before finalizers ran (CPython 3.15 gc.c, handle_weakref_callbacks and
/// clear_weakrefs).
fn clear_weakrefs_of_garbage<P: Payload>(heap: &mut Heap<P>) {
    let mut next = heap.list_first(STILL_UNREACHABLE);
    while let Some(id) = next {
        next = heap.list_next(id);
        if heap.is_weakref(id) {
            heap.clear_weakref(id);
        }
        for weakref in heap.weakrefs(id).to_vec() {
            heap.clear_weakref(weakref);
        }
    }
}

/// Runs the finalizers of the garbage, each at most once in an object's life (finalize_garbage).
fn finalize_garbage<H: Host>(host: &mut H) {
    while let Some(id) = host.heap().list_first(UNREACHABLE) {
        host.heap().move_to(id, SCRATCH);
        if host.has_finalizer(id) && !host.heap().is_finalized(id) {
            let heap = host.heap();
            heap.set_finalized(id);
            heap.incref(id);
            host.finalize(id);
            release(host, id);
        }
    }
    host.heap().merge(SCRATCH, UNREACHABLE);
}

/// Examines the garbage again: what a finalizer brought back joins the older generation
/// (handle_resurrected_objects). Returns how many objects are garbage still.
fn handle_resurrected_objects<H: Host>(host: &mut H, old: ListIndex) -> u32 {
    let heap = host.heap();
    heap.deduce_unreachable(UNREACHABLE, STILL_UNREACHABLE, &[]);
    heap.merge(UNREACHABLE, old);
    heap.generations.lists[STILL_UNREACHABLE as usize].len
}

/// Breaks the cycles, one object after another (delete_garbage). Returns how many were kept for the program to see.
fn delete_garbage<H: Host>(host: &mut H, old: ListIndex) -> u32 {
    let mut released = Vec::new();
    let mut saved = 0;
    while let Some(id) = host.heap().list_first(STILL_UNREACHABLE) {
        if host.save_garbage(id) {
            saved += 1;
        } else {
            let heap = host.heap();
            heap.incref(id);
            released.clear();
            heap.get_mut(id).clear(&mut released);
            for child in released.drain(..) {
                release(host, child);
            }
            release(host, id);
        }
        let heap = host.heap();
        if heap.list_first(STILL_UNREACHABLE) == Some(id) {
            heap.move_to(id, old);
        }
    }
    saved
}

fn release<H: Host>(host: &mut H, id: Id) {
    if host.heap().decref(id) {
        dealloc(host, id);
    }
}

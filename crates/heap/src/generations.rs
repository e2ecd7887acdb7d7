//! The collector's lists: doubly linked through the slots, in order, as `PyGC_Head` links them.

use crate::incremental::Pass;
use crate::{EventKind, FreeList, Heap, Id, MAX_FREE_LISTS, Payload, SizeClass, Trigger};

/// Number of generations.
pub const GENERATIONS: usize = 3;

/// A list's number: 0, 1, 2 for the generations, then the others.
pub type ListIndex = u8;
/// Objects that `gc.freeze()` set aside.
pub(crate) const PERMANENT: ListIndex = 3;
/// Objects found unreachable, while a collection runs.
pub(crate) const UNREACHABLE: ListIndex = 4;
/// Objects still unreachable after finalizers ran.
pub(crate) const STILL_UNREACHABLE: ListIndex = 5;
/// Scratch list of a phase; what an increment examines.
pub(crate) const SCRATCH: ListIndex = 6;
const LISTS: usize = 7;
/// On no list.
pub(crate) const NO_LIST: ListIndex = 255;

/// Where the collector's counts stood at some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allocations {
    serial: u32,
    counts: [u32; GENERATIONS],
    free_lists: [u16; MAX_FREE_LISTS],
}

/// First and last object of a list and its length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GcList {
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// How many objects it has.
    pub len: u32,
}

#[derive(Clone)]
pub(crate) struct Generations {
    pub(crate) lists: [GcList; LISTS],
    pub(crate) counts: [u32; GENERATIONS],
    pub(crate) thresholds: [u32; GENERATIONS],
    pub(crate) enabled: bool,
    pub(crate) collecting: bool,
    /// Survivors of collections of generation 1 since the last full one.
    pub(crate) long_lived_pending: u64,
    /// Survivors of the last full collection.
    pub(crate) long_lived_total: u64,
    /// The generation in which what the interpreter's start made counts as being; `None` where it is frozen.
    pub(crate) startup: Option<u8>,
    /// The incremental collector's.
    pub(crate) pass: Pass,
    /// `gc_refs`, by slot: meaningful only inside a collection.
    pub(crate) gc_refs: Vec<u32>,
}

impl Generations {
    pub(crate) fn new(thresholds: [u32; GENERATIONS]) -> Self {
        Generations {
            lists: Default::default(),
            counts: [0; GENERATIONS],
            thresholds,
            enabled: true,
            collecting: false,
            long_lived_pending: 0,
            long_lived_total: 0,
            startup: None,
            pass: Pass::default(),
            gc_refs: Vec::new(),
        }
    }
}

impl<P: Payload> Heap<P> {
    /// Puts an untracked container at the end of generation 0.
    #[inline]
    pub fn track(&mut self, id: Id) {
        debug_assert!(self.is_container(id));
        if self.slots[id.index()].list == NO_LIST {
            self.append(0, id);
            self.log_if_watched(id, self.serial(id), EventKind::Moved { from: NO_LIST, to: 0 });
            if self.config.increments.is_some() {
                self.count_object();
            }
        }
    }

    /// Takes an object off the collector's lists.
    #[inline]
    pub fn untrack(&mut self, id: Id) {
        if self.slots[id.index()].list != NO_LIST {
            let from = self.slots[id.index()].list;
            self.unlink(id);
            self.log_if_watched(id, self.serial(id), EventKind::Moved { from, to: NO_LIST });
            if self.config.increments.is_some() {
                let count = &mut self.generations.counts[0];
                *count = count.saturating_sub(1);
            }
        }
    }

    /// Whether the object is on one of the collector's lists.
    #[inline]
    pub fn is_tracked(&self, id: Id) -> bool {
        self.slots[id.index()].list != NO_LIST
    }

    /// The generation an object is in: 0, 1, 2, or 3 for the permanent one. Inside a collection an object that was
    /// found unreachable is in none.
    pub fn generation(&self, id: Id) -> Option<u8> {
        let list = self.slots[id.index()].list;
        (list <= PERMANENT).then_some(list)
    }

    /// The objects of generation 0, 1, 2, or 3 for the permanent one, in the list's order.
    pub fn generation_members(&self, generation: u8) -> impl Iterator<Item = Id> + '_ {
        let first = self.generations.lists.get(generation as usize).map_or(0, |l| l.first);
        std::iter::successors((first != 0).then_some(first), |&i| {
            let next = self.slots[i as usize].next;
            (next != 0).then_some(next)
        })
        .map(Id::from_index)
    }

    /// How many objects generation 0, 1, 2, or 3 for the permanent one, has.
    pub fn generation_len(&self, generation: u8) -> u32 {
        self.generations.lists.get(generation as usize).map_or(0, |l| l.len)
    }

    /// `gc.get_count()`
    pub fn counts(&self) -> [u32; GENERATIONS] {
        self.generations.counts
    }

    /// `gc.get_threshold()`
    pub fn thresholds(&self) -> [u32; GENERATIONS] {
        self.generations.thresholds
    }

    /// `gc.set_threshold()`
    pub fn set_thresholds(&mut self, mut thresholds: [u32; GENERATIONS]) {
        if self.config.increments.is_some() {
            thresholds[2] = 0;
        }
        self.generations.thresholds = thresholds;
    }

    /// `gc.isenabled()`
    pub fn gc_enabled(&self) -> bool {
        self.generations.enabled
    }

    /// `gc.enable()` and `gc.disable()`
    pub fn set_gc_enabled(&mut self, enabled: bool) {
        self.generations.enabled = enabled;
    }

    /// Whether a collection is running.
    pub fn is_collecting(&self) -> bool {
        self.generations.collecting
    }

    /// `long_lived_pending` and `long_lived_total` of CPython's collector state.
    pub fn long_lived(&self) -> (u64, u64) {
        (self.generations.long_lived_pending, self.generations.long_lived_total)
    }

    /// `gc.freeze()`: all objects become permanent, and the counts zero (CPython 3.13 gc.c, _PyGC_Freeze).
    pub fn freeze(&mut self) {
        self.generations.startup = None;
        for generation in 0..GENERATIONS as u8 {
            self.merge(generation, PERMANENT);
            self.generations.counts[generation as usize] = 0;
        }
    }

    /// `gc.unfreeze()`: permanent objects go to the oldest generation.
    pub fn unfreeze(&mut self) {
        // The incremental collector's permanent objects count as visited.
        self.merge(PERMANENT, if self.config.increments.is_some() { 1 } else { GENERATIONS as u8 - 1 });
    }

    /// Sets aside all that is there, as what the interpreter's start made: no generation counts it and no collection
    /// frees it. With a generation it is examined where a start leaves it: at the front of that generation, moving on
    /// with it, which shows in the order of what it refers to. With `None` it is frozen.
    pub fn set_startup_aside(&mut self, generation: Option<u8>) {
        self.freeze();
        self.generations.startup = generation;
        self.begin_pass();
    }

    /// Gives back what was set aside, to the front of the generation in which it counts as being: from here on it can
    /// be garbage.
    pub fn give_back_startup(&mut self) {
        let generation = self.generations.startup.take().unwrap_or(GENERATIONS as u8 - 1);
        self.merge_front(PERMANENT, generation);
    }

    /// Puts what was set aside at the front of its generation for a collection of `generation`, if its place there can
    /// show: at the front of the oldest one it comes before all others anyway. Returns its objects.
    pub(crate) fn join_startup(&mut self, generation: u8) -> Vec<Id> {
        let Some(place) = self.generations.startup.filter(|&place| place <= generation) else { return Vec::new() };
        self.generations.startup = Some((generation + 1).min(GENERATIONS as u8 - 1));
        if place == GENERATIONS as u8 - 1 {
            return Vec::new();
        }
        let members = self.generation_members(PERMANENT).collect();
        self.merge_front(PERMANENT, place);
        members
    }

    /// The counts of allocations and what the free lists hold, to be put back by [`Heap::freeze_since`].
    pub fn allocations(&self) -> Allocations {
        Allocations { serial: self.next_serial, counts: self.generations.counts, free_lists: self.free_lists }
    }

    /// Makes the tracked objects permanent that were made since `then`, and puts back counts and free lists: all looks
    /// as if they had been there from the start.
    pub fn freeze_since(&mut self, then: Allocations) {
        for generation in 0..GENERATIONS as u8 {
            let recent: Vec<Id> =
                self.generation_members(generation).filter(|&id| self.serial(id) >= then.serial).collect();
            for id in recent {
                self.move_to(id, PERMANENT);
            }
        }
        self.generations.counts = then.counts;
        self.free_lists = then.free_lists;
    }

    /// Zeroes the counts of allocations and of long-lived objects and empties the free lists: the state a program starts from.
    pub fn reset_counts(&mut self) {
        self.generations.counts = [0; GENERATIONS];
        self.generations.long_lived_pending = 0;
        self.generations.long_lived_total = 0;
        self.clear_free_lists();
        if let Some(list) = self.config.lasting_free_list {
            self.free_lists[list as usize] = self.config.free_lists[list as usize];
        }
        self.gc_pending = false;
    }

    /// Frees the memory kept in free lists, as a full collection does: now it counts as freed (CPython 3.13
    /// gc_runtime.c, _PyGC_ClearAllFreeLists).
    pub fn clear_free_lists(&mut self) {
        let lasting = self.config.lasting_free_list;
        for list in (0..MAX_FREE_LISTS as FreeList).filter(|&list| Some(list) != lasting) {
            let kept = std::mem::take(&mut self.free_lists[list as usize]);
            self.give_up_kept_slots(list);
            self.uncount(u32::from(kept));
        }
    }

    /// CPython 3.13 gc.c, _PyObject_GC_Link: one more allocation, unless a free list has the memory; gives that list. Asks
    /// for a collection past the threshold.
    #[inline]
    pub(crate) fn count_allocation(&mut self, free_list: Option<FreeList>) -> Option<FreeList> {
        if let Some(list) = free_list {
            let kept = &mut self.free_lists[list as usize];
            if *kept > 0 {
                *kept -= 1;
                return free_list;
            }
        }
        // The incremental collector counts what is tracked.
        if self.config.increments.is_none() {
            self.count_object();
        }
        None
    }

    #[inline]
    fn count_object(&mut self) {
        let g = &mut self.generations;
        g.counts[0] += 1;
        if g.counts[0] > g.thresholds[0]
            && g.enabled
            && g.thresholds[0] != 0
            && !g.collecting
            && self.config.trigger == Trigger::EvalBreaker
        {
            self.gc_pending = true;
        }
    }

    /// Counts an object with this free list that is made and freed at once, and that nobody sees.
    pub fn count_temporary(&mut self, list: FreeList) {
        self.count_allocation(Some(list));
        self.count_free(Some(list));
    }

    /// Changes how many objects a free list holds; gives how many it held.
    pub fn set_kept(&mut self, list: FreeList, kept: u16) -> u16 {
        std::mem::replace(&mut self.free_lists[list as usize], kept)
    }

    /// As [`Heap::count_temporary`] for several that are there together.
    pub fn count_temporaries(&mut self, list: FreeList, count: u8) {
        for _ in 0..count {
            self.count_allocation(Some(list));
        }
        for _ in 0..count {
            self.count_free(Some(list));
        }
    }

    /// As [`Heap::alloc`], for what a call of its class makes: free lists serve only a type's own functions
    /// (CPython 3.13 typeobject.c, PyType_GenericAlloc).
    pub fn alloc_by_class(&mut self, kind: P::Kind, payload: P, size: SizeClass) -> Id {
        let Some(list) = payload.free_list(kind) else { return self.alloc(kind, payload, size) };
        let kept = std::mem::take(&mut self.free_lists[list as usize]);
        let id = self.alloc(kind, payload, size);
        self.free_lists[list as usize] = kept;
        id
    }

    /// CPython 3.13 gc.c, PyObject_GC_Del: one allocation less, unless a free list takes the memory; gives that list.
    #[inline]
    pub(crate) fn count_free(&mut self, free_list: Option<FreeList>) -> Option<FreeList> {
        if let Some(list) = free_list {
            let kept = &mut self.free_lists[list as usize];
            if *kept < self.config.free_lists[list as usize] {
                *kept += 1;
                return free_list;
            }
        }
        self.uncount(1);
        None
    }

    /// Counts so many allocations less. The incremental collector counts what is tracked.
    #[inline]
    fn uncount(&mut self, allocations: u32) {
        if self.config.increments.is_none() {
            let count = &mut self.generations.counts[0];
            *count = count.saturating_sub(allocations);
        }
    }

    /// The oldest generation whose count is past its threshold (CPython 3.13 gc.c, gc_select_generation), or an increment.
    pub fn select_generation(&self) -> Option<u8> {
        let g = &self.generations;
        if self.config.increments.is_some() {
            return g.enabled.then_some(1);
        }
        for i in (0..GENERATIONS).rev() {
            if g.counts[i] > g.thresholds[i] {
                // The quarter rule keeps the cost of full collections linear in the number of objects.
                if i == GENERATIONS - 1 && g.long_lived_pending < g.long_lived_total / 4 {
                    continue;
                }
                return Some(i as u8);
            }
        }
        None
    }

    pub(crate) fn append(&mut self, list: ListIndex, id: Id) {
        let index = id.index() as u32;
        let l = &mut self.generations.lists[list as usize];
        let last = l.last;
        l.last = index;
        l.len += 1;
        if last == 0 {
            l.first = index;
        } else {
            self.slots[last as usize].next = index;
        }
        let slot = &mut self.slots[id.index()];
        slot.prev = last;
        slot.next = 0;
        slot.list = list;
    }

    pub(crate) fn unlink(&mut self, id: Id) {
        let slot = &mut self.slots[id.index()];
        let (prev, next, list) = (slot.prev, slot.next, slot.list);
        slot.list = NO_LIST;
        slot.prev = 0;
        slot.next = 0;
        if prev != 0 {
            self.slots[prev as usize].next = next;
        }
        if next != 0 {
            self.slots[next as usize].prev = prev;
        }
        let l = &mut self.generations.lists[list as usize];
        l.len -= 1;
        if prev == 0 {
            l.first = next;
        }
        if next == 0 {
            l.last = prev;
        }
    }

    /// Takes note that an object goes to another list.
    pub(crate) fn log_move(&mut self, id: Id, to: ListIndex) {
        let slot = &self.slots[id.index()];
        let (serial, from) = (slot.serial, slot.list);
        self.log_if_watched(id, serial, EventKind::Moved { from, to });
    }

    /// Takes an object from its list to the end of another (gc_list_move).
    pub(crate) fn move_to(&mut self, id: Id, list: ListIndex) {
        if self.slots[id.index()].list != NO_LIST {
            self.unlink(id);
        }
        self.append(list, id);
    }

    /// Appends one list to another and leaves it empty (gc_list_merge).
    pub(crate) fn merge(&mut self, from: ListIndex, to: ListIndex) {
        if from == to {
            return;
        }
        let source = self.relabel(from, to);
        self.link(to, source);
    }

    /// Puts one list in front of another and leaves it empty.
    fn merge_front(&mut self, from: ListIndex, to: ListIndex) {
        let source = self.relabel(from, to);
        let rest = std::mem::replace(&mut self.generations.lists[to as usize], source);
        self.link(to, rest);
    }

    /// Takes all of a list, whose objects say from now on that they are on another.
    fn relabel(&mut self, from: ListIndex, to: ListIndex) -> GcList {
        let source = std::mem::take(&mut self.generations.lists[from as usize]);
        let mut index = source.first;
        while index != 0 {
            let slot = &mut self.slots[index as usize];
            slot.list = to;
            let (next, watched, serial) = (slot.next, slot.is_watched(), slot.serial);
            if watched && (to <= PERMANENT || to == SCRATCH) {
                self.log(serial, EventKind::Moved { from, to });
            }
            index = next;
        }
        source
    }

    /// Appends linked objects to a list.
    fn link(&mut self, to: ListIndex, source: GcList) {
        if source.first == 0 {
            return;
        }
        let target = &mut self.generations.lists[to as usize];
        let last = target.last;
        target.last = source.last;
        target.len += source.len;
        if last == 0 {
            target.first = source.first;
        } else {
            self.slots[last as usize].next = source.first;
            self.slots[source.first as usize].prev = last;
        }
    }

    pub(crate) fn list_first(&self, list: ListIndex) -> Option<Id> {
        let first = self.generations.lists[list as usize].first;
        (first != 0).then(|| Id::from_index(first))
    }

    pub(crate) fn list_next(&self, id: Id) -> Option<Id> {
        let next = self.slots[id.index()].next;
        (next != 0).then(|| Id::from_index(next))
    }
}

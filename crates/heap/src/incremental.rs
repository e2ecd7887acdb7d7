//! The incremental collector of CPython 3.14.1 to 3.14.4, with the names of its gc.c. New objects are on the list of the
//! young ones; the old ones are on two: those that this pass over the heap has visited, and those that it has yet to visit.
//! An automatic collection is an increment of the pass. What is unreachable is found and ended as by the generational one.

use crate::collector::collect_region;
use crate::generations::{PERMANENT, SCRATCH};
use crate::{Collection, GENERATIONS, Heap, Host, Id, ListIndex, Payload, Untracking};

const YOUNG: ListIndex = 0;
/// Old objects that the pass has visited (CPython's list of the `visited_space`).
const VISITED: ListIndex = 1;
/// Old objects that it has not.
const PENDING: ListIndex = 2;
/// What an increment examines.
const INCREMENT: ListIndex = SCRATCH;
/// An increment scans at most a tenth of the heap, divided by the second threshold (SCAN_RATE_DIVISOR).
const SCAN_RATE_DIVISOR: i64 = 10;
const NOTHING: Collection =
    Collection { generation: 1, examined: 0, collected: 0, uncollectable: 0, examined_nothing: true };

/// How far the collector is with its pass over the heap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pass {
    /// Objects to examine before the collector is as far as it should be; below zero nothing has to be done (`work_to_do`).
    work_to_do: i64,
    /// Whether the roots have been marked, with which a pass begins (`phase` is GC_PHASE_COLLECT).
    marked: bool,
    /// Whether `visited_space` is 1: it shows in the order of `gc.get_objects(2)`.
    turned: bool,
    /// Objects that the interpreter's start leaves in CPython, without those of this heap.
    others: i64,
}

/// Collects as `gc.collect(generation)` does: the young objects, an increment, or everything.
pub(crate) fn collect<H: Host>(host: &mut H, generation: u8) -> Collection {
    let collection = match generation {
        0 => {
            host.heap().untrack_survivors(YOUNG, Untracking::EveryCollection);
            let collection = collect_region(host, YOUNG, VISITED);
            let counts = &mut host.heap().generations.counts;
            counts[0] = 0;
            counts[1] += 1;
            collection
        }
        1 => collect_increment(host),
        _ => {
            let heap = host.heap();
            heap.untrack_survivors(YOUNG, Untracking::EveryCollection);
            heap.merge(YOUNG, PENDING);
            heap.merge(PENDING, VISITED);
            let collection = collect_region(host, VISITED, VISITED);
            let heap = host.heap();
            heap.generations.counts = [0; GENERATIONS];
            heap.completed_scavenge();
            heap.clear_free_lists();
            collection
        }
    };
    Collection { generation, ..collection }
}

/// One increment: marks the roots at the beginning of a pass; later on examines the young objects, and as many of the
/// pending ones as there is work to do, each with all that it leads to (gc_collect_increment).
fn collect_increment<H: Host>(host: &mut H) -> Collection {
    let heap = host.heap();
    heap.assess_work_to_do();
    if heap.generations.pass.work_to_do < 0 {
        return NOTHING;
    }
    heap.untrack_survivors(YOUNG, Untracking::EveryCollection);
    if !heap.generations.pass.marked {
        let marked = heap.mark_global_roots() + mark_stacks(host, true);
        let pass = &mut host.heap().generations.pass;
        // Both mark_at_start and its caller take them off.
        pass.work_to_do -= 2 * marked;
        pass.marked = true;
        return NOTHING;
    }
    let marked = mark_stacks(host, false);
    let heap = host.heap();
    heap.generations.pass.work_to_do -= marked;
    heap.merge(YOUNG, INCREMENT);
    while i64::from(heap.len(INCREMENT)) < heap.generations.pass.work_to_do {
        let Some(first) = heap.list_first(PENDING) else { break };
        heap.move_reachable(vec![first], INCREMENT);
    }
    let size = heap.len(INCREMENT);
    let collection = collect_region(host, INCREMENT, VISITED);
    let heap = host.heap();
    heap.generations.pass.work_to_do -= i64::from(size);
    if heap.len(PENDING) == 0 {
        heap.completed_scavenge();
    }
    collection
}

/// Marks what running frames lead to, down to the first frame that was there at the last increment, or all of them
/// (mark_stacks). Returns how many objects it moved.
fn mark_stacks<H: Host>(host: &mut H, all: bool) -> i64 {
    let roots = host.stack_roots(all);
    host.heap().move_reachable(roots, VISITED)
}

impl<P: Payload> Heap<P> {
    /// Begins the first pass: as in CPython after a full collection of what the interpreter's start made, which is set aside.
    pub(crate) fn begin_pass(&mut self) {
        let startup = self.config.increments.map_or(0, i64::from);
        self.generations.pass = Pass { others: startup - i64::from(self.len(PERMANENT)), ..Pass::default() };
    }

    /// The lists that make up what `gc.get_objects(generation)` shows, in its order.
    pub fn lists_of(&self, generation: Option<u8>) -> &'static [ListIndex] {
        match (generation, self.config.increments.is_some()) {
            (None, true) if self.generations.pass.turned => &[YOUNG, PENDING, VISITED],
            (None, _) => &[0, 1, 2],
            (Some(0), _) => &[0],
            (Some(1), false) => &[1],
            (Some(1), true) => &[],
            (_, false) => &[2],
            (_, true) if self.generations.pass.turned => &[PENDING, VISITED],
            (_, true) => &[VISITED, PENDING],
        }
    }

    fn len(&self, list: ListIndex) -> u32 {
        self.generations.lists[list as usize].len
    }

    /// Whether `gc.freeze()` made objects permanent.
    pub fn is_frozen(&self) -> bool {
        self.generations.startup.is_none() && self.len(PERMANENT) > 0
    }

    /// Adds what the new objects and the heap's size ask for (assess_work_to_do).
    fn assess_work_to_do(&mut self) {
        let heap_size = (YOUNG..=PERMANENT).map(|list| i64::from(self.len(list))).sum::<i64>();
        let g = &mut self.generations;
        let scale = i64::from(g.thresholds[1].max(2));
        let new_objects = i64::from(std::mem::take(&mut g.counts[0]));
        let fraction = (heap_size + g.pass.others) / SCAN_RATE_DIVISOR / scale;
        g.pass.work_to_do += new_objects + fraction.min(2 * new_objects);
    }

    /// Marks what the interpreter's own objects lead to, unless they are frozen: then they count as marked, and nobody
    /// goes through them (mark_global_roots). Returns how many objects that are, the interpreter's included.
    fn mark_global_roots(&mut self) -> i64 {
        if self.is_frozen() {
            return 0;
        }
        let mut roots = Vec::new();
        for id in self.generation_members(PERMANENT) {
            self.visit(id, &mut |child| roots.push(child));
        }
        self.generations.pass.others + i64::from(self.len(PERMANENT)) + self.move_reachable(roots, VISITED)
    }

    /// Moves the young and pending ones of `found`, and all such that they lead to, to the end of a list, in the order in
    /// which they are reached (mark_all_reachable, expand_region_transitively_reachable). Returns how many.
    fn move_reachable(&mut self, mut found: Vec<Id>, to: ListIndex) -> i64 {
        let mut moved = Vec::new();
        let mut next = 0;
        loop {
            for id in found.drain(..) {
                if matches!(self.slots[id.index()].list, YOUNG | PENDING) {
                    self.log_move(id, to);
                    self.move_to(id, to);
                    moved.push(id);
                }
            }
            let Some(&id) = moved.get(next) else { return moved.len() as i64 };
            next += 1;
            self.visit(id, &mut |child| found.push(child));
        }
    }

    /// The end of a pass: all that it has visited is to be visited by the next one (completed_scavenge).
    fn completed_scavenge(&mut self) {
        self.merge(VISITED, PENDING);
        let frozen = self.is_frozen();
        let g = &mut self.generations;
        g.pass.work_to_do = 0;
        g.pass.marked = false;
        // CPython exchanges the lists, unless the permanent objects, which count as visited, forbid it.
        if !frozen {
            g.pass.turned = !g.pass.turned;
            g.counts.swap(1, 2);
        }
    }
}

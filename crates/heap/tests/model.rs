//! Random graphs and operations against a naive model: what is reachable lives, what is not dies, counts always equal
//! references, weak references never point at the dead, and a finalizer runs at most once.

use std::collections::{BTreeMap, BTreeSet};

use ouro_heap::{
    FreeList, GcConfig, Heap, Host, Id, Payload, SizeClass, Trigger, Untracking, WeakKind, collect, dealloc,
};
use proptest::prelude::*;

const SIZE: SizeClass = SizeClass::of(64);

/// A node of the test's graph: references to others, and what its finalizer does.
#[derive(Clone, Debug, Default)]
struct Node {
    refs: Vec<Id>,
    container: bool,
    /// The callback, in nodes that stand for weak references.
    callback: Option<Id>,
    finalizer: Finalizer,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Finalizer {
    #[default]
    None,
    /// Runs and does nothing.
    Note,
    /// Brings its object back, as a root.
    Resurrect,
}

impl Payload for Node {
    type Kind = ();

    fn visit(&self, (): (), visit: &mut dyn FnMut(Id)) {
        self.refs.iter().chain(&self.callback).for_each(|&id| visit(id));
    }

    fn clear(&mut self, released: &mut Vec<Id>) {
        released.append(&mut self.refs);
        released.extend(self.callback.take());
    }

    fn release(&mut self, (): (), released: &mut Vec<Id>) {
        self.clear(released);
    }

    fn is_container(&self) -> bool {
        self.container
    }

    fn untracking(&self, (): ()) -> Untracking {
        Untracking::Never
    }

    fn free_list(&self, (): ()) -> Option<FreeList> {
        None
    }
}

struct World {
    heap: Heap<Node>,
    /// References held from outside, with repetition.
    roots: Vec<Id>,
    finalized: BTreeMap<u32, u32>,
    called_back: Vec<u32>,
}

impl World {
    fn new() -> World {
        World::collected(false)
    }

    /// With the generational collector or the incremental one.
    fn collected(incrementally: bool) -> World {
        let config = GcConfig {
            free_lists: [0; ouro_heap::MAX_FREE_LISTS],
            callbacks_keep_weakrefs: true,
            lasting_free_list: None,
            weakrefs_outlive_finalizers: false,
            holders_visit_values: false,
            increments: incrementally.then_some(0),
            thresholds: [1000, 10, 10],
            trigger: Trigger::EvalBreaker,
            untrack_tuples: true,
            untrack_dicts: true,
        };
        World { heap: Heap::new(config), roots: Vec::new(), finalized: BTreeMap::new(), called_back: Vec::new() }
    }

    fn pick(&self, n: usize) -> Option<Id> {
        (!self.roots.is_empty()).then(|| self.roots[n % self.roots.len()])
    }

    fn release(&mut self, id: Id) {
        if self.heap.decref(id) {
            dealloc(self, id);
        }
    }

    fn reachable(&self) -> BTreeSet<Id> {
        let mut seen = BTreeSet::new();
        let mut stack = self.roots.clone();
        while let Some(id) = stack.pop() {
            if seen.insert(id) {
                self.heap.visit(id, &mut |child| stack.push(child));
            }
        }
        seen
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let wrong = self.heap.audit(|visit| self.roots.iter().for_each(|&id| visit(id)));
        prop_assert!(wrong.is_empty(), "{wrong:?}");
        for id in self.reachable() {
            prop_assert!(self.heap.is_live(id), "{id:?} is reachable and dead");
        }
        for id in self.heap.ids() {
            if let Some(target) = self.heap.weakref_target(id) {
                prop_assert!(self.heap.is_live(target));
                prop_assert!(self.heap.weakrefs(target).contains(&id));
            }
        }
        prop_assert!(self.finalized.values().all(|&n| n == 1), "a finalizer ran twice: {:?}", self.finalized);
        Ok(())
    }
}

impl Host for World {
    type Payload = Node;

    fn heap(&mut self) -> &mut Heap<Node> {
        &mut self.heap
    }

    fn has_finalizer(&self, id: Id) -> bool {
        self.heap.get(id).finalizer != Finalizer::None
    }

    fn finalize(&mut self, id: Id) {
        *self.finalized.entry(self.heap.serial(id)).or_insert(0) += 1;
        if self.heap.get(id).finalizer == Finalizer::Resurrect {
            self.heap.incref(id);
            self.roots.push(id);
        }
    }

    fn weakref_callback(&mut self, weakref: Id, _callback: Id) {
        assert_eq!(self.heap.weakref_target(weakref), None, "a callback saw its target alive");
        self.called_back.push(self.heap.serial(weakref));
    }

    fn take_weakref_callback(&mut self, weakref: Id) -> Option<Id> {
        self.heap.get_mut(weakref).callback.take()
    }
}

#[derive(Clone, Debug)]
enum Operation {
    New { container: bool, finalizer: u8 },
    Link { from: usize, to: usize },
    Unlink { from: usize, which: usize },
    Drop { which: usize },
    Weak { target: usize, with_callback: bool },
    Collect { generation: u8 },
    Clone,
}

fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        4 => (any::<bool>(), 0..8u8).prop_map(|(container, finalizer)| Operation::New { container, finalizer }),
        6 => (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Operation::Link { from, to }),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(from, which)| Operation::Unlink { from, which }),
        4 => any::<usize>().prop_map(|which| Operation::Drop { which }),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(target, with_callback)| Operation::Weak { target, with_callback }),
        1 => (0..3u8).prop_map(|generation| Operation::Collect { generation }),
        1 => Just(Operation::Clone),
    ]
}

fn apply(world: &mut World, operation: &Operation) {
    match *operation {
        Operation::New { container, finalizer } => {
            let finalizer = match finalizer {
                0 => Finalizer::Resurrect,
                1 | 2 => Finalizer::Note,
                _ => Finalizer::None,
            };
            let id = world.heap.alloc((), Node { container, finalizer, ..Node::default() }, SIZE);
            if container {
                world.heap.track(id);
            }
            world.roots.push(id);
        }
        Operation::Link { from, to } => {
            if let (Some(from), Some(to)) = (world.pick(from), world.pick(to))
                && world.heap.get(from).container
            {
                world.heap.incref(to);
                world.heap.get_mut(from).refs.push(to);
            }
        }
        Operation::Unlink { from, which } => {
            if let Some(from) = world.pick(from)
                && !world.heap.get(from).refs.is_empty()
            {
                let refs = &mut world.heap.get_mut(from).refs;
                let gone = refs.swap_remove(which % refs.len());
                world.release(gone);
            }
        }
        Operation::Drop { which } => {
            if !world.roots.is_empty() {
                let index = which % world.roots.len();
                let gone = world.roots.swap_remove(index);
                world.release(gone);
            }
        }
        Operation::Weak { target, with_callback } => {
            if let Some(target) = world.pick(target) {
                let callback = with_callback.then(|| world.heap.alloc((), Node::default(), SIZE));
                let weakref = world.heap.alloc((), Node { container: true, callback, ..Node::default() }, SIZE);
                world.heap.track(weakref);
                world.heap.link_weakref(weakref, target, WeakKind::Ref, callback, false);
                world.roots.push(weakref);
            }
        }
        Operation::Collect { generation } => {
            collect(world, generation);
        }
        Operation::Clone => world.heap = world.heap.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn counts_equal_references_after_every_operation(
        incrementally: bool,
        operations in prop::collection::vec(operation(), 1..120),
    ) {
        let mut world = World::collected(incrementally);
        for operation in &operations {
            apply(&mut world, operation);
            world.check()?;
        }
    }

    #[test]
    fn a_full_collection_leaves_only_what_is_reachable(
        incrementally: bool,
        operations in prop::collection::vec(operation(), 1..120),
    ) {
        let mut world = World::collected(incrementally);
        for operation in &operations {
            apply(&mut world, operation);
        }
        // Finalizers may bring objects back, each once: after as many collections as there are objects nothing is left to say.
        for _ in 0..=world.heap.live_count() {
            collect(&mut world, 2);
        }
        world.check()?;
        let reachable = world.reachable();
        let live: BTreeSet<Id> = world.heap.ids().collect();
        prop_assert_eq!(live, reachable);
    }

    #[test]
    fn everything_dies_with_its_last_root(
        incrementally: bool,
        operations in prop::collection::vec(operation(), 1..120),
    ) {
        let mut world = World::collected(incrementally);
        for operation in &operations {
            apply(&mut world, operation);
        }
        loop {
            while let Some(id) = world.roots.pop() {
                world.release(id);
            }
            // A finalizer can bring back what only a cycle held.
            collect(&mut world, 2);
            if world.roots.is_empty() {
                break;
            }
        }
        prop_assert_eq!(world.heap.live_count(), 0);
        prop_assert_eq!((0..3).map(|g| world.heap.generation_len(g)).sum::<u32>(), 0);
    }

    #[test]
    fn the_journal_changes_nothing(operations in prop::collection::vec(operation(), 1..80)) {
        let (mut plain, mut watched) = (World::new(), World::new());
        watched.heap.start_journal(1_000_000);
        for operation in &operations {
            apply(&mut plain, operation);
            apply(&mut watched, operation);
        }
        let journal = watched.heap.take_journal();
        prop_assert!(journal.is_some_and(|j| !j.truncated));
        watched.check()?;
        let counts = |w: &World| w.heap.ids().map(|id| (w.heap.serial(id), w.heap.refcount(id))).collect::<Vec<_>>();
        prop_assert_eq!(counts(&plain), counts(&watched));
        prop_assert_eq!(plain.called_back, watched.called_back);
    }
}

#[test]
fn a_chain_of_a_million_dies_without_recursion() {
    let mut world = World::new();
    let mut head = world.heap.alloc_tracked((), Node { container: true, ..Node::default() }, SIZE);
    for _ in 0..1_000_000 {
        head = world.heap.alloc_tracked((), Node { container: true, refs: vec![head], ..Node::default() }, SIZE);
    }
    world.release(head);
    assert_eq!(world.heap.live_count(), 0);
}

#[test]
fn objects_found_reachable_after_all_move_to_the_end() {
    // a is examined first and looks unreachable, until b, which a root holds, turns out to refer to it.
    let mut world = World::new();
    let a = world.heap.alloc_tracked((), Node { container: true, ..Node::default() }, SIZE);
    let b = world.heap.alloc_tracked((), Node { container: true, refs: vec![a], ..Node::default() }, SIZE);
    world.roots.push(b);
    collect(&mut world, 0);
    let order: Vec<Id> = world.heap.generation_members(1).collect();
    assert_eq!(order, [b, a]);
}

#[test]
fn callbacks_run_newest_first_and_not_from_inside_the_garbage() {
    let mut world = World::new();
    let a = world.heap.alloc_tracked((), Node { container: true, ..Node::default() }, SIZE);
    let b = world.heap.alloc_tracked((), Node { container: true, refs: vec![a], ..Node::default() }, SIZE);
    world.heap.get_mut(a).refs.push(b);
    let mut outside = Vec::new();
    for _ in 0..2 {
        let callback = world.heap.alloc((), Node::default(), SIZE);
        let weakref =
            world.heap.alloc_tracked((), Node { container: true, callback: Some(callback), ..Node::default() }, SIZE);
        world.heap.link_weakref(weakref, a, WeakKind::Ref, Some(callback), false);
        world.roots.push(weakref);
        outside.push(world.heap.serial(weakref));
    }
    let callback = world.heap.alloc((), Node::default(), SIZE);
    let inside =
        world.heap.alloc_tracked((), Node { container: true, callback: Some(callback), ..Node::default() }, SIZE);
    world.heap.link_weakref(inside, b, WeakKind::Ref, Some(callback), false);
    world.heap.get_mut(a).refs.push(inside);
    // Nothing outside holds the cycle a -> b -> a: each owns the one reference to the other.
    let collection = collect(&mut world, 2);
    assert_eq!(collection.collected, 3);
    outside.reverse();
    assert_eq!(world.called_back, outside);
}

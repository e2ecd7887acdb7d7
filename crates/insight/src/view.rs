//! The view of a step: frames, objects, generations, weak references, changes.

use std::collections::VecDeque;

use hashbrown::{HashMap, HashSet};
use ouro_heap::Id;
use ouro_protocol::{
    CollectionView, Edge, EdgeKind, EventKind, FrameView, Generation, GenerationView, MemoryView, NameView,
    ObjectState, ObjectView, RefCount, View,
};
use ouro_python::object::Data;
use ouro_python::vm::{Frame, Vm};
use ouro_replay::{Recording, Seen};

use crate::changes::{Known, changes, generation};
use crate::edges::edges;
use crate::number::number;
use crate::reach::{lost_cycles, reach};
use crate::text::{is_plain, short_repr};
use crate::weakrefs::weakrefs;

/// How many objects a view shows at most.
const MOST_OBJECTS: usize = 240;
/// How many references of one object it shows at most.
const MOST_EDGES: usize = 12;
/// How long a value's text is at most, in characters.
const TEXT: usize = 60;

/// What a view needs to know of the state before the previous step.
pub struct Earlier {
    objects: Vec<ObjectView>,
    names: HashMap<u32, String>,
    types: HashMap<u32, String>,
    line: u32,
    collections: usize,
}

/// Looks at the machine before the previous step.
pub fn earlier(vm: &Vm) -> Earlier {
    let shown = Shown::select(vm);
    Earlier {
        objects: shown.objects(vm),
        names: shown.holders.iter().map(|(&id, name)| (vm.heap.serial(id), name.clone())).collect(),
        types: shown.ids.iter().map(|&id| (vm.heap.serial(id), vm.bare_type_name(id))).collect(),
        line: vm.pending_line(),
        collections: vm.gc.records.len(),
    }
}

/// The view of a step of a recording; `None` if there is no such step.
pub fn seek(recording: &mut Recording, step: u32) -> Option<View> {
    let peak = recording.report().samples.iter().take_while(|s| s.step <= step).map(|s| s.bytes).max().unwrap_or(0);
    let chunks = recording.report().output.iter().take_while(|c| c.step < step).count() as u32;
    recording.seek(step, earlier, move |seen| {
        let vm = seen.vm;
        let mut view = view(seen);
        number(vm, &mut view);
        view.step = step;
        view.output_chunks = chunks;
        view.memory.peak_bytes = peak.max(view.memory.bytes);
        view
    })
}

fn view(seen: Seen<Earlier>) -> View {
    let vm = seen.vm;
    let shown = Shown::select(vm);
    let mut objects = shown.objects(vm);
    let collections = match &seen.before {
        Some(before) => collections(vm, before, &seen.journal),
        None => Vec::new(),
    };
    let mut known: Known = HashMap::new();
    for &id in &shown.ids {
        known.insert(vm.heap.serial(id), (vm.bare_type_name(id), shown.holders.get(&id).cloned()));
    }
    if let Some(before) = &seen.before {
        for (&serial, type_name) in &before.types {
            let name = before.names.get(&serial).cloned();
            let entry = known.entry(serial).or_insert_with(|| (type_name.clone(), name.clone()));
            entry.1 = better_name(name, entry.1.take());
        }
    }
    let generation = collections.last().map(|c| c.generation);
    let mut changes = changes(vm, &seen.journal, &known, generation);
    if let Some(before) = seen.before.as_ref() {
        let dead: HashSet<u32> =
            changes.iter().filter(|c| matches!(c.kind, ouro_protocol::ChangeKind::Died)).map(|c| c.object).collect();
        newly_unreachable(before, &objects, &mut changes);
        for object in before.objects.iter().filter(|o| dead.contains(&o.id)) {
            let mut object = object.clone();
            object.state = ObjectState::Dead;
            object.rc = RefCount::Count(0);
            object.generation = Generation::Untracked;
            objects.push(object);
        }
        objects.sort_by_key(|o| o.id);
    }
    let (bytes, count) = shown.totals;
    View {
        step: 0,
        event: seen.event,
        line: match seen.event {
            EventKind::Line | EventKind::Stopped | EventKind::Input => vm.pending_line(),
            EventKind::End | EventKind::Exception => 0,
        },
        previous_line: seen.before.as_ref().map(|b| b.line),
        frames: frames(vm, &shown),
        objects,
        objects_hidden: shown.hidden,
        generations: generations(vm, &shown),
        gc_enabled: vm.heap.gc_enabled(),
        long_lived: vm.heap.long_lived(),
        weakrefs: weakrefs(vm, &shown.holders),
        changes,
        collections,
        output_chunks: 0,
        memory: MemoryView { bytes, objects: count, peak_bytes: bytes },
    }
}

/// Of the ways that led to an object before a step and lead to it after, the one to call it by: a name before a way
/// through another object, else that after.
fn better_name(before: Option<String>, after: Option<String>) -> Option<String> {
    let is_plain = |name: &&String| !name.contains(['.', '[']);
    match (before.as_ref().filter(is_plain), after.as_ref().filter(is_plain)) {
        (Some(_), None) => before,
        _ => after.or(before),
    }
}

/// Objects that were reachable before the step and are not any more.
fn newly_unreachable(before: &Earlier, now: &[ObjectView], changes: &mut Vec<ouro_protocol::Change>) {
    let was_live: HashSet<u32> = before.objects.iter().filter(|o| o.state == ObjectState::Live).map(|o| o.id).collect();
    for object in now.iter().filter(|o| o.state == ObjectState::Unreachable && was_live.contains(&o.id)) {
        changes.push(ouro_protocol::Change {
            object: object.id,
            type_name: object.type_name.clone(),
            name: before.names.get(&object.id).cloned(),
            kind: ouro_protocol::ChangeKind::Unreachable,
            cause: ouro_protocol::Cause::Holder,
            line: before.line,
        });
    }
}

fn collections(vm: &Vm, before: &Earlier, journal: &ouro_heap::Journal) -> Vec<CollectionView> {
    let shown: HashSet<u32> = before.objects.iter().map(|o| o.id).collect();
    let mut unreachable: Vec<u32> = journal
        .events
        .iter()
        .filter(|e| e.kind == ouro_heap::EventKind::Unreachable && shown.contains(&e.serial))
        .map(|e| e.serial)
        .collect();
    unreachable.dedup();
    let records = vm.gc.records.get(before.collections..).unwrap_or(&[]);
    let last = records.len().saturating_sub(1);
    records
        .iter()
        .enumerate()
        .map(|(i, record)| CollectionView {
            generation: record.collection.generation,
            explicit: record.explicit,
            examined: record.collection.examined,
            collected: record.collection.collected,
            uncollectable: record.collection.uncollectable,
            unreachable: if i == last { std::mem::take(&mut unreachable) } else { Vec::new() },
        })
        .collect()
}

/// The objects that a view shows.
struct Shown {
    /// In order of creation.
    ids: Vec<Id>,
    set: HashSet<Id>,
    /// A name or container that leads to an object.
    holders: HashMap<Id, String>,
    unreachable: HashSet<Id>,
    cycles: HashMap<Id, u32>,
    hidden: u32,
    /// Bytes and number of all objects of the program.
    totals: (u64, u32),
}

impl Shown {
    fn select(vm: &Vm) -> Shown {
        let mut holders: HashMap<Id, String> = HashMap::new();
        let mut queue: VecDeque<Id> = VecDeque::new();
        let mut seen: HashSet<Id> = HashSet::new();
        for (name, id, _) in all_names(vm) {
            holders.entry(id).or_insert(name);
            if wants_card(vm, id) && seen.insert(id) {
                queue.push_back(id);
            }
        }
        for id in vm.operands() {
            if wants_card(vm, id) && is_data(vm, id) && seen.insert(id) {
                queue.push_back(id);
            }
        }
        let mut ids = Vec::new();
        let mut hidden = 0;
        let mut walk = |queue: &mut VecDeque<Id>, seen: &mut HashSet<Id>, holders: &mut HashMap<Id, String>| {
            while let Some(id) = queue.pop_front() {
                if ids.len() >= MOST_OBJECTS {
                    hidden += 1;
                    continue;
                }
                ids.push(id);
                if !is_opened(vm, id) {
                    continue;
                }
                let holder = holders.get(&id).cloned();
                for (label, target) in edges(vm, id, MOST_EDGES).shown {
                    if let Some(holder) = &holder {
                        holders.entry(target).or_insert_with(|| format!("{holder}{label}"));
                    }
                    if wants_card(vm, target) && seen.insert(target) {
                        queue.push_back(target);
                    }
                }
            }
        };
        walk(&mut queue, &mut seen, &mut holders);
        let reach = reach(vm);
        let mut totals = (0u64, 0u32);
        let mut lost = Vec::new();
        for id in vm.heap.ids().filter(|&id| vm.is_own(id)) {
            totals.0 += vm.size_of(id) as u64;
            totals.1 += 1;
            if vm.heap.is_tracked(id) && !reach.contains(id) {
                lost.push(id);
            }
        }
        lost.sort_by_key(|&id| vm.heap.serial(id));
        for &id in &lost {
            if wants_card(vm, id) && seen.insert(id) {
                queue.push_back(id);
            }
        }
        walk(&mut queue, &mut seen, &mut holders);
        ids.sort_by_key(|&id| vm.heap.serial(id));
        let cycles = lost_cycles(vm, &lost);
        // A weak reference in plain sight counts as a holder of a name too, but never as the way to an object.
        Shown {
            set: ids.iter().copied().collect(),
            ids,
            holders,
            unreachable: lost.into_iter().collect(),
            cycles,
            hidden,
            totals,
        }
    }

    fn objects(&self, vm: &Vm) -> Vec<ObjectView> {
        self.ids.iter().map(|&id| self.object(vm, id)).collect()
    }

    fn object(&self, vm: &Vm, id: Id) -> ObjectView {
        let found = if is_opened(vm, id) { Some(edges(vm, id, MOST_EDGES)) } else { None };
        let mut shown: Vec<Edge> = found
            .iter()
            .flat_map(|e| &e.shown)
            .map(|(label, target)| self.edge(vm, label.clone(), *target, EdgeKind::Strong))
            .collect();
        if let Data::Weakref(_) = vm.heap.get(id)
            && let Some(target) = vm.heap.weakref_target(id)
        {
            shown.push(self.edge(vm, "→".to_owned(), target, EdgeKind::Weak));
        }
        let strong = shown.iter().filter(|e| e.kind == EdgeKind::Strong).count();
        ObjectView {
            id: vm.heap.serial(id),
            type_name: vm.bare_type_name(id),
            value: short_repr(vm, id, TEXT),
            rc: count(vm, id),
            generation: generation(vm, vm.heap.generation(id)),
            state: if self.unreachable.contains(&id) { ObjectState::Unreachable } else { ObjectState::Live },
            size: vm.size_of(id) as u64,
            finalized: vm.heap.is_finalized(id),
            weakrefs: vm.heap.weakrefs(id).len() as u32,
            length: found.as_ref().and_then(|e| e.length).map(|l| l as u32),
            edges_hidden: found.map_or(0, |e| e.total.saturating_sub(strong) as u32),
            edges: shown,
            cycle: self.cycles.get(&id).copied(),
        }
    }

    fn edge(&self, vm: &Vm, label: String, target: Id, kind: EdgeKind) -> Edge {
        Edge {
            label,
            target: vm.heap.serial(target),
            has_card: self.set.contains(&target),
            value: short_repr(vm, target, 24),
            kind,
        }
    }
}

/// Whether an object is worth a card: it is the program's, and more than its text.
fn wants_card(vm: &Vm, id: Id) -> bool {
    vm.is_own(id) && !vm.heap.is_immortal(id) && !is_plain(vm, id)
}

/// Whether an object's references are shown: of classes and the like they would say nothing of the program.
fn is_opened(vm: &Vm, id: Id) -> bool {
    !matches!(vm.heap.get(id), Data::Class(_) | Data::Frame(_))
}

/// Whether an operand is a value of the program rather than something that the machine needs for a call.
fn is_data(vm: &Vm, id: Id) -> bool {
    matches!(
        vm.heap.get(id),
        Data::List(_)
            | Data::Tuple(_)
            | Data::Dict(_)
            | Data::Set(_)
            | Data::Instance(_)
            | Data::Derived(_)
            | Data::Generator(_)
            | Data::Exception(_)
    )
}

fn count(vm: &Vm, id: Id) -> RefCount {
    if vm.heap.is_immortal(id) { RefCount::Immortal } else { RefCount::Count(vm.refcount(id)) }
}

fn is_dunder(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__")
}

/// Names of a namespace, in order of binding, without dunders and modules.
fn namespace_names(vm: &Vm, namespace: Id) -> Vec<(String, Id, bool)> {
    let Some(dict) = vm.dict(namespace) else { return Vec::new() };
    dict.iter()
        .filter_map(|e| Some((vm.str_text(e.key)?.to_string(), e.value, false)))
        .filter(|(name, value, _)| !is_dunder(name) && !matches!(vm.heap.get(*value), Data::Module(_)))
        .collect()
}

/// Names of a frame: name, object, whether it lives in a cell.
fn frame_names(vm: &Vm, frame: &Frame) -> Vec<(String, Id, bool)> {
    if let Some(namespace) = frame.names() {
        return namespace_names(vm, namespace);
    }
    vm.variables(frame)
        .filter_map(|variable| Some((vm.str_text(variable.name)?.to_string(), variable.value, variable.cell)))
        .filter(|(name, ..)| !name.starts_with('.'))
        .collect()
}

/// All names that lead to objects: the innermost frame's last, as they are shown.
fn all_names(vm: &Vm) -> Vec<(String, Id, bool)> {
    let program: Vec<&Frame> = vm.frames().iter().filter(|f| f.code.traced).collect();
    if program.is_empty() {
        return vm.main.map(|main| namespace_names(vm, main)).unwrap_or_default();
    }
    program.iter().flat_map(|f| frame_names(vm, f)).collect()
}

fn frames(vm: &Vm, shown: &Shown) -> Vec<FrameView> {
    let name_view = |(name, id, cell): (String, Id, bool)| NameView {
        name,
        object: vm.heap.serial(id),
        has_card: shown.set.contains(&id),
        type_name: vm.bare_type_name(id),
        value: short_repr(vm, id, TEXT),
        rc: count(vm, id),
        cell,
    };
    let program: Vec<&Frame> = vm.frames().iter().filter(|f| f.code.traced).collect();
    if program.is_empty() {
        let names = all_names(vm).into_iter().map(name_view).collect();
        return vec![FrameView { id: 0, name: "<module>".to_owned(), line: 0, names }];
    }
    let last = program.len() - 1;
    program
        .iter()
        .enumerate()
        .map(|(i, frame)| FrameView {
            id: frame.number,
            name: frame.code.code.name.to_string(),
            line: if i == last { vm.pending_line() } else { frame.line },
            names: frame_names(vm, frame).into_iter().map(name_view).collect(),
        })
        .collect()
}

fn generations(vm: &Vm, shown: &Shown) -> Vec<GenerationView> {
    let (counts, thresholds) = (vm.heap.counts(), vm.heap.thresholds());
    (0..4u8)
        .map(|list| {
            let i = usize::from(list);
            let own = |&id: &Id| vm.is_own(id);
            let members: Vec<Id> = vm.heap.generation_members(list).filter(own).collect();
            GenerationView {
                generation: generation(vm, Some(list)),
                count: counts.get(i).copied().unwrap_or(0),
                threshold: thresholds.get(i).copied().unwrap_or(0),
                objects: members.len() as u32,
                members: members.iter().filter(|id| shown.set.contains(*id)).map(|&id| vm.heap.serial(id)).collect(),
            }
        })
        .collect()
}

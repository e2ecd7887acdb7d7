//! The records, made from a machine's state.

use std::collections::{HashMap, HashSet};

use ouro_heap::Id;
use ouro_python::object::Data;
use ouro_python::types::TypeTable;
use ouro_python::vm::{Frame, Singletons, Vm};
use serde_json::{Map, Value, json};

/// Objects beyond this many are left out of a record, as the oracle leaves them out.
const MAX_HEAP: usize = 256;
/// Characters of a type's name in a label.
const TYPE_NAME_SHOWN: usize = 24;
/// Characters of a str's value.
const MAX_TEXT: usize = 60;

/// Labels objects as the oracle does: type name and a number in order of first sight.
#[derive(Default)]
pub(crate) struct Tracer {
    /// Finished records.
    pub(crate) records: Vec<Value>,
    labels: HashMap<u32, Label>,
    seen_of_type: HashMap<String, u32>,
    collections_told: usize,
}

/// The name of an object, by its serial number.
struct Label {
    text: String,
    /// How many labels had been given before.
    sight: usize,
}

impl Tracer {
    /// Adds the record of a machine's present state.
    pub(crate) fn record(&mut self, vm: &Vm, event: &str) {
        let frame = vm.frames().iter().rev().find(|f| f.code.traced);
        let mut record = Map::new();
        record.insert("ev".into(), event.into());
        let name = match (event, frame) {
            ("line", Some(frame)) if !frame.code.code.name.is_ascii() => "?".to_owned(),
            ("line", Some(frame)) => frame.code.code.name.to_string(),
            _ => "<module>".to_owned(),
        };
        record.insert("line".into(), if event == "line" { vm.pending_line().into() } else { 0.into() });
        record.insert("fn".into(), name.into());
        record.insert("count".into(), json!(vm.heap.counts()));
        let sizes: Vec<u32> = (0..3).map(|g| vm.heap.generation_len(g)).collect();
        record.insert("gen_sizes".into(), json!(sizes));
        let (pending, total) = vm.heap.long_lived();
        record.insert("ll".into(), json!([pending, total]));
        let since = self.collections(vm);
        if !since.is_empty() {
            record.insert("gc_since".into(), Value::Array(since));
        }
        let mut heap = Queue::default();
        let globals = vm.main.map(|main| self.namespace(vm, main, &mut heap)).unwrap_or_default();
        record.insert("globals".into(), Value::Object(globals));
        if event == "line"
            && let Some(frame) = frame
            && frame.namespace != vm.main
        {
            let locals = self.locals(vm, frame, &mut heap);
            record.insert("locals".into(), Value::Object(locals));
        }
        let objects = self.heap(vm, &mut heap);
        record.insert("heap".into(), Value::Object(objects));
        record.insert("order".into(), self.order(vm, &heap));
        self.records.push(Value::Object(record));
    }

    fn collections(&mut self, vm: &Vm) -> Vec<Value> {
        let mut runs = [(0u32, 0u32); 3];
        for record in vm.gc.records.get(self.collections_told..).unwrap_or(&[]) {
            if let Some(run) = runs.get_mut(record.collection.generation as usize) {
                run.0 += 1;
                run.1 += record.collection.collected;
            }
        }
        self.collections_told = vm.gc.records.len();
        runs.iter()
            .enumerate()
            .filter(|(_, (count, _))| *count > 0)
            .map(|(g, (count, collected))| json!({"gen": g, "runs": count, "collected": collected}))
            .collect()
    }

    fn label(&mut self, vm: &Vm, id: Id) -> String {
        let serial = vm.heap.serial(id);
        if let Some(label) = self.labels.get(&serial) {
            return label.text.clone();
        }
        let full = vm.bare_type_name(id);
        let name: String = full.chars().take(TYPE_NAME_SHOWN).collect();
        let number = self.seen_of_type.entry(name.clone()).or_insert(0);
        *number += 1;
        let text = format!("{name}#{number}");
        self.labels.insert(serial, Label { text: text.clone(), sight: self.labels.len() });
        text
    }

    fn namespace(&mut self, vm: &Vm, namespace: Id, heap: &mut Queue) -> Map<String, Value> {
        let mut out = Map::new();
        for entry in vm.dict(namespace).into_iter().flat_map(|d| d.iter()) {
            if let Some(name) = vm.str_text(entry.key) {
                self.variable(vm, &name, entry.value, false, heap, &mut out);
            }
        }
        out
    }

    fn locals(&mut self, vm: &Vm, frame: &Frame, heap: &mut Queue) -> Map<String, Value> {
        if let Some(namespace) = frame.names() {
            return self.namespace(vm, namespace, heap);
        }
        let mut out = Map::new();
        for variable in vm.variables(frame) {
            if let Some(name) = vm.str_text(variable.name) {
                self.variable(vm, &name, variable.value, variable.cell, heap, &mut out);
            }
        }
        out
    }

    fn variable(&mut self, vm: &Vm, name: &str, id: Id, cell: bool, heap: &mut Queue, out: &mut Map<String, Value>) {
        if !name.is_ascii() || name.starts_with("__") || matches!(vm.heap.get(id), Data::Module(_)) {
            return;
        }
        let mut record = Map::new();
        let atom = is_atom(vm, id);
        if !atom {
            heap.enter(id);
        }
        record.insert("obj".into(), if atom { Value::Null } else { self.label(vm, id).into() });
        record.insert("type".into(), vm.bare_type_name(id).into());
        record.insert("rc".into(), count(vm, id));
        record.insert("tracked".into(), u8::from(vm.heap.is_tracked(id)).into());
        record.insert("weak".into(), vm.heap.weakrefs(id).len().into());
        if cell {
            record.insert("cell".into(), 1.into());
        }
        record.insert("gen".into(), generation(vm, id));
        if let Some(value) = value(vm, id) {
            record.insert("v".into(), value);
        }
        out.insert(name.to_owned(), Value::Object(record));
    }

    /// Everything that the variables lead to, then what is alive without them.
    fn heap(&mut self, vm: &Vm, queue: &mut Queue) -> Map<String, Value> {
        self.follow(vm, queue, 0);
        let reachable = queue.objects.len();
        let alive: HashMap<u32, Id> =
            vm.heap.ids().filter(|&id| vm.heap.generation(id).is_some()).map(|id| (vm.heap.serial(id), id)).collect();
        let mut labelled: Vec<(usize, Id)> =
            self.labels.iter().filter_map(|(serial, label)| Some((label.sight, *alive.get(serial)?))).collect();
        labelled.sort_unstable_by_key(|(sight, _)| *sight);
        labelled.into_iter().for_each(|(_, id)| queue.enter(id));
        self.follow(vm, queue, reachable);
        let mut out = Map::new();
        for (index, &id) in queue.objects.iter().enumerate() {
            if !is_leaf(vm, id) {
                let record = self.heap_object(vm, id, index >= reachable, queue);
                out.insert(self.label(vm, id), record);
            }
        }
        out
    }

    /// Enters and labels what the queue from an index on leads to.
    fn follow(&mut self, vm: &Vm, queue: &mut Queue, mut index: usize) {
        while let Some(&id) = queue.objects.get(index) {
            for child in referents(vm, id) {
                if queue.enter_child(child) {
                    self.label(vm, child);
                }
            }
            index += 1;
        }
    }

    /// The objects of the record on each list, in the list's order.
    fn order(&self, vm: &Vm, queue: &Queue) -> Value {
        let list = |generation| -> Vec<&str> {
            let members = vm.heap.generation_members(generation).filter(|id| queue.seen.contains(id));
            members.filter_map(|id| Some(self.labels.get(&vm.heap.serial(id))?.text.as_str())).collect()
        };
        json!([list(0), list(1), list(2)])
    }

    fn heap_object(&mut self, vm: &Vm, id: Id, unreachable: bool, queue: &Queue) -> Value {
        let listed = referents(vm, id).into_iter().filter(|child| queue.seen.contains(child));
        let refs: Vec<String> = listed.map(|child| self.label(vm, child)).collect();
        json!({
            "type": vm.bare_type_name(id),
            "rc": count(vm, id),
            "tracked": u8::from(vm.heap.is_tracked(id)),
            "fin": u8::from(vm.heap.is_finalized(id)),
            "weak": vm.heap.weakrefs(id).len(),
            "unreach": u8::from(unreachable),
            "gen": generation(vm, id),
            "refs": refs,
        })
    }
}

/// What an object refers to, as far as it is shown.
fn referents(vm: &Vm, id: Id) -> Vec<Id> {
    let mut found = Vec::new();
    if !is_leaf(vm, id) && vm.heap.is_container(id) {
        vm.heap.traverse(id, &mut |child| found.push(child));
        found.extend(vm.running_references(id));
        found.retain(|&child| !is_atom(vm, child) && !is_leaf(vm, child));
    }
    found
}

/// The objects of a record, each once, in order of discovery.
#[derive(Default)]
struct Queue {
    objects: Vec<Id>,
    seen: HashSet<Id>,
}

impl Queue {
    fn enter(&mut self, id: Id) {
        if self.seen.insert(id) {
            self.objects.push(id);
        }
    }

    /// For what another object refers to: false where it is not entered, because it was before or the record is full.
    fn enter_child(&mut self, id: Id) -> bool {
        let enters = self.objects.len() < MAX_HEAP && !self.seen.contains(&id);
        if enters {
            self.enter(id);
        }
        enters
    }
}

fn is_atom(vm: &Vm, id: Id) -> bool {
    matches!(
        vm.class_of(id),
        TypeTable::NONE_TYPE | TypeTable::BOOL | TypeTable::INT | TypeTable::FLOAT | TypeTable::STR | TypeTable::BYTES
    )
}

fn is_leaf(vm: &Vm, id: Id) -> bool {
    Some(id) == vm.main
        || matches!(
            vm.heap.get(id),
            Data::Class(_) | Data::Module(_) | Data::Function(_) | Data::Code(_) | Data::Builtin(..)
        )
}

fn count(vm: &Vm, id: Id) -> Value {
    if vm.heap.is_immortal(id) { "immortal".into() } else { vm.refcount(id).into() }
}

fn generation(vm: &Vm, id: Id) -> Value {
    match vm.heap.generation(id) {
        Some(3) => "perm".into(),
        Some(g) => g.into(),
        None => Value::Null,
    }
}

/// The value of a small atom.
fn value(vm: &Vm, id: Id) -> Option<Value> {
    match id {
        Singletons::NONE => return Some(Value::Null),
        Singletons::TRUE => return Some(true.into()),
        Singletons::FALSE => return Some(false.into()),
        _ => {}
    }
    match (vm.class_of(id), vm.heap.get(id)) {
        (TypeTable::INT, Data::Int(i)) => Some((*i).into()),
        (TypeTable::FLOAT, Data::Float(f)) => serde_json::Number::from_f64(*f).map(Value::Number),
        (TypeTable::STR, Data::Str(s)) if s.is_ascii() => {
            Some(s.as_str().chars().take(MAX_TEXT).collect::<String>().into())
        }
        _ => None,
    }
}

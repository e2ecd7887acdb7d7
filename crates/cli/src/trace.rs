//! `ouro trace`: the state of a program's memory before every line, in the records that the heap oracle writes for a
//! real CPython, so that the two can be compared line by line.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet, VecDeque};
use std::process::ExitCode;
use std::rc::Rc;

use ouro_heap::Id;
use ouro_library::Library;
use ouro_python::compiler::{self, Mode, Options};
use ouro_python::object::Data;
use ouro_python::output::Stream;
use ouro_python::types::TypeTable;
use ouro_python::version::Version;
use ouro_python::vm::{Frame, Singletons, Status, Vm};
use serde_json::{Map, Value, json};

use crate::run::report;

/// Prints the records of a program.
pub(crate) fn trace(version: Version, file: &str, source: &str) -> ExitCode {
    let code = match compiler::compile_with(source, file, Mode::Exec, Options::of(&version)) {
        Ok(code) => code,
        Err(error) => return report(version, &error, file),
    };
    let mut vm = Vm::new(version);
    vm.library = Library::EMBEDDED;
    vm.load(&code, source);
    vm.freeze_startup();
    let tracer = Rc::new(RefCell::new(Tracer::default()));
    // Lines inside calls from Rust, such as those of a sort's key function, cannot pause the machine: the probe sees them.
    let probing = Rc::clone(&tracer);
    vm.set_probe(Some(Box::new(move |vm| {
        println!("{}", probing.borrow_mut().record(vm, "line"));
        Some(vm.steps + 1)
    })));
    let mut step = 0;
    let exit = loop {
        match vm.run(step.max(vm.steps), u64::MAX / 2) {
            Status::AtStep => {
                println!("{}", tracer.borrow_mut().record(&vm, "line"));
                step = vm.steps + 1;
            }
            Status::Slice => {}
            Status::Aborted(_) => break 1,
            Status::Finished => {
                println!("{}", tracer.borrow_mut().record(&vm, "end"));
                break vm.finalize();
            }
            Status::Raised => {
                println!("{}", tracer.borrow_mut().record(&vm, "end"));
                if let Some(info) = vm.raised_info() {
                    println!("{}", json!({"ev": "exception", "text": format!("{}: {}", info.exception, info.message)}));
                }
                break vm.finalize();
            }
        }
    };
    let closing = json!({
        "ev": "stdout",
        "text": vm.output.text(Stream::Stdout),
        "stderr": vm.output.text(Stream::Stderr),
        "exit": exit,
    });
    println!("{closing}");
    ExitCode::SUCCESS
}

/// Labels objects as the oracle does: type name and a number in order of first sight.
#[derive(Default)]
struct Tracer {
    labels: HashMap<u32, String>,
    seen_of_type: HashMap<String, u32>,
    records: usize,
}

impl Tracer {
    fn record(&mut self, vm: &Vm, event: &str) -> Value {
        let frame = vm.frames().iter().rev().find(|f| f.code.traced);
        let mut record = Map::new();
        record.insert("ev".into(), event.into());
        let name = match (event, frame) {
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
        record.insert("heap".into(), Value::Object(self.heap(vm, heap)));
        Value::Object(record)
    }

    fn collections(&mut self, vm: &Vm) -> Vec<Value> {
        let mut runs = [(0u32, 0u32); 3];
        for record in vm.gc.records.get(self.records..).unwrap_or(&[]) {
            if let Some(run) = runs.get_mut(record.collection.generation as usize) {
                run.0 += 1;
                run.1 += record.collection.collected;
            }
        }
        self.records = vm.gc.records.len();
        runs.iter()
            .enumerate()
            .filter(|(_, (count, _))| *count > 0)
            .map(|(g, (count, collected))| json!({"gen": g, "runs": count, "collected": collected}))
            .collect()
    }

    fn label(&mut self, vm: &Vm, id: Id) -> String {
        let serial = vm.heap.serial(id);
        if let Some(label) = self.labels.get(&serial) {
            return label.clone();
        }
        let full = vm.bare_type_name(id);
        let name: String = full.chars().take(24).collect();
        let number = self.seen_of_type.entry(name.clone()).or_insert(0);
        *number += 1;
        let label = format!("{name}#{number}");
        self.labels.insert(serial, label.clone());
        label
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
    fn heap(&mut self, vm: &Vm, mut queue: Queue) -> Map<String, Value> {
        let mut out = Map::new();
        while let Some(id) = queue.pending.pop_front() {
            self.heap_object(vm, id, false, &mut queue, &mut out);
        }
        let by_serial: HashMap<u32, Id> =
            vm.heap.ids().filter(|&id| vm.heap.is_tracked(id)).map(|id| (vm.heap.serial(id), id)).collect();
        let mut labelled: Vec<u32> = self.labels.keys().copied().collect();
        labelled.sort_unstable();
        for serial in labelled {
            if let Some(&id) = by_serial.get(&serial) {
                queue.enter(id);
            }
        }
        while let Some(id) = queue.pending.pop_front() {
            self.heap_object(vm, id, true, &mut queue, &mut out);
        }
        out
    }

    fn heap_object(&mut self, vm: &Vm, id: Id, unreachable: bool, queue: &mut Queue, out: &mut Map<String, Value>) {
        if is_atom(vm, id) || is_leaf(vm, id) {
            return;
        }
        let mut refs = Vec::new();
        if vm.heap.is_container(id) {
            let mut children = Vec::new();
            vm.heap.visit(id, &mut |child| children.push(child));
            for child in children {
                if !is_atom(vm, child) && !is_leaf(vm, child) {
                    queue.enter(child);
                    refs.push(Value::String(self.label(vm, child)));
                }
            }
        }
        let record = json!({
            "type": vm.bare_type_name(id),
            "rc": count(vm, id),
            "tracked": u8::from(vm.heap.is_tracked(id)),
            "fin": u8::from(vm.heap.is_finalized(id)),
            "weak": vm.heap.weakrefs(id).len(),
            "unreach": u8::from(unreachable),
            "gen": generation(vm, id),
            "refs": refs,
        });
        out.insert(self.label(vm, id), record);
    }
}

/// Objects to be listed, each once.
#[derive(Default)]
struct Queue {
    pending: VecDeque<Id>,
    seen: HashSet<Id>,
}

impl Queue {
    fn enter(&mut self, id: Id) {
        if self.seen.insert(id) {
            self.pending.push_back(id);
        }
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
    if vm.heap.is_immortal(id) { "immortal".into() } else { vm.heap.refcount(id).into() }
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
        (TypeTable::STR, Data::Str(s)) if s.is_ascii() => Some(s.as_str().chars().take(60).collect::<String>().into()),
        _ => None,
    }
}

//! References of an object, with the words by which a program names them.

use ouro_heap::Id;
use ouro_python::object::{Data, Slot};
use ouro_python::vm::Vm;

use crate::text::short_repr;

/// References of one object worth showing, and how many it holds in all.
pub(crate) struct Edges {
    /// Label and target, the first few.
    pub shown: Vec<(String, Id)>,
    /// All of them.
    pub total: usize,
    /// Items or attributes, where the object is a container of such.
    pub length: Option<usize>,
}

fn attribute(vm: &Vm, name: Id) -> String {
    vm.str_text(name).map(|t| format!(".{}", &*t)).unwrap_or_default()
}

/// The references of an object, at most `most` of them.
pub(crate) fn edges(vm: &Vm, id: Id, most: usize) -> Edges {
    let mut out = Collector { shown: Vec::new(), total: 0, most };
    let mut length = None;
    for (name, value) in vm.slot_values(id) {
        out.add(format!(".{name}"), value);
    }
    if let Some(dict) = vm.own_dict(id) {
        out.add(".__dict__".to_owned(), dict);
    } else {
        for (name, value) in vm.own_attributes(id) {
            out.add(attribute(vm, name), value);
        }
    }
    match vm.data(id) {
        Data::List(items) => {
            length = Some(items.len());
            out.items(items);
        }
        Data::Tuple(items) => {
            length = Some(items.len());
            out.items(items);
        }
        Data::Dict(dict) => {
            length = Some(dict.len());
            out.total += dict.len();
            for entry in dict.iter().take(most) {
                if out.shown.len() < most {
                    out.shown.push((format!("[{}]", short_repr(vm, entry.key, 16)), entry.value));
                }
            }
        }
        Data::Set(set) => {
            length = Some(set.len());
            out.total += set.len();
            out.shown
                .extend(set.iter().map(|(_, key)| ("∈".to_owned(), key)).take(most.saturating_sub(out.shown.len())));
        }
        Data::Cell(content) => out.slot("cell_contents", *content),
        Data::Function(function) => {
            out.slot("__defaults__", function.defaults);
            out.slot("__kwdefaults__", function.kwdefaults);
            if let Some(closure) = function.closure.and_then(|c| vm.tuple_items(c)) {
                let names = match vm.heap.get(function.code) {
                    Data::Code(code) => code.locals[code.locals.len() - code.code.free_count as usize..].to_vec(),
                    _ => Vec::new(),
                };
                for (&cell, name) in closure.iter().zip(names) {
                    let name = vm.str_text(name).map(|t| t.to_string()).unwrap_or_default();
                    out.add(format!("{name} (closure)"), cell);
                }
            }
        }
        Data::Method(method) => {
            out.add("__func__".to_owned(), method.function);
            out.add("__self__".to_owned(), method.receiver);
        }
        Data::Generator(generator) => {
            for (&name, slot) in generator.code.locals.iter().zip(&generator.stack) {
                if let Some(value) = slot {
                    let name = vm.str_text(name).map(|t| t.to_string()).unwrap_or_default();
                    out.add(name, *value);
                }
            }
            for &slot in generator.stack.iter().skip(generator.code.locals.len()).flatten() {
                if !vm.is_place(slot) {
                    out.add("…".to_owned(), slot);
                }
            }
        }
        Data::Exception(exception) => {
            out.slot("args", exception.args.filter(|&a| vm.tuple_items(a).is_some_and(|t| !t.is_empty())));
            out.slot("__traceback__", exception.traceback);
            out.slot("__cause__", exception.cause);
            out.slot("__context__", exception.context);
        }
        Data::Frame(frame) => {
            for (&name, slot) in frame.code.locals.iter().zip(&frame.locals) {
                if let Some(value) = slot {
                    let name = vm.str_text(name).map(|t| t.to_string()).unwrap_or_default();
                    out.add(name, *value);
                }
            }
        }
        Data::Weakref(weakref) => out.slot("__callback__", weakref.callback),
        Data::Native(native) => {
            native.visit(&mut |child| out.add("→".to_owned(), child));
        }
        _ => {}
    }
    Edges { shown: out.shown, total: out.total, length }
}

struct Collector {
    shown: Vec<(String, Id)>,
    total: usize,
    most: usize,
}

impl Collector {
    fn add(&mut self, label: String, target: Id) {
        self.total += 1;
        if self.shown.len() < self.most {
            self.shown.push((label, target));
        }
    }

    fn slot(&mut self, label: &str, target: Slot) {
        if let Some(target) = target {
            self.add(format!(".{label}"), target);
        }
    }

    fn items(&mut self, items: &[Id]) {
        self.total += items.len();
        let room = self.most.saturating_sub(self.shown.len());
        self.shown.extend(items.iter().take(room).enumerate().map(|(i, &item)| (format!("[{i}]"), item)));
    }
}

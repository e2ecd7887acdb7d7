//! Values as short texts, without running any Python code.

use ouro_heap::Id;
use ouro_python::data::GeneratorState;
use ouro_python::format::float;
use ouro_python::object::Data;
use ouro_python::text::escape::{bytes_repr, str_repr};
use ouro_python::types::TypeTable;
use ouro_python::vm::{Singletons, Vm};

/// How many containers deep a text goes.
const DEPTH: usize = 2;

/// A value in about `limit` characters: what `repr` gives for builtin types, and the class's name for instances.
pub fn short_repr(vm: &Vm, id: Id, limit: usize) -> String {
    let mut out = String::new();
    write(vm, id, limit, DEPTH, &mut out);
    shorten(out, limit)
}

fn shorten(text: String, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text;
    }
    let mut short: String = text.chars().take(limit.saturating_sub(1)).collect();
    short.push('…');
    short
}

fn write(vm: &Vm, id: Id, limit: usize, depth: usize, out: &mut String) {
    if out.len() > limit * 4 {
        return out.push('…');
    }
    match id {
        Singletons::NONE => return out.push_str("None"),
        Singletons::TRUE => return out.push_str("True"),
        Singletons::FALSE => return out.push_str("False"),
        Singletons::ELLIPSIS => return out.push_str("Ellipsis"),
        Singletons::NOT_IMPLEMENTED => return out.push_str("NotImplemented"),
        _ => {}
    }
    let derived = matches!(vm.heap.get(id), Data::Derived(_));
    if derived {
        out.push_str(&vm.bare_type_name(id));
        out.push('(');
    }
    match vm.data(id) {
        Data::Int(i) => out.push_str(&i.to_string()),
        Data::BigInt(i) => {
            // Printing a huge number takes longer than anybody reads.
            if i.bits() > 2_000 {
                out.push_str(&format!("int ({} bits)", i.bits()));
            } else {
                out.push_str(&i.to_string());
            }
        }
        Data::Float(f) => out.push_str(&float::repr(*f)),
        Data::Str(s) => {
            let text: String = s.as_str().chars().take(limit).collect();
            out.push_str(&str_repr(&text));
        }
        Data::Bytes(b) => out.push_str(&bytes_repr(&b[..b.len().min(limit)])),
        Data::List(items) => sequence(vm, items, ("[", "]"), limit, depth, out),
        Data::Tuple(items) => {
            let close = if items.len() == 1 { ",)" } else { ")" };
            sequence(vm, items, ("(", close), limit, depth, out);
        }
        Data::Set(set) => {
            let items: Vec<Id> = set.iter().map(|(_, key)| key).take(limit).collect();
            match (set.is_mutable(), items.is_empty()) {
                (true, true) => out.push_str("set()"),
                (true, false) => sequence(vm, &items, ("{", "}"), limit, depth, out),
                (false, true) => out.push_str("frozenset()"),
                (false, false) => sequence(vm, &items, ("frozenset({", "})"), limit, depth, out),
            }
        }
        Data::Dict(dict) => {
            if depth == 0 && !dict.is_empty() {
                return out.push_str("{…}");
            }
            out.push('{');
            for (i, entry) in dict.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                if out.chars().count() > limit {
                    out.push('…');
                    break;
                }
                write(vm, entry.key, limit, depth.saturating_sub(1), out);
                out.push_str(": ");
                write(vm, entry.value, limit, depth.saturating_sub(1), out);
            }
            out.push('}');
        }
        Data::Class(class) => out.push_str(&format!("<class {}>", class.name)),
        Data::Function(function) => named(vm, "function", function.qualname, out),
        Data::Method(method) => {
            out.push_str("<bound method ");
            if let Data::Function(function) = vm.heap.get(method.function) {
                out.push_str(&vm.str_text(function.qualname).map(|t| t.to_string()).unwrap_or_default());
            }
            out.push('>');
        }
        Data::Builtin(native, _) | Data::MethodDescriptor(native, _) => {
            out.push_str(&format!("<built-in {}>", native.name));
        }
        Data::Code(code) => out.push_str(&format!("<code {}>", code.code.name)),
        Data::Module(module) => out.push_str(&format!("<module {}>", module.name)),
        Data::Cell(content) => match content {
            Some(content) => {
                out.push_str("<cell ");
                write(vm, *content, limit, depth.saturating_sub(1), out);
                out.push('>');
            }
            None => out.push_str("<cell: empty>"),
        },
        Data::Generator(generator) => {
            let state = match generator.state {
                GeneratorState::Created => "created",
                GeneratorState::Suspended => "suspended",
                GeneratorState::Running => "running",
                GeneratorState::Finished => "finished",
            };
            let name = vm.str_text(generator.name).map(|t| t.to_string()).unwrap_or_default();
            out.push_str(&format!("<{} {name}, {state}>", vm.type_name(id)));
        }
        Data::Exception(exception) => {
            out.push_str(&vm.bare_type_name(id));
            match exception.args.and_then(|a| vm.tuple_items(a)) {
                Some(args) => sequence(vm, args, ("(", ")"), limit, depth, out),
                None => out.push_str("()"),
            }
        }
        Data::Weakref(_) => {
            out.push_str("<weakref");
            match vm.heap.weakref_target(id) {
                Some(target) => {
                    out.push_str(" to ");
                    out.push_str(&vm.bare_type_name(target));
                }
                None => out.push_str(", dead"),
            }
            out.push('>');
        }
        Data::Slice(parts) => sequence(vm, &parts[..], ("slice(", ")"), limit, depth, out),
        _ if derived => {}
        _ => {
            out.push('<');
            out.push_str(&vm.bare_type_name(id));
            out.push('>');
        }
    }
    if derived {
        out.push(')');
    }
}

fn named(vm: &Vm, what: &str, name: Id, out: &mut String) {
    let name = vm.str_text(name).map(|t| t.to_string()).unwrap_or_default();
    out.push_str(&format!("<{what} {name}>"));
}

fn sequence(vm: &Vm, items: &[Id], brackets: (&str, &str), limit: usize, depth: usize, out: &mut String) {
    if depth == 0 && !items.is_empty() {
        out.push_str(brackets.0);
        out.push('…');
        return out.push_str(brackets.1.trim_start_matches(','));
    }
    out.push_str(brackets.0);
    for (i, &item) in items.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        if out.chars().count() > limit {
            out.push('…');
            break;
        }
        write(vm, item, limit, depth.saturating_sub(1), out);
    }
    out.push_str(brackets.1);
}

/// Whether a value is its text: nothing of it is hidden behind a card.
pub(crate) fn is_plain(vm: &Vm, id: Id) -> bool {
    match vm.heap.get(id) {
        Data::Bare => vm.class_of(id) != TypeTable::OBJECT,
        Data::Int(_)
        | Data::BigInt(_)
        | Data::Float(_)
        | Data::Complex(_)
        | Data::Str(_)
        | Data::Bytes(_)
        | Data::Code(_)
        | Data::Builtin(..)
        | Data::MethodDescriptor(..)
        | Data::Module(_)
        | Data::RangeIterator(_) => true,
        Data::Class(class) => !class.flags.heap_type,
        _ => id == Singletons::EMPTY_TUPLE,
    }
}

//! Records of a program's memory as lines of text: each record by what differs from the one before.
//!
//!     @ 4 <module>                 before line 4, in the module; `@ end` at the end
//!     count [2,0,0]                a field that is new or has changed
//!     globals/x "N#1"              a variable; what the heap says of its object is not said twice
//!     heap/N#1 {"rc":1}            an object; left out are its type and what is usual
//!     heap/N#1/rc 2
//!     -globals/y                   a field that is gone

use ouro_trace::Value;
use serde_json::{Map, json};

/// Begins a record.
const RECORD: &str = "@ ";
/// What a variable and its object in the heap have in common.
const SHARED: [&str; 5] = ["type", "rc", "tracked", "weak", "gen"];

/// The lines of records.
pub fn write(records: &[Value]) -> String {
    let mut text = String::new();
    let mut before = Map::new();
    for record in records {
        let now = compact(record);
        match record["ev"].as_str() {
            Some("line") => {
                let function = record["fn"].as_str().unwrap_or_default();
                text.push_str(&format!("{RECORD}{} {function}\n", record["line"]));
            }
            _ => text.push_str(&format!("{RECORD}end\n")),
        }
        write_changes("", &before, &now, &mut text);
        before = now;
    }
    text
}

fn write_changes(prefix: &str, before: &Map<String, Value>, now: &Map<String, Value>, text: &mut String) {
    for (key, value) in now {
        match (before.get(key), value) {
            (Some(old), _) if old == value => {}
            (Some(Value::Object(old)), Value::Object(new)) => {
                write_changes(&format!("{prefix}{key}/"), old, new, text);
            }
            _ => text.push_str(&format!("{prefix}{key} {value}\n")),
        }
    }
    for key in before.keys().filter(|key| !now.contains_key(*key)) {
        text.push_str(&format!("-{prefix}{key}\n"));
    }
}

/// Reads what [`write`] wrote.
pub fn read(lines: &[&str]) -> Result<Vec<Value>, String> {
    let mut records = Vec::new();
    let mut now = Map::new();
    let mut heads = lines.iter().enumerate().filter(|(_, line)| line.starts_with(RECORD)).peekable();
    while let Some((start, head)) = heads.next() {
        let end = heads.peek().map_or(lines.len(), |(next, _)| *next);
        for line in &lines[start + 1..end] {
            apply(line, &mut now).ok_or_else(|| format!("no change of a record: {line:?}"))?;
        }
        records.push(expand(&head[RECORD.len()..], &now)?);
    }
    Ok(records)
}

fn apply(line: &str, record: &mut Map<String, Value>) -> Option<()> {
    let (path, value) = match line.strip_prefix('-') {
        Some(path) => (path, None),
        None => {
            let (path, value) = line.split_once(' ')?;
            (path, Some(serde_json::from_str(value).ok()?))
        }
    };
    let (folders, name) = match path.rsplit_once('/') {
        Some((folders, name)) => (folders.split('/').collect(), name),
        None => (Vec::new(), path),
    };
    let mut place = record;
    for folder in folders {
        place = place.get_mut(folder)?.as_object_mut()?;
    }
    match value {
        Some(value) => place.insert(name.to_owned(), value),
        None => Some(place.shift_remove(name)?),
    };
    Some(())
}

/// A record without its head and without what goes without saying.
fn compact(record: &Value) -> Map<String, Value> {
    let mut now = record.as_object().cloned().unwrap_or_default();
    for head in ["ev", "line", "fn"] {
        now.shift_remove(head);
    }
    let heap = record["heap"].as_object().cloned().unwrap_or_default();
    for scope in ["globals", "locals"] {
        for variable in now.get_mut(scope).and_then(Value::as_object_mut).into_iter().flat_map(|v| v.values_mut()) {
            compact_variable(variable, &heap);
        }
    }
    for (label, object) in now.get_mut("heap").and_then(Value::as_object_mut).into_iter().flatten() {
        remove_defaults(object, &object_defaults(label));
    }
    now
}

fn compact_variable(variable: &mut Value, heap: &Map<String, Value>) {
    let object = variable["obj"].as_str().and_then(|label| heap.get(label)).cloned();
    remove_defaults(variable, &object.as_ref().map_or_else(variable_defaults, shared));
    if variable.as_object().is_some_and(|v| v.len() == 1) && variable["obj"].is_string() {
        *variable = variable["obj"].take();
    }
}

/// What an object in the heap says of a variable that has it.
fn shared(object: &Value) -> Value {
    Value::Object(SHARED.iter().map(|key| ((*key).to_owned(), object[*key].clone())).collect())
}

fn variable_defaults() -> Value {
    json!({"obj": null, "tracked": 0, "weak": 0, "gen": null})
}

fn object_defaults(label: &str) -> Value {
    let name = label.rsplit_once('#').map_or(label, |(name, _)| name);
    json!({"type": name, "tracked": 1, "fin": 0, "weak": 0, "unreach": 0, "gen": 0, "refs": []})
}

fn remove_defaults(value: &mut Value, defaults: &Value) {
    if let Some(map) = value.as_object_mut() {
        map.retain(|key, value| defaults.get(key) != Some(value));
    }
}

fn with_defaults(value: &Value, defaults: &Value) -> Value {
    let mut whole = defaults.as_object().cloned().unwrap_or_default();
    whole.extend(value.as_object().cloned().unwrap_or_default());
    Value::Object(whole)
}

fn expand(head: &str, compact: &Map<String, Value>) -> Result<Value, String> {
    let mut record = match head.split_once(' ') {
        Some((line, function)) => {
            let line: i64 = line.parse().map_err(|_| format!("no line: {head:?}"))?;
            json!({"ev": "line", "line": line, "fn": function})
        }
        None => json!({"ev": "end", "line": 0, "fn": "<module>"}),
    };
    let objects = compact.get("heap").and_then(Value::as_object).into_iter().flatten();
    let heap: Map<String, Value> =
        objects.map(|(label, object)| (label.clone(), with_defaults(object, &object_defaults(label)))).collect();
    for (key, value) in compact {
        record[key] = match (key.as_str(), value) {
            ("heap", _) => Value::Object(heap.clone()),
            ("globals" | "locals", Value::Object(variables)) => {
                variables.iter().map(|(name, variable)| (name.clone(), expand_variable(variable, &heap))).collect()
            }
            _ => value.clone(),
        };
    }
    Ok(record)
}

fn expand_variable(variable: &Value, heap: &Map<String, Value>) -> Value {
    let variable = if variable.is_string() { json!({"obj": variable}) } else { variable.clone() };
    let object = variable["obj"].as_str().and_then(|label| heap.get(label));
    with_defaults(&variable, &object.map_or_else(variable_defaults, shared))
}

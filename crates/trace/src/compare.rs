//! The first difference of two programs' records.

use std::fmt;

use serde_json::{Map, Value};

/// Where two runs of a program were in different states first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The line that was about to run; 0 at the end.
    pub line: i64,
    /// Which field, outermost name first.
    pub field: Vec<String>,
    /// What CPython has there; nothing if the field is absent.
    pub cpython: Option<Value>,
    /// What Ouro has there.
    pub ouro: Option<Value>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "at the end, ")?,
            line => write!(f, "before line {line}, ")?,
        }
        let shown = |value: &Option<Value>| match value {
            None => "nothing".to_owned(),
            Some(value) => value.to_string(),
        };
        write!(f, "{}: CPython {}, Ouro {}", self.field.join(" "), shown(&self.cpython), shown(&self.ouro))
    }
}

/// The first difference of CPython's records and Ouro's, but for the closing ones. Both begin at the program's first line.
pub fn first_difference(cpython: &[Value], ouro: &[Value]) -> Option<Difference> {
    let states = |records: &[Value]| -> Vec<Value> {
        records.iter().filter(|record| record["ev"] != "stdout").cloned().collect()
    };
    let (cpython, ouro) = (states(cpython), states(ouro));
    for index in 0..cpython.len().max(ouro.len()) {
        let (a, b) = (cpython.get(index), ouro.get(index));
        let line = |record: Option<&Value>| record.and_then(|record| record["line"].as_i64());
        let mut field = Vec::new();
        if let Some((a, b)) = differing(a, b, &mut field) {
            let line = line(cpython.get(index)).or(line(ouro.get(index))).unwrap_or(0);
            return Some(Difference { line, field, cpython: a.cloned(), ouro: b.cloned() });
        }
    }
    None
}

type Sides<'a> = (Option<&'a Value>, Option<&'a Value>);

/// The innermost values that differ; their names are appended to the field's.
fn differing<'a>(a: Option<&'a Value>, b: Option<&'a Value>, field: &mut Vec<String>) -> Option<Sides<'a>> {
    if is_of_startup(a) || is_of_startup(b) {
        return None;
    }
    let (Some(Value::Object(left)), Some(Value::Object(right))) = (a, b) else {
        return (a != b).then_some((a, b));
    };
    let only_right = right.keys().filter(|key| !left.contains_key(*key));
    for key in left.keys().chain(only_right) {
        if key == "rc" && is_mortal_atom(left) && is_mortal_atom(right) {
            continue;
        }
        field.push(key.clone());
        if let Some(sides) = differing(left.get(key), right.get(key), field) {
            return Some(sides);
        }
        field.pop();
    }
    None
}

/// Who refers to what was there before the program, and what that refers to, is the interpreter's own affair.
fn is_of_startup(variable_or_object: Option<&Value>) -> bool {
    variable_or_object.is_some_and(|it| it.get("gen").is_some_and(|generation| generation == "perm"))
}

/// The syntax tree, the code and tables of names hold atoms too.
fn is_mortal_atom(variable: &Map<String, Value>) -> bool {
    variable.get("obj").is_some_and(Value::is_null) && variable.get("rc").is_some_and(Value::is_number)
}

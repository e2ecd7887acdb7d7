//! The first difference of two programs' records.

use std::fmt;

use serde_json::{Map, Value, json};

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
    differences(cpython, ouro).into_iter().next()
}

/// All differences up to where the two run different lines.
pub fn differences(cpython: &[Value], ouro: &[Value]) -> Vec<Difference> {
    let states = |records: &[Value]| -> Vec<Value> {
        records.iter().filter(|record| record["ev"] != "stdout").cloned().collect()
    };
    let (cpython, ouro) = (states(cpython), states(ouro));
    let mut found = Vec::new();
    for index in 0..cpython.len().max(ouro.len()) {
        let (a, b) = (cpython.get(index), ouro.get(index));
        let line = a.or(b).and_then(|record| record["line"].as_i64()).unwrap_or(0);
        let place = |record: Option<&Value>| record.map(|record| [record["line"].clone(), record["fn"].clone()]);
        if place(a) != place(b) {
            let shown = |record: Option<&Value>| record.map(|record| json!([record["line"], record["fn"]]));
            found.push(Difference { line, field: vec!["line".to_owned()], cpython: shown(a), ouro: shown(b) });
            break;
        }
        collect(a, b, &mut Vec::new(), &mut |field, cpython, ouro| {
            found.push(Difference { line, field: field.to_vec(), cpython: cpython.cloned(), ouro: ouro.cloned() });
        });
    }
    found
}

/// Tells of all innermost values that differ, with their names.
fn collect(
    a: Option<&Value>,
    b: Option<&Value>,
    field: &mut Vec<String>,
    tell: &mut impl FnMut(&[String], Option<&Value>, Option<&Value>),
) {
    if is_of_startup(a) || is_of_startup(b) {
        return;
    }
    let (Some(Value::Object(left)), Some(Value::Object(right))) = (a, b) else {
        if a != b {
            tell(field, a, b);
        }
        return;
    };
    let only_right = right.keys().filter(|key| !left.contains_key(*key));
    for key in left.keys().chain(only_right) {
        if key == "rc" && is_mortal_atom(left) && is_mortal_atom(right) {
            continue;
        }
        field.push(key.clone());
        collect(left.get(key), right.get(key), field, tell);
        field.pop();
    }
}

/// Who refers to what was there before the program, and what that refers to, is the interpreter's own affair.
fn is_of_startup(variable_or_object: Option<&Value>) -> bool {
    variable_or_object.is_some_and(|it| it.get("gen").is_some_and(|generation| generation == "perm"))
}

/// The syntax tree, the code and tables of names hold atoms too.
fn is_mortal_atom(variable: &Map<String, Value>) -> bool {
    variable.get("obj").is_some_and(Value::is_null) && variable.get("rc").is_some_and(Value::is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(line: i64, x: Value) -> Value {
        json!({"ev": "line", "line": line, "fn": "f", "globals": {"x": x}})
    }

    fn shown(cpython: Value, ouro: Value) -> Vec<String> {
        let found = differences(&[record(1, json!(null)), cpython], &[record(1, json!(null)), ouro]);
        found.iter().map(Difference::to_string).collect()
    }

    #[test]
    fn tells_each_innermost_value_that_differs() {
        let found = shown(
            record(2, json!({"obj": "N#1", "rc": 2, "gen": 0, "tracked": 1})),
            record(2, json!({"obj": "N#1", "rc": 3, "gen": 0, "weak": 1})),
        );
        assert_eq!(
            found,
            [
                "before line 2, globals x rc: CPython 2, Ouro 3",
                "before line 2, globals x tracked: CPython 1, Ouro nothing",
                "before line 2, globals x weak: CPython nothing, Ouro 1",
            ]
        );
    }

    #[test]
    fn ends_where_other_lines_run() {
        let found = shown(record(2, json!(null)), record(3, json!(1)));
        assert_eq!(found, [r#"before line 2, line: CPython [2,"f"], Ouro [3,"f"]"#]);
    }

    #[test]
    fn leaves_out_what_cannot_be_compared() {
        let of_startup = |rc| record(2, json!({"obj": "function#1", "rc": rc, "gen": "perm"}));
        assert!(shown(of_startup(3), of_startup(4)).is_empty());
        let atom = |rc: Value| record(2, json!({"obj": null, "rc": rc, "gen": null}));
        assert!(shown(atom(json!(3)), atom(json!(4))).is_empty());
        assert_eq!(shown(atom(json!("immortal")), atom(json!(4))).len(), 1);
    }
}

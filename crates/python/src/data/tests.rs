//! Lists, dicts and sets against what CPython 3.13 showed: see `tests/growth/record.py`.

use ouro_heap::Id;

use super::{Dict, ListItems, Set};

const RECORDED: &str = include_str!("../../tests/growth/recorded.tsv");

/// Operation, operands, and what CPython showed after it.
struct Step<'a> {
    operation: &'a str,
    operands: Vec<i64>,
    shown: i64,
    items: Vec<i64>,
    line: &'a str,
}

fn numbers(field: Option<&str>) -> Vec<i64> {
    field.unwrap_or_default().split_whitespace().map(|n| n.parse().expect("the recording holds numbers")).collect()
}

fn steps(kind: &str) -> Vec<Step<'static>> {
    let steps: Vec<Step> = RECORDED
        .lines()
        .filter_map(|line| {
            let mut fields = line.split('\t');
            (fields.next()? == kind).then_some(())?;
            Some(Step {
                operation: fields.next()?,
                operands: numbers(fields.next()),
                shown: numbers(fields.next())[0],
                items: numbers(fields.next()),
                line,
            })
        })
        .collect();
    assert!(steps.len() > 50, "{} steps about {kind}", steps.len());
    steps
}

/// An id for each number: they need not be live.
#[derive(Default)]
struct Ids(Vec<i64>);

impl Ids {
    fn id(&mut self, number: i64) -> Id {
        let index = self.0.iter().position(|&n| n == number).unwrap_or_else(|| {
            self.0.push(number);
            self.0.len() - 1
        });
        Id::from_index(index as u32 + 1)
    }

    fn number(&self, id: Id) -> i64 {
        self.0[id.index() - 1]
    }
}

#[test]
fn lists_grow_and_shrink_as_recorded() {
    let item = Id::from_index(1);
    let mut list = ListItems::default();
    for Step { operation, operands, shown, line, .. } in steps("list") {
        let count = operands.last().map_or(0, |&n| n as usize);
        match operation {
            "append" => (0..count).for_each(|_| list.push(item)),
            "extend" => list.extend_sized(&vec![item; count]),
            "update" => list.extend_resized(&vec![item; count]),
            "iterate" => {
                list.preallocate(8);
                (0..count).for_each(|_| list.push(item));
                list.trim();
            }
            "pop" => (0..count.min(list.len())).for_each(|_| {
                list.remove(list.len() - 1);
            }),
            "insert" => list.insert(0, item),
            "clear" => {
                list.take();
            }
            _ => {
                let (start, end) = (operands[0] as usize, operands[1] as usize);
                let removed = list.splice(start, end, &vec![item; count]);
                assert_eq!(removed.len(), end - start, "{line}");
            }
        }
        assert_eq!(list.allocated() as i64, shown, "{line}");
        assert_eq!(list.clone().allocated(), list.allocated(), "a checkpoint keeps the room: {line}");
    }
}

fn set_key(dict: &mut Dict, key: i64, ids: &mut Ids) {
    let id = ids.id(key);
    if dict.find(key, |other| other == id).is_none() {
        dict.insert_new(key, id, id, false, false);
    }
}

#[test]
fn dicts_keep_order_and_size_as_recorded() {
    let mut ids = Ids::default();
    let mut dict = Dict::new();
    for Step { operation, operands, shown, items, line } in steps("dict") {
        match operation {
            "set" => set_key(&mut dict, operands[0], &mut ids),
            "delete" => {
                let id = ids.id(operands[0]);
                let position = dict.find(operands[0], |other| other == id).expect(line);
                assert!(dict.remove(position).is_some(), "{line}");
            }
            "popitem" => assert!(dict.pop_last().is_some(), "{line}"),
            "clear" => {
                dict.take();
            }
            _ => {
                let (first, count) = (operands[0], operands[1]);
                let mut source = Dict::new();
                (first..first + count).for_each(|key| set_key(&mut source, key, &mut ids));
                if dict.is_empty() && source.merges_table() {
                    if !source.is_empty() {
                        dict = source.copy_table();
                    }
                } else {
                    dict.reserve_for_merge(count as usize, source.is_general(), false);
                    (first..first + count).for_each(|key| set_key(&mut dict, key, &mut ids));
                }
            }
        }
        let keys: Vec<i64> = dict.iter().map(|entry| ids.number(entry.key)).collect();
        assert_eq!(keys, items, "{line}");
        assert_eq!(dict.len(), items.len(), "{line}");
        assert_eq!(dict.size() as i64, shown, "{line}");
    }
}

#[test]
fn dict_literals_are_sized_as_recorded() {
    let mut ids = Ids::default();
    for Step { operation, operands, shown, line, .. } in steps("literal") {
        let after_strs = operation == "int after strs";
        let mut dict = if after_strs { Dict::new() } else { Dict::with_capacity(operands[0] as usize, false) };
        for key in 0..operands[0] {
            let id = ids.id(key);
            dict.insert_new(key, id, id, true, false);
        }
        if after_strs {
            let id = ids.id(-1);
            dict.insert_new(0, id, id, false, false);
        }
        assert_eq!(dict.size() as i64, shown, "{line}");
    }
}

fn add(set: &mut Set, key: i64, ids: &mut Ids) {
    let id = ids.id(key);
    let hash = python_hash(key);
    if set.find(hash, |other| other == id).is_none() {
        set.insert_new(hash, id);
    }
}

/// The hash of an int that is not negative: the remainder by 2**61 - 1.
fn python_hash(number: i64) -> i64 {
    number % ((1 << 61) - 1)
}

fn discard(set: &mut Set, key: i64, ids: &mut Ids) {
    let id = ids.id(key);
    if let Some(position) = set.find(python_hash(key), |other| other == id) {
        assert_eq!(set.remove(position), Some(id));
    }
}

#[test]
fn sets_keep_their_tables_order_as_recorded() {
    let mut ids = Ids::default();
    let mut set = Set::new(true);
    for Step { operation, operands, shown, items, line } in steps("set") {
        match operation {
            "add" => add(&mut set, operands[0], &mut ids),
            "discard" => discard(&mut set, operands[0], &mut ids),
            "pop" => {
                let popped = set.pop().map(|id| ids.number(id));
                assert_eq!(popped, Some(operands[0]), "{line}");
            }
            "merge" => {
                let mut other = Set::new(true);
                operands.iter().for_each(|&key| add(&mut other, key, &mut ids));
                merge(&mut set, &other);
            }
            "subtract" => {
                operands.iter().for_each(|&key| discard(&mut set, key, &mut ids));
                set.drop_dummies();
            }
            "copy" => {
                let mut copy = Set::new(true);
                merge(&mut copy, &set);
                set = copy;
            }
            _ => {
                set.take();
            }
        }
        let shown_items: Vec<i64> = set.iter().map(|(_, key)| ids.number(key)).collect();
        assert_eq!(shown_items, items, "{line}");
        assert_eq!(set.len(), items.len(), "{line}");
        assert_eq!(set.size() as i64, shown, "{line}");
    }
}

fn merge(set: &mut Set, other: &Set) {
    if other.is_empty() {
        return;
    }
    set.reserve_for_merge(other.len());
    if !set.fill_from(other) {
        for (hash, key) in other.iter() {
            if set.find(hash, |present| present == key).is_none() {
                set.insert_new(hash, key);
            }
        }
    }
}

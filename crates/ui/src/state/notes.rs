use std::collections::BTreeMap;

use ouro_protocol::{Change, ChangeKind, View};

use crate::{graph::is_code, shared::Shared};

/// How many runs of one line are remembered.
const KEPT_PER_LINE: usize = 256;

/// What a line did when it ran, worth writing at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The line, from 1.
    pub line: u32,
    /// The step after it.
    pub step: u32,
    /// Whether it is the line that ran last.
    pub fresh: bool,
    /// What it did: counts, births and deaths.
    pub changes: Shared<Vec<Change>>,
}

/// For each line, what it did in the steps seen so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    lines: BTreeMap<u32, BTreeMap<u32, Shared<Vec<Change>>>>,
}

impl Notes {
    /// Remembers what the step before `view` did.
    pub(super) fn take(&mut self, view: &View) {
        let Some(previous) = view.previous_line else { return };
        let mut by_line: BTreeMap<u32, Vec<Change>> = BTreeMap::new();
        for change in view.changes.iter().filter(|change| is_worth_a_note(change)) {
            // What the interpreter did on its own has no line: it goes with the line that ran.
            let line = if change.line == 0 { previous } else { change.line };
            by_line.entry(line).or_default().push(change.clone());
        }
        for (line, changes) in by_line {
            let steps = self.lines.entry(line).or_default();
            if steps.len() >= KEPT_PER_LINE && !steps.contains_key(&view.step) {
                steps.pop_first();
            }
            steps.insert(view.step, Shared::new(changes));
        }
    }

    /// What each line did last, as seen at `step`, in order of lines.
    pub fn at(&self, step: u32) -> Vec<Note> {
        let latest = |(line, steps): (&u32, &BTreeMap<u32, Shared<Vec<Change>>>)| {
            let (&seen, changes) = steps.range(..=step).next_back()?;
            Some(Note { line: *line, step: seen, fresh: seen == step, changes: changes.clone() })
        };
        self.lines.iter().filter_map(latest).collect()
    }
}

fn is_worth_a_note(change: &Change) -> bool {
    if is_code(&change.type_name) {
        return false;
    }
    match change.kind {
        ChangeKind::Count { .. } | ChangeKind::Died | ChangeKind::Unreachable => true,
        ChangeKind::Created { .. } => change.name.is_some(),
        ChangeKind::Generation { .. } | ChangeKind::Finalized | ChangeKind::WeakrefsCleared { .. } => false,
    }
}

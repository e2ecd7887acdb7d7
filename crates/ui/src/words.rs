//! Puts the engine's data into words: counts, changes, causes, generations.

use ouro_protocol::{Cause, ChangeKind, CollectionView, Generation, LimitKind, MarkKind, ObjectState, RefCount};

use crate::{i18n::Messages, state::Note};

/// How many changes fit at the end of a line.
const NOTE_PARTS: usize = 3;

/// `1`, or the sign for a count that does not exist.
pub fn count(rc: RefCount) -> String {
    match rc {
        RefCount::Count(count) => count.to_string(),
        RefCount::Immortal => "∞".to_owned(),
    }
}

/// The value of `data-rc`.
pub fn count_attribute(rc: RefCount) -> String {
    match rc {
        RefCount::Count(count) => count.to_string(),
        RefCount::Immortal => "immortal".to_owned(),
    }
}

/// The value of `data-gen`.
pub fn generation_attribute(generation: Generation) -> &'static str {
    match generation {
        Generation::Gen0 | Generation::Young => "0",
        Generation::Gen1 | Generation::Visited => "1",
        Generation::Gen2 | Generation::Pending => "2",
        Generation::Permanent => "perm",
        Generation::Untracked => "none",
    }
}

/// The value of `data-state`.
pub fn state_attribute(state: ObjectState) -> &'static str {
    match state {
        ObjectState::Live => "live",
        ObjectState::Unreachable => "unreachable",
        ObjectState::Dead => "dead",
    }
}

/// A generation's name where there is little room.
pub fn generation_short(messages: &Messages, generation: Generation) -> String {
    messages.text(match generation {
        Generation::Gen0 => "gen-0",
        Generation::Gen1 => "gen-1",
        Generation::Gen2 => "gen-2",
        Generation::Young => "gen-young",
        Generation::Visited => "gen-visited",
        Generation::Pending => "gen-pending",
        Generation::Permanent => "gen-permanent",
        Generation::Untracked => "gen-untracked",
    })
}

/// Whether an object can still be used.
pub fn state(messages: &Messages, state: ObjectState) -> String {
    messages.text(match state {
        ObjectState::Live => "state-live",
        ObjectState::Unreachable => "state-unreachable",
        ObjectState::Dead => "state-dead",
    })
}

/// What is written at the end of a line, such as `a → list 1→2`: each object once.
pub fn note(messages: &Messages, note: &Note) -> String {
    let mut parts: Vec<(u32, String)> = Vec::new();
    for change in note.changes.iter() {
        let Some(fact) = note_fact(messages, change.kind) else { continue };
        if let Some((_, text)) = parts.iter_mut().find(|(object, _)| *object == change.object) {
            text.push(' ');
            text.push_str(&fact);
            continue;
        }
        let subject = match &change.name {
            Some(name) => format!("{name} → {}", change.type_name),
            None => change.type_name.clone(),
        };
        parts.push((change.object, format!("{subject} {fact}")));
    }
    let mut text = parts.iter().take(NOTE_PARTS).map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("   ");
    if parts.len() > NOTE_PARTS {
        text.push_str(&format!("   +{}", parts.len() - NOTE_PARTS));
    }
    text
}

fn note_fact(messages: &Messages, kind: ChangeKind) -> Option<String> {
    Some(match kind {
        ChangeKind::Created { rc } => rc.to_string(),
        ChangeKind::Count { from, to } => format!("{from}→{to}"),
        ChangeKind::Died => format!("✕ {}", messages.text("note-died")),
        ChangeKind::Unreachable => format!("⊘ {}", messages.text("note-unreachable")),
        ChangeKind::Generation { .. } | ChangeKind::Finalized | ChangeKind::WeakrefsCleared { .. } => return None,
    })
}

/// What happened to an object, without saying which.
pub fn change(messages: &Messages, kind: ChangeKind) -> String {
    match kind {
        ChangeKind::Created { rc } => messages.format("change-created", &[("rc", rc.into())]),
        ChangeKind::Count { from, to } if to > from => {
            messages.format("change-count-up", &[("from", from.into()), ("to", to.into())])
        }
        ChangeKind::Count { from, to } => {
            messages.format("change-count-down", &[("from", from.into()), ("to", to.into())])
        }
        ChangeKind::Generation { from: Generation::Untracked, .. } => messages.text("change-tracked"),
        ChangeKind::Generation { to: Generation::Untracked, .. } => messages.text("change-untracked"),
        ChangeKind::Generation { from, to } => {
            let (from, to) = (generation_short(messages, from), generation_short(messages, to));
            messages.format("change-generation", &[("from", from.into()), ("to", to.into())])
        }
        ChangeKind::Finalized => messages.text("change-finalized"),
        ChangeKind::WeakrefsCleared { count } => messages.format("change-weakrefs", &[("n", count.into())]),
        ChangeKind::Unreachable => messages.text("change-unreachable"),
        ChangeKind::Died => messages.text("change-died"),
    }
}

/// Why it happened.
pub fn cause(messages: &Messages, cause: &Cause) -> String {
    let named = |key: &str, name: &str| messages.format(key, &[("name", name.to_owned().into())]);
    match cause {
        Cause::Name { name } => named("cause-name", name),
        Cause::Delete { name } => named("cause-delete", name),
        Cause::Attribute { name } => named("cause-attribute", name),
        Cause::Item => messages.text("cause-item"),
        Cause::Build => messages.text("cause-build"),
        Cause::Call { function } if function.is_empty() => messages.text("cause-some-call"),
        Cause::Call { function } => named("cause-call", function),
        Cause::Return { function } => named("cause-return", function),
        Cause::Holder => messages.text("cause-holder"),
        Cause::Collection { generation } => {
            messages.format("cause-collection", &[("generation", (*generation).into())])
        }
        Cause::Instruction { name } if name.is_empty() => String::new(),
        Cause::Instruction { name } => match name.as_str() {
            "PopTop" => messages.text("cause-dropped"),
            "YieldValue" => messages.text("cause-yield"),
            "ForIter" | "EndFor" => messages.text("cause-loop"),
            _ => named("cause-instruction", name),
        },
    }
}

/// One collection as a sentence.
pub fn collection(messages: &Messages, collection: &CollectionView) -> String {
    let key = if collection.explicit { "collection-explicit" } else { "collection-automatic" };
    let args = [
        ("generation", collection.generation.into()),
        ("examined", collection.examined.into()),
        ("collected", collection.collected.into()),
    ];
    let mut text = messages.format(key, &args);
    if collection.uncollectable > 0 {
        text.push(' ');
        text.push_str(&messages.format("collection-uncollectable", &[("n", collection.uncollectable.into())]));
    }
    text
}

/// A limit's name.
pub fn limit(messages: &Messages, limit: LimitKind) -> String {
    messages.text(match limit {
        LimitKind::Steps => "limit-steps",
        LimitKind::Instructions => "limit-instructions",
        LimitKind::Bytes => "limit-bytes",
        LimitKind::Output => "limit-output",
    })
}

/// A mark's name, its CSS class and its sign: form and colour both tell it.
pub fn mark(messages: &Messages, kind: MarkKind) -> (String, &'static str, &'static str) {
    match kind {
        MarkKind::Collection { .. } => (messages.text("mark-collection"), "collection", "↻"),
        MarkKind::Print => (messages.text("mark-print"), "print", "›"),
        MarkKind::Death => (messages.text("mark-death"), "death", "✕"),
        MarkKind::Error => (messages.text("mark-error"), "error", "!"),
    }
}

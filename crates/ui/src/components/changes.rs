use std::collections::BTreeMap;

use ouro_protocol::{Change, ChangeKind};
use yew::prelude::*;

use super::{ViewProps, use_messages};
use crate::{graph::is_code, words};

/// Objects listed before the rest is counted.
const MAX_LISTED: usize = 60;

/// What the last step changed, object by object, and why.
#[component]
pub fn Changes(props: &ViewProps) -> Html {
    let messages = use_messages();
    let body = match &props.view {
        Some(view) => {
            let groups = group(&view.changes);
            let more = groups.len().saturating_sub(MAX_LISTED);
            let title = match view.previous_line {
                Some(line) => messages.format("changes-line", &[("line", line.into())]),
                None => messages.text("changes-start"),
            };
            html! {
                <>
                    <p class="lead">{ title }</p>
                    { for view.collections.iter().map(|collection| html! {
                        <p class="collection"><span class="sign" aria-hidden="true">{ "↻" }</span>{ words::collection(&messages, collection) }</p>
                    }) }
                    if groups.is_empty() && view.collections.is_empty() && view.previous_line.is_some() {
                        <p class="hint">{ messages.text("changes-none") }</p>
                    }
                    <ul class="change-list">
                        { for groups.iter().take(MAX_LISTED).map(|group| html! {
                            <ChangeItem key={group.changes.first().map_or(0, |change| change.object)} group={group.clone()} />
                        }) }
                    </ul>
                    if more > 0 {
                        <p class="hint">{ messages.format("more", &[("n", more.into())]) }</p>
                    }
                </>
            }
        }
        None => html! { <p class="hint">{ messages.text("panel-empty") }</p> },
    };
    html! {
        <section class="panel changes" data-testid="changes" aria-labelledby="changes-title">
            <header class="panel-head"><h2 id="changes-title">{ messages.text("changes-title") }</h2></header>
            <div class="panel-body">{ body }</div>
        </section>
    }
}

/// What happened to one object, or alike to several that have no name.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    /// How many objects.
    objects: usize,
    /// The first one's changes.
    changes: Vec<Change>,
}

/// Changes by object, in order; what happened alike to nameless objects of a type is told once.
fn group(changes: &[Change]) -> Vec<Group> {
    let mut by_object: BTreeMap<u32, usize> = BTreeMap::new();
    let mut objects: Vec<Vec<Change>> = Vec::new();
    for change in changes {
        let at = *by_object.entry(change.object).or_insert(objects.len());
        if at == objects.len() {
            objects.push(Vec::new());
        }
        objects[at].push(change.clone());
    }
    let mut groups: Vec<Group> = Vec::new();
    for changes in objects {
        match groups.iter_mut().find(|group| alike(&group.changes, &changes)) {
            Some(group) => group.objects += 1,
            None => groups.push(Group { objects: 1, changes }),
        }
    }
    // A class counts its instances: true, but seldom what the reader looks for.
    groups.sort_by_key(|group| group.changes.iter().all(|change| is_code(&change.type_name)));
    groups
}

fn alike(some: &[Change], others: &[Change]) -> bool {
    let same = |(one, other): (&Change, &Change)| {
        let nameless = one.name.is_none() && other.name.is_none();
        nameless && (&one.type_name, one.kind, &one.cause) == (&other.type_name, other.kind, &other.cause)
    };
    some.len() == others.len() && some.iter().zip(others).all(same)
}

#[derive(PartialEq, Properties)]
struct ChangeItemProps {
    group: Group,
}

/// All that happened to one object, or to several.
#[component]
fn ChangeItem(props: &ChangeItemProps) -> Html {
    let messages = use_messages();
    let changes = &props.group.changes;
    let Some(first) = changes.first() else { return Html::default() };
    let name = changes.iter().find_map(|change| change.name.clone());
    html! {
        <li class="change" data-obj={first.object.to_string()}>
            <p class="change-subject">
                if let Some(name) = name {
                    <b class="code">{ name }</b>
                }
                <span class="type">{ &first.type_name }</span>
                if props.group.objects > 1 {
                    <b>{ format!("× {}", props.group.objects) }</b>
                } else {
                    <span class="id">{ format!("#{}", first.object) }</span>
                }
            </p>
            <ul>
                { for changes.iter().map(|change| {
                    let (class, sign) = sign(change.kind);
                    html! {
                        <li class={classes!("change-fact", class)}>
                            <span class="sign" aria-hidden="true">{ sign }</span>
                            <span><b>{ words::change(&messages, change.kind) }</b>
                                // That it can no longer be reached is the sum of what happened, and has no one cause.
                                if change.kind != ChangeKind::Unreachable {
                                    { " " }<span class="why">{ words::cause(&messages, &change.cause) }</span>
                                }
                            </span>
                        </li>
                    }
                }) }
            </ul>
        </li>
    }
}

/// A class and a sign for each kind: colour never tells it alone.
fn sign(kind: ChangeKind) -> (&'static str, &'static str) {
    match kind {
        ChangeKind::Created { .. } => ("is-new", "+"),
        ChangeKind::Count { from, to } if to > from => ("is-up", "▲"),
        ChangeKind::Count { .. } => ("is-down", "▼"),
        ChangeKind::Generation { .. } => ("is-moved", "⇢"),
        ChangeKind::Finalized => ("is-finalized", "⚑"),
        ChangeKind::WeakrefsCleared { .. } => ("is-cleared", "⤫"),
        ChangeKind::Unreachable => ("is-unreachable", "⊘"),
        ChangeKind::Died => ("is-dead", "✕"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ouro_protocol::Cause;

    #[test]
    fn nameless_objects_with_one_fate_are_told_once() {
        let change = |object, name: Option<&str>, kind| Change {
            object,
            type_name: "list".to_owned(),
            name: name.map(str::to_owned),
            kind,
            cause: Cause::Holder,
            line: 3,
        };
        let groups = group(&[
            change(1, Some("a"), ChangeKind::Count { from: 2, to: 0 }),
            change(1, Some("a"), ChangeKind::Died),
            change(2, None, ChangeKind::Died),
            change(3, Some("b"), ChangeKind::Died),
            change(4, None, ChangeKind::Died),
        ]);
        let told: Vec<_> = groups.iter().map(|group| (group.objects, group.changes.len())).collect();
        assert_eq!(told, [(1, 2), (2, 1), (1, 1)]);
    }
}

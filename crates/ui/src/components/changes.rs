use std::collections::BTreeMap;

use ouro_protocol::{Change, ChangeKind};
use yew::prelude::*;

use super::{ViewProps, use_messages};
use crate::words;

/// Objects listed before the rest is counted.
const MAX_LISTED: usize = 60;

/// What the last step changed, object by object, and why.
#[component]
pub fn Changes(props: &ViewProps) -> Html {
    let messages = use_messages();
    let body = match &props.view {
        Some(view) => {
            let mut by_object: BTreeMap<u32, Vec<&Change>> = BTreeMap::new();
            let mut order = Vec::new();
            for change in &view.changes {
                let changes = by_object.entry(change.object).or_default();
                if changes.is_empty() {
                    order.push(change.object);
                }
                changes.push(change);
            }
            let more = order.len().saturating_sub(MAX_LISTED);
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
                    if order.is_empty() && view.collections.is_empty() && view.previous_line.is_some() {
                        <p class="hint">{ messages.text("changes-none") }</p>
                    }
                    <ul class="change-list">
                        { for order.iter().take(MAX_LISTED).map(|object| html! {
                            <ChangeItem key={*object} changes={by_object[object].iter().map(|change| (*change).clone()).collect::<Vec<_>>()} />
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

#[derive(PartialEq, Properties)]
struct ChangeItemProps {
    changes: Vec<Change>,
}

/// All that happened to one object.
#[component]
fn ChangeItem(props: &ChangeItemProps) -> Html {
    let messages = use_messages();
    let Some(first) = props.changes.first() else { return Html::default() };
    let name = props.changes.iter().find_map(|change| change.name.clone());
    html! {
        <li class="change" data-obj={first.object.to_string()}>
            <p class="change-subject">
                if let Some(name) = name {
                    <b class="code">{ name }</b>
                }
                <span class="type">{ &first.type_name }</span>
                <span class="id">{ format!("#{}", first.object) }</span>
            </p>
            <ul>
                { for props.changes.iter().map(|change| {
                    let (class, sign) = sign(change.kind);
                    html! {
                        <li class={classes!("change-fact", class)}>
                            <span class="sign" aria-hidden="true">{ sign }</span>
                            <span><b>{ words::change(&messages, change.kind) }</b>{ " " }<span class="why">{ words::cause(&messages, &change.cause) }</span></span>
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

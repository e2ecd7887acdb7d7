use ouro_protocol::{EdgeKind, Generation, ObjectId, ObjectView, View};
use yew::prelude::*;

use super::use_messages;
use crate::{
    i18n::{Messages, format_bytes},
    shared::Shared,
    words,
};

/// Rows drawn before the rest is counted.
const MAX_ROWS: usize = 400;
/// References named in a row before the rest is counted.
const MAX_REFS: usize = 6;

/// Properties of [`Objects`].
#[derive(PartialEq, Properties)]
pub struct ObjectsProps {
    /// The state.
    pub view: Option<Shared<View>>,
    /// The object chosen.
    pub selected: Option<ObjectId>,
    /// Chooses an object.
    pub on_select: Callback<ObjectId>,
}

/// All objects as a table: what the picture shows, and what it leaves out.
#[component]
pub fn Objects(props: &ObjectsProps) -> Html {
    let messages = use_messages();
    let objects: &[ObjectView] = props.view.as_ref().map_or(&[], |view| &view.objects);
    let hidden = props.view.as_ref().map_or(0, |view| view.objects_hidden as usize);
    let more = objects.len().saturating_sub(MAX_ROWS) + hidden;
    html! {
        <div class="table-wrap" tabindex="0" role="region" aria-label={messages.text("objects-label")}>
            <table class="objects" data-testid="objects">
                <caption class="visually-hidden">{ messages.text("objects-label") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ messages.text("objects-object") }</th>
                        <th scope="col" class="number">{ messages.text("objects-count") }</th>
                        <th scope="col">{ messages.text("objects-generation") }</th>
                        <th scope="col">{ messages.text("objects-state") }</th>
                        <th scope="col">{ messages.text("objects-refs") }</th>
                        <th scope="col">{ messages.text("objects-value") }</th>
                        <th scope="col" class="number">{ messages.text("objects-size") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for objects.iter().take(MAX_ROWS).map(|object| draw_row(&messages, object, props.selected == Some(object.id), &props.on_select)) }
                </tbody>
            </table>
            if more > 0 {
                <p class="hint">{ messages.format("objects-more", &[("n", more.into())]) }</p>
            }
        </div>
    }
}

fn draw_row(messages: &Messages, object: &ObjectView, selected: bool, on_select: &Callback<ObjectId>) -> Html {
    let id = object.id;
    let strong = object.edges.iter().filter(|edge| edge.has_card && edge.kind == EdgeKind::Strong);
    let refs = strong.map(|edge| edge.target.to_string()).collect::<Vec<_>>().join(" ");
    let generation = words::generation_attribute(object.generation);
    let led: Vec<_> = object.edges.iter().filter(|edge| edge.has_card).collect();
    let rest = led.len().saturating_sub(MAX_REFS) as u32 + object.edges_hidden;
    let state = match object.cycle {
        Some(cycle) => format!(
            "{} · {}",
            words::state(messages, object.state),
            messages.format("cycle-short", &[("n", (cycle + 1).into())])
        ),
        None => words::state(messages, object.state),
    };
    html! {
        <tr key={id} class={classes!(format!("row-{}", words::state_attribute(object.state)), selected.then_some("row-selected"))}
            data-obj={id.to_string()} data-type={object.type_name.clone()} data-rc={words::count_attribute(object.rc)}
            data-gen={generation} data-tracked={(object.generation != Generation::Untracked).to_string()}
            data-state={words::state_attribute(object.state)} data-size={object.size.to_string()} data-refs={refs}>
            <th scope="row">
                <button type="button" class="plain" aria-pressed={selected.to_string()} onclick={on_select.reform(move |_: MouseEvent| id)}>
                    <span class="type">{ &object.type_name }</span><span class="id">{ format!("#{id}") }</span>
                </button>
            </th>
            <td class="number count">{ words::count(object.rc) }</td>
            <td data-gen={generation}><span class="gen-name">{ words::generation_short(messages, object.generation) }</span></td>
            <td class="state">{ state }</td>
            <td class="refs code">
                { for led.iter().take(MAX_REFS).map(|edge| html! {
                    <span class={classes!("ref", (edge.kind == EdgeKind::Weak).then_some("ref-weak"))}>
                        { match edge.kind {
                            EdgeKind::Strong => format!("{} → #{}", edge.label, edge.target),
                            EdgeKind::Weak => format!("⇢ #{}", edge.target),
                        } }
                    </span>
                }) }
                if rest > 0 {
                    <span class="hint">{ messages.format("more", &[("n", rest.into())]) }</span>
                }
            </td>
            <td class="code value" title={object.value.clone()}>{ &object.value }</td>
            <td class="number">{ format_bytes(object.size) }</td>
        </tr>
    }
}

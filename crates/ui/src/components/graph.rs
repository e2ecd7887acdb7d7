use std::{cell::RefCell, collections::HashSet, rc::Rc};

use ouro_protocol::{EdgeKind, ObjectId, ObjectState, ObjectView, RefCount, View};
use web_sys::Element;
use yew::prelude::*;

use super::{frames::Frames, use_messages};
use crate::{
    decimal::Decimal,
    graph::{Card, CardRow, Layout, Picture, RowValue, size},
    i18n::{Messages, format_bytes},
    shared::Shared,
    words,
};

/// Properties of [`Graph`].
#[derive(PartialEq, Properties)]
pub struct GraphProps {
    /// The state.
    pub view: Option<Shared<View>>,
    /// The run that it belongs to: another begins with another layout.
    pub run: u32,
    /// Also classes, functions and modules.
    pub with_code: bool,
    /// The object chosen.
    pub selected: Option<ObjectId>,
    /// Chooses an object.
    pub on_select: Callback<ObjectId>,
    /// Chooses none.
    pub on_clear: Callback<()>,
}

/// Frames at the left, objects as cards, references as curves.
#[component]
pub fn Graph(props: &GraphProps) -> Html {
    let messages = use_messages();
    let layout = use_memo((props.with_code, props.run), |_| RefCell::new(Layout::default()));
    // Arranged once for each view: arranging moves the layout on.
    let picture = {
        let layout: Rc<RefCell<Layout>> = layout;
        use_memo((props.view.clone(), props.with_code, props.run), move |(view, with_code, _)| {
            view.as_ref().map(|view| Picture::new(view, *with_code, &mut layout.borrow_mut()))
        })
    };
    let place = use_node_ref();
    {
        // Keep the eye on what changed: if none of it is in sight, scroll to the first.
        let (place, picture) = (place.clone(), picture.clone());
        use_effect_with(props.view.clone(), move |_| {
            let changed = picture.iter().flat_map(|picture| &picture.cards).filter(|card| card.is_changed);
            if let Some(element) = place.cast::<Element>() {
                bring_into_sight(&element, changed);
            }
        });
    }
    let on_clear = props.on_clear.reform(|_: MouseEvent| ());
    let (Some(view), Some(picture)) = (&props.view, &*picture) else {
        return html! {
            <div class="graph" data-testid="graph"><p class="hint graph-empty">{ messages.text("memory-empty") }</p></div>
        };
    };
    let near: HashSet<ObjectId> = picture
        .curves
        .iter()
        .filter(|curve| props.selected.is_some() && (curve.from == props.selected || Some(curve.to) == props.selected))
        .flat_map(|curve| [curve.from, Some(curve.to)])
        .flatten()
        .collect();
    let is_selected = props.selected.is_some_and(|id| picture.cards.iter().any(|card| card.id == id));
    let canvas = format!("width:{}px;height:{}px", Decimal(picture.width), Decimal(picture.height));
    html! {
        <div class="graph" data-testid="graph" role="group" aria-label={messages.text("graph-label")} tabindex="0" onclick={on_clear}
            ref={place}>
            <div class={classes!("canvas", is_selected.then_some("has-selection"))} style={canvas}>
                { for picture.rings.iter().map(|ring| html! {
                    <div key={format!("ring-{}-{:?}", ring.cycle, ring.member)} class="ring"
                        style={format!("transform:translate({}px,{}px);width:{}px;height:{}px", Decimal(ring.x), Decimal(ring.y), Decimal(ring.width), Decimal(ring.height))}>
                        if ring.member.is_none() {
                            <span class="ring-label">{ messages.format("cycle-label", &[("n", (ring.cycle + 1).into())]) }</span>
                        }
                    </div>
                }) }
                <Frames view={view.clone()} frames={picture.frames.clone()} on_select={props.on_select.clone()} />
                <svg class="curves" width={Decimal(picture.width).to_string()} height={Decimal(picture.height).to_string()} aria-hidden="true">
                    <defs>
                        { arrow("arrow-strong") }
                        { arrow("arrow-weak") }
                        { arrow("arrow-chosen") }
                    </defs>
                    { for picture.curves.iter().map(|curve| {
                        let chosen = props.selected.is_some() && (curve.from == props.selected || Some(curve.to) == props.selected);
                        let kind = match curve.kind { EdgeKind::Strong => "edge-strong", EdgeKind::Weak => "edge-weak" };
                        let head = match (chosen, curve.kind) {
                            (true, _) => "arrow-chosen",
                            (false, EdgeKind::Strong) => "arrow-strong",
                            (false, EdgeKind::Weak) => "arrow-weak",
                        };
                        html! {
                            <path key={format!("{}-{}", curve.key, curve.to)} class={classes!("edge", kind, chosen.then_some("edge-chosen"))}
                                d={curve.path.clone()} marker-end={format!("url(#{head})")} />
                        }
                    }) }
                </svg>
                { for picture.cards.iter().filter_map(|card| view.objects.get(card.index).map(|object| {
                    let near = near.contains(&card.id) || props.selected == Some(card.id);
                    draw_card(&messages, card, object, near, props.selected == Some(card.id), &props.on_select)
                })) }
            </div>
            if picture.left_out > 0 {
                <p class="left-out">{ messages.format("graph-left-out", &[("n", picture.left_out.into())]) }</p>
            }
        </div>
    }
}

/// Scrolls `graph`, and nothing around it, to the first of `cards` unless one is in sight.
fn bring_into_sight<'a>(graph: &Element, mut cards: impl Iterator<Item = &'a Card> + Clone) {
    let (top, left) = (f64::from(graph.scroll_top()), f64::from(graph.scroll_left()));
    let (bottom, right) = (top + f64::from(graph.client_height()), left + f64::from(graph.client_width()));
    let first = cards.clone().next();
    let is_seen = |card: &Card| {
        let (x, y) = (card.place.x, card.place.y);
        y >= top && y + size::CARD_HEAD <= bottom && x >= left && x + size::CARD_WIDTH / 2.0 <= right
    };
    if let Some(card) = first
        && !cards.any(is_seen)
    {
        graph.set_scroll_top((card.place.y - 3.0 * size::MARGIN) as i32);
        graph.set_scroll_left((card.place.x + size::CARD_WIDTH + size::MARGIN - (right - left)) as i32);
    }
}

fn arrow(id: &'static str) -> Html {
    html! {
        <marker {id} viewBox="0 0 8 8" refX="6.5" refY="4" markerWidth="7" markerHeight="7" orient="auto" markerUnits="userSpaceOnUse">
            <path d="M0.5 0.8L7.2 4L0.5 7.2z" />
        </marker>
    }
}

fn draw_card(
    messages: &Messages,
    card: &Card,
    object: &ObjectView,
    near: bool,
    selected: bool,
    on_select: &Callback<ObjectId>,
) -> Html {
    let id = card.id;
    let onclick = on_select.reform(move |event: MouseEvent| {
        event.stop_propagation();
        id
    });
    let class = classes!(
        "card",
        format!("card-{}", words::state_attribute(object.state)),
        card.is_new.then_some("card-new"),
        card.is_changed.then_some("card-changed"),
        near.then_some("card-near"),
        selected.then_some("card-selected"),
    );
    let style = format!(
        "transform:translate({}px,{}px);width:{}px;height:{}px",
        Decimal(card.place.x),
        Decimal(card.place.y),
        Decimal(size::CARD_WIDTH),
        Decimal(card.place.height)
    );
    let status = match object.state {
        ObjectState::Live if card.is_new => Some(messages.text("card-new")),
        ObjectState::Live => None,
        state => Some(words::state(messages, state)),
    };
    html! {
        <div key={id} {class} {style} {onclick} data-gen={words::generation_attribute(object.generation)}>
            <p class="card-head">
                <span class="type">{ &object.type_name }</span>
                <span class="id">{ format!("#{id}") }</span>
                { draw_count(messages, card, object) }
            </p>
            <p class="card-value code" title={object.value.clone()}>{ &object.value }</p>
            { for card.rows.iter().map(draw_row) }
            if card.more > 0 {
                <p class="card-row"><span class="hint">
                    { match object.length {
                        Some(length) => messages.format("card-length", &[("n", length.into())]),
                        None => messages.format("more", &[("n", card.more.into())]),
                    } }
                </span></p>
            }
            <p class="card-foot">
                <span class="gen-name">{ words::generation_short(messages, object.generation) }</span>
                <span class="size">{ format_bytes(object.size) }</span>
                if object.weakrefs > 0 {
                    <span class="weak-count" title={messages.format("card-weakrefs", &[("n", object.weakrefs.into())])}>{ format!("⇠{}", object.weakrefs) }</span>
                }
                if object.finalized {
                    <span title={messages.text("change-finalized")}>{ "⚑" }</span>
                }
                if let Some(status) = status {
                    <span class="status">{ status }</span>
                }
            </p>
        </div>
    }
}

/// The count, with the one before it where the last step changed it.
fn draw_count(messages: &Messages, card: &Card, object: &ObjectView) -> Html {
    let now = words::count(object.rc);
    let (before, class, said) = match (card.count_before, object.rc) {
        (Some(before), RefCount::Count(after)) if before != after => {
            let class = if after > before { "rc-up" } else { "rc-down" };
            let key = if after > before { "change-count-up" } else { "change-count-down" };
            (Some(before), class, messages.format(key, &[("from", before.into()), ("to", after.into())]))
        }
        (_, RefCount::Count(count)) => (None, "", messages.format("card-count", &[("n", count.into())])),
        (_, RefCount::Immortal) => (None, "rc-immortal", messages.text("card-immortal")),
    };
    html! {
        <span class={classes!("rc", class)} title={said}>
            if let Some(before) = before {
                <s>{ before }</s><span class="rc-arrow" aria-hidden="true">{ "→" }</span>
            }
            <b>{ now }</b>
        </span>
    }
}

fn draw_row(row: &CardRow) -> Html {
    let label = if matches!(row.value, RowValue::Edge(_, EdgeKind::Weak)) { "⇢" } else { &row.label };
    html! {
        <p class="card-row code">
            <span class="label">{ label }</span>
            if let RowValue::Text(text) = &row.value {
                <span class="text" title={text.clone()}>{ text }</span>
            } else {
                <span class={classes!("port", row.leaves_left.then_some("port-left"))} />
            }
        </p>
    }
}

use std::collections::HashMap;

use ouro_protocol::{Generation, GenerationView, ObjectId, View};
use yew::prelude::*;

use super::{ViewProps, approximate::Approximate, use_messages};
use crate::{decimal::Decimal, words};

/// Chips in a lane before the rest is counted.
const MAX_CHIPS: usize = 14;
/// Width of a chip and the space after it, in pixels.
const CHIP_STEP: usize = 15;
/// Height of a lane, in pixels, as in panels.css.
const LANE: usize = 58;
/// From a lane's top to its chips, in pixels.
const CHIP_TOP: usize = 38;

/// The collector's lanes: how full each is, who is in it, and how far the next collection is.
#[component]
pub fn Generations(props: &ViewProps) -> Html {
    let messages = use_messages();
    let body = match &props.view {
        Some(view) => html! {
            <div class="lanes">
                { for view.generations.iter().map(|lane| html! { <Lane key={words::generation_attribute(lane.generation)} lane={lane.clone()} /> }) }
                <div class="chips" aria-hidden="true">{ chips(view) }</div>
            </div>
        },
        None => html! { <p class="hint">{ messages.text("panel-empty") }</p> },
    };
    html! {
        <section class="panel generations" data-testid="generations" aria-labelledby="generations-title">
            <header class="panel-head">
                <h2 id="generations-title">{ messages.text("generations-title") }</h2>
                if props.view.as_ref().is_some_and(|view| !view.gc_enabled) {
                    <span class="tag">{ messages.text("generations-off") }</span>
                }
                <Approximate />
            </header>
            <div class="panel-body">{ body }</div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct LaneProps {
    lane: GenerationView,
}

/// One generation in numbers.
#[component]
fn Lane(props: &LaneProps) -> Html {
    let messages = use_messages();
    let lane = &props.lane;
    let attribute = words::generation_attribute(lane.generation);
    let name = words::generation_short(&messages, lane.generation);
    let about = messages.text(match lane.generation {
        Generation::Gen0 => "lane-0",
        Generation::Gen1 => "lane-1",
        Generation::Gen2 => "lane-2",
        Generation::Young => "lane-young",
        Generation::Visited => "lane-visited",
        Generation::Pending => "lane-pending",
        Generation::Permanent | Generation::Untracked => "lane-permanent",
    });
    // An incremental collector counts new objects alone.
    let counted = !matches!(lane.generation, Generation::Visited | Generation::Pending | Generation::Permanent);
    let part = if lane.threshold == 0 { 0.0 } else { (f64::from(lane.count) / f64::from(lane.threshold)).min(1.0) };
    html! {
        <div class="lane" data-gen={attribute} data-count={lane.count.to_string()} data-threshold={lane.threshold.to_string()}
            data-objects={lane.objects.to_string()}>
            <p class="lane-head">
                <span class="gen-name">{ name.clone() }</span>
                <span class="lane-about">{ about }</span>
                <span class="lane-objects">{ messages.format("generation-objects", &[("n", lane.objects.into())]) }</span>
            </p>
            if counted {
                <p class="lane-count">
                    <span class="bar" role="progressbar" aria-label={messages.format("generation-count", &[("generation", name.into())])}
                        aria-valuemin="0" aria-valuenow={lane.count.to_string()} aria-valuemax={lane.threshold.to_string()}
                        title={messages.format("generation-left", &[("n", lane.threshold.saturating_sub(lane.count).into())])}>
                        <span style={format!("transform:scaleX({})", Decimal(part))} />
                    </span>
                    <span class="lane-numbers">{ format!("{} / {}", lane.count, lane.threshold) }</span>
                </p>
            }
        </div>
    }
}

/// One small square for each object shown, all in one layer, so that one that survives glides to its next lane.
fn chips(view: &View) -> Html {
    let types: HashMap<ObjectId, &str> =
        view.objects.iter().map(|object| (object.id, object.type_name.as_str())).collect();
    let mut all: Vec<(ObjectId, usize, usize, &'static str)> = Vec::new();
    let mut more = Vec::new();
    for (row, lane) in view.generations.iter().enumerate() {
        let attribute = words::generation_attribute(lane.generation);
        for (column, id) in lane.members.iter().take(MAX_CHIPS).enumerate() {
            all.push((*id, row, column, attribute));
        }
        let shown = lane.members.len().min(MAX_CHIPS);
        let rest = (lane.objects as usize).saturating_sub(shown);
        if rest > 0 && shown > 0 {
            more.push((row, shown, rest));
        }
    }
    // In order of ids: the elements stay, only their places change.
    all.sort_by_key(|(id, ..)| *id);
    let at = |row: usize, column: usize| {
        format!("transform:translate({}px,{}px)", column * CHIP_STEP, row * LANE + CHIP_TOP)
    };
    html! {
        <>
            { for all.iter().map(|(id, row, column, attribute)| html! {
                <span key={*id} class={classes!("chip", format!("in-{attribute}"))} style={at(*row, *column)}
                    title={format!("{} #{id}", types.get(id).copied().unwrap_or_default())} />
            }) }
            { for more.iter().map(|(row, column, rest)| html! {
                <span key={format!("more-{row}")} class="chip-more" style={at(*row, *column)}>{ format!("+{rest}") }</span>
            }) }
        </>
    }
}

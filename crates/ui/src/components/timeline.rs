use std::collections::BTreeMap;

use gloo_timers::callback::Interval;
use ouro_protocol::{EventKind, MarkKind, RunReport, Sample, View};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{approximate::PANEL, on_click, use_dispatch, use_messages};
use crate::{
    decimal::Decimal,
    i18n::{format_bytes, group_thousands},
    shared::Shared,
    state::{Action, Move, Running},
    words,
};

/// Marks and points of the curve are thinned to this many places.
const PLACES: usize = 400;
/// Speeds of playing, in steps a second.
const SPEEDS: [f64; 5] = [0.5, 1.0, 2.0, 5.0, 15.0];

/// Properties of [`Timeline`].
#[derive(PartialEq, Properties)]
pub struct TimelineProps {
    /// What the run came to.
    pub report: Option<Shared<RunReport>>,
    /// The state shown.
    pub view: Option<Shared<View>>,
    /// The step wanted.
    pub wanted: u32,
    /// The run going on.
    pub running: Option<Running>,
    /// Whether it steps by itself.
    pub playing: bool,
    /// Steps a second.
    pub speed: f64,
}

/// The step control: buttons, the scrubber over memory's curve, marks, speed.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let messages = use_messages();
    let dispatch = use_dispatch();
    {
        let dispatch = dispatch.clone();
        use_effect_with((props.playing, props.speed.to_bits()), move |(playing, speed)| {
            let period = (1000.0 / f64::from_bits(*speed)) as u32;
            let clock = playing.then(|| Interval::new(period, move || dispatch.emit(Action::Tick)));
            move || drop(clock)
        });
    }
    let last = props.report.as_ref().map_or(0, |report| report.steps.saturating_sub(1));
    let idle = props.report.is_none();
    let button = |to: Move, id: &'static str, name: String, keys: &'static str, icon: &'static str, off: bool| {
        html! {
            // At either end the buttons only look at rest: one that is switched off would lose the keyboard's focus.
            <button type="button" class={classes!("icon-button", off.then_some("at-rest"))} data-testid={id} aria-label={name.clone()}
                aria-keyshortcuts={keys} title={format!("{name} ({keys})")} disabled={idle} onclick={on_click(&dispatch, Action::Go(to))}>
                <svg viewBox="0 0 20 20" aria-hidden="true"><path d={icon} /></svg>
            </button>
        }
    };
    let (at_start, at_end) = (props.wanted == 0, props.wanted >= last);
    let play_name = messages.text(if props.playing { "timeline-pause" } else { "timeline-play" });
    let play_icon = if props.playing { "M6 4h3v12H6zM11 4h3v12h-3z" } else { "M6 4l10 6-10 6z" };
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            // The keys of a control inside stay that control's.
            let target = event.target_dyn_into::<web_sys::Element>();
            let tag = target.map(|element| element.tag_name()).unwrap_or_default();
            if event.ctrl_key() || event.meta_key() || event.alt_key() || tag == "SELECT" {
                return;
            }
            let action = match event.key().as_str() {
                "ArrowLeft" | "," => Action::Go(Move::Back),
                "ArrowRight" | "." => Action::Go(Move::Forward),
                "Home" => Action::Go(Move::First),
                "End" => Action::Go(Move::Last),
                " " if tag != "BUTTON" => Action::TogglePlay,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(action);
        })
    };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(step) = event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse().ok())
            {
                dispatch.emit(Action::Go(Move::To(step)));
            }
        })
    };
    let onspeed = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let chosen = select.and_then(|select| SPEEDS.get(usize::try_from(select.selected_index()).ok()?));
            if let Some(speed) = chosen {
                dispatch.emit(Action::SetSpeed(*speed));
            }
        })
    };
    let label = match (&props.view, &props.report) {
        (Some(view), Some(_)) => step_label(&messages, view, last),
        _ => messages.text("timeline-empty"),
    };
    html! {
        <section class="timeline" data-testid="timeline" aria-label={messages.text("timeline-title")} {onkeydown}>
            <div class="timeline-buttons" role="group" aria-label={messages.text("timeline-buttons")}>
                { button(Move::First, "first", messages.text("timeline-first"), "Home", "M4 4h2.4v12H4zM16 4v12L7.5 10z", at_start) }
                { button(Move::Back, "back", messages.text("timeline-back"), "ArrowLeft", "M14 4v12L5 10z", at_start) }
                <button type="button" class="icon-button icon-button-main" data-testid="play" aria-label={play_name.clone()}
                    title={format!("{play_name} (Space)")} disabled={idle} onclick={on_click(&dispatch, Action::TogglePlay)}>
                    <svg viewBox="0 0 20 20" aria-hidden="true"><path d={play_icon} /></svg>
                </button>
                { button(Move::Forward, "forward", messages.text("timeline-forward"), "ArrowRight", "M6 4v12l9-6z", at_end) }
                { button(Move::Last, "last", messages.text("timeline-last"), "End", "M13.6 4H16v12h-2.4zM4 4v12l8.5-6z", at_end) }
            </div>
            <div class="track">
                if let Some(report) = &props.report {
                    <Curve report={report.clone()} />
                    <Marks report={report.clone()} />
                }
                <input type="range" class="scrubber" data-testid="scrubber" min="0" max={last.to_string()} step="1"
                    value={props.wanted.to_string()} disabled={idle} aria-label={messages.text("timeline-scrubber")}
                    aria-valuetext={label.clone()} {oninput}
                    style={format!("--at:{}", Decimal(if last == 0 { 0.0 } else { f64::from(props.wanted) / f64::from(last) }))} />
            </div>
            <div class="timeline-facts">
                <output class="step-label" data-testid="step-label" data-step={props.view.as_ref().map(|v| v.step.to_string())}
                    data-steps={props.report.as_ref().map(|_| last.to_string())}
                    data-line={props.view.as_ref().filter(|view| view.line > 0).map(|view| view.line.to_string())}>
                    if let Some(running) = &props.running {
                        { messages.format("timeline-running", &[("n", running.steps.into()), ("size", format_bytes(running.bytes).into())]) }
                    } else {
                        { label }
                    }
                </output>
                <button type="button" class="plain timeline-memory" popovertarget={PANEL} title={messages.text("approximate-title")}>
                    if let Some(view) = &props.view {
                        { messages.format("timeline-memory", &[
                            ("size", format_bytes(view.memory.bytes).into()),
                            ("peak", format_bytes(view.memory.peak_bytes).into()),
                            ("n", view.memory.objects.into()),
                        ]) }
                    }
                </button>
                <label class="speed">
                    <span>{ messages.text("timeline-speed") }</span>
                    <select onchange={onspeed} data-testid="speed">
                        { for SPEEDS.iter().map(|speed| html! {
                            <option selected={*speed == props.speed}>{ format!("{}×", Decimal(*speed)) }</option>
                        }) }
                    </select>
                </label>
            </div>
        </section>
    }
}

/// Where a step stands, in words; also what a screen reader hears.
pub fn step_label(messages: &crate::i18n::Messages, view: &View, last: u32) -> String {
    let key = match view.event {
        EventKind::Line => "step-line",
        EventKind::End => "step-end",
        EventKind::Exception => "step-exception",
        EventKind::Stopped => "step-stopped",
        EventKind::Input => "step-input",
    };
    messages.format(key, &[("step", view.step.into()), ("last", last.into()), ("line", view.line.into())])
}

#[derive(PartialEq, Properties)]
struct ReportProps {
    report: Shared<RunReport>,
}

/// Bytes alive over the steps, as an area.
#[component]
fn Curve(props: &ReportProps) -> Html {
    let messages = use_messages();
    let report = &props.report;
    let points = thin(&report.samples, report.steps);
    let peak = points.iter().map(|(_, bytes)| *bytes).max().unwrap_or(0).max(1);
    let mut path = String::from("M0 100");
    let mut height = Decimal(100.0);
    for (at, bytes) in &points {
        let x = Decimal(at * 1000.0);
        path.push_str(&format!("L{x} {height}"));
        height = Decimal(100.0 - 92.0 * *bytes as f64 / peak as f64);
        path.push_str(&format!("L{x} {height}"));
    }
    path.push_str(&format!("L1000 {height}L1000 100Z"));
    html! {
        <svg class="curve" viewBox="0 0 1000 100" preserveAspectRatio="none" role="img"
            aria-label={messages.format("timeline-curve", &[("peak", format_bytes(report.peak_bytes).into())])}>
            <path d={path} />
        </svg>
    }
}

/// Where things happened, one mark for each kind and place.
#[component]
fn Marks(props: &ReportProps) -> Html {
    let messages = use_messages();
    let dispatch = use_dispatch();
    let report = &props.report;
    let places = gather(report);
    let last = report.steps.saturating_sub(1).max(1);
    html! {
        <div class="marks" role="group" aria-label={messages.text("timeline-marks")}>
            { for places.into_iter().map(|((place, order), (step, kind, n))| {
                let (name, class, sign) = words::mark(&messages, kind);
                let detail = match kind {
                    MarkKind::Collection { generation, collected } if n == 1 => messages.format(
                        "mark-collection-detail",
                        &[("generation", generation.into()), ("collected", collected.into())],
                    ),
                    _ if n > 1 => format!("{name} × {}", group_thousands(n)),
                    _ => name,
                };
                // What a line did is seen in the state after it.
                let step = (step + 1).min(report.steps.saturating_sub(1));
                let title = messages.format("mark-at", &[("what", detail.into()), ("step", step.into())]);
                html! {
                    <button key={format!("{place}-{order}")} type="button" class={classes!("mark", format!("mark-{class}"))} tabindex="-1"
                        style={format!("left:calc(var(--thumb) / 2 + (100% - var(--thumb)) * {})", Decimal(f64::from(step) / f64::from(last)))}
                        title={title.clone()} aria-label={title} onclick={on_click(&dispatch, Action::Go(Move::To(step)))}>
                        { sign }
                    </button>
                }
            }) }
        </div>
    }
}

/// Marks by place and kind: the first step, and how many.
fn gather(report: &RunReport) -> BTreeMap<(usize, u8), (u32, MarkKind, u64)> {
    let mut places = BTreeMap::new();
    let steps = report.steps.max(1) as usize;
    for mark in &report.marks {
        let place = if steps <= PLACES { mark.step as usize } else { mark.step as usize * PLACES / steps };
        let order = match mark.kind {
            MarkKind::Print => 0,
            MarkKind::Death => 1,
            MarkKind::Collection { .. } => 2,
            MarkKind::Error => 3,
        };
        places.entry((place, order)).or_insert((mark.step, mark.kind, 0)).2 += 1;
    }
    places
}

/// Samples as (part of the run, bytes), the highest of each place.
fn thin(samples: &[Sample], steps: u32) -> Vec<(f64, u64)> {
    let last = f64::from(steps.saturating_sub(1).max(1));
    let size = samples.len().div_ceil(PLACES).max(1);
    let highest = |chunk: &[Sample]| {
        let bytes = chunk.iter().map(|sample| sample.bytes).max().unwrap_or(0);
        chunk.first().map(|sample| (f64::from(sample.step) / last, bytes))
    };
    samples.chunks(size).filter_map(highest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ouro_protocol::{Mark, Outcome};

    #[test]
    fn a_million_marks_become_a_few() {
        let steps = 1_000_000;
        let report = RunReport {
            version: "3.13".to_owned(),
            steps,
            outcome: Outcome::Completed { status: 0 },
            marks: (0..steps).map(|step| Mark { step, kind: MarkKind::Print }).collect(),
            output: Vec::new(),
            samples: (0..steps).map(|step| Sample { step, bytes: u64::from(step), objects: 1 }).collect(),
            peak_bytes: u64::from(steps),
        };
        let places = gather(&report);
        assert_eq!(places.len(), PLACES);
        assert_eq!(places.values().map(|(_, _, n)| n).sum::<u64>(), u64::from(steps));
        let points = thin(&report.samples, steps);
        assert!(points.len() <= PLACES && points.iter().any(|(_, bytes)| *bytes == u64::from(steps - 1)));
    }
}

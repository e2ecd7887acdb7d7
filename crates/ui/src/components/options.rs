use ouro_protocol::Limits;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{on_click, use_dispatch, use_messages};
use crate::{dom, state::Action};

/// The popover's id.
const PANEL: &str = "options-panel";
/// Bytes are asked for in megabytes.
const MEGABYTE: u64 = 1 << 20;

/// Properties of [`Options`].
#[derive(PartialEq, Properties)]
pub struct OptionsProps {
    /// The limits as they stand.
    pub limits: Limits,
}

/// What stops a program that does not stop by itself.
#[component]
pub fn Options(props: &OptionsProps) -> Html {
    let messages = use_messages();
    let dispatch = use_dispatch();
    let limits = props.limits;
    let field = |name: String, value: u64, most: u64, set: fn(&mut Limits, u64)| {
        let dispatch = dispatch.clone();
        let onchange = Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Ok(value) = input.value().trim().parse::<u64>() else { return };
            let mut limits = limits;
            set(&mut limits, value.clamp(1, most));
            dispatch.emit(Action::SetLimits(limits));
        });
        html! {
            <label class="field">
                <span>{ name }</span>
                <input type="number" inputmode="numeric" min="1" max={most.to_string()} value={value.to_string()} {onchange} />
            </label>
        }
    };
    let usual = on_click(&dispatch, Action::SetLimits(Limits::default()));
    let run = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dom::close_popover(PANEL);
            dispatch.emit(Action::Run);
        })
    };
    html! {
        <>
            <button type="button" class="button" popovertarget={PANEL} data-testid="options">{ messages.text("options-title") }</button>
            <div id={PANEL} class="popover options" popover="auto" role="dialog" aria-label={messages.text("options-title")}>
                <h2>{ messages.text("options-title") }</h2>
                <p class="hint">{ messages.text("options-about") }</p>
                { field(messages.text("options-steps"), limits.steps.into(), 100_000_000, |limits, value| limits.steps = value as u32) }
                { field(messages.text("options-instructions"), limits.instructions, 1_000_000_000_000, |limits, value| limits.instructions = value) }
                { field(messages.text("options-bytes"), limits.bytes / MEGABYTE, 3_072, |limits, value| limits.bytes = value * MEGABYTE) }
                { field(messages.text("options-output"), limits.output.into(), 100_000_000, |limits, value| limits.output = value as u32) }
                <p class="popover-actions">
                    <button type="button" class="button" onclick={usual}>{ messages.text("options-usual") }</button>
                    <button type="button" class="button button-main" onclick={run}>{ messages.text("options-run") }</button>
                </p>
            </div>
        </>
    }
}

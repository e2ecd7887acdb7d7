use ouro_protocol::View;
use yew::prelude::*;

use super::{graph::Graph, objects::Objects, use_messages};
use crate::shared::Shared;

/// Properties of [`Memory`].
#[derive(PartialEq, Properties)]
pub struct MemoryProps {
    /// The state, once there is one.
    pub view: Option<Shared<View>>,
    /// The run that it belongs to.
    pub run: u32,
}

/// Frames and objects: as a picture, and below it as a table that says the same.
#[component]
pub fn Memory(props: &MemoryProps) -> Html {
    let messages = use_messages();
    let with_code = use_state(|| false);
    let with_table = use_state(|| true);
    let selected = use_state(|| None::<u32>);
    let on_select = {
        let selected = selected.clone();
        use_callback((), move |id: u32, ()| {
            selected.set(Some(id));
        })
    };
    let on_clear = {
        let selected = selected.clone();
        use_callback((), move |(), ()| selected.set(None))
    };
    let toggle = |switch: &UseStateHandle<bool>| {
        let switch = switch.clone();
        Callback::from(move |_: MouseEvent| switch.set(!*switch))
    };
    html! {
        <section class={classes!("panel", "memory", with_table.then_some("memory-both"))} aria-labelledby="memory-title">
            <header class="panel-head">
                <h2 id="memory-title">{ messages.text("memory-title") }</h2>
                <ul class="legend">
                    <li><svg viewBox="0 0 24 8" aria-hidden="true"><path class="edge edge-strong" d="M1 4h21" /></svg>{ messages.text("legend-strong") }</li>
                    <li><svg viewBox="0 0 24 8" aria-hidden="true"><path class="edge edge-weak" d="M1 4h21" /></svg>{ messages.text("legend-weak") }</li>
                </ul>
                <button type="button" class="switch" aria-pressed={with_code.to_string()} onclick={toggle(&with_code)} data-testid="with-code">
                    { messages.text("memory-with-code") }
                </button>
                <button type="button" class="switch" aria-pressed={with_table.to_string()} onclick={toggle(&with_table)} data-testid="with-table">
                    { messages.text("memory-with-table") }
                </button>
            </header>
            <Graph view={props.view.clone()} run={props.run} with_code={*with_code} selected={*selected} on_select={on_select.clone()} {on_clear} />
            <Objects view={props.view.clone()} selected={*selected} {on_select} />
        </section>
    }
}

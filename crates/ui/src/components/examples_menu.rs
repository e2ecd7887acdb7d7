use ouro_protocol::RunOptions;
use yew::prelude::*;

use super::{use_dispatch, use_messages};
use crate::{
    dom,
    examples::{Example, TOPICS},
    state::Action,
};

/// The popover's id.
const PANEL: &str = "examples-panel";

/// Properties of [`ExamplesMenu`].
#[derive(PartialEq, Properties)]
pub struct ExamplesMenuProps {
    /// How the next run is to be run.
    pub options: RunOptions,
}

/// Programs to begin with, by topic.
#[component]
pub fn ExamplesMenu(props: &ExamplesMenuProps) -> Html {
    let messages = use_messages();
    let dispatch = use_dispatch();
    let choose = |example: &'static Example| {
        let (dispatch, options) = (dispatch.clone(), props.options.clone());
        Callback::from(move |_: MouseEvent| {
            dom::close_popover(PANEL);
            let options = RunOptions { answers: Vec::new(), ..options.clone() };
            let source = example.source.to_owned();
            dispatch.emit(Action::Load { source, step: example.open_at, options });
        })
    };
    html! {
        <>
            <button type="button" class="button" popovertarget={PANEL} data-testid="examples">{ messages.text("examples-title") }</button>
            <div id={PANEL} class="popover examples" popover="auto" role="dialog" aria-label={messages.text("examples-title")}>
                { for TOPICS.iter().map(|topic| html! {
                    <section>
                        <h2>{ messages.text(topic.title) }</h2>
                        <ul>
                            { for topic.examples.iter().map(|example| html! {
                                <li>
                                    <button type="button" class="example" data-example={example.name} onclick={choose(example)}>
                                        <b>{ messages.text(example.title) }</b>
                                        <span>{ messages.text(&format!("{}.look", example.title)) }</span>
                                    </button>
                                </li>
                            }) }
                        </ul>
                    </section>
                }) }
            </div>
        </>
    }
}

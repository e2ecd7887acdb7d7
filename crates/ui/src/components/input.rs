use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{on_click, use_dispatch, use_messages};
use crate::state::Action;

/// Properties of [`Input`].
#[derive(PartialEq, Properties)]
pub struct InputProps {
    /// The question, where the program waits for an answer to it; empty where it asks without words.
    pub prompt: Option<String>,
    /// The number of the run that asks.
    pub run: u32,
    /// The answers given so far; `None` is the end of the input.
    pub answers: Vec<Option<String>>,
}

/// Where a program's questions are answered, and answers given before are changed.
#[component]
pub fn Input(props: &InputProps) -> Html {
    let messages = use_messages();
    let dispatch = use_dispatch();
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((props.prompt.is_some(), props.run), move |(asks, run)| {
            // Who opens a page has not asked for anything yet: only runs of his own take the keyboard.
            if *asks
                && *run > 1
                && let Some(input) = field.cast::<HtmlInputElement>()
            {
                let _ = input.focus();
            }
        });
    }
    let send = {
        let (dispatch, field) = (dispatch.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            let answer = input.value();
            input.set_value("");
            dispatch.emit(Action::Answer(Some(answer)));
        })
    };
    let on_key = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let empty = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.value().is_empty());
            if event.ctrl_key() && event.key() == "d" && empty {
                event.prevent_default();
                dispatch.emit(Action::Answer(None));
            }
        })
    };
    let change = |index: usize| {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(Action::ChangeAnswer { index, line: input.value() });
            }
        })
    };
    html! {
        <>
            if let Some(prompt) = &props.prompt {
                <form class="ask" data-testid="ask" onsubmit={send}>
                    <label for="ask-line">
                        { messages.text("input-asks") }
                        if !prompt.is_empty() { { " " }<code>{ prompt }</code> }
                    </label>
                    <input id="ask-line" ref={field} data-testid="stdin" type="text" autocomplete="off" autocapitalize="off"
                        spellcheck="false" enterkeyhint="send" onkeydown={on_key} />
                    <button type="submit" class="button button-main">{ messages.text("input-send") }</button>
                    <button type="button" class="button" title="Ctrl+D" aria-keyshortcuts="Control+D"
                        onclick={on_click(&dispatch, Action::Answer(None))}>{ messages.text("input-end") }</button>
                </form>
            }
            if !props.answers.is_empty() {
                <details class="answers" data-testid="answers">
                    <summary>{ messages.format("input-answers", &[("n", props.answers.len().into())]) }</summary>
                    { for props.answers.iter().enumerate().map(|(index, line)| html! {
                        <input key={index} type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
                            aria-label={messages.format("input-answer", &[("n", (index + 1).into())])}
                            value={line.clone().unwrap_or_default()}
                            placeholder={line.is_none().then(|| messages.text("input-end"))} onchange={change(index)} />
                    }) }
                    <button type="button" class="button" onclick={on_click(&dispatch, Action::ForgetAnswers)}>{ messages.text("input-again") }</button>
                </details>
            }
        </>
    }
}

use gloo_timers::callback::Timeout;
use ouro_protocol::RunOptions;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::use_messages;
use crate::{dom, link::Link, shared::Shared};

/// How long `Copied` stays, in milliseconds.
const SAID_MS: u32 = 2_500;

/// Properties of [`Share`].
#[derive(PartialEq, Properties)]
pub struct ShareProps {
    /// The program.
    pub source: Shared<String>,
    /// The step shown.
    pub step: u32,
    /// How it is run.
    pub options: RunOptions,
}

/// A link that carries program, step and options.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let messages = use_messages();
    let address = use_state(String::new);
    let copied = use_state(|| false);
    let make = {
        let (address, copied) = (address.clone(), copied.clone());
        let link = Link { source: props.source.to_string(), step: props.step, options: props.options.clone() };
        Callback::from(move |_: MouseEvent| {
            let (address, copied, link) = (address.clone(), copied.clone(), link.clone());
            spawn_local(async move {
                if let Some(fragment) = link.encode().await {
                    dom::set_fragment(&fragment);
                    address.set(dom::address_with(&fragment));
                    copied.set(false);
                }
            });
        })
    };
    let copy = {
        let (address, copied) = (address.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(window) = web_sys::window() else { return };
            // Where the clipboard is closed to us, the field below can still be copied by hand.
            let _ = window.navigator().clipboard().write_text(&address);
            copied.set(true);
            let copied = copied.clone();
            Timeout::new(SAID_MS, move || copied.set(false)).forget();
        })
    };
    let select = Callback::from(|event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.select();
        }
    });
    html! {
        <>
            <button type="button" class="button" popovertarget="share-panel" data-testid="share" onclick={make}>{ messages.text("share-title") }</button>
            <div id="share-panel" class="popover share" popover="auto" role="dialog" aria-label={messages.text("share-title")}>
                <h2>{ messages.text("share-heading") }</h2>
                <p class="hint">{ messages.text("share-about") }</p>
                <p class="share-line">
                    <input type="text" readonly=true value={(*address).clone()} aria-label={messages.text("share-address")}
                        data-testid="share-link" onfocus={select} />
                    <button type="button" class="button button-main" onclick={copy}>
                        { messages.text(if *copied { "share-copied" } else { "share-copy" }) }
                    </button>
                </p>
            </div>
        </>
    }
}

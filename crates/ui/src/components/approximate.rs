use yew::prelude::*;

use super::use_messages;

/// The popover's id.
pub const PANEL: &str = "approximate-panel";

/// What is not exactly CPython's, in order of the panel: keys of messages.
const LIMITS: [&str; 5] =
    ["approximate-memory", "approximate-start", "approximate-addresses", "approximate-times", "approximate-measuring"];

/// `≈` beside numbers that are not exactly CPython's; says why.
#[component]
pub fn Approximate() -> Html {
    let title = use_messages().text("approximate-title");
    html! {
        <button type="button" class="approximate" popovertarget={PANEL} title={title.clone()} aria-label={title}>{ "≈" }</button>
    }
}

/// The panel that every `≈` opens; once on the page.
#[component]
pub fn ApproximatePanel() -> Html {
    let messages = use_messages();
    html! {
        <div id={PANEL} class="popover" popover="auto" role="dialog" data-testid="approximate" aria-label={messages.text("approximate-title")}>
            <h2>{ messages.text("approximate-title") }</h2>
            <p>{ messages.text("approximate-about") }</p>
            <ul class="limits">
                { for LIMITS.iter().map(|key| html! { <li>{ messages.text(key) }</li> }) }
            </ul>
        </div>
    }
}

//! The page: mounts at once, starts the engine's worker, and says when a program can be run.

use ouro_protocol::Response;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{MessageEvent, Worker};
use yew::prelude::*;

/// The worker's address: the post-build hook puts it into `<meta name="ouro-engine">`.
fn engine_address() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector("meta[name=ouro-engine]").ok()??.get_attribute("content")
}

fn start_engine(on_response: Callback<Response>) -> Option<Worker> {
    let worker = Worker::new(&engine_address()?).ok()?;
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Ok(response) = serde_wasm_bindgen::from_value(message.data()) {
            on_response.emit(response);
        }
    });
    worker.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
    Some(worker)
}

fn mark_ready() {
    if let Some(root) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element()) {
        let _ = root.set_attribute("data-ready", "true");
    }
}

#[component]
fn App() -> Html {
    use_effect_with((), |()| {
        let worker = start_engine(Callback::from(|response| {
            if let Response::Ready { .. } = response {
                mark_ready();
            }
        }));
        move || worker.iter().for_each(Worker::terminate)
    });
    html! { <main><h1>{ "Ouro" }</h1></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}

//! The few things that the page does to the document as a whole.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// `<html>`.
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// The content of a `<meta name>`.
pub fn meta(name: &str) -> Option<String> {
    document()?.query_selector(&format!("meta[name={name}]")).ok()??.get_attribute("content")
}

/// Sets or removes an attribute of `<html>`.
pub fn set_root(attribute: &str, value: Option<&str>) {
    if let Some(root) = root() {
        // Only an invalid attribute name can fail.
        let _ = match value {
            Some(value) => root.set_attribute(attribute, value),
            None => root.remove_attribute(attribute),
        };
    }
}

/// The URL's fragment, with `#`; empty if there is none.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Replaces the URL's fragment without a new entry in the history.
pub fn set_fragment(fragment: &str) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let url = if fragment.is_empty() { path } else { format!("{path}#{fragment}") };
    if let Ok(history) = window.history() {
        // Refused in some sandboxes: then the address stays as it is.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url));
    }
}

/// The whole address of this page, with another fragment.
pub fn address_with(fragment: &str) -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// Closes the popover of this id, if it is open.
pub fn close_popover(id: &str) {
    if let Some(panel) = document().and_then(|document| document.get_element_by_id(id))
        && let Ok(panel) = panel.dyn_into::<web_sys::HtmlElement>()
    {
        // Fails where it is closed already.
        let _ = panel.hide_popover();
    }
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Listens on the window for as long as the listener lives.
pub fn on_window(event: &'static str, listener: impl FnMut(&Event) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    web_sys::window().map(|window| EventListener::new_with_options(&window, event, options, listener))
}

/// Whether this is Ctrl+Enter or Cmd+Enter, not yet taken by the editor; if so, takes it.
pub fn is_run_key(event: &Event) -> bool {
    let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return false };
    let is_run = key.key() == "Enter" && (key.ctrl_key() || key.meta_key()) && !event.default_prevented();
    if is_run {
        event.prevent_default();
    }
    is_run
}

/// A JavaScript object of these properties.
pub fn object<'a>(properties: impl IntoIterator<Item = (&'a str, JsValue)>) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in properties {
        // A plain object takes any property.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

//! The engine in the page's worker: takes `Request`s as messages and posts `Response`s.

use ouro_protocol::{Response, VersionInfo};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::DedicatedWorkerGlobalScope;

/// Runs once, when the worker has loaded this module: says what the engine can do.
#[wasm_bindgen(start)]
fn start() -> Result<(), JsValue> {
    let version = VersionInfo { name: "3.13".to_owned(), checked_against: "3.13.0".to_owned() };
    post(&Response::Ready { versions: vec![version], modules: Vec::new() })
}

fn post(response: &Response) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    scope.post_message(&serde_wasm_bindgen::to_value(response)?)
}

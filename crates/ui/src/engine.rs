//! The engine, seen from the page: a worker that takes `Request`s and posts `Response`s.

use gloo_events::EventListener;
use js_sys::Uint8Array;
use ouro_protocol::{Request, Response};
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use crate::{dom, state::Action};

/// A running worker; dropping it ends it, whatever it is doing.
pub struct Engine {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Engine {
    /// Starts a worker that reports to `dispatch`. `None` where the browser refuses one.
    pub fn start(dispatch: &Callback<Action>) -> Option<Engine> {
        // The build puts the worker's address, which changes with its content, into the page.
        let worker = Worker::new(&dom::meta("ouro-engine")?).ok()?;
        let on_message = {
            let dispatch = dispatch.clone();
            EventListener::new(&worker, "message", move |event| {
                let Some(message) = event.dyn_ref::<MessageEvent>() else { return };
                match Response::from_bytes(&Uint8Array::new(&message.data()).to_vec()) {
                    Ok(response) => dispatch.emit(Action::Engine(response)),
                    Err(error) => {
                        web_sys::console::error_2(
                            &"the engine's message cannot be read:".into(),
                            &error.to_string().into(),
                        );
                        dispatch.emit(Action::EngineLost);
                    }
                }
            })
        };
        let on_error = {
            let dispatch = dispatch.clone();
            EventListener::new(&worker, "error", move |_| dispatch.emit(Action::EngineLost))
        };
        Some(Engine { worker, _listeners: [on_message, on_error] })
    }

    /// Sends a request; whether it could be sent.
    pub fn send(&self, request: &Request) -> bool {
        let Ok(message) = request.to_bytes() else { return false };
        self.worker.post_message(&Uint8Array::from(&message[..])).is_ok()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

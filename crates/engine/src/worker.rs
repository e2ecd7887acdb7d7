//! The wasm boundary: messages in, messages out, and a way to go on after looking for the next message.

use std::cell::RefCell;

use ouro_protocol::{Request, Response};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

use crate::{Session, library};

/// How long the engine runs before it looks for messages, in milliseconds.
const PATIENCE: f64 = 30.0;

struct Engine {
    session: Session,
    /// A message to oneself comes after all that wait already, and sooner than any timer.
    again: MessagePort,
    /// Whether such a message is on its way.
    called: bool,
}

thread_local! {
    /// A worker has one engine; its event handlers find it here.
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

/// Runs once, when the worker has loaded this module: starts to listen and says what the engine can do.
#[wasm_bindgen(start)]
fn start() -> Result<(), JsValue> {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return Ok(());
    };
    let channel = MessageChannel::new()?;
    let on_again = Closure::<dyn FnMut(MessageEvent)>::new(|_| go_on());
    channel.port1().set_onmessage(Some(on_again.as_ref().unchecked_ref()));
    let on_request = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| take(&event));
    scope.set_onmessage(Some(on_request.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    on_again.forget();
    on_request.forget();
    let session = Session::new(library::FETCHED);
    post(&session.ready());
    ENGINE.with_borrow_mut(|engine| *engine = Some(Engine { session, again: channel.port2(), called: false }));
    Ok(())
}

fn take(event: &MessageEvent) {
    let request = match Request::from_bytes(&js_sys::Uint8Array::new(&event.data()).to_vec()) {
        Ok(request) => request,
        Err(error) => {
            // The page and the engine are built together: only a foreign message can get here.
            wasm_bindgen::throw_str(&error.to_string());
        }
    };
    let response = with_engine(|engine| {
        let response = engine.session.handle(request);
        engine.call_again();
        response
    });
    if let Some(Some(response)) = response {
        post(&response);
    }
}

fn go_on() {
    let response = with_engine(|engine| {
        engine.called = false;
        let start = js_sys::Date::now();
        let response = engine.session.advance(|| js_sys::Date::now() - start > PATIENCE);
        engine.call_again();
        response
    });
    if let Some(Some(response)) = response {
        post(&response);
    }
}

fn with_engine<T>(f: impl FnOnce(&mut Engine) -> T) -> Option<T> {
    ENGINE.with_borrow_mut(|engine| engine.as_mut().map(f))
}

impl Engine {
    fn call_again(&mut self) {
        if self.session.is_running() && !self.called {
            // A port that cannot post is closed: so is the worker.
            self.called = self.again.post_message(&JsValue::NULL).is_ok();
        }
    }
}

fn post(response: &Response) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    match response.to_bytes() {
        Ok(message) => {
            let _ = scope.post_message(&js_sys::Uint8Array::from(&message[..]));
        }
        Err(error) => wasm_bindgen::throw_str(&error.to_string()),
    }
}

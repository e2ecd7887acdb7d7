use std::cell::RefCell;

use gloo_events::EventListener;
use js_sys::{Function, Reflect};
use ouro_protocol::Diagnostic;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::Element;
use yew::prelude::*;

use super::{use_dispatch, use_messages};
use crate::{shared::Shared, state::Action};

/// What the editor marks of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Trace {
    /// The line about to run, from 1; 0 for none.
    pub current: u32,
    /// The line that ran last, from 1; 0 for none.
    pub previous: u32,
    /// The line whose error ended the program, from 1; 0 for none.
    pub error: u32,
    /// What lines did.
    pub notes: Vec<TraceNote>,
}

/// What one line did, in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TraceNote {
    /// From 1.
    pub line: u32,
    /// Such as `a → list 1→2`.
    pub text: String,
    /// Whether it ran last.
    pub fresh: bool,
}

/// What `update` of www/src/editor.js takes; what is absent stays as it is.
#[derive(Default, Serialize)]
struct Update<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<&'a Trace>,
    #[serde(skip_serializing_if = "Option::is_none")]
    diagnostics: Option<&'a [Diagnostic]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phrases: Option<Phrases>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reveal: Option<u32>,
}

/// CodeMirror's own words, by its English ones.
#[derive(Serialize)]
struct Phrases {
    #[serde(rename = "Diagnostics")]
    diagnostics: String,
    #[serde(rename = "No diagnostics")]
    no_diagnostics: String,
}

/// CodeMirror, alive.
struct Handle {
    object: JsValue,
    _on_change: Closure<dyn Fn(String)>,
    _on_run: Closure<dyn Fn()>,
}

impl Handle {
    /// Calls `ouroEditor.create`. `None` until the editor's script has been loaded.
    fn create(parent: &Element, dispatch: &Callback<Action>) -> Option<Handle> {
        let api = Reflect::get(&js_sys::global(), &"ouroEditor".into()).ok()?;
        let create: Function = Reflect::get(&api, &"create".into()).ok()?.dyn_into().ok()?;
        let change = dispatch.clone();
        let on_change = Closure::<dyn Fn(String)>::new(move |source| change.emit(Action::Edit { source }));
        let run = dispatch.clone();
        let on_run = Closure::<dyn Fn()>::new(move || run.emit(Action::Run));
        let object = create.call3(&api, parent, on_change.as_ref(), on_run.as_ref()).ok()?;
        Some(Handle { object, _on_change: on_change, _on_run: on_run })
    }

    fn update(&self, update: &Update) {
        let Ok(method) = Reflect::get(&self.object, &"update".into()) else { return };
        let (Ok(method), Ok(update)) = (method.dyn_into::<Function>(), serde_wasm_bindgen::to_value(update)) else {
            return;
        };
        // A failure in here is CodeMirror's; the page goes on.
        let _ = method.call1(&self.object, &update);
    }
}

fn tell(handle: &RefCell<Option<Handle>>, update: &Update) {
    if let Some(handle) = &*handle.borrow() {
        handle.update(update);
    }
}

/// Properties of [`Editor`].
#[derive(PartialEq, Properties)]
pub struct EditorProps {
    /// The text, as the page knows it.
    pub source: Shared<String>,
    /// Grows when `source` is to replace what the editor holds.
    pub fills: u32,
    /// Mistakes to underline.
    pub diagnostics: Shared<Vec<Diagnostic>>,
    /// Marks of the run.
    pub trace: Trace,
}

/// The program's text.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let messages = use_messages();
    let dispatch = use_dispatch();
    let place = use_node_ref();
    let handle = use_mut_ref(|| None::<Handle>);
    let loaded = use_state(|| false);

    {
        let (place, handle, loaded, dispatch) = (place.clone(), handle.clone(), loaded.clone(), dispatch);
        use_effect_with((), move |()| {
            let make = move || {
                let made = place.cast::<Element>().and_then(|parent| Handle::create(&parent, &dispatch));
                if made.is_some() {
                    handle.replace(made);
                    loaded.set(true);
                }
            };
            make();
            let document = web_sys::window().and_then(|window| window.document());
            let listener = document.map(|document| EventListener::once(&document, "ouro-editor", move |_| make()));
            move || drop(listener)
        });
    }
    // In this order: marks belong to a text.
    {
        let (handle, source) = (handle.clone(), props.source.clone());
        use_effect_with((*loaded, props.fills), move |_| {
            tell(&handle, &Update { text: Some(&source), ..Update::default() });
        });
    }
    {
        let handle = handle.clone();
        use_effect_with((*loaded, messages), move |(_, messages)| {
            let phrases = Phrases {
                diagnostics: messages.text("editor-problems"),
                no_diagnostics: messages.text("editor-no-problems"),
            };
            let label = messages.text("editor-label");
            tell(&handle, &Update { phrases: Some(phrases), label: Some(&label), ..Update::default() });
        });
    }
    {
        let handle = handle.clone();
        use_effect_with((*loaded, props.trace.clone(), props.fills), move |(_, trace, _)| {
            let reveal = Some(trace.current).filter(|line| *line > 0);
            tell(&handle, &Update { trace: Some(trace), reveal, ..Update::default() });
        });
    }
    use_effect_with((*loaded, props.diagnostics.clone()), move |(_, diagnostics)| {
        tell(&handle, &Update { diagnostics: Some(diagnostics), ..Update::default() });
    });

    html! { <div class="editor" data-testid="editor" ref={place} /> }
}

use std::cell::RefCell;

use gloo_events::EventListener;
use js_sys::{Function, Reflect};
use ouro_protocol::Diagnostic;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::Element;
use yew::prelude::*;

use super::{use_dispatch, use_messages};
use crate::{dom::object, shared::Shared, state::Action};

/// What the editor marks of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// The line about to run, from 1; 0 for none.
    pub current: u32,
    /// The line that ran last, from 1; 0 for none.
    pub previous: u32,
    /// The line whose error ended the program, from 1; 0 for none.
    pub error: u32,
    /// What the error says.
    pub error_text: String,
    /// What lines did.
    pub notes: Vec<TraceNote>,
}

/// What one line did, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceNote {
    /// From 1.
    pub line: u32,
    /// Such as `a → list 1→2`.
    pub text: String,
    /// Whether it ran last.
    pub fresh: bool,
}

fn array(items: impl Iterator<Item = JsValue>) -> JsValue {
    items.collect::<js_sys::Array>().into()
}

impl From<&Trace> for JsValue {
    fn from(trace: &Trace) -> JsValue {
        let note = |note: &TraceNote| {
            object([("line", note.line.into()), ("text", note.text.as_str().into()), ("fresh", note.fresh.into())])
        };
        object([
            ("current", trace.current.into()),
            ("previous", trace.previous.into()),
            ("error", trace.error.into()),
            ("errorText", trace.error_text.as_str().into()),
            ("notes", array(trace.notes.iter().map(note))),
        ])
    }
}

fn diagnostic(diagnostic: &Diagnostic) -> JsValue {
    object([
        ("line", diagnostic.line.into()),
        ("column", diagnostic.column.into()),
        ("endLine", diagnostic.end_line.into()),
        ("endColumn", diagnostic.end_column.into()),
        ("message", diagnostic.message.as_str().into()),
    ])
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

    fn update(&self, update: &JsValue) {
        let Ok(method) = Reflect::get(&self.object, &"update".into()) else { return };
        let Ok(method) = method.dyn_into::<Function>() else { return };
        // A failure in here is CodeMirror's; the page goes on.
        let _ = method.call1(&self.object, update);
    }
}

/// Calls `update` of www/src/editor.js; what is absent stays as it is.
fn tell(handle: &RefCell<Option<Handle>>, update: impl IntoIterator<Item = (&'static str, JsValue)>) {
    if let Some(handle) = &*handle.borrow() {
        handle.update(&object(update));
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
            tell(&handle, [("text", source.as_str().into())]);
        });
    }
    {
        let handle = handle.clone();
        use_effect_with((*loaded, messages), move |(_, messages)| {
            // CodeMirror's own words, by its English ones.
            let phrases = object([
                ("Diagnostics", messages.text("editor-problems").into()),
                ("No diagnostics", messages.text("editor-no-problems").into()),
            ]);
            tell(&handle, [("phrases", phrases), ("label", messages.text("editor-label").into())]);
        });
    }
    {
        let handle = handle.clone();
        use_effect_with((*loaded, props.trace.clone(), props.fills), move |(_, trace, _)| {
            tell(&handle, [("trace", trace.into()), ("reveal", trace.current.into())]);
        });
    }
    use_effect_with((*loaded, props.diagnostics.clone()), move |(_, diagnostics)| {
        tell(&handle, [("diagnostics", array(diagnostics.iter().map(diagnostic)))]);
    });

    html! { <div class="editor" data-testid="editor" ref={place} /> }
}

use ouro_protocol::{Outcome, View};
use yew::prelude::*;

use crate::{
    components::{
        ApproximatePanel, Changes, Dispatch, Editor, Generations, Memory, Notices, Output, OutputProps, Settings,
        Timeline, TopBar, Trace, TraceNote, Weakrefs, step_label,
    },
    dom, examples,
    graph::is_code,
    i18n::Messages,
    link::{Link, LinkError},
    shared::Shared,
    state::{Action, State},
    storage,
    store::{follow_link, use_store},
    words,
};

/// Properties of [`App`].
#[derive(PartialEq, Properties)]
pub struct AppProps {
    /// The link that the page was opened with, if its address has one.
    pub link: Option<Result<Link, LinkError>>,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_store(&props.link);
    let settings = use_state(|| Settings { language: storage::language(), theme: storage::theme() });
    let messages = (*use_memo(settings.language, |language| Messages::new(*language))).clone();
    let dispatch = store.dispatch();
    let on_settings = {
        let settings = settings.clone();
        use_callback((), move |new: Settings, ()| {
            storage::keep_language(new.language);
            storage::keep_theme(new.theme);
            settings.set(new);
        })
    };
    {
        let title = messages.text("page-title");
        use_effect_with(*settings, move |settings| {
            dom::set_root("lang", Some(settings.language.tag()));
            dom::set_root("data-theme", Some(settings.theme.code()));
            dom::set_title(&title);
        });
    }
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let on_link = dispatch.clone();
            let link = dom::on_window("hashchange", move |_| follow_link(on_link.clone()));
            let keys = dom::on_window("keydown", move |event| {
                if dom::is_run_key(event) {
                    dispatch.emit(Action::Run);
                }
            });
            move || drop((link, keys))
        });
    }
    let state = store.state();
    let (ready, busy) = (state.ready, state.is_busy());
    // After every drawing: what is on the page now is what the state says.
    use_effect(move || {
        dom::set_root("data-ready", ready.then_some("true"));
        dom::set_root("data-busy", busy.then_some("true"));
    });
    let recording = state.recording.as_ref();
    let view = recording.and_then(|recording| recording.view.clone());
    let report = recording.map(|recording| recording.report.clone());
    let wanted = recording.map_or(0, |recording| recording.wanted);
    let said = view.as_ref().filter(|_| !state.playing).map(|view| announcement(&messages, view, &state));
    html! {
        <ContextProvider<Messages> context={messages.clone()}>
        <ContextProvider<Dispatch> context={Dispatch(dispatch.clone())}>
            <div class="app">
                <TopBar settings={*settings} {on_settings} versions={state.versions.clone()} options={state.options.clone()}
                    source={state.source.clone()} step={wanted} />
                <Notices notices={state.notices().to_vec()} report={report.clone()} rejected={state.rejected.clone()}
                    modules={state.modules.clone()} />
                <main class="workspace">
                    <div class="column column-code">
                        <section class="panel program" aria-labelledby="program-title">
                            <header class="panel-head">
                                <h2 id="program-title">{ messages.text("program-title") }</h2>
                                if state.is_edited() {
                                    <span class="tag" data-testid="edited">{ messages.text("program-edited") }</span>
                                }
                                { run_button(&messages, &dispatch, &state) }
                            </header>
                            if let Some(example) = examples::with_source(&state.source) {
                                <p class="look"><b>{ messages.text(example.title) }</b>{ " " }
                                    { messages.text(&format!("{}.look", example.title)) }</p>
                            }
                            <Editor source={state.source.clone()} fills={state.fills} diagnostics={state.mistakes()}
                                trace={trace(&messages, &state)} />
                        </section>
                        <Output ..OutputProps::of(&state) />
                    </div>
                    <Memory view={view.clone()} run={recording.map_or(0, |recording| recording.viewed_run)} />
                    <div class="column column-side">
                        <Changes view={view.clone()} />
                        <Generations view={view.clone()} />
                        <Weakrefs view={view.clone()} />
                    </div>
                </main>
                <Timeline {report} {view} {wanted} running={state.running} playing={state.playing} speed={state.speed} />
                <ApproximatePanel />
                <p class="visually-hidden" aria-live="polite" data-testid="announcement">{ for said }</p>
            </div>
        </ContextProvider<Dispatch>>
        </ContextProvider<Messages>>
    }
}

/// Run, or Stop while a run goes on.
fn run_button(messages: &Messages, dispatch: &Callback<Action>, state: &State) -> Html {
    let emit = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(action.clone()))
    };
    match state.running {
        Some(running) => html! {
            <button type="button" class="button button-stop" data-testid="stop" disabled={running.stopping} onclick={emit(Action::Stop)}>
                <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5h10v10H5z" /></svg>{ messages.text("stop") }
            </button>
        },
        None => html! {
            <button type="button" class="button button-main run" data-testid="run" disabled={!state.ready} title="Ctrl+Enter"
                aria-keyshortcuts="Control+Enter Meta+Enter" onclick={emit(Action::Run)}>
                <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M6 4l10 6-10 6z" /></svg>{ messages.text("run") }
            </button>
        },
    }
}

/// What the editor marks: nothing where its text is no longer the one that ran.
fn trace(messages: &Messages, state: &State) -> Trace {
    let Some(recording) = state.recording.as_ref().filter(|_| !state.is_edited()) else { return Trace::default() };
    let Some(view) = &recording.view else { return Trace::default() };
    let notes = recording.notes.at(view.step).into_iter().map(|note| TraceNote {
        line: note.line,
        text: words::note(messages, &note),
        fresh: note.fresh,
    });
    let (error, error_text) = match (&recording.report.outcome, recording.error.first()) {
        (Outcome::Raised { error }, Some(shown)) if view.step > error.step => (error.line, shown.message.clone()),
        _ => (0, String::new()),
    };
    Trace { current: view.line, previous: view.previous_line.unwrap_or(0), error, error_text, notes: notes.collect() }
}

/// What a screen reader says of a step: where it stands and what changed.
fn announcement(messages: &Messages, view: &Shared<View>, state: &State) -> String {
    let last = state.recording.as_ref().map_or(0, |recording| recording.last_step());
    let mut text = step_label(messages, view, last);
    let facts = view.changes.iter().filter(|change| !is_code(&change.type_name)).take(4);
    for change in facts {
        let subject = change.name.as_deref().unwrap_or(&change.type_name);
        text.push_str(&format!(" {subject}: {}.", words::change(messages, change.kind)));
    }
    text
}

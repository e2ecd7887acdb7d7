//! The state machine at work: actions in, effects carried out, the page drawn again.

use std::{
    cell::{Ref, RefCell},
    rc::Rc,
};

use gloo_timers::callback::Timeout;
use ouro_protocol::RunOptions;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    dom,
    engine::Engine,
    examples,
    link::{Link, LinkError},
    state::{Action, Effect, State},
    storage,
};

/// How long the worker has to answer `Stop`.
const STOP_PATIENCE_MS: u32 = 2_000;
/// How long the reader must have stopped typing before the text is checked.
const CHECK_DELAY_MS: u32 = 250;

struct Core {
    state: RefCell<State>,
    engine: RefCell<Option<Engine>>,
    check: RefCell<Option<Timeout>>,
    refresh: UseForceUpdateHandle,
    dispatch: RefCell<Callback<Action>>,
}

/// A handle on the page's only state.
#[derive(Clone)]
pub struct Store {
    core: Rc<Core>,
}

impl Store {
    /// The state as it stands.
    pub fn state(&self) -> Ref<'_, State> {
        self.core.state.borrow()
    }

    /// Sends an action; the same callback for ever.
    pub fn dispatch(&self) -> Callback<Action> {
        self.core.dispatch.borrow().clone()
    }
}

impl Core {
    fn apply(&self, action: Action) {
        let effects = self.state.borrow_mut().apply(action);
        for effect in effects {
            self.carry_out(effect);
        }
        // At once, so that nobody takes what is on the page for the answer; `App` takes it off.
        if self.state.borrow().is_busy() {
            dom::set_root("data-busy", Some("true"));
        }
        self.refresh.force_update();
    }

    fn carry_out(&self, effect: Effect) {
        let dispatch = self.dispatch.borrow().clone();
        match effect {
            Effect::Send(request) => {
                let sent = self.engine.borrow().as_ref().is_some_and(|engine| engine.send(&request));
                if !sent {
                    Timeout::new(0, move || dispatch.emit(Action::EngineLost)).forget();
                }
            }
            Effect::ArmStop { run } => {
                Timeout::new(STOP_PATIENCE_MS, move || dispatch.emit(Action::StopOverdue { run })).forget();
            }
            Effect::RestartEngine => {
                // The old worker ends first, so that nothing of it arrives any more.
                self.engine.replace(None);
                self.engine.replace(Engine::start(&dispatch));
            }
            Effect::CheckLater => {
                let timeout = Timeout::new(CHECK_DELAY_MS, move || dispatch.emit(Action::CheckDue));
                self.check.replace(Some(timeout));
            }
            Effect::Keep => {
                storage::keep_program(&self.state.borrow().source);
                // A reload must bring back these edits, not the link that they began from.
                if !dom::fragment().is_empty() {
                    dom::set_fragment("");
                }
            }
        }
    }
}

/// What the page opens with: the link's program, else the reader's own, else an example.
fn opening(link: Option<Result<Link, LinkError>>) -> (State, Option<Action>) {
    let example = examples::opening();
    let own = || match storage::program() {
        Some(source) => State::new(source, 0, RunOptions::default()),
        None => State::new(example.source.to_owned(), example.open_at, RunOptions::default()),
    };
    match link {
        Some(Ok(link)) => (State::new(link.source, link.step, link.options), None),
        Some(Err(error)) => (own(), Some(Action::BadLink(error))),
        None => (own(), None),
    }
}

/// What a link that was typed into the address bar asks for.
pub fn follow_link(dispatch: Callback<Action>) {
    spawn_local(async move {
        match Link::decode(&dom::fragment()).await {
            Some(Ok(Link { source, step, options })) => dispatch.emit(Action::Load { source, step, options }),
            Some(Err(error)) => dispatch.emit(Action::BadLink(error)),
            None => {}
        }
    });
}

/// The store; made once, with the engine started. `link` is what the page was opened with.
#[hook]
pub fn use_store(link: &Option<Result<Link, LinkError>>) -> Store {
    let refresh = use_force_update();
    let link = link.clone();
    let store = use_memo((), move |()| {
        let (state, first) = opening(link);
        let core = Rc::new(Core {
            state: RefCell::new(state),
            engine: RefCell::new(None),
            check: RefCell::new(None),
            refresh,
            dispatch: RefCell::new(Callback::noop()),
        });
        let weak = Rc::downgrade(&core);
        let dispatch = Callback::from(move |action| {
            if let Some(core) = weak.upgrade() {
                core.apply(action);
            }
        });
        core.dispatch.replace(dispatch.clone());
        core.engine.replace(Engine::start(&dispatch));
        if let Some(action) = first {
            core.state.borrow_mut().apply(action);
        }
        Store { core }
    });
    (*store).clone()
}

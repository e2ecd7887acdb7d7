//! The parts of the page, one file each.

mod approximate;
mod changes;
mod editor;
mod examples_menu;
mod frames;
mod generations;
mod graph;
mod input;
mod memory;
mod notices;
mod objects;
mod options;
mod output;
mod share;
mod timeline;
mod topbar;
mod weakrefs;

use yew::prelude::*;

pub use self::{
    approximate::ApproximatePanel,
    changes::Changes,
    editor::{Editor, Trace, TraceNote},
    generations::Generations,
    memory::Memory,
    notices::Notices,
    output::{Output, OutputProps},
    timeline::{Timeline, step_label},
    topbar::{Settings, TopBar},
    weakrefs::Weakrefs,
};
use crate::{
    i18n::{Language, Messages},
    state::Action,
};

/// Where components send what the reader does.
#[derive(Clone, PartialEq)]
pub struct Dispatch(pub Callback<Action>);

/// The messages of the language chosen.
#[hook]
pub fn use_messages() -> Messages {
    use_context::<Messages>().unwrap_or_else(|| Messages::new(Language::En))
}

/// The callback that changes the page's state.
#[hook]
pub fn use_dispatch() -> Callback<Action> {
    use_context::<Dispatch>().map_or_else(Callback::noop, |dispatch| dispatch.0)
}

/// A button's callback for one action.
fn on_click<E>(dispatch: &Callback<Action>, action: Action) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.emit(action.clone()))
}

/// Shared properties of panels that show one state.
#[derive(PartialEq, Properties)]
pub struct ViewProps {
    /// The state, once there is one.
    pub view: Option<crate::shared::Shared<ouro_protocol::View>>,
}

use ouro_protocol::{Diagnostic, Outcome, RunReport};
use yew::prelude::*;

use super::{on_click, use_dispatch, use_messages};
use crate::{
    i18n::{Messages, format_bytes, group_thousands},
    link::LinkError,
    shared::Shared,
    state::{Action, Move, Notice},
    words,
};

/// Properties of [`Notices`].
#[derive(PartialEq, Properties)]
pub struct NoticesProps {
    /// Which are up.
    pub notices: Vec<Notice>,
    /// What the run shown came to.
    pub report: Option<Shared<RunReport>>,
    /// The mistake for which the last run was refused.
    pub rejected: Option<Shared<Diagnostic>>,
    /// The modules there are.
    pub modules: Shared<Vec<String>>,
}

/// A banner: its weight, its text, a second line, and an action that it offers.
struct Banner {
    class: &'static str,
    title: String,
    detail: Option<String>,
    offer: Option<Html>,
}

/// Banners above the page: what went wrong, and what can be done about it.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let messages = use_messages();
    let dispatch = use_dispatch();
    let banners = props.notices.iter().filter_map(|notice| {
        let banner = banner(&messages, &dispatch, *notice, props)?;
        Some(html! {
            <div key={format!("{notice:?}")} class={classes!("banner", banner.class)} role="alert">
                <p><b>{ banner.title }</b> if let Some(detail) = banner.detail { { " " }<span>{ detail }</span> }</p>
                <span class="banner-actions">
                    { for banner.offer }
                    <button type="button" class="icon-button" aria-label={messages.text("dismiss")} title={messages.text("dismiss")}
                        onclick={on_click(&dispatch, Action::Dismiss(*notice))}>{ "×" }</button>
                </span>
            </div>
        })
    });
    html! { <div class="notices">{ for banners }</div> }
}

fn banner(messages: &Messages, dispatch: &Callback<Action>, notice: Notice, props: &NoticesProps) -> Option<Banner> {
    let text = |key: &str| messages.text(key);
    Some(match notice {
        Notice::Link(error) => {
            let (title, detail) = match error {
                LinkError::Damaged => (text("notice-link-damaged"), text("notice-link-damaged-detail")),
                LinkError::UnknownVersion => (text("notice-link-newer"), text("notice-link-newer-detail")),
            };
            Banner { class: "banner-warning", title, detail: Some(detail), offer: None }
        }
        Notice::Restarted => Banner {
            class: "banner-warning",
            title: text("notice-restarted"),
            detail: Some(text("notice-restarted-detail")),
            offer: Some(button(text("notice-run-again"), on_click(dispatch, Action::Run))),
        },
        Notice::NoEngine => Banner {
            class: "banner-error",
            title: text("notice-no-engine"),
            detail: Some(text("notice-no-engine-detail")),
            offer: None,
        },
        Notice::Rejected => {
            let mistake = props.rejected.as_ref()?;
            let args = [("line", mistake.line.into()), ("column", mistake.column.into())];
            let mut detail = messages.format("notice-rejected-detail", &args);
            if props.report.is_some() {
                detail.push(' ');
                detail.push_str(&text("notice-rejected-kept"));
            }
            Banner {
                class: "banner-error",
                title: format!("{}: {}", mistake.exception, mistake.message),
                detail: Some(detail),
                offer: None,
            }
        }
        Notice::Outcome => outcome(messages, dispatch, props.report.as_ref()?, &props.modules)?,
    })
}

fn outcome(messages: &Messages, dispatch: &Callback<Action>, report: &RunReport, modules: &[String]) -> Option<Banner> {
    Some(match &report.outcome {
        Outcome::Completed { status: 0 } | Outcome::Input => return None,
        Outcome::Completed { status } => Banner {
            class: "banner-info",
            title: messages.format("notice-status", &[("status", status.to_string().into())]),
            detail: None,
            offer: None,
        },
        Outcome::Stopped => Banner {
            class: "banner-info",
            title: messages.text("notice-stopped"),
            detail: Some(messages.format("notice-kept", &[("n", report.steps.saturating_sub(1).into())])),
            offer: None,
        },
        Outcome::Limit { limit, value } => {
            let value = match limit {
                ouro_protocol::LimitKind::Bytes => format_bytes(*value),
                _ => group_thousands(*value),
            };
            let args = [("limit", words::limit(messages, *limit).into()), ("value", value.into())];
            let open = html! {
                <button type="button" class="button" popovertarget="options-panel">{ messages.text("notice-raise") }</button>
            };
            Banner {
                class: "banner-warning",
                title: messages.format("notice-limit", &args),
                detail: Some(messages.format("notice-kept", &[("n", report.steps.saturating_sub(1).into())])),
                offer: Some(open),
            }
        }
        Outcome::Raised { error } => {
            let mut detail = messages.format("notice-raised-detail", &[("line", error.line.into())]);
            if error.exception == "ModuleNotFoundError" && !modules.is_empty() {
                detail.push(' ');
                detail.push_str(&messages.format("notice-modules", &[("modules", modules.join(", ").into())]));
            }
            let title = match error.message.as_str() {
                "" => error.exception.clone(),
                message => format!("{}: {message}", error.exception),
            };
            let go = on_click(dispatch, Action::Go(Move::To(error.step)));
            Banner {
                class: "banner-error",
                title,
                detail: Some(detail),
                offer: Some(button(messages.text("notice-go-to-step"), go)),
            }
        }
    })
}

fn button(text: String, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="button" {onclick}>{ text }</button> }
}

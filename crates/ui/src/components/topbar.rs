use ouro_protocol::{RunOptions, VersionInfo};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{examples_menu::ExamplesMenu, options::Options, share::Share, use_dispatch, use_messages};
use crate::{i18n::Language, shared::Shared, state::Action, storage::Theme};

/// How the page looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The language of every sentence.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
}

/// Properties of [`TopBar`].
#[derive(PartialEq, Properties)]
pub struct TopBarProps {
    /// How the page looks.
    pub settings: Settings,
    /// Changes that.
    pub on_settings: Callback<Settings>,
    /// The releases there are.
    pub versions: Shared<Vec<VersionInfo>>,
    /// How the next run is to be run.
    pub options: RunOptions,
    /// The program.
    pub source: Shared<String>,
    /// The step shown.
    pub step: u32,
}

/// The ring that bites its tail.
#[component]
fn Logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
            <path class="logo-body" d="M20.6 5.1A12 12 0 1 0 27.7 13.6" />
            <path class="logo-head" d="M17.2 2.2c3.6-.7 7.4.7 9.6 3.6l1.9 3.4-4.4 1.5-5.2-1.3c-2.4-.9-3.8-2.6-4-4.4-.1-1.4.7-2.5 2.1-2.8z" />
            <circle class="logo-eye" cx="22.4" cy="5.9" r="1.1" />
        </svg>
    }
}

/// Name, examples, sharing, and what the page is to look like.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let messages = use_messages();
    let dispatch = use_dispatch();
    let on_version = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            dispatch.emit(Action::SetVersion(select.value()));
        }
    });
    let settings = props.settings;
    let on_language = props.on_settings.reform(move |event: Event| {
        let code = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
        Settings { language: Language::from_tag(&code), ..settings }
    });
    let on_theme = props.on_settings.reform(move |event: Event| {
        let code = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
        Settings { theme: Theme::from_code(&code), ..settings }
    });
    let theme_name = |theme: Theme| {
        messages.text(match theme {
            Theme::System => "theme-system",
            Theme::Light => "theme-light",
            Theme::Dark => "theme-dark",
        })
    };
    html! {
        <header class="topbar">
            <h1><Logo /><span>{ "Ouro" }</span></h1>
            <p class="tagline">{ messages.text("tagline") }</p>
            <nav class="actions" aria-label={messages.text("actions-label")}>
                <ExamplesMenu options={props.options.clone()} />
                <Share source={props.source.clone()} step={props.step} options={props.options.clone()} />
                <Options limits={props.options.limits} />
            </nav>
            <div class="settings">
                <label><span class="visually-hidden">{ messages.text("version-label") }</span>
                    <select data-testid="version" onchange={on_version} title={messages.text("version-label")}>
                        { for props.versions.iter().map(|version| html! {
                            <option value={version.name.clone()} selected={version.name == props.options.version}>{
                                match &version.history {
                                    Some(releases) => messages.format("version-history", &[("releases", releases.clone().into())]),
                                    None => format!("CPython {}", version.name),
                                }
                            }</option>
                        }) }
                        if props.versions.is_empty() {
                            <option value={props.options.version.clone()}>{ format!("CPython {}", props.options.version) }</option>
                        }
                    </select>
                </label>
                <label><span class="visually-hidden">{ messages.text("language-label") }</span>
                    <select data-testid="language" onchange={on_language} title={messages.text("language-label")}>
                        { for Language::ALL.iter().map(|language| html! {
                            <option value={language.code()} lang={language.tag()} selected={*language == settings.language}>{ language.own_name() }</option>
                        }) }
                    </select>
                </label>
                <label><span class="visually-hidden">{ messages.text("theme-label") }</span>
                    <select data-testid="theme" onchange={on_theme} title={messages.text("theme-label")}>
                        { for Theme::ALL.iter().map(|theme| html! {
                            <option value={theme.code()} selected={*theme == settings.theme}>{ theme_name(*theme) }</option>
                        }) }
                    </select>
                </label>
            </div>
        </header>
    }
}

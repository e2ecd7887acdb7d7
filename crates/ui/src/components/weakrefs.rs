use ouro_protocol::{WeakKind, WeakrefView};
use yew::prelude::*;

use super::{ViewProps, use_messages};

/// Every weak reference: where it leads, whether that is alive, and its callback.
#[component]
pub fn Weakrefs(props: &ViewProps) -> Html {
    let messages = use_messages();
    let weakrefs: &[WeakrefView] = props.view.as_ref().map_or(&[], |view| &view.weakrefs);
    html! {
        <section class="panel weakrefs" aria-labelledby="weakrefs-title">
            <header class="panel-head"><h2 id="weakrefs-title">{ messages.text("weakrefs-title") }</h2></header>
            <div class="panel-body">
                <ul class="weak-list" data-testid="weakrefs">
                    { for weakrefs.iter().map(|weakref| html! { <WeakrefItem key={weakref.id} weakref={weakref.clone()} /> }) }
                </ul>
                if weakrefs.is_empty() {
                    <p class="hint">{ messages.text("weakrefs-none") }</p>
                }
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct WeakrefItemProps {
    weakref: WeakrefView,
}

#[component]
fn WeakrefItem(props: &WeakrefItemProps) -> Html {
    let messages = use_messages();
    let weakref = &props.weakref;
    let alive = weakref.target.is_some();
    let kind = messages.text(match weakref.kind {
        WeakKind::Ref => "weak-ref",
        WeakKind::Proxy => "weak-proxy",
    });
    html! {
        <li class={classes!("weak", if alive { "weak-alive" } else { "weak-dead" })} data-ref={weakref.id.to_string()}
            data-target={weakref.target.map(|id| id.to_string()).unwrap_or_default()} data-alive={alive.to_string()}
            data-callback={weakref.callback.clone().unwrap_or_default()}>
            <p class="weak-line">
                <b class="code">{ weakref.holder.clone().unwrap_or_else(|| format!("#{}", weakref.id)) }</b>
                <span class="weak-kind">{ kind }</span>
                <span class="weak-arrow" aria-hidden="true">{ if alive { "⇢" } else { "⤫" } }</span>
                if let Some(target) = weakref.target {
                    <code class="value">{ &weakref.target_value }</code>
                    <span class="id">{ format!("#{target}") }</span>
                } else {
                    <code class="value">{ "None" }</code>
                }
                <span class="weak-state">{ messages.text(if alive { "weak-alive" } else { "weak-dead" }) }</span>
            </p>
            if let Some(callback) = &weakref.callback {
                <p class="weak-callback">{ messages.text("weak-callback") }{ " " }<code>{ callback }</code></p>
            }
        </li>
    }
}

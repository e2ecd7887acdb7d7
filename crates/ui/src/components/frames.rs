use ouro_protocol::{ObjectId, View};
use yew::prelude::*;

use super::use_messages;
use crate::{decimal::Decimal, graph::FrameBox, shared::Shared, words};

/// Properties of [`Frames`].
#[derive(PartialEq, Properties)]
pub struct FramesProps {
    /// The state.
    pub view: Shared<View>,
    /// Where its frames stand.
    pub frames: Vec<FrameBox>,
    /// Chooses an object.
    pub on_select: Callback<ObjectId>,
}

/// Running frames with their names; the innermost is the one that runs.
#[component]
pub fn Frames(props: &FramesProps) -> Html {
    let messages = use_messages();
    let innermost = props.view.frames.len().saturating_sub(1);
    html! {
        <ol class="frames" data-testid="frames" aria-label={messages.text("frames-label")}>
            { for props.frames.iter().filter_map(|place| props.view.frames.get(place.index).map(|frame| {
                let title = if frame.name == "<module>" { messages.text("frame-module") } else { format!("{}()", frame.name) };
                html! {
                    <li key={format!("{}-{}", place.index, frame.id)} class={classes!("frame", (place.index == innermost).then_some("frame-running"))}
                        style={format!("transform:translateY({}px);height:{}px", Decimal(place.y), Decimal(place.height()))}>
                        <p class="frame-head"><span class="frame-name">{ title }</span>
                            if frame.line > 0 {
                                <span class="frame-line">{ messages.format("frame-line", &[("line", frame.line.into())]) }</span>
                            }</p>
                        <ul>
                            { for place.names.iter().filter_map(|row| frame.names.get(row.index).map(|name| html! {
                                <li key={row.index} class={classes!("name", row.card.map(|_| "name-leads"))} data-frame={frame.name.clone()}
                                    data-name={name.name.clone()} data-obj={name.object.to_string()} data-value={name.value.clone()}
                                    data-type={name.type_name.clone()} data-rc={words::count_attribute(name.rc)}
                                    onclick={row.card.map(|id| props.on_select.reform(move |event: MouseEvent| {
                                        event.stop_propagation();
                                        id
                                    }))}>
                                    <span class="code name-name">{ &name.name }</span>
                                    if name.cell {
                                        <span class="cell" title={messages.text("frame-cell")}>{ "◫" }</span>
                                    }
                                    <span class="code name-value" title={format!("{}: {}", name.type_name, name.value)}>{ &name.value }</span>
                                    if row.card.is_some() {
                                        <span class="port" />
                                    }
                                </li>
                            })) }
                        </ul>
                    </li>
                }
            })) }
        </ol>
    }
}

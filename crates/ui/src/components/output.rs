use ouro_protocol::{Chunk, Stream};
use yew::prelude::*;

use super::use_messages;
use crate::{shared::Shared, state::Recording};

/// Characters shown of each end of a long output.
const SHOWN: usize = 20_000;

/// Properties of [`Output`].
#[derive(PartialEq, Properties)]
pub struct OutputProps {
    /// The run shown.
    pub report: Option<Shared<ouro_protocol::RunReport>>,
    /// How many chunks have been written at the step shown.
    pub chunks: u32,
}

impl OutputProps {
    /// Of what a recording has written so far.
    pub fn of(recording: Option<&Recording>) -> OutputProps {
        let view = recording.and_then(|recording| recording.view.as_ref());
        OutputProps {
            report: recording.map(|recording| recording.report.clone()),
            chunks: view.map_or(0, |view| view.output_chunks),
        }
    }
}

/// What the program has printed up to the step shown; what is still to come is not shown.
#[component]
pub fn Output(props: &OutputProps) -> Html {
    let messages = use_messages();
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with(props.chunks, move |_| {
            if let Some(element) = place.cast::<web_sys::Element>() {
                element.set_scroll_top(element.scroll_height());
            }
        });
    }
    let empty = [];
    let all: &[Chunk] = props.report.as_ref().map_or(&empty, |report| &report.output);
    let written = all.get(..props.chunks as usize).unwrap_or(all);
    let to_come = all.len() > written.len();
    html! {
        <section class="panel output" aria-labelledby="output-title">
            <header class="panel-head">
                <h2 id="output-title">{ messages.text("output-title") }</h2>
                if to_come {
                    <span class="hint">{ messages.text("output-more") }</span>
                }
            </header>
            <pre class="output-text" data-testid="stdout" tabindex="0" aria-labelledby="output-title" ref={place}
                data-empty={(!to_come).then(|| messages.text("output-empty"))}>
                { for tail(written).into_iter().map(|(stream, text)| match stream {
                    Stream::Stdout => html! { <span>{ text }</span> },
                    Stream::Stderr => html! { <span class="stderr" data-testid="stderr">{ text }</span> },
                }) }
            </pre>
        </section>
    }
}

/// The last part of the output, neighbours on the same stream joined.
fn tail(chunks: &[Chunk]) -> Vec<(Stream, String)> {
    let mut parts: Vec<(Stream, String)> = Vec::new();
    let mut left = SHOWN;
    let mut first = chunks.len();
    while first > 0 && left > 0 {
        first -= 1;
        left = left.saturating_sub(chunks[first].text.chars().count());
    }
    if first > 0 {
        parts.push((Stream::Stdout, "…\n".to_owned()));
    }
    for chunk in &chunks[first..] {
        match parts.last_mut() {
            Some((stream, text)) if *stream == chunk.stream => text.push_str(&chunk.text),
            _ => parts.push((chunk.stream, chunk.text.clone())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(stream: Stream, text: &str) -> Chunk {
        Chunk { step: 0, stream, text: text.to_owned() }
    }

    #[test]
    fn neighbours_join_and_streams_stay_apart() {
        let chunks = [chunk(Stream::Stdout, "a"), chunk(Stream::Stdout, "b\n"), chunk(Stream::Stderr, "oh")];
        assert_eq!(tail(&chunks), [(Stream::Stdout, "ab\n".to_owned()), (Stream::Stderr, "oh".to_owned())]);
    }

    #[test]
    fn a_flood_shows_its_end() {
        let line = "x".repeat(99) + "\n";
        let mut chunks = vec![chunk(Stream::Stdout, &line); 5000];
        chunks.push(chunk(Stream::Stdout, "end\n"));
        let parts = tail(&chunks);
        let text = &parts[0].1;
        assert!(text.starts_with('…') && text.ends_with("end\n") && text.len() < SHOWN + 200, "{}", text.len());
    }
}

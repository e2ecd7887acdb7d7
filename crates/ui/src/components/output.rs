use ouro_protocol::{Chunk, EventKind, Stream};
use yew::prelude::*;

use super::{approximate::Approximate, input::Input, use_messages};
use crate::{shared::Shared, state::State};

/// Characters shown of each end of a long output.
const SHOWN: usize = 20_000;

/// Properties of [`Output`].
#[derive(PartialEq, Properties)]
pub struct OutputProps {
    /// The run shown.
    pub report: Option<Shared<ouro_protocol::RunReport>>,
    /// How many chunks have been written at the step shown.
    pub chunks: u32,
    /// The run, if it waits for input.
    pub asks: Option<u32>,
    /// The answers that the next run is given.
    pub answers: Vec<Option<String>>,
}

impl OutputProps {
    /// Of what a recording has written so far.
    pub fn of(state: &State) -> OutputProps {
        let recording = state.recording.as_ref();
        let view = recording.and_then(|recording| recording.view.as_ref());
        // Not before the picture is there: it moves what is below it on a phone.
        let shown = recording.filter(|_| state.running.is_none() && view.is_some());
        let asks = shown.filter(|recording| recording.asks());
        OutputProps {
            report: recording.map(|recording| recording.report.clone()),
            chunks: match view {
                // What the line that asks has written so far, its prompt above all.
                Some(view) if view.event == EventKind::Input => u32::MAX,
                Some(view) => view.output_chunks,
                None => 0,
            },
            asks: asks.map(|recording| recording.run),
            answers: state.options.answers.clone(),
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
    let parts = tail(written);
    // Answers to an earlier text of the program are kept, but out of sight while nothing asks for them.
    let reads = all.iter().any(|chunk| chunk.stream == Stream::Stdin);
    html! {
        <section class="panel output" aria-labelledby="output-title">
            <header class="panel-head">
                <h2 id="output-title">{ messages.text("output-title") }</h2>
                if to_come {
                    <span class="hint">{ messages.text("output-more") }</span>
                }
                if parts.iter().any(|(_, text)| text.contains(" 0x")) {
                    <Approximate />
                }
            </header>
            <pre class="output-text" data-testid="stdout" tabindex="0" aria-labelledby="output-title" ref={place}
                data-empty={(!to_come).then(|| messages.text("output-empty"))}>
                { for parts.into_iter().map(|(stream, text)| match stream {
                    Stream::Stdout => html! { <span>{ text }</span> },
                    Stream::Stdin => html! { <span class="typed">{ text }</span> },
                    Stream::Stderr => html! { <span class="stderr" data-testid="stderr">{ text }</span> },
                }) }
            </pre>
            <Input prompt={props.asks.map(|_| prompt(all))} run={props.asks.unwrap_or_default()}
                answers={if reads { props.answers.clone() } else { Vec::new() }} />
        </section>
    }
}

/// The last line of the output: what the program asks.
fn prompt(chunks: &[Chunk]) -> String {
    let last = chunks.last().filter(|chunk| chunk.stream == Stream::Stdout);
    last.and_then(|chunk| chunk.text.rsplit('\n').next()).unwrap_or_default().trim().to_owned()
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
    fn the_prompt_is_what_stands_last_on_its_line() {
        assert_eq!(prompt(&[chunk(Stream::Stdout, "hello\nYour name? ")]), "Your name?");
        assert_eq!(prompt(&[chunk(Stream::Stdout, "hello\n")]), "");
        assert_eq!(prompt(&[chunk(Stream::Stdout, "a? "), chunk(Stream::Stdin, "b\n")]), "");
        assert_eq!(prompt(&[]), "");
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

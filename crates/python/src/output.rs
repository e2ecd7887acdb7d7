//! What a program writes.

/// An output stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
    /// Standard input, as a terminal shows it: the lines that were given beforehand.
    Stdin,
}

/// A piece of output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The line event during which it was written: the number of events before it.
    pub step: u32,
    /// Where to.
    pub stream: Stream,
    /// The text.
    pub text: String,
}

/// Everything written so far, pieces of one step and stream joined.
#[derive(Clone, Debug)]
pub struct Output {
    chunks: Vec<Chunk>,
    chars: u64,
    limit: u64,
    discard: bool,
}

impl Output {
    /// Nothing yet, and at most `limit` bytes.
    pub fn new(limit: u64) -> Output {
        Output { chunks: Vec::new(), chars: 0, limit, discard: false }
    }

    /// Sets how many bytes there may be in all.
    pub fn set_limit(&mut self, limit: u64) {
        self.limit = limit;
    }

    /// The pieces, in order.
    pub fn chunks(&self) -> &[Chunk] {
        &self.chunks
    }

    /// Keeps nothing from now on: replaying needs no second copy.
    pub fn discard(&mut self) {
        self.discard = true;
        self.chunks = Vec::new();
    }

    /// This output as it was when as much had been written as `earlier` counts, which may have kept nothing.
    pub fn as_of(&self, earlier: &Output) -> Output {
        let mut left = earlier.chars as usize;
        let mut chunks = Vec::new();
        for chunk in &self.chunks {
            if left == 0 {
                break;
            }
            let text = chunk.text.get(..left).unwrap_or(&chunk.text);
            left -= text.len();
            chunks.push(Chunk { text: text.to_owned(), ..*chunk });
        }
        Output { chunks, chars: earlier.chars, limit: self.limit, discard: false }
    }

    /// Adds text. False if there is too much of it.
    #[must_use]
    pub fn write(&mut self, step: u32, stream: Stream, text: &str) -> bool {
        self.chars += text.len() as u64;
        if self.chars > self.limit {
            return false;
        }
        if self.discard {
            return true;
        }
        match self.chunks.last_mut() {
            Some(last) if last.step == step && last.stream == stream => last.text.push_str(text),
            _ => self.chunks.push(Chunk { step, stream, text: text.to_owned() }),
        }
        true
    }

    /// All text of one stream.
    pub fn text(&self, stream: Stream) -> String {
        self.chunks.iter().filter(|c| c.stream == stream).map(|c| c.text.as_str()).collect()
    }
}

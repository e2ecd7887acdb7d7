use serde::{Deserialize, Serialize};

/// What a whole run came to. Steps are numbered from 0; there are `steps` of them, the last being the
/// state at the end (or where it stopped).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunReport {
    /// The release it followed, such as `3.13`.
    pub version: String,
    /// How many steps can be sought: 1 or more.
    pub steps: u32,
    /// How it ended.
    pub outcome: Outcome,
    /// What is worth marking on the timeline, in order of steps.
    pub marks: Vec<Mark>,
    /// All output, in order.
    pub output: Vec<Chunk>,
    /// Memory over time, in order of steps: every step, or evenly thinned where there are many.
    pub samples: Vec<Sample>,
    /// Highest number of bytes alive at once.
    pub peak_bytes: u64,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// It ran to its end; `status` is the exit status.
    Completed { status: i32 },
    /// An exception was not caught.
    Raised { error: ErrorInfo },
    /// A limit was reached; what ran so far can be explored.
    Limit { limit: LimitKind, value: u64 },
    /// The reader stopped it.
    Stopped,
    /// It waits for a line of input: what ran so far can be explored, and its output ends with the prompt.
    Input,
}

/// Which limit ended a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LimitKind {
    /// Line events.
    Steps,
    /// Instructions that loop or call.
    Instructions,
    /// Bytes of objects.
    Bytes,
    /// Characters of output.
    Output,
}

/// An exception that nobody caught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorInfo {
    /// Such as `ZeroDivisionError`.
    pub exception: String,
    /// `str()` of the exception.
    pub message: String,
    /// The line in the program where it was raised, from 1; 0 if that was not in the program.
    pub line: u32,
    /// What raised it: its first column, its last line and the column after it, all from 1. `None` where only the line
    /// is known.
    pub range: Option<ErrorRange>,
    /// The step whose line raised it.
    pub step: u32,
}

/// Where on its line, and up to where, the code is that raised an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorRange {
    /// First column, counted from 1, in characters.
    pub column: u32,
    /// Last line, counted from 1.
    pub end_line: u32,
    /// Column after the last character, counted from 1.
    pub end_column: u32,
}

/// Something worth a mark on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The step whose line did it.
    pub step: u32,
    /// What happened.
    pub kind: MarkKind,
}

/// Kinds of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MarkKind {
    /// A collection of generations 0..=`generation` freed `collected` objects.
    Collection { generation: u8, collected: u32 },
    /// Something was printed.
    Print,
    /// An instance, list, dict or other container died.
    Death,
    /// An exception was raised and not caught.
    Error,
}

/// A piece of output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// The step whose line wrote it: visible from step `step + 1` on.
    pub step: u32,
    /// Where to.
    pub stream: Stream,
    /// The text.
    pub text: String,
}

/// An output stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
    /// What was typed as input, as a terminal shows it.
    Stdin,
}

/// Memory before one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The step.
    pub step: u32,
    /// Bytes alive, as `sys.getsizeof` counts them.
    pub bytes: u64,
    /// Objects alive, made by the program.
    pub objects: u32,
}

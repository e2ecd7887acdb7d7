use serde::{Deserialize, Serialize};

use crate::{Diagnostic, RunReport, View};

/// What stops a program that does not stop by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Line events.
    pub steps: u32,
    /// Bytecode instructions that loop or call.
    pub instructions: u64,
    /// Bytes of the model's objects.
    pub bytes: u64,
    /// Characters of output.
    pub output: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { steps: 10_000_000, instructions: 2_000_000_000, bytes: 512 << 20, output: 1 << 20 }
    }
}

/// How a program is to be run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunOptions {
    /// The release to follow, such as `3.13`.
    pub version: String,
    /// What stops it.
    pub limits: Limits,
    /// Lines of standard input, without their ends; `None` is the end of the input (Ctrl-D), after which more may
    /// come. Where a run needs more it ends with `Outcome::Input`.
    pub answers: Vec<Option<String>>,
}

impl Default for RunOptions {
    fn default() -> Self {
        RunOptions { version: "3.13".to_owned(), limits: Limits::default(), answers: Vec::new() }
    }
}

/// A release that the engine can follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionInfo {
    /// As in `RunOptions::version`, such as `3.13`.
    pub name: String,
    /// The interpreter it was checked against, such as `3.13.0`.
    pub checked_against: String,
    /// For what is history: the releases that it stands for, such as `3.14.1–3.14.4`.
    pub history: Option<String>,
}

/// From the page to the engine. `run` numbers come from the page and grow; a reply carries the number
/// of the request that it answers, so that the page can drop what is out of date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Compile and run from the start; a run that waited for input goes on where it has but got more answers. Answered by `Progress`es and one `Finished`, or one `Rejected`.
    Run { run: u32, source: String, options: RunOptions },
    /// End the run at its next instruction that loops or calls; what ran so far stays. Answered by `Finished`.
    Stop { run: u32 },
    /// The state before step `step` (0-based) of a finished run. Answered by `View`.
    Seek { run: u32, step: u32 },
    /// Look for syntax errors only. Answered by `Checked`.
    Check { check: u32, source: String },
}

/// From the engine to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// Sent once, when requests can be taken.
    Ready { versions: Vec<VersionInfo>, modules: Vec<String> },
    /// The source has a mistake; the last good run stays valid.
    Rejected { run: u32, diagnostic: Diagnostic },
    /// Still running.
    Progress { run: u32, steps: u32, bytes: u64 },
    /// The run is over, by itself or not; `Seek` works from now on.
    Finished { run: u32, report: RunReport },
    /// The state before one step.
    View { run: u32, view: View },
    /// Mistakes in a source, none where the list is empty.
    Checked { check: u32, diagnostics: Vec<Diagnostic> },
}

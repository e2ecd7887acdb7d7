use std::fmt;

use ouro_library::Library;
use ouro_protocol::{Diagnostic, ErrorInfo, ErrorRange, LimitKind, MarkKind, Outcome, RunOptions, RunReport};
use ouro_python::compiler::{self, Mode, Options, SyntaxError};
use ouro_python::output::Output;
use ouro_python::version::Version;
use ouro_python::vm::{Abort, Limit, Limits, Status, Vm};

use crate::checkpoints::Checkpoints;
use crate::recording::Recording;
use crate::timeline::{self, Samples};

/// Why a program cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// It has a syntax error.
    Syntax(Diagnostic),
    /// There is no such release.
    UnknownVersion(String),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecordError::Syntax(d) => write!(f, "line {}: {}: {}", d.line, d.exception, d.message),
            RecordError::UnknownVersion(name) => write!(f, "no release is called {name}"),
        }
    }
}

impl std::error::Error for RecordError {}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Still running: steps so far, and bytes alive when they were last measured.
    Running {
        /// Line events.
        steps: u32,
        /// Bytes of objects.
        bytes: u64,
    },
    /// Over: [`Recorder::finish`] comes next.
    Over,
}

/// What a run depends on.
struct Origin {
    source: String,
    options: RunOptions,
}

impl Origin {
    /// Whether a run of this goes as ours did and has more answers.
    fn leads_to(&self, source: &str, options: &RunOptions) -> bool {
        let RunOptions { version, limits, answers } = &self.options;
        self.source == source
            && *version == options.version
            && *limits == options.limits
            && options.answers.len() > answers.len()
            && options.answers.starts_with(answers)
    }
}

/// What a run that waits for input needs to go on, apart from its checkpoints.
pub(crate) struct Waiting {
    origin: Origin,
    output: Output,
    samples: Samples,
    limits: Limits,
}

/// Runs a program for the first time, piece by piece.
pub struct Recorder {
    origin: Origin,
    vm: Vm,
    checkpoints: Checkpoints,
    samples: Samples,
    limits: Limits,
    stopped: bool,
    status: Option<Status>,
}

/// The name a program has in its own tracebacks.
pub const FILE_NAME: &str = "main.py";

/// A syntax error as the page needs it.
pub(crate) fn diagnostic(error: &SyntaxError) -> Diagnostic {
    Diagnostic {
        exception: error.exception.to_string(),
        message: error.message.clone(),
        line: error.line,
        column: error.column,
        end_line: error.end_line,
        end_column: u32::try_from(error.end_column).unwrap_or(0).max(error.column + 1),
    }
}

impl Recorder {
    /// Compiles a program and stands before its first step. The library must give the same texts at every time.
    pub fn new(source: &str, options: &RunOptions, library: Library) -> Result<Recorder, RecordError> {
        let Some(version) = Version::named(&options.version) else {
            return Err(RecordError::UnknownVersion(options.version.clone()));
        };
        let code = compiler::compile_with(source, FILE_NAME, Mode::Exec, Options::of(&version))
            .map_err(|e| RecordError::Syntax(diagnostic(&e)))?;
        let limits = Limits {
            steps: options.limits.steps,
            instructions: options.limits.instructions,
            bytes: options.limits.bytes,
            output: options.limits.output.into(),
        };
        let mut vm = Vm::new(version);
        vm.library = library;
        vm.input.give(options.answers.clone().into());
        vm.input.wait_at_end();
        vm.load(&code, source);
        vm.set_limits(&limits);
        Ok(Recorder {
            origin: Origin { source: source.to_owned(), options: options.clone() },
            checkpoints: Checkpoints::new(vm.clone()),
            vm,
            samples: Samples::new(),
            limits,
            stopped: false,
            status: None,
        })
    }

    /// Goes on with a recording that waits for input, if the program and the options are the same but for more answers
    /// than there were; else gives the recording back.
    pub fn resume(recording: Recording, source: &str, options: &RunOptions) -> Result<Recorder, Box<Recording>> {
        // The line that asked runs again, from its beginning or from before it.
        let goes_on = |waiting: &Waiting| waiting.origin.leads_to(source, options);
        let (waiting, mut vm, checkpoints) = recording.into_waiting(goes_on)?;
        let Waiting { samples, limits, output, .. } = waiting;
        vm.output = output.as_of(&vm.output);
        vm.input.give(options.answers.clone().into());
        let origin = Origin { source: source.to_owned(), options: options.clone() };
        Ok(Recorder { origin, vm, checkpoints, samples, limits, stopped: false, status: None })
    }

    /// Mistakes in a source, without running it.
    pub fn check(source: &str) -> Vec<Diagnostic> {
        compiler::check(source).iter().map(diagnostic).collect()
    }

    /// Runs for at most about `slice` instructions that loop or call.
    pub fn advance(&mut self, slice: u64) -> Progress {
        let end = self.vm.instructions.saturating_add(slice);
        while self.status.is_none() && !self.stopped {
            let step = self.samples.next_step().max(self.vm.steps + 1).min(self.limits.steps);
            if self.vm.steps == 0 {
                self.samples.take(&self.vm);
            }
            match self.vm.run(step, end.saturating_sub(self.vm.instructions)) {
                Status::AtStep => {
                    if self.vm.steps >= self.limits.steps {
                        self.status = Some(Status::Aborted(Abort::Limit(Limit::Steps)));
                        break;
                    }
                    self.samples.take(&self.vm);
                    self.checkpoints.offer(&self.vm);
                    if self.vm.instructions >= end {
                        break;
                    }
                }
                Status::Slice => break,
                over => self.status = Some(over),
            }
        }
        if self.status.is_some() || self.stopped {
            return Progress::Over;
        }
        Progress::Running { steps: self.vm.steps, bytes: self.samples.last_bytes() }
    }

    /// Ends the run where it is.
    pub fn stop(&mut self) {
        self.stopped = true;
    }

    /// Ends the interpreter as CPython ends, and puts the timeline together.
    pub fn finish(mut self) -> Recording {
        let answers = self.origin.options.answers.clone().into();
        let status = self.status.unwrap_or(Status::Aborted(Abort::Stopped));
        let last_step = self.vm.steps.saturating_sub(1);
        let ended = matches!(status, Status::Finished | Status::Raised);
        let mut error_step = None;
        let outcome = match status {
            Status::Finished => Outcome::Completed { status: self.vm.finalize() },
            Status::Raised => {
                let info = self.vm.raised_info();
                let exit = self.vm.finalize();
                match info {
                    Some(info) if info.exception != "SystemExit" => {
                        let step = info.step.unwrap_or(last_step);
                        error_step = Some(step);
                        Outcome::Raised {
                            error: ErrorInfo {
                                exception: info.exception,
                                message: info.message,
                                line: info.line,
                                range: info.range.map(|(column, end_line, end_column)| ErrorRange {
                                    column,
                                    end_line,
                                    end_column,
                                }),
                                step,
                            },
                        }
                    }
                    _ => Outcome::Completed { status: exit },
                }
            }
            Status::Aborted(Abort::Limit(limit)) => {
                let (limit, value) = match limit {
                    Limit::Steps => (LimitKind::Steps, self.limits.steps.into()),
                    Limit::Instructions => (LimitKind::Instructions, self.limits.instructions),
                    Limit::Bytes => (LimitKind::Bytes, self.limits.bytes),
                    Limit::Output => (LimitKind::Output, self.limits.output),
                };
                Outcome::Limit { limit, value }
            }
            Status::Aborted(Abort::Input) => Outcome::Input,
            _ => Outcome::Stopped,
        };
        let (samples, peak_bytes) = self.samples.so_far();
        // Steps are the line events; a program that ended has one more, the state at its end.
        let events = if ended { last_step + 1 } else { self.vm.steps.max(1) - 1 };
        let mut marks = timeline::marks(&self.vm, error_step);
        if outcome == Outcome::Input {
            // What died when the line that asks was given up did not die in the program.
            marks.retain(|mark| mark.step < events || mark.kind == MarkKind::Print);
        }
        let waiting = (outcome == Outcome::Input).then(|| {
            let output = self.vm.output.clone();
            Box::new(Waiting { origin: self.origin, output, samples: self.samples, limits: self.limits })
        });
        let report = RunReport {
            version: self.vm.version.name.to_owned(),
            steps: events + 1,
            outcome,
            marks,
            output: timeline::chunks(&self.vm),
            samples,
            peak_bytes,
        };
        Recording::new(self.checkpoints, report, answers, waiting)
    }
}

//! What the page knows, as a pure state machine: an [`Action`] goes in, the state changes, and
//! [`Effect`]s come out for the application to carry out. Nothing in here touches the browser.

mod notes;
mod recording;
#[cfg(test)]
mod tests;

use ouro_protocol::{Diagnostic, Limits, Outcome, Request, Response, RunOptions, VersionInfo};

pub use self::{
    notes::{Note, Notes},
    recording::Recording,
};
use crate::{link::LinkError, shared::Shared};

/// Steps a second at normal speed, while playing.
pub const NORMAL_SPEED: f64 = 1.0;

/// How often an engine that never gets ready is started again.
const MAX_LOSSES: u32 = 2;

/// What happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The engine answered.
    Engine(Response),
    /// The engine's worker is gone: it broke, or could not be loaded.
    EngineLost,
    /// A second or two after `Effect::ArmStop`.
    StopOverdue { run: u32 },
    /// The reader typed; the whole text.
    Edit { source: String },
    /// Time for a check of the text as it stands now.
    CheckDue,
    /// Another program takes the editor's place, and runs.
    Load { source: String, step: u32, options: RunOptions },
    /// The page was opened with a link that cannot be read.
    BadLink(LinkError),
    /// Run the text.
    Run,
    /// A line of input, or its end, for the run that waits for it.
    Answer(Option<String>),
    /// Another answer in the place of one given before; runs again.
    ChangeAnswer { index: usize, line: String },
    /// Run again and ask everything anew.
    ForgetAnswers,
    /// End the run.
    Stop,
    /// Show a step.
    Go(Move),
    /// Start or stop playing.
    TogglePlay,
    /// The clock of playing.
    Tick,
    /// Speed of playing, in steps a second.
    SetSpeed(f64),
    /// Follow another release; runs again.
    SetVersion(String),
    /// Other limits, for the next run.
    SetLimits(Limits),
    /// Close a notice.
    Dismiss(Notice),
}

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Step 0.
    First,
    /// One back.
    Back,
    /// One forward.
    Forward,
    /// The end.
    Last,
    /// A step.
    To(u32),
}

/// What the application is to do after an action.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send to the engine.
    Send(Request),
    /// Dispatch `StopOverdue` later.
    ArmStop { run: u32 },
    /// End the worker and start another.
    RestartEngine,
    /// Dispatch `CheckDue` soon, instead of any that is waiting.
    CheckLater,
    /// Keep the text in local storage, and leave the link that the page was opened with.
    Keep,
}

/// A banner above the page. Several can be up at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link is damaged, or newer than this page.
    Link(LinkError),
    /// The engine was started again.
    Restarted,
    /// The engine cannot be started.
    NoEngine,
    /// The text has a mistake; the last good run is still shown.
    Rejected,
    /// How the run shown ended.
    Outcome,
}

/// A run that is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// Its number.
    pub run: u32,
    /// Steps so far.
    pub steps: u32,
    /// Bytes alive.
    pub bytes: u64,
    /// Whether `Stop` was sent.
    pub stopping: bool,
}

/// All that the page shows, apart from its looks.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The editor's text.
    pub source: Shared<String>,
    /// How often the text came from elsewhere than the editor.
    pub fills: u32,
    /// Whether the engine takes requests.
    pub ready: bool,
    /// The releases it can follow.
    pub versions: Shared<Vec<VersionInfo>>,
    /// The modules it can import.
    pub modules: Shared<Vec<String>>,
    /// How the next run is to be run.
    pub options: RunOptions,
    /// The run going on.
    pub running: Option<Running>,
    /// The last good run.
    pub recording: Option<Recording>,
    /// Mistakes in the text.
    pub diagnostics: Shared<Vec<Diagnostic>>,
    /// The mistake for which the last run was refused.
    pub rejected: Option<Shared<Diagnostic>>,
    /// Whether it steps by itself.
    pub playing: bool,
    /// Steps a second.
    pub speed: f64,
    notices: Vec<Notice>,
    last_run: u32,
    last_check: u32,
    /// How often the engine was lost since it was last ready.
    losses: u32,
    /// The step to open the running run at.
    open_at: u32,
    /// A run that waits for the engine to be ready.
    run_when_ready: bool,
    /// The text that the running run was given.
    run_source: Shared<String>,
}

impl State {
    /// The page before anything has happened.
    pub fn new(source: String, step: u32, options: RunOptions) -> State {
        State {
            source: Shared::new(source),
            fills: 0,
            ready: false,
            versions: Shared::default(),
            modules: Shared::default(),
            options,
            running: None,
            recording: None,
            diagnostics: Shared::default(),
            rejected: None,
            playing: false,
            speed: NORMAL_SPEED,
            notices: Vec::new(),
            last_run: 0,
            last_check: 0,
            losses: 0,
            open_at: step,
            run_when_ready: true,
            run_source: Shared::default(),
        }
    }

    /// The banners to show, oldest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether the text is another than that of the run shown.
    pub fn is_edited(&self) -> bool {
        self.recording.as_ref().is_some_and(|recording| *recording.source != *self.source)
    }

    /// What to mark in the text: mistakes in it, else the error that ended the run of it.
    pub fn mistakes(&self) -> Shared<Vec<Diagnostic>> {
        match &self.recording {
            Some(recording) if self.diagnostics.is_empty() && !self.is_edited() => recording.error.clone(),
            _ => self.diagnostics.clone(),
        }
    }

    /// Whether a program runs, or the step wanted is still to come.
    pub fn is_busy(&self) -> bool {
        self.running.is_some() || self.recording.as_ref().is_some_and(Recording::is_waiting)
    }

    /// The only way to change anything.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Engine(response) => self.answer(response),
            Action::EngineLost => self.restart(),
            Action::StopOverdue { run } => match self.running {
                Some(running) if running.run == run => self.restart(),
                _ => Vec::new(),
            },
            Action::Edit { source } => {
                if source == *self.source {
                    return Vec::new();
                }
                self.source = Shared::new(source);
                vec![Effect::Keep, Effect::CheckLater]
            }
            Action::CheckDue => self.check(),
            Action::Load { source, step, options } => {
                self.source = Shared::new(source);
                self.options = options;
                self.fills += 1;
                self.notices.retain(|notice| !matches!(notice, Notice::Link(_)));
                self.run(step)
            }
            Action::BadLink(error) => {
                self.note(Notice::Link(error));
                Vec::new()
            }
            Action::Run => {
                let step = match &self.recording {
                    Some(recording) if *recording.source == *self.source => recording.wanted,
                    _ => 0,
                };
                self.run(step)
            }
            Action::Answer(line) => {
                if !self.recording.as_ref().is_some_and(Recording::asks) || self.running.is_some() {
                    return Vec::new();
                }
                self.options.answers.push(line);
                // Who waited with the program goes on with it.
                let step = self.recording.as_ref().filter(|recording| !recording.is_last());
                self.run(step.map_or(u32::MAX, |recording| recording.wanted))
            }
            Action::ChangeAnswer { index, line } => match self.options.answers.get_mut(index) {
                Some(answer) => {
                    *answer = Some(line);
                    self.run(u32::MAX)
                }
                None => Vec::new(),
            },
            Action::ForgetAnswers => {
                self.options.answers.clear();
                self.run(0)
            }
            Action::Stop => self.stop(),
            Action::Go(to) => {
                self.playing = false;
                self.go(to)
            }
            Action::TogglePlay => self.toggle_play(),
            Action::Tick => self.tick(),
            Action::SetSpeed(speed) => {
                self.speed = speed;
                Vec::new()
            }
            Action::SetVersion(version) => {
                self.options.version = version;
                let step = self.recording.as_ref().map_or(0, |recording| recording.wanted);
                self.run(step)
            }
            Action::SetLimits(limits) => {
                self.options.limits = limits;
                Vec::new()
            }
            Action::Dismiss(notice) => {
                self.notices.retain(|other| *other != notice);
                Vec::new()
            }
        }
    }

    fn note(&mut self, notice: Notice) {
        self.notices.retain(|other| *other != notice);
        self.notices.push(notice);
    }

    fn answer(&mut self, response: Response) -> Vec<Effect> {
        match response {
            Response::Ready { versions, modules } => {
                if !versions.iter().any(|version| version.name == self.options.version)
                    && let Some(first) = versions.first()
                {
                    self.options.version = first.name.clone();
                }
                self.ready = true;
                self.losses = 0;
                self.versions = Shared::new(versions);
                self.modules = Shared::new(modules);
                let mut effects = self.check();
                if self.run_when_ready {
                    effects.extend(self.run(self.open_at));
                }
                effects
            }
            Response::Rejected { run, diagnostic } => {
                if self.is_running(run) {
                    self.running = None;
                    self.diagnostics = Shared::new(vec![diagnostic.clone()]);
                    self.rejected = Some(Shared::new(diagnostic));
                    self.note(Notice::Rejected);
                }
                Vec::new()
            }
            Response::Progress { run, steps, bytes } => {
                if let Some(running) = self.running.as_mut().filter(|running| running.run == run) {
                    (running.steps, running.bytes) = (steps, bytes);
                }
                Vec::new()
            }
            Response::Finished { run, report } => {
                if !self.is_running(run) {
                    return Vec::new();
                }
                self.running = None;
                if !matches!(report.outcome, Outcome::Completed { status: 0 } | Outcome::Input) {
                    self.note(Notice::Outcome);
                }
                let source = self.run_source.clone();
                let mut recording = Recording::new(run, source, report, self.recording.take());
                // A program that asks is shown asking, unless a certain step is wanted.
                let asks = recording.asks() && self.open_at == 0;
                let seek = recording.go(if asks { Move::Last } else { Move::To(self.open_at) });
                self.recording = Some(recording);
                seek.into_iter().map(Effect::Send).collect()
            }
            Response::View { run, view } => match &mut self.recording {
                Some(recording) if recording.run == run => {
                    recording.receive(view).into_iter().map(Effect::Send).collect()
                }
                _ => Vec::new(),
            },
            Response::Checked { check, diagnostics } => {
                if check == self.last_check {
                    if diagnostics.is_empty() {
                        self.rejected = None;
                        self.notices.retain(|notice| *notice != Notice::Rejected);
                    }
                    self.diagnostics = Shared::new(diagnostics);
                }
                Vec::new()
            }
        }
    }

    fn is_running(&self, run: u32) -> bool {
        self.running.is_some_and(|running| running.run == run)
    }

    fn check(&mut self) -> Vec<Effect> {
        // Not during a run: the engine would answer after it, when the text may be another.
        if !self.ready || self.running.is_some() {
            return Vec::new();
        }
        self.last_check += 1;
        vec![Effect::Send(Request::Check { check: self.last_check, source: self.source.to_string() })]
    }

    fn run(&mut self, step: u32) -> Vec<Effect> {
        self.open_at = step;
        self.playing = false;
        if !self.ready {
            self.run_when_ready = true;
            return Vec::new();
        }
        let mut effects = self.stop();
        self.run_when_ready = false;
        self.last_run += 1;
        self.notices.retain(|notice| matches!(notice, Notice::Link(_)));
        self.rejected = None;
        self.run_source = self.source.clone();
        self.running = Some(Running { run: self.last_run, steps: 0, bytes: 0, stopping: false });
        let (source, options) = (self.source.to_string(), self.options.clone());
        effects.push(Effect::Send(Request::Run { run: self.last_run, source, options }));
        effects
    }

    fn stop(&mut self) -> Vec<Effect> {
        match &mut self.running {
            Some(running) if !running.stopping => {
                running.stopping = true;
                let run = running.run;
                vec![Effect::Send(Request::Stop { run }), Effect::ArmStop { run }]
            }
            _ => Vec::new(),
        }
    }

    fn restart(&mut self) -> Vec<Effect> {
        self.running = None;
        self.ready = false;
        self.playing = false;
        self.run_when_ready = false;
        if let Some(recording) = &mut self.recording {
            recording.lose_engine();
        }
        self.losses += 1;
        if self.losses > MAX_LOSSES {
            self.notices.retain(|notice| *notice != Notice::Restarted);
            self.note(Notice::NoEngine);
            return Vec::new();
        }
        self.note(Notice::Restarted);
        vec![Effect::RestartEngine]
    }

    fn go(&mut self, to: Move) -> Vec<Effect> {
        let seek = self.recording.as_mut().and_then(|recording| recording.go(to));
        seek.into_iter().map(Effect::Send).collect()
    }

    fn toggle_play(&mut self) -> Vec<Effect> {
        let Some(recording) = &self.recording else { return Vec::new() };
        self.playing = !self.playing;
        // From the end, playing starts over.
        if self.playing && recording.is_last() { self.go(Move::First) } else { Vec::new() }
    }

    fn tick(&mut self) -> Vec<Effect> {
        let Some(recording) = &self.recording else { return Vec::new() };
        if !self.playing || recording.is_waiting() {
            return Vec::new();
        }
        let effects = self.go(Move::Forward);
        if self.recording.as_ref().is_none_or(Recording::is_last) {
            self.playing = false;
        }
        effects
    }
}

//! One reader's work with the engine: a run in progress, and the recording of the last good one.

use ouro_library::Library;
use ouro_protocol::{Request, Response, RunOptions, VersionInfo};
use ouro_python::modules;
use ouro_python::version::Version;
use ouro_replay::{Progress, RecordError, Recorder, Recording};

/// Instructions that loop or call between two looks at the clock.
const SLICE: u64 = 50_000;

/// Answers requests. A run is advanced by [`Session::advance`], so that whoever owns the session stays able to take
/// the next request.
pub struct Session {
    library: Library,
    running: Option<(u32, Recorder)>,
    finished: Option<(u32, Recording)>,
}

impl Session {
    /// A session whose programs import from a library.
    pub fn new(library: Library) -> Session {
        Session { library, running: None, finished: None }
    }

    /// What the engine says first.
    pub fn ready(&self) -> Response {
        let versions = Version::all()
            .into_iter()
            .map(|v| VersionInfo {
                name: v.name.to_owned(),
                history: v.history.map(str::to_owned),
                checked_against: format!("{}.{}.{}", v.number.0, v.number.1, v.number.2),
            })
            .collect();
        Response::Ready { versions, modules: modules::names(&self.library).into_iter().map(str::to_owned).collect() }
    }

    /// Whether a run is in progress.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Takes a request. Some are answered at once, a run as it goes on.
    pub fn handle(&mut self, request: Request) -> Option<Response> {
        match request {
            Request::Run { run, source, options } => {
                self.running = None;
                match self.record(&source, &options) {
                    Ok(recorder) => {
                        self.running = Some((run, recorder));
                        None
                    }
                    Err(RecordError::Syntax(diagnostic)) => Some(Response::Rejected { run, diagnostic }),
                    Err(error @ RecordError::UnknownVersion(_)) => Some(Response::Rejected {
                        run,
                        diagnostic: ouro_protocol::Diagnostic {
                            exception: "ValueError".to_owned(),
                            message: error.to_string(),
                            line: 1,
                            column: 1,
                            end_line: 1,
                            end_column: 1,
                        },
                    }),
                }
            }
            Request::Stop { run } => {
                match self.running.as_mut() {
                    Some((running, recorder)) if *running == run => recorder.stop(),
                    _ => return None,
                }
                self.finish()
            }
            Request::Seek { run, step } => {
                let (finished, recording) = self.finished.as_mut()?;
                if *finished != run {
                    return None;
                }
                ouro_insight::seek(recording, step).map(|view| Response::View { run, view })
            }
            Request::Check { check, source } => {
                Some(Response::Checked { check, diagnostics: Recorder::check(&source) })
            }
        }
    }

    /// Goes on with the run in progress until `is_time` says so: `Progress` or, at the end, `Finished`.
    pub fn advance(&mut self, is_time: impl Fn() -> bool) -> Option<Response> {
        let (run, recorder) = self.running.as_mut()?;
        loop {
            match recorder.advance(SLICE) {
                Progress::Over => return self.finish(),
                Progress::Running { steps, bytes } if is_time() => {
                    return Some(Response::Progress { run: *run, steps, bytes });
                }
                Progress::Running { .. } => {}
            }
        }
    }

    /// Goes on with the last recording if that waits for what the options bring; else runs from the start.
    fn record(&mut self, source: &str, options: &RunOptions) -> Result<Recorder, RecordError> {
        if let Some((run, recording)) = self.finished.take() {
            match Recorder::resume(recording, source, options) {
                Ok(recorder) => return Ok(recorder),
                Err(recording) => self.finished = Some((run, *recording)),
            }
        }
        Recorder::new(source, options, self.library)
    }

    fn finish(&mut self) -> Option<Response> {
        let (run, recorder) = self.running.take()?;
        let recording = recorder.finish();
        let report = recording.report().clone();
        self.finished = Some((run, recording));
        Some(Response::Finished { run, report })
    }
}

//! The stages of a command, with the time that each took.

use std::time::{Duration, Instant};

use crate::Result;

/// Runs stages, and tells their times at the end.
#[derive(Default)]
pub struct Stages {
    times: Vec<(&'static str, Duration)>,
}

impl Stages {
    /// Runs one stage under a heading.
    pub fn run<T>(&mut self, name: &'static str, stage: impl FnOnce() -> Result<T>) -> Result<T> {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let outcome = stage();
        self.times.push((name, start.elapsed()));
        outcome.map_err(|error| format!("{name}: {error}").into())
    }

    /// Prints the time of each stage and of all together, in seconds.
    pub fn report(&self) {
        eprintln!("\nSeconds by stage");
        for (name, time) in &self.times {
            eprintln!("{:8.1}  {name}", time.as_secs_f64());
        }
        let all: Duration = self.times.iter().map(|(_, time)| *time).sum();
        eprintln!("{:8.1}  all", all.as_secs_f64());
    }
}

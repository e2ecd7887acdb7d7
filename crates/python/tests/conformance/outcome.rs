//! What a program did, and the file that it is recorded in.

use std::fmt;

/// What of a run is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Exit status.
    pub status: i32,
    /// Standard output.
    pub stdout: String,
    /// What is kept of standard error.
    pub stderr: String,
}

/// First line of a section: which releases, and their exit status.
const HEAD: &str = "=== ";
/// What follows is from standard error.
const STDERR: &str = "--- stderr";
/// After a text that does not end with a line's end.
const NO_NEWLINE: &str = "\\ no newline at the end";

impl Outcome {
    /// The error in what was written, if it cannot be told from the recording's own lines.
    pub fn check(&self) -> Result<(), String> {
        let own = |line: &str| line.starts_with(HEAD) || line == STDERR || line == NO_NEWLINE;
        match self.stdout.lines().chain(self.stderr.lines()).find(|line| own(line)) {
            Some(line) => Err(format!("it prints {line:?}, which the recording uses itself")),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.stdout)?;
        if !self.stdout.is_empty() && !self.stdout.ends_with('\n') {
            write!(f, "\n{NO_NEWLINE}\n")?;
        }
        if self.stderr.is_empty() {
            return Ok(());
        }
        writeln!(f, "{STDERR}")?;
        write!(f, "{}", self.stderr)?;
        if self.stderr.ends_with('\n') { Ok(()) } else { writeln!(f) }
    }
}

/// The recording of a program: a section for each group of releases that did the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    sections: Vec<(Vec<String>, Outcome)>,
}

impl Expectation {
    /// Joins releases that did the same.
    pub fn of_releases(outcomes: Vec<(String, Outcome)>) -> Expectation {
        let mut sections: Vec<(Vec<String>, Outcome)> = Vec::new();
        for (release, outcome) in outcomes {
            match sections.iter_mut().find(|(_, other)| *other == outcome) {
                Some((releases, _)) => releases.push(release),
                None => sections.push((vec![release], outcome)),
            }
        }
        Expectation { sections }
    }

    /// What a release did.
    pub fn of(&self, release: &str) -> Result<&Outcome, String> {
        let section = self.sections.iter().find(|(releases, _)| releases.iter().any(|r| r == release));
        section.map(|(_, outcome)| outcome).ok_or_else(|| format!("nothing is recorded for {release}"))
    }

    /// Reads a recording.
    pub fn parse(text: &str) -> Result<Expectation, String> {
        let mut sections: Vec<(Vec<String>, Outcome)> = Vec::new();
        let mut in_stderr = false;
        for line in text.lines() {
            if let Some(head) = line.strip_prefix(HEAD) {
                let (releases, status) = head.rsplit_once(": exit ").ok_or_else(|| format!("no head: {line:?}"))?;
                let status = status.parse().map_err(|_| format!("no status: {line:?}"))?;
                let releases = releases.split(", ").map(str::to_owned).collect();
                sections.push((releases, Outcome { status, stdout: String::new(), stderr: String::new() }));
                in_stderr = false;
                continue;
            }
            let (_, outcome) = sections.last_mut().ok_or("it does not begin with a section")?;
            if line == STDERR {
                in_stderr = true;
                continue;
            }
            let part = if in_stderr { &mut outcome.stderr } else { &mut outcome.stdout };
            if line == NO_NEWLINE {
                part.pop();
            } else {
                part.push_str(line);
                part.push('\n');
            }
        }
        Ok(Expectation { sections })
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (releases, outcome) in &self.sections {
            write!(f, "{HEAD}{}: exit {}\n{outcome}", releases.join(", "), outcome.status)?;
        }
        Ok(())
    }
}

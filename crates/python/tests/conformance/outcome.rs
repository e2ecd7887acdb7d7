//! What a program did, and the file that it is recorded in.

use std::fmt;

use ouro_trace::Value;

use crate::records;

/// What of a run is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Exit status.
    pub status: i32,
    /// Standard output.
    pub stdout: String,
    /// What is kept of standard error.
    pub stderr: String,
    /// The states of its memory, for programs of which they are compared.
    pub records: Vec<Value>,
}

/// First line of a section: which releases, and their exit status.
const HEAD: &str = "=== ";
/// What follows is from standard error.
const STDERR: &str = "--- stderr";
/// What follows are the states of its memory.
const RECORDS: &str = "--- records";
/// After a text that does not end with a line's end.
const NO_NEWLINE: &str = "\\ no newline at the end";

/// No program about one thing needs more bytes.
const MAX_RECORDS: usize = 64 << 10;

impl Outcome {
    /// The error in what was written, if it cannot be told from the recording's own lines.
    pub fn check(&self) -> Result<(), String> {
        let own = |line: &str| line.starts_with(HEAD) || [STDERR, RECORDS, NO_NEWLINE].contains(&line);
        if let Some(line) = self.stdout.lines().chain(self.stderr.lines()).find(|line| own(line)) {
            return Err(format!("it prints {line:?}, which the recording uses itself"));
        }
        let text = records::write(&self.records);
        let lines: Vec<&str> = text.lines().collect();
        if records::read(&lines)? != self.records {
            return Err("its names cannot be told apart in a recording".to_owned());
        }
        if text.len() > MAX_RECORDS {
            return Err(format!("its records have {} bytes: fewer lines or fewer objects would do", text.len()));
        }
        Ok(())
    }
}

impl Outcome {
    /// Reads what is in a section under its head.
    fn parse(status: &str, lines: &[&str]) -> Result<Outcome, String> {
        let status = status.parse().map_err(|_| format!("no status: {status:?}"))?;
        let records_at = lines.iter().position(|line| *line == RECORDS).unwrap_or(lines.len());
        let (printed, records) = lines.split_at(records_at);
        let stderr_at = printed.iter().position(|line| *line == STDERR).unwrap_or(printed.len());
        let (stdout, stderr) = printed.split_at(stderr_at);
        let text = |lines: &[&str]| match lines.split_last() {
            Some((&NO_NEWLINE, before)) => before.join("\n"),
            _ => lines.iter().flat_map(|line| [*line, "\n"]).collect(),
        };
        Ok(Outcome {
            status,
            stdout: text(stdout),
            stderr: text(stderr.get(1..).unwrap_or(&[])),
            records: records::read(records.get(1..).unwrap_or(&[]))?,
        })
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.stdout)?;
        if !self.stdout.is_empty() && !self.stdout.ends_with('\n') {
            write!(f, "\n{NO_NEWLINE}\n")?;
        }
        if !self.stderr.is_empty() {
            writeln!(f, "{STDERR}")?;
            write!(f, "{}", self.stderr)?;
            if !self.stderr.ends_with('\n') {
                writeln!(f)?;
            }
        }
        if !self.records.is_empty() {
            write!(f, "{RECORDS}\n{}", records::write(&self.records))?;
        }
        Ok(())
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
        let mut sections = Vec::new();
        let lines: Vec<&str> = text.lines().collect();
        let mut starts = lines.iter().enumerate().filter(|(_, line)| line.starts_with(HEAD)).peekable();
        if !lines.is_empty() && starts.peek().is_none_or(|(first, _)| *first != 0) {
            return Err("it does not begin with a section".to_owned());
        }
        while let Some((start, line)) = starts.next() {
            let (releases, status) =
                line[HEAD.len()..].rsplit_once(": exit ").ok_or_else(|| format!("no head: {line:?}"))?;
            let end = starts.peek().map_or(lines.len(), |(next, _)| *next);
            let outcome = Outcome::parse(status, &lines[start + 1..end])?;
            sections.push((releases.split(", ").map(str::to_owned).collect(), outcome));
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

//! Comparing, and the table of results.

use std::collections::BTreeMap;

use ouro_python::version::Version;

use crate::{Outcome, Program, release_name};

/// Nothing, or why a program fails on a release.
pub type Verdict = Result<(), String>;

/// The first difference of two outcomes.
pub fn compare(expected: &Outcome, found: &Outcome) -> Verdict {
    if let Some(difference) = ouro_trace::first_difference(&expected.records, &found.records) {
        return Err(difference.to_string());
    }
    let same = |a: &str, b: &str| a.trim_end_matches('\n') == b.trim_end_matches('\n');
    if expected.status == found.status && expected.stdout == found.stdout && same(&expected.stderr, &found.stderr) {
        return Ok(());
    }
    let printed = |outcome: &Outcome| Outcome { records: Vec::new(), ..outcome.clone() }.to_string();
    let (wanted, got) = (printed(expected), printed(found));
    let mut lines = (wanted.lines(), got.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (lines.0.next(), lines.1.next()) {
            (None, None) => return Err(format!("exit status {}, not {}", found.status, expected.status)),
            (a, b) if a == b => {}
            (a, b) => {
                let shown = |line: Option<&str>| line.unwrap_or("(nothing more)").to_owned();
                return Err(format!("line {number}\n    CPython: {}\n    Ouro:    {}", shown(a), shown(b)));
            }
        }
    }
}

/// Prints the failures and how many programs pass, by topic and release; no verdict where nothing is recorded. True if all do.
pub fn print(programs: &[Program], versions: &[Version], verdicts: &[Vec<Option<Verdict>>]) -> bool {
    let releases: Vec<String> = versions.iter().map(release_name).collect();
    let mut topics: BTreeMap<&str, Row> = BTreeMap::new();
    let mut all = Row::default();
    for (program, verdicts) in programs.iter().zip(verdicts) {
        topics.entry(&program.topic).or_default().add(verdicts);
        all.add(verdicts);
        let mut failures: Vec<(&str, Vec<&str>)> = Vec::new();
        for (release, verdict) in releases.iter().zip(verdicts) {
            let Some(Err(message)) = verdict else { continue };
            match failures.iter_mut().find(|(other, _)| other == message) {
                Some((_, on)) => on.push(release),
                None => failures.push((message, vec![release])),
            }
        }
        for (message, on) in failures {
            println!("{}/{} on {}: {message}", program.topic, program.name, on.join(", "));
        }
    }
    let width = topics.keys().map(|topic| topic.len()).max().unwrap_or(0).max("all topics".len());
    let heads: String = releases.iter().map(|release| format!("{release:>8}")).collect();
    println!("{:width$}  programs{heads}", "topic passes");
    for (topic, row) in topics.iter().map(|(topic, row)| (*topic, row)).chain([("all topics", &all)]) {
        let cells: String = row.passed.iter().map(|passed| format!("{:>8}", shown(*passed))).collect();
        println!("{topic:width$}  {:>8}{cells}", row.programs);
    }
    all.failed == 0
}

/// A line of the table.
#[derive(Default)]
struct Row {
    programs: usize,
    /// By release; nothing where nothing is recorded.
    passed: Vec<Option<usize>>,
    failed: usize,
}

impl Row {
    fn add(&mut self, verdicts: &[Option<Verdict>]) {
        self.programs += 1;
        self.passed.resize(verdicts.len(), None);
        for (passed, verdict) in self.passed.iter_mut().zip(verdicts) {
            match verdict {
                Some(Ok(())) => *passed = Some(passed.unwrap_or(0) + 1),
                Some(Err(_)) => {
                    *passed = Some(passed.unwrap_or(0));
                    self.failed += 1;
                }
                None => {}
            }
        }
    }
}

fn shown(passed: Option<usize>) -> String {
    passed.map_or_else(|| "-".to_owned(), |passed| passed.to_string())
}

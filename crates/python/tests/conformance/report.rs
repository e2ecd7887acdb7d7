//! Comparing, and the table of results.

use std::collections::BTreeMap;

use ouro_python::version::Version;

use crate::{Outcome, Program, release_name};

/// Nothing, or why a program fails on a release.
pub type Verdict = Result<(), String>;

/// The first difference of two outcomes.
pub fn compare(expected: &Outcome, found: &Outcome) -> Verdict {
    let same = |a: &str, b: &str| a.trim_end_matches('\n') == b.trim_end_matches('\n');
    if expected.status == found.status && expected.stdout == found.stdout && same(&expected.stderr, &found.stderr) {
        return Ok(());
    }
    let (wanted, got) = (expected.to_string(), found.to_string());
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

/// Prints the failures and how many programs pass, by topic and release. True if all do.
pub fn print(programs: &[Program], versions: &[Version], verdicts: &[Vec<Verdict>]) -> bool {
    let releases: Vec<String> = versions.iter().map(release_name).collect();
    let mut topics: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
    let mut all = (0, vec![0; releases.len()]);
    for (program, verdicts) in programs.iter().zip(verdicts) {
        let topic = topics.entry(&program.topic).or_insert((0, vec![0; releases.len()]));
        topic.0 += 1;
        all.0 += 1;
        let same = verdicts.windows(2).all(|pair| pair[0] == pair[1]);
        for (index, verdict) in verdicts.iter().enumerate() {
            match verdict {
                Ok(()) => {
                    topic.1[index] += 1;
                    all.1[index] += 1;
                }
                Err(_) if same && index > 0 => {}
                Err(message) => {
                    let on = if same { releases.join(", ") } else { releases[index].clone() };
                    println!("{}/{} on {on}: {message}", program.topic, program.name);
                }
            }
        }
    }
    let width = topics.keys().map(|topic| topic.len()).max().unwrap_or(0).max("all topics".len());
    let heads: String = releases.iter().map(|release| format!("{release:>8}")).collect();
    println!("{:width$}  programs{heads}", "topic passes");
    for (topic, (count, passed)) in topics.iter().map(|(topic, row)| (*topic, row)).chain([("all topics", &all)]) {
        let cells: String = passed.iter().map(|passed| format!("{passed:>8}")).collect();
        println!("{topic:width$}  {count:>8}{cells}");
    }
    all.1.iter().all(|&passed| passed == all.0)
}

//! Makes a program smaller as long as it shows a difference: by leaving out lines with what is indented below them, and by
//! putting a block's lines in the block's place.

/// How many programs are tried at most.
const ATTEMPTS: u32 = 600;

/// The smallest program found for which `differs` holds.
pub fn shrink(text: &str, mut differs: impl FnMut(&str) -> bool) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut attempts = 0;
    loop {
        let before = lines.len();
        // From the end: what comes later needs what comes before.
        let mut at = lines.len();
        while at > 0 {
            at = (at - 1).min(lines.len().saturating_sub(1));
            for candidate in candidates(&lines, at) {
                attempts += 1;
                if attempts > ATTEMPTS {
                    return joined(&lines);
                }
                if differs(&joined(&candidate)) {
                    lines = candidate;
                    break;
                }
            }
        }
        if lines.len() == before {
            return joined(&lines);
        }
    }
}

fn joined(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The end of the block that the line begins, or of the line.
fn block_end(lines: &[String], at: usize) -> usize {
    let own = indentation(&lines[at]);
    let inside = |line: &&String| line.trim().is_empty() || indentation(line) > own;
    at + 1 + lines[at + 1..].iter().take_while(inside).count()
}

/// Whether a line goes on with the statement of a block before it.
fn is_clause(line: &str) -> bool {
    ["else:", "elif ", "except", "finally:"].iter().any(|word| line.trim_start().starts_with(word))
}

fn candidates(lines: &[String], at: usize) -> Vec<Vec<String>> {
    if at >= lines.len() {
        return Vec::new();
    }
    let end = block_end(lines, at);
    let own = indentation(&lines[at]);
    let mut found = Vec::new();
    let without = |from: usize, to: usize| [&lines[..from], &lines[to..]].concat();
    // The whole statement with all its clauses.
    let mut last = end;
    while lines.get(last).is_some_and(|line| indentation(line) == own && is_clause(line)) {
        last = block_end(lines, last);
    }
    if !is_clause(&lines[at]) {
        found.push(without(at, last));
    }
    if last > end || is_clause(&lines[at]) {
        found.push(without(at, end));
    }
    if end > at + 1 && !is_clause(&lines[at]) {
        let step = indentation(&lines[at + 1]).saturating_sub(own);
        let body = lines[at + 1..end].iter().map(|line| line.get(step..).unwrap_or("").to_owned());
        found.push(lines[..at].iter().cloned().chain(body).chain(lines[last..].iter().cloned()).collect());
    }
    if let Some(word) = lines[at].split_whitespace().next()
        && end == at + 1
        && word != "pass"
    {
        let mut emptied = lines.to_vec();
        emptied[at] = format!("{}pass", " ".repeat(own));
        found.push(emptied);
    }
    found
}

//! "Did you mean": the closest of several names (CPython 3.13 suggestions.c).

const MAX_CANDIDATES: usize = 750;
const MAX_LENGTH: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

fn substitution_cost(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.to_lowercase().eq(b.to_lowercase()) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// The cost of turning one name into another; `None` if it is more than `most` (levenshtein_distance).
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).map(|i| i * MOVE_COST).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE_COST;
        for (j, &y) in b.iter().enumerate() {
            let substituted = diagonal + substitution_cost(x, y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j].min(diagonal) + MOVE_COST);
        }
    }
    row.last().copied().filter(|&cost| cost <= most)
}

/// The candidate closest to a misspelt name, if one is close enough (_Py_CalculateSuggestions).
pub(crate) fn closest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let wrong: Vec<char> = name.chars().collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.take(MAX_CANDIDATES) {
        if candidate == name {
            continue;
        }
        let chars: Vec<char> = candidate.chars().collect();
        // No more than about a third of the characters may differ.
        let mut most = (wrong.len() + chars.len() + 3) * MOVE_COST / 6;
        if let Some((cost, _)) = best {
            most = most.min(cost.saturating_sub(1));
        }
        if let Some(cost) = distance(&wrong, &chars, most)
            && best.is_none_or(|(b, _)| cost < b)
        {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, c)| c.to_owned())
}

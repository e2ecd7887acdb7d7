//! What a program did, and where two interpreters differ in it.

use ouro_trace::Value;

/// What a program did.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The exit status; negative: the signal that ended the process.
    pub status: i32,
    /// Standard output, with every address replaced.
    pub stdout: String,
    /// Standard error, with every address replaced and without the library's own lines in tracebacks.
    pub stderr: String,
    /// The state of memory before every line, where that is compared.
    pub records: Vec<Value>,
    /// What is wrong whatever CPython does: a panic, wrong counts, leaks. Empty for CPython.
    pub faults: Vec<String>,
    /// Whether it was ended by a limit of its runner.
    pub cut_short: bool,
}

/// What a comparison of two outcomes says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They are the same to the end.
    Equal,
    /// A limit ended the program on one side or both, and up to there the states of memory are the same.
    CutShort,
    /// They differ.
    Differs(Difference),
}

/// In what two outcomes differ: the first thing of those named here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// A fault of Ouro's.
    Fault,
    /// The state of memory before a line.
    Heap,
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
    /// The exit status.
    Status,
}

impl Difference {
    /// The first difference between two outcomes.
    pub fn between(cpython: &Outcome, ouro: &Outcome) -> Verdict {
        if !ouro.faults.is_empty() {
            Verdict::Differs(Difference::Fault)
        } else if heap_difference(cpython, ouro).is_some() {
            Verdict::Differs(Difference::Heap)
        } else if cpython.cut_short || ouro.cut_short {
            Verdict::CutShort
        } else if cpython.stdout != ouro.stdout {
            Verdict::Differs(Difference::Stdout)
        } else if cpython.stderr != ouro.stderr {
            Verdict::Differs(Difference::Stderr)
        } else if cpython.status != ouro.status {
            Verdict::Differs(Difference::Status)
        } else {
            Verdict::Equal
        }
    }

    /// The first lines that differ, for a reader.
    pub fn describe(self, cpython: &Outcome, ouro: &Outcome) -> String {
        match self {
            Difference::Fault => format!("fault: {}", ouro.faults.join("; ").chars().take(300).collect::<String>()),
            Difference::Heap => {
                heap_difference(cpython, ouro).map_or_else(String::new, |difference| difference.to_string())
            }
            Difference::Stdout => format!("stdout: {}", first_different_line(&cpython.stdout, &ouro.stdout)),
            Difference::Stderr => format!("stderr: {}", first_different_line(&cpython.stderr, &ouro.stderr)),
            Difference::Status => format!("status: CPython {}, Ouro {}", cpython.status, ouro.status),
        }
    }
}

/// The first state of memory that differs; of a run that was ended by a limit, as far as both have states.
fn heap_difference(cpython: &Outcome, ouro: &Outcome) -> Option<ouro_trace::Difference> {
    let (mut theirs, mut ours) = (&cpython.records[..], &ouro.records[..]);
    if cpython.cut_short || ouro.cut_short {
        // The last of each is the closing record.
        let common = theirs.len().min(ours.len()).saturating_sub(1);
        (theirs, ours) = (&theirs[..common], &ours[..common]);
    }
    ouro_trace::first_difference(theirs, ours)
}

fn first_different_line(cpython: &str, ouro: &str) -> String {
    let (mut left, mut right) = (cpython.lines(), ouro.lines());
    for number in 1.. {
        match (left.next(), right.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                let shown = |line: Option<&str>| line.map_or("(nothing)".to_owned(), str::to_owned);
                return format!("line {number}\n    CPython: {}\n    Ouro:    {}", shown(a), shown(b));
            }
        }
    }
    "the ends of lines".to_owned()
}

/// Replaces the hexadecimal numbers that look like addresses: they differ from run to run.
pub fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        result += "0x";
        result += if digits >= 6 { "ADDRESS" } else { &part[..digits] };
        result += &part[digits..];
    }
    result
}

/// Leaves the library's own lines out of tracebacks: the modules are others, line by line.
pub fn without_library_lines(text: &str) -> String {
    let mut result = String::new();
    // How far the `File` of a library's line is indented, while its source and carets follow.
    let mut within = None;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let file = line.trim_start().strip_prefix("File \"").and_then(|rest| rest.split('"').next());
        within = match file {
            Some(file) => (file.starts_with("<frozen ") || file.contains("/lib/python3.")).then_some(indent),
            None => within.filter(|library| indent > *library),
        };
        if within.is_none() {
            result += line;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run through lines, to its end or to a limit.
    fn run(lines: &[i64], cut_short: bool) -> Outcome {
        let states: String = lines.iter().map(|line| format!("{{\"ev\": \"line\", \"line\": {line}}}\n")).collect();
        let records = ouro_trace::parse(&format!("{states}{{\"ev\": \"stdout\"}}")).expect("records");
        Outcome { records, cut_short, ..Outcome::default() }
    }

    #[test]
    fn a_run_that_a_limit_ended_is_compared_as_far_as_it_went() {
        let whole = run(&[1, 2, 3], false);
        assert_eq!(Difference::between(&whole, &whole), Verdict::Equal);
        for cut in [run(&[1, 2], true), run(&[], true)] {
            assert_eq!(Difference::between(&whole, &cut), Verdict::CutShort);
            assert_eq!(Difference::between(&cut, &whole), Verdict::CutShort);
        }
        assert_eq!(Difference::between(&run(&[1, 5, 6], true), &whole), Verdict::Differs(Difference::Heap));
        assert_eq!(Difference::between(&run(&[1, 2], false), &whole), Verdict::Differs(Difference::Heap));
    }

    #[test]
    fn the_librarys_lines_are_left_out() {
        let own = "Traceback (most recent call last):\n  File \"p.py\", line 3, in <module>\n    f()\n    ~^^\n";
        let cpython = "  File \"/usr/lib/python3.13/weakref.py\", line 576, in __init__\n    info = 1\n    ~~~\n";
        let ouro = "  File \"<frozen weakref>\", line 618, in __init__\n";
        let end = "  File \"p.py\", line 9, in g\n    raise\nTypeError: no\n    more\n";
        assert_eq!(without_library_lines(&format!("{own}{cpython}{end}")), format!("{own}{end}"));
        assert_eq!(without_library_lines(&format!("{own}{ouro}TypeError: no\n")), format!("{own}TypeError: no\n"));
    }
}

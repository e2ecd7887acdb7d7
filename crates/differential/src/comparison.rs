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
    /// The first difference between two outcomes. A program that CPython was not given the time to end is not compared.
    pub fn between(cpython: &Outcome, ouro: &Outcome) -> Option<Difference> {
        if !ouro.faults.is_empty() {
            Some(Difference::Fault)
        } else if cpython.cut_short {
            None
        } else if ouro_trace::first_difference(&cpython.records, &ouro.records).is_some() {
            Some(Difference::Heap)
        } else if cpython.stdout != ouro.stdout {
            Some(Difference::Stdout)
        } else if cpython.stderr != ouro.stderr {
            Some(Difference::Stderr)
        } else if cpython.status != ouro.status {
            Some(Difference::Status)
        } else {
            None
        }
    }

    /// The first lines that differ, for a reader.
    pub fn describe(self, cpython: &Outcome, ouro: &Outcome) -> String {
        match self {
            Difference::Fault => format!("fault: {}", ouro.faults.join("; ").chars().take(300).collect::<String>()),
            Difference::Heap => ouro_trace::first_difference(&cpython.records, &ouro.records)
                .map_or_else(String::new, |difference| difference.to_string()),
            Difference::Stdout => format!("stdout: {}", first_different_line(&cpython.stdout, &ouro.stdout)),
            Difference::Stderr => format!("stderr: {}", first_different_line(&cpython.stderr, &ouro.stderr)),
            Difference::Status => format!("status: CPython {}, Ouro {}", cpython.status, ouro.status),
        }
    }
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

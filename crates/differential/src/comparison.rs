//! What a program did, and where two interpreters differ in it.

/// What a program did.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The exit status; negative: the signal that ended the process.
    pub status: i32,
    /// Standard output, with every address replaced.
    pub stdout: String,
    /// Standard error, with every address replaced.
    pub stderr: String,
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

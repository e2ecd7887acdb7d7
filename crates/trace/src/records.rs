//! Reading records, as the oracle prints them or [`crate::trace`] hands them out.

use serde_json::Value;

/// What a program did, as its closing record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// All that it wrote to standard output.
    pub stdout: String,
    /// All that it wrote to standard error.
    pub stderr: String,
    /// Its exit status; absent if the record has none.
    pub exit: Option<i64>,
}

/// The records in the oracle's output, one a line.
pub fn parse(lines: &str) -> serde_json::Result<Vec<Value>> {
    lines.lines().map(serde_json::from_str).collect()
}

/// The last of a program's records, if it is a closing one.
pub fn closing(records: &[Value]) -> Option<Closing> {
    let record = records.last().filter(|record| record["ev"] == "stdout")?;
    let text = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
    Some(Closing { stdout: text("text"), stderr: text("stderr"), exit: record["exit"].as_i64() })
}

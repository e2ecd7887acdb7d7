//! Messages as bytes: the page and the engine are built together, so that nothing needs names in them.

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};

use crate::{Request, Response};

/// Bytes that are no message: they come from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireError;

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a message of this version")
    }
}

impl std::error::Error for WireError {}

fn to_bytes(message: &impl Serialize) -> Result<Vec<u8>, WireError> {
    postcard::to_allocvec(message).map_err(|_| WireError)
}

fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    postcard::from_bytes(bytes).map_err(|_| WireError)
}

impl Request {
    /// The bytes to send.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WireError> {
        to_bytes(self)
    }

    /// The request that was sent.
    pub fn from_bytes(bytes: &[u8]) -> Result<Request, WireError> {
        from_bytes(bytes)
    }
}

impl Response {
    /// The bytes to send.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WireError> {
        to_bytes(self)
    }

    /// The response that was sent.
    pub fn from_bytes(bytes: &[u8]) -> Result<Response, WireError> {
        from_bytes(bytes)
    }
}

/// The build speaks to the engine without this crate (www/build/usual.js): a message that changes here changes there.
#[cfg(test)]
mod tests {
    use crate::{Limits, Outcome, Request, Response, RunOptions, RunReport};

    fn bytes(request: &Request) -> Vec<u8> {
        request.to_bytes().expect("plain data can be written")
    }

    #[test]
    fn requests_are_written_as_the_build_writes_them() {
        let limits = Limits { steps: 20_000, instructions: 100_000, bytes: 1 << 29, output: 1 << 20 };
        let options = RunOptions { version: "3.13".to_owned(), limits, answers: vec![Some("Ann".to_owned())] };
        let run = Request::Run { run: 300, source: "x".to_owned(), options };
        let written: Vec<&[u8]> = vec![
            &[0, 0xac, 2, 1, b'x', 4],
            b"3.13",
            &[0xa0, 0x9c, 1, 0xa0, 0x8d, 6, 0x80, 0x80, 0x80, 0x80, 2, 0x80, 0x80, 0x40],
            &[1, 1, 3],
            b"Ann",
        ];
        assert_eq!(bytes(&run), written.concat());
        assert_eq!(bytes(&Request::Seek { run: 1, step: 2 }), [2, 1, 2]);
        assert_eq!(bytes(&Request::Check { check: 1, source: "x".to_owned() }), [3, 1, 1, b'x']);
    }

    #[test]
    fn responses_begin_as_the_build_reads_them() {
        let report = RunReport {
            version: "3.13".to_owned(),
            steps: 300,
            outcome: Outcome::Stopped,
            marks: Vec::new(),
            output: Vec::new(),
            samples: Vec::new(),
            peak_bytes: 0,
        };
        let start = |response: Response| response.to_bytes().expect("plain data can be written");
        assert!(start(Response::Finished { run: 1, report }).starts_with(b"\x03\x01\x043.13\xac\x02"));
        assert_eq!(start(Response::Checked { check: 1, diagnostics: Vec::new() })[0], 5);
    }
}

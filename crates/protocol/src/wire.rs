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

//! The builtin functions, by concern.

pub(crate) mod numbers;

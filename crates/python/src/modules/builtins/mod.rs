//! The builtin functions, by concern.

pub(crate) mod iteration;
pub(crate) mod numbers;

//! Random programs on Ouro and on CPython: what makes them, what runs them, what compares and what shrinks them.
//! `cargo xtask differential` is the command.

pub mod comparison;
pub mod cpython;
pub mod generator;
pub mod oracle;
pub mod ouro;
pub mod session;
pub mod shrink;

/// What went wrong, for the developer to read.
pub type Error = Box<dyn std::error::Error>;
/// The outcome of a step.
pub type Result<T = ()> = std::result::Result<T, Error>;

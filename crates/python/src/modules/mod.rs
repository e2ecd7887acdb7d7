//! The modules that a program can import, written in Rust.

pub(crate) mod builtins;

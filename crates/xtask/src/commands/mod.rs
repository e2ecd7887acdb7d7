//! One file a command.

pub mod bench;
pub mod build;
pub mod conformance;
pub mod differential;
pub mod screenshots;
pub mod serve;
pub mod setup;
pub mod test;

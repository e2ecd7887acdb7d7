//! Runs a program once, keeps a timeline and a few checkpoints, and gives back the machine as it was before any step.
//!
//! A checkpoint is a clone of the machine. Everything else about a step is made by restoring the checkpoint before it
//! and running again, with the heap's journal on for the step of interest: the first run records nothing that it does
//! not need.

mod checkpoints;
mod recorder;
mod recording;
mod timeline;

pub use recorder::{Progress, RecordError, Recorder};
pub use recording::{Recording, Seen};

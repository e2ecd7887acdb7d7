//! What the commands need on a machine that has rustup and Node. Each part looks first, says what it does, and does
//! nothing where nothing is missing.

mod chromium;
mod packages;
mod python;
mod rust;
mod tools;

pub use chromium::{chinese_fonts, chromium};
pub use packages::{node, packages};
pub use python::{RELEASE as PYTHON_RELEASE, RELEASES as PYTHON_RELEASES, cpython, cpython_named, variable};
pub use rust::{lint_components, wasm_target};
pub use tools::{WebTools, web_tools};

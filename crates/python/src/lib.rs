//! A small Python whose memory behaves as CPython's.
//!
//! Source text becomes bytecode (`compiler`), bytecode runs on a machine (`vm`) whose objects live on an
//! `ouro_heap::Heap`. Nothing here records, draws, or knows the browser.

pub mod bytecode;
pub mod compiler;
pub mod data;
pub mod files;
pub mod format;
pub mod input;
pub mod modules;
pub mod native;
pub mod object;
pub mod output;
pub(crate) mod suggest;
pub mod text;
pub mod types;
pub mod version;
pub mod vm;

//! What str, bytes and files know about characters: their properties, their escapes in a repr, and their encodings.

pub mod codec;
pub mod escape;
pub mod pieces;
pub(crate) mod subscript;
pub mod unicode;
mod unicode_table;
mod wide;

//! What the types of [`crate::object::Data`] hold, without their behaviour.

mod class;
mod code;
mod dict;
mod exception;
mod frame;
mod function;
mod generator;
mod list;
mod module;
mod range_iterator;
mod set;
mod string;
#[cfg(test)]
mod tests;
mod weakref;

pub use class::{Class, ClassFlags, SharedKeys};
pub use code::{Cache, CodeObject};
pub use dict::{Dict, Entry};
pub use exception::{Exception, Traceback};
pub use frame::FrameObject;
pub use function::{BoundMethod, Function};
pub use generator::{Generator, GeneratorKind, GeneratorState};
pub use list::{ByteArray, ListItems};
pub use module::Module;
pub use range_iterator::RangeIterator;
pub use set::{Set, SetEntry};
pub use string::{Str, hash_bytes};
pub use weakref::Weakref;

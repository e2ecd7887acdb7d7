//! The engine as WebAssembly: in the page's worker it takes `Request`s as messages and posts `Response`s.

mod library;
mod session;
mod worker;

pub use session::Session;

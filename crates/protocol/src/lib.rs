//! Plain data that crosses between the engine (in a worker, or in a terminal) and any face of Ouro.
//!
//! Nothing here knows how a program runs or how a view is drawn. Every sentence that a reader sees is made by the face from these values and its message
//! files; the only texts in here are Python's own (type names, values, tracebacks).

mod diagnostic;
mod message;
mod report;
mod view;
mod wire;

pub use diagnostic::Diagnostic;
pub use message::{Limits, Request, Response, RunOptions, VersionInfo};
pub use report::{Chunk, ErrorInfo, ErrorRange, LimitKind, Mark, MarkKind, Outcome, RunReport, Sample, Stream};
pub use view::{
    Cause, Change, ChangeKind, CollectionView, Edge, EdgeKind, EventKind, FrameView, Generation, GenerationView,
    MemoryView, NameView, ObjectId, ObjectState, ObjectView, RefCount, View, WeakKind, WeakrefView,
};
pub use wire::WireError;

//! Explains a state of the machine: which objects a reader wants to see, which are reachable, which cycles are lost,
//! what the step before changed and by what. Knows nothing of how any of it is drawn.

mod changes;
mod edges;
mod number;
mod reach;
mod text;
mod view;
mod weakrefs;

pub use reach::{Reach, lost_cycles, reach};
pub use text::short_repr;
pub use view::{Earlier, earlier, seek};

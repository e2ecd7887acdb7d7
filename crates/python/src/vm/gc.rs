//! The collector as a program sees it: automatic runs, callbacks, statistics.

use ouro_heap::{Collection, Id, collect};

use super::{R, Vm};

/// One collection, for the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollectionRecord {
    /// The step during which it ran.
    pub step: u32,
    /// Whether the program asked for it.
    pub explicit: bool,
    /// What it came to.
    pub collection: Collection,
}

/// State of the `gc` module.
#[derive(Clone, Debug, Default)]
pub struct GcState {
    /// All collections so far.
    pub records: Vec<CollectionRecord>,
}

impl GcState {
    pub(crate) fn visit(&self, _visit: &mut dyn FnMut(Id)) {}
}

impl Vm {
    /// Runs the collection that the eval breaker was asked for (CPython 3.13 gc.c, _Py_RunGC).
    pub(crate) fn serve_gc(&mut self) -> R<()> {
        self.heap.gc_pending = false;
        if let Some(generation) = self.heap.select_generation() {
            self.collect_garbage(generation, false)?;
        }
        Ok(())
    }

    /// Collects, and keeps a record.
    pub fn collect_garbage(&mut self, generation: u8, explicit: bool) -> R<Collection> {
        let collection = collect(self, generation);
        self.gc.records.push(CollectionRecord { step: self.steps, explicit, collection });
        Ok(collection)
    }

    pub(crate) fn gc_save_garbage(&mut self, _id: Id) -> bool {
        false
    }
}

//! A check of every count against the references that there are.

use crate::{Heap, Id, Payload};

/// An object whose count is not the number of references to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The object.
    pub id: Id,
    /// Its count.
    pub counted: u32,
    /// References found: from other objects and from the roots.
    pub found: u32,
}

impl<P: Payload> Heap<P> {
    /// Recomputes every count from all objects and from the roots that `visit_roots` reports, one call for each
    /// reference held outside of the heap. Empty if all is well.
    pub fn audit(&self, visit_roots: impl FnOnce(&mut dyn FnMut(Id))) -> Vec<Mismatch> {
        let mut found = vec![0u32; self.slots.len()];
        visit_roots(&mut |id| found[id.index()] += 1);
        for id in self.ids() {
            self.visit(id, &mut |child| found[child.index()] += 1);
        }
        self.slots
            .iter()
            .enumerate()
            .skip(1)
            .filter_map(|(i, slot)| {
                let id = Id::from_index(i as u32);
                let counted = if slot.is_free() { 0 } else { self.refcount(id) };
                let immortal = !slot.is_free() && self.is_immortal(id);
                (!immortal && counted != found[i]).then_some(Mismatch { id, counted, found: found[i] })
            })
            .collect()
    }
}

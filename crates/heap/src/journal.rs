//! The observer: a record of what happens to watched objects. A heap without one pays nothing for it.

use crate::slot::{Slot, WATCHED};
use crate::{Heap, IMMORTAL, Id, Payload};

/// What happened to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// It was made, with one reference.
    Created,
    /// Its count changed by one.
    Count {
        /// References before.
        from: u32,
        /// References now.
        to: u32,
    },
    /// It went to another list: 0, 1, 2 for the generations, 3 for the permanent one, 255 for none; others while a
    /// collection runs.
    Moved {
        /// The list before.
        from: u8,
        /// The list now.
        to: u8,
    },
    /// Its finalizer was started.
    Finalized,
    /// A weak reference to it was cleared.
    WeakrefCleared,
    /// A collection found that nothing outside reaches it.
    Unreachable,
    /// Its memory was given back.
    Freed,
}

/// One entry of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The object's serial number.
    pub serial: u32,
    /// What happened.
    pub kind: EventKind,
    /// What was running: whatever was last given to [`Heap::set_journal_tag`].
    pub tag: u64,
}

/// What happened to watched objects since [`Heap::start_journal`].
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// In order.
    pub events: Vec<Event>,
    /// Whether events were left out because there were too many.
    pub truncated: bool,
    tag: u64,
    limit: usize,
}

impl<P: Payload> Slot<P> {
    #[inline]
    pub(crate) fn is_watched(&self) -> bool {
        self.rc & WATCHED != 0 && self.rc < IMMORTAL
    }
}

impl<P: Payload> Heap<P> {
    /// Watches every container alive and every one made from now on; keeps at most `limit` events.
    pub fn start_journal(&mut self, limit: usize) {
        for slot in &mut self.slots {
            if !slot.is_free() && slot.rc < WATCHED && slot.payload.is_container() {
                slot.rc |= WATCHED;
            }
        }
        self.new_rc = 1 | WATCHED;
        self.journal = Some(Box::new(Journal { limit, ..Journal::default() }));
    }

    /// Whether a journal is kept.
    pub fn has_journal(&self) -> bool {
        self.journal.is_some()
    }

    /// Ends the watch and returns what was seen.
    pub fn take_journal(&mut self) -> Option<Journal> {
        self.new_rc = 1;
        for slot in &mut self.slots {
            if slot.is_watched() {
                slot.rc &= !WATCHED;
            }
        }
        self.journal.take().map(|j| *j)
    }

    /// Says what is running, for the events that follow.
    #[inline]
    pub fn set_journal_tag(&mut self, tag: u64) {
        if let Some(journal) = &mut self.journal {
            journal.tag = tag;
        }
    }

    #[cold]
    pub(crate) fn watch_new(&mut self, id: Id) {
        let slot = &mut self.slots[id.index()];
        if slot.payload.is_container() {
            let serial = slot.serial;
            self.log(serial, EventKind::Created);
        } else {
            slot.rc &= !WATCHED;
        }
    }

    #[inline]
    pub(crate) fn log_if_watched(&mut self, id: Id, serial: u32, kind: EventKind) {
        if self.slots[id.index()].is_watched() {
            self.log(serial, kind);
        }
    }

    #[cold]
    pub(crate) fn log(&mut self, serial: u32, kind: EventKind) {
        if let Some(journal) = &mut self.journal {
            if journal.events.len() < journal.limit {
                journal.events.push(Event { serial, kind, tag: journal.tag });
            } else {
                journal.truncated = true;
            }
        }
    }
}

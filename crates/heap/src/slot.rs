use std::fmt;
use std::num::NonZeroU32;

use crate::Payload;
use crate::free::SizeClass;
use crate::generations::NO_LIST;

/// A reference to an object: the number of its slot. Copying it counts nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(NonZeroU32);

impl Id {
    /// The slot with this number, which is not 0.
    #[inline]
    pub const fn from_index(index: u32) -> Id {
        match NonZeroU32::new(index) {
            Some(n) => Id(n),
            None => Id(NonZeroU32::MIN),
        }
    }

    /// The slot's number.
    #[inline(always)]
    pub fn index(self) -> usize {
        self.0.get() as usize
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// The count of an immortal object (CPython 3.14 refcount.h uses the same number for 64 bits).
pub const IMMORTAL: u32 = 0xC000_0000;
/// Bit of a count whose changes go into the journal. Because it is the sign bit, as an immortal's is, the test that
/// keeps immortals uncounted finds watched objects too: watching costs nothing where nobody watches.
pub(crate) const WATCHED: u32 = 0x8000_0000;

/// The payload can hold references.
pub(crate) const CONTAINER: u8 = 1;
/// The finalizer has run.
pub(crate) const FINALIZED: u8 = 2;
/// The table of weak references has a list for it.
pub(crate) const HAS_WEAKREFS: u8 = 4;
/// The slot is free.
pub(crate) const FREE: u8 = 8;
/// The object is a weak reference, dead or alive.
pub(crate) const WEAKREF: u8 = 16;

/// One object, or a free place.
#[derive(Clone)]
pub struct Slot<P: Payload> {
    pub(crate) rc: u32,
    pub(crate) serial: u32,
    /// Neighbours on the collector's list, 0 at the ends; `next` also chains free slots ([`crate::free`]).
    pub(crate) prev: u32,
    pub(crate) next: u32,
    /// Which list.
    pub(crate) list: u8,
    pub(crate) flags: u8,
    /// Whose memory it takes and leaves; kept while the slot is free.
    pub(crate) size: SizeClass,
    pub(crate) kind: P::Kind,
    pub(crate) payload: P,
}

impl<P: Payload> Slot<P> {
    #[inline(always)]
    pub(crate) fn new(rc: u32, serial: u32, kind: P::Kind, payload: P, size: SizeClass, flags: u8) -> Self {
        Slot { rc, serial, prev: 0, next: 0, list: NO_LIST, flags, size, kind, payload }
    }

    /// The first slot, which no object has.
    pub(crate) fn unused() -> Self {
        Slot {
            rc: 0,
            serial: 0,
            prev: 0,
            next: 0,
            list: NO_LIST,
            flags: FREE,
            size: SizeClass::of(0),
            kind: P::Kind::default(),
            payload: P::default(),
        }
    }

    #[inline]
    pub(crate) fn is_free(&self) -> bool {
        self.flags & FREE != 0
    }
}

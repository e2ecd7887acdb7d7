//! Free slots, by the memory that they stand for: addresses show whose memory a new object has taken. Each free list and
//! each size of block is reused last in, first out.
//!
//! What objects keep beside their own block (a list's items, a dict's table) has no slot, so that it neither takes nor
//! leaves the memory of an object, as it can in CPython where both are of one size.

use crate::slot::{FREE, Slot};
use crate::{FreeList, Heap, MAX_FREE_LISTS, Payload};

/// Sizes of blocks grow by this many bytes (CPython 3.13 pycore_obmalloc.h, ALIGNMENT; the C library's as well).
const ALIGNMENT: usize = 16;
/// Blocks of up to this many bytes come from pymalloc (pycore_obmalloc.h, SMALL_REQUEST_THRESHOLD).
const SMALL_REQUEST_THRESHOLD: usize = 512;
/// What the C library keeps in front of each block, in bytes, and up to which size it caches blocks by size (glibc's
/// tcache).
const MALLOC_HEAD: usize = 8;
const CACHED_BLOCK: usize = 1032;

const LARGE: u8 = (CACHED_BLOCK + MALLOC_HEAD).div_ceil(ALIGNMENT) as u8 + 1;
const UNCOUNTED: u8 = LARGE + 1;
const LISTS: u8 = UNCOUNTED + SizeClass::UNCOUNTED_LISTS;
const _: () = assert!(LISTS as usize + MAX_FREE_LISTS <= CHAINS);
/// As many as a byte can number, so that finding one needs no check.
const CHAINS: usize = 256;

/// Which free memory an object can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeClass(u8);

impl SizeClass {
    /// How many lists [`SizeClass::uncounted`] has.
    pub const UNCOUNTED_LISTS: u8 = 5;

    /// That of a block of this many bytes. All that are too large to be kept by size are of one class.
    #[inline]
    pub const fn of(bytes: usize) -> SizeClass {
        if bytes <= SMALL_REQUEST_THRESHOLD {
            SizeClass(bytes.div_ceil(ALIGNMENT) as u8)
        } else if bytes <= CACHED_BLOCK {
            SizeClass((bytes + MALLOC_HEAD).div_ceil(ALIGNMENT) as u8)
        } else {
            SizeClass(LARGE)
        }
    }

    /// That of objects whose type has a free list of its own which the counts of allocations do not show, as they are no
    /// containers. Lists are numbers below [`SizeClass::UNCOUNTED_LISTS`].
    pub const fn uncounted(list: u8) -> SizeClass {
        SizeClass(UNCOUNTED + list % SizeClass::UNCOUNTED_LISTS)
    }
}

/// The first free slot of each chain, 0 for none; they are chained through `next`.
#[derive(Clone)]
pub(crate) struct FreeSlots([u32; CHAINS]);

impl Default for FreeSlots {
    fn default() -> Self {
        FreeSlots([0; CHAINS])
    }
}

impl<P: Payload> Heap<P> {
    /// Puts an object into a free slot for its size, or one of those that a free list keeps if the object came from it, or a
    /// new one. Gives the slot's number.
    #[inline]
    pub(crate) fn place(&mut self, slot: Slot<P>, list: Option<FreeList>) -> u32 {
        let of_size = slot.size.0;
        let chain = match list {
            Some(list) if self.free.0[usize::from(LISTS + list)] != 0 => LISTS + list,
            _ => of_size,
        };
        let first = &mut self.free.0[usize::from(chain)];
        let index = *first;
        if index == 0 {
            self.slots.push(slot);
            return (self.slots.len() - 1) as u32;
        }
        let free = &mut self.slots[index as usize];
        *first = free.next;
        *free = slot;
        index
    }

    /// Takes what a slot holds out of it and chains it: to those that a free list keeps, if it took the object.
    #[inline]
    pub(crate) fn vacate(&mut self, index: u32, list: Option<FreeList>) {
        let slot = &mut self.slots[index as usize];
        slot.payload = P::default();
        slot.flags = FREE;
        slot.rc = 0;
        let chain = list.map_or(slot.size.0, |list| LISTS + list);
        slot.next = std::mem::replace(&mut self.free.0[usize::from(chain)], index);
    }

    /// Gives up the slots that a free list keeps, the one to be used next first.
    pub(crate) fn give_up_kept_slots(&mut self, list: FreeList) {
        let mut index = std::mem::take(&mut self.free.0[usize::from(LISTS + list)]);
        while index != 0 {
            let slot = &mut self.slots[index as usize];
            let first = &mut self.free.0[usize::from(slot.size.0)];
            let next = std::mem::replace(&mut slot.next, *first);
            *first = index;
            index = next;
        }
    }
}

//! Free slots, by the memory that they stand for: addresses show whose memory a new object has taken. Each free list and
//! each size of block is reused last in, first out.
//!
//! What objects keep beside their own block (a list's items, a dict's table) has no slot, so that it neither takes nor
//! leaves the memory of an object, as it can in CPython where both are of one size.

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
const CHAINS: usize = LISTS as usize + MAX_FREE_LISTS;

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
    /// Takes a free slot for an object of this size: of those that a free list keeps, if the object came from it.
    #[inline]
    pub(crate) fn take_slot(&mut self, size: SizeClass, list: Option<FreeList>) -> Option<u32> {
        let of_size = usize::from(size.0);
        let chain = match list.map(|list| usize::from(LISTS + list)) {
            Some(kept) if self.free.0[kept] != 0 => kept,
            _ => of_size,
        };
        let index = self.free.0[chain];
        if index == 0 {
            return None;
        }
        self.free.0[chain] = self.slots[index as usize].next;
        Some(index)
    }

    /// Chains a slot that has become free: to those that a free list keeps, if it took the object.
    #[inline]
    pub(crate) fn give_slot(&mut self, index: u32, size: SizeClass, list: Option<FreeList>) {
        let chain = list.map_or(size.0, |list| LISTS + list);
        let first = &mut self.free.0[usize::from(chain)];
        self.slots[index as usize].next = std::mem::replace(first, index);
    }

    /// Gives up the slots that a free list keeps, the one to be used next first.
    pub(crate) fn give_up_kept_slots(&mut self, list: FreeList) {
        let mut index = std::mem::take(&mut self.free.0[usize::from(LISTS + list)]);
        while index != 0 {
            let slot = &self.slots[index as usize];
            let (next, size) = (slot.next, slot.size);
            self.give_slot(index, size, None);
            index = next;
        }
    }
}

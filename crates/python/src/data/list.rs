use std::ops::{Deref, DerefMut};

use ouro_heap::Id;

/// A list's items: owned references. The vector's capacity is CPython's `allocated`, which `sys.getsizeof` shows, so
/// it grows and shrinks by CPython's rule and is kept when the list is cloned into a checkpoint.
#[derive(Default)]
pub struct ListItems(Vec<Id>);

impl ListItems {
    /// Exactly as large as its items: `[a, b]`, slices, `[x] * n`.
    pub fn exact(items: Vec<Id>) -> ListItems {
        let mut items = items;
        items.shrink_to_fit();
        ListItems(items)
    }

    /// An empty list with room for exactly `capacity` items.
    pub fn with_capacity(capacity: usize) -> ListItems {
        ListItems(Vec::with_capacity(capacity))
    }

    /// CPython's `allocated`.
    pub fn allocated(&self) -> usize {
        self.0.capacity()
    }

    /// `sys.getsizeof`, the collector's head included, in bytes.
    pub fn size(&self) -> usize {
        56 + 8 * self.0.capacity()
    }

    /// Makes room for `new_len` items, or gives room back, before the length changes (listobject.c, list_resize).
    pub fn resize_capacity(&mut self, new_len: usize) {
        let allocated = self.0.capacity();
        if allocated >= new_len && new_len >= allocated / 2 {
            return;
        }
        let mut capacity = (new_len + (new_len >> 3) + 6) & !3;
        if new_len > self.0.len() && new_len - self.0.len() > capacity - new_len {
            capacity = (new_len + 3) & !3;
        }
        if new_len == 0 {
            capacity = 0;
        }
        if capacity > allocated {
            self.0.reserve_exact(capacity - self.0.len());
        } else if self.0.len() <= capacity {
            self.0.shrink_to(capacity);
        }
    }

    /// Appends an item; the list takes the reference.
    #[inline]
    pub fn push(&mut self, item: Id) {
        if self.0.len() == self.0.capacity() {
            self.resize_capacity(self.0.len() + 1);
        }
        self.0.push(item);
    }

    /// Appends items; the list takes the references. Filling an empty list from a sized iterable rounds its room up
    /// to even (listobject.c, list_preallocate via list_extend).
    pub fn extend_sized(&mut self, items: &[Id]) {
        if !items.is_empty() {
            self.preallocate(items.len());
            self.0.extend_from_slice(items);
        }
    }

    /// Appends the items of a set or dict, which grow even an empty list as appending does (listobject.c, list_extend_set).
    pub fn extend_resized(&mut self, items: &[Id]) {
        self.resize_capacity(self.0.len() + items.len());
        self.0.extend_from_slice(items);
    }

    /// Makes room for about `n` more items before they come one by one (listobject.c, list_extend_iter_lock_held).
    pub fn preallocate(&mut self, n: usize) {
        if self.0.capacity() > 0 {
            self.resize_capacity(self.0.len() + n);
        } else if n > 0 {
            self.0.reserve_exact((n + 1) & !1);
        }
    }

    /// Gives room back if the guess was far too high.
    pub fn trim(&mut self) {
        self.resize_capacity(self.0.len());
    }

    /// Takes the items from `len` on out and leaves the room as it is.
    pub fn cut(&mut self, len: usize) -> Vec<Id> {
        self.0.split_off(len.min(self.0.len()))
    }

    /// Inserts an item; the list takes the reference.
    pub fn insert(&mut self, index: usize, item: Id) {
        self.resize_capacity(self.0.len() + 1);
        self.0.insert(index.min(self.0.len()), item);
    }

    /// Takes an item out; the caller gets the reference.
    pub fn remove(&mut self, index: usize) -> Option<Id> {
        if index >= self.0.len() {
            return None;
        }
        let item = self.0.remove(index);
        self.resize_capacity(self.0.len());
        Some(item)
    }

    /// Takes out the items at every `step`th index from `start` on, `count` of them, in that order: the caller gets
    /// their references.
    pub fn remove_stepped(&mut self, start: usize, step: usize, count: usize) -> Vec<Id> {
        let mut index = 0;
        let mut removed = Vec::with_capacity(count);
        self.0.retain(|&item| {
            let hit = removed.len() < count && index >= start && (index - start).is_multiple_of(step);
            index += 1;
            if hit {
                removed.push(item);
            }
            !hit
        });
        self.resize_capacity(self.0.len());
        removed
    }

    /// Puts `items` in the place of a range and returns what was there: the caller gets those references.
    pub fn splice(&mut self, start: usize, end: usize, items: &[Id]) -> Vec<Id> {
        let end = end.min(self.0.len());
        let start = start.min(end);
        let new_len = self.0.len() - (end - start) + items.len();
        if new_len == 0 {
            return self.take();
        }
        if new_len > self.0.len() {
            self.resize_capacity(new_len);
        }
        let shrinks = new_len < self.0.len();
        let removed = self.0.splice(start..end, items.iter().copied()).collect();
        if shrinks {
            self.resize_capacity(new_len);
        }
        removed
    }

    /// Takes all items out, which leaves the list empty and without room.
    pub fn take(&mut self) -> Vec<Id> {
        std::mem::take(&mut self.0)
    }

    /// Puts all items back, as sorting does; their room is kept.
    pub fn put(&mut self, items: Vec<Id>) {
        self.0 = items;
    }
}

impl Clone for ListItems {
    fn clone(&self) -> Self {
        let mut items = Vec::with_capacity(self.0.capacity());
        items.extend_from_slice(&self.0);
        ListItems(items)
    }
}

impl Deref for ListItems {
    type Target = [Id];

    #[inline(always)]
    fn deref(&self) -> &[Id] {
        &self.0
    }
}

impl DerefMut for ListItems {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [Id] {
        &mut self.0
    }
}

/// A bytearray's bytes, and how many exports (memoryviews) forbid resizing it.
#[derive(Clone, Debug, Default)]
pub struct ByteArray {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Live memoryviews of it.
    pub exports: u32,
    /// Bytes allocated, one for the null at the end included.
    allocated: usize,
    /// Whether what is asked for leaves the null out (CPython 3.15, where the bytes are those of a bytes object).
    fits: bool,
    /// Bytes cut off at the front and not given back yet.
    cut: usize,
}

impl ByteArray {
    /// Exactly as large as its bytes.
    pub fn exact(bytes: Vec<u8>, fits: bool) -> ByteArray {
        let allocated = if bytes.is_empty() { 0 } else { bytes.len() + 1 };
        ByteArray { bytes, allocated, fits, ..ByteArray::default() }
    }

    /// Bytes allocated.
    pub fn allocated(&self) -> usize {
        self.allocated
    }

    /// Bytes were cut off at the front: they are given back when it is resized.
    pub fn cut_front(&mut self, count: usize) {
        self.cut += count;
    }

    /// Makes room for `len` bytes or gives room back (bytearrayobject.c, PyByteArray_Resize).
    pub fn resize(&mut self, len: usize) {
        let null = usize::from(self.fits);
        let room = self.allocated.saturating_sub(null);
        let more = if len < 9 { 3 } else { 6 };
        self.allocated = if len + self.cut < self.allocated {
            if len >= room / 2 && len > 0 {
                return;
            }
            len + 1
        } else if 8 * len <= 9 * room {
            len + (len >> 3) + more + null
        } else {
            len + 1
        };
        if self.fits && len == 0 {
            self.allocated = 0;
        }
        self.cut = 0;
    }

    /// Follows a change of the bytes.
    pub fn resized(&mut self) {
        self.resize(self.bytes.len());
    }
}

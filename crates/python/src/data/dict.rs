use hashbrown::HashTable;
use ouro_heap::{Heap, Id};
use smallvec::SmallVec;

use crate::object::{Data, Slot};

/// One item of a dict.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The key's hash.
    pub hash: i64,
    /// The key: an owned reference.
    pub key: Id,
    /// The value: an owned reference.
    pub value: Id,
}

/// A dict: items in order of insertion, and an index by hash. It also keeps the size that CPython's table would have.
///
/// Keys are compared by the caller, because comparing can run Python code: see `Vm::dict_get` and its kin, which
/// survive keys whose `__eq__` raises or changes the dict.
#[derive(Clone, Default)]
pub struct Dict {
    entries: Vec<Option<Entry>>,
    index: HashTable<u32>,
    /// Changes whenever a key is added or removed, 0 while nobody depends on it: inline caches.
    keys_version: u32,
    /// Binary logarithm of the number of slots of CPython's table (dictobject.c, dk_log2_size); 0 for the shared empty one.
    log2_size: u8,
    /// Entries that CPython's table can still take (dk_usable).
    usable: u32,
    /// Whether a key that is not a str was ever added since the last resize (DICT_KEYS_GENERAL).
    general: bool,
    /// Whether it is an `OrderedDict`, whose nodes hold their keys once more.
    ordered: bool,
    /// The class whose instances' keys it shares, if it is the `__dict__` of one or a copy of it (PEP 412). Borrowed: it may
    /// be gone.
    shared: Slot,
    /// The instance inside which its values are while it shares their keys. Borrowed: it may be gone, or have another dict.
    instance: Slot,
    /// While it shares its keys: for each position the place of its value by them, in whose order values are visited and
    /// released.
    places: Vec<u8>,
}

/// What a table shared among instances has room for as one of its own (dictobject.c, NEXT_LOG2_SHARED_KEYS_MAX_SIZE).
const SHARED_LOG2_SIZE: u8 = 6;

/// dictobject.c, USABLE_FRACTION
fn usable_fraction(log2_size: u8) -> u32 {
    (2u32 << log2_size) / 3
}

impl Dict {
    /// An empty dict.
    pub fn new() -> Dict {
        Dict::default()
    }

    /// An empty dict of an `OrderedDict`: whoever adds an item gives a second reference to the key, and whoever takes one
    /// out gets two.
    pub fn new_ordered() -> Dict {
        Dict { ordered: true, ..Dict::default() }
    }

    /// Whether keys are held twice.
    pub fn is_ordered(&self) -> bool {
        self.ordered
    }

    /// An empty dict sized for `n` items (dictobject.c, estimate_log2_keysize), as `{...}` literals make it.
    pub fn with_capacity(n: usize, fits: bool) -> Dict {
        let mut dict = Dict::default();
        if n > 5 {
            dict.reserve_total(n, fits);
        }
        dict
    }

    /// Makes the table large enough for `n` items in all (dictobject.c, estimate_log2_keysize, dictresize).
    pub fn reserve_total(&mut self, n: usize, fits: bool) {
        self.grow_to((n * 3).div_ceil(2), fits);
        self.entries.reserve(n.saturating_sub(self.entries.len()));
    }

    /// Whether its table is for keys of any type, not for strs alone.
    pub fn is_general(&self) -> bool {
        self.general
    }

    /// Says of a dict without items whether its table is for keys of any type.
    pub fn set_general(&mut self, general: bool) {
        self.general = general;
    }

    /// Makes room before the `n` items of another dict are merged in, unless the table could hold them if it were empty;
    /// `general` is the other's table (dict_merge).
    pub fn reserve_for_merge(&mut self, n: usize, general: bool, fits: bool) {
        if (usable_fraction(self.log2_size) as usize) < n {
            self.general |= general;
            (self.shared, self.places) = (None, Vec::new());
            self.reserve_total(self.len() + n, fits);
        }
    }

    /// From now on it shares its keys with other instances of a class. It is empty.
    pub fn share_keys(&mut self, class: Id) {
        (self.shared, self.log2_size) = (Some(class), SHARED_LOG2_SIZE);
    }

    /// Says inside which instance its values are, or that they are its own.
    pub fn embed(&mut self, instance: Slot) {
        self.instance = instance;
    }

    /// The instance inside which its values are.
    pub fn embedded_in(&self) -> Slot {
        self.instance.filter(|_| self.shared.is_some())
    }

    /// The class whose instances' keys it shares.
    pub fn shares_keys_of(&self) -> Slot {
        self.shared
    }

    /// Gives it a table of its own (dictobject.c, insertion_resize).
    pub fn end_sharing(&mut self, fits: bool) {
        if self.shared.take().is_some() {
            self.places = Vec::new();
            self.grow_to(self.len() * 3, fits);
        }
    }

    /// Whether a copy takes over the table as it is (dictobject.c, copy_lock_held).
    pub fn copies_table(&self) -> bool {
        self.shared.is_some() || self.len() >= self.entries.len() * 2 / 3
    }

    /// Whether an empty dict that is updated with this one takes over the table as it is (dictobject.c, dict_merge).
    pub fn merges_table(&self) -> bool {
        self.shared.is_none()
            && self.len() == self.entries.len()
            && (self.log2_size <= 3 || (usable_fraction(self.log2_size - 1) as usize) < self.len())
    }

    /// The same items in the same table; the caller gives references to them.
    pub fn copy_table(&self) -> Dict {
        Dict { keys_version: 0, ordered: false, instance: None, ..self.clone() }
    }

    /// Says of the item added last where its value is by the shared keys.
    pub fn set_last_place(&mut self, place: usize) {
        self.places.resize(self.entries.len(), place as u8);
    }

    /// The items in the order of their values' places (dictobject.c, dict_traverse, dict_dealloc).
    fn by_place(&self) -> SmallVec<[Entry; 8]> {
        let mut order: SmallVec<[usize; 8]> = (0..self.entries.len()).collect();
        if self.shared.is_some() {
            order.sort_by_key(|&position| self.places.get(position));
        }
        order.into_iter().filter_map(|position| self.entry(position).copied()).collect()
    }

    /// Calls `visit` for every value in the order of their places.
    pub(crate) fn visit_values(&self, visit: &mut dyn FnMut(Id)) {
        if self.places.is_sorted() {
            return self.iter().for_each(|entry| visit(entry.value));
        }
        self.by_place().iter().for_each(|entry| visit(entry.value));
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether it has no item.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// One past the last position an item can have: positions of removed items stay empty.
    pub fn positions(&self) -> usize {
        self.entries.len()
    }

    /// The item at a position.
    #[inline]
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position)?.as_ref()
    }

    /// The items in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        self.entries.iter().flatten()
    }

    /// The first item at `position` or after it, with its position.
    pub fn next_entry(&self, position: usize) -> Option<(usize, &Entry)> {
        self.entries.iter().enumerate().skip(position).find_map(|(i, e)| Some((i, e.as_ref()?)))
    }

    /// The last item before `position`, with its position.
    pub fn previous_entry(&self, position: usize) -> Option<(usize, &Entry)> {
        let end = position.min(self.entries.len());
        self.entries[..end].iter().enumerate().rev().find_map(|(i, e)| Some((i, e.as_ref()?)))
    }

    /// Position of the item whose key `eq` accepts among those with this hash. `eq` must run no Python code.
    #[inline]
    pub fn find(&self, hash: i64, mut eq: impl FnMut(Id) -> bool) -> Option<usize> {
        self.index
            .find(hash as u64, |&i| self.entries[i as usize].is_some_and(|e| e.hash == hash && eq(e.key)))
            .map(|&i| i as usize)
    }

    /// Positions of all items with this hash.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        self.index
            .iter_hash(hash as u64)
            .map(|&i| i as usize)
            .filter(move |&i| self.entries[i].is_some_and(|e| e.hash == hash))
    }

    /// Position of a str key: by identity, then by text. Right only where no key of another type can be equal to a
    /// str: an exact str, or a subclass that does not override `__eq__` and `__hash__`.
    #[inline]
    pub fn find_str(&self, heap: &Heap<Data>, key: Id, hash: i64) -> Option<usize> {
        self.find(hash, |other| {
            other == key
                || match (heap.get(other).base(), heap.get(key).base()) {
                    (Data::Str(a), Data::Str(b)) => a.as_str() == b.as_str(),
                    _ => false,
                }
        })
    }

    /// Replaces the value at a position and returns the old one: the caller takes its reference, and gives one to the new.
    pub fn replace(&mut self, position: usize, value: Id) -> Option<Id> {
        let entry = self.entries.get_mut(position)?.as_mut()?;
        Some(std::mem::replace(&mut entry.value, value))
    }

    /// Adds an item that is not there yet. The dict takes a reference to the key and one to the value.
    /// `fits` is [`Version::tables_fit`](crate::version::Version).
    pub fn insert_new(&mut self, hash: i64, key: Id, value: Id, key_is_str: bool, fits: bool) {
        self.keys_version = 0;
        if self.shared.is_some() {
            if !key_is_str {
                self.general = true;
                self.end_sharing(fits);
            }
        } else if self.log2_size == 0 {
            self.log2_size = 3;
            self.usable = usable_fraction(3);
            self.general = !key_is_str;
        } else {
            if !key_is_str && !self.general {
                self.general = true;
                self.grow_to(self.len() * 3, fits);
            }
            if self.usable == 0 {
                self.grow_to(self.len() * 3, fits);
            }
        }
        self.usable = self.usable.saturating_sub(1);
        let position = self.entries.len() as u32;
        self.entries.push(Some(Entry { hash, key, value }));
        let entries = &self.entries;
        self.index.insert_unique(hash as u64, position, |&i| entries[i as usize].map_or(0, |e| e.hash) as u64);
    }

    /// dictobject.c, dictresize: a table with at least `minimum` slots; removed items leave no gap. Unless it `fits`, a
    /// power of two from 16 on is doubled, and so is 8 (calculate_log2_keysize).
    fn grow_to(&mut self, minimum: usize, fits: bool) {
        let minimum = if fits { minimum.max(8) } else { minimum | 8 };
        let bits = usize::BITS - ((minimum - 1) | 7).leading_zeros();
        self.log2_size = bits as u8;
        self.compact();
        self.usable = usable_fraction(self.log2_size).saturating_sub(self.len() as u32);
    }

    fn compact(&mut self) {
        if self.entries.len() == self.index.len() {
            return;
        }
        self.entries.retain(Option::is_some);
        self.reindex();
    }

    fn reindex(&mut self) {
        self.index.clear();
        let entries = &self.entries;
        for (i, entry) in entries.iter().enumerate() {
            if let Some(entry) = entry {
                self.index
                    .insert_unique(entry.hash as u64, i as u32, |&j| entries[j as usize].map_or(0, |e| e.hash) as u64);
            }
        }
    }

    /// Takes the item at a position out: the caller gets its references.
    pub fn remove(&mut self, position: usize) -> Option<Entry> {
        let entry = self.entries.get_mut(position)?.take()?;
        self.keys_version = 0;
        if let Ok(found) = self.index.find_entry(entry.hash as u64, |&i| i as usize == position) {
            found.remove();
        }
        Some(entry)
    }

    /// Moves an item to the end or to the beginning, as `OrderedDict.move_to_end` does.
    pub fn move_to_end(&mut self, position: usize, last: bool) {
        let Some(entry) = self.remove(position) else { return };
        if self.entries.len() > 4 * self.len() + 32 {
            self.compact();
        }
        let position = if last {
            self.entries.push(Some(entry));
            self.entries.len() - 1
        } else {
            let gap = self.entries.iter().take_while(|e| e.is_none()).count();
            let room = if gap == 0 { self.len() + 8 } else { 0 };
            if room > 0 {
                let old = std::mem::take(&mut self.entries);
                self.entries = std::iter::repeat_n(None, room).chain(old).collect();
                self.reindex();
            }
            let position = gap + room - 1;
            self.entries[position] = Some(entry);
            position
        };
        let entries = &self.entries;
        self.index
            .insert_unique(entry.hash as u64, position as u32, |&i| entries[i as usize].map_or(0, |e| e.hash) as u64);
    }

    /// Takes the last item out: the caller gets its references. Positions after it are given up (popitem).
    pub fn pop_last(&mut self) -> Option<Entry> {
        while let Some(None) = self.entries.last() {
            self.entries.pop();
        }
        let entry = self.remove(self.entries.len().checked_sub(1)?);
        self.entries.pop();
        self.places = Vec::new();
        if self.shared.take().is_some() {
            self.usable = usable_fraction(self.log2_size).saturating_sub(self.len() as u32);
        }
        entry
    }

    /// Takes all items out, in the order of release; the caller gets their references. The table shrinks to the empty one.
    pub fn take(&mut self) -> SmallVec<[Entry; 8]> {
        let items = self.by_place();
        *self = Dict { ordered: self.ordered, instance: self.instance, ..Dict::default() };
        items
    }

    /// A number that stays the same while no key is added or removed. `next` is the machine's counter.
    pub fn keys_version(&mut self, next: &mut u32) -> u32 {
        if self.keys_version == 0 {
            *next = next.wrapping_add(1).max(1);
            self.keys_version = *next;
        }
        self.keys_version
    }

    /// The number last given by [`Dict::keys_version`], 0 if keys changed since.
    #[inline(always)]
    pub fn current_keys_version(&self) -> u32 {
        self.keys_version
    }

    /// `sys.getsizeof`, the collector's head included, in bytes (dictobject.c, _PyDict_SizeOf).
    pub fn size(&self) -> usize {
        if self.log2_size == 0 {
            return 64;
        }
        let slots = 1usize << self.log2_size;
        let index_bytes = match self.log2_size {
            0..=7 => 1,
            8..=15 => 2,
            _ => 4,
        };
        let entry_bytes = if self.general { 24 } else { 16 };
        64 + 32 + slots * index_bytes + usable_fraction(self.log2_size) as usize * entry_bytes
    }

    /// The size of an ordered dict: also of its list of keys, and of the table that finds their nodes (odict_sizeof).
    pub fn ordered_size(&self) -> usize {
        let nodes = if self.log2_size == 0 { 0 } else { 8usize << self.log2_size };
        self.size() + 64 + nodes + 32 * self.len()
    }

    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        if self.ordered {
            self.iter().for_each(|entry| visit(entry.key));
        }
        if self.places.is_sorted() {
            return self.iter().for_each(|entry| [entry.value, entry.key].into_iter().for_each(&mut *visit));
        }
        for entry in self.by_place() {
            visit(entry.value);
            visit(entry.key);
        }
    }

    pub(crate) fn clear(&mut self, released: &mut Vec<Id>) {
        if self.ordered {
            released.extend(self.iter().map(|entry| entry.key));
        }
        released.extend(self.take().into_iter().flat_map(|e| [e.key, e.value]));
    }
}

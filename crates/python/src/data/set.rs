use ouro_heap::Id;

/// One entry of a set's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetEntry {
    /// Never used.
    Empty,
    /// Held an item once: probing goes on past it.
    Dummy,
    /// An item.
    Used {
        /// The item's hash.
        hash: i64,
        /// The item: an owned reference.
        key: Id,
    },
}

/// A set or frozenset: CPython's open-addressing table, probed in CPython's order, because iteration shows that order
/// (CPython 3.13 setobject.c).
///
/// Items are compared by the caller, as in `Dict`.
#[derive(Clone)]
pub struct Set {
    pub(crate) table: Vec<SetEntry>,
    /// Used and dummy entries.
    pub(crate) fill: usize,
    /// Used entries.
    pub(crate) used: usize,
    mutable: bool,
    /// Where `pop` looks next.
    finger: usize,
    /// A frozenset's hash, once computed.
    pub(crate) hash: Option<i64>,
}

/// setobject.c, PySet_MINSIZE
pub(crate) const MIN_SIZE: usize = 8;
/// setobject.c, LINEAR_PROBES
const LINEAR_PROBES: usize = 9;
/// setobject.c, PERTURB_SHIFT
const PERTURB_SHIFT: u32 = 5;

impl Set {
    /// An empty set, or frozenset.
    pub fn new(mutable: bool) -> Set {
        Set { table: vec![SetEntry::Empty; MIN_SIZE], fill: 0, used: 0, mutable, finger: 0, hash: None }
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether it has no item.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Whether it is a set, not a frozenset.
    pub fn is_mutable(&self) -> bool {
        self.mutable
    }

    /// The items in the table's order.
    pub fn iter(&self) -> impl Iterator<Item = (i64, Id)> + '_ {
        self.table.iter().filter_map(|e| match *e {
            SetEntry::Used { hash, key } => Some((hash, key)),
            _ => None,
        })
    }

    /// The item at a position of the table.
    pub fn key_at(&self, position: usize) -> Option<Id> {
        match self.table.get(position) {
            Some(&SetEntry::Used { key, .. }) => Some(key),
            _ => None,
        }
    }

    /// The first item at `position` of the table or after it, with its position.
    pub fn next_item(&self, position: usize) -> Option<(usize, i64, Id)> {
        self.table.iter().enumerate().skip(position).find_map(|(i, e)| match *e {
            SetEntry::Used { hash, key } => Some((i, hash, key)),
            _ => None,
        })
    }

    /// Positions of the table in the order in which CPython probes them for a hash (set_lookkey). Endless: an empty
    /// entry ends the search.
    pub(crate) fn probe(&self, hash: i64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.table.len() - 1;
        let mut perturb = hash as u64;
        let mut start = (hash as u64 as usize) & mask;
        let mut offset = 0;
        std::iter::from_fn(move || {
            let linear = if start + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            if offset > linear {
                perturb >>= PERTURB_SHIFT;
                start = start.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
                offset = 0;
            }
            let position = start + offset;
            offset += 1;
            Some(position)
        })
    }

    /// Position of the item whose key `eq` accepts. `eq` must run no Python code.
    pub fn find(&self, hash: i64, mut eq: impl FnMut(Id) -> bool) -> Option<usize> {
        for position in self.probe(hash) {
            match self.table[position] {
                SetEntry::Empty => return None,
                SetEntry::Used { hash: h, key } if h == hash && eq(key) => return Some(position),
                _ => {}
            }
        }
        None
    }

    /// Positions of all items with this hash, in the order of probing.
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        self.probe(hash)
            .take_while(|&p| self.table[p] != SetEntry::Empty)
            .filter(|&p| matches!(self.table[p], SetEntry::Used { hash: h, .. } if h == hash))
            .collect()
    }

    /// Adds an item that is not there yet; the set takes a reference. It goes to the last place of a removed item that
    /// is probed on the way to a place never used (set_add_entry).
    pub fn insert_new(&mut self, hash: i64, key: Id) {
        let mut dummy = None;
        let mut empty = None;
        for position in self.probe(hash) {
            match self.table[position] {
                SetEntry::Empty => {
                    empty = Some(position);
                    break;
                }
                SetEntry::Dummy => dummy = Some(position),
                SetEntry::Used { .. } => {}
            }
        }
        let Some(position) = dummy.or(empty) else { return };
        self.table[position] = SetEntry::Used { hash, key };
        self.used += 1;
        if dummy.is_none() {
            self.fill += 1;
            if self.fill * 5 >= (self.table.len() - 1) * 3 {
                self.resize(self.growth());
            }
        }
    }

    /// Makes room before `n` items are merged in (set_merge, set_update_internal).
    pub fn reserve_for_merge(&mut self, n: usize) {
        if (self.fill + n) * 5 >= (self.table.len() - 1) * 3 {
            self.resize((self.used + n) * 2);
        }
    }

    /// Takes over the items of another set into a table that was never used: false if this one was. The caller gives
    /// references to them (set_merge).
    pub fn fill_from(&mut self, other: &Set) -> bool {
        if self.fill > 0 {
            return false;
        }
        if self.table.len() == other.table.len() && other.fill == other.used {
            self.table.clone_from(&other.table);
        } else {
            other.table.iter().for_each(|entry| self.place(*entry));
        }
        self.fill = other.used;
        self.used = other.used;
        true
    }

    /// Puts an item where the first free entry is (set_insert_clean).
    fn place(&mut self, entry: SetEntry) {
        if let SetEntry::Used { hash, .. } = entry
            && let Some(position) = self.probe(hash).find(|&p| self.table[p] == SetEntry::Empty)
        {
            self.table[position] = entry;
        }
    }

    /// Gives up the places of removed items if they are more than a quarter (set_difference_update_internal).
    pub fn drop_dummies(&mut self) {
        if self.fill - self.used > (self.table.len() - 1) / 4 {
            self.resize(self.growth());
        }
    }

    /// How many entries a table of this many items grows to.
    fn growth(&self) -> usize {
        if self.used > 50_000 { self.used * 2 } else { self.used * 4 }
    }

    /// Takes out the item that `pop` gives: the next one after the last that it gave, in the table's order (set_pop).
    pub fn pop(&mut self) -> Option<Id> {
        if self.used == 0 {
            return None;
        }
        let mask = self.table.len() - 1;
        let start = self.finger & mask;
        let position = (0..=mask).map(|i| (start + i) & mask).find(|&p| self.key_at(p).is_some())?;
        self.finger = position + 1;
        self.remove(position)
    }

    /// Exchanges the items of two sets (set_swap_bodies).
    pub fn swap_items(&mut self, other: &mut Set) {
        std::mem::swap(&mut self.table, &mut other.table);
        std::mem::swap(&mut self.fill, &mut other.fill);
        std::mem::swap(&mut self.used, &mut other.used);
    }

    /// Number of entries of the table.
    pub fn positions(&self) -> usize {
        self.table.len()
    }

    /// The item at a position of the table, with its hash.
    pub fn item_at(&self, position: usize) -> Option<(i64, Id)> {
        match self.table.get(position) {
            Some(&SetEntry::Used { hash, key }) => Some((hash, key)),
            _ => None,
        }
    }

    /// set_table_resize
    pub(crate) fn resize(&mut self, minimum: usize) {
        let mut size = MIN_SIZE;
        while size <= minimum {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.table, vec![SetEntry::Empty; size]);
        self.fill = self.used;
        old.into_iter().for_each(|entry| self.place(entry));
    }

    /// Takes the item at a position out; the caller gets its reference.
    pub fn remove(&mut self, position: usize) -> Option<Id> {
        let entry = self.table.get_mut(position)?;
        let SetEntry::Used { key, .. } = *entry else { return None };
        *entry = SetEntry::Dummy;
        self.used -= 1;
        Some(key)
    }

    /// Takes all items out, in the table's order; the caller gets their references.
    pub fn take(&mut self) -> Vec<Id> {
        let old = std::mem::replace(&mut self.table, vec![SetEntry::Empty; MIN_SIZE]);
        self.fill = 0;
        self.used = 0;
        old.into_iter()
            .filter_map(|e| match e {
                SetEntry::Used { key, .. } => Some(key),
                _ => None,
            })
            .collect()
    }

    /// `sys.getsizeof`, the collector's head included, in bytes.
    pub fn size(&self) -> usize {
        216 + if self.table.len() > MIN_SIZE { self.table.len() * 16 } else { 0 }
    }

    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.iter().for_each(|(_, key)| visit(key));
    }

    pub(crate) fn clear(&mut self, released: &mut Vec<Id>) {
        released.extend(self.take());
    }
}

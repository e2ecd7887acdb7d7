/// When automatic collection runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// Where the language serves its eval breaker (CPython 3.12 and later).
    EvalBreaker,
    /// Inside the allocation, before the new object is tracked (up to CPython 3.11).
    Allocation,
}

/// The number of a free list, below [`MAX_FREE_LISTS`]: a type's memory kept for reuse, which bypasses the count of
/// allocations.
pub type FreeList = u8;

/// How many free lists a host can have.
pub const MAX_FREE_LISTS: usize = 32;

/// What distinguishes one release's collector from another's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GcConfig {
    /// `gc.get_threshold()` at start.
    pub thresholds: [u32; 3],
    /// When automatic collection runs.
    pub trigger: Trigger,
    /// Whether tuples are untracked by collections (up to CPython 3.14 they are, dicts up to 3.13).
    pub untrack_tuples: bool,
    /// Whether dicts are untracked by full collections.
    pub untrack_dicts: bool,
    /// How many objects each free list keeps; 0 where a release has no such list.
    pub free_lists: [u16; MAX_FREE_LISTS],
    /// The free list that collections do not empty, and that is full when a program starts.
    pub lasting_free_list: Option<FreeList>,
    /// Whether the only weak reference that has a callback is kept alive while that runs (since CPython 3.13).
    pub callbacks_keep_weakrefs: bool,
    /// Whether weak references without a callback stay alive while finalizers run (CPython 3.15).
    pub weakrefs_outlive_finalizers: bool,
    /// Whether the holder of values that it shares with another object reports them, and neither reports the other (CPython
    /// 3.13.0: an instance and its `__dict__`).
    pub holders_visit_values: bool,
    /// Whether the collector is the incremental one, and then how many objects the interpreter's start leaves tracked.
    pub increments: Option<u32>,
}

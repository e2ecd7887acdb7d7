use serde::{Deserialize, Serialize};

/// Names one object for the whole of a run: numbers are never used twice, and are the same in every
/// replay of the same program.
pub type ObjectId = u32;

/// The state before one step's line runs, and what the step before it changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// This step, from 0.
    pub step: u32,
    /// What comes next.
    pub event: EventKind,
    /// The line about to run, from 1; 0 at the end.
    pub line: u32,
    /// The line that the step before ran; `None` at step 0.
    pub previous_line: Option<u32>,
    /// Running frames, the module first.
    pub frames: Vec<FrameView>,
    /// Objects of the program worth showing: all that names, frames and shown objects refer to, those
    /// no longer reachable but alive, and those that the last step freed. In order of creation.
    pub objects: Vec<ObjectView>,
    /// How many more objects there are beyond those shown.
    pub objects_hidden: u32,
    /// Generations 0, 1, 2 and the permanent one.
    pub generations: Vec<GenerationView>,
    /// Whether automatic collection is on.
    pub gc_enabled: bool,
    /// `long_lived_pending` and `long_lived_total` of the collector.
    pub long_lived: (u64, u64),
    /// Weak references alive, in order of creation.
    pub weakrefs: Vec<WeakrefView>,
    /// What the step before changed, in order.
    pub changes: Vec<Change>,
    /// Collections that ran during the step before.
    pub collections: Vec<CollectionView>,
    /// How many chunks of `RunReport::output` were written before this step.
    pub output_chunks: u32,
    /// Memory totals.
    pub memory: MemoryView,
}

/// What a step stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventKind {
    /// A line about to run.
    Line,
    /// The program is over, its module's names still bound.
    End,
    /// An exception left the program.
    Exception,
    /// A limit or the reader stopped the run here.
    Stopped,
    /// The line about to run asks for input that is still to come.
    Input,
}

/// A running frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrameView {
    /// Grows with each call; the same in every replay.
    pub id: u32,
    /// Code name: `<module>` for the program itself.
    pub name: String,
    /// The line it stands at, from 1.
    pub line: u32,
    /// Its names, in order of binding (module) or of definition (function).
    pub names: Vec<NameView>,
}

/// A bound name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NameView {
    /// The name.
    pub name: String,
    /// The object: present in `View::objects` unless it is a plain value (`None`, bool, number, str, bytes)
    /// or something built in.
    pub object: ObjectId,
    /// Whether `View::objects` has a card for it.
    pub has_card: bool,
    /// Its type's name.
    pub type_name: String,
    /// A short repr that runs no Python code.
    pub value: String,
    /// Its reference count.
    pub rc: RefCount,
    /// Whether the variable lives in a cell shared with another function.
    pub cell: bool,
}

/// A reference count as it stands in the object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RefCount {
    /// Counted.
    Count(u32),
    /// Never counted, never freed.
    Immortal,
}

/// Where the collector keeps an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Generation {
    /// Youngest.
    Gen0,
    /// Survived one.
    Gen1,
    /// Oldest.
    Gen2,
    /// New, where the collector is incremental.
    Young,
    /// Old, and visited by this pass of the incremental collector.
    Visited,
    /// Old, and still to be visited by this pass.
    Pending,
    /// Never examined.
    Permanent,
    /// On no list.
    Untracked,
}

/// Whether an object can still be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ObjectState {
    /// Reachable from a name or a frame.
    Live,
    /// Kept alive only by a cycle.
    Unreachable,
    /// Freed by the step before; shown leaving.
    Dead,
}

/// One object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ObjectView {
    /// Which.
    pub id: ObjectId,
    /// Its type's name.
    pub type_name: String,
    /// A short repr that runs no Python code.
    pub value: String,
    /// Its reference count; 0 where it died.
    pub rc: RefCount,
    /// Its generation.
    pub generation: Generation,
    /// Whether it can still be used.
    pub state: ObjectState,
    /// `sys.getsizeof`, in bytes.
    pub size: u64,
    /// Whether its finalizer has run.
    pub finalized: bool,
    /// How many weak references point at it.
    pub weakrefs: u32,
    /// Items or attributes it holds; more than `edges` where it is summarised.
    pub length: Option<u32>,
    /// Its references that are shown, in the order the collector visits them.
    pub edges: Vec<Edge>,
    /// How many more references it holds.
    pub edges_hidden: u32,
    /// For a cycle that can no longer be reached: its number, from 0, equal for all of its members.
    pub cycle: Option<u32>,
}

/// One reference from an object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// By what: `.next`, `[0]`, `['key']`, `__class__`.
    pub label: String,
    /// The object referred to.
    pub target: ObjectId,
    /// Whether `View::objects` has a card for it; otherwise `value` says it all.
    pub has_card: bool,
    /// A short repr of the target.
    pub value: String,
    /// Strong or weak.
    pub kind: EdgeKind,
}

/// Whether a reference keeps its target alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EdgeKind {
    /// It does.
    Strong,
    /// It does not.
    Weak,
}

/// One generation's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GenerationView {
    /// Which: never `Untracked`.
    pub generation: Generation,
    /// As in `gc.get_count()`; 0 for the permanent generation.
    pub count: u32,
    /// As in `gc.get_threshold()`; 0 for the permanent generation.
    pub threshold: u32,
    /// The program's objects on its list.
    pub objects: u32,
    /// Those of them that are shown, in the list's order.
    pub members: Vec<ObjectId>,
}

/// One weak reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeakrefView {
    /// The reference object itself.
    pub id: ObjectId,
    /// What kind.
    pub kind: WeakKind,
    /// Its target, unless dead.
    pub target: Option<ObjectId>,
    /// A short repr of its target; empty when dead.
    pub target_value: String,
    /// A short repr of its callback, if it has one.
    pub callback: Option<String>,
    /// A name that leads to it, if there is one, such as `r` or `cache['a']`.
    pub holder: Option<String>,
}

/// Kinds of weak references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WeakKind {
    /// `weakref.ref`, or a subclass.
    Ref,
    /// `weakref.proxy`.
    Proxy,
}

/// One thing that a step changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The object.
    pub object: ObjectId,
    /// Its type's name.
    pub type_name: String,
    /// A name that led to it before or after, if there was one.
    pub name: Option<String>,
    /// What happened.
    pub kind: ChangeKind,
    /// What did it.
    pub cause: Cause,
    /// The line of the program that did it, from 1.
    pub line: u32,
}

/// Kinds of changes. Counts are those in the object before and after the whole step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeKind {
    /// It was made, and has this count now.
    Created { rc: u32 },
    /// Its count changed.
    Count { from: u32, to: u32 },
    /// It moved to another generation, or on or off the collector's lists.
    Generation { from: Generation, to: Generation },
    /// Its finalizer ran.
    Finalized,
    /// Weak references to it were cleared.
    WeakrefsCleared { count: u32 },
    /// It can no longer be reached, but is alive.
    Unreachable,
    /// It died: by its count, or in a collection.
    Died,
}

/// Why something changed, for the face to put into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// A name was bound to it, or bound to something else.
    Name { name: String },
    /// `del name`.
    Delete { name: String },
    /// An attribute was stored or deleted.
    Attribute { name: String },
    /// An item was stored or deleted.
    Item,
    /// A container was built from it, or a literal made it.
    Build,
    /// It was passed to a function, or what a call returned was kept.
    Call { function: String },
    /// A function returned, and its names went.
    Return { function: String },
    /// Its holder died.
    Holder,
    /// The collector.
    Collection { generation: u8 },
    /// Anything else: the instruction's name.
    Instruction { name: String },
}

/// One collection, in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionView {
    /// Oldest generation collected.
    pub generation: u8,
    /// Whether the program asked for it by `gc.collect()`.
    pub explicit: bool,
    /// Objects examined.
    pub examined: u32,
    /// Unreachable objects freed.
    pub collected: u32,
    /// Unreachable objects that could not be freed.
    pub uncollectable: u32,
    /// What it found unreachable, among the objects shown before it ran.
    pub unreachable: Vec<ObjectId>,
}

/// Memory totals before a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoryView {
    /// Bytes alive, of objects the program made.
    pub bytes: u64,
    /// Objects alive, made by the program.
    pub objects: u32,
    /// Highest number of bytes so far.
    pub peak_bytes: u64,
}

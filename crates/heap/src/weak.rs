//! Weak references: which reference objects point at which targets.
//!
//! The references themselves are objects of the heap; what they point at is kept in a table beside it, so that an
//! object without weak references pays one bit.

use hashbrown::HashMap;

use crate::slot::{HAS_WEAKREFS, WEAKREF};
use crate::{EventKind, Heap, Id, Payload};

/// Kinds of weak references: one without a callback is shared by all who ask for its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeakKind {
    /// `weakref.ref`
    Ref,
    /// `weakref.proxy`
    Proxy,
}

#[derive(Clone, Debug)]
struct Node {
    /// `None` once cleared.
    target: Option<Id>,
    /// Owned by the reference object's payload, which visits it.
    callback: Option<Id>,
    kind: WeakKind,
    /// A basic reference: no callback, not of a subclass.
    shared: bool,
}

/// Weak references by reference object, and the list of each target in CPython's order: the shared reference, the
/// shared proxy, then the others, newest first (CPython 3.13 weakrefobject.c, insert_head and insert_after).
#[derive(Clone, Debug, Default)]
pub(crate) struct WeakTable {
    nodes: HashMap<Id, Node>,
    lists: HashMap<Id, Vec<Id>>,
}

impl<P: Payload> Heap<P> {
    /// Makes `weakref` point at `target`. `shared` marks a basic reference, without callback and of the exact type.
    pub fn link_weakref(&mut self, weakref: Id, target: Id, kind: WeakKind, callback: Option<Id>, shared: bool) {
        let nodes = &self.weak.nodes;
        let list = self.weak.lists.entry(target).or_default();
        let shared_before = |upto: WeakKind| {
            list.iter()
                .take_while(|w| {
                    nodes.get(*w).is_some_and(|n| n.shared && (upto == WeakKind::Proxy || n.kind == WeakKind::Ref))
                })
                .count()
        };
        let at = match (shared, kind) {
            (true, WeakKind::Ref) => 0,
            (true, WeakKind::Proxy) => shared_before(WeakKind::Ref),
            (false, _) => shared_before(WeakKind::Proxy),
        };
        list.insert(at, weakref);
        self.weak.nodes.insert(weakref, Node { target: Some(target), callback, kind, shared });
        self.slots[target.index()].flags |= HAS_WEAKREFS;
        self.slots[weakref.index()].flags |= WEAKREF;
    }

    /// The shared reference or proxy to `target`, if there is one.
    pub fn shared_weakref(&self, target: Id, kind: WeakKind) -> Option<Id> {
        let list = self.weak.lists.get(&target)?;
        list.iter().take(2).copied().find(|w| self.weak.nodes.get(w).is_some_and(|n| n.shared && n.kind == kind))
    }

    /// Whether a weak reference is the one that all who ask for its kind share.
    pub fn is_shared_weakref(&self, weakref: Id) -> bool {
        self.weak.nodes.get(&weakref).is_some_and(|node| node.shared)
    }

    /// What a weak reference points at, unless it was cleared.
    pub fn weakref_target(&self, weakref: Id) -> Option<Id> {
        self.weak.nodes.get(&weakref)?.target
    }

    /// The callback of a weak reference, unless its target's death by count took it.
    pub fn weakref_callback(&self, weakref: Id) -> Option<Id> {
        self.weak.nodes.get(&weakref)?.callback
    }

    /// Whether the object is a weak reference, dead or alive.
    pub fn is_weakref(&self, id: Id) -> bool {
        self.slots[id.index()].flags & WEAKREF != 0
    }

    /// The kind of a weak reference.
    pub fn weakref_kind(&self, weakref: Id) -> Option<WeakKind> {
        Some(self.weak.nodes.get(&weakref)?.kind)
    }

    /// The weak references to an object, in CPython's order.
    pub fn weakrefs(&self, target: Id) -> &[Id] {
        if !self.has_weakrefs(target) {
            return &[];
        }
        self.weak.lists.get(&target).map_or(&[], |l| l.as_slice())
    }

    /// Makes a weak reference dead and returns the callback it had, which its payload still owns.
    pub(crate) fn clear_weakref(&mut self, weakref: Id) -> Option<Id> {
        let node = self.weak.nodes.get_mut(&weakref)?;
        if let Some(target) = node.target.take() {
            let callback = node.callback;
            if let Some(list) = self.weak.lists.get_mut(&target) {
                list.retain(|&w| w != weakref);
                if list.is_empty() {
                    self.weak.lists.remove(&target);
                    self.slots[target.index()].flags &= !HAS_WEAKREFS;
                }
            }
            self.log_if_watched(target, self.serial(target), EventKind::WeakrefCleared);
            return callback;
        }
        node.callback
    }

    /// Forgets the callback of a weak reference. The caller takes the payload's reference to it.
    pub fn drop_weakref_callback(&mut self, weakref: Id) {
        if let Some(node) = self.weak.nodes.get_mut(&weakref) {
            node.callback = None;
        }
    }

    /// Forgets a weak reference object that dies.
    pub(crate) fn remove_weakref(&mut self, weakref: Id) {
        if self.is_weakref(weakref) {
            self.clear_weakref(weakref);
            self.weak.nodes.remove(&weakref);
        }
    }
}

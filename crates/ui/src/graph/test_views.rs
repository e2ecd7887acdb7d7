//! Small views for the tests of layout.

use ouro_protocol::{
    Edge, EdgeKind, EventKind, FrameView, Generation, MemoryView, NameView, ObjectId, ObjectState, ObjectView,
    RefCount, View,
};

/// A name of the module.
pub fn name(name: &str, object: ObjectId) -> NameView {
    NameView {
        name: name.to_owned(),
        object,
        has_card: true,
        type_name: "list".to_owned(),
        value: "[...]".to_owned(),
        rc: RefCount::Count(1),
        cell: false,
    }
}

/// An object that refers to `targets` by `[0]`, `[1]`, ...
pub fn object(id: ObjectId, type_name: &str, targets: &[ObjectId]) -> ObjectView {
    let edge = |(index, target): (usize, &ObjectId)| Edge {
        label: format!("[{index}]"),
        target: *target,
        has_card: true,
        value: String::new(),
        kind: EdgeKind::Strong,
    };
    ObjectView {
        id,
        type_name: type_name.to_owned(),
        value: "[...]".to_owned(),
        rc: RefCount::Count(1),
        generation: Generation::Gen0,
        state: ObjectState::Live,
        size: 64,
        finalized: false,
        weakrefs: 0,
        length: None,
        edges: targets.iter().enumerate().map(edge).collect(),
        edges_hidden: 0,
        cycle: None,
    }
}

/// A view with these names in the module and these objects.
pub fn view(names: &[NameView], objects: Vec<ObjectView>) -> View {
    View {
        step: 1,
        event: EventKind::Line,
        line: 2,
        previous_line: Some(1),
        frames: vec![FrameView { id: 0, name: "<module>".to_owned(), line: 2, names: names.to_vec() }],
        objects,
        objects_hidden: 0,
        generations: Vec::new(),
        gc_enabled: true,
        long_lived: (0, 0),
        weakrefs: Vec::new(),
        changes: Vec::new(),
        collections: Vec::new(),
        output_chunks: 0,
        memory: MemoryView { bytes: 0, objects: 0, peak_bytes: 0 },
    }
}

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use ouro_protocol::{Change, ChangeKind, Edge, EdgeKind, ObjectId, ObjectState, ObjectView, View};

use super::{
    is_code,
    layout::{Layout, Place},
    route::{Curve, Ring, curve, rings},
    size,
};

/// Rows of a card before the rest is summed up.
const MAX_ROWS: usize = 8;
/// How many of them are the last ones, where an appended item is.
const LAST_ROWS: usize = 3;
/// Cards before the rest is left to the table.
const MAX_CARDS: usize = 240;

/// Everything that the picture of one view draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Frames, the module first.
    pub frames: Vec<FrameBox>,
    /// Objects, by creation.
    pub cards: Vec<Card>,
    /// References between them.
    pub curves: Vec<Curve>,
    /// Around cycles that cannot be reached.
    pub rings: Vec<Ring>,
    /// Objects in the view that have no card here.
    pub left_out: u32,
    /// Width of everything, in pixels.
    pub width: f64,
    /// Height of everything, in pixels.
    pub height: f64,
}

/// A frame with its names.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameBox {
    /// Index into `View::frames`.
    pub index: usize,
    /// Top edge, in pixels.
    pub y: f64,
    /// Its names.
    pub names: Vec<NameRow>,
}

/// One name of a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct NameRow {
    /// Index into `FrameView::names`.
    pub index: usize,
    /// The card that it leads to, if there is one here.
    pub card: Option<ObjectId>,
}

/// One object.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Index into `View::objects`.
    pub index: usize,
    /// Which object.
    pub id: ObjectId,
    /// Where it stands.
    pub place: Place,
    /// Its references, as far as they are worth a row.
    pub rows: Vec<CardRow>,
    /// How many references have no row.
    pub more: u32,
    /// Its count before the last step, where that was another.
    pub count_before: Option<u32>,
    /// Whether the last step made it.
    pub is_new: bool,
    /// Whether the last step changed anything about it.
    pub is_changed: bool,
}

/// One reference of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct CardRow {
    /// `.next`, `[0]`, `['key']`.
    pub label: String,
    /// What it says or where it leads.
    pub value: RowValue,
    /// Whether its edge leaves at the left, to an earlier column.
    pub leaves_left: bool,
}

/// The right half of a card's row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowValue {
    /// A short repr.
    Text(String),
    /// An edge to a card.
    Edge(ObjectId, EdgeKind),
}

impl Picture {
    /// Lays `view` out, keeping what stays where `layout` has it. `with_code`: also classes, functions,
    /// modules and what only they hold.
    pub fn new(view: &View, with_code: bool, layout: &mut Layout) -> Picture {
        let objects = view.objects.iter().map(|object| (object.id, object)).collect();
        let filter = Filter { objects, with_code };
        let shown = shown_objects(view, &filter);
        let changes = changes_by_object(&view.changes);
        let frames = frame_boxes(view, &shown);
        let mut cards: Vec<Card> = view
            .objects
            .iter()
            .enumerate()
            .filter(|(_, object)| shown.contains(&object.id))
            .map(|(index, object)| {
                let changes = changes.get(&object.id).map_or(&[][..], |changes| changes);
                make_card(index, object, &filter, &shown, changes)
            })
            .collect();
        layout.arrange(&frames, &mut cards);
        let places: HashMap<ObjectId, Place> = cards.iter().map(|card| (card.id, card.place)).collect();
        for card in &mut cards {
            for row in &mut card.rows {
                let RowValue::Edge(target, _) = row.value else { continue };
                row.leaves_left = places.get(&target).is_some_and(|place| place.column < card.place.column);
            }
        }
        let rings = rings(view, &places);
        let curves = curves(&frames, &cards, &places);
        let right = cards.iter().map(|card| card.place.x + size::CARD_WIDTH).fold(size::FRAME_WIDTH, f64::max);
        let frames_end = frames.last().map_or(0.0, |frame| frame.y + frame.height());
        let bottom = cards.iter().map(|card| card.place.y + card.place.height).fold(frames_end, f64::max);
        Picture {
            left_out: (view.objects.len() - cards.len()) as u32 + view.objects_hidden,
            width: right + 2.0 * size::MARGIN,
            height: bottom + size::MARGIN + if rings.is_empty() { 0.0 } else { size::RING_LABEL },
            frames,
            cards,
            curves,
            rings,
        }
    }
}

impl FrameBox {
    /// Of the whole box, in pixels.
    pub fn height(&self) -> f64 {
        size::FRAME_HEAD + self.names.len() as f64 * size::NAME_ROW + size::FRAME_FOOT
    }

    /// The middle of a name's row, in pixels.
    pub fn row_y(&self, row: usize) -> f64 {
        self.y + size::FRAME_HEAD + (row as f64 + 0.5) * size::NAME_ROW
    }
}

impl Card {
    /// The middle of a reference's row, in pixels.
    pub fn row_y(&self, row: usize) -> f64 {
        self.place.y + size::CARD_HEAD + size::CARD_VALUE + (row as f64 + 0.5) * size::CARD_ROW
    }
}

/// Which objects may get a card at all.
struct Filter<'a> {
    objects: HashMap<ObjectId, &'a ObjectView>,
    with_code: bool,
}

impl Filter<'_> {
    fn lets_in(&self, id: ObjectId) -> bool {
        let shows =
            |object: &&ObjectView| self.with_code || !is_code(&object.type_name) || object.state != ObjectState::Live;
        self.objects.get(&id).is_some_and(shows)
    }
}

/// Which objects get a card: those that a name leads to by the rows of cards, those that nothing shown
/// holds (a value on a frame's stack), those that cannot be reached, those that just died.
fn shown_objects(view: &View, filter: &Filter) -> BTreeSet<ObjectId> {
    let held: BTreeSet<ObjectId> =
        view.objects.iter().flat_map(|object| &object.edges).map(|edge| edge.target).collect();
    let named = view.frames.iter().flat_map(|frame| &frame.names).filter(|name| name.has_card).map(|name| name.object);
    let others = view.objects.iter().filter(|object| object.state != ObjectState::Live || !held.contains(&object.id));
    let mut shown = BTreeSet::new();
    let mut queue: VecDeque<ObjectId> = named.chain(others.map(|object| object.id)).collect();
    while let Some(id) = queue.pop_front() {
        let Some(object) = filter.objects.get(&id) else { continue };
        if !filter.lets_in(id) || shown.len() >= MAX_CARDS || !shown.insert(id) {
            continue;
        }
        let (rows, _) = row_edges(object, filter);
        queue.extend(rows.iter().filter(|edge| edge.has_card).map(|edge| edge.target));
    }
    shown
}

/// The references of an object that are worth a row, and how many more there are: of many, the first and
/// the last ones.
fn row_edges<'a>(object: &'a ObjectView, filter: &Filter) -> (Vec<&'a Edge>, u32) {
    // An item that is a plain value can be read in the object's own repr; an attribute or a name cannot.
    let is_item = |edge: &Edge| edge.label.starts_with(['[', '∈']);
    let is_worth = |edge: &&Edge| if edge.has_card { filter.lets_in(edge.target) } else { !is_item(edge) };
    let mut edges: Vec<&Edge> = object.edges.iter().filter(is_worth).collect();
    let more = edges.len().saturating_sub(MAX_ROWS);
    let first = MAX_ROWS - LAST_ROWS;
    edges.drain(first.min(edges.len())..(first + more).min(edges.len()));
    (edges, object.edges_hidden + more as u32)
}

fn changes_by_object(changes: &[Change]) -> BTreeMap<ObjectId, Vec<&Change>> {
    let mut by_object: BTreeMap<ObjectId, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        by_object.entry(change.object).or_default().push(change);
    }
    by_object
}

fn frame_boxes(view: &View, shown: &BTreeSet<ObjectId>) -> Vec<FrameBox> {
    let mut y = size::MARGIN;
    let mut frames = Vec::with_capacity(view.frames.len());
    for (index, frame) in view.frames.iter().enumerate() {
        let row = |(index, name): (usize, &ouro_protocol::NameView)| NameRow {
            index,
            card: (name.has_card && shown.contains(&name.object)).then_some(name.object),
        };
        let frame = FrameBox { index, y, names: frame.names.iter().enumerate().map(row).collect() };
        y += frame.height() + size::FRAME_GAP;
        frames.push(frame);
    }
    frames
}

fn make_card(
    index: usize,
    object: &ObjectView,
    filter: &Filter,
    shown: &BTreeSet<ObjectId>,
    changes: &[&Change],
) -> Card {
    let (edges, more) = row_edges(object, filter);
    let rows: Vec<CardRow> = edges
        .into_iter()
        .map(|edge| {
            let text = || RowValue::Text(edge.value.clone());
            let leads = edge.has_card && shown.contains(&edge.target);
            let value = if leads { RowValue::Edge(edge.target, edge.kind) } else { text() };
            CardRow { label: edge.label.clone(), value, leaves_left: false }
        })
        .collect();
    let more_row = usize::from(more > 0);
    let height = size::CARD_HEAD + size::CARD_VALUE + (rows.len() + more_row) as f64 * size::CARD_ROW + size::CARD_FOOT;
    let count_before = changes.iter().find_map(|change| match change.kind {
        ChangeKind::Count { from, .. } => Some(from),
        _ => None,
    });
    Card {
        index,
        id: object.id,
        place: Place { column: 0, x: 0.0, y: 0.0, height },
        rows,
        more,
        count_before,
        is_new: changes.iter().any(|change| matches!(change.kind, ChangeKind::Created { .. })),
        is_changed: !changes.is_empty(),
    }
}

fn curves(frames: &[FrameBox], cards: &[Card], places: &HashMap<ObjectId, Place>) -> Vec<Curve> {
    let mut curves = Vec::new();
    for frame in frames {
        for (row, name) in frame.names.iter().enumerate() {
            let Some(place) = name.card.and_then(|id| places.get(&id).map(|place| (id, place))) else { continue };
            let key = format!("f{}.{}", frame.index, name.index);
            let start = (size::MARGIN + size::FRAME_WIDTH, frame.row_y(row));
            curves.push(curve(key, None, place.0, EdgeKind::Strong, start, None, place.1));
        }
    }
    for card in cards {
        for (row, entry) in card.rows.iter().enumerate() {
            let RowValue::Edge(target, kind) = entry.value else { continue };
            let Some(place) = places.get(&target) else { continue };
            let key = format!("o{}.{row}", card.id);
            let start = (card.place.x + size::CARD_WIDTH, card.row_y(row));
            curves.push(curve(key, Some(card.id), target, kind, start, Some(&card.place), place));
        }
    }
    curves
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::test_views::{name, object, view};

    #[test]
    fn code_is_left_out_but_what_a_name_holds_is_not() {
        let mut class = object(1, "type", &[2]);
        class.edges[0].label = ".table".to_owned();
        let view = view(&[name("Node", 1), name("a", 3)], vec![class, object(2, "dict", &[]), object(3, "Node", &[1])]);
        let ids = |with_code| {
            let picture = Picture::new(&view, with_code, &mut Layout::default());
            (picture.cards.iter().map(|card| card.id).collect::<Vec<_>>(), picture.left_out)
        };
        assert_eq!(ids(false), (vec![3], 2));
        assert_eq!(ids(true), (vec![1, 2, 3], 0));
    }

    #[test]
    fn each_name_and_reference_has_a_curve() {
        let view = view(&[name("a", 1), name("b", 1)], vec![object(1, "list", &[2, 2]), object(2, "list", &[1])]);
        let picture = Picture::new(&view, false, &mut Layout::default());
        let ends: Vec<_> = picture.curves.iter().map(|curve| (curve.from, curve.to)).collect();
        assert_eq!(ends, [(None, 1), (None, 1), (Some(1), 2), (Some(1), 2), (Some(2), 1)]);
        let keys: BTreeSet<_> = picture.curves.iter().map(|curve| &curve.key).collect();
        assert_eq!(keys.len(), 5);
    }

    #[test]
    fn of_many_items_the_first_and_the_last_are_shown() {
        let many: Vec<ObjectId> = (2..1000).collect();
        let mut objects = vec![object(1, "list", &many)];
        objects.extend(many.iter().map(|id| object(*id, "Node", &[])));
        let picture = Picture::new(&view(&[name("a", 1)], objects), false, &mut Layout::default());
        let ids: Vec<_> = picture.cards.iter().map(|card| card.id).collect();
        assert_eq!(ids, [1, 2, 3, 4, 5, 6, 997, 998, 999]);
        assert_eq!((picture.cards[0].rows.len(), picture.cards[0].more), (MAX_ROWS, 990));
        assert_eq!(picture.left_out, 990);
    }

    #[test]
    fn cards_are_bounded() {
        let objects = (1..1000).map(|id| object(id, "Node", &[id + 1])).collect();
        let picture = Picture::new(&view(&[name("a", 1)], objects), false, &mut Layout::default());
        assert_eq!(picture.cards.len(), MAX_CARDS);
        assert_eq!(picture.left_out as usize, 999 - MAX_CARDS);
    }

    #[test]
    fn what_nothing_shown_holds_is_shown() {
        let objects = vec![object(1, "list", &[]), object(2, "list_iterator", &[1])];
        let picture = Picture::new(&view(&[name("a", 1)], objects), false, &mut Layout::default());
        assert_eq!(picture.cards.len(), 2);
    }
}

use std::collections::{HashMap, HashSet};

use ouro_protocol::ObjectId;

use super::{
    cards::{Card, FrameBox, RowValue},
    size,
};

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// From 0, by the distance from a name when it first appeared.
    pub column: u32,
    /// Left edge, in pixels.
    pub x: f64,
    /// Top edge, in pixels.
    pub y: f64,
    /// In pixels.
    pub height: f64,
}

/// Places of the objects shown so far. An object that stays keeps its place, so that the eye follows
/// what changes; a new one goes to the free spot nearest to what refers to it. (Layered layouts such as
/// dagre's start from nothing each time, and move half of the picture when one edge comes.)
#[derive(Clone, Debug, Default)]
pub struct Layout {
    places: HashMap<ObjectId, Place>,
}

/// What a card would like, before the others are known.
#[derive(Clone, Copy)]
struct Wish {
    column: u32,
    y: f64,
}

/// No picture is wider than this, in columns: deeper chains go down in the last one.
const MAX_COLUMNS: u32 = 40;

impl Layout {
    /// Gives every card its place, and forgets the places of those that are gone.
    pub fn arrange(&mut self, frames: &[FrameBox], cards: &mut [Card]) {
        let wishes = self.wishes(frames, cards);
        let mut columns: HashMap<u32, Vec<Place>> = HashMap::new();
        // First those that have a place, top to bottom; one that has grown pushes the next down.
        let mut settled: Vec<usize> = (0..cards.len()).filter(|&i| self.places.contains_key(&cards[i].id)).collect();
        settled.sort_by(|&a, &b| self.places[&cards[a].id].y.total_cmp(&self.places[&cards[b].id].y));
        for index in settled {
            let old = self.places[&cards[index].id];
            let taken = columns.entry(old.column).or_default();
            let free = taken.iter().map(|place| place.y + place.height + size::ROW_GAP).fold(0.0, f64::max);
            let y = if taken.is_empty() { old.y } else { old.y.max(free) };
            cards[index].place = Place { y, ..place_at(old.column, y, cards[index].place.height) };
            taken.push(cards[index].place);
        }
        // Then the new ones, those nearest to a name first.
        let index: HashMap<ObjectId, usize> = cards.iter().enumerate().map(|(i, card)| (card.id, i)).collect();
        for (id, wish) in wishes {
            let Some(card) = index.get(&id).and_then(|&i| cards.get_mut(i)) else { continue };
            if self.places.contains_key(&id) {
                continue;
            }
            let taken = columns.entry(wish.column).or_default();
            let y = nearest_gap(taken, wish.y.max(size::MARGIN), card.place.height);
            card.place = place_at(wish.column, y, card.place.height);
            taken.push(card.place);
            taken.sort_by(|a, b| a.y.total_cmp(&b.y));
        }
        self.places = cards.iter().map(|card| (card.id, card.place)).collect();
    }

    /// A column and a height for each card: one to the right of the nearest thing that refers to it. In
    /// order of the distance from a name; what no name leads to comes last.
    fn wishes(&self, frames: &[FrameBox], cards: &[Card]) -> Vec<(ObjectId, Wish)> {
        let by_id: HashMap<ObjectId, &Card> = cards.iter().map(|card| (card.id, card)).collect();
        let mut seen: HashSet<ObjectId> = HashSet::new();
        let mut wishes: Vec<(ObjectId, Wish)> = Vec::new();
        let mut front: Vec<(ObjectId, Wish)> = Vec::new();
        for frame in frames {
            let rows = frame.names.iter().enumerate();
            front.extend(rows.filter_map(|(row, name)| {
                let y = frame.row_y(row) - size::CARD_HEAD / 2.0;
                name.card.map(|id| (id, Wish { column: 0, y }))
            }));
        }
        let settled = |id: &ObjectId| self.places.get(id).map(|place| Wish { column: place.column, y: place.y });
        let mut rest = cards.iter();
        loop {
            // Breadth first, from what is wished for so far.
            let mut next = Vec::new();
            for (id, wish) in front {
                let Some(card) = by_id.get(&id) else { continue };
                if !seen.insert(id) {
                    continue;
                }
                let wish = settled(&id).unwrap_or(wish);
                wishes.push((id, wish));
                for (row, entry) in card.rows.iter().enumerate() {
                    if let RowValue::Edge(target, _) = entry.value {
                        let y = wish.y + row as f64 * size::CARD_ROW;
                        next.push((target, Wish { column: (wish.column + 1).min(MAX_COLUMNS - 1), y }));
                    }
                }
            }
            if next.is_empty() {
                // What no name leads to: the oldest first.
                let Some(lost) = rest.find(|card| !seen.contains(&card.id)) else { return wishes };
                next.push((lost.id, Wish { column: 0, y: size::MARGIN }));
            }
            front = next;
        }
    }
}

fn place_at(column: u32, y: f64, height: f64) -> Place {
    let first = size::MARGIN + size::FRAME_WIDTH + size::COLUMN_GAP;
    Place { column, x: first + f64::from(column) * (size::CARD_WIDTH + size::COLUMN_GAP), y, height }
}

/// The top of the free space nearest to `wish` where `height` fits between `taken`, which is sorted.
fn nearest_gap(taken: &[Place], wish: f64, height: f64) -> f64 {
    let mut best: Option<f64> = None;
    let mut start = size::MARGIN;
    let ends = taken.iter().map(|place| place.y).chain(std::iter::once(f64::INFINITY));
    for (index, end) in ends.enumerate() {
        let last = end - size::ROW_GAP - height;
        if last >= start {
            let y = wish.clamp(start, last);
            if best.is_none_or(|best| (y - wish).abs() < (best - wish).abs()) {
                best = Some(y);
            }
        }
        if let Some(place) = taken.get(index) {
            start = start.max(place.y + place.height + size::ROW_GAP);
        }
    }
    best.unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{
        Picture,
        test_views::{name, object, view},
    };

    fn overlap(a: &Place, b: &Place) -> bool {
        a.column == b.column && a.y < b.y + b.height && b.y < a.y + a.height
    }

    fn assert_apart(picture: &Picture) {
        for (i, a) in picture.cards.iter().enumerate() {
            for b in &picture.cards[i + 1..] {
                assert!(!overlap(&a.place, &b.place), "{a:?} lies on {b:?}");
            }
        }
    }

    #[test]
    fn what_stays_keeps_its_place() {
        let mut layout = Layout::default();
        let before = view(&[name("a", 1), name("b", 2)], vec![object(1, "list", &[]), object(2, "list", &[])]);
        let first = Picture::new(&before, false, &mut layout);
        // `a` goes, `b` now holds a new list, and 1 hangs below that.
        let objects = vec![object(1, "list", &[]), object(2, "list", &[3]), object(3, "list", &[1])];
        let second = Picture::new(&view(&[name("b", 2)], objects), false, &mut layout);
        for id in [1, 2] {
            let place = |picture: &Picture| {
                picture.cards.iter().find(|card| card.id == id).map(|card| (card.place.x, card.place.y))
            };
            assert_eq!(place(&first), place(&second), "object {id}");
        }
        assert_eq!(second.cards[2].place.column, 1);
        assert_apart(&second);
    }

    #[test]
    fn nothing_overlaps_as_things_come_and_go() {
        let mut layout = Layout::default();
        for step in 0..40_u32 {
            let ids: Vec<u32> = (1..30).filter(|id| (id * 7 + step * 3) % 5 > 1).collect();
            let objects =
                ids.iter().map(|id| object(*id, "Node", &ids[..(*id as usize + step as usize) % 4])).collect();
            let names: Vec<_> = ids.iter().take(3).map(|id| name("n", *id)).collect();
            assert_apart(&Picture::new(&view(&names, objects), false, &mut layout));
        }
    }

    #[test]
    fn a_gap_is_used_again() {
        let place = |y| place_at(0, y, 50.0);
        assert_eq!(nearest_gap(&[place(14.0), place(200.0)], 100.0, 50.0), 100.0);
        assert_eq!(nearest_gap(&[place(14.0), place(100.0)], 14.0, 60.0), 100.0 + 50.0 + size::ROW_GAP);
    }
}

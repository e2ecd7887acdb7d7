use std::collections::{BTreeMap, HashMap};

use ouro_protocol::{EdgeKind, ObjectId, ObjectState, View};

use super::{layout::Place, size};
use crate::decimal::Decimal;

/// How a reference is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Unique in the picture, the same from step to step.
    pub key: String,
    /// The object that holds it; `None` for a name.
    pub from: Option<ObjectId>,
    /// The object it leads to.
    pub to: ObjectId,
    /// Strong or weak.
    pub kind: EdgeKind,
    /// An SVG path.
    pub path: String,
}

/// A frame around the members of a cycle that cannot be reached: around all of them, or around one.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// The cycle's number, from 0.
    pub cycle: u32,
    /// Its only member, where others stand between the members.
    pub member: Option<ObjectId>,
    /// Left edge, in pixels.
    pub x: f64,
    /// Top edge, in pixels.
    pub y: f64,
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
}

/// Between a ring and its cards.
const RING_PADDING: f64 = 8.0;

impl Ring {
    fn around(cycle: u32, member: Option<ObjectId>, places: &[Place]) -> Ring {
        let least = |of: fn(&Place) -> f64| places.iter().map(of).fold(f64::INFINITY, f64::min) - RING_PADDING;
        let most = |of: fn(&Place) -> f64| places.iter().map(of).fold(0.0, f64::max) + RING_PADDING;
        let (x, y) = (least(|place| place.x), least(|place| place.y));
        let (right, bottom) = (most(|place| place.x + size::CARD_WIDTH), most(|place| place.y + place.height));
        Ring { cycle, member, x, y, width: right - x, height: bottom - y }
    }

    fn touches(&self, place: &Place) -> bool {
        place.x < self.x + self.width
            && place.x + size::CARD_WIDTH > self.x
            && place.y < self.y + self.height
            && place.y + place.height > self.y
    }
}

/// From a row's end to the head of the card at `to`: on the side that faces the source. `start` is the
/// right end of the row; `source` the card that it is in, if it is in one.
pub(super) fn curve(
    key: String,
    from: Option<ObjectId>,
    target: ObjectId,
    kind: EdgeKind,
    start: (f64, f64),
    source: Option<&Place>,
    to: &Place,
) -> Curve {
    let (x, y) = start;
    let end_y = to.y + size::CARD_HEAD / 2.0;
    let right = to.x + size::CARD_WIDTH;
    // Start, the two handles' x, and the end's x: the handles are as high as the ends.
    let (start, handles, end) = match source {
        // To itself: a loop at the right.
        Some(source) if source == to => (x, (x + 34.0, x + 34.0), right + 3.0),
        // To the same column: a bow at the right.
        Some(source) if source.column == to.column => {
            let bow = x + 26.0 + ((end_y - y).abs() / 12.0).min(22.0);
            (x, (bow, bow), right + 3.0)
        }
        // Back: out at the left.
        Some(source) if source.column > to.column => {
            let (start, end) = (source.x, right + 3.0);
            let bend = ((start - end) / 2.0).max(24.0);
            (start, (start - bend, end + bend), end)
        }
        _ => {
            let end = to.x - 3.0;
            let bend = ((end - x) / 2.0).clamp(20.0, 90.0);
            (x, (x + bend, end - bend), end)
        }
    };
    let [start, first, second, end] = [start, handles.0, handles.1, end].map(Decimal);
    let (y, end_y) = (Decimal(y), Decimal(end_y));
    let path = format!("M{start} {y}C{first} {y} {second} {end_y} {end} {end_y}");
    Curve { key, from, to: target, kind, path }
}

/// One ring around each unreachable cycle; where another card stands in between, one around each member.
pub(super) fn rings(view: &View, places: &HashMap<ObjectId, Place>) -> Vec<Ring> {
    let mut cycles: BTreeMap<u32, Vec<(ObjectId, Place)>> = BTreeMap::new();
    for object in view.objects.iter().filter(|object| object.state == ObjectState::Unreachable) {
        if let (Some(cycle), Some(place)) = (object.cycle, places.get(&object.id)) {
            cycles.entry(cycle).or_default().push((object.id, *place));
        }
    }
    let mut rings = Vec::new();
    for (cycle, members) in cycles {
        let all: Vec<Place> = members.iter().map(|(_, place)| *place).collect();
        let ring = Ring::around(cycle, None, &all);
        let is_member = |id: &ObjectId| members.iter().any(|(member, _)| member == id);
        if places.iter().all(|(id, place)| is_member(id) || !ring.touches(place)) {
            rings.push(ring);
        } else {
            rings.extend(members.iter().map(|(id, place)| Ring::around(cycle, Some(*id), &[*place])));
        }
    }
    rings
}

#[cfg(test)]
mod tests {
    use crate::graph::{
        Layout, Picture,
        test_views::{name, object, view},
    };
    use ouro_protocol::ObjectState;

    fn lost_pair(names: &[u32]) -> Picture {
        let mut layout = Layout::default();
        let mut objects = vec![object(1, "Node", &[2]), object(2, "Node", &[1]), object(3, "list", &[])];
        Picture::new(&view(&[name("a", 1), name("b", 2)], objects[..2].to_vec()), false, &mut layout);
        for lost in &mut objects[..2] {
            (lost.state, lost.cycle) = (ObjectState::Unreachable, Some(0));
        }
        objects.retain(|object| object.id < 3 || names.contains(&3));
        let names: Vec<_> = names.iter().map(|id| name("x", *id)).collect();
        Picture::new(&view(&names, objects), false, &mut layout)
    }

    #[test]
    fn a_lost_cycle_is_ringed_as_a_whole() {
        let picture = lost_pair(&[]);
        let [ring] = &picture.rings[..] else { panic!("{:?}", picture.rings) };
        assert_eq!((ring.cycle, ring.member), (0, None));
        for card in &picture.cards {
            assert!(card.place.x > ring.x && card.place.y > ring.y);
            assert!(card.place.y + card.place.height < ring.y + ring.height);
        }
    }

    #[test]
    fn no_ring_takes_in_what_can_be_reached() {
        let picture = lost_pair(&[3]);
        let free = picture.cards.iter().find(|card| card.id == 3).unwrap();
        assert!(!picture.rings.is_empty());
        assert!(picture.rings.iter().all(|ring| !ring.touches(&free.place)));
    }
}

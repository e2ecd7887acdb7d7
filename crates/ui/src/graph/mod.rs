//! The picture of frames and objects: which objects get a card, where cards stand, how edges run.
//! All of it is plain data made from a `View`; `components::graph` draws it.

mod cards;
mod layout;
mod route;
#[cfg(test)]
pub mod test_views;

pub use self::{
    cards::{Card, CardRow, FrameBox, Picture, RowValue},
    layout::Layout,
};

/// Whether objects of this type are code: classes, functions and the like. They stay the same while a
/// program runs, and would hide the rest.
pub fn is_code(type_name: &str) -> bool {
    const CODE: [&str; 14] = [
        "ABCMeta",
        "builtin_function_or_method",
        "classmethod",
        "code",
        "function",
        "getset_descriptor",
        "mappingproxy",
        "member_descriptor",
        "method_descriptor",
        "module",
        "property",
        "staticmethod",
        "type",
        "wrapper_descriptor",
    ];
    CODE.contains(&type_name)
}

/// Sizes in CSS pixels, the same as in `graph.css`. Cards are not measured: what a card holds tells its size.
pub mod size {
    /// Width of a frame's box.
    pub const FRAME_WIDTH: f64 = 134.0;
    /// Height of a frame's title.
    pub const FRAME_HEAD: f64 = 28.0;
    /// Height of one name.
    pub const NAME_ROW: f64 = 24.0;
    /// Below the last name of a frame, and between frames.
    pub const FRAME_FOOT: f64 = 6.0;
    /// Between frames.
    pub const FRAME_GAP: f64 = 12.0;
    /// Width of a card.
    pub const CARD_WIDTH: f64 = 162.0;
    /// Height of a card's head, where edges arrive.
    pub const CARD_HEAD: f64 = 30.0;
    /// Height of the value's line.
    pub const CARD_VALUE: f64 = 20.0;
    /// Height of one reference.
    pub const CARD_ROW: f64 = 20.0;
    /// Height of the line with generation and size.
    pub const CARD_FOOT: f64 = 26.0;
    /// Between the frames and the first column, and between columns.
    pub const COLUMN_GAP: f64 = 42.0;
    /// Between cards of a column.
    pub const ROW_GAP: f64 = 18.0;
    /// Below a ring, for its label.
    pub const RING_LABEL: f64 = 26.0;
    /// Around everything.
    pub const MARGIN: f64 = 14.0;
}

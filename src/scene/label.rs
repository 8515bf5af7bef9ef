//! The texts on the map.

use super::Tint;
use crate::atlas::Place;

/// A kind of label, which decides how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The name of a region.
    Region,
    /// Its holder.
    Holder,
    /// The symbol of a site, or its name.
    Site,
    /// The sign of events.
    Event,
    /// The name of a town with its dot.
    Town,
    /// The name of a unit of the country.
    Unit,
    /// Land or water around the country.
    Around,
    /// The pinned unit or town.
    Pin,
    /// The arrow to a selection that is off screen.
    Pointer,
    /// The scale bar.
    Scale,
}

/// One line of text on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Cells from the left and from the top of the map pane.
    pub at: (u16, u16),
    /// The words as they are drawn: capitals, marks and dots are in them already.
    pub text: String,
    /// The kind of thing that it names or marks.
    pub class: Class,
    /// The place that a click on it selects; `None` for the base map's and the scale's.
    pub place: Option<Place>,
    /// The block of cells whose events it stands for, in blocks from the left and from the top; `None` but for those.
    pub block: Option<(u16, u16)>,
    /// The colour it stands on, where that is its own.
    pub tint: Option<Tint>,
}

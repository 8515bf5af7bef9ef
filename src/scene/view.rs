//! The view that a scene shows, and the pieces that it is made of.

use super::{Layers, Marker};
use crate::{
    atlas::{ActorId, Atlas, Lens, Place, state::Snapshot},
    geo::{Map, Viewport},
    names::Target,
};

/// Everything that a scene is built from.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The places that may be drawn, and the hues and letters of actors.
    pub atlas: &'a Atlas,
    /// The shapes of regions and of the base map.
    pub map: &'a Map,
    /// The state at the date that is shown.
    pub snapshot: &'a Snapshot,
    /// The date that the snapshot is compared with, earlier or later.
    pub marked: Option<&'a Snapshot>,
    /// The question that places are coloured by.
    pub lens: Lens,
    /// The part of the plane that is seen, and the cells it is seen in.
    pub viewport: Viewport,
    /// The place that is outlined and named, and drawn whatever the layers.
    pub selected: Option<Place>,
    /// The places that stand out; `None` means that all do.
    pub highlighted: Option<Vec<Place>>,
    /// The actors whose events are marked; none means that every event is.
    pub filter: &'a [ActorId],
    /// The kinds of places that are drawn besides the selected one.
    pub layers: Layers,
    /// As fine as the medium can show.
    pub resolution: Resolution,
    /// The unit or town of the base map that is pointed out.
    pub pin: Option<Pin>,
}

/// The pieces that the cells of a scene are cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// The sub-cells of a marker.
    Subcells(Marker),
    /// Columns and rows of pixels in a cell.
    Pixels(u16, u16),
}

impl Resolution {
    /// Columns and rows of pieces in a cell, at least one of each: for each pixel a square of them.
    pub const fn pieces(self) -> (usize, usize) {
        match self {
            Self::Subcells(marker) => marker.pieces(),
            Self::Pixels(cols, rows) => {
                let fine = self.fineness();
                (
                    if cols == 0 {
                        fine
                    } else {
                        cols as usize * fine
                    },
                    if rows == 0 {
                        fine
                    } else {
                        rows as usize * fine
                    },
                )
            }
        }
    }

    /// Pieces on a side of a pixel, whose colours are blended in it.
    pub(super) const fn fineness(self) -> usize {
        match self {
            Self::Subcells(_) => 1,
            Self::Pixels(..) => 2,
        }
    }

    /// Tells whether only ASCII may be used, for labels and symbols too.
    pub const fn is_ascii(self) -> bool {
        matches!(self, Self::Subcells(Marker::Ascii))
    }
}

/// A unit or a town of the base map, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pin {
    /// Counted from 0 in [`Basemap::units`](crate::geo::Basemap::units).
    Unit(usize),
    /// Counted from 0 in [`Basemap::towns`](crate::geo::Basemap::towns).
    Town(usize),
}

impl Pin {
    /// The pin for what was found; none for places and actors, which are selected or stand out by themselves.
    pub const fn of(target: Target) -> Option<Self> {
        match target {
            Target::Unit(n) => Some(Self::Unit(n)),
            Target::Town(n) => Some(Self::Town(n)),
            Target::Place(_) | Target::Actor(_) => None,
        }
    }
}

impl View<'_> {
    /// Tells whether a place is drawn at all: what is selected always is.
    pub fn shows(&self, place: Place) -> bool {
        self.layers.has(place) || self.selected == Some(place)
    }

    /// The two dates that are compared, the earlier first, where they are two.
    pub fn compared(&self) -> Option<(&Snapshot, &Snapshot)> {
        self.marked
            .and_then(|marked| marked.in_order(self.snapshot))
    }
}

/// The point of the plane that stands for a place: a site's own, or the pole of a region.
pub fn anchor(map: &Map, atlas: &Atlas, place: Place) -> geo::Coord {
    match place {
        Place::Site(id) => map.projection.position(atlas[id].at),
        Place::Region(id) => map.region(id).pole(),
    }
}

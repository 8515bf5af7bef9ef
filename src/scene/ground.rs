//! What of a scene depends on the shapes and the viewport alone, kept from one frame to the next.

use std::sync::Arc;

use super::{Grid, Last, Owner, Stroke, View, layers, place::Depths, raster::ToSubcells};
use crate::{
    atlas::{Place, RegionId},
    geo::Viewport,
};

/// Who owns each sub-cell, what lines run through it whatever is selected, and where there is room for words.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Columns and rows of sub-cells in a cell.
    pub(super) pieces: (usize, usize),
    pub(super) to: ToSubcells,
    pub(super) owners: Grid<Owner>,
    pub(super) strokes: Grid<Stroke>,
    pub(super) depths: Depths<Owner>,
}

impl Ground {
    pub fn new(view: &View) -> Self {
        Self::cut(view, view.marker.pieces())
    }

    /// With cells cut into other pieces than the marker's, such as pixels.
    pub fn cut(view: &View, (wide, high): (usize, usize)) -> Self {
        let (cols, rows) = (
            usize::from(view.viewport.cols),
            usize::from(view.viewport.rows),
        );
        let to = ToSubcells::new(&view.viewport, (wide, high));
        let owners = layers::owners(view, to, (cols * wide, rows * high));
        let strokes = layers::strokes(view, to, &owners);
        let mut cells = Grid::new(cols, rows, Owner::VOID);
        for y in 0..rows {
            let middle = owners
                .row(y * high + high / 2)
                .iter()
                .skip(wide / 2)
                .step_by(wide);
            cells
                .row_mut(y)
                .iter_mut()
                .zip(middle)
                .for_each(|(cell, owner)| *cell = *owner);
        }
        Self {
            pieces: (wide, high),
            to,
            owners,
            strokes,
            depths: Depths::new(cells),
        }
    }

    /// The owner of each sub-cell.
    pub const fn owners(&self) -> &Grid<Owner> {
        &self.owners
    }

    /// How many sub-cells make a dot of a line, or a unit of a stripe: as much as the coarser cells show as one.
    pub(super) fn grain(&self) -> usize {
        (self.pieces.0 / 2).max(1)
    }
}

/// The ground of the last frame, for as long as the map stays as it is.
#[derive(Clone, Debug, Default)]
pub struct LastGround(Last<Cut, Ground>);

/// All that a ground depends on, on one map.
#[derive(Debug, PartialEq)]
struct Cut {
    viewport: Viewport,
    pieces: (usize, usize),
    /// Whether each region is drawn.
    shown: Vec<bool>,
}

impl LastGround {
    /// The ground under a view of the one map that this is kept for.
    pub fn under(&self, view: &View) -> Arc<Ground> {
        self.cut(view, view.marker.pieces())
    }

    /// The same with cells cut into other pieces.
    pub fn cut(&self, view: &View, pieces: (usize, usize)) -> Arc<Ground> {
        let regions = (0..view.atlas.regions.len()).map(RegionId);
        let cut = Cut {
            viewport: view.viewport,
            pieces,
            shown: regions.map(|id| view.shows(Place::Region(id))).collect(),
        };
        self.0.get(cut, || Ground::cut(view, pieces))
    }
}

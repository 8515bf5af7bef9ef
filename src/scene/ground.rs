//! What of a scene depends on the shapes and the viewport alone, kept from one frame to the next.

use std::sync::{Arc, Mutex, PoisonError};

use super::{Grid, Owner, Stroke, View, layers, place::Depths, raster::ToSubcells};
use crate::{
    atlas::{Place, RegionId},
    geo::Viewport,
};

/// Who owns each sub-cell, what lines run through it whatever is selected, and where there is room for words.
#[derive(Clone, Debug)]
pub struct Ground {
    viewport: Viewport,
    /// Columns and rows of sub-cells in a cell.
    pub(super) pieces: (usize, usize),
    /// Whether each region is drawn.
    shown: Vec<bool>,
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
            viewport: view.viewport,
            pieces: (wide, high),
            shown: shown(view).collect(),
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

    /// Whether it can stand under a view of the map it was made from.
    fn fits(&self, view: &View, pieces: (usize, usize)) -> bool {
        self.viewport == view.viewport
            && self.pieces == pieces
            && self.shown.iter().copied().eq(shown(view))
    }
}

fn shown(view: &View) -> impl Iterator<Item = bool> {
    (0..view.atlas.regions.len()).map(|n| view.shows(Place::Region(RegionId(n))))
}

/// The ground of the last frame, for as long as the map stays as it is.
#[derive(Debug, Default)]
pub struct LastGround(Mutex<Option<Arc<Ground>>>);

impl LastGround {
    /// The ground under a view of the one map that this is kept for.
    pub fn under(&self, view: &View) -> Arc<Ground> {
        self.cut(view, view.marker.pieces())
    }

    /// The same with cells cut into other pieces.
    pub fn cut(&self, view: &View, pieces: (usize, usize)) -> Arc<Ground> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some(ground) if ground.fits(view, pieces) => Arc::clone(ground),
            _ => Arc::clone(last.insert(Arc::new(Ground::cut(view, pieces)))),
        }
    }
}

impl Clone for LastGround {
    fn clone(&self) -> Self {
        Self::default()
    }
}

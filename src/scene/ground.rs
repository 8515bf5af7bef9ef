//! What of a scene depends on the shapes and the viewport alone, kept from one frame to the next.

use std::sync::{Arc, Mutex, PoisonError};

use super::{Grid, Marker, Owner, Stroke, View, layers, place::Depths, raster::ToSubcells};
use crate::{
    atlas::{Place, RegionId},
    geo::Viewport,
};

/// Who owns each sub-cell, what lines run through it whatever is selected, and where there is room for words.
#[derive(Clone, Debug)]
pub struct Ground {
    viewport: Viewport,
    marker: Marker,
    /// Whether each region is drawn.
    shown: Vec<bool>,
    pub(super) to: ToSubcells,
    pub(super) owners: Grid<Owner>,
    pub(super) strokes: Grid<Stroke>,
    pub(super) depths: Depths<Owner>,
}

impl Ground {
    pub fn new(view: &View) -> Self {
        let (wide, high) = view.marker.pieces();
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
            marker: view.marker,
            shown: shown(view).collect(),
            to,
            owners,
            strokes,
            depths: Depths::new(cells),
        }
    }

    /// Whether it can stand under a view of the map it was made from.
    fn fits(&self, view: &View) -> bool {
        self.viewport == view.viewport
            && self.marker == view.marker
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
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some(ground) if ground.fits(view) => Arc::clone(ground),
            _ => Arc::clone(last.insert(Arc::new(Ground::new(view)))),
        }
    }
}

impl Clone for LastGround {
    fn clone(&self) -> Self {
        Self::default()
    }
}

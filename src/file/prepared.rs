//! The shipped map as it was read when it was last changed: every start would wait for that.
//!
//! `UPDATE=1 cargo test --test file prepared` reads it anew.

use std::sync::Arc;

use ::geo::{Coord, MultiPolygon};
use serde::{Deserialize, Serialize};

use super::RegionFile;
use crate::{
    atlas::{Atlas, Contents},
    geo::{Backdrop, Basemap, Coverage, Map, Shape},
};

const PREPARED: &[u8] = include_bytes!("../../assets/regions.postcard");

/// The base map of the shipped map.
const BASEMAP: &str = "syria";

/// All that is read of a region file without problems whose areas are the same at every date.
#[derive(Debug, Deserialize, Serialize)]
pub struct Prepared {
    contents: Contents,
    /// By region.
    pub(super) areas: Vec<MultiPolygon>,
    /// By region, the point of the plane where its name stands best.
    pub(super) poles: Vec<Coord>,
    coverage: Coverage,
}

impl Prepared {
    /// Takes what there is to prepare out of a map.
    pub fn new(atlas: &Atlas, map: &Map) -> Self {
        Self {
            contents: (**atlas).clone(),
            areas: map.areas.clone(),
            poles: map.drawing.regions.iter().map(Shape::pole).collect(),
            coverage: map.coverage.clone(),
        }
    }

    /// The shipped map, if that is what a file is.
    pub(super) fn of(file: &RegionFile) -> Option<Self> {
        let known = file.is_builtin().then(|| postcard::from_bytes(PREPARED));
        // What can't be read is made.
        known.and_then(Result::ok)
    }

    /// The map to be shown.
    pub(super) fn map(self) -> Option<(Atlas, Map)> {
        let base = Arc::new(Basemap::builtin(BASEMAP)?.ok()?);
        let backdrop = Backdrop::new(&base);
        let map = Map::on(base, backdrop, self.areas, self.coverage);
        map.drawing.set_poles(&self.poles);
        Some((Atlas::again(self.contents).ok()?, map))
    }
}

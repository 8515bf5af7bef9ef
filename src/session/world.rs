//! The world: all that is loaded.

use std::sync::OnceLock;

use ::geo::Coord;

use crate::{
    atlas::{Atlas, Date, Place, timeline},
    geo::Map,
    names::Gazetteer,
    scene,
};

/// Everything that is loaded of a file. It never changes: a file that is saved anew is another world.
#[derive(Clone, Debug)]
pub struct World {
    pub atlas: Atlas,
    pub map: Map,
    /// Each place with its point on the plane, in the order of [`Atlas::places`].
    pub points: Vec<(Place, Coord)>,
    /// The dates at which something is said, see [`timeline::stops`].
    pub stops: Vec<Date>,
    /// Made when something is looked for.
    gazetteer: OnceLock<Gazetteer>,
}

impl World {
    pub fn new(atlas: Atlas, map: Map) -> Self {
        let points = atlas
            .places()
            .map(|place| (place, scene::anchor(&map, &atlas, place)))
            .collect();
        Self {
            stops: timeline::stops(&atlas),
            atlas,
            map,
            points,
            gazetteer: OnceLock::new(),
        }
    }

    /// Everything that can be looked for by name.
    pub fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer
            .get_or_init(|| Gazetteer::new(&self.atlas, &self.map))
    }
}

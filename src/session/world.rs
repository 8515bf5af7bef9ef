//! The world: all that is loaded.

use std::sync::{Arc, OnceLock};

use ::geo::Coord;

use crate::{
    atlas::{Atlas, Date, Place, Switchboard, state::Snapshot, timeline},
    export::diff::Former,
    geo::Map,
    names::Gazetteer,
    scene,
};

/// The map as it is at one date.
#[derive(Clone, Debug)]
pub struct Stage {
    pub map: Map,
    /// Each place with its point on the plane, in the order of [`Atlas::places`].
    pub points: Vec<(Place, Coord)>,
}

/// Everything that is loaded of a file. It never changes: a file that is saved anew is another world.
#[derive(Clone, Debug)]
pub struct World {
    /// The claims of the file, and all that they are about.
    pub atlas: Atlas,
    /// The map at the file's own date; see [`World::stage_at`] for others.
    pub map: Map,
    /// Each place of that map with its point on the plane, in the order of [`Atlas::places`].
    pub points: Vec<(Place, Coord)>,
    /// The dates at which something is said, see [`timeline::stops`].
    pub stops: Vec<Date>,
    /// The former version that it can be compared with.
    pub(super) former: Option<Former>,
    /// Made when something is looked for.
    gazetteer: OnceLock<Gazetteer>,
}

impl World {
    /// Finds the points and the dates of an atlas and of the map that goes with it.
    pub fn new(atlas: Atlas, map: Map) -> Self {
        let points = points(&atlas, &map);
        Self {
            stops: timeline::stops(&atlas, map.starts()),
            atlas,
            map,
            points,
            former: None,
            gazetteer: OnceLock::new(),
        }
    }

    /// The map as it is at a date, or `None` where that is the one that is loaded.
    pub fn stage_at(&self, date: Date) -> Option<Arc<Stage>> {
        let map = self.map.at(date)?;
        let points = points(&self.atlas, &map);
        Some(Arc::new(Stage { map, points }))
    }

    /// The state at a date, on the map as it is then, without what a switchboard switches off.
    pub fn state_at(&self, date: Date, switchboard: &Switchboard) -> Snapshot {
        let snapshot = Snapshot::with(&self.atlas, date, switchboard);
        snapshot.without_land(self.map.of_date(date).landless())
    }

    /// Everything that can be looked for by name.
    pub fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer
            .get_or_init(|| Gazetteer::new(&self.atlas, &self.map))
    }
}

fn points(atlas: &Atlas, map: &Map) -> Vec<(Place, Coord)> {
    let point = |place| (place, scene::anchor(map, atlas, place));
    atlas.places().map(point).collect()
}

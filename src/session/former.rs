//! The former version of a map that a world is compared with.

use super::world::World;
use crate::{
    atlas::{Atlas, Date, Inconsistent, Switchboard, state::Snapshot},
    export::diff::{Former, together},
    geo::Map,
};

impl World {
    /// A world beside a former version of it, which it can be compared with at any date.
    pub fn since(former: Former, atlas: &Atlas, map: Map) -> Result<Self, Inconsistent> {
        let (atlas, map, former) = together(former, atlas, map)?;
        let mut world = Self::new(atlas, map);
        world.former = Some(former);
        Ok(world)
    }

    /// The world of a file that was saved anew, beside the same former version as before.
    #[must_use]
    pub fn renewed(&self, atlas: Atlas, map: Map) -> Self {
        let beside = |former: &Former| Self::since(former.clone(), &atlas, map.clone()).ok();
        let beside = self.former.as_ref().and_then(beside);
        beside.unwrap_or_else(|| Self::new(atlas, map))
    }

    /// The state of the former version at a date, if there is one.
    pub fn former_at(&self, date: Date, switchboard: &Switchboard) -> Option<Snapshot> {
        let former = self.former.as_ref()?;
        Some(former.at(date, switchboard))
    }

    /// The state that a snapshot is of, without what a switchboard switches off.
    pub(super) fn again(&self, snapshot: &Snapshot, switchboard: &Switchboard) -> Snapshot {
        let date = snapshot.date;
        let former = self
            .former_at(date, switchboard)
            .filter(|_| snapshot.is_former);
        former.unwrap_or_else(|| self.state_at(date, switchboard))
    }
}

//! Land that regions gain and lose as their areas change.

use ::geo::MultiPolygon;

use super::{Map, TooIntricate, algebra};
use crate::atlas::RegionId;

/// The land that a region gained and lost from one map to another.
#[derive(Clone, Debug)]
pub struct LandChange {
    /// The region whose area is another.
    pub region: RegionId,
    /// Land that is in it now and was not.
    pub gained: MultiPolygon,
    /// Land that was in it and is not now.
    pub lost: MultiPolygon,
}

impl LandChange {
    /// The size of the land gained, in square kilometres.
    pub fn gained_km2(&self) -> f64 {
        algebra::area_km2(&self.gained)
    }

    /// The size of the land lost, in square kilometres.
    pub fn lost_km2(&self) -> f64 {
        algebra::area_km2(&self.lost)
    }
}

impl Map {
    /// The land that each region has gained and lost since the map was as another, where it has.
    pub fn land_since(&self, before: &Self) -> Result<Vec<LandChange>, TooIntricate> {
        if self.period() == before.period() {
            return Ok(Vec::new());
        }
        let areas = before.areas.iter().zip(&self.areas).enumerate();
        let is_read = |n: usize| {
            let mut unread = self.unread.iter().chain(&before.unread);
            !unread.any(|it| it.regions.contains(&RegionId::at(n)))
        };
        let unlike = areas.filter(|&(n, (before, after))| before != after && is_read(n));
        let land = unlike.map(|(n, (before, after))| {
            Ok(LandChange {
                region: RegionId::at(n),
                gained: algebra::difference([after], [before])?,
                lost: algebra::difference([before], [after])?,
            })
        });
        let land: Result<Vec<LandChange>, TooIntricate> = land.collect();
        let moved = |change: &LandChange| !change.gained.0.is_empty() || !change.lost.0.is_empty();
        Ok(land?.into_iter().filter(moved).collect())
    }
}

//! Land that is in another region than in what the map is compared with, from whose it was to whose it is.

use ::geo::MultiPolygon;

use super::Chart;
use crate::{
    atlas::{RegionId, state::Snapshot},
    geo::{Map, TooIntricate, algebra},
    scene::Pattern,
};

/// Land that changed hands with a line: its pattern and where it lies.
pub type MovedLand = (Pattern, MultiPolygon);

/// All of it, unless its lines are too intricate to tell.
pub fn of(chart: &Chart) -> Vec<MovedLand> {
    let exported = chart.exported;
    let Some(before) = &exported.marked else {
        return Vec::new();
    };
    let Some(former) = exported.map.of_snapshot(before) else {
        return Vec::new();
    };
    let sides = Sides {
        chart,
        before,
        former: &former,
    };
    sides.land().unwrap_or_default()
}

struct Sides<'a> {
    chart: &'a Chart<'a>,
    before: &'a Snapshot,
    former: &'a Map,
}

impl Sides<'_> {
    fn land(&self) -> Result<Vec<MovedLand>, TooIntricate> {
        let map = &*self.chart.exported.map;
        let mut land = Vec::new();
        for change in map.land_since(self.former)? {
            let is = self.is(Some(change.region));
            let mut rest = change.gained.clone();
            for was in self.regions() {
                let part =
                    algebra::intersection([&change.gained], [&self.former.areas[was.index()]])?;
                rest = algebra::difference([&rest], [&part])?;
                land.push((
                    self.was(Some(was)).turned(&is),
                    self.was(Some(was)) == is,
                    part,
                ));
            }
            land.push((self.was(None).turned(&is), self.was(None) == is, rest));
            let was = self.was(Some(change.region));
            let left = algebra::difference([&change.lost], &map.areas)?;
            land.push((was.turned(&self.is(None)), was == self.is(None), left));
        }
        let differs = |(pattern, is_same, area): (Pattern, bool, MultiPolygon)| {
            (!is_same && !area.0.is_empty()).then_some((pattern, area))
        };
        Ok(land.into_iter().filter_map(differs).collect())
    }

    fn regions(&self) -> impl Iterator<Item = RegionId> + use<> {
        self.chart.exported.atlas.region_ids()
    }

    fn was(&self, region: Option<RegionId>) -> Pattern {
        self.pattern(self.before, region)
    }

    fn is(&self, region: Option<RegionId>) -> Pattern {
        self.pattern(&self.chart.exported.snapshot, region)
    }

    fn pattern(&self, snapshot: &Snapshot, region: Option<RegionId>) -> Pattern {
        region.map_or(Pattern::Silent, |id| {
            Pattern::of_region(self.chart.exported.atlas, &snapshot[id])
        })
    }
}

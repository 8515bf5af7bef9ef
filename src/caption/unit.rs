//! The caption for a unit of the base map: which regions lie in it, and who has them.

use ::geo::{BoundingRect, Contains, Intersects, MultiPolygon, Point};

use super::{Caption, Captions, Part, subject::section, words};
use crate::{
    atlas::{Place, RegionId},
    geo::{Unit, algebra},
};

/// Up to this part of a unit, what a region has of it is the rounding of borders.
const ROUNDING: f64 = 0.001;

impl Captions<'_> {
    /// Tells of a unit, by its place in the base map, which regions have how much of its land, largest first, and how
    /// much is in none.
    pub fn unit(&self, nth: usize) -> Caption {
        let unit = &self.map.base.units[nth];
        let km2 = algebra::area_km2(&unit.shape);
        let size = words::square_km(km2);
        let mut parts = vec![Part::Grade(match &unit.kind {
            Some(kind) => format!("{kind} · {size}"),
            None => size,
        })];
        let mut regions = self.regions_in(unit, km2);
        regions.extend(self.in_no_region(unit, km2));
        parts.extend(section("Regions here", regions));
        let within = |&place: &Place| match place {
            Place::Region(_) => false,
            Place::Site(id) => {
                let at = self.atlas[id].at;
                unit.shape.contains(&Point::new(at.lon, at.lat))
            }
        };
        let sites = self.atlas.places().filter(within);
        let sites = sites.map(|place| Part::Member {
            name: self.atlas.name(place).to_owned(),
            stated: self.stated(place),
        });
        parts.extend(section("Sites here", sites.collect()));
        parts.extend(self.events_in(&unit.shape));
        Caption {
            title: unit.name.clone(),
            parts,
        }
    }

    /// Tells where a town lies, before what is known of the place around it.
    pub fn town(&self, nth: usize, around: Option<Caption>) -> Caption {
        let name = &self.map.base.towns[nth].name;
        let Some(around) = around else {
            return Caption {
                title: name.clone(),
                parts: vec![Part::Note("a town that lies in no region".to_owned())],
            };
        };
        let lies = Part::Grade(format!(
            "town in the region {}, of which this is said:",
            around.title
        ));
        Caption {
            title: format!("{name} (town)"),
            parts: std::iter::once(lies).chain(around.parts).collect(),
        }
    }

    /// The regions with land in a unit, each with its share of the unit, largest first.
    pub(super) fn regions_in(&self, unit: &Unit, km2: f64) -> Vec<Part> {
        let share = |area: &MultiPolygon| {
            let common = algebra::intersection([&unit.shape], [area]).ok()?;
            Some(algebra::area_km2(&common) / km2)
        };
        let areas = self.areas_near(unit).into_iter();
        let mut shares: Vec<(RegionId, f64)> = areas
            .filter_map(|(id, area)| Some((id, share(area)?)))
            .filter(|(_, share)| *share > ROUNDING)
            .collect();
        shares.sort_by(|a, b| b.1.total_cmp(&a.1));
        let member = |(id, share): (RegionId, f64)| {
            let name = &self.atlas[id].name;
            Part::Member {
                name: format!("{name}: {}", words::percent(share)),
                stated: self.stated(Place::Region(id)),
            }
        };
        shares.into_iter().map(member).collect()
    }

    /// The share of a unit that is in no region, if any.
    fn in_no_region(&self, unit: &Unit, km2: f64) -> Option<Part> {
        let areas = self.areas_near(unit);
        let rest = algebra::difference([&unit.shape], areas.iter().map(|(_, area)| *area)).ok()?;
        let rest = algebra::area_km2(&rest) / km2;
        let note = if self.map.unread.is_empty() {
            "of it in no region: silent, no source here says who holds it"
        } else {
            "of it in no region that can be drawn at this date"
        };
        (rest > ROUNDING).then(|| Part::Note(format!("{} {note}", words::percent(rest))))
    }

    /// The regions of which something may lie in a unit, but for the one that is the unit itself.
    fn areas_near(&self, unit: &Unit) -> Vec<(RegionId, &MultiPolygon)> {
        let bounds = unit.shape.bounding_rect();
        let near = |area: &MultiPolygon| {
            let around = area.bounding_rect().zip(bounds);
            around.is_some_and(|(around, bounds)| around.intersects(&bounds))
        };
        let areas = self.atlas.region_ids().zip(&self.map.areas);
        areas
            .filter(|(id, area)| self.atlas[*id].id != unit.id && near(area))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::caption::{plain_text, sample::Sample};

    fn shown(sample: &Sample, nth: usize) -> String {
        plain_text(&sample.captions().unit(nth).lines(&sample.atlas), 60)
    }

    #[test]
    fn a_unit_shows_the_regions_in_it_and_what_is_in_none() {
        let sample = Sample::new();
        insta::assert_snapshot!(shown(&sample, 0), @"
        10,100 km²

        Regions here
        Northwest: 100% · held by Reds  ■ R

        Sites here
        Red port · operated by Reds  ■ R
        ");
        let mut bare = Sample::new();
        let none = vec![::geo::MultiPolygon(Vec::new()); bare.map.areas.len()];
        bare.map = crate::geo::Map::new((*bare.map.base).clone(), none).expect("a map");
        insta::assert_snapshot!(shown(&bare, 0), @"
        10,100 km²

        Regions here
        100% of it in no region: silent, no source here says who
        holds it

        Sites here
        Red port · operated by Reds  ■ R
        ");
    }
}

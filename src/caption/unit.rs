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
        parts.extend(section("Regions here", self.regions_in(unit, km2)));
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
        Caption {
            title: unit.name.clone(),
            parts,
        }
    }

    /// The regions with land in a unit, each with its share of the unit; then the rest, of which nothing is said.
    pub(super) fn regions_in(&self, unit: &Unit, km2: f64) -> Vec<Part> {
        let Some(bounds) = unit.shape.bounding_rect() else {
            return Vec::new();
        };
        let near = |area: &MultiPolygon| {
            let around = area.bounding_rect();
            around.is_some_and(|around| around.intersects(&bounds))
        };
        let others = self.atlas.region_ids();
        let areas: Vec<(RegionId, &MultiPolygon)> = others
            .zip(&self.map.areas)
            .filter(|(id, area)| self.atlas[*id].id != unit.id && near(area))
            .collect();
        let share = |land: &MultiPolygon| algebra::area_km2(land) / km2;
        let mut shares: Vec<(RegionId, f64)> = areas
            .iter()
            .filter_map(|&(id, area)| {
                let common = algebra::intersection([&unit.shape], [area]).ok()?;
                Some((id, share(&common)))
            })
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
        let rest = algebra::difference([&unit.shape], areas.iter().map(|(_, area)| *area));
        let rest = rest.map_or(0.0, |rest| share(&rest));
        let members = shares.into_iter().map(member);
        let rest = (rest > ROUNDING).then(|| {
            let note = "of it in no region: silent, no source here says who holds it";
            Part::Note(format!("{} {note}", words::percent(rest)))
        });
        members.chain(rest).collect()
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

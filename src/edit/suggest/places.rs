//! Places that a name in a sentence stands for.

use std::sync::OnceLock;

use ::geo::{BoundingRect, Intersects};

use crate::{
    atlas::{Place, RegionId},
    geo::algebra,
    names::{Mention, Target},
};

use super::{
    super::thing::{Ground, Thing},
    Named, Sentence,
};

/// A unit that has less than this share of it in a region lies beside it: borders are drawn by several hands.
const SLIVER: f64 = 0.01;

/// The regions that have a part of each unit, as far as they were asked for.
#[derive(Clone, Debug, Default)]
pub struct Around(Vec<OnceLock<Vec<RegionId>>>);

impl Ground<'_> {
    /// The places that a name stands for: several where it is that of a unit which several regions have a part of. If it
    /// is said who has them, only what is named is meant.
    pub(super) fn places(&self, sentence: &Sentence, name: &Mention, control: bool) -> Vec<Named> {
        let said = &sentence.words[name.at.clone()];
        let thing = |target| self.thing(target, sentence.taken);
        let (things, lies): (Vec<Thing>, _) = match (self.site_at(sentence, name), name.target) {
            (Some(site), _) => (vec![site], None),
            (None, target @ Target::Place(_)) => (vec![thing(target)], None),
            (None, target @ Target::Town(n)) if self.is_inside(n) => (vec![thing(target)], None),
            (None, target @ Target::Unit(n)) => match sentence.around.of(n, self).as_slice() {
                [] if control => (vec![thing(target)], None),
                [] => (vec![Thing::map()], Some("no region".to_owned())),
                _ if control => (Vec::new(), None),
                regions => {
                    let regions = regions.iter();
                    let things = regions.map(|&id| thing(Target::Place(Place::Region(id))));
                    let things: Vec<Thing> = things.collect();
                    let names: Vec<&str> = things.iter().map(|it| it.name.as_str()).collect();
                    let names = names.join(" and ");
                    (things, Some(names))
                }
            },
            (None, _) => (Vec::new(), None),
        };
        let slip = sentence.slips.contains(&name.at);
        let slip = slip.then(|| format!("“{said}” is read as {}", thing(name.target).name));
        let lies = lies.map(|where_| format!("“{said}” lies in {where_}"));
        let notes: Vec<String> = slip.into_iter().chain(lies).collect();
        let named = |thing| Named {
            thing,
            notes: notes.clone(),
        };
        things.into_iter().map(named).collect()
    }

    fn regions_of(&self, unit: usize) -> Vec<RegionId> {
        let shape = &self.map.base.units[unit].shape;
        let frame = shape.bounding_rect();
        let least = SLIVER * algebra::area_km2(shape);
        let shares = |id: &RegionId| {
            let area = &self.map.areas[id.index()];
            let frames = frame.zip(area.bounding_rect());
            let is_near = frames.is_some_and(|(one, other)| one.intersects(&other));
            let shared = is_near.then(|| algebra::intersection([shape], [area]));
            shared.is_some_and(|it| it.is_ok_and(|it| algebra::area_km2(&it) > least))
        };
        self.atlas.region_ids().filter(shares).collect()
    }

    /// Tells whether a town lies in the country. One abroad is none of the map's business.
    fn is_inside(&self, town: usize) -> bool {
        let base = &self.map.base;
        base.unit_at(base.towns[town].at).is_some()
    }
}

impl Around {
    /// Nothing that was asked for yet.
    pub fn new(ground: Ground) -> Self {
        Self(vec![OnceLock::new(); ground.map.base.units.len()])
    }

    /// The regions that have a part of a unit.
    fn of(&self, unit: usize, ground: &Ground) -> Vec<RegionId> {
        let find = || ground.regions_of(unit);
        let known = self.0.get(unit).map(|it| it.get_or_init(find).clone());
        known.unwrap_or_else(find)
    }
}

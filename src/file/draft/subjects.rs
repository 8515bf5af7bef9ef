//! Subjects that a passage can be cited for: the places of the file that it names, or that hold what it names.

use std::cell::OnceCell;

use ::geo::{Contains, Point};

use crate::{
    atlas::{ActorId, Atlas, Place, RegionId, Subject},
    geo::{Map, algebra},
    names::{Mention, Target},
};

/// A unit that has less than this share of it in a region lies beside it: borders are drawn by several hands.
const SLIVER: f64 = 0.01;

/// The subjects that the names of one passage come to.
#[derive(Debug, Default)]
pub struct Subjects {
    pub regions: Group,
    pub sites: Group,
    pub actors: Vec<ActorId>,
}

/// Subjects of which the same things can be said.
#[derive(Debug, Default)]
pub struct Group {
    pub about: Vec<Subject>,
    /// Notes on what the names were taken for, where that is not plain.
    pub notes: Vec<String>,
}

/// Knows which regions towns and units lie in.
pub struct Ground<'a> {
    atlas: &'a Atlas,
    map: &'a Map,
    /// The regions that each unit reaches into, once they have been asked for.
    units: Vec<OnceCell<Vec<RegionId>>>,
}

impl<'a> Ground<'a> {
    pub fn new(atlas: &'a Atlas, map: &'a Map) -> Self {
        let units = vec![OnceCell::new(); map.base.units.len()];
        Self { atlas, map, units }
    }

    /// Sorts out what a passage names.
    pub fn subjects(&self, passage: &str, mentions: &[Mention]) -> Subjects {
        let mut subjects = Subjects::default();
        for Mention { target, at } in mentions {
            let words = &passage[at.clone()];
            match *target {
                Target::Place(Place::Region(id)) => subjects.regions.add(Subject::Region(id)),
                Target::Place(Place::Site(id)) => {
                    let kind = self.atlas[id].kind.plain();
                    subjects.sites.note(format!("“{words}” is the {kind}"));
                    subjects.sites.add(Subject::Site(id));
                }
                Target::Actor(id) if subjects.actors.contains(&id) => {}
                Target::Actor(id) => subjects.actors.push(id),
                Target::Town(n) => self.add_town(n, words, &mut subjects.regions),
                Target::Unit(n) => {
                    self.add_holders(self.holding_unit(n), words, &mut subjects.regions);
                }
            }
        }
        subjects
    }

    /// A town abroad is none of the map's business.
    fn add_town(&self, town: usize, words: &str, group: &mut Group) {
        let at = self.map.base.towns[town].at;
        if self.map.base.unit_at(at).is_some() {
            let holds = |id: &RegionId| self.map.areas[id.index()].contains(&Point::from(at));
            let holders: Vec<RegionId> = self.regions().filter(holds).collect();
            self.add_holders(&holders, words, group);
        }
    }

    /// The regions that what is named lies in, or the whole map where no region has it.
    fn add_holders(&self, holders: &[RegionId], words: &str, group: &mut Group) {
        let ids: Vec<&str> = holders
            .iter()
            .map(|&id| self.atlas[id].id.as_str())
            .collect();
        group.note(match ids.as_slice() {
            [] => format!("“{words}” lies in no region"),
            ids => format!("“{words}” lies in {}", ids.join(" and ")),
        });
        if holders.is_empty() {
            group.add(Subject::Map);
        }
        for &id in holders {
            group.add(Subject::Region(id));
        }
    }

    fn holding_unit(&self, unit: usize) -> &[RegionId] {
        let shape = &self.map.base.units[unit].shape;
        let holds = |id: &RegionId| {
            let shared = algebra::intersection([shape], [&self.map.areas[id.index()]]);
            shared
                .is_ok_and(|shared| algebra::area_km2(&shared) > SLIVER * algebra::area_km2(shape))
        };
        self.units[unit].get_or_init(|| self.regions().filter(holds).collect())
    }

    fn regions(&self) -> impl Iterator<Item = RegionId> + use<> {
        self.atlas.region_ids()
    }
}

impl Subjects {
    pub fn is_empty(&self) -> bool {
        self.regions.about.is_empty() && self.sites.about.is_empty() && self.actors.is_empty()
    }
}

impl Group {
    fn add(&mut self, subject: Subject) {
        if !self.about.contains(&subject) {
            self.about.push(subject);
        }
    }

    fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

//! The former version of a map in the numbers of the newer one, so that one picture can be of both.

use crate::{
    atlas::{
        ActorId, Atlas, Contents, Date, Inconsistent, RegionId, SiteId, SourceId, Switch,
        Switchboard,
        state::{Basis, Control, RegionState, SiteState, Snapshot, Status},
    },
    geo::Map,
};

/// The former version of a map.
#[derive(Clone, Debug)]
pub struct Former {
    atlas: Atlas,
    map: Map,
    /// Its numbers in the newer map, in the order of its own.
    actors: Vec<ActorId>,
    regions: Vec<RegionId>,
    sites: Vec<SiteId>,
    sources: Vec<Option<SourceId>>,
    /// The numbers of regions and sites in both together.
    places: (usize, usize),
}

impl Former {
    /// A version that is still to be put beside a newer one, see [`together`].
    pub fn new(atlas: Atlas, map: Map) -> Self {
        Self {
            actors: atlas.actor_ids().collect(),
            regions: atlas.region_ids().collect(),
            sites: atlas.site_ids().collect(),
            sources: atlas.source_ids().map(Some).collect(),
            places: (atlas.regions.len(), atlas.sites.len()),
            atlas,
            map,
        }
    }
}

/// Puts two versions of a map together: the newer one, with actors and places at the end that the former alone has, and
/// about which nothing is said; its map, which knows the former's; and the former in the numbers of the newer.
pub fn together(
    former: Former,
    new: &Atlas,
    map: &Map,
) -> Result<(Atlas, Map, Former), Inconsistent> {
    let mut contents: Contents = (**new).clone();
    let old = &former.atlas;
    let actors = add(&mut contents.actors, &old.actors, |it| &it.id);
    let regions = add(&mut contents.regions, &old.regions, |it| &it.id);
    let sites = add(&mut contents.sites, &old.sites, |it| &it.id);
    let find = |id: &str| new.source_ids().find(|&source| new[source].id == id);
    let former = Former {
        actors: actors.into_iter().map(ActorId::at).collect(),
        regions: regions.into_iter().map(RegionId::at).collect(),
        sites: sites.into_iter().map(SiteId::at).collect(),
        sources: old.sources.iter().map(|source| find(&source.id)).collect(),
        places: (contents.regions.len(), contents.sites.len()),
        ..former
    };
    for actor in contents.actors.iter_mut().skip(new.actors.len()) {
        actor.part_of = actor.part_of.map(|id| former.actors[id.index()]);
    }
    let number = former.places.0;
    let all: Vec<RegionId> = new.region_ids().collect();
    let before = former.map.renumbered(map, &former.regions, number);
    let map = map.renumbered(map, &all, number).since(before);
    Ok((Atlas::new(contents)?, map, former))
}

/// Adds what is not there by its id; returns the place of each.
fn add<T: Clone>(to: &mut Vec<T>, from: &[T], id: impl Fn(&T) -> &str) -> Vec<usize> {
    let place = |it: &T| {
        let known = to.iter().position(|other| id(other) == id(it));
        known.unwrap_or_else(|| {
            to.push(it.clone());
            to.len() - 1
        })
    };
    from.iter().map(place).collect()
}

impl Former {
    /// The state of the former version at a date, without what is switched off in the newer one; its claims are not told.
    pub fn at(&self, date: Date, switchboard: &Switchboard) -> Snapshot {
        let there = |switch: &Switch| match switch {
            Switch::Source(id) => {
                let nth = self.sources.iter().position(|it| *it == Some(*id))?;
                Some(Switch::Source(SourceId::at(nth)))
            }
            other => Some(other.clone()),
        };
        let off: Switchboard = switchboard.off().filter_map(there).collect();
        let there = Snapshot::with(&self.atlas, date, &off);
        let mut here = Snapshot {
            date,
            switchboard: switchboard.clone(),
            is_former: true,
            regions: vec![
                RegionState {
                    control: Control::Silent,
                    basis: Basis::silent(),
                };
                self.places.0
            ],
            sites: vec![
                SiteState {
                    status: Status::default(),
                    basis: Basis::silent(),
                };
                self.places.1
            ],
        };
        for (state, id) in there.regions.into_iter().zip(&self.regions) {
            here.regions[id.index()] = RegionState {
                control: self.control(state.control),
                basis: self.basis(state.basis),
            };
        }
        for (state, id) in there.sites.into_iter().zip(&self.sites) {
            here.sites[id.index()] = SiteState {
                status: self.status(&state.status),
                basis: self.basis(state.basis),
            };
        }
        here
    }

    fn control(&self, control: Control) -> Control {
        let one = |id: ActorId| self.actors[id.index()];
        let all = |ids: Vec<ActorId>| {
            let mut ids: Vec<ActorId> = ids.into_iter().map(one).collect();
            ids.sort_unstable();
            ids
        };
        match control {
            Control::Silent => Control::Silent,
            Control::Held(id) => Control::Held(one(id)),
            Control::Occupied(id) => Control::Occupied(one(id)),
            Control::InParts(ids) => Control::InParts(all(ids)),
            Control::Contested(ids) => Control::Contested(all(ids)),
            Control::Disputed(ids) => Control::Disputed(all(ids)),
        }
    }

    fn status(&self, status: &Status) -> Status {
        let all = |said: &[(_, ActorId)]| {
            let one = |&(says, id): &(crate::atlas::Says, ActorId)| (says, self.actors[id.index()]);
            let mut said: Vec<_> = said.iter().map(one).collect();
            said.sort_by_key(|(says, id)| (says.rule().site, *id));
            said
        };
        Status {
            agreed: all(&status.agreed),
            disputed: all(&status.disputed),
        }
    }

    fn basis(&self, basis: Basis) -> Basis {
        let grades = basis.grades.into_iter();
        Basis {
            grades: grades
                .map(|(id, grade)| (self.actors[id.index()], grade))
                .collect(),
            weighed: Vec::new(),
            ..basis
        }
    }
}

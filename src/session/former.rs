//! The former version of a map that a world is compared with.

use super::world::World;
use crate::{
    atlas::{Atlas, Date, Inconsistent, Switchboard, state::Snapshot},
    export::diff::{Former, together},
    geo::Map,
};

impl World {
    /// A world beside a former version of it, which it can be compared with at any date.
    pub fn since(former: Former, atlas: &Atlas, map: &Map) -> Result<Self, Inconsistent> {
        let (atlas, map, former) = together(former, atlas, map)?;
        let mut world = Self::new(atlas, map);
        world.former = Some(former);
        Ok(world)
    }

    /// The world of a file that was saved anew, beside the same former version as before.
    #[must_use]
    pub fn renewed(&self, atlas: Atlas, map: Map) -> Self {
        let beside = |former: &Former| Self::since(former.clone(), &atlas, &map).ok();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        atlas::{
            Actor, ActorId, Place, Subject,
            sample::{self, BLUES, NORTHWEST, PORT, SOUTHEAST},
            state::Control,
        },
        caption::sample::Sample,
        session::{Action, Session, update},
    };

    /// The sample beside a version in which the northwest was held by somebody whom it knows nothing of.
    fn world() -> World {
        let map = Sample::new().map;
        let (mut old, new) = (sample::atlas(), sample::atlas());
        let greens = Actor {
            id: "greens".to_owned(),
            name: "Greens".to_owned(),
            letter: 'G',
            ..old.actors[0].clone()
        };
        // First, so that every other actor has another number.
        old.actors.insert(0, greens);
        let next = |id: ActorId| ActorId::at(id.index() + 1);
        for claim in &mut old.claims {
            claim.actor = claim.actor.map(next);
            for subject in &mut claim.about {
                if let Subject::Actor(id) = subject {
                    *id = next(*id);
                }
            }
        }
        old.claims[0].actor = Some(ActorId::at(0));
        World::since(Former::new(old, map.clone()), &new, &map).expect("a world")
    }

    #[test]
    fn a_former_version_is_told_in_the_numbers_of_the_newer_one() {
        let world = world();
        let former = world.former_at(world.atlas.as_of, &Switchboard::default());
        let former = former.expect("a former version");
        let now = world.state_at(world.atlas.as_of, &Switchboard::default());
        let Place::Region(northwest) = NORTHWEST else {
            panic!("a region")
        };
        let Control::Held(actor) = former[northwest].control else {
            panic!("it was held")
        };
        assert_eq!(world.atlas[actor].name, "Greens");
        assert!(
            actor > BLUES,
            "whom the former version alone knows comes last"
        );
        assert!(!former.agrees(&now, NORTHWEST));
        assert!(former.agrees(&now, PORT) && former.agrees(&now, SOUTHEAST));
    }

    #[test]
    fn the_former_version_is_compared_with_at_every_date_until_it_is_let_go() {
        let world = world();
        let mut session = Session::since(&world, world.atlas.as_of);
        let compared = |session: &Session| {
            let compared = session.compared.as_ref();
            compared.map(|it| (it.is_former, it.date))
        };
        let date = "2026-02-20".parse().expect("a date");
        update(&mut session, &world, Action::At(date)).expect("it is shown");
        assert_eq!(compared(&session), Some((true, date)));
        update(&mut session, &world, Action::ToggleComparison).expect("it ends");
        assert_eq!(compared(&session), None);
        update(&mut session, &world, Action::ToggleComparison).expect("it begins again");
        assert_eq!(compared(&session), Some((true, date)));
        update(&mut session, &world, Action::ToggleSwitch(0)).expect("a grade is off");
        assert_eq!(compared(&session), Some((true, date)));
    }
}

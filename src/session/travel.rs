//! Ways through time: from date to date, and from change to change.

use std::borrow::Cow;

use ::geo::MultiPolygon;

use super::{
    action::{Refusal, Step, Way},
    state::Session,
    world::World,
};
use crate::atlas::{Date, Place, Standing, state::Snapshot, timeline};

/// Goes to another date at which something is said.
pub fn travel(session: &mut Session, world: &World, way: Way) -> Result<(), Refusal> {
    let (stops, date) = (&world.stops, session.snapshot.date);
    let (to, refusal) = match way {
        Way::Earlier => (timeline::earlier(stops, date), Refusal::NoEarlierDate),
        Way::Later => (timeline::later(stops, date), Refusal::NoLaterDate),
        Way::Earliest => (stops.first().copied(), Refusal::NoEarlierDate),
        Way::Latest => (stops.last().copied(), Refusal::NoLaterDate),
    };
    let to = to.filter(|to| *to != date).ok_or(refusal)?;
    show(session, world, to);
    Ok(())
}

/// Goes to the next or the previous date at which the selected place, or else any, comes to be in another state or to
/// have other land.
pub fn change(session: &mut Session, world: &World, step: Step) -> Result<(), Refusal> {
    let found = match step {
        Step::Next => next_change(session, world).ok_or(Refusal::NoLaterChange),
        Step::Previous => previous_change(session, world).ok_or(Refusal::NoEarlierChange),
    };
    show(session, world, found?);
    Ok(())
}

/// Shows the state at a date.
pub fn show(session: &mut Session, world: &World, date: Date) {
    let switchboard = session.snapshot.switchboard.clone();
    session.show(world, date, &switchboard);
}

fn next_change(session: &Session, world: &World) -> Option<Date> {
    let places = watched(session, world);
    let shown = session.snapshot.date;
    let mut before = Seen::at(session, world, shown);
    let from = world.stops.partition_point(|&stop| stop <= shown);
    world.stops[from..].iter().copied().find(|&stop| {
        let after = before.moved(world, stop);
        let changed = places.iter().any(|&place| after.differs(&before, place));
        before = after;
        changed
    })
}

fn previous_change(session: &Session, world: &World) -> Option<Date> {
    let places = watched(session, world);
    let shown = session.snapshot.date;
    let until = world.stops.partition_point(|&stop| stop < shown);
    let stops = &world.stops[..until];
    let mut after = Seen::at(session, world, *stops.last()?);
    let earlier = stops.iter().rev().skip(1).copied().map(Some);
    let mut pairs = stops.iter().rev().copied().zip(earlier.chain([None]));
    pairs.find_map(|(stop, earlier)| {
        let before = earlier.map(|earlier| after.moved(world, earlier));
        let changed = places.iter().any(|&place| match &before {
            Some(before) => after.differs(before, place),
            None => after.says(place),
        });
        if let Some(before) = before {
            after = before;
        }
        changed.then_some(stop)
    })
}

/// The places whose changes are looked for.
fn watched(session: &Session, world: &World) -> Vec<Place> {
    match session.selected {
        Some(place) => vec![place],
        None => world.atlas.places().collect(),
    }
}

/// All places as they are at a date.
#[derive(Clone)]
struct Seen<'a> {
    /// The states of all places, as if each had land.
    snapshot: Snapshot,
    period: usize,
    areas: Cow<'a, [MultiPolygon]>,
}

impl<'a> Seen<'a> {
    fn at(session: &Session, world: &'a World, date: Date) -> Self {
        let map = &world.map;
        Self {
            snapshot: Snapshot::with(&world.atlas, date, &session.snapshot.switchboard),
            period: map.period_at(date),
            areas: map.areas_at(date),
        }
    }

    /// The land of a region; a site has none.
    fn land(&self, place: Place) -> Option<&MultiPolygon> {
        match place {
            Place::Region(id) => self.areas.get(id.index()),
            Place::Site(_) => None,
        }
    }

    /// Tells whether somebody is said to have a place, and there is one to have.
    fn says(&self, place: Place) -> bool {
        let is_there = self.land(place).is_none_or(|land| !land.0.is_empty());
        is_there && self.snapshot.standing(place) != Standing::Silent
    }

    fn moved(&self, world: &'a World, date: Date) -> Self {
        let mut snapshot = self.snapshot.clone();
        snapshot.move_to(&world.atlas, date);
        let period = world.map.period_at(date);
        let areas = if period == self.period {
            self.areas.clone()
        } else {
            world.map.areas_at(date)
        };
        Self {
            snapshot,
            period,
            areas,
        }
    }

    /// Tells whether a place is in another state, or has other land, than at another date.
    fn differs(&self, other: &Self, place: Place) -> bool {
        let (ours, theirs) = (self.land(place), other.land(place));
        // Where there is no land, nobody has it, whatever is said.
        let is_nowhere = |land: Option<&MultiPolygon>| land.is_some_and(|land| land.0.is_empty());
        let landless = is_nowhere(ours) && is_nowhere(theirs);
        !landless && (ours != theirs || !self.snapshot.agrees(&other.snapshot, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        caption::sample::{AIRPORT, NORTHWEST, Sample},
        session::{Action, update},
    };
    use proptest::prelude::*;

    fn world() -> World {
        let Sample { atlas, map, .. } = Sample::new();
        World::new(atlas, map)
    }

    fn session(world: &World, place: Option<Place>, date: &str) -> Session {
        let mut session = Session::at(world, date.parse().expect("a date"));
        session.selected = place;
        session
    }

    /// The dates that one is led to in that way, until there is no other, and the words for that.
    fn walk(world: &World, mut session: Session, step: Step) -> (Vec<String>, String) {
        let mut dates = Vec::new();
        loop {
            match update(&mut session, world, Action::Change(step)) {
                Ok(()) => dates.push(session.snapshot.date.iso()),
                Err(refusal) => return (dates, refusal.to_string()),
            }
        }
    }

    #[test]
    fn a_place_leads_to_the_dates_at_which_it_changes() {
        let world = world();
        let walk = |from, step| walk(&world, session(&world, Some(AIRPORT), from), step);
        let (dates, end) = walk("1990", Step::Next);
        assert_eq!(dates, ["2026-01-20", "2026-02-20"]);
        assert_eq!(end, "nothing changes here later");
        let (dates, end) = walk("2030", Step::Previous);
        assert_eq!(dates, ["2026-02-20", "2026-01-20"]);
        assert_eq!(end, "nothing changes here earlier");
    }

    #[test]
    fn without_a_selection_any_place_leads_on() {
        let world = world();
        let (all, _) = walk(&world, session(&world, None, "1990"), Step::Next);
        let (one, _) = walk(&world, session(&world, Some(NORTHWEST), "1990"), Step::Next);
        assert!(one.len() < all.len(), "{one:?} {all:?}");
        assert!(one.iter().all(|date| all.contains(date)), "{one:?} {all:?}");
    }

    proptest! {
        #[test]
        fn what_changes_on_the_way_on_changes_on_the_way_back(place in prop::option::of(0..6_usize)) {
            let world = world();
            let place = place.map(|nth| world.atlas.places().nth(nth).expect("a place"));
            let (on, _) = walk(&world, session(&world, place, "1990"), Step::Next);
            let (mut back, _) = walk(&world, session(&world, place, "2030"), Step::Previous);
            back.reverse();
            prop_assert_eq!(on, back);
        }
    }
}

//! Reading a source passage by passage.

use super::{action::Step, world::World};
use crate::atlas::{ClaimId, Place, SourceId, Stop, state::Snapshot};

/// A source that is open at one of its stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The source whose stops are gone through.
    pub source: SourceId,
    /// Counted from 0, in the order of [`Atlas::stops`](crate::atlas::Atlas::stops).
    pub stop: usize,
}

impl Reader {
    /// A source at a claim, or at its start.
    pub fn open(
        world: &World,
        snapshot: &Snapshot,
        source: SourceId,
        claim: Option<ClaimId>,
    ) -> Self {
        let stops = world.atlas.stops(source, snapshot.date);
        let at = |claim| stops.iter().position(|stop| stop.claims.contains(&claim));
        Self {
            source,
            stop: claim.and_then(at).unwrap_or(0),
        }
    }

    pub(crate) fn stops(self, world: &World, snapshot: &Snapshot) -> Vec<Stop> {
        world.atlas.stops(self.source, snapshot.date)
    }

    /// At the next or the previous stop; `None` at the ends.
    pub fn step(self, world: &World, snapshot: &Snapshot, step: Step) -> Option<Self> {
        let last = self.stops(world, snapshot).len().checked_sub(1)?;
        let to = match step {
            Step::Next => self.stop + 1,
            Step::Previous => self.stop.min(last + 1).checked_sub(1)?,
        };
        (to <= last).then_some(Self { stop: to, ..self })
    }

    /// The claims at the stop.
    pub fn claims(self, world: &World, snapshot: &Snapshot) -> Vec<ClaimId> {
        let stops = self.stops(world, snapshot);
        stops
            .get(self.stop)
            .map(|stop| stop.claims.clone())
            .unwrap_or_default()
    }

    /// The places that the stop bears on; all where it is at none.
    pub fn bearing(self, world: &World, snapshot: &Snapshot) -> Vec<Place> {
        match self.claims(world, snapshot).as_slice() {
            [] => world.atlas.places().collect(),
            claims => world.atlas.bearing_on(claims, snapshot),
        }
    }

    /// The places that the stop names.
    pub fn named(self, world: &World, snapshot: &Snapshot) -> Vec<Place> {
        world.atlas.places_named(&self.claims(world, snapshot))
    }
}

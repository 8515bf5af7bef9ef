//! The state of a place in one word, for whoever sorts and colours places by it.

use super::{
    ActorId, Grade, Place,
    model::words,
    says::Role,
    state::{Control, Snapshot, Status},
};

/// The state of a place in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// No source says.
    Silent,
    /// A region that one actor holds.
    Held,
    /// A region that actors hold parts of.
    InParts,
    /// A region that is fought over.
    Contested,
    /// A region or a site that sources differ over.
    Disputed,
    /// A region that an occupying power holds.
    Occupied,
    /// A site that somebody runs.
    Operated,
    /// A site that somebody has forces at.
    Present,
    /// A site that somebody is leaving.
    Withdrawing,
    /// A site that everybody who is named has left.
    Left,
}

words!(Standing {
    Silent => "silent", "silent";
    Held => "held", "held";
    InParts => "in parts", "in parts";
    Contested => "contested", "contested";
    Disputed => "disputed", "disputed";
    Occupied => "occupied", "occupied";
    Operated => "operated", "operated";
    Present => "present", "forces present";
    Withdrawing => "withdrawing", "withdrawing";
    Left => "left", "left";
});

impl From<&Control> for Standing {
    fn from(control: &Control) -> Self {
        match control {
            Control::Silent => Self::Silent,
            Control::Held(_) => Self::Held,
            Control::Occupied(_) => Self::Occupied,
            Control::InParts(_) => Self::InParts,
            Control::Contested(_) => Self::Contested,
            Control::Disputed(_) => Self::Disputed,
        }
    }
}

impl From<&Status> for Standing {
    /// By what is said first, which is of whoever has most to do with the site.
    fn from(status: &Status) -> Self {
        if !status.disputed.is_empty() {
            return Self::Disputed;
        }
        let first = status.agreed.first();
        match first.and_then(|(says, _)| says.rule().site) {
            Some(Role::Operator) => Self::Operated,
            Some(Role::Guest) => Self::Present,
            Some(Role::Leaving) => Self::Withdrawing,
            Some(Role::Gone) => Self::Left,
            _ => Self::Silent,
        }
    }
}

impl Snapshot {
    /// The state of a place in one word.
    pub fn standing(&self, place: Place) -> Standing {
        match place {
            Place::Region(id) => Standing::from(&self[id].control),
            Place::Site(id) => Standing::from(&self[id].status),
        }
    }

    /// The actors that a place is said, or said by some, to be with; those who are known to have left it are not.
    pub fn holders(&self, place: Place) -> Vec<ActorId> {
        match place {
            Place::Region(id) => self[id].control.actors().to_vec(),
            Place::Site(id) => {
                let status = &self[id].status;
                let here = |actor: &ActorId| status.has(*actor) || status.is_disputed(*actor);
                status.actors().into_iter().filter(here).collect()
            }
        }
    }

    /// Returns `true` if the state of a place is the editor's reading.
    pub fn is_inferred(&self, place: Place) -> bool {
        self.grade(place) == Grade::Inferred
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sample::{
        self, AIRPORT, BLUES, NORTHEAST, NORTHWEST, PORT, REDS, SOUTHEAST, SOUTHWEST,
    };

    #[test]
    fn every_place_stands_in_one_word() {
        let atlas = sample::atlas();
        let at = |date: &str, place| {
            let snapshot = Snapshot::at(&atlas, date.parse().expect("a date"));
            (snapshot.standing(place), snapshot.holders(place))
        };
        for (place, standing, holders) in [
            (NORTHWEST, Standing::Held, vec![REDS]),
            (NORTHEAST, Standing::InParts, vec![BLUES]),
            (SOUTHWEST, Standing::Disputed, vec![REDS, BLUES]),
            (SOUTHEAST, Standing::Silent, vec![]),
            (PORT, Standing::Operated, vec![REDS]),
            (AIRPORT, Standing::Withdrawing, vec![BLUES]),
        ] {
            assert_eq!(at("2026-01-28", place), (standing, holders));
        }
        // Nobody is said to be at a site that it has left.
        assert_eq!(at("2026-03", AIRPORT), (Standing::Left, vec![]));
    }

    #[test]
    fn forces_alone_are_present_and_a_reading_is_told_from_what_is_said() {
        let mut atlas = sample::atlas();
        atlas.claims[6].says = crate::atlas::Says::Present;
        atlas.claims[0].because = Some("So we read it.".to_owned());
        let snapshot = Snapshot::at(&atlas, atlas.as_of);
        assert_eq!(snapshot.standing(AIRPORT), Standing::Present);
        assert!(snapshot.is_inferred(NORTHWEST) && !snapshot.is_inferred(NORTHEAST));
    }
}

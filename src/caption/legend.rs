//! How much of the country each actor is said to hold.

use crate::atlas::{ActorId, state::Control};

use super::{Captions, Portion, tally::Tally, words};

/// Portions of the country's area, which add up to all of it: each piece of land counts once, in one class.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// Every actor that some state names, in the order of the file.
    pub shares: Vec<Share>,
    /// Fought over: it counts for nobody.
    pub contested: Portion,
    /// Sources differ: it counts for nobody.
    pub disputed: Portion,
    /// What no source speaks of.
    pub silent: Portion,
}

/// What one actor is said to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    pub actor: ActorId,
    /// Of the country's area, held as a whole.
    pub whole: Portion,
    /// Of the country's area, regions that it holds some unnamed parts of; others may hold parts of the same.
    pub parts: Portion,
    /// Sites whose state names it.
    pub sites: usize,
}

/// What land counts as. Where regions that share land differ, the first of these counts, so that nobody is given what
/// is not settled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Contested,
    Disputed,
    InParts(Vec<ActorId>),
    Held(ActorId),
}

impl Class {
    /// `None` where it is silent.
    fn of(control: &Control) -> Option<Self> {
        match control {
            Control::Silent => None,
            Control::Held(actor) => Some(Self::Held(*actor)),
            Control::InParts(actors) => Some(Self::InParts(actors.clone())),
            Control::Contested(_) => Some(Self::Contested),
            Control::Disputed(_) => Some(Self::Disputed),
        }
    }
}

impl Share {
    /// `28%`, `parts of 4%`, or how many sites, for who holds no area; with what of it is inferred.
    pub fn words(&self) -> String {
        let (whole, parts) = (self.whole.words(), self.parts.words_after("parts of"));
        match (self.whole.is_empty(), self.parts.is_empty()) {
            (false, false) if whole.contains(',') => format!("{whole}, and {parts}"),
            (false, false) => format!("{whole} and {parts}"),
            (false, true) => whole,
            (true, false) => parts,
            (true, true) if self.sites > 0 => words::count(self.sites, "site"),
            (true, true) => "0%".to_owned(),
        }
    }

    /// Whether it has no area.
    pub fn is_landless(&self) -> bool {
        self.whole.is_empty() && self.parts.is_empty()
    }
}

impl Captions<'_> {
    /// The shares at the date.
    pub fn legend(&self) -> Legend {
        let land = self.tally(|region| Class::of(&self.snapshot[region].control));
        let actors = self.atlas.actor_ids();
        Legend {
            shares: actors
                .filter_map(|actor| self.share_of(actor, &land))
                .collect(),
            contested: land.portion(|class| *class == Class::Contested),
            disputed: land.portion(|class| *class == Class::Disputed),
            silent: land.silent(),
        }
    }

    /// What an actor has, or `None` where no state names it.
    fn share_of(&self, actor: ActorId, land: &Tally<Class>) -> Option<Share> {
        let in_parts =
            |class: &Class| matches!(class, Class::InParts(actors) if actors.contains(&actor));
        let sites = self.snapshot.sites.iter();
        let share = Share {
            actor,
            whole: land.portion(|class| *class == Class::Held(actor)),
            parts: land.portion(in_parts),
            sites: sites
                .filter(|site| site.status.actors().contains(&actor))
                .count(),
        };
        let mut regions = self.snapshot.regions.iter();
        let is_named =
            share.sites > 0 || regions.any(|state| state.control.actors().contains(&actor));
        is_named.then_some(share)
    }
}

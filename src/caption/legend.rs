//! The share of the country that each actor is said to hold.

use crate::atlas::{
    ActorId, Grade, RegionId, Standing,
    state::{Basis, Control, Status},
};

use super::{
    Captions, Portion,
    tally::{Footing, Tally},
    words,
};

/// Portions of the country's area, which add up to all of it: each piece of land counts once, in one class.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// Every actor that some state names, in the order of the file.
    pub shares: Vec<Share>,
    /// The share of each group together with its parts, where some state names one of these.
    pub groups: Vec<Share>,
    /// Fought over: it counts for nobody.
    pub contested: Portion,
    /// Sources differ: it counts for nobody.
    pub disputed: Portion,
    /// Land that no source speaks of.
    pub silent: Portion,
    /// The word for that land, which is another where areas can't be read.
    pub silence: &'static str,
}

/// The word for land that no source speaks of.
pub(super) const SILENT: &str = "silent";

impl Legend {
    /// The portions that are nobody's, each with the word for it.
    pub const fn rest(&self) -> [(&'static str, Portion); 3] {
        [
            ("contested", self.contested),
            ("disputed", self.disputed),
            (self.silence, self.silent),
        ]
    }
}

/// The land and sites that one actor is said to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The actor that the state of some place names.
    pub actor: ActorId,
    /// Of the country's area, held as a whole.
    pub whole: Portion,
    /// Of the country's area, regions that it holds some unnamed parts of; others may hold parts of the same.
    pub parts: Portion,
    /// Of the country's area, held as an occupying power.
    pub occupied: Portion,
    /// Sites that it runs or has forces at.
    pub sites: usize,
    /// Sites at which sources differ over it.
    pub disputed_sites: usize,
    /// `true` if it is named in a contest or a dispute over a region.
    pub in_dispute: bool,
}

/// The class that land counts in. Where regions that share land differ, the first of these counts, so that nobody is
/// given what is not settled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Contested,
    Disputed,
    InParts(Vec<ActorId>),
    Occupied(ActorId),
    Held(ActorId),
}

impl Class {
    /// `None` where it is silent.
    fn of(control: &Control) -> Option<Self> {
        match control {
            Control::Silent => None,
            Control::Held(actor) => Some(Self::Held(*actor)),
            Control::Occupied(actor) => Some(Self::Occupied(*actor)),
            Control::InParts(actors) => Some(Self::InParts(actors.clone())),
            Control::Contested(_) => Some(Self::Contested),
            Control::Disputed(_) => Some(Self::Disputed),
        }
    }

    /// The way in which the land is held.
    pub const fn standing(&self) -> Standing {
        match self {
            Self::Contested => Standing::Contested,
            Self::Disputed => Standing::Disputed,
            Self::InParts(_) => Standing::InParts,
            Self::Occupied(_) => Standing::Occupied,
            Self::Held(_) => Standing::Held,
        }
    }

    /// The actors that it counts for.
    pub fn actors(&self) -> &[ActorId] {
        match self {
            Self::Contested | Self::Disputed => &[],
            Self::InParts(actors) => actors,
            Self::Occupied(actor) | Self::Held(actor) => std::slice::from_ref(actor),
        }
    }
}

/// The words for the share of an actor named only in a contest or a dispute.
const IN_DISPUTE: &str = "in dispute";
/// The words for the share of an actor whose regions have no land in the country.
const NOWHERE: &str = "no land in the country";

impl Share {
    /// `28%`, `parts of 4%`, `1% occupied`, or how many sites, for who holds no area; with what of it is inferred.
    pub fn words(&self) -> String {
        let land = [
            (self.whole, self.whole.words()),
            (self.occupied, self.occupied.words_before("occupied")),
            (self.parts, self.parts.words_after("parts of")),
        ];
        let land: Vec<String> = land
            .into_iter()
            .filter(|(portion, _)| !portion.is_empty())
            .map(|(_, words)| words)
            .collect();
        let all: Vec<String> = land.into_iter().chain(self.site_words()).collect();
        match all.first() {
            None => self.nothing().to_owned(),
            Some(first) if first.contains(',') => all.join(", and "),
            Some(_) => all.join(" and "),
        }
    }

    /// The same where there is little room: `50% (2 inferred), parts of 11%`; parts that come to less than one percent
    /// beside land held as a whole are left out.
    pub fn short_words(&self) -> String {
        let mut land: Vec<String> = Vec::new();
        if !self.whole.is_empty() {
            land.push(self.whole.short_words());
        }
        if !self.occupied.is_empty() {
            land.push(format!("{} occupied", self.occupied.short_words()));
        }
        if !self.parts.is_empty() && (land.is_empty() || self.parts.share() >= words::ONE_PERCENT) {
            land.push(format!("parts of {}", self.parts.short_words()));
        }
        land.extend(self.site_words());
        if land.is_empty() {
            self.nothing().to_owned()
        } else {
            land.join(", ")
        }
    }

    /// Only what it has most of, in the order of land as a whole, occupied, parts, and sites.
    pub fn tight_words(&self) -> String {
        let words = if !self.whole.is_empty() {
            Some(self.whole.short_words())
        } else if !self.occupied.is_empty() {
            Some(format!("{} occupied", self.occupied.short_words()))
        } else if !self.parts.is_empty() {
            Some(format!("parts of {}", self.parts.short_words()))
        } else {
            self.site_words()
        };
        words.unwrap_or_else(|| self.nothing().to_owned())
    }

    /// The same in the fewest words: of sites, their number alone.
    pub fn least_words(&self) -> String {
        if !self.whole.is_empty() {
            self.whole.least_words()
        } else if !self.occupied.is_empty() {
            format!("{} occupied", self.occupied.least_words())
        } else if !self.parts.is_empty() {
            format!("parts of {}", self.parts.least_words())
        } else if self.sites > 0 {
            self.sites.to_string()
        } else {
            self.tight_words()
        }
    }

    /// The words for it where it has neither land nor a site.
    const fn nothing(&self) -> &'static str {
        if self.in_dispute { IN_DISPUTE } else { NOWHERE }
    }

    /// `3 sites`, `2 sites, 1 disputed`, `1 site disputed`.
    fn site_words(&self) -> Option<String> {
        match (self.sites, self.disputed_sites) {
            (0, 0) => None,
            (0, disputed) => Some(format!("{} disputed", words::count(disputed, "site"))),
            (sites, 0) => Some(words::count(sites, "site")),
            (sites, disputed) => Some(format!(
                "{}, {disputed} disputed",
                words::count(sites, "site")
            )),
        }
    }

    /// Returns `true` if it has no area.
    pub fn is_landless(&self) -> bool {
        self.whole.is_empty() && self.parts.is_empty() && self.occupied.is_empty()
    }
}

impl Captions<'_> {
    /// The word for land that nobody is said to hold: of what can't be read, nobody knows whether somebody is.
    pub(super) fn silence_word(&self) -> &'static str {
        if self.map.unread.is_empty() {
            SILENT
        } else {
            "silent or not known"
        }
    }

    /// The shares at the date.
    pub fn legend(&self) -> Legend {
        let land = self.tally(|regions| self.class(regions));
        let actors = self.atlas.actor_ids();
        let has_parts = |&actor: &ActorId| self.atlas.members(actor).next().is_some();
        let groups = actors.clone().filter(has_parts);
        let unsettled = |wanted: Class| {
            land.portion(|(class, footings)| {
                (*class == wanted).then(|| footings.iter().copied().max())?
            })
        };
        Legend {
            shares: actors
                .filter_map(|actor| self.share_of(|it| it == actor, actor, &land))
                .collect(),
            groups: groups
                .filter_map(|group| self.share_of(|it| self.atlas.is_of(it, group), group, &land))
                .collect(),
            contested: unsettled(Class::Contested),
            disputed: unsettled(Class::Disputed),
            silent: land.silent(),
            silence: self.silence_word(),
        }
    }

    /// The class of land that regions share, the first of theirs, with the footing of it for each actor that it names:
    /// inferred only where all regions of the class infer it.
    pub(super) fn class(&self, regions: &[RegionId]) -> Option<(Class, Vec<Footing>)> {
        let class_of = |region: RegionId| Class::of(&self.snapshot[region].control);
        let class = regions
            .iter()
            .filter_map(|&region| class_of(region))
            .min()?;
        let alike = regions
            .iter()
            .filter(|&&region| class_of(region).as_ref() == Some(&class));
        let footing = |grade: &dyn Fn(&Basis) -> Grade| {
            let footings = alike.clone();
            let footings =
                footings.map(|&region| Footing::from(grade(&self.snapshot[region].basis)));
            footings.min().unwrap_or(Footing::Stated)
        };
        let footings = match class.actors() {
            [] => vec![footing(&|basis| basis.grade)],
            actors => actors
                .iter()
                .map(|&actor| footing(&|basis| basis.grade_of(actor)))
                .collect(),
        };
        Some((class, footings))
    }

    /// Returns the share of an actor, or of a group with those who are `of` it; `None` where no state names one.
    fn share_of(
        &self,
        of: impl Fn(ActorId) -> bool,
        actor: ActorId,
        land: &Tally<(Class, Vec<Footing>)>,
    ) -> Option<Share> {
        let portion = |wanted: fn(&Class) -> bool| {
            land.portion(|(class, footings)| {
                let named = class.actors().iter().zip(footings);
                let footings = named
                    .filter(|(it, _)| of(**it))
                    .map(|(_, footing)| *footing);
                footings.min().filter(|_| wanted(class))
            })
        };
        let actors: Vec<ActorId> = self.atlas.actor_ids().filter(|&it| of(it)).collect();
        let sites = |wanted: fn(&Status, ActorId) -> bool| {
            let any = |status: &Status| actors.iter().any(|&actor| wanted(status, actor));
            let sites = self.snapshot.sites.iter();
            sites.filter(|site| any(&site.status)).count()
        };
        let regions = || {
            let regions = self.snapshot.regions.iter();
            regions.filter(|state| state.control.actors().iter().any(|&actor| of(actor)))
        };
        let share = Share {
            actor,
            whole: portion(|class| matches!(class, Class::Held(_))),
            parts: portion(|class| matches!(class, Class::InParts(_))),
            occupied: portion(|class| matches!(class, Class::Occupied(_))),
            sites: sites(Status::has),
            disputed_sites: sites(Status::is_disputed),
            in_dispute: regions().any(|state| state.control.is_unsettled()),
        };
        let is_named = share.sites + share.disputed_sites > 0 || regions().next().is_some();
        is_named.then_some(share)
    }
}

//! The parts of an atlas, checked once.

use std::{collections::HashSet, fmt, ops::Deref, sync::OnceLock};

use serde::{Deserialize, Serialize};

use super::{
    Actor, Claim, ClaimId, Date, Dated, Event, Question, Region, Site, Source, Subject, follow,
    index::Index, told::Told,
};

/// Everything a region file says, apart from shapes.
///
/// An id is the place of a thing in its list here.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Contents {
    /// The name of the map.
    pub title: String,
    /// The date the file describes: what is shown first, and what undated claims count from.
    pub as_of: Date,
    /// The number of days without a newer claim after which a state is stale, where the file says so.
    pub stale_after: Option<u32>,
    /// Everyone who is quoted or reported.
    pub sources: Vec<Source>,
    /// Everyone who may have a place.
    pub actors: Vec<Actor>,
    /// The areas that are shown and spoken of.
    pub regions: Vec<Region>,
    /// The points that are shown and spoken of.
    pub sites: Vec<Site>,
    /// The questions that sources are known to differ over.
    pub questions: Vec<Question>,
    /// The things that are said; everything else follows from these.
    pub claims: Vec<Claim>,
    /// The events that are said to have happened, in the order of [`Event::sort`].
    pub events: Vec<Event>,
    /// The number of days that an event is shown for, its own among them.
    pub event_days: u32,
}

/// [`Contents`] that hold together: whatever a claim names is there, and no two things share an id.
#[derive(Clone, Debug)]
pub struct Atlas {
    contents: Contents,
    /// Made when it is first asked for.
    index: OnceLock<Index>,
}

/// The reason why contents make no atlas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inconsistent {
    /// The claim names a source, an actor, a place or a question that is not there.
    Dangling(ClaimId),
    /// The actor with this id is part of one that is not there.
    NoGroup(String),
    /// An event is of a source that is not there.
    NoSource,
    /// Two sources, two questions, or two of the regions, sites and actors have the same id.
    SharedId(String),
}

impl fmt::Display for Inconsistent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dangling(claim) => {
                write!(f, "claim {} names something that is not there", claim.0 + 1)
            }
            Self::NoGroup(id) => write!(f, "`{id}` is part of something that is not there"),
            Self::NoSource => f.write_str("an event is of a source that is not there"),
            Self::SharedId(id) => write!(f, "several things have the id `{id}`"),
        }
    }
}

impl std::error::Error for Inconsistent {}

impl Contents {
    fn check(&self) -> Result<(), Inconsistent> {
        for (id, claim) in self.claim_ids().zip(&self.claims) {
            if !self.holds(claim) {
                return Err(Inconsistent::Dangling(id));
            }
        }
        if !self
            .events
            .iter()
            .all(|event| event.source.0 < self.sources.len())
        {
            return Err(Inconsistent::NoSource);
        }
        let group = |actor: &Actor| actor.part_of.is_none_or(|id| id.0 < self.actors.len());
        if let Some(actor) = self.actors.iter().find(|actor| !group(actor)) {
            return Err(Inconsistent::NoGroup(actor.id.clone()));
        }
        let subjects = self.regions.iter().map(|it| &it.id);
        let subjects = subjects.chain(self.sites.iter().map(|it| &it.id));
        unlike(subjects.chain(self.actors.iter().map(|it| &it.id)))?;
        unlike(self.sources.iter().map(|it| &it.id))?;
        unlike(self.questions.iter().map(|it| &it.id))
    }

    /// Returns the date that a claim is from.
    pub fn dated(&self, claim: &Claim) -> Dated {
        let published = claim.source.and_then(|id| self[id].published);
        match (claim.when, published) {
            (Some(date), _) => Dated::Stated(date),
            (None, Some(date)) => Dated::Published(date),
            (None, None) => Dated::Undated(self.as_of),
        }
    }

    /// Returns `true` if everything that a claim names is there.
    fn holds(&self, claim: &Claim) -> bool {
        let has = |subject: &Subject| match subject {
            Subject::Map => true,
            Subject::Region(id) => id.0 < self.regions.len(),
            Subject::Site(id) => id.0 < self.sites.len(),
            Subject::Actor(id) => id.0 < self.actors.len(),
        };
        claim.about.iter().all(has)
            && claim.source.is_none_or(|id| id.0 < self.sources.len())
            && claim.actor.is_none_or(|id| id.0 < self.actors.len())
            && claim.answers.is_none_or(|id| id.0 < self.questions.len())
    }
}

fn unlike<'a>(mut ids: impl Iterator<Item = &'a String>) -> Result<(), Inconsistent> {
    let mut seen = HashSet::new();
    let twin = ids.find(|id| !seen.insert(*id));
    twin.map_or(Ok(()), |id| Err(Inconsistent::SharedId(id.clone())))
}

impl Atlas {
    /// Checks that the contents hold together, and finds out which sources have the words of others.
    pub fn new(mut contents: Contents) -> Result<Self, Inconsistent> {
        contents.check()?;
        follow::link(&mut contents);
        Ok(Self::of(contents))
    }

    /// The atlas that contents were once taken from: which sources have the words of others is known.
    pub(crate) fn again(contents: Contents) -> Result<Self, Inconsistent> {
        contents.check()?;
        Ok(Self::of(contents))
    }

    const fn of(contents: Contents) -> Self {
        Self {
            contents,
            index: OnceLock::new(),
        }
    }

    /// The claims about one subject as the rule compares them; `None` where there are none.
    pub(super) fn said_of(&self, subject: Subject) -> Option<&Told> {
        self.index().about(subject)
    }

    /// The dates of the claims about one subject, oldest first.
    pub fn dates_about(&self, subject: Subject) -> impl Iterator<Item = Date> {
        let told = self.said_of(subject).into_iter();
        told.flat_map(Told::all).map(|said| said.dated.by())
    }

    /// The claims that count at one of two dates and not at the other, by their dates alone.
    pub(super) fn turning(&self, one: Date, other: Date) -> impl Iterator<Item = &Claim> {
        let turning = self.index().between(one, other).iter();
        turning.map(|&id| &self[id])
    }

    /// Counts the claims about anything that are from after a date.
    pub fn later(&self, date: Date) -> usize {
        self.claims.len() - self.index().known_by(date)
    }

    /// The latest date of a claim; `None` where there are no claims.
    pub fn last_date(&self) -> Option<Date> {
        self.index().last
    }

    /// The number of claims whose quotation is not found in the held text.
    pub fn not_found(&self) -> usize {
        self.index().not_found
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self))
    }
}

impl Deref for Atlas {
    type Target = Contents;

    fn deref(&self) -> &Contents {
        &self.contents
    }
}

/// Tests change what they have made; what they do then is theirs to answer for.
#[cfg(test)]
impl std::ops::DerefMut for Atlas {
    fn deref_mut(&mut self) -> &mut Contents {
        self.index = OnceLock::new();
        &mut self.contents
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{ActorId, QuestionId, RegionId, SiteId, SourceId, sample};

    fn changed(change: impl FnOnce(&mut Contents)) -> Option<Inconsistent> {
        let mut contents = (*sample::atlas()).clone();
        change(&mut contents);
        Atlas::new(contents).err()
    }

    fn question(id: &str) -> Question {
        Question {
            id: id.to_owned(),
            asks: "Who?".to_owned(),
            note: None,
        }
    }

    #[test]
    fn every_id_in_an_atlas_leads_somewhere() {
        assert_eq!(changed(|_| ()), None);
        let dangling = |nth| Some(Inconsistent::Dangling(ClaimId(nth)));
        assert_eq!(
            changed(|it| it.claims[3].source = Some(SourceId(2))),
            dangling(3)
        );
        assert_eq!(
            changed(|it| it.claims[3].actor = Some(ActorId(2))),
            dangling(3)
        );
        assert_eq!(
            changed(|it| it.claims[3].answers = Some(QuestionId(0))),
            dangling(3)
        );
        for subject in [
            Subject::Region(RegionId(4)),
            Subject::Site(SiteId(2)),
            Subject::Actor(ActorId(2)),
        ] {
            assert_eq!(changed(|it| it.claims[0].about.push(subject)), dangling(0));
        }
        for subject in [
            Subject::Map,
            Subject::Region(RegionId(3)),
            Subject::Site(SiteId(1)),
            Subject::Actor(ActorId(1)),
        ] {
            assert_eq!(changed(|it| it.claims[0].about.push(subject)), None);
        }
        let asked = |it: &mut Contents| {
            it.questions = vec![question("who")];
            it.claims[3].answers = Some(QuestionId(0));
        };
        assert_eq!(changed(asked), None);
        let told = Inconsistent::Dangling(ClaimId(3)).to_string();
        assert_eq!(told, "claim 4 names something that is not there");
    }

    #[test]
    fn no_two_things_share_an_id() {
        let shared = |id: &str| Some(Inconsistent::SharedId(id.to_owned()));
        let nw = "nw".to_owned();
        assert_eq!(changed(|it| it.regions[1].id.clone_from(&nw)), shared("nw"));
        assert_eq!(changed(|it| it.sites[1].id.clone_from(&nw)), shared("nw"));
        assert_eq!(changed(|it| it.actors[1].id.clone_from(&nw)), shared("nw"));
        assert_eq!(changed(|it| it.sources[1].id.clone_from(&nw)), None);
        assert_eq!(
            changed(|it| it.sources[0].id = "wire".to_owned()),
            shared("wire")
        );
        assert_eq!(
            changed(|it| it.questions = vec![question("a"), question("a")]),
            shared("a")
        );
        let told = Inconsistent::SharedId(nw).to_string();
        assert_eq!(told, "several things have the id `nw`");
    }
}

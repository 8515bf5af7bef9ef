//! The things known, by whom, and the rule from claims to a state at a date.
//!
//! An [`Atlas`] is complete and consistent by construction: every id in it resolves, every quotation has been looked
//! up, and nothing in it is ever changed. What it shows at a date is derived by [`state`].

pub mod bidi;
mod brief;
pub mod change;
pub mod date;
mod dated;
pub mod differ;
pub mod evidence;
mod follow;
mod grading;
pub mod lens;
pub mod misleading;
mod model;
mod passages;
pub mod quote;
pub mod rule;
#[cfg(test)]
pub(crate) mod sample;
pub mod says;
pub mod sentence;
mod standing;
pub mod state;
mod switchboard;
pub mod timeline;
pub mod verdict;
pub mod wording;

pub use date::Date;
pub use dated::Dated;
pub use evidence::Evidence;
pub use follow::link;
pub use grading::{Credibility, Reliability};
pub use lens::Lens;
pub use model::{
    Accuracy, Actor, ActorId, Claim, ClaimId, Grade, Hue, Place, Position, Question, QuestionId,
    Quotation, Region, RegionId, Site, SiteId, SiteKind, Source, SourceId, Subject,
};
pub use passages::Stop;
pub use says::Says;
pub use standing::Standing;
pub use switchboard::{Switch, Switchboard};

/// Everything a region file says, apart from shapes.
#[derive(Clone, Debug)]
pub struct Atlas {
    pub title: String,
    /// The date the file describes: what is shown first, and what undated claims count from.
    pub as_of: Date,
    /// After how many days without a newer claim a state is stale, where the file says so.
    pub stale_after: Option<u32>,
    pub sources: Vec<Source>,
    pub actors: Vec<Actor>,
    pub regions: Vec<Region>,
    pub sites: Vec<Site>,
    /// The questions that sources are known to differ over.
    pub questions: Vec<Question>,
    pub claims: Vec<Claim>,
}

impl Atlas {
    /// Every place, regions first, in the order of the file.
    pub fn places(&self) -> impl Iterator<Item = Place> + Clone + use<> {
        let regions = (0..self.regions.len()).map(|n| Place::Region(RegionId(n)));
        regions.chain((0..self.sites.len()).map(|n| Place::Site(SiteId(n))))
    }

    pub fn actor_ids(&self) -> impl Iterator<Item = ActorId> + Clone + use<> {
        (0..self.actors.len()).map(ActorId)
    }

    /// The claims about one subject, in the order of the file.
    pub fn claims_about(&self, subject: Subject) -> impl Iterator<Item = (ClaimId, &Claim)> {
        let claims = self
            .claims
            .iter()
            .enumerate()
            .map(|(n, claim)| (ClaimId(n), claim));
        claims.filter(move |(_, claim)| claim.about.contains(&subject))
    }

    pub fn name(&self, place: Place) -> &str {
        match place {
            Place::Region(id) => &self[id].name,
            Place::Site(id) => &self[id].name,
        }
    }

    pub fn also(&self, place: Place) -> &[String] {
        match place {
            Place::Region(id) => &self[id].also,
            Place::Site(id) => &self[id].also,
        }
    }

    /// The place with that id in the region file.
    pub fn place(&self, id: &str) -> Option<Place> {
        self.places().find(|&place| self.id(place) == id)
    }

    pub fn id(&self, place: Place) -> &str {
        match place {
            Place::Region(id) => &self[id].id,
            Place::Site(id) => &self[id].id,
        }
    }
}

//! A claim while it is put together, and what it lacks.

use std::fmt;

use crate::{
    atlas::{Atlas, Claim, Date, Says, Subject},
    file::MAP,
};

use super::{editor::Refused, thing::Thing};

/// A claim before it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pending {
    /// Its subjects.
    pub about: Vec<Thing>,
    /// The verb for all of them.
    pub says: Option<Says>,
    /// The actor that it is said of.
    pub actor: Option<Thing>,
    /// The date of what is said, unless that is the date of the source.
    pub when: Option<Date>,
    /// Words of the sentence for a time that only a person can turn into a date.
    pub asks: Option<String>,
    /// Remarks on how the sentence is read, where somebody may read it otherwise.
    pub notes: Vec<String>,
    /// `true` if it is to await somebody's review.
    pub draft: bool,
}

impl Pending {
    /// Tells whether another claim says the same of the same.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        (&self.about, self.says, &self.actor) == (&other.about, other.says, &other.actor)
    }

    /// Tells whether a claim says it already.
    pub(super) fn is_made(&self, claim: &Claim, atlas: &Atlas) -> bool {
        let id = |subject: Subject| match subject {
            Subject::Map => MAP,
            Subject::Region(id) => &atlas[id].id,
            Subject::Site(id) => &atlas[id].id,
            Subject::Actor(id) => &atlas[id].id,
        };
        let about: Vec<&str> = claim.about.iter().map(|&subject| id(subject)).collect();
        let actor = claim.actor.map(|id| atlas[id].id.as_str());
        let mut things = self.about.iter();
        self.says == Some(claim.says)
            && self.actor.as_ref().map(|actor| actor.id.as_str()) == actor
            && things.all(|thing| about.contains(&thing.id.as_str()))
    }
}

/// The reason why a claim can't be kept yet.
#[derive(Debug)]
pub enum Incomplete {
    /// It is about nothing yet.
    About,
    /// Nothing is said that fits all that it is about.
    Says,
    /// It is nobody's doing yet.
    Actor,
    /// The sentence says so of when.
    When(String),
    /// The words stand elsewhere in the text too, or are too few or too many.
    Words,
    /// The file would not be sound.
    Refused(Refused),
}

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::About => f.write_str("say first what it is about"),
            Self::Says => f.write_str("say what the words say of it"),
            Self::Actor => f.write_str("say who does it"),
            Self::When(words) => write!(f, "say when “{words}” was"),
            Self::Words => {
                f.write_str("these words can’t be quoted alone: mark more of them, or fewer")
            }
            Self::Refused(why) => why.fmt(f),
        }
    }
}

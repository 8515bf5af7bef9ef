//! The parts of an atlas.

use serde::{Deserialize, Serialize};

use super::{
    date::Date,
    grading::{Credibility, Reliability},
    hue::Hue,
    quote::{Proof, Text, Wanted},
    says::Says,
};

/// A position on the WGS 84 ellipsoid, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub struct Position {
    /// From -90, the south pole, to 90.
    pub lat: f64,
    /// From -180 to 180, east of Greenwich positive.
    pub lon: f64,
}

/// A source of claims: a text that is held, or a publication that is only named.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Source {
    /// The word that the region file calls it by.
    pub id: String,
    /// The headline or the name of the document.
    pub title: Option<String>,
    /// The person or organisation that brought it out.
    pub publisher: Option<String>,
    /// The date when it came out; its claims are dated by it where they don't say.
    pub published: Option<Date>,
    /// The address at which it can be read.
    pub url: Option<String>,
    /// A remark of the editor's.
    pub note: Option<String>,
    /// The held words that quotations are looked up in.
    pub text: Option<Text>,
    /// The path of the held text, from the folder of the region file.
    pub path: Option<String>,
    /// The SHA-256 of the held file, in lower-case hexadecimal, where the file binds its text.
    pub sha256: Option<String>,
    /// The path of the file that the text was taken out of, from the folder of the region file.
    pub original: Option<String>,
    /// The date on which the text was fetched.
    pub retrieved: Option<Date>,
    /// The place where a copy is archived.
    pub archive: Option<String>,
    /// The language of the text, a BCP 47 tag: which word lists warnings go by.
    pub language: String,
    /// The reliability as the editor judges it, whatever the source says here.
    pub reliability: Option<Reliability>,
    /// The origin that the source itself rests on: sources of one origin are not independent.
    pub origin: Option<String>,
    /// An earlier source of the file whose words it has, found by comparing them.
    pub follows: Option<SourceId>,
}

impl Source {
    /// The shortest name a reader knows it by.
    pub fn name(&self) -> &str {
        self.title
            .as_deref()
            .or(self.publisher.as_deref())
            .unwrap_or(&self.id)
    }

    /// Returns the publisher, where that is not its name already.
    pub fn publisher_beside_name(&self) -> Option<&str> {
        let publisher = self.publisher.as_deref();
        publisher.filter(|publisher| *publisher != self.name())
    }
}

/// A party that may hold, contest or operate a place.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Actor {
    /// The word that the region file calls it by.
    pub id: String,
    /// The name in full.
    pub name: String,
    /// A name that fits a legend.
    pub short: String,
    /// Other names and spellings, in any script.
    pub also: Vec<String>,
    /// The letter that marks the actor where colour can't.
    pub letter: char,
    /// The colour that its land is drawn in.
    pub hue: Hue,
    /// The group that it is part of.
    pub part_of: Option<ActorId>,
    /// A remark of the editor's.
    pub note: Option<String>,
    /// The date on which the actor came to be, where that bears on the map.
    pub from: Option<Date>,
    /// The date on which it ceased to be.
    pub until: Option<Date>,
}

/// A named area; its shape is kept in `geo`, under the same id.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Region {
    /// The word that the region file calls it by.
    pub id: String,
    /// The name that it is shown by.
    pub name: String,
    /// Other names and spellings, in any script.
    pub also: Vec<String>,
    /// The accuracy that its outline can be trusted to have.
    pub accuracy: Accuracy,
    /// `true` for a unit of the base map that claims name, and that no region is declared for.
    pub is_unit: bool,
    /// A remark of the editor's.
    pub note: Option<String>,
}

/// A place that is a point on the map.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Site {
    /// The word that the region file calls it by.
    pub id: String,
    /// The name that it is shown by.
    pub name: String,
    /// Other names and spellings, in any script.
    pub also: Vec<String>,
    /// The kind of site that it is, whoever runs it.
    pub kind: SiteKind,
    /// The point at which it lies.
    pub at: Position,
    /// A remark of the editor's.
    pub note: Option<String>,
}

/// The subject of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Subject {
    /// The whole country.
    Map,
    /// One of its regions.
    Region(RegionId),
    /// One of its sites.
    Site(SiteId),
    /// A party, whatever it has.
    Actor(ActorId),
}

/// A place that can be selected on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// An area.
    Region(RegionId),
    /// A point.
    Site(SiteId),
}

impl Subject {
    /// The place that it is, if it is one.
    pub const fn place(self) -> Option<Place> {
        match self {
            Self::Region(id) => Some(Place::Region(id)),
            Self::Site(id) => Some(Place::Site(id)),
            Self::Map | Self::Actor(_) => None,
        }
    }
}

impl From<RegionId> for Subject {
    fn from(region: RegionId) -> Self {
        Self::Region(region)
    }
}

impl From<Place> for Subject {
    fn from(place: Place) -> Self {
        match place {
            Place::Region(id) => Self::Region(id),
            Place::Site(id) => Self::Site(id),
        }
    }
}

/// One thing that one source, or the editor, says about one or more subjects.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Claim {
    /// The subjects that it speaks of, all alike.
    pub about: Vec<Subject>,
    /// The verb of what it says of them.
    pub says: Says,
    /// The actor that it says so of; `None` where it is of nobody in particular.
    pub actor: Option<ActorId>,
    /// The source that says so; `None` where the editor alone does.
    pub source: Option<SourceId>,
    /// The source's own words for it.
    pub quote: Option<Quotation>,
    /// A summary, in the editor's words, of what a source says whose text is not held.
    pub summary: Option<String>,
    /// The editor's reason for reading the source so: makes the claim an inference.
    pub because: Option<String>,
    /// The date on which it was so, where the claim says it.
    pub when: Option<Date>,
    /// The likelihood as the editor judges it, whoever says it.
    pub credibility: Option<Credibility>,
    /// The question that it answers otherwise than other claims do.
    pub answers: Option<QuestionId>,
    /// The number of days without a newer claim after which it is stale; the atlas's own limit where it is absent.
    pub stale_after: Option<u32>,
    /// `true` if it awaits somebody's review: it is shown, and decides nothing.
    pub draft: bool,
    /// The line of the region file that the claim starts on, counted from 1.
    pub line: usize,
}

/// Something that sources answer differently.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Question {
    /// The word that the region file calls it by.
    pub id: String,
    /// The question itself, as people read it.
    pub asks: String,
    /// A remark of the editor's.
    pub note: Option<String>,
}

/// The words a claim stands on, in the terms of the W3C `TextQuoteSelector`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Quotation {
    /// The quoted words; `…` or three dots stand for words left out.
    pub exact: String,
    /// Words right before the quotation, to tell twins apart.
    pub prefix: Option<String>,
    /// Words right after it.
    pub suffix: Option<String>,
    /// `true` if it may run from one paragraph into the next.
    pub across_paragraphs: bool,
    /// The outcome of looking it up.
    pub proof: Proof,
}

impl Quotation {
    /// Returns the words to be looked up in the text of its source.
    pub fn wanted(&self) -> Wanted<'_> {
        Wanted {
            exact: &self.exact,
            before: self.prefix.as_deref(),
            after: self.suffix.as_deref(),
            across_paragraphs: self.across_paragraphs,
        }
    }
}

/// A measure of how well something is known, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// Quoted from a held text, and the quotation is found there.
    Quoted,
    /// Reported by a named source whose text is not held.
    Reported,
    /// The editor's reading, with its reason.
    Inferred,
    /// No source says anything.
    Silent,
}

impl Claim {
    /// Returns how well the claim is founded, or `None` where its quotation is not found.
    pub fn grade(&self) -> Option<Grade> {
        match &self.quote {
            Some(quote) if quote.proof.fails() => None,
            _ if self.because.is_some() => Some(Grade::Inferred),
            Some(quote) if quote.proof.proves() => Some(Grade::Quoted),
            _ => Some(Grade::Reported),
        }
    }
}

/// Gives each value of an enum its word in region files and its words on the screen; declares the enum as well, where its
/// values need no more to be said of them.
macro_rules! words {
    ($(#[$about:meta])+ pub enum $kind:ident { $($variant:ident => $key:literal, $plain:literal;)+ }) => {
        $(#[$about])+
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize, serde::Serialize,
        )]
        pub enum $kind {
            $(#[doc = concat!("`", $key, "`: ", $plain, ".")] $variant,)+
        }

        words!($kind { $($variant => $key, $plain;)+ });
    };
    ($kind:ident { $($variant:ident => $key:literal, $plain:literal;)+ }) => {
        impl $kind {
            /// Every value, in the order it is listed to people.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word for it in a region file.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// Plain English for the screen.
            pub const fn plain(self) -> &'static str {
                match self { $(Self::$variant => $plain),+ }
            }
        }
    };
}

pub(super) use words;

words! {
    /// The degree to which the line around a region can be trusted.
    pub enum Accuracy {
        Schematic => "schematic", "its outline is schematic";
        Administrative => "administrative", "its outline follows administrative borders";
        Surveyed => "surveyed", "its outline was surveyed";
    }
}

words! {
    /// The kind of a site.
    pub enum SiteKind {
        AirBase => "air base", "air base";
        NavalBase => "naval base", "naval base";
        Airport => "airport", "airport";
        Base => "base", "military base";
        Crossing => "crossing", "border crossing";
        Town => "town", "town";
        Other => "other", "site";
    }
}

words!(Grade {
    Quoted => "quoted", "quoted";
    Reported => "reported", "reported";
    Inferred => "inferred", "inferred";
    Silent => "silent", "silent";
});

macro_rules! ids {
    ($($id:ident => $item:ident in $field:ident, $ids:ident;)+) => {$(
        #[doc = concat!("The index of a [`", stringify!($item), "`] in its atlas, in the order of the file.")]
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize,
        )]
        pub struct $id(pub(in crate::atlas) usize);

        impl $id {
            /// The index of the nth, counted from 0, of an atlas that is still to be made.
            pub const fn at(nth: usize) -> Self {
                Self(nth)
            }

            /// Its place in the file, counted from 0 among its kind.
            pub const fn index(self) -> usize {
                self.0
            }
        }

        /// # Panics
        ///
        /// Panics if the id is of another atlas, which has more of its kind.
        impl std::ops::Index<$id> for super::Contents {
            type Output = $item;

            fn index(&self, id: $id) -> &$item {
                &self.$field[id.0]
            }
        }

        impl super::Contents {
            #[doc = concat!("The index of every [`", stringify!($item), "`], in the order of the file.")]
            pub fn $ids(&self) -> impl Iterator<Item = $id> + Clone + use<> {
                (0..self.$field.len()).map($id)
            }
        }
    )+};
}

ids! {
    SourceId => Source in sources, source_ids;
    ActorId => Actor in actors, actor_ids;
    RegionId => Region in regions, region_ids;
    SiteId => Site in sites, site_ids;
    QuestionId => Question in questions, question_ids;
    ClaimId => Claim in claims, claim_ids;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sample;

    #[test]
    fn a_source_is_called_by_the_first_name_that_it_has() {
        let wire = sample::atlas().sources.remove(1);
        assert_eq!(wire.name(), "A wire service");
        assert_eq!(wire.publisher_beside_name(), None);
        let titled = Source {
            title: Some("A title".to_owned()),
            ..wire.clone()
        };
        assert_eq!(titled.name(), "A title");
        assert_eq!(titled.publisher_beside_name(), Some("A wire service"));
        let bare = Source {
            publisher: None,
            ..wire
        };
        assert_eq!(bare.name(), "wire");
        assert_eq!(bare.publisher_beside_name(), None);
    }

    #[test]
    fn only_what_is_found_in_a_held_text_is_quoted() {
        let claims = sample::atlas().claims.clone();
        let grade = |claim: &Claim| claim.grade();
        assert_eq!(grade(&claims[0]), Some(Grade::Quoted));
        assert_eq!(grade(&claims[8]), None);
        assert_eq!(grade(&claims[3]), Some(Grade::Reported));
        assert_eq!(grade(&claims[10]), Some(Grade::Inferred));
        let mut not_held = claims[0].clone();
        if let Some(quote) = &mut not_held.quote {
            quote.proof = Proof::NoText;
        }
        assert_eq!(not_held.grade(), Some(Grade::Reported));
    }

    #[test]
    fn a_quotation_is_looked_up_with_all_that_it_says() {
        let quotation = Quotation {
            exact: "the words".to_owned(),
            prefix: Some("before".to_owned()),
            suffix: Some("after".to_owned()),
            across_paragraphs: true,
            proof: Proof::Missing,
        };
        let wanted = Wanted {
            exact: "the words",
            before: Some("before"),
            after: Some("after"),
            across_paragraphs: true,
        };
        assert_eq!(quotation.wanted(), wanted);
    }
}

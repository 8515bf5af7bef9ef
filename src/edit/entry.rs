//! Entries that are new to a region file, each key as it will be written.

use std::fmt;

use crate::{
    atlas::{Accuracy, Date, Hue, Position, Says, SiteKind},
    file::{Article, entry::date, sha256, string},
};

/// An entry that is to be added.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A `[[source]]`.
    Source(NewSource),
    /// An `[[actor]]`.
    Actor(NewActor),
    /// A `[[region]]`.
    Region(NewRegion),
    /// A `[[site]]`.
    Site(NewSite),
    /// A `[[claim]]`.
    Claim(NewClaim),
}

/// A source whose text is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewSource {
    /// Taken by no other source.
    pub id: String,
    /// The headline, or the name of the document.
    pub title: String,
    /// The publisher, or the author.
    pub publisher: Option<String>,
    /// The day it came out.
    pub published: Option<Date>,
    /// The address at which it can be read.
    pub url: Option<String>,
    /// The path of its text, from the folder of the region file.
    pub text: String,
    /// Paragraphs before the body.
    pub front: usize,
    /// The hash that binds the text.
    pub sha256: String,
    /// The path of the file that the text was taken out of, where that is kept.
    pub original: Option<String>,
    /// The day the text was fetched.
    pub retrieved: Option<Date>,
    /// The tag of its language, where that is not English.
    pub language: Option<String>,
}

/// An actor, with what tells it from the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewActor {
    /// Taken by nothing else.
    pub id: String,
    /// The name that it is shown by.
    pub name: String,
    /// Taken by no other actor.
    pub letter: char,
    /// The colour of what it holds.
    pub colour: Hue,
}

/// A region that is made of units of the base map.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRegion {
    /// Taken by nothing else.
    pub id: String,
    /// The name that it is shown by.
    pub name: String,
    /// The land that belongs to it.
    pub area: NewArea,
}

/// The land of a region.
#[derive(Clone, Debug, PartialEq)]
pub enum NewArea {
    /// Whole units, by their ids.
    Units(Vec<String>),
    /// The parts of units within a ring.
    Within {
        /// The ids of the units.
        units: Vec<String>,
        /// The corners of the ring, in their order.
        ring: Vec<Position>,
    },
}

/// A site at a point.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSite {
    /// Taken by nothing else.
    pub id: String,
    /// The name that it is shown by.
    pub name: String,
    /// The kind of site that it is.
    pub kind: SiteKind,
    /// The point at which it lies.
    pub at: Position,
    /// A word on that.
    pub note: Option<String>,
}

/// A claim that quotes a held text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClaim {
    /// Ids, or `map`.
    pub about: Vec<String>,
    /// The id of whom it says so; none for context.
    pub actor: Option<String>,
    /// The verb.
    pub says: Says,
    /// The id of the source that says so.
    pub source: String,
    /// The source's own words.
    pub quote: String,
    /// Words right before them, where they stand in several places.
    pub before: Option<String>,
    /// Words right after them, for the same reason.
    pub after: Option<String>,
    /// The date of what is said, where the words give one.
    pub when: Option<Date>,
    /// `true` if it awaits somebody's review.
    pub draft: bool,
}

impl NewSource {
    /// The source that an article is. What it says came or was fetched after today is not believed.
    pub(super) fn of(article: &Article, id: String, today: Date) -> Self {
        let read = &article.read;
        Self {
            id,
            title: read.title.clone().unwrap_or_else(|| article.slug.clone()),
            publisher: read.credit(),
            published: read.published.filter(|date| *date <= today),
            url: read.url.clone(),
            text: article.path.clone(),
            front: read.front,
            sha256: sha256(read.text.as_bytes()),
            original: article.original(),
            retrieved: read.retrieved.filter(|date| *date <= today).or(Some(today)),
            language: read.language.clone().filter(|tag| tag != "en"),
        }
    }
}

impl Entry {
    /// The name of its table.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Source(_) => "source",
            Self::Actor(_) => "actor",
            Self::Region(_) => "region",
            Self::Site(_) => "site",
            Self::Claim(_) => "claim",
        }
    }

    /// Its keys with their values in TOML, in the order in which they are written by hand.
    pub(super) fn keys(&self) -> Vec<(&'static str, String)> {
        let text = |text: &String| Some(string(text));
        let keys: Vec<(&str, Option<String>)> = match self {
            Self::Source(source) => vec![
                ("id", text(&source.id)),
                ("title", text(&source.title)),
                ("publisher", source.publisher.as_ref().and_then(text)),
                ("published", source.published.map(date)),
                ("url", source.url.as_ref().and_then(text)),
                ("text", text(&source.text)),
                (
                    "front",
                    (source.front > 0).then(|| source.front.to_string()),
                ),
                ("sha256", text(&source.sha256)),
                ("original", source.original.as_ref().and_then(text)),
                ("retrieved", source.retrieved.map(date)),
                ("language", source.language.as_ref().and_then(text)),
            ],
            Self::Actor(actor) => vec![
                ("id", text(&actor.id)),
                ("name", text(&actor.name)),
                ("letter", Some(string(&actor.letter.to_string()))),
                ("colour", Some(string(&actor.colour.key()))),
            ],
            Self::Region(region) => vec![
                ("id", text(&region.id)),
                ("name", text(&region.name)),
                ("area", Some(area(&region.area))),
                ("drawn", Some(string(accuracy(&region.area).key()))),
            ],
            Self::Site(site) => vec![
                ("id", text(&site.id)),
                ("name", text(&site.name)),
                ("kind", Some(string(site.kind.key()))),
                (
                    "at",
                    Some(format!(
                        "{{ lat = {}, lon = {} }}",
                        degrees(site.at.lat),
                        degrees(site.at.lon)
                    )),
                ),
                ("note", site.note.as_ref().and_then(text)),
            ],
            Self::Claim(claim) => vec![
                ("about", Some(list(&claim.about))),
                ("actor", claim.actor.as_ref().and_then(text)),
                ("says", Some(string(claim.says.key()))),
                ("source", text(&claim.source)),
                ("before", claim.before.as_ref().and_then(text)),
                ("quote", text(&claim.quote)),
                ("after", claim.after.as_ref().and_then(text)),
                ("when", claim.when.map(date)),
                ("draft", claim.draft.then(|| "true".to_owned())),
            ],
        };
        let written = |(key, value): (&'static str, Option<String>)| Some((key, value?));
        keys.into_iter().filter_map(written).collect()
    }
}

/// The entry as it is written.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[[{}]]", self.kind())?;
        let mut keys = self.keys().into_iter();
        keys.try_for_each(|(key, value)| write!(f, "\n{key} = {value}"))
    }
}

fn area(area: &NewArea) -> String {
    match area {
        NewArea::Units(units) => format!("{{ all = {} }}", list(units)),
        NewArea::Within { units, ring } => {
            let corner = |at: &Position| format!("[{}, {}]", degrees(at.lon), degrees(at.lat));
            let ring: Vec<String> = ring.iter().map(corner).collect();
            let (units, ring) = (list(units), ring.join(", "));
            format!("{{ part = {units}, within = [{ring}] }}")
        }
    }
}

const fn accuracy(area: &NewArea) -> Accuracy {
    match area {
        NewArea::Units(_) => Accuracy::Administrative,
        NewArea::Within { .. } => Accuracy::Schematic,
    }
}

/// Degrees to about ten metres, with no more digits than they have.
fn degrees(degrees: f64) -> String {
    format!("{:?}", (degrees * 1e4).round() / 1e4 + 0.0)
}

fn list(ids: &[String]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| string(id)).collect();
    format!("[{}]", ids.join(", "))
}

//! The data for the page's script: the atlas as it is, with the words that don't depend on a date. Which claims count
//! at a date, and what they come to, the script finds by the rule itself, so that any source can be left out.
//!
//! Things refer to each other by their places in their lists; dates are as in a region file.

use serde::Serialize;

/// Everything, for one map.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Data<'a> {
    pub(super) title: &'a str,
    pub(super) as_of: String,
    /// The date that is shown first.
    pub(super) shown: String,
    pub(super) stale_after: Option<u32>,
    pub(super) actors: Vec<Actor<'a>>,
    pub(super) sources: Vec<Publication<'a>>,
    pub(super) verbs: Vec<Verb>,
    /// The effects of verbs, in the order in which what is said of a site is told.
    pub(super) roles: Vec<String>,
    pub(super) regions: usize,
    pub(super) places: Vec<Spot<'a>>,
    pub(super) claims: Vec<Said>,
    /// Oldest first.
    pub(super) events: Vec<Happened<'a>>,
    /// The number of days that an event is shown for.
    pub(super) event_days: u32,
    pub(super) dates: Vec<String>,
    pub(super) total_km2: f64,
    pub(super) periods: Vec<Period>,
    pub(super) lenses: Vec<Glass>,
    /// The lens that the map is coloured by first, and the actors that are highlighted first.
    pub(super) lens: usize,
    pub(super) filter: Vec<usize>,
    pub(super) switches: Vec<Switched>,
}

#[derive(Debug, Serialize)]
pub(super) struct Actor<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) short: &'a str,
    pub(super) letter: char,
    pub(super) hue: String,
    /// The actor that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) group: Option<usize>,
}

/// An event of a table.
#[derive(Debug, Serialize)]
pub(super) struct Happened<'a> {
    pub(super) date: String,
    pub(super) place: String,
    pub(super) words: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) by: Option<&'a str>,
    pub(super) source: usize,
    /// The line of the table.
    pub(super) line: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) actors: Vec<usize>,
    /// In units of the map.
    pub(super) at: (i64, i64),
}

#[derive(Debug, Serialize)]
pub(super) struct Publication<'a> {
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<&'a str>,
    /// The origin that it rests on in the end.
    pub(super) rests: String,
    /// The held text by paragraphs: the name of each, then its runs with the claims that quote them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) text: Vec<(String, Vec<Run>)>,
}

/// Words, and the claims that quote them.
pub(super) type Run = (String, Vec<usize>);

/// A row of the table of verbs.
#[derive(Debug, Serialize)]
pub(super) struct Verb {
    pub(super) key: &'static str,
    pub(super) region: Option<String>,
    pub(super) site: Option<String>,
    pub(super) own: Vec<usize>,
    pub(super) others: Vec<usize>,
    pub(super) within: Vec<usize>,
    pub(super) narrows: Vec<usize>,
    pub(super) event: bool,
    pub(super) now: &'static str,
    pub(super) past: &'static str,
    pub(super) brief: &'static str,
    pub(super) plain: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Spot<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(super) also: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<&'a str>,
    /// The words for how far its outline can be trusted; none of a site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accuracy: Option<&'static str>,
    /// The words for its silence, see [`words::unsaid`](crate::caption::words::unsaid).
    pub(super) unsaid: [&'static str; 3],
    pub(super) facts: Vec<(&'static str, String)>,
    /// In units of the map.
    pub(super) at: (i64, i64),
}

#[derive(Debug, Serialize)]
pub(super) struct Said {
    pub(super) about: Vec<About>,
    pub(super) says: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) actor: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<usize>,
    /// `None` where its quotation is not found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grade: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stale: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) draft: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) told: Option<String>,
    /// The quotation in its sentence; a run with a mark is quoted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) quote: Vec<(String, u8)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) because: Option<String>,
    pub(super) founding: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) paragraph: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grading: Option<String>,
}

/// A place by its number, an actor, or the map.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum About {
    Place(usize),
    Actor { actor: usize },
    Map(&'static str),
}

/// The areas of regions while they don't change.
#[derive(Debug, Serialize)]
pub(super) struct Period {
    /// The date from which they hold; none of the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<String>,
    /// Pieces of land in square kilometres, and the regions that each lies in.
    pub(super) pieces: Vec<(f64, Vec<usize>)>,
    /// The words for each region's area.
    pub(super) areas: Vec<String>,
    /// The regions that have no land.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) landless: Vec<usize>,
    /// The path of each region and those of the borders, unless the page has them already.
    pub(super) paths: Vec<String>,
    /// The point of each region, in units of the map, unless the page has that already.
    pub(super) at: Vec<(i64, i64)>,
    pub(super) borders: Vec<(&'static str, String)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) unread: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Glass {
    pub(super) key: &'static str,
    pub(super) plain: &'static str,
    pub(super) steps: Vec<(char, &'static str)>,
    pub(super) ramp: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct Switched {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: &'static str,
    /// The claims that it takes away.
    pub(super) claims: Vec<usize>,
    /// The sources whose events it takes away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tables: Vec<usize>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) off: bool,
}

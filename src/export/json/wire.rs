//! The structures that the JSON is made of. The doc comments here are the descriptions in its schema.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{in_order::InOrder, schema};

/// The version of this format.
pub const FORMAT: u32 = 1;

/// A map of who holds what: everything its file says but shapes, and what follows from it.
///
/// Dates are years, months or days: `2024`, `2024-12`, `2024-12-08`. What is not known is null.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The version of this format: 1.
    #[schemars(schema_with = "schema::format")]
    pub format: u32,
    /// The name of the map.
    pub title: &'a str,
    /// The date the file describes.
    pub as_of: String,
    /// The date that was asked for, or the file's own; the states at it are among `states`.
    pub at: String,
    /// Ids of the sources, origins or grades that are switched off. Their claims are left out and decide nothing.
    pub without: Vec<&'a str>,
    /// The number of days without a newer claim after which a state is stale.
    pub stale_after: Option<u32>,
    /// The parties that may have a place.
    pub actors: Vec<Actor<'a>>,
    /// The texts and publications that say something.
    pub sources: Vec<Source<'a>>,
    /// Matters that sources are known to differ over.
    pub questions: Vec<Question<'a>>,
    /// Areas, in the order of the file.
    pub regions: Vec<Region<'a>>,
    /// Points, in the order of the file.
    pub sites: Vec<Site<'a>>,
    /// The claims that are switched on and, where a date was asked for, from no later.
    pub claims: Vec<Claim<'a>>,
    /// The events that are said to have happened by `at`, oldest first.
    pub events: Vec<Event<'a>>,
    /// The number of days that an event is shown for, its own among them.
    pub event_days: u32,
    /// The dates at which something is said, and `at`, in order.
    pub stops: Vec<String>,
    /// The state of every place, by its id, at every stop; at `at` alone where that would be too many.
    pub states: InOrder<String, InOrder<&'a str, State<'a>>>,
}

/// A party that may hold, contest or operate a place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Actor<'a> {
    pub id: &'a str,
    pub name: &'a str,
    /// A name that fits a legend.
    pub short: &'a str,
    /// Other names and spellings, in any script.
    pub also: &'a [String],
    /// The letter that marks it where colour can't.
    pub letter: char,
    /// The name of its colour, or `#` and its digits.
    #[schemars(schema_with = "schema::colour")]
    pub colour: Cow<'static, str>,
    /// The id of the actor that it is part of.
    pub part_of: Option<&'a str>,
    pub note: Option<&'a str>,
    /// The date when it came to be.
    pub from: Option<String>,
    /// The date when it ceased to be.
    pub until: Option<String>,
}

/// Something that happened at a point, as a table of events has it. It says nothing of who holds a place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Event<'a> {
    /// The table and the line.
    pub id: String,
    pub date: String,
    pub lat: f64,
    pub lon: f64,
    /// The name of the place.
    pub place: Option<&'a str>,
    /// The event in the words of its table.
    pub words: &'a str,
    /// The one who reported it, as the table has it.
    pub reported_by: Option<&'a str>,
    /// The id of the source that the table is of.
    pub source: &'a str,
}

/// A text that is held, or a publication that is only named.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Source<'a> {
    pub id: &'a str,
    /// The shortest name a reader knows it by: its title, else its publisher.
    pub name: &'a str,
    pub title: Option<&'a str>,
    pub publisher: Option<&'a str>,
    pub published: Option<String>,
    pub url: Option<&'a str>,
    /// The address of an archived copy.
    pub archive: Option<&'a str>,
    /// The date when its text was fetched.
    pub retrieved: Option<String>,
    /// `true` if the map's file holds its text, so that quotations are looked up in it.
    pub held: bool,
    /// The SHA-256 of the held text.
    pub sha256: Option<&'a str>,
    pub language: &'a str,
    /// Its reliability, from A to F, as the editor judges it.
    #[schemars(schema_with = "schema::reliability")]
    pub reliability: Option<&'static str>,
    /// The origin that it rests on in the end; sources that rest on the same are not independent.
    pub rests_on: String,
    pub note: Option<&'a str>,
}

/// Something that sources answer differently.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Question<'a> {
    pub id: &'a str,
    pub asks: &'a str,
    pub note: Option<&'a str>,
}

/// A named area. Its shape is in the export as GeoJSON, under the same id.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Region<'a> {
    pub id: &'a str,
    pub name: &'a str,
    /// Other names and spellings, in any script.
    pub also: &'a [String],
    /// The accuracy that its line can be trusted to have.
    #[schemars(schema_with = "schema::drawn")]
    pub drawn: &'static str,
    /// Its area, in square kilometres.
    pub area_km2: f64,
    pub note: Option<&'a str>,
}

/// A point on the map.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Site<'a> {
    pub id: &'a str,
    pub name: &'a str,
    /// Other names and spellings, in any script.
    pub also: &'a [String],
    #[schemars(schema_with = "schema::kind")]
    pub kind: &'static str,
    /// In degrees (WGS 84), north is positive.
    pub lat: f64,
    /// In degrees (WGS 84), east is positive.
    pub lon: f64,
    pub note: Option<&'a str>,
}

/// One thing that one source, or the editor, says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Claim<'a> {
    /// An id made from what it says: it stays the same wherever the claim stands in the file.
    pub id: &'a str,
    /// The line of the file that it starts on.
    pub line: usize,
    /// Ids of the regions, sites or actors it is about, or `map` for the whole country.
    pub about: Vec<&'a str>,
    #[schemars(schema_with = "schema::says")]
    pub says: &'static str,
    /// The same in words; null where it says nothing of who has a place.
    pub words: Option<String>,
    /// The id of the actor that it names.
    pub actor: Option<&'a str>,
    /// The id of its source.
    pub source: Option<&'a str>,
    /// The strength of its foundation; null where its quotation is not found, so that it counts for nothing.
    #[schemars(schema_with = "schema::grade_or_null")]
    pub grade: Option<&'static str>,
    pub quotation: Option<Quotation<'a>>,
    /// The editor's summary of what the source says, where its text is not held.
    pub summary: Option<&'a str>,
    /// The editor's reason for reading the source so: makes the claim an inference.
    pub because: Option<&'a str>,
    /// The foundation of its words, in words.
    pub founding: String,
    /// The date at which it was so, where the claim says it.
    pub when: Option<String>,
    /// The date that it counts from: `when`, else when its source was published, else the file's own.
    pub counts_from: String,
    /// `true` if neither it nor its source has a date.
    pub undated: bool,
    /// Its likelihood, from 1 to 6, as the editor judges it.
    #[schemars(schema_with = "schema::credibility")]
    pub credibility: Option<&'static str>,
    /// The id of the question that it answers otherwise than other claims do.
    pub answers: Option<&'a str>,
    /// `true` if it awaits somebody's review, and decides nothing.
    pub draft: bool,
    /// The claim as a citation.
    pub citation: String,
}

/// The words that a claim stands on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Quotation<'a> {
    /// The words as the map's file has them.
    pub exact: &'a str,
    /// `true` if they are found in the held text of the source.
    pub found: bool,
    /// The place in that text where they stand: `¶5`.
    pub place: Option<String>,
    /// The words in their sentence, as they are shown: joined, they read as one text. Where they are not found, the
    /// words alone.
    pub pieces: Vec<Piece>,
}

/// A stretch of a sentence.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Piece {
    pub text: String,
    /// `true` if it is quoted: it then stands between quotation marks.
    pub quoted: bool,
}

/// The state of a place at a date, as the rule derives it from the claims.
#[derive(Debug, Serialize, JsonSchema)]
pub struct State<'a> {
    /// It in one word.
    #[serde(rename = "state")]
    #[schemars(schema_with = "schema::standing")]
    pub standing: &'static str,
    /// It in words.
    pub words: String,
    /// Ids of the actors that it names, but for those who have left.
    pub holders: Vec<&'a str>,
    /// The things that are said of a site: one of each actor, or several where sources differ. None of a region.
    pub said: Vec<Said<'a>>,
    /// The strength of the evidence for it.
    #[schemars(schema_with = "schema::grade")]
    pub grade: &'static str,
    /// `true` if it is the editor's reading.
    pub inferred: bool,
    /// The number of independent sources that say so, as far as origins are stated.
    pub sources: usize,
    /// The date of the newest of the deciding claims; null where nothing decides, or all are undated.
    pub newest: Option<String>,
    /// `true` if nobody has confirmed it for longer than the file allows.
    pub stale: bool,
    /// The area of a region at the date, in square kilometres; null for sites.
    pub area_km2: Option<f64>,
    /// Ids of the claims that decide it.
    pub claims: Vec<&'a str>,
}

/// Something that is said of a site.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Said<'a> {
    /// The id of the actor.
    pub actor: &'a str,
    #[schemars(schema_with = "schema::says")]
    /// The word of the claim: `holds`, `operates`.
    pub says: &'static str,
    /// `true` if sources differ over it.
    pub disputed: bool,
}

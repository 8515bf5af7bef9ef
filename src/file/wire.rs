//! The format of a region file, version 1: what may be written, before it is known to make sense.
//!
//! Required keys are `Field`s like all others; that they are there is checked in `lower`, where it can be said for
//! which entry they are missing.

use std::{collections::BTreeMap, fmt};

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};
use toml::value::Datetime;

use super::schema;
use crate::diagnostics::{Entries, Field, List};

/// The version of the format that this program reads.
pub const FORMAT: i64 = 1;

/// A region file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["format", "title", "basemap", "as_of"]))]
pub struct RegionFile {
    /// The version of this format: 1.
    #[schemars(schema_with = "schema::format")]
    pub format: Field<i64>,
    /// The name of the map.
    pub title: Field<String>,
    /// A built-in base map, or a folder that holds one.
    pub basemap: Field<String>,
    /// The date the file describes: what is shown first.
    pub as_of: Field<When>,
    /// The number of days without a newer claim after which a state is shown as stale.
    #[schemars(range(min = 1))]
    pub stale_after: Field<i64>,
    /// Codes of warnings that are meant to be so; needs `allow_reason`.
    #[schemars(length(min = 1))]
    pub allow: List<String>,
    /// The reason why the warnings under `allow` are meant to be so.
    pub allow_reason: Field<String>,
    /// The texts and publications that claims come from.
    pub source: List<Source>,
    /// The parties that hold, contest or operate places.
    pub actor: List<Actor>,
    /// Named rings that areas are clipped by.
    pub outline: List<Outline>,
    /// Areas that are held.
    pub region: List<Region>,
    /// Files of a day each that draw what is held.
    pub layers: List<Layers>,
    /// Points that are operated.
    pub site: List<Site>,
    /// The number of days that an event is shown for, its own among them.
    #[schemars(range(min = 1))]
    pub event_days: Field<i64>,
    /// Tables of events, a row each.
    pub events: List<Events>,
    /// Matters that sources differ over.
    pub question: List<Question>,
    /// The statements of sources, or of the editor, about places, actors or the whole country.
    pub claim: List<Claim>,
}

/// A text that is held, or a publication that is only named.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend(
    "required" = ["id"],
    "anyOf" = [{ "required": ["title"] }, { "required": ["publisher"] }],
    "dependencies" = { "front": ["text"] },
))]
pub struct Source {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its headline; this or `publisher` is required.
    pub title: Field<String>,
    /// The person or organisation that published it.
    pub publisher: Field<String>,
    /// The date of its publication.
    pub published: Field<When>,
    /// The address at which it can be read.
    #[schemars(regex(pattern = "^https?://"))]
    pub url: Field<String>,
    /// Anything that should be known about it.
    pub note: Field<String>,
    /// The file that holds its text; quotations are checked against it.
    pub text: Field<String>,
    /// The number of paragraphs in the text that stand before its body, such as title and standfirst.
    #[schemars(range(min = 0))]
    pub front: Field<i64>,
    /// The origin that the source itself rests on; sources of one origin are not independent.
    pub origin: Field<String>,
    /// Its reliability: a letter from A, completely reliable, to E, unreliable; F, it cannot be judged.
    #[schemars(schema_with = "schema::reliability")]
    pub reliability: Field<String>,
    /// The SHA-256 of the file under `text`, in hexadecimal: `whoholds seal` prints it.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: Field<String>,
    /// The path of the file that the text was taken out of, such as a PDF, from the folder of this file.
    pub original: Field<String>,
    /// The date when the text was fetched.
    pub retrieved: Field<When>,
    /// The address of an archived copy.
    #[schemars(regex(pattern = "^https?://"))]
    pub archive: Field<String>,
    /// The language of the text, such as `en`, which is what it is taken for where this is left out.
    #[schemars(regex(pattern = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"))]
    pub language: Field<String>,
}

/// A party that may hold, contest or operate a place.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "name", "letter", "colour"]))]
pub struct Actor {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its name.
    pub name: Field<String>,
    /// A name that fits a legend, if the name is long.
    pub short: Field<String>,
    /// Other names and spellings, in any script.
    #[schemars(length(min = 1))]
    pub also: List<String>,
    /// One capital letter or digit that marks it where colour can't.
    #[schemars(regex(pattern = "^[A-Z0-9]$"))]
    pub letter: Field<String>,
    /// The colour of what it holds.
    #[schemars(schema_with = "schema::colour")]
    pub colour: Field<String>,
    /// The id of the actor that it is part of.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub part_of: Field<String>,
    /// Anything that should be known about it.
    pub note: Field<String>,
    /// The date when it came to be.
    pub from: Field<When>,
    /// The date when it ceased to be.
    pub until: Field<When>,
}

/// A named ring.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "ring"]))]
pub struct Outline {
    /// The id by which areas refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its corners, each `[longitude, latitude]`.
    #[schemars(length(min = 3))]
    pub ring: List<LonLat>,
}

/// A named area.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend(
    "required" = ["id", "name"],
    "oneOf" = [{ "required": ["area"] }, { "required": ["areas"] }],
))]
pub struct Region {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its name on the map.
    pub name: Field<String>,
    /// Other names and spellings, in any script.
    #[schemars(length(min = 1))]
    pub also: List<String>,
    /// The land that belongs to it.
    pub area: Field<Area>,
    /// The land that belongs to it from each of several dates on, instead of `area`.
    #[schemars(length(min = 1))]
    pub areas: List<DatedArea>,
    /// The accuracy that its line can be trusted to have: `schematic`, `administrative` or `surveyed`.
    #[schemars(schema_with = "schema::drawn")]
    pub drawn: Field<String>,
    /// Anything that should be known about it.
    pub note: Field<String>,
}

/// The area that a region has from a date on.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["from", "area"]))]
pub struct DatedArea {
    /// The date that it is so from, until the next.
    pub from: Field<When>,
    /// The land that belongs to the region then.
    pub area: Field<Area>,
}

/// Files that draw what is held on a day each: they make a region of each actor, with a claim from each day.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "name", "source", "files", "holder", "actors"]))]
pub struct Layers {
    /// The beginning of the ids of its regions; the id of the actor follows.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// The beginning of the names of its regions; the name of the actor follows.
    pub name: Field<String>,
    /// The source that drew them.
    pub source: Field<String>,
    /// The files: a path with a `*` in its last part. Their names carry the dates.
    pub files: Field<String>,
    /// The property of a feature that says who holds it.
    pub holder: Field<String>,
    /// The actor that each value of the property stands for.
    #[schemars(with = "BTreeMap<String, String>")]
    pub actors: Field<Entries<String>>,
    /// The accuracy that the lines can be trusted to have: `schematic`, `administrative` or `surveyed`.
    #[schemars(schema_with = "schema::drawn")]
    pub drawn: Field<String>,
    /// Anything that should be known about them.
    pub note: Field<String>,
}

/// An area: whole units and parts of units, or a file, without what is excepted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend(
    "oneOf" = [
        { "required": ["file"] },
        { "anyOf": [{ "required": ["all"] }, { "required": ["part"] }] },
    ],
    "dependencies" = { "part": ["within"], "within": ["part"] },
))]
pub struct Area {
    /// Units of the base map that belong to it whole.
    #[schemars(length(min = 1))]
    pub all: List<String>,
    /// Units that belong to it as far as they lie `within`.
    #[schemars(length(min = 1))]
    pub part: List<String>,
    /// The outline that clips `part`.
    pub within: Field<Within>,
    /// Units, outlines, or regions above, that do not belong to it.
    #[schemars(length(min = 1))]
    pub except: List<String>,
    /// A file of shapes (GeoJSON, TopoJSON, KML, KMZ or Shapefile), instead of `all` and `part`.
    pub file: Field<String>,
}

/// A point on the map.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "name", "kind", "at"]))]
pub struct Site {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its name on the map.
    pub name: Field<String>,
    /// Other names and spellings, in any script.
    #[schemars(length(min = 1))]
    pub also: List<String>,
    /// The kind of site that it is, such as `airport`.
    #[schemars(schema_with = "schema::kind")]
    pub kind: Field<String>,
    /// The point at which it lies.
    pub at: Field<Position>,
    /// Anything that should be known about it.
    pub note: Field<String>,
}

/// A table of events: what happened at a point on a day, which says nothing of who holds a place.
///
/// Columns that are not named are found by their usual names, those of ACLED and UCDP GED among them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["file", "source"]))]
pub struct Events {
    /// The table, a CSV file with the names of its columns in the first line.
    pub file: Field<String>,
    /// The id of the source that the table is of.
    pub source: Field<String>,
    /// The column with the days of events.
    pub date: Field<String>,
    /// The column with the names of places.
    pub place: Field<String>,
    /// The column with latitudes.
    pub latitude: Field<String>,
    /// The column with longitudes.
    pub longitude: Field<String>,
    /// The column with actors.
    pub actor: Field<String>,
    /// The column with what happened, in words.
    pub note: Field<String>,
    /// The column with who reported it.
    pub reported_by: Field<String>,
}

/// A position in degrees (WGS 84).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["lat", "lon"]))]
pub struct Position {
    /// Latitude, north is positive.
    #[schemars(range(min = -90, max = 90))]
    pub lat: Field<f64>,
    /// Longitude, east is positive.
    #[schemars(range(min = -180, max = 180))]
    pub lon: Field<f64>,
}

/// Something that sources answer differently; claims name it under `answers`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "asks"]))]
pub struct Question {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// The question itself, as people read it.
    pub asks: Field<String>,
    /// Anything that should be known about it.
    pub note: Field<String>,
}

/// One thing that one source, or the editor, says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend(
    "required" = ["about", "says"],
    "anyOf" = [{ "required": ["source"] }, { "required": ["because"] }],
    "dependencies" = {
        "quote": ["source"], "summary": ["source"], "before": ["quote"], "after": ["quote"],
    },
    "if" = { "properties": { "says": { "const": "context" } } },
    "then" = { "not": { "required": ["actor"] } },
    "else" = { "required": ["actor"] },
))]
pub struct Claim {
    /// Ids of the regions, sites, actors, units or towns it is about, or `"map"` for the whole country.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub about: List<String>,
    /// The id of the actor that holds, contests or operates them.
    pub actor: Field<String>,
    /// The verb of what is said of them, such as `holds`.
    #[schemars(schema_with = "schema::says")]
    pub says: Field<String>,
    /// The id of the source that says so.
    pub source: Field<String>,
    /// The source's own words; `…` stands for words left out.
    pub quote: Field<String>,
    /// Words right before the quotation, where it stands in several places.
    pub before: Field<String>,
    /// Words right after the quotation, where it stands in several places.
    pub after: Field<String>,
    /// A summary of what a source says whose text is not held.
    pub summary: Field<String>,
    /// The editor's reason for reading the source so; makes the claim an inference.
    pub because: Field<String>,
    /// The date at which it was so, if the claim says when.
    pub when: Field<When>,
    /// Its likelihood: a number from 1, confirmed by other sources, to 5, improbable; 6, it cannot be judged.
    #[schemars(range(min = 1, max = 6))]
    pub credibility: Field<i64>,
    /// The id of the question that it answers otherwise than other claims do.
    pub answers: Field<String>,
    /// Lets the quotation run from one paragraph into the next.
    pub across_paragraphs: Field<bool>,
    /// Awaits somebody's review: it is shown, and decides nothing.
    pub draft: Field<bool>,
    /// The number of days without a newer claim after which it is stale, if not after those of the file.
    #[schemars(range(min = 1))]
    pub stale_after: Field<i64>,
    /// Codes of warnings that are meant to be so; needs `allow_reason`.
    #[schemars(length(min = 1))]
    pub allow: List<String>,
    /// The reason why the warnings under `allow` are meant to be so.
    pub allow_reason: Field<String>,
}

/// `[longitude, latitude]` in degrees.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Vec<f64>")]
pub struct LonLat(pub [f64; 2]);

impl TryFrom<Vec<f64>> for LonLat {
    type Error = &'static str;

    fn try_from(numbers: Vec<f64>) -> Result<Self, Self::Error> {
        numbers
            .try_into()
            .map(Self)
            .map_err(|_| "expected two numbers, [longitude, latitude]")
    }
}

/// A date as it is written: `2024-12-08`, `"2024-12"`, `2024`.
#[derive(Debug)]
pub struct When(pub String);

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Date;

        impl<'de> Visitor<'de> for Date {
            type Value = When;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date")
            }

            fn visit_i64<E: de::Error>(self, year: i64) -> Result<When, E> {
                Ok(When(format!("{year:04}")))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<When, E> {
                Ok(When(text.to_owned()))
            }

            /// A TOML date comes as a map of one entry.
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<When, A::Error> {
                match Datetime::deserialize(MapAccessDeserializer::new(map)) {
                    Ok(date) => Ok(When(date.to_string())),
                    Err(_) => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
                }
            }
        }

        from.deserialize_any(Date)
    }
}

/// The outline that clips the parts of an area.
#[derive(Debug)]
pub enum Within {
    /// An outline of the file or of the base map.
    Named(String),
    /// A ring of its own.
    Ring(Vec<Field<LonLat>>),
}

impl<'de> Deserialize<'de> for Within {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Outline;

        impl<'de> Visitor<'de> for Outline {
            type Value = Within;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of an outline or a ring of points")
            }

            fn visit_str<E: de::Error>(self, id: &str) -> Result<Within, E> {
                Ok(Within::Named(id.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut points: A) -> Result<Within, A::Error> {
                let mut ring = Vec::new();
                while let Some(point) = points.next_element()? {
                    ring.push(point);
                }
                Ok(Within::Ring(ring))
            }
        }

        from.deserialize_any(Outline)
    }
}

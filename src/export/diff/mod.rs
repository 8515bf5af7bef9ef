//! Differences between two maps: in their entries and claims, in the states and areas of places from date to date, and in
//! shares.
//!
//! Comments and the order of entries make no difference.

mod change;
mod claims;
mod entries;
mod former;
mod page;
mod places;
mod render;
mod shares;
mod spans;
mod stand;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;

use super::{ExportError, Exported};
use crate::atlas::Date;
use change::{Change, Field};
use claims::Said;
use entries::Entry;

pub use former::{Former, together};

/// The version of the JSON.
const FORMAT: u32 = 1;

/// The format that differences are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Words for people.
    Text,
    /// Text for a pull request to show.
    Markdown,
    /// For programs.
    Json,
}

/// Everything that differs between two maps.
///
/// Dates are years, months or days: `2024`, `2024-12`, `2024-12-08`. What is not known is null.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Diff {
    /// The version of this format: 1.
    format: u32,
    /// The name of the newer map.
    title: String,
    /// The date that shares are of, and places that are in one map alone.
    at: String,
    /// The dates at which states and areas are compared, in order.
    dates: Vec<String>,
    #[serde(skip)]
    compared: Compared,
    #[serde(skip)]
    doubts: BTreeSet<String>,
    /// The differences in the map as a whole.
    map: Vec<Field>,
    /// The sources that differ.
    sources: Vec<Change<Entry>>,
    /// The actors that differ.
    actors: Vec<Change<Entry>>,
    /// The questions that differ.
    questions: Vec<Change<Entry>>,
    /// The claims that differ.
    claims: Vec<Change<Said>>,
    /// The places that differ, in their entries or from date to date.
    places: Vec<Change<places::Place>>,
    /// The shares of the country's area that differ at the date.
    shares: Vec<Change<shares::Share>>,
}

/// The dates that are compared.
#[derive(Debug)]
struct Compared {
    /// The one that shares are of.
    at: Date,
    all: Vec<Date>,
}

/// The dates at which something is said in either of two maps: those that [`Diff::new`] compares by.
pub fn dates(old: &Exported, new: &Exported) -> Vec<Date> {
    let mut dates = [old.stops(), new.stops()].concat();
    dates.sort_unstable();
    dates.dedup();
    dates
}

impl Diff {
    /// Compares two maps: places at some dates, which are in order, and shares at the date of both.
    pub fn new(old: &Exported, new: &Exported, dates: &[Date]) -> Self {
        let at = new.snapshot.date;
        let mut doubts = BTreeSet::new();
        let places = places::changes(old, new, dates, &mut doubts);
        Self {
            format: FORMAT,
            title: new.atlas.title.clone(),
            at: at.iso(),
            dates: dates.iter().map(|date| date.iso()).collect(),
            compared: Compared {
                at,
                all: dates.to_vec(),
            },
            map: entries::whole(old, new),
            sources: entries::sources(old.atlas, new.atlas),
            actors: entries::actors(old.atlas, new.atlas),
            questions: entries::questions(old.atlas, new.atlas),
            claims: claims::changes(old.atlas, new.atlas),
            places,
            doubts,
            shares: shares::changes(old, new),
        }
    }

    /// Tells what is wrong with the land of either map at any of the dates.
    pub const fn doubts(&self) -> &BTreeSet<String> {
        &self.doubts
    }

    /// Returns `true` if nothing differs.
    pub const fn is_empty(&self) -> bool {
        self.map.is_empty()
            && self.sources.is_empty()
            && self.actors.is_empty()
            && self.questions.is_empty()
            && self.claims.is_empty()
            && self.places.is_empty()
            && self.shares.is_empty()
    }

    /// Puts it into a format.
    pub fn write(&self, format: Format) -> Result<String, ExportError> {
        Ok(match format {
            Format::Text => self.text(),
            Format::Markdown => self.markdown(),
            Format::Json => serde_json::to_string_pretty(self)? + "\n",
        })
    }
}

/// The JSON Schema of differences as JSON.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let schema = generator.into_root_schema_for::<Diff>();
    format!("{:#}\n", schema.to_value())
}

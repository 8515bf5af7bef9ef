//! Differences between two maps: in their entries and claims, in the states and areas of places from date to date, and in
//! shares.
//!
//! Comments and the order of entries make no difference.

mod claims;
mod entries;
mod former;
mod page;
mod places;
mod render;
mod shares;
mod spans;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;

use super::{ExportError, Exported};
use crate::atlas::Date;
use entries::Entry;

pub use former::{Former, together};

use spans::Span;

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

/// Something that is in one map alone, or is in both and differs in these fields.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "change")]
enum Change<T> {
    /// In the newer map alone.
    Added {
        /// As it is there.
        after: T,
    },
    /// In both.
    Changed {
        /// As it was.
        before: T,
        /// As it is.
        after: T,
        /// What differs.
        fields: Vec<Field>,
    },
    /// In the older map alone.
    Removed {
        /// As it was there.
        before: T,
    },
}

impl<T> Change<T> {
    fn map<U>(self, with: impl Fn(T) -> U) -> Change<U> {
        match self {
            Self::Added { after } => Change::Added { after: with(after) },
            Self::Changed {
                before,
                after,
                fields,
            } => Change::Changed {
                before: with(before),
                after: with(after),
                fields,
            },
            Self::Removed { before } => Change::Removed {
                before: with(before),
            },
        }
    }
}

/// A field with what it was and what it is; null where there is nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
struct Field {
    /// The name of the field: that of its key in the region file, where it has one.
    name: &'static str,
    /// The dates at which it differs so, where that is not all that are compared.
    #[serde(flatten)]
    span: Option<Span>,
    /// The value in the older map.
    before: Option<String>,
    /// The value in the newer map.
    after: Option<String>,
}

/// A claim in words.
#[derive(Debug, Serialize, JsonSchema)]
struct Said {
    /// The id that every export of that map gives it.
    id: String,
    /// The line of its file that it starts on.
    line: usize,
    /// What it says of whom.
    words: String,
    /// The words it stands on: a quotation in its sentence, a summary or a reading.
    stands_on: Option<String>,
    /// The source, cited in short.
    source: Option<String>,
    /// The date that it has, in words.
    dated: String,
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
            places: places::changes(old, new, dates),
            shares: shares::changes(old, new),
        }
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

/// The fields whose values differ; both sides have the same, in the same order.
fn differing(
    before: impl IntoIterator<Item = (&'static str, Option<String>)>,
    after: impl IntoIterator<Item = (&'static str, Option<String>)>,
) -> Vec<Field> {
    let values = before.into_iter().zip(after);
    values
        .map(|((name, before), (_, after))| Field {
            name,
            span: None,
            before,
            after,
        })
        .filter(|field| field.before != field.after)
        .collect()
}

/// Pairs what two maps have by its key, and keeps what differs: in the order of the newer, then what is gone.
fn by_key<T>(
    before: Vec<(String, T)>,
    after: Vec<(String, T)>,
    fields: impl Fn(&T, &T) -> Vec<Field>,
) -> Vec<Change<T>> {
    let mut before: BTreeMap<String, T> = before.into_iter().collect();
    let kept = after
        .into_iter()
        .filter_map(|(key, after)| match before.remove(&key) {
            None => Some(Change::Added { after }),
            Some(before) => {
                let fields = fields(&before, &after);
                (!fields.is_empty()).then_some(Change::Changed {
                    before,
                    after,
                    fields,
                })
            }
        });
    let mut changes: Vec<Change<T>> = kept.collect();
    let removed = before.into_values();
    changes.extend(removed.map(|before| Change::Removed { before }));
    changes
}

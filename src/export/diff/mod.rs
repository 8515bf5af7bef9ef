//! Differences between two maps: in claims, the states of places at a date, areas and shares.
//!
//! Comments, notes, names and the order of entries make no difference.

mod claims;
mod places;
mod render;
mod shares;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ExportError, Exported};
use crate::{atlas::Date, caption::words};

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

/// Everything that differs.
#[derive(Debug, Serialize)]
pub struct Diff {
    /// The version of this format: 1.
    format: u32,
    /// The name of the newer map.
    title: String,
    /// The date at which states are compared.
    at: String,
    #[serde(skip)]
    date: Date,
    /// The differences in the map as a whole.
    map: Vec<Field>,
    claims: Vec<Change<Said>>,
    places: Vec<Change<places::Place>>,
    shares: Vec<Change<shares::Share>>,
}

/// Something that is in one map alone, or is in both and differs in these fields.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "change")]
enum Change<T> {
    Added {
        after: T,
    },
    Changed {
        before: T,
        after: T,
        fields: Vec<Field>,
    },
    Removed {
        before: T,
    },
}

/// A field with what it was and what it is; null where there is nothing.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Field {
    name: &'static str,
    before: Option<String>,
    after: Option<String>,
}

/// A claim in words.
#[derive(Debug, Serialize)]
struct Said {
    id: String,
    /// The line of its file that it starts on.
    line: usize,
    words: String,
    /// The words it stands on: a quotation in its sentence, a summary or a reading.
    stands_on: Option<String>,
    source: Option<String>,
    dated: String,
}

impl Diff {
    /// Compares two maps, both at the date of the newer one.
    pub fn new(old: &Exported, new: &Exported) -> Self {
        Self {
            format: 1,
            title: new.atlas.title.clone(),
            at: new.snapshot.date.iso(),
            date: new.snapshot.date,
            map: differing(["title", "as of", "stale after"], whole(old), whole(new)),
            claims: claims::changes(old.atlas, new.atlas),
            places: places::changes(old, new),
            shares: shares::changes(old, new),
        }
    }

    /// Returns `true` if nothing differs.
    pub const fn is_empty(&self) -> bool {
        self.map.is_empty()
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

fn whole(map: &Exported) -> [Option<String>; 3] {
    let atlas = map.atlas;
    [
        Some(atlas.title.clone()),
        Some(atlas.as_of.iso()),
        atlas
            .stale_after
            .map(|days| words::count(days as usize, "day")),
    ]
}

/// The fields whose values differ.
fn differing<const N: usize>(
    names: [&'static str; N],
    before: [Option<String>; N],
    after: [Option<String>; N],
) -> Vec<Field> {
    let values = before.into_iter().zip(after);
    let fields = names.into_iter().zip(values);
    fields
        .filter(|(_, (before, after))| before != after)
        .map(|(name, (before, after))| Field {
            name,
            before,
            after,
        })
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

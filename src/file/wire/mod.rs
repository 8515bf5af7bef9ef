//! The format of a region file, version 1: what may be written, before it is known to make sense.
//!
//! Required keys are `Field`s like all others; that they are there is checked in `lower`, where it can be said for
//! which entry they are missing.

mod claim;
mod layers;
mod parties;
mod places;
mod values;

pub use claim::{Claim, Question};
pub use layers::{Events, Layers};
pub use parties::{Actor, Source};
pub use places::{Area, DatedArea, Outline, Position, Region, Site};
pub use values::{LonLat, When, Within};

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde::Deserialize;

use toml::de::ValueDeserializer;

use crate::diagnostics::{EntryFile, Field, List};

/// The version of the format that this program reads.
pub const FORMAT: i64 = 1;

/// A region file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["format", "title", "basemap", "as_of"]))]
pub struct RegionFile {
    /// The version of this format: 1.
    #[schemars(schema_with = "format")]
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

/// An entry of a region file.
pub enum Entry {
    Source(Field<Source>),
    Actor(Field<Actor>),
    Outline(Field<Outline>),
    Region(Field<Region>),
    Layers(Field<Layers>),
    Site(Field<Site>),
    Events(Field<Events>),
    Question(Field<Question>),
    Claim(Field<Claim>),
}

impl EntryFile for RegionFile {
    type Entry = Entry;

    fn entry(list: &str, value: ValueDeserializer<'_>) -> Option<Entry> {
        match list {
            "source" => Field::deserialize(value).ok().map(Entry::Source),
            "actor" => Field::deserialize(value).ok().map(Entry::Actor),
            "outline" => Field::deserialize(value).ok().map(Entry::Outline),
            "region" => Field::deserialize(value).ok().map(Entry::Region),
            "layers" => Field::deserialize(value).ok().map(Entry::Layers),
            "site" => Field::deserialize(value).ok().map(Entry::Site),
            "events" => Field::deserialize(value).ok().map(Entry::Events),
            "question" => Field::deserialize(value).ok().map(Entry::Question),
            "claim" => Field::deserialize(value).ok().map(Entry::Claim),
            // The first of them was unknown already.
            _ => None,
        }
    }

    fn add(&mut self, entry: Entry) {
        match entry {
            Entry::Source(entry) => self.source.push(entry),
            Entry::Actor(entry) => self.actor.push(entry),
            Entry::Outline(entry) => self.outline.push(entry),
            Entry::Region(entry) => self.region.push(entry),
            Entry::Layers(entry) => self.layers.push(entry),
            Entry::Site(entry) => self.site.push(entry),
            Entry::Events(entry) => self.events.push(entry),
            Entry::Question(entry) => self.question.push(entry),
            Entry::Claim(entry) => self.claim.push(entry),
        }
    }
}

fn format(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": FORMAT })
}

/// The JSON Schema of region files as it is shipped in `assets/regions.schema.json`, so that editors complete and check
/// while one types.
///
/// It is draft 7 and refers to nothing, which is what editors' plug-ins for TOML agree on. A schema sees one value at a
/// time: that ids resolve and quotations are found is left to [`load`](super::load).
pub fn schema() -> String {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let schema = settings
        .into_generator()
        .into_root_schema_for::<RegionFile>();
    format!("{:#}\n", schema.to_value())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::RegionFile;
    use crate::{
        diagnostics::{Field, Problem, TomlFile},
        file,
    };

    type Read = (Option<String>, Vec<Problem>);

    /// The contents of a text and all that is wrong with it, read at once and entry by entry.
    fn both_ways(text: &str) -> [Read; 2] {
        let file = TomlFile::new("a file", text);
        let told = |root: Field<RegionFile>| Some(format!("{root:?}"));
        let at_once = file.read(|root, _, _| told(root));
        let by_entry = file.read_entries(|root, _, _| told(root));
        [at_once, by_entry].map(|(root, report)| (root, report.problems))
    }

    #[test]
    fn the_shipped_map_is_the_same_read_entry_by_entry() {
        let builtin = file::RegionFile::builtin();
        let [at_once, by_entry] = both_ways(builtin.text().expect("UTF-8"));
        assert_eq!(at_once.1, []);
        assert_eq!(at_once, by_entry);
    }

    #[test]
    fn a_large_file_is_the_same_read_at_once_and_on_all_cores() {
        let long = "a".repeat(150);
        let entry = |n: usize| match n % 40 {
            7 => format!("[[site]]\nid = \"{n}\"\nnot-a-key = 1\n"),
            11 => format!("[[claim]]\nabout = {n}\n"),
            13 => "[[nothing]]\n".to_owned(),
            _ => format!("[[claim]]\nabout = [\"{long}\", {n}]\n[claim.x]\ny = {n}\n"),
        };
        let entries: String = (0..4_000).map(entry).collect();
        let [at_once, by_entry] = both_ways(&format!("format = 1\n{entries}"));
        assert!(at_once == by_entry);
    }

    proptest! {
        #[test]
        fn a_file_is_the_same_read_at_once_and_entry_by_entry(
            places in prop::collection::vec(0.0..1.0_f64, 1..4),
            bits in prop::collection::vec(
                prop::sample::select(vec!["[", "]", "[[", "]]", "\n", "\"", "=", ".", "#", "a", "", "[claim.x]\n", "claim = 1\n"]), 4,
            ),
        ) {
            let mut text = "format = 1\nallow = [\n[\"a\"]]\n[[source]]\nid = \"s\"\n[[layers]]\nid = \"l\"\n[layers.actors]\nx = \"y\"\n\
                [[claim]]\nabout = [\"a\"]\nwhen = 2026-01-01\n[[source]]\nid = 3\nx = [[1]]\n[[claim]]\nquote = \"\"\"\n[[claim]]\n\"\"\"\n".to_owned();
            for (place, bit) in places.iter().zip(bits) {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1")]
                let at = (place * text.len() as f64) as usize;
                text.insert_str(at, bit);
            }
            let [at_once, by_entry] = both_ways(&text);
            prop_assert_eq!(at_once, by_entry, "{}", &text);
        }
    }
}

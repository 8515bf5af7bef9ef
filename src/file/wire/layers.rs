//! Files beside the region file that claims and events are made of.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::schema;
use crate::diagnostics::{Entries, Field, List};

/// Files that draw what is held on a day each: they make a region of each actor, with a claim from each day.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "source", "files"]))]
pub struct Layers {
    /// The beginning of the ids of its regions; the id of the actor follows.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// The beginning of the names of its regions, if they are to be called more than their actors; the name of the actor
    /// follows.
    pub name: Field<String>,
    /// The source that drew them.
    pub source: Field<String>,
    /// The files: a path with a `*` in its last part. Their names carry the dates.
    pub files: Field<String>,
    /// The layer of each file, where they are of TopoJSON with several.
    pub layer: Field<String>,
    /// The property of a feature that says who holds it.
    pub holder: Field<String>,
    /// The actor that each value of the property stands for.
    #[schemars(with = "BTreeMap<String, String>")]
    pub actors: Field<Entries<String>>,
    /// Values of the property that stand for no actor, and whose areas are left out.
    #[schemars(length(min = 1))]
    pub ignore: List<String>,
    /// The actor that holds all that the files draw, instead of `holder` and `actors`.
    pub actor: Field<String>,
    /// The accuracy that the lines can be trusted to have: `schematic`, `administrative` or `surveyed`.
    #[schemars(schema_with = "schema::drawn")]
    pub drawn: Field<String>,
    /// Anything that should be known about them.
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

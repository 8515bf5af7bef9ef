//! The JSON Schema of the JSON, made from its types.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings, json_schema};

use super::wire::{Document, FORMAT};
use crate::{
    atlas::{Credibility, Grade, Reliability, Standing},
    file::schema::one_of,
};

// These are written in the JSON as in region files.
pub(super) use crate::file::schema::{colour, drawn, kind, says};

/// The schema as it is shipped in `assets/map.schema.json`.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let schema = generator.into_root_schema_for::<Document<'static>>();
    format!("{:#}\n", schema.to_value())
}

pub(super) fn format(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": FORMAT })
}

pub(super) fn standing(_: &mut SchemaGenerator) -> Schema {
    one_of(Standing::ALL, Standing::key)
}

pub(super) fn grade(_: &mut SchemaGenerator) -> Schema {
    one_of(Grade::ALL, Grade::key)
}

pub(super) fn grade_or_null(_: &mut SchemaGenerator) -> Schema {
    or_null(Grade::ALL, Grade::key)
}

pub(super) fn reliability(_: &mut SchemaGenerator) -> Schema {
    or_null(Reliability::ALL, Reliability::key)
}

pub(super) fn credibility(_: &mut SchemaGenerator) -> Schema {
    or_null(Credibility::ALL, Credibility::key)
}

fn or_null<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> Schema {
    json_schema!({ "anyOf": [one_of(all, key), { "type": "null" }] })
}

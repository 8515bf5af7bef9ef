//! The JSON Schema of the JSON, made from its types.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings, json_schema};

use super::wire::{Document, FORMAT};
use crate::atlas::{Accuracy, Credibility, Grade, Hue, Reliability, Says, SiteKind, Standing};

/// The schema as it is shipped in `assets/map.schema.json`.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let schema = generator.into_root_schema_for::<Document<'static>>();
    format!("{:#}\n", schema.to_value())
}

pub(super) fn format(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": FORMAT })
}

pub(super) fn says(_: &mut SchemaGenerator) -> Schema {
    one_of(Says::ALL, Says::key)
}

pub(super) fn colour(_: &mut SchemaGenerator) -> Schema {
    one_of(Hue::ALL, Hue::key)
}

pub(super) fn drawn(_: &mut SchemaGenerator) -> Schema {
    one_of(Accuracy::ALL, Accuracy::key)
}

pub(super) fn kind(_: &mut SchemaGenerator) -> Schema {
    one_of(SiteKind::ALL, SiteKind::key)
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

fn one_of<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> Schema {
    let words: Vec<&str> = all.iter().map(|&value| key(value)).collect();
    json_schema!({ "type": "string", "enum": words })
}

fn or_null<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> Schema {
    json_schema!({ "anyOf": [one_of(all, key), { "type": "null" }] })
}

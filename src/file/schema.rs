//! The JSON Schema of region files, made from [`wire`], so that editors complete and check while one types.
//!
//! It is draft 7 and refers to nothing, which is what editors' plug-ins for TOML agree on. A schema sees one value at a
//! time: that ids resolve and quotations are found is left to [`load`](super::load).

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};

use crate::{
    atlas::{Accuracy, Hue, Reliability, Says, SiteKind},
    diagnostics::Field,
};

use super::wire::{FORMAT, LonLat, RegionFile, When, Within};

/// The schema as it is shipped in `assets/regions.schema.json`.
pub fn schema() -> String {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let schema = settings
        .into_generator()
        .into_root_schema_for::<RegionFile>();
    format!("{:#}\n", schema.to_value())
}

/// The schema of the value alone: where it stands is nothing that is written.
impl<T: JsonSchema> JsonSchema for Field<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A TOML date reaches a validator as a string.
impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "integer", "minimum": 1, "maximum": 9999 },
                { "type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$" },
            ],
        })
    }
}

impl JsonSchema for Within {
    fn schema_name() -> Cow<'static, str> {
        "Within".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let ring = Vec::<LonLat>::json_schema(generator);
        json_schema!({ "anyOf": [{ "type": "string" }, ring] })
    }
}

impl JsonSchema for LonLat {
    fn schema_name() -> Cow<'static, str> {
        "LonLat".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array",
            "items": [
                { "type": "number", "minimum": -180, "maximum": 180 },
                { "type": "number", "minimum": -90, "maximum": 90 },
            ],
            "minItems": 2,
            "maxItems": 2,
        })
    }
}

pub(super) fn format(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": FORMAT })
}

pub(crate) fn says(_: &mut SchemaGenerator) -> Schema {
    one_of(Says::ALL, Says::key)
}

pub(crate) fn colour(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<&str> = Hue::ALL.iter().flat_map(|hue| hue.name()).collect();
    json_schema!({ "type": "string", "anyOf": [{ "enum": names }, { "pattern": "^#[0-9A-Fa-f]{6}$" }] })
}

pub(crate) fn drawn(_: &mut SchemaGenerator) -> Schema {
    one_of(Accuracy::ALL, Accuracy::key)
}

pub(super) fn reliability(_: &mut SchemaGenerator) -> Schema {
    one_of(Reliability::ALL, Reliability::key)
}

pub(crate) fn kind(_: &mut SchemaGenerator) -> Schema {
    one_of(SiteKind::ALL, SiteKind::key)
}

/// A string that is one of the words for some values.
pub(crate) fn one_of<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> Schema {
    let words: Vec<&str> = all.iter().map(|&value| key(value)).collect();
    json_schema!({ "type": "string", "enum": words })
}

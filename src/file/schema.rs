//! Pieces of the JSON Schema of region files that stand for values with a form of their own.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    atlas::{Accuracy, Hue, Reliability, Says, SiteKind},
    diagnostics::Field,
};

/// The schema of the value alone: where it stands is nothing that is written.
impl<T: JsonSchema> JsonSchema for Field<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

pub(crate) fn says(_: &mut SchemaGenerator) -> Schema {
    one_of(Says::ALL, Says::key)
}

pub(crate) fn colour(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<_> = Hue::NAMED.iter().map(|hue| hue.key()).collect();
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

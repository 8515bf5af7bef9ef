//! Values that are written in more than one way, or as no type of TOML.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};
use toml::value::Datetime;

use crate::diagnostics::Field;

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

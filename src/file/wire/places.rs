//! Regions with the areas that they are made of, and sites.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    super::schema,
    values::{LonLat, When, Within},
};
use crate::diagnostics::{Field, List};

/// A named ring.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "ring"]))]
pub struct Outline {
    /// The id by which areas refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its corners, each `[longitude, latitude]`.
    #[schemars(length(min = 3))]
    pub ring: List<LonLat>,
}

/// A named area.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend(
    "required" = ["id", "name"],
    "oneOf" = [{ "required": ["area"] }, { "required": ["areas"] }],
))]
pub struct Region {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its name on the map.
    pub name: Field<String>,
    /// Other names and spellings, in any script.
    #[schemars(length(min = 1))]
    pub also: List<String>,
    /// The land that belongs to it.
    pub area: Field<Area>,
    /// The land that belongs to it from each of several dates on, instead of `area`.
    #[schemars(length(min = 1))]
    pub areas: List<DatedArea>,
    /// The accuracy that its line can be trusted to have: `schematic`, `administrative` or `surveyed`.
    #[schemars(schema_with = "schema::drawn")]
    pub drawn: Field<String>,
    /// Anything that should be known about it.
    pub note: Field<String>,
}

/// The area that a region has from a date on.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["from", "area"]))]
pub struct DatedArea {
    /// The date that it is so from, until the next.
    pub from: Field<When>,
    /// The land that belongs to the region then.
    pub area: Field<Area>,
}

/// An area: whole units and parts of units, or a file, without what is excepted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend(
    "oneOf" = [
        { "required": ["file"] },
        { "anyOf": [{ "required": ["all"] }, { "required": ["part"] }] },
    ],
    "dependencies" = { "part": ["within"], "within": ["part"] },
))]
pub struct Area {
    /// Units of the base map that belong to it whole.
    #[schemars(length(min = 1))]
    pub all: List<String>,
    /// Units that belong to it as far as they lie `within`.
    #[schemars(length(min = 1))]
    pub part: List<String>,
    /// The outline that clips `part`.
    pub within: Field<Within>,
    /// Units, outlines, or regions above, that do not belong to it.
    #[schemars(length(min = 1))]
    pub except: List<String>,
    /// A file of shapes (GeoJSON, TopoJSON, KML, KMZ or Shapefile), instead of `all` and `part`.
    pub file: Field<String>,
    /// The layer of the file, where it is of TopoJSON with several.
    pub layer: Field<String>,
}

/// A point on the map.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "name", "kind", "at"]))]
pub struct Site {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its name on the map.
    pub name: Field<String>,
    /// Other names and spellings, in any script.
    #[schemars(length(min = 1))]
    pub also: List<String>,
    /// The kind of site that it is, such as `airport`.
    #[schemars(schema_with = "schema::kind")]
    pub kind: Field<String>,
    /// The point at which it lies.
    pub at: Field<Position>,
    /// Anything that should be known about it.
    pub note: Field<String>,
}

/// A position in degrees (WGS 84).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["lat", "lon"]))]
pub struct Position {
    /// Latitude, north is positive.
    #[schemars(range(min = -90, max = 90))]
    pub lat: Field<f64>,
    /// Longitude, east is positive.
    #[schemars(range(min = -180, max = 180))]
    pub lon: Field<f64>,
}

//! Places with their states as GeoJSON (RFC 7946), for GIS programs and web maps.

pub mod geometry;
mod properties;

use serde::Serialize;

use super::{ExportError, Exported, Exporter, claim_ids::ClaimIds};
use crate::atlas::Place;
use geometry::Geometry;
use properties::Properties;

/// Regions as areas and sites as points.
#[derive(Clone, Copy, Debug)]
pub struct GeoJson;

impl Exporter for GeoJson {
    fn name(&self) -> &'static str {
        "geojson"
    }

    fn about(&self) -> &'static str {
        "Regions and sites with their states, for GIS programs and web maps"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["geojson", "json"]
    }

    fn media_type(&self) -> &'static str {
        "application/geo+json"
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let ids = ClaimIds::new(exported.atlas);
        let mut json = serde_json::to_vec(&Collection::new(exported, &ids))?;
        json.push(b'\n');
        Ok(json)
    }
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    /// The name by which GIS programs call the layer.
    name: &'a str,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    properties: Properties<'a>,
    geometry: Geometry,
}

impl<'a> Collection<'a> {
    fn new(exported: &'a Exported, ids: &'a ClaimIds) -> Self {
        let feature = |place: Place| Feature {
            kind: "Feature",
            id: exported.atlas.id(place),
            properties: Properties::new(exported, ids, place),
            geometry: Geometry::new(exported, place),
        };
        Self {
            kind: "FeatureCollection",
            name: &exported.atlas.title,
            features: exported.places().map(feature).collect(),
        }
    }
}

//! Places with their states as GeoJSON (RFC 7946), for GIS programs and web maps.

mod event;
pub mod geometry;
mod properties;

use std::borrow::Cow;

use serde::Serialize;

use super::{ExportError, Exported, Exporter, claim_ids::ClaimIds};
use crate::atlas::Place;
use geometry::Geometry;
use properties::Properties;

/// Regions as areas, sites and the events of the days up to the date as points.
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
    id: Cow<'a, str>,
    properties: Told<'a>,
    geometry: Geometry,
}

/// The properties of a place or of an event.
#[derive(Serialize)]
#[serde(untagged)]
enum Told<'a> {
    Place(Box<Properties<'a>>),
    Event(event::Properties<'a>),
}

impl<'a> Collection<'a> {
    fn new(exported: &'a Exported, ids: &'a ClaimIds) -> Self {
        let feature = |place: Place| Feature {
            kind: "Feature",
            id: exported.atlas.id(place).into(),
            properties: Told::Place(Box::new(Properties::new(exported, ids, place))),
            geometry: Geometry::new(exported, place),
        };
        let happened = exported.recent_events().into_iter().map(|event| Feature {
            kind: "Feature",
            id: event.id().into(),
            properties: Told::Event(event::Properties::new(exported, event)),
            geometry: Geometry::point(event.at),
        });
        Self {
            kind: "FeatureCollection",
            name: &exported.atlas.title,
            features: exported.places().map(feature).chain(happened).collect(),
        }
    }
}

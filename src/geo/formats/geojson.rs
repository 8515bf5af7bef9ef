//! GeoJSON (RFC 7946), through GeoRust's crate.

use ::geo::{Coord, LineString, coord};
use geojson::{
    FeatureCollection, GeoJson, GeometryValue, JsonObject, PolygonType, Position, feature::Id,
};
use serde_json::Value;

use super::{
    error::GeodataError,
    feature::{Feature, Geometry, plain, polygon},
    projection,
};
use crate::limits;

pub fn read(text: &str) -> Result<Vec<Feature>, GeodataError> {
    check_size(text)?;
    let json: GeoJson = text.parse().map_err(|error: geojson::Error| {
        if is_pointless(text) {
            GeodataError::Empty("its shapes have no points")
        } else {
            GeodataError::Invalid(error.to_string())
        }
    })?;
    let features = match json {
        GeoJson::FeatureCollection(FeatureCollection {
            features,
            foreign_members,
            ..
        }) => {
            check_crs(foreign_members.as_ref())?;
            features
        }
        GeoJson::Feature(feature) => vec![feature],
        GeoJson::Geometry(geometry) => vec![geometry.into()],
    };
    if !features.is_empty() && features.iter().all(|feature| feature.geometry.is_none()) {
        return Err(GeodataError::Empty("its features have no geometry"));
    }
    let numbered = features.into_iter().enumerate();
    numbered.map(|(n, found)| feature(found, n + 1)).collect()
}

/// Earlier versions of the format could name a projection, in whatever object.
fn check_crs(members: Option<&JsonObject>) -> Result<(), GeodataError> {
    projection::check_crs(members.and_then(|members| members.get("crs")))
}

/// Holds a text to what its parser can bear: objects and lists take much more memory than their brackets.
fn check_size(text: &str) -> Result<(), GeodataError> {
    let count = |bracket: u8| text.bytes().filter(|byte| *byte == bracket).count();
    if count(b'{') > limits::OBJECTS {
        return Err(GeodataError::too_many("objects", limits::OBJECTS));
    }
    if count(b'[') > limits::LISTS {
        return Err(GeodataError::too_many("lists", limits::LISTS));
    }
    Ok(())
}

/// Returns `true` if all its coordinates are empty lists, of whose depth the reader says no more than that it is wrong.
fn is_pointless(text: &str) -> bool {
    fn lists<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| lists(item, found)),
            Value::Object(members) => {
                found.extend(members.get("coordinates"));
                members.values().for_each(|member| lists(member, found));
            }
            _ => {}
        }
    }
    fn is_empty(value: &Value) -> bool {
        value
            .as_array()
            .is_some_and(|items| items.iter().all(is_empty))
    }
    let Ok(json) = serde_json::from_str(text) else {
        return false;
    };
    let mut found = Vec::new();
    lists(&json, &mut found);
    !found.is_empty() && found.into_iter().all(is_empty)
}

fn feature(found: geojson::Feature, number: usize) -> Result<Feature, GeodataError> {
    let mut feature = Feature {
        id: found.id.map(|id| match id {
            Id::String(text) => text,
            Id::Number(number) => number.to_string(),
        }),
        ..Feature::default()
    };
    for (name, value) in found.properties.iter().flatten() {
        if let Some(value) = plain(value) {
            feature.set(name, &value);
        }
    }
    check_crs(found.foreign_members.as_ref())?;
    if let Some(geometry) = found.geometry {
        check_crs(geometry.foreign_members.as_ref())?;
        let mut reader = Reader {
            number,
            geometry: &mut feature.geometry,
        };
        reader.add(&geometry.value, 0)?;
    }
    Ok(feature)
}

/// Collects the shapes of a feature.
struct Reader<'a> {
    /// The feature's.
    number: usize,
    geometry: &'a mut Geometry,
}

impl Reader<'_> {
    fn add(&mut self, value: &GeometryValue, depth: usize) -> Result<(), GeodataError> {
        match value {
            GeometryValue::Point { coordinates } => {
                let at = self.point(coordinates)?;
                self.geometry.points.push(at);
            }
            GeometryValue::MultiPoint { coordinates } => {
                let points = self.line(coordinates)?;
                self.geometry.points.extend(points);
            }
            GeometryValue::LineString { coordinates } => {
                let line = self.line(coordinates)?;
                self.geometry.lines.push(line);
            }
            GeometryValue::MultiLineString { coordinates } => {
                for line in coordinates {
                    let line = self.line(line)?;
                    self.geometry.lines.push(line);
                }
            }
            GeometryValue::Polygon { coordinates } => self.polygon(coordinates)?,
            GeometryValue::MultiPolygon { coordinates } => {
                for polygon in coordinates {
                    self.polygon(polygon)?;
                }
            }
            GeometryValue::GeometryCollection { .. } if depth == limits::NESTING => {
                return Err(GeodataError::too_many(
                    "collections within each other",
                    depth,
                ));
            }
            GeometryValue::GeometryCollection { geometries } => {
                for geometry in geometries {
                    self.add(&geometry.value, depth + 1)?;
                }
            }
        }
        Ok(())
    }

    fn polygon(&mut self, rings: &PolygonType) -> Result<(), GeodataError> {
        let rings: Result<Vec<LineString>, _> = rings.iter().map(|ring| self.line(ring)).collect();
        self.geometry.areas.extend(polygon(rings?));
        Ok(())
    }

    fn line(&self, positions: &[Position]) -> Result<LineString, GeodataError> {
        positions.iter().map(|at| self.point(at)).collect()
    }

    fn point(&self, position: &Position) -> Result<Coord, GeodataError> {
        match *position.as_slice() {
            [x, y, ..] => Ok(coord! {x: x, y: y}),
            _ => Err(GeodataError::Invalid(format!(
                "a point of feature {} has no longitude and latitude",
                self.number
            ))),
        }
    }
}

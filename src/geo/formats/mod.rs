//! Vector features in the formats that people have: GeoJSON, TopoJSON, KML, KMZ and Shapefile.
//!
//! The end of a file's name says which format it is in. Nothing is read beyond [`limits`].

mod dbf;
mod error;
mod geojson;
mod kml;
mod kmz;
pub mod limits;
mod projection;
mod shapefile;
mod topojson;

use std::collections::BTreeMap;

use ::geo::{Coord, CoordsIter, LineString, Polygon};

pub use error::GeodataError;

/// A geometry, and what is said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feature {
    pub id: Option<String>,
    /// Each property by its name, as text.
    pub properties: BTreeMap<String, String>,
    pub geometry: Geometry,
}

/// Shapes in degrees: x is longitude, y latitude. Each list may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    pub areas: Vec<Polygon>,
    pub lines: Vec<LineString>,
    pub points: Vec<Coord>,
}

/// The files that belong to one, each by the end of its name: `shp` has its properties in `dbf`.
pub type Beside<'a> = &'a dyn Fn(&str) -> Result<Option<Vec<u8>>, GeodataError>;

/// The ends of names that are known.
pub const EXTENSIONS: &[&str] = &["geojson", "json", "topojson", "kml", "kmz", "shp"];

/// Reads the features of a file from its bytes.
pub fn read(name: &str, bytes: Vec<u8>, beside: Beside) -> Result<Vec<Feature>, GeodataError> {
    let features = match extension(name).as_str() {
        "geojson" | "json" | "topojson" => {
            let text = text(bytes)?;
            if topojson::is_topology(&text) {
                topojson::read(&text)
            } else {
                geojson::read(&text)
            }
        }
        "kml" => kml::read(&text(bytes)?),
        "kmz" => kml::read(&text(kmz::unpack(bytes)?)?),
        "shp" => shapefile::read(&bytes, beside),
        "zip" => Err(GeodataError::Unknown("it is packed: unpack it first")),
        _ => Err(GeodataError::Unknown(
            "its name ends in none of .geojson, .json, .topojson, .kml, .kmz and .shp",
        )),
    }?;
    check(&features)?;
    Ok(features)
}

/// The end of a name, in lower case.
pub fn extension(name: &str) -> String {
    let (_, extension) = name.rsplit_once('.').unwrap_or_default();
    extension.to_ascii_lowercase()
}

/// A text without the mark that some editors put before UTF-8.
fn text(bytes: Vec<u8>) -> Result<String, GeodataError> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|&byte| byte == b'\n').count();
        GeodataError::Invalid(format!("line {line} is not UTF-8"))
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Holds features to their limits, and their points to the globe.
fn check(features: &[Feature]) -> Result<(), GeodataError> {
    if features.is_empty() {
        return Err(GeodataError::Empty("it has no features"));
    }
    if features.len() > limits::FEATURES {
        return Err(limits::too_many("features", limits::FEATURES));
    }
    let mut points = 0;
    for (n, feature) in features.iter().enumerate() {
        for (k, at) in feature.geometry.coords().enumerate() {
            if !(at.x.abs() <= 180.0 && at.y.abs() <= 90.0) {
                return Err(GeodataError::NoLonLat {
                    feature: n + 1,
                    point: k + 1,
                    found: at,
                });
            }
            points += 1;
        }
    }
    if points > limits::POINTS {
        return Err(limits::too_many("points", limits::POINTS));
    }
    Ok(())
}

impl Geometry {
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty() && self.lines.is_empty() && self.points.is_empty()
    }

    fn coords(&self) -> impl Iterator<Item = Coord> {
        let lines = self.lines.iter().flat_map(|line| line.0.iter().copied());
        let points = self.points.iter().copied();
        self.areas
            .iter()
            .flat_map(CoordsIter::coords_iter)
            .chain(lines)
            .chain(points)
    }
}

impl Feature {
    /// Sets a property, unless its value is blank.
    fn set(&mut self, name: &str, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.properties.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// A value of JSON as text; lists, objects and null are none.
fn plain(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

//! Vector features in the formats that people have: GeoJSON, TopoJSON, KML, KMZ and Shapefile.
//!
//! The end of a file's name says which format it is in. Nothing is read beyond [`limits`].

mod dbf;
mod error;
mod feature;
mod geojson;
mod kml;
mod kmz;
mod projection;
mod shapefile;
mod topojson;

use crate::limits;
pub use error::GeodataError;
pub use feature::{Feature, Geometry};

/// The files that belong to one, each by the end of its name: `shp` has its properties in `dbf`.
pub type Beside<'a> = &'a dyn Fn(&str) -> Result<Option<Vec<u8>>, GeodataError>;

/// Reads the features of a file from its bytes: of one layer, where its format has several, and it has.
pub fn read(
    name: &str,
    bytes: Vec<u8>,
    beside: Beside,
    layer: Option<&str>,
) -> Result<Vec<Feature>, GeodataError> {
    if bytes.is_empty() {
        return Err(GeodataError::Empty("there is nothing in it"));
    }
    let features = match extension(name).as_str() {
        "geojson" | "json" | "topojson" => {
            let text = text(bytes)?;
            if topojson::is_topology(&text) {
                topojson::read(&text, layer)
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
        return Err(GeodataError::too_many("features", limits::FEATURES));
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
        return Err(GeodataError::too_many("points", limits::POINTS));
    }
    Ok(())
}

#[cfg(test)]
mod tests;

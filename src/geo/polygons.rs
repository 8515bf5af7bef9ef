//! Areas from GeoJSON files of anybody's making.

use std::fmt;

use ::geo::{Coord, LineString, MultiPolygon, Polygon};
use geojson::{FeatureCollection, GeoJson, Geometry, GeometryValue, PolygonType, Position};
use serde_json::Value;

use super::{algebra, validity::Flaw};

/// The reason why a text gives no area. Features and points are counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub enum NoArea {
    /// It is no GeoJSON, or its shapes are no valid polygons.
    Invalid(String),
    /// There is nothing in it.
    Empty(&'static str),
    /// It has more than is looked through.
    TooIntricate(String),
    /// A point is no longitude and latitude.
    NoLonLat {
        feature: usize,
        point: usize,
        found: Vec<f64>,
    },
}

impl fmt::Display for NoArea {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(why) | Self::TooIntricate(why) => f.write_str(why),
            Self::Empty(why) => f.write_str(why),
            Self::NoLonLat {
                feature,
                point,
                found,
            } => {
                let numbers: Vec<String> = found.iter().take(3).map(f64::to_string).collect();
                write!(
                    f,
                    "point {point} of feature {feature} is [{}], which is no longitude and latitude",
                    numbers.join(", ")
                )
            }
        }
    }
}

const NO_POINTS: NoArea = NoArea::Empty("its polygons have no points");

/// All polygons of a GeoJSON text as one shape.
pub fn read(text: &str) -> Result<MultiPolygon, NoArea> {
    let json: GeoJson = text.parse().map_err(|error: geojson::Error| {
        if is_pointless(text) {
            NO_POINTS
        } else {
            NoArea::Invalid(error.to_string())
        }
    })?;
    let features = match json {
        GeoJson::FeatureCollection(FeatureCollection { features, .. }) => features,
        GeoJson::Feature(feature) => vec![feature],
        GeoJson::Geometry(geometry) => vec![geometry.into()],
    };
    if features.is_empty() {
        return Err(NoArea::Empty("it has no features"));
    }
    if features.iter().all(|feature| feature.geometry.is_none()) {
        return Err(NoArea::Empty("its features have no geometry"));
    }
    let mut shapes = Vec::new();
    for (n, feature) in features.iter().enumerate() {
        if let Some(geometry) = &feature.geometry {
            shapes.push(shape(geometry, n + 1)?);
        }
    }
    if shapes.iter().all(|shape| shape.0.is_empty()) {
        return Err(NO_POINTS);
    }
    let shape = match shapes.as_slice() {
        [one] => algebra::tidy(one),
        several => algebra::union(several)
            .map_err(|why| NoArea::TooIntricate(format!("of its features, {why}")))?,
    };
    if shape.0.is_empty() {
        return Err(NoArea::Empty("its polygons are too small for a map"));
    }
    Ok(shape)
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

fn shape(geometry: &Geometry, feature: usize) -> Result<MultiPolygon, NoArea> {
    let polygons = match &geometry.value {
        GeometryValue::Polygon { coordinates } => std::slice::from_ref(coordinates),
        GeometryValue::MultiPolygon { coordinates } => coordinates,
        other => {
            return Err(NoArea::Invalid(format!(
                "expected polygons, found a {}",
                other.type_name()
            )));
        }
    };
    let mut reader = Reader { feature, points: 0 };
    let polygons: Result<Vec<Polygon>, NoArea> = polygons
        .iter()
        .filter(|rings| rings.iter().any(|ring| !ring.is_empty()))
        .map(|rings| reader.polygon(rings))
        .collect();
    algebra::valid(MultiPolygon::new(polygons?)).map_err(|flaw| match flaw {
        Flaw::TooIntricate(why) => NoArea::TooIntricate(format!("of feature {feature}, {why}")),
        flaw => NoArea::Invalid(format!("feature {feature} is invalid: {flaw}")),
    })
}

/// Reads the points of a feature, and counts them.
struct Reader {
    feature: usize,
    points: usize,
}

impl Reader {
    fn polygon(&mut self, rings: &PolygonType) -> Result<Polygon, NoArea> {
        let lines: Result<Vec<LineString>, NoArea> =
            rings.iter().map(|ring| self.line(ring)).collect();
        let mut lines = lines?.into_iter();
        let exterior = lines.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Ok(Polygon::new(exterior, lines.collect()))
    }

    fn line(&mut self, ring: &[Position]) -> Result<LineString, NoArea> {
        ring.iter().map(|at| self.point(at)).collect()
    }

    fn point(&mut self, position: &Position) -> Result<Coord, NoArea> {
        self.points += 1;
        match *position.as_slice() {
            [x, y, ..] if x.abs() <= 180.0 && y.abs() <= 90.0 => Ok(Coord { x, y }),
            ref found => Err(NoArea::NoLonLat {
                feature: self.feature,
                point: self.points,
                found: found.to_vec(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(text: &str) -> String {
        read(text).expect_err("it gives no area").to_string()
    }

    fn feature(geometry: &str) -> String {
        format!(r#"{{"type":"Feature","properties":{{}},"geometry":{geometry}}}"#)
    }

    fn collection(features: &[String]) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{}]}}"#,
            features.join(",")
        )
    }

    const SQUARE: &str =
        r#"{"type":"Polygon","coordinates":[[[36,34],[37,34],[37,35],[36,35],[36,34]]]}"#;

    #[test]
    fn an_empty_file_is_called_empty() {
        assert_eq!(why(&collection(&[])), "it has no features");
        assert_eq!(
            why(&collection(&[feature("null")])),
            "its features have no geometry"
        );
        for coordinates in [
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"Polygon","coordinates":[[]]}"#,
            r#"{"type":"MultiPolygon","coordinates":[]}"#,
            r#"{"type":"MultiPolygon","coordinates":[[]]}"#,
        ] {
            assert_eq!(why(coordinates), "its polygons have no points");
        }
        // What is empty beside what is not is no fault.
        let some = collection(&[feature("null"), feature(SQUARE)]);
        assert_eq!(read(&some).expect("a square").0.len(), 1);
    }

    #[test]
    fn a_point_that_is_no_longitude_and_latitude_is_found() {
        let off = SQUARE.replace("[37,35]", "[37,350.5]");
        assert_eq!(
            why(&collection(&[feature(SQUARE), feature(&off)])),
            "point 3 of feature 2 is [37, 350.5], which is no longitude and latitude"
        );
        let metres = SQUARE.replace("[36,34]", "[-4007501,3763310,12,4]");
        assert_eq!(
            why(&metres),
            "point 1 of feature 1 is [-4007501, 3763310, 12], which is no longitude and latitude"
        );
        // A hole's points are counted on.
        let hole = SQUARE.replace("]]]", "]],[[36.2,34.2],[36.4,91],[36.4,34.4],[36.2,34.2]]]");
        assert!(why(&hole).starts_with("point 7 of feature 1 is [36.4, 91]"));
    }

    #[test]
    fn a_line_that_crosses_itself_is_no_border() {
        let bow = SQUARE.replace("[37,34],[37,35]", "[37,35],[37,34]");
        assert!(
            why(&collection(&[feature(SQUARE), feature(&bow)]))
                .starts_with("feature 2 is invalid: "),
            "{}",
            why(&bow)
        );
        let spike = r#"{"type":"Polygon","coordinates":[[[36,34],[37,34],[36,34]]]}"#;
        assert!(
            why(spike).starts_with("feature 1 is invalid: "),
            "{}",
            why(spike)
        );
    }

    #[test]
    fn a_point_of_one_number_is_no_point() {
        let text = SQUARE.replace("[37,34]", "[37]");
        assert!(read(&text).is_err(), "{text}");
    }
}

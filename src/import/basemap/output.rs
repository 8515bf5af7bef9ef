//! Features as they are written, one a line.

use std::iter;

use ::geo::{Coord, LineString, MultiPolygon, Polygon};
use serde_json::{Value, json};

use super::grid::FINEST;

/// A feature collection, one feature a line.
pub fn collection(features: Vec<Value>, frame: Option<[f64; 4]>) -> String {
    let frame = frame.map_or_else(String::new, |frame| format!("\"bbox\":{},", json!(frame)));
    let lines: Vec<String> = features
        .into_iter()
        .map(|feature| feature.to_string())
        .collect();
    format!(
        "{{\"type\":\"FeatureCollection\",{frame}\"features\":[\n{}\n]}}\n",
        lines.join(",\n")
    )
}

pub fn feature(properties: &Value, kind: &str, coordinates: &Value) -> Value {
    json!({ "type": "Feature", "properties": properties, "geometry": { "type": kind, "coordinates": coordinates } })
}

/// A shape as GeoJSON has it.
pub fn polygons(shape: &MultiPolygon) -> Value {
    let rings = |polygon: &Polygon| {
        let rings = iter::once(polygon.exterior()).chain(polygon.interiors());
        Value::from(rings.map(line).collect::<Vec<Value>>())
    };
    Value::from(shape.iter().map(rings).collect::<Vec<Value>>())
}

pub fn line(line: &LineString) -> Value {
    Value::from(line.coords().map(|&at| point(at)).collect::<Vec<Value>>())
}

/// A position with no more decimals than the finest grid has.
pub fn point(at: Coord) -> Value {
    let round = |number: f64| (number / FINEST).round() / (1.0 / FINEST).round();
    json!([round(at.x), round(at.y)])
}

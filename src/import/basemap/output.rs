//! Features as they are written, one a line.

use std::iter;

use ::geo::{Coord, LineString, MultiPolygon, Polygon};
use serde_json::{Value, json};

use super::grid::Grid;

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

/// A shape as GeoJSON has it, its coordinates on the grid.
pub fn polygons(shape: &MultiPolygon, grid: Grid) -> Value {
    let rings = |polygon: &Polygon| {
        let rings = iter::once(polygon.exterior()).chain(polygon.interiors());
        Value::from(rings.map(|ring| line(ring, grid)).collect::<Vec<Value>>())
    };
    Value::from(shape.iter().map(rings).collect::<Vec<Value>>())
}

pub fn line(line: &LineString, grid: Grid) -> Value {
    Value::from(
        line.coords()
            .map(|&at| point(at, grid))
            .collect::<Vec<Value>>(),
    )
}

pub fn point(at: Coord, grid: Grid) -> Value {
    let Coord { x, y } = grid.written(at);
    json!([x, y])
}

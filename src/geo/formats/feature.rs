//! Features, whatever format they are from.

use std::collections::BTreeMap;

use ::geo::{Coord, CoordsIter, LineString, Polygon};

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

impl Geometry {
    /// Every point.
    pub fn coords(&self) -> impl Iterator<Item = Coord> {
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
    pub fn is_area(&self) -> bool {
        !self.geometry.areas.is_empty()
    }

    /// Sets a property, unless its value is blank. Spaces, and breaks of lines, are one space.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        let words: Vec<&str> = value.split_whitespace().collect();
        if !words.is_empty() {
            self.properties.insert(name.to_owned(), words.join(" "));
        }
    }
}

/// A value of JSON as text; lists, objects and null are none.
pub(super) fn plain(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// A polygon from its outer ring and its holes, unless they are empty.
pub(super) fn polygon(rings: Vec<LineString>) -> Option<Polygon> {
    let mut rings = rings.into_iter().filter(|ring| !ring.0.is_empty());
    Some(Polygon::new(rings.next()?, rings.collect()))
}

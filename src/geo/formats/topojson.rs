//! TopoJSON, over `serde_json`: GeoRust's crate for it is built on an older version of the one for GeoJSON, and copies
//! a shared border as often as a file says, without end.

use std::collections::BTreeMap;

use ::geo::{Coord, LineString, coord};
use serde::Deserialize;
use serde_json::Value;

use super::{
    error::GeodataError,
    feature::{Feature, Geometry, plain, polygon},
    projection,
};
use crate::limits;

#[derive(Deserialize)]
struct Topology {
    transform: Option<Transform>,
    crs: Option<Value>,
    arcs: Vec<Vec<Vec<f64>>>,
    objects: BTreeMap<String, Object>,
}

/// The scale and the shift that make degrees of the numbers of a grid.
#[derive(Clone, Copy, Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Object {
    /// `null` where there is no shape, but never left out: a file could have too many of them.
    #[serde(rename = "type")]
    kind: Value,
    id: Option<Value>,
    #[serde(default)]
    properties: Option<BTreeMap<String, Value>>,
    #[serde(default)]
    arcs: Value,
    #[serde(default)]
    coordinates: Value,
    #[serde(default)]
    geometries: Vec<Object>,
}

/// Tells whether a text says of itself that it is TopoJSON.
pub fn is_topology(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Typed {
        #[serde(rename = "type")]
        kind: String,
    }
    // Mostly that is seen without a parser.
    text.contains("Topology")
        && serde_json::from_str(text).is_ok_and(|Typed { kind }| kind == "Topology")
}

/// Reads the features of one layer, or of the only one there is.
pub fn read(text: &str, layer: Option<&str>) -> Result<Vec<Feature>, GeodataError> {
    let mut topology: Topology =
        serde_json::from_str(text).map_err(|error| GeodataError::Invalid(error.to_string()))?;
    projection::check_crs(topology.crs.as_ref())?;
    let layers: Vec<String> = topology.objects.keys().cloned().collect();
    let layer = match (layer, layers.as_slice()) {
        (None, [only]) => Some(only.as_str()),
        (layer, _) => layer,
    };
    let object = layer.and_then(|layer| topology.objects.remove(layer));
    let object = object.ok_or_else(|| GeodataError::Layers(layers.join(", ")))?;
    let mut reader = Reader {
        arcs: topology
            .arcs
            .iter()
            .map(|arc| decoded(arc, topology.transform))
            .collect::<Result<_, _>>()?,
        transform: topology.transform,
        points: 0,
    };
    let objects = match object.kind.as_str() {
        Some("GeometryCollection") => object.geometries,
        _ => vec![object],
    };
    let numbered = objects.iter().enumerate();
    numbered
        .map(|(n, object)| reader.feature(object, n + 1))
        .collect()
}

/// The points of an arc, which on a grid are steps from one to the next.
fn decoded(arc: &[Vec<f64>], transform: Option<Transform>) -> Result<Vec<Coord>, GeodataError> {
    let mut last = Coord::zero();
    let points = arc.iter().map(|at| {
        let at = position(at)?;
        Ok(match transform {
            Some(transform) => {
                last = last + at;
                transform.degrees(last)
            }
            None => at,
        })
    });
    points.collect()
}

fn position(numbers: &[f64]) -> Result<Coord, GeodataError> {
    match *numbers {
        [x, y, ..] => Ok(coord! {x: x, y: y}),
        _ => Err(GeodataError::Invalid(
            "a point has no longitude and latitude".to_owned(),
        )),
    }
}

impl Transform {
    fn degrees(self, at: Coord) -> Coord {
        let ([width, height], [west, south]) = (self.scale, self.translate);
        coord! {x: at.x * width + west, y: at.y * height + south}
    }
}

/// Puts features together from their arcs, and counts the points.
struct Reader {
    arcs: Vec<Vec<Coord>>,
    transform: Option<Transform>,
    points: usize,
}

impl Reader {
    fn feature(&mut self, object: &Object, number: usize) -> Result<Feature, GeodataError> {
        let mut feature = Feature {
            id: object.id.as_ref().and_then(plain),
            ..Feature::default()
        };
        for (name, value) in object.properties.iter().flatten() {
            if let Some(value) = plain(value) {
                feature.set(name, &value);
            }
        }
        self.add(object, &mut feature.geometry)
            .map_err(|error| match error {
                GeodataError::Invalid(why) => {
                    GeodataError::Invalid(format!("feature {number}: {why}"))
                }
                error => error,
            })?;
        Ok(feature)
    }

    fn add(&mut self, object: &Object, geometry: &mut Geometry) -> Result<(), GeodataError> {
        match object.kind.as_str() {
            Some("Polygon") => geometry
                .areas
                .extend(polygon(self.lines(&list(&object.arcs)?)?)),
            Some("MultiPolygon") => {
                for rings in list::<Vec<Vec<i64>>>(&object.arcs)? {
                    geometry.areas.extend(polygon(self.lines(&rings)?));
                }
            }
            Some("LineString") => geometry.lines.push(self.line(&list(&object.arcs)?)?),
            Some("MultiLineString") => geometry.lines.extend(self.lines(&list(&object.arcs)?)?),
            Some("Point") => geometry
                .points
                .push(self.point(&list(&object.coordinates)?)?),
            Some("MultiPoint") => {
                for at in list::<Vec<f64>>(&object.coordinates)? {
                    geometry.points.push(self.point(&at)?);
                }
            }
            // The parser nests objects no deeper than it can bear.
            Some("GeometryCollection") => {
                for object in &object.geometries {
                    self.add(object, geometry)?;
                }
            }
            Some(other) => {
                return Err(GeodataError::Invalid(format!(
                    "there is no shape “{other}”"
                )));
            }
            None => {}
        }
        Ok(())
    }

    fn point(&self, numbers: &[f64]) -> Result<Coord, GeodataError> {
        let at = position(numbers)?;
        Ok(self.transform.map_or(at, |transform| transform.degrees(at)))
    }

    fn lines(&mut self, lines: &[Vec<i64>]) -> Result<Vec<LineString>, GeodataError> {
        lines.iter().map(|arcs| self.line(arcs)).collect()
    }

    /// A line of arcs, each of which begins where the one before ends; those with a number below zero run backwards.
    fn line(&mut self, arcs: &[i64]) -> Result<LineString, GeodataError> {
        let mut points: Vec<Coord> = Vec::new();
        for &number in arcs {
            let index = usize::try_from(if number < 0 { !number } else { number });
            let arc = index.ok().and_then(|index| self.arcs.get(index));
            let arc =
                arc.ok_or_else(|| GeodataError::Invalid(format!("there is no arc {number}")))?;
            self.points += arc.len();
            if self.points > limits::POINTS {
                return Err(GeodataError::too_many("points", limits::POINTS));
            }
            let end = points.pop();
            let before = points.len();
            if number < 0 {
                points.extend(arc.iter().rev());
            } else {
                points.extend(arc);
            }
            if end.is_some_and(|end| points.get(before) != Some(&end)) {
                let why = format!("arc {number} does not begin where the one before it ends");
                return Err(GeodataError::Invalid(why));
            }
        }
        Ok(LineString::new(points))
    }
}

/// The items of a list, whatever they are.
fn list<T: for<'de> Deserialize<'de>>(value: &Value) -> Result<Vec<T>, GeodataError> {
    Vec::deserialize(value).map_err(|error| GeodataError::Invalid(error.to_string()))
}

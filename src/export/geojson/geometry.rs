//! Shapes as RFC 7946 has them: longitude before latitude, on WGS 84, outer rings counter-clockwise and holes clockwise.

use ::geo::{Orient, Polygon, orient::Direction};
use serde::Serialize;

use crate::{
    atlas::{Place, Position},
    export::Exported,
};

/// Longitude and latitude, in degrees.
type Point = [f64; 2];
type Ring = Vec<Point>;

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Geometry {
    Point(Point),
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

impl Geometry {
    /// A position.
    pub const fn point(at: Position) -> Self {
        Self::Point([at.lon, at.lat])
    }

    /// The shape of a place.
    pub fn new(exported: &Exported, place: Place) -> Self {
        match place {
            Place::Site(id) => Self::point(exported.atlas[id].at),
            Place::Region(id) => {
                let mut parts: Vec<_> = exported.map.areas[id.index()].iter().map(rings).collect();
                match parts.len() {
                    1 => Self::Polygon(parts.remove(0)),
                    _ => Self::MultiPolygon(parts),
                }
            }
        }
    }
}

/// The outer ring of a polygon, and its holes. No digit is left out: borders that all but touch would cross.
fn rings(polygon: &Polygon) -> Vec<Ring> {
    let polygon = polygon.orient(Direction::Default);
    let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
    rings
        .map(|ring| ring.coords().map(|at| [at.x, at.y]).collect())
        .collect()
}

//! From degrees to the plane: equirectangular, true to scale on both axes at one latitude.

use ::geo::{Coord, LineString, MultiPolygon, Rect, coord};

use super::{Basemap, rect::bounds, shape::Shape};
use crate::atlas::Position;

/// Kilometres in a degree of latitude, on a sphere of the Earth's mean radius.
const KM_PER_DEGREE: f64 = 111.195;

/// The plane's unit is a degree of latitude; x grows to the east, y to the south.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// The length of a degree of longitude, as a share of one of latitude.
    squeeze: f64,
}

impl Projection {
    /// True to scale at a latitude, in degrees.
    pub fn at(latitude: f64) -> Self {
        Self {
            squeeze: latitude.to_radians().cos().max(0.01),
        }
    }

    /// True to scale in the middle of the country.
    pub(crate) fn of(base: &Basemap) -> Self {
        let country = bounds(base.units.iter().map(|unit| &unit.shape));
        Self::at(country.unwrap_or(base.frame).center().y)
    }

    /// From longitude and latitude, in degrees, to the plane.
    pub fn forward(self, at: Coord) -> Coord {
        coord! {x: at.x * self.squeeze, y: -at.y}
    }

    /// From the plane to longitude and latitude, in degrees; undoes [`Self::forward`].
    pub fn inverse(self, at: Coord) -> Coord {
        coord! {x: at.x / self.squeeze, y: -at.y}
    }

    pub(crate) fn position(self, at: Position) -> Coord {
        self.forward(coord! {x: at.lon, y: at.lat})
    }

    pub(crate) fn rect(self, rect: Rect) -> Rect {
        Rect::new(self.forward(rect.min()), self.forward(rect.max()))
    }

    /// Kilometres for a length in the plane.
    pub const fn km(self, length: f64) -> f64 {
        length * KM_PER_DEGREE
    }

    pub(crate) fn shape(self, shape: &MultiPolygon) -> Shape {
        let rings = shape
            .iter()
            .flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors()));
        Shape::new(rings.map(|ring| self.points(ring)))
    }

    pub(crate) fn line(self, line: &LineString) -> Shape {
        Shape::new(std::iter::once(self.points(line)))
    }

    fn points(self, line: &LineString) -> Vec<Coord> {
        line.coords().map(|&at| self.forward(at)).collect()
    }
}

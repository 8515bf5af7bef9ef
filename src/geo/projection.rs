//! From degrees to the plane: equirectangular, true to scale on both axes at one latitude.

use ::geo::{Coord, LineString, MultiPolygon, Rect, coord};

use crate::atlas::Position;

/// Kilometres in a degree of latitude, on a sphere of the Earth's mean radius.
const KM_PER_DEGREE: f64 = 111.195;

/// The plane's unit is a degree of latitude; x grows to the east, y to the south.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// How much shorter a degree of longitude is.
    squeeze: f64,
}

impl Projection {
    /// True to scale at a latitude, in degrees.
    pub fn at(latitude: f64) -> Self {
        Self { squeeze: latitude.to_radians().cos().max(0.01) }
    }

    pub fn forward(self, at: Coord) -> Coord {
        coord! {x: at.x * self.squeeze, y: -at.y}
    }

    pub fn inverse(self, at: Coord) -> Coord {
        coord! {x: at.x / self.squeeze, y: -at.y}
    }

    pub fn position(self, at: Position) -> Coord {
        self.forward(coord! {x: at.lon, y: at.lat})
    }

    pub fn rect(self, rect: Rect) -> Rect {
        Rect::new(self.forward(rect.min()), self.forward(rect.max()))
    }

    /// Kilometres for a length in the plane.
    pub const fn km(self, length: f64) -> f64 {
        length * KM_PER_DEGREE
    }

    pub fn shape(self, shape: &MultiPolygon) -> Shape {
        Shape::new(shape.iter().flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors())), self)
    }

    pub fn line(self, line: &LineString) -> Shape {
        Shape::new(std::iter::once(line), self)
    }
}

/// Lines in the plane: the rings of a polygon, or a way.
#[derive(Clone, Debug)]
pub struct Shape {
    pub lines: Vec<Vec<Coord>>,
    pub bounds: Rect,
}

impl Shape {
    fn new<'a>(lines: impl Iterator<Item = &'a LineString>, projection: Projection) -> Self {
        let lines: Vec<Vec<Coord>> =
            lines.map(|line| line.coords().map(|&at| projection.forward(at)).collect()).collect();
        let (mut low, mut high) = (coord! {x: f64::MAX, y: f64::MAX}, coord! {x: f64::MIN, y: f64::MIN});
        for at in lines.iter().flatten() {
            low = coord! {x: low.x.min(at.x), y: low.y.min(at.y)};
            high = coord! {x: high.x.max(at.x), y: high.y.max(at.y)};
        }
        if lines.iter().all(Vec::is_empty) {
            (low, high) = (Coord::zero(), Coord::zero());
        }
        Self { lines, bounds: Rect::new(low, high) }
    }

    /// Pairs of points, each an edge.
    pub fn edges(&self) -> impl Iterator<Item = (Coord, Coord)> + '_ {
        self.lines.iter().flat_map(|line| line.windows(2).map(|edge| (edge[0], edge[1])))
    }
}

//! The grid that every point of a base map is moved to.

use std::fmt;

use ::geo::{Coord, LineString, MultiPolygon, Polygon, Rect, coord};

use crate::geo::algebra;

/// Squares along the longer side of a country.
const SQUARES: f64 = 5000.0;
/// The finest grid, in degrees: about a metre.
pub const FINEST: f64 = 1e-5;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid(f64);

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Grid {
    /// Squares of so many degrees, no smaller than about a metre.
    pub fn new(degrees: f64) -> Self {
        Self(degrees.max(FINEST))
    }

    /// A grid fine enough for a country of this size: 1, 2 or 5 of some decimal.
    pub fn for_extent(bounds: Rect) -> Self {
        let side = (bounds.width().max(bounds.height()) / SQUARES).max(FINEST);
        let decimal = 10f64.powf(side.log10().floor());
        let step = [5.0, 2.0]
            .into_iter()
            .find(|step| step * decimal <= side)
            .unwrap_or(1.0);
        Self::new(step * decimal)
    }

    /// The nearest point of the grid.
    fn snap(self, at: Coord) -> Coord {
        let snap = |number: f64| (number / self.0).round() * self.0;
        coord! {x: snap(at.x), y: snap(at.y)}
    }

    /// A line on the grid; `None` where it is no more than a point there.
    pub fn line(self, line: &LineString) -> Option<LineString> {
        let mut points: Vec<Coord> = line.coords().map(|&at| self.snap(at)).collect();
        points.dedup();
        (points.len() > 1).then(|| LineString::new(points))
    }

    /// An area on the grid. Lines that come to cross there are put in order.
    pub fn area(self, shape: &MultiPolygon) -> MultiPolygon {
        let snapped = self.snapped(shape);
        algebra::valid(snapped.clone()).unwrap_or_else(|_| self.snapped(&algebra::mended(&snapped)))
    }

    fn snapped(self, shape: &MultiPolygon) -> MultiPolygon {
        let ring = |ring: &LineString| self.line(ring).filter(|ring| ring.0.len() > 3);
        let polygons = shape.iter().filter_map(|polygon| {
            let holes = polygon.interiors().iter().filter_map(ring).collect();
            Some(Polygon::new(ring(polygon.exterior())?, holes))
        });
        polygons.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_grid_suits_the_size_of_a_country() {
        let grid = |side: f64| {
            Grid::for_extent(Rect::new(
                coord! {x: 10.0, y: 40.0},
                coord! {x: 10.0 + side, y: 41.0},
            ))
            .to_string()
        };
        assert_eq!(
            [grid(6.6), grid(40.0), grid(0.01)],
            ["0.001", "0.005", "0.0002"]
        );
        assert_eq!(Grid::new(0.0).to_string(), "0.00001");
    }

    proptest! {
        #[test]
        fn a_shared_border_stays_shared(inner in prop::collection::vec((0.2..0.8f64, 0.01..0.99f64), 1..40)) {
            let mut border: Vec<Coord> = inner.into_iter().map(|(x, y)| coord! {x: x, y: y}).collect();
            border.sort_by(|a, b| a.y.total_cmp(&b.y));
            border.insert(0, coord! {x: 0.5, y: 0.0});
            border.push(coord! {x: 0.5, y: 1.0});
            let corners = |x: f64| [coord! {x: x, y: 1.0}, coord! {x: x, y: 0.0}];
            let [west, east] = [0.0, 1.0].map(|x| {
                let ring: Vec<Coord> = border.iter().copied().chain(corners(x)).collect();
                Grid(0.05).area(&Polygon::new(ring.into(), Vec::new()).into())
            });
            let area = |shape: &MultiPolygon| ::geo::Area::unsigned_area(shape);
            prop_assert!(area(&algebra::intersection([&west], [&east]).expect("few crossings")) < 1e-6);
            prop_assert!((area(&algebra::union([&west, &east]).expect("few crossings")) - 1.0).abs() < 1e-6);
        }
    }
}

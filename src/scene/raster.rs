//! Rasterising: shapes to filled sub-cells and to lines through them.

use std::ops::Range;

use geo::{Coord, Rect, coord};

use super::grid::Grid;
use crate::geo::{Lines, Stretch, Viewport};

/// The transform from the plane to sub-cells: one scale and one shift on each axis.
#[derive(Clone, Copy, Debug)]
pub struct ToSubcells {
    scale: Coord,
    shift: Coord,
}

impl ToSubcells {
    /// For a viewport whose cells are cut into `wide` × `high` pieces.
    pub fn new(viewport: &Viewport, (wide, high): (usize, usize)) -> Self {
        let pieces = coord! {x: wide as f64, y: high as f64};
        let origin = viewport.cell(Coord::zero());
        Self {
            scale: coord! {x: pieces.x / viewport.col(), y: pieces.y / viewport.row},
            shift: coord! {x: origin.x * pieces.x, y: origin.y * pieces.y},
        }
    }

    /// The distance that lines may stray by unseen, in plane units: half the smaller side of a sub-cell.
    pub fn tolerance(self) -> f64 {
        0.5 / self.scale.x.max(self.scale.y)
    }

    /// The columns and rows of a grid whose centres lie in a rectangle of the plane.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast cuts off below zero"
    )]
    pub fn within(self, rect: Rect, width: usize, height: usize) -> (Range<usize>, Range<usize>) {
        let (low, high) = (self.apply(rect.min()), self.apply(rect.max()));
        let past = |at: f64, size: usize| ((at + 0.5) as usize).min(size);
        (
            past(low.x, width)..past(high.x, width),
            past(low.y, height)..past(high.y, height),
        )
    }

    pub fn apply(self, at: Coord) -> Coord {
        coord! {x: at.x * self.scale.x + self.shift.x, y: at.y * self.scale.y + self.shift.y}
    }
}

/// Fills shapes by the even-odd rule. A sub-cell is inside a shape when its centre is.
#[derive(Debug)]
pub struct Filler {
    to: ToSubcells,
    /// By row: the first column right of each crossing of an edge with the row's middle.
    rows: Vec<Vec<u32>>,
}

impl Filler {
    /// For grids of so many rows.
    pub fn new(to: ToSubcells, height: usize) -> Self {
        Self {
            to,
            rows: vec![Vec::new(); height],
        }
    }

    /// Gives every sub-cell of `grid` whose centre is inside the lines to `owner`.
    pub fn fill<T: Copy>(&mut self, grid: &mut Grid<T>, lines: &Lines, owner: T) {
        let (width, height) = (grid.width(), grid.height());
        let limit = coord! {x: width as f64, y: height as f64};
        let mut crossed = height..0;
        for Stretch { points, span } in lines.stretches() {
            let (low, high) = (self.to.apply(span.low), self.to.apply(span.high));
            if high.y < 0.0 || low.y > limit.y || low.x > limit.x {
                continue;
            }
            let mut from = self.to.apply(points[0]);
            // Left of the grid only the ends matter: what winds between them crosses a row and comes back.
            let rest = if high.x < 0.0 {
                &points[points.len() - 1..]
            } else {
                &points[1..]
            };
            for &to in rest {
                let to = self.to.apply(to);
                let rows = cross(&mut self.rows, width, from, to);
                crossed = crossed.start.min(rows.start)..crossed.end.max(rows.end);
                from = to;
            }
        }
        for y in crossed {
            let crossings = &mut self.rows[y];
            crossings.sort_unstable();
            // What is right of the grid was passed over, so a row may end inside.
            for pair in crossings.chunks(2) {
                let right = pair.get(1).map_or(width, |&right| right as usize);
                grid.row_mut(y)[pair[0] as usize..right].fill(owner);
            }
            crossings.clear();
        }
    }
}

/// Notes where an edge crosses the middles of rows, and tells which. The upper end belongs to the edge, the lower one to
/// the next, so that a ring crosses every row an even number of times.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the grid first"
)]
fn cross(rows: &mut [Vec<u32>], width: usize, a: Coord, b: Coord) -> Range<usize> {
    // Always from the upper end, so that an edge shared by two shapes crosses at the same column for both.
    let (top, bottom) = if a.y <= b.y { (a, b) } else { (b, a) };
    // A cast cuts off below zero, so this is the first row, or column, whose middle is at or past the point.
    let past = |at: f64, size: usize| ((at + 0.5) as u32).min(size as u32);
    let height = rows.len();
    let (first, end) = (
        past(top.y, height) as usize,
        past(bottom.y, height) as usize,
    );
    if first < end {
        let slope = (bottom.x - top.x) / (bottom.y - top.y);
        for (row, y) in rows[first..end].iter_mut().zip(first..) {
            row.push(past((y as f64 + 0.5 - top.y) * slope + top.x, width));
        }
    }
    first..end
}

/// Marks the sub-cells that the edges of a shape run through, with no gap between corners.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "inside the grid"
)]
pub fn stroke<T: Copy>(grid: &mut Grid<T>, to: ToSubcells, lines: &Lines, value: T) {
    let limit = coord! {x: grid.width() as f64, y: grid.height() as f64};
    let inside = |at: Coord| at.x >= 0.0 && at.y >= 0.0 && at.x < limit.x && at.y < limit.y;
    for Stretch { points, span } in lines.stretches() {
        let (low, high) = (to.apply(span.low), to.apply(span.high));
        if high.x < 0.0 || high.y < 0.0 || low.x > limit.x || low.y > limit.y {
            continue;
        }
        let mut from = to.apply(points[0]);
        for &point in &points[1..] {
            let until = to.apply(point);
            let edge = if inside(from) && inside(until) {
                Some((from, until))
            } else {
                clip(from, until, limit)
            };
            from = until;
            let Some((a, b)) = edge else { continue };
            let steps = (b.x - a.x).abs().max((b.y - a.y).abs()) as usize + 1;
            let step = (b - a) / steps as f64;
            let mut at = a;
            for _ in 0..=steps {
                if inside(at) {
                    grid.set(at.x as usize, at.y as usize, value);
                }
                at = at + step;
            }
        }
    }
}

/// The part of an edge inside the grid (Liang and Barsky's algorithm).
fn clip(a: Coord, b: Coord, limit: Coord) -> Option<(Coord, Coord)> {
    let d = b - a;
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (delta, room) in [
        (-d.x, a.x),
        (d.x, limit.x - a.x),
        (-d.y, a.y),
        (d.y, limit.y - a.y),
    ] {
        if delta == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if delta < 0.0 {
            enter = enter.max(room / delta);
        } else {
            leave = leave.min(room / delta);
        }
    }
    (enter <= leave).then(|| (a + d * enter, a + d * leave))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Projection, Shape};
    use geo::{Contains, LineString, MultiPolygon, Point, Polygon};
    use proptest::prelude::*;

    fn shape(points: &[(f64, f64)]) -> (MultiPolygon, Shape) {
        let ring: LineString = points.iter().map(|&(x, y)| coord! {x: x, y: y}).collect();
        let polygon = MultiPolygon::from(Polygon::new(ring, Vec::new()));
        let drawn = Projection::at(0.0).shape(&polygon);
        (polygon, drawn)
    }

    fn star(radii: &[f64]) -> Vec<(f64, f64)> {
        let turn = std::f64::consts::TAU / radii.len() as f64;
        radii
            .iter()
            .enumerate()
            .map(|(n, r)| (r * (n as f64 * turn).cos(), r * (n as f64 * turn).sin()))
            .collect()
    }

    proptest! {
        #[test]
        fn every_subcell_agrees_with_a_naive_point_in_polygon_test(
            radii in prop::collection::vec(0.2..3.0f64, 3..40),
            x in -2.0..2.0f64, y in -2.0..2.0f64, row in 0.02..0.8f64,
            pieces in prop::sample::select(vec![(2usize, 4usize), (2, 3), (2, 2), (1, 2), (1, 1)]),
        ) {
            let (polygon, drawn) = shape(&star(&radii));
            let viewport = Viewport { centre: coord! {x: x, y: y}, row, cols: 24, rows: 12, aspect: 0.5 };
            let mut grid = Grid::new(24 * pieces.0, 12 * pieces.1, false);
            Filler::new(ToSubcells::new(&viewport, pieces), grid.height()).fill(&mut grid, drawn.full(), true);
            for sub_y in 0..grid.height() {
                for sub_x in 0..grid.width() {
                    let cell = coord! {
                        x: (sub_x as f64 + 0.5) / pieces.0 as f64,
                        y: (sub_y as f64 + 0.5) / pieces.1 as f64,
                    };
                    let at = viewport.plane(cell);
                    let inside = polygon.contains(&Point::new(at.x, -at.y));
                    prop_assert_eq!(grid.get(sub_x, sub_y), Some(inside), "{} {}", sub_x, sub_y);
                }
            }
        }

        #[test]
        fn clipped_edges_stay_inside_and_lose_nothing(
            ax in -50.0..50.0f64, ay in -50.0..50.0f64, bx in -50.0..50.0f64, by in -50.0..50.0f64,
        ) {
            let (a, b) = (coord! {x: ax, y: ay}, coord! {x: bx, y: by});
            let limit = coord! {x: 20.0, y: 10.0};
            let inside = Rect::new(coord! {x: -1e-9, y: -1e-9}, limit + coord! {x: 1e-9, y: 1e-9});
            let clipped = clip(a, b, limit);
            if let Some((p, q)) = clipped {
                prop_assert!(inside.contains(&p) && inside.contains(&q));
            }
            for n in 0..=100 {
                let at = a + (b - a) * (f64::from(n) / 100.0);
                let seen = at.x > 0.0 && at.y > 0.0 && at.x < limit.x && at.y < limit.y;
                prop_assert!(!seen || clipped.is_some());
            }
        }
    }

    #[test]
    fn a_square_of_even_sides_has_no_seam_with_its_neighbour() {
        let (_, left) = shape(&[(0.0, 0.0), (1.0, 0.0), (1.3, -1.0), (0.0, -1.0)]);
        let (_, right) = shape(&[(1.0, 0.0), (2.0, 0.0), (2.0, -1.0), (1.3, -1.0)]);
        let viewport = Viewport {
            centre: coord! {x: 1.0, y: 0.5},
            row: 0.1,
            cols: 40,
            rows: 10,
            aspect: 0.5,
        };
        let mut filler = Filler::new(ToSubcells::new(&viewport, (2, 4)), 40);
        let mut grid = Grid::new(80, 40, 0);
        filler.fill(&mut grid, left.full(), 1);
        let before = grid.clone();
        filler.fill(&mut grid, right.full(), 2);
        for y in 0..40 {
            for x in 0..80 {
                assert_ne!(grid.get(x, y), Some(0), "gap at {x},{y}");
                assert!(
                    before.get(x, y) == Some(0) || grid.get(x, y) == Some(1),
                    "overlap at {x},{y}"
                );
            }
        }
    }
}

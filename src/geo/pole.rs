//! The point of a shape where words stand best.

use ::geo::{Coord, Rect, coord};

use super::shape::{Lines, Shape};

/// Words are wide: room to the sides is worth half as much as room above and below.
const WIDE: f64 = 2.0;
/// Probes along each side of the window that is searched, which is narrowed after each pass to what lies around the best.
const PASSES: [u32; 4] = [7, 4, 4, 4];
/// The share of the shape's size that its lines may stray by meanwhile.
const DETAIL: f64 = 40.0;

/// A point deep inside a shape: the pole of inaccessibility, found by a search that narrows.
pub fn of(shape: &Shape) -> Coord {
    let bounds = shape.bounds;
    let edges = edges(shape.at(bounds.width().max(bounds.height()) / DETAIL));
    let (mut window, mut pole) = (bounds, bounds.center());
    for side in PASSES {
        let step = coord! {x: window.width(), y: window.height()} / f64::from(side);
        let probes = (0..side * side).map(|n| {
            let (x, y) = (f64::from(n % side), f64::from(n / side));
            window.min() + coord! {x: (x + 0.5) * step.x, y: (y + 0.5) * step.y}
        });
        let depths = probes.map(|at| (at, depth(&edges, at)));
        if let Some((deepest, _)) = depths.max_by(|(_, a), (_, b)| a.total_cmp(b)) {
            pole = deepest;
        }
        window = Rect::new(pole - step, pole + step);
    }
    pole
}

/// An edge in the widened plane.
struct Edge {
    from: Coord,
    way: Coord,
    /// One divided by the square of its length; 0 where it has none.
    inverse: f64,
    /// The distance it goes sideways for a step upwards.
    slope: f64,
}

fn edges(lines: &Lines) -> Vec<Edge> {
    let wide = |at: Coord| coord! {x: at.x, y: at.y * WIDE};
    let pairs = lines
        .stretches()
        .flat_map(|stretch| stretch.points.windows(2));
    let edge = |pair: &[Coord]| {
        let (from, way) = (wide(pair[0]), wide(pair[1]) - wide(pair[0]));
        let length = way.x * way.x + way.y * way.y;
        Edge {
            from,
            way,
            inverse: if length > 0.0 { length.recip() } else { 0.0 },
            slope: way.x / way.y,
        }
    };
    pairs.map(edge).collect()
}

/// Returns how far inside a point is; negative outside.
fn depth(edges: &[Edge], at: Coord) -> f64 {
    let at = coord! {x: at.x, y: at.y * WIDE};
    let (mut inside, mut nearest) = (false, f64::INFINITY);
    for edge in edges {
        let to = at - edge.from;
        inside ^= (to.y < 0.0) != (to.y < edge.way.y) && to.x < edge.slope * to.y;
        let along = (to.x * edge.way.x + to.y * edge.way.y) * edge.inverse;
        let off = to - edge.way * along.clamp(0.0, 1.0);
        nearest = nearest.min(off.x * off.x + off.y * off.y);
    }
    let nearest = nearest.sqrt();
    if inside { nearest } else { -nearest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(points: &[(f64, f64)]) -> Shape {
        let ring = points.iter().chain(&points[..1]);
        Shape::new(std::iter::once(
            ring.map(|&(x, y)| coord! {x: x, y: y}).collect(),
        ))
    }

    #[test]
    fn the_pole_of_a_square_is_its_middle() {
        let pole = of(&shape(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]));
        assert!(
            (pole.y - 2.0).abs() < 1.0 && (pole.x - 2.0).abs() < 0.1,
            "{pole:?}"
        );
    }

    #[test]
    fn the_pole_of_a_hook_is_inside_and_in_its_wide_part() {
        let hook = shape(&[
            (0.0, 0.0),
            (9.0, 0.0),
            (9.0, 1.0),
            (4.0, 1.0),
            (4.0, 5.0),
            (0.0, 5.0),
        ]);
        let pole = of(&hook);
        assert!(
            (1.0..3.0).contains(&pole.x) && (1.0..4.0).contains(&pole.y),
            "{pole:?}"
        );
        assert!(depth(&edges(hook.full()), pole) > 1.5);
    }
}

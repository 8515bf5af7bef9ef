//! The point of a shape where words stand best.

use ::geo::{Coord, Rect, coord};

use super::shape::{Lines, Shape};

/// Words are wide: room to the sides is worth half as much as room above and below.
const WIDE: f64 = 2.0;
/// Probes along each side of the window that is searched, and how often it is narrowed.
const PROBES: u32 = 7;
const PASSES: u32 = 4;
/// The share of the shape's size that its lines may stray by meanwhile.
const DETAIL: f64 = 40.0;

/// A point deep inside a shape: the pole of inaccessibility, found by a search that narrows.
pub fn of(shape: &Shape) -> Coord {
    let bounds = shape.bounds;
    let lines = shape.at(bounds.width().max(bounds.height()) / DETAIL);
    let (mut window, mut pole) = (bounds, bounds.center());
    for _ in 0..PASSES {
        let step = coord! {x: window.width(), y: window.height()} / f64::from(PROBES);
        let probes = (0..PROBES * PROBES).map(|n| {
            let (x, y) = (f64::from(n % PROBES), f64::from(n / PROBES));
            window.min() + coord! {x: (x + 0.5) * step.x, y: (y + 0.5) * step.y}
        });
        let depths = probes.map(|at| (at, depth(lines, at)));
        if let Some((deepest, _)) = depths.max_by(|(_, a), (_, b)| a.total_cmp(b)) {
            pole = deepest;
        }
        window = Rect::new(pole - step, pole + step);
    }
    pole
}

/// How far inside a point is; negative outside.
fn depth(lines: &Lines, at: Coord) -> f64 {
    let (mut inside, mut nearest) = (false, f64::INFINITY);
    for edge in lines
        .stretches()
        .flat_map(|stretch| stretch.points.windows(2))
    {
        let (a, b) = (edge[0], edge[1]);
        if (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x {
            inside = !inside;
        }
        nearest = nearest.min(to_edge(wide(at), wide(a), wide(b)));
    }
    let nearest = nearest.sqrt();
    if inside { nearest } else { -nearest }
}

fn wide(at: Coord) -> Coord {
    coord! {x: at.x, y: at.y * WIDE}
}

/// The square of the distance from a point to an edge.
fn to_edge(at: Coord, a: Coord, b: Coord) -> f64 {
    let (edge, to) = (b - a, at - a);
    let length = edge.x * edge.x + edge.y * edge.y;
    let along = if length > 0.0 {
        ((to.x * edge.x + to.y * edge.y) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (to.x - along * edge.x).powi(2) + (to.y - along * edge.y).powi(2)
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
        assert!(depth(hook.full(), pole) > 1.5);
    }
}

//! A point well inside a shape, found without comparing its edges with each other.

use ::geo::{BoundingRect, Coord, LinesIter, MultiPolygon, coord};

/// The middle of the widest stretch of a valid shape along the parallel half way up; `None` where there is none.
pub fn inner_point(shape: &MultiPolygon) -> Option<Coord> {
    let y = shape.bounding_rect()?.center().y;
    let across = shape
        .lines_iter()
        .filter(|edge| (edge.start.y <= y) != (edge.end.y <= y));
    let mut crossings: Vec<f64> = across
        .map(|edge| edge.start.x + (y - edge.start.y) * edge.dx() / edge.dy())
        .collect();
    crossings.sort_unstable_by(f64::total_cmp);
    let (stretches, _) = crossings.as_chunks();
    let widest = stretches
        .iter()
        .max_by(|[a, b], [c, d]| (b - a).total_cmp(&(d - c)));
    widest.map(|[west, east]| coord! {x: f64::midpoint(*west, *east), y: y})
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::geo::{Contains, LineString, Point, Polygon};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_lies_inside(far in prop::collection::vec(1.0..9.0, 3..40), hole in any::<bool>()) {
            let star = |scale: f64| -> LineString {
                let step = std::f64::consts::TAU / far.len() as f64;
                let turned = far.iter().enumerate().map(|(n, far)| (n as f64 * step, far * scale));
                turned.map(|(turn, far)| (far * turn.cos(), far * turn.sin())).collect()
            };
            let holes = hole.then(|| star(0.5));
            let shape = MultiPolygon::from(Polygon::new(star(1.0), holes.into_iter().collect()));
            let inside = inner_point(&shape).map(Point::from);
            prop_assert!(inside.is_some_and(|at| shape.contains(&at)), "{inside:?}");
        }
    }

    #[test]
    fn nothing_has_no_inside() {
        assert_eq!(inner_point(&MultiPolygon::new(Vec::new())), None);
    }
}

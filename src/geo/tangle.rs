//! Shapes whose lines cross in so many places that putting them in order would take no end of time.

use ::geo::{Line, LinesIter, Polygon};

/// The most pairs of lines that may meet, as far as their bounds tell.
const MEETINGS: usize = 2_000_000;
/// The most pairs of lines that are compared.
const WORK: usize = 200_000_000;

/// The extent of a line: from west to east, from south to north.
type Bounds = [f64; 4];

/// Tells whether too many lines of the shapes meet.
pub fn is_tangled<'a>(shapes: impl IntoIterator<Item = &'a Polygon>) -> bool {
    let lines = shapes.into_iter().flat_map(Polygon::lines_iter);
    let mut bounds: Vec<Bounds> = lines.map(bounds).collect();
    bounds.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let (mut meetings, mut work) = (0, 0);
    for (n, [_, east, south, north]) in bounds.iter().enumerate() {
        let near = bounds[n + 1..].iter().take_while(|[west, ..]| west <= east);
        for [_, _, low, high] in near {
            work += 1;
            meetings += usize::from(low <= north && south <= high);
            if meetings > MEETINGS + 4 * bounds.len() || work > WORK {
                return true;
            }
        }
    }
    false
}

fn bounds(Line { start, end }: Line) -> Bounds {
    [
        start.x.min(end.x),
        start.x.max(end.x),
        start.y.min(end.y),
        start.y.max(end.y),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::geo::coord;

    /// A ring whose points come in this order round a circle.
    fn ring(points: u32, step: u32) -> Polygon {
        let at = |n: u32| {
            let angle = f64::from(n * step % points) / f64::from(points) * std::f64::consts::TAU;
            coord! {x: angle.cos(), y: angle.sin()}
        };
        Polygon::new((0..points).map(at).collect(), Vec::new())
    }

    #[test]
    fn a_star_of_many_points_is_tangled_and_a_coast_is_not() {
        assert!(is_tangled([&ring(10_001, 5_000)]));
        assert!(!is_tangled([&ring(20_001, 1)]));
        let two = ring(20_001, 1);
        assert!(!is_tangled([&two, &two]));
    }
}

//! The parts of a line that lie in a rectangle, edge by edge: overlays put all crossings of a line in order first.

use ::geo::{Line, LineString, Rect};

/// The parts of a line that lie in the frame, each as far as it is connected.
pub fn clipped(line: &LineString, frame: Rect) -> Vec<LineString> {
    let mut parts: Vec<LineString> = Vec::new();
    for Line { start, end } in line.lines().filter_map(|line| within(line, frame)) {
        match parts.last_mut() {
            Some(part) if part.0.last() == Some(&start) => part.0.push(end),
            _ => parts.push(LineString::new(vec![start, end])),
        }
    }
    parts
}

/// The part of an edge that lies in the frame (Liang and Barsky, 1984).
fn within(line: Line, frame: Rect) -> Option<Line> {
    let (low, high, step) = (
        frame.min() - line.start,
        frame.max() - line.start,
        line.delta(),
    );
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (low, high, step) in [(low.x, high.x, step.x), (low.y, high.y, step.y)] {
        if step == 0.0 {
            if low > 0.0 || high < 0.0 {
                return None;
            }
        } else {
            let (one, other) = (low / step, high / step);
            from = from.max(one.min(other));
            to = to.min(one.max(other));
        }
    }
    let start = if from > 0.0 {
        line.start + step * from
    } else {
        line.start
    };
    let end = if to < 1.0 {
        line.start + step * to
    } else {
        line.end
    };
    (from < to).then(|| Line::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::geo::{Coord, Intersects, coord};
    use proptest::prelude::*;

    fn frame() -> Rect {
        Rect::new(coord! {x: -1.0, y: -1.0}, coord! {x: 1.0, y: 1.0})
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two() {
        let line = LineString::from(vec![
            (0.0, 0.0),
            (3.0, 0.0),
            (3.0, 0.5),
            (0.0, 0.5),
            (0.0, 0.7),
        ]);
        let parts = clipped(&line, frame());
        let expected = [
            vec![(0.0, 0.0), (1.0, 0.0)],
            vec![(1.0, 0.5), (0.0, 0.5), (0.0, 0.7)],
        ];
        assert_eq!(parts, expected.map(LineString::from));
    }

    proptest! {
        #[test]
        fn a_point_of_an_edge_is_kept_where_it_lies_in_the_frame(
            ends in prop::array::uniform4(-3.0..3.0f64), share in 0.0..=1.0f64,
        ) {
            let [x, y, to_x, to_y] = ends;
            let line = Line::new(coord! {x: x, y: y}, coord! {x: to_x, y: to_y});
            let at: Coord = line.start + line.delta() * share;
            let near = |part: Line| {
                let (step, from) = (part.delta(), at - part.start);
                let along = (from.x * step.x + from.y * step.y) / (step.x * step.x + step.y * step.y);
                (-1e-9..=1.0 + 1e-9).contains(&along)
            };
            let inner = Rect::new(coord! {x: -0.999, y: -0.999}, coord! {x: 0.999, y: 0.999});
            let outer = Rect::new(coord! {x: -1.001, y: -1.001}, coord! {x: 1.001, y: 1.001});
            match within(line, frame()) {
                None => prop_assert!(!inner.intersects(&at)),
                Some(part) => {
                    prop_assert!(outer.intersects(&part.start) && outer.intersects(&part.end));
                    prop_assert!(!inner.intersects(&at) || near(part));
                }
            }
        }
    }
}

//! The way to a selection that is off screen: an arrow and its name at the edge of the pane.

use geo::{Coord, coord};
use unicode_width::UnicodeWidthStr;

use crate::geo::Viewport;

/// Arrows from the right, clockwise; in ASCII too.
const ARROWS: [(&str, &str); 8] = [
    ("→", ">"),
    ("↘", "\\"),
    ("↓", "v"),
    ("↙", "/"),
    ("←", "<"),
    ("↖", "\\"),
    ("↑", "^"),
    ("↗", "/"),
];

/// An arrow with a name, and the cell where it starts: as near as the pane allows to where the straight way from the
/// middle to `at` leaves it.
pub fn to(at: Coord, name: &str, viewport: &Viewport, ascii: bool) -> ((usize, usize), String) {
    let (cols, rows) = (f64::from(viewport.cols), f64::from(viewport.rows));
    let middle = coord! {x: cols / 2.0, y: rows / 2.0};
    let way = viewport.cell(at) - middle;
    let out = (way.x.abs() / middle.x)
        .max(way.y.abs() / middle.y)
        .max(1.0);
    let edge = middle + way / out;
    let angle = way.y.atan2(way.x * viewport.aspect);
    #[expect(clippy::cast_possible_truncation, reason = "between -4 and 4")]
    let eighth = (angle / std::f64::consts::FRAC_PI_4).round() as isize;
    let arrow = ARROWS[eighth.rem_euclid(8).cast_unsigned()];
    let arrow = if ascii { arrow.1 } else { arrow.0 };
    let text = if way.x > 0.0 {
        format!("{name} {arrow}")
    } else {
        format!("{arrow} {name}")
    };
    let left = edge.x
        - if way.x > 0.0 {
            text.width() as f64
        } else {
            0.0
        };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the pane"
    )]
    let cell = (
        left.min(cols - text.width() as f64).max(0.0) as usize,
        edge.y.min(rows - 1.0).max(0.0) as usize,
    );
    (cell, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(x: f64, y: f64) -> ((usize, usize), String) {
        let viewport = Viewport {
            centre: Coord::zero(),
            row: 1.0,
            cols: 40,
            rows: 20,
            aspect: 0.5,
        };
        to(coord! {x: x, y: y}, "Town", &viewport, false)
    }

    #[test]
    fn the_arrow_stands_at_the_edge_on_the_way() {
        assert_eq!(shown(100.0, 0.0), ((34, 10), "Town →".to_owned()));
        assert_eq!(shown(-100.0, 0.0), ((0, 10), "← Town".to_owned()));
        assert_eq!(shown(0.0, 100.0), ((20, 19), "↓ Town".to_owned()));
        assert_eq!(shown(0.0, -100.0), ((20, 0), "↑ Town".to_owned()));
        assert_eq!(shown(100.0, 100.0), ((34, 19), "Town ↘".to_owned()));
        assert_eq!(shown(-100.0, -100.0), ((0, 0), "↖ Town".to_owned()));
    }
}

//! From the plane to the units of a picture, in tenths.

use std::fmt::Write;

use ::geo::Coord;

use crate::geo::{Lines, Viewport};

/// A window on the plane as large as a picture.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The part of the plane that is seen, in cells.
    pub viewport: Viewport,
    /// Units a cell is wide.
    pub cell: f64,
}

/// A point of a picture, in tenths of its unit.
pub type Tenths = (i64, i64);

impl Frame {
    /// Units that the frame is wide and high.
    pub fn size(&self) -> (f64, f64) {
        let Viewport { cols, rows, .. } = self.viewport;
        (f64::from(cols) * self.cell, f64::from(rows) * self.row())
    }

    /// Units a row of cells is high.
    pub fn row(&self) -> f64 {
        self.cell / self.viewport.aspect
    }

    /// Units of the picture to a unit of the plane.
    pub fn unit(&self) -> f64 {
        self.cell / self.viewport.col()
    }

    /// A point of the plane in the picture.
    pub fn point(&self, at: Coord) -> Tenths {
        let cell = self.viewport.cell(at);
        (tenths(cell.x * self.cell), tenths(cell.y * self.row()))
    }

    /// Lines as the data of a path.
    pub fn path(&self, lines: &Lines, closed: bool) -> String {
        let lines = lines.whole();
        lines
            .map(|line| data(line.iter().map(|&at| self.point(at)), closed))
            .collect()
    }
}

/// One line as the data of a path: where it begins, then each step from there. Nothing is written of a line without
/// extent.
pub fn data(points: impl Iterator<Item = Tenths>, closed: bool) -> String {
    let (mut data, mut last, mut steps) = (String::new(), None, 0);
    for (x, y) in points {
        match last {
            None => {
                let _ = write!(data, "M{} {}l", number(x), number(y));
            }
            Some(from) if from == (x, y) => continue,
            Some((from_x, from_y)) => {
                let step = number(y - from_y);
                let gap = if step.starts_with('-') { "" } else { " " };
                let start = number(x - from_x);
                let before = if steps == 0 || start.starts_with('-') {
                    ""
                } else {
                    " "
                };
                let _ = write!(data, "{before}{start}{gap}{step}");
                steps += 1;
            }
        }
        last = Some((x, y));
    }
    match steps {
        0 => String::new(),
        _ if closed => data + "z",
        _ => data,
    }
}

/// A number of tenths as it is written: `12`, `-0.5`.
pub fn number(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    match (whole, rest) {
        (_, 0) => format!("{sign}{whole}"),
        (0, _) => format!("{sign}.{rest}"),
        _ => format!("{sign}{whole}.{rest}"),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast stops at the largest number"
)]
fn tenths(units: f64) -> i64 {
    (units * 10.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_add_up_to_the_points_they_lead_to() {
        let points = [(0, 0), (105, -3), (105, -3), (100, 0), (0, 0)];
        assert_eq!(data(points.into_iter(), true), "M0 0l10.5-.3-.5 .3-10 0z");
        assert_eq!(data([(5, 5), (5, 5)].into_iter(), false), "");
    }
}

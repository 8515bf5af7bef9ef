//! From the plane to the units of a picture, in tenths.

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
                data.push('M');
                push(&mut data, x);
                data.push(' ');
                push(&mut data, y);
                data.push('l');
            }
            Some(from) if from == (x, y) => continue,
            Some((from_x, from_y)) => {
                for (nth, step) in [x - from_x, y - from_y].into_iter().enumerate() {
                    // A sign parts numbers as well as a space does.
                    if steps + nth > 0 && step >= 0 {
                        data.push(' ');
                    }
                    push(&mut data, step);
                }
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

/// A number of tenths as it is written: `12`, `-.5`.
pub fn number(tenths: i64) -> String {
    let mut out = String::new();
    push(&mut out, tenths);
    out
}

/// Adds a number of tenths. It is spelt out digit by digit, as a map is thousands of them.
fn push(out: &mut String, tenths: i64) {
    if tenths < 0 {
        out.push('-');
    }
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if whole > 0 || rest == 0 {
        digits(out, whole);
    }
    if rest > 0 {
        out.push('.');
        digits(out, rest);
    }
}

fn digits(out: &mut String, number: u64) {
    if number > 9 {
        digits(out, number / 10);
    }
    out.extend(
        u32::try_from(number % 10)
            .ok()
            .and_then(|digit| char::from_digit(digit, 10)),
    );
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

    #[test]
    fn numbers_are_written_as_short_as_they_can_be() {
        let written = [0, 5, -5, 10, -1234, 100_000].map(number);
        assert_eq!(written, ["0", ".5", "-.5", "1", "-123.4", "10000"]);
    }
}

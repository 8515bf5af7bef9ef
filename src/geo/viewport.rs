//! The part of the plane that the map pane shows.

use ::geo::{Coord, Rect, coord};

/// A window on the plane, in terminal cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The point in the middle.
    pub centre: Coord,
    /// Plane units a row is high.
    pub row: f64,
    /// Columns that the pane is wide.
    pub cols: u16,
    /// Rows that the pane is high.
    pub rows: u16,
    /// Width of a cell for its height, so that a square on the ground is square on the screen.
    pub aspect: f64,
}

impl Viewport {
    /// The whole of `extent`, as large as it fits with a little air around it.
    pub fn fit(extent: Rect, cols: u16, rows: u16, aspect: f64) -> Self {
        const AIR: f64 = 1.04;
        let (cols, rows) = (cols.max(1), rows.max(1));
        let by_height = extent.height() / f64::from(rows);
        let by_width = extent.width() / (f64::from(cols) * aspect);
        let row = (by_height.max(by_width) * AIR).max(1e-9);
        Self {
            centre: extent.center(),
            row,
            cols,
            rows,
            aspect,
        }
    }

    /// Plane units a column is wide.
    pub fn col(&self) -> f64 {
        self.row * self.aspect
    }

    /// Columns from the left and rows from the top, in fractions of a cell.
    pub fn cell(&self, at: Coord) -> Coord {
        coord! {
            x: (at.x - self.centre.x) / self.col() + f64::from(self.cols) / 2.0,
            y: (at.y - self.centre.y) / self.row + f64::from(self.rows) / 2.0,
        }
    }

    /// The point of the plane at columns and rows; undoes [`Self::cell`].
    pub fn plane(&self, cell: Coord) -> Coord {
        coord! {
            x: (cell.x - f64::from(self.cols) / 2.0) * self.col() + self.centre.x,
            y: (cell.y - f64::from(self.rows) / 2.0) * self.row + self.centre.y,
        }
    }

    /// Returns `true` if a cell lies in it.
    pub fn has(&self, cell: Coord) -> bool {
        cell.x >= 0.0
            && cell.y >= 0.0
            && cell.x < f64::from(self.cols)
            && cell.y < f64::from(self.rows)
    }

    /// The part of the plane that is seen.
    pub fn bounds(&self) -> Rect {
        let corner = coord! {x: f64::from(self.cols), y: f64::from(self.rows)};
        Rect::new(self.plane(Coord::zero()), self.plane(corner))
    }

    /// Returns `true` if any of `rect` may be seen.
    pub fn sees(&self, rect: Rect) -> bool {
        let seen = self.bounds();
        rect.min().x <= seen.max().x
            && rect.max().x >= seen.min().x
            && rect.min().y <= seen.max().y
            && rect.max().y >= seen.min().y
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn cell_and_plane_undo_each_other(
            x in -180.0..180.0f64, y in -90.0..90.0f64, row in 0.001..2.0f64,
            cols in 1..500u16, rows in 1..200u16, aspect in 0.3..0.7f64, col in 0.0..500.0f64, line in 0.0..200.0f64,
        ) {
            let view = Viewport { centre: coord! {x: x, y: y}, row, cols, rows, aspect };
            let back = view.cell(view.plane(coord! {x: col, y: line}));
            prop_assert!((back.x - col).abs() < 1e-6 && (back.y - line).abs() < 1e-6);
        }

        #[test]
        fn fit_shows_all_of_it_at_equal_scale(
            west in -10.0..10.0f64, north in -10.0..10.0f64, width in 0.1..20.0f64, height in 0.1..20.0f64,
            cols in 1..500u16, rows in 1..200u16, aspect in 0.3..0.7f64,
        ) {
            let extent = Rect::new(coord! {x: west, y: north}, coord! {x: west + width, y: north + height});
            let view = Viewport::fit(extent, cols, rows, aspect);
            let seen = view.bounds();
            prop_assert!(seen.min().x <= west && seen.max().x >= west + width);
            prop_assert!(seen.min().y <= north && seen.max().y >= north + height);
            prop_assert!((view.col() / aspect - view.row).abs() < 1e-9);
        }
    }
}

//! The camera on the map: moves of a viewport, and the limits they keep to.

use ::geo::{Coord, Rect, coord};

use super::{Map, Viewport};

/// A view: what is looked at and how closely, whatever the size of the pane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point in the middle.
    pub centre: Coord,
    /// Plane units a row is high.
    pub row: f64,
}

/// The closest that one may look, in times the whole map: no base map bears more.
const CLOSEST: f64 = 64.0;

impl Camera {
    pub(crate) const fn of(viewport: &Viewport) -> Self {
        Self {
            centre: viewport.centre,
            row: viewport.row,
        }
    }

    /// Returns what it shows in a pane where `whole` shows all of `country`: no more than the whole, never too close,
    /// and with the country in the middle.
    pub fn viewport(self, whole: &Viewport, country: Rect) -> Viewport {
        let row = self.row.clamp(whole.row / CLOSEST, whole.row);
        let slack = (1.0 - row / whole.row) / 2.0;
        let reach = whole.bounds();
        let limit = |at: f64, middle: f64, size: f64, low: f64, high: f64| {
            let (from, to) = (middle - slack * size, middle + slack * size);
            at.max(from.max(low)).min(to.min(high))
        };
        let (low, high) = (country.min(), country.max());
        Viewport {
            centre: coord! {
                x: limit(self.centre.x, whole.centre.x, reach.width(), low.x, high.x),
                y: limit(self.centre.y, whole.centre.y, reach.height(), low.y, high.y),
            },
            row,
            ..*whole
        }
    }
}

impl Viewport {
    /// Returns the viewport so many times closer; what is at `cell` stays there.
    #[must_use]
    pub fn zoomed(&self, times: f64, cell: Coord) -> Self {
        let at = self.plane(cell);
        Self {
            centre: at + (self.centre - at) / times,
            row: self.row / times,
            ..*self
        }
    }

    /// So many columns further right and rows further down.
    #[must_use]
    pub fn moved(&self, cols: f64, rows: f64) -> Self {
        let by = coord! {x: cols * self.col(), y: rows * self.row};
        Self {
            centre: self.centre + by,
            ..*self
        }
    }

    /// Moved as little as it takes to have a point no nearer to the edge than a sixth of the pane.
    #[must_use]
    pub fn revealing(&self, at: Coord) -> Self {
        let (cell, cols, rows) = (self.cell(at), f64::from(self.cols), f64::from(self.rows));
        let beyond = |at: f64, size: f64| at - at.clamp(size / 6.0, size * 5.0 / 6.0);
        self.moved(beyond(cell.x, cols).round(), beyond(cell.y, rows).round())
    }
}

impl Map {
    /// Returns `true` if any of the country may be seen.
    pub fn is_seen(&self, viewport: &Viewport) -> bool {
        let near = |unit: &&super::Shape| viewport.sees(unit.bounds);
        let border = self.drawing.units.iter().filter(near).any(|unit| {
            let mut stretches = unit.full().stretches();
            stretches.any(|stretch| viewport.sees(stretch.bounds()))
        });
        border
            || self
                .base
                .unit_at(self.projection.inverse(viewport.centre))
                .is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn anywhere()(
            x in -50.0..50.0f64, y in -50.0..50.0f64, row in 0.001..2.0f64,
            cols in 1..300u16, rows in 1..120u16, aspect in 0.3..0.7f64,
        ) -> Viewport {
            Viewport { centre: coord! {x: x, y: y}, row, cols, rows, aspect }
        }
    }

    prop_compose! {
        fn country()(x in -9.0..9.0f64, y in -9.0..9.0f64, width in 0.1..20.0f64, height in 0.1..20.0f64) -> Rect {
            Rect::new(coord! {x: x, y: y}, coord! {x: x + width, y: y + height})
        }
    }

    proptest! {
        #[test]
        fn zooming_keeps_what_is_under_the_pointer(
            view in anywhere(), times in 0.2..5.0f64, col in 0.0..1.0f64, line in 0.0..1.0f64,
        ) {
            let cell = coord! {x: col * f64::from(view.cols), y: line * f64::from(view.rows)};
            let at = view.plane(cell);
            let after = view.zoomed(times, cell).cell(at);
            prop_assert!((after.x - cell.x).abs() < 1e-6 && (after.y - cell.y).abs() < 1e-6);
            let back = view.zoomed(times, cell).zoomed(1.0 / times, cell);
            prop_assert!((back.centre.x - view.centre.x).abs() < 1e-6 && (back.row - view.row).abs() < 1e-9);
        }

        #[test]
        fn moving_moves_every_point_by_as_many_cells(view in anywhere(), cols in -99.0..99.0f64, rows in -99.0..99.0f64) {
            let at = view.plane(coord! {x: 3.0, y: 2.0});
            let after = view.moved(cols, rows).cell(at);
            prop_assert!((after.x - (3.0 - cols)).abs() < 1e-6 && (after.y - (2.0 - rows)).abs() < 1e-6);
        }

        #[test]
        fn no_camera_leaves_the_country_or_its_limits(at in anywhere(), country in country()) {
            let whole = Viewport::fit(country, at.cols, at.rows, at.aspect);
            let view = Camera::of(&at).viewport(&whole, country);
            prop_assert!(view.row <= whole.row && view.row >= whole.row / CLOSEST);
            let (seen, reach, air) = (view.bounds(), whole.bounds(), 1e-9 * whole.row.max(1.0) + 1e-9);
            prop_assert!(seen.min().x >= reach.min().x - air && seen.max().x <= reach.max().x + air);
            prop_assert!(seen.min().y >= reach.min().y - air && seen.max().y <= reach.max().y + air);
            prop_assert!(view.sees(country));
            let middle = view.centre;
            prop_assert!(middle.x >= country.min().x - air && middle.x <= country.max().x + air);
            prop_assert!(middle.y >= country.min().y - air && middle.y <= country.max().y + air);
            prop_assert_eq!(Camera::of(&view).viewport(&whole, country), view);
        }

        #[test]
        fn the_whole_map_is_where_every_way_out_ends(at in anywhere(), country in country()) {
            let whole = Viewport::fit(country, at.cols, at.rows, at.aspect);
            let far = Camera { row: whole.row * 2.0, ..Camera::of(&at) };
            let view = far.viewport(&whole, country);
            prop_assert!((view.centre.x - whole.centre.x).abs() < 1e-9 && (view.centre.y - whole.centre.y).abs() < 1e-9);
        }

        #[test]
        fn what_is_revealed_is_on_screen(view in anywhere(), x in -50.0..50.0f64, y in -50.0..50.0f64) {
            let at = coord! {x: x, y: y};
            let cell = view.revealing(at).cell(at);
            prop_assert!(cell.x > -1.0 && cell.x < f64::from(view.cols) + 1.0);
            prop_assert!(cell.y > -1.0 && cell.y < f64::from(view.rows) + 1.0);
        }
    }
}

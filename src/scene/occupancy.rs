//! The cells that labels take: none stands on top of another, none is cut.

use super::Grid;

/// Cells between labels on a line.
const AIR: usize = 2;

/// The cells that labels take so far.
#[derive(Clone, Debug)]
pub struct Occupancy {
    taken: Grid<bool>,
}

impl Occupancy {
    pub fn new(cols: usize, rows: usize) -> Self {
        Self {
            taken: Grid::new(cols, rows, false),
        }
    }

    pub const fn cols(&self) -> usize {
        self.taken.width()
    }

    pub const fn rows(&self) -> usize {
        self.taken.height()
    }

    /// Tells whether a run of cells lies wholly on the grid, and no label takes any of it.
    pub fn is_free(&self, x: isize, y: isize, width: usize) -> bool {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
            return false;
        };
        y < self.taken.height()
            && x + width <= self.taken.width()
            && self.taken.row(y)[x..x + width].iter().all(|taken| !taken)
    }

    /// Takes a run of cells with some air on both sides; cells beyond the edge are left out.
    pub fn take(&mut self, x: usize, y: usize, width: usize) {
        if y < self.taken.height() {
            let end = (x + width + AIR).min(self.taken.width());
            self.taken.row_mut(y)[x.saturating_sub(AIR).min(end)..end].fill(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn taken_cells_are_not_given_again(boxes in prop::collection::vec((0..40usize, 0..12usize, 1..12usize), 1..60)) {
            let mut occupancy = Occupancy::new(40, 12);
            let mut given: Vec<(usize, usize, usize)> = Vec::new();
            for (x, y, width) in boxes {
                if occupancy.is_free(x.cast_signed(), y.cast_signed(), width) {
                    prop_assert!(x + width <= 40);
                    for &(other, row, len) in &given {
                        prop_assert!(row != y || x >= other + len || other >= x + width);
                    }
                    occupancy.take(x, y, width);
                    given.push((x, y, width));
                }
            }
        }
    }
}

//! A rectangle of values, row by row.

/// `width` × `height` values; x grows to the right, y down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid<T> {
    width: usize,
    height: usize,
    values: Vec<T>,
}

impl<T: Copy> Grid<T> {
    pub(crate) fn new(width: usize, height: usize, value: T) -> Self {
        Self {
            width,
            height,
            values: vec![value; width * height],
        }
    }

    /// The number of values in a row.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The number of rows.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// All values, row by row.
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// The values of a row, from the left.
    ///
    /// # Panics
    ///
    /// Panics if the grid has no row `y`.
    pub fn row(&self, y: usize) -> &[T] {
        &self.values[y * self.width..][..self.width]
    }

    pub(crate) fn row_mut(&mut self, y: usize) -> &mut [T] {
        &mut self.values[y * self.width..][..self.width]
    }

    /// The value at a place, or `None` beyond the edges.
    pub fn get(&self, x: usize, y: usize) -> Option<T> {
        if x < self.width {
            self.values.get(y * self.width + x).copied()
        } else {
            None
        }
    }

    pub(crate) fn set(&mut self, x: usize, y: usize, value: T) {
        self.row_mut(y)[x] = value;
    }
}

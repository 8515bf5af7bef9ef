//! A rectangle of values, row by row.

/// `width` × `height` values; x grows to the right, y down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid<T> {
    width: usize,
    height: usize,
    values: Vec<T>,
}

impl<T: Copy> Grid<T> {
    pub fn new(width: usize, height: usize, value: T) -> Self {
        Self {
            width,
            height,
            values: vec![value; width * height],
        }
    }

    pub const fn width(&self) -> usize {
        self.width
    }

    pub const fn height(&self) -> usize {
        self.height
    }

    /// All values, row by row.
    pub fn values(&self) -> &[T] {
        &self.values
    }

    pub fn row(&self, y: usize) -> &[T] {
        &self.values[y * self.width..][..self.width]
    }

    pub fn row_mut(&mut self, y: usize) -> &mut [T] {
        &mut self.values[y * self.width..][..self.width]
    }

    pub fn get(&self, x: usize, y: usize) -> Option<T> {
        if x < self.width {
            self.values.get(y * self.width + x).copied()
        } else {
            None
        }
    }

    pub fn set(&mut self, x: usize, y: usize, value: T) {
        self.row_mut(y)[x] = value;
    }
}

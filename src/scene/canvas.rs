//! The surface that a scene is painted on where the medium is made of character cells.

use super::{Attributes, Colour};

/// A character in its two colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub glyph: char,
    pub foreground: Colour,
    pub background: Colour,
}

impl Cell {
    /// A blank in one colour.
    pub const fn filled(colour: Colour) -> Self {
        Self {
            glyph: ' ',
            foreground: colour,
            background: colour,
        }
    }
}

/// A grid of character cells, at least as large as the viewport. Columns and rows count from its top left; what lies
/// beyond its edges is left out.
pub trait CellCanvas {
    /// Sets the cells of a row, from its left end.
    fn set_row(&mut self, row: u16, cells: impl Iterator<Item = Cell>);

    fn set(&mut self, at: (u16, u16), cell: Cell);

    /// Sets the colours of a cell and leaves its glyph.
    fn recolour(&mut self, at: (u16, u16), foreground: Colour, background: Colour);

    /// Writes text from a cell to the right, in the colours that are there.
    fn write(&mut self, at: (u16, u16), text: &str, attributes: Attributes);
}

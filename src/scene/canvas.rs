//! The surface that a scene is painted on where the medium is made of character cells.

use std::ops::Range;

use super::{Attributes, Colour};

/// A character in its two colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// One column wide.
    pub glyph: char,
    /// The colour of the glyph's strokes.
    pub foreground: Colour,
    /// The colour of the cell around them.
    pub background: Colour,
}

/// A grid of character cells, at least as large as the viewport. Columns and rows count from its top left; what lies
/// beyond its edges is left out.
pub trait CellCanvas {
    /// Blanks a run of cells in one colour: most of a map is such runs.
    fn fill(&mut self, row: u16, cols: Range<u16>, colour: Colour);

    /// Sets a cell's glyph and both its colours.
    fn set(&mut self, at: (u16, u16), cell: Cell);

    /// Sets the colours of a cell and leaves its glyph.
    fn recolour(&mut self, at: (u16, u16), foreground: Colour, background: Colour);

    /// Writes text from a cell to the right, in the colours that are there.
    fn write(&mut self, at: (u16, u16), text: &str, attributes: Attributes);
}

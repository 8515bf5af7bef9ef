//! A sheet of letters in cells, as a screen has them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::scene::{Attributes, Cell, CellCanvas, Colour, TextStyle};

/// The content of a cell: what a reader takes for one character, in its colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// One grapheme; empty behind a wide one.
    pub text: String,
    pub foreground: Colour,
    pub background: Colour,
    pub dim: bool,
    /// Foreground and background swapped.
    pub reversed: bool,
    pub style: LetterStyle,
}

/// The style that a letter is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetterStyle {
    pub bold: bool,
    pub italic: bool,
    pub underlined: bool,
}

impl Default for Letter {
    fn default() -> Self {
        Self {
            text: " ".to_owned(),
            foreground: Colour::Default,
            background: Colour::Default,
            dim: false,
            reversed: false,
            style: LetterStyle::default(),
        }
    }
}

impl Letter {
    fn add(&mut self, attributes: Attributes) {
        self.style.bold |= attributes.bold;
        self.dim |= attributes.dim;
        self.reversed |= attributes.reversed;
    }
}

/// A grid of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    cols: u16,
    rows: u16,
    /// Row by row.
    letters: Vec<Letter>,
}

impl Sheet {
    /// Takes a blank sheet of so many columns and rows.
    pub fn new(cols: u16, rows: u16) -> Self {
        let count = usize::from(cols) * usize::from(rows);
        Self {
            cols,
            rows,
            letters: vec![Letter::default(); count],
        }
    }

    /// Columns and rows.
    pub const fn size(&self) -> (u16, u16) {
        (self.cols, self.rows)
    }

    /// The letters, row by row from the top.
    pub fn rows(&self) -> impl Iterator<Item = &[Letter]> {
        self.letters.chunks(usize::from(self.cols).max(1))
    }

    /// The letter at a column and a row, if they are on the sheet.
    pub fn letter_mut(&mut self, (col, row): (u16, u16)) -> Option<&mut Letter> {
        let at = usize::from(row) * usize::from(self.cols) + usize::from(col);
        (col < self.cols && row < self.rows).then(|| &mut self.letters[at])
    }

    /// Writes text from a column to the right and gives the column after it.
    pub fn print(&mut self, (col, row): (u16, u16), text: &str, style: TextStyle) -> u16 {
        let mut col = col;
        for grapheme in text.graphemes(true) {
            let width = u16::try_from(grapheme.width()).unwrap_or(u16::MAX);
            let end = col.saturating_add(width);
            if width == 0 || end > self.cols {
                continue;
            }
            for (n, col) in (col..end).enumerate() {
                let Some(letter) = self.letter_mut((col, row)) else {
                    continue;
                };
                let shown = if n == 0 { grapheme } else { "" };
                shown.clone_into(&mut letter.text);
                letter.foreground = style.foreground.unwrap_or(letter.foreground);
                letter.background = style.background.unwrap_or(letter.background);
                letter.add(style.attributes);
            }
            col = end;
        }
        col
    }
}

impl CellCanvas for Sheet {
    fn fill(&mut self, row: u16, cols: Range<u16>, colour: Colour) {
        for col in cols {
            let blank = Cell {
                glyph: ' ',
                foreground: colour,
                background: colour,
            };
            self.set((col, row), blank);
        }
    }

    fn set(&mut self, at: (u16, u16), cell: Cell) {
        if let Some(letter) = self.letter_mut(at) {
            letter.text = cell.glyph.to_string();
        }
        self.recolour(at, cell.foreground, cell.background);
    }

    fn recolour(&mut self, at: (u16, u16), foreground: Colour, background: Colour) {
        if let Some(letter) = self.letter_mut(at) {
            (letter.foreground, letter.background) = (foreground, background);
        }
    }

    fn write(&mut self, at: (u16, u16), text: &str, attributes: Attributes) {
        self.print(at, text, TextStyle::PLAIN.with(attributes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_beyond_the_sheet() {
        let mut sheet = Sheet::new(3, 1);
        sheet.fill(0, 2..9, Colour::Indexed(20));
        sheet.fill(1, 0..3, Colour::Indexed(20));
        assert_eq!(sheet.print((0, 0), "a日b", TextStyle::PLAIN), 3);
        assert_eq!(sheet.print((0, 4), "a", TextStyle::PLAIN), 1);
        let texts: Vec<&str> = sheet
            .rows()
            .flatten()
            .map(|letter| letter.text.as_str())
            .collect();
        assert_eq!(texts, ["a", "日", ""]);
        let grounds: Vec<Colour> = sheet.rows().flatten().map(|l| l.background).collect();
        let blue = Colour::Indexed(20);
        assert_eq!(grounds, [Colour::Default, Colour::Default, blue]);
    }
}

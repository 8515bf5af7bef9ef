//! A sheet of letters in cells, as a screen has them.

use crate::scene::Colour;

/// The content of a cell: what a reader takes for one character, in its colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// One grapheme; empty behind a wide one.
    pub text: String,
    /// The colour of its strokes.
    pub foreground: Colour,
    /// The colour of the rest of its cell.
    pub background: Colour,
    /// Drawn in grey, whatever its foreground is.
    pub dim: bool,
    /// Foreground and background swapped.
    pub reversed: bool,
    /// The cut of its strokes.
    pub style: LetterStyle,
}

/// The style that a letter is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetterStyle {
    /// In heavier strokes.
    pub bold: bool,
    /// Slanted, as a source's own words are.
    pub italic: bool,
    /// With a line under it.
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

    /// The letters alone, each row ended, without what is blank at its end.
    pub fn text(&self) -> String {
        let row = |letters: &[Letter]| -> String {
            letters.iter().map(|letter| letter.text.as_str()).collect()
        };
        self.rows()
            .map(|letters| row(letters).trim_end().to_owned() + "\n")
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_no_letters_beyond_the_sheet() {
        let mut sheet = Sheet::new(3, 2);
        for at in [(3, 0), (0, 2)] {
            assert_eq!(sheet.letter_mut(at), None);
        }
        sheet.letter_mut((1, 1)).expect("a letter").text = "日".to_owned();
        assert_eq!(sheet.text(), "\n 日\n");
    }
}

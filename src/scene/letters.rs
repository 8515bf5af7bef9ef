//! The letters of those who hold an area, for where colours are too few to tell.

use unicode_width::UnicodeWidthStr;

use super::{
    Cell, CellCanvas, Emphasis, Marker, Owner, Scene, Theme, ink::Inks, occupancy::Occupancy,
    paint::Pieces,
};
use crate::atlas::RegionId;

impl Scene {
    /// Writes the letters of those who hold an area all over it.
    pub(super) fn letters(
        &self,
        marker: Marker,
        theme: &Theme,
        inks: &Inks,
        canvas: &mut impl CellCanvas,
    ) {
        let occupancy = self.occupancy();
        let mut write = |letter: char, col: u16, row: u16| {
            let pieces = Pieces::new(self, marker, row.into());
            let behind = pieces.cell(marker, inks, col.into()).background;
            let background = Theme::ground_of_words(behind);
            let cell = Cell {
                glyph: letter,
                foreground: theme.text_on(background),
                background,
            };
            canvas.set((col, row), cell);
        };
        let mut lettered = Vec::new();
        let mut seams = Vec::new();
        for (row, y) in self.rows().step_by(2) {
            self.seams(marker, row, &mut seams);
            let cols = (0..).zip(&seams).zip(0..);
            let whole = cols.filter(|((col, seam), _)| (col + row * 2) % 8 == 4 && **seam == 0);
            let pieces = Pieces::new(self, marker, row);
            for ((col, _), x) in whole {
                let owner = pieces.first(col);
                let Some(fill) = self
                    .fill_of(owner)
                    .filter(|fill| fill.emphasis != Emphasis::Dimmed)
                else {
                    continue;
                };
                let count = fill.letters.len();
                let fits = (col..col + count)
                    .all(|col| seams.get(col) == Some(&0) && pieces.first(col) == owner);
                if count == 0
                    || !fits
                    || !occupancy.is_free(col.cast_signed(), row.cast_signed(), count)
                {
                    continue;
                }
                lettered.push(owner);
                for (letter, x) in fill.letters.iter().zip(x..) {
                    write(*letter, x, y);
                }
            }
        }
        // An area too small for the pattern has its letters once.
        for (n, fill) in self.fills.iter().enumerate() {
            let owner = Owner::region(RegionId::at(n));
            let size = (fill.letters.len(), 1);
            if fill.letters.is_empty()
                || fill.emphasis == Emphasis::Dimmed
                || lettered.contains(&owner)
            {
                continue;
            }
            let Some((col, row)) = self.ground.depths.deepest(owner, size, &occupancy) else {
                continue;
            };
            for (letter, x) in fill.letters.iter().zip(col..) {
                if let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(row)) {
                    write(*letter, x, y);
                }
            }
        }
    }

    /// The cells that labels take.
    fn occupancy(&self) -> Occupancy {
        let (cols, rows) = self.size();
        let mut occupancy = Occupancy::new(cols.into(), rows.into());
        for label in &self.labels {
            let (x, y) = label.at;
            occupancy.take(x.into(), y.into(), label.text.width());
        }
        occupancy
    }
}

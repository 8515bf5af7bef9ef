//! The map's pane of the screen, as a scene is painted on it.

use std::ops::Range;

use ratatui::{
    buffer::{self, Buffer},
    layout::{Position, Rect},
    style::{Color, Style},
};

use crate::scene::{Attributes, Cell, CellCanvas, Colour};

/// An area of a buffer.
pub struct MapPane<'a> {
    buf: &'a mut Buffer,
    area: Rect,
}

impl<'a> MapPane<'a> {
    /// The part of an area that lies in the buffer.
    pub fn new(buf: &'a mut Buffer, area: Rect) -> Self {
        let area = area.intersection(buf.area);
        Self { buf, area }
    }

    fn cell(&mut self, (col, row): (u16, u16)) -> Option<&mut buffer::Cell> {
        let at = self.position(col, row)?;
        self.buf.cell_mut(at)
    }

    fn position(&self, col: u16, row: u16) -> Option<Position> {
        let inside = col < self.area.width && row < self.area.height;
        inside.then(|| Position {
            x: self.area.x + col,
            y: self.area.y + row,
        })
    }
}

impl CellCanvas for MapPane<'_> {
    fn fill(&mut self, row: u16, cols: Range<u16>, colour: Colour) {
        let Some(Position { x, y }) = self.position(cols.start, row) else {
            return;
        };
        let (start, colour) = (self.buf.index_of(x, y), Color::from(colour));
        let width = usize::from(self.area.right() - x).min(cols.len());
        for cell in &mut self.buf.content[start..start + width] {
            // Most are blank already.
            if cell.symbol() != " " {
                cell.set_char(' ');
            }
            cell.set_fg(colour).set_bg(colour);
        }
    }

    fn set(&mut self, at: (u16, u16), cell: Cell) {
        if let Some(to) = self.cell(at) {
            to.set_char(cell.glyph)
                .set_fg(cell.foreground.into())
                .set_bg(cell.background.into());
        }
    }

    fn recolour(&mut self, at: (u16, u16), foreground: Colour, background: Colour) {
        if let Some(cell) = self.cell(at) {
            cell.set_fg(foreground.into()).set_bg(background.into());
        }
    }

    fn write(&mut self, (col, row): (u16, u16), text: &str, attributes: Attributes) {
        if let Some(Position { x, y }) = self.position(col, row) {
            let columns = usize::from(self.area.right() - x);
            let style = Style::new().add_modifier(attributes.into());
            self.buf.set_stringn(x, y, text, columns, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::symbols::{braille::BRAILLE, half_block, pixel};

    use super::*;
    use crate::scene::Marker;

    #[test]
    fn the_glyphs_of_markers_are_those_of_ratatui() {
        let half_blocks = [' ', half_block::UPPER, half_block::LOWER, half_block::FULL];
        let tables: [(Marker, &[char]); 5] = [
            (Marker::Octant, &pixel::OCTANTS),
            (Marker::Sextant, &pixel::SEXTANTS),
            (Marker::Quadrant, &pixel::QUADRANTS),
            (Marker::HalfBlock, &half_blocks),
            (Marker::Braille, &BRAILLE),
        ];
        for (marker, glyphs) in tables {
            let ours: Vec<char> = (0..=u8::MAX)
                .take(glyphs.len())
                .map(|mask| marker.glyph(mask))
                .collect();
            assert_eq!(ours, glyphs, "{marker:?}");
        }
    }

    #[test]
    fn nothing_is_painted_beyond_the_pane() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 3));
        let mut pane = MapPane::new(&mut buf, Rect::new(2, 1, 3, 9));
        for row in 0..4 {
            pane.fill(row, 0..5, Colour::Indexed(20));
            pane.fill(row, 7..9, Colour::Indexed(20));
        }
        let cell = Cell {
            glyph: 'x',
            foreground: Colour::Default,
            background: Colour::Indexed(21),
        };
        pane.set((2, 0), cell);
        pane.set((3, 0), cell);
        pane.recolour((0, 1), Colour::Default, Colour::Rgb([1, 2, 3]));
        pane.recolour((0, 2), Colour::Default, Colour::Rgb([1, 2, 3]));
        pane.write((1, 1), "abc", Attributes::BOLD);
        pane.write((0, 7), "abc", Attributes::BOLD);
        let mut expected = Buffer::with_lines(["      ", "    x ", "   ab "]);
        let (twenty, other) = (Color::Indexed(20), Color::Indexed(21));
        let filled = Style::new().fg(twenty).bg(twenty);
        expected.set_style(Rect::new(2, 1, 3, 2), filled);
        expected.set_style(
            Rect::new(4, 1, 1, 1),
            Style::new().fg(Color::Reset).bg(other),
        );
        let mixed = Style::new().fg(Color::Reset).bg(Color::Rgb(1, 2, 3));
        expected.set_style(Rect::new(2, 2, 1, 1), mixed);
        expected.set_style(Rect::new(3, 2, 2, 1), Style::new().bold());
        assert_eq!(buf, expected);
    }
}

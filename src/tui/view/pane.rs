//! The map's pane of the screen, as a scene is painted on it.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use crate::scene::{Attributes, Cell, CellCanvas, Colour};

/// An area of a buffer.
pub struct MapPane<'a> {
    buf: &'a mut Buffer,
    area: Rect,
}

impl<'a> MapPane<'a> {
    pub fn new(buf: &'a mut Buffer, area: Rect) -> Self {
        let area = area.intersection(buf.area);
        Self { buf, area }
    }

    fn cell(&mut self, (col, row): (u16, u16)) -> Option<&mut ratatui::buffer::Cell> {
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
    fn set_row(&mut self, row: u16, cells: impl Iterator<Item = Cell>) {
        let Some(Position { x, y }) = self.position(0, row) else {
            return;
        };
        let start = self.buf.index_of(x, y);
        let row = self.buf.content[start..].iter_mut();
        for (to, cell) in row.take(self.area.width.into()).zip(cells) {
            set(to, cell);
        }
    }

    fn set(&mut self, at: (u16, u16), cell: Cell) {
        if let Some(to) = self.cell(at) {
            set(to, cell);
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

fn set(to: &mut ratatui::buffer::Cell, cell: Cell) {
    // Most cells are blank already.
    if cell.glyph != ' ' || to.symbol() != " " {
        to.set_char(cell.glyph);
    }
    to.set_fg(cell.foreground.into())
        .set_bg(cell.background.into());
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
        let cell = Cell {
            glyph: 'x',
            ..Cell::filled(Colour::Default)
        };
        for row in 0..4 {
            pane.set_row(row, std::iter::repeat_n(cell, 5));
        }
        pane.set((3, 0), cell);
        pane.recolour((0, 2), Colour::Default, Colour::Indexed(20));
        pane.write((1, 1), "abc", Attributes::BOLD);
        pane.write((0, 7), "abc", Attributes::BOLD);
        let mut expected = Buffer::with_lines(["", "  xxx ", "  xab "]);
        let bold = Style::new().bold();
        expected.set_style(Rect::new(3, 2, 2, 1), bold);
        assert_eq!(buf, expected);
    }
}

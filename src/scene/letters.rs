//! The letters of those who hold an area, for where colours are too few to tell.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

use super::{Emphasis, Owner, Scene, Theme, place::Room};
use crate::atlas::RegionId;

impl Scene {
    /// Writes the letters of those who hold an area all over it.
    pub(super) fn letters(&self, theme: &Theme, buf: &mut Buffer, area: Rect) {
        let (wide, high) = self.marker.pieces();
        let room = self.room();
        let mut lettered = Vec::new();
        let mut seams = Vec::new();
        for (row, y) in self.rows(area).step_by(2) {
            self.seams(row, &mut seams);
            for (col, x) in self
                .cols(area)
                .filter(|(col, _)| (col + row * 2) % 8 == 4 && seams[*col] == 0)
            {
                let owner = self.ground.owners.row(row * high)[col * wide];
                let Some(fill) = self
                    .fill_of(owner)
                    .filter(|fill| fill.emphasis != Emphasis::Dimmed)
                else {
                    continue;
                };
                let count = fill.letters.len();
                let owners = self.ground.owners.row(row * high);
                let whole = (col..col + count).all(|col| owners.get(col * wide) == Some(&owner));
                if count == 0
                    || !whole
                    || !room.is_free(col.cast_signed(), row.cast_signed(), count)
                {
                    continue;
                }
                lettered.push(owner);
                for (letter, x) in fill.letters.iter().zip(x..) {
                    write(theme, *letter, Position { x, y }, buf);
                }
            }
        }
        // An area too small for the pattern has its letters once.
        for (n, fill) in self.fills.iter().enumerate() {
            let owner = Owner::region(RegionId(n));
            let size = (fill.letters.len(), 1);
            if fill.letters.is_empty()
                || fill.emphasis == Emphasis::Dimmed
                || lettered.contains(&owner)
            {
                continue;
            }
            let Some((col, row)) = self.ground.depths.deepest(owner, size, &room) else {
                continue;
            };
            for (letter, x) in fill.letters.iter().zip(col..) {
                let at = (u16::try_from(x), u16::try_from(row));
                if let (Ok(x), Ok(y)) = at {
                    let (x, y) = (area.x + x, area.y + y);
                    write(theme, *letter, Position { x, y }, buf);
                }
            }
        }
    }

    /// The cells that no label takes.
    fn room(&self) -> Room {
        let (wide, high) = self.marker.pieces();
        let owners = &self.ground.owners;
        let mut room = Room::new(owners.width() / wide, owners.height() / high);
        for label in &self.labels {
            let (x, y) = label.at;
            room.take(x.into(), y.into(), label.text.width());
        }
        room
    }
}

/// Writes a letter on what is there.
fn write(theme: &Theme, letter: char, at: Position, buf: &mut Buffer) {
    if let Some(cell) = buf.cell_mut(at) {
        let back = cell.bg;
        cell.set_char(letter).set_fg(theme.text_on(back));
    }
}

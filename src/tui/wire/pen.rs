//! The way the terminal draws what comes next, and the fewest bytes that change it.

use std::io::{self, Write};

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

use super::{
    super::sgr::{ATTRIBUTES, Sequence, Side},
    cursor::{Cursor, travel},
};
use crate::scene::Marker;

/// The place where the terminal draws next, and its colours and attributes.
#[derive(Debug)]
pub struct Pen {
    /// Columns of the screen.
    width: u16,
    at: Cursor,
    look: Look,
    /// Anything was drawn.
    is_used: bool,
}

/// Colours and attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Look {
    front: Color,
    back: Color,
    modifier: Modifier,
}

impl Pen {
    /// A pen as a terminal has it that draws in its own colours, over a screen of so many columns.
    pub fn new(width: u16) -> Self {
        Self {
            width,
            at: Cursor::Anywhere,
            look: Look::default(),
            is_used: false,
        }
    }

    /// Comes to a cell of a row over cells that are shown already, where writing them again is shorter than moving.
    pub fn come(&mut self, to: (u16, u16), row: &[Cell], out: &mut impl Write) -> io::Result<()> {
        let between = match self.at {
            Cursor::At(col, y) if y == to.1 && col < to.0 => &row[col.into()..to.0.into()],
            _ => return Ok(()),
        };
        let is_free = |cell: &Cell| {
            is_one_column(cell.symbol()) && self.look.change(cell).sequence.is_empty()
        };
        let bytes = between.iter().map(|cell| cell.symbol().len());
        let way = travel(self.at, to).bytes().len();
        if between.len() < way && bytes.sum::<usize>() < way && between.iter().all(is_free) {
            for cell in between {
                out.write_all(cell.symbol().as_bytes())?;
            }
            self.at = Cursor::At(to.0, to.1);
        }
        Ok(())
    }

    /// Draws a cell.
    pub fn draw(&mut self, at: (u16, u16), cell: &Cell, out: &mut impl Write) -> io::Result<()> {
        if self.at != Cursor::At(at.0, at.1) {
            out.write_all(travel(self.at, at).bytes())?;
        }
        let inverse = self.take(cell, out)?;
        self.is_used = true;
        self.at = if at.0 + 1 >= self.width {
            // Terminals don't agree on where they are behind the last column.
            Cursor::Anywhere
        } else if is_one_column(cell.symbol()) {
            Cursor::At(at.0 + 1, at.1)
        } else {
            Cursor::InRow(at.1)
        };
        let drawn = inverse.as_ref().unwrap_or(cell);
        out.write_all(drawn.symbol().as_bytes())
    }

    /// Changes what must be changed to draw a cell, or to draw its inverse, which is returned where that takes less.
    fn take(&mut self, cell: &Cell, out: &mut impl Write) -> io::Result<Option<Cell>> {
        if self.look.shows(cell) {
            return Ok(None);
        }
        let mut change = self.look.change(cell);
        let mut inverse = self.look.inverse(cell);
        let other = inverse.as_ref().map(|inverse| self.look.change(inverse));
        match other.filter(|other| other.sequence.len() < change.sequence.len()) {
            Some(other) => change = other,
            None => inverse = None,
        }
        change.sequence.write(out)?;
        self.look = change.to;
        Ok(inverse)
    }

    /// Takes back every colour and attribute, if any was set.
    pub fn put_down(&self, out: &mut impl Write) -> io::Result<()> {
        if !self.is_used {
            return Ok(());
        }
        let mut sequence = Sequence::new();
        sequence.reset();
        sequence.write(out)
    }
}

/// The bytes to draw a cell, and the pen as it is then.
#[derive(Debug)]
struct Change {
    sequence: Sequence,
    to: Look,
}

impl Look {
    /// Tells whether a cell can be drawn as it is. Most can: they lie beside one like them.
    fn shows(self, cell: &Cell) -> bool {
        (self.front, self.back, self.modifier) == (cell.fg, cell.bg, cell.modifier)
    }

    /// The shorter of two ways to a cell: taking back what it hasn't, or everything.
    fn change(self, cell: &Cell) -> Change {
        let mut direct = Change {
            sequence: Sequence::new(),
            to: self,
        };
        direct.add(cell);
        if direct.sequence.is_empty() {
            return direct;
        }
        let mut anew = Change {
            sequence: Sequence::new(),
            to: Self::default(),
        };
        anew.sequence.reset();
        anew.add(cell);
        if anew.sequence.len() < direct.sequence.len() {
            anew
        } else {
            direct
        }
    }

    /// A cell that looks the same with its colours exchanged, where one of them is on that side already.
    fn inverse(self, cell: &Cell) -> Option<Cell> {
        let is_colour = |colour| matches!(colour, Color::Rgb(..) | Color::Indexed(_));
        // Elsewhere a colour is not the same on both sides.
        let is_plain = (cell.modifier - Modifier::ITALIC).is_empty();
        let is_near = cell.fg == self.back || cell.bg == self.front;
        if !(is_near && is_plain && is_colour(cell.fg) && is_colour(cell.bg)) {
            return None;
        }
        let glyph = is_one_column(cell.symbol()).then(|| cell.symbol().chars().next())??;
        let mut inverse = cell.clone();
        inverse
            .set_char(Marker::inverse(glyph)?)
            .set_fg(cell.bg)
            .set_bg(cell.fg);
        (glyph != ' ').then_some(inverse)
    }
}

impl Change {
    fn add(&mut self, cell: &Cell) {
        let to = &mut self.to;
        // Nothing of a blank is in front, unless the two change sides or a line runs under it.
        let on_blank = Modifier::REVERSED | Modifier::UNDERLINED;
        let is_blank = cell.symbol() == " " && !cell.modifier.intersects(on_blank);
        let wanted = if is_blank {
            to.modifier - on_blank
        } else {
            cell.modifier & ATTRIBUTES.iter().map(|it| it.0).collect()
        };
        for (modifier, _, end) in ATTRIBUTES {
            if (to.modifier - wanted).contains(modifier) {
                self.sequence.add(end);
                // One end may be that of several.
                for (other, _, _) in ATTRIBUTES.iter().filter(|other| other.2 == end) {
                    to.modifier -= *other;
                }
            }
        }
        for (modifier, begin, _) in ATTRIBUTES {
            if (wanted - to.modifier).contains(modifier) {
                self.sequence.add(begin);
                to.modifier |= modifier;
            }
        }
        if !is_blank && cell.fg != to.front {
            self.sequence.colour(Side::Front, cell.fg);
            to.front = cell.fg;
        }
        if cell.bg != to.back {
            self.sequence.colour(Side::Back, cell.bg);
            to.back = cell.bg;
        }
    }
}

/// Tells whether every terminal moves on by one column for it: terminals don't agree on the width of other characters.
pub fn is_one_column(symbol: &str) -> bool {
    if let [b' '..=b'~'] = symbol.as_bytes() {
        return true;
    }
    let mut chars = symbol.chars();
    let (Some(char), None) = (chars.next(), chars.next()) else {
        return false;
    };
    matches!(char, '\u{a0}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259f}' | '\u{1cd00}'..='\u{1cde5}'
        | '\u{1cea0}'..='\u{1ceaf}' | '\u{1fb00}'..='\u{1fbaf}' | '\u{1fbe6}'..='\u{1fbe7}')
}

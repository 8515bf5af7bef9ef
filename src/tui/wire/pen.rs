//! The way the terminal draws what comes next, and the fewest bytes that change it.

use std::{
    borrow::Cow,
    io::{self, Write},
};

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
    /// Full blocks stand for pieces of the map where that is shorter.
    fills: bool,
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
            fills: false,
            at: Cursor::Anywhere,
            look: Look::default(),
            is_used: false,
        }
    }

    /// The same pen, which may fill pieces of the map with full blocks where these leave no seam.
    pub fn filling(self, fills: bool) -> Self {
        Self { fills, ..self }
    }

    /// The bytes that it takes to come to a cell of a row and to draw it.
    pub fn cost(&self, to: (u16, u16), row: &[Cell]) -> usize {
        let way = match self.over(to, row) {
            Some(between) => between.iter().map(|cell| cell.symbol().len()).sum(),
            None => travel(self.at, to).bytes().len(),
        };
        way + self.stroke(&row[usize::from(to.0)]).cost()
    }

    /// Comes to a cell of a row over cells that are shown already, where writing them again is shorter than moving.
    pub fn come(&mut self, to: (u16, u16), row: &[Cell], out: &mut impl Write) -> io::Result<()> {
        let Some(between) = self.over(to, row) else {
            return Ok(());
        };
        for cell in between {
            out.write_all(cell.symbol().as_bytes())?;
        }
        self.at = Cursor::At(to.0, to.1);
        Ok(())
    }

    /// Draws a cell.
    pub fn draw(&mut self, at: (u16, u16), cell: &Cell, out: &mut impl Write) -> io::Result<()> {
        if self.at != Cursor::At(at.0, at.1) {
            out.write_all(travel(self.at, at).bytes())?;
        }
        let mut drawn = Cow::Borrowed(cell);
        // Most cells lie beside one like them.
        if !self.look.shows(cell) {
            let stroke = self.stroke(cell);
            stroke.sequence.write(out)?;
            self.look = stroke.look;
            drawn = stroke.cell;
        }
        out.write_all(drawn.symbol().as_bytes())?;
        self.is_used = true;
        self.at = if at.0 + 1 >= self.width {
            // Terminals don't agree on where they are behind the last column.
            Cursor::Anywhere
        } else if is_one_column(drawn.symbol()) {
            Cursor::At(at.0 + 1, at.1)
        } else {
            Cursor::InRow(at.1)
        };
        Ok(())
    }

    /// The cells that are written again on the way to a cell of a row.
    fn over<'a>(&self, to: (u16, u16), row: &'a [Cell]) -> Option<&'a [Cell]> {
        let between = match self.at {
            Cursor::At(col, y) if y == to.1 && col < to.0 => &row[col.into()..to.0.into()],
            _ => return None,
        };
        let is_free =
            |cell: &Cell| is_one_column(cell.symbol()) && self.look.change(cell).0.is_empty();
        let bytes = between.iter().map(|cell| cell.symbol().len());
        let way = travel(self.at, to).bytes().len();
        let is_shorter = between.len() < way && bytes.sum::<usize>() < way;
        (is_shorter && between.iter().all(is_free)).then_some(between)
    }

    fn stroke<'a>(&self, cell: &'a Cell) -> Stroke<'a> {
        let direct = self.look.stroke(Cow::Borrowed(cell));
        if direct.sequence.is_empty() {
            return direct;
        }
        let inverse = self.inverse(cell);
        let inverse = inverse.map(|cell| self.look.stroke(Cow::Owned(cell)));
        inverse
            .filter(|inverse| inverse.cost() < direct.cost())
            .unwrap_or(direct)
    }

    /// A cell that looks the same with its colours exchanged, where one of them is on that side already.
    fn inverse(&self, cell: &Cell) -> Option<Cell> {
        let is_colour = |colour| matches!(colour, Color::Rgb(..) | Color::Indexed(_));
        // Elsewhere a colour is not the same on both sides.
        let is_plain = (cell.modifier - Modifier::ITALIC).is_empty();
        let is_near = cell.fg == self.look.back || cell.bg == self.look.front;
        if !(is_near && is_plain && is_colour(cell.fg) && is_colour(cell.bg)) {
            return None;
        }
        let glyph = is_one_column(cell.symbol()).then(|| cell.symbol().chars().next())??;
        let (front, back) = match glyph {
            // A piece of the map, which fills its cell; a blank among words stays one.
            ' ' if self.fills && cell.fg == cell.bg => (cell.bg, self.look.back),
            ' ' => return None,
            _ => (cell.bg, cell.fg),
        };
        let mut inverse = cell.clone();
        inverse
            .set_char(Marker::inverse(glyph)?)
            .set_fg(front)
            .set_bg(back);
        Some(inverse)
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

/// A cell as it is drawn: itself, or what looks the same and takes fewer bytes.
struct Stroke<'a> {
    sequence: Sequence,
    /// The colours and attributes that are set then.
    look: Look,
    cell: Cow<'a, Cell>,
}

impl Stroke<'_> {
    fn cost(&self) -> usize {
        self.sequence.size() + self.cell.symbol().len()
    }
}

impl Look {
    fn stroke(self, cell: Cow<'_, Cell>) -> Stroke<'_> {
        let (sequence, look) = self.change(&cell);
        Stroke {
            sequence,
            look,
            cell,
        }
    }

    /// Tells whether a cell can be drawn as it is.
    fn shows(self, cell: &Cell) -> bool {
        self.back == cell.bg
            && if is_blank(cell) {
                !self.modifier.intersects(ON_BLANK)
            } else {
                (self.front, self.modifier) == (cell.fg, cell.modifier)
            }
    }

    /// The shorter of two ways to a cell, taking back what it hasn't, or everything; and how the pen draws then.
    fn change(self, cell: &Cell) -> (Sequence, Self) {
        let mut direct = (Sequence::new(), self);
        add(cell, &mut direct);
        if direct.0.is_empty() {
            return direct;
        }
        let mut anew = (Sequence::new(), Self::default());
        anew.0.reset();
        add(cell, &mut anew);
        if anew.0.size() < direct.0.size() {
            anew
        } else {
            direct
        }
    }
}

/// Adds what changes a look into that of a cell.
fn add(cell: &Cell, (sequence, to): &mut (Sequence, Look)) {
    let is_blank = is_blank(cell);
    let wanted = if is_blank {
        to.modifier - ON_BLANK
    } else {
        cell.modifier & ATTRIBUTES.iter().map(|it| it.0).collect()
    };
    for (modifier, _, end) in ATTRIBUTES {
        if (to.modifier - wanted).contains(modifier) {
            sequence.add(end);
            // One end may be that of several.
            for (other, _, _) in ATTRIBUTES.iter().filter(|other| other.2 == end) {
                to.modifier -= *other;
            }
        }
    }
    for (modifier, begin, _) in ATTRIBUTES {
        if (wanted - to.modifier).contains(modifier) {
            sequence.add(begin);
            to.modifier |= modifier;
        }
    }
    if !is_blank && cell.fg != to.front {
        sequence.colour(Side::Front, cell.fg);
        to.front = cell.fg;
    }
    if cell.bg != to.back {
        sequence.colour(Side::Back, cell.bg);
        to.back = cell.bg;
    }
}

/// The marks that are seen of a blank, besides its ground.
const ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED);

/// Tells whether nothing is seen of a cell but its ground.
pub fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && !cell.modifier.intersects(ON_BLANK)
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
    matches!(char, '\u{a0}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259f}' | '▸' | '◂' | '\u{1cd00}'..='\u{1cde5}'
        | '\u{1cea0}'..='\u{1ceaf}' | '\u{1fb00}'..='\u{1fbaf}' | '\u{1fbe6}'..='\u{1fbe7}')
}

//! Changed cells to bytes for the terminal, as few as it takes.

use std::io::{self, Write};

use ratatui::{
    buffer::{Buffer, Cell},
    crossterm::{cursor::MoveTo, queue},
    layout::Rect,
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

use super::sgr::{ATTRIBUTES, RESET, Sequence, Side};

/// Writes what turns one screen into another of the same size; leaves no colour or attribute behind.
pub fn changes(from: &Buffer, to: &Buffer, out: &mut impl Write) -> io::Result<()> {
    let mut pen = Pen::default();
    let width = usize::from(to.area.width).max(1);
    let rows = from.content.chunks(width).zip(to.content.chunks(width));
    for ((was, now), y) in rows.zip(0..) {
        let mut cells = was.iter().zip(now).zip(0..);
        while let Some(((was, cell), x)) = cells.next() {
            let columns = columns(cell);
            if was != cell {
                // The other half of a wide character that is or was here: terminals don't agree on what becomes of it.
                for (half, x) in now
                    .iter()
                    .zip(0..)
                    .skip(usize::from(x) + 1)
                    .take(columns.max(self::columns(was)) - 1)
                {
                    pen.draw((x, y), half, out)?;
                }
                pen.draw((x, y), cell, out)?;
            }
            for _ in 1..columns {
                cells.next();
            }
        }
    }
    if pen == Pen::default() {
        return Ok(());
    }
    reset(out)
}

fn reset(out: &mut impl Write) -> io::Result<()> {
    let mut sequence = Sequence::new();
    sequence.add(RESET);
    sequence.write(out)
}

/// Writes the cells of an area that are asked for, whatever the terminal shows there.
pub fn cells(
    screen: &Buffer,
    area: Rect,
    asked: impl Fn(&Cell) -> bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut pen = Pen::default();
    for row in area.rows() {
        let mut past = row.left();
        for at in row.positions() {
            let Some(cell) = screen.cell(at).filter(|cell| at.x >= past && asked(cell)) else {
                continue;
            };
            pen.draw((at.x, at.y), cell, out)?;
            // The other half of a wide character is drawn with it.
            past = at.x + u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        }
    }
    reset(out)
}

/// The way the terminal draws what comes next.
#[derive(Debug, Default, PartialEq)]
struct Pen {
    /// The cell where that goes, if it is known.
    at: Option<(u16, u16)>,
    front: Color,
    back: Color,
    modifier: Modifier,
}

impl Pen {
    fn draw(&mut self, at: (u16, u16), cell: &Cell, out: &mut impl Write) -> io::Result<()> {
        if self.at != Some(at) {
            queue!(out, MoveTo(at.0, at.1))?;
        }
        self.take(cell, out)?;
        self.at = is_one_column(cell.symbol()).then_some((at.0 + 1, at.1));
        out.write_all(cell.symbol().as_bytes())
    }

    /// Changes what must be changed to draw a cell, in one sequence.
    fn take(&mut self, cell: &Cell, out: &mut impl Write) -> io::Result<()> {
        let mut change = Sequence::new();
        if !cell.modifier.contains(self.modifier) {
            change.add(RESET);
            *self = Self {
                at: self.at,
                ..Self::default()
            };
        }
        for (modifier, parameter) in ATTRIBUTES {
            if (cell.modifier - self.modifier).contains(modifier) {
                change.add(parameter);
            }
        }
        self.modifier = cell.modifier;
        // Nothing of a blank is in front, unless the two change sides or a line runs under it.
        let blank = cell.symbol() == " "
            && !cell
                .modifier
                .intersects(Modifier::REVERSED | Modifier::UNDERLINED);
        if !blank && cell.fg != self.front {
            change.colour(Side::Front, cell.fg);
            self.front = cell.fg;
        }
        if cell.bg != self.back {
            change.colour(Side::Back, cell.bg);
            self.back = cell.bg;
        }
        change.write(out)
    }
}

/// The columns that a cell takes with those that its character covers.
fn columns(cell: &Cell) -> usize {
    let symbol = cell.symbol();
    if is_one_column(symbol) {
        1
    } else {
        symbol.width().max(1)
    }
}

/// Tells whether every terminal moves on by one column for it: terminals don't agree on the width of other characters.
fn is_one_column(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(char), None) = (chars.next(), chars.next()) else {
        return false;
    };
    matches!(char, ' '..='~' | '\u{a0}'..='\u{2ff}' | '\u{2500}'..='\u{259f}' | '\u{1cd00}'..='\u{1cde5}'
        | '\u{1fb00}'..='\u{1fbaf}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::Style;

    const AREA: Rect = Rect {
        x: 0,
        y: 0,
        width: 12,
        height: 3,
    };

    fn sent(from: &Buffer, to: &Buffer) -> Vec<u8> {
        let mut bytes = Vec::new();
        changes(from, to, &mut bytes).expect("memory takes everything");
        bytes
    }

    fn style() -> impl Strategy<Value = Style> {
        let colour = || prop::sample::select(vec![Color::Reset, Color::Red, Color::Rgb(1, 2, 3)]);
        let modifier = prop::sample::select(vec![
            Modifier::empty(),
            Modifier::BOLD,
            Modifier::REVERSED | Modifier::BOLD,
            Modifier::ITALIC,
        ]);
        (colour(), colour(), modifier)
            .prop_map(|(fg, bg, m)| Style::new().fg(fg).bg(bg).add_modifier(m))
    }

    fn buffer() -> impl Strategy<Value = Buffer> {
        let text = prop::sample::select(vec!["a", " ", "▚a", "é", "طر", "界"]);
        prop::collection::vec((0..6u16, 0..3u16, text, style()), 0..20).prop_map(|cells| {
            let mut buffer = Buffer::empty(AREA);
            for (x, y, text, style) in cells {
                // Every second column, so that nothing is written into the half of a wide one.
                buffer.set_string(x * 2, y, text, style);
            }
            buffer
        })
    }

    fn terminal() -> vt100::Parser {
        let side = |side: u16| side.try_into().expect("a side");
        vt100::Parser::new(side(AREA.height), side(AREA.width), 0)
    }

    fn shown(screen: &vt100::Screen) -> Vec<String> {
        let cell = |y, x| {
            screen.cell(y, x).map(|cell| {
                // What is in front of a blank is not seen, nor is how bold it is.
                let seen = cell.has_contents() && cell.contents() != " " || cell.inverse();
                let front = seen.then(|| (cell.fgcolor(), cell.bold(), cell.italic()));
                let text = cell.contents().trim();
                format!("{text:?} {front:?} {:?} {}", cell.bgcolor(), cell.inverse())
            })
        };
        let rows = 0..AREA.height;
        rows.flat_map(|y| (0..AREA.width).filter_map(move |x| cell(y, x)))
            .collect()
    }

    proptest! {
        #[test]
        fn a_terminal_ends_with_the_new_screen_whatever_the_old_one(old in buffer(), new in buffer()) {
            let empty = Buffer::empty(AREA);
            let mut stepwise = terminal();
            stepwise.process(&sent(&empty, &old));
            stepwise.process(&sent(&old, &new));
            let mut direct = terminal();
            direct.process(&sent(&empty, &new));
            prop_assert_eq!(shown(stepwise.screen()), shown(direct.screen()));
        }
    }

    #[test]
    fn nothing_is_sent_where_nothing_has_changed() {
        let mut buffer = Buffer::empty(AREA);
        buffer.set_string(0, 0, "same", Style::new().fg(Color::Red));
        assert!(sent(&buffer, &buffer).is_empty());
    }

    #[test]
    fn a_blank_costs_no_colour_in_front() {
        let mut buffer = Buffer::empty(AREA);
        buffer.set_style(AREA, Style::new().fg(Color::Green).bg(Color::Blue));
        let sent = String::from_utf8(sent(&Buffer::empty(AREA), &buffer)).expect("text");
        assert_eq!(sent.matches("\u{1b}[").count(), 3 + 1 + 1, "{sent:?}");
    }
}

//! Changed cells to bytes for the terminal, as few as it takes.

mod cursor;
mod pen;

use std::{
    io::{self, Write},
    iter,
};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::Color,
};
use unicode_width::UnicodeWidthStr;

use crate::scene::Marker;
use pen::{Pen, is_blank, is_one_column};

/// Writes what turns one screen, or an empty one where it has no size, into another, with a map in pieces that the terminal has; leaves no
/// colour or attribute behind.
///
/// Row by row the cursor seldom has to be moved, colour by colour the colours seldom have to be changed, and from one
/// stretch of a colour to the nearest neither often. Of a few cells what is shortest is written, and of many what is by
/// colour, which is.
pub fn changes(from: &Buffer, to: &Buffer, marker: Marker, out: &mut impl Write) -> io::Result<()> {
    let changed = changed(from, to);
    // Terminals that have these draw all blocks themselves; glyphs of fonts seldom fill their cell.
    let leaves_no_seam = matches!(marker, Marker::Sextant | Marker::Octant);
    let is_short = changed.len() <= FEW_CELLS;
    let pen = || Pen::new(to.area.width).filling(leaves_no_seam && is_short);
    let mut written = Vec::new();
    let mut stretches: Vec<_> = changed.chunk_by(Changed::leads_on_to).collect();
    if stretches.len() <= FEW_STRETCHES {
        written.push(by_nearest(stretches.clone(), to, pen())?);
    }
    if is_short {
        written.push(in_order(&stretches, to, pen())?);
    }
    stretches.sort_by_key(|stretch| stretch[0].colours);
    written.push(in_order(&stretches, to, pen())?);
    let shortest = written.iter().min_by_key(|bytes| bytes.len());
    shortest.map_or(Ok(()), |bytes| out.write_all(bytes))
}

/// So many cells are written in either order, to compare.
const FEW_CELLS: usize = 1000;
/// Of so many stretches the nearest is looked for.
const FEW_STRETCHES: usize = 100;

/// A cell to be written.
struct Changed {
    at: (u16, u16),
    /// The columns that a wide character covers or has covered behind it: terminals don't agree on what becomes of them.
    behind: u16,
    colours: u64,
}

impl Changed {
    /// Tells whether the next one is the cell beside it, in the same colours.
    fn leads_on_to(&self, next: &Self) -> bool {
        (self.at.0 + 1, self.at.1, self.colours) == (next.at.0, next.at.1, next.colours)
    }
}

fn changed(from: &Buffer, to: &Buffer) -> Vec<Changed> {
    let mut changed = Vec::with_capacity(to.content.len());
    let width = usize::from(to.area.width).max(1);
    let mut was = from.content.iter().chain(iter::repeat(&Cell::EMPTY));
    for (now, y) in to.content.chunks(width).zip(0..) {
        let mut cells = now.iter().zip(was.by_ref()).zip(0..);
        while let Some(((cell, was), x)) = cells.next() {
            let columns = columns(cell);
            if was != cell && !looks_same(was, cell) {
                changed.push(Changed {
                    at: (x, y),
                    behind: columns.max(self::columns(was)) - 1,
                    colours: colours(cell),
                });
            }
            for _ in 1..columns {
                cells.next();
            }
        }
    }
    changed
}

/// Tells whether nothing is seen of a change: of a blank, only its ground is.
fn looks_same(was: &Cell, cell: &Cell) -> bool {
    was.bg == cell.bg && is_blank(was) && is_blank(cell)
}

fn in_order(stretches: &[&[Changed]], screen: &Buffer, mut pen: Pen) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for stretch in stretches {
        draw(&mut pen, stretch, screen, &mut out)?;
    }
    pen.put_down(&mut out)?;
    Ok(out)
}

/// Writes next what takes the fewest bytes to begin with.
fn by_nearest(
    mut stretches: Vec<&[Changed]>,
    screen: &Buffer,
    mut pen: Pen,
) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let cost = |pen: &Pen, stretch: &[Changed]| {
        let at = stretch[0].at;
        pen.cost(at, row(screen, at.1))
    };
    while let Some(next) = (0..stretches.len()).min_by_key(|&nth| cost(&pen, stretches[nth])) {
        draw(&mut pen, stretches.remove(next), screen, &mut out)?;
    }
    pen.put_down(&mut out)?;
    Ok(out)
}

fn draw(
    pen: &mut Pen,
    changed: &[Changed],
    screen: &Buffer,
    out: &mut impl Write,
) -> io::Result<()> {
    for &Changed {
        at: (x, y), behind, ..
    } in changed
    {
        let row = row(screen, y);
        if behind > 0 {
            let halves = row.iter().zip(0..).skip(usize::from(x) + 1);
            for (half, x) in halves.take(behind.into()) {
                pen.draw((x, y), half, out)?;
            }
        }
        pen.come((x, y), row, out)?;
        pen.draw((x, y), &row[usize::from(x)], out)?;
    }
    Ok(())
}

fn row(screen: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(screen.area.width);
    &screen.content[usize::from(y) * width..][..width]
}

/// The colours that are seen of a cell, alike for cells that are written after each other for the fewest bytes.
fn colours(cell: &Cell) -> u64 {
    let order = |colour| match colour {
        Color::Rgb(red, green, blue) => u32::from_be_bytes([2, red, green, blue]),
        Color::Indexed(n) => u32::from_be_bytes([1, n, 0, 0]),
        _ => 0,
    };
    let front = if cell.symbol() == " " {
        cell.bg
    } else {
        cell.fg
    };
    let (front, back) = (order(front), order(cell.bg));
    u64::from(front.max(back)) << 32 | u64::from(front.min(back))
}

/// Writes the cells of an area that are asked for, whatever the terminal shows there.
pub fn cells(
    screen: &Buffer,
    area: Rect,
    asked: impl Fn(&Cell) -> bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut pen = Pen::new(screen.area.width);
    for row in area.rows() {
        let mut past = row.left();
        for at in row.positions() {
            let Some(cell) = screen.cell(at).filter(|cell| at.x >= past && asked(cell)) else {
                continue;
            };
            pen.draw((at.x, at.y), cell, out)?;
            // The other half of a wide character is drawn with it.
            past = at.x + columns(cell);
        }
    }
    pen.put_down(out)
}

/// The columns that a cell takes with those that its character covers.
fn columns(cell: &Cell) -> u16 {
    let symbol = cell.symbol();
    if is_one_column(symbol) {
        1
    } else {
        u16::try_from(symbol.width()).unwrap_or(1).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Modifier, Style};

    const AREA: Rect = Rect {
        x: 0,
        y: 0,
        width: 12,
        height: 3,
    };

    fn sent(from: &Buffer, to: &Buffer) -> Vec<u8> {
        sent_in(Marker::Octant, from, to)
    }

    fn sent_in(marker: Marker, from: &Buffer, to: &Buffer) -> Vec<u8> {
        let mut bytes = Vec::new();
        changes(from, to, marker, &mut bytes).expect("memory takes everything");
        bytes
    }

    fn style() -> impl Strategy<Value = Style> {
        let colour = || {
            prop::sample::select(vec![
                Color::Reset,
                Color::Red,
                Color::Rgb(1, 2, 3),
                Color::Rgb(4, 5, 6),
            ])
        };
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
        let text = prop::sample::select(vec!["a", " ", "▚a", "▙▛", "█", "é", "طر", "界"]);
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
                let (text, back, inverse) =
                    (cell.contents().trim(), cell.bgcolor(), cell.inverse());
                // What is in front of a blank is not seen, nor is how bold it is.
                let of = |text: &str, front, back| {
                    let seen = !text.trim().is_empty() || inverse;
                    let front = seen.then_some((front, cell.bold(), cell.italic()));
                    format!("{:?} {front:?} {back:?} {inverse}", text.trim())
                };
                // The same with its colours exchanged: of two descriptions one is enough.
                let other = text.chars().next().and_then(Marker::inverse);
                let other = other.map(|glyph| of(&glyph.to_string(), back, cell.fgcolor()));
                let described = of(text, cell.fgcolor(), back);
                other.into_iter().fold(described, Ord::min)
            })
        };
        let rows = 0..AREA.height;
        rows.flat_map(|y| (0..AREA.width).filter_map(move |x| cell(y, x)))
            .collect()
    }

    proptest! {
        #[test]
        fn a_terminal_ends_with_the_new_screen_whatever_the_old_one(old in buffer(), new in buffer()) {
            let empty = Buffer::default();
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
        assert_eq!(sent.matches('m').count(), 1 + 1, "{sent:?}");
    }

    #[test]
    fn a_piece_of_the_map_takes_the_colour_at_hand_where_no_seam_shows_and_no_blank_among_words_does()
     {
        let (at_hand, other) = (Color::Rgb(1, 2, 3), Color::Rgb(4, 5, 6));
        for (marker, front, is_filled) in [
            (Marker::Sextant, at_hand, true),
            (Marker::Sextant, other, false),
            (Marker::Quadrant, at_hand, false),
        ] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            buffer.set_string(0, 0, "a", Style::new().fg(at_hand));
            buffer.set_string(1, 0, " ", Style::new().fg(front).bg(at_hand));
            let sent = String::from_utf8(sent_in(marker, &Buffer::empty(buffer.area), &buffer));
            assert_eq!(sent.expect("text").contains("a█"), is_filled);
        }
    }
}

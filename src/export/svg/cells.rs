//! Cells of text as shapes and letters of SVG.

use std::{collections::BTreeMap, fmt::Write};

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
    symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS},
};
use unicode_width::UnicodeWidthStr;

use crate::scene::cube;

/// Pixels a cell is wide and high.
const CELL: (u32, u32) = (9, 18);
/// Where letters stand in a cell, from its top.
const BASELINE: u32 = 14;
const FRONT: &str = "#d8d9dc";
const BACK: &str = "#101216";

/// Draws every cell of a buffer. Blocks and frames are drawn as shapes, so that the picture needs no particular font.
pub fn draw(buffer: &Buffer) -> String {
    let (width, height) = (
        u32::from(buffer.area.width) * CELL.0,
        u32::from(buffer.area.height) * CELL.1,
    );
    let mut fills: BTreeMap<String, String> = BTreeMap::new();
    let mut blocks: BTreeMap<String, String> = BTreeMap::new();
    let mut texts = String::new();
    for row in 0..buffer.area.height {
        let mut run = Run::default();
        for col in 0..buffer.area.width {
            let cell = &buffer[(buffer.area.x + col, buffer.area.y + row)];
            let (x, y) = (u32::from(col) * CELL.0, u32::from(row) * CELL.1);
            let (front, back) = colours(cell);
            if back != BACK {
                rect(fills.entry(back).or_default(), x, y, CELL.0, CELL.1);
            }
            if let Some(pieces) = pieces(cell.symbol()) {
                run.end(&mut texts, y);
                let path = blocks.entry(front).or_default();
                for (left, top, wide, high) in pieces {
                    rect(path, x + left, y + top, wide, high);
                }
            } else if cell.symbol() == " " && run.text.is_empty() {
            } else {
                let style = (
                    front,
                    cell.modifier & (Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED),
                );
                if run.style.as_ref() != Some(&style) {
                    run.end(&mut texts, y);
                    run = Run {
                        x,
                        cols: 0,
                        text: String::new(),
                        style: Some(style),
                    };
                }
                run.text.push_str(cell.symbol());
                run.cols += u32::try_from(cell.symbol().width()).unwrap_or(1);
            }
        }
        run.end(&mut texts, u32::from(row) * CELL.1);
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-size=\"15\" \
         font-family=\"DejaVu Sans Mono,Menlo,Consolas,monospace\">\n<rect width=\"{width}\" height=\"{height}\" \
         fill=\"{BACK}\"/>\n"
    );
    for (colour, path) in fills.iter().chain(&blocks) {
        let _ = writeln!(
            out,
            "<path fill=\"{colour}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>"
        );
    }
    out + &texts + "</svg>\n"
}

/// Letters of one style that stand side by side.
#[derive(Default)]
struct Run {
    x: u32,
    cols: u32,
    text: String,
    style: Option<(String, Modifier)>,
}

impl Run {
    /// Writes the run, if it has letters, and starts anew.
    fn end(&mut self, out: &mut String, y: u32) {
        let run = std::mem::take(self);
        let Some((colour, modifier)) = run.style else {
            return;
        };
        let shown = run.text.trim_end();
        if shown.is_empty() {
            return;
        }
        let cols = run.cols - u32::try_from(run.text.len() - shown.len()).unwrap_or(0);
        let mut style = String::new();
        for (wanted, attribute) in [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        ] {
            if modifier.contains(wanted) {
                style.push_str(attribute);
            }
        }
        let text = shown
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" textLength=\"{}\" fill=\"{colour}\"{style} xml:space=\"preserve\">{text}</text>",
            run.x,
            y + BASELINE,
            cols * CELL.0,
        );
    }
}

fn rect(path: &mut String, x: u32, y: u32, width: u32, height: u32) {
    let _ = write!(path, "M{x} {y}h{width}v{height}h-{width}z");
}

fn colours(cell: &Cell) -> (String, String) {
    let (front, back) = (css(cell.fg, FRONT), css(cell.bg, BACK));
    let (front, back) = if cell.modifier.contains(Modifier::REVERSED) {
        (back, front)
    } else {
        (front, back)
    };
    if cell.modifier.contains(Modifier::DIM) {
        ("#8b8e96".to_owned(), back)
    } else {
        (front, back)
    }
}

/// The colour as pages have it; terminals differ in their first sixteen.
fn css(colour: Color, reset: &str) -> String {
    const SIXTEEN: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let hex = |[r, g, b]: [u8; 3]| format!("#{r:02x}{g:02x}{b:02x}");
    match colour {
        Color::Rgb(r, g, b) => return hex([r, g, b]),
        Color::Indexed(index) => {
            let named = SIXTEEN.get(usize::from(index));
            return named.map_or_else(|| hex(cube(index)), |&named| css(named, reset));
        }
        Color::Black => "#000000",
        Color::Red => "#cd3131",
        Color::Green => "#0dbc79",
        Color::Yellow => "#c7b90f",
        Color::Blue => "#2472c8",
        Color::Magenta => "#bc3fbc",
        Color::Cyan => "#11a8cd",
        Color::Gray => "#c8c8c8",
        Color::DarkGray => "#666666",
        Color::LightRed => "#f14c4c",
        Color::LightGreen => "#23d18b",
        Color::LightYellow => "#f5f543",
        Color::LightBlue => "#3b8eea",
        Color::LightMagenta => "#d670d6",
        Color::LightCyan => "#29b8db",
        Color::White => "#ffffff",
        Color::Reset => reset,
    }
    .to_owned()
}

/// The arms of the lines that frames are made of: left, right, up, down.
const FRAME: &[(char, &str)] = &[
    ('─', "lr"),
    ('│', "ud"),
    ('┌', "rd"),
    ('┐', "ld"),
    ('└', "ru"),
    ('┘', "lu"),
    ('├', "rud"),
    ('┤', "lud"),
    ('┬', "lrd"),
    ('┴', "lru"),
    ('┼', "lrud"),
];

fn arm(way: char) -> (u32, u32, u32, u32) {
    let (x, y) = (CELL.0 / 2, CELL.1 / 2);
    match way {
        'l' => (0, y, x + 1, 1),
        'r' => (x, y, CELL.0 - x, 1),
        'u' => (x, 0, 1, y + 1),
        _ => (x, y, 1, CELL.1 - y),
    }
}

/// The rectangles of a block or line inside its cell: left, top, width, height; or `None` where it is neither.
fn pieces(symbol: &str) -> Option<Vec<(u32, u32, u32, u32)>> {
    let mut chars = symbol.chars();
    let (Some(glyph), None) = (chars.next(), chars.next()) else {
        return None;
    };
    if glyph == ' ' {
        return None;
    }
    if let Some((_, arms)) = FRAME.iter().find(|(known, _)| *known == glyph) {
        return Some(arms.chars().map(arm).collect());
    }
    let tables: [(&[char], u32, u32); 3] =
        [(&QUADRANTS, 2, 2), (&OCTANTS, 2, 4), (&SEXTANTS, 2, 3)];
    tables.into_iter().find_map(|(glyphs, wide, high)| {
        let mask = glyphs.iter().position(|&known| known == glyph)?;
        let (col, row) = (|n: u32| n * CELL.0 / wide, |n: u32| n * CELL.1 / high);
        let set = (0..wide * high)
            .filter(|n| mask >> n & 1 == 1)
            .map(|n| (n % wide, n / wide));
        Some(
            set.map(|(x, y)| (col(x), row(y), col(x + 1) - col(x), row(y + 1) - row(y)))
                .collect(),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_colour_has_its_own() {
        let colours = [
            (Color::Reset, "#000001"),
            (Color::Rgb(1, 2, 255), "#0102ff"),
            (Color::Indexed(1), "#cd3131"),
            (Color::Indexed(16), "#000000"),
            (Color::Indexed(208), "#ff8700"),
            (Color::Indexed(255), "#eeeeee"),
        ];
        for (colour, shown) in colours {
            assert_eq!(css(colour, "#000001"), shown);
        }
    }

    #[test]
    fn a_block_is_drawn_as_its_pieces() {
        assert_eq!(pieces("▘"), Some(vec![(0, 0, 4, 9)]));
        assert_eq!(pieces("█").map(|all| all.len()), Some(4));
        assert_eq!(pieces("└"), Some(vec![(4, 9, 5, 1), (4, 0, 1, 10)]));
        assert_eq!((pieces("A"), pieces(" ")), (None, None));
    }
}

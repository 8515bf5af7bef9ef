//! Cells of text as shapes and letters of SVG.

use std::{collections::BTreeMap, fmt::Write};

use unicode_width::UnicodeWidthStr;

use super::{
    Backdrop,
    sheet::{Letter, LetterStyle, Sheet},
};
#[cfg(feature = "pictures")]
use crate::scene::Rgb;
use crate::{
    export::xml::escape,
    scene::{Ansi, Colour, ColourScheme, Marker, cube},
};

/// Pixels a cell is wide and high.
pub(super) const CELL: (u32, u32) = (9, 18);
/// The baseline of letters in a cell, from its top.
const BASELINE: u32 = 14;

/// The colours of words and of the ground where a cell has none of its own.
const fn plain(scheme: ColourScheme) -> (&'static str, &'static str) {
    match scheme {
        ColourScheme::Dark => ("#d8d9dc", "#101216"),
        ColourScheme::Light => ("#16181d", "#fafaf9"),
        ColourScheme::Contrast => ("#ffffff", "#000000"),
    }
}

/// The colour of the ground as red, green and blue.
#[cfg(feature = "pictures")]
pub(super) fn ground(scheme: ColourScheme) -> Rgb {
    let part = |nth: usize| {
        let digits = plain(scheme).1.get(1 + 2 * nth..3 + 2 * nth);
        digits.map_or(0, |digits| u8::from_str_radix(digits, 16).unwrap_or(0))
    };
    [part(0), part(1), part(2)]
}

/// Draws every cell of a sheet over its backdrop, if it has one. Blocks and frames are drawn as shapes, so that the
/// picture needs no particular font.
pub fn draw(sheet: &Sheet, scheme: ColourScheme, backdrop: Option<&Backdrop>) -> String {
    let (_, ground) = plain(scheme);
    let mut under = format!("<rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>\n");
    if let Some(backdrop) = backdrop {
        backdrop.embed(&mut under);
    }
    element(sheet, scheme, &under)
}

/// Draws what is on the ground alone.
#[cfg(feature = "pictures")]
pub(super) fn letters(sheet: &Sheet, scheme: ColourScheme) -> String {
    element(sheet, scheme, "")
}

fn element(sheet: &Sheet, scheme: ColourScheme, under: &str) -> String {
    let (ink, ground) = plain(scheme);
    let (cols, rows) = sheet.size();
    let (width, height) = (u32::from(cols) * CELL.0, u32::from(rows) * CELL.1);
    let mut fills: BTreeMap<String, String> = BTreeMap::new();
    let mut blocks: BTreeMap<String, String> = BTreeMap::new();
    let mut texts = String::new();
    for (row, letters) in (0..).zip(sheet.rows()) {
        let y = row * CELL.1;
        let mut run = Run::default();
        for (col, letter) in (0..).zip(letters) {
            let x = col * CELL.0;
            let (front, back) = colours(letter, (ink, ground));
            if back != ground {
                rect(fills.entry(back).or_default(), x, y, CELL.0, CELL.1);
            }
            if let Some(pieces) = pieces(&letter.text) {
                run.end(&mut texts, y);
                let path = blocks.entry(front).or_default();
                for (left, top, wide, high) in pieces {
                    rect(path, x + left, y + top, wide, high);
                }
            } else if letter.text == " " && run.text.is_empty() {
            } else {
                let style = (front, letter.style);
                if run.style.as_ref() != Some(&style) {
                    run.end(&mut texts, y);
                    run = Run {
                        x,
                        cols: 0,
                        text: String::new(),
                        style: Some(style),
                    };
                }
                run.text.push_str(&letter.text);
                run.cols += u32::try_from(letter.text.width()).unwrap_or(1);
            }
        }
        run.end(&mut texts, y);
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-size=\"15\" \
         font-family=\"DejaVu Sans Mono,Menlo,Consolas,monospace\">\n{under}"
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
    style: Option<(String, LetterStyle)>,
}

impl Run {
    /// Writes the run, if it has letters, and starts anew.
    fn end(&mut self, out: &mut String, y: u32) {
        let run = std::mem::take(self);
        let Some((colour, style)) = run.style else {
            return;
        };
        let shown = run.text.trim_end();
        if shown.is_empty() {
            return;
        }
        let blank = run.text[shown.len()..].width();
        let cols = run.cols.saturating_sub(u32::try_from(blank).unwrap_or(0));
        let attributes: String = [
            (style.bold, " font-weight=\"bold\""),
            (style.italic, " font-style=\"italic\""),
            (style.underlined, " text-decoration=\"underline\""),
        ]
        .into_iter()
        .filter_map(|(set, attribute)| set.then_some(attribute))
        .collect();
        let text = escape(shown);
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" textLength=\"{}\" fill=\"{colour}\"{attributes} xml:space=\"preserve\">{text}</text>",
            run.x,
            y + BASELINE,
            cols * CELL.0,
        );
    }
}

fn rect(path: &mut String, x: u32, y: u32, width: u32, height: u32) {
    let _ = write!(path, "M{x} {y}h{width}v{height}h-{width}z");
}

fn colours(letter: &Letter, (ink, ground): (&str, &str)) -> (String, String) {
    let (front, back) = (css(letter.foreground, ink), css(letter.background, ground));
    let (front, back) = if letter.reversed {
        (back, front)
    } else {
        (front, back)
    };
    if letter.dim {
        ("#8b8e96".to_owned(), back)
    } else {
        (front, back)
    }
}

/// The colour as pages have it; terminals differ in their first sixteen.
fn css(colour: Colour, default: &str) -> String {
    let hex = |[r, g, b]: [u8; 3]| format!("#{r:02x}{g:02x}{b:02x}");
    match colour {
        Colour::Rgb(rgb) => hex(rgb),
        Colour::Indexed(index) => hex(cube(index)),
        Colour::Ansi(ansi) => ansi_css(ansi).to_owned(),
        Colour::Default => default.to_owned(),
    }
}

const fn ansi_css(colour: Ansi) -> &'static str {
    match colour {
        Ansi::Black => "#000000",
        Ansi::Red => "#cd3131",
        Ansi::Green => "#0dbc79",
        Ansi::Yellow => "#c7b90f",
        Ansi::Blue => "#2472c8",
        Ansi::Magenta => "#bc3fbc",
        Ansi::Cyan => "#11a8cd",
        Ansi::White => "#c8c8c8",
        Ansi::BrightBlack => "#666666",
        Ansi::BrightRed => "#f14c4c",
        Ansi::BrightGreen => "#23d18b",
        Ansi::BrightYellow => "#f5f543",
        Ansi::BrightBlue => "#3b8eea",
        Ansi::BrightMagenta => "#d670d6",
        Ansi::BrightCyan => "#29b8db",
        Ansi::BrightWhite => "#ffffff",
    }
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
    let markers = [Marker::Quadrant, Marker::Octant, Marker::Sextant];
    markers.into_iter().find_map(|marker| {
        let mask = marker.mask(glyph)?;
        let (wide, high) = marker.pieces();
        let (wide, high) = (u32::try_from(wide).ok()?, u32::try_from(high).ok()?);
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
            (Colour::Default, "#000001"),
            (Colour::Rgb([1, 2, 255]), "#0102ff"),
            (Colour::Ansi(Ansi::Red), "#cd3131"),
            (Colour::Indexed(16), "#000000"),
            (Colour::Indexed(208), "#ff8700"),
            (Colour::Indexed(255), "#eeeeee"),
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

    #[test]
    fn the_blanks_at_the_end_of_a_run_take_no_room_and_what_xml_forbids_is_replaced() {
        let mut sheet = Sheet::new(8, 1);
        for (col, text) in (0..).zip(["a\u{fffe}", "\u{2003}", "\u{2003}"]) {
            let letter = sheet.letter_mut((col, 0)).expect("a letter");
            text.clone_into(&mut letter.text);
        }
        let svg = draw(&sheet, ColourScheme::Dark, None);
        assert!(!svg.contains('\u{fffe}'));
        let length = svg
            .split("textLength=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let length: u32 = length.and_then(|it| it.parse().ok()).expect("a length");
        assert!(length <= 2 * CELL.0, "{length}");
    }
}

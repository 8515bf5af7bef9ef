//! A scene at the resolution of pixels, for terminals that show pictures: the same owners, lines and colours, finer.

use std::sync::Arc;

use ratatui::style::Color;

use super::{
    Depth, Fill, Grid, Ground, LastGround, Stroke, Theme, View, fills, layers,
    paint::{Inks, Tone},
    rgb::cube,
};

/// Stands in every cell through which the picture shows. Boxes that open over the map are made of ordinary blanks.
pub const WINDOW: &str = "\u{a0}";

/// All that a picture is made of: equal sights give equal pictures, and cost much less to compare.
#[derive(Clone, Debug)]
pub struct Sight {
    ground: Arc<Ground>,
    strokes: Grid<Stroke>,
    fills: Vec<Fill>,
    theme: Theme,
}

impl PartialEq for Sight {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.ground, &other.ground)
            && self.strokes == other.strokes
            && self.fills == other.fills
            && self.theme == other.theme
    }
}

impl Sight {
    /// What a view shows with cells of so many pixels; `None` without colours fine enough for it.
    pub fn new(view: &View, theme: Theme, pixels: (u16, u16), last: &LastGround) -> Option<Self> {
        if theme.depth < Depth::Ansi256 {
            return None;
        }
        let ground = last.cut(view, (pixels.0.into(), pixels.1.into()));
        let fills = fills(view);
        let mut strokes = ground.strokes.clone();
        layers::outlines(&mut strokes, view, &ground, &fills);
        layers::pin(&mut strokes, view, &ground);
        Some(Self {
            ground,
            strokes,
            fills,
            theme,
        })
    }

    /// Columns and rows of pixels in a cell.
    pub fn pixels(&self) -> (usize, usize) {
        self.ground.pieces
    }

    pub fn picture(&self) -> Picture {
        let inks = Inks::new(&self.theme, &self.fills);
        let owners = &self.ground.owners;
        let grain = self.ground.grain();
        let mut pixels = Grid::new(owners.width(), owners.height(), Picture::CLEAR);
        let tone = |line: Stroke, x: usize, y: usize| {
            index(inks.of(owners.row(y)[x]).tone(line, (x + y) / grain, 0))
        };
        for y in 0..owners.height() {
            for (x, pixel) in pixels.row_mut(y).iter_mut().enumerate() {
                *pixel = tone(Stroke::None, x, y);
            }
        }
        // What is selected is outlined over all other lines.
        for over in [false, true] {
            for y in 0..owners.height() {
                for (x, &line) in self.strokes.row(y).iter().enumerate() {
                    if line != Stroke::None && (line == Stroke::Edge) == over {
                        dab(&mut pixels, x, y, width(line, grain), tone(line, x, y));
                    }
                }
            }
        }
        let palette = inks.tones.iter().map(|&colour| rgb(colour));
        Picture {
            palette: std::iter::once([0; 3]).chain(palette).collect(),
            pixels,
        }
    }
}

/// How many pixels a line is wide.
fn width(line: Stroke, grain: usize) -> usize {
    match line {
        Stroke::Edge => grain.div_ceil(2),
        Stroke::Dots => grain.div_ceil(3),
        _ => grain.div_ceil(5),
    }
}

fn dab(pixels: &mut Grid<u8>, x: usize, y: usize, width: usize, index: u8) {
    for y in y..(y + width).min(pixels.height()) {
        let right = (x + width).min(pixels.width());
        pixels.row_mut(y)[x..right].fill(index);
    }
}

/// The place of a tone in the palette, behind that of what is not painted.
const fn index(Tone(place): Tone) -> u8 {
    place.saturating_add(1)
}

const fn rgb(colour: Color) -> [u8; 3] {
    match colour {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Indexed(index) => cube(index),
        _ => [0; 3],
    }
}

/// Pixels as places in a palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Red, green and blue of each colour; the first is [`Self::CLEAR`].
    pub palette: Vec<[u8; 3]>,
    pub pixels: Grid<u8>,
}

impl Picture {
    /// The place of what is not painted.
    pub const CLEAR: u8 = 0;

    /// Leaves a cell of so many pixels clear.
    pub fn cut_out(&mut self, (col, row): (usize, usize), (wide, high): (usize, usize)) {
        for y in row * high..((row + 1) * high).min(self.pixels.height()) {
            let right = ((col + 1) * wide).min(self.pixels.width());
            if let Some(pixels) = self.pixels.row_mut(y).get_mut(col * wide..right) {
                pixels.fill(Self::CLEAR);
            }
        }
    }
}

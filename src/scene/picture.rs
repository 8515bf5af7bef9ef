//! A scene to pixels, for media that show pictures: the same owners, lines and colours as in cells, finer.

use std::sync::Arc;

use super::{
    Colour, Grid, Scene, Stroke, Theme,
    ink::{Inks, PaletteIndex},
    rgb::{Rgb, cube},
};

/// Pixels as places in a palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Red, green and blue of each colour; the first is [`Self::CLEAR`].
    pub palette: Vec<Rgb>,
    /// For each pixel the place of its colour in the palette.
    pub pixels: Grid<u8>,
}

impl Scene {
    /// The scene without its labels, one pixel a sub-cell; `None` in a theme whose colours a terminal's user chooses.
    pub fn picture(&self, theme: &Theme) -> Option<Picture> {
        let inks = Inks::new(theme, &self.fills);
        let palette = inks.palette.iter().map(|&colour| rgb(colour));
        let palette: Option<Vec<Rgb>> = std::iter::once(Some([0; 3])).chain(palette).collect();
        Some(Picture {
            palette: palette?,
            pixels: self.pixels(&inks),
        })
    }

    /// Tells whether another scene has the same picture in the same theme, without drawing either.
    pub fn has_picture_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.ground, &other.ground)
            && self.strokes == other.strokes
            && self.fills == other.fills
    }

    fn pixels(&self, inks: &Inks) -> Grid<u8> {
        let owners = &self.ground.owners;
        let grain = self.ground.grain();
        let mut pixels = Grid::new(owners.width(), owners.height(), Picture::CLEAR);
        let colour = |line: Stroke, x: usize, y: usize| {
            index(inks.of(owners.row(y)[x]).colour(line, (x + y) / grain, 0))
        };
        for y in 0..owners.height() {
            for (x, pixel) in pixels.row_mut(y).iter_mut().enumerate() {
                *pixel = colour(Stroke::None, x, y);
            }
        }
        // The selection is outlined over all other lines.
        for over in [false, true] {
            for y in 0..owners.height() {
                for (x, &line) in self.strokes.row(y).iter().enumerate() {
                    if line != Stroke::None && (line == Stroke::Edge) == over {
                        dab(&mut pixels, x, y, width(line, grain), colour(line, x, y));
                    }
                }
            }
        }
        pixels
    }
}

/// Pixels that a line is wide.
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

/// The place of a colour in the palette, behind that of what is not painted.
const fn index(PaletteIndex(place): PaletteIndex) -> u8 {
    place.saturating_add(1)
}

const fn rgb(colour: Colour) -> Option<Rgb> {
    match colour {
        Colour::Rgb(rgb) => Some(rgb),
        Colour::Indexed(index) => Some(cube(index)),
        Colour::Default | Colour::Ansi(_) => None,
    }
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

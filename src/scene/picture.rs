//! A scene to pixels, for media that show pictures: the same owners, lines and colours as in cells, finer.

use std::sync::Arc;

use super::{
    Colour, Grid, Owner, Scene, Stroke, Theme,
    ink::{Inks, PaletteIndex},
    rgb::{Rgb, cube},
    smooth,
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
    /// The scene without its labels, smooth where it was built in pixels and one pixel a sub-cell elsewhere; `None` in a
    /// theme whose colours a terminal's user chooses.
    pub fn picture(&self, theme: &Theme) -> Option<Picture> {
        let inks = Inks::new(theme, &self.fills);
        let palette = inks.palette.iter().map(|&colour| rgb(colour));
        let palette: Option<Vec<Rgb>> = std::iter::once(Some([0; 3])).chain(palette).collect();
        let picture = Picture {
            palette: palette?,
            pixels: self.pieces(&inks),
        };
        Some(match self.resolution.fineness() {
            1 => picture,
            _ => smooth::halved(picture),
        })
    }

    /// Tells whether another scene has the same picture in the same theme, without drawing either.
    pub fn has_picture_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.ground, &other.ground)
            && self.strokes == other.strokes
            && self.fills == other.fills
    }

    /// The colour of each piece.
    fn pieces(&self, inks: &Inks) -> Grid<u8> {
        let owners = &self.ground.owners;
        let grain = self.ground.grain();
        let mut pieces = Grid::new(owners.width(), owners.height(), Picture::CLEAR);
        let colour = |line: Stroke, x: usize, y: usize| {
            index(inks.of(owners.row(y)[x]).colour(line, (x + y) / grain, 0))
        };
        let mut lines = Vec::new();
        for y in 0..owners.height() {
            let row = pieces.row_mut(y);
            let mut x = 0;
            for run in owners.row(y).chunk_by(Owner::eq) {
                let end = x + run.len();
                match inks.of(run[0]).fill() {
                    Some(plain) => row[x..end].fill(index(plain)),
                    None => (x..end).for_each(|x| row[x] = colour(Stroke::None, x, y)),
                }
                x = end;
            }
            let strokes = self.strokes.row(y).iter().enumerate();
            let drawn = strokes.filter(|(_, line)| **line != Stroke::None);
            lines.extend(drawn.map(|(x, &line)| (x, y, line)));
        }
        // The selection is outlined over all other lines.
        for over in [false, true] {
            for &(x, y, line) in lines
                .iter()
                .filter(|(.., line)| (*line == Stroke::Edge) == over)
            {
                dab(&mut pieces, x, y, width(line, grain), colour(line, x, y));
            }
        }
        pieces
    }
}

/// Pieces that a line is wide.
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

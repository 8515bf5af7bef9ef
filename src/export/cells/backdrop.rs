//! A smooth picture of the map under the letters of a screen.

use std::fmt::Write;

use base64::{Engine, engine::general_purpose::STANDARD};

use super::draw::CELL;
use crate::scene::Picture;
#[cfg(feature = "pictures")]
use crate::scene::Rgb;

/// The picture, and the cells that it lies under.
#[derive(Clone, Debug)]
pub struct Backdrop {
    /// Cells from the left and from the top of the screen.
    pub at: (u16, u16),
    /// Cells that it is wide and high.
    pub size: (u16, u16),
    /// The pixels, as many to each cell.
    pub picture: Picture,
    /// The same as a PNG file.
    pub png: Vec<u8>,
}

impl Backdrop {
    /// The pixels to a cell that a picture of a screen at a scale has.
    pub fn pixels(scale: u8) -> (u16, u16) {
        let (wide, high) = CELL;
        let side = |side: u32| u16::try_from(side * u32::from(scale)).unwrap_or(u16::MAX);
        (side(wide), side(high))
    }

    /// Adds it to an SVG of the screen.
    pub(super) fn embed(&self, out: &mut String) {
        let ((left, top), (cols, rows)) = (self.at, self.size);
        let _ = writeln!(
            out,
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" href=\"data:image/png;base64,{}\"/>",
            u32::from(left) * CELL.0,
            u32::from(top) * CELL.1,
            u32::from(cols) * CELL.0,
            u32::from(rows) * CELL.1,
            STANDARD.encode(&self.png),
        );
    }

    /// The colour at a pixel of a picture of the screen at a scale, where it has one.
    #[cfg(feature = "pictures")]
    pub(super) fn colour(&self, (x, y): (u32, u32), scale: u8) -> Option<Rgb> {
        let inside = |at: u32, cells: u16, cell: u32| {
            at.checked_sub(u32::from(cells) * cell * u32::from(scale))
        };
        let x = inside(x, self.at.0, CELL.0)? as usize;
        let y = inside(y, self.at.1, CELL.1)? as usize;
        let nth = self.picture.pixels.get(x, y)?;
        let is_clear = nth == Picture::CLEAR;
        let colour = self.picture.palette.get(usize::from(nth));
        colour.copied().filter(|_| !is_clear)
    }
}

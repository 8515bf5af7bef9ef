//! The ways to cut a cell into sub-cells, and the glyph for each pattern of them.

mod glyphs;

use glyphs::{BRAILLE, HALF_BLOCKS, OCTANTS, QUADRANTS, SEXTANTS};

/// The finest pieces the map is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Marker {
    /// 2 × 4, from Unicode 16: for terminals that draw them themselves.
    Octant,
    /// 2 × 3, from Unicode 13.
    Sextant,
    /// 2 × 2, in every common font.
    Quadrant,
    /// 1 × 2, on the Linux console too.
    HalfBlock,
    /// 2 × 4 dots, which leave gaps.
    Braille,
    /// Letters and punctuation.
    Ascii,
}

impl Marker {
    /// In the order that [`Self::next`] goes through them.
    pub const ALL: &[Self] = &[
        Self::Octant,
        Self::Sextant,
        Self::Quadrant,
        Self::HalfBlock,
        Self::Braille,
        Self::Ascii,
    ];

    /// The word for it on the command line and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Octant => "octant",
            Self::Sextant => "sextant",
            Self::Quadrant => "quadrant",
            Self::HalfBlock => "half-block",
            Self::Braille => "braille",
            Self::Ascii => "ascii",
        }
    }

    /// The one after it, and the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL
            .iter()
            .position(|&marker| marker == self)
            .unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Columns and rows of sub-cells in a cell.
    pub const fn pieces(self) -> (usize, usize) {
        match self {
            Self::Octant | Self::Braille => (2, 4),
            Self::Sextant => (2, 3),
            Self::Quadrant => (2, 2),
            Self::HalfBlock => (1, 2),
            Self::Ascii => (1, 1),
        }
    }

    /// Tells whether only ASCII may be used, for labels and symbols too.
    pub const fn is_ascii(self) -> bool {
        matches!(self, Self::Ascii)
    }

    /// The glyph whose set sub-cells are the set bits of `mask`, row by row from the lowest bit.
    pub const fn glyph(self, mask: u8) -> char {
        match self {
            Self::Octant => OCTANTS[mask as usize],
            Self::Sextant => SEXTANTS[(mask & 0b11_1111) as usize],
            Self::Quadrant => QUADRANTS[(mask & 0b1111) as usize],
            Self::HalfBlock => HALF_BLOCKS[(mask & 0b11) as usize],
            Self::Braille => BRAILLE[mask as usize],
            Self::Ascii => [' ', '#'][(mask & 1) as usize],
        }
    }

    /// The glyph that fills what another leaves blank, where its pieces meet those around them.
    pub fn inverse(glyph: char) -> Option<char> {
        let markers = [Self::Quadrant, Self::Sextant, Self::Octant];
        markers.into_iter().find_map(|marker| {
            let (wide, high) = marker.pieces();
            let mask = marker.mask(glyph)?;
            Some(marker.glyph(!mask & u8::MAX >> (8 - wide * high)))
        })
    }

    /// The pattern that a glyph of this marker shows, where it is one.
    pub fn mask(self, glyph: char) -> Option<u8> {
        let (wide, high) = self.pieces();
        let last = u8::MAX >> (8 - wide * high);
        (0..=last).find(|&mask| self.glyph(mask) == glyph)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_full_mask_fills_the_cell_and_none_leaves_it_blank() {
        for &marker in Marker::ALL {
            let (wide, high) = marker.pieces();
            let full = u8::try_from((1_u16 << (wide * high)) - 1).expect("at most eight pieces");
            assert!(matches!(marker.glyph(full), '█' | '⣿' | '#'), "{marker:?}");
            assert!(matches!(marker.glyph(0), ' ' | '⠀'), "{marker:?}");
        }
    }
}

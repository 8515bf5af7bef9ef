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

    /// The pattern that a glyph of this marker shows, where it is one.
    pub fn mask(self, glyph: char) -> Option<u8> {
        let (wide, high) = self.pieces();
        let last = u8::MAX >> (8 - wide * high);
        (0..=last).find(|&mask| self.glyph(mask) == glyph)
    }

    /// The marker that the terminal can be trusted to draw, by what it says of itself in the environment.
    ///
    /// Conservative: a missing glyph shows as a box, a coarser one only looks coarser.
    pub fn for_terminal(var: impl Fn(&str) -> Option<String>) -> Self {
        let is = |name: &str, value: &str| var(name).is_some_and(|found| found == value);
        let term = var("TERM").unwrap_or_default();
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(|name| var(name).filter(|v| !v.is_empty()));
        let utf8 = locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        if term == "dumb" || term.is_empty() && !cfg!(windows) || !utf8 {
            Self::Ascii
        } else if term == "linux" {
            Self::HalfBlock
        } else if var("TMUX").is_some() || term.starts_with("screen") || term.starts_with("tmux") {
            Self::Quadrant
        } else if term == "xterm-kitty" || term == "xterm-ghostty" || is("TERM_PROGRAM", "ghostty")
        {
            Self::Octant
        } else if term.starts_with("foot") || is("TERM_PROGRAM", "WezTerm") || vte(&var) >= 6200 {
            Self::Sextant
        } else {
            Self::Quadrant
        }
    }
}

/// The version of the VTE library, such as 7600 for 0.76, behind GNOME's and many other terminals.
fn vte(var: impl Fn(&str) -> Option<String>) -> u32 {
    var("VTE_VERSION")
        .and_then(|version| version.parse().ok())
        .unwrap_or(0)
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

    #[test]
    fn is_chosen_for_the_terminal_at_hand() {
        let chosen = |vars: &[(&str, &str)]| {
            let vars: Vec<(String, String)> = vars
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
                .collect();
            Marker::for_terminal(move |name| {
                vars.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone())
            })
        };
        assert_eq!(chosen(&[("TERM", "xterm-256color")]), Marker::Quadrant);
        assert_eq!(
            chosen(&[("TERM", "xterm-kitty"), ("LANG", "de_DE.UTF-8")]),
            Marker::Octant
        );
        assert_eq!(
            chosen(&[("TERM", "xterm-kitty"), ("TMUX", "x")]),
            Marker::Quadrant
        );
        assert_eq!(
            chosen(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")]),
            Marker::Sextant
        );
        assert_eq!(chosen(&[("TERM", "linux")]), Marker::HalfBlock);
        assert_eq!(chosen(&[("TERM", "xterm"), ("LANG", "C")]), Marker::Ascii);
        assert_eq!(chosen(&[("TERM", "dumb")]), Marker::Ascii);
    }
}

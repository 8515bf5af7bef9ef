//! A scene without colours: lines and textures of sub-cells that are set or not, or of characters where there is
//! nothing but ASCII.

use super::{
    Cell, CellCanvas, Colour, Emphasis, Fill, Land, Marker, Owner, Pattern, Scene, Stroke, Tint,
    texture,
};

/// The order in which the sub-cells of a square are set as an area gets denser (a Bayer matrix): the better founded a step
/// of a lens, the denser it is where there are no colours.
const DITHER: [[usize; 4]; 4] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]];

/// The feature of the map that a sub-cell is part of.
#[derive(Clone, Copy)]
enum Feature {
    /// The outline of the selection.
    Edge,
    /// The outline of the country.
    Country,
    /// Between regions.
    Border,
    /// The end of the sea.
    Shore,
    Water,
    /// The texture of an area, and the letter that belongs there.
    Texture(char),
    /// Silent ground, which only ASCII marks.
    Ground,
}

impl Feature {
    const fn ascii(self) -> char {
        match self {
            Self::Edge => '#',
            Self::Country => '+',
            Self::Border => ':',
            Self::Shore => '-',
            Self::Water => '~',
            Self::Texture(letter) => letter,
            Self::Ground => '.',
        }
    }
}

impl Scene {
    pub(super) fn hatch(&self, marker: Marker, canvas: &mut impl CellCanvas) {
        for (row, y) in self.rows() {
            for (col, x) in (0..).zip(0..self.size().0) {
                let cell = Cell {
                    glyph: self.glyph(marker, col, row),
                    foreground: Colour::Default,
                    background: Colour::Default,
                };
                canvas.set((x, y), cell);
            }
        }
    }

    fn glyph(&self, marker: Marker, col: usize, row: usize) -> char {
        let (wide, high) = marker.pieces();
        let part = |n: usize| self.feature(marker, col * wide + n % wide, row * high + n / wide);
        if marker.is_ascii() {
            return part(0).map_or(' ', Feature::ascii);
        }
        let set = |n: &usize| !matches!(part(*n), None | Some(Feature::Ground));
        let mask = (0..wide * high)
            .filter(set)
            .fold(0, |mask, n| mask | 1 << n);
        if mask == 0 { ' ' } else { marker.glyph(mask) }
    }

    fn feature(&self, marker: Marker, x: usize, y: usize) -> Option<Feature> {
        let owner = self.ground.owners.row(y)[x];
        let at = |x: usize, y: usize| self.ground.owners.get(x, y).unwrap_or(owner);
        let next = [at(x + 1, y), at(x, y + 1)];
        let around = [at(x.saturating_sub(1), y), at(x, y.saturating_sub(1))];
        let abroad = |other: &Owner| !other.is_home();
        match self.strokes.row(y)[x] {
            Stroke::Edge => return Some(Feature::Edge),
            // Among textures and abroad it would be noise.
            Stroke::River if marker.is_ascii() || owner.is_home() && !self.is_claimed(owner) => {
                return (x + y).is_multiple_of(3).then_some(Feature::Water);
            }
            _ => {}
        }
        if owner == Owner::LAKE {
            return Some(Feature::Water);
        }
        if !owner.is_home() {
            let shore = |other: &Owner| owner == Owner::SEA || *other == Owner::SEA;
            let ends = |other: &Owner| *other != owner && abroad(other) && shore(other);
            return if next.iter().any(ends) {
                Some(Feature::Shore)
            } else {
                (owner == Owner::SEA && is_wave(x, y)).then_some(Feature::Water)
            };
        }
        if next.iter().chain(&around).any(abroad) {
            return Some(Feature::Country);
        }
        let parts =
            |other: &Owner| *other != owner && (self.is_claimed(*other) || self.is_claimed(owner));
        let is_border = next.iter().any(parts) || self.strokes.row(y)[x] == Stroke::Dots;
        if is_border && marker.is_ascii() {
            return Some(Feature::Border);
        }
        // A gap parts textures, so that each reads as an area; a line would be one more of them.
        if is_border || around.iter().any(parts) {
            return None;
        }
        texture_of(marker, self.fill_of(owner), x, y)
    }

    /// Tells whether anybody is said to hold any of it.
    fn is_claimed(&self, owner: Owner) -> bool {
        self.fill_of(owner)
            .is_some_and(|fill| fill.pattern != Pattern::Silent)
    }

    pub(super) fn fill_of(&self, owner: Owner) -> Option<&Fill> {
        match owner.land() {
            Land::Region(id) => self.fills.get(id.index()),
            _ => None,
        }
    }
}

/// The texture of the sea: short waves, far apart.
const fn is_wave(x: usize, y: usize) -> bool {
    y % 6 == 3 && (x + y / 6 * 4) % 8 < 3
}

/// The texture of who holds it, stripes for what is held in parts or between several; closer for what is selected.
fn texture_of(marker: Marker, fill: Option<&Fill>, x: usize, y: usize) -> Option<Feature> {
    let ground = (x.is_multiple_of(6) && y.is_multiple_of(2)).then_some(Feature::Ground);
    let Some(fill) = fill.filter(|fill| fill.pattern != Pattern::Silent) else {
        return ground;
    };
    if fill.emphasis == Emphasis::Dimmed {
        return None;
    }
    let (ascii, selected) = (marker.is_ascii(), fill.emphasis == Emphasis::Selected);
    let stripe = |apart: usize| (x + y).is_multiple_of(if selected { apart / 2 } else { apart });
    let set = match (&fill.pattern, ascii) {
        (Pattern::InParts(_), _) => stripe(6),
        (Pattern::Between(_), _) => stripe(4),
        (Pattern::Occupied(_), _) => (x + y) % 4 < 2,
        (&Pattern::Plain(Tint::Step { nth, of }), false) if !selected => {
            DITHER[y % 4][x % 4] < of - nth.min(of - 1)
        }
        (_, true) => selected || (x + y).is_multiple_of(2),
        // The reverse of it for what is selected.
        (&Pattern::Plain(Tint::Actor(hue) | Tint::Faint(hue)), false) if selected => {
            !texture::is_set(hue, x, y)
        }
        (_, false) if selected => (x + y).is_multiple_of(2),
        (&Pattern::Plain(Tint::Actor(hue)), false) => texture::is_set(hue, x, y),
        (&Pattern::Plain(Tint::Faint(hue)), false) => {
            texture::is_set(hue, x, y) && texture::is_half(x, y)
        }
        (Pattern::Plain(_) | Pattern::Silent, false) => false,
    };
    let letter = fill.letters.get((x + y) / 4 % fill.letters.len().max(1));
    set.then_some(Feature::Texture(*letter.unwrap_or(&'*')))
}

//! The colours that owners and lines are drawn in, as places in a palette: one list for cells and for pixels.

use std::collections::HashMap;

use super::{Colour, Emphasis, Fill, Owner, Pattern, Stroke, Theme, Tint, texture};
use crate::atlas::Hue;

/// Sub-cells that a stripe is wide.
const STRIPE: usize = 3;

/// A colour, by its place in a frame's palette. There are far fewer than a byte counts; any further ones would share the
/// last place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaletteIndex(pub u8);

/// The colours that one owner is drawn in.
#[derive(Clone, Debug)]
pub struct Ink {
    /// By [`Stroke`]: the colour of a line on it, or of no line, where it is the same everywhere.
    lines: [Option<PaletteIndex>; 7],
    stripes: Vec<PaletteIndex>,
    /// The texture that tells it from others where colour alone can't.
    texture: Option<(Hue, PaletteIndex)>,
    /// The colour, where it is one all over.
    pub plain: Option<Colour>,
    /// The ground of words on it.
    behind: Colour,
}

impl Ink {
    /// The colour where no line runs, if it is one all over.
    pub const fn fill(&self) -> Option<PaletteIndex> {
        self.lines[Stroke::None as usize]
    }

    /// The colour of a sub-cell with a line through it or none.
    pub fn colour(&self, line: Stroke, x: usize, y: usize) -> PaletteIndex {
        self.lines[line as usize].unwrap_or_else(|| match (self.stripes.as_slice(), self.texture) {
            (_, Some((hue, index))) if texture::is_set(hue, x, y) => index,
            ([only], _) => *only,
            (several, _) => several[(x + y) / STRIPE % several.len()],
        })
    }
}

const EDGE: PaletteIndex = PaletteIndex(0);
const DOTS: PaletteIndex = PaletteIndex(1);

/// The colours of the lines on one owner, where they have one of their own there.
#[derive(Default)]
struct Lines {
    unit: Option<Colour>,
    region: Option<Colour>,
    abroad: Option<Colour>,
    river: Option<Colour>,
}

/// The colours of every owner, for one frame.
#[derive(Debug)]
pub struct Inks {
    pub palette: Vec<Colour>,
    /// Each once, however many regions are filled alike.
    each: Vec<Ink>,
    /// By [`Owner::slot`]: the place of its ink.
    owners: Vec<usize>,
}

impl Inks {
    pub fn new(theme: &Theme, fills: &[Fill]) -> Self {
        let palette = vec![theme.edge(), theme.dots()];
        let mut inks = Self {
            palette,
            each: Vec::new(),
            owners: Vec::new(),
        };
        for colour in [theme.void(), theme.sea(), theme.lake()] {
            inks.add(&[colour], &Lines::default(), None);
        }
        let (bare, abroad) = (theme.ground(Emphasis::Plain), theme.neighbour());
        inks.add(&[bare], &lines_on(theme, bare), None);
        let lines = Lines {
            abroad: Some(theme.neighbour_line()),
            river: Some(theme.river_on(abroad)),
            ..Lines::default()
        };
        inks.add(&[abroad], &lines, None);
        inks.owners = (0..inks.each.len()).collect();
        let mut known: HashMap<(&Pattern, Emphasis), usize> = HashMap::new();
        for fill in fills {
            let ink = known
                .entry((&fill.pattern, fill.emphasis))
                .or_insert_with(|| {
                    inks.fill(theme, fill);
                    inks.each.len() - 1
                });
            inks.owners.push(*ink);
        }
        inks
    }

    fn fill(&mut self, theme: &Theme, fill: &Fill) {
        let ground = theme.ground(fill.emphasis);
        let area = |tint: &_| theme.area(*tint, fill.emphasis);
        let stripes = match &fill.pattern {
            Pattern::Silent => vec![ground],
            Pattern::Plain(tint) => vec![area(tint)],
            Pattern::InParts(tints) => tints.iter().flat_map(|tint| [area(tint), ground]).collect(),
            Pattern::Between(tints) => tints.iter().map(area).collect(),
            Pattern::Occupied(tint) => vec![area(tint), area(tint), area(tint), ground],
        };
        let texture = match fill.pattern {
            Pattern::Plain(tint @ (Tint::Actor(hue) | Tint::Faint(hue))) => {
                let colour = theme.texture(tint, fill.emphasis);
                colour.map(|colour| (hue, colour))
            }
            _ => None,
        };
        self.add(&stripes, &lines_on(theme, stripes[0]), texture);
        if let ([_, _, ..], Some(ink)) = (stripes.as_slice(), self.each.last_mut()) {
            ink.behind = ground;
        }
    }

    /// Adds an ink: its stripes, its lines, its texture.
    fn add(&mut self, stripes: &[Colour], own: &Lines, texture: Option<(Hue, Colour)>) {
        let behind = stripes[0];
        let plain = (stripes.len() == 1 && texture.is_none()).then_some(behind);
        let stripes: Vec<PaletteIndex> = stripes.iter().map(|&colour| self.index(colour)).collect();
        let fill = plain.map(|_| stripes[0]);
        let mut lines = [fill; 7];
        lines[Stroke::Edge as usize] = Some(EDGE);
        lines[Stroke::Dots as usize] = Some(DOTS);
        for (line, colour) in [
            (Stroke::Unit, own.unit),
            (Stroke::Region, own.region),
            (Stroke::Abroad, own.abroad),
            (Stroke::River, own.river),
        ] {
            if let Some(colour) = colour {
                lines[line as usize] = Some(self.index(colour));
            }
        }
        let texture = texture.map(|(hue, colour)| (hue, self.index(colour)));
        self.each.push(Ink {
            lines,
            stripes,
            texture,
            plain,
            behind,
        });
    }

    /// The place of a colour in the list; equal colours have one place, so that they count as one.
    fn index(&mut self, colour: Colour) -> PaletteIndex {
        let known = self.palette.iter().position(|&known| known == colour);
        let place = known.unwrap_or_else(|| {
            self.palette.push(colour);
            self.palette.len() - 1
        });
        PaletteIndex(u8::try_from(place).unwrap_or(u8::MAX))
    }

    pub fn colour(&self, PaletteIndex(place): PaletteIndex) -> Colour {
        self.palette[usize::from(place)]
    }

    pub fn of(&self, owner: Owner) -> &Ink {
        &self.each[self.owners.get(owner.slot()).copied().unwrap_or(0)]
    }

    /// The ground of words on an owner's cells, whatever runs through them.
    pub fn behind(&self, owner: Owner) -> Colour {
        self.of(owner).behind
    }
}

/// The lines inside the country.
fn lines_on(theme: &Theme, area: Colour) -> Lines {
    Lines {
        unit: Some(theme.unit_line_on(area)),
        region: Some(theme.line_on(area)),
        abroad: None,
        river: Some(theme.river_on(area)),
    }
}

//! A scene to cells of text: two colours a cell where there are colours, one bit a sub-cell where there are none.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Color, Modifier, Style},
};
use unicode_width::UnicodeWidthStr;

use super::{
    Class, Depth, Emphasis, Fill, Label, Owner, Pattern, Scene, Stroke, Theme, Tint, WINDOW,
    texture,
};
use crate::atlas::Hue;

/// How many sub-cells a stripe is wide.
const STRIPE: usize = 3;

impl Scene {
    /// Draws the scene into `area`, which is as large as the viewport it was built for.
    pub fn paint(&self, theme: &Theme, buf: &mut Buffer, area: Rect) {
        let inks = Inks::new(theme, &self.fills);
        if theme.depth == Depth::None {
            self.hatch(buf, area);
        } else {
            self.colour(&inks, buf, area);
        }
        if theme.depth <= Depth::Ansi16 && !(theme.depth == Depth::None && self.marker.is_ascii()) {
            self.letters(theme, buf, area);
        }
        for label in &self.labels {
            self.label(theme, &inks, label, buf, area);
        }
    }

    /// Writes the words alone, over a picture of the scene that shows where [`WINDOW`] stands.
    pub fn paint_over_picture(&self, theme: &Theme, buf: &mut Buffer, area: Rect) {
        let inks = Inks::new(theme, &self.fills);
        for at in area.intersection(buf.area).positions() {
            if let Some(cell) = buf.cell_mut(at) {
                cell.reset();
                cell.set_symbol(WINDOW);
            }
        }
        for label in &self.labels {
            self.label(theme, &inks, label, buf, area);
        }
    }

    fn colour(&self, inks: &Inks, buf: &mut Buffer, area: Rect) {
        let mut seams = Vec::new();
        for (row, y) in self.rows(area) {
            self.seams(row, &mut seams);
            let pieces = Pieces::new(self, row);
            let start = buf.index_of(area.x, y);
            let cells = buf.content[start..].iter_mut().take(area.width.into());
            let mut before = (Owner::VOID, inks.of(Owner::VOID).plain);
            for ((col, seam), cell) in seams.iter().enumerate().zip(cells) {
                let owner = pieces.first(col);
                if owner != before.0 {
                    before = (owner, inks.of(owner).plain);
                }
                if let (0, Some(colour)) = (*seam, before.1) {
                    if cell.symbol() != " " {
                        cell.set_char(' ');
                    }
                    cell.set_fg(colour).set_bg(colour);
                    continue;
                }
                let (mask, front, back) = two(pieces.tones(inks, col));
                let glyph = if mask == 0 {
                    ' '
                } else {
                    self.marker.glyph(mask)
                };
                cell.set_char(glyph)
                    .set_fg(inks.colour(front))
                    .set_bg(inks.colour(back));
            }
        }
    }

    /// Notes for each cell of a row whether anything changes inside it: 0 where it has one owner and no line through it.
    pub(super) fn seams(&self, row: usize, seams: &mut Vec<u16>) {
        let (wide, high) = self.marker.pieces();
        let first = self.ground.owners.row(row * high);
        seams.clear();
        seams.resize(first.len(), 0);
        // Down each column of sub-cells, then across each cell.
        for y in row * high..(row + 1) * high {
            let pieces = self.ground.owners.row(y).iter().zip(self.strokes.row(y));
            for ((seam, home), (owner, line)) in seams.iter_mut().zip(first).zip(pieces) {
                *seam |= owner.differs(*home) | *line as u16;
            }
        }
        if wide > 1 {
            for col in 0..first.len() / wide {
                let cell = col * wide..(col + 1) * wide;
                let across = first[cell.start].differs(first[cell.end - 1]);
                seams[col] = seams[cell].iter().fold(across, |all, seam| all | seam);
            }
        }
        seams.truncate(first.len() / wide);
    }

    fn label(&self, theme: &Theme, inks: &Inks, label: &Label, buf: &mut Buffer, area: Rect) {
        let (col, row) = label.at;
        if col >= area.width || row >= area.height {
            return;
        }
        let at = Position {
            x: area.x + col,
            y: area.y + row,
        };
        let emphasis = if label.class == Class::Pin {
            Emphasis::Selected
        } else {
            self.emphasis(label.place)
        };
        let quiet = emphasis == Emphasis::Dimmed
            || matches!(
                label.class,
                Class::Town | Class::Unit | Class::Around | Class::Holder | Class::Scale
            ) && emphasis == Emphasis::Plain;
        let mut style = Style::new();
        if emphasis == Emphasis::Selected
            || matches!(label.class, Class::Region | Class::Site) && !quiet
        {
            style = style.add_modifier(Modifier::BOLD);
        }
        if theme.depth == Depth::None
            && emphasis == Emphasis::Selected
            && label.class != Class::Holder
        {
            style = style.add_modifier(Modifier::REVERSED);
        }
        let width = u16::try_from(label.text.width()).unwrap_or(u16::MAX);
        if theme.depth == Depth::None {
            // Words on a texture need air.
            for x in [at.x.checked_sub(1), at.x.checked_add(width)]
                .into_iter()
                .flatten()
            {
                let beside = Position { x, y: at.y };
                if let Some(cell) = buf.cell_mut(beside).filter(|_| area.contains(beside)) {
                    cell.set_char(' ');
                }
            }
        }
        let coloured = theme.depth > Depth::None;
        let columns = at.x..at.x.saturating_add(width).min(area.right());
        let mut before = None;
        for x in columns.filter(|_| coloured) {
            let back = label.tint.map_or_else(
                || inks.behind(self.owner_of(usize::from(x - area.x), usize::from(row))),
                |tint| theme.area(tint, emphasis),
            );
            let front = match before {
                Some((known, front)) if known == back => front,
                _ if quiet => theme.quiet_on(back),
                _ => theme.text_on(back),
            };
            before = Some((back, front));
            if let Some(cell) = buf.cell_mut(Position { x, y: at.y }) {
                cell.set_bg(back).set_fg(front);
            }
        }
        buf.set_stringn(
            at.x,
            at.y,
            &label.text,
            usize::from(area.right() - at.x),
            style,
        );
    }

    /// The owner of the middle of a cell.
    fn owner_of(&self, col: usize, row: usize) -> Owner {
        let (wide, high) = self.marker.pieces();
        self.ground.owners.row(row * high + high / 2)[col * wide + wide / 2]
    }

    pub(super) fn rows(&self, area: Rect) -> impl Iterator<Item = (usize, u16)> + use<> {
        (0..self.ground.owners.height() / self.marker.pieces().1).zip(area.top()..area.bottom())
    }

    pub(super) fn cols(&self, area: Rect) -> impl Iterator<Item = (usize, u16)> + use<> {
        (0..self.ground.owners.width() / self.marker.pieces().0).zip(area.left()..area.right())
    }
}

/// The sub-cells of one row of cells.
struct Pieces<'a> {
    owners: [&'a [Owner]; 4],
    strokes: [&'a [Stroke]; 4],
    wide: usize,
    high: usize,
    /// The first row of sub-cells.
    top: usize,
}

impl<'a> Pieces<'a> {
    fn new(scene: &'a Scene, row: usize) -> Self {
        let (wide, high) = scene.marker.pieces();
        let top = row * high;
        Self {
            owners: std::array::from_fn(|n| scene.ground.owners.row(top + n.min(high - 1))),
            strokes: std::array::from_fn(|n| scene.strokes.row(top + n.min(high - 1))),
            wide,
            high,
            top,
        }
    }

    fn first(&self, col: usize) -> Owner {
        self.owners[0][col * self.wide]
    }

    /// The tone of each sub-cell of a cell, row by row.
    fn tones(&self, inks: &Inks, col: usize) -> impl Iterator<Item = Tone> {
        (0..self.high).flat_map(move |n| {
            (col * self.wide..(col + 1) * self.wide).map(move |x| {
                inks.of(self.owners[n][x])
                    .tone(self.strokes[n][x], x, self.top + n)
            })
        })
    }
}

/// A colour, by its place in the list of a frame's. There are far fewer than a byte counts; any further ones would share
/// the last place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tone(pub u8);

/// What one owner is drawn with.
#[derive(Clone, Debug)]
pub(super) struct Ink {
    /// The tone of each line on it, and of where there is none: by [`Stroke`], where it is the same everywhere.
    lines: [Option<Tone>; 6],
    stripes: Vec<Tone>,
    /// What tells it from others where colour alone can't.
    texture: Option<(Hue, Tone)>,
    /// The colour, where it is one all over.
    plain: Option<Color>,
    /// What words on it stand on.
    behind: Color,
}

impl Ink {
    /// The tone of a sub-cell with a line through it or none.
    pub fn tone(&self, line: Stroke, x: usize, y: usize) -> Tone {
        self.lines[line as usize].unwrap_or_else(|| match (self.stripes.as_slice(), self.texture) {
            (_, Some((hue, tone))) if texture::is_set(hue, x, y) => tone,
            ([only], _) => *only,
            (several, _) => several[(x + y) / STRIPE % several.len()],
        })
    }
}

const RIVER: Tone = Tone(0);
const EDGE: Tone = Tone(1);
const DOTS: Tone = Tone(2);

/// The colours of every owner, for one frame.
#[derive(Debug)]
pub(super) struct Inks {
    pub tones: Vec<Color>,
    /// By [`Owner::slot`].
    owners: Vec<Ink>,
}

impl Inks {
    pub fn new(theme: &Theme, fills: &[Fill]) -> Self {
        let tones = vec![theme.river(), theme.edge(), theme.dots()];
        let mut inks = Self {
            tones,
            owners: Vec::new(),
        };
        for colour in [theme.void(), theme.sea(), theme.lake()] {
            inks.add(&[colour], [None; 2], None);
        }
        let (bare, abroad) = (theme.ground(Emphasis::Plain), theme.neighbour());
        inks.add(&[bare], [Some(theme.line_on(bare)), None], None);
        inks.add(&[abroad], [None, Some(theme.neighbour_line())], None);
        for fill in fills {
            inks.fill(theme, fill);
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
            Pattern::Plain(Tint::Actor(hue) | Tint::Faint(hue)) => {
                let colour = theme.texture(hue, fill.emphasis);
                colour.map(|colour| (hue, colour))
            }
            _ => None,
        };
        self.add(&stripes, [Some(theme.line_on(stripes[0])), None], texture);
        if let ([_, _, ..], Some(ink)) = (stripes.as_slice(), self.owners.last_mut()) {
            ink.behind = ground;
        }
    }

    /// Adds the ink of the next owner: its stripes, its borders between units and between neighbours, its texture.
    fn add(
        &mut self,
        stripes: &[Color],
        borders: [Option<Color>; 2],
        texture: Option<(Hue, Color)>,
    ) {
        let behind = stripes[0];
        let plain = (stripes.len() == 1 && texture.is_none()).then_some(behind);
        let stripes: Vec<Tone> = stripes.iter().map(|&colour| self.tone(colour)).collect();
        let fill = plain.map(|_| stripes[0]);
        let [unit, abroad] = borders.map(|colour| colour.map(|colour| self.tone(colour)));
        let mut lines = [fill; 6];
        lines[Stroke::River as usize] = Some(RIVER);
        lines[Stroke::Edge as usize] = Some(EDGE);
        lines[Stroke::Dots as usize] = Some(DOTS);
        lines[Stroke::Unit as usize] = unit.or(fill);
        lines[Stroke::Abroad as usize] = abroad.or(fill);
        let texture = texture.map(|(hue, colour)| (hue, self.tone(colour)));
        self.owners.push(Ink {
            lines,
            stripes,
            texture,
            plain,
            behind,
        });
    }

    /// The place of a colour in the list; equal colours have one place, so that they count as one.
    fn tone(&mut self, colour: Color) -> Tone {
        let known = self.tones.iter().position(|&tone| tone == colour);
        let place = known.unwrap_or_else(|| {
            self.tones.push(colour);
            self.tones.len() - 1
        });
        Tone(u8::try_from(place).unwrap_or(u8::MAX))
    }

    pub fn colour(&self, Tone(place): Tone) -> Color {
        self.tones[usize::from(place)]
    }

    pub fn of(&self, owner: Owner) -> &Ink {
        self.owners.get(owner.slot()).unwrap_or(&self.owners[0])
    }

    /// What words on an owner's cells stand on, whatever runs through them.
    fn behind(&self, owner: Owner) -> Color {
        self.of(owner).behind
    }
}

/// The two tones that cover most of a cell, as the sub-cells of the one in front, the one in front and the one behind.
/// What has a third tone goes to the one behind.
fn two(tones: impl Iterator<Item = Tone>) -> (u8, Tone, Tone) {
    let (mut all, mut left) = ([Tone(0); 8], 0_u8);
    for (n, tone) in tones.enumerate() {
        all[n] = tone;
        left |= 1 << n;
    }
    let none = (0, 0, all[0]);
    let (mut back, mut front) = (none, none);
    while left != 0 {
        let tone = all[left.trailing_zeros() as usize];
        let same = |mask, (n, other): (usize, &Tone)| mask | u8::from(*other == tone) << n;
        let mask = left & all.iter().enumerate().fold(0, same);
        left &= !mask;
        let found = (mask.count_ones(), mask, tone);
        if found.0 > back.0 {
            (front, back) = (back, found);
        } else if found.0 > front.0 {
            front = found;
        }
    }
    if front.1 == 0 {
        (0, back.2, back.2)
    } else {
        (front.1, front.2, back.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_shows_the_two_largest_colours() {
        let (a, b, c) = (Tone(1), Tone(2), Tone(3));
        assert_eq!(two([a; 8].into_iter()), (0, a, a));
        assert_eq!(two([a, b, a, b, a, a, a, a].into_iter()), (0b1010, b, a));
        assert_eq!(two([a, b, b, c, a, a, a, a].into_iter()), (0b110, b, a));
    }
}

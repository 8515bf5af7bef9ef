//! A scene to cells of text: two colours a cell where there are colours, one bit a sub-cell where there are none.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Color, Modifier, Style},
};
use unicode_width::UnicodeWidthStr;

use super::{Class, Depth, Emphasis, Fill, Label, Land, Owner, Pattern, Scene, Stroke, Theme};

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

    fn colour(&self, inks: &Inks, buf: &mut Buffer, area: Rect) {
        let (wide, high) = self.marker.pieces();
        let mut plain = Vec::new();
        for (row, y) in self.rows(area) {
            self.plain(row, &mut plain);
            let start = buf.index_of(area.x, y);
            for (col, cell) in buf.content[start..]
                .iter_mut()
                .take(plain.len().min(area.width.into()))
                .enumerate()
            {
                if plain[col]
                    && let [colour] = inks
                        .of(self.owners.row(row * high)[col * wide])
                        .stripes
                        .as_slice()
                {
                    cell.set_char(' ').set_fg(*colour).set_bg(*colour);
                    continue;
                }
                let mut colours = [Color::Reset; 8];
                for (n, colour) in colours.iter_mut().take(wide * high).enumerate() {
                    *colour = self.colour_at(inks, col * wide + n % wide, row * high + n / wide);
                }
                let (mask, front, back) = two(&colours[..wide * high]);
                cell.set_char(if mask == 0 {
                    ' '
                } else {
                    self.marker.glyph(mask)
                })
                .set_fg(front)
                .set_bg(back);
            }
        }
    }

    /// Whether each cell of a row has one owner and no line through it.
    fn plain(&self, row: usize, plain: &mut Vec<bool>) {
        match self.marker.pieces().0 {
            1 => self.plain_of::<1>(row, plain),
            _ => self.plain_of::<2>(row, plain),
        }
    }

    fn plain_of<const WIDE: usize>(&self, row: usize, plain: &mut Vec<bool>) {
        let high = self.marker.pieces().1;
        plain.clear();
        plain.resize(self.owners.width() / WIDE, true);
        let first = self.owners.row(row * high).as_chunks::<WIDE>().0;
        for y in row * high..(row + 1) * high {
            let owners = self.owners.row(y).as_chunks::<WIDE>().0;
            for (plain, (owners, home)) in plain.iter_mut().zip(owners.iter().zip(first)) {
                *plain &= *owners == [home[0]; WIDE];
            }
            let lines = self.strokes.row(y).as_chunks::<WIDE>().0;
            for (plain, lines) in plain.iter_mut().zip(lines) {
                *plain &= *lines == [Stroke::None; WIDE];
            }
        }
    }

    fn colour_at(&self, inks: &Inks, x: usize, y: usize) -> Color {
        let owner = self.owners.row(y)[x];
        let ink = inks.of(owner);
        match self.strokes.row(y)[x] {
            Stroke::River => inks.river,
            Stroke::Edge => inks.edge,
            Stroke::Dots => inks.dots,
            Stroke::Unit if owner.is_home() => ink.line,
            Stroke::Abroad if matches!(owner.land(), Land::Neighbour(_)) => ink.line,
            _ => ink.stripes[(x + y) / STRIPE % ink.stripes.len()],
        }
    }

    /// Writes the letters of those who hold an area all over it.
    fn letters(&self, theme: &Theme, buf: &mut Buffer, area: Rect) {
        let (wide, high) = self.marker.pieces();
        let mut plain = Vec::new();
        for (row, y) in self.rows(area).step_by(2) {
            self.plain(row, &mut plain);
            for (col, x) in self
                .cols(area)
                .filter(|(col, _)| (col + row * 2) % 8 == 4 && plain[*col])
            {
                let owner = self.owners.row(row * high)[col * wide];
                let Some(fill) = self
                    .fill_of(owner)
                    .filter(|fill| fill.emphasis != Emphasis::Dimmed)
                else {
                    continue;
                };
                let letter = fill.letters.get((col / 8) % fill.letters.len().max(1));
                if let (Some(letter), Some(cell)) = (letter, buf.cell_mut(Position { x, y })) {
                    let back = cell.bg;
                    cell.set_char(*letter).set_fg(theme.text_on(back));
                }
            }
        }
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
        let emphasis = self.emphasis(label.place);
        let quiet = emphasis == Emphasis::Dimmed
            || matches!(label.class, Class::Town | Class::Around | Class::Holder)
                && emphasis == Emphasis::Plain;
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
        for x in at.x..at.x.saturating_add(width).min(area.right()) {
            let Some(cell) = buf.cell_mut(Position { x, y: at.y }) else {
                continue;
            };
            if theme.depth > Depth::None {
                let back = label.tint.map_or_else(
                    || inks.behind(self.owner_of(usize::from(x - area.x), usize::from(row))),
                    |tint| theme.area(tint, emphasis),
                );
                let front = if quiet {
                    theme.quiet_on(back)
                } else {
                    theme.text_on(back)
                };
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
        self.owners.row(row * high + high / 2)[col * wide + wide / 2]
    }

    pub(super) fn rows(&self, area: Rect) -> impl Iterator<Item = (usize, u16)> + use<> {
        (0..self.owners.height() / self.marker.pieces().1).zip(area.top()..area.bottom())
    }

    pub(super) fn cols(&self, area: Rect) -> impl Iterator<Item = (usize, u16)> + use<> {
        (0..self.owners.width() / self.marker.pieces().0).zip(area.left()..area.right())
    }
}

/// The colours of one owner.
#[derive(Debug)]
struct Ink {
    stripes: Vec<Color>,
    line: Color,
    behind: Color,
}

/// The colours of every owner, for one frame.
#[derive(Debug)]
struct Inks {
    regions: Vec<Ink>,
    void: Ink,
    sea: Ink,
    lake: Ink,
    neighbour: Ink,
    ground: Ink,
    river: Color,
    edge: Color,
    dots: Color,
}

impl Inks {
    fn new(theme: &Theme, fills: &[Fill]) -> Self {
        let plain = |colour: Color, line: Color| Ink {
            stripes: vec![colour],
            line,
            behind: colour,
        };
        let bare = theme.ground(Emphasis::Plain);
        Self {
            regions: fills.iter().map(|fill| region(theme, fill)).collect(),
            void: plain(theme.void(), theme.void()),
            sea: plain(theme.sea(), theme.sea()),
            lake: plain(theme.lake(), theme.lake()),
            neighbour: plain(theme.neighbour(), theme.neighbour_line()),
            ground: plain(bare, theme.line_on(bare)),
            river: theme.river(),
            edge: theme.edge(),
            dots: theme.dots(),
        }
    }

    /// What words on an owner's cells stand on, whatever runs through them.
    fn behind(&self, owner: Owner) -> Color {
        self.of(owner).behind
    }

    fn of(&self, owner: Owner) -> &Ink {
        match owner.land() {
            Land::Void => &self.void,
            Land::Sea => &self.sea,
            Land::Lake => &self.lake,
            Land::Neighbour(_) => &self.neighbour,
            Land::Ground => &self.ground,
            Land::Region(id) => self.regions.get(id.0).unwrap_or(&self.ground),
        }
    }
}

fn region(theme: &Theme, fill: &Fill) -> Ink {
    let ground = theme.ground(fill.emphasis);
    let area = |tint: &_| theme.area(*tint, fill.emphasis);
    let stripes = match &fill.pattern {
        Pattern::Silent => vec![ground],
        Pattern::Plain(tint) => vec![area(tint)],
        Pattern::InParts(tints) => tints.iter().flat_map(|tint| [area(tint), ground]).collect(),
        Pattern::Between(tints) => tints.iter().map(area).collect(),
    };
    let behind = if stripes.len() > 1 {
        ground
    } else {
        stripes[0]
    };
    Ink {
        line: theme.line_on(stripes[0]),
        behind,
        stripes,
    }
}

/// The two colours that cover most of a cell, as the sub-cells of the one in front, the one in front and the one
/// behind. What has a third colour goes to the one behind.
fn two(colours: &[Color]) -> (u8, Color, Color) {
    let mut shares = [(Color::Reset, 0_u8); 8];
    let mut kinds = 0;
    for &colour in colours {
        let known = shares[..kinds]
            .iter()
            .position(|&(other, _)| other == colour)
            .unwrap_or(kinds);
        kinds = kinds.max(known + 1);
        shares[known] = (colour, shares[known].1 + 1);
    }
    let shares = &mut shares[..kinds];
    shares.sort_by_key(|&(_, share)| std::cmp::Reverse(share));
    let back = shares[0].0;
    let Some(&(front, _)) = shares.get(1) else {
        return (0, back, back);
    };
    let mask = colours.iter().enumerate().fold(0, |mask, (n, &colour)| {
        mask | (u8::from(colour == front) << n)
    });
    (mask, front, back)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_shows_the_two_largest_colours() {
        let (a, b, c) = (Color::Red, Color::Green, Color::Blue);
        assert_eq!(two(&[a; 8]), (0, a, a));
        assert_eq!(two(&[a, b, a, b, a, a, a, a]), (0b1010, b, a));
        assert_eq!(two(&[a, b, b, c, a, a, a, a]), (0b110, b, a));
    }
}

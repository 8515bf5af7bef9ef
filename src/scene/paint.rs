//! A scene to cells of text: two colours a cell where there are colours, one bit a sub-cell where there are none.

use unicode_width::UnicodeWidthStr;

use super::{
    Attributes, Cell, CellCanvas, Class, Colour, Depth, Emphasis, Label, Marker, Owner, Resolution,
    Scene, Stroke, Theme,
    ink::{Inks, PaletteIndex},
};

impl Scene {
    /// Paints the scene in cells; one in pixels leaves its areas to [`Scene::picture`] and paints its labels alone.
    pub fn paint(&self, theme: &Theme, canvas: &mut impl CellCanvas) {
        let inks = Inks::new(theme, &self.fills);
        if let Resolution::Subcells(marker) = self.resolution {
            if theme.depth == Depth::None {
                self.hatch(marker, canvas);
            } else {
                self.colour(marker, &inks, canvas);
            }
            let lettered = theme.depth == Depth::None && marker.is_ascii();
            if theme.depth <= Depth::Ansi16 && !lettered {
                self.letters(marker, theme, &inks, canvas);
            }
        }
        for label in &self.labels {
            self.label(theme, &inks, label, canvas);
        }
    }

    fn colour(&self, marker: Marker, inks: &Inks, canvas: &mut impl CellCanvas) {
        let (mut seams, cols) = (Vec::new(), self.size().0);
        for (row, y) in self.rows() {
            self.seams(marker, row, &mut seams);
            let pieces = Pieces::new(self, marker, row);
            let mut col = 0;
            while col < cols {
                let owner = pieces.first(col.into());
                let is_plain =
                    |col: u16| seams[usize::from(col)] == 0 && pieces.first(col.into()) == owner;
                match inks.of(owner).plain {
                    Some(colour) if is_plain(col) => {
                        let end = (col..cols).find(|&next| !is_plain(next)).unwrap_or(cols);
                        canvas.fill(y, col..end, colour);
                        col = end;
                    }
                    _ => {
                        canvas.set((col, y), pieces.cell(marker, inks, col.into()));
                        col += 1;
                    }
                }
            }
        }
    }

    /// Notes for each cell of a row whether anything changes inside it: 0 where it has one owner and no line through it.
    pub(super) fn seams(&self, marker: Marker, row: usize, seams: &mut Vec<u16>) {
        let (wide, high) = marker.pieces();
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

    fn label(&self, theme: &Theme, inks: &Inks, label: &Label, canvas: &mut impl CellCanvas) {
        let (col, row) = label.at;
        let (cols, rows) = self.size();
        if col >= cols || row >= rows {
            return;
        }
        let emphasis = if label.class == Class::Pin {
            Emphasis::Selected
        } else {
            self.emphasis(label.place)
        };
        let quiet = emphasis == Emphasis::Dimmed
            || matches!(
                label.class,
                Class::Event
                    | Class::Town
                    | Class::Unit
                    | Class::Around
                    | Class::Holder
                    | Class::Scale
            ) && emphasis == Emphasis::Plain;
        let selected = emphasis == Emphasis::Selected;
        let attributes = Attributes {
            bold: selected || matches!(label.class, Class::Region | Class::Site) && !quiet,
            dim: false,
            reversed: theme.depth == Depth::None && selected && label.class != Class::Holder,
        };
        let width = u16::try_from(label.text.width()).unwrap_or(u16::MAX);
        let end = col.saturating_add(width);
        if theme.depth == Depth::None {
            // Words on a texture need air.
            for x in col.checked_sub(1).into_iter().chain([end]) {
                if x < cols {
                    canvas.fill(row, x..x + 1, Colour::Default);
                }
            }
        } else {
            let back = label.tint.map_or_else(
                || {
                    let behind = self.behind(inks, row, col..end.min(cols));
                    behind.unwrap_or_else(|| theme.neighbour())
                },
                |tint| theme.area(tint, emphasis),
            );
            let back = Theme::ground_of_words(back);
            let front = if quiet {
                theme.quiet_on(back)
            } else {
                theme.text_on(back)
            };
            for x in col..end.min(cols) {
                canvas.recolour((x, row), front, back);
            }
        }
        canvas.write(label.at, &label.text, attributes);
    }

    /// The ground of all cells of a label; `None` where it stands on more than one, of which neither may spread over the
    /// other's land.
    fn behind(&self, inks: &Inks, row: u16, cols: std::ops::Range<u16>) -> Option<Colour> {
        let mut colours = cols.map(|col| inks.behind(self.owner_of(col.into(), row.into())));
        let first = colours.next()?;
        colours.all(|colour| colour == first).then_some(first)
    }

    /// The owner of the middle of a cell.
    fn owner_of(&self, col: usize, row: usize) -> Owner {
        let (wide, high) = self.ground.pieces;
        self.ground.owners.row(row * high + high / 2)[col * wide + wide / 2]
    }

    /// Columns and rows of cells.
    pub(super) fn size(&self) -> (u16, u16) {
        let ((wide, high), owners) = (self.ground.pieces, &self.ground.owners);
        let side = |side: usize| u16::try_from(side).unwrap_or(u16::MAX);
        (side(owners.width() / wide), side(owners.height() / high))
    }

    /// The rows of cells, for the grids and for the canvas.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, u16)> + use<> {
        (0..).zip(0..self.size().1)
    }
}

/// The sub-cells of one row of cells.
pub(super) struct Pieces<'a> {
    owners: [&'a [Owner]; 4],
    strokes: [&'a [Stroke]; 4],
    wide: usize,
    high: usize,
    /// The first row of sub-cells.
    top: usize,
}

impl<'a> Pieces<'a> {
    pub fn new(scene: &'a Scene, marker: Marker, row: usize) -> Self {
        let (wide, high) = marker.pieces();
        let top = row * high;
        Self {
            owners: std::array::from_fn(|n| scene.ground.owners.row(top + n.min(high - 1))),
            strokes: std::array::from_fn(|n| scene.strokes.row(top + n.min(high - 1))),
            wide,
            high,
            top,
        }
    }

    /// The owner of a cell's first sub-cell.
    pub fn first(&self, col: usize) -> Owner {
        self.owners[0][col * self.wide]
    }

    /// A cell in the two colours that cover most of it.
    #[inline]
    pub fn cell(&self, marker: Marker, inks: &Inks, col: usize) -> Cell {
        let (mask, front, back) = two(self.colours(inks, col));
        let (front, back) = (inks.colour(front), inks.colour(back));
        // The medium's own colour is that of its ground behind alone.
        let (mask, foreground, background) = if front == Colour::Default {
            (!mask & self.whole(), back, front)
        } else {
            (mask, front, back)
        };
        Cell {
            glyph: if mask == 0 || front == back {
                ' '
            } else {
                marker.glyph(mask)
            },
            foreground,
            background,
        }
    }

    /// The mask of all sub-cells of a cell.
    const fn whole(&self) -> u8 {
        u8::MAX >> (8 - self.wide * self.high)
    }

    /// The colour of each sub-cell of a cell, row by row.
    fn colours(&self, inks: &Inks, col: usize) -> impl Iterator<Item = PaletteIndex> {
        (0..self.high).flat_map(move |n| {
            (col * self.wide..(col + 1) * self.wide).map(move |x| {
                inks.of(self.owners[n][x])
                    .colour(self.strokes[n][x], x, self.top + n)
            })
        })
    }
}

/// The two colours that cover most of a cell: a mask of the sub-cells of the one in front, the one in front and the one
/// behind. A third colour goes to the one behind.
fn two(colours: impl Iterator<Item = PaletteIndex>) -> (u8, PaletteIndex, PaletteIndex) {
    let (mut all, mut left) = ([PaletteIndex(0); 8], 0_u8);
    for (n, colour) in colours.enumerate() {
        all[n] = colour;
        left |= 1 << n;
    }
    let none = (0, 0, all[0]);
    let (mut back, mut front) = (none, none);
    while left != 0 {
        let colour = all[left.trailing_zeros() as usize];
        let same =
            |mask, (n, other): (usize, &PaletteIndex)| mask | u8::from(*other == colour) << n;
        let mask = left & all.iter().enumerate().fold(0, same);
        left &= !mask;
        let found = (mask.count_ones(), mask, colour);
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
    fn the_terminals_own_colour_is_never_that_of_its_words() {
        let theme = Theme::new(Depth::Ansi16);
        let inks = Inks::new(&theme, &[]);
        let (sea, abroad) = (Owner::SEA, Owner::neighbour(0));
        let upper = [abroad, sea, sea, sea];
        let lower = [sea; 4];
        let pieces = Pieces {
            owners: [&upper, &lower, &lower, &lower],
            strokes: [&[Stroke::None; 4]; 4],
            wide: 2,
            high: 2,
            top: 0,
        };
        let cell = pieces.cell(Marker::Quadrant, &inks, 0);
        assert_eq!(
            (cell.foreground, cell.background),
            (theme.sea(), theme.neighbour())
        );
        assert_eq!(cell.glyph, '▟');
    }

    #[test]
    fn a_cell_shows_the_two_largest_colours() {
        let (a, b, c) = (PaletteIndex(1), PaletteIndex(2), PaletteIndex(3));
        assert_eq!(two([a; 8].into_iter()), (0, a, a));
        assert_eq!(two([a, b, a, b, a, a, a, a].into_iter()), (0b1010, b, a));
        assert_eq!(two([a, b, b, c, a, a, a, a].into_iter()), (0b110, b, a));
    }
}

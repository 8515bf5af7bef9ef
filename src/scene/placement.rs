//! Label placement: the cells that labels take, and the places where one fits.

use std::collections::HashSet;

use geo::Coord;
use unicode_width::UnicodeWidthStr;

use super::{Class, Label, Owner, View, depths::Depths, looks::Looks, occupancy::Occupancy};
use crate::{
    atlas::{Place, SiteId},
    geo::Shape,
};

/// The labels that are placed so far, and the cells that they take.
pub struct Labels<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) looks: &'a Looks,
    pub(super) depths: &'a Depths<Owner>,
    pub(super) taken: Occupancy,
    /// Those, and what the main towns would take.
    pub(super) expected: Occupancy,
    pub(super) placed: Vec<Label>,
    /// The cells of the symbols of sites.
    symbols: HashSet<(usize, usize)>,
}

/// A line of a label.
pub type Line = (String, Class);

impl<'a> Labels<'a> {
    /// None so far; the symbols of sites stay free.
    pub fn new(view: &'a View, depths: &'a Depths<Owner>, looks: &'a Looks) -> Self {
        let taken = Occupancy::new(view.viewport.cols.into(), view.viewport.rows.into());
        let mut labels = Self {
            view,
            looks,
            depths,
            expected: taken.clone(),
            taken,
            placed: Vec::new(),
            symbols: HashSet::new(),
        };
        let sites = view.atlas.site_ids();
        sites
            .filter(|&id| view.shows(Place::Site(id)))
            .for_each(|id| labels.reserve(id));
        labels
    }

    /// Keeps a site's own cell free of other labels.
    fn reserve(&mut self, id: SiteId) {
        if let Some((x, y)) = self.site_cell(id) {
            self.take(x, y, 1);
            self.symbols.insert((x, y));
        }
    }

    /// Tells whether no symbol of a site stands on the cells behind one.
    pub(super) fn is_clear_behind(&self, (x, y): (usize, usize), width: usize) -> bool {
        let mut behind = x + 1..=x + width;
        behind.all(|x| x < self.taken.cols() && !self.symbols.contains(&(x, y)))
    }

    pub(super) fn site_cell(&self, id: SiteId) -> Option<(usize, usize)> {
        self.view
            .cell(self.view.map.projection.position(self.view.atlas[id].at))
    }

    pub(super) fn marked(&self, place: Place, name: &str) -> String {
        if self.view.selected == Some(place) {
            self.between_marks(name)
        } else {
            name.to_owned()
        }
    }

    pub(super) fn between_marks(&self, name: &str) -> String {
        let (left, right) = marks(self.view);
        format!("{left}{name}{right}")
    }

    /// The spot of centred lines inside an owner's cells: near the pole of its shape, so that they stay with the land as
    /// one moves, or where that is off screen, deepest in what is seen.
    pub(super) fn spot(
        &self,
        owner: Owner,
        shape: &Shape,
        lines: &[Line],
        occupancy: &Occupancy,
    ) -> Option<Spot> {
        if !self.view.viewport.sees(shape.bounds) {
            return None;
        }
        let (width, height) = (widest(lines), lines.len());
        let Some(pole) = self.view.cell(shape.pole()) else {
            let at = self.depths.deepest(owner, (width, height), occupancy);
            return at.map(|at| Spot { at, airy: true });
        };
        let near = |size| self.depths.nearest(owner, size, occupancy, pole);
        let tight = near((width, height))?;
        let airy = near((width, height + 2)).map(|(left, top)| (left, top + 1));
        Some(Spot {
            at: airy.unwrap_or(tight),
            airy: airy.is_some(),
        })
    }

    /// Writes lines centred under each other.
    pub(super) fn write(&mut self, spot: &Spot, lines: &[Line], place: Option<Place>) {
        let ((left, top), width) = (spot.at, widest(lines));
        if spot.airy {
            self.take(left, top.wrapping_sub(1), width);
            self.take(left, top + lines.len(), width);
        }
        for (n, (text, class)) in lines.iter().enumerate() {
            let x = left + (width - text.width()) / 2;
            self.push((x, top + n), text.clone(), *class, place);
        }
    }

    /// Puts a name beside a point: right, left, above or below, on the first cells that are free.
    pub(super) fn beside(
        &mut self,
        (x, y): (usize, usize),
        text: String,
        class: Class,
        place: Option<Place>,
    ) -> bool {
        let (x, y, width) = (x.cast_signed(), y.cast_signed(), text.width());
        let (long, half) = (width.cast_signed(), (width / 2).cast_signed());
        let spots = [
            (x + 2, y),
            (x - 1 - long, y),
            (x + 1, y - 1),
            (x + 1, y + 1),
            (x - half, y - 1),
            (x - half, y + 1),
            // Past the air around the point's own sign.
            (x + 3, y),
            (x - 2 - long, y),
        ];
        let free = spots
            .into_iter()
            .filter(|&(left, top)| self.taken.is_free(left, top, width));
        let free: Vec<_> = free
            .map(|(left, top)| (left.cast_unsigned(), top.cast_unsigned()))
            .collect();
        // Words that cross a border are harder to read.
        let on_one = free
            .iter()
            .find(|&&(left, top)| self.depths.has_one_owner(left, top, width));
        let Some(&at) = on_one.or(free.first()) else {
            return false;
        };
        self.push(at, text, class, place);
        true
    }

    pub(super) fn push(
        &mut self,
        (x, y): (usize, usize),
        text: String,
        class: Class,
        place: Option<Place>,
    ) {
        let (Ok(col), Ok(row)) = (u16::try_from(x), u16::try_from(y)) else {
            return;
        };
        self.take(x, y, text.width());
        self.placed.push(Label {
            at: (col, row),
            text,
            class,
            place,
            block: None,
            tint: None,
        });
    }

    pub(super) fn take(&mut self, x: usize, y: usize, width: usize) {
        self.taken.take(x, y, width);
        self.expected.take(x, y, width);
    }
}

/// Marks on both sides of what is selected, for where colour can't show it.
pub const MARKS: (&str, &str) = ("▸", "◂");
const ASCII_MARKS: (&str, &str) = (">", "<");

pub fn marks(view: &View) -> (&'static str, &'static str) {
    if view.resolution.is_ascii() {
        ASCII_MARKS
    } else {
        MARKS
    }
}

/// A place for lines.
pub struct Spot {
    /// The left end of the first one.
    pub at: (usize, usize),
    /// The lines above and below are kept free.
    airy: bool,
}

fn widest(lines: &[Line]) -> usize {
    let widths = lines.iter().map(|(text, _)| text.width());
    widths.max().unwrap_or(0)
}

impl View<'_> {
    /// The cell that a point of the plane falls in, if it is on screen.
    pub(super) fn cell(&self, at: Coord) -> Option<(usize, usize)> {
        let cell = self.viewport.cell(at);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "inside the pane"
        )]
        self.viewport
            .has(cell)
            .then_some((cell.x as usize, cell.y as usize))
    }
}

//! What is written on the map, and where.

use std::ops::RangeInclusive;

use geo::Coord;
use unicode_width::UnicodeWidthStr;

use super::{
    Owner, View,
    place::{Depths, Room},
    symbol,
};
use crate::{
    atlas::{
        Place, RegionId, SiteId,
        state::{Control, RegionState},
    },
    geo::Town,
};

/// How a label is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The name of a region.
    Region,
    /// Who holds it.
    Holder,
    Site,
    Town,
    /// Land or water around the country.
    Around,
}

/// One line of text on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Cells from the left and from the top of the map pane.
    pub at: (u16, u16),
    pub text: String,
    pub class: Class,
    pub place: Option<Place>,
}

/// Marks on both sides of what is selected, for where colour can't show it.
const MARKS: (&str, &str) = ("▸", "◂");
const ASCII_MARKS: (&str, &str) = (">", "<");

/// Places every label that fits, the important ones first.
pub fn place(view: &View, depths: &Depths<Owner>) -> Vec<Label> {
    let mut labels = Labels {
        view,
        depths,
        room: Room::new(view.viewport.cols.into(), view.viewport.rows.into()),
        placed: Vec::new(),
    };
    let sites = || (0..view.atlas.sites.len()).map(SiteId);
    let regions = || (0..view.atlas.regions.len()).map(RegionId);
    sites().for_each(|id| labels.reserve(id));
    match view.selected {
        Some(Place::Site(id)) => labels.site(id),
        Some(Place::Region(id)) => labels.region(id),
        None => {}
    }
    let other = |place: Place| view.selected != Some(place);
    sites()
        .filter(|&id| other(Place::Site(id)))
        .for_each(|id| labels.site(id));
    // The main towns are what a reader finds the way by; on a small map the regions need the room.
    let main = if view.viewport.row < ROOMY { 2 } else { 0 };
    labels.towns(0..=main);
    regions()
        .filter(|&id| other(Place::Region(id)))
        .for_each(|id| labels.region(id));
    labels.towns(main + 1..=detail(view.viewport.row));
    labels.neighbours();
    labels.placed
}

/// A row no higher than this, in degrees, leaves room for the main towns.
const ROOMY: f64 = 0.2;

/// The last rank of towns worth a look where a row is so many degrees high.
const fn detail(row: f64) -> u8 {
    match row {
        row if row > 0.3 => 1,
        row if row > 0.09 => 2,
        row if row > 0.045 => 3,
        row if row > 0.02 => 4,
        _ => u8::MAX,
    }
}

struct Labels<'a> {
    view: &'a View<'a>,
    depths: &'a Depths<Owner>,
    room: Room,
    placed: Vec<Label>,
}

impl Labels<'_> {
    /// Keeps a site's own cell free of other labels.
    fn reserve(&mut self, id: SiteId) {
        if let Some((x, y)) = self.site_cell(id) {
            self.room.take(x, y, 1);
        }
    }

    fn site_cell(&self, id: SiteId) -> Option<(usize, usize)> {
        self.view
            .cell(self.view.map.projection.position(self.view.atlas[id].at))
    }

    fn site(&mut self, id: SiteId) {
        let Some(cell) = self.site_cell(id) else {
            return;
        };
        let site = &self.view.atlas[id];
        let symbol = symbol::of(site.kind, &self.view.snapshot[id].status, self.view.marker);
        let place = Place::Site(id);
        let name = self.marked(place, &site.name);
        self.push(cell, symbol.to_string(), Class::Site, Some(place));
        self.beside(cell, name, Class::Site, Some(place));
    }

    fn region(&mut self, id: RegionId) {
        let place = Place::Region(id);
        let name = self.marked(place, &self.view.atlas[id].name.to_uppercase());
        let holder = holder(self.view, &self.view.snapshot[id]);
        let owner = Owner::region(id);
        let both = vec![(name.clone(), Class::Region), (holder, Class::Holder)];
        let alone = vec![(name, Class::Region)];
        if self.inside(owner, both, Some(place)) || self.inside(owner, alone.clone(), Some(place)) {
            return;
        }
        // What is selected is named even where its area is too small for its name.
        if let (true, Some(cell)) = (self.view.selected == Some(place), self.depths.first(owner)) {
            self.beside(cell, alone[0].0.clone(), Class::Region, Some(place));
        }
    }

    fn towns(&mut self, ranks: RangeInclusive<u8>) {
        for Town { name, at, .. } in self
            .view
            .map
            .base
            .towns
            .iter()
            .filter(|town| ranks.contains(&town.rank))
        {
            let Some(cell) = self.view.cell(self.view.map.projection.forward(*at)) else {
                continue;
            };
            let dot = if self.view.marker.is_ascii() {
                "."
            } else {
                "·"
            };
            if self
                .room
                .is_free(cell.0.cast_signed(), cell.1.cast_signed(), 1)
                && self.beside(cell, name.clone(), Class::Town, None)
            {
                self.push(cell, dot.to_owned(), Class::Town, None);
            }
        }
    }

    fn neighbours(&mut self) {
        for (n, land) in self.view.map.base.neighbours.iter().enumerate() {
            let owner = Owner::neighbour(n);
            self.inside(owner, vec![(land.name.clone(), Class::Around)], None);
        }
    }

    fn marked(&self, place: Place, name: &str) -> String {
        if self.view.selected != Some(place) {
            return name.to_owned();
        }
        let (left, right) = if self.view.marker.is_ascii() {
            ASCII_MARKS
        } else {
            MARKS
        };
        format!("{left}{name}{right}")
    }

    /// Puts centred lines where they stand deepest inside an owner's cells.
    fn inside(&mut self, owner: Owner, lines: Vec<(String, Class)>, place: Option<Place>) -> bool {
        let width = lines
            .iter()
            .map(|(text, _)| text.width())
            .max()
            .unwrap_or(0);
        let Some((left, top)) = self.depths.deepest(owner, (width, lines.len()), &self.room) else {
            return false;
        };
        // A line of air above and below.
        self.room.take(left, top.wrapping_sub(1), width);
        self.room.take(left, top + lines.len(), width);
        for (n, (text, class)) in lines.into_iter().enumerate() {
            let x = left + (width - text.width()) / 2;
            self.push((x, top + n), text, class, place);
        }
        true
    }

    /// Puts a name beside a point: right, left, above or below, where there is room.
    fn beside(
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
        ];
        let free = spots
            .into_iter()
            .filter(|&(left, top)| self.room.is_free(left, top, width));
        let free: Vec<_> = free
            .map(|(left, top)| (left.cast_unsigned(), top.cast_unsigned()))
            .collect();
        // Words that cross a border are harder to read.
        let on_one = free
            .iter()
            .find(|&&(left, top)| self.depths.is_one(left, top, width));
        let Some(&at) = on_one.or(free.first()) else {
            return false;
        };
        self.push(at, text, class, place);
        true
    }

    fn push(&mut self, (x, y): (usize, usize), text: String, class: Class, place: Option<Place>) {
        let (Ok(col), Ok(row)) = (u16::try_from(x), u16::try_from(y)) else {
            return;
        };
        self.room.take(x, y, text.width());
        self.placed.push(Label {
            at: (col, row),
            text,
            class,
            place,
        });
    }
}

/// Who holds a region, short enough for the map.
fn holder(view: &View, state: &RegionState) -> String {
    let names = |between: &str| {
        let names: Vec<&str> = state
            .control
            .actors()
            .iter()
            .map(|&id| view.atlas[id].short.as_str())
            .collect();
        names.join(between)
    };
    match state.control {
        Control::Silent if state.unproved => "not proved".to_owned(),
        Control::Silent => "silent".to_owned(),
        Control::Held(_) => names(""),
        Control::InParts(_) => format!("{}, in parts", names(" and ")),
        Control::Contested(_) => format!("{}, contested", names(" and ")),
        Control::Disputed(_) => format!("{}?", names(" or ")),
    }
}

impl View<'_> {
    /// The cell that a point of the plane falls in, if it is on screen.
    pub(super) fn cell(&self, at: Coord) -> Option<(usize, usize)> {
        let cell = self.viewport.cell(at);
        let inside = cell.x >= 0.0
            && cell.y >= 0.0
            && cell.x < f64::from(self.viewport.cols)
            && cell.y < f64::from(self.viewport.rows);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "inside the pane"
        )]
        inside.then_some((cell.x as usize, cell.y as usize))
    }
}

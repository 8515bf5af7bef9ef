//! What is written on the map, and where.

use std::ops::RangeInclusive;

use geo::Coord;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{
    Owner, View,
    place::{Depths, Room},
    pointer, scale, symbol,
};
use crate::{
    atlas::{Place, RegionId, SiteId},
    geo::{Shape, Town},
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
    /// The name of a unit of the country.
    Unit,
    /// Land or water around the country.
    Around,
    /// Where a selection that is off screen lies.
    Pointer,
    /// The scale bar.
    Scale,
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
    let sites = || {
        let all = (0..view.atlas.sites.len()).map(SiteId);
        all.filter(|&id| view.shows(Place::Site(id)))
    };
    let regions = || (0..view.atlas.regions.len()).map(RegionId);
    sites().for_each(|id| labels.reserve(id));
    match view.selected {
        Some(place) if labels.is_off_screen(place) => labels.pointer(place),
        Some(Place::Site(id)) => labels.site(id),
        Some(Place::Region(id)) => labels.region(id),
        None => {}
    }
    labels.scale();
    let other = |place: Place| view.selected != Some(place);
    sites()
        .filter(|&id| other(Place::Site(id)))
        .for_each(|id| labels.site(id));
    // The main towns are what a reader finds the way by; on a small map the regions need the room.
    let main = if view.viewport.row < ROOMY { 2 } else { 0 };
    labels.towns(0..=main);
    labels.units();
    let (here, elsewhere): (Vec<_>, Vec<_>) = regions()
        .filter(|&id| other(Place::Region(id)))
        .partition(|&id| view.cell(view.map.region(id).pole()).is_some());
    for id in here {
        labels.region(id);
    }
    labels.towns(main + 1..=detail(view.viewport.row));
    // What has to move along as one moves keeps out of the way of what stays.
    for id in elsewhere {
        labels.region(id);
    }
    labels.neighbours();
    labels.placed
}

/// How many times wider than its name a unit has to be.
const AIRY: f64 = 4.0;

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
        let holder = self.view.atlas.brief(self.view.snapshot, place);
        let owner = Owner::region(id);
        let shape = self.view.map.region(id);
        let both = vec![(name.clone(), Class::Region), (holder, Class::Holder)];
        let alone = vec![(name.clone(), Class::Region)];
        if self.inside(owner, shape, both, Some(place))
            || self.inside(owner, shape, alone, Some(place))
        {
            return;
        }
        // What is selected is named even where its area is too small for its name.
        let cell = || {
            let first = self.depths.first(owner);
            first.or_else(|| self.view.cell(shape.pole()))
        };
        if let (true, Some(cell)) = (self.view.selected == Some(place), cell()) {
            self.beside(cell, name, Class::Region, Some(place));
        }
    }

    fn is_off_screen(&self, place: Place) -> bool {
        let drawn = match place {
            Place::Region(id) => self.depths.first(Owner::region(id)).is_some(),
            Place::Site(_) => false,
        };
        let View { map, atlas, .. } = *self.view;
        !drawn && self.view.cell(super::anchor(map, atlas, place)).is_none()
    }

    fn pointer(&mut self, place: Place) {
        let View {
            map,
            atlas,
            viewport,
            marker,
            ..
        } = self.view;
        let at = super::anchor(map, atlas, place);
        let (cell, text) = pointer::to(at, atlas.name(place), viewport, marker.is_ascii());
        self.push(cell, text, Class::Pointer, Some(place));
    }

    /// Puts the scale bar into the first corner that is free.
    fn scale(&mut self) {
        let Some(bar) = scale::bar(self.view) else {
            return;
        };
        let (right, bottom) = (
            (self.room.cols() - 1).checked_sub(bar.width()),
            self.room.rows() - 1,
        );
        let Some(right) = right else { return };
        let corners = [(1, bottom), (right, bottom), (1, 0), (right, 0)];
        let free = corners.into_iter().find(|&(x, y)| {
            self.room
                .is_free(x.cast_signed(), y.cast_signed(), bar.width())
        });
        if let Some(corner) = free {
            self.push(corner, bar, Class::Scale, None);
        }
    }

    /// Names the units that are much wider than their names.
    fn units(&mut self) {
        let View { map, viewport, .. } = self.view;
        for (unit, shape) in map.base.units.iter().zip(&map.drawing.units) {
            let name = spaced(&unit.name);
            let width = name.width();
            if shape.bounds.width() / viewport.col() < AIRY * width as f64 {
                continue;
            }
            let at = unit.at.map(|at| map.projection.forward(at));
            let Some((x, y)) = self.view.cell(at.unwrap_or_else(|| shape.pole())) else {
                continue;
            };
            let left = x.cast_signed() - (width / 2).cast_signed();
            if self.room.is_free(left, y.cast_signed(), width) {
                self.push((left.cast_unsigned(), y), name, Class::Unit, None);
            }
        }
    }

    fn towns(&mut self, ranks: RangeInclusive<u8>) {
        let View { map, viewport, .. } = self.view;
        let towns = map.base.towns.iter().zip(&map.beside);
        for (town, beside) in
            towns.filter(|(town, beside)| ranks.contains(&town.rank) && viewport.row <= beside.row)
        {
            if let Some(cell) = self.view.cell(map.projection.forward(town.at)) {
                self.town(town, beside.left, cell);
            }
        }
    }

    fn town(&mut self, town: &Town, left: bool, (x, y): (usize, usize)) {
        let dot = if self.view.marker.is_ascii() {
            "."
        } else {
            "·"
        };
        let text = if left {
            format!("{} {dot}", town.name)
        } else {
            format!("{dot} {}", town.name)
        };
        let width = text.width();
        let start = x.cast_signed() - if left { width.cast_signed() - 1 } else { 0 };
        if self.room.is_free(start, y.cast_signed(), width) {
            self.push((start.cast_unsigned(), y), text, Class::Town, None);
        }
    }

    fn neighbours(&mut self) {
        for (n, land) in self.view.map.base.neighbours.iter().enumerate() {
            let (owner, shape) = (Owner::neighbour(n), &self.view.map.drawing.neighbours[n]);
            self.inside(owner, shape, vec![(land.name.clone(), Class::Around)], None);
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

    /// Puts centred lines inside an owner's cells: near the pole of its shape, so that they stay with the land as one
    /// moves, or where that is off screen, deepest in what is seen.
    fn inside(
        &mut self,
        owner: Owner,
        shape: &Shape,
        lines: Vec<(String, Class)>,
        place: Option<Place>,
    ) -> bool {
        let width = lines
            .iter()
            .map(|(text, _)| text.width())
            .max()
            .unwrap_or(0);
        let size = (width, lines.len());
        let Some(deepest) = self.depths.deepest(owner, size, &self.room) else {
            return false;
        };
        let pole = self.view.cell(shape.pole());
        let near = |size| self.depths.nearest(owner, size, &self.room, pole?);
        let airy = near((width, lines.len() + 2)).map(|(left, top)| (left, top + 1));
        let (left, top) = airy.or_else(|| near(size)).unwrap_or(deepest);
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

/// A name as maps write it over land: in spaced capitals, where its script has capitals.
fn spaced(name: &str) -> String {
    let capitals = name.to_uppercase();
    if capitals == name {
        return capitals;
    }
    let letters: Vec<&str> = capitals.graphemes(true).collect();
    letters.join(" ")
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

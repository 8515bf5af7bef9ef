//! Label placement: every label on free cells, the important ones first.

use geo::Coord;
use unicode_width::UnicodeWidthStr;

use super::{
    Class, Label, Owner, Pattern, Pin, View, depths::Depths, fill::Appearance,
    occupancy::Occupancy, pointer, selection, symbol,
};
use crate::{
    atlas::{Lens, Place, RegionId, SiteId},
    geo::Shape,
};

/// The sign behind the name of a site that has changed between the dates that are compared.
const CHANGED: char = 'Δ';

/// Places every label that fits, the important ones first.
pub(super) fn arranged(view: &View, depths: &Depths<Owner>) -> Vec<Label> {
    let taken = Occupancy::new(view.viewport.cols.into(), view.viewport.rows.into());
    let mut labels = Labels {
        view,
        depths,
        expected: taken.clone(),
        taken,
        placed: Vec::new(),
    };
    let sites = || {
        let all = view.atlas.site_ids();
        all.filter(|&id| view.shows(Place::Site(id)))
    };
    let regions = || view.atlas.region_ids();
    sites().for_each(|id| labels.reserve(id));
    labels.pin();
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
    labels.events();
    labels.expect_towns();
    labels.units();
    let (here, elsewhere): (Vec<_>, Vec<_>) = regions()
        .filter(|&id| other(Place::Region(id)))
        .partition(|&id| view.cell(view.map.region(id).pole()).is_some());
    for id in here {
        labels.region(id);
    }
    labels.towns();
    // What has to move along as one moves keeps out of the way of what stays.
    for id in elsewhere {
        labels.region(id);
    }
    labels.neighbours();
    labels.placed
}

/// The labels that are placed so far, and the cells that they take.
pub struct Labels<'a> {
    pub(super) view: &'a View<'a>,
    depths: &'a Depths<Owner>,
    pub(super) taken: Occupancy,
    /// Those, and what the main towns would take.
    pub(super) expected: Occupancy,
    pub(super) placed: Vec<Label>,
}

impl Labels<'_> {
    /// Keeps a site's own cell free of other labels.
    fn reserve(&mut self, id: SiteId) {
        if let Some((x, y)) = self.site_cell(id) {
            self.take(x, y, 1);
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
        let shown = self
            .view
            .compared()
            .map_or(self.view.snapshot, |(_, after)| after);
        let symbol = symbol::of(
            site.kind,
            &shown[id].status,
            self.view.resolution.is_ascii(),
        );
        let place = Place::Site(id);
        let appearance = Appearance::of(self.view, place);
        let name = self.marked(
            place,
            &format!("{}{}", site.name, Self::suffix(&appearance)),
        );
        self.push(cell, symbol.to_string(), Class::Site, Some(place));
        let tint = match appearance.pattern {
            Pattern::Plain(tint) => Some(tint),
            _ => None,
        };
        if let Some(label) = self.placed.last_mut() {
            label.tint = tint;
        }
        let named = self.beside(cell, name, Class::Site, Some(place));
        if let (true, Lens::Actors, Some(label)) = (named, self.view.lens, self.placed.last_mut()) {
            label.tint = tint;
        }
    }

    /// The end of a site's name: the letters of who is there or of its step under a lens, a sign where it has changed.
    fn suffix(appearance: &Appearance) -> String {
        match appearance.letters.as_slice() {
            _ if appearance.changed => format!(" {CHANGED}"),
            [] => String::new(),
            letters => format!(" {}", letters.iter().collect::<String>()),
        }
    }

    fn region(&mut self, id: RegionId) {
        let place = Place::Region(id);
        let name = self.marked(place, &self.view.atlas[id].name.to_uppercase());
        let appearance = Appearance::of(self.view, place);
        let letters: String = appearance.letters.iter().collect();
        let holder = appearance.words;
        let owner = Owner::region(id);
        let shape = self.view.map.region(id);
        let both = [(name.clone(), Class::Region), (holder, Class::Holder)];
        // It keeps out of the way of the main towns if it can, and takes their place if it can't.
        let spot = [&self.expected, &self.taken]
            .into_iter()
            .find_map(|occupancy| {
                let mut choices = [&both[..], &both[..1]].into_iter();
                choices.find_map(|lines| Some((lines, self.spot(owner, shape, lines, occupancy)?)))
            });
        if let Some((lines, spot)) = spot {
            let middle = (spot.at.0 + name.width() / 2, spot.at.1);
            let under = (lines.len() == 1)
                .then(|| self.under(owner, middle, &both[1].0))
                .flatten();
            let short = format!("{name} {letters}");
            match lines {
                // Where there is no room for the holder, its letter stands behind the name.
                [_] if under.is_none()
                    && !letters.is_empty()
                    && self.has_room(owner, &spot, &short) =>
                {
                    self.write(&spot, &[(short, Class::Region)], Some(place));
                }
                _ => self.write(&spot, lines, Some(place)),
            }
            if let Some(at) = under {
                self.push(at, both[1].0.clone(), Class::Holder, Some(place));
            }
            return;
        }
        let short = format!("{name} {letters}").trim_end().to_owned();
        for name in [&short, &name] {
            if let Some(at) = self.astride(owner, shape, name.width()) {
                return self.push(at, name.clone(), Class::Region, Some(place));
            }
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
            resolution,
            ..
        } = self.view;
        let at = super::anchor(map, atlas, place);
        let (cell, text) = pointer::to(at, atlas.name(place), viewport, resolution.is_ascii());
        self.push(cell, text, Class::Pointer, Some(place));
    }

    /// Names what is pointed out of the base map, before all else.
    fn pin(&mut self) {
        let base = &self.view.map.base;
        let found = match self.view.pin {
            Some(Pin::Town(n)) => base.towns.get(n).map(|town| (&town.name, Some(town.at))),
            Some(Pin::Unit(n)) => base.units.get(n).map(|unit| (&unit.name, unit.inside())),
            None => None,
        };
        let Some((name, Some(at))) = found else {
            return;
        };
        let Some(cell) = self.view.cell(self.view.map.projection.forward(at)) else {
            return;
        };
        let dot = if self.view.resolution.is_ascii() {
            "+"
        } else {
            "◎"
        };
        let name = self.between_marks(name);
        self.push(cell, dot.to_owned(), Class::Pin, None);
        self.beside(cell, name, Class::Pin, None);
    }

    fn marked(&self, place: Place, name: &str) -> String {
        if self.view.selected == Some(place) {
            self.between_marks(name)
        } else {
            name.to_owned()
        }
    }

    fn between_marks(&self, name: &str) -> String {
        let (left, right) = selection::marks(self.view);
        format!("{left}{name}{right}")
    }

    /// The spot of centred lines inside an owner's cells: near the pole of its shape, so that they stay with the land as
    /// one moves, or where that is off screen, deepest in what is seen.
    pub(super) fn spot(
        &self,
        owner: Owner,
        shape: &Shape,
        lines: &[(String, Class)],
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

    /// Tells whether a longer line has room where one was to be.
    fn has_room(&self, owner: Owner, spot: &Spot, text: &str) -> bool {
        let ((x, y), width) = (spot.at, text.width());
        let free = self.taken.is_free(x.cast_signed(), y.cast_signed(), width);
        free && self.depths.is_mostly(owner, x, y, width)
    }

    /// The start of a second line centred under a cell, most of it on the owner's cells.
    fn under(&self, owner: Owner, (x, y): (usize, usize), text: &str) -> Option<(usize, usize)> {
        let (left, width) = (x.checked_sub(text.width() / 2)?, text.width());
        let free = self
            .expected
            .is_free(left.cast_signed(), (y + 1).cast_signed(), width);
        (free && self.depths.is_mostly(owner, left, y + 1, width)).then_some((left, y + 1))
    }

    /// The start of one line over an owner's cells that are too few for it, most of it on them.
    fn astride(&self, owner: Owner, shape: &Shape, width: usize) -> Option<(usize, usize)> {
        let pole = self.view.cell(shape.pole())?;
        self.depths.astride(owner, width, &self.taken, pole)
    }

    /// Writes lines centred under each other.
    pub(super) fn write(&mut self, spot: &Spot, lines: &[(String, Class)], place: Option<Place>) {
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

    fn take(&mut self, x: usize, y: usize, width: usize) {
        self.taken.take(x, y, width);
        self.expected.take(x, y, width);
    }
}

/// A place for lines.
pub(super) struct Spot {
    /// The left end of the first one.
    at: (usize, usize),
    /// The lines above and below are kept free.
    airy: bool,
}

fn widest(lines: &[(String, Class)]) -> usize {
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

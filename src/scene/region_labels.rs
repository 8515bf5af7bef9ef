//! The labels of regions: a name, and who holds it.

use unicode_width::UnicodeWidthStr;

use super::{
    Class, Owner,
    occupancy::Occupancy,
    placement::{Labels, Line, Spot},
};
use crate::{
    atlas::{Place, RegionId},
    geo::Shape,
};

/// A region as it is named: what owns its cells, what it looks like.
struct Region<'a> {
    place: Place,
    owner: Owner,
    shape: &'a Shape,
    name: String,
    holder: String,
    /// It is called as its holder is, who then needs no words of their own.
    is_holders: bool,
    /// The name with the letters of those who hold it; `None` where nobody does.
    short: Option<String>,
}

/// Lines that have room.
struct Fit {
    spot: Spot,
    lines: Vec<Line>,
    /// The start of the holder's line, where it is not among them: under the middle of the name.
    holder: Option<(usize, usize)>,
}

impl Labels<'_> {
    /// Names a region with its holder, as fully as there is room: the holder under the name, or its letter behind it.
    pub(super) fn region(&mut self, id: RegionId) {
        let place = Place::Region(id);
        let look = &self.looks[place];
        let name = self.marked(place, &self.view.atlas[id].name.to_uppercase());
        let region = Region {
            place,
            owner: Owner::region(id),
            shape: self.view.map.region(id),
            short: (!look.suffix.is_empty()).then(|| format!("{name} {}", look.suffix)),
            is_holders: look.words == self.view.atlas[id].name,
            holder: look.words.clone(),
            name,
        };
        let named =
            self.with_holder(&region) || self.with_letters(&region) || self.by_name_alone(&region);
        // What is selected is named even where its area is too small for its name.
        if !named && self.view.selected == Some(place) {
            let first = self.depths.first(region.owner);
            let cell = first.or_else(|| self.view.cell(region.shape.pole()));
            if let Some(cell) = cell {
                self.beside(cell, region.name, Class::Region, Some(place));
            }
        }
    }

    /// Writes the name inside the area with the holder under it, or at least with its letter.
    fn with_holder(&mut self, region: &Region) -> bool {
        // It keeps out of the way of the main towns if it can, and takes their place if it can't.
        let fit = self.lines(region, &self.expected);
        let Some(fit) = fit.or_else(|| self.lines(region, &self.taken)) else {
            return false;
        };
        self.write(&fit.spot, &fit.lines, Some(region.place));
        if let Some(at) = fit.holder {
            self.push(at, region.holder.clone(), Class::Holder, Some(region.place));
        }
        true
    }

    /// The lines that tell the holder too, where they have room.
    fn lines(&self, region: &Region, occupancy: &Occupancy) -> Option<Fit> {
        let name = (region.name.clone(), Class::Region);
        if region.is_holders {
            let name = vec![name];
            let spot = self.spot(region.owner, region.shape, &name, occupancy)?;
            return Some(Fit {
                spot,
                lines: name,
                holder: None,
            });
        }
        let both = vec![name.clone(), (region.holder.clone(), Class::Holder)];
        let spot = |lines: &[Line]| self.spot(region.owner, region.shape, lines, occupancy);
        let fit = |spot: Spot, lines: Vec<Line>, holder| Fit {
            spot,
            lines,
            holder,
        };
        if let Some(spot) = spot(&both) {
            return Some(fit(spot, both, None));
        }
        let name = vec![name];
        let spot = spot(&name)?;
        let middle = (spot.at.0 + region.name.width() / 2, spot.at.1);
        if let Some(at) = self.under(region.owner, middle, &region.holder) {
            return Some(fit(spot, name, Some(at)));
        }
        let short = region.short.as_ref();
        let short = short.filter(|short| self.has_room(region.owner, &spot, short))?;
        Some(fit(spot, vec![(short.clone(), Class::Region)], None))
    }

    /// Writes the name with the letters of those who hold the area, mostly over it.
    fn with_letters(&mut self, region: &Region) -> bool {
        region
            .short
            .as_ref()
            .is_some_and(|short| self.astride(region, short))
    }

    fn by_name_alone(&mut self, region: &Region) -> bool {
        let name = [(region.name.clone(), Class::Region)];
        let spot = self.spot(region.owner, region.shape, &name, &self.taken);
        if let Some(spot) = &spot {
            self.write(spot, &name, Some(region.place));
        }
        spot.is_some() || self.astride(region, &region.name)
    }

    /// Writes one line over an owner's cells that are too few for it, most of it on them.
    fn astride(&mut self, region: &Region, line: &str) -> bool {
        let pole = self.view.cell(region.shape.pole());
        let at = pole.and_then(|pole| {
            // A letter may stand beside the area that its name is over.
            let (depths, taken, least) = (self.depths, &self.taken, region.name.width() / 2 + 1);
            depths.astride(region.owner, line.width(), least, taken, pole)
        });
        if let Some(at) = at {
            self.push(at, line.to_owned(), Class::Region, Some(region.place));
        }
        at.is_some()
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
}

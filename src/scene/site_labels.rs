//! The labels of sites: a symbol where it lies, and its name beside it.

use unicode_width::UnicodeWidthStr;

use super::{Class, Pattern, fill::Appearance, placement::Labels, symbol};
use crate::atlas::{Lens, Place, SiteId};

/// The sign behind the name of a site that has changed between the dates that are compared.
const CHANGED: char = 'Δ';

/// The part of the pane, one in so many cells, that names of sites may take before they crowd out all others.
const SHARE: usize = 5;

/// Cells around a name.
const AIR: usize = 4;

/// The length of a site's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteLabel {
    /// Its symbol, and its name where that finds room.
    Name,
    /// Its symbol with the letters of who is there.
    Letters,
}

impl Labels<'_> {
    /// The label that sites have where so many share the pane.
    pub(super) fn label_for(&self, sites: &[SiteId]) -> SiteLabel {
        let seen = sites.iter().filter(|&&id| self.site_cell(id).is_some());
        let wanted: usize = seen.map(|&id| self.view.atlas[id].name.width() + AIR).sum();
        if wanted * SHARE <= self.taken.cols() * self.taken.rows() {
            SiteLabel::Name
        } else {
            SiteLabel::Letters
        }
    }

    /// Marks a site that is in sight.
    pub(super) fn site(&mut self, id: SiteId, label: SiteLabel) {
        let Some(cell) = self.site_cell(id) else {
            return;
        };
        let (view, place) = (self.view, Place::Site(id));
        let shown = view.compared().map_or(view.snapshot, |(_, after)| after);
        let symbol = symbol::of(
            view.atlas[id].kind,
            &shown[id].status,
            view.resolution.is_ascii(),
        );
        let look = &self.looks[place];
        let tint = match look.pattern {
            Pattern::Plain(tint) => Some(tint),
            _ => None,
        };
        let letters = suffix(look);
        let text = match label {
            SiteLabel::Letters if self.is_clear_behind(cell, letters.width()) => {
                format!("{symbol}{letters}")
            }
            _ => symbol.to_string(),
        };
        self.push(cell, text, Class::Site, Some(place));
        if let Some(label) = self.placed.last_mut() {
            label.tint = tint;
        }
        if label == SiteLabel::Letters {
            return;
        }
        let name = [view.atlas[id].name.as_str(), &letters].join(" ");
        let name = self.marked(place, name.trim_end());
        let named = self.beside(cell, name, Class::Site, Some(place));
        if let (true, Lens::Actors, Some(label)) = (named, view.lens, self.placed.last_mut()) {
            label.tint = tint;
        }
    }
}

/// The end of a site's name: the letters of who is there or of its step under a lens, a sign where it has changed.
fn suffix(look: &Appearance) -> String {
    if look.changed {
        CHANGED.to_string()
    } else {
        look.suffix.clone()
    }
}

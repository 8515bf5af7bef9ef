//! The names of what is selected or pointed out, over all other labels.

use std::collections::HashSet;

use unicode_width::UnicodeWidthStr;

use super::{
    Class, Label, Owner, Pin, View,
    placement::{Labels, marks},
    pointer,
    site_labels::SiteLabel,
    static_layer::StaticLayer,
};
use crate::atlas::Place;

/// The labels of a frame. A name keeps its place when it is selected, and so do all others. What has none yet is named over
/// them, and those that it covers make room.
pub fn labels(layer: &StaticLayer, view: &View) -> Vec<Label> {
    let mut labels = layer.labels.clone();
    let mut over = Labels::new(view, &layer.ground.depths, &layer.looks);
    over.pin();
    if let Some(selected) = view.selected {
        let mut names = labels
            .iter_mut()
            .filter(|label| label.place == Some(selected));
        match names.find(|label| is_name(label, view.atlas.name(selected))) {
            Some(name) => mark(name, view),
            None => over.selected(selected),
        }
    }
    let over = over.placed;
    if over.is_empty() {
        return labels;
    }
    let covered = |label: &Label| over.iter().any(|upper| meet(upper, label));
    let named = labels.iter().filter(|label| label.class == Class::Region);
    let hidden = named
        .filter(|label| covered(label))
        .filter_map(|label| label.place);
    // A holder without the name that it belongs to would be read as another's.
    let hidden: HashSet<Place> = hidden.collect();
    let is_hidden = |label: &Label| {
        label.class == Class::Holder && label.place.is_some_and(|place| hidden.contains(&place))
    };
    let again = |label: &Label| {
        label.place.is_some()
            && label.place == view.selected
            && over.iter().any(|upper| upper.place == label.place)
    };
    labels.retain(|label| !covered(label) && !is_hidden(label) && !again(label));
    labels.extend(over);
    labels
}

/// Tells whether a label is the name of a place, and not its symbol or its holder.
fn is_name(label: &Label, name: &str) -> bool {
    let text = match label.class {
        Class::Region => name.to_uppercase(),
        Class::Site => name.to_owned(),
        _ => return false,
    };
    label.text.starts_with(&text)
}

/// Tells whether a label has cells that belong to another, or to the air beside it.
fn meet(a: &Label, b: &Label) -> bool {
    let cols = |label: &Label| {
        let start = usize::from(label.at.0);
        (start, start + label.text.width())
    };
    let ((a_start, a_end), (b_start, b_end)) = (cols(a), cols(b));
    a.at.1 == b.at.1 && a_start <= b_end && b_start <= a_end
}

/// Puts the marks of what is selected beside a name, on cells that are kept free around every label.
fn mark(label: &mut Label, view: &View) {
    let (left, right) = marks(view);
    label.text = format!("{left}{}{right}", label.text);
    let width = u16::try_from(label.text.width()).unwrap_or(u16::MAX);
    let last = view.viewport.cols.saturating_sub(width);
    label.at.0 = label.at.0.saturating_sub(1).min(last);
}

impl Labels<'_> {
    /// Names what is selected, or shows the way to it.
    fn selected(&mut self, place: Place) {
        match place {
            place if self.is_off_screen(place) => self.pointer(place),
            Place::Site(id) => self.site(id, SiteLabel::Name),
            Place::Region(id) => self.region(id),
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
}

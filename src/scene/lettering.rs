//! What is written whatever is claimed: towns, units of the country, what lies around it, and the scale.

use std::ops::RangeInclusive;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Class, Owner, View, label::Labels, scale};
use crate::geo::Town;

/// How many times wider than its name a unit has to be.
const AIRY: f64 = 4.0;

/// A row no higher than this, in degrees, leaves room for the main towns.
pub const ROOMY: f64 = 0.2;

/// The last rank of towns worth a look where a row is so many degrees high.
pub const fn detail(row: f64) -> u8 {
    match row {
        row if row > 0.3 => 1,
        row if row > 0.09 => 2,
        row if row > 0.045 => 3,
        row if row > 0.02 => 4,
        _ => u8::MAX,
    }
}

impl Labels<'_> {
    /// Puts the scale bar into the first corner that is free.
    pub(super) fn scale(&mut self) {
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
    pub(super) fn units(&mut self) {
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

    pub(super) fn towns(&mut self, ranks: RangeInclusive<u8>) {
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

    pub(super) fn neighbours(&mut self) {
        for (n, land) in self.view.map.base.neighbours.iter().enumerate() {
            let (owner, shape) = (Owner::neighbour(n), &self.view.map.drawing.neighbours[n]);
            self.inside(owner, shape, vec![(land.name.clone(), Class::Around)], None);
        }
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

//! The labels of the base map, whatever is claimed: towns, units of the country, and what lies around it.

use unicode_width::UnicodeWidthStr;

use super::{Class, Owner, View, placement::Labels};
use crate::geo::{Town, TownLabel};

/// A unit's least width, in widths of its name.
const AIRY: f64 = 12.0;

/// The last rank of the towns that a reader finds the way by.
const MAIN: u8 = 2;

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

impl<'a> Labels<'a> {
    /// Names the units that are much wider than their names.
    pub(super) fn units(&mut self) {
        let View { map, viewport, .. } = self.view;
        for (unit, shape) in map.base.units.iter().zip(map.drawing.units.iter()) {
            // Quiet and in brackets, so that it is never taken for a region's.
            let name = format!("({})", unit.name);
            let width = name.width();
            if shape.bounds.width() / viewport.col() < AIRY * width as f64 {
                continue;
            }
            let at = unit.at.map(|at| map.projection.forward(at));
            let Some((x, y)) = self.view.cell(at.unwrap_or_else(|| shape.pole())) else {
                continue;
            };
            let left = x.cast_signed() - (width / 2).cast_signed();
            if self.expected.is_free(left, y.cast_signed(), width) {
                self.push((left.cast_unsigned(), y), name, Class::Unit, None);
            }
        }
    }

    /// Keeps the main towns in mind for what is placed before them.
    pub(super) fn expect_towns(&mut self) {
        for (town, label) in self.seen_towns(MAIN) {
            if let Some((_, (x, y), width)) = self.town(town, label) {
                self.expected.take(x, y, width);
            }
        }
    }

    pub(super) fn towns(&mut self) {
        for (town, label) in self.seen_towns(u8::MAX) {
            if let Some((text, at, _)) = self.town(town, label) {
                self.push(at, text, Class::Town, None);
            }
        }
    }

    /// The towns that may be named at this scale, up to a rank; no two of them meet.
    fn seen_towns(&self, rank: u8) -> impl Iterator<Item = (&'a Town, &'a TownLabel)> + use<'a> {
        let View { map, viewport, .. } = *self.view;
        let last = detail(viewport.row).min(rank);
        let towns = map.base.towns.iter().zip(map.town_labels.iter());
        towns.filter(move |(town, label)| town.rank <= last && viewport.row <= label.max_row)
    }

    /// A town's name with its dot, its start and its width, if its cells are free.
    fn town(&self, town: &Town, label: &TownLabel) -> Option<(String, (usize, usize), usize)> {
        let at = self.view.map.projection.forward(town.at);
        let (x, y) = self.view.cell(at)?;
        let dot = if self.view.resolution.is_ascii() {
            "."
        } else {
            "·"
        };
        let text = if label.left {
            format!("{} {dot}", town.name)
        } else {
            format!("{dot} {}", town.name)
        };
        let width = text.width();
        let x = if label.left {
            (x + 1).checked_sub(width)?
        } else {
            x
        };
        let free = self.taken.is_free(x.cast_signed(), y.cast_signed(), width);
        free.then_some((text, (x, y), width))
    }

    pub(super) fn neighbours(&mut self) {
        for (n, land) in self.view.map.base.neighbours.iter().enumerate() {
            let (owner, shape) = (Owner::neighbour(n), &self.view.map.drawing.neighbours[n]);
            let name = [(land.name.clone(), Class::Around)];
            if let Some(spot) = self.spot(owner, shape, &name, &self.taken) {
                self.write(&spot, &name, None);
            }
        }
    }
}

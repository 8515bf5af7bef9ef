//! The outlines that change from frame to frame: of what is selected, pointed out, or silent.

use std::ops::Range;

use super::{
    Emphasis, Fill, Grid, Owner, Pattern, Pin, Stroke, View, ground::Ground, raster::stroke,
};
use crate::atlas::RegionId;

/// Outlines the unit that is pointed out.
pub fn pin(grid: &mut Grid<Stroke>, view: &View, ground: &Ground) {
    if let Some(Pin::Unit(n)) = view.pin
        && let Some(unit) = view.map.drawing.units.get(n)
    {
        let lines = unit.at(ground.to.tolerance());
        stroke(grid, ground.to, lines, Stroke::Edge);
    }
}

/// Parts regions that are filled alike; others are told apart by their fills.
pub fn between(grid: &mut Grid<Stroke>, ground: &Ground, fills: &[Fill]) {
    for border in &ground.borders {
        let [here, there] = border.regions.map(|id| fills.get(id.index()));
        let (x, y) = border.at;
        if here.map(|fill| &fill.pattern) == there.map(|fill| &fill.pattern) {
            grid.set(x, y, Stroke::Region);
        }
    }
}

/// A selected region has an outline where no more than one in so many of its sub-cells lies on its border: on a smaller
/// one the outline would hide what it is filled with.
const COARSE: usize = 3;

/// Sub-cells from one dot of an outline to the next.
const DOTS_APART: usize = 3;

/// Outlines the selected region all the way, and silent ones with dots.
pub fn regions(grid: &mut Grid<Stroke>, view: &View, ground: &Ground, fills: &[Fill]) {
    let (owners, grain) = (&ground.owners, ground.grain());
    for (n, (fill, shape)) in fills.iter().zip(&view.map.drawing.regions).enumerate() {
        let selected = fill.emphasis == Emphasis::Selected;
        let silent = fill.pattern == Pattern::Silent;
        if !(selected || silent) {
            continue;
        }
        let within = ground
            .to
            .within(shape.bounds, owners.width(), owners.height());
        let (border, all) = border(owners, Owner::region(RegionId::at(n)), within);
        let outlined = selected && border.len() * COARSE <= all * grain;
        let (line, apart) = match (outlined, silent) {
            (true, _) => (Stroke::Edge, 1),
            // In cells they would be noise.
            (false, true) if grain > 1 => (Stroke::Dots, DOTS_APART),
            (false, _) => continue,
        };
        for (x, y) in border {
            if ((x + y) / grain).is_multiple_of(apart) {
                grid.set(x, y, line);
            }
        }
    }
}

/// The sub-cells of an owner that have another one beside them, and how many it has in all.
fn border(
    owners: &Grid<Owner>,
    owner: Owner,
    (cols, rows): (Range<usize>, Range<usize>),
) -> (Vec<(usize, usize)>, usize) {
    let (mut border, mut all) = (Vec::new(), 0);
    for y in rows {
        let row = owners.row(y);
        let above = if y > 0 { owners.row(y - 1) } else { row };
        let below = if y + 1 < owners.height() {
            owners.row(y + 1)
        } else {
            row
        };
        for x in cols.clone().filter(|&x| row[x] == owner) {
            all += 1;
            let side = x > 0 && row[x - 1] != owner || x + 1 < row.len() && row[x + 1] != owner;
            if side || above[x] != owner || below[x] != owner {
                border.push((x, y));
            }
        }
    }
    (border, all)
}

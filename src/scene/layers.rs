//! The layers of the map, one over the other, to grids of owners and lines.

use std::ops::Range;

use geo::Rect;

use super::{
    Emphasis, Fill, Grid, Ground, Owner, Pattern, Pin, Stroke, View,
    raster::{Filler, ToSubcells, stroke},
};
use crate::{
    atlas::{Place, RegionId},
    geo::Shape,
};

/// Who owns each sub-cell: sea, neighbours, the country, its regions, lakes, each over the ones before.
pub fn owners(view: &View, to: ToSubcells, (width, height): (usize, usize)) -> Grid<Owner> {
    let drawing = &view.map.drawing;
    let mut grid = Grid::new(width, height, Owner::VOID);
    sea(&mut grid, to, drawing.frame);
    let mut filler = Filler::new(to, height);
    let mut fill = |shape: &Shape, owner: Owner| {
        if view.viewport.sees(shape.bounds) {
            filler.fill(&mut grid, shape.at(to.tolerance()), owner);
        }
    };
    drawing
        .neighbours
        .iter()
        .enumerate()
        .for_each(|(n, shape)| fill(shape, Owner::neighbour(n)));
    drawing
        .units
        .iter()
        .for_each(|shape| fill(shape, Owner::GROUND));
    drawing
        .regions
        .iter()
        .enumerate()
        .filter(|(n, _)| view.shows(Place::Region(RegionId(*n))))
        .for_each(|(n, shape)| fill(shape, Owner::region(RegionId(n))));
    drawing
        .lakes
        .iter()
        .for_each(|shape| fill(shape, Owner::LAKE));
    grid
}

/// What the base map covers is sea until land is drawn on it.
fn sea(grid: &mut Grid<Owner>, to: ToSubcells, frame: Rect) {
    let (cols, rows) = to.within(frame, grid.width(), grid.height());
    rows.for_each(|y| grid.row_mut(y)[cols.clone()].fill(Owner::SEA));
}

/// The lines through sub-cells whatever is selected: borders and rivers.
pub fn strokes(view: &View, to: ToSubcells, owners: &Grid<Owner>) -> Grid<Stroke> {
    let drawing = &view.map.drawing;
    let mut grid = Grid::new(owners.width(), owners.height(), Stroke::None);
    let mut draw = |shape: &Shape, line: Stroke| {
        if view.viewport.sees(shape.bounds) {
            stroke(&mut grid, to, shape.at(to.tolerance()), line);
        }
    };
    drawing
        .neighbours
        .iter()
        .for_each(|shape| draw(shape, Stroke::Abroad));
    drawing
        .units
        .iter()
        .for_each(|shape| draw(shape, Stroke::Unit));
    drawing
        .rivers
        .iter()
        .for_each(|shape| draw(shape, Stroke::River));
    grid
}

/// Outlines the unit that is pointed out.
pub fn pin(grid: &mut Grid<Stroke>, view: &View, ground: &Ground) {
    if let Some(Pin::Unit(n)) = view.pin
        && let Some(unit) = view.map.drawing.units.get(n)
    {
        let lines = unit.at(ground.to.tolerance());
        stroke(grid, ground.to, lines, Stroke::Edge);
    }
}

/// A selected region has an outline where no more than one in so many of its sub-cells lies on its border: on a smaller
/// one the outline would hide what it is filled with.
const COARSE: usize = 6;

/// How far the dots of an outline are apart.
const DOTS_APART: usize = 3;

/// Outlines the selected region all the way, and silent ones with dots.
pub fn outlines(grid: &mut Grid<Stroke>, view: &View, ground: &Ground, fills: &[Fill]) {
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
        let (border, all) = border(owners, Owner::region(RegionId(n)), within);
        let outlined = selected && border.len() * COARSE <= all * grain;
        let (line, apart) = match (outlined, silent) {
            (true, _) => (Stroke::Edge, 1),
            (false, true) => (Stroke::Dots, DOTS_APART),
            (false, false) => continue,
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

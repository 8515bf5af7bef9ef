//! The layers of the map, one over the other, to grids of owners and lines.

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

/// Outlines the selected region all the way, and silent ones with dots.
pub fn outlines(grid: &mut Grid<Stroke>, view: &View, ground: &Ground, fills: &[Fill]) {
    let owners = &ground.owners;
    for (n, (fill, shape)) in fills.iter().zip(&view.map.drawing.regions).enumerate() {
        let line = match (fill.emphasis, &fill.pattern) {
            (Emphasis::Selected, _) => Stroke::Edge,
            (_, Pattern::Silent) => Stroke::Dots,
            _ => continue,
        };
        let grain = ground.grain();
        let owner = Owner::region(RegionId(n));
        let (cols, rows) = ground
            .to
            .within(shape.bounds, owners.width(), owners.height());
        for y in rows {
            let row = owners.row(y);
            let above = if y > 0 { owners.row(y - 1) } else { row };
            let below = if y + 1 < owners.height() {
                owners.row(y + 1)
            } else {
                row
            };
            for x in cols.clone().filter(|&x| row[x] == owner) {
                let side = x > 0 && row[x - 1] != owner || x + 1 < row.len() && row[x + 1] != owner;
                let border = side || above[x] != owner || below[x] != owner;
                if border && (line == Stroke::Edge || ((x + y) / grain).is_multiple_of(3)) {
                    grid.set(x, y, line);
                }
            }
        }
    }
}

//! The part of a scene that depends on the shapes and the viewport alone: the owners of sub-cells, each layer of the map
//! over the ones before, and the lines that run through them whatever is selected.

use geo::Rect;

use super::{
    Grid, Land, Owner, Stroke, View,
    depths::Depths,
    raster::{Filler, ToSubcells, stroke},
};
use crate::{
    atlas::{Place, RegionId},
    geo::Shape,
};

/// The owner of each sub-cell, the lines through it, and the room for words.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Columns and rows of sub-cells in a cell.
    pub pieces: (usize, usize),
    pub to: ToSubcells,
    pub owners: Grid<Owner>,
    pub strokes: Grid<Stroke>,
    /// The sub-cells of regions that have another region to the right or below.
    pub borders: Vec<Border>,
    /// By the owners of the middles of cells.
    pub depths: Depths<Owner>,
}

/// A sub-cell at a border between two regions.
#[derive(Clone, Copy, Debug)]
pub struct Border {
    pub at: (usize, usize),
    pub regions: [RegionId; 2],
}

impl Ground {
    pub fn new(view: &View) -> Self {
        let (wide, high) = view.resolution.pieces();
        let to = ToSubcells::new(&view.viewport, (wide, high));
        let owners = owners_of(view);
        Self {
            pieces: (wide, high),
            to,
            strokes: strokes(view, to, &owners),
            depths: depths(&owners, (wide, high)),
            borders: borders(&owners),
            owners,
        }
    }

    /// The same with other owners.
    pub fn with(&self, owners: Grid<Owner>) -> Self {
        Self {
            depths: depths(&owners, self.pieces),
            borders: borders(&owners),
            owners,
            strokes: self.strokes.clone(),
            ..*self
        }
    }

    /// Sub-cells that make a dot of a line, or a unit of a stripe: as much as the coarser cells show as one.
    pub fn grain(&self) -> usize {
        (self.pieces.0 / 2).max(1)
    }
}

/// The owner of each sub-cell of a view.
pub fn owners_of(view: &View) -> Grid<Owner> {
    let (wide, high) = view.resolution.pieces();
    let (cols, rows) = (
        usize::from(view.viewport.cols),
        usize::from(view.viewport.rows),
    );
    let to = ToSubcells::new(&view.viewport, (wide, high));
    owners(view, to, (cols * wide, rows * high))
}

/// The borders between regions, row by row.
fn borders(owners: &Grid<Owner>) -> Vec<Border> {
    let mut borders = Vec::new();
    for y in 0..owners.height() {
        let row = owners.row(y);
        let below = owners.row((y + 1).min(owners.height() - 1));
        for (x, &owner) in row.iter().enumerate() {
            let next = [row[(x + 1).min(row.len() - 1)], below[x]];
            let other = next.into_iter().find(|&other| other != owner);
            if let (Land::Region(here), Some(Land::Region(there))) =
                (owner.land(), other.map(Owner::land))
            {
                borders.push(Border {
                    at: (x, y),
                    regions: [here, there],
                });
            }
        }
    }
    borders
}

/// The depths of the owners of the middles of cells.
fn depths(owners: &Grid<Owner>, (wide, high): (usize, usize)) -> Depths<Owner> {
    let mut cells = Grid::new(owners.width() / wide, owners.height() / high, Owner::VOID);
    for y in 0..cells.height() {
        let middle = owners
            .row(y * high + high / 2)
            .iter()
            .skip(wide / 2)
            .step_by(wide);
        cells
            .row_mut(y)
            .iter_mut()
            .zip(middle)
            .for_each(|(cell, owner)| *cell = *owner);
    }
    Depths::new(cells)
}

/// The owner of each sub-cell: sea, neighbours, the country, its regions, lakes, each over the ones before.
fn owners(view: &View, to: ToSubcells, (width, height): (usize, usize)) -> Grid<Owner> {
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
        .filter(|(n, _)| view.shows(Place::Region(RegionId::at(*n))))
        .for_each(|(n, shape)| fill(shape, Owner::region(RegionId::at(n))));
    drawing
        .lakes
        .iter()
        .for_each(|shape| fill(shape, Owner::LAKE));
    grid
}

/// Fills what the base map covers with sea, until land is drawn on it.
fn sea(grid: &mut Grid<Owner>, to: ToSubcells, frame: Rect) {
    let (cols, rows) = to.within(frame, grid.width(), grid.height());
    rows.for_each(|y| grid.row_mut(y)[cols.clone()].fill(Owner::SEA));
}

/// The borders and rivers through each sub-cell.
fn strokes(view: &View, to: ToSubcells, owners: &Grid<Owner>) -> Grid<Stroke> {
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
    if shows_units(view, to) {
        drawing
            .units
            .iter()
            .for_each(|shape| draw(shape, Stroke::Unit));
    }
    drawing
        .rivers
        .iter()
        .for_each(|shape| draw(shape, Stroke::River));
    grid
}

/// Sub-cells across the unit in the middle, by size, from which on borders between units are no noise.
const FINE: f64 = 36.0;

/// Tells whether units are large enough for their borders to be drawn.
fn shows_units(view: &View, to: ToSubcells) -> bool {
    let mut widths: Vec<f64> = view
        .map
        .drawing
        .units
        .iter()
        .map(|unit| unit.bounds.width())
        .collect();
    widths.sort_by(f64::total_cmp);
    let middle = widths.get(widths.len() / 2).copied().unwrap_or_default();
    middle / (2.0 * to.tolerance()) >= FINE
}

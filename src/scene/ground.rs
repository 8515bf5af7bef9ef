//! The part of a scene that depends on the shapes and the viewport alone: the owners of sub-cells, each layer of the map
//! over the ones before, and the lines that run through them whatever is selected.

use geo::Rect;

use super::{
    Grid, Owner, Stroke, View,
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
    /// By the owners of the middles of cells.
    pub depths: Depths<Owner>,
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
            owners,
        }
    }

    /// The same with other owners.
    pub fn with(&self, owners: Grid<Owner>) -> Self {
        Self {
            depths: depths(&owners, self.pieces),
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

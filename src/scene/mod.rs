//! The picture before it is on any medium: the owner of each sub-cell, the lines through it, the labels.
//!
//! [`Scene::build`] takes the atlas at a date and a viewport to a grid of owners, as fine as the [`Resolution`] asks for.
//! From there [`Scene::paint`] leads to cells of text and [`Scene::picture`] to pixels.
//!
//! Room rules: nothing of terminals but what their environment says of them.

mod arrangement;
mod axis;
mod basemap_labels;
mod cache;
mod canvas;
mod colour;
mod colour_scheme;
mod depths;
mod emphases;
mod events;
mod fill;
mod grid;
mod ground;
mod hatch;
mod ink;
mod label;
mod layers;
mod letters;
mod looks;
mod marker;
mod moved;
mod occupancy;
mod outlines;
mod owner;
mod paint;
mod picture;
mod placement;
mod pointer;
mod ramp;
mod raster;
mod region_labels;
mod rgb;
pub mod scale;
mod scale_label;
mod selection;
mod site_labels;
mod smooth;
mod static_layer;
mod stroke;
mod symbol;
mod texture;
mod theme;
mod time_window;
mod view;

pub use axis::{Axis, AxisMark, DENSEST, TimeScale};
pub use cache::{Cache, SceneCache};
pub use canvas::{Cell, CellCanvas};
pub use colour::{Ansi, Attributes, Colour, TextStyle};
pub use colour_scheme::ColourScheme;
pub use events::{Block, block_bounds, sign as event_sign};
pub use fill::{Emphasis, Fill, Pattern, Tint};
pub use grid::Grid;
pub use label::{Class, Label};
pub use layers::Layers;
pub use marker::Marker;
pub use owner::{Land, Owner};
pub use picture::Picture;
pub use placement::MARKS;
pub use rgb::{Rgb, cube};
pub use symbol::of as symbol_of;
pub use theme::{Depth, Theme};
pub use time_window::TimeWindow;
pub use view::{Pin, Resolution, View, anchor};

use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

use emphases::Emphases;
use ground::Ground;
use static_layer::StaticLayer;
use stroke::Stroke;

use crate::atlas::{Place, RegionId};

/// One frame of the map.
#[derive(Clone, Debug)]
pub struct Scene {
    resolution: Resolution,
    ground: Arc<Ground>,
    strokes: Grid<Stroke>,
    /// By region, then by moved land.
    fills: Vec<Fill>,
    /// The region that moved land lies in, if any.
    moved: Vec<Option<RegionId>>,
    labels: Vec<Label>,
    emphases: Emphases,
}

impl Scene {
    /// Builds a scene from nothing; where frames follow one another, a [`SceneCache`] saves most of the work.
    pub fn build(view: &View) -> Self {
        let ground = Arc::new(Ground::new(view));
        Self::over(&StaticLayer::new(ground, view), view)
    }

    /// Builds a scene over what stays as it is in views that differ from this in what is selected or highlighted alone.
    fn over(layer: &StaticLayer, view: &View) -> Self {
        let emphases = Emphases::of(view, &layer.looks);
        let mut fills = emphases.fills(&layer.looks);
        fills.extend(layer.moved_fills.iter().cloned());
        let ground = &layer.ground;
        let mut strokes = ground.strokes.clone();
        outlines::between(&mut strokes, ground, &fills);
        outlines::regions(&mut strokes, view, ground, &fills);
        outlines::pin(&mut strokes, view, ground);
        Self {
            resolution: view.resolution,
            labels: selection::labels(layer, view),
            ground: Arc::clone(ground),
            moved: layer.moved.clone(),
            strokes,
            fills,
            emphases,
        }
    }

    /// That of the [`View`] it was built from.
    pub const fn resolution(&self) -> Resolution {
        self.resolution
    }

    /// The owner of each sub-cell.
    pub fn owners(&self) -> &Grid<Owner> {
        &self.ground.owners
    }

    /// The labels in the order that they are painted, each over the ones before.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// The fill of each region, by its id.
    pub fn fills(&self) -> &[Fill] {
        &self.fills
    }

    /// The labels that cover a cell.
    fn labels_at(&self, col: u16, row: u16) -> impl Iterator<Item = &Label> {
        self.labels.iter().filter(move |label| {
            let start = usize::from(label.at.0);
            let columns = start..start + label.text.width();
            label.at.1 == row && columns.contains(&usize::from(col))
        })
    }

    /// The block of cells whose events a sign at a cell stands for.
    pub fn events_at(&self, col: u16, row: u16) -> Option<Block> {
        self.labels_at(col, row).find_map(|label| label.block)
    }

    /// The place drawn at a cell: a site's label or symbol, else the region under it.
    pub fn place_at(&self, col: u16, row: u16) -> Option<Place> {
        let mut labels = self.labels_at(col, row);
        labels.find_map(|label| label.place).or_else(|| {
            let (wide, high) = self.ground.pieces;
            let owner = self.ground.owners.get(
                usize::from(col) * wide + wide / 2,
                usize::from(row) * high + high / 2,
            )?;
            match owner.land() {
                Land::Region(id) => self.region(id).map(Place::Region),
                _ => None,
            }
        })
    }

    /// The region of the atlas that an owner stands for.
    fn region(&self, owner: RegionId) -> Option<RegionId> {
        let regions = self.fills.len() - self.moved.len();
        match owner.index().checked_sub(regions) {
            Some(moved) => self.moved.get(moved).copied().flatten(),
            None => Some(owner),
        }
    }

    fn emphasis(&self, place: Option<Place>) -> Emphasis {
        place.map_or(Emphasis::Plain, |place| self.emphases.place(place))
    }
}

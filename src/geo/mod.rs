//! Shapes: the base map, areas made from it, the projection and the viewport.
//!
//! Room rules: knows `atlas`; nothing of terminals or of TOML.

pub mod algebra;
mod basemap;
mod projection;
mod viewport;

use ::geo::{BoundingRect, MultiPolygon, Rect, coord};

pub use basemap::{BUILTIN, Basemap, BasemapError, Named, Outline, River, Town, Unit};
pub use projection::{Projection, Shape};
pub use viewport::Viewport;

use crate::atlas::{Position, RegionId};

/// The shapes that go with an atlas, in degrees and projected for drawing.
#[derive(Clone, Debug)]
pub struct Map {
    pub base: Basemap,
    pub projection: Projection,
    /// The area of each region, by its id.
    pub areas: Vec<MultiPolygon>,
    /// Each region's area, in square kilometres.
    pub areas_km2: Vec<f64>,
    /// The area of the country, in square kilometres.
    pub total_km2: f64,
    pub drawing: Drawing,
}

/// Everything that is drawn, in the plane.
#[derive(Clone, Debug)]
pub struct Drawing {
    pub frame: Rect,
    pub neighbours: Vec<Shape>,
    pub units: Vec<Shape>,
    pub lakes: Vec<Shape>,
    pub regions: Vec<Shape>,
    pub rivers: Vec<Shape>,
}

impl Map {
    /// Puts a base map and the areas on it together; `areas` are by region.
    pub fn new(base: Basemap, areas: Vec<MultiPolygon>) -> Self {
        let country = bounds(base.units.iter().map(|unit| &unit.shape)).unwrap_or(base.frame);
        let projection = Projection::at(country.center().y);
        let shapes = |shapes: &mut dyn Iterator<Item = &MultiPolygon>| shapes.map(|s| projection.shape(s)).collect();
        let drawing = Drawing {
            frame: projection.rect(base.frame),
            neighbours: shapes(&mut base.neighbours.iter().map(|land| &land.shape)),
            units: shapes(&mut base.units.iter().map(|unit| &unit.shape)),
            lakes: shapes(&mut base.lakes.iter().map(|lake| &lake.shape)),
            regions: shapes(&mut areas.iter()),
            rivers: base.rivers.iter().map(|river| projection.line(&river.line)).collect(),
        };
        let areas_km2 = areas.iter().map(algebra::area_km2).collect();
        let total_km2 = base.units.iter().map(|unit| algebra::area_km2(&unit.shape)).sum();
        Self { base, projection, areas, areas_km2, total_km2, drawing }
    }

    /// Where the whole country is seen.
    pub fn extent(&self) -> Rect {
        union(self.drawing.units.iter().map(|unit| unit.bounds)).unwrap_or(self.drawing.frame)
    }

    pub fn region(&self, id: RegionId) -> &Shape {
        &self.drawing.regions[id.0]
    }

    /// The governorate, or other unit, that a position lies in.
    pub fn unit_at(&self, at: Position) -> Option<&Unit> {
        self.base.unit_at(coord! {x: at.lon, y: at.lat})
    }
}

fn bounds<'a>(shapes: impl Iterator<Item = &'a MultiPolygon>) -> Option<Rect> {
    union(shapes.filter_map(BoundingRect::bounding_rect))
}

fn union(rects: impl Iterator<Item = Rect>) -> Option<Rect> {
    rects.reduce(|a, b| {
        let (low, high) = (a.min(), a.max());
        Rect::new(
            coord! {x: low.x.min(b.min().x), y: low.y.min(b.min().y)},
            coord! {x: high.x.max(b.max().x), y: high.y.max(b.max().y)},
        )
    })
}

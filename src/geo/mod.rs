//! Shapes: the base map, areas made from it, the projection and the viewport.
//!
//! Room rules: nothing of terminals or of TOML.

pub mod algebra;
pub(crate) mod basemap;
mod basemap_faults;
mod camera;
mod coverage;
pub mod dated_name;
mod declutter;
mod edge_index;
mod edges;
mod features;
pub mod formats;
mod inner_point;
mod land;
mod measures;
mod periods;
mod pole;
pub mod polygons;
mod prepared;
mod projection;
mod rect;
mod renumbered;
mod ring;
mod shape;
mod validity;
mod viewport;

use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

use ::geo::{Contains, Coord, MultiPolygon, Point, Rect, coord};

pub use basemap::{Basemap, BasemapError, Named, Outline, River, Town, Unit};
pub use camera::Camera;
pub use coverage::{Coverage, Entangled, Piece};
pub use edges::TooIntricate;
pub use land::LandChange;
pub use measures::{Measures, TownLabel};
pub use periods::{Areas, Periods, Unread, period_at};
pub use prepared::BUILTIN;
pub use projection::Projection;
pub use shape::{Lines, Shape, Stretch};
pub use validity::Flaw;
pub use viewport::Viewport;

use crate::atlas::{Position, RegionId};
use rect::union;

/// The shapes that go with an atlas, in degrees and projected for drawing.
#[derive(Clone, Debug)]
pub struct Map {
    /// The ground that the areas lie on, in degrees.
    pub base: Arc<Basemap>,
    /// The way from degrees to the plane of `drawing`, true to scale at the middle of the country.
    pub projection: Projection,
    /// The area of each region, by its id.
    pub areas: Vec<MultiPolygon>,
    /// Each region's area, in square kilometres; worked out when it is first asked for.
    areas_km2: OnceLock<Vec<f64>>,
    /// The area of the country, in square kilometres.
    pub total_km2: f64,
    /// The land in regions, each piece of it once.
    pub coverage: Coverage,
    /// The place of each town's name, in the order of the towns.
    pub town_labels: Arc<[TownLabel]>,
    /// The shapes of the base map and the areas once more, projected.
    pub drawing: Drawing,
    /// The reasons why areas of it could not be read.
    pub unread: Vec<Unread>,
    /// Its areas at other dates, where they change; see [`Map::at`].
    periods: Option<Arc<dyn Periods>>,
    /// The one of these periods that its areas are of.
    period: usize,
    /// The former version of it, where it is compared with one; see [`Map::since`].
    former: Option<Arc<Map>>,
}

/// Everything that is drawn, in the plane.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The bounds of [`Basemap::frame`], beyond which nothing is known.
    pub frame: Rect,
    /// In the order of [`Basemap::neighbours`].
    pub neighbours: Arc<[Shape]>,
    /// In the order of [`Basemap::units`].
    pub units: Arc<[Shape]>,
    /// In the order of [`Basemap::lakes`].
    pub lakes: Arc<[Shape]>,
    /// The areas, by their region's id.
    pub regions: Vec<Shape>,
    /// In the order of [`Basemap::rivers`], each of one line.
    pub rivers: Arc<[Shape]>,
}

/// The part of a map that doesn't depend on its areas, so that it can be made while they are.
#[derive(Clone, Debug)]
pub(crate) struct Backdrop {
    projection: Projection,
    drawing: Drawing,
    town_labels: Arc<[TownLabel]>,
    total_km2: f64,
}

impl Backdrop {
    pub fn new(base: &Basemap) -> Self {
        let projection = Projection::of(base);
        let known = base.measures.as_ref().map(Cow::Borrowed);
        let measures = known.unwrap_or_else(|| Cow::Owned(Measures::of(base)));
        let drawing = Drawing::new(base, projection);
        set_poles(&drawing.neighbours, &measures.neighbour_poles);
        Self {
            projection,
            drawing,
            town_labels: measures.town_labels.as_slice().into(),
            total_km2: measures.total_km2,
        }
    }
}

impl Measures {
    /// Works them out.
    pub fn of(base: &Basemap) -> Self {
        let projection = Projection::of(base);
        let units = base.units.iter().map(|unit| &unit.shape);
        let neighbours = base.neighbours.iter();
        Self {
            total_km2: algebra::area_km2(&algebra::union_of_units(units)),
            town_labels: declutter::town_labels(&base.towns, projection),
            neighbour_poles: neighbours
                .map(|land| projection.shape(&land.shape).pole())
                .collect(),
        }
    }
}

impl Map {
    /// Puts a base map and the areas on it together; `areas` are by region.
    pub fn new(base: Basemap, areas: Vec<MultiPolygon>) -> Result<Self, Entangled> {
        let backdrop = Backdrop::new(&base);
        let coverage = Coverage::new(&areas, &base, |_| false, |_, _| false)?;
        Ok(Self::on(Arc::new(base), backdrop, areas, coverage))
    }

    /// The same with what has been made of the base map and of the areas already.
    pub(crate) fn on(
        base: Arc<Basemap>,
        backdrop: Backdrop,
        areas: Vec<MultiPolygon>,
        coverage: Coverage,
    ) -> Self {
        let empty = Self {
            projection: backdrop.projection,
            drawing: backdrop.drawing,
            town_labels: backdrop.town_labels,
            total_km2: backdrop.total_km2,
            areas: Vec::new(),
            areas_km2: OnceLock::new(),
            coverage: Coverage::none(0),
            unread: Vec::new(),
            periods: None,
            period: 0,
            former: None,
            base,
        };
        empty.with(areas, coverage)
    }

    /// The same base map with other areas on it.
    fn with(&self, areas: Vec<MultiPolygon>, coverage: Coverage) -> Self {
        let regions = areas.iter().map(|area| self.projection.shape(area));
        Self {
            drawing: Drawing {
                regions: regions.collect(),
                ..self.drawing.clone()
            },
            areas_km2: OnceLock::new(),
            coverage,
            areas,
            town_labels: Arc::clone(&self.town_labels),
            base: Arc::clone(&self.base),
            unread: Vec::new(),
            periods: None,
            former: self.former.clone(),
            ..*self
        }
    }

    /// Returns the bounds of the whole country.
    pub fn extent(&self) -> Rect {
        union(self.drawing.units.iter().map(|unit| unit.bounds)).unwrap_or(self.drawing.frame)
    }

    /// Returns the area of a region, in square kilometres.
    pub fn area_km2(&self, id: RegionId) -> f64 {
        let work_out = || self.areas.iter().map(algebra::area_km2).collect();
        self.areas_km2.get_or_init(work_out)[id.index()]
    }

    /// Returns the area of a region that lies outside the country and counts in no share, in square kilometres.
    pub fn outside_km2(&self, id: RegionId) -> f64 {
        (self.area_km2(id) - self.coverage.inside_km2[id.index()]).max(0.0)
    }

    pub(crate) fn region(&self, id: RegionId) -> &Shape {
        &self.drawing.regions[id.index()]
    }

    /// The region that is drawn at a point, in degrees: of those that it lies in the last.
    pub fn region_at(&self, at: Coord) -> Option<RegionId> {
        let within = |area: &MultiPolygon| area.contains(&Point::from(at));
        self.areas.iter().rposition(within).map(RegionId::at)
    }

    /// The unit that a position lies in.
    pub fn unit_at(&self, at: Position) -> Option<&Unit> {
        self.base.unit_at(coord! {x: at.lon, y: at.lat})
    }
}

impl Drawing {
    /// Takes the points where the names of regions stand best, where they are known already.
    pub(crate) fn set_poles(&self, poles: &[Coord]) {
        set_poles(&self.regions, poles);
    }

    /// All of it but the regions.
    fn new(base: &Basemap, projection: Projection) -> Self {
        let shape = |shape: &MultiPolygon| projection.shape(shape);
        Self {
            frame: projection.rect(base.frame),
            neighbours: base
                .neighbours
                .iter()
                .map(|land| shape(&land.shape))
                .collect(),
            units: base.units.iter().map(|unit| shape(&unit.shape)).collect(),
            lakes: base.lakes.iter().map(|lake| shape(&lake.shape)).collect(),
            regions: Vec::new(),
            rivers: base
                .rivers
                .iter()
                .map(|river| projection.line(&river.line))
                .collect(),
        }
    }
}

fn set_poles(shapes: &[Shape], poles: &[Coord]) {
    for (shape, pole) in shapes.iter().zip(poles) {
        shape.set_pole(*pole);
    }
}

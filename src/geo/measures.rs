//! What is worked out of a base map alone.

use ::geo::Coord;
use serde::{Deserialize, Serialize};

use super::{Basemap, Projection, TownLabel, algebra, declutter};

/// What every start needs of a base map and takes long to work out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Measures {
    /// The area of the country, in square kilometres.
    pub total_km2: f64,
    /// The place of each town's name, in the order of the towns.
    pub town_labels: Vec<TownLabel>,
    /// The point of the plane where each neighbour's name stands best, in the order of the neighbours.
    pub neighbour_poles: Vec<Coord>,
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

//! Measures that are worked out of a base map alone.

use ::geo::Coord;
use serde::{Deserialize, Serialize};

/// The measures of a base map that every start needs and that take long to work out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Measures {
    /// The area of the country, in square kilometres.
    pub total_km2: f64,
    /// The place of each town's name, in the order of the towns.
    pub town_labels: Vec<TownLabel>,
    /// The point of the plane where each neighbour's name stands best, in the order of the neighbours.
    pub neighbour_poles: Vec<Coord>,
}

/// The side and the scales of a town's name.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub struct TownLabel {
    /// It stands to the left of the town, or else to its right.
    pub left: bool,
    /// The most plane units that a row may be high for the name to be shown.
    pub max_row: f64,
}

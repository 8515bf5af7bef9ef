//! Files of shapes.

use std::ops::Range;

use crate::{atlas::Date, geo::formats::Feature};

/// A file of shapes, as a region file names it.
pub struct Shapes {
    pub name: String,
    pub features: Vec<Feature>,
    /// The day that its name carries.
    pub date: Option<(Date, Range<usize>)>,
}

//! The reasons why a file gives no features, and what to do about each.

use std::fmt;

use ::geo::Coord;

use crate::limits::{GEODATA, MIB};

/// The reason why a file gives no features, or no area. Features and points are counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub enum GeodataError {
    /// It is in no known format.
    Unknown(&'static str),
    /// It is not what its name says, or its shapes are none.
    Invalid(String),
    /// There is nothing in it.
    Empty(&'static str),
    /// A point is no longitude and latitude.
    NoLonLat {
        /// The feature that it is of.
        feature: usize,
        /// Its number in the feature, those of holes counted on.
        point: usize,
        /// The coordinates that stand in the file.
        found: Coord,
    },
    /// It has none of the layers that is asked for, or several: the names of those it has.
    Layers(String),
    /// Its coordinates are none of WGS 84: the name of what they are.
    Projected(String),
    /// There is more of it than is read.
    TooLarge(String),
    /// Its lines cross, or its shapes overlap, in too many ways to be told apart.
    TooIntricate(String),
    /// A file that belongs to it can't be used.
    Beside(String),
}

impl fmt::Display for GeodataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(why) | Self::Empty(why) => f.write_str(why),
            Self::Invalid(why)
            | Self::TooLarge(why)
            | Self::TooIntricate(why)
            | Self::Beside(why) => f.write_str(why),
            Self::NoLonLat {
                feature,
                point,
                found: Coord { x, y },
            } => write!(
                f,
                "point {point} of feature {feature} is [{x}, {y}], which is no longitude and latitude"
            ),
            Self::Layers(names) => write!(f, "one of its layers is needed: {names}"),
            Self::Projected(name) => write!(f, "its coordinates are in “{name}”"),
        }
    }
}

impl std::error::Error for GeodataError {}

impl GeodataError {
    /// More of something than is read.
    pub fn too_many(what: &str, most: usize) -> Self {
        Self::TooLarge(format!("it has more than {most} {what}"))
    }

    /// More bytes than are read.
    pub fn too_large() -> Self {
        Self::TooLarge(format!("it is larger than {} MiB", GEODATA / MIB))
    }

    /// The way out.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "save it as GeoJSON, TopoJSON, KML, KMZ or Shapefile",
            Self::Invalid(_) => {
                "shapes in longitude and latitude, in GeoJSON, TopoJSON, KML, KMZ or Shapefile"
            }
            Self::Empty(_) => "export it again, with its shapes in it",
            Self::NoLonLat { .. } | Self::Projected(_) => {
                "export it as WGS 84 (EPSG:4326): longitudes from -180 to 180, then latitudes from -90 to 90"
            }
            Self::Layers(_) => "name it under `layer`, or with `--layer` of `import` and `basemap`",
            Self::TooIntricate(_) => "simplify the outlines, or draw fewer of them",
            Self::TooLarge(_) => "simplify it, or leave out what the map doesn't need",
            Self::Beside(_) => "put the whole Shapefile there: .shp, .dbf and .prj",
        }
    }
}

//! The ground a map is drawn on, from a folder of GeoJSON files.

use std::fmt;

use ::geo::{Contains, Coord, InteriorPoint, LineString, MultiPolygon, Point, Rect, coord};
use geojson::{Feature, FeatureCollection, GeometryValue};

use super::algebra;

/// A unit of the country, such as a governorate: what areas are made of.
#[derive(Clone, Debug)]
pub struct Unit {
    pub id: String,
    pub name: String,
    pub also: Vec<String>,
    /// A point for its name, where the data has one.
    pub at: Option<Coord>,
    pub shape: MultiPolygon,
}

impl Unit {
    /// A point inside it, for its name.
    pub fn inside(&self) -> Option<Coord> {
        self.at
            .or_else(|| self.shape.interior_point().map(Coord::from))
    }
}

/// A country around, or a lake.
#[derive(Clone, Debug)]
pub struct Named {
    pub name: String,
    pub also: Vec<String>,
    pub shape: MultiPolygon,
}

/// A shape that areas can be clipped by.
#[derive(Clone, Debug)]
pub struct Outline {
    pub id: String,
    pub shape: MultiPolygon,
}

#[derive(Clone, Debug)]
pub struct River {
    pub name: String,
    pub line: LineString,
}

#[derive(Clone, Debug)]
pub struct Town {
    pub name: String,
    pub also: Vec<String>,
    pub at: Coord,
    /// How soon it is shown: 1 for the capital, then up.
    pub rank: u8,
}

/// Everything under the regions. Coordinates are degrees: x is longitude, y latitude.
#[derive(Clone, Debug)]
pub struct Basemap {
    pub units: Vec<Unit>,
    pub neighbours: Vec<Named>,
    pub lakes: Vec<Named>,
    pub rivers: Vec<River>,
    pub outlines: Vec<Outline>,
    pub towns: Vec<Town>,
    /// What the data covers: beyond it nothing is known.
    pub frame: Rect,
}

/// A file of the base map that can't be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasemapError {
    pub file: &'static str,
    pub why: String,
}

impl fmt::Display for BasemapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.why)
    }
}

impl std::error::Error for BasemapError {}

const UNITS: &str = "units.geojson";
const NEIGHBOURS: &str = "neighbours.geojson";
const LAKES: &str = "waters.geojson";
const RIVERS: &str = "rivers.geojson";
const OUTLINES: &str = "outlines.geojson";
const TOWNS: &str = "towns.geojson";

macro_rules! builtin {
    ($($map:literal)+) => {
        fn builtin_file(map: &str, file: &str) -> Option<&'static str> {
            match (map, file) {
                $(
                    ($map, UNITS) => Some(include_str!(concat!("../../assets/basemap/", $map, "/units.geojson"))),
                    ($map, NEIGHBOURS) => Some(include_str!(concat!("../../assets/basemap/", $map, "/neighbours.geojson"))),
                    ($map, LAKES) => Some(include_str!(concat!("../../assets/basemap/", $map, "/waters.geojson"))),
                    ($map, RIVERS) => Some(include_str!(concat!("../../assets/basemap/", $map, "/rivers.geojson"))),
                    ($map, OUTLINES) => Some(include_str!(concat!("../../assets/basemap/", $map, "/outlines.geojson"))),
                    ($map, TOWNS) => Some(include_str!(concat!("../../assets/basemap/", $map, "/towns.geojson"))),
                )+
                _ => None,
            }
        }

        /// The names of the base maps that come with the program.
        pub const BUILTIN: &[&str] = &[$($map),+];
    };
}

builtin! { "syria" }

impl Basemap {
    /// A base map that comes with the program, if there is one of that name.
    pub fn builtin(name: &str) -> Option<Result<Self, BasemapError>> {
        BUILTIN
            .contains(&name)
            .then(|| Self::read(|file| Ok(builtin_file(name, file).map(str::to_owned))))
    }

    /// Reads a base map from its files: `read` gives a file's text, or `None` where there is no such file. Only
    /// `units.geojson` is required.
    pub fn read(
        read: impl Fn(&'static str) -> Result<Option<String>, String>,
    ) -> Result<Self, BasemapError> {
        let units = features(&read, UNITS)?
            .ok_or_else(|| fault(UNITS, "there is no such file"))?
            .0;
        let (neighbours, frame) = features(&read, NEIGHBOURS)?.unwrap_or_default();
        let of = |file| Ok(features(&read, file)?.unwrap_or_default().0);
        let mut map = Self {
            units: each(UNITS, &units, unit)?,
            neighbours: each(NEIGHBOURS, &neighbours, named)?,
            lakes: each(LAKES, &of(LAKES)?, named)?,
            rivers: each(RIVERS, &of(RIVERS)?, rivers)?
                .into_iter()
                .flatten()
                .collect(),
            outlines: each(OUTLINES, &of(OUTLINES)?, outline)?,
            towns: each(TOWNS, &of(TOWNS)?, town)?,
            frame: Rect::new(coord! {x: 0.0, y: 0.0}, coord! {x: 0.0, y: 0.0}),
        };
        let bounds = super::bounds(map.units.iter().map(|unit| &unit.shape));
        map.frame = frame
            .or(bounds)
            .ok_or_else(|| fault(UNITS, "it has no shapes"))?;
        Ok(map)
    }

    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    pub fn outline(&self, id: &str) -> Option<&Outline> {
        self.outlines.iter().find(|outline| outline.id == id)
    }

    /// The unit that a point lies in.
    pub fn unit_at(&self, at: Coord) -> Option<&Unit> {
        self.units
            .iter()
            .find(|unit| unit.shape.contains(&Point::from(at)))
    }
}

type Features = (Vec<Feature>, Option<Rect>);

fn features(
    read: impl Fn(&'static str) -> Result<Option<String>, String>,
    file: &'static str,
) -> Result<Option<Features>, BasemapError> {
    let Some(text) = read(file).map_err(|why| fault(file, &why))? else {
        return Ok(None);
    };
    let collection: FeatureCollection = text
        .parse()
        .map_err(|error: geojson::Error| fault(file, &error.to_string()))?;
    let frame = match collection.bbox.as_deref() {
        Some(&[west, south, east, north]) => Some(Rect::new(
            coord! {x: west, y: south},
            coord! {x: east, y: north},
        )),
        _ => None,
    };
    Ok(Some((collection.features, frame)))
}

fn each<T>(
    file: &'static str,
    features: &[Feature],
    read: impl Fn(&Feature) -> Result<T, String>,
) -> Result<Vec<T>, BasemapError> {
    let numbered = features.iter().enumerate();
    numbered
        .map(|(n, feature)| {
            read(feature).map_err(|why| fault(file, &format!("feature {}: {why}", n + 1)))
        })
        .collect()
}

fn fault(file: &'static str, why: &str) -> BasemapError {
    BasemapError {
        file,
        why: why.to_owned(),
    }
}

fn unit(feature: &Feature) -> Result<Unit, String> {
    let at = feature
        .property("at")
        .and_then(|at| Some(coord! {x: at.get(0)?.as_f64()?, y: at.get(1)?.as_f64()?}));
    let Named { name, also, shape } = named(feature)?;
    Ok(Unit {
        id: text(feature, "id")?,
        name,
        also,
        at,
        shape,
    })
}

fn named(feature: &Feature) -> Result<Named, String> {
    Ok(Named {
        name: text(feature, "name")?,
        also: also(feature),
        shape: shape(feature)?,
    })
}

fn outline(feature: &Feature) -> Result<Outline, String> {
    Ok(Outline {
        id: text(feature, "id")?,
        shape: shape(feature)?,
    })
}

fn rivers(feature: &Feature) -> Result<Vec<River>, String> {
    let geometry = feature.geometry.as_ref().ok_or("it has no geometry")?;
    let lines = match &geometry.value {
        value @ GeometryValue::LineString { .. } => {
            LineString::try_from(value).map(|line| vec![line])
        }
        value => ::geo::MultiLineString::try_from(value).map(|lines| lines.0),
    };
    let name = text(feature, "name").unwrap_or_default();
    let lines = lines.map_err(|error| error.to_string())?;
    Ok(lines
        .into_iter()
        .map(|line| River {
            name: name.clone(),
            line,
        })
        .collect())
}

fn town(feature: &Feature) -> Result<Town, String> {
    let geometry = feature.geometry.as_ref().ok_or("it has no geometry")?;
    let at = Point::try_from(&geometry.value)
        .map_err(|error| error.to_string())?
        .0;
    let rank = feature
        .property("rank")
        .and_then(|rank| u8::try_from(rank.as_u64()?).ok());
    Ok(Town {
        name: text(feature, "name")?,
        also: also(feature),
        at,
        rank: rank.ok_or("`rank` is no small number")?,
    })
}

fn text(feature: &Feature, key: &str) -> Result<String, String> {
    let text = feature.property(key).and_then(|value| value.as_str());
    let text = text.ok_or_else(|| format!("`{key}` is no text"))?;
    if text.chars().any(char::is_control) {
        Err(format!("`{key}` has a control character"))
    } else {
        Ok(text.to_owned())
    }
}

fn also(feature: &Feature) -> Vec<String> {
    let names = feature
        .property("also")
        .and_then(|names| names.as_array())
        .into_iter()
        .flatten();
    names
        .filter_map(|name| name.as_str())
        .filter(|name| !name.chars().any(char::is_control))
        .map(str::to_owned)
        .collect()
}

fn shape(feature: &Feature) -> Result<MultiPolygon, String> {
    algebra::polygons(feature.geometry.as_ref().ok_or("it has no geometry")?)
}

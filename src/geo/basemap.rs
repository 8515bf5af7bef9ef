//! The ground a map is drawn on, from a folder of GeoJSON files.

use std::{fmt, panic::resume_unwind, thread};

use ::geo::{
    BoundingRect, Contains, Coord, InteriorPoint, Intersects, LineString, MultiPolygon, Point, Rect,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    algebra,
    edges::TooIntricate,
    features::{Area, Collection, Feature, Label, Position, Spot, Way},
    inner_point::inner_point,
    measures::Measures,
    rect,
};

/// A unit of the country, such as a province: what areas are made of.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Unit {
    /// The code that areas name it by, such as `SY-HL`.
    pub id: String,
    /// The name in English, as it is shown.
    pub name: String,
    /// Other names and spellings that it is found by, in any script.
    pub also: Vec<String>,
    /// The word for what it is, where the data has one.
    pub kind: Option<String>,
    /// A point for its name, where the data has one.
    pub at: Option<Coord>,
    /// Its land as the file has it, in degrees.
    pub shape: MultiPolygon,
}

impl Unit {
    /// Its name with the word for what it is, as in “Surrey county”.
    pub fn name_and_kind(&self) -> String {
        match &self.kind {
            Some(kind) => format!("{} {kind}", self.name),
            None => self.name.clone(),
        }
    }

    /// A point inside it, for its name.
    pub fn inside(&self) -> Option<Coord> {
        self.at
            .or_else(|| self.shape.interior_point().map(Coord::from))
    }
}

/// A country around, or a lake.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Named {
    /// Written on a neighbour where there is room; a lake's is not shown.
    pub name: String,
    /// Other names and spellings, in any script.
    pub also: Vec<String>,
    /// Its land or water, in degrees.
    pub shape: MultiPolygon,
}

/// A shape that areas can be clipped by.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Outline {
    /// The name that a region file clips areas by.
    pub id: String,
    /// An area that is clipped keeps what lies in this; in degrees.
    pub shape: MultiPolygon,
}

/// A line of a river; a river of several has an entry for each.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct River {
    /// The same in all lines of the river.
    pub name: String,
    /// In degrees, as it is drawn.
    pub line: LineString,
}

/// A town, by its centre.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Town {
    /// The name that is written beside it.
    pub name: String,
    /// Other names and spellings that it is found by, in any script.
    pub also: Vec<String>,
    /// Longitude and latitude, in degrees.
    pub at: Coord,
    /// The rank in which it is shown: 1 for the capital, then up.
    pub rank: u8,
}

/// Everything under the regions. Coordinates are degrees: x is longitude, y latitude.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Basemap {
    /// The country: what no unit covers is not in it.
    pub units: Vec<Unit>,
    /// The land around the country; empty where the folder has no file of it.
    pub neighbours: Vec<Named>,
    /// Waters that are drawn over the land; empty where the folder has no file of them.
    pub lakes: Vec<Named>,
    /// Empty where the folder has no file of them.
    pub rivers: Vec<River>,
    /// Never drawn; empty where the folder has no file of them.
    pub outlines: Vec<Outline>,
    /// In the order of the file, which [`Map::town_labels`](super::Map::town_labels) follow.
    pub towns: Vec<Town>,
    /// The rectangle that the data covers: beyond it nothing is known.
    pub frame: Rect,
    /// The measures that were worked out of it beforehand, where it comes with the program.
    pub measures: Option<Measures>,
}

/// A file of the base map that can't be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasemapError {
    pub(crate) file: &'static str,
    pub(crate) why: String,
}

impl fmt::Display for BasemapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.why)
    }
}

impl std::error::Error for BasemapError {}

pub const UNITS: &str = "units.geojson";
pub const NEIGHBOURS: &str = "neighbours.geojson";
pub const LAKES: &str = "waters.geojson";
pub const RIVERS: &str = "rivers.geojson";
pub const OUTLINES: &str = "outlines.geojson";
pub const TOWNS: &str = "towns.geojson";

impl Basemap {
    /// Reads a base map from its files: `read` gives a file's text, or `None` where there is no such file. Only
    /// `units.geojson` is required.
    pub fn read(
        read: impl Fn(&'static str) -> Result<Option<String>, String>,
    ) -> Result<Self, BasemapError> {
        let text = |file| (file, read(file));
        let around = (text(NEIGHBOURS), text(TOWNS));
        // Every start waits for this, so two cores share it.
        let (country, around) = thread::scope(|scope| {
            let around = scope.spawn(|| (features(around.0), features(around.1)));
            let country = (
                features(text(UNITS)),
                features(text(LAKES)),
                features(text(RIVERS)),
                features(text(OUTLINES)),
            );
            (country, around.join())
        });
        let (units, lakes, rivers, outlines) = country;
        let (neighbours, towns) = around.unwrap_or_else(|panic| resume_unwind(panic));
        let units = units?.ok_or_else(|| fault(UNITS, "there is no such file"))?;
        let units: Vec<Unit> = units.features.into_iter().map(Unit::from).collect();
        let neighbours = neighbours?;
        let frame = neighbours.as_ref().and_then(Collection::frame);
        let bounds = rect::bounds(units.iter().map(|unit| &unit.shape));
        Ok(Self {
            units,
            neighbours: each(neighbours, Named::from),
            lakes: each(lakes?, Named::from),
            rivers: each(rivers?, self::rivers).into_iter().flatten().collect(),
            outlines: each(outlines?, Outline::from),
            towns: each(towns?, Town::from),
            frame: frame
                .or(bounds)
                .ok_or_else(|| fault(UNITS, "it has no shapes"))?,
            measures: None,
        })
    }

    /// Returns `true` if it comes with the program, so that its units are known not to overlap.
    pub const fn is_builtin(&self) -> bool {
        self.measures.is_some()
    }

    pub(crate) fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    pub(crate) fn outline(&self, id: &str) -> Option<&Outline> {
        self.outlines.iter().find(|outline| outline.id == id)
    }

    /// Returns the part of a shape that lies in the country, which is the union of the units.
    pub fn inside(&self, shape: &MultiPolygon) -> Result<MultiPolygon, TooIntricate> {
        let Some(bounds) = shape.bounding_rect() else {
            return Ok(MultiPolygon::new(Vec::new()));
        };
        let near = |unit: &&MultiPolygon| {
            let around = unit.bounding_rect();
            around.is_some_and(|around| around.intersects(&bounds))
        };
        let units = self.units.iter().map(|unit| &unit.shape).filter(near);
        algebra::within_units(shape, units)
    }

    /// Returns `true` if some of a shape lies in the country: mostly a point of its inside shows it.
    pub fn shares_land(&self, shape: &MultiPolygon) -> Result<bool, TooIntricate> {
        if inner_point(shape).is_some_and(|inside| self.unit_at(inside).is_some()) {
            return Ok(true);
        }
        Ok(!self.inside(shape)?.0.is_empty())
    }

    /// The unit that a point lies in.
    pub fn unit_at(&self, at: Coord) -> Option<&Unit> {
        self.units
            .iter()
            .find(|unit| unit.shape.contains(&Point::from(at)))
    }
}

fn features<P: DeserializeOwned, G: DeserializeOwned>(
    (file, text): (&'static str, Result<Option<String>, String>),
) -> Result<Option<Collection<P, G>>, BasemapError> {
    let text = text.map_err(|why| fault(file, &why))?;
    let parsed = text.map(|text| serde_json::from_str(&text)).transpose();
    parsed.map_err(|error| fault(file, &error.to_string()))
}

fn each<P, G, T>(
    collection: Option<Collection<P, G>>,
    read: impl Fn(Feature<P, G>) -> T,
) -> Vec<T> {
    let features = collection
        .into_iter()
        .flat_map(|collection| collection.features);
    features.map(read).collect()
}

pub(super) fn fault(file: &'static str, why: &str) -> BasemapError {
    BasemapError {
        file,
        why: why.to_owned(),
    }
}

#[derive(Debug, Deserialize)]
struct UnitProperties {
    id: Label,
    name: Label,
    #[serde(default)]
    also: Vec<Label>,
    kind: Option<Label>,
    at: Option<Position>,
}

#[derive(Debug, Deserialize)]
struct NamedProperties {
    name: Label,
    #[serde(default)]
    also: Vec<Label>,
}

#[derive(Debug, Deserialize)]
struct OutlineProperties {
    id: Label,
}

#[derive(Debug, Deserialize)]
struct TownProperties {
    name: Label,
    #[serde(default)]
    also: Vec<Label>,
    rank: u8,
}

impl From<Feature<UnitProperties, Area>> for Unit {
    fn from(
        Feature {
            properties,
            geometry,
        }: Feature<UnitProperties, Area>,
    ) -> Self {
        Self {
            id: properties.id.0,
            name: properties.name.0,
            also: texts(properties.also),
            kind: properties.kind.map(|Label(kind)| kind),
            at: properties.at.map(|Position(at)| at),
            shape: geometry.into(),
        }
    }
}

impl From<Feature<NamedProperties, Area>> for Named {
    fn from(
        Feature {
            properties,
            geometry,
        }: Feature<NamedProperties, Area>,
    ) -> Self {
        Self {
            name: properties.name.0,
            also: texts(properties.also),
            shape: geometry.into(),
        }
    }
}

impl From<Feature<OutlineProperties, Area>> for Outline {
    fn from(
        Feature {
            properties,
            geometry,
        }: Feature<OutlineProperties, Area>,
    ) -> Self {
        Self {
            id: properties.id.0,
            shape: geometry.into(),
        }
    }
}

impl From<Feature<TownProperties, Spot>> for Town {
    fn from(
        Feature {
            properties,
            geometry: Spot::Point(Position(at)),
        }: Feature<TownProperties, Spot>,
    ) -> Self {
        Self {
            name: properties.name.0,
            also: texts(properties.also),
            at,
            rank: properties.rank,
        }
    }
}

fn rivers(
    Feature {
        properties,
        geometry,
    }: Feature<NamedProperties, Way>,
) -> Vec<River> {
    let lines: Vec<LineString> = geometry.into();
    lines
        .into_iter()
        .map(|line| River {
            name: properties.name.0.clone(),
            line,
        })
        .collect()
}

fn texts(labels: Vec<Label>) -> Vec<String> {
    labels.into_iter().map(|Label(text)| text).collect()
}

//! A folder that is a base map, made from files of shapes.
//!
//! The country is the union of its units. Every point is moved to a grid, whatever shape it is of, as levels of detail
//! do it: units that share a border in the data share it in the base map, with no gap and no overlap between them.

mod around;
mod grid;
mod towns;
mod units;

use std::path::PathBuf;

use ::geo::{Coord, LineString, MultiPolygon, Rect, coord};
use serde_json::{Value, json};

use crate::{
    file,
    geo::{
        algebra,
        basemap::{LAKES, NEIGHBOURS, RIVERS, TOWNS, UNITS},
        formats::{Feature, limits},
    },
};

use super::Refusal;
use grid::Grid;

/// The files and properties that a base map is made from.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub units: Vec<PathBuf>,
    /// The property with the id of a unit: shapes of one id are one unit.
    pub id_property: Option<String>,
    pub name_property: Option<String>,
    pub neighbours: Option<PathBuf>,
    pub rivers: Option<PathBuf>,
    pub lakes: Option<PathBuf>,
    pub towns: Option<PathBuf>,
    /// The side of a square of the grid, in degrees, unless it is to follow from the size of the country.
    pub grid: Option<f64>,
}

/// A base map that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Each file's name and text.
    pub files: Vec<(&'static str, String)>,
    /// What is in it, and what was left out.
    pub notes: Vec<String>,
}

/// Makes a base map, or says everything that keeps it from being made.
pub fn make(wanted: &Wanted) -> Result<Folder, Refusal> {
    let mut unreadable = Vec::new();
    let mut read = |path: &PathBuf| {
        let features = file::features(path).map_err(|why| unreadable.push(why));
        features.unwrap_or_default()
    };
    let shapes: Vec<Feature> = wanted.units.iter().flat_map(&mut read).collect();
    let [neighbours, rivers, lakes, towns] = [
        &wanted.neighbours,
        &wanted.rivers,
        &wanted.lakes,
        &wanted.towns,
    ]
    .map(|path| path.as_ref().map(&mut read));
    if !unreadable.is_empty() {
        return Err(Refusal::Unreadable(unreadable));
    }
    let unfit = |why: String| Refusal::Unfit(vec![why]);
    let (units, mut notes) = units::units(&shapes, wanted).map_err(unfit)?;
    let bounds = bounds(units.iter().map(|unit| &unit.shape))
        .ok_or_else(|| unfit("the units have no points".to_owned()))?;
    let grid = wanted
        .grid
        .map_or_else(|| Grid::for_extent(bounds), Grid::new);
    let frame = around::frame(bounds);
    let country = algebra::union(units.iter().map(|unit| &unit.shape));

    let mut files = vec![(UNITS, units::collection(&units, grid).map_err(unfit)?)];
    notes.insert(
        0,
        format!(
            "{} units, {:.0} km², on a grid of {grid} degrees",
            units.len(),
            algebra::area_km2(&country)
        ),
    );
    if let Some(features) = neighbours {
        let around = around::neighbours(&features, &country, frame, grid).map_err(unfit)?;
        notes.push(format!("{} neighbours", around.len()));
        let corners = [frame.min().x, frame.min().y, frame.max().x, frame.max().y];
        files.push((NEIGHBOURS, collection(around, Some(corners))));
    }
    for (name, what, features) in [
        (
            LAKES,
            "lakes",
            lakes.map(|features| around::lakes(&features, frame, grid)),
        ),
        (
            RIVERS,
            "rivers",
            rivers.map(|features| around::rivers(&features, frame, grid)),
        ),
        (
            TOWNS,
            "towns",
            towns.map(|features| towns::towns(&features, frame, grid)),
        ),
    ] {
        if let Some(features) = features {
            notes.push(format!("{} {what}", features.len()));
            files.push((name, collection(features, None)));
        }
    }
    let large = files
        .iter()
        .find(|(_, text)| text.len() as u64 > limits::BYTES);
    if let Some((name, _)) = large {
        return Err(unfit(format!(
            "{name} would be too large to be read: choose a coarser grid than {grid} with `--grid`"
        )));
    }
    Ok(Folder { files, notes })
}

/// The property of features that says the most of what is wanted: on all of them, with the most different values.
fn property<'a>(features: &'a [&Feature], known: &[&str]) -> Option<&'a str> {
    let values = |name: &str| {
        let values: Vec<&str> = features
            .iter()
            .filter_map(|feature| feature.properties.get(name).map(String::as_str))
            .collect();
        let different: std::collections::BTreeSet<&str> = values.iter().copied().collect();
        (values.len() == features.len()).then_some(different.len())
    };
    let names = features.first()?.properties.keys();
    let known = |name: &str| {
        known
            .iter()
            .position(|known| name.eq_ignore_ascii_case(known))
    };
    let fitting = names.filter_map(|name| {
        Some((
            values(name)?,
            std::cmp::Reverse(known(name)?),
            name.as_str(),
        ))
    });
    fitting.max().map(|(_, _, name)| name)
}

/// What names are usually called, the plainest first.
const NAME: &[&str] = &[
    "name",
    "name_en",
    "adm4_en",
    "adm3_en",
    "adm2_en",
    "adm1_en",
    "name_4",
    "name_3",
    "name_2",
    "name_1",
    "shapename",
    "admin",
    "name_long",
    "nam",
    "title",
    "label",
];

/// The name of a feature under a property, if it can be shown.
fn name(feature: &Feature, property: Option<&str>) -> Option<String> {
    super::fit(feature.properties.get(property?)?)
}

fn bounds<'a>(shapes: impl Iterator<Item = &'a MultiPolygon>) -> Option<Rect> {
    use ::geo::BoundingRect;
    let corner = |x, y| coord! {x: x, y: y};
    shapes
        .filter_map(BoundingRect::bounding_rect)
        .reduce(|a, b| {
            Rect::new(
                corner(a.min().x.min(b.min().x), a.min().y.min(b.min().y)),
                corner(a.max().x.max(b.max().x), a.max().y.max(b.max().y)),
            )
        })
}

/// A feature collection, one feature a line.
fn collection(features: Vec<Value>, frame: Option<[f64; 4]>) -> String {
    let frame = frame.map_or_else(String::new, |frame| format!("\"bbox\":{},", json!(frame)));
    let lines: Vec<String> = features
        .into_iter()
        .map(|feature| feature.to_string())
        .collect();
    format!(
        "{{\"type\":\"FeatureCollection\",{frame}\"features\":[\n{}\n]}}\n",
        lines.join(",\n")
    )
}

fn feature(properties: &Value, kind: &str, coordinates: &Value) -> Value {
    json!({ "type": "Feature", "properties": properties, "geometry": { "type": kind, "coordinates": coordinates } })
}

/// A shape as GeoJSON has it, its coordinates on the grid.
fn polygons(shape: &MultiPolygon, grid: Grid) -> Value {
    let rings = |polygon: &::geo::Polygon| {
        let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
        Value::from(rings.map(|ring| line(ring, grid)).collect::<Vec<Value>>())
    };
    Value::from(shape.iter().map(rings).collect::<Vec<Value>>())
}

fn line(line: &LineString, grid: Grid) -> Value {
    Value::from(
        line.coords()
            .map(|&at| point(at, grid))
            .collect::<Vec<Value>>(),
    )
}

fn point(at: Coord, grid: Grid) -> Value {
    let Coord { x, y } = grid.written(at);
    json!([x, y])
}

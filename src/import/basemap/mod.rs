//! A folder that is a base map, made from files of shapes.
//!
//! The country is the union of its units. Every point is moved to a grid, whatever shape it is of, as levels of detail
//! do it: units that share a border in the data share it in the base map, with no gap and no overlap between them.

mod around;
mod clip;
mod grid;
mod named;
mod output;
mod towns;
mod units;

use std::path::PathBuf;

use ::geo::{BoundingRect, MultiPolygon, Rect, coord};

use crate::{
    file,
    geo::{
        TooIntricate, algebra,
        basemap::{LAKES, NEIGHBOURS, RIVERS, TOWNS, UNITS},
        formats::Feature,
    },
};

use super::Refusal;
use crate::limits;
use grid::Grid;

/// The files and properties that a base map is made from.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The files of the country: the areas in all of them are its units.
    pub units: Vec<PathBuf>,
    /// The property with the id of a unit: shapes of one id are one unit.
    pub id_property: Option<String>,
    /// The property with the name of a unit, unless it is one of the usual ones.
    pub name_property: Option<String>,
    /// The word for what a unit is.
    pub kind: Option<String>,
    /// The layer of files that have several.
    pub layer: Option<String>,
    /// Areas, each with a name; what the units cover is taken off them.
    pub neighbours: Option<PathBuf>,
    /// Lines, with or without names.
    pub rivers: Option<PathBuf>,
    /// Areas, with or without names.
    pub lakes: Option<PathBuf>,
    /// Points; those without a name are left out.
    pub towns: Option<PathBuf>,
    /// The side of a square of the grid, in degrees, unless it is to follow from the size of the country.
    pub grid: Option<f64>,
}

/// A base map that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Each file's name and text.
    pub files: Vec<(&'static str, String)>,
    /// Remarks on what is in it, and on what was left out.
    pub notes: Vec<String>,
}

/// Makes a base map, or says everything that keeps it from being made.
pub fn make(wanted: &Wanted) -> Result<Folder, Refusal> {
    let mut unreadable = Vec::new();
    let mut read = |path: &PathBuf| {
        let features =
            file::features(path, wanted.layer.as_deref()).map_err(|why| unreadable.push(why));
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
    units::check_asked(&shapes, wanted).map_err(Refusal::Misnamed)?;
    let (units, mut notes) = units::units(&shapes, wanted).map_err(unfit)?;
    let bounds = bounds(units.iter().map(|unit| &unit.shape))
        .ok_or_else(|| unfit("the units have no points".to_owned()))?;
    let grid = wanted
        .grid
        .map_or_else(|| Grid::for_extent(bounds), Grid::new);
    let frame = around::frame(bounds);
    let intricate = |why: TooIntricate| unfit(why.to_string());
    let country = algebra::union(units.iter().map(|unit| &unit.shape)).map_err(intricate)?;
    notes.extend(units::check_overlaps(&units, algebra::area_km2(&country)).map_err(unfit)?);

    let (text, too_small) =
        units::collection(&units, wanted.kind.as_deref(), grid).map_err(intricate)?;
    if !too_small.is_empty() {
        notes.push(format!(
            "left out as too small for the grid, which `--grid` makes finer: {}",
            too_small.join(", ")
        ));
    }
    let mut files = vec![(UNITS, text)];
    notes.insert(
        0,
        format!(
            "units: {}, {:.0} km², on a grid of {grid} degrees",
            units.len() - too_small.len(),
            algebra::area_km2(&country)
        ),
    );
    let corners = [frame.min().x, frame.min().y, frame.max().x, frame.max().y];
    let around = neighbours.map(|features| {
        let around = around::neighbours(&features, &country, frame, grid);
        around.map(|around| (around, features.len()))
    });
    let around = around.transpose().map_err(intricate)?;
    let lakes = lakes.map(|features| {
        let lakes = around::lakes(&features, frame, grid);
        lakes.map(|lakes| (lakes, features.len()))
    });
    let lakes = lakes.transpose().map_err(intricate)?;
    let rivers = rivers.map(|features| (around::rivers(&features, frame, grid), features.len()));
    let towns = towns.map(|features| {
        notes.extend(towns::told_left_out(&features, frame));
        (towns::towns(&features, frame), features.len())
    });
    for (name, what, bounds, made) in [
        (NEIGHBOURS, "neighbours", Some(corners), around),
        (LAKES, "lakes", None, lakes),
        (RIVERS, "rivers", None, rivers),
        (TOWNS, "towns", None, towns),
    ] {
        if let Some((features, all)) = made {
            notes.push(format!("{what}: {} of {all}", features.len()));
            files.push((name, output::collection(features, bounds)));
        }
    }
    let large = files
        .iter()
        .find(|(_, text)| text.len() as u64 > limits::GEODATA);
    if let Some((name, _)) = large {
        return Err(unfit(format!(
            "{name} would be too large to be read: choose a coarser grid than {grid} with `--grid`"
        )));
    }
    Ok(Folder { files, notes })
}

fn bounds<'a>(shapes: impl Iterator<Item = &'a MultiPolygon>) -> Option<Rect> {
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

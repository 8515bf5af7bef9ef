//! The surroundings of a country and the waters in it: neighbours, lakes and rivers.

use ::geo::{Area, MultiPolygon, Rect, coord};
use serde_json::{Value, json};

use crate::geo::{TooIntricate, algebra, formats::Feature};

use super::{
    clip::clipped,
    grid::Grid,
    named::{NAME, name, property},
    output::{feature, line, polygons},
};

/// The width of the land that the map shows around a country, as a share of its longer side.
const MARGIN: f64 = 0.5;

/// The rectangle that a base map covers.
pub fn frame(country: Rect) -> Rect {
    let margin = country.width().max(country.height()) * MARGIN;
    let (low, high) = (country.min(), country.max());
    Rect::new(
        coord! {x: (low.x - margin).max(-180.0), y: (low.y - margin).max(-90.0)},
        coord! {x: (high.x + margin).min(180.0), y: (high.y + margin).min(90.0)},
    )
}

/// The neighbours that have names, without the country itself.
pub fn neighbours(
    features: &[Feature],
    country: &MultiPolygon,
    frame: Rect,
    grid: Grid,
) -> Result<Vec<Value>, TooIntricate> {
    let areas: Vec<&Feature> = features
        .iter()
        .filter(|feature| feature.is_area())
        .collect();
    let named = property(&areas, NAME);
    let mut neighbours = Vec::new();
    for area in &areas {
        let whole = seen(area, frame)?;
        let abroad = algebra::difference([&whole], [country])?;
        // A file of all countries has this one as well, which leaves slivers along its border.
        let is_country = abroad.unsigned_area() < whole.unsigned_area() / 2.0;
        if let Some(name) = name(area, named).filter(|_| !is_country) {
            neighbours.extend(shape(&json!({ "name": name }), &abroad, grid)?);
        }
    }
    Ok(neighbours)
}

pub fn lakes(features: &[Feature], frame: Rect, grid: Grid) -> Result<Vec<Value>, TooIntricate> {
    let areas: Vec<&Feature> = features
        .iter()
        .filter(|feature| feature.is_area())
        .collect();
    let named = property(&areas, NAME);
    let lakes = areas.iter().map(|area| {
        let properties = json!({ "name": name(area, named).unwrap_or_default() });
        shape(&properties, &seen(area, frame)?, grid)
    });
    let lakes: Result<Vec<Option<Value>>, TooIntricate> = lakes.collect();
    Ok(lakes?.into_iter().flatten().collect())
}

pub fn rivers(features: &[Feature], frame: Rect, grid: Grid) -> Vec<Value> {
    let ways: Vec<&Feature> = features
        .iter()
        .filter(|feature| !feature.geometry.lines.is_empty())
        .collect();
    let named = property(&ways, NAME);
    let rivers = ways.iter().filter_map(|way| {
        let seen = way
            .geometry
            .lines
            .iter()
            .flat_map(|line| clipped(line, frame));
        let lines: Vec<Value> = seen
            .filter_map(|line| grid.line(&line))
            .map(|on| line(&on))
            .collect();
        let properties = json!({ "name": name(way, named).unwrap_or_default() });
        (!lines.is_empty()).then(|| feature(&properties, "MultiLineString", &Value::from(lines)))
    });
    rivers.collect()
}

/// The part of an area that the map shows.
fn seen(area: &Feature, frame: Rect) -> Result<MultiPolygon, TooIntricate> {
    let whole = algebra::made_valid(MultiPolygon::new(area.geometry.areas.clone()))?;
    algebra::intersection([&whole], [&frame.to_polygon().into()])
}

/// A feature, unless nothing is left of it on the grid.
fn shape(
    properties: &Value,
    area: &MultiPolygon,
    grid: Grid,
) -> Result<Option<Value>, TooIntricate> {
    let area = grid.area(area)?;
    let is_seen = !area.0.is_empty();
    Ok(is_seen.then(|| feature(properties, "MultiPolygon", &polygons(&area))))
}

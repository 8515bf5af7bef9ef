//! Towns, and which of them are named first.

use ::geo::{Intersects, Rect};
use serde_json::{Value, json};

use crate::geo::formats::Feature;

use super::{
    named::{NAME, name, property},
    output::{feature, point},
};

/// The rank of a capital, of a town of which nothing is known, and of those by their inhabitants: the largest twentieth,
/// the largest quarter, the larger half, the others.
const CAPITAL: u8 = 1;
const UNKNOWN: u8 = 3;
const BANDS: [(f64, u8); 3] = [(0.05, 2), (0.25, 3), (0.5, 4)];
const SMALL: u8 = 5;

pub fn towns(features: &[Feature], frame: Rect) -> Vec<Value> {
    let spots: Vec<&Feature> = features
        .iter()
        .filter(|feature| !feature.geometry.points.is_empty())
        .collect();
    let named = property(&spots, NAME);
    let mut sizes: Vec<f64> = spots.iter().filter_map(|spot| population(spot)).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let towns = spots.iter().filter_map(|spot| {
        let at = *spot
            .geometry
            .points
            .first()
            .filter(|at| frame.intersects(*at))?;
        let properties = json!({ "name": name(spot, named)?, "rank": rank(spot, &sizes) });
        Some(feature(&properties, "Point", &point(at)))
    });
    towns.collect()
}

/// Tells why features are no towns, if any are left out.
pub fn told_left_out(features: &[Feature], frame: Rect) -> Option<String> {
    let spots: Vec<&Feature> = features.iter().collect();
    let named = property(&spots, NAME);
    let mut counts = [0; 3];
    for feature in features {
        match feature.geometry.points.first() {
            None => counts[0] += 1,
            Some(at) if !frame.intersects(at) => counts[1] += 1,
            Some(_) if name(feature, named).is_none() => counts[2] += 1,
            Some(_) => {}
        }
    }
    let why = [
        "no points",
        "off the map",
        "without a name, such as under `name`",
    ];
    let told = counts.into_iter().zip(why).filter(|(count, _)| *count > 0);
    let told: Vec<String> = told.map(|(count, why)| format!("{count} {why}")).collect();
    (!told.is_empty()).then(|| format!("towns left out: {}", told.join(", ")))
}

/// The value of the first of some properties that a feature has.
fn value<'a>(feature: &'a Feature, known: &[&str]) -> Option<&'a str> {
    let find = |known: &&str| {
        feature
            .properties
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(known))
    };
    known.iter().find_map(find).map(|(_, value)| value.as_str())
}

fn population(town: &Feature) -> Option<f64> {
    value(town, &["population", "pop_max", "pop"])?.parse().ok()
}

/// The rank of a town; `sizes` are the inhabitants of all, the largest first.
fn rank(town: &Feature, sizes: &[f64]) -> u8 {
    if let Some(rank) = value(town, &["rank"]).and_then(|rank| rank.parse().ok()) {
        return rank;
    }
    if value(town, &["capital"])
        .is_some_and(|capital| matches!(capital, "yes" | "true" | "1" | "primary"))
    {
        return CAPITAL;
    }
    let Some(size) = population(town) else {
        return UNKNOWN;
    };
    let larger = sizes.partition_point(|other| *other > size) as f64;
    let share = larger / sizes.len() as f64;
    BANDS
        .iter()
        .find(|(most, _)| share < *most)
        .map_or(SMALL, |(_, rank)| *rank)
}

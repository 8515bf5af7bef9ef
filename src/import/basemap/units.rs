//! The units of a country, each with an id and a name.

use std::collections::{BTreeMap, BTreeSet};

use ::geo::{BoundingRect, Intersects, MultiPolygon};
use serde_json::json;

use crate::{
    diagnostics::{clean, fit, there_are},
    geo::{TooIntricate, algebra, formats::Feature},
};

use super::{
    super::names::Names,
    Wanted,
    grid::Grid,
    named::{NAME, name, property},
    output::{self, feature, polygons},
};

/// The properties that ids usually stand under, the surest first.
const ID: &[&str] = &[
    "id",
    "iso_3166_2",
    "iso_a2",
    "iso_a3",
    "iso",
    "adm4_pcode",
    "adm3_pcode",
    "adm2_pcode",
    "adm1_pcode",
    "pcode",
    "gid_4",
    "gid_3",
    "gid_2",
    "gid_1",
    "hasc_2",
    "hasc_1",
    "hasc",
    "shapeiso",
    "shapeid",
    "code",
    "fips",
];

/// The properties that say what units are.
const KIND: &[&str] = &[
    "kind",
    "engtype_4",
    "engtype_3",
    "engtype_2",
    "engtype_1",
    "type_en",
];

/// Pairs of units that are told of.
const SHOWN: usize = 5;

pub struct Unit {
    id: String,
    name: String,
    kind: Option<String>,
    pub shape: MultiPolygon,
}

/// A unit while its shapes are gathered.
#[derive(Default)]
struct Gathered {
    name: String,
    kind: Option<String>,
    parts: Vec<MultiPolygon>,
}

/// The units of the shapes, and what was found out of them; or what is missing.
pub fn units(shapes: &[Feature], wanted: &Wanted) -> Result<(Vec<Unit>, Vec<String>), String> {
    let areas: Vec<&Feature> = shapes.iter().filter(|shape| shape.is_area()).collect();
    if areas.is_empty() {
        return Err("there are no polygons for units".to_owned());
    }
    let (asked_id, asked_name) = (wanted.id_property.clone(), wanted.name_property.clone());
    let names = asked_name.or_else(|| property(&areas, NAME).map(str::to_owned));
    let ids = asked_id.clone().or_else(|| {
        property(&areas, ID)
            .filter(|id| is_distinct(&areas, id))
            .map(str::to_owned)
    });
    let by_feature = ids.is_none() && {
        let ids: BTreeSet<&String> = areas.iter().filter_map(|area| area.id.as_ref()).collect();
        ids.len() == areas.len()
    };
    let mut notes = vec![match (&ids, by_feature, &names) {
        (Some(property), ..) => format!("ids are those under `{}`", clean(property)),
        (None, true, _) => "ids are those of the features".to_owned(),
        (None, false, Some(property)) => {
            format!("ids are made from the names under `{}`", clean(property))
        }
        (None, false, None) => return Err(unclear(&areas)),
    }];
    let mut made = Names::default();
    let kinds = property(&areas, KIND);
    let mut units: BTreeMap<String, Gathered> = BTreeMap::new();
    let mut left_out = 0;
    for area in &areas {
        let name = name(area, names.as_deref());
        let id = match &ids {
            Some(property) => area.properties.get(property).and_then(|id| fit(id)),
            None if by_feature => area.id.as_deref().and_then(fit),
            None => name.as_deref().map(|name| made.free(name, "unit")),
        };
        let Some(id) = id else {
            left_out += 1;
            continue;
        };
        let kind = || area.properties.get(kinds?).and_then(|kind| fit(kind));
        let gathered = units.entry(id.clone()).or_insert_with(|| Gathered {
            name: name.unwrap_or(id),
            kind: kind().map(|kind| kind.to_lowercase()),
            parts: Vec::new(),
        });
        gathered
            .parts
            .push(MultiPolygon::new(area.geometry.areas.clone()));
    }
    if left_out > 0 {
        notes.push(format!("{left_out} shapes without an id are left out"));
    }
    notes.extend(shared_names(&units));
    let units = units
        .into_iter()
        .map(|(id, Gathered { name, kind, parts })| {
            let intricate = |why: TooIntricate| format!("of `{id}`, {why}");
            let parts = parts.into_iter().map(algebra::made_valid);
            let parts: Vec<MultiPolygon> = parts.collect::<Result<_, _>>().map_err(intricate)?;
            let shape = match <[MultiPolygon; 1]>::try_from(parts) {
                Ok([part]) => part,
                Err(parts) => algebra::union(&parts).map_err(intricate)?,
            };
            Ok(Unit {
                id,
                name,
                kind,
                shape,
            })
        });
    let units: Result<Vec<Unit>, String> = units.collect();
    Ok((units?, notes))
}

/// Notes properties that were asked for and that no area has.
pub fn check_asked(shapes: &[Feature], wanted: &Wanted) -> Result<(), Vec<String>> {
    let areas: Vec<&Feature> = shapes.iter().filter(|shape| shape.is_area()).collect();
    let asked = [&wanted.id_property, &wanted.name_property];
    let unknown = |name: &&String| {
        areas
            .iter()
            .all(|area| !area.properties.contains_key(*name))
    };
    let unknown = asked.into_iter().flatten().filter(unknown);
    let missing: Vec<String> = unknown.map(|name| missing(&areas, name)).collect();
    if missing.is_empty() || areas.is_empty() {
        Ok(())
    } else {
        Err(missing)
    }
}

/// Tells of units that have one name: only their ids tell them apart.
fn shared_names(units: &BTreeMap<String, Gathered>) -> Vec<String> {
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, Gathered { name, .. }) in units {
        named.entry(name).or_default().push(id);
    }
    let shared = named.into_iter().filter(|(_, ids)| ids.len() > 1);
    let told =
        shared.map(|(name, ids)| format!("several units are called {name}: {}", ids.join(", ")));
    told.collect()
}

/// Up to this part of the smaller of two units, what they share is an untidy border.
const UNTIDY: f64 = 0.01;

/// Tells of land that is in several units of a country, in square kilometres, or fails where that is more than untidy
/// borders: regions would be made of the same land twice.
pub fn check_overlaps(units: &[Unit], country_km2: f64) -> Result<Option<String>, String> {
    let km2 = |unit: &Unit| algebra::area_km2(&unit.shape);
    let shared = units.iter().map(km2).sum::<f64>() - country_km2;
    if shared <= 1.0 {
        return Ok(None);
    }
    let mut told = Vec::new();
    for (n, one) in units.iter().enumerate() {
        let Some(bounds) = one.shape.bounding_rect() else {
            continue;
        };
        let near = |other: &&Unit| {
            let around = other.shape.bounding_rect();
            around.is_some_and(|around| around.intersects(&bounds))
        };
        for other in units[n + 1..].iter().filter(near) {
            let common = algebra::intersection([&one.shape], [&other.shape]);
            let common = algebra::area_km2(&common.map_err(|why| why.to_string())?);
            if common > UNTIDY * km2(one).min(km2(other)) {
                told.push(format!(
                    "`{}` and `{}` share {common:.0} km²",
                    one.id, other.id
                ));
            }
        }
    }
    if told.is_empty() {
        return Ok(Some(format!(
            "land in several units: {shared:.0} km² along their borders"
        )));
    }
    let more = if told.len() > SHOWN { ", …" } else { "" };
    told.truncate(SHOWN);
    Err(format!(
        "units overlap, and each piece of land is in one: {}{more}",
        told.join(", ")
    ))
}

fn is_distinct(areas: &[&Feature], property: &str) -> bool {
    let values = areas
        .iter()
        .filter_map(|area| area.properties.get(property));
    values.collect::<BTreeSet<_>>().len() == areas.len()
}

fn missing(areas: &[&Feature], name: &str) -> String {
    format!("no unit has a property `{}`: {}", clean(name), there(areas))
}

fn unclear(areas: &[&Feature]) -> String {
    format!(
        "it isn't clear which property has the ids of the units: say so with `--id-property`; {}",
        there(areas)
    )
}

fn there(areas: &[&Feature]) -> String {
    let names: BTreeSet<&str> = areas
        .iter()
        .flat_map(|area| area.properties.keys().map(String::as_str))
        .collect();
    there_are(names)
}

/// The file of the units, and the ids of those that are too small for the grid.
pub fn collection<'a>(
    units: &'a [Unit],
    kind: Option<&str>,
    grid: Grid,
) -> Result<(String, Vec<&'a str>), TooIntricate> {
    let mut too_small = Vec::new();
    let mut features = Vec::new();
    for unit in units {
        let shape = grid.area(&unit.shape)?;
        if shape.0.is_empty() {
            too_small.push(unit.id.as_str());
        } else {
            let mut properties = json!({ "id": unit.id, "name": unit.name });
            if let Some(kind) = kind.or(unit.kind.as_deref()) {
                properties["kind"] = kind.into();
            }
            features.push(feature(&properties, "MultiPolygon", &polygons(&shape)));
        }
    }
    Ok((output::collection(features, None), too_small))
}

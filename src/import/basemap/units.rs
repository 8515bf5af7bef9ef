//! The units of a country, each with an id and a name.

use std::collections::{BTreeMap, BTreeSet};

use ::geo::MultiPolygon;
use serde_json::json;

use crate::diagnostics::fit;
use crate::{
    diagnostics::clean,
    geo::{TooIntricate, algebra, formats::Feature},
};

use super::{
    super::names::{Names, there_are},
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

pub struct Unit {
    id: String,
    name: String,
    pub shape: MultiPolygon,
}

/// The units of the shapes, and what was found out of them; or what is missing.
pub fn units(shapes: &[Feature], wanted: &Wanted) -> Result<(Vec<Unit>, Vec<String>), String> {
    let areas: Vec<&Feature> = shapes.iter().filter(|shape| shape.is_area()).collect();
    if areas.is_empty() {
        return Err("there are no polygons for units".to_owned());
    }
    let asked = |property: &Option<String>| match property {
        Some(name) if areas.iter().all(|area| !area.properties.contains_key(name)) => {
            Err(missing(&areas, name))
        }
        property => Ok(property.clone()),
    };
    let (asked_id, asked_name) = (asked(&wanted.id_property)?, asked(&wanted.name_property)?);
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
    let mut units: BTreeMap<String, (String, Vec<MultiPolygon>)> = BTreeMap::new();
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
        let (_, parts) = units
            .entry(id.clone())
            .or_insert_with(|| (name.unwrap_or(id), Vec::new()));
        parts.push(MultiPolygon::new(area.geometry.areas.clone()));
    }
    if left_out > 0 {
        notes.push(format!("{left_out} shapes without an id are left out"));
    }
    let units = units.into_iter().map(|(id, (name, parts))| {
        let intricate = |why: TooIntricate| format!("of `{id}`, {why}");
        let parts = parts.into_iter().map(algebra::made_valid);
        let parts: Vec<MultiPolygon> = parts.collect::<Result<_, _>>().map_err(intricate)?;
        let shape = match <[MultiPolygon; 1]>::try_from(parts) {
            Ok([part]) => part,
            Err(parts) => algebra::union(&parts).map_err(intricate)?,
        };
        Ok(Unit { id, name, shape })
    });
    let units: Result<Vec<Unit>, String> = units.collect();
    Ok((units?, notes))
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
            if let Some(kind) = kind {
                properties["kind"] = kind.into();
            }
            features.push(feature(&properties, "MultiPolygon", &polygons(&shape)));
        }
    }
    Ok((output::collection(features, None), too_small))
}
